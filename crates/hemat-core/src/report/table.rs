//! Tables of typed cells.

use super::cell::Cell;

/// What a column holds; writers align and format by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ColumnKind {
    /// Text, evidence marks, dates.
    Text,
    /// Money, exact or a range.
    Rupiah,
    /// Counts.
    Count,
    /// Percent.
    Percent,
    /// Sources: rows or documents; the first to be shortened where a page is narrow.
    Source,
}

impl ColumnKind {
    /// True for columns whose cells stand at the right.
    #[must_use]
    pub fn is_number(self) -> bool {
        matches!(self, ColumnKind::Rupiah | ColumnKind::Count | ColumnKind::Percent)
    }
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Stable name for files, snake_case; the same in both languages.
    pub key: &'static str,
    /// Heading for people.
    pub heading: String,
    /// What it holds.
    pub kind: ColumnKind,
}

impl Column {
    /// A column.
    #[must_use]
    pub fn new(key: &'static str, heading: impl Into<String>, kind: ColumnKind) -> Self {
        Column { key, heading: heading.into(), kind }
    }
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowRole {
    /// A row of its own.
    Detail,
    /// The sum of rows above it; not to be added again.
    Total,
}

/// One row: as many cells as the table has columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub role: RowRole,
    /// Its cells.
    pub cells: Vec<Cell>,
    /// Where its figures come from, if the columns beside them do not say it all. Pages open it on demand.
    pub origin: Option<Origin>,
}

/// Where the figures of a row come from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// How they are computed, in one or two sentences.
    pub rule: String,
    /// What they are computed from: rows of files, documents, parts with their amounts.
    pub parts: Vec<String>,
}

/// A table. Every row has one cell for each column: [`Table::row`] fills up and cuts off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Stable name, kebab-case, unique in the report.
    pub id: &'static str,
    /// Caption; empty if the section's heading says it all.
    pub caption: String,
    /// The columns.
    pub columns: Vec<Column>,
    rows: Vec<Row>,
}

impl Table {
    /// A table without rows yet.
    #[must_use]
    pub fn new(id: &'static str, caption: impl Into<String>, columns: Vec<Column>) -> Self {
        Table { id, caption: caption.into(), columns, rows: Vec::new() }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: Vec<Cell>) {
        self.push(RowRole::Detail, cells);
    }

    /// Adds a row of totals.
    pub fn total(&mut self, cells: Vec<Cell>) {
        self.push(RowRole::Total, cells);
    }

    /// The rows, in order.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The rows, for texts to be masked in them.
    pub(super) fn rows_mut(&mut self) -> &mut [Row] {
        &mut self.rows
    }

    /// Says of the row at this place where its figures come from. Nothing happens beyond the last row.
    pub(super) fn originate(&mut self, at: usize, origin: Origin) {
        if let Some(row) = self.rows.get_mut(at) {
            row.origin = Some(origin);
        }
    }

    fn push(&mut self, role: RowRole, mut cells: Vec<Cell>) {
        cells.resize(self.columns.len(), Cell::Empty);
        self.rows.push(Row { role, cells, origin: None });
    }
}
