//! `hall-could-seat`: an event at a paid place that a government hall of the list has seats for.

use std::num::NonZeroU32;

use crate::budget_event::BudgetEvent;
use crate::classify::Confidence;
use crate::estimate::Estimate;
use crate::kind::{CostKind, VenueKind};
use crate::lang::{Lang, Text};
use crate::money::Rupiah;
use crate::session::Session;
use crate::venue::Venue;

use super::definition::{Check, page};
use super::examination::{Examination, Flag};
use super::finding::Figure;
use super::missing::{HALL_CAPACITY, HOME_TOWNS, PARTICIPANTS};
use super::reasons::NO_PAID_PLACE;
use super::subject::{Seen, Subject};

pub(super) static CHECK: Check = Check {
    name: "hall-could-seat",
    flags: Text::fixed(
        "Kegiatan diadakan di tempat berbayar, padahal ada gedung pemerintah dalam daftar yang kursinya cukup.",
        "An event is held at a paid place although a government hall of the list has seats for all participants.",
    ),
    page: page!("hall-could-seat"),
    on_by_default: true,
    settings: &[],
    rules: &["PANRB-6-2015", "SBM-2026-31E"],
    exclusions: &[Text::fixed(
        "kegiatan daring, di gedung pemerintah, tanpa nama tempat, atau dengan penginapan; gedung yang kapasitasnya tidak diketahui",
        "events online, in government halls, at a place not named, or with lodging; halls whose seats are not known",
    )],
    reasons: &[
        Text::fixed("gedung sudah terpakai pada hari itu", "the hall was taken on that day"),
        Text::fixed(
            "peserta lintas instansi atau daerah; urusan mendesak",
            "participants from several bodies or regions; urgent matters",
        ),
        Text::fixed(
            "susunan tempat duduk atau peralatan tidak tersedia",
            "seating layout or equipment not available",
        ),
    ],
    documents: &[
        Text::fixed("daftar hadir", "attendance list"),
        Text::fixed("buku pemakaian gedung", "booking register of the hall"),
        Text::fixed(
            "surat pernyataan fasilitas kantor tidak mencukupi",
            "statement that office facilities do not suffice",
        ),
    ],
    can_fire,
    run,
};

fn halls<'a>(seen: &Seen<'a>) -> impl Iterator<Item = &'a Venue> {
    seen.venues.iter().filter(|venue| venue.kind == VenueKind::GovernmentHall)
}

fn can_fire(seen: &Seen<'_>) -> Result<(), Text> {
    if halls(seen).next().is_none() {
        return Err(Text::fixed(
            "perlu daftar gedung pemerintah: --venues FILE (contoh: hemat init venues)",
            "needs a list of government halls: --venues FILE (template: hemat init venues)",
        ));
    }
    if !seen.grouping.events.iter().any(|event| event.venue_kind.is_commercial()) {
        return Err(NO_PAID_PLACE);
    }
    Ok(())
}

fn run(examination: &mut Examination<'_>) {
    let seen = examination.seen;
    for event in &seen.grouping.events {
        if !event.venue_kind.is_commercial() || event.venue_cost.is_zero() {
            examination.not_applicable();
            continue;
        }
        let subject = Subject::event(event);
        let Some(participants) = event.participants.as_ref().map(|count| count.value) else {
            examination.insufficient(subject, vec![PARTICIPANTS]);
            continue;
        };
        let known: Vec<(&Venue, NonZeroU32)> =
            halls(seen).filter_map(|hall| Some((hall, fewest_seats(hall)?))).collect();
        let fitting: Vec<_> =
            known.iter().copied().filter(|(_, seats)| seats.get() >= participants.high()).collect();
        if !fitting.is_empty() && needs_beds(event) {
            // A hall has no beds; whether they were needed is not in a budget.
            examination.insufficient(subject, vec![HOME_TOWNS]);
        } else if !fitting.is_empty() {
            let flag = flag(event, participants, &fitting, seen.savings.get(&event.id));
            examination.flag(subject, flag);
        } else if known.len() < halls(seen).count() {
            examination.insufficient(subject, vec![HALL_CAPACITY]);
        } else {
            examination.clear();
        }
    }
}

/// The seats in the layout that seats fewest of those known: how people sit is not in a budget.
fn fewest_seats(hall: &Venue) -> Option<NonZeroU32> {
    hall.capacity.as_ref()?.seats.values().min().copied()
}

/// True if the event pays for nights.
fn needs_beds(event: &BudgetEvent) -> bool {
    event.package == Some(Session::Fullboard) || event.cost.contains_key(&CostKind::EventLodging)
}

fn flag(
    event: &BudgetEvent,
    participants: Estimate<u32>,
    fitting: &[(&Venue, NonZeroU32)],
    saving: Option<&Estimate<Rupiah>>,
) -> Flag {
    let largest = fitting.iter().map(|(_, seats)| seats.get()).max().unwrap_or(0);
    let formula = |lang: Lang| {
        let halls: Vec<String> =
            fitting.iter().map(|(hall, seats)| format!("{} ({seats})", hall.name)).collect();
        format!(
            "{} {}; {}: {}; {} {}",
            participants.high(),
            lang.pick("peserta", "participants"),
            lang.pick("kursi tersedia di", "seats in"),
            halls.join(", "),
            lang.pick("biaya tempat", "venue cost"),
            event.venue_cost.display(lang)
        )
    };
    Flag {
        observed: Figure::Count(u64::from(participants.high())),
        limit: Figure::Count(u64::from(largest)),
        formula: Text::by(formula),
        at_stake: saving.map(|s| s.likely()).filter(|s| !s.is_negative() && !s.is_zero()),
        certainty: Confidence::Medium,
    }
}
