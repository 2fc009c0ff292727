//! Rupiah: exact decimal money, never a float.
//!
//! Addition and multiplication are checked and exact or they fail; division and percentages say how they
//! round; display is a separate step ([`Rupiah::display`]).

use std::fmt;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Serialize, Serializer};
use thiserror::Error;

use crate::lang::Lang;

/// Why an amount of money could not be built or computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum MoneyError {
    /// The amount (or a result) is larger than [`Rupiah::MAX_WHOLE`] whole rupiah, or needs more than
    /// [`Rupiah::MAX_DECIMALS`] decimals, so that it could not be kept exact.
    #[error("the amount is too large or has too many decimals to be kept exact")]
    OutOfRange,
    /// A division by zero was asked for.
    #[error("division by zero")]
    DivisionByZero,
    /// The text is not a plain decimal number such as `1234567` or `1234567.89`.
    #[error("not a plain decimal number")]
    NotANumber,
}

/// An exact amount of rupiah.
///
/// Unit: whole rupiah, with up to eight decimals (sen and tax fractions). Range: plus or minus
/// [`Rupiah::MAX_WHOLE`]. Zero is an amount; an unknown amount is `Option::<Rupiah>::None`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Rupiah(Decimal);

impl Rupiah {
    /// Nothing to pay, which is not the same as "unknown".
    pub const ZERO: Rupiah = Rupiah(Decimal::ZERO);

    /// The largest whole amount: 10^20 rupiah, some 27,000 times Indonesia's yearly state budget.
    /// Together with eight decimals it fills the 28 digits a `Decimal` keeps exactly.
    pub const MAX_WHOLE: u128 = 100_000_000_000_000_000_000;

    /// The most decimals an amount can have.
    pub const MAX_DECIMALS: u32 = 8;

    /// An amount from a decimal number.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] beyond the range given above.
    #[inline]
    pub fn try_new(value: Decimal) -> Result<Self, MoneyError> {
        match small_whole(value) {
            Some(rupiah) => Self::of_whole(rupiah),
            None => Self::of_decimal(value),
        }
    }

    #[inline(never)]
    fn of_decimal(value: Decimal) -> Result<Self, MoneyError> {
        let value = value.normalize();
        let limit = Decimal::from_i128_with_scale(Self::MAX_WHOLE as i128, 0);
        if value.scale() > Self::MAX_DECIMALS || value.abs() > limit {
            return Err(MoneyError::OutOfRange);
        }
        Ok(Rupiah(value))
    }

    fn of_whole(rupiah: i128) -> Result<Self, MoneyError> {
        if rupiah.unsigned_abs() > Self::MAX_WHOLE {
            return Err(MoneyError::OutOfRange);
        }
        Ok(Rupiah(Decimal::from_i128_with_scale(rupiah, 0)))
    }

    /// An amount of whole rupiah. Every `i64` is in range.
    #[must_use]
    pub fn from_whole(rupiah: i64) -> Self {
        Rupiah(Decimal::from(rupiah))
    }

    /// An amount of sen (hundredths of a rupiah). Every `i64` is in range.
    #[must_use]
    pub fn from_sen(sen: i64) -> Self {
        Rupiah(Decimal::new(sen, 2).normalize())
    }

