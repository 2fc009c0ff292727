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
    let t: String = text
        .trim()
        .trim_start_matches("Rp")
        .trim_start_matches('.')
        .trim_end_matches(",-")
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    if t.is_empty() || t == "-" {
        return Err(NumberProblem::Empty);
    }
    let (neg, t) = match t.strip_prefix('(').and_then(|x| x.strip_suffix(')')) {
        Some(x) => (true, x.to_owned()),
        None => match t.strip_prefix('-') {
            Some(x) => (true, x.to_owned()),
            None => (false, t),
        },
    };
    if !t.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',')
        || !t.starts_with(|c: char| c.is_ascii_digit())
    {
        return Err(NumberProblem::NotANumber);
    }
    let sign = |d: Decimal| if neg { -d } else { d };
    let as_mark = |mark: char, group: char| -> Option<Decimal> {
        let (w, f) = t.split_once(mark).unwrap_or((&t, ""));
        if f.contains(mark) || f.contains(group) {
            return None;
        }
        if w.contains(group)
            && (w.split(group).skip(1).any(|g| g.len() != 3)
                || w.split(group).next().is_some_and(|g| g.len() > 3 || g.is_empty()))
        {
            return None;
        }
        let w = w.replace(group, "");
        Decimal::from_str_exact(&if f.is_empty() { w } else { format!("{w}.{f}") }).ok().map(sign)
    };
    match (as_mark(',', '.'), as_mark('.', ',')) {
        (Some(a), Some(b)) if a == b => Ok(Number::Plain(a)),
        (Some(a), Some(b)) => Ok(Number::Ambiguous { comma: a, dot: b }),
        (Some(a), None) => Ok(Number::Marked(a, DecimalMark::Comma)),
        (None, Some(b)) => Ok(Number::Marked(b, DecimalMark::Dot)),
        (None, None) => Err(NumberProblem::NotANumber),
    }
}

/// What a column's cells say about its decimal mark.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notation {
    /// The decimal mark, if the cells (or the user) settle it.
    pub mark: Option<DecimalMark>,
    /// Records whose cell stays ambiguous, with both readings; empty if `mark` is known.
    pub ambiguous: Vec<(u64, Decimal, Decimal)>,
}

/// Decides the decimal mark of a column from its cells (record number, cell), or takes the user's word.
#[must_use]
pub fn decide_mark<'a>(cells: impl Iterator<Item = (u64, &'a Cell)>, user: Option<DecimalMark>) -> Notation {
    let mut out = Notation { mark: user, ambiguous: Vec::new() };
    for (row, cell) in cells {
        match (cell, read_number(cell.as_str())) {
            (Cell::Text(_), Ok(Number::Marked(_, mark))) if out.mark.is_none() => out.mark = Some(mark),
            (Cell::Text(_), Ok(Number::Ambiguous { comma, dot })) => out.ambiguous.push((row, comma, dot)),
            _ => {}
        }
    }
    if out.mark.is_some() {
        out.ambiguous.clear();
    }
    out
}

impl Notation {
    /// Reads a cell by the column's notation.
    ///
    /// # Errors
    /// [`NumberProblem`]; an ambiguous cell without a decided mark is [`Reading::Ambiguous`], not an error.
    pub fn read(&self, cell: &Cell) -> Result<Reading, NumberProblem> {
        match cell {
            Cell::Number(n) => Ok(Reading::Value(*n)),
            Cell::Text(t) => Ok(match (read_number(t)?, self.mark) {
                (Number::Plain(n) | Number::Marked(n, _), _) => Reading::Value(n),
                (Number::Ambiguous { comma, .. }, Some(DecimalMark::Comma)) => Reading::Value(comma),
                (Number::Ambiguous { dot, .. }, Some(DecimalMark::Dot)) => Reading::Value(dot),
                (Number::Ambiguous { comma, dot }, None) => Reading::Ambiguous { comma, dot },
            }),
            Cell::Empty => Err(NumberProblem::Empty),
            _ => Err(NumberProblem::NotANumber),
        }
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
