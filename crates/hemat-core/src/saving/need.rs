//! What an event needs elsewhere: the same people for the same days, and of food and beds what its price paid for.

use std::num::NonZeroU32;

use crate::budget_event::BudgetEvent;
use crate::component::Component;
use crate::cost_line::BudgetStage;
use crate::date::Date;
use crate::estimate::{Estimate, Point};
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

/// What an event needs elsewhere, and all that its price in a hall depends on: budgets hold many events alike in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Need {
    pub start: Option<Date>,
    /// Fiscal year.
    pub year: Option<u16>,
    pub session: Session,
    pub participants: Option<(Estimate<NonZeroU32>, Evidence)>,
    pub days: Option<Estimate<NonZeroU32>>,
    /// False where only the room was paid: food and beds stand in other lines, which stay as they are.
    pub food: bool,
    /// True if a reply adds beds.
    pub beds: bool,
}

impl Need {
    /// The room, and the food and lodging only if the venue's package paid for them. What documents show goes before
    /// the budget's counts, and a reply's counts before both.
    pub(super) fn of(event: &BudgetEvent, start: Option<Date>, facts: &Facts<'_>) -> Self {
        let food = !package_cost(event).is_zero();
        let counted = event.participants.as_ref().and_then(|c| whole_range(c.value));
        let mut need = Need {
            start,
            year: event.year,
            session: event.package.filter(|_| food).unwrap_or(Session::Fullday),
            participants: counted.map(|count| (count, grade(event))),
            days: event.days.as_ref().and_then(|c| whole_range(c.value)),
            food,
            beds: facts.replies.iter().any(|r| r.adds_lodging()),
        };
        for known in facts.in_order() {
            need.start = known.start.or(need.start);
            need.days = known.days.or(need.days);
            need.participants = known.participants.map(|count| (count, known.evidence)).or(need.participants);
        }
        need
    }

    /// With its counts at these points.
    pub(super) fn at(self, participants: Point, days: Point) -> Self {
        Need {
            participants: self
                .participants
                .map(|(n, evidence)| (Estimate::exact(n.at(participants)), evidence)),
            days: self.days.map(|n| Estimate::exact(n.at(days))),
            ..self
        }
    }

    /// An event of no name that needs this.
    pub(super) fn event(&self) -> Event {
        let mut event = Event::titled("");
        event.fiscal_year = self.year;
        event.start = self.start;
        event.session = Some(self.session);
        event.days = self.days;
        event.participants = self.participants.map(|(count, evidence)| Supported {
            count,
            evidence: Some(evidence),
            source: SourceRef::NotStated,
        });
        if !self.food {
            event.meals_per_day = Some(Estimate::exact(0));
            event.snacks_per_day = Some(Estimate::exact(0));
        }
        if self.beds {
            event.needs = vec![Component::Lodging];
        }
        event
    }

    /// The event itself as it needs this, with its name and where its participants were counted.
    pub(super) fn named_event(&self, event: &BudgetEvent, facts: &Facts<'_>) -> Event {
        let mut wanted = self.event();
        wanted.title.clone_from(&event.title);
        wanted.organiser = event.organiser.to_string();
        wanted.region = event.region.to_string();
        let counted = facts.in_order().filter(|k| k.participants.is_some()).last();
        if let (Some(people), Some(known)) = (&mut wanted.participants, counted) {
            people.source = known.source.clone();
        }
        wanted
    }
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
