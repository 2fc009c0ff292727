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
    let _ = text;
    Err(NumberProblem::Empty)
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
    let _ = cells;
    Notation { mark: user, ambiguous: Vec::new() }
}

impl Notation {
    /// Reads a cell by the column's notation.
    ///
    /// # Errors
    /// [`NumberProblem`]; an ambiguous cell without a decided mark is [`Reading::Ambiguous`], not an error.
    pub fn read(&self, cell: &Cell) -> Result<Reading, NumberProblem> {
        let _ = cell;
        Err(NumberProblem::Empty)
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
