//! CSV files that somebody wrote by hand (calendar, schedule, prices): columns by name, rows with their number, faults
//! at once. Delimited by `,` or `;`, whichever the header holds more of.

use std::collections::BTreeMap;

use crate::read::contract::{Faults, shown};

const UNCLOSED: &str = "a quote is not closed, so that this row holds the next ones";
const UNCLOSED_HINT: &str = "close the \"quotes\" on this row; write a quote inside them twice";

/// What such a file may hold.
pub(super) struct CsvContract<'a> {
    /// The columns, as messages list them.
    pub(super) columns: &'static [&'static str],
    /// Those without which there is nothing to read.
    pub(super) required: &'static [&'static str],
    /// Other names of columns.
    pub(super) aliases: &'static [(&'static str, &'static str)],
    /// Other columns begin with this and go on with one of the names (`cost:aula-melati`).
    pub(super) family: Option<(&'static str, &'a [&'a str])>,
    /// True if records that begin with `#` are comments; elsewhere they are rows, so that none is lost in silence.
    pub(super) comments: bool,
    /// True for a line that can only be a row of its own: inside a cell it shows a quote that was never closed.
    pub(super) is_row: fn(&str) -> bool,
}

impl CsvContract<'_> {
    fn is_comment(&self, line: &str) -> bool {
        self.comments && line.trim_start().starts_with('#')
    }

    /// The column that a head names: upper and lower case are the same, but not in the names of a family.
    fn named(&self, name: &str) -> Option<String> {
        let lower = name.to_lowercase();
        if let Some((_, column)) = self.aliases.iter().find(|(alias, _)| *alias == lower) {
            return Some((*column).to_owned());
        }
        if self.columns.contains(&lower.as_str()) {
            return Some(lower);
        }
        let (prefix, names) = self.family?;
        let member = lower.strip_prefix(prefix).and_then(|_| name.get(prefix.len()..))?.trim();
        names.contains(&member).then(|| format!("{prefix}{member}"))
    }

    /// The columns that there may be, for messages.
    fn valid(&self) -> String {
        let family = self
            .family
            .iter()
            .flat_map(|(prefix, names)| names.iter().map(move |name| format!("{prefix}{name}")));
        let all: Vec<String> = self.columns.iter().map(|column| (*column).to_owned()).chain(family).collect();
        format!("valid columns: {}", all.join(", "))
    }
}

/// The rows of such a file; blank rows and comments are left out.
pub(super) struct CsvRows {
    /// Where each column stands, by its name.
    columns: BTreeMap<String, usize>,
    rows: Vec<(u64, csv::StringRecord)>,
}

/// One row.
#[derive(Clone, Copy)]
pub(super) struct CsvRow<'r> {
    /// 1-based record, as a CSV reader counts.
    pub(super) number: u64,
    columns: &'r BTreeMap<String, usize>,
    record: &'r csv::StringRecord,
}

impl<'r> CsvRow<'r> {
    /// The cell, trimmed; empty where the file has no such column.
    pub(super) fn cell(&self, column: &str) -> &'r str {
        self.columns.get(column).and_then(|at| self.record.get(*at)).unwrap_or("")
    }

    /// Notes a fault of a cell, with the cell's text.
    pub(super) fn fault(&self, faults: &mut Faults<'_>, column: &str, what: &str, hint: &str) {
        let found = Some(shown(self.cell(column))).filter(|text| !text.is_empty());
        faults.push(self.number, column, what, found, hint);
    }
}

