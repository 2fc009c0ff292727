//! Break-even of the headline: how much more a day in a hall could cost before the saving is halved, or gone.

use rust_decimal::Decimal;

use super::Savings;
use crate::estimate::Estimate;
use crate::money::{MoneyError, Rupiah};

/// What a day in every hall could cost more, at likely values. Whole rupiah.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeadlineBreakEven {
    /// With so much more a hall day, at most half of the gross saving is left.
    pub halved_at: Rupiah,
    /// With so much more, none is left.
    pub gone_at: Rupiah,
    /// Days in halls that the gross saving needs.
    pub hall_days: u64,
}

/// The break-even of the gross saving; `None` if there is none. An event that saves nothing any more is left where
/// it is, so that the saving falls along a bent line.
///
/// # Errors
/// [`MoneyError::OutOfRange`] when a sum cannot be kept exact.
pub(super) fn headline_break_even(savings: &Savings) -> Result<Option<HeadlineBreakEven>, MoneyError> {
    let counted: Vec<(Rupiah, u64)> = savings
        .events
        .iter()
        .filter_map(|e| {
            let days = u64::from(e.days.map_or(1, Estimate::likely).max(1)) * u64::from(e.occurrences);
            Some((e.counted()?.likely(), days))
        })
        .collect();
    let gross = savings.gross.likely();
    if counted.is_empty() || gross <= Rupiah::ZERO {
        return Ok(None);
    }
    let hall_days = counted.iter().map(|(_, days)| days).sum();
    let mut gone_at = Rupiah::ZERO;
    for (saving, days) in &counted {
        let a_day = saving.value().checked_div(Decimal::from(*days)).ok_or(MoneyError::DivisionByZero)?;
        gone_at = gone_at.max(Rupiah::try_new(a_day.ceil())?);
    }
    let half = gross.divided_to_sen(Decimal::TWO)?;
    // The least whole rupiah at which at most half is left: the saving only falls, so the interval can be halved.
    let (mut low, mut high) = (0_i128, whole(gone_at));
    while low < high {
        let middle = low + (high - low) / 2;
        if left_at(&counted, middle)? <= half { high = middle } else { low = middle + 1 }
    }
    let halved_at = from_whole(low)?;
    Ok(Some(HeadlineBreakEven { halved_at, gone_at, hall_days }))
}

/// The saving left when every hall day costs so much more.
fn left_at(counted: &[(Rupiah, u64)], extra: i128) -> Result<Rupiah, MoneyError> {
    let extra = from_whole(extra)?;
    let mut sum = Rupiah::ZERO;
    for (saving, days) in counted {
        let left = saving.try_sub(extra.try_times(Decimal::from(*days))?)?;
        sum = sum.try_add(left.max(Rupiah::ZERO))?;
    }
    Ok(sum)
}

fn whole(amount: Rupiah) -> i128 {
    i128::try_from(amount.value().ceil()).unwrap_or(i128::from(i64::MAX))
}

fn from_whole(amount: i128) -> Result<Rupiah, MoneyError> {
    Decimal::try_from_i128_with_scale(amount, 0).map_err(|_| MoneyError::OutOfRange).and_then(Rupiah::try_new)
}
