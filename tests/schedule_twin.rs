//! The schedule against brute force and against its own promises, on random problems.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    unreachable_pub,
    reason = "helpers of tests stand outside test functions"
)]

#[path = "schedule/random.rs"]
mod random;

use std::collections::BTreeSet;

use hemat_core::calendar::Booking;
use hemat_core::money::Rupiah;
use hemat_core::schedule::{Offer, Options, Problem, Schedule, schedule};
use random::{Seed, Shape, day, problem};

/// Whole rupiah of the best schedule, by trying everything: every event in every hall or nowhere, day by day.
fn brute_force(problem: &Problem) -> i64 {
    let mut busy = BTreeSet::new();
    for hall in &problem.halls {
        for offset in 0..400 {
            if problem.calendar.taken(&hall.id, day(offset), day(offset)).is_some() {
                busy.insert((hall.id.clone(), offset));
            }
        }
    }
    best_from(problem, 0, &mut busy)
}

fn best_from(problem: &Problem, at: usize, busy: &mut BTreeSet<(String, u64)>) -> i64 {
    let Some(event) = problem.events.get(at) else { return 0 };
    let mut best = best_from(problem, at + 1, busy);
    let Some(start) = event.start else { return best };
    let first = u64::try_from(start.days_since(day(0))).unwrap();
    for hall in &problem.halls {
        let Some(Offer::Possible { cost, .. }) = event.offers.get(&hall.id) else { continue };
        let seats = hall.capacity.as_ref().unwrap().seats[&event.layout.unwrap()];
        if seats < event.participants.unwrap().high() {
            continue;
        }
        let days: Vec<(String, u64)> =
            (first..first + u64::from(event.days.get())).map(|d| (hall.id.clone(), d)).collect();
        if days.iter().any(|d| busy.contains(d)) {
            continue;
        }
        let gain = whole(event.current_cost.likely()) - whole(cost.likely());
        busy.extend(days.iter().cloned());
        best = best.max(gain + best_from(problem, at + 1, busy));
        for day in &days {
            busy.remove(day);
        }
    }
    best
}

fn whole(amount: Rupiah) -> i64 {
    amount.to_string().parse().unwrap()
}

/// Everything that must hold of any schedule, looked up in the problem again.
fn check(problem: &Problem, schedule: &Schedule) {
    let mut used = BTreeSet::new();
    let (mut low, mut likely, mut high) = (0, 0, 0);
    for a in &schedule.assignments {
        let event = problem.events.iter().find(|e| e.id == a.event).unwrap();
        let hall = problem.halls.iter().find(|h| h.id == a.hall).unwrap();
        let Some(Offer::Possible { cost, saving }) = event.offers.get(&a.hall) else { panic!("no offer") };
        assert_eq!((a.cost, a.saving), (*cost, *saving));
        assert!(a.saving.likely() > Rupiah::ZERO, "an event that saves nothing stays where it is");
        assert!(
            hall.capacity.as_ref().unwrap().seats[&event.layout.unwrap()]
                >= event.participants.unwrap().high()
        );
        assert_eq!(Some((a.first, a.last)), event.span());
        assert_eq!(problem.calendar.taken(&a.hall, a.first, a.last), None);
        for offset in 0..event.days.get() {
            assert!(
                used.insert((a.hall.clone(), a.first.plus_days(offset).unwrap())),
                "two events on one day"
            );
        }
        let current = whole(event.current_cost.likely());
        low += current - whole(cost.high());
        likely += current - whole(cost.likely());
        high += current - whole(cost.low());
    }
    let total =
        (whole(schedule.saving.low()), whole(schedule.saving.likely()), whole(schedule.saving.high()));
    assert_eq!(total, (low, likely, high), "the sum over the assignments is the headline");
    let halls: i64 = schedule.halls.iter().map(|h| whole(h.saving.likely())).sum();
    assert_eq!(halls, likely, "the sum over the halls is the headline");
    assert!(schedule.saving.likely() <= schedule.gross.likely(), "feasible <= gross");
    assert!(schedule.saving.likely() <= schedule.upper_bound);
    let everyone: BTreeSet<&str> = schedule
        .assignments
        .iter()
        .map(|a| a.event.as_str())
        .chain(schedule.unplaced.iter().map(|u| u.event.as_str()))
        .collect();
    assert_eq!(everyone.len(), schedule.assignments.len() + schedule.unplaced.len(), "each event once");
    assert_eq!(everyone.len(), problem.events.len(), "no event is lost");
}

