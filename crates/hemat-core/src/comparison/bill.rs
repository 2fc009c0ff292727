//! A bill: the rates that one venue charges for one event, and what they come to.

use rust_decimal::Decimal;

use super::Missing;
use super::inputs::Inputs;
use super::working::{Factor, Working, product};
use crate::component::Basis;
use crate::estimate::{Estimate, Point};
use crate::money::{MoneyError, Rupiah};
use crate::venue::Rate;

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
    /// What one item costs at these inputs.
    pub(super) fn amount(
        &self,
        item: &Item<'_>,
        inputs: &Inputs,
        point: Point,
    ) -> Result<Rupiah, MoneyError> {
        item.rate.payable().at(point).try_times(product(&self.factors(item, inputs))?)
    }

    /// What the price of an item is multiplied by at these inputs. Participants must be known where the basis needs
    /// them: the way that made this bill has left such rates out otherwise.
    fn factors(&self, item: &Item<'_>, inputs: &Inputs) -> Vec<Factor> {
        let (meals_in, snacks_in) = (self.included_meals, self.included_snacks);
        let meals = Factor::MealsLeft { left: inputs.meals.saturating_sub(meals_in), included: meals_in };
        let snacks =
            Factor::SnacksLeft { left: inputs.snacks.saturating_sub(snacks_in), included: snacks_in };
        let people = Factor::Participants(inputs.participants.unwrap_or(0));
        let days = Factor::Days(inputs.days);
        let mut factors = match item.rate.basis() {
            Basis::Event => vec![],
            Basis::Day => vec![days],
            Basis::Session { hours } => {
                // Without hours a day, one session a day: a note says so.
                let a_day = inputs.hours.map_or(Decimal::ONE, |a_day| a_day.sessions(hours));
                vec![Factor::Sessions(a_day), days]
            }
            Basis::Person => vec![people],
            Basis::PersonDay => vec![people, days],
            Basis::Meal => vec![people, days, meals],
            Basis::Snack => vec![people, days, snacks],
            Basis::Unit { quantity } => vec![Factor::Quantity(quantity)],
        };
        match item.when {
            When::MealsLeft if !matches!(item.rate.basis(), Basis::Meal) => {
                factors.push(Factor::AnyMeal { any: inputs.meals > meals_in, included: meals_in });
            }
            When::SnacksLeft if !matches!(item.rate.basis(), Basis::Snack) => {
                factors.push(Factor::AnySnack { any: inputs.snacks > snacks_in, included: snacks_in });
            }
            // A meal's own basis counts what is left. A snack bought by the meal, or a mandatory rate, is in any case.
            _ => {}
        }
        factors
    }

    /// How an item's amount comes about at likely values.
    pub(super) fn working(&self, item: &Item<'_>, likely: &Inputs) -> Working {
        Working {
            unit_price: item.rate.payable(),
            basis: Some(item.rate.basis()),
            factors: self.factors(item, likely),
        }
    }

    /// What the whole bill comes to at these inputs.
    pub(super) fn total(&self, inputs: &Inputs, point: Point) -> Result<Rupiah, MoneyError> {
        self.items.iter().try_fold(Rupiah::ZERO, |sum, item| sum.try_add(self.amount(item, inputs, point)?))
    }

    /// What one item comes to over all the corners: least at low prices, greatest at high ones.
    pub(super) fn range(
        &self,
        item: &Item<'_>,
        likely: &Inputs,
        corners: &[Inputs],
    ) -> Result<Estimate<Rupiah>, MoneyError> {
        let middle = self.amount(item, likely, Point::Likely)?;
        let (mut low, mut high) = (middle, middle);
        for corner in corners {
            low = low.min(self.amount(item, corner, Point::Low)?);
            high = high.max(self.amount(item, corner, Point::High)?);
        }
        Estimate::try_new(low, middle, high).map_err(|_| MoneyError::OutOfRange)
    }

    /// What the bill comes to over all the corners.
    pub(super) fn total_range(
        &self,
        likely: &Inputs,
        corners: &[Inputs],
    ) -> Result<Estimate<Rupiah>, MoneyError> {
        let middle = self.total(likely, Point::Likely)?;
        let (mut low, mut high) = (middle, middle);
        for corner in corners {
            low = low.min(self.total(corner, Point::Low)?);
            high = high.max(self.total(corner, Point::High)?);
        }
        Estimate::try_new(low, middle, high).map_err(|_| MoneyError::OutOfRange)
    }
}
