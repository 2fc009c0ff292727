//! Compared events that need the same. What a hall costs one of them it costs each, so that the hall that is cheapest
//! for one is so for all: only what they cost now and how often they are held is looked at event by event.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use rust_decimal::Decimal;

use super::halls::likely_cost_in;
use super::need::{Facts, Need};
use super::{EventInput, EventSaving, out_of_range};
use crate::comparison::CompareError;
use crate::estimate::{Estimate, Point};
use crate::money::Rupiah;
use crate::reply::Replies;
use crate::venue::Venue;

/// Events of one need that the same halls hold.
pub(super) struct Alike<'a> {
    pub need: Need,
    /// The numbers of those halls, in the order of the venues.
    pub halls: Vec<usize>,
    events: Vec<Member<'a>>,
}

/// One of them. What it costs now stands here and not only in the event: it is asked for many times.
struct Member<'a> {
    id: &'a str,
    current: Rupiah,
    /// How often it is held.
    times: Estimate<u32>,
}

/// What they come to with every count and price at likely.
pub(super) struct AtLikely {
    /// The cost of one in each of the halls.
    pub costs: Vec<Rupiah>,
    /// What all of them save in the cheapest.
    pub saving: Rupiah,
}

impl<'a> Alike<'a> {
    /// The compared events, in groups by the first of each.
    pub(super) fn groups(
        savings: &'a [EventSaving],
        events: &[EventInput<'_>],
        replies: &Replies,
    ) -> Vec<Self> {
        let mut groups: Vec<Self> = Vec::new();
        let mut numbers: HashMap<Need, usize, FixedState> = HashMap::default();
        for (saving, input) in savings.iter().zip(events).filter(|(saving, _)| saving.status.is_compared()) {
            let facts = Facts::of(replies, &saving.id);
            let need = Need::of(input.event, input.start, &facts);
            let times = input.event.occurrences.as_ref().map_or(Estimate::exact(1), |c| c.value);
            let member = Member { id: &saving.id, current: saving.current, times };
            let next = groups.len();
            // A reply can take a hall out for its own event alone.
            let alone = !facts.replies.is_empty();
            let number = if alone { next } else { *numbers.entry(need).or_insert(next) };
            match groups.get_mut(number) {
                Some(group) => group.events.push(member),
                None => {
                    let halls = saving.halls.iter().enumerate();
                    let halls = halls.filter_map(|(at, hall)| hall.saving().map(|_| at)).collect();
                    groups.push(Alike { need, halls, events: vec![member] });
                }
            }
        }
        groups
    }

    /// True if some of them may be held more or less often.
    pub(super) fn times_uncertain(&self) -> bool {
        self.events.iter().any(|event| !event.times.is_exact())
    }

    /// With every count at likely, in halls whose prices are.
    pub(super) fn at_likely(&self, halls: &[Venue]) -> Result<AtLikely, CompareError> {
        let wanted = self.need.at(Point::Likely, Point::Likely).event();
        let halls = self.halls.iter().filter_map(|at| halls.get(*at));
        let costs = halls.map(|hall| likely_cost_in(&wanted, hall)).collect::<Result<Vec<_>, _>>()?;
        let saving = self.saving(costs.iter().min().copied(), Point::Likely)?;
        Ok(AtLikely { costs, saving })
    }

    /// What they save in a hall that costs so much for one held once. An event that would save nothing stays where it
    /// is; without a hall all do.
    pub(super) fn saving(&self, cost: Option<Rupiah>, times: Point) -> Result<Rupiah, CompareError> {
        let Some(cost) = cost else { return Ok(Rupiah::ZERO) };
        self.events.iter().try_fold(Rupiah::ZERO, |sum, event| {
            let held = Decimal::from(event.times.at(times).max(1));
            let saved = cost.try_times(held).and_then(|cost| event.current.try_sub(cost));
            saved.and_then(|saved| sum.try_add(saved.max(Rupiah::ZERO))).map_err(out_of_range(event.id))
        })
    }
}
