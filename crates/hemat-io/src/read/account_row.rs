//! Records of a budget of account rows -> rows with a code, a name, money and the pieces of their note.

use hemat_core::money::Rupiah;
use rust_decimal::Decimal;

use crate::read::account_code::{SplitCode, read_code};
use crate::read::header::{Header, is_column_numbers};
use crate::read::number::{Notation, NumberProblem, Reading, decide_mark};
use crate::read::source::{Sheet, Source};
use crate::read::synonyms::{Field, name_key};
use crate::read::table::{Cell, Record};
use crate::read::title::one_line;

/// What a money cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Money {
    /// Nothing, or text without a digit.
    Blank,
    /// An amount.
    Value(Rupiah),
    /// Two amounts, and the column does not settle it: with a decimal comma, with a decimal dot.
    Ambiguous(Decimal, Decimal),
    /// An amount in scientific notation that lost its last digits.
    Rounded(Rupiah),
    /// Digits that are no amount.
    Unreadable,
    /// An amount beyond what can be kept exact.
    OutOfRange,
}

impl Money {
    /// The amount, where there is exactly one.
    pub(crate) fn value(self) -> Option<Rupiah> {
        match self {
            Money::Value(amount) => Some(amount),
            _ => None,
        }
    }
}

/// What to do about [`Money::OutOfRange`].
pub(crate) const OUT_OF_RANGE: &str =
    "the amount is too large to be kept exact (beyond 10^20 rupiah); columns may have run together";

/// One row with what belongs to it.
#[derive(Debug, Clone)]
pub(crate) struct AccountRow {
    /// Position in the table's records.
    pub index: usize,
    /// 1-based record.
    pub number: u64,
    /// Its code, if the code cell holds one.
    pub code: Option<SplitCode>,
    /// Its name on one line; where there is no code, also the text that stands in the code's place.
    pub name: String,
    /// Amount (in a revised budget: after the revision).
    pub amount: Money,
    /// Amount before the revision.
    pub before: Option<Rupiah>,
    /// The note: its own and those of the records below that go on with it.
    pub note: Vec<(u64, String)>,
}

impl AccountRow {
    /// The part of the code before the account.
    pub(crate) fn prefix(&self) -> &str {
        self.code.as_ref().map_or("", |c| c.prefix.as_str())
    }

    /// The account's code, if it has one.
    pub(crate) fn account(&self) -> Option<&str> {
        Some(&self.code.as_ref()?.account.as_ref()?.code)
    }

    /// The first words of the note.
    pub(crate) fn note_head(&self) -> &str {
        self.note.first().map_or("", |(_, text)| text.trim_start())
    }
}

/// The money columns with their notations.
pub(crate) struct MoneyColumns {
    /// Column of the amount.
    pub amount: Field,
    /// Notation of the amounts.
    pub notation: Notation,
    before: Option<Notation>,
}

impl MoneyColumns {
    /// Finds the money columns and settles their decimal marks. `None` if there is no amount column.
    pub(crate) fn of(source: &Source, sheet: &Sheet, header: &Header) -> Option<Self> {
        let amount = [Field::AmountAfter, Field::Amount].into_iter().find(|f| header.has(*f))?;
        let notation = |field: Field| {
            let index = header.index(field);
            let records = sheet.table.records.iter().skip(header.data_from);
            let cells = records.filter_map(|r| Some((r.number, r.cells.get(index?)?)));
            decide_mark(cells, source.options.decimal_mark)
        };
        let before = header.has(Field::AmountBefore).then(|| notation(Field::AmountBefore));
        let mut columns = MoneyColumns { amount, notation: notation(amount), before };
        // Columns of one file are written alike: one that shows no mark follows its neighbour.
        if columns.notation.mark.is_none()
            && let Some(mark) = columns.before.as_ref().and_then(|b| b.mark)
            && !columns.notation.ambiguous.is_empty()
        {
            columns.notation = Notation { mark: Some(mark), ambiguous: Vec::new() };
        }
        Some(columns)
    }
}

/// A money cell by the notation of its column.
pub(crate) fn read_money(cell: Option<&Cell>, notation: &Notation) -> Money {
    let Some(cell) = cell else { return Money::Blank };
    match notation.read(cell) {
        Ok(Reading::Value(value)) => Rupiah::try_new(value).map_or(Money::OutOfRange, Money::Value),
        Ok(Reading::Ambiguous { comma, dot }) => Money::Ambiguous(comma, dot),
        Err(NumberProblem::Empty) => Money::Blank,
        Err(NumberProblem::Rounded(value)) => {
            Rupiah::try_new(value).map_or(Money::OutOfRange, Money::Rounded)
        }
        Err(NumberProblem::TooLong) => Money::OutOfRange,
        Err(NumberProblem::NotANumber) => {
            if cell.to_text().bytes().any(|b| b.is_ascii_digit()) {
                Money::Unreadable
            } else {
                Money::Blank
            }
        }
    }
}

