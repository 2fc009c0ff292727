//! Amounts that lost digits on their way into the file, told by the sum of their details.

use hemat_core::money::Rupiah;
use rust_decimal::Decimal;

/// The sum is the amount with one to three zeros more.
pub(super) fn is_amount_with_zeros(amount: Rupiah, sum: Rupiah) -> bool {
    !amount.is_zero()
        && [10i64, 100, 1000].iter().any(|power| amount.try_times(Decimal::from(*power)) == Ok(sum))
}

/// The sum, rounded to the six digits that scientific notation keeps, is the amount.
pub(super) fn rounds_to(sum: Rupiah, amount: Rupiah) -> bool {
    let digits = amount.value().trunc().to_string().trim_start_matches('-').len();
    // Only a cell that ends in zeros from its seventh digit on has been rounded.
    let Some(unit) = digits.checked_sub(6).and_then(|zeros| 10i64.checked_pow(u32::try_from(zeros).ok()?))
    else {
        return false;
    };
    digits > 6
        && (amount.value() % Decimal::from(unit)).is_zero()
        && sum.try_sub(amount).is_ok_and(|d| d.abs().value() <= Decimal::from(unit) / Decimal::TWO)
}