    /// Reads canonical text: digits, an optional leading `-`, an optional `.` before decimals.
    ///
    /// This is for our own output and for TOML values. Cells of budget files go through the reader of
    /// Indonesian numbers, because `1.500` means two different things there.
    ///
    /// # Errors
    /// [`MoneyError::NotANumber`] for any other text, [`MoneyError::OutOfRange`] beyond the range.
    pub fn parse_canonical(text: &str) -> Result<Self, MoneyError> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let mut parts = digits.split('.');
        let whole = parts.next().unwrap_or("");
        let decimals = parts.next();
        let all_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if parts.next().is_some() || !all_digits(whole) || decimals.is_some_and(|d| !all_digits(d)) {
            return Err(MoneyError::NotANumber);
        }
        Decimal::from_str_exact(text).map_err(|_| MoneyError::OutOfRange).and_then(Self::try_new)
    }

    /// The amount as a decimal number.
    #[must_use]
    pub fn value(self) -> Decimal {
        self.0
    }

    /// True for exactly zero.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// True below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// The distance from zero.
    #[must_use]
    pub fn abs(self) -> Self {
        Rupiah(self.0.abs())
    }

    /// The amount with its sign changed.
    #[must_use]
    pub fn negated(self) -> Self {
        if self.0.is_zero() { self } else { Rupiah(-self.0) }
    }

    /// Exact sum.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when the sum leaves the range.
    #[inline]
    pub fn try_add(self, other: Self) -> Result<Self, MoneyError> {
        match (small_whole(self.0), small_whole(other.0)) {
            (Some(one), Some(other)) => Self::of_whole(one + other),
            _ => self.add_decimals(other),
        }
    }

    #[inline(never)]
    fn add_decimals(self, other: Self) -> Result<Self, MoneyError> {
        self.0.checked_add(other.0).ok_or(MoneyError::OutOfRange).and_then(Self::try_new)
    }

    /// Exact difference.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when the difference leaves the range.
    #[inline]
    pub fn try_sub(self, other: Self) -> Result<Self, MoneyError> {
        match (small_whole(self.0), small_whole(other.0)) {
            (Some(one), Some(other)) => Self::of_whole(one - other),
            _ => self.sub_decimals(other),
        }
    }

    #[inline(never)]
    fn sub_decimals(self, other: Self) -> Result<Self, MoneyError> {
        self.0.checked_sub(other.0).ok_or(MoneyError::OutOfRange).and_then(Self::try_new)
    }

    /// Exact product with a plain number (a count, a quantity, a tax factor).
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when the product leaves the range or would have to be rounded.
    #[inline]
    pub fn try_times(self, factor: Decimal) -> Result<Self, MoneyError> {
        match (small_whole(self.0), small_whole(factor)) {
            (Some(amount), Some(times)) => Self::of_whole(amount * times),
            _ => self.times_decimal(factor),
        }
    }

    #[inline(never)]
    fn times_decimal(self, factor: Decimal) -> Result<Self, MoneyError> {
        let factor = factor.normalize();
        let product = self.0.checked_mul(factor).ok_or(MoneyError::OutOfRange)?;
        // `checked_mul` gives up decimals silently when it runs out of digits; the scale tells.
        let exact = product.is_zero() || product.scale() == self.0.scale() + factor.scale();
        if exact { Self::try_new(product) } else { Err(MoneyError::OutOfRange) }
    }

    /// Exact sum of many amounts.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when a partial sum leaves the range.
    pub fn try_sum(amounts: impl IntoIterator<Item = Self>) -> Result<Self, MoneyError> {
        amounts.into_iter().try_fold(Self::ZERO, Self::try_add)
    }

    /// The amount divided by a number, rounded to whole sen, halves away from zero.
    ///
    /// # Errors
    /// [`MoneyError::DivisionByZero`], or [`MoneyError::OutOfRange`] when the quotient leaves the range.
    pub fn divided_to_sen(self, divisor: Decimal) -> Result<Self, MoneyError> {
        if divisor.is_zero() {
            return Err(MoneyError::DivisionByZero);
        }
        let quotient = self.0.checked_div(divisor).ok_or(MoneyError::OutOfRange)?;
        Self::try_new(quotient.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero))
    }

    /// This amount as a percentage of another, rounded to one decimal, halves away from zero.
    /// `None` when the other is zero.
    #[must_use]
    pub fn percent_of(self, whole: Self) -> Option<Decimal> {
        let ratio = self.0.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole.0)?;
        Some(ratio.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero))
    }

    /// The amount as text for people: `Rp12.500.000` in Indonesian, `IDR 12,500,000` in English; decimals
    /// only where there are any, rounded to sen (halves away from zero).
    #[must_use]
    pub fn display(self, lang: Lang) -> String {
        let sign = if self.is_negative() { "-" } else { "" };
        let prefix = match lang {
            Lang::Id => "Rp",
            Lang::En => "IDR ",
        };
        format!("{sign}{prefix}{}", self.abs().grouped(lang))
    }

    /// The digits of [`Rupiah::display`] without the currency, for columns of money.
    #[must_use]
    pub fn grouped(self, lang: Lang) -> String {
        let rounded = self.0.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
        let text = rounded.abs().normalize().to_string();
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
        let (group, mark) = match lang {
            Lang::Id => ('.', ','),
            Lang::En => (',', '.'),
        };
        let mut out = String::with_capacity(text.len() + 8);
        if rounded.is_sign_negative() && !rounded.is_zero() {
            out.push('-');
        }
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i).is_multiple_of(3) {
                out.push(group);
            }
            out.push(digit);
        }
        if !decimals.is_empty() {
            out.push(mark);
            out.push_str(decimals);
            if decimals.len() == 1 {
                out.push('0');
            }
        }
        out
    }
}

/// The number if it is whole and below 2^63, as nearly every amount of a budget is: then neither a sum nor a product of
/// two overflows, and integers are many times cheaper than decimals. What decimals need is kept out of line, so that
/// this costs a call nothing.
fn small_whole(number: Decimal) -> Option<i128> {
    let whole = number.mantissa();
    (number.scale() == 0 && whole.unsigned_abs() >> 63 == 0).then_some(whole)
}

