//! A table as it comes out of a delimited file or a sheet, before anybody knows what its columns mean.

use rust_decimal::Decimal;

use hemat_core::date::Date;

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing there.
    Empty,
    /// Text as written, untrimmed.
    Text(String),
    /// A number that the file stores as a number (spreadsheets only; rounded to sen).
    Number(Decimal),
    /// A date that the file stores as a date (spreadsheets only).
    Date(Date),
    /// An error value of a spreadsheet, `#REF!` and the like, with its text.
    Error(String),
}

/// One record of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// 1-based number as a CSV reader counts records (quoted newlines do not count), or the sheet row.
    pub number: u64,
    /// The cells, as many as this record has.
    pub cells: Vec<Cell>,
}

/// All records of a delimited file or of one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// Name of the sheet; empty for a delimited file.
    pub sheet: String,
    /// The records, in order, blank ones included.
    pub records: Vec<Record>,
}
