//! Quantity (volume, koefisien): factors with units, `50 orang x 2 hari x 1 kali`.

use std::fmt;
use std::sync::Arc;

use rust_decimal::Decimal;
use thiserror::Error;

use crate::unit::{Measure, measure_of};

/// Why a quantity could not be built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum QuantityError {
    /// There is no factor.
    #[error("a quantity needs at least one factor")]
    Empty,
    /// A factor is negative.
    #[error("a quantity cannot be negative")]
    Negative,
    /// The product of the factors cannot be kept exact in 28 digits.
    #[error("the product of the factors is too large")]
    OutOfRange,
}

/// One factor: a number and its unit as the file writes it (`50`, `Orang`). The unit may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Factor {
    /// The number, zero or more.
    pub value: Decimal,
    /// The unit as written, trimmed; empty if there is none.
    pub unit: Box<str>,
    counts: Measure,
}

impl Factor {
    /// A factor with its unit.
    #[must_use]
    pub fn new(value: Decimal, unit: &str) -> Self {
        Factor { value, unit: unit.trim().into(), counts: measure_of(unit) }
    }

    /// The same factor, counting what its surroundings say: the bare 5 of `5 x 2 hari` charged in `oh` counts persons.
    #[must_use]
    pub fn counting(self, counts: Measure) -> Self {
        Factor { counts, ..self }
    }

    /// What the unit counts.
    #[must_use]
    pub fn measure(&self) -> Measure {
        self.counts
    }
}

/// A quantity: the product of its factors, kept apart because persons, days and occurrences come out of them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Quantity {
    /// Shared: budgets repeat their quantities.
    factors: Arc<[Factor]>,
    total: Decimal,
}

impl Quantity {
    /// A quantity from its factors.
    ///
    /// # Errors
    /// [`QuantityError`] if there is no factor, one is negative, or the product is out of range.
    pub fn try_new(factors: Vec<Factor>) -> Result<Self, QuantityError> {
        if factors.is_empty() {
            return Err(QuantityError::Empty);
        }
        if factors.iter().any(|f| f.value.is_sign_negative() && !f.value.is_zero()) {
            return Err(QuantityError::Negative);
        }
        let mut total = Decimal::ONE;
        for factor in &factors {
            let value = factor.value.normalize();
            let next = total.checked_mul(value).ok_or(QuantityError::OutOfRange)?;
            if !next.is_zero() && next.scale() != total.scale() + value.scale() {
                return Err(QuantityError::OutOfRange);
            }
            total = next.normalize();
        }
        Ok(Quantity { factors: factors.into(), total })
    }

    /// The factors in the order written.
    #[must_use]
    pub fn factors(&self) -> &[Factor] {
        &self.factors
    }

    /// The same quantity with every unit written anew. What a factor counts stays, whatever its unit is now.
    #[must_use]
    pub(crate) fn with_units(&self, mut anew: impl FnMut(&str) -> Box<str>) -> Self {
        let factor = |f: &Factor| Factor { unit: anew(&f.unit), ..*f };
        Quantity { factors: self.factors.iter().map(factor).collect(), total: self.total }
    }

    /// The product of all factors.
    #[must_use]
    pub fn total(&self) -> Decimal {
        self.total
    }

    /// Number of persons, if exactly one factor counts persons and nothing else does together with them.
    #[must_use]
    pub fn persons(&self) -> Option<Decimal> {
        self.single(|m| m.persons)
    }

    /// Number of days, under the same condition.
    #[must_use]
    pub fn days(&self) -> Option<Decimal> {
        self.single(|m| m.days)
    }

    /// Number of occurrences, under the same condition.
    #[must_use]
    pub fn occurrences(&self) -> Option<Decimal> {
        // "7 paket x 2 kali": nobody says whether the packages are held together.
        let divided = self.factors.iter().any(|f| f.measure().groups && f.value != Decimal::ONE);
        if divided { None } else { self.single(|m| m.occurrences) }
    }

    /// The one factor that counts the thing; two of them leave it open which is meant.
    fn single(&self, counts: impl Fn(&Measure) -> bool) -> Option<Decimal> {
        let mut found = None;
        for factor in &*self.factors {
            let measure = factor.measure();
            if !counts(&measure) {
                continue;
            }
            let alone =
                [measure.persons, measure.days, measure.occurrences].iter().filter(|x| **x).count() == 1;
            // "120 orang/hari" written out names its persons first; the letters "OH" multiply them with days.
            let written_out = factor.unit.split_once(['/', ' ']).is_some_and(|(first, _)| {
                let first = measure_of(first);
                first == Measure::PERSONS && counts(&first)
            });
            if (!alone && !written_out) || found.is_some() {
                return None;
            }
            found = Some(factor.value);
        }
        found
    }
}

/// `50 orang x 2 hari`.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, factor) in self.factors.iter().enumerate() {
            if i > 0 {
                f.write_str(" x ")?;
            }
            write!(f, "{}", factor.value.normalize())?;
            if !factor.unit.is_empty() {
                write!(f, " {}", factor.unit)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quantity(factors: &[(i64, &str)]) -> Quantity {
        Quantity::try_new(factors.iter().map(|(n, u)| Factor::new(Decimal::from(*n), u)).collect()).unwrap()
    }

    #[test]
    fn persons_and_days_come_out_of_the_factors() {
        let q = quantity(&[(50, "Orang"), (2, "Hari"), (1, "Kali")]);
        assert_eq!(q.total(), Decimal::from(100));
        assert_eq!(q.persons(), Some(Decimal::from(50)));
        assert_eq!(q.days(), Some(Decimal::from(2)));
        assert_eq!(q.occurrences(), Some(Decimal::ONE));
        assert_eq!(q.to_string(), "50 Orang x 2 Hari x 1 Kali");
    }

    #[test]
    fn a_compound_unit_does_not_say_how_many_persons() {
        assert_eq!(quantity(&[(240, "OH")]).persons(), None);
        assert_eq!(quantity(&[(120, "orang / hari")]).days(), None);
        assert_eq!(quantity(&[(120, "orang / hari")]).persons(), Some(Decimal::from(120)));
    }

    #[test]
    fn nonsense_is_refused() {
        assert_eq!(Quantity::try_new(vec![]), Err(QuantityError::Empty));
        assert_eq!(
            Quantity::try_new(vec![Factor::new(Decimal::from(-1), "org")]),
            Err(QuantityError::Negative)
        );
        let huge = Factor::new(Decimal::MAX, "x");
        assert_eq!(Quantity::try_new(vec![huge.clone(), huge]), Err(QuantityError::OutOfRange));
    }
}
