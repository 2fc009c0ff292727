//! Numbers in cells, in every notation that budget files use.
//!
//! `1.500` is fifteen hundred in one notation and one and a half in the other. A cell alone cannot say; the
//! other cells of its column can. [`decide_mark`] looks at them, [`Notation`] reads by what was decided.

use rust_decimal::Decimal;

use crate::read::budget::DecimalMark;
use crate::read::table::Cell;

/// What a cell's text can mean as a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// One number, whatever the decimal mark.
    Plain(Decimal),
    /// One number, and it shows the decimal mark.
    Marked(Decimal, DecimalMark),
    /// Two numbers: with a decimal comma, and with a decimal dot.
    Ambiguous {
        /// If the decimal mark is a comma.
        comma: Decimal,
        /// If the decimal mark is a dot.
        dot: Decimal,
    },
}

/// Why a text is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberProblem {
    /// Nothing there, or a dash that stands for nothing.
    Empty,
    /// Letters, several signs, groups of the wrong length.
    NotANumber,
    /// More than 28 digits.
    TooLong,
    /// Scientific notation with too few digits for the size: `2.61024E+11` has lost the last rupiah.
    Rounded(Decimal),
}

/// Reads one number with nothing around it but a currency, signs, brackets, and `Jt`, `M`, `ribu`.
///
/// # Errors
/// [`NumberProblem`].
pub fn read_number(text: &str) -> Result<Number, NumberProblem> {
    if let Some(value) = few_digits(text) {
        return Ok(Number::Plain(value));
    }
    let mut body = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '\u{a0}'));
    if body.is_empty() || body.chars().all(|c| matches!(c, '-' | '\u{2013}' | '\u{2014}')) {
        return Err(NumberProblem::Empty);
    }
    let mut negative = false;
    if let Some(inner) = body.strip_prefix('(').and_then(|b| b.strip_suffix(')')) {
        negative = true;
        body = inner.trim();
    }
    body = without_currency(body);
    if let Some(inner) = body.strip_prefix('-') {
        negative = !negative;
        body = inner.trim_start();
    } else if let Some(inner) = body.strip_prefix('+') {
        body = inner.trim_start();
    }
    body = without_currency(body);
    // "Rp 1.250.000,-" and "1.250.000,--": the dash stands for no sen.
    let undashed = body.trim_end_matches('-');
    if undashed.len() < body.len() {
        body = undashed.trim_end_matches([',', '.', '^', '=']).trim_end();
    }
    let (body, scale) = without_magnitude(body);
    let number = match read_scientific(body) {
        Some(result) => Number::Plain(result?),
        None => read_marks(body)?,
    };
    let apply = |value: Decimal| {
        let value = value.checked_mul(scale).ok_or(NumberProblem::TooLong)?;
        // A decimal can hold some numbers of 29 digits; money and its readers stop at 28.
        if value.abs() >= Decimal::from_i128_with_scale(10_i128.pow(28), 0) {
            return Err(NumberProblem::TooLong);
        }
        Ok(if negative && !value.is_zero() { -value } else { value })
    };
    Ok(match number {
        Number::Plain(value) => Number::Plain(apply(value)?),
        Number::Marked(value, mark) => Number::Marked(apply(value)?, mark),
        Number::Ambiguous { comma, dot } => Number::Ambiguous { comma: apply(comma)?, dot: apply(dot)? },
    })
}

fn without_currency(text: &str) -> &str {
    for currency in ["rp.", "rp", "idr", "@"] {
        if let Some(head) = text.get(..currency.len())
            && head.eq_ignore_ascii_case(currency)
        {
            return text.get(currency.len()..).unwrap_or("").trim_start();
        }
    }
    text
}

