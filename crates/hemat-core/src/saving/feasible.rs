//! Feasible saving: the same events when a hall holds one at a time and none when it is booked.
//!
//! Events whose first day is known are scheduled exactly ([`crate::schedule`]). For the others nobody can say whether
//! a hall is free, so they are bounded by the hall-days of their fiscal year that are not booked: a bound, and named
//! so. The two are kept apart from each other: days that the schedule uses are not taken from the bound, so that a
//! booking can only lower both.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use super::{EventSaving, SavingStatus};
use crate::calendar::Calendar;
use crate::date::Date;
use crate::estimate::Estimate;
use crate::kind::VenueKind;
use crate::money::{MoneyError, Rupiah};
use crate::schedule::{Hall, Offer, Options, Problem, Schedule, ScheduleError, ScheduleEvent, schedule};
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
    let mut dated = Vec::new();
    let mut undated: BTreeMap<Option<u16>, Vec<ScheduleEvent>> = BTreeMap::new();
    let mut undated_gross = Estimate::ZERO;
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    for event in events.iter().filter(|e| e.status == SavingStatus::Saves) {
        let mut wanted = as_scheduled(event)?;
        let times = seen.entry(&event.id).or_default();
        *times += 1;
        if *times > 1 {
            // Files of one name in two folders give one id to two events; a schedule tells them apart.
            wanted.id = format!("{}#{times}", event.id);
        }
        if wanted.start.is_some() {
            dated.push(wanted);
        } else {
            undated_gross = undated_gross.try_add(event.gross_saving.unwrap_or(Estimate::ZERO))?;
            undated.entry(event.year).or_default().push(wanted);
        }
    }
    let booked = || calendar.cloned().unwrap_or_default();
    let count = undated.values().map(|list| list.len() as u64).sum();
    let mut at_most = Rupiah::ZERO;
    for (year, events) in undated {
        let problem =
            Problem { events, halls: halls.clone(), calendar: booked(), period: year.and_then(days_of) };
        let bound = schedule(&problem, &Options::default())?.undated.map_or(Rupiah::ZERO, |u| u.at_most);
        at_most = at_most.try_add(bound)?;
    }
    let problem = Problem { events: dated, halls, calendar: booked(), period: None };
    Ok(Feasible {
        dated: schedule(&problem, &Options::default())?,
        problem,
        undated: count,
        undated_gross,
        undated_at_most: bounded(undated_gross, at_most),
        calendar: calendar.is_some(),
    })
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

/// The event as the schedule takes it: the longest it may last, and a date only if it is held once.
fn as_scheduled(event: &EventSaving) -> Result<ScheduleEvent, MoneyError> {
    let days = event.days.map_or(1, Estimate::high).max(1).saturating_mul(event.occurrences.max(1));
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
        start: event.start.filter(|_| event.occurrences <= 1),
        days: NonZeroU32::new(days).unwrap_or(NonZeroU32::MIN),
        participants: None,
        layout: None,
        current_cost: current,
        offers,
    })
}
