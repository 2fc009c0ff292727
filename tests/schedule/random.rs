//! Random problems by seed (SplitMix64), small enough for brute force or as large as asked.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use hemat_core::calendar::{Booking, Calendar};
use hemat_core::date::Date;
use hemat_core::estimate::Estimate;
use hemat_core::evidence::Evidence;
use hemat_core::money::Rupiah;
use hemat_core::schedule::{Hall, Offer, Problem, ScheduleEvent};
use hemat_core::session::Seating;
use hemat_core::source::SourceRef;
use hemat_core::venue::Capacity;

/// SplitMix64.
pub struct Seed(pub u64);

impl Seed {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 to below `n`.
    pub fn below(&mut self, n: u64) -> u64 {
        self.next() % n.max(1)
    }

    /// True in so many of a hundred cases.
    pub fn percent(&mut self, n: u64) -> bool {
        self.below(100) < n
    }
}

/// The shape of a random problem.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    pub events: u64,
    pub halls: u64,
    /// Days of the period in which events begin.
    pub days: u64,
    /// Longest event.
    pub longest: u64,
    /// Savings are multiples of this, up to `most` times; all equal if `most` is 1.
    pub unit: i64,
    pub most: u64,
    /// Percent of event-hall pairs with a cost.
    pub offered: u64,
    /// Percent of those where the hall is dearer.
    pub dearer: u64,
    /// Bookings of each hall.
    pub bookings: u64,
    /// Percent of events without a date.
    pub undated: u64,
}

pub fn day(offset: u64) -> Date {
    Date::from_ymd(2026, 1, 1).unwrap().plus_days(u32::try_from(offset).unwrap()).unwrap()
}

pub fn count(n: u64) -> NonZeroU32 {
    NonZeroU32::new(u32::try_from(n).unwrap()).unwrap()
}

pub fn hall(number: u64, seats: u64) -> Hall {
    Hall {
        id: format!("hall-{number:02}"),
        name: format!("Hall {number}"),
        capacity: Some(Capacity {
            seats: BTreeMap::from([(Seating::Theatre, count(seats * 2)), (Seating::Classroom, count(seats))]),
            evidence: Evidence::Assumption,
            source: SourceRef::NotStated,
        }),
    }
}

pub fn problem(shape: &Shape, seed: &mut Seed) -> Problem {
    let halls: Vec<Hall> = (0..shape.halls).map(|n| hall(n, 40 + 20 * seed.below(5))).collect();
    let mut calendar = Calendar::default();
    for hall in &halls {
        for _ in 0..shape.bookings {
            let start = seed.below(shape.days);
            let end = start + seed.below(3);
            let booking = Booking {
                start: day(start),
                end: day(end),
                holder: "Rapat".to_owned(),
                source: String::new(),
            };
            assert!(calendar.add(&hall.id, booking));
        }
    }
    let events = (0..shape.events).map(|n| event(n, shape, &halls, seed)).collect();
    Problem { events, halls, calendar, period: None }
}

fn event(number: u64, shape: &Shape, halls: &[Hall], seed: &mut Seed) -> ScheduleEvent {
    let current = Estimate::exact(Rupiah::from_whole(50_000_000));
    let mut offers = BTreeMap::new();
    for hall in halls {
        if !seed.percent(shape.offered) {
            continue;
        }
        let gain = shape.unit * i64::try_from(1 + seed.below(shape.most)).unwrap();
        let gain = if seed.percent(shape.dearer) { -gain + shape.unit } else { gain };
        let likely = 50_000_000 - gain;
        let around = |percent: i64| Rupiah::from_whole(likely * percent / 100);
        let cost = Estimate::try_new(around(90), Rupiah::from_whole(likely), around(120)).unwrap();
        offers.insert(hall.id.clone(), Offer::at_cost(current, cost).unwrap());
    }
    ScheduleEvent {
        id: format!("event-{number:05}"),
        title: format!("Event {number}"),
        start: (!seed.percent(shape.undated)).then(|| day(seed.below(shape.days))),
        days: count(1 + seed.below(shape.longest)),
        participants: Some(Estimate::exact(count(20 + seed.below(110)))),
        layout: Some(if seed.percent(50) { Seating::Theatre } else { Seating::Classroom }),
        current_cost: current,
        offers,
    }
}
