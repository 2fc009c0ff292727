//! The tables of a letter: the events, the lines of one event, and rows as text.

use crate::lang::Lang;
use crate::report::{Cell, Column, ColumnKind, Table, grouped_count};
use crate::source::RowRef;

use super::case::EventInQuestion;

/// So many rows are named; the rest is counted.
const ROWS_NAMED: usize = 8;

/// So many lines of one event are listed; the rest is counted in the row of the total.
const LINES_LISTED: usize = 40;

/// Rows as text. Where a letter is about one file, the file is named at its foot and rows are numbers alone.
pub(super) fn rows_text(rows: &[RowRef], one_file: bool, lang: Lang) -> String {
    let text = |row: &RowRef| {
        let whole = row.to_string();
        if !one_file {
            return whole;
        }
        whole.strip_prefix(&*row.file).and_then(|t| t.strip_prefix(':')).unwrap_or(&whole).to_owned()
    };
    // One row more takes less room than the words that count it.
    let named = if rows.len() == ROWS_NAMED + 1 { rows.len() } else { ROWS_NAMED };
    let mut parts: Vec<String> = rows.iter().take(named).map(text).collect();
    let more = rows.len().saturating_sub(named);
    if more > 0 {
        let more = grouped_count(more as u64, lang);
        parts.push(match lang {
            Lang::Id => format!("dan {more} baris lagi"),
            Lang::En => format!("and {more} more rows"),
        });
    }
    parts.join(", ")
}

/// What a letter says of one event, as a table of two columns.
pub(super) fn facts(case: &EventInQuestion<'_>, lang: Lang) -> Table {
    let event = case.event;
    let mut table = Table::new(
        "event",
        "",
        vec![
            Column::new("fact", lang.pick("Hal", "What"), ColumnKind::Text),
            Column::new("value", lang.pick("Menurut berkas", "As the file has it"), ColumnKind::Text),
        ],
    );
    let mut fact = |name: &str, cell: Cell| {
        let text = cell.display(lang);
        if !text.is_empty() {
            table.row(vec![Cell::text(name), Cell::text(text)]);
        }
    };
    fact(lang.pick("Acara", "Event"), Cell::text(case.title()));
    let activity = format!("{} {}", event.activity_code, event.activity);
    fact(lang.pick("Kegiatan anggaran", "Budget activity"), Cell::text(activity.trim()));
    fact(lang.pick("Perangkat daerah", "Agency"), Cell::text(event.organiser.to_string()));
    fact(lang.pick("Daerah", "Region"), Cell::text(event.region.to_string()));
    fact(lang.pick("Tahun anggaran", "Fiscal year"), Cell::text(case.year_and_stage(lang)));
    let dates: Vec<String> = event.dates.iter().map(|d| d.display(lang)).collect();
    let dates_are = if case.is_paid() {
        lang.pick("Tanggal pembayaran", "Dates of payment")
    } else {
        lang.pick("Tanggal", "Dates")
    };
    fact(dates_are, Cell::text(dates.join(", ")));
    fact(lang.pick("Kode paket (RUP)", "Package code (RUP)"), Cell::text(event.package_code.to_string()));
    fact(lang.pick("Tempat", "Place"), Cell::text(case.place(lang)));
    let count = |count: Option<&crate::budget_event::Count>| {
        count.map_or(Cell::Unknown, |c| Cell::CountRange(c.value))
    };
    fact(lang.pick("Peserta", "Participants"), count(event.participants.as_ref()));
    fact(lang.pick("Hari", "Days"), count(event.days.as_ref()));
    if event.occurrences.is_some() {
        fact(lang.pick("Berapa kali", "How many times"), count(event.occurrences.as_ref()));
    }
    fact(lang.pick("Biaya tempat", "Cost of the place"), Cell::text(event.venue_cost.display(lang)));
    fact(lang.pick("Seluruh biaya acara", "The whole event"), Cell::text(event.total.display(lang)));
    table
}

/// The lines of one event, so that the officer finds them in the budget document.
pub(super) fn lines(case: &EventInQuestion<'_>, one_file: bool, lang: Lang) -> Table {
    let mut table = Table::new(
        "lines",
        lang.pick("Rincian anggarannya", "Its budget lines"),
        vec![
            Column::new("row", lang.pick("Baris", "Row"), ColumnKind::Source),
            Column::new("account", lang.pick("Kode rekening", "Account"), ColumnKind::Text),
            Column::new("description", lang.pick("Uraian", "Description"), ColumnKind::Text),
            Column::new("quantity", lang.pick("Volume", "Quantity"), ColumnKind::Text),
            Column::new("amount", lang.pick("Jumlah (Rp)", "Amount (IDR)"), ColumnKind::Rupiah),
        ],
    );
    for (line, _) in case.lines.iter().take(LINES_LISTED) {
        let account = line.context.account.as_ref().map_or("", |a| &*a.code);
        table.row(vec![
            Cell::text(rows_text(std::slice::from_ref(&line.row), one_file, lang)),
            Cell::text(account),
            Cell::text(line.description.to_string()),
            line.quantity.as_ref().map_or(Cell::Unknown, |q| Cell::text(q.to_string())),
            Cell::Rupiah(line.amount),
        ]);
    }
    let more = case.lines.len().saturating_sub(LINES_LISTED);
    let sum = match (lang, more) {
        (Lang::Id, 0) => "Jumlah".to_owned(),
        (Lang::En, 0) => "Total".to_owned(),
        (Lang::Id, _) => format!("Jumlah, dengan {more} rincian lagi"),
        (Lang::En, _) => format!("Total, with {more} more lines"),
    };
    table.total(vec![Cell::Empty, Cell::Empty, Cell::text(sum), Cell::Empty, Cell::Rupiah(case.event.total)]);
    table
}

/// Several events, numbered from 1.
pub(super) fn list(cases: &[EventInQuestion<'_>], one_file: bool, lang: Lang) -> Table {
    let mut table = Table::new(
        "events",
        "",
        vec![
            Column::new("number", lang.pick("No.", "No."), ColumnKind::Count),
            Column::new("event", lang.pick("Acara", "Event"), ColumnKind::Text),
            Column::new("activity", lang.pick("Kegiatan anggaran", "Budget activity"), ColumnKind::Text),
            Column::new("year", lang.pick("Tahun anggaran", "Fiscal year"), ColumnKind::Text),
            Column::new("place", lang.pick("Tempat", "Place"), ColumnKind::Text),
            Column::new(
                "venue_cost",
                lang.pick("Biaya tempat (Rp)", "Cost of the place (IDR)"),
                ColumnKind::Rupiah,
            ),
            Column::new("rows", lang.pick("Baris", "Rows"), ColumnKind::Source),
        ],
    );
    for (at, case) in cases.iter().enumerate() {
        let event = case.event;
        let activity = format!("{} {}", event.activity_code, event.activity);
        table.row(vec![
            Cell::Count(at as u64 + 1),
            Cell::text(case.title()),
            Cell::text(activity.trim()),
            Cell::text(case.year_and_stage(lang)),
            Cell::text(case.place(lang)),
            Cell::Rupiah(event.venue_cost),
            Cell::text(rows_text(&event.rows, one_file, lang)),
        ]);
    }
    table
}

/// The numbers of events as text: `1, 3`.
pub(super) fn numbers(events: &[usize]) -> String {
    let numbers: Vec<String> = events.iter().map(|at| (at + 1).to_string()).collect();
    numbers.join(", ")
}
