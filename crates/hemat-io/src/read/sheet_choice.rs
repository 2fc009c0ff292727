//! Which sheets of a workbook hold lines. Workbooks keep copies: the same budget once more for every month, a
//! hidden working copy, a recapitulation by unit. Each rupiah is counted once, and what was left out is said.

use std::collections::BTreeSet;

use crate::read::spreadsheet::WorkbookSheet;
use crate::read::table::{Cell, Record, Table};

/// A sheet that is not read, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Its name.
    pub sheet: String,
    /// Its rows that hold an amount.
    pub rows: usize,
    /// Why.
    pub reason: LeftOutReason,
}

/// Why a sheet is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeftOutReason {
    /// No row holds both words and an amount.
    NoAmounts,
    /// Nearly all its rows (words and amount) stand in another sheet too.
    Repeats {
        /// The sheet that is read instead.
        kept: String,
        /// How many of its rows stand there.
        shared: usize,
    },
    /// It has no account codes, and other sheets have: a recapitulation.
    NoAccounts,
}

/// The name of the diagnostic about a sheet that was left out.
impl LeftOutReason {
    /// `sheet-repeated`, `sheet-recapitulation` or `sheet-without-amounts`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            LeftOutReason::NoAmounts => "sheet-without-amounts",
            LeftOutReason::Repeats { .. } => "sheet-repeated",
            LeftOutReason::NoAccounts => "sheet-recapitulation",
        }
    }
}

impl LeftOut {
    /// The sentence for people.
    #[must_use]
    pub fn hint(&self) -> String {
        let (sheet, rows) = (&self.sheet, self.rows);
        match &self.reason {
            LeftOutReason::NoAmounts => format!("sheet {sheet:?} was left out: no row holds an amount"),
            LeftOutReason::Repeats { kept, shared } => format!(
                "sheet {sheet:?} was left out: {shared} of its {rows} rows with amounts stand in sheet {kept:?} \
                 too, and counting both would count the money twice"
            ),
            LeftOutReason::NoAccounts => format!(
                "sheet {sheet:?} was left out: it has no account codes, so its {rows} rows sum up what other \
                 sheets hold in detail"
            ),
        }
    }
}

/// Sheets to read, in the workbook's order, and those left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// To be read.
    pub read: Vec<Table>,
    /// Not to be read.
    pub left_out: Vec<LeftOut>,
}

/// A sheet repeats another if at least this share of its rows with amounts stands there, in percent. Copies
/// differ in a handful of rows (a subtotal more, a corrected cell); other months' or other units' sheets share
/// little beyond headings.
const REPEATED_PERCENT: usize = 80;
/// Amounts below this are counts and percentages.
const LEAST_AMOUNT: i128 = 1_000;

/// Chooses the sheets to read. If none holds an amount, all are kept, so that the message about missing
/// columns can name theirs.
#[must_use]
pub fn choose_sheets(sheets: Vec<WorkbookSheet>) -> Choice {
    let faces: Vec<Face> = sheets.iter().map(|sheet| Face::of(&sheet.table)).collect();
    if sheets.len() < 2 || faces.iter().all(|face| face.rows.is_empty()) {
        return Choice { read: sheets.into_iter().map(|sheet| sheet.table).collect(), left_out: Vec::new() };
    }
    let any_accounts = faces.iter().any(|face| face.accounts > 0);
    // The best sheet of each group of copies comes first: seen, most rows, most figures, first in the book.
    let mut order: Vec<usize> = (0..sheets.len()).collect();
    order.sort_by_key(|i| {
        let (sheet, face) = (sheets.get(*i), faces.get(*i));
        let hidden = sheet.is_some_and(|s| s.hidden);
        let rank = face.map_or((0, 0), |f| (f.rows.len(), f.figures));
        (hidden, std::cmp::Reverse(rank), *i)
    });
    let mut kept: Vec<usize> = Vec::new();
    let mut reasons: Vec<Option<LeftOutReason>> = vec![None; sheets.len()];
    for index in order {
        let (Some(face), Some(reason)) = (faces.get(index), reasons.get_mut(index)) else { continue };
        *reason = if face.rows.is_empty() {
            Some(LeftOutReason::NoAmounts)
        } else if any_accounts && face.accounts == 0 {
            Some(LeftOutReason::NoAccounts)
        } else {
            kept.iter().find_map(|k| {
                let (other, sheet) = (faces.get(*k)?, sheets.get(*k)?);
                let shared = face.rows.iter().filter(|row| other.holds(row)).count();
                (shared * 100 >= face.rows.len() * REPEATED_PERCENT)
                    .then(|| LeftOutReason::Repeats { kept: sheet.table.sheet.clone(), shared })
            })
        };
        if reason.is_none() {
            kept.push(index);
        }
    }
    let mut choice = Choice::default();
    for ((sheet, face), reason) in sheets.into_iter().zip(faces).zip(reasons) {
        match reason {
            None => choice.read.push(sheet.table),
            Some(reason) => {
                choice.left_out.push(LeftOut { sheet: sheet.table.sheet, rows: face.rows.len(), reason });
            }
        }
    }
    choice
}

