//! How the halls' days are used: booked, scheduled, left over.

use std::collections::BTreeSet;

use super::outcome::{Assignment, HallUse};
use super::pairing::Pairing;
use super::problem::Problem;
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
        let (mut booked, mut used) = (BTreeSet::new(), BTreeSet::new());
        if let Some((first, last)) = period {
            for day in days(first, last) {
                if pairing.taken(hall, day, day).is_some() {
                    booked.insert(day);
                }
            }
            used = placed.iter().flat_map(|a| days(a.first.max(first), a.last.min(last))).collect();
        }
        uses.push(HallUse {
            hall: hall.id.clone(),
            days: period.map_or(0, |(first, last)| days(first, last).count() as u64),
            booked: booked.len() as u64,
            used: used.len() as u64,
            events: placed.len() as u64,
            saving,
        });
    }
    Ok(uses)
}

/// The days from the first to the last, both inclusive.
pub(super) fn days(first: Date, last: Date) -> impl Iterator<Item = Date> {
    std::iter::successors((first <= last).then_some(first), move |day| {
        day.plus_days(1).filter(|next| *next <= last)
    })
}
