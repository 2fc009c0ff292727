//! `yearly-hotel-total`: what one agency plans or pays for events at hotels in one year.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::budget_event::BudgetEvent;
use crate::classify::Confidence;
use crate::cost_line::{BudgetStage, CostLine};
use crate::kind::VenueKind;
use crate::lang::{Lang, Text};
use crate::money::Rupiah;

use super::definition::{Check, page};
use super::examination::{Examination, Flag};
use super::finding::Figure;
use super::missing::{PLACE, YEAR};
use super::setting::{Setting, SettingUnit};
use super::subject::{Seen, Subject};

/// No rule sets a limit; a billion a year is some 2,000 fullday packages of North Sumatra at the SBM of 2026.
static LIMIT: Setting = Setting::whole(
    "limit",
    SettingUnit::Rupiah,
    1_000_000_000,
    1_000_000_000_000_000,
    Text::fixed(
        "jumlah setahun per instansi; sama dengan batas ini belum ditandai",
        "total of an agency in a year; one equal to it is not flagged",
    ),
);

pub(super) static CHECK: Check = Check {
    name: "yearly-hotel-total",
    flags: Text::fixed(
        "Biaya tempat suatu instansi di hotel dalam setahun melebihi jumlah yang ditetapkan pengguna.",
        "An agency's venue cost at hotels in one year is above an amount that the user sets.",
    ),
    page: page!("yearly-hotel-total"),
    on_by_default: true,
    settings: &[&LIMIT],
    rules: &["INPRES-1-2025", "SBM-SELECTIVE"],
    exclusions: &[Text::fixed(
        "kegiatan yang tempatnya tidak disebut; harga yang memuat hal lain; penginapan perjalanan dinas",
        "events whose place is not named; prices that hold other things too; hotels of business trips",
    )],
    reasons: &[
        Text::fixed(
            "instansi dengan tugas pelatihan atau koordinasi seluruh daerah",
            "an agency whose task is training or region-wide coordination",
        ),
        Text::fixed(
            "peserta dari luar daerah yang harus menginap",
            "participants from elsewhere who have to stay the night",
        ),
    ],
    documents: &[
        Text::fixed(
            "daftar kegiatan di hotel dengan peserta dan alasannya",
            "list of events at hotels with participants and reasons",
        ),
        Text::fixed(
            "surat pernyataan fasilitas kantor tidak mencukupi",
            "statement that office facilities do not suffice",
        ),
    ],
    can_fire,
    run,
};

fn can_fire(seen: &Seen<'_>) -> Result<(), Text> {
    if seen.grouping.events.iter().any(|event| is_hotel(event) || is_unclear(event)) {
        return Ok(());
    }
    Err(Text::fixed("tidak ada kegiatan di hotel dalam berkas ini", "no event at a hotel in this file"))
}

/// Money for a hotel and nothing else in the same price.
fn is_hotel(event: &BudgetEvent) -> bool {
    event.venue_kind == VenueKind::Hotel && event.contents_known && !event.venue_cost.is_zero()
}

/// Money that could be a hotel's: the place is not named, or its price holds other things too.
fn is_unclear(event: &BudgetEvent) -> bool {
    let place = matches!(event.venue_kind, VenueKind::Hotel | VenueKind::Unspecified);
    place && !is_hotel(event) && !event.venue_cost.is_zero()
}

#[derive(Default)]
struct Year<'a> {
    lines: Vec<&'a CostLine>,
    events: usize,
    hotels: Rupiah,
    unnamed: Rupiah,
}

type Key = (Arc<str>, Option<u16>, Option<BudgetStage>);

fn run(examination: &mut Examination<'_>) {
    let seen = examination.seen;
    let mut years: BTreeMap<Key, Year<'_>> = BTreeMap::new();
    for event in &seen.grouping.events {
        let (hotel, unnamed) = (is_hotel(event), is_unclear(event));
        if !hotel && !unnamed {
            examination.not_applicable();
            continue;
        }
        let year = years.entry((event.organiser.clone(), event.year, event.stage)).or_default();
        let sum = if hotel { &mut year.hotels } else { &mut year.unnamed };
        *sum = sum.try_add(event.venue_cost).unwrap_or(*sum);
        year.events += usize::from(hotel);
        let venue_lines = seen.event_lines(event).filter(|(_, class)| class.cost_kind.is_venue());
        year.lines.extend(venue_lines.map(|(line, _)| line));
    }
    let limit = examination.rupiah(&LIMIT);
    for ((agency, known_year, _), year) in years {
        judge(examination, &agency, known_year, &year, limit);
    }
}

fn judge(
    examination: &mut Examination<'_>,
    agency: &str,
    known_year: Option<u16>,
    year: &Year<'_>,
    limit: Rupiah,
) {
    let subject = Subject::lines(agency, &year.lines);
    let with_unnamed = year.hotels.try_add(year.unnamed).unwrap_or(year.hotels);
    if known_year.is_none() {
        return examination.insufficient(subject, vec![YEAR]);
    }
    if year.hotels <= limit {
        // Places that are not named could carry it over the limit.
        return if with_unnamed > limit {
            examination.insufficient(subject, vec![PLACE])
        } else {
            examination.clear()
        };
    }
    let (count, total) = (year.events, year.hotels);
    let formula = |lang: Lang| {
        let events = lang.pick("kegiatan di hotel", "events at hotels");
        let above = lang.pick("batas pengguna", "user's limit");
        format!("{count} {events}: {}; {above} {}", total.display(lang), limit.display(lang))
    };
    let flag = Flag {
        observed: Figure::Rupiah(total),
        limit: Figure::Rupiah(limit),
        formula: Text::by(formula),
        // The limit is the user's, not the law's: nothing of the total is an excess.
        at_stake: None,
        certainty: Confidence::Medium,
    };
    examination.flag(subject, flag);
}
