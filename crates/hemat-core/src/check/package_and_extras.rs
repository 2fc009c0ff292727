//! `package-and-extras`: food, lodging or a daily allowance paid beside a meeting package that includes it.

use crate::classify::{Classification, Confidence};
use crate::cost_line::CostLine;
use crate::kind::CostKind;
use crate::lang::{Lang, Text};
use crate::money::Rupiah;
use crate::session::Session;

use super::definition::{Check, page};
use super::examination::{Examination, Flag};
use super::finding::Figure;
use super::missing::{EVENT_OF_LINES, PACKAGE_CONTENTS};
use super::reasons::NO_PACKAGE;
use super::subject::{Seen, Subject};
use super::words::{held, plain};

/// Which packages carried a daily allowance (uang harian) in the SBM of a year: PMK 49/2023, 39/2024 and 32/2025,
/// pos 31.2. Other years are not known.
const ALLOWANCE_RULE: &str = "SBM-UH-HALFDAY";

pub(super) static CHECK: Check = Check {
    name: "package-and-extras",
    flags: Text::fixed(
        "Konsumsi, penginapan atau uang harian dibayar di samping paket rapat yang sudah memuatnya.",
        "Food, lodging or a daily allowance is paid beside a meeting package that includes it.",
    ),
    page: page!("package-and-extras"),
    on_by_default: true,
    settings: &[],
    rules: &[ALLOWANCE_RULE],
    exclusions: &[
        Text::fixed("paket yang isinya tidak dikenal", "packages whose contents are not known"),
        Text::fixed(
            "honorarium, transport, bahan dan perlengkapan",
            "fees, transport, materials and equipment",
        ),
    ],
    reasons: &[
        Text::fixed(
            "konsumsi untuk rapat persiapan atau untuk orang di luar paket",
            "food for preparatory meetings or for people outside the package",
        ),
        Text::fixed(
            "menginap sehari sebelum acara karena jarak",
            "a night before the event because of distance",
        ),
    ],
    documents: &[
        Text::fixed(
            "kontrak atau penawaran paket dengan isinya",
            "contract or offer of the package with its contents",
        ),
        Text::fixed("daftar hadir dan jadwal", "attendance list and programme"),
        Text::fixed("tagihan konsumsi dan daftar kamar", "bills for food and room list"),
    ],
    can_fire,
    run,
};

fn can_fire(seen: &Seen<'_>) -> Result<(), Text> {
    if seen.grouping.events.iter().any(|event| event.package.is_some()) { Ok(()) } else { Err(NO_PACKAGE) }
}

fn run(examination: &mut Examination<'_>) {
    let seen = examination.seen;
    for event in &seen.grouping.events {
        let paid = event.cost.get(&CostKind::VenuePackage).is_some_and(|cost| !cost.is_zero());
        let Some(package) = event.package.filter(|_| paid) else {
            examination.not_applicable();
            continue;
        };
        if !event.contents_known {
            examination.insufficient(Subject::event(event), vec![PACKAGE_CONTENTS]);
            continue;
        }
        let classified =
            seen.event_lines(event).filter(|(line, class)| is_extra(line, class, package, event.year));
        let (extras, classes): (Vec<&CostLine>, Vec<&Classification>) = classified.unzip();
        // The only rule known is about allowances.
        let allowance = classes.iter().any(|class| class.cost_kind == CostKind::ParticipantAllowance);
        let rules = if allowance { CHECK.rules } else { &[] };
        match Rupiah::try_sum(extras.iter().map(|line| line.amount)) {
            // The lines may be of other meetings of the same activity.
            Ok(sum) if !sum.is_zero() && event.may_be_mixed() => {
                examination.insufficient(Subject::event(event).on_rows(extras), vec![EVENT_OF_LINES]);
            }
            Ok(sum) if !sum.is_zero() => {
                let flag = flag(package, &extras, sum);
                examination.flag_by(Subject::event(event), flag, rules);
            }
            Ok(_) => examination.clear(),
            Err(_) => examination.not_applicable(),
        }
    }
}

/// Every package has food; a fullboard has the night too. An allowance counts only where the SBM of that year is
/// known to have none for the package.
fn is_extra(line: &CostLine, class: &Classification, package: Session, year: Option<u16>) -> bool {
    match class.cost_kind {
        CostKind::Catering => true,
        CostKind::EventLodging => package == Session::Fullboard,
        CostKind::ParticipantAllowance => {
            let first_with = match year {
                Some(2025) => Session::Fullday,
                Some(2026) => Session::Fullboard,
                _ => return false,
            };
            package < first_with && held(&plain(&line.description), &["uang harian", "uang saku"]).is_some()
        }
        _ => false,
    }
}

fn flag(package: Session, extras: &[&CostLine], sum: Rupiah) -> Flag {
    let formula = |lang: Lang| {
        let parts: Vec<String> =
            extras.iter().map(|line| format!("{} {}", line.description, line.amount.display(lang))).collect();
        let beside = lang.pick("di samping paket", "beside the package");
        format!("{beside} {package}: {} = {}", parts.join(" + "), sum.display(lang))
    };
    Flag {
        observed: Figure::Rupiah(sum),
        limit: Figure::Rupiah(Rupiah::ZERO),
        formula: Text::by(formula),
        at_stake: Some(sum),
        certainty: Confidence::Medium,
    }
}