/// Canonical text: digits and a `.` before decimals, no grouping. [`Rupiah::parse_canonical`] reads it back.
impl fmt::Display for Rupiah {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_zero() { f.write_str("0") } else { write!(f, "{}", self.0) }
    }
}

impl fmt::Debug for Rupiah {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Rupiah({self})")
    }
}

/// Money in JSON is a string, so that no reader turns it into a float.
impl Serialize for Rupiah {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn display_follows_the_language() {
        let cases = [
            (Rupiah::from_whole(12_500_000), "Rp12.500.000", "IDR 12,500,000"),
            (Rupiah::from_sen(1_474), "Rp14,74", "IDR 14.74"),
            (Rupiah::from_sen(-150), "-Rp1,50", "-IDR 1.50"),
            (Rupiah::ZERO, "Rp0", "IDR 0"),
            (Rupiah::from_whole(999), "Rp999", "IDR 999"),
            (Rupiah::from_whole(1_000), "Rp1.000", "IDR 1,000"),
        ];
        for (amount, id, en) in cases {
            assert_eq!(amount.display(Lang::Id), id);
            assert_eq!(amount.display(Lang::En), en);
        }
    }

    #[test]
    fn canonical_text_only() {
        for bad in ["", "-", "1e3", "1_000", "1.", ".5", "1.2.3", " 1", "+1", "1,5", "Rp1"] {
            assert_eq!(Rupiah::parse_canonical(bad), Err(MoneyError::NotANumber), "{bad:?}");
        }
        for large in ["100000000000000000001", "0.000000001", "99999999999999999999999999999999999"] {
            assert_eq!(Rupiah::parse_canonical(large), Err(MoneyError::OutOfRange), "{large:?}");
        }
        assert_eq!(Rupiah::parse_canonical("1234.50").unwrap().to_string(), "1234.5");
    }

    #[test]
    fn products_are_exact_or_refused() {
        let tax = Decimal::new(11, 1);
        assert_eq!(Rupiah::from_whole(279_000).try_times(tax).unwrap(), Rupiah::from_whole(306_900));
        let tiny = Decimal::new(1, 28);
        assert_eq!(Rupiah::from_whole(1).try_times(tiny), Err(MoneyError::OutOfRange));
        let max = Rupiah::try_new(Decimal::from_i128_with_scale(Rupiah::MAX_WHOLE as i128, 0)).unwrap();
        assert_eq!(max.try_add(Rupiah::from_sen(1)), Err(MoneyError::OutOfRange));
    }

    #[test]
    fn the_greatest_amount_is_in_range_on_both_sides_of_zero() {
        let most = Decimal::from_i128_with_scale(Rupiah::MAX_WHOLE as i128, 0);
        assert_eq!(Rupiah::try_new(most).map(Rupiah::value), Ok(most));
        assert_eq!(Rupiah::try_new(-most).map(Rupiah::value), Ok(-most));
        // Eight decimals are kept, a ninth is not.
        assert_eq!(Rupiah::try_new(Decimal::new(1, 8)).map(Rupiah::value), Ok(Decimal::new(1, 8)));
        assert_eq!(Rupiah::try_new(Decimal::new(1, 9)), Err(MoneyError::OutOfRange));
    }

    #[test]
    fn only_zero_is_zero_and_a_changed_sign_changes_back() {
        for (sen, opposite) in [(1, -1), (-250, 250), (0, 0)] {
            let amount = Rupiah::from_sen(sen);
            assert_eq!(amount.is_zero(), sen == 0, "{amount}");
            assert_eq!(amount.is_negative(), sen < 0, "{amount}");
            assert_eq!(amount.negated(), Rupiah::from_sen(opposite), "{amount}");
        }
    }

    #[test]
    fn division_rounds_halves_away_from_zero() {
        let five = Decimal::from(1000);
        assert_eq!(Rupiah::from_whole(5).divided_to_sen(five).unwrap(), Rupiah::from_sen(1));
        assert_eq!(Rupiah::from_whole(-5).divided_to_sen(five).unwrap(), Rupiah::from_sen(-1));
        assert_eq!(Rupiah::ZERO.divided_to_sen(Decimal::ZERO), Err(MoneyError::DivisionByZero));
    }

    /// Amounts as decimals alone compute them, to which the shorter way for whole ones is held.
    mod by_decimals {
        use super::super::*;

