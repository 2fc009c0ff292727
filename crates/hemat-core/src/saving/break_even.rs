//! Break-even of the headline: how much more a day in a hall could cost before the saving is halved, or gone.

use rust_decimal::Decimal;

use super::Savings;
use crate::estimate::Estimate;
use crate::money::{MoneyError, Rupiah};
use crate::schedule::to_units;

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

/// An event of the headline, exact: amounts in units of the smallest fraction of a rupiah.
struct Counted {
    saving: i128,
    /// What a rupiah more for each of its hall days takes away.
    a_rupiah_more: i128,
    /// The least whole rupiah a day at which nothing is left.
    gone_at: i128,
}

impl Counted {
    /// A saving above zero that needs so many days, one at least.
    fn of(saving: Rupiah, days: u64) -> Self {
        let saving = to_units(saving);
        // At most 10^28 units, and 2^64 days of 10^8: both far below 2^127.
        let a_rupiah_more = i128::from(days.max(1)) * to_units(Rupiah::from_whole(1));
        let gone_at = (saving.max(0) + a_rupiah_more - 1) / a_rupiah_more;
        Counted { saving, a_rupiah_more, gone_at }
    }

    /// What is left when each day costs so much more. Before it is gone, what is taken away is less than the saving.
    fn left_at(&self, extra: i128) -> i128 {
        if extra < self.gone_at { self.saving - extra * self.a_rupiah_more } else { 0 }
    }
}

/// The break-even of the gross saving; `None` if there is none. An event that saves nothing any more is left where
/// it is, so that the saving falls along a bent line.
///
/// # Errors
/// [`MoneyError::OutOfRange`] when a sum cannot be kept exact.
pub(super) fn headline_break_even(savings: &Savings) -> Result<Option<HeadlineBreakEven>, MoneyError> {
    let counted = savings.events.iter().filter_map(|e| {
        let days = u64::from(e.days.map_or(1, Estimate::likely).max(1)) * u64::from(e.occurrences);
        Some((e.counted()?.likely(), days))
    });
    break_even(savings.gross.likely(), counted)
}

/// The break-even of a gross saving, from the saving and the hall days of each event that makes it up.
fn break_even(
    gross: Rupiah,
    events: impl Iterator<Item = (Rupiah, u64)>,
) -> Result<Option<HeadlineBreakEven>, MoneyError> {
    let mut hall_days = 0;
    let counted: Vec<Counted> = events
        .map(|(saving, days)| {
            hall_days += days;
            Counted::of(saving, days)
        })
        .collect();
    if counted.is_empty() || gross <= Rupiah::ZERO {
        return Ok(None);
    }
    let gone_at = counted.iter().map(|event| event.gone_at).max().unwrap_or(0);
    let half = to_units(gross.divided_to_sen(Decimal::TWO)?);
    let left_at = |extra| -> i128 { counted.iter().map(|event| event.left_at(extra)).sum() };
    // The least whole rupiah at which at most half is left: the saving only falls, so the interval can be halved.
    let (mut low, mut high) = (0, gone_at);
    while low < high {
        let middle = low + (high - low) / 2;
        if left_at(middle) <= half { high = middle } else { low = middle + 1 }
    }
    Ok(Some(HeadlineBreakEven { halved_at: from_whole(low)?, gone_at: from_whole(gone_at)?, hall_days }))
}

fn from_whole(amount: i128) -> Result<Rupiah, MoneyError> {
    Decimal::try_from_i128_with_scale(amount, 0).map_err(|_| MoneyError::OutOfRange).and_then(Rupiah::try_new)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The same in money itself, without units.
    fn in_money(gross: Rupiah, counted: &[(Rupiah, u64)]) -> Result<[Rupiah; 2], MoneyError> {
        let a_day = |(saving, days): &(Rupiah, u64)| (saving.value() / Decimal::from(*days)).ceil();
        let gone_at = counted.iter().map(a_day).max().unwrap_or_default();
        let half = gross.divided_to_sen(Decimal::TWO)?;
        let left_at = |extra: Decimal| {
            let left = counted.iter().map(|(saving, days)| {
                let taken = Rupiah::try_new(extra)?.try_times(Decimal::from(*days))?;
                Ok(saving.try_sub(taken)?.max(Rupiah::ZERO))
            });
            Rupiah::try_sum(left.collect::<Result<Vec<_>, MoneyError>>()?)
        };
        let (mut low, mut high) = (Decimal::ZERO, gone_at);
        while low < high {
            let middle = low + ((high - low) / Decimal::TWO).floor();
            if left_at(middle)? <= half { high = middle } else { low = middle + Decimal::ONE }
        }
        Ok([Rupiah::try_new(low)?, Rupiah::try_new(gone_at)?])
    }

    fn counted() -> impl Strategy<Value = Vec<(Rupiah, u64)>> {
        let saving = (1..1_000_000_000_000_i64, 0..=8_u32, 0..40_u32);
        let event = (saving, 1..400_u64).prop_map(|((digits, scale, shift), days)| {
            let saving = Rupiah::try_new(Decimal::new((digits >> shift).max(1), scale));
            (saving.unwrap(), days)
        });
        prop::collection::vec(event, 1..20)
    }

    proptest! {
        #[test]
        fn it_is_the_break_even_of_the_money(counted in counted()) {
            let gross = Rupiah::try_sum(counted.iter().map(|(saving, _)| *saving)).unwrap();
            let found = break_even(gross, counted.iter().copied()).unwrap().unwrap();
            prop_assert_eq!(Ok([found.halved_at, found.gone_at]), in_money(gross, &counted));
            prop_assert_eq!(found.hall_days, counted.iter().map(|(_, days)| days).sum::<u64>());
        }
    }

    #[test]
    fn the_greatest_savings_and_days_do_not_overflow() {
        let most = Rupiah::try_new(Decimal::from(Rupiah::MAX_WHOLE)).unwrap();
        let counted = [(most, u64::MAX / 2), (Rupiah::from_sen(1), 1)];
        let found = break_even(most, counted.into_iter()).unwrap().unwrap();
        // 10^20 over some 9.2 x 10^18 days is 10.8 a day: of it 5 x 9.2 x 10^18 leaves more than half, 6 less.
        assert_eq!([found.halved_at, found.gone_at], [6, 11].map(Rupiah::from_whole));
        assert_eq!(break_even(Rupiah::ZERO, std::iter::empty()), Ok(None));
    }
}
