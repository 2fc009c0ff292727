//! A bill: the rates that one venue charges for one event, and what they come to.

use rust_decimal::Decimal;

use super::Missing;
use super::inputs::Inputs;
use crate::component::Basis;
use crate::estimate::Estimate;
use crate::money::{MoneyError, Rupiah};
use crate::venue::Rate;

/// Which end of every price is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Low,
    Likely,
    High,
}

impl End {
    pub(super) fn of(self, price: Estimate<Rupiah>) -> Rupiah {
        match self {
            End::Low => price.low(),
            End::Likely => price.likely(),
            End::High => price.high(),
        }
    }
}

/// When a rate is bought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// In any case.
    Always,
    /// Only while meals are still to be bought.
    MealsLeft,
    /// Only while snacks are still to be bought.
    SnacksLeft,
}

/// One rate on a bill.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item<'a> {
    pub rate: &'a Rate,
    pub when: When,
}

/// The rates that one way of holding the event at one venue charges.
#[derive(Debug, Clone)]
pub(super) struct Bill<'a> {
    pub items: Vec<Item<'a>>,
    pub missing: Vec<Missing>,
    /// Meals and snacks a day that the package or the room's rent includes.
    pub included_meals: u32,
    pub included_snacks: u32,
}

impl Bill<'_> {
    /// What one item costs at these inputs. Participants must be known where the basis needs them: the way
    /// that made this bill has left such rates out otherwise.
    pub(super) fn amount(&self, item: &Item<'_>, inputs: &Inputs, end: End) -> Result<Rupiah, MoneyError> {
        let meals = inputs.meals.saturating_sub(self.included_meals);
        let snacks = inputs.snacks.saturating_sub(self.included_snacks);
        let bought = match item.when {
            When::Always => true,
            When::MealsLeft => meals > 0,
            When::SnacksLeft => snacks > 0,
        };
        if !bought {
            return Ok(Rupiah::ZERO);
        }
        let factor = times(item.rate.basis(), inputs, meals, snacks)?;
        end.of(item.rate.payable()).try_times(factor)
    }

    /// What the whole bill comes to at these inputs.
    pub(super) fn total(&self, inputs: &Inputs, end: End) -> Result<Rupiah, MoneyError> {
        self.items.iter().try_fold(Rupiah::ZERO, |sum, item| sum.try_add(self.amount(item, inputs, end)?))
    }

    /// What one item comes to over all the corners: least at low prices, greatest at high ones.
    pub(super) fn range(
        &self,
        item: &Item<'_>,
        likely: &Inputs,
        corners: &[Inputs],
    ) -> Result<Estimate<Rupiah>, MoneyError> {
        let middle = self.amount(item, likely, End::Likely)?;
        let (mut low, mut high) = (middle, middle);
        for corner in corners {
            low = low.min(self.amount(item, corner, End::Low)?);
            high = high.max(self.amount(item, corner, End::High)?);
        }
        Estimate::try_new(low, middle, high).map_err(|_| MoneyError::OutOfRange)
    }

    /// What the bill comes to over all the corners.
    pub(super) fn total_range(
        &self,
        likely: &Inputs,
        corners: &[Inputs],
    ) -> Result<Estimate<Rupiah>, MoneyError> {
        let middle = self.total(likely, End::Likely)?;
        let (mut low, mut high) = (middle, middle);
        for corner in corners {
            low = low.min(self.total(corner, End::Low)?);
            high = high.max(self.total(corner, End::High)?);
        }
        Estimate::try_new(low, middle, high).map_err(|_| MoneyError::OutOfRange)
    }
}

/// How often a basis is charged (the table in the crate's documentation of comparisons).
fn times(basis: Basis, inputs: &Inputs, meals: u32, snacks: u32) -> Result<Decimal, MoneyError> {
    let product = |factors: &[u32]| {
        factors
            .iter()
            .try_fold(Decimal::ONE, |p, f| p.checked_mul(Decimal::from(*f)))
            .ok_or(MoneyError::OutOfRange)
    };
    // A bill holds no rate by the person while the number of participants is unknown.
    let participants = inputs.participants.unwrap_or(0);
    match basis {
        Basis::Event => Ok(Decimal::ONE),
        Basis::Day => product(&[inputs.days]),
        Basis::Session { hours } => {
            let sessions = inputs.hours.map_or(Decimal::ONE, |a_day| a_day.sessions(hours));
            sessions.checked_mul(Decimal::from(inputs.days)).ok_or(MoneyError::OutOfRange)
        }
        Basis::Person => product(&[participants]),
        Basis::PersonDay => product(&[participants, inputs.days]),
        Basis::Meal => product(&[participants, inputs.days, meals]),
        Basis::Snack => product(&[participants, inputs.days, snacks]),
        Basis::Unit { quantity } => Ok(quantity),
    }
}
