//! Schedule (jadwal pemakaian gedung): which events go into which halls, so that the most is saved.
//!
//! A hall holds one event at a time over all the event's days, none above its seats, and none on days that are
//! booked. Among all such schedules the one with the greatest sum of current cost minus cost in the hall is chosen,
//! at likely values; an event that would save nothing stays where it is. The answer is exact: the search counts in
//! whole fractions of a rupiah, and [`Schedule::proven_optimal`] holds only if it came to its end. Otherwise
//! [`Schedule::upper_bound`] says how much more there could be at most.
//!
//! Costs that are ranges are scheduled at their likely values; the range of the total is the sum of the ranges of the
//! chosen pairs. Events without a date are never placed: [`UndatedBound`] limits what they could save.
//!
//! Ties: events are taken by first day, length and id, halls by id, and the first of the equally good schedules in
//! that order of search is kept. The order of the input does not matter.

mod days_left;
mod left_out;
mod outcome;
mod pairing;
mod part;
mod price;
mod problem;
mod rates;
mod search;
mod undated;
mod use_of_halls;
mod way_in;

use std::collections::BTreeMap;

pub use outcome::{Assignment, HallUse, LeftOut, Obstacle, Schedule, UndatedBound, Unplaced, WayIn};
pub use problem::{Hall, Hindrance, Offer, Options, Problem, ScheduleError, ScheduleEvent};

use crate::estimate::Estimate;
use crate::money::{MoneyError, Rupiah};
pub(crate) use pairing::to_units;
use pairing::{Pairing, Standing, from_units};
pub(crate) use undated::{Floating, undated_at_most};

/// Schedules the events into the halls.
///
/// # Errors
/// [`ScheduleError`] for ids given twice, offers of unknown halls, dates beyond 2199, or totals beyond the range of
/// money.
pub fn schedule(problem: &Problem, options: &Options) -> Result<Schedule, ScheduleError> {
    problem.check()?;
    let pairing = Pairing::of(problem);
    let mut assignments = Vec::new();
    let (mut bound, mut states) = (Rupiah::ZERO, 0);
    let parts = part::split(pairing.tasks());
    for part in &parts {
        let solved = search::solve(part, options.limit.saturating_sub(states));
        states += solved.states;
        let limit = from_units(solved.bound.checked_mul(part.unit).ok_or(MoneyError::OutOfRange)?)?;
        bound = bound.try_add(limit)?;
        for (task, hall) in part.tasks.iter().zip(&solved.halls) {
            let hall = hall.and_then(|hall| part.halls.get(hall));
            assignments.extend(hall.and_then(|hall| pairing.assignment(task.event, *hall)));
        }
    }
    assignments.sort_by(|a, b| (a.first, &a.hall, &a.event).cmp(&(b.first, &b.hall, &b.event)));
    let saving = assignments.iter().try_fold(Estimate::ZERO, |sum, a| sum.try_add(a.saving))?;
    let period = use_of_halls::period(problem);
    let halls = use_of_halls::uses(&pairing, &assignments, period)?;
    Ok(Schedule {
        unplaced: left_out::unplaced(&pairing, &assignments, options.window),
        undated: undated::bound(&pairing, &halls, period)?,
        gross: gross(&pairing)?,
        assignments,
        saving,
        upper_bound: bound,
        halls,
        period,
        parts: parts.len() as u64,
        states,
    })
}

/// Each dated event alone in the hall where it saves most at likely values; ties go to the first id.
fn gross(pairing: &Pairing<'_>) -> Result<Estimate<Rupiah>, MoneyError> {
    let dated = pairing.events().filter(|(_, event)| event.start.is_some());
    dated.filter_map(|(at, _)| best_alone(pairing, at)).try_fold(Estimate::ZERO, Estimate::try_add)
}

/// The greatest saving of an event that has every hall to itself.
fn best_alone(pairing: &Pairing<'_>, event: usize) -> Option<Estimate<Rupiah>> {
    let savings = pairing.standings(event).filter_map(|(_, standing)| match standing {
        Standing::Saves { saving, .. } => Some(saving),
        Standing::Blocked(_) => None,
    });
    savings.fold(None, |best: Option<Estimate<Rupiah>>, saving| {
        best.filter(|best| best.likely() >= saving.likely()).or(Some(saving))
    })
}

/// Assignments by hall, in order of their days.
fn by_hall(assignments: &[Assignment]) -> BTreeMap<&str, Vec<&Assignment>> {
    let mut by_hall: BTreeMap<&str, Vec<&Assignment>> = BTreeMap::new();
    for assignment in assignments {
        by_hall.entry(&assignment.hall).or_default().push(assignment);
    }
    by_hall
}
