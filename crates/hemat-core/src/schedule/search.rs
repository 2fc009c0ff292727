//! The search: an exact sweep over a part's events in order of their start.
//!
//! What is decided so far matters for the rest only by the day from which each hall is free again. So partial
//! schedules with the same such days are one state, and the best of them stands for all (dynamic programming). A
//! state is dropped when its gain and the bound by [`Prices`] on all that can follow do not exceed the best schedule
//! known. If more states are left than the width of the sweep, those with the least bound are cut off and the
//! highest bound among them is kept: it limits what can have been lost. Sweeps widen until nothing is cut off, which
//! proves the best schedule, or until the limit of states is reached, which leaves a gap.
//! All of it is whole numbers, so what is called proven is.

use std::num::NonZeroU32;

use super::part::Part;
use super::price::{self, FINE, Prices};

/// The widths of the sweeps, one after the other.
const WIDTHS: [usize; 6] = [16, 256, 2_048, 16_384, 131_072, 1_000_000];

/// The best schedule found of one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Solved {
    /// For each task of the part, its hall (by the part's numbers), if it is placed.
    pub halls: Vec<Option<usize>>,
    /// What it gains, in the part's units.
    pub gain: i128,
    /// What no schedule exceeds; equal to `gain` if it is proven the best.
    pub bound: i128,
    /// States looked at.
    pub states: u64,
}

/// Finds the best schedule of a part, looking at about `limit` states at most.
pub(super) fn solve(part: &Part, limit: u64) -> Solved {
    let nothing = vec![None; part.tasks.len()];
    let mut solved = Solved { halls: nothing, gain: 0, bound: 0, states: 0 };
    let mut charges = Vec::new();
    let mut prices = price::search(part, 0, &mut charges);
    let next = next_starts(part);
    solved.bound = prices.bound();
    for (at, width) in WIDTHS.into_iter().enumerate() {
        if solved.bound <= solved.gain || (at > 1 && solved.states >= limit) {
            break;
        }
        let mut sweep =
            Sweep { part, prices: &prices, next: &next, floor: solved.gain, width, states: 0, cut: None };
        let budget = if at == 0 { u64::MAX } else { limit.saturating_sub(solved.states) };
        let found = sweep.run(budget);
        solved.states += sweep.states;
        let Some(Swept { found, cut }) = found else { break };
        if let Some((gain, halls)) = found {
            (solved.gain, solved.halls) = (gain, halls);
        }
        // What was cut off could exceed the schedule found, nothing else could.
        solved.bound = solved.bound.min(cut.unwrap_or(solved.gain).max(solved.gain));
        if solved.bound > solved.gain {
            let again = price::search(part, solved.gain, &mut charges);
            if again.bound_fine() < prices.bound_fine() {
                prices = again;
                solved.bound = solved.bound.min(prices.bound()).max(solved.gain);
            }
        }
    }
    solved
}

/// For each hall and day, the first day from then on when some task could begin there: a hall that is free before
/// is as good as one that is free then.
fn next_starts(part: &Part) -> Vec<Vec<u32>> {
    let mut next: Vec<Vec<u32>> =
        part.halls.iter().map(|_| vec![part.days; part.days as usize + 1]).collect();
    for task in &part.tasks {
        for (hall, _) in &task.gains {
            if let Some(day) = next.get_mut(*hall).and_then(|days| days.get_mut(task.start as usize)) {
                *day = task.start;
            }
        }
    }
    for days in &mut next {
        let mut first = part.days;
        for day in days.iter_mut().rev() {
            first = first.min(*day);
            *day = first;
        }
    }
    next
}

/// A gain with the hall of each task.
type Found = (i128, Vec<Option<usize>>);

struct Sweep<'a> {
    part: &'a Part,
    prices: &'a Prices,
    next: &'a [Vec<u32>],
    /// Only schedules above this gain are of interest.
    floor: i128,
    width: usize,
    states: u64,
    /// The highest bound of a state that was cut off.
    cut: Option<i128>,
}

/// States after a task: for each, the day from which each hall is free, its gain, and its last placement.
#[derive(Default)]
struct Layer {
    free: Vec<u32>,
    gains: Vec<i128>,
    trails: Vec<Trail>,
}

/// A state of the next layer: its gain and bound, the state it came from, and the hall used, if any.
struct Step {
    gain: i128,
    bound: i128,
    parent: usize,
    hall: Option<usize>,
}

/// A placement and the one before it. There can be millions, so they are small.
struct Placed {
    task: u32,
    hall: u32,
    before: Trail,
}

/// The number of a placement in the list of all, counted from 1; `None` before the first.
type Trail = Option<NonZeroU32>;

/// What a sweep found above its floor, and the highest bound that it cut off.
struct Swept {
    found: Option<Found>,
    cut: Option<i128>,
}

