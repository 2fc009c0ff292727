//! A table as the page shows it.

use serde::Serialize;

use hemat_core::lang::Lang;
use hemat_core::report::{Cell, Origin, Row, RowRole, Table};
use rust_decimal::Decimal;

use super::rows::data_block;
use crate::write::safe::terminal_safe;

/// Rows that stand in the page itself; further ones stand in a block of data that the script pages through.
pub(super) const IN_PAGE: usize = 100;

/// Tables of fewer rows are short enough to be read without sorting.
const SORTABLE: usize = 3;

/// Tables of more rows than this can be filtered.
const FILTERABLE: usize = 20;

/// Tables of so many columns are set smaller, and scroll by themselves where they do not fit.
const WIDE: usize = 7;

/// Words of more letters may be broken anywhere, lest one widens its column beyond the page.
const LONG_WORD: usize = 26;

#[derive(Debug, Serialize)]
pub(super) struct TableView {
    id: String,
    caption: String,
    /// True if the caption only repeats the heading above the table.
    repeats: bool,
    columns: Vec<ColumnView>,
    rows: Vec<RowView>,
    /// Rows of the whole table.
    count: String,
    /// Rows in the page, if there are more.
    in_page: Option<String>,
    /// True for a list of facts: an item, its value, what supports it.
    facts: bool,
    /// True for so many columns that they may not all fit on a screen.
    wide: bool,
    sortable: bool,
    filterable: bool,
    /// The further rows, as JSON that may stand in a script element.
    more: Option<String>,
}

#[derive(Debug, Serialize)]
struct ColumnView {
    heading: String,
    number: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct RowView {
    pub(super) total: bool,
    pub(super) cells: Vec<CellView>,
    pub(super) rule: Option<String>,
    pub(super) parts: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct CellView {
    pub(super) text: String,
    /// The range behind a likely value, set smaller.
    pub(super) range: String,
    /// What it sorts by, if not by its text; unknown and empty cells have none and come last.
    pub(super) key: Option<String>,
    pub(super) unknown: bool,
    /// True if a word in it is so long that it may be broken anywhere.
    pub(super) long: bool,
}

/// `id` is unique on the page; `name` stands in for a caption that the table does not have.
pub(super) fn table_view(table: &Table, id: String, name: &str, lang: Lang) -> TableView {
    let all = table.rows().len();
    let in_page = all.min(IN_PAGE);
    let totals = table.rows().iter().filter(|r| r.role == RowRole::Total).count();
    let last_is_total = table.rows().last().is_some_and(|r| r.role == RowRole::Total);
    // Totals between the rows belong to the rows above them: such a table keeps its order.
    let orderly = totals == 0 || (totals == 1 && last_is_total && all <= IN_PAGE);
    let numbers = table.columns.iter().any(|c| c.kind.is_number());
    let named = table.caption.trim().is_empty();
    let caption = if named { name } else { &table.caption };
    let more =
        (all > IN_PAGE).then(|| data_block(table.rows().iter().skip(IN_PAGE).map(|row| row_view(row, lang))));
    let count = |n: usize| hemat_core::report::grouped_count(n as u64, lang);
    TableView {
        caption: shown(caption),
        repeats: named,
        columns: table
            .columns
            .iter()
            .map(|c| ColumnView { heading: shown(&c.heading), number: c.kind.is_number() })
            .collect(),
        rows: table.rows().iter().take(in_page).map(|row| row_view(row, lang)).collect(),
        count: count(all),
        in_page: more.is_some().then(|| count(in_page)),
        facts: table.columns.get(1).is_some_and(|c| c.key == "value"),
        wide: table.columns.len() >= WIDE,
        sortable: orderly && numbers && all - totals >= SORTABLE,
        filterable: orderly && all > FILTERABLE,
        more,
        id,
    }
}

fn row_view(row: &Row, lang: Lang) -> RowView {
    let Origin { rule, parts } = row.origin.clone().unwrap_or_default();
    RowView {
        total: row.role == RowRole::Total,
        cells: row.cells.iter().map(|cell| cell_view(cell, lang)).collect(),
        rule: (!rule.trim().is_empty()).then(|| shown(&rule)),
        parts: parts.iter().map(|part| shown(part)).collect(),
    }
}

fn cell_view(cell: &Cell, lang: Lang) -> CellView {
    let whole = cell.display(lang);
    let likely = match cell {
        Cell::Range(range) => Some(Cell::Rupiah(range.likely()).display(lang)),
        Cell::AtLeast(range) => Some(format!("≥ {}", Cell::Rupiah(range.likely()).display(lang))),
        Cell::CountRange(range) => Some(Cell::Count(u64::from(range.likely())).display(lang)),
        _ => None,
    };
    let (text, range) =
        match likely.and_then(|l| whole.strip_prefix(&l).map(|rest| (l.clone(), rest.trim().to_owned()))) {
            Some(split) => split,
            None => (whole, String::new()),
        };
    let long = text.split_whitespace().any(|word| word.chars().nth(LONG_WORD).is_some());
    CellView { text: shown(&text), range, key: key(cell), unknown: *cell == Cell::Unknown, long }
}

fn key(cell: &Cell) -> Option<String> {
    let number = |value: Decimal| Some(value.normalize().to_string());
    match cell {
        Cell::Rupiah(amount) => number(amount.value()),
        Cell::Range(range) | Cell::AtLeast(range) => number(range.likely().value()),
        Cell::Count(count) => Some(count.to_string()),
        Cell::Year(year) => Some(year.to_string()),
        Cell::CountRange(range) => Some(range.likely().to_string()),
        Cell::Percent(percent) => number(*percent),
        Cell::Date(date) => Some(date.to_string().replace('-', "")),
        Cell::Evidence(evidence) => Some((*evidence as u8).to_string()),
        Cell::Empty | Cell::Unknown | Cell::Text(_) | Cell::Source(_) => None,
    }
}

/// Text on the page: nothing in it turns direction, hides or acts; an amount keeps its currency on the same line.
/// The template escapes the rest.
pub(super) fn shown(text: &str) -> String {
    terminal_safe(text).replace("IDR ", "IDR\u{a0}")
}
