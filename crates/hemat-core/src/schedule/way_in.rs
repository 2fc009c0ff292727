//! The nearest ways in for an event that is left out: another day, another layout, several groups.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use super::outcome::{Assignment, Obstacle, WayIn};
use super::pairing::{Pairing, Standing, fits, most_seats};
use super::problem::{Hall, Offer, ScheduleEvent};
use crate::comparison::Fits;
use crate::date::Date;
use crate::money::Rupiah;
use crate::session::Seating;

/// No event is split into more groups than this: beyond, it is another event.
const MOST_GROUPS: u32 = 4;

type ByHall<'a> = BTreeMap<&'a str, Vec<&'a Assignment>>;

/// At most one way of each kind: shift, layout, split. None for an event without a date.
pub(super) fn nearest(
    pairing: &Pairing<'_>,
    by_hall: &ByHall<'_>,
    at: usize,
    event: &ScheduleEvent,
    window: u32,
) -> Vec<WayIn> {
    let Some(start) = event.start else { return Vec::new() };
    let weekend = |start: Date| days_from(start, event.days).any(Date::is_weekend);
    // An event of office days is not sent into a weekend.
    let may = |day: Date| weekend(start) || !weekend(day);
    let free = |hall: &Hall, day: Date| {
        (day == start || may(day)) && is_free(pairing, by_hall, hall, day, event.days)
    };
    let ways = [
        shift(pairing, at, start, window, &free),
        layout(pairing, at, event, start, &free),
        split(pairing, at, event, start, window, &free),
    ];
    ways.into_iter().flatten().collect()
}

/// So many days from a day on.
fn days_from(first: Date, days: NonZeroU32) -> impl Iterator<Item = Date> {
    (0..days.get()).map_while(move |offset| first.plus_days(offset))
}

/// True if the hall has neither booking nor event on so many days from a day on.
fn is_free(pairing: &Pairing<'_>, by_hall: &ByHall<'_>, hall: &Hall, first: Date, days: NonZeroU32) -> bool {
    let Some(last) = first.plus_days(days.get() - 1) else { return false };
    let mut others = by_hall.get(hall.id.as_str()).into_iter().flatten();
    pairing.taken(hall, first, last).is_none() && !others.any(|a| a.first <= last && first <= a.last)
}

/// The fewest days to move; then the greater saving, then the earlier day, then the first hall.
fn shift(
    pairing: &Pairing<'_>,
    at: usize,
    start: Date,
    window: u32,
    free: &impl Fn(&Hall, Date) -> bool,
) -> Option<WayIn> {
    let saves: Vec<_> = pairing
        .standings(at)
        .filter_map(|(hall, standing)| match standing {
            Standing::Saves { saving, .. } => Some((hall, saving)),
            Standing::Blocked(_) => None,
        })
        .collect();
    for distance in 1..=window {
        let days = [start.minus_days(distance), start.plus_days(distance)];
        let mut best: Option<WayIn> = None;
        for day in days.into_iter().flatten() {
            for (hall, saving) in saves.iter().filter(|(hall, _)| free(hall, day)) {
                let more = match &best {
                    Some(WayIn::Shift { saving: found, .. }) => saving.likely() > found.likely(),
                    _ => true,
                };
                if more {
                    let (hall, by) = (hall.id.clone(), day.days_since(start));
                    best = Some(WayIn::Shift { hall, start: day, by, saving: *saving });
                }
            }
        }
        if best.is_some() {
            return best;
        }
    }
    None
}

/// The halls that are too small in the planned layout, though the event would save there.
fn too_small<'p>(
    pairing: &'p Pairing<'p>,
    at: usize,
    event: &'p ScheduleEvent,
) -> impl Iterator<Item = &'p Hall> {
    pairing.standings(at).filter_map(|(hall, standing)| {
        let Standing::Blocked(Obstacle::TooSmall(_)) = standing else { return None };
        let Some(Offer::Possible { saving, .. }) = event.offers.get(&hall.id) else { return None };
        (saving.likely() > Rupiah::ZERO).then_some(hall)
    })
}

/// The first hall that seats them otherwise on the planned days, in the layout that comes first.
fn layout(
    pairing: &Pairing<'_>,
    at: usize,
    event: &ScheduleEvent,
    start: Date,
    free: &impl Fn(&Hall, Date) -> bool,
) -> Option<WayIn> {
    too_small(pairing, at, event).filter(|hall| free(hall, start)).find_map(|hall| {
        let mut others = Seating::ALL.iter().copied().filter(|other| Some(*other) != event.layout);
        let layout = others.find(|other| fits(event, Some(*other), hall) == Fits::Yes)?;
        let seats = most_seats(Some(layout), hall)?;
        Some(WayIn::Layout { hall: hall.id.clone(), layout, seats })
    })
}

/// The fewest groups, one after the other in one hall, within the window around the planned day.
fn split(
    pairing: &Pairing<'_>,
    at: usize,
    event: &ScheduleEvent,
    start: Date,
    window: u32,
    free: &impl Fn(&Hall, Date) -> bool,
) -> Option<WayIn> {
    let people = event.participants?.high().get();
    let mut best: Option<WayIn> = None;
    for hall in too_small(pairing, at, event) {
        let Some(seats) = event.layout.and_then(|layout| hall.capacity.as_ref()?.seats.get(&layout)) else {
            continue;
        };
        let groups = people.div_ceil(seats.get());
        let fewer = match &best {
            Some(WayIn::Split { groups: found, .. }) => groups < *found,
            _ => true,
        };
        if groups > MOST_GROUPS || !fewer {
            continue;
        }
        let starts = free_starts(start, event.days, window, groups, |day| free(hall, day));
        if starts.len() as u64 == u64::from(groups) {
            best = Some(WayIn::Split { hall: hall.id.clone(), groups, seats: *seats, starts });
        }
    }
    best
}

/// Up to so many free first days that do not overlap, from the planned day on; if those do not suffice, from the
/// earliest day of the window on.
fn free_starts(
    start: Date,
    days: NonZeroU32,
    window: u32,
    groups: u32,
    free: impl Fn(Date) -> bool,
) -> Vec<Date> {
    let Some(end) = start.plus_days(window) else { return Vec::new() };
    let from = |first: Date| {
        let mut starts = Vec::new();
        let mut day = Some(first);
        while let Some(date) = day.filter(|date| *date <= end && (starts.len() as u64) < u64::from(groups)) {
            let is_free = free(date);
            if is_free {
                starts.push(date);
            }
            day = date.plus_days(if is_free { days.get() } else { 1 });
        }
        starts
    };
    let after = from(start);
    match start.minus_days(window) {
        Some(earliest) if (after.len() as u64) < u64::from(groups) => from(earliest),
        _ => after,
    }
}
