//! The shared inputs of a comparison: participants, days, meals and snacks a day.

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use crate::estimate::Estimate;
use crate::event::Event;
use crate::session::Hours;

/// One value of every shared input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Inputs {
    pub participants: Option<u32>,
    pub days: u32,
    pub meals: u32,
    pub snacks: u32,
    pub hours: Option<Hours>,
}

/// A shared input that can be a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SharedInput {
    Participants,
    Days,
    Meals,
    Snacks,
}

impl SharedInput {
    pub(super) const ALL: [SharedInput; 4] =
        [SharedInput::Participants, SharedInput::Days, SharedInput::Meals, SharedInput::Snacks];

    /// The key under which event.toml has it.
    pub(super) fn name(self) -> &'static str {
        match self {
            SharedInput::Participants => "participants",
            SharedInput::Days => "days",
            SharedInput::Meals => "meals_per_day",
            SharedInput::Snacks => "snacks_per_day",
        }
    }
}

/// The ranges of the shared inputs of one event.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ranges {
    participants: Option<Estimate<NonZeroU32>>,
    days: Estimate<NonZeroU32>,
    meals: Estimate<u32>,
    snacks: Estimate<u32>,
    hours: Option<Hours>,
}

impl Ranges {
    pub(super) fn of(event: &Event) -> Self {
        Ranges {
            participants: event.participants.as_ref().map(|p| p.count),
            days: event.days_or_default(),
            meals: event.meals_or_default(),
            snacks: event.snacks_or_default(),
            hours: event.hours_per_day,
        }
    }

    /// All inputs at their likely values.
    pub(super) fn likely(&self) -> Inputs {
        Inputs {
            participants: self.participants.map(|p| p.likely().get()),
            days: self.days.likely().get(),
            meals: self.meals.likely(),
            snacks: self.snacks.likely(),
            hours: self.hours,
        }
    }

    /// The most of everything: what has to be priced for the total to be complete.
    pub(super) fn most(&self) -> Inputs {
        Inputs {
            participants: self.participants.map(|p| p.high().get()),
            days: self.days.high().get(),
            meals: self.meals.high(),
            snacks: self.snacks.high(),
            hours: self.hours,
        }
    }

    /// The low and high value of one input, `None` if it is unknown or exact.
    pub(super) fn ends(&self, input: SharedInput) -> Option<(u32, u32)> {
        let counts = |e: Estimate<NonZeroU32>| (e.low().get(), e.high().get());
        let (low, high) = match input {
            SharedInput::Participants => counts(self.participants?),
            SharedInput::Days => counts(self.days),
            SharedInput::Meals => (self.meals.low(), self.meals.high()),
            SharedInput::Snacks => (self.snacks.low(), self.snacks.high()),
        };
        (low != high).then_some((low, high))
    }

    /// Every combination of low and high values, each once: 1 to 16 of them.
    pub(super) fn corners(&self) -> Vec<Inputs> {
        let mut corners = vec![self.likely()];
        for input in SharedInput::ALL {
            if let Some((low, high)) = self.ends(input) {
                corners =
                    corners.into_iter().flat_map(|c| [c.with(input, low), c.with(input, high)]).collect();
            }
        }
        corners
    }

    /// The corners, and between them the numbers of meals and snacks around what a package includes: it
    /// makes a kink there (the last number that needs nothing bought, and the first that does), so that the
    /// extreme of a difference can lie between two corners. Everywhere else the difference is a straight
    /// line, so that a range of any width needs no more points.
    pub(super) fn corners_and_kinks(&self, included_meals: &[u32], included_snacks: &[u32]) -> Vec<Inputs> {
        let mut points = self.corners();
        for (input, included) in
            [(SharedInput::Meals, included_meals), (SharedInput::Snacks, included_snacks)]
        {
            let Some((low, high)) = self.ends(input) else { continue };
            // From nothing to the first one a flat price is due as well.
            let kinks: BTreeSet<u32> = included
                .iter()
                .flat_map(|n| [*n, n.saturating_add(1)])
                .filter(|n| (low..=high).contains(n) && *n != low && *n != high)
                .collect();
            let between: Vec<Inputs> =
                points.iter().flat_map(|p| kinks.iter().map(|value| p.with(input, *value))).collect();
            points.extend(between);
        }
        points
    }
}

impl Inputs {
    /// The same inputs with one changed.
    pub(super) fn with(mut self, input: SharedInput, value: u32) -> Self {
        match input {
            SharedInput::Participants => self.participants = Some(value),
            SharedInput::Days => self.days = value,
            SharedInput::Meals => self.meals = value,
            SharedInput::Snacks => self.snacks = value,
        }
        self
    }
}
