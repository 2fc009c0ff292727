//! Text -> table: delimiter, quoting, rows quoted as a whole, rows of another dialect.
//!
//! Record numbers are those a CSV reader gives for the file's outer dialect, blank lines counted. A file can be a
//! table inside a table: whole rows of one dialect stand in the first cell of another, their quoted notes broken
//! over several outer records. Such rows are taken apart again, and a note's continuation keeps its own record number.

use memchr::memchr;

use crate::read::dialect::{
    Delimiters, could_be_whole_line, detect_delimiters, is_whole_line, starts_like_row, usual_width,
};
use crate::read::synonyms::{field_named, name_key};
use crate::read::table::{Cell, Record, Table};

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
///
/// Where an unclosed quote would swallow rows, the rows are given back; they share the record number that a CSV
/// reader gives to the swallowing record.
#[must_use]
pub fn read_delimited(text: &str) -> (Table, Dialect) {
    let delimiters = detect_delimiters(text);
    let width = usual_width(text, delimiters);
    let mut reader =
        Reader { delimiters, width, dialect: Dialect::default(), records: Vec::new(), open: None };
    let mut number = 0;
    let mut raws = RawRecords::new(text, delimiters.outer);
    while let Some(raw) = raws.next() {
        number += 1;
        reader.raw_record(number, raw, raws.unclosed);
    }
    let several = reader.records.iter().any(|r| r.cells.len() > 1);
    reader.dialect.delimiter = several.then_some(delimiters.inner);
    (Table { sheet: String::new(), records: reader.records }, reader.dialect)
}

/// The first records of a text and its delimiter, if the table stands in no other table.
pub(super) fn head_records(text: &str, records: usize) -> Option<(&str, char)> {
    let Delimiters { outer, inner } = detect_delimiters(text);
    if outer != inner {
        return None;
    }
    let mut all = RawRecords::new(text, outer);
    all.by_ref().take(records).for_each(drop);
    Some((text.get(..text.len() - all.rest.len())?, outer))
}

/// The cells of one record as [`read_delimited`] gives them, if it stands for itself: it holds no other row, no row of
/// another dialect, and no quote that is left open.
pub(super) fn read_alone(raw: &str, delimiter: char) -> Option<Vec<Cell>> {
    let delimiters = Delimiters { outer: delimiter, inner: delimiter };
    // How wide the table is is not known here: any line of several cells could be a row.
    let several = raw.lines().skip(1).any(|line| could_be_whole_line(line, delimiter));
    let mut records = RawRecords::new(raw, delimiter);
    records.by_ref().for_each(drop);
    if several || records.unclosed || swallowed_row(raw, delimiters, None).is_some() {
        return None;
    }
    let cells = split_strict(raw, delimiter);
    matches!(inner_row(delimiters, &cells, raw), InnerRow::Plain)
        .then(|| cells.into_iter().map(into_cell).collect())
}

/// [`read_alone`] of a record on one line whose cells are known: such a one has no quote left open and holds no other
/// row. They are put into the place of the cells of another record. False if it is a row of another dialect.
pub(super) fn read_known(raw: &str, delimiter: char, known: &[&str], cells: &mut Vec<Cell>) -> bool {
    let delimiters = Delimiters { outer: delimiter, inner: delimiter };
    let escaped = memchr(b'_', raw.as_bytes()).is_some();
    cells.truncate(known.len());
    for (cell, text) in cells.iter_mut().zip(known) {
        match cell {
            Cell::Text(place) if !text.is_empty() && !escaped => {
                place.clear();
                place.push_str(text);
            }
            _ => *cell = into_cell((*text).to_owned()),
        }
    }
    cells.extend(known.iter().skip(cells.len()).map(|text| into_cell((*text).to_owned())));
    matches!(inner_row(delimiters, known, raw), InnerRow::Plain)
}

struct Reader {
    delimiters: Delimiters,
    /// Cells of most lines, if they are many: a line of so many is a row wherever it stands.
    width: Option<usize>,
    dialect: Dialect,
    records: Vec<Record>,
    /// Column of an inner quoted cell that goes on in the next outer record.
    open: Option<usize>,
}

impl Reader {
    /// One record as a CSV reader sees it; several if an unclosed quote swallowed rows. `unclosed` if the text ends
    /// inside a quote.
    fn raw_record(&mut self, number: u64, raw: &str, unclosed: bool) {
        let mut rest = raw;
        loop {
            match swallowed_row(rest, self.delimiters, self.width) {
                Some(at) => {
                    let (piece, after) = rest.split_at(at);
                    self.dialect.unclosed_quotes.push(number);
                    self.piece(number, piece.trim_end_matches(['\r', '\n']), true);
                    rest = after;
                }
                None => {
                    let Delimiters { outer, inner } = self.delimiters;
                    let unclosed = unclosed && outer == inner && split_lenient(rest, outer, None).1.is_some();
                    if unclosed {
                        self.dialect.unclosed_quotes.push(number);
                    }
                    let rest = if unclosed { rest.trim_end_matches(['\r', '\n']) } else { rest };
                    self.piece(number, rest, unclosed);
                    return;
                }
            }
        }
    }

