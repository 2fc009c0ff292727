//! What is to be scheduled: events, halls, bookings. Plain values; nothing is read or judged here.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;

use thiserror::Error;

use crate::calendar::Calendar;
use crate::component::Component;
use crate::date::Date;
use crate::estimate::Estimate;
use crate::money::{MoneyError, Rupiah};
use crate::session::Seating;
use crate::venue::{Capacity, Venue};

/// A hall (gedung, aula) that holds one event at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hall {
    /// Short name, unique among the halls.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// Seats by layout, if any are known.
    pub capacity: Option<Capacity>,
}

impl From<&Venue> for Hall {
    fn from(venue: &Venue) -> Self {
        Hall { id: venue.id.clone(), name: venue.name.clone(), capacity: venue.capacity.clone() }
    }
}

/// Why an event cannot be held in a hall, whatever the dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hindrance {
    /// The input gives no cost for it there: it is not possible there.
    NotPossible,
    /// These components have no price there, so that its cost is only a lower bound.
    PriceMissing(Vec<Component>),
    /// Nothing says how many the hall holds, or how many take part.
    CapacityUnknown,
}

/// What one hall means for one event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offer {
    /// It can be held there, if the seats suffice and the hall is free.
    Possible {
        /// What it would cost there.
        cost: Estimate<Rupiah>,
        /// Current cost minus that cost; negative if the hall is dearer.
        saving: Estimate<Rupiah>,
    },
    /// It cannot be held there.
    Impossible(Hindrance),
}

impl Offer {
    /// An offer at this cost. The two costs are taken as independent: `saving.low` is the lowest current cost minus
    /// the highest cost there.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when a difference leaves the range of money.
    pub fn at_cost(current: Estimate<Rupiah>, cost: Estimate<Rupiah>) -> Result<Self, MoneyError> {
        let saving = Estimate::try_new(
            current.low().try_sub(cost.high())?,
            current.likely().try_sub(cost.likely())?,
            current.high().try_sub(cost.low())?,
        );
        Ok(Offer::Possible { cost, saving: saving.map_err(|_| MoneyError::OutOfRange)? })
    }
}

/// An event that could move into a hall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScheduleEvent {
    /// Short name, unique among the events.
    pub id: String,
    /// Title as written.
    pub title: String,
    /// First day; `None` if unknown, and then the event is never placed, only bounded.
    pub start: Option<Date>,
    /// Days in a row, at least 1.
    pub days: NonZeroU32,
    /// How many take part; `None` if unknown. A hall must seat the highest number.
    pub participants: Option<Estimate<NonZeroU32>>,
    /// How people sit; `None` if unknown.
    pub layout: Option<Seating>,
    /// What it costs where it is now.
    pub current_cost: Estimate<Rupiah>,
    /// What each hall means for it, by the hall's id. A hall that is not named is [`Hindrance::NotPossible`].
    pub offers: BTreeMap<String, Offer>,
}

impl ScheduleEvent {
    /// First and last day, both inclusive; `None` without a start.
    #[must_use]
    pub fn span(&self) -> Option<(Date, Date)> {
        let start = self.start?;
        Some((start, start.plus_days(self.days.get() - 1)?))
    }
}

/// All that a schedule is made from. The order of events and halls does not matter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Problem {
    /// The events.
    pub events: Vec<ScheduleEvent>,
    /// The halls.
    pub halls: Vec<Hall>,
    /// Bookings and maintenance days. A hall that it does not cover counts as free.
    pub calendar: Calendar,
    /// First and last day over which the use of the halls is counted; `None` takes the calendar years of the dated
    /// events.
    pub period: Option<(Date, Date)>,
}

/// How to schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// How many days an event that is left out might move, each way, to find a free hall.
    pub window: u32,
    /// The most partial schedules that the search looks at. A count, not a time, so that the answer is the same on
    /// every machine.
    pub limit: u64,
}

impl Default for Options {
    /// A week each way, and forty million partial schedules (some seconds).
    fn default() -> Self {
        Options { window: 7, limit: 40_000_000 }
    }
}

/// Why there is no schedule at all.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ScheduleError {
    /// Two events have one id.
    #[error("the event id {0:?} is given twice")]
    DuplicateEvent(String),
    /// Two halls have one id.
    #[error("the hall id {0:?} is given twice")]
    DuplicateHall(String),
    /// An event has an offer of a hall that is none of the halls.
    #[error("event {event:?} has a cost for {hall:?}, which is not among the halls ({})", known.join(", "))]
    UnknownHall {
        /// The event's id.
        event: String,
        /// The hall that was named.
        hall: String,
        /// The ids that are known.
        known: Vec<String>,
    },
    /// The event ends after the calendar's last year.
    #[error("event {0:?} ends after the year 2199")]
    BeyondCalendar(String),
    /// A total cannot be kept exact.
    #[error("a total of the schedule: {0}")]
    Money(#[from] MoneyError),
}

impl Problem {
    /// Looks for contradictions.
    pub(super) fn check(&self) -> Result<(), ScheduleError> {
        let mut halls = BTreeSet::new();
        if let Some(twice) = self.halls.iter().find(|h| !halls.insert(h.id.as_str())) {
            return Err(ScheduleError::DuplicateHall(twice.id.clone()));
        }
        let mut events = BTreeSet::new();
        for event in &self.events {
            if !events.insert(event.id.as_str()) {
                return Err(ScheduleError::DuplicateEvent(event.id.clone()));
            }
            if event.start.is_some() && event.span().is_none() {
                return Err(ScheduleError::BeyondCalendar(event.id.clone()));
            }
            if let Some(hall) = event.offers.keys().find(|id| !halls.contains(id.as_str())) {
                return Err(ScheduleError::UnknownHall {
                    event: event.id.clone(),
                    hall: hall.clone(),
                    known: halls.iter().map(|id| (*id).to_owned()).collect(),
                });
            }
        }
        Ok(())
    }
}