/// What a sheet looks like for the comparison.
#[derive(Default)]
struct Face {
    /// One row: its words, and every amount in it.
    rows: Vec<(String, Vec<i128>)>,
    /// Words with each of their amounts.
    pairs: BTreeSet<(String, i128)>,
    /// Number of amounts.
    figures: usize,
    /// Rows with an account code.
    accounts: usize,
}

impl Face {
    fn of(table: &Table) -> Face {
        let mut face = Face::default();
        for record in &table.records {
            let amounts = amounts_of(record);
            if amounts.is_empty() {
                continue;
            }
            let Some(words) = words_of(record) else { continue };
            face.figures += amounts.len();
            face.accounts += usize::from(has_account_code(record));
            face.pairs.extend(amounts.iter().map(|amount| (words.clone(), *amount)));
            face.rows.push((words, amounts));
        }
        face
    }

    /// True if a row with the same words and one of the amounts is here.
    fn holds(&self, (words, amounts): &(String, Vec<i128>)) -> bool {
        amounts.iter().any(|amount| self.pairs.contains(&(words.clone(), *amount)))
    }
}

/// The longest text with letters, without blanks and case.
fn words_of(record: &Record) -> Option<String> {
    let texts = record.cells.iter().map(Cell::as_str);
    let folded = texts.map(|text| {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect::<String>()
    });
    folded
        .filter(|text| text.chars().filter(|c| c.is_alphabetic()).count() >= 3)
        .max_by_key(|text| text.chars().count())
}

/// All amounts of a record in whole rupiah: numbers, and texts that are nothing but digits and separators.
fn amounts_of(record: &Record) -> Vec<i128> {
    let mut amounts: Vec<i128> = record.cells.iter().filter_map(whole_rupiah).collect();
    amounts.retain(|amount| amount.abs() >= LEAST_AMOUNT);
    amounts
}

fn whole_rupiah(cell: &Cell) -> Option<i128> {
    match cell {
        Cell::Number(number) => i128::try_from(number.trunc()).ok(),
        Cell::Text(text) => {
            let text = text.trim().trim_start_matches("Rp").trim_start_matches('.').trim();
            let looks_grouped = text.contains(['.', ',']) || text.len() > 4;
            let plain = text.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',');
            // An account code has short groups; a grouped amount has groups of three.
            let groups = text.split(['.', ',']);
            if !plain || !looks_grouped || groups.clone().skip(1).any(|g| g.len() != 3 && g.len() != 2) {
                return None;
            }
            let whole = match text.rsplit_once(['.', ',']) {
                Some((whole, decimals)) if decimals.len() == 2 => whole,
                _ => text,
            };
            if whole.split(['.', ',']).skip(1).any(|group| group.len() != 3) {
                return None;
            }
            whole.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok()
        }
        _ => None,
    }
}

/// Four or more dotted groups of digits in one of the first cells.
fn has_account_code(record: &Record) -> bool {
    record.cells.iter().take(8).map(|cell| cell.as_str().trim()).any(|text| {
        let groups: Vec<&str> = text.split('.').map(str::trim).filter(|g| !g.is_empty()).collect();
        groups.len() >= 4 && groups.iter().all(|g| g.len() <= 5 && g.bytes().all(|b| b.is_ascii_digit()))
    })
}

#[cfg(test)]
#[path = "sheet_choice_tests.rs"]
mod tests;
