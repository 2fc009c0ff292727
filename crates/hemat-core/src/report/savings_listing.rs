//! All events of a savings report, one row each, with where their figures come from. For pages.

use super::hall_needs::needs_texts;
use super::savings_apart::why;
use super::savings_status::status_label;
use super::{Block, Cell, Column, ColumnKind, Origin, Section, Table};
use crate::lang::Lang;
use crate::saving::{EventSaving, Savings};

/// How many rows of files the origin of one event names; the CSV names all.
const ROWS: usize = 20;

/// The section that lists every event.
pub(super) fn every_event(savings: &Savings, lang: Lang) -> Section {
    let column = |key, id: &str, en: &str, kind| Column::new(key, lang.pick(id, en), kind);
    let mut table = Table::new(
        "every-event",
        "",
        vec![
            column("title", "Kegiatan", "Event", ColumnKind::Text),
            column("agency", "Instansi", "Agency", ColumnKind::Text),
            column("venue", "Tempat semula", "Original venue", ColumnKind::Text),
            column("date", "Tanggal", "Date", ColumnKind::Text),
            column("participants", "Peserta", "Participants", ColumnKind::Count),
            column("current", "Biaya tempat (Rp)", "Venue cost (IDR)", ColumnKind::Rupiah),
            column("best", "Gedung", "Hall", ColumnKind::Text),
            column("saving", "Penghematan (Rp)", "Saving (IDR)", ColumnKind::Rupiah),
            column("status", "Keadaan", "Status", ColumnKind::Text),
        ],
    );
    for (at, event) in savings.events.iter().enumerate() {
        table.row(vec![
            Cell::text(event.title.clone()),
            Cell::text(event.agency.to_string()),
            Cell::text(venue_text(event, lang)),
            event.date.map_or(Cell::Unknown, Cell::Date),
            event.participants.map_or(Cell::Unknown, Cell::CountRange),
            Cell::Rupiah(event.current),
            Cell::text(event.best_venue.clone().unwrap_or_default()),
            event.gross_saving.map_or(Cell::Empty, Cell::Range),
            Cell::text(status_label(event.status, lang)),
        ]);
        table.originate(at, event_origin(event, lang));
    }
    Section::new("every-event", lang.pick("Semua kegiatan", "All events")).block(Block::Listing(table))
}

fn venue_text(event: &EventSaving, lang: Lang) -> String {
    let kind = event.venue_kind.label(lang);
    event.venue_name.as_ref().map_or_else(|| kind.to_owned(), |name| format!("{name} ({kind})"))
}

/// One event as a part of a sum: its title, its figure and its rows.
pub(super) fn event_part(event: &EventSaving, lang: Lang) -> String {
    let amount = match event.gross_saving {
        Some(saving) => super::compare_text::money(saving, lang),
        None => event.current.display(lang),
    };
    format!("{}: {amount} [{}]", event.title, rows(event, lang))
}

/// How the figures of one event are made, and from which rows.
pub(super) fn event_origin(event: &EventSaving, lang: Lang) -> Origin {
    let rule = if event.status.is_compared() {
        match (event.occurrences, lang) {
            (0 | 1, Lang::Id) => "Penghematan: biaya tempat dikurangi biaya kebutuhan yang sama di gedung (sewa, dan makan, kudapan, penginapan jika paketnya memuatnya). Biaya tempat: jumlah baris paket dan sewa ruang.".to_owned(),
            (0 | 1, Lang::En) => "Saving: the venue cost minus the cost of the same needs in the hall (rent, and food and lodging where the package included them). Venue cost: the sum of the rows of packages and room rent.".to_owned(),
            (times, Lang::Id) => format!("Penghematan: biaya tempat dikurangi {times} kali biaya kebutuhan yang sama di gedung (sewa, dan makan, kudapan, penginapan jika paketnya memuatnya). Biaya tempat: jumlah baris paket dan sewa ruang."),
            (times, Lang::En) => format!("Saving: the venue cost minus {times} times the cost of the same needs in the hall (rent, and food and lodging where the package included them). Venue cost: the sum of the rows of packages and room rent."),
        }
    } else {
        why(event.status, lang).to_owned()
    };
    let mut parts = Vec::new();
    let mut fact = |label: &str, text: String| {
        if !text.trim().is_empty() {
            parts.push(format!("{label}: {text}"));
        }
    };
    fact(lang.pick("kegiatan anggaran", "budget activity"), event.activity.to_string());
    fact(lang.pick("rekening", "account"), event.account.clone());
    fact(
        lang.pick("hari", "days"),
        event.days.map_or_else(String::new, |d| Cell::CountRange(d).display(lang)),
    );
    fact(
        lang.pick("diperlukan di gedung", "needed in the hall"),
        event.needs.as_ref().map_or_else(String::new, |needs| needs_texts(needs, lang).join(" ")),
    );
    fact(lang.pick("perhitungan", "working"), working(event, lang));
    let weakest = event.weakest_evidence.map_or("", |evidence| evidence.label(lang));
    fact(lang.pick("bukti terlemah", "weakest evidence"), weakest.to_owned());
    fact(lang.pick("baris", "rows"), rows(event, lang));
    fact("id", event.id.clone());
    Origin { rule, parts }
}

/// Venue cost less the cost in the hall, at likely values.
fn working(event: &EventSaving, lang: Lang) -> String {
    let saving = event.gross_saving.map(|saving| saving.likely());
    let cost = saving.and_then(|saving| event.current.try_sub(saving).ok());
    let (Some(saving), Some(cost), Some(hall)) = (saving, cost, &event.best_venue) else {
        return String::new();
    };
    let [current, cost, saving] = [event.current, cost, saving].map(|amount| amount.display(lang));
    match lang {
        Lang::Id => format!(
            "{current} - {cost} di {hall} = {saving}; harga-harganya ada di bagian harga yang dipakai, rinciannya lewat hemat savings --explain {}",
            event.id
        ),
        Lang::En => format!(
            "{current} - {cost} in {hall} = {saving}; its prices stand under the prices used, its parts in hemat savings --explain {}",
            event.id
        ),
    }
}

/// The rows of an event, as `file:row`.
fn rows(event: &EventSaving, lang: Lang) -> String {
    let shown: Vec<String> = event.rows.iter().take(ROWS).map(ToString::to_string).collect();
    let more = event.rows.len().saturating_sub(ROWS);
    let shown = shown.join(", ");
    match (more, lang) {
        (0, _) => shown,
        (_, Lang::Id) => format!("{shown}, dan {more} baris lain"),
        (_, Lang::En) => format!("{shown} and {more} more rows"),
    }
}