impl CsvRows {
    /// The rows in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = CsvRow<'_>> {
        self.rows.iter().map(|(number, record)| CsvRow { number: *number, columns: &self.columns, record })
    }

    /// The names of the columns of a family, without its prefix, in order of their names.
    pub(super) fn family<'t>(&'t self, prefix: &'t str) -> impl Iterator<Item = &'t str> {
        self.columns.keys().filter_map(move |name| name.strip_prefix(prefix))
    }

    /// Reads the text. `None` if the columns are at fault: no row can be read then.
    pub(super) fn read(text: &str, contract: &CsvContract<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        let comment = |record: &csv::StringRecord| {
            contract.comments && record.get(0).is_some_and(|cell| cell.starts_with('#'))
        };
        let mut records = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .trim(csv::Trim::All)
            .delimiter(delimiter(text, contract))
            .from_reader(text.as_bytes())
            .into_records()
            .zip(1_u64..)
            .filter(|(record, _)| !record.as_ref().is_ok_and(comment));
        let (header, header_row) = records.next().unwrap_or((Ok(csv::StringRecord::new()), 1));
        let header = header.unwrap_or_default();
        let columns = columns(&header, header_row, contract, faults)?;
        let mut rows = Vec::new();
        let mut last_row = header_row;
        for (record, row) in records {
            last_row = row;
            match record {
                Ok(record) if record.iter().all(str::is_empty) => {}
                Ok(record) => {
                    check_shape(&record, row, header.len(), contract, faults);
                    rows.push((row, record));
                }
                Err(error) => faults.push(row, "row", "cannot be read", None, &error.to_string()),
            }
        }
        // A quote that is never closed makes one cell of all rows after it: they would be lost in silence.
        let plain = text.lines().filter(|line| !contract.is_comment(line));
        if !plain.map(|line| line.matches('"').count()).sum::<usize>().is_multiple_of(2) {
            faults.push(last_row, "row", UNCLOSED, None, UNCLOSED_HINT);
        }
        Some(CsvRows { columns, rows })
    }
}

fn check_shape(
    record: &csv::StringRecord,
    row: u64,
    width: usize,
    contract: &CsvContract<'_>,
    faults: &mut Faults<'_>,
) {
    if let Some(cell) = record.iter().skip(width).find(|cell| !cell.is_empty()) {
        let hint = "put text that holds the delimiter in \"quotes\"";
        faults.push(row, "row", "has more cells than the header", Some(shown(cell)), hint);
    }
    let swallowed = |cell: &&str| cell.lines().skip(1).any(contract.is_row);
    if let Some(cell) = record.iter().find(swallowed) {
        faults.push(row, "row", UNCLOSED, Some(shown(cell)), UNCLOSED_HINT);
    }
}

/// The delimiter that the header line holds more of.
fn delimiter(text: &str, contract: &CsvContract<'_>) -> u8 {
    let line = text.lines().find(|line| !line.trim().is_empty() && !contract.is_comment(line));
    let line = line.unwrap_or("");
    if line.matches(';').count() > line.matches(',').count() { b';' } else { b',' }
}

/// Where each column stands; unknown, repeated and missing ones are noted together.
fn columns(
    header: &csv::StringRecord,
    row: u64,
    contract: &CsvContract<'_>,
    faults: &mut Faults<'_>,
) -> Option<BTreeMap<String, usize>> {
    let valid = contract.valid();
    let mut columns = BTreeMap::new();
    let mut good = true;
    for (at, name) in header.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        let Some(column) = contract.named(name) else {
            faults.push(row, name, "unknown column", Some(shown(name)), &valid);
            good = false;
            continue;
        };
        if columns.contains_key(&column) {
            faults.push(row, &column, "column stands twice", Some(shown(name)), "keep one of them");
            good = false;
        }
        columns.insert(column, at);
    }
    let missing: Vec<&str> =
        contract.required.iter().copied().filter(|name| !columns.contains_key(*name)).collect();
    if !missing.is_empty() {
        let found = header.iter().collect::<Vec<_>>().join(", ");
        let what = format!("missing columns {}", missing.join(", "));
        faults.push(row, "header", &what, Some(shown(&found)).filter(|f| !f.is_empty()), &valid);
        good = false;
    }
    good.then_some(columns)
}
