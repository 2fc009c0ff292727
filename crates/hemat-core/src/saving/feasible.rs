//! Feasible saving: the same events when a hall holds one at a time and none when it is booked.
//!
//! Events whose first day is known are scheduled exactly ([`crate::schedule`]). For the others nobody can say whether
//! a hall is free, so they are bounded by the hall-days of their fiscal year that are not booked: a bound, and named
//! so. The two are kept apart from each other: days that the schedule uses are not taken from the bound, so that a
//! booking can only lower both.

use std::collections::{BTreeMap, HashMap};
use std::num::NonZeroU32;

use foldhash::fast::FixedState;

use super::{EventSaving, SavingStatus};
use crate::calendar::Calendar;
use crate::date::Date;
use crate::estimate::Estimate;
use crate::kind::VenueKind;
use crate::money::{MoneyError, Rupiah};
use crate::schedule::{
    Floating, Hall, Offer, Options, Problem, Schedule, ScheduleError, ScheduleEvent, schedule,
    undated_at_most,
};
use crate::venue::Venue;

/// What can be saved when halls are shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feasible {
    /// What was scheduled: the events whose first day is known, and the halls.
    pub problem: Problem,
    /// Their schedule.
    pub dated: Schedule,
    /// Number of saving events whose first day is not known (or that are held several times).
    pub undated: u64,
    /// What those save moved alone.
    pub undated_gross: Estimate<Rupiah>,
    /// What those save at most in the hall-days that are not booked. A bound, not a saving.
    pub undated_at_most: Estimate<Rupiah>,
    /// True if a calendar was given; without one every hall counts as free.
    pub calendar: bool,
}

impl Feasible {
    /// The saving of the dated events and the bound of the others; at most the gross saving.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when the sum cannot be kept exact.
    pub fn total(&self) -> Result<Estimate<Rupiah>, MoneyError> {
        self.dated.saving.try_add(self.undated_at_most)
    }

    /// True if every event has a date and the schedule is proven to be the best: nothing of it is a bound.
    #[must_use]
    pub fn proven_optimal(&self) -> bool {
        self.undated == 0 && self.dated.proven_optimal()
    }
}

/// Schedules the events that would save something.
///
/// # Errors
/// [`ScheduleError`] when a total leaves the range of money or an event the calendar.
pub(super) fn feasible(
    events: &[EventSaving],
    venues: &[Venue],
    calendar: Option<&Calendar>,
) -> Result<Feasible, ScheduleError> {
    let halls: Vec<Hall> = venues
        .iter()
        .filter(|v| v.kind == VenueKind::GovernmentHall)
        // The seats were looked at before: a hall that is too small is no offer.
        .map(|v| Hall { id: v.id.clone(), name: v.name.clone(), capacity: None })
        .collect();
    let (by_id, numbers) = in_order_of_id(&halls);
    let mut dated = Vec::new();
    let mut undated: BTreeMap<Option<u16>, Vec<Floating>> = BTreeMap::new();
    let mut undated_gross = Estimate::ZERO;
    let mut seen: HashMap<&str, u32, FixedState> = HashMap::default();
    for event in events.iter().filter(|e| e.status == SavingStatus::Saves) {
        let times = seen.entry(&event.id).or_default();
        *times += 1;
        if start(event).is_none() {
            undated_gross = undated_gross.try_add(event.gross_saving.unwrap_or(Estimate::ZERO))?;
            let savings = numbers.iter().zip(&event.halls);
            let savings = savings.filter_map(|(hall, choice)| Some((*hall, choice.saving()?.likely())));
            undated.entry(event.year).or_default().push(Floating::new(most_days(event), savings));
            continue;
        }
        let mut wanted = as_scheduled(event)?;
        if *times > 1 {
            // Files of one name in two folders give one id to two events; a schedule tells them apart.
            wanted.id = format!("{}#{times}", event.id);
        }
        dated.push(wanted);
    }
    let booked = calendar.cloned().unwrap_or_default();
    let count = undated.values().map(|list| list.len() as u64).sum();
    let mut at_most = Rupiah::ZERO;
    for (year, events) in undated {
        at_most = at_most.try_add(undated_at_most(&events, &by_id, &booked, year.and_then(days_of))?)?;
    }
    let problem = Problem { events: dated, halls, calendar: booked, period: None };
    Ok(Feasible {
        dated: schedule(&problem, &Options::default())?,
        problem,
        undated: count,
        undated_gross,
        undated_at_most: bounded(undated_gross, at_most),
        calendar: calendar.is_some(),
    })
}

/// The halls' ids in order, and of each hall its number among them.
fn in_order_of_id(halls: &[Hall]) -> (Vec<&str>, Vec<usize>) {
    let mut ids: Vec<&str> = halls.iter().map(|hall| hall.id.as_str()).collect();
    ids.sort_unstable();
    let numbers = halls.iter().map(|hall| ids.partition_point(|id| *id < hall.id.as_str())).collect();
    (ids, numbers)
}

/// The range of a bound: no value is above it, and none above what the events save moved alone.
fn bounded(gross: Estimate<Rupiah>, at_most: Rupiah) -> Estimate<Rupiah> {
    if at_most >= gross.likely() {
        return gross;
    }
    let low = gross.low().min(at_most);
    Estimate::try_new(low, at_most, gross.high().max(at_most)).unwrap_or(Estimate::exact(at_most))
}

/// First and last day of a fiscal year.
fn days_of(year: u16) -> Option<(Date, Date)> {
    let year = i32::from(year);
    Some((Date::from_ymd(year, 1, 1)?, Date::from_ymd(year, 12, 31)?))
}

/// Its first day, only if it is held once: nobody can say when it is held again.
fn start(event: &EventSaving) -> Option<Date> {
    event.start.filter(|_| event.occurrences <= 1)
}

/// The longest it may last, all times together.
fn most_days(event: &EventSaving) -> NonZeroU32 {
    let days = event.days.map_or(1, Estimate::high).max(1).saturating_mul(event.occurrences.max(1));
    NonZeroU32::new(days).unwrap_or(NonZeroU32::MIN)
}

/// The event as the schedule takes it.
fn as_scheduled(event: &EventSaving) -> Result<ScheduleEvent, MoneyError> {
    let current = Estimate::exact(event.current);
    let mut offers = BTreeMap::new();
    for choice in &event.halls {
        if let Some(saving) = choice.saving() {
            let cost = Estimate::try_new(
                event.current.try_sub(saving.high())?,
                event.current.try_sub(saving.likely())?,
                event.current.try_sub(saving.low())?,
            );
            let cost = cost.map_err(|_| MoneyError::OutOfRange)?;
            offers.insert(choice.venue.to_string(), Offer::Possible { cost, saving });
        }
    }
    Ok(ScheduleEvent {
        id: event.id.clone(),
        title: event.title.clone(),
        start: start(event),
        days: most_days(event),
        participants: None,
        layout: None,
        current_cost: current,
        offers,
    })
}
