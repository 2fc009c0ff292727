//! Why events stay where they are.

use std::collections::{BTreeMap, BTreeSet};

use super::outcome::{Assignment, LeftOut, Obstacle, Unplaced};
use super::pairing::{Pairing, Standing};
use super::problem::ScheduleEvent;
use super::way_in;

/// All events that are not placed, with the reason each hall gives.
pub(super) fn unplaced(pairing: &Pairing<'_>, assignments: &[Assignment], window: u32) -> Vec<Unplaced> {
    let placed: BTreeSet<&str> = assignments.iter().map(|a| a.event.as_str()).collect();
    let by_hall = super::by_hall(assignments);
    let left = pairing.events().filter(|(_, event)| !placed.contains(event.id.as_str()));
    left.map(|(at, event)| {
        let obstacles = obstacles(pairing, &by_hall, at, event);
        let nearest_reason = obstacles.iter().map(|(_, obstacle)| obstacle.reason()).max();
        let reason = match (event.start, nearest_reason) {
            // A hall could hold it, if only its days were known.
            (None, _) if obstacles.len() < pairing.halls().len() => LeftOut::NoDate,
            (_, reason) => reason.unwrap_or(LeftOut::NotPossible),
        };
        let nearest = way_in::nearest(pairing, &by_hall, at, event, window);
        let alone = super::best_alone(pairing, at);
        Unplaced { event: event.id.clone(), reason, alone, obstacles, nearest }
    })
    .collect()
}

fn obstacles(
    pairing: &Pairing<'_>,
    by_hall: &BTreeMap<&str, Vec<&Assignment>>,
    at: usize,
    event: &ScheduleEvent,
) -> Vec<(String, Obstacle)> {
    let mut obstacles = Vec::new();
    for (hall, standing) in pairing.standings(at) {
        let obstacle = match (standing, event.span()) {
            (Standing::Blocked(obstacle), _) => obstacle,
            (Standing::Saves { .. }, None) => continue,
            (Standing::Saves { .. }, Some((first, last))) => match pairing.taken(hall, first, last) {
                Some(booking) => Obstacle::Taken(booking.clone()),
                None => {
                    let others = by_hall.get(hall.id.as_str()).into_iter().flatten();
                    let others = others.filter(|a| a.first <= last && first <= a.last);
                    Obstacle::InUse(others.map(|a| a.event.clone()).collect())
                }
            },
        };
        obstacles.push((hall.id.clone(), obstacle));
    }
    obstacles
}
