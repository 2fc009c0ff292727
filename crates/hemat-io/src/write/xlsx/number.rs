//! Money as a workbook holds it: a binary number of 53 bits.

use hemat_core::money::Rupiah;
use rust_decimal::{Decimal, RoundingStrategy};

/// Up to so many rupiah an amount with two decimals is exact to the sen in a workbook: 9 x 10^13.
const EXACT: i64 = 90_000_000_000_000;

/// How many amounts are listed one by one.
const LISTED: usize = 1_000;

/// An amount that a workbook cannot hold to the sen.
#[derive(Debug)]
pub(super) struct Beyond {
    pub sheet: String,
    pub cell: String,
    pub amount: Rupiah,
}

/// Amounts that a workbook cannot hold to the sen.
#[derive(Debug, Default)]
pub(super) struct Inexact {
    /// The first of them.
    pub listed: Vec<Beyond>,
    /// How many there are.
    pub count: usize,
}

impl Inexact {
    /// Notes an amount if it is one; true if so.
    pub(super) fn note(&mut self, amount: Rupiah, sheet: &str, cell: impl FnOnce() -> String) -> bool {
        if amount.abs().value() <= Decimal::from(EXACT) {
            return false;
        }
        self.count += 1;
        if self.listed.len() < LISTED {
            self.listed.push(Beyond { sheet: sheet.to_owned(), cell: cell(), amount });
        }
        true
    }
}

/// The nearest number to a decimal, rounded to two places, halves away from zero.
pub(super) fn money(amount: Rupiah) -> f64 {
    number(amount.value().round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero))
}

/// The nearest number to a decimal.
pub(super) fn number(value: Decimal) -> f64 {
    // The text of a decimal is always a number; the shortest way to the nearest one.
    value.to_string().parse().unwrap_or(f64::NAN)
}

/// True if an amount has sen, which a format without decimals would hide.
pub(super) fn has_sen(amount: Rupiah) -> bool {
    !amount.value().fract().is_zero()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_the_nearest_numbers_and_large_ones_are_told() {
        assert!((money(Rupiah::from_sen(12_345_678_901_234_567)) - 123_456_789_012_345.67).abs() < 0.02);
        assert!((money(Rupiah::from_sen(-150)) + 1.5).abs() < f64::EPSILON);
        let mut inexact = Inexact::default();
        let cell = || "A1".to_owned();
        assert!(!inexact.note(Rupiah::from_whole(EXACT), "a", cell));
        assert!(inexact.note(Rupiah::from_whole(EXACT + 1), "a", cell));
        assert!(inexact.note(Rupiah::from_whole(-EXACT - 1), "a", cell));
        assert_eq!((inexact.count, inexact.listed.len()), (2, 2));
    }
}