/// All rows of a table, notes put together. Records that are no rows (headers again, blanks, continued notes) are
/// left out.
pub(crate) fn read_rows(
    source: &Source,
    sheet: &Sheet,
    header: &Header,
    columns: &MoneyColumns,
) -> Vec<AccountRow> {
    let mut rows: Vec<AccountRow> = Vec::new();
    for (index, record) in sheet.table.records.iter().enumerate().skip(header.data_from) {
        if record.is_blank() || header.is_repeated_by(record) || is_column_numbers(record) {
            continue;
        }
        let realigned = realign(record, header, columns, source.delimiter);
        let record = realigned.as_ref().unwrap_or(record);
        match read_row(index, record, source, header, columns) {
            Entry::Row(row) => rows.push(*row),
            Entry::Continued(text) => {
                if let Some(last) = rows.last_mut() {
                    last.note.push((record.number, text));
                }
            }
        }
    }
    rows
}

enum Entry {
    Row(Box<AccountRow>),
    Continued(String),
}

fn read_row(
    index: usize,
    record: &Record,
    source: &Source,
    header: &Header,
    columns: &MoneyColumns,
) -> Entry {
    let text = |field: Field| header.cell(record, field).map(Cell::to_text).unwrap_or_default();
    let code_text = text(Field::AccountCode);
    let code = read_code(&code_text);
    let name = one_line(&text(Field::AccountName));
    let amount = read_money(header.cell(record, columns.amount), &columns.notation);
    let note = note_of(record, header, source.delimiter);
    if code.is_none() {
        // A note that goes on: text in the note's column alone, or in the first column alone.
        let alone = amount == Money::Blank && (name.is_empty() || code_text.trim().is_empty());
        if alone && name.is_empty() {
            let code_text = code_text.trim().trim_end_matches('"');
            return Entry::Continued([code_text, note.as_str()].join(" ").trim().to_owned());
        }
        if alone && (name.contains('=') || note.contains('=')) {
            return Entry::Continued([name.as_str(), note.as_str()].join(" ").trim().to_owned());
        }
    }
    let before =
        columns.before.as_ref().and_then(|n| read_money(header.cell(record, Field::AmountBefore), n).value());
    let name = if code.is_none() && !code_text.trim().is_empty() {
        one_line(&[code_text.as_str(), name.as_str()].join(" "))
    } else {
        name
    };
    let note = if note.trim().is_empty() { Vec::new() } else { vec![(record.number, note)] };
    Entry::Row(Box::new(AccountRow {
        index,
        number: record.number,
        code,
        name: name.replace('^', ","),
        amount,
        before,
        note,
    }))
}

/// The note, with the cells behind it that a delimiter inside an unquoted note split off.
fn note_of(record: &Record, header: &Header, delimiter: Option<char>) -> String {
    let Some(index) = header.index(Field::Note) else { return String::new() };
    let mut note = record.cells.get(index).map(Cell::to_text).unwrap_or_default();
    let last = header.columns.values().all(|c| c.index <= index);
    if last {
        let end = record.cells.iter().rposition(|c| !c.is_blank()).map_or(0, |i| i + 1);
        for cell in record.cells.get(index + 1..end.max(index + 1)).unwrap_or_default() {
            note.push(delimiter.unwrap_or(' '));
            note.push_str(&cell.to_text());
        }
    }
    note
}

/// A row with too many cells because of unquoted delimiters in its name: cells are joined until the money stands
/// in its column.
fn realign(
    record: &Record,
    header: &Header,
    columns: &MoneyColumns,
    delimiter: Option<char>,
) -> Option<Record> {
    let (name, amount) = (header.index(Field::AccountName)?, header.index(columns.amount)?);
    let code = header.index(Field::AccountCode)?;
    if amount <= name || record.cells.len() <= amount + 1 {
        return None;
    }
    let is_money = |cell: &Cell| {
        matches!(
            read_money(Some(cell), &columns.notation),
            Money::Value(_) | Money::Ambiguous(..) | Money::Rounded(_)
        )
    };
    let first_money = header.columns.get(&Field::AmountBefore).map_or(amount, |c| c.index.min(amount));
    if is_money(record.cells.get(first_money)?) || record.cells.get(first_money)?.is_blank() {
        return None;
    }
    read_code(&record.cells.get(code)?.to_text())?;
    let extra = (1..=6).find(|extra| record.cells.get(first_money + extra).is_some_and(is_money))?;
    let joined: Vec<String> = record.cells.get(name..=name + extra)?.iter().map(Cell::to_text).collect();
    let mut cells: Vec<Cell> = record.cells.get(..name)?.to_vec();
    cells.push(Cell::Text(joined.join(&delimiter.unwrap_or(',').to_string())));
    cells.extend(record.cells.get(name + extra + 1..)?.iter().cloned());
    Some(Record { number: record.number, cells })
}

/// Names of rows that only add others up, in the form of [`name_key`].
pub(crate) fn is_total(name: &str) -> bool {
    let key = name_key(name);
    let begins =
        ["jumlah", "total", "sisa lebih", "silpa", "pembiayaan netto", "urusan wajib", "urusan pilihan"];
    begins.iter().any(|word| key.starts_with(word)) || key.contains("defisit") || key.contains("surplus")
}
