//! Events without a date: what they could save at most in the hall-days that are left over.

use std::num::NonZeroU32;

use super::days_left::by_days_left;
use super::outcome::{HallUse, UndatedBound};
use super::pairing::{Pairing, Standing, from_units, to_units};
use super::use_of_halls::{booked, days};
use crate::calendar::Calendar;
use crate::date::Date;
use crate::money::{MoneyError, Rupiah};

/// An event without a date: its days, one at least, and what it saves in each hall where it saves something.
#[derive(Debug)]
pub(crate) struct Floating {
    pub(super) days: i128,
    pub(super) gains: Vec<(usize, i128)>,
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::calendar::Booking;
    use crate::estimate::Estimate;
    use crate::schedule::{Hall, Offer, Options, Problem, ScheduleEvent, schedule};

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
}
