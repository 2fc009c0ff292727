//! Estimates: a low, a likely and a high value.

use serde::Serialize;
use thiserror::Error;

use crate::money::{MoneyError, Rupiah};

/// The three values of an estimate are not in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("an estimate needs low <= likely <= high")]
pub struct OutOfOrder;

/// One of the three values of an estimate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Point {
    /// The least.
    Low,
    /// The one to use when one is needed.
    Likely,
    /// The greatest.
    High,
}

/// A value known only as a range, `low <= likely <= high`. A plain value has all three equal.
///
/// `T` is [`Rupiah`] for prices and totals, `u32` for counts of persons, days or meals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Estimate<T = Rupiah> {
    low: T,
    likely: T,
    high: T,
}

impl<T: Copy + Ord> Estimate<T> {
    /// An estimate from its three values.
    ///
    /// # Errors
    /// [`OutOfOrder`] unless `low <= likely <= high`.
    pub fn try_new(low: T, likely: T, high: T) -> Result<Self, OutOfOrder> {
        if low <= likely && likely <= high { Ok(Estimate { low, likely, high }) } else { Err(OutOfOrder) }
    }

    /// A value that is known.
    #[must_use]
    pub fn exact(value: T) -> Self {
        Estimate { low: value, likely: value, high: value }
    }

    /// The least value.
    #[must_use]
    pub fn low(self) -> T {
        self.low
    }

    /// The value to use when one is needed.
    #[must_use]
    pub fn likely(self) -> T {
        self.likely
    }

    /// The greatest value.
    #[must_use]
    pub fn high(self) -> T {
        self.high
    }

    /// One of the three values.
    #[must_use]
    pub fn at(self, point: Point) -> T {
        match point {
            Point::Low => self.low,
            Point::Likely => self.likely,
            Point::High => self.high,
        }
    }

    /// True if the three values are one.
    #[must_use]
    pub fn is_exact(self) -> bool {
        self.low == self.high
    }
}

impl Estimate<Rupiah> {
    /// No cost at all.
    pub const ZERO: Estimate<Rupiah> =
        Estimate { low: Rupiah::ZERO, likely: Rupiah::ZERO, high: Rupiah::ZERO };

    /// The sum, value by value.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when a sum leaves the range of [`Rupiah`].
    pub fn try_add(self, other: Self) -> Result<Self, MoneyError> {
        Ok(Estimate {
            low: self.low.try_add(other.low)?,
            likely: self.likely.try_add(other.likely)?,
            high: self.high.try_add(other.high)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_is_kept() {
        assert_eq!(Estimate::try_new(1, 3, 2), Err(OutOfOrder));
        assert_eq!(Estimate::try_new(2, 1, 3), Err(OutOfOrder));
        assert!(Estimate::try_new(1, 1, 1).unwrap().is_exact());
        assert!(!Estimate::try_new(1, 1, 2).unwrap().is_exact());
    }
}