fn shapes() -> Vec<Shape> {
    let base = Shape {
        events: 7,
        halls: 3,
        days: 8,
        longest: 1,
        unit: 1_000_000,
        most: 9,
        offered: 80,
        dearer: 15,
        bookings: 0,
        undated: 0,
    };
    vec![
        base,
        Shape { longest: 4, ..base },
        Shape { longest: 3, bookings: 2, undated: 15, ..base },
        Shape { longest: 3, days: 4, most: 1, dearer: 0, ..base },
        Shape { events: 9, halls: 2, days: 6, longest: 5, most: 3, bookings: 1, ..base },
        Shape { events: 6, halls: 4, days: 3, longest: 2, unit: 7_777, most: 1_000, ..base },
        Shape { events: 8, halls: 3, days: 1, longest: 1, most: 4, offered: 100, ..base },
    ]
}

/// Shapes of `shapes`, `rounds` problems of each.
fn problems(rounds: u64) -> impl Iterator<Item = (String, Problem)> {
    shapes().into_iter().enumerate().flat_map(move |(number, shape)| {
        (0..rounds).map(move |round| {
            let mut seed = Seed(round * 1_000 + number as u64);
            (format!("shape {number}, round {round}"), problem(&shape, &mut seed))
        })
    })
}

#[test]
fn equal_to_brute_force_and_proven() {
    let (mut number, mut placed, mut left) = (0, 0, 0);
    for (name, problem) in problems(300) {
        let found = schedule(&problem, &Options::default()).unwrap();
        check(&problem, &found);
        assert_eq!(whole(found.saving.likely()), brute_force(&problem), "{name}");
        assert!(found.proven_optimal(), "{name}");
        number += 1;
        placed += found.assignments.len();
        left += found.unplaced.len();
    }
    assert!(
        number >= 2_000 && placed > number && left > number,
        "{number} problems, {placed} placed, {left} left"
    );
}

/// Two hundred problems of each shape: what one more hall, one more booking or another order does.
#[test]
fn more_halls_never_save_less_and_more_bookings_never_more() {
    let (mut gained, mut lost) = (0, 0);
    for (name, mut problem) in problems(200) {
        let best = schedule(&problem, &Options::default()).unwrap();
        let full = best.saving.likely();

        let last = problem.halls.pop().unwrap();
        let offers: Vec<_> = problem.events.iter_mut().map(|e| e.offers.remove(&last.id)).collect();
        let fewer = schedule(&problem, &Options::default()).unwrap().saving.likely();
        assert!(fewer <= full, "{name}: one hall more saves less");
        gained += u32::from(fewer < full);
        let last_id = last.id.clone();
        problem.halls.push(last);
        for (event, offer) in problem.events.iter_mut().zip(offers) {
            event.offers.extend(offer.map(|offer| (last_id.clone(), offer)));
        }

        let used = best.assignments.first().map(|a| (a.hall.clone(), a.first));
        let Some((hall, first)) = used else { continue };
        let booking =
            Booking { start: first, end: first, holder: "Upacara".to_owned(), source: String::new() };
        assert!(problem.calendar.add(&hall, booking));
        let booked = schedule(&problem, &Options::default()).unwrap();
        check(&problem, &booked);
        assert!(booked.saving.likely() <= full, "{name}: one booking more saves more");
        lost += u32::from(booked.saving.likely() < full);
    }
    assert!(gained > 300 && lost > 300, "the cases hold enough of both: {gained}, {lost}");
}

#[test]
fn the_order_of_the_input_does_not_matter() {
    for (name, mut problem) in problems(40) {
        let before = schedule(&problem, &Options::default()).unwrap();
        problem.events.reverse();
        problem.halls.reverse();
        let events = problem.events.len();
        problem.events.rotate_left(events / 3);
        assert_eq!(schedule(&problem, &Options::default()).unwrap(), before, "{name}");
    }
}

/// With no room to search, the first narrow sweep still gives a schedule and an honest bound.
#[test]
fn a_search_that_is_cut_short_prints_its_gap() {
    let shape = Shape {
        events: 400,
        halls: 8,
        days: 90,
        longest: 5,
        unit: 1_000,
        most: 2,
        offered: 95,
        dearer: 5,
        bookings: 1,
        undated: 0,
    };
    let mut gaps = 0;
    for number in 0..20 {
        let problem = problem(&shape, &mut Seed(number));
        let short = schedule(&problem, &Options { limit: 1, ..Options::default() }).unwrap();
        let whole = schedule(&problem, &Options::default()).unwrap();
        check(&problem, &short);
        check(&problem, &whole);
        assert!(whole.proven_optimal(), "{number}");
        assert!(short.saving.likely() <= whole.saving.likely(), "{number}");
        assert!(short.upper_bound >= whole.saving.likely(), "{number}: the bound is wrong");
        gaps += u32::from(!short.proven_optimal());
    }
    assert!(gaps > 5, "a limit of one state never mattered: {gaps}");
}
