//! The report of one event with every line.

use super::events::{confidence_label, count_cell, venue_text};
use super::{Cell, Column, ColumnKind, Report, Section, Table, trail_sentences};
use crate::budget_event::{BudgetEvent, EventDoubt};
use crate::classify::Trail;
use crate::cost_line::CostLine;
use crate::lang::Lang;
use crate::source::SourceRef;

/// A line of the event with how its kind was found.
#[derive(Debug, Clone)]
pub struct EventLine<'a> {
    /// The line.
    pub line: &'a CostLine,
    /// The trail of its classification.
    pub trail: Trail,
}

/// A doubt as a sentence's part.
#[must_use]
pub fn doubt_label(doubt: EventDoubt, lang: Lang) -> &'static str {
    match doubt {
        EventDoubt::TitleFromActivity => lang.pick(
            "tidak ada baris yang menyebut nama acara; judulnya dari kegiatan",
            "no line names the event; its title is the activity's",
        ),
        EventDoubt::LinesWithoutTitle => lang.pick(
            "ada baris tanpa nama acara, dimasukkan karena hanya ini yang cocok",
            "some lines name no event; they are here since no other fits",
        ),
        EventDoubt::UnsureLine => {
            lang.pick("jenis salah satu baris tidak pasti", "the kind of some line is not sure")
        }
        EventDoubt::NoParticipants => {
            lang.pick("jumlah peserta tidak disebut", "the number of participants is not stated")
        }
        EventDoubt::CountsDisagree => lang.pick(
            "baris-barisnya berbeda tentang jumlah peserta atau hari",
            "its lines disagree on participants or days",
        ),
    }
}

