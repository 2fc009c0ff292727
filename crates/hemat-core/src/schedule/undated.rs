//! Events without a date: what they could save at most in the hall-days that are left over.

use super::outcome::{HallUse, UndatedBound};
use super::pairing::{Pairing, Standing, from_units, to_units};
use crate::date::Date;
use crate::money::MoneyError;

/// An event without a date: its days, and what it saves in each hall.
struct Floating {
    days: i128,
    gains: Vec<(usize, i128)>,
}

/// The bound. Without a period the days left are not known, and only the sum of the best savings bounds.
pub(super) fn bound(
    pairing: &Pairing<'_>,
    halls: &[HallUse],
    period: Option<(Date, Date)>,
) -> Result<Option<UndatedBound>, MoneyError> {
    let undated = || pairing.events().filter(|(_, event)| event.start.is_none());
    let events = undated().count() as u64;
    if events == 0 {
        return Ok(None);
    }
    let left: Vec<i128> = halls.iter().map(|h| i128::from(h.free())).collect();
    let limited = period.is_some();
    let mut floating = Vec::new();
    for (at, event) in undated() {
        let days = i128::from(event.days.get());
        let gains = pairing.standings(at).enumerate().filter_map(|(hall, (_, standing))| match standing {
            Standing::Saves { saving, .. } => Some((hall, to_units(saving.likely()))),
            Standing::Blocked(_) => None,
        });
        floating.push(Floating { days, gains: gains.collect() });
    }
    let best = |event: &Floating| event.gains.iter().map(|g| g.1).max().unwrap_or(0);
    let gross: i128 = floating.iter().map(best).sum();
    let could_move = floating.iter().filter(|event| !event.gains.is_empty()).count() as u64;
    let at_most = if limited { by_days_left(&floating, &left).min(gross) } else { gross };
    Ok(Some(UndatedBound { events, could_move, gross: from_units(gross)?, at_most: from_units(at_most)? }))
}

/// With a price for a day of each hall, every event gains at most its saving less the price of its days, and the days
/// left are worth at most their price: whatever the prices, the sum is a bound. Each hall's price is lowered or
/// raised in turn to where the bound is least, until it no longer falls.
fn by_days_left(events: &[Floating], left: &[i128]) -> i128 {
    let mut prices = vec![0_i128; left.len()];
    let mut least = value(events, left, &prices);
    // One price for all halls first: raising a single one only sends the events to the next.
    for price in alike(events) {
        let tried = vec![price; left.len()];
        let bound = value(events, left, &tried);
        if bound < least {
            (least, prices) = (bound, tried);
        }
    }
    for _ in 0..ROUNDS {
        let before = least;
        for hall in 0..left.len() {
            let choices = choices(events, &prices, hall);
            let others = left.iter().zip(&prices).enumerate().filter(|(at, _)| *at != hall);
            let of_others: i128 = others.map(|(_, (days, price))| days * price).sum();
            let days_left = left.get(hall).copied().unwrap_or(0);
            for price in candidates(&choices) {
                let beyond = choices.iter().map(|choice| choice.beyond(price));
                let bound = of_others + days_left * price + beyond.sum::<i128>();
                if bound < least {
                    least = bound;
                    if let Some(slot) = prices.get_mut(hall) {
                        *slot = price;
                    }
                }
            }
        }
        if least == before {
            break;
        }
    }
    least
}

/// Rounds over the halls; each is exact for its hall, and a few settle the rest.
const ROUNDS: usize = 8;

fn value(events: &[Floating], left: &[i128], prices: &[i128]) -> i128 {
    let price = |hall: usize| prices.get(hall).copied().unwrap_or(0);
    let days: i128 = left.iter().zip(prices).map(|(days, price)| days * price).sum();
    let beyond = events.iter().map(|event| {
        event.gains.iter().map(|(hall, gain)| gain - event.days * price(*hall)).max().unwrap_or(0).max(0)
    });
    days + beyond.sum::<i128>()
}

/// What an event gains at the prices of the other halls, and what in the one hall whose price is looked for.
struct Choice {
    days: i128,
    /// In the hall, before its price; `None` where it will not be held there.
    here: Option<i128>,
    /// In the best of the others, or nowhere.
    elsewhere: i128,
}

impl Choice {
    /// Its gain at a price of the hall.
    fn beyond(&self, price: i128) -> i128 {
        self.here.map_or(self.elsewhere, |here| self.elsewhere.max(here - self.days * price))
    }
}

fn choices(events: &[Floating], prices: &[i128], hall: usize) -> Vec<Choice> {
    let price = |hall: usize| prices.get(hall).copied().unwrap_or(0);
    let choice = |event: &Floating| {
        let others = event.gains.iter().filter(|g| g.0 != hall);
        let elsewhere =
            others.map(|(other, gain)| gain - event.days * price(*other)).max().unwrap_or(0).max(0);
        let here = event.gains.iter().find(|g| g.0 == hall).map(|g| g.1);
        Choice { days: event.days, here, elsewhere }
    };
    events.iter().map(choice).collect()
}

/// The prices at which some event stops wanting the hall most: between them the bound is a straight line. At most a
/// hundred, spread evenly.
fn candidates(choices: &[Choice]) -> Vec<i128> {
    let turning =
        |choice: &Choice| Some((choice.here? - choice.elsewhere).max(0).div_euclid(choice.days.max(1)));
    let mut points: Vec<i128> = choices.iter().filter_map(turning).collect();
    points.push(0);
    spread(points)
}

/// The prices at which some event wants no hall any more, if all halls have the same.
fn alike(events: &[Floating]) -> Vec<i128> {
    let best = |event: &Floating| event.gains.iter().map(|g| g.1).max().unwrap_or(0).max(0);
    spread(events.iter().map(|event| best(event).div_euclid(event.days.max(1))).collect())
}

/// At most about a hundred of the points, sorted, each once.
fn spread(mut points: Vec<i128>) -> Vec<i128> {
    points.sort_unstable();
    points.dedup();
    let step = points.len().div_ceil(100).max(1);
    points.into_iter().step_by(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_days_left_bound_many_events() {
        // Ten events of one day at 10 each, three days left: at most 30. Two halls with three days: 60.
        let events: Vec<Floating> =
            (0..10).map(|_| Floating { days: 1, gains: vec![(0, 10), (1, 10)] }).collect();
        assert_eq!(by_days_left(&events, &[3, 0]), 30);
        assert_eq!(by_days_left(&events, &[3, 3]), 60);
        assert_eq!(by_days_left(&events, &[30, 30]), 100);
        assert_eq!(by_days_left(&events, &[0, 0]), 0);
    }
}
