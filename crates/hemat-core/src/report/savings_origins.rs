//! Which events a row of a savings table sums up, and from which rows of files they come.

use std::collections::BTreeMap;

use super::savings_groups::{group_label, group_of};
use super::savings_listing::{event_origin, event_part};
use super::savings_status::status_label;
use super::{Cell, Origin, Table};
use crate::estimate::Estimate;
use crate::lang::Lang;
use crate::money::Rupiah;
use crate::saving::{EventSaving, SavingStatus, Savings};

/// How many events the origin of a sum lists; the listing has all.
const PARTS: usize = 12;

/// Says of every row of a known table which events it sums up.
pub(super) fn originate(table: &mut Table, savings: &Savings, lang: Lang) {
    let mut groups: BTreeMap<String, Vec<&EventSaving>> = BTreeMap::new();
    for event in &savings.events {
        if let Some(key) = row_of(table.id, event, lang) {
            groups.entry(key).or_default().push(event);
        }
    }
    for at in 0..table.rows().len() {
        if table.id == "largest" {
            if let Some(event) = largest_event(table, at, savings) {
                table.originate(at, event_origin(event, lang));
            }
            continue;
        }
        let Some(Cell::Text(label)) = table.rows().get(at).and_then(|row| row.cells.first()) else {
            continue;
        };
        if let Some(events) = groups.get_mut(label) {
            sort_by_weight(events);
            let origin = sum_origin(events, lang);
            table.originate(at, origin);
        }
    }
}

/// The first cell of the row of a table that the event is counted in.
fn row_of(table: &str, event: &EventSaving, lang: Lang) -> Option<String> {
    match table {
        "status" => Some(status_label(event.status, lang).to_owned()),
        _ if event.status != SavingStatus::Saves => None,
        _ => group_of(table, event).map(|key| group_label(&key, lang)),
    }
}

fn sort_by_weight(events: &mut [&EventSaving]) {
    let weight = |e: &EventSaving| (e.gross_saving.map_or(Rupiah::ZERO, Estimate::likely), e.current);
    events.sort_by(|a, b| (weight(b), &a.id).cmp(&(weight(a), &b.id)));
}

/// The event that a row of the ten largest shows.
fn largest_event<'a>(table: &Table, at: usize, savings: &'a Savings) -> Option<&'a EventSaving> {
    let cells = &table.rows().get(at)?.cells;
    savings.events.iter().find(|event| {
        let shown = [
            Cell::text(event.title.clone()),
            Cell::text(event.agency.to_string()),
            Cell::Rupiah(event.current),
            event.gross_saving.map_or(Cell::Unknown, Cell::Range),
        ];
        event.status.is_compared() && shown.iter().all(|cell| cells.contains(cell))
    })
}

fn sum_origin(events: &[&EventSaving], lang: Lang) -> Origin {
    let count = events.len();
    let rule = match lang {
        Lang::Id => format!("Jumlah {count} kegiatan; rumus tiap kegiatan ada di daftar semua kegiatan."),
        Lang::En => {
            format!("The sum of {count} events; the formula of each stands in the list of all events.")
        }
    };
    let mut parts: Vec<String> = events.iter().take(PARTS).map(|event| event_part(event, lang)).collect();
    let more = count.saturating_sub(PARTS);
    if more > 0 {
        parts.push(match lang {
            Lang::Id => format!("dan {more} kegiatan lain; saring daftar semua kegiatan"),
            Lang::En => format!("and {more} more events; filter the list of all events"),
        });
    }
    Origin { rule, parts }
}