/// Makes the report in one language.
#[must_use]
pub fn event_report(event: &BudgetEvent, lines: &[EventLine<'_>], lang: Lang) -> Report {
    let mut sections = vec![facts(event, lang)];
    let doubts: Vec<String> = event.doubts.iter().map(|d| doubt_label(*d, lang).to_owned()).collect();
    if !doubts.is_empty() {
        sections.push(Section::new("doubts", lang.pick("Keraguan", "Doubts")).list(doubts));
    }
    sections
        .push(Section::new("lines", lang.pick("Rincian", "Lines")).table(lines_table(event, lines, lang)));
    let why = lines.iter().map(|l| format!("{}: {}", l.line.row, why(&l.trail, lang))).collect();
    sections.push(
        Section::new("why", lang.pick("Mengapa jenisnya demikian", "Why each line is what it is")).list(why),
    );
    let total = event.total.display(lang);
    let venue_cost = event.venue_cost.display(lang);
    let place = venue_text(event, lang);
    let mut report = Report {
        kind: "event",
        lang,
        title: event.title.clone(),
        lead: vec![match lang {
            Lang::Id => format!(
                "Jumlah {total}, di antaranya biaya tempat {venue_cost}. Tempat: {place}. Keyakinan: {}.",
                confidence_label(event.confidence, lang)
            ),
            Lang::En => format!(
                "{total} in all, of which {venue_cost} for the place. Place: {place}. Confidence: {}.",
                confidence_label(event.confidence, lang)
            ),
        }],
        sections,
        data: data(lines, lang),
    };
    let summary = super::events_listing::event_summary(event, &report.lead, lang);
    report.sections.insert(0, summary);
    report
}

/// The answer, the words and the account; what was passed over is for `--why`.
fn why(trail: &Trail, lang: Lang) -> String {
    let brief = Trail { passed_over: Vec::new(), ..trail.clone() };
    trail_sentences(&brief, lang).join(" ")
}

fn facts(event: &BudgetEvent, lang: Lang) -> Section {
    let mut table = Table::new(
        "facts",
        "",
        vec![
            Column::new("fact", lang.pick("Hal", "What"), ColumnKind::Text),
            Column::new("value", lang.pick("Isi", "Value"), ColumnKind::Text),
        ],
    );
    let mut fact = |name: &str, cell: Cell| {
        let cell = match cell {
            Cell::Empty => return,
            other => Cell::text(other.display(lang)),
        };
        table.row(vec![Cell::text(name), cell]);
    };
    fact("Id", Cell::text(event.id.clone()));
    fact(lang.pick("Bentuk", "Kind"), Cell::text(event.kind.as_str()));
    fact(lang.pick("Instansi", "Agency"), Cell::text(event.organiser.to_string()));
    let activity = format!("{} {}", event.activity_code, event.activity);
    fact(lang.pick("Kegiatan", "Activity"), Cell::text(activity.trim()));
    fact(lang.pick("Tahun", "Year"), event.year.map_or(Cell::Unknown, |y| Cell::text(y.to_string())));
    fact(lang.pick("Tahap", "Stage"), event.stage.map_or(Cell::Unknown, |s| Cell::text(s.as_str())));
    let dates: Vec<String> = event.dates.iter().map(|d| d.display(lang)).collect();
    fact(lang.pick("Tanggal", "Dates"), Cell::text(dates.join(", ")));
    fact(lang.pick("Peserta", "Participants"), count_cell(event.participants.as_ref()));
    fact(lang.pick("Hari", "Days"), count_cell(event.days.as_ref()));
    fact(lang.pick("Kali", "Times"), count_cell(event.occurrences.as_ref()));
    fact(lang.pick("Paket", "Package"), Cell::text(event.package.map_or("", |p| p.as_str())));
    fact(lang.pick("Kode paket", "Package code"), Cell::text(event.package_code.to_string()));
    fact(lang.pick("Paket yang sama", "Same package"), Cell::text(event.same_package.join(", ")));
    for (kind, amount) in &event.cost {
        fact(kind.label(lang), Cell::Rupiah(*amount));
    }
    fact(lang.pick("Jumlah (Rp)", "Total (IDR)"), Cell::Rupiah(event.total));
    Section::new("facts", lang.pick("Ringkasan", "Summary")).table(table)
}

fn line_columns(lang: Lang) -> Vec<Column> {
    vec![
        Column::new("row", lang.pick("Baris", "Row"), ColumnKind::Source),
        Column::new("description", lang.pick("Uraian", "Description"), ColumnKind::Text),
        Column::new("quantity", lang.pick("Volume", "Quantity"), ColumnKind::Text),
        Column::new("unit_price", lang.pick("Harga satuan (Rp)", "Unit price (IDR)"), ColumnKind::Rupiah),
        Column::new("amount", lang.pick("Jumlah (Rp)", "Amount (IDR)"), ColumnKind::Rupiah),
        Column::new("cost_kind", lang.pick("Jenis", "Kind"), ColumnKind::Text),
    ]
}

fn line_cells(line: &EventLine<'_>, kind: &str) -> Vec<Cell> {
    let cost = line.line;
    vec![
        Cell::Source(SourceRef::Row(cost.row.clone())),
        Cell::text(cost.description.to_string()),
        cost.quantity.as_ref().map_or(Cell::Unknown, |q| Cell::text(q.to_string())),
        Cell::rupiah(cost.unit_price),
        Cell::Rupiah(cost.amount),
        Cell::text(kind),
    ]
}

fn lines_table(event: &BudgetEvent, lines: &[EventLine<'_>], lang: Lang) -> Table {
    let mut table = Table::new("lines", "", line_columns(lang));
    for line in lines {
        table.row(line_cells(line, line.trail.classification.cost_kind.label(lang)));
    }
    super::events_listing::explain_lines(&mut table, lines, lang);
    let sum = lang.pick("jumlah", "total");
    table.total(vec![Cell::Empty, Cell::text(sum), Cell::Empty, Cell::Empty, Cell::Rupiah(event.total)]);
    table
}

fn data(lines: &[EventLine<'_>], lang: Lang) -> Table {
    let mut columns = line_columns(lang);
    columns.push(Column::new("reason", lang.pick("Aturan", "Rule"), ColumnKind::Text));
    columns.push(Column::new("why", lang.pick("Mengapa", "Why"), ColumnKind::Text));
    let mut table = Table::new("lines", "", columns);
    for line in lines {
        let class = &line.trail.classification;
        let mut cells = line_cells(line, class.cost_kind.as_str());
        cells.push(Cell::text(class.reason.to_string()));
        cells.push(Cell::text(why(&line.trail, lang)));
        table.row(cells);
    }
    table
}