/// `412,3 Jt` is 412.3 million, `1,4 M` is 1.4 milliard.
fn without_magnitude(text: &str) -> (&str, Decimal) {
    const WORDS: [(&str, i64); 12] = [
        ("ribu", 1_000),
        ("rb", 1_000),
        ("juta", 1_000_000),
        ("jt", 1_000_000),
        ("miliar", 1_000_000_000),
        ("milyar", 1_000_000_000),
        ("mil", 1_000_000_000),
        ("m", 1_000_000_000),
        ("triliun", 1_000_000_000_000),
        ("trilyun", 1_000_000_000_000),
        ("tril", 1_000_000_000_000),
        ("t", 1_000_000_000_000),
    ];
    let text = text.trim_end_matches('.');
    let letters = text.len() - text.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
    let (number, word) = text.split_at(text.len() - letters);
    WORDS
        .iter()
        .find(|(name, _)| word.eq_ignore_ascii_case(name))
        .map_or((text, Decimal::ONE), |(_, scale)| (number.trim_end(), Decimal::from(*scale)))
}

/// `2.61024E+11`. `None` if the text has no exponent.
fn read_scientific(text: &str) -> Option<Result<Decimal, NumberProblem>> {
    let (mantissa, exponent) = text.split_once(['E', 'e'])?;
    let exponent: u32 = exponent.strip_prefix('+').unwrap_or(exponent).parse().ok().filter(|e| *e <= 20)?;
    let (whole, decimals) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, ""));
    let digits: String = [whole, decimals].concat();
    if whole.len() != 1 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let kept = u32::try_from(decimals.len()).ok()?;
    let Some(value) = plain(&digits) else { return Some(Err(NumberProblem::TooLong)) };
    if exponent < kept {
        return None;
    }
    let power = Decimal::from(10u64.checked_pow(exponent - kept)?);
    let value = value.checked_mul(power)?;
    // Spreadsheets show six digits; a number that really ends in so many zeros is rare.
    Some(if kept >= 4 { Err(NumberProblem::Rounded(value)) } else { Ok(value) })
}

/// Digits only, and so few that a machine word holds them: nearly every number of an export.
fn few_digits(text: &str) -> Option<Decimal> {
    if text.is_empty() || text.len() > 18 {
        return None;
    }
    let mut value = 0_u64;
    for byte in text.bytes() {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        value = value * 10 + u64::from(digit);
    }
    Some(Decimal::from(value))
}

/// Digits only.
fn plain(digits: &str) -> Option<Decimal> {
    if digits.is_empty() || digits.len() > 28 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Decimal::from_str_exact(digits).ok()
}

/// A number from whole and decimal digits.
fn with_decimals(whole: &str, decimals: &str) -> Result<Decimal, NumberProblem> {
    if whole.len() + decimals.len() > 28 {
        return Err(NumberProblem::TooLong);
    }
    let digits = [whole, decimals].concat();
    let mut value = plain(&digits).ok_or(NumberProblem::NotANumber)?;
    let scale = u32::try_from(decimals.len()).map_err(|_| NumberProblem::TooLong)?;
    value.set_scale(scale).map_err(|_| NumberProblem::TooLong)?;
    Ok(value)
}

fn read_marks(text: &str) -> Result<Number, NumberProblem> {
    // Words are told apart before anything is copied.
    if text.bytes().any(|b| b.is_ascii_alphabetic()) {
        return Err(NumberProblem::NotANumber);
    }
    // A caret stands where a comma was replaced so as not to break a comma-separated file.
    let text: String = text.chars().map(|c| if c == '^' { ',' } else { c }).collect();
    let text = spaced(&text);
    if !text.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b',')
        || !text.bytes().any(|b| b.is_ascii_digit())
    {
        return Err(NumberProblem::NotANumber);
    }
    let dots = text.matches('.').count();
    let commas = text.matches(',').count();
    let result = match (dots, commas) {
        (0, 0) => plain(&text).map(Number::Plain),
        (_, 0) => return one_kind(&text, '.', DecimalMark::Dot, DecimalMark::Comma),
        (0, _) => return one_kind(&text, ',', DecimalMark::Comma, DecimalMark::Dot),
        _ => return two_kinds(&text),
    };
    result.ok_or(if text.len() > 28 { NumberProblem::TooLong } else { NumberProblem::NotANumber })
}

