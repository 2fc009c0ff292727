//! `package-shorter-than-paid`: a halfday or fullday package is paid for a programme of fewer hours.

use rust_decimal::Decimal;

use crate::budget_event::BudgetEvent;
use crate::classify::{Confidence, extract};
use crate::cost_line::CostLine;
use crate::kind::CostKind;
use crate::lang::{Lang, Text};
use crate::report::decimal_text;
use crate::session::{Hours, Session};

use super::definition::{Check, page};
use super::examination::{Examination, Flag};
use super::finding::Figure;
use super::hours::{hours_of, hours_said};
use super::missing::PROGRAMME_HOURS;
use super::reasons::{FUND_UNKNOWN, NO_PACKAGE};
use super::setting::{Setting, SettingUnit};
use super::subject::{Seen, Subject};

/// Where lines seldom say how long a meeting lasts, whoever has the programme can.
static HOURS_PER_DAY: Setting = Setting::whole(
    "hours_per_day",
    SettingUnit::Hours,
    0,
    24,
    Text::fixed(
        "jam acara per hari menurut jadwal, untuk kegiatan yang rinciannya tidak menyebut jam; 0 = tidak diketahui",
        "hours a day by the programme, for events whose lines do not say hours; 0 = not known",
    ),
);

pub(super) static CHECK: Check = Check {
    name: "package-shorter-than-paid",
    flags: Text::fixed(
        "Paket halfday atau fullday dibayar untuk acara yang lebih singkat daripada lima atau delapan jam.",
        "A halfday or fullday package is paid for a programme shorter than five or eight hours.",
    ),
    page: page!("package-shorter-than-paid"),
    on_by_default: true,
    settings: &[&HOURS_PER_DAY],
    rules: &["SBM-PKG-HOURS"],
    exclusions: &[
        Text::fixed(
            "paket fullboard; tahun di luar 2023 sampai 2026",
            "fullboard packages; years other than 2023 to 2026",
        ),
        Text::fixed(
            "jam narasumber, sebab acara lebih lama daripada satu sesi",
            "speakers' hours, since a programme is longer than one session",
        ),
    ],
    reasons: &[
        Text::fixed(
            "hotel hanya menjual paket itu, atau harganya sama dengan paket yang lebih singkat",
            "the hotel sells that package only, or at the price of the shorter one",
        ),
        Text::fixed(
            "acara lebih lama daripada jam yang disebut rincian",
            "the programme was longer than the hours in the lines",
        ),
    ],
    documents: &[
        Text::fixed("jadwal acara dan laporan kegiatan", "programme and report of the event"),
        Text::fixed(
            "kontrak atau penawaran paket dengan jamnya",
            "contract or offer of the package with its hours",
        ),
    ],
    can_fire,
    run,
};

/// Hours from which a package counts as what it is called: SBM 2023 to 2026, pos 33.1 and 31.1.
fn least_hours(package: Session) -> Option<Decimal> {
    match package {
        Session::Halfday => Some(Decimal::from(5)),
        Session::Fullday => Some(Decimal::from(8)),
        Session::Fullboard => None,
    }
}

fn can_fire(seen: &Seen<'_>) -> Result<(), Text> {
    if seen.fund.is_none() {
        return Err(FUND_UNKNOWN);
    }
    let any = seen.grouping.events.iter().any(|event| event.package.and_then(least_hours).is_some());
    if any { Ok(()) } else { Err(NO_PACKAGE) }
}

fn run(examination: &mut Examination<'_>) {
    let seen = examination.seen;
    for event in &seen.grouping.events {
        let packages = seen
            .event_lines(event)
            .filter(|(line, class)| class.cost_kind == CostKind::VenuePackage && !line.amount.is_zero());
        let packages: Vec<&CostLine> = packages.map(|(line, _)| line).collect();
        // With several packages the shortest decides; a line that names two is either of them.
        let package = packages.iter().filter_map(|line| shortest_named(&line.description)).min();
        match package.filter(|_| event.package != Some(Session::Fullboard)) {
            Some(package) => judge(examination, event, &packages, package),
            None => examination.not_applicable(),
        }
    }
}

/// `Halfday / Fullday` is how price lists name one price for both.
fn shortest_named(text: &str) -> Option<Session> {
    let parts = text.split(['/', ',', ';', '&']);
    parts
        .filter_map(|part| extract(part).package)
        .map(|found| found.value)
        .chain(extract(text).package.map(|found| found.value))
        .min()
}

fn judge(examination: &mut Examination<'_>, event: &BudgetEvent, packages: &[&CostLine], package: Session) {
    let subject = Subject::event(event).on_rows(packages.iter().copied());
    let Some(least) = least_hours(package) else { return examination.not_applicable() };
    if !examination.is_under(&subject, CHECK.rules) {
        return;
    }
    let seen = examination.seen;
    let of_place = seen.event_lines(event).filter(|(_, class)| class.cost_kind != CostKind::SpeakerFee);
    // Of meetings put together for want of titles, only the package's own lines count.
    let own = event.may_be_mixed();
    let said = match own {
        true => hours_of(packages.iter().copied()),
        false => hours_of(of_place.map(|(line, _)| line)).max(hours_said(&event.title)),
    };
    let set = Hours::try_new(examination.number(&HOURS_PER_DAY));
    let Some(hours) = said.or(set) else {
        return examination.insufficient(subject, vec![PROGRAMME_HOURS]);
    };
    if hours.value() >= least {
        return examination.clear();
    }
    let formula = |lang: Lang| {
        let hour = lang.pick("jam", "hours");
        let said = decimal_text(hours.value(), lang);
        format!("{said} {hour} < {least} {hour} ({package})")
    };
    let flag = Flag {
        observed: Figure::Number(hours.value()),
        limit: Figure::Number(least),
        formula: Text::by(formula),
        // What the shorter package costs is another price, which the lines do not have.
        at_stake: None,
        certainty: Confidence::Medium,
    };
    examination.flag(subject, flag);
}
