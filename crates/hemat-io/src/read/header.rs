//! Table -> header row(s) and the column of each canonical field.

use std::collections::BTreeMap;

use crate::read::synonyms::Field;
use crate::read::table::{Cell, Record, Table};

/// How a column's name was recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match {
    /// The name is in the table of synonyms.
    Known,
    /// The name resembles one in the table.
    Fuzzy {
        /// The known name that it resembles.
        known: &'static str,
    },
    /// The user's mapping says so.
    Mapped,
    /// There is no header: told from the cells' content.
    Content,
}

/// One recognised column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// 0-based position in a record.
    pub index: usize,
    /// Its name as the file writes it (parts of a merged header joined by ` / `); empty without a header.
    pub name: String,
    /// How it was recognised.
    pub matched: Match,
}

/// The header of one table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Header {
    /// Positions in `Table::records` of the header's rows (one, or several merged), column numbers included;
    /// empty if the file has no header.
    pub rows: Vec<usize>,
    /// Position in `Table::records` of the first record that can be data.
    pub data_from: usize,
    /// Field -> column. A field that several columns name has the first; the rest are in `others`.
    pub columns: BTreeMap<Field, Column>,
    /// Further columns of a field, in file order.
    pub others: Vec<(Field, Column)>,
    /// Every name of the header, by position, as written; empty strings where a cell is blank.
    pub names: Vec<String>,
}

impl Header {
    /// Position of a field's column.
    #[must_use]
    pub fn index(&self, field: Field) -> Option<usize> {
        self.columns.get(&field).map(|c| c.index)
    }

    /// True if the table has the field.
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.columns.contains_key(&field)
    }

    /// The cell of a field in a record, if the record is long enough.
    #[must_use]
    pub fn cell<'a>(&self, record: &'a Record, field: Field) -> Option<&'a Cell> {
        record.cells.get(self.index(field)?)
    }

    /// The file's own name of a field's column, for diagnostics.
    #[must_use]
    pub fn name(&self, field: Field) -> Option<&str> {
        self.columns.get(&field).map(|c| c.name.as_str())
    }

    /// True if the record repeats the header's names (printed on every page).
    #[must_use]
    pub fn is_repeated_by(&self, record: &Record) -> bool {
        let _ = record;
        false
    }
}

/// Finds the header of a table. `None` if no row looks like one and the content gives no columns away.
///
/// `mapping` is the user's: canonical field name -> the file's column name or its 1-based number.
#[must_use]
pub fn find_header(table: &Table, mapping: &BTreeMap<String, String>) -> Option<Header> {
    let _ = (table, mapping);
    None
}
