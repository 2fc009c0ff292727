//! What events without a date save at most in the days that are left of each hall: a bound by prices.

use std::cmp::Reverse;

use super::undated::Floating;

/// With a price for a day of each hall, every event gains at most its saving less the price of its days, and the days
/// left are worth at most their price: whatever the prices, the sum is a bound. Each hall's price is lowered or
/// raised in turn to where the bound is least, until it no longer falls.
pub(super) fn by_days_left(events: &[Floating], left: &[i128]) -> i128 {
    let mut prices = vec![0_i128; left.len()];
    let mut least = value(events, left, &prices);
    // One price for all halls first: raising a single one only sends the events to the next.
    let wishes = Wishes::of_any_hall(events);
    let all_days: i128 = left.iter().sum();
    for price in wishes.turns() {
        let bound = all_days * price + wishes.gains_at(price);
        if bound < least {
            least = bound;
            prices.fill(price);
        }
    }
    for _ in 0..ROUNDS {
        let before = least;
        for hall in 0..left.len() {
            let wishes = Wishes::of_hall(events, hall, &prices);
            let others = left.iter().zip(&prices).enumerate().filter(|(at, _)| *at != hall);
            let of_others: i128 = others.map(|(_, (days, price))| days * price).sum();
            let days_left = left.get(hall).copied().unwrap_or(0);
            for price in wishes.turns() {
                let bound = of_others + days_left * price + wishes.gains_at(price);
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

/// What all events gain as a price goes up: each wants what it buys up to some price, then goes elsewhere.
struct Wishes {
    /// What all gain elsewhere.
    elsewhere: i128,
    /// The wish that ends at the highest price first.
    wishes: Vec<Wish>,
}

/// What an event wants, and all whose wishes end no sooner.
struct Wish {
    /// Twice the price at which it gains as much elsewhere; odd for any between two whole prices. One number in place of the
    /// last whole price at which it gains more here and the next one: sorting is most of the work.
    until: i128,
    /// What they all gain here more than elsewhere at price zero.
    gains: i128,
    /// The days that they all take.
    days: i128,
}

impl Wishes {
    /// For one hall, at the prices of the others.
    fn of_hall(events: &[Floating], hall: usize, prices: &[i128]) -> Self {
        let price = |hall: usize| prices.get(hall).copied().unwrap_or(0);
        Self::of(events.iter().map(|event| {
            let others = event.gains.iter().filter(|g| g.0 != hall);
            let elsewhere = others.map(|(other, gain)| gain - event.days * price(*other)).max().unwrap_or(0);
            let here = event.gains.iter().find(|g| g.0 == hall).map(|g| g.1);
            (elsewhere.max(0), here, event.days)
        }))
    }

    /// For all halls at one price.
    fn of_any_hall(events: &[Floating]) -> Self {
        Self::of(events.iter().map(|event| (0, event.gains.iter().map(|g| g.1).max(), event.days)))
    }

    /// From what each event gains elsewhere and here, if it can be here, and its days.
    fn of(events: impl Iterator<Item = (i128, Option<i128>, i128)>) -> Self {
        let (mut all_elsewhere, mut wishes) = (0, Vec::new());
        for (elsewhere, here, days) in events {
            all_elsewhere += elsewhere;
            let gains = here.map_or(0, |here| here - elsewhere);
            if gains > 0 {
                let whole = gains / days;
                let until = 2 * whole + i128::from(whole * days != gains);
                wishes.push(Wish { until, gains, days });
            }
        }
        wishes.sort_unstable_by_key(|wish| Reverse(wish.until));
        let (mut gains, mut days) = (0, 0);
        for wish in &mut wishes {
            (gains, days) = (gains + wish.gains, days + wish.days);
            (wish.gains, wish.days) = (gains, days);
        }
        Wishes { elsewhere: all_elsewhere, wishes }
    }

    /// Zero and the prices at which some event stops wanting it most: between them the bound is a straight line. At most
    /// about a hundred, spread evenly.
    fn turns(&self) -> Vec<i128> {
        let mut points = vec![0];
        points.extend(self.wishes.iter().rev().map(|wish| wish.until / 2));
        points.dedup();
        let step = points.len().div_ceil(100).max(1);
        points.into_iter().step_by(step).collect()
    }

    /// What all gain at a whole price of the hall.
    fn gains_at(&self, price: i128) -> i128 {
        let wanting = self.wishes.partition_point(|wish| wish.until > 2 * price);
        let here = wanting.checked_sub(1).and_then(|last| self.wishes.get(last));
        self.elsewhere + here.map_or(0, |wish| wish.gains - wish.days * price)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn floating() -> impl Strategy<Value = Vec<Floating>> {
        let gains = prop::collection::btree_map(0_usize..3, -50_i128..400, 0..4);
        let event = (1_i128..6, gains)
            .prop_map(|(days, gains)| Floating { days, gains: gains.into_iter().collect() });
        prop::collection::vec(event, 0..30)
    }

    proptest! {
        /// At every price, not only where the line bends.
        #[test]
        fn what_is_wished_for_at_a_price_is_what_each_event_gains(
            events in floating(), prices in prop::collection::vec(0_i128..120, 3), price in 0_i128..450,
        ) {
            for hall in 0..3 {
                let mut tried = prices.clone();
                tried[hall] = price;
                let wished = Wishes::of_hall(&events, hall, &prices).gains_at(price);
                prop_assert_eq!(wished, value(&events, &[0, 0, 0], &tried));
            }
            let left = [7, 0, 300];
            let alike = Wishes::of_any_hall(&events).gains_at(price);
            prop_assert_eq!(alike + 307 * price, value(&events, &left, &[price; 3]));
        }
    }

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

    /// The best of parts of events in the days left, by hand: an event may be held in part, so that the figure bounds.
    #[test]
    fn the_bound_is_the_best_of_parts_of_events() {
        type Event = (i128, &'static [(usize, i128)]);
        let cases: [(&[Event], &[i128], i128); 8] = [
            // A day of hall 0 for the event that gains most there over hall 1: 10 + 6 + 5.
            (&[(1, &[(0, 10), (1, 4)]), (1, &[(0, 10), (1, 6)]), (1, &[(1, 5)])], &[1, 3], 21),
            // Three days of hall 0: the first event's two, and half of the second: 20 + 10 + 6.
            (&[(2, &[(0, 20), (1, 8)]), (2, &[(0, 20), (1, 12)])], &[3, 9], 36),
            // One of two days: half.
            (&[(1, &[]), (2, &[(1, 12)])], &[4, 1], 6),
            (&[(2, &[(0, 8), (1, 22)]), (1, &[])], &[1, 0], 4),
            // Half of the first in each of two halls, and half of the second.
            (&[(2, &[(1, 24), (2, 24)]), (2, &[(0, 2)])], &[1, 1, 1], 25),
            // The first in hall 0, which then is full.
            (&[(2, &[(0, 22), (1, 16)]), (2, &[(0, 2)])], &[2, 1], 22),
            // The first in hall 1 and half of the second in hall 0.
            (&[(2, &[(0, 6), (1, 2)]), (2, &[(0, 4)])], &[1, 2], 4),
            (&[], &[5], 0),
        ];
        for (number, (events, left, most)) in cases.into_iter().enumerate() {
            let floating = |(days, gains): &Event| Floating { days: *days, gains: gains.to_vec() };
            let events: Vec<Floating> = events.iter().map(floating).collect();
            assert_eq!(by_days_left(&events, left), most, "case {number}");
        }
    }
}