    fn piece(&mut self, number: u64, raw: &str, unclosed: bool) {
        let Delimiters { outer, inner } = self.delimiters;
        let cells = if unclosed { split_unclosed(raw, outer, self.width) } else { split_strict(raw, outer) };
        let row = inner_row(self.delimiters, &cells, raw);
        let cells = match row {
            InnerRow::Plain if self.open.is_none() => cells,
            InnerRow::Plain => self.continued(&joined(&cells, outer), inner),
            InnerRow::Nested(text) => self.continued(&text, inner),
            InnerRow::Quoted(text) => {
                self.dialect.row_quoted.push(number);
                self.continued(&text, inner)
            }
            InnerRow::Foreign(text, delimiter) => {
                self.dialect.foreign.push(number);
                self.continued(&text, delimiter)
            }
        };
        let cells = cells.into_iter().map(into_cell).collect();
        self.records.push(Record { number, cells });
    }

    /// Takes a row apart that stands as text inside the outer dialect, going on with an open quote.
    fn continued(&mut self, text: &str, delimiter: char) -> Vec<String> {
        if starts_like_row(text, delimiter) {
            self.open = None;
        }
        let (cells, open) = split_lenient(text, delimiter, self.open);
        self.open = open;
        cells
    }
}

fn inner_row<T: AsRef<str>>(delimiters: Delimiters, cells: &[T], raw: &str) -> InnerRow {
    let Delimiters { outer, inner } = delimiters;
    if outer != inner {
        return InnerRow::Nested(joined(cells, outer));
    }
    let Some(first) = cells.first().map(AsRef::as_ref) else { return InnerRow::Plain };
    let alone = cells.iter().skip(1).all(|c| c.as_ref().trim().is_empty());
    if alone && raw.trim_start().starts_with('"') && is_whole_row(first, inner) {
        return InnerRow::Quoted(first.to_owned());
    }
    for delimiter in [';', ',', '\t', '|'].into_iter().filter(|d| *d != inner) {
        if first.contains(delimiter) {
            let text = joined(cells, outer);
            if is_whole_row(&text, delimiter) {
                return InnerRow::Foreign(text, delimiter);
            }
        }
    }
    InnerRow::Plain
}

enum InnerRow {
    Plain,
    Nested(String),
    Quoted(String),
    Foreign(String, char),
}

/// A text that is a row of its own: code first, or names of columns.
fn is_whole_row(text: &str, delimiter: char) -> bool {
    starts_like_row(text, delimiter)
        || text.split(delimiter).filter(|c| field_named(&name_key(c)).is_some()).count() >= 3
}

/// Cells back into the text they were split from, without the padding at its end.
fn joined<T: AsRef<str>>(cells: &[T], delimiter: char) -> String {
    let end = cells.iter().rposition(|c| !c.as_ref().trim().is_empty()).map_or(0, |i| i + 1);
    let mut out = String::new();
    for (i, cell) in cells.iter().take(end).enumerate() {
        if i > 0 {
            out.push(delimiter);
        }
        out.push_str(cell.as_ref());
    }
    out
}

/// True for a text in which a spreadsheet wrote out a carriage return.
fn is_escaped(text: &str) -> bool {
    text.contains('_') && text.contains("_x000D_")
}

/// A carriage return that a spreadsheet wrote out as `_x000D_` becomes a line end again.
fn into_cell(text: String) -> Cell {
    if text.is_empty() {
        Cell::Empty
    } else if is_escaped(&text) {
        Cell::Text(text.replace("_x000D_\r\n", "\n").replace("_x000D_\n", "\n").replace("_x000D_", "\n"))
    } else {
        Cell::Text(text)
    }
}

/// Position of the first line inside a quoted cell that is a row of its own.
fn swallowed_row(raw: &str, delimiters: Delimiters, width: Option<usize>) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = raw.get(from..)?.find(['\n', '\r']) {
        let line = from + at + 1;
        let rest = raw.get(line..)?;
        let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let whole = width.is_some_and(|w| is_whole_line(rest.get(..end).unwrap_or(""), delimiters.inner, w));
        if whole || starts_like_row(rest.get(..end)?, delimiters.inner) {
            return Some(line);
        }
        from = line;
    }
    None
}

/// The records of a text as a CSV reader bounds them: a quote opens only at the start of a cell, `""` inside is
/// a quote, any other character after the closing quote belongs to the cell, unquoted.
struct RawRecords<'a> {
    rest: &'a str,
    delimiter: u8,
    /// True once the text has ended inside a quote.
    unclosed: bool,
}

impl<'a> RawRecords<'a> {
    fn new(text: &'a str, delimiter: char) -> Self {
        // All delimiters are ASCII.
        RawRecords { rest: text, delimiter: u8::try_from(delimiter).unwrap_or(b','), unclosed: false }
    }
}

