//! Reading a table: CSV text into typed rows, with every defect named and no panic.

use std::sync::Arc;

use hemat_core::lang::Text;
use hemat_core::money::Rupiah;
use hemat_core::source::RowRef;
use thiserror::Error;

/// A row of a table that could not be used. The built-in tables have none; a test sees to that.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{table}, record {record}: {problem}")]
pub struct TableError {
    /// Name of the table.
    pub table: String,
    /// 1-based record, the header being record 1.
    pub record: u64,
    /// What is wrong, naming the column.
    pub problem: String,
}

/// Rows that were read, and the defects.
#[derive(Debug)]
pub(crate) struct Table<T> {
    pub(crate) rows: Vec<T>,
    pub(crate) errors: Vec<TableError>,
}

/// One record, its cells found by column name.
pub(crate) struct Row<'a> {
    header: &'a csv::StringRecord,
    record: &'a csv::StringRecord,
    table: &'a Arc<str>,
    number: u64,
}

impl Row<'_> {
    /// Where the row stands: the table, and the record, the header being record 1.
    pub(crate) fn place(&self) -> RowRef {
        RowRef { file: self.table.clone(), row: self.number, part: None }
    }

    /// The cell; empty where the table has no such column (a test compares every header).
    pub(crate) fn cell(&self, column: &str) -> &str {
        self.header.iter().position(|h| h == column).and_then(|i| self.record.get(i)).unwrap_or("")
    }

    /// A cell that must not be empty.
    pub(crate) fn text(&self, column: &str) -> Result<Box<str>, String> {
        let cell = self.cell(column);
        if cell.is_empty() { Err(format!("{column} is empty")) } else { Ok(cell.into()) }
    }

    /// Columns `NAME_id` and `NAME_en`: both or neither.
    pub(crate) fn both(&self, name: &str) -> Result<Option<Text>, String> {
        let (id, en) = (self.cell(&format!("{name}_id")), self.cell(&format!("{name}_en")));
        match (id.is_empty(), en.is_empty()) {
            (true, true) => Ok(None),
            (false, false) => Ok(Some(Text::both(id, en))),
            _ => Err(format!("{name} is there in one language only")),
        }
    }

    /// A number, or `None` where the cell is empty.
    pub(crate) fn number<N: std::str::FromStr>(&self, column: &str) -> Result<Option<N>, String> {
        match self.cell(column) {
            "" => Ok(None),
            cell => cell.parse().map(Some).map_err(|_| format!("{column} is not a number: {cell}")),
        }
    }

    /// A number that must be there.
    pub(crate) fn need<N: std::str::FromStr>(&self, column: &str) -> Result<N, String> {
        self.number(column)?.ok_or_else(|| format!("{column} is empty"))
    }

    /// An amount above zero, or `None` where the cell is empty.
    pub(crate) fn money(&self, column: &str) -> Result<Option<Rupiah>, String> {
        match self.cell(column) {
            "" => Ok(None),
            cell => match Rupiah::parse_canonical(cell) {
                Ok(amount) if !amount.is_zero() && !amount.is_negative() => Ok(Some(amount)),
                _ => Err(format!("{column} is not an amount above zero: {cell}")),
            },
        }
    }

    /// A word of an enum.
    pub(crate) fn word<T>(&self, column: &str, from: impl Fn(&str) -> Option<T>) -> Result<T, String> {
        let cell = self.cell(column);
        from(cell).ok_or_else(|| format!("{column} has an unknown word: {cell:?}"))
    }

    /// A word of an enum, or `None` where the cell is empty.
    pub(crate) fn word_or_none<T>(
        &self,
        column: &str,
        from: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, String> {
        if self.cell(column).is_empty() { Ok(None) } else { self.word(column, from).map(Some) }
    }

    /// Words joined by `+`; empty for an empty cell.
    pub(crate) fn words<T>(&self, column: &str, from: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, String> {
        let cell = self.cell(column);
        let parts = cell.split('+').filter(|p| !p.is_empty());
        parts.map(|p| from(p).ok_or_else(|| format!("{column} has an unknown word: {p:?}"))).collect()
    }
}

/// Reads a table. Rows with a defect are left out and named.
pub(crate) fn read<T>(name: &str, text: &str, row: impl Fn(&Row<'_>) -> Result<T, String>) -> Table<T> {
    let mut table = Table { rows: Vec::new(), errors: Vec::new() };
    let defect = |record, problem| TableError { table: name.to_owned(), record, problem };
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header = match reader.headers() {
        Ok(header) => header.clone(),
        Err(error) => {
            table.errors.push(defect(1, error.to_string()));
            return table;
        }
    };
    let table_name: Arc<str> = name.into();
    for (number, record) in (2_u64..).zip(reader.records()) {
        let result = record.map_err(|e| e.to_string()).and_then(|record| {
            if record.len() == header.len() {
                row(&Row { header: &header, record: &record, table: &table_name, number })
            } else {
                Err(format!("{} cells under {} columns", record.len(), header.len()))
            }
        });
        match result {
            Ok(value) => table.rows.push(value),
            Err(problem) => table.errors.push(defect(number, problem)),
        }
    }
    table
}