/// Blanks inside a number: a lost decimal mark before the last two digits (`500.000 00`), or groups of three.
fn spaced(text: &str) -> String {
    let parts: Vec<&str> = text.split_whitespace().collect();
    match parts.as_slice() {
        [whole, "00"] if whole.contains('.') => format!("{whole},00"),
        [first, rest @ ..]
            if !rest.is_empty()
                && (1..=3).contains(&first.len())
                && rest.iter().all(|p| p.get(..3).is_some_and(|d| d.bytes().all(|b| b.is_ascii_digit())))
                && rest.iter().rev().skip(1).all(|p| p.len() == 3) =>
        {
            parts.concat()
        }
        _ => text.to_owned(),
    }
}

fn are_groups(parts: &[&str]) -> bool {
    let Some((first, rest)) = parts.split_first() else { return false };
    (1..=3).contains(&first.len()) && rest.iter().all(|p| p.len() == 3)
}

/// Only dots, or only commas. `mark` is the decimal mark if this sign is it, `other` if it groups digits.
fn one_kind(text: &str, sign: char, mark: DecimalMark, other: DecimalMark) -> Result<Number, NumberProblem> {
    let parts: Vec<&str> = text.split(sign).collect();
    let [whole, decimals] = parts.as_slice() else {
        if are_groups(&parts) {
            return plain(&parts.concat()).map(|v| Number::Marked(v, other)).ok_or(NumberProblem::TooLong);
        }
        // "4.902.672.528.00": the same sign for groups and for decimals.
        if let Some((last, groups)) = parts.split_last()
            && are_groups(groups)
            && (1..=2).contains(&last.len())
        {
            return with_decimals(&groups.concat(), last).map(Number::Plain);
        }
        return Err(NumberProblem::NotANumber);
    };
    if decimals.is_empty() {
        return plain(whole).map(Number::Plain).ok_or(NumberProblem::NotANumber);
    }
    let as_decimals = with_decimals(if whole.is_empty() { "0" } else { whole }, decimals)?;
    if decimals.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0') {
        let grouped = plain(&parts.concat()).ok_or(NumberProblem::NotANumber)?;
        return Ok(match mark {
            DecimalMark::Dot => Number::Ambiguous { comma: grouped, dot: as_decimals },
            DecimalMark::Comma => Number::Ambiguous { comma: as_decimals, dot: grouped },
        });
    }
    Ok(Number::Marked(as_decimals, mark))
}

/// Dots and commas: the last kind is the decimal mark and stands once, the other makes groups of three.
fn two_kinds(text: &str) -> Result<Number, NumberProblem> {
    let (mark, sign, group) = if text.rfind(',') > text.rfind('.') {
        (DecimalMark::Comma, ',', '.')
    } else {
        (DecimalMark::Dot, '.', ',')
    };
    let (whole, decimals) = text.split_once(sign).ok_or(NumberProblem::NotANumber)?;
    let groups: Vec<&str> = whole.split(group).collect();
    if !are_groups(&groups) || !decimals.bytes().all(|b| b.is_ascii_digit()) {
        return Err(NumberProblem::NotANumber);
    }
    with_decimals(&groups.concat(), decimals).map(|v| Number::Marked(v, mark))
}

/// What a column's cells say about its decimal mark.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notation {
    /// The decimal mark, if the cells (or the user) settle it.
    pub mark: Option<DecimalMark>,
    /// Records whose cell stays ambiguous, with both readings (decimal comma, decimal dot); empty if `mark` is known.
    pub ambiguous: Vec<(u64, Decimal, Decimal)>,
}

/// Cells that show one mark settle the column if they are more than this many times those that show the other.
const CLEAR_MAJORITY: usize = 20;

