//! The scale of an axis of money: zero is on it, its marks are round, and a value has a place in percent.

use rust_decimal::Decimal;

use hemat_core::lang::Lang;
use hemat_core::money::Rupiah;

/// Marks on one side of zero are no more than this.
const MARKS: i64 = 4;

/// From the lowest to the highest mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scale {
    low: Rupiah,
    high: Rupiah,
    step: Rupiah,
}

impl Scale {
    /// The scale that holds all these values and zero. `None` if they are all zero or too large to be divided.
    pub(super) fn over(values: impl IntoIterator<Item = Rupiah>) -> Option<Self> {
        let (mut low, mut high) = (Rupiah::ZERO, Rupiah::ZERO);
        for value in values {
            low = low.min(value);
            high = high.max(value);
        }
        let step = round_step(high.max(low.negated()))?;
        Some(Scale { low: mark_beyond(low.negated(), step)?.negated(), high: mark_beyond(high, step)?, step })
    }

    /// Where a value stands, percent from the left.
    pub(super) fn place(&self, value: Rupiah) -> Decimal {
        let of = |value: Rupiah| value.try_sub(self.low).ok();
        match (of(value), of(self.high)) {
            (Some(part), Some(whole)) => fine_percent(part, whole),
            _ => Decimal::ZERO,
        }
    }

    /// The round values with marks, lowest first.
    pub(super) fn marks(&self) -> Vec<Rupiah> {
        let mut marks = vec![self.low];
        // Two sides of marks and zero; a bound in case the steps get lost in rounding.
        while marks.len() <= 2 * 5 + 1
            && let Some(next) =
                marks.last().and_then(|m| m.try_add(self.step).ok()).filter(|m| *m <= self.high)
        {
            marks.push(next);
        }
        marks
    }
}

/// Percent with as many decimals as a drawing can use.
fn fine_percent(part: Rupiah, whole: Rupiah) -> Decimal {
    let ratio = part.value().checked_div(whole.value()).and_then(|r| r.checked_mul(Decimal::ONE_HUNDRED));
    ratio.unwrap_or(Decimal::ZERO)
}

/// The least of 1, 2, 5, 10, 20, ... of which [`MARKS`] reach the value.
fn round_step(reach: Rupiah) -> Option<Rupiah> {
    if reach.is_zero() {
        return None;
    }
    let mut ten = Decimal::ONE;
    loop {
        for first in [1, 2, 5] {
            let step = Rupiah::try_new(ten.checked_mul(Decimal::from(first))?).ok()?;
            if step.try_times(Decimal::from(MARKS)).ok()? >= reach {
                return Some(step);
            }
        }
        ten = ten.checked_mul(Decimal::TEN)?;
    }
}

/// The first mark that is not below the value.
fn mark_beyond(value: Rupiah, step: Rupiah) -> Option<Rupiah> {
    let mut mark = Rupiah::ZERO;
    while mark < value {
        mark = mark.try_add(step).ok()?;
    }
    Some(mark)
}

/// A round amount in few letters: `20 juta`, `1,5 miliar`.
pub(super) fn short(amount: Rupiah, lang: Lang) -> String {
    let value = amount.value();
    let names = [
        (12, lang.pick("triliun", "trillion")),
        (9, lang.pick("miliar", "billion")),
        (6, lang.pick("juta", "million")),
        (3, lang.pick("ribu", "thousand")),
    ];
    for (zeros, name) in names {
        let unit = Decimal::from(10_i64.pow(zeros));
        if value.abs() >= unit
            && let Some(text) = value.checked_div(unit).map(|v| v.normalize().to_string())
        {
            let text = if lang == Lang::Id { text.replace('.', ",") } else { text };
            return format!("{text} {name}");
        }
    }
    amount.grouped(lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_round_and_hold_every_value() {
        let r = Rupiah::from_whole;
        let scale = Scale::over([r(27_900_000), r(55_800_000)]).unwrap();
        assert_eq!(scale.marks(), [0, 20_000_000, 40_000_000, 60_000_000].map(r));
        assert_eq!(scale.place(r(30_000_000)), Decimal::from(50));
        let both = Scale::over([r(-1_100_000), r(17_500_000)]).unwrap();
        assert_eq!(both.marks().first(), Some(&r(-5_000_000)));
        assert_eq!(both.place(r(-5_000_000)), Decimal::ZERO);
        assert_eq!(both.place(r(20_000_000)), Decimal::ONE_HUNDRED);
        assert_eq!(Scale::over([Rupiah::ZERO]), None);
    }

    #[test]
    fn round_amounts_are_short_in_both_languages() {
        let r = Rupiah::from_whole;
        let cases = [
            (0, "0", "0"),
            (500_000, "500 ribu", "500 thousand"),
            (1_500_000_000, "1,5 miliar", "1.5 billion"),
        ];
        for (amount, id, en) in cases {
            assert_eq!(
                (short(r(amount), Lang::Id), short(r(amount), Lang::En)),
                (id.to_owned(), en.to_owned())
            );
        }
        assert_eq!(short(r(-20_000_000), Lang::Id), "-20 juta");
    }
}
