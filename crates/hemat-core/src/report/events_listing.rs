//! What a page of events shows beside its tables: all events with the origin of their figures, and their months.

use std::collections::BTreeMap;

use super::event::{EventLine, doubt_label};
use super::events::{EventList, confidence_label, count_cell, venue_text};
use super::month_charts::{month_chart, month_columns};
use super::{Block, Cell, Column, ColumnKind, Origin, Quote, Section, Table, trail_sentences};
use crate::budget_event::BudgetEvent;
use crate::cost_line::BudgetStage;
use crate::date::month_name;
use crate::evidence::Evidence;
use crate::lang::Lang;
use crate::money::MoneyError;

/// How many rows of files the origin of one event names; the CSV names all.
const ROWS: usize = 20;

/// Adds the sentence to quote and the months in front (these where one stage was read), the origins of the rows, and the listing of all events.
///
/// # Errors
/// [`MoneyError::OutOfRange`] when a total cannot be kept exact.
pub(super) fn illustrate(
    sections: &mut Vec<Section>,
    list: &EventList<'_>,
    lead: &[String],
    lang: Lang,
) -> Result<(), MoneyError> {
    let events = list.shown.as_slice();
    let by_id: BTreeMap<&str, &BudgetEvent> = events.iter().map(|e| (e.id.as_str(), *e)).collect();
    for block in sections.iter_mut().flat_map(|s| &mut s.blocks) {
        let Block::Table(table) = block else { continue };
        if table.id == "events" {
            originate(table, &by_id, lang);
        }
    }
    if events.is_empty() {
        return Ok(());
    }
    let place = sections.iter().position(|s| s.id == "events").map_or(0, |at| at + 1);
    sections.insert(place, every_event(events, lang));
    if let Some(section) = months(events, lang)? {
        sections.insert(0, section);
    }
    // The first sentence names the files, which the quotation has as its sources.
    let text = lead.iter().skip(1).take(2).cloned().collect::<Vec<_>>().join(" ");
    let evidence = Evidence::weakest(events.iter().map(|e| grade(e)));
    sections.insert(0, quoted(Quote { text, evidence, sources: list.files.clone() }, lang));
    Ok(())
}

/// What the lines of an event are: money paid, or a plan.
fn grade(event: &BudgetEvent) -> Evidence {
    if event.stage == Some(BudgetStage::Realised) { Evidence::Receipt } else { Evidence::Budget }
}

fn quoted(quote: Quote, lang: Lang) -> Section {
    Section::new("summary", lang.pick("Ringkasan", "Summary")).block(Block::Quote(quote))
}

/// The summary of a page of one event: its title and the answer, with its rows.
pub(super) fn event_summary(event: &BudgetEvent, lead: &[String], lang: Lang) -> Section {
    let year = event.year.map(|year| year.to_string());
    let aside: Vec<String> =
        Some(event.organiser.to_string()).filter(|o| !o.is_empty()).into_iter().chain(year).collect();
    let what = if aside.is_empty() {
        event.title.clone()
    } else {
        format!("{} ({})", event.title, aside.join(", "))
    };
    let text = format!("{what}: {}", lead.join(" "));
    let sources = event.rows.iter().map(ToString::to_string).collect();
    quoted(Quote { text, evidence: Some(grade(event)), sources }, lang)
}

fn originate(table: &mut Table, by_id: &BTreeMap<&str, &BudgetEvent>, lang: Lang) {
    for at in 0..table.rows().len() {
        let Some(Cell::Text(id)) = table.rows().get(at).and_then(|row| row.cells.first()) else { continue };
        if let Some(event) = by_id.get(id.as_str()) {
            let origin = event_origin(event, lang);
            table.originate(at, origin);
        }
    }
}

/// The section that lists every event.
fn every_event(events: &[&BudgetEvent], lang: Lang) -> Section {
    let column = |key, id: &str, en: &str, kind| Column::new(key, lang.pick(id, en), kind);
    let mut table = Table::new(
        "every-event",
        "",
        vec![
            column("title", "Kegiatan", "Event", ColumnKind::Text),
            column("agency", "Instansi", "Agency", ColumnKind::Text),
            column("venue", "Tempat", "Place", ColumnKind::Text),
            column("date", "Tanggal", "Date", ColumnKind::Text),
            column("participants", "Peserta", "Participants", ColumnKind::Count),
            column("days", "Hari", "Days", ColumnKind::Count),
            column("venue_cost", "Biaya tempat (Rp)", "Venue cost (IDR)", ColumnKind::Rupiah),
            column("total", "Jumlah (Rp)", "Total (IDR)", ColumnKind::Rupiah),
            column("confidence", "Keyakinan", "Confidence", ColumnKind::Text),
        ],
    );
    for (at, event) in events.iter().enumerate() {
        table.row(vec![
            Cell::text(event.title.clone()),
            Cell::text(event.organiser.to_string()),
            Cell::text(venue_text(event, lang)),
            event.dates.first().map_or(Cell::Unknown, |date| Cell::Date(*date)),
            count_cell(event.participants.as_ref()),
            count_cell(event.days.as_ref()),
            Cell::Rupiah(event.venue_cost),
            Cell::Rupiah(event.total),
            Cell::text(confidence_label(event.confidence, lang)),
        ]);
        table.originate(at, event_origin(event, lang));
    }
    Section::new("every-event", lang.pick("Semua kegiatan", "All events")).block(Block::Listing(table))
}