/// Decides the decimal mark of a column from its cells (record number, cell), or takes the user's word.
#[must_use]
pub fn decide_mark<'a>(cells: impl Iterator<Item = (u64, &'a Cell)>, user: Option<DecimalMark>) -> Notation {
    let mut evidence = MarkEvidence::default();
    let mut ambiguous = Vec::new();
    for (row, cell) in cells {
        if let Some((comma, dot)) = evidence.look_at(cell) {
            ambiguous.push((row, comma, dot));
        }
    }
    let mark = user.or(evidence.mark());
    Notation { mark, ambiguous: if mark.is_some() { Vec::new() } else { ambiguous } }
}

/// What the cells of a column say about its decimal mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MarkEvidence {
    /// Cells that show a decimal comma.
    pub commas: usize,
    /// Cells that show a decimal dot.
    pub dots: usize,
    /// Cells that can be read in two ways.
    pub ambiguous: usize,
}

impl MarkEvidence {
    /// Takes in a cell; gives both readings of one that says nothing by itself.
    pub fn look_at(&mut self, cell: &Cell) -> Option<(Decimal, Decimal)> {
        let Cell::Text(text) = cell else { return None };
        // A number without a mark says nothing of marks.
        if !text.bytes().any(|b| matches!(b, b'.' | b',' | b'^')) {
            return None;
        }
        match read_number(text) {
            Ok(Number::Marked(_, DecimalMark::Comma)) => self.commas += 1,
            Ok(Number::Marked(_, DecimalMark::Dot)) => self.dots += 1,
            Ok(Number::Ambiguous { comma, dot }) => {
                self.ambiguous += 1;
                return Some((comma, dot));
            }
            _ => {}
        }
        None
    }

    /// Takes in what other cells of the column say.
    pub fn merge(&mut self, other: &MarkEvidence) {
        self.commas += other.commas;
        self.dots += other.dots;
        self.ambiguous += other.ambiguous;
    }

    /// The mark, if the evidence is clear.
    #[must_use]
    pub fn mark(&self) -> Option<DecimalMark> {
        if self.commas > self.dots * CLEAR_MAJORITY {
            Some(DecimalMark::Comma)
        } else if self.dots > self.commas * CLEAR_MAJORITY {
            Some(DecimalMark::Dot)
        } else {
            None
        }
    }

    /// True if some cell can be read in two ways and the others settle which.
    #[must_use]
    pub fn settles_the_ambiguous(&self) -> bool {
        self.ambiguous > 0 && self.mark().is_some()
    }
}

impl Notation {
    /// Reads a cell by the column's notation.
    ///
    /// # Errors
    /// [`NumberProblem`]; an ambiguous cell without a decided mark is [`Reading::Ambiguous`], not an error.
    pub fn read(&self, cell: &Cell) -> Result<Reading, NumberProblem> {
        match cell {
            Cell::Empty => Err(NumberProblem::Empty),
            Cell::Number(value) => Ok(Reading::Value(*value)),
            Cell::Date(_) | Cell::Error(_) => Err(NumberProblem::NotANumber),
            Cell::Text(text) => self.read_text(text),
        }
    }

    /// Reads a text by the column's notation.
    ///
    /// # Errors
    /// As [`Notation::read`].
    pub fn read_text(&self, text: &str) -> Result<Reading, NumberProblem> {
        Ok(match (read_number(text)?, self.mark) {
            (Number::Plain(value) | Number::Marked(value, _), _) => Reading::Value(value),
            (Number::Ambiguous { comma, .. }, Some(DecimalMark::Comma)) => Reading::Value(comma),
            (Number::Ambiguous { dot, .. }, Some(DecimalMark::Dot)) => Reading::Value(dot),
            (Number::Ambiguous { comma, dot }, None) => Reading::Ambiguous { comma, dot },
        })
    }
}

/// A cell read by its column's notation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// The number.
    Value(Decimal),
    /// Two numbers, and the column does not settle it.
    Ambiguous {
        /// If the decimal mark is a comma.
        comma: Decimal,
        /// If the decimal mark is a dot.
        dot: Decimal,
    },
}

#[cfg(test)]
#[path = "number_tests.rs"]
mod tests;
