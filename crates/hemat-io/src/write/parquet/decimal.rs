//! Decimal numbers in the form Parquet has for them: whole numbers of a fixed scale, big-endian, two's complement.

use std::fmt;

use rust_decimal::Decimal;

/// Digits and scale of a decimal column, with the bytes that hold it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DecimalForm {
    /// All digits.
    pub precision: u8,
    /// Digits after the mark.
    pub scale: u8,
    /// Bytes of one number.
    pub bytes: usize,
}

/// Money: 10^20 rupiah with eight decimals, the range of [`Rupiah`](hemat_core::money::Rupiah).
pub const MONEY: DecimalForm = DecimalForm { precision: 29, scale: 8, bytes: 13 };

/// Quantities: 28 digits before the mark and ten after it.
pub const QUANTITY: DecimalForm = DecimalForm { precision: 38, scale: 10, bytes: 16 };

/// A number that a column cannot hold exactly. It is never rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DoesNotFit;

impl fmt::Display for DecimalForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DECIMAL({},{})", self.precision, self.scale)
    }
}

impl DecimalForm {
    /// The number in units of the scale: 12.5 with two decimals is 1250.
    ///
    /// # Errors
    /// [`DoesNotFit`] with more decimals or more digits than the form has.
    pub fn units_of(self, value: Decimal) -> Result<i128, DoesNotFit> {
        let value = value.normalize();
        let missing = u32::from(self.scale).checked_sub(value.scale()).ok_or(DoesNotFit)?;
        let shift = 10_i128.checked_pow(missing).ok_or(DoesNotFit)?;
        let units = value.mantissa().checked_mul(shift).ok_or(DoesNotFit)?;
        let limit = 10_u128.checked_pow(u32::from(self.precision)).ok_or(DoesNotFit)?;
        if units.unsigned_abs() < limit { Ok(units) } else { Err(DoesNotFit) }
    }

    /// The bytes of a number.
    ///
    /// # Errors
    /// [`DoesNotFit`] with more decimals or more digits than the form has.
    pub fn bytes_of(self, value: Decimal) -> Result<Vec<u8>, DoesNotFit> {
        // What is cut off in front is sign only: the limit lies below what `bytes` can hold.
        let all = self.units_of(value)?.to_be_bytes();
        let front = all.len().checked_sub(self.bytes).ok_or(DoesNotFit)?;
        all.get(front..).map(<[u8]>::to_vec).ok_or(DoesNotFit)
    }

    /// The number of these bytes; `None` if they are not as many as the form has, or beyond 28 digits.
    #[must_use]
    pub fn value_of(self, bytes: &[u8]) -> Option<Decimal> {
        if bytes.len() != self.bytes {
            return None;
        }
        let fill = if bytes.first()? & 0x80 == 0 { 0 } else { 0xff };
        let mut all = [fill; 16];
        let front = all.len().checked_sub(bytes.len())?;
        all.get_mut(front..)?.copy_from_slice(bytes);
        // Zeros at the end can take more digits than a decimal has.
        let (mut whole, mut scale) = (i128::from_be_bytes(all), u32::from(self.scale));
        while scale > 0 && whole % 10 == 0 {
            (whole, scale) = (whole / 10, scale - 1);
        }
        Decimal::try_from_i128_with_scale(whole, scale).ok()
    }
}

#[cfg(test)]
mod tests {
    use hemat_core::money::Rupiah;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_form_of_money_holds_the_whole_range_and_nothing_more() {
        let greatest = Decimal::from_i128_with_scale(Rupiah::MAX_WHOLE as i128, 0);
        for value in [greatest, -greatest, Decimal::new(1, 8), Decimal::new(-1, 8), Decimal::ZERO] {
            assert!(Rupiah::try_new(value).is_ok());
            let bytes = MONEY.bytes_of(value).unwrap();
            assert_eq!((bytes.len(), MONEY.value_of(&bytes)), (13, Some(value)));
        }
        assert_eq!(MONEY.bytes_of(Decimal::new(1, 9)), Err(DoesNotFit));
        assert_eq!(MONEY.bytes_of(Decimal::MAX), Err(DoesNotFit));
    }

    #[test]
    fn a_number_is_never_rounded_to_fit() {
        let cents = DecimalForm { precision: 4, scale: 2, bytes: 2 };
        assert_eq!(cents.bytes_of(Decimal::new(9999, 2)), Ok(vec![0x27, 0x0f]));
        assert_eq!(cents.bytes_of(Decimal::new(-1, 2)), Ok(vec![0xff, 0xff]));
        assert_eq!(cents.bytes_of(Decimal::new(10_000, 2)), Err(DoesNotFit));
        assert_eq!(cents.bytes_of(Decimal::new(1, 3)), Err(DoesNotFit));
        assert_eq!(cents.value_of(&[1]), None);
        assert_eq!(QUANTITY.value_of(&[0x7f; 16]), None);
    }

    proptest! {
        #[test]
        fn numbers_come_back(sen in any::<i64>(), scale in 0u32..=8) {
            let value = Decimal::new(sen, scale);
            prop_assert_eq!(MONEY.value_of(&MONEY.bytes_of(value).unwrap()), Some(value.normalize()));
            prop_assert_eq!(QUANTITY.value_of(&QUANTITY.bytes_of(value).unwrap()), Some(value.normalize()));
        }

        #[test]
        fn bytes_sort_as_numbers(a in any::<i64>(), b in any::<i64>()) {
            let bytes = |n: i64| {
                let mut bytes = MONEY.bytes_of(Decimal::new(n, 2)).unwrap();
                bytes[0] ^= 0x80;
                bytes
            };
            prop_assert_eq!(bytes(a).cmp(&bytes(b)), a.cmp(&b));
        }
    }
}
