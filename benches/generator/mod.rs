//! Budget files out of a seed: any length, three shapes, and what must be read from them.
//!
//! The same shape, length and seed give the same bytes. Every account is the sum of its lines, every roll-up the sum of
//! its accounts. All texts are made up from the words in `vocabulary`; the files are clean: for damage see
//! `tests/fixtures/read`.
#![allow(dead_code, reason = "the bench measures the bytes, the test compares every field")]

mod budget;
mod seed;
mod shape;
mod vocabulary;

use budget::Budget;

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Title rows, programmes, activities and accounts with roll-ups; the lines inside a note cell.
    Penjabaran,
    /// A SIPD export: one line per row, quantities with their factors.
    Rka,
    /// Our own plain columns.
    Hemat,
}

impl Shape {
    /// All shapes.
    pub(crate) const ALL: [Shape; 3] = [Shape::Penjabaran, Shape::Rka, Shape::Hemat];
}

/// A line that must be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Expected {
    /// Name of the activity.
    pub(crate) activity: String,
    /// Account, dotted.
    pub(crate) account: &'static str,
    /// How the description begins; a formula or a specification may follow.
    pub(crate) label: String,
    /// Product of the factors; `None` for an account without details.
    pub(crate) quantity: Option<u64>,
    /// What the factors count: persons, days, occurrences.
    pub(crate) counts: [Option<u32>; 3],
    /// Rupiah for one unit.
    pub(crate) unit_price: Option<u64>,
    /// Whole rupiah.
    pub(crate) amount: u64,
}

/// A file and what is in it.
#[derive(Debug, Clone)]
pub(crate) struct Generated {
    /// The file.
    pub(crate) bytes: Vec<u8>,
    /// Its records as a CSV reader counts them, titles and header included.
    pub(crate) records: u64,
    /// Its lines, in the file's order.
    pub(crate) lines: Vec<Expected>,
    /// Whole rupiah of all lines.
    pub(crate) rupiah: u64,
    /// Accounts that have detail lines in a note; zero where each line is a row.
    pub(crate) accounts: u64,
}

/// A file of exactly `lines` lines.
pub(crate) fn generate(shape: Shape, lines: usize, seed: u64) -> Generated {
    let budget = Budget::draw(lines, seed, shape == Shape::Penjabaran);
    let (bytes, records) = match shape {
        Shape::Penjabaran => shape::penjabaran(&budget),
        Shape::Rka => shape::rka(&budget),
        Shape::Hemat => shape::hemat(&budget),
    };
    let accounts = budget.activities.iter().flat_map(|a| &a.accounts);
    Generated {
        bytes,
        records,
        lines: budget.expected(shape == Shape::Rka),
        rupiah: budget.total(),
        accounts: if shape == Shape::Penjabaran {
            accounts.filter(|a| !a.details.is_empty()).count() as u64
        } else {
            0
        },
    }
}
