//! What a schedule says: who goes where, who stays and why, and what that is worth.

use std::num::NonZeroU32;

use crate::calendar::Booking;
use crate::component::Component;
use crate::date::Date;
use crate::estimate::Estimate;
use crate::money::Rupiah;
use crate::session::{Seating, words};

/// One event placed in a hall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// The event's id.
    pub event: String,
    /// The hall's id.
    pub hall: String,
    /// First day.
    pub first: Date,
    /// Last day, inclusive.
    pub last: Date,
    /// What it costs there.
    pub cost: Estimate<Rupiah>,
    /// Current cost minus that cost; above zero at likely values.
    pub saving: Estimate<Rupiah>,
    /// False if it is not known that the hall seats the participants: the input's cost says that it is possible.
    pub seats_known: bool,
}

words! {
    /// Why an event stays where it is. The order is from far from being placed to near: an event's own reason is the
    /// last of those that its halls give.
    LeftOut {
        /// The hall gives no cost: the event is not possible there.
        NotPossible = "not-possible",
        /// Something needed there has no price.
        PriceMissing = "price-missing",
        /// Nothing says how many the hall holds, or how many take part.
        CapacityUnknown = "capacity-unknown",
        /// The hall has too few seats.
        TooSmall = "too-small",
        /// The hall costs as much or more.
        CostsMore = "costs-more",
        /// The hall is booked or closed.
        Taken = "taken",
        /// The hall is better used by other events on those days.
        MoreValuableEvent = "more-valuable-event",
        /// The event has no date, so nobody can say whether a hall is free.
        NoDate = "no-date",
    }
}

/// What stands between an event and one hall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// The hall gives no cost for it.
    NotPossible,
    /// These components have no price there.
    PriceMissing(Vec<Component>),
    /// Nothing says how many the hall holds, or how many take part.
    CapacityUnknown,
    /// The hall has at most so many seats for it.
    TooSmall(NonZeroU32),
    /// The saving there, zero or less at likely values.
    CostsMore(Estimate<Rupiah>),
    /// This booking takes one of its days.
    Taken(Booking),
    /// These events hold the hall on its days, by id in order of their days.
    InUse(Vec<String>),
}

impl Obstacle {
    /// The word for it.
    #[must_use]
    pub fn reason(&self) -> LeftOut {
        match self {
            Obstacle::NotPossible => LeftOut::NotPossible,
            Obstacle::PriceMissing(_) => LeftOut::PriceMissing,
            Obstacle::CapacityUnknown => LeftOut::CapacityUnknown,
            Obstacle::TooSmall(_) => LeftOut::TooSmall,
            Obstacle::CostsMore(_) => LeftOut::CostsMore,
            Obstacle::Taken(_) => LeftOut::Taken,
            Obstacle::InUse(_) => LeftOut::MoreValuableEvent,
        }
    }
}

/// What would let an event that is left out into a hall, the rest of the schedule kept. A suggestion for the
/// organiser, never counted as a saving; two events can be shown the same free days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WayIn {
    /// Another day; an event of weekdays is not moved to a weekend.
    Shift {
        /// The hall's id.
        hall: String,
        /// The new first day.
        start: Date,
        /// Days later than planned; negative for earlier.
        by: i64,
        /// What it would save there at the planned day's prices.
        saving: Estimate<Rupiah>,
    },
    /// Another way to sit, on the planned days.
    Layout {
        /// The hall's id.
        hall: String,
        /// The layout that seats the participants.
        layout: Seating,
        /// Its seats.
        seats: NonZeroU32,
    },
    /// Several groups one after the other, each as long as the event. What that costs is not known.
    Split {
        /// The hall's id.
        hall: String,
        /// How many groups.
        groups: u32,
        /// The seats for each.
        seats: NonZeroU32,
        /// A free first day for each group, in order.
        starts: Vec<Date>,
    },
}

/// One event that stays where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unplaced {
    /// The event's id.
    pub event: String,
    /// The reason nearest to being placed.
    pub reason: LeftOut,
    /// What it would save in its best hall if bookings and other events did not matter; `None` if nothing anywhere.
    pub alone: Option<Estimate<Rupiah>>,
    /// What stands between it and each hall, by the hall's id. Without a date, bookings and other events are not
    /// looked at, and a hall that could hold it is missing here.
    pub obstacles: Vec<(String, Obstacle)>,
    /// The nearest ways in, nearest first: at most one of each kind.
    pub nearest: Vec<WayIn>,
}

/// How the days of one hall are used in the period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HallUse {
    /// The hall's id.
    pub hall: String,
    /// Days of the period.
    pub days: u64,
    /// Days booked or closed.
    pub booked: u64,
    /// Days on which the schedule uses it.
    pub used: u64,
    /// Events placed in it.
    pub events: u64,
    /// What those events save.
    pub saving: Estimate<Rupiah>,
}

impl HallUse {
    /// Days neither booked nor used.
    #[must_use]
    pub fn free(&self) -> u64 {
        self.days.saturating_sub(self.booked + self.used)
    }
}

/// What the events without a date could save at most, beside this schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UndatedBound {
    /// Events without a date.
    pub events: u64,
    /// Those of them that some hall could hold at a saving.
    pub could_move: u64,
    /// Their savings at likely values with every hall free for each of them.
    pub gross: Rupiah,
    /// No choice of days saves more at likely values, as far as the hall-days left over go. A bound, not a saving.
    pub at_most: Rupiah,
}

/// The best use of the halls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// Who goes where, by first day, hall and event.
    pub assignments: Vec<Assignment>,
    /// Who stays, by first day and event; those without a date last.
    pub unplaced: Vec<Unplaced>,
    /// The sum over the assignments.
    pub saving: Estimate<Rupiah>,
    /// No schedule of the dated events saves more at likely values.
    pub upper_bound: Rupiah,
    /// What the dated events save if each is moved alone into its best hall, bookings and the others left aside.
    pub gross: Estimate<Rupiah>,
    /// How the halls are used, by id.
    pub halls: Vec<HallUse>,
    /// First and last day of that use; `None` without any date.
    pub period: Option<(Date, Date)>,
    /// The events without a date; `None` if every event has one.
    pub undated: Option<UndatedBound>,
    /// Groups of events that could be scheduled apart from each other.
    pub parts: u64,
    /// Partial schedules looked at.
    pub states: u64,
}

impl Schedule {
    /// What another schedule could save more, at most, at likely values; zero if this one is proven the best.
    #[must_use]
    pub fn gap(&self) -> Rupiah {
        // Both are in the range of money, so their difference is.
        self.upper_bound.try_sub(self.saving.likely()).unwrap_or(Rupiah::ZERO)
    }

    /// True if it is proven that no schedule saves more at likely values.
    #[must_use]
    pub fn proven_optimal(&self) -> bool {
        self.upper_bound == self.saving.likely()
    }
}
