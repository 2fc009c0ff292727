//! A table as it comes out of a delimited file or a sheet, before anybody knows what its columns mean.

use std::borrow::Cow;

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

impl Cell {
    /// The cell as text, untrimmed; numbers in plain digits, dates as `2018-11-23`.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.text().into_owned()
    }

    /// [`Cell::to_text`] without a copy of what is a text already.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Cell::Empty => Cow::Borrowed(""),
            Cell::Text(text) | Cell::Error(text) => Cow::Borrowed(text),
            Cell::Number(number) => Cow::Owned(number.normalize().to_string()),
            Cell::Date(date) => Cow::Owned(date.to_string()),
        }
    }

    /// The text of a text cell, untrimmed; empty for everything else.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Cell::Text(text) => text,
            Cell::Empty | Cell::Number(_) | Cell::Date(_) | Cell::Error(_) => "",
        }
    }

    /// True if nothing but blanks is there.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Cell::Empty => true,
            Cell::Text(text) => text.trim().is_empty(),
            Cell::Number(_) | Cell::Date(_) | Cell::Error(_) => false,
        }
    }
}

impl Record {
    /// True if no cell holds anything.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_blank)
    }
}
