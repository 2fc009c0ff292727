//! Independent parts of a schedule: events that compete, directly or through others, for days of the same halls.

use std::collections::BTreeMap;

/// An event with the halls where it would save something, and how much there. Money is in whole units, days count
/// from the part's first day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Task {
    /// Which event of the problem.
    pub event: usize,
    /// First day.
    pub start: u32,
    /// The day after the last.
    pub end: u32,
    /// Hall and saving, above zero, by hall.
    pub gains: Vec<(usize, i128)>,
}

/// Tasks of which no other task shares a hall and a day, in order of their start. Halls count from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// The tasks.
    pub tasks: Vec<Task>,
    /// The halls of the problem that these tasks can use; gains name them by their position here.
    pub halls: Vec<usize>,
    /// The day after the last task.
    pub days: u32,
    /// What one unit of the gains stands for: the greatest common divisor of the savings.
    pub unit: i128,
}

/// Splits tasks, given in order of their start, into independent parts. Gains name halls of the problem.
pub(super) fn split(tasks: Vec<Task>) -> Vec<Part> {
    let mut groups = Groups::new(tasks.len());
    // For each hall: the day until which the tasks seen so far could use it, and one of them.
    let mut until: BTreeMap<usize, (u32, usize)> = BTreeMap::new();
    for (at, task) in tasks.iter().enumerate() {
        for (hall, _) in &task.gains {
            let seen = until.entry(*hall).or_insert((task.end, at));
            if task.start < seen.0 {
                groups.join(seen.1, at);
            }
            *seen = (seen.0.max(task.end), at);
        }
    }
    let mut by_group: BTreeMap<usize, Vec<Task>> = BTreeMap::new();
    for (at, task) in tasks.into_iter().enumerate() {
        by_group.entry(groups.of(at)).or_default().push(task);
    }
    by_group.into_values().map(part).collect()
}

fn part(mut tasks: Vec<Task>) -> Part {
    let first = tasks.iter().map(|t| t.start).min().unwrap_or(0);
    let mut halls: Vec<usize> = tasks.iter().flat_map(|t| t.gains.iter().map(|g| g.0)).collect();
    halls.sort_unstable();
    halls.dedup();
    let gains = tasks.iter().flat_map(|t| &t.gains);
    let unit = gains.fold(0, |unit, (_, gain)| greatest_common_divisor(unit, *gain)).max(1);
    for task in &mut tasks {
        task.start -= first;
        task.end -= first;
        for (hall, gain) in &mut task.gains {
            *hall = halls.partition_point(|h| h < hall);
            *gain /= unit;
        }
    }
    let days = tasks.iter().map(|t| t.end).max().unwrap_or(0);
    Part { tasks, halls, days, unit }
}

fn greatest_common_divisor(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// Sets of tasks that belong together (union by the lower number).
struct Groups {
    parent: Vec<usize>,
}

impl Groups {
    fn new(tasks: usize) -> Self {
        Groups { parent: (0..tasks).collect() }
    }

    fn of(&mut self, task: usize) -> usize {
        let mut at = task;
        while let Some(above) = self.parent.get(at).copied().filter(|above| *above != at) {
            let higher = self.parent.get(above).copied().unwrap_or(above);
            if let Some(parent) = self.parent.get_mut(at) {
                *parent = higher;
            }
            at = above;
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of(a), self.of(b));
        if let Some(parent) = self.parent.get_mut(a.max(b)) {
            *parent = a.min(b);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(event: usize, start: u32, end: u32, gains: &[(usize, i128)]) -> Task {
        Task { event, start, end, gains: gains.to_vec() }
    }

    #[test]
    fn events_that_never_meet_are_apart() {
        let tasks = vec![
            task(0, 0, 3, &[(0, 6)]),
            task(1, 1, 2, &[(1, 9)]),
            task(2, 2, 4, &[(0, 12), (4, 30)]),
            task(3, 3, 5, &[(4, 18)]),
            task(4, 5, 6, &[(0, 1), (4, 1)]),
        ];
        let parts = split(tasks);
        let events: Vec<Vec<usize>> =
            parts.iter().map(|p| p.tasks.iter().map(|t| t.event).collect()).collect();
        assert_eq!(events, [vec![0, 2, 3], vec![1], vec![4]]);
        assert_eq!((parts[0].halls.as_slice(), parts[0].unit, parts[0].days), ([0, 4].as_slice(), 6, 5));
        assert_eq!(parts[0].tasks[1].gains, [(0, 2), (1, 5)]);
        assert_eq!((parts[1].tasks[0].start, parts[1].tasks[0].end, parts[1].unit), (0, 1, 9));
        assert_eq!((parts[1].days, parts[2].days), (1, 1));
    }
}
