//! What an old workbook (XLS) claims about itself and the parser below believes: it makes room for the sheet that a
//! record declares, for all cells between the farthest two, and for texts by the length they say they have. Room that
//! the machine does not have ends the process.
//!
//! Layout: [MS-XLS] 2.4.28 (sheets), 2.4.90 (extent), 2.5.13 (cells), 2.4.127 (formulas).

use crate::read::biff_records::{Record, Records, shared_lengths, short};
use crate::read::compound_file::{CompoundFile, word};
use crate::read::spreadsheet::{MAX_CELLS, MAX_TEXT, WorkbookError};

/// Rows and columns of a sheet; the format has no more.
pub(super) const OLD_ROWS: u64 = 65_536;
pub(super) const OLD_COLUMNS: u64 = 256;

/// So many characters may be claimed by anybody: room for them costs little.
const FREE_TEXT: u64 = 1_000_000;

/// So many bytes may be read twice: sheets that overlap, or have no end, cost little in a small file.
const FREE_BYTES: u64 = 1 << 26;

/// Most records that continue one: 500 MB of the usual length. The parser below moves all that are left for each.
const MAX_CONTINUED: usize = 65_536;

/// Most blanks in one formula, which the parser below writes out one by one; a formula has 8,192 characters.
const MAX_BLANKS: u64 = 8_192;

/// Refuses an old workbook that claims more than the format or [`MAX_CELLS`] allow.
///
/// # Errors
/// [`WorkbookError::BeyondOldFormat`], [`WorkbookError::TooManyCells`], [`WorkbookError::TooMuchText`],
/// [`WorkbookError::Broken`]. What else is wrong with the file is for its parser to say.
pub(super) fn check_old_claims(file: &CompoundFile<'_>) -> Result<(), WorkbookError> {
    let entries = file.entries();
    // The second is the older form; the parser below takes it where it cannot read the first.
    for name in ["Workbook", "Book"] {
        if let Some(stream) = file.stream(&entries, name)? {
            check_stream(&stream)?;
        }
    }
    Ok(())
}

fn check_stream(stream: &[u8]) -> Result<(), WorkbookError> {
    let mut sheets = Vec::new();
    let mut texts = Vec::new();
    for record in Records::of(stream) {
        if record.continued.len() > MAX_CONTINUED {
            return Err(broken(format!("a record is continued {} times", record.continued.len())));
        }
        match record.kind {
            // A password: what follows is noise, and the parser below says so.
            0x002f if short(record.data, 0) != Some(0) => return Ok(()),
            0x0085 => {
                let Some(at) = word(record.data, 0) else { return Ok(()) };
                sheets.push((at as usize, sheet_name(record.data)));
            }
            0x00fc => match shared_lengths(&record) {
                Some(lengths) => texts = lengths,
                None => return Ok(()),
            },
            0x000a => break,
            _ => {}
        }
    }
    let mut claims =
        Claims { shared: &texts, stream: stream.len() as u64, cells: 0, text: 0, claimed: 0, read: 0 };
    for (at, name) in sheets {
        let Some(part) = stream.get(at..) else { return Ok(()) };
        claims.check_sheet(part, &name)?;
    }
    Ok(())
}

fn broken(what: String) -> WorkbookError {
    WorkbookError::Broken(what)
}

/// The name of a sheet, as well as it can be said before its encoding is known.
fn sheet_name(data: &[u8]) -> String {
    let length = data.get(6).map_or(0, |n| *n as usize);
    let (flags, rest) = (data.get(7).copied().unwrap_or(0), data.get(8..).unwrap_or_default());
    match flags {
        0 => rest.iter().take(length).map(|byte| char::from(*byte)).collect(),
        1 => {
            let units = rest.chunks_exact(2).take(length).filter_map(|unit| short(unit, 0));
            char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        // The older form has no flags.
        _ => data.iter().skip(7).take(length).map(|byte| char::from(*byte)).collect(),
    }
}

/// What the sheets so far make the parser below hold, and what all may.
struct Claims<'a> {
    shared: &'a [u16],
    /// Bytes of the whole stream.
    stream: u64,
    cells: u64,
    text: u64,
    /// Characters that texts in the stream claim to have in it.
    claimed: u64,
    read: u64,
}

