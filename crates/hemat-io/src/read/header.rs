//! Table -> header row(s) and the column of each canonical field.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::read::headerless;
use crate::read::synonyms::{Field, SYNONYMS, field_named, name_key};
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
        let mut same = 0;
        for (i, cell) in record.cells.iter().enumerate() {
            if cell.is_blank() {
                continue;
            }
            let key = name_key(cell.as_str());
            let known = self.names.get(i).is_some_and(|n| name_key(n) == key) || field_named(&key).is_some();
            if key.is_empty() || !known {
                return false;
            }
            same += 1;
        }
        same >= 2
    }
}

/// How many records are looked at for a header. Title blocks of forms take some thirty.
const HEAD_RECORDS: usize = 80;

/// Most rows that a merged header takes.
const MERGED_ROWS: usize = 4;

/// Finds the header of a table. `None` if no row looks like one and the content gives no columns away.
///
/// `mapping` is the user's: canonical field name -> the file's column name or its 1-based number.
#[must_use]
pub fn find_header(table: &Table, mapping: &BTreeMap<String, String>) -> Option<Header> {
    let records = table.records.get(..table.records.len().min(HEAD_RECORDS))?;
    let best = records
        .iter()
        .enumerate()
        .map(|(at, record)| (known_names(record), at))
        .filter(|(names, _)| *names >= 2)
        .max_by_key(|(names, at)| (*names, std::cmp::Reverse(*at)));
    let mut header = match best {
        Some((_, at)) => with_code_column(header_at(table, at), table),
        None => headerless::columns_by_content(table).unwrap_or_default(),
    };
    apply_mapping(&mut header, mapping);
    (!header.columns.is_empty()).then_some(header)
}

/// Number of different fields that a record's cells name.
fn known_names(record: &Record) -> usize {
    let fields: BTreeSet<Field> = record
        .cells
        .iter()
        .filter(|c| !c.is_blank())
        .filter_map(|c| field_named(&name_key(c.as_str())))
        .collect();
    fields.len()
}

/// A column of row numbers that holds account codes is the column of codes.
fn with_code_column(mut header: Header, table: &Table) -> Header {
    if !header.has(Field::AccountCode)
        && let Some(column) = header.columns.get(&Field::RowNumber).cloned()
        && headerless::holds_codes(table, header.data_from, column.index)
    {
        header.columns.remove(&Field::RowNumber);
        header.columns.insert(Field::AccountCode, Column { matched: Match::Content, ..column });
    }
    header
}

fn header_at(table: &Table, at: usize) -> Header {
    let mut end = at + 1;
    while end < at + MERGED_ROWS && continues_header(table, at, end) {
        end += 1;
    }
    let rows: Vec<&Record> = table.records.get(at..end).unwrap_or_default().iter().collect();
    let width = rows.iter().map(|r| r.cells.len()).max().unwrap_or(0);
    let mut header = Header { rows: (at..end).collect(), ..Header::default() };
    for index in 0..width {
        let parts: Vec<&str> = rows
            .iter()
            .filter_map(|r| r.cells.get(index))
            .map(|c| c.as_str().trim())
            .filter(|t| !t.is_empty())
            .collect();
        let name = parts.join(" / ");
        if let Some((field, matched)) = match_name(&parts) {
            add_column(&mut header, field, Column { index, name: name.clone(), matched });
        }
        header.names.push(name);
    }
    add_resembling(&mut header);
    if table.records.get(end).is_some_and(is_column_numbers) {
        header.rows.push(end);
        end += 1;
    }
    header.data_from = end;
    header
}

