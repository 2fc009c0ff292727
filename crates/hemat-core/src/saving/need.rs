//! What an event needs elsewhere: the same people for the same days, and of food and beds what its price paid for.

use std::num::NonZeroU32;

use crate::budget_event::BudgetEvent;
use crate::component::Component;
use crate::cost_line::BudgetStage;
use crate::date::Date;
use crate::estimate::Estimate;
use crate::event::{Event, Supported};
use crate::evidence::Evidence;
use crate::kind::CostKind;
use crate::money::{MoneyError, Rupiah};
use crate::reply::{Known, Replies, Reply};
use crate::session::{Seating, Session};
use crate::source::SourceRef;
use crate::venue::Venue;

/// What is known of an event beside its lines.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts<'a> {
    pub known: Vec<&'a Known>,
    pub replies: Vec<&'a Reply>,
}

impl<'a> Facts<'a> {
    pub(super) fn of(all: &'a Replies, event: &'a str) -> Self {
        Facts { known: all.known_of(event).collect(), replies: all.about(event).collect() }
    }

    /// The same without replies: what was known before anybody was asked.
    pub(super) fn without_replies(&self) -> Self {
        Facts { known: self.known.clone(), replies: Vec::new() }
    }

    /// The last one that says something holds.
    fn in_order(&self) -> impl Iterator<Item = &'a Known> {
        self.known.iter().copied().chain(self.replies.iter().map(|r| &r.known))
    }

    /// True if a count of the budget is replaced.
    pub(super) fn correct(&self) -> bool {
        self.in_order().any(|k| k.participants.is_some() || k.days.is_some())
    }
}

/// What the place cost: package and room rent. Lodging of its own stays whatever the place and is left out.
pub(super) fn current_cost(event: &BudgetEvent) -> Result<Rupiah, MoneyError> {
    package_cost(event).try_add(event.cost.get(&CostKind::RoomRent).copied().unwrap_or(Rupiah::ZERO))
}

fn package_cost(event: &BudgetEvent) -> Rupiah {
    event.cost.get(&CostKind::VenuePackage).copied().unwrap_or(Rupiah::ZERO)
}

/// What the lines of an event are: money paid, or a plan.
pub(super) fn grade(event: &BudgetEvent) -> Evidence {
    if event.stage == Some(BudgetStage::Realised) { Evidence::Receipt } else { Evidence::Budget }
}

/// What the event needs elsewhere: the room, and the food and lodging only if the venue's package paid for them.
/// What documents show goes before the budget's counts, and a reply's counts before both.
pub(super) fn needs(event: &BudgetEvent, start: Option<Date>, facts: &Facts<'_>) -> Event {
    let mut wanted = Event::titled(&event.title);
    wanted.organiser = event.organiser.to_string();
    wanted.region = event.region.to_string();
    wanted.fiscal_year = event.year;
    wanted.start = start;
    wanted.session = Some(event.package.unwrap_or(Session::Fullday));
    if package_cost(event).is_zero() {
        // Only the room was paid here: food and beds stand in other lines, which stay as they are.
        wanted.session = Some(Session::Fullday);
        wanted.meals_per_day = Some(Estimate::exact(0));
        wanted.snacks_per_day = Some(Estimate::exact(0));
    }
    wanted.days = event.days.as_ref().and_then(|c| whole_range(c.value));
    wanted.participants = event.participants.as_ref().and_then(|c| {
        Some(Supported {
            count: whole_range(c.value)?,
            evidence: Some(grade(event)),
            source: SourceRef::NotStated,
        })
    });
    for known in facts.in_order() {
        wanted.start = known.start.or(wanted.start);
        wanted.days = known.days.or(wanted.days);
        if let Some(count) = known.participants {
            let source = known.source.clone();
            wanted.participants = Some(Supported { count, evidence: Some(known.evidence), source });
        }
    }
    if facts.replies.iter().any(|r| r.adds_lodging()) {
        wanted.needs = vec![Component::Lodging];
    }
    wanted
}

/// The layout in which a hall seats fewest. A budget does not say how people sit, so a hall is said to hold them
/// only if it does in every layout that is known of it.
pub(super) fn fewest_seats(hall: &Venue) -> Option<Seating> {
    hall.capacity.as_ref()?.fewest_layout()
}

fn whole_range(range: Estimate<u32>) -> Option<Estimate<NonZeroU32>> {
    let low = NonZeroU32::new(range.low())?;
    Estimate::try_new(low, NonZeroU32::new(range.likely())?, NonZeroU32::new(range.high())?).ok()
}
