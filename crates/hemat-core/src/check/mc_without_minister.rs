//! `mc-without-minister`: a master of ceremonies paid at an event too small for it, under the central price standard.

use crate::budget_event::BudgetEvent;
use crate::classify::Confidence;
use crate::cost_line::CostLine;
use crate::event::Fund;
use crate::kind::CostKind;
use crate::lang::{Lang, Text};
use crate::money::Rupiah;

use super::definition::{Check, page};
use super::examination::{Examination, Flag};
use super::fees::{participants_under_sbm, without_event};
use super::finding::Figure;
use super::missing::MINISTER;
use super::reasons::SBM_IS_APBN;
use super::subject::{Seen, Subject};
use super::words::{held, plain};

/// SBM pos 9.3: participants from which a fee is allowed, if a minister attends too.
const LEAST_PARTICIPANTS: u32 = 300;

const MC: &[&str] = &["mc", "pembawa acara", "pemandu acara", "master of ceremony", "master of ceremonies"];

/// Roles with rules of their own. A line that names one beside the MC has one price for both.
const OTHER_ROLES: &[&str] =
    &["narasumber", "nara sumber", "moderator", "pembicara", "fasilitator", "instruktur"];

pub(super) static CHECK: Check = Check {
    name: "mc-without-minister",
    flags: Text::fixed(
        "Honorarium pembawa acara dianggarkan dari APBN untuk acara dengan peserta kurang dari 300 orang.",
        "A fee for the master of ceremonies is budgeted from the APBN for an event of fewer than 300 participants.",
    ),
    page: page!("mc-without-minister"),
    on_by_default: true,
    settings: &[],
    rules: &["SBM-MC300"],
    exclusions: &[Text::fixed(
        "APBD; tahun di luar 2023 sampai 2026; rincian yang menyebut narasumber atau moderator dalam harga yang sama",
        "APBD; years other than 2023 to 2026; lines that name a speaker or moderator in the same price",
    )],
    reasons: &[
        Text::fixed(
            "peserta yang hadir lebih banyak daripada volume rincian",
            "more people attended than the quantities of the lines say",
        ),
        Text::fixed(
            "jasa penyedia acara, bukan honorarium pegawai",
            "a contracted event service, not a fee to staff",
        ),
    ],
    documents: &[
        Text::fixed("undangan dan daftar hadir", "invitation and attendance list"),
        Text::fixed("jadwal acara dengan nama pejabat", "programme with the names of officials"),
        Text::fixed("SK dan kuitansi honorarium", "decree and receipt of the fee"),
    ],
    can_fire,
    run,
};

fn can_fire(seen: &Seen<'_>) -> Result<(), Text> {
    if seen.fund != Some(Fund::Apbn) {
        return Err(SBM_IS_APBN);
    }
    if seen.of_kind(CostKind::SpeakerFee).any(|(line, _)| is_mc(line)) {
        return Ok(());
    }
    Err(Text::fixed(
        "tidak ada honorarium pembawa acara dalam berkas ini",
        "no fee for a master of ceremonies in this file",
    ))
}

fn is_mc(line: &CostLine) -> bool {
    held(&plain(&line.description), MC).is_some()
}

fn is_shared(line: &CostLine) -> bool {
    held(&plain(&line.description), OTHER_ROLES).is_some()
}

fn run(examination: &mut Examination<'_>) {
    let seen = examination.seen;
    let mut in_events: Vec<&CostLine> = Vec::new();
    for event in &seen.grouping.events {
        let of_event = seen.event_lines(event).filter(|(_, class)| class.cost_kind == CostKind::SpeakerFee);
        let fees: Vec<&CostLine> = of_event.map(|(line, _)| line).filter(|line| is_mc(line)).collect();
        in_events.extend(&fees);
        let (shared, alone): (Vec<&CostLine>, Vec<&CostLine>) =
            fees.into_iter().partition(|line| is_shared(line));
        if !shared.is_empty() {
            examination.not_applicable();
        }
        if !alone.is_empty() {
            judge(examination, event, &alone);
        }
    }
    let fees = seen.of_kind(CostKind::SpeakerFee).map(|(line, _)| line);
    without_event(examination, fees.filter(|line| is_mc(line) && !is_shared(line)), &in_events);
}

fn judge(examination: &mut Examination<'_>, event: &BudgetEvent, fees: &[&CostLine]) {
    let subject = Subject::event(event).on_rows(fees.iter().copied());
    let Some(participants) = participants_under_sbm(examination, event, &subject) else { return };
    if participants < LEAST_PARTICIPANTS {
        return match Rupiah::try_sum(fees.iter().map(|line| line.amount)) {
            Ok(sum) if !sum.is_zero() => flag(examination, subject, participants, sum),
            _ => examination.not_applicable(),
        };
    }
    let texts = fees.iter().map(|line| &*line.description).chain([&*event.title, &*event.activity]);
    if texts.into_iter().any(|text| held(&plain(text), &["menteri"]).is_some()) {
        examination.clear();
    } else {
        examination.insufficient(subject, vec![MINISTER]);
    }
}

fn flag(examination: &mut Examination<'_>, subject: Subject, participants: u32, sum: Rupiah) {
    let formula = |lang: Lang| {
        format!(
            "{participants} {} < {LEAST_PARTICIPANTS}; {} {}",
            lang.pick("peserta", "participants"),
            lang.pick("honorarium pembawa acara", "fee for the master of ceremonies"),
            sum.display(lang)
        )
    };
    let flag = Flag {
        observed: Figure::Count(participants.into()),
        limit: Figure::Count(LEAST_PARTICIPANTS.into()),
        formula: Text::by(formula),
        at_stake: Some(sum),
        certainty: Confidence::Medium,
    };
    examination.flag(subject, flag);
}
