//! Prices of hall-days: an exact upper bound on what any schedule of a part can save.
//!
//! Give every day of every hall a price of zero or more. An event then gains at most its saving less the price of
//! its days, and all events together gain at most the sum of what is left plus the price of all days (weak duality
//! of the assignment's linear programme). Whatever the prices, that is a bound; good prices make it tight. They are
//! searched with whole numbers only, by charging an event more when several halls want it and less when none does
//! (subgradient steps on the rule that an event is held once), so the bound holds exactly.

use super::part::Part;

/// Prices are counted in this fraction of a part's unit.
pub(super) const FINE: i128 = 1 << 10;

/// How many rounds of charging are tried at most, and after how many without progress the steps are halved.
const ROUNDS: usize = 1_500;
const PATIENCE: u32 = 12;

/// Steps are halved this many times at most: smaller ones change nothing.
const SMALLEST: i128 = 1 << 12;

/// The most bids that are looked at in one search, so that it ends in about a second on any input.
const MOST_BIDS: usize = 300_000_000;

/// Prices of the hall-days of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Prices {
    /// For each hall and day: the price of that day and all days after it. Never rises from day to day.
    left: Vec<Vec<i128>>,
    /// For each task: what it and all tasks after it can gain at most beyond the price of their days.
    tasks_left: Vec<i128>,
}

impl Prices {
    /// Completes prices by the most that each task can gain beyond them.
    fn new(part: &Part, left: Vec<Vec<i128>>) -> Self {
        let mut prices = Prices { left, tasks_left: Vec::new() };
        let mut sum = 0;
        let mut sums = vec![0];
        for task in part.tasks.iter().rev() {
            let beyond = task.gains.iter().map(|(hall, gain)| {
                gain * FINE - (prices.from(*hall, task.start) - prices.from(*hall, task.end))
            });
            sum += beyond.max().unwrap_or(0).max(0);
            sums.push(sum);
        }
        sums.reverse();
        prices.tasks_left = sums;
        prices
    }

    /// The price of a day of a hall and of all days after it.
    pub(super) fn from(&self, hall: usize, day: u32) -> i128 {
        self.left.get(hall).and_then(|left| left.get(day as usize)).copied().unwrap_or(0)
    }

    /// The most that the tasks from the `at`-th on can gain beyond the price of their days.
    pub(super) fn tasks_from(&self, at: usize) -> i128 {
        self.tasks_left.get(at).copied().unwrap_or(0)
    }

    /// An upper bound on the gain of the whole part, in its units.
    pub(super) fn bound(&self) -> i128 {
        self.bound_fine().div_euclid(FINE)
    }

    /// The same before it is cut to whole units, in fractions of [`FINE`].
    pub(super) fn bound_fine(&self) -> i128 {
        let days: i128 = self.left.iter().filter_map(|left| left.first()).sum();
        days + self.tasks_from(0)
    }
}

/// One task as a hall sees it.
struct Bid {
    task: usize,
    start: u32,
    end: u32,
    gain: i128,
}

/// Searches for good prices, from these charges on (none at first), and leaves the best charges there. `reached` is a
/// gain that some schedule reaches; the search ends early at prices that prove it the best.
pub(super) fn search(part: &Part, reached: i128, best_charges: &mut Vec<i128>) -> Prices {
    let bids = bids(part);
    best_charges.resize(part.tasks.len(), 0);
    let mut charges = best_charges.clone();
    let mut reached = reached;
    let mut best: Option<(i128, Vec<Vec<i128>>)> = None;
    let (mut numerator, mut denominator, mut waiting) = (2_i128, 1_i128, 0);
    let a_round = bids.iter().map(|b| b.len() + part.days as usize).sum::<usize>().max(1);
    for _ in 0..(MOST_BIDS / a_round).clamp(10, ROUNDS) {
        let mut wanted = vec![0_i128; part.tasks.len()];
        let mut gains = vec![0_i128; part.tasks.len()];
        let mut left = Vec::with_capacity(bids.len());
        let mut total: i128 = charges.iter().sum();
        for bids in &bids {
            let (hall_left, chosen) = plan(bids, &charges, part.days);
            total += hall_left.first().copied().unwrap_or(0);
            left.push(hall_left);
            for bid in chosen {
                if let (Some(count), Some(gain)) = (wanted.get_mut(bid.task), gains.get_mut(bid.task)) {
                    *count += 1;
                    *gain = bid.gain.max(*gain);
                }
            }
        }
        // Every hall's own plan is feasible, and so is each task in the one hall of them where it gains most.
        reached = reached.max(gains.iter().sum::<i128>() / FINE);
        if best.as_ref().is_none_or(|(least, _)| total < *least) {
            best = Some((total, left));
            best_charges.clone_from(&charges);
            waiting = 0;
        } else {
            waiting += 1;
        }
        let least = best.as_ref().map_or(total, |(least, _)| *least);
        if least.div_euclid(FINE) <= reached {
            break;
        }
        if waiting > PATIENCE {
            (waiting, denominator) = (0, denominator * 2);
            if denominator > SMALLEST {
                break;
            }
        }
        let excess = |(charge, wanted): (&i128, &i128)| {
            let step = wanted - 1;
            if step < 0 && *charge == 0 { 0 } else { step }
        };
        let steps: Vec<i128> = charges.iter().zip(&wanted).map(excess).collect();
        let norm: i128 = steps.iter().map(|s| s * s).sum();
        if norm == 0 {
            break;
        }
        let size = ((total - reached * FINE) / norm * numerator / denominator).max(1);
        for (charge, step) in charges.iter_mut().zip(&steps) {
            *charge = (*charge + step * size).max(0);
        }
        numerator = 1;
    }
    Prices::new(part, best.map(|(_, left)| left).unwrap_or_default())
}

fn bids(part: &Part) -> Vec<Vec<Bid>> {
    let mut bids: Vec<Vec<Bid>> = part.halls.iter().map(|_| Vec::new()).collect();
    for (at, task) in part.tasks.iter().enumerate() {
        for (hall, gain) in &task.gains {
            if let Some(bids) = bids.get_mut(*hall) {
                bids.push(Bid { task: at, start: task.start, end: task.end, gain: gain * FINE });
            }
        }
    }
    bids
}

/// The best plan of one hall alone at these charges: what each day and all after it can bring, and the bids chosen.
/// Bids are in order of their start.
fn plan<'b>(bids: &'b [Bid], charges: &[i128], days: u32) -> (Vec<i128>, Vec<&'b Bid>) {
    let days = days as usize;
    let mut left = vec![0_i128; days + 1];
    let mut picks: Vec<Option<&Bid>> = vec![None; days + 1];
    let mut open = bids;
    for day in (0..days).rev() {
        let (mut best, mut pick) = (left.get(day + 1).copied().unwrap_or(0), None);
        while let Some((bid, before)) = open.split_last().filter(|(bid, _)| bid.start as usize == day) {
            let after = left.get(bid.end as usize).copied().unwrap_or(0);
            let gain = bid.gain - charges.get(bid.task).copied().unwrap_or(0) + after;
            if gain > best {
                (best, pick) = (gain, Some(bid));
            }
            open = before;
        }
        if let (Some(slot), Some(picked)) = (left.get_mut(day), picks.get_mut(day)) {
            (*slot, *picked) = (best, pick);
        }
    }
    let mut chosen = Vec::new();
    let mut day = 0;
    while day < days {
        match picks.get(day).copied().flatten() {
            Some(bid) => {
                chosen.push(bid);
                day = bid.end as usize;
            }
            None => day += 1,
        }
    }
    (left, chosen)
}