        pub(super) fn new(value: Decimal) -> Result<Rupiah, MoneyError> {
            let value = value.normalize();
            let limit = Decimal::from_i128_with_scale(Rupiah::MAX_WHOLE as i128, 0);
            let fits = value.scale() <= Rupiah::MAX_DECIMALS && value.abs() <= limit;
            if fits { Ok(Rupiah(value)) } else { Err(MoneyError::OutOfRange) }
        }

        pub(super) fn sum(one: Rupiah, other: Rupiah) -> Result<Rupiah, MoneyError> {
            one.0.checked_add(other.0).ok_or(MoneyError::OutOfRange).and_then(new)
        }

        pub(super) fn difference(one: Rupiah, other: Rupiah) -> Result<Rupiah, MoneyError> {
            one.0.checked_sub(other.0).ok_or(MoneyError::OutOfRange).and_then(new)
        }

        pub(super) fn product(amount: Rupiah, factor: Decimal) -> Result<Rupiah, MoneyError> {
            let factor = factor.normalize();
            let product = amount.0.checked_mul(factor).ok_or(MoneyError::OutOfRange)?;
            let exact = product.is_zero() || product.scale() == amount.0.scale() + factor.scale();
            if exact { new(product) } else { Err(MoneyError::OutOfRange) }
        }
    }

    /// Sign, digits and scale, which equality of numbers does not tell apart.
    fn kept(amount: Result<Rupiah, MoneyError>) -> Result<[u8; 16], MoneyError> {
        amount.map(|amount| amount.value().serialize())
    }

    /// Numbers of every size and scale, whole ones, and those beside a limit.
    fn number() -> impl Strategy<Value = Decimal> {
        let most = Decimal::MAX.mantissa();
        let edges = [0, 1_i128 << 63, 1_i128 << 64, Rupiah::MAX_WHOLE as i128, most - 3];
        let near = (0..edges.len(), -3..=3_i128, any::<bool>(), 0..=1_u32).prop_map(
            move |(at, beside, negative, scale)| {
                let edge = edges[at] + beside;
                Decimal::from_i128_with_scale(if negative { -edge } else { edge }, scale)
            },
        );
        let whole = (any::<i64>(), 0..63_u32).prop_map(|(n, shift)| Decimal::from(n >> shift));
        let any_size = (-most..=most, 0..96_u32, 0..=28_u32)
            .prop_map(|(n, shift, scale)| Decimal::from_i128_with_scale(n >> shift, scale));
        prop_oneof![near, whole, any_size]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn whole_amounts_are_computed_as_decimals_compute_them(one in number(), other in number()) {
            prop_assert_eq!(kept(Rupiah::try_new(one)), kept(by_decimals::new(one)));
            prop_assert_eq!(kept(Rupiah::try_new(other)), kept(by_decimals::new(other)));
            if let Ok(a) = Rupiah::try_new(one) {
                prop_assert_eq!(kept(a.try_times(other)), kept(by_decimals::product(a, other)));
                if let Ok(b) = Rupiah::try_new(other) {
                    prop_assert_eq!(kept(a.try_add(b)), kept(by_decimals::sum(a, b)));
                    prop_assert_eq!(kept(a.try_sub(b)), kept(by_decimals::difference(a, b)));
                }
            }
        }
    }

    #[test]
    fn nothing_less_is_kept_without_its_sign() {
        let mut nothing = Decimal::ZERO;
        nothing.set_sign_negative(true);
        assert_eq!(kept(Rupiah::try_new(nothing)), Ok(Decimal::ZERO.serialize()));
        assert_eq!(kept(Rupiah::from_whole(-5).try_times(Decimal::ZERO)), Ok(Decimal::ZERO.serialize()));
    }

    proptest! {
        #[test]
        fn text_reads_back(sen in any::<i64>()) {
            let amount = Rupiah::from_sen(sen);
            prop_assert_eq!(Rupiah::parse_canonical(&amount.to_string()), Ok(amount));
        }

        #[test]
        fn sum_agrees_with_integers(amounts in prop::collection::vec(-1_000_000_000_000i64..1_000_000_000_000, 0..50)) {
            let expected: i64 = amounts.iter().sum();
            let sum = Rupiah::try_sum(amounts.into_iter().map(Rupiah::from_sen));
            prop_assert_eq!(sum, Ok(Rupiah::from_sen(expected)));
        }

        #[test]
        fn grouped_digits_are_the_number(sen in any::<i64>()) {
            let amount = Rupiah::from_sen(sen);
            let plain: String = amount.grouped(Lang::Id).replace('.', "").replace(',', ".");
            prop_assert_eq!(Rupiah::parse_canonical(&plain), Ok(amount));
        }
    }
}