/// A row below the first that still belongs to a merged header: names under names, no code and no money in it.
fn continues_header(table: &Table, at: usize, next: usize) -> bool {
    let (Some(first), Some(record)) = (table.records.get(at), table.records.get(next)) else { return false };
    let Some(lead) = first.cells.iter().position(|c| !c.is_blank()) else { return false };
    let lead_is_blank = record
        .cells
        .get(lead)
        .is_none_or(|c| c.is_blank() || c.as_str().trim().eq_ignore_ascii_case("rekening"));
    let has_letters = record.cells.iter().any(|c| c.as_str().chars().any(char::is_alphabetic));
    let has_numbers = record
        .cells
        .iter()
        .any(|c| matches!(c, Cell::Number(_)) || c.as_str().bytes().filter(u8::is_ascii_digit).count() > 3);
    if !lead_is_blank || !has_letters || has_numbers {
        return false;
    }
    let few = record.cells.iter().filter(|c| !c.is_blank()).count() < 6;
    let named_below = table.records.get(next + 1).is_some_and(|r| known_names(r) > 0);
    known_names(record) > 0 || (next == at + 1 && few && named_below)
}

/// The field of a column whose header cells, top to bottom, are these.
fn match_name(parts: &[&str]) -> Option<(Field, Match)> {
    let all = name_key(&parts.join(" "));
    let last = parts.last().map(|p| name_key(p)).unwrap_or_default();
    let first = parts.first().map(|p| name_key(p)).unwrap_or_default();
    [all, last, first].iter().find_map(|key| field_named(key)).map(|field| (field, Match::Known))
}

fn add_column(header: &mut Header, field: Field, column: Column) {
    match header.columns.entry(field) {
        Entry::Occupied(_) => header.others.push((field, column)),
        Entry::Vacant(place) => {
            place.insert(column);
        }
    }
}

/// Columns without a known name that resemble one: a letter lost, doubled or swapped.
fn add_resembling(header: &mut Header) {
    let taken: BTreeSet<usize> =
        header.columns.values().chain(header.others.iter().map(|(_, c)| c)).map(|c| c.index).collect();
    let names = header.names.clone();
    for (index, name) in names.iter().enumerate() {
        let key = &name_key(name);
        if taken.contains(&index) || key.len() < 5 {
            continue;
        }
        let closest = SYNONYMS
            .iter()
            .flat_map(|s| {
                s.names.iter().map(move |known| (strsim::osa_distance(known, key), s.field, *known))
            })
            .filter(|(distance, _, known)| *distance <= if known.len() >= 10 { 2 } else { 1 })
            .min_by_key(|(distance, field, known)| (*distance, *field, *known));
        if let Some((_, field, known)) = closest
            && !header.columns.contains_key(&field)
        {
            let column = Column { index, name: name.clone(), matched: Match::Fuzzy { known } };
            header.columns.insert(field, column);
        }
    }
}

/// A row that only numbers the columns: `1 2 3 4`, also `6 = (3 x 5)`.
#[must_use]
pub fn is_column_numbers(record: &Record) -> bool {
    let mut last = 0;
    let mut cells = 0;
    for cell in record.cells.iter().filter(|c| !c.is_blank()) {
        let text = cell.to_text();
        let text = text.trim();
        let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let (number, rest) = text.split_at(digits);
        let rest = rest.trim_start();
        let plain = rest.is_empty() || rest == ".0" || rest.starts_with('=') || rest.starts_with('(');
        match number.parse::<u32>() {
            Ok(n) if plain && n > last && n <= last + 3 => last = n,
            _ => return false,
        }
        cells += 1;
    }
    cells >= 2
}

fn apply_mapping(header: &mut Header, mapping: &BTreeMap<String, String>) {
    for (word, wanted) in mapping {
        let Some(field) = Field::from_word(word) else { continue };
        let Some(index) = mapped_index(header, wanted) else { continue };
        let name = header.names.get(index).cloned().unwrap_or_default();
        header.columns.retain(|_, c| c.index != index);
        header.columns.insert(field, Column { index, name, matched: Match::Mapped });
    }
}

/// Position of a column that a mapping names, by name or by 1-based number.
#[must_use]
pub fn mapped_index(header: &Header, wanted: &str) -> Option<usize> {
    let key = name_key(wanted);
    let by_name =
        header.names.iter().position(|n| !n.is_empty() && (n.trim() == wanted.trim() || name_key(n) == key));
    by_name.or_else(|| wanted.trim().parse::<usize>().ok()?.checked_sub(1))
}

#[cfg(test)]
#[path = "header_tests.rs"]
mod tests;