impl Sweep<'_> {
    /// Runs over all tasks. `None` if that takes more than `budget` states.
    fn run(&mut self, budget: u64) -> Option<Swept> {
        let halls = self.part.halls.len();
        let mut layer = Layer { free: vec![0; halls], gains: vec![0], trails: vec![None] };
        let mut placed: Vec<Placed> = Vec::new();
        for at in 0..self.part.tasks.len() {
            let (steps, keys) = self.steps(&layer, at);
            self.states += steps.len() as u64;
            if self.states > budget {
                return None;
            }
            let mut after = Layer::default();
            for index in self.keep(&steps, &keys, halls) {
                let step = steps.get(index)?;
                let before = layer.trails.get(step.parent).copied().flatten();
                let trail = match step.hall {
                    Some(hall) => {
                        placed.push(Placed { task: number(at)?, hall: number(hall)?, before });
                        Some(NonZeroU32::new(number(placed.len())?)?)
                    }
                    None => before,
                };
                after.free.extend(keys.iter().skip(index * halls).take(halls));
                after.gains.push(step.gain);
                after.trails.push(trail);
            }
            layer = after;
        }
        // Behind the last task all states are one.
        let best = layer.gains.first().zip(layer.trails.first()).filter(|(gain, _)| **gain > self.floor);
        let found = best.map(|(gain, trail)| (*gain, self.walk(&placed, *trail)));
        Some(Swept { found, cut: self.cut.map(|cut| cut.div_euclid(FINE)) })
    }

    /// All ways to go on from a layer with one more task, but those that cannot exceed the floor: placed in its
    /// halls in their order, then not placed. With each comes the day from which each hall is free.
    fn steps(&self, layer: &Layer, at: usize) -> (Vec<Step>, Vec<u32>) {
        let (mut steps, mut keys) = (Vec::new(), Vec::new());
        let Some(task) = self.part.tasks.get(at) else { return (steps, keys) };
        let now = self.part.tasks.get(at + 1).map_or(self.part.days, |t| t.start);
        let tasks_left = self.prices.tasks_from(at + 1);
        let least = (self.floor + 1) * FINE;
        let halls = self.part.halls.len();
        let mut rest = Vec::with_capacity(halls);
        for (parent, (free, gain)) in layer.free.chunks(halls).zip(&layer.gains).enumerate() {
            rest.clear();
            rest.extend(free.iter().enumerate().map(|(hall, day)| self.next_start(hall, (*day).max(now))));
            let days_left: i128 =
                rest.iter().enumerate().map(|(hall, day)| self.prices.from(hall, *day)).sum();
            let stay = gain * FINE + tasks_left + days_left;
            for (hall, more) in &task.gains {
                if free.get(*hall).is_none_or(|day| *day > task.start) {
                    continue;
                }
                let before = rest.get(*hall).copied().unwrap_or(0);
                let after = self.next_start(*hall, task.end.max(now));
                let bound =
                    stay + more * FINE + self.prices.from(*hall, after) - self.prices.from(*hall, before);
                if bound >= least {
                    keys.extend(
                        rest.iter().enumerate().map(|(at, day)| if at == *hall { after } else { *day }),
                    );
                    steps.push(Step { gain: gain + more, bound, parent, hall: Some(*hall) });
                }
            }
            if stay >= least {
                keys.extend(&rest);
                steps.push(Step { gain: *gain, bound: stay, parent, hall: None });
            }
        }
        (steps, keys)
    }

    /// The first day from a day on when some task could begin in a hall.
    fn next_start(&self, hall: usize, day: u32) -> u32 {
        self.next.get(hall).and_then(|days| days.get(day as usize)).copied().unwrap_or(self.part.days)
    }

    /// The steps to keep, in their order: of those that leave the halls alike the one that gains most, and of those
    /// the first; no more than the width, by their bound.
    fn keep(&mut self, steps: &[Step], keys: &[u32], halls: usize) -> Vec<usize> {
        let key = |index: usize| keys.get(index * halls..(index + 1) * halls).unwrap_or_default();
        let gain = |index: usize| steps.get(index).map_or(0, |s| s.gain);
        let bound = |index: usize| steps.get(index).map_or(0, |s| s.bound);
        let mut order: Vec<usize> = (0..steps.len()).collect();
        order.sort_unstable_by(|a, b| key(*a).cmp(key(*b)).then(gain(*b).cmp(&gain(*a))).then(a.cmp(b)));
        order.dedup_by(|later, kept| key(*later) == key(*kept));
        if order.len() > self.width {
            order.sort_unstable_by(|a, b| (bound(*b), gain(*b)).cmp(&(bound(*a), gain(*a))).then(a.cmp(b)));
            self.cut = self.cut.max(order.get(self.width).map(|index| bound(*index)));
            order.truncate(self.width);
        }
        order.sort_unstable();
        order
    }

    /// The hall of each task, from the last placement back.
    fn walk(&self, placed: &[Placed], trail: Trail) -> Vec<Option<usize>> {
        let mut halls = vec![None; self.part.tasks.len()];
        let mut at = trail;
        while let Some(step) = at.and_then(|at| placed.get(at.get() as usize - 1)) {
            if let Some(hall) = halls.get_mut(step.task as usize) {
                *hall = Some(step.hall as usize);
            }
            at = step.before;
        }
        halls
    }
}

/// A number in four bytes; `None` beyond, where no search comes before its limit.
fn number(at: usize) -> Option<u32> {
    u32::try_from(at).ok()
}
