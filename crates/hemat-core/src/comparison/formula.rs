//! A comparison as formulas (rumus): what its figures are of the shared inputs, for a workbook in which people change
//! an input and everything follows. The way of each venue stays the one chosen at the likely values.

use rust_decimal::Decimal;

use super::{Factor, VenueOption, Working};
use crate::component::Component;
use crate::estimate::Estimate;
use crate::event::Event;
use crate::kind::VenueKind;
use crate::money::{MoneyError, Rupiah};

/// An input that all venues share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormulaInput {
    /// Participants.
    Participants,
    /// Days.
    Days,
    /// Meals a day.
    Meals,
    /// Snacks a day.
    Snacks,
}

impl FormulaInput {
    /// All of them, in the order of [`FormulaPoint::places`].
    pub const ALL: [FormulaInput; 4] =
        [FormulaInput::Participants, FormulaInput::Days, FormulaInput::Meals, FormulaInput::Snacks];

    /// The event's value; `None` where it is not known.
    #[must_use]
    pub fn of(self, event: &Event) -> Option<Estimate<u32>> {
        let counts = |e: Estimate<std::num::NonZeroU32>| {
            Estimate::try_new(e.low().get(), e.likely().get(), e.high().get()).ok()
        };
        match self {
            FormulaInput::Participants => counts(event.participants.as_ref()?.count),
            FormulaInput::Days => counts(event.days_or_default()),
            FormulaInput::Meals => Some(event.meals_or_default()),
            FormulaInput::Snacks => Some(event.snacks_or_default()),
        }
    }

    /// The least number that makes sense: nobody compares an event without participants or days.
    #[must_use]
    pub fn least(self) -> u32 {
        match self {
            FormulaInput::Participants | FormulaInput::Days => 1,
            FormulaInput::Meals | FormulaInput::Snacks => 0,
        }
    }
}

/// Where in its range an input is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// At its low value.
    Low,
    /// At its likely value.
    Likely,
    /// At its high value.
    High,
    /// At this number, or at the end of the range that is nearer to it.
    Near(u32),
}

impl Place {
    /// The number.
    #[must_use]
    pub fn of(self, range: Estimate<u32>) -> u32 {
        match self {
            Place::Low => range.low(),
            Place::Likely => range.likely(),
            Place::High => range.high(),
            Place::Near(n) => n.clamp(range.low(), range.high()),
        }
    }
}

/// The numbers of all shared inputs at one point, in the order of [`FormulaInput::ALL`].
pub type InputNumbers = [u32; 4];

/// One point at which the difference of two venues is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormulaPoint {
    /// The place of each input, in the order of [`FormulaInput::ALL`].
    pub places: [Place; 4],
    /// True for a corner of the ranges, which the printed saving is of; false for a point between corners, at which
    /// a package makes a kink: only the verdict looks there.
    pub corner: bool,
}

/// The points that hold the least and the greatest difference of two venues, whatever the ranges are; corners first.
/// An input on which neither bill depends stays at its likely value.
#[must_use]
pub fn formula_points(baseline: &VenueOption, option: &VenueOption) -> Vec<FormulaPoint> {
    let factors = || {
        baseline.components.iter().chain(&option.components).flat_map(|c| c.working.factors.iter().copied())
    };
    let mut axes: [Vec<Place>; 4] = FormulaInput::ALL.map(|_| vec![Place::Low, Place::High]);
    let mut depends = [false; 4];
    for factor in factors() {
        let (at, kink) = match factor {
            Factor::Participants(_) => (0, None),
            Factor::Days(_) => (1, None),
            Factor::MealsLeft { included, .. } | Factor::AnyMeal { included, .. } => (2, Some(included)),
            Factor::SnacksLeft { included, .. } | Factor::AnySnack { included, .. } => (3, Some(included)),
            Factor::Sessions(_) | Factor::Quantity(_) => continue,
        };
        if let (Some(depends), Some(axis)) = (depends.get_mut(at), axes.get_mut(at)) {
            *depends = true;
            // From nothing to the first one a flat price is due as well.
            let kinks = kink.into_iter().flat_map(|n| [n, n.saturating_add(1)]).map(Place::Near);
            axis.extend(kinks);
        }
    }
    for (axis, depends) in axes.iter_mut().zip(depends) {
        axis.sort_unstable();
        axis.dedup();
        if !depends {
            *axis = vec![Place::Likely];
        }
    }
    let mut points = vec![[Place::Likely; 4]];
    for (at, axis) in axes.iter().enumerate() {
        points = points
            .into_iter()
            .flat_map(|point| {
                axis.iter().map(move |place| {
                    let mut point = point;
                    if let Some(slot) = point.get_mut(at) {
                        *slot = *place;
                    }
                    point
                })
            })
            .collect();
    }
    let is_corner = |places: &[Place; 4]| !places.iter().any(|p| matches!(p, Place::Near(_)));
    let mut points: Vec<FormulaPoint> =
        points.into_iter().map(|places| FormulaPoint { places, corner: is_corner(&places) }).collect();
    points.sort_by_key(|point| !point.corner);
    points
}

impl VenueOption {
    /// The most meals and the most snacks a day that its bill covers; `None` for any number. Beyond that something is
    /// needed that has no price here, and the total is a lower bound.
    #[must_use]
    pub fn covers(&self) -> [Option<u32>; 2] {
        if self.kind == VenueKind::Online {
            return [None, None];
        }
        let bought = |bought: fn(&Factor) -> bool, component: Component| {
            self.components.iter().any(|c| c.working.factors.iter().any(bought))
                || self.missing.iter().any(|m| m.component == component)
        };
        let meals =
            bought(|f| matches!(f, Factor::MealsLeft { .. } | Factor::AnyMeal { .. }), Component::Meal);
        let snacks =
            bought(|f| matches!(f, Factor::SnacksLeft { .. } | Factor::AnySnack { .. }), Component::Snack);
        let [included_meals, included_snacks] = self.included;
        [(!meals).then_some(included_meals), (!snacks).then_some(included_snacks)]
    }
}

impl Factor {
    /// The number at other inputs.
    #[must_use]
    pub fn at(self, [participants, days, meals, snacks]: InputNumbers) -> Decimal {
        let moved = match self {
            Factor::Participants(_) => Factor::Participants(participants),
            Factor::Days(_) => Factor::Days(days),
            Factor::MealsLeft { included, .. } => {
                Factor::MealsLeft { left: meals.saturating_sub(included), included }
            }
            Factor::SnacksLeft { included, .. } => {
                Factor::SnacksLeft { left: snacks.saturating_sub(included), included }
            }
            Factor::AnyMeal { included, .. } => Factor::AnyMeal { any: meals > included, included },
            Factor::AnySnack { included, .. } => Factor::AnySnack { any: snacks > included, included },
            Factor::Sessions(_) | Factor::Quantity(_) => self,
        };
        moved.value()
    }
}

impl Working {
    /// How often the price is charged at other inputs.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when the product cannot be kept exact.
    pub fn times_at(&self, inputs: InputNumbers) -> Result<Decimal, MoneyError> {
        let times = |product: Decimal, factor: &Factor| product.checked_mul(factor.at(inputs));
        self.factors.iter().try_fold(Decimal::ONE, times).ok_or(MoneyError::OutOfRange)
    }

    /// What this price comes to at other inputs.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when the amount cannot be kept exact.
    pub fn amount_at(&self, price: Rupiah, inputs: InputNumbers) -> Result<Rupiah, MoneyError> {
        price.try_times(self.times_at(inputs)?)
    }
}
