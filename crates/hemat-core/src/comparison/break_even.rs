//! Break-even: how dear the alternative may become, and for how many participants it is cheaper.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use super::bill::Bill;
use super::inputs::{Inputs, SharedInput};
use crate::estimate::Point;
use crate::money::{MoneyError, Rupiah};

/// Whole numbers of participants, from 1, at which the alternative is cheaper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CheaperFor {
    /// The least such number.
    pub from: u64,
    /// The greatest; `None` if there is no end.
    pub to: Option<u64>,
}

/// Break-even of one option against the baseline, at likely prices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BreakEven {
    /// Id of the option's venue.
    pub venue: String,
    /// What the option may still cost more before the baseline is cheaper; negative if it is dearer already.
    pub extra: Rupiah,
    /// For how many participants it is cheaper; `None` if for none.
    pub cheaper_for: Option<CheaperFor>,
}

/// At likely prices both totals are straight lines in the number of participants (the ways are chosen), so
/// their difference is one too, and the numbers at which it is above zero are one run of whole numbers.
pub(super) fn cheaper_for(
    baseline: &Bill<'_>,
    option: &Bill<'_>,
    likely: &Inputs,
) -> Result<Option<CheaperFor>, MoneyError> {
    let difference = |participants: u32| {
        let inputs = likely.with(SharedInput::Participants, participants);
        baseline.total(&inputs, Point::Likely)?.try_sub(option.total(&inputs, Point::Likely)?)
    };
    let at_zero = difference(0)?;
    let slope = difference(1)?.try_sub(at_zero)?;
    Ok(positive_run(at_zero.value(), slope.value()))
}

/// The whole numbers n >= 1 with `start + slope * n > 0`.
fn positive_run(start: Decimal, slope: Decimal) -> Option<CheaperFor> {
    if slope.is_zero() {
        return (start > Decimal::ZERO).then_some(CheaperFor { from: 1, to: None });
    }
    // The root may be rounded in the 28th digit; whole numbers beside it are settled by multiplication.
    let root = (-start).checked_div(slope)?;
    let positive = |n: Decimal| slope.checked_mul(n).is_some_and(|rise| rise > -start);
    let near = root.floor();
    if slope > Decimal::ZERO {
        let from = [near - Decimal::ONE, near, near + Decimal::ONE, near + Decimal::TWO]
            .into_iter()
            .map(|n| n.max(Decimal::ONE))
            .find(|n| positive(*n))?;
        Some(CheaperFor { from: from.to_u64()?, to: None })
    } else {
        let to = [near + Decimal::TWO, near + Decimal::ONE, near, near - Decimal::ONE]
            .into_iter()
            .find(|n| *n >= Decimal::ONE && positive(*n))?;
        Some(CheaperFor { from: 1, to: Some(to.to_u64()?) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_run_starts_strictly_above_zero() {
        let d = Decimal::from;
        assert_eq!(positive_run(d(-100), d(10)), Some(CheaperFor { from: 11, to: None }));
        assert_eq!(positive_run(d(-101), d(10)), Some(CheaperFor { from: 11, to: None }));
        assert_eq!(positive_run(d(5), d(10)), Some(CheaperFor { from: 1, to: None }));
        assert_eq!(positive_run(d(100), d(-10)), Some(CheaperFor { from: 1, to: Some(9) }));
        assert_eq!(positive_run(d(10), d(-10)), None);
        assert_eq!(positive_run(d(0), d(0)), None);
        assert_eq!(positive_run(d(1), d(0)), Some(CheaperFor { from: 1, to: None }));
    }

    proptest! {
        #[test]
        fn the_run_is_what_counting_finds(start in -3_000i64..3_000, slope in -300i64..300) {
            let found = positive_run(Decimal::from(start), Decimal::from(slope));
            let holds = |n: u64| start + slope * i64::try_from(n).unwrap() > 0;
            for n in 1..4_000u64 {
                let inside = found.is_some_and(|f| n >= f.from && f.to.is_none_or(|to| n <= to));
                prop_assert_eq!(inside, holds(n), "n = {}", n);
            }
        }
    }
}