impl<'a> Iterator for RawRecords<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        if self.rest.is_empty() {
            return None;
        }
        let bytes = self.rest.as_bytes();
        let (mut start_of_cell, mut quoted) = (true, false);
        let mut i = 0;
        while let Some(&byte) = bytes.get(i) {
            if quoted {
                if byte == b'"' {
                    if bytes.get(i + 1) == Some(&b'"') {
                        i += 1;
                    } else {
                        quoted = false;
                    }
                }
            } else if byte == b'\n' || byte == b'\r' {
                break;
            } else if byte == b'"' && start_of_cell {
                quoted = true;
                start_of_cell = false;
            } else {
                start_of_cell = byte == self.delimiter;
            }
            i += 1;
        }
        self.unclosed = quoted;
        let record = self.rest.get(..i)?;
        let skip = match (bytes.get(i), bytes.get(i + 1)) {
            (Some(b'\r'), Some(b'\n')) => 2,
            (Some(_), _) => 1,
            (None, _) => 0,
        };
        self.rest = self.rest.get(i + skip..)?;
        Some(record)
    }
}

/// Splits one record the way CSV readers do.
fn split_strict(raw: &str, delimiter: char) -> Vec<String> {
    let mut cells = Vec::new();
    let mut rest = Some(raw);
    while let Some(text) = rest {
        let mut cell = String::new();
        let unquoted = text.strip_prefix('"').map_or(text, |quoted| unquote(quoted, &mut cell));
        // Behind a closing quote, any other character belongs to the cell.
        let (last, next) = match unquoted.split_once(delimiter) {
            Some((last, next)) => (last, Some(next)),
            None => (unquoted, None),
        };
        cell.push_str(last);
        cells.push(cell);
        rest = next;
    }
    cells
}

/// Moves a quoted text into a cell, and gives what stands behind its closing quote.
fn unquote<'t>(quoted: &'t str, cell: &mut String) -> &'t str {
    let mut rest = quoted;
    loop {
        let Some((inside, behind)) = rest.split_once('"') else {
            cell.push_str(rest);
            return "";
        };
        cell.push_str(inside);
        match behind.strip_prefix('"') {
            Some(more) => {
                cell.push('"');
                rest = more;
            }
            None => return behind,
        }
    }
}

/// Splits a row that was damaged on its way: a quote closes a cell only before a delimiter or at the end, blanks
/// allowed; other quotes are plain characters. `open` is the column of a quoted cell that began in an earlier
/// record; the second value is the column of one that is still open.
fn split_lenient(text: &str, delimiter: char, open: Option<usize>) -> (Vec<String>, Option<usize>) {
    let mut cells = vec![String::new(); open.unwrap_or(0)];
    let mut quoted = open.is_some();
    let mut rest = text;
    loop {
        if !quoted && rest.trim_start_matches(' ').starts_with('"') {
            quoted = true;
            rest = rest.trim_start_matches(' ').get(1..).unwrap_or("");
        }
        if quoted {
            let column = cells.len();
            let Some((cell, after)) = closing_quote(rest, delimiter) else {
                cells.push(rest.replace("\"\"", "\""));
                return (cells, Some(column));
            };
            cells.push(cell.replace("\"\"", "\""));
            quoted = false;
            match after {
                Some(next) => rest = next,
                None => return (cells, None),
            }
        } else {
            match rest.split_once(delimiter) {
                Some((cell, next)) => {
                    cells.push(cell.to_owned());
                    rest = next;
                }
                None => {
                    cells.push(rest.to_owned());
                    return (cells, None);
                }
            }
        }
    }
}

/// Splits a row with a quote that never closes. In a wide table the quote is a plain character if that gives the row
/// all its cells; else the rest of the row belongs to the cell.
fn split_unclosed(raw: &str, delimiter: char, width: Option<usize>) -> Vec<String> {
    let (mut cells, open) = split_lenient(raw, delimiter, None);
    let rest = open.and_then(|at| cells.get(at).map(|text| (at, split_lenient(text, delimiter, None).0)));
    if let Some((at, rest)) = rest
        && width == Some(at + rest.len())
    {
        cells.truncate(at);
        cells.extend(rest);
    }
    cells
}

/// The cell up to its closing quote, and what follows the delimiter after it (`None` at the end of the row).
fn closing_quote(text: &str, delimiter: char) -> Option<(&str, Option<&str>)> {
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find('"') {
        let quote = from + at;
        let after = text.get(quote + 1..)?;
        let next = after.trim_start_matches(' ');
        if next.is_empty() {
            return Some((text.get(..quote)?, None));
        }
        if let Some(rest) = next.strip_prefix(delimiter) {
            return Some((text.get(..quote)?, Some(rest)));
        }
        // A doubled quote is skipped whole, so that its second half does not close the cell.
        from = quote + if after.starts_with('"') { 2 } else { 1 };
    }
    None
}

#[cfg(test)]
#[path = "delimited_tests.rs"]
mod tests;
