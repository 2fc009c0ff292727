//! Every event with every hall: what it would save there, or what stands in the way. Bookings come last, since they
//! are the only obstacle that another day removes.

use std::num::NonZeroU32;

use rust_decimal::Decimal;

use super::outcome::{Assignment, Obstacle};
use super::part::Task;
use super::problem::{Hall, Hindrance, Offer, Problem, ScheduleEvent};
use crate::calendar::{Booking, Calendar};
use crate::comparison::{Fits, seats_fit};
use crate::date::Date;
use crate::estimate::Estimate;
use crate::money::{MoneyError, Rupiah};
use crate::session::Seating;
use crate::venue::Capacity;

/// An event and a hall, whatever the days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Standing {
    /// It would save this there, if the hall is free.
    Saves { cost: Estimate<Rupiah>, saving: Estimate<Rupiah>, seats_known: bool },
    /// It will not be held there.
    Blocked(Obstacle),
}

/// The problem in a fixed order: events by first day, length and id (those without a date last), halls by id.
pub(super) struct Pairing<'p> {
    problem: &'p Problem,
    events: Vec<&'p ScheduleEvent>,
    halls: Vec<&'p Hall>,
}

impl<'p> Pairing<'p> {
    pub(super) fn of(problem: &'p Problem) -> Self {
        let mut events: Vec<&ScheduleEvent> = problem.events.iter().collect();
        events.sort_by(|a, b| {
            let key = |e: &ScheduleEvent| (e.start.is_none(), e.start, e.days);
            key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
        });
        let mut halls: Vec<&Hall> = problem.halls.iter().collect();
        halls.sort_by(|a, b| a.id.cmp(&b.id));
        Pairing { problem, events, halls }
    }

    /// The events with their numbers.
    pub(super) fn events(&self) -> impl Iterator<Item = (usize, &'p ScheduleEvent)> + '_ {
        self.events.iter().copied().enumerate()
    }

    /// The halls, by id.
    pub(super) fn halls(&self) -> &[&'p Hall] {
        &self.halls
    }

    /// What every hall means for an event, by the hall's id.
    pub(super) fn standings(&self, event: usize) -> impl Iterator<Item = (&'p Hall, Standing)> + '_ {
        let event = self.events.get(event).copied();
        self.halls.iter().filter_map(move |hall| Some((*hall, standing(event?, hall))))
    }

    /// The bookings.
    pub(super) fn calendar(&self) -> &'p Calendar {
        &self.problem.calendar
    }

    /// The first booking of a hall on these days.
    pub(super) fn taken(&self, hall: &Hall, first: Date, last: Date) -> Option<&'p Booking> {
        self.calendar().taken(&hall.id, first, last)
    }

    /// The events that could be placed, with the halls that are free for them, in order of their start.
    pub(super) fn tasks(&self) -> Vec<Task> {
        let origin = self.events.iter().find_map(|e| e.start);
        let task = |at: usize, event: &ScheduleEvent| {
            let (first, last) = event.span()?;
            let day = |date: Date| u32::try_from(date.days_since(origin?)).ok();
            let gains =
                self.standings(at).enumerate().filter_map(|(number, (hall, standing))| match standing {
                    Standing::Saves { saving, .. } if self.taken(hall, first, last).is_none() => {
                        Some((number, to_units(saving.likely())))
                    }
                    _ => None,
                });
            let gains: Vec<(usize, i128)> = gains.collect();
            let (start, end) = (day(first)?, day(last)?.checked_add(1)?);
            (!gains.is_empty()).then_some(Task { event: at, start, end, gains })
        };
        self.events().filter_map(|(at, event)| task(at, event)).collect()
    }

    /// An event placed in a hall, by their numbers.
    pub(super) fn assignment(&self, event: usize, hall: usize) -> Option<Assignment> {
        let (event, hall) = (self.events.get(event)?, self.halls.get(hall)?);
        let (first, last) = event.span()?;
        let Standing::Saves { cost, saving, seats_known } = standing(event, hall) else { return None };
        let (event, hall) = (event.id.clone(), hall.id.clone());
        Some(Assignment { event, hall, first, last, cost, saving, seats_known })
    }
}

/// An event in a hall, bookings and other events left aside.
fn standing(event: &ScheduleEvent, hall: &Hall) -> Standing {
    let (cost, saving) = match event.offers.get(&hall.id) {
        Some(Offer::Possible { cost, saving }) => (*cost, *saving),
        Some(Offer::Impossible(Hindrance::PriceMissing(components))) => {
            return Standing::Blocked(Obstacle::PriceMissing(components.clone()));
        }
        Some(Offer::Impossible(Hindrance::CapacityUnknown)) => {
            return Standing::Blocked(Obstacle::CapacityUnknown);
        }
        Some(Offer::Impossible(Hindrance::NotPossible)) | None => {
            return Standing::Blocked(Obstacle::NotPossible);
        }
    };
    let fits = fits(event, event.layout, hall);
    if fits == Fits::No {
        let seats = most_seats(event.layout, hall).unwrap_or(NonZeroU32::MIN);
        return Standing::Blocked(Obstacle::TooSmall(seats));
    }
    if saving.likely() <= Rupiah::ZERO {
        return Standing::Blocked(Obstacle::CostsMore(saving));
    }
    Standing::Saves { cost, saving, seats_known: fits == Fits::Yes }
}

/// Whether the hall seats the highest number of participants in a layout; if the layout is not known, in every layout
/// that is known of the hall.
pub(super) fn fits(event: &ScheduleEvent, layout: Option<Seating>, hall: &Hall) -> Fits {
    let most = event.participants.map(|p| Estimate::exact(p.high()));
    let capacity = hall.capacity.as_ref();
    let fewest = layout.or_else(|| capacity.and_then(Capacity::fewest_layout));
    match seats_fit(most, fewest, capacity) {
        Fits::No if layout.is_none() => seats_fit(most, None, capacity),
        fits => fits,
    }
}

/// The seats in a layout, or in the theatre layout, which seats most, where that layout's seats are not known.
pub(super) fn most_seats(layout: Option<Seating>, hall: &Hall) -> Option<NonZeroU32> {
    let seats = &hall.capacity.as_ref()?.seats;
    layout.and_then(|layout| seats.get(&layout)).or_else(|| seats.get(&Seating::Theatre)).copied()
}

/// Money in whole units of its smallest fraction: every amount is exact.
pub(crate) fn to_units(amount: Rupiah) -> i128 {
    let value = amount.value();
    // An amount has at most eight decimals and 28 digits, so this neither loses nor overflows.
    value.mantissa().saturating_mul(10_i128.pow(Rupiah::MAX_DECIMALS.saturating_sub(value.scale())))
}

/// The amount of so many units.
pub(super) fn from_units(units: i128) -> Result<Rupiah, MoneyError> {
    let value = Decimal::try_from_i128_with_scale(units, Rupiah::MAX_DECIMALS);
    value.map_err(|_| MoneyError::OutOfRange).and_then(Rupiah::try_new)
}