impl Claims<'_> {
    fn check_sheet(&mut self, part: &[u8], name: &str) -> Result<(), WorkbookError> {
        let (mut values, mut formulas) = (Extent::default(), Extent::default());
        let mut records = Records::of(part);
        // Charts inside a sheet have records like cells; the parser below passes over them, too.
        let (mut begun, mut depth, mut at) = (false, 0_usize, (0, 0));
        for record in records.by_ref() {
            match (record.kind, depth) {
                (0x0809, 0) if !begun => begun = true,
                (0x0809, _) => depth += 1,
                (0x000a, 0) => break,
                (0x000a, _) => depth -= 1,
                (_, 0) => self.check_record(&record, name, &mut values, &mut formulas, &mut at)?,
                _ => {}
            }
            let cells = self.cells.saturating_add(values.cells()).saturating_add(formulas.cells());
            if cells > MAX_CELLS as u64 {
                return Err(WorkbookError::TooManyCells { sheet: name.to_owned() });
            }
            if self.text > MAX_TEXT as u64 {
                return Err(WorkbookError::TooMuchText { sheet: name.to_owned() });
            }
            if self.claimed > FREE_TEXT.max(self.stream) {
                return Err(broken(format!(
                    "its texts claim {} characters and it has {} bytes",
                    self.claimed, self.stream
                )));
            }
        }
        self.cells += values.cells() + formulas.cells();
        self.read += (part.len() - records.left()) as u64;
        if self.read > FREE_BYTES.max(self.stream.saturating_mul(2)) {
            return Err(broken("its sheets lie in one another".to_owned()));
        }
        Ok(())
    }

    /// Counts what one record makes the parser below hold. `at` is the cell of the last formula.
    fn check_record(
        &mut self,
        record: &Record<'_>,
        sheet: &str,
        values: &mut Extent,
        formulas: &mut Extent,
        at: &mut (u16, u16),
    ) -> Result<(), WorkbookError> {
        let data = record.data;
        let place = || Some((short(data, 0)?, short(data, 2)?));
        let text = |from: usize| short(data, from).map_or(0, u64::from);
        let put = |extent: &mut Extent, (row, column): (u16, u16), number: u64| {
            let columns = u64::from(column) + number;
            if columns > OLD_COLUMNS {
                let (sheet, rows) = (sheet.to_owned(), u64::from(row) + 1);
                return Err(WorkbookError::BeyondOldFormat { sheet, rows, columns });
            }
            extent.put(u64::from(row), u64::from(column), number);
            Ok(())
        };
        match (record.kind, place()) {
            (0x0200, _) => check_declared(data, sheet)?,
            (0x0203 | 0x0205 | 0x027e, Some(place)) => put(values, place, 1)?,
            (0x0204 | 0x00d6, Some(place)) => {
                self.claimed += text(6);
                put(values, place, 1)?;
            }
            (0x00fd, Some(place)) => {
                let number = word(data, 6).map_or(usize::MAX, |n| n as usize);
                self.text += self.shared.get(number).map_or(0, |length| u64::from(*length));
                put(values, place, 1)?;
            }
            (0x00bd, Some(place)) => put(values, place, data.len().saturating_sub(6) as u64 / 6)?,
            (0x0207, _) => {
                self.claimed += text(0);
                put(values, *at, 1)?;
            }
            (0x0006, Some(place)) => {
                *at = place;
                put(formulas, place, 1)?;
                // A text comes in the record behind.
                if !matches!(data.get(6..14), Some([0, .., 0xff, 0xff])) {
                    put(values, place, 1)?;
                }
                check_blanks(data.get(22..).unwrap_or_default(), sheet)?;
            }
            _ => {}
        }
        Ok(())
    }
}

/// The extent that a sheet declares: rows and columns from, to and without the last.
fn check_declared(data: &[u8], sheet: &str) -> Result<(), WorkbookError> {
    let declared = match data.len() {
        10 => (0..4).map(|i| short(data, i * 2).map(u64::from)).collect::<Option<Vec<u64>>>(),
        14 | 16 => {
            let rows = [0, 4].map(|at| word(data, at).map(u64::from));
            rows.into_iter().chain([8, 10].map(|at| short(data, at).map(u64::from))).collect()
        }
        _ => None,
    };
    let Some(&[first_row, rows, _, columns]) = declared.as_deref() else { return Ok(()) };
    if rows > OLD_ROWS || columns > OLD_COLUMNS {
        return Err(WorkbookError::BeyondOldFormat { sheet: sheet.to_owned(), rows, columns });
    }
    // The parser below subtracts the rows as they are; a first column behind the last it takes for none.
    if rows > 0 && columns > 0 && first_row > rows {
        return Err(broken(format!(
            "sheet {sheet:?} ends in row {rows} and begins in row {}",
            first_row + 1
        )));
    }
    Ok(())
}

fn check_blanks(tokens: &[u8], sheet: &str) -> Result<(), WorkbookError> {
    let blanks = tokens.windows(4).filter_map(|token| match token {
        [0x19, 0x40 | 0x41, _, number] => Some(u64::from(*number)),
        _ => None,
    });
    match blanks.sum::<u64>() {
        blanks if blanks > MAX_BLANKS => {
            Err(broken(format!("a formula of sheet {sheet:?} claims {blanks} blanks")))
        }
        _ => Ok(()),
    }
}

/// The cells between the farthest that are used.
#[derive(Default)]
struct Extent {
    rows: Option<(u64, u64)>,
    columns: Option<(u64, u64)>,
    used: u64,
}

impl Extent {
    fn put(&mut self, row: u64, column: u64, number: u64) {
        let widen = |range: Option<(u64, u64)>, first: u64, last: u64| {
            let (from, to) = range.unwrap_or((first, last));
            Some((from.min(first), to.max(last)))
        };
        self.rows = widen(self.rows, row, row);
        self.columns = widen(self.columns, column, (column + number).saturating_sub(1));
        self.used += number;
    }

    /// One cell may be given many times: each is held.
    fn cells(&self) -> u64 {
        let length = |range: Option<(u64, u64)>| range.map_or(0, |(from, to)| to - from + 1);
        (length(self.rows) * length(self.columns)).max(self.used)
    }
}

#[cfg(test)]
#[path = "biff_claims_tests.rs"]
mod tests;
