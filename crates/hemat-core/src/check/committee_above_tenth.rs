//! `committee-above-tenth`: more paid committee members than the central price standard allows for the participants.

use rust_decimal::Decimal;

use crate::budget_event::BudgetEvent;
use crate::classify::Confidence;
use crate::cost_line::CostLine;
use crate::event::Fund;
use crate::lang::{Lang, Text};

use super::definition::{Check, page};
use super::examination::{Examination, Flag};
use super::fees::{is_committee_fee, participants_under_sbm, without_event};
use super::finding::Figure;
use super::missing::QUANTITY;
use super::reasons::SBM_IS_APBN;
use super::subject::{Seen, Subject};

/// SBM pos 9.4: one paid committee member for so many participants.
const PARTICIPANTS_A_MEMBER: u32 = 10;

/// With fewer than 40 participants, at most four members.
const SMALL_COMMITTEE: u32 = 4;

pub(super) static CHECK: Check = Check {
    name: "committee-above-tenth",
    flags: Text::fixed(
        "Panitia yang dibayar dari APBN lebih dari sepersepuluh jumlah peserta (lebih dari empat orang bila peserta kurang dari 40).",
        "The committee paid from the APBN is more than one tenth of the participants (more than four with fewer than 40).",
    ),
    page: page!("committee-above-tenth"),
    on_by_default: true,
    settings: &[],
    rules: &["SBM-COMMITTEE10"],
    exclusions: &[Text::fixed(
        "APBD; tahun di luar 2023 sampai 2026; biaya panitia selain honorarium",
        "APBD; years other than 2023 to 2026; costs of the committee other than fees",
    )],
    reasons: &[Text::fixed(
        "peserta lebih banyak daripada volume rincian, atau panitia yang sama dibayar untuk beberapa acara",
        "more participants than the quantities of the lines say, or one committee paid for several events",
    )],
    documents: &[
        Text::fixed("SK panitia", "decree that names the committee"),
        Text::fixed("daftar hadir", "attendance list"),
        Text::fixed("daftar penerima honorarium", "list of those who received fees"),
    ],
    can_fire,
    run,
};

fn can_fire(seen: &Seen<'_>) -> Result<(), Text> {
    if seen.fund != Some(Fund::Apbn) {
        return Err(SBM_IS_APBN);
    }
    if seen.lines.iter().any(is_committee_fee) {
        return Ok(());
    }
    Err(Text::fixed(
        "tidak ada honorarium panitia dalam berkas ini",
        "no fee for an organising committee in this file",
    ))
}

fn run(examination: &mut Examination<'_>) {
    let seen = examination.seen;
    let mut in_events: Vec<&CostLine> = Vec::new();
    for event in &seen.grouping.events {
        let of_event = seen.event_lines(event).map(|(line, _)| line);
        let fees: Vec<&CostLine> = of_event.filter(|line| is_committee_fee(line)).collect();
        if !fees.is_empty() {
            judge(examination, event, &fees);
        }
        in_events.extend(fees);
    }
    without_event(examination, seen.lines.iter().filter(|line| is_committee_fee(line)), &in_events);
}

fn judge(examination: &mut Examination<'_>, event: &BudgetEvent, fees: &[&CostLine]) {
    let subject = Subject::event(event).on_rows(fees.iter().copied());
    let Some(participants) = participants_under_sbm(examination, event, &subject) else { return };
    let persons = |line: &&CostLine| line.quantity.as_ref().and_then(crate::quantity::Quantity::persons);
    let Some(members) = fees.iter().map(persons).try_fold(Decimal::ZERO, |sum, n| sum.checked_add(n?)) else {
        return examination.insufficient(subject, vec![QUANTITY]);
    };
    // A part of a person is none.
    let limit = Decimal::from((participants / PARTICIPANTS_A_MEMBER).max(SMALL_COMMITTEE));
    if members <= limit {
        return examination.clear();
    }
    let formula = |lang: Lang| {
        let (paid, of) =
            (lang.pick("panitia dibayar", "paid committee members"), lang.pick("peserta", "participants"));
        format!("{members} {paid} > {limit} ({participants} {of})")
    };
    let flag = Flag {
        observed: Figure::Number(members),
        limit: Figure::Number(limit),
        formula: Text::by(formula),
        // Which of the members is one too many, and at what fee, a budget does not say.
        at_stake: None,
        certainty: Confidence::Medium,
    };
    examination.flag(subject, flag);
}