fn event_origin(event: &BudgetEvent, lang: Lang) -> Origin {
    let rule = lang.pick(
        "Jumlah: semua baris kegiatan ini. Biaya tempat: paket, sewa ruang, dan penginapan di antaranya.",
        "Total: all lines of this event. Venue cost: the packages, room rent and lodging among them.",
    );
    let mut parts: Vec<String> = event
        .cost
        .iter()
        .map(|(kind, amount)| format!("{}: {}", kind.label(lang), amount.display(lang)))
        .collect();
    let mut fact = |label: &str, text: String| {
        if !text.trim().is_empty() {
            parts.push(format!("{label}: {text}"));
        }
    };
    fact(
        lang.pick("kegiatan anggaran", "budget activity"),
        format!("{} {}", event.activity_code, event.activity),
    );
    fact(lang.pick("tahap", "stage"), event.stage.map_or("", BudgetStage::as_str).to_owned());
    let doubts: Vec<&str> = event.doubts.iter().map(|doubt| doubt_label(*doubt, lang)).collect();
    fact(lang.pick("keraguan", "doubts"), doubts.join("; "));
    fact(lang.pick("paket yang sama", "same package"), event.same_package.join(", "));
    let mut rows: Vec<String> = event.rows.iter().take(ROWS).map(ToString::to_string).collect();
    let more = event.rows.len().saturating_sub(ROWS);
    if more > 0 {
        rows.push(format!("+{more}"));
    }
    fact(lang.pick("baris", "rows"), rows.join(", "));
    fact("id", event.id.clone());
    Origin { rule: rule.to_owned(), parts }
}

/// Venue cost by month. Nothing where several stages were read: a plan and its receipts are one money.
fn months(events: &[&BudgetEvent], lang: Lang) -> Result<Option<Section>, MoneyError> {
    let stage = events.first().and_then(|e| e.stage);
    if events.iter().any(|e| e.stage != stage) {
        return Ok(None);
    }
    let dated = events.iter().filter_map(|e| Some((*e.dates.first()?, e.venue_cost)));
    let columns = month_columns(dated)?;
    let mut table = Table::new(
        "by-month",
        "",
        vec![
            Column::new("month", lang.pick("Bulan", "Month"), ColumnKind::Text),
            Column::new("events", lang.pick("Kegiatan", "Events"), ColumnKind::Count),
            Column::new("venue_cost", lang.pick("Biaya tempat (Rp)", "Venue cost (IDR)"), ColumnKind::Rupiah),
        ],
    );
    for column in &columns {
        table.row(vec![
            Cell::text(format!("{} {}", month_name(column.month, lang), column.year)),
            Cell::Count(column.count),
            Cell::Rupiah(column.amount),
        ]);
    }
    let undated = events.iter().filter(|e| e.dates.is_empty()).count();
    let Some(mut chart) = month_chart(columns, stage == Some(BudgetStage::Realised), lang) else {
        return Ok(None);
    };
    if undated > 0 {
        chart.alternative.push_str(&match lang {
            Lang::Id => format!(" Kegiatan tanpa tanggal, tidak ada dalam grafik: {undated}."),
            Lang::En => format!(" Events without a date, not in the chart: {undated}."),
        });
    }
    let section = Section::new("by-month", lang.pick("Menurut bulan", "By month"))
        .block(Block::Chart(chart))
        .block(Block::Listing(table));
    Ok(Some(section))
}

/// Says of every line of an event how its kind was found.
pub(super) fn explain_lines(table: &mut Table, lines: &[EventLine<'_>], lang: Lang) {
    for (at, line) in lines.iter().enumerate() {
        let mut sentences = trail_sentences(&line.trail, lang).into_iter();
        let rule = sentences.next().unwrap_or_default();
        table.originate(at, Origin { rule, parts: sentences.collect() });
    }
}
