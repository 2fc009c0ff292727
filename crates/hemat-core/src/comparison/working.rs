//! How an amount comes about (cara hitung): the price of one, times what it is charged on.

use rust_decimal::Decimal;

use crate::component::Basis;
use crate::estimate::Estimate;
use crate::lang::Lang;
use crate::money::{MoneyError, Rupiah};

/// One number that a price is multiplied by, with what it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Factor {
    /// Participants.
    Participants(u32),
    /// Days.
    Days(u32),
    /// Meals a day that the package or the room does not include: those needed less `included`, at least 0.
    MealsLeft {
        /// The number.
        left: u32,
        /// Meals a day that are included.
        included: u32,
    },
    /// Snacks a day that are not included, likewise.
    SnacksLeft {
        /// The number.
        left: u32,
        /// Snacks a day that are included.
        included: u32,
    },
    /// 1 if any meal is left to be bought, else 0: the rate is charged on something else than meals.
    AnyMeal {
        /// True for 1.
        any: bool,
        /// Meals a day that are included.
        included: u32,
    },
    /// 1 if any snack is left to be bought, else 0.
    AnySnack {
        /// True for 1.
        any: bool,
        /// Snacks a day that are included.
        included: u32,
    },
    /// Started sessions a day.
    Sessions(Decimal),
    /// A fixed number of units.
    Quantity(Decimal),
}

impl Factor {
    /// The number, zero or more.
    #[must_use]
    pub fn value(self) -> Decimal {
        match self {
            Factor::Participants(n) | Factor::Days(n) => Decimal::from(n),
            Factor::MealsLeft { left, .. } | Factor::SnacksLeft { left, .. } => Decimal::from(left),
            Factor::AnyMeal { any, .. } | Factor::AnySnack { any, .. } => Decimal::from(u8::from(any)),
            Factor::Sessions(n) | Factor::Quantity(n) => n,
        }
    }

    /// The number with its word, `120 peserta`.
    #[must_use]
    pub fn display(self, lang: Lang) -> String {
        let word = match self {
            Factor::Participants(_) => lang.pick("peserta", "participants"),
            Factor::Days(_) => lang.pick("hari", "days"),
            Factor::MealsLeft { .. } => lang.pick("kali makan", "meals"),
            Factor::SnacksLeft { .. } => lang.pick("kali kudapan", "snacks"),
            Factor::AnyMeal { .. } | Factor::AnySnack { .. } => lang.pick("kali", "times"),
            Factor::Sessions(_) => lang.pick("sesi", "sessions"),
            Factor::Quantity(_) => lang.pick("satuan", "units"),
        };
        let number = crate::report::decimal_text(self.value(), lang);
        format!("{number} {word}")
    }
}

/// A price and its factors: their product is the amount at likely values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Working {
    /// Price of one, tax included.
    pub unit_price: Estimate<Rupiah>,
    /// What a venue's rate is charged on; `None` for a cost of the event itself.
    pub basis: Option<Basis>,
    /// What the price is multiplied by, at likely values.
    pub factors: Vec<Factor>,
}

impl Working {
    /// `Rp47.000 x 120 peserta x 1 hari x 1 kali makan`.
    #[must_use]
    pub fn display(&self, lang: Lang) -> String {
        let mut out = self.unit_price.likely().display(lang);
        for factor in &self.factors {
            out.push_str(" x ");
            out.push_str(&factor.display(lang));
        }
        out
    }

    /// The amount at likely values.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when it cannot be kept exact.
    pub fn amount(&self) -> Result<Rupiah, MoneyError> {
        self.unit_price.likely().try_times(product(&self.factors)?)
    }
}

/// The product of all factors; 1 for none.
pub(super) fn product(factors: &[Factor]) -> Result<Decimal, MoneyError> {
    let times = |product: Decimal, factor: &Factor| product.checked_mul(factor.value());
    factors.iter().try_fold(Decimal::ONE, times).ok_or(MoneyError::OutOfRange)
}
