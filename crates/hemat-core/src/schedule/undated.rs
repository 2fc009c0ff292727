//! Events without a date: what they could save at most in the hall-days that are left over.

use std::cmp::Reverse;
use std::num::NonZeroU32;

use super::outcome::{HallUse, UndatedBound};
use super::pairing::{Pairing, Standing, from_units, to_units};
use super::use_of_halls::{booked, days};
use crate::calendar::Calendar;
use crate::date::Date;
use crate::money::{MoneyError, Rupiah};

/// An event without a date: its days, one at least, and what it saves in each hall where it saves something.
#[derive(Debug)]
pub(crate) struct Floating {
    days: i128,
    gains: Vec<(usize, i128)>,
}

impl Floating {
    /// From what it saves at likely values in halls, by their numbers in the order of their ids.
    pub(crate) fn new(days: NonZeroU32, savings: impl Iterator<Item = (usize, Rupiah)>) -> Self {
        let gains = savings.map(|(hall, saving)| (hall, to_units(saving))).filter(|(_, gain)| *gain > 0);
        Floating { days: i128::from(days.get()), gains: gains.collect() }
    }
}

/// The bound. Without a period the days left are not known, and only the sum of the best savings bounds.
pub(super) fn bound(
    pairing: &Pairing<'_>,
    halls: &[HallUse],
    period: Option<(Date, Date)>,
) -> Result<Option<UndatedBound>, MoneyError> {
    let undated = pairing.events().filter(|(_, event)| event.start.is_none());
    let floating: Vec<Floating> = undated
        .map(|(at, event)| {
            let standings = pairing.standings(at).enumerate();
            let savings = standings.filter_map(|(hall, (_, standing))| match standing {
                Standing::Saves { saving, .. } => Some((hall, saving.likely())),
                Standing::Blocked(_) => None,
            });
            Floating::new(event.days, savings)
        })
        .collect();
    if floating.is_empty() {
        return Ok(None);
    }
    let left: Option<Vec<i128>> = period.map(|_| halls.iter().map(|h| i128::from(h.free())).collect());
    Ok(Some(UndatedBound {
        events: floating.len() as u64,
        could_move: floating.iter().filter(|event| !event.gains.is_empty()).count() as u64,
        gross: from_units(gross(&floating))?,
        at_most: from_units(at_most(&floating, left.as_deref()))?,
    }))
}

/// What events save at most in these halls, by id, on the days of a period that are not booked.
pub(crate) fn undated_at_most(
    events: &[Floating],
    halls: &[&str],
    calendar: &Calendar,
    period: Option<(Date, Date)>,
) -> Result<Rupiah, MoneyError> {
    let left: Option<Vec<i128>> = period.map(|(first, last)| {
        let days = days(first, last).count() as u64;
        halls.iter().map(|hall| i128::from(days - booked(calendar, hall, first, last))).collect()
    });
    from_units(at_most(events, left.as_deref()))
}

fn gross(events: &[Floating]) -> i128 {
    events.iter().map(|event| event.gains.iter().map(|g| g.1).max().unwrap_or(0)).sum()
}

fn at_most(events: &[Floating], left: Option<&[i128]>) -> i128 {
    let gross = gross(events);
    left.map_or(gross, |left| by_days_left(events, left).min(gross))
}

/// With a price for a day of each hall, every event gains at most its saving less the price of its days, and the days
/// left are worth at most their price: whatever the prices, the sum is a bound. Each hall's price is lowered or
/// raised in turn to where the bound is least, until it no longer falls.
fn by_days_left(events: &[Floating], left: &[i128]) -> i128 {
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
    /// The highest whole price at which the event still gains more here.
    up_to: i128,
    /// The price, in whole, at which it gains as much elsewhere.
    turn: i128,
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
                let turn = gains / days;
                let up_to = if turn * days == gains { turn - 1 } else { turn };
                wishes.push(Wish { up_to, turn, gains, days });
            }
        }
        // In this order the turns fall as well, since each is its `up_to` or the next price.
        wishes.sort_unstable_by_key(|wish| Reverse((wish.up_to, wish.turn)));
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
        points.extend(self.wishes.iter().rev().map(|wish| wish.turn));
        points.dedup();
        let step = points.len().div_ceil(100).max(1);
        points.into_iter().step_by(step).collect()
    }

    /// What all gain at a whole price of the hall.
    fn gains_at(&self, price: i128) -> i128 {
        let wanting = self.wishes.partition_point(|wish| wish.up_to >= price);
        let here = wanting.checked_sub(1).and_then(|last| self.wishes.get(last));
        self.elsewhere + here.map_or(0, |wish| wish.gains - wish.days * price)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::calendar::Booking;
    use crate::estimate::Estimate;
    use crate::schedule::{Hall, Offer, Options, Problem, ScheduleEvent, schedule};

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

    /// A calendar of the first ten days of March 2025 with bookings of halls.
    fn booked_in_march(bookings: &[(usize, u32)]) -> (Calendar, (Date, Date)) {
        let day = |day| Date::from_ymd(2025, 3, day).unwrap();
        let mut calendar = Calendar::default();
        for (hall, first) in bookings {
            let (start, end) = (day(*first), day(first + 1));
            calendar.add(HALLS[*hall], Booking { start, end, holder: String::new(), source: String::new() });
        }
        (calendar, (day(1), day(10)))
    }

    const HALLS: [&str; 3] = ["aula", "balai", "gedung"];

    proptest! {
        /// Events alone come to what a schedule says of them, whatever the order in which it is given the halls.
        #[test]
        fn events_alone_are_bound_as_a_schedule_bounds_them(
            events in prop::collection::vec((1_u32..6, prop::collection::btree_map(0_usize..3, -50_i64..400, 0..4)), 0..30),
            bookings in prop::collection::vec((0_usize..3, 1_u32..12), 0..6),
            limited in any::<bool>(),
        ) {
            let (calendar, period) = booked_in_march(&bookings);
            let period = limited.then_some(period);
            let floating: Vec<Floating> = events.iter().map(|(days, gains)| {
                let gains = gains.iter().map(|(hall, gain)| (*hall, Rupiah::from_sen(*gain)));
                Floating::new(NonZeroU32::new(*days).unwrap(), gains)
            }).collect();
            let alone = undated_at_most(&floating, &HALLS, &calendar, period);

            let offer = |(hall, gain): (&usize, &i64)| {
                let saving = Estimate::exact(Rupiah::from_sen(*gain));
                (HALLS[*hall].to_owned(), Offer::Possible { cost: Estimate::ZERO, saving })
            };
            let event = |(number, (days, gains)): (usize, &(u32, BTreeMap<usize, i64>))| ScheduleEvent {
                id: number.to_string(),
                title: String::new(),
                start: None,
                days: NonZeroU32::new(*days).unwrap(),
                participants: None,
                layout: None,
                current_cost: Estimate::ZERO,
                offers: gains.iter().map(offer).collect(),
            };
            let hall = |id: &&str| Hall { id: (*id).to_owned(), name: String::new(), capacity: None };
            let problem = Problem {
                events: events.iter().enumerate().map(event).collect(),
                halls: HALLS.iter().rev().map(hall).collect(),
                calendar,
                period,
            };
            let bound = schedule(&problem, &Options::default()).unwrap().undated;
            prop_assert_eq!(alone, Ok(bound.map_or(Rupiah::ZERO, |bound| bound.at_most)));
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
