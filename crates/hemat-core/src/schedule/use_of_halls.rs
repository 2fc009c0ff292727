//! How the halls' days are used: booked, scheduled, left over.

use std::collections::BTreeSet;

use super::outcome::{Assignment, HallUse};
use super::pairing::Pairing;
use super::problem::Problem;
use crate::calendar::Calendar;
use crate::date::Date;
use crate::estimate::Estimate;
use crate::money::MoneyError;

/// The period given, else the calendar years that the dated events touch.
pub(super) fn period(problem: &Problem) -> Option<(Date, Date)> {
    if problem.period.is_some() {
        return problem.period;
    }
    let spans = || problem.events.iter().filter_map(super::ScheduleEvent::span);
    let first = spans().map(|(first, _)| first).min()?;
    let last = spans().map(|(_, last)| last).max()?;
    Some((Date::from_ymd(first.year().into(), 1, 1)?, Date::from_ymd(last.year().into(), 12, 31)?))
}

/// The use of every hall, by id.
pub(super) fn uses(
    pairing: &Pairing<'_>,
    assignments: &[Assignment],
    period: Option<(Date, Date)>,
) -> Result<Vec<HallUse>, MoneyError> {
    let by_hall = super::by_hall(assignments);
    let mut uses = Vec::new();
    for hall in pairing.halls() {
        let placed = by_hall.get(hall.id.as_str()).map(Vec::as_slice).unwrap_or_default();
        let saving = placed.iter().try_fold(Estimate::ZERO, |sum, a| sum.try_add(a.saving))?;
        let mut used = BTreeSet::new();
        if let Some((first, last)) = period {
            used = placed.iter().flat_map(|a| days(a.first.max(first), a.last.min(last))).collect();
        }
        uses.push(HallUse {
            hall: hall.id.clone(),
            days: period.map_or(0, |(first, last)| days(first, last).count() as u64),
            booked: period.map_or(0, |(first, last)| booked(pairing.calendar(), &hall.id, first, last)),
            used: used.len() as u64,
            events: placed.len() as u64,
            saving,
        });
    }
    Ok(uses)
}

/// How many of these days a hall is booked or closed.
pub(super) fn booked(calendar: &Calendar, hall: &str, first: Date, last: Date) -> u64 {
    days(first, last).filter(|day| calendar.taken(hall, *day, *day).is_some()).count() as u64
}

/// The days from the first to the last, both inclusive.
pub(super) fn days(first: Date, last: Date) -> impl Iterator<Item = Date> {
    std::iter::successors((first <= last).then_some(first), move |day| {
        day.plus_days(1).filter(|next| *next <= last)
    })
}
