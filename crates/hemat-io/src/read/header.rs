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
    let _ = mapping;
    let fold = |t: &str| {
        t.split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase()
    };
    let field = |t: &str| {
        let t = fold(t);
        crate::read::synonyms::SYNONYMS.iter().find(|s| s.names.contains(&t.as_str())).map(|s| s.field)
    };
    let score = |r: &Record| {
        r.cells.iter().filter_map(|c| field(c.as_str())).collect::<std::collections::BTreeSet<_>>().len()
    };
    let (at, best) = table
        .records
        .iter()
        .take(60)
        .enumerate()
        .map(|(i, r)| (i, score(r)))
        .max_by_key(|(i, n)| (*n, std::cmp::Reverse(*i)))?;
    if best < 2 {
        return None;
    }
    let mut header = Header::default();
    let letters = |r: &Record| r.cells.iter().any(|c| c.as_str().chars().any(char::is_alphabetic));
    let numbers = |r: &Record| {
        let t: Vec<String> =
            r.cells.iter().filter(|c| !c.is_blank()).map(|c| c.to_text().trim().to_owned()).collect();
        t.len() > 2
            && t.iter().filter(|t| t.len() <= 2 && t.parse::<u32>().is_ok()).count() * 10 >= t.len() * 8
    };
    let mut end = at + 1;
    let code_blank = |r: &Record| {
        table.records.get(at).and_then(|h| h.cells.iter().position(|c| !c.is_blank())).is_some_and(|i| {
            r.cells.get(i).is_none_or(|c| {
                c.is_blank() || field(c.as_str()).is_none() && c.as_str().trim() == "Rekening"
            })
        })
    };
    while end < at + 4
        && table.records.get(end).is_some_and(|r| {
            letters(r) && code_blank(r) && score(r) > 0
                || letters(r)
                    && code_blank(r)
                    && end == at + 1
                    && r.cells.iter().filter(|c| !c.is_blank()).count() < 6
                    && table.records.get(end + 1).is_some_and(|r| score(r) > 0)
        })
    {
        end += 1;
    }
    header.rows = (at..end).collect();
    let width = (at..end).filter_map(|i| table.records.get(i)).map(|r| r.cells.len()).max()?;
    for i in 0..width {
        let mut parts: Vec<String> = Vec::new();
        for r in (at..end).filter_map(|k| table.records.get(k)) {
            if let Some(t) = r.cells.get(i).map(|c| c.as_str().trim()).filter(|t| !t.is_empty()) {
                parts.push(t.to_owned());
            }
        }
        let name = parts.join(" / ");
        let found = field(&name).or_else(|| parts.last().and_then(|p| field(p)));
        if let Some(f) = found {
            let c = Column { index: i, name: name.clone(), matched: Match::Known };
            match header.columns.entry(f) {
                std::collections::btree_map::Entry::Occupied(_) => header.others.push((f, c)),
                std::collections::btree_map::Entry::Vacant(place) => {
                    place.insert(c);
                }
            }
        }
        header.names.push(name);
    }
    if table.records.get(end).is_some_and(numbers) {
        header.rows.push(end);
        end += 1;
    }
    header.data_from = end;
    Some(header)
}
