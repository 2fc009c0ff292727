//! Tables that somebody wrote by hand (calendar.csv, events.csv): columns by name, rows by record number, every fault
//! noted. Delimited by `,` or `;`, whichever the header holds more of.

use std::collections::BTreeMap;

use csv::StringRecord;

use crate::read::contract::{Faults, shown};
use crate::read::toml_value::day_of;

const UNCLOSED: &str = "a quote is not closed, so that this row holds the next ones";
const UNCLOSED_HINT: &str = "close the \"quotes\" on this row; write a quote inside them twice";

/// The columns that a table may have.
pub(super) struct Columns<'a> {
    /// Names that are known.
    pub known: &'a [&'static str],
    /// Those of them that must be there.
    pub required: &'a [&'static str],
    /// Other columns begin with this and go on with one of the names (`cost:aula-melati`).
    pub family: Option<(&'static str, &'a [&'a str])>,
}

/// A table with its faults noted elsewhere.
pub(super) struct ContractTable {
    /// Where each column stands, by its name.
    columns: BTreeMap<String, usize>,
    /// Rows that hold something, with their record number; the header is record 1.
    pub rows: Vec<(u64, StringRecord)>,
}

impl ContractTable {
    /// A cell, trimmed; empty where the column or the cell is not there.
    pub(super) fn cell<'r>(&self, record: &'r StringRecord, column: &str) -> &'r str {
        self.columns.get(column).and_then(|at| record.get(*at)).unwrap_or("")
    }

    /// The names of the columns of a family, without its prefix, in order of their names.
    pub(super) fn family<'t>(&'t self, prefix: &'t str) -> impl Iterator<Item = &'t str> {
        self.columns.keys().filter_map(move |name| name.strip_prefix(prefix))
    }
}

/// Reads a table. `None` if its header cannot be used.
pub(super) fn contract_table(
    text: &str,
    columns: &Columns<'_>,
    faults: &mut Faults<'_>,
) -> Option<ContractTable> {
    let mut records = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes())
        .into_records()
        .zip(1_u64..);
    let header = records.next().and_then(|(record, _)| record.ok()).unwrap_or_default();
    let columns = place(&header, columns, faults)?;
    let mut rows = Vec::new();
    let mut last_row = 1;
    for (record, row) in records {
        last_row = row;
        match record {
            Ok(record) if record.iter().all(str::is_empty) => {}
            Ok(record) => {
                look_for_damage(&record, row, header.len(), faults);
                rows.push((row, record));
            }
            Err(error) => faults.push(row, "row", "cannot be read", None, &error.to_string()),
        }
    }
    // A quote that is never closed makes one cell of all rows after it: rows would be lost in silence.
    if !text.matches('"').count().is_multiple_of(2) {
        faults.push(last_row, "row", UNCLOSED, None, UNCLOSED_HINT);
    }
    Some(ContractTable { columns, rows })
}

/// The delimiter that the first line holds more of.
fn delimiter(text: &str) -> u8 {
    let line = text.trim_start().lines().next().unwrap_or("");
    if line.matches(';').count() > line.matches(',').count() { b';' } else { b',' }
}

/// Cells beyond the header, and rows that swallowed the next ones.
fn look_for_damage(record: &StringRecord, row: u64, width: usize, faults: &mut Faults<'_>) {
    if let Some(cell) = record.iter().skip(width).find(|cell| !cell.is_empty()) {
        let hint = "put text that holds the delimiter in \"quotes\"";
        faults.push(row, "row", "has more cells than the header", Some(shown(cell)), hint);
    }
    let swallowed =
        |cell: &str| cell.lines().skip(1).any(|line| line.split([',', ';']).any(|c| day_of(c).is_some()));
    if let Some(cell) = record.iter().find(|cell| swallowed(cell)) {
        faults.push(row, "row", UNCLOSED, Some(shown(cell)), UNCLOSED_HINT);
    }
}

/// Where each column stands; unknown, repeated and missing ones are noted together.
fn place(
    header: &StringRecord,
    wanted: &Columns<'_>,
    faults: &mut Faults<'_>,
) -> Option<BTreeMap<String, usize>> {
    let mut valid = format!("valid columns: {}", wanted.known.join(", "));
    if let Some((prefix, names)) = wanted.family {
        let family: Vec<String> = names.iter().map(|name| format!("{prefix}{name}")).collect();
        valid = format!("{valid}, {}", family.join(", "));
    }
    let mut columns = BTreeMap::new();
    let mut good = true;
    for (at, name) in header.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        let Some(column) = named(name, wanted) else {
            faults.push(1, name, "unknown column", Some(shown(name)), &valid);
            good = false;
            continue;
        };
        if columns.contains_key(&column) {
            faults.push(1, &column, "column stands twice", Some(shown(name)), "keep one of them");
            good = false;
        }
        columns.insert(column, at);
    }
    let missing: Vec<&str> =
        wanted.required.iter().copied().filter(|name| !columns.contains_key(*name)).collect();
    if !missing.is_empty() {
        let found = header.iter().collect::<Vec<_>>().join(", ");
        let what = format!("missing columns {}", missing.join(", "));
        faults.push(1, "header", &what, Some(shown(&found)).filter(|f| !f.is_empty()), &valid);
        good = false;
    }
    good.then_some(columns)
}

/// The column that a head names: upper and lower case are the same, but not in the names of a family.
fn named(name: &str, wanted: &Columns<'_>) -> Option<String> {
    let lower = name.to_lowercase();
    if wanted.known.contains(&lower.as_str()) {
        return Some(lower);
    }
    let (prefix, names) = wanted.family?;
    let member = lower.strip_prefix(prefix).and_then(|_| name.get(prefix.len()..))?.trim();
    names.contains(&member).then(|| format!("{prefix}{member}"))
}
