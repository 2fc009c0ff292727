//! `transport-in-compound`: local transport is paid for an event in the agency's own office compound.

use crate::budget_event::{BudgetEvent, pays_local_transport};
use crate::classify::Confidence;
use crate::cost_line::CostLine;
use crate::lang::{Lang, Text};
use crate::money::Rupiah;
use crate::venue::Venue;

use super::definition::{Check, page};
use super::examination::{Examination, Flag};
use super::finding::Figure;
use super::missing::{COMPOUND, PLACE};
use super::people::{other_people, own_people};
use super::reasons::FUND_UNKNOWN;
use super::subject::{Seen, Subject};
use super::whereabouts::venue_of;
use super::words::plain;

pub(super) static CHECK: Check = Check {
    name: "transport-in-compound",
    flags: Text::fixed(
        "Transport lokal dibayar untuk acara di kompleks kantor instansi itu sendiri.",
        "Local transport is paid for an event in the agency's own office compound.",
    ),
    page: page!("transport-in-compound"),
    on_by_default: true,
    settings: &[],
    rules: &["SBM-TRANSPORT-SAMECOMPOUND"],
    exclusions: &[
        Text::fixed(
            "tahun anggaran di luar 2025 dan 2026, sebab aturan tahun lain belum diperiksa",
            "fiscal years other than 2025 and 2026, whose rule was not checked",
        ),
        Text::fixed(
            "transport bagi orang luar yang disebut (masyarakat, kader, guru, narasumber, undangan)",
            "transport for people of elsewhere who are named (the public, cadres, teachers, speakers, guests)",
        ),
    ],
    reasons: &[
        Text::fixed(
            "peserta datang dari kantor lain atau dari masyarakat",
            "participants came from other offices or from the public",
        ),
        Text::fixed("acara dipindahkan ke tempat lain", "the event was moved to another place"),
    ],
    documents: &[
        Text::fixed("daftar hadir dengan instansi asal", "attendance list with the bodies people came from"),
        Text::fixed("daftar penerima transport", "list of those who received transport money"),
        Text::fixed("undangan dengan tempat acara", "invitation with the place of the event"),
    ],
    can_fire,
    run,
};

fn can_fire(seen: &Seen<'_>) -> Result<(), Text> {
    if seen.fund.is_none() {
        return Err(FUND_UNKNOWN);
    }
    if seen.venues.iter().all(|venue| venue.compound.is_empty()) {
        return Err(Text::fixed(
            "tidak ada gedung dengan compound; isi compound pada berkas --venues",
            "no hall has a compound; fill in compound in the --venues file",
        ));
    }
    if seen.classified().any(|(line, class)| pays_local_transport(line, class)) {
        return Ok(());
    }
    Err(Text::fixed(
        "tidak ada transport peserta dalam berkas ini",
        "no transport of participants in this file",
    ))
}

fn run(examination: &mut Examination<'_>) {
    let seen = examination.seen;
    for event in &seen.grouping.events {
        let paid = seen.event_lines(event).filter(|(line, class)| pays_local_transport(line, class));
        let paid: Vec<&CostLine> = paid.map(|(line, _)| line).filter(|line| !line.amount.is_zero()).collect();
        if paid.is_empty() || event.venue_kind.is_commercial() {
            examination.not_applicable();
        } else {
            judge(examination, event, &paid);
        }
    }
}

fn judge(examination: &mut Examination<'_>, event: &BudgetEvent, paid: &[&CostLine]) {
    let subject = Subject::event(event).on_rows(paid.iter().copied());
    if !examination.is_under(&subject, CHECK.rules) {
        return;
    }
    let Some(venue) = venue_of(examination.seen, event) else {
        let missing = if event.venue_name.is_some() { COMPOUND } else { PLACE };
        return examination.insufficient(subject, vec![missing]);
    };
    if !venue.in_compound_of(&event.organiser) {
        return examination.clear();
    }
    // A line for the committee and others alike has people of the house in it.
    let text = |line: &CostLine| plain(&line.description);
    let from_elsewhere =
        |line: &CostLine| own_people(&text(line)).is_none() && other_people(&text(line)).is_some();
    let (_, asked): (Vec<&CostLine>, Vec<&CostLine>) =
        paid.iter().copied().partition(|line| from_elsewhere(line));
    let own = asked.iter().all(|line| own_people(&text(line)).is_some());
    match Rupiah::try_sum(asked.iter().map(|line| line.amount)) {
        Ok(sum) if !sum.is_zero() => {
            let certainty = if own && !event.may_be_mixed() { Confidence::Medium } else { Confidence::Low };
            let flag = flag(venue, &asked, sum, certainty);
            examination.flag(subject.on_rows(asked), flag);
        }
        Ok(_) => examination.clear(),
        Err(_) => examination.not_applicable(),
    }
}

fn flag(venue: &Venue, asked: &[&CostLine], sum: Rupiah, certainty: Confidence) -> Flag {
    let formula = |lang: Lang| {
        let parts: Vec<String> =
            asked.iter().map(|line| format!("{} {}", line.description, line.amount.display(lang))).collect();
        let place = lang.pick("di kompleks kantor sendiri", "in the own office compound");
        format!("{} {place}: {} = {}", venue.name, parts.join(" + "), sum.display(lang))
    };
    Flag {
        observed: Figure::Rupiah(sum),
        limit: Figure::Rupiah(Rupiah::ZERO),
        formula: Text::by(formula),
        at_stake: Some(sum),
        certainty,
    }
}
