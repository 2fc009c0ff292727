//! Why an event stays where it is, the nearest way in, and the bound for events without a date: one small case each.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    unreachable_pub,
    dead_code,
    reason = "helpers of tests stand outside test functions"
)]

#[path = "schedule/random.rs"]
mod random;

use std::collections::BTreeMap;

use hemat_core::calendar::Booking;
use hemat_core::component::Component;
use hemat_core::date::Date;
use hemat_core::estimate::Estimate;
use hemat_core::money::Rupiah;
use hemat_core::schedule::{
    Hindrance, LeftOut, Obstacle, Offer, Options, Problem, Schedule, ScheduleError, ScheduleEvent, Unplaced,
    WayIn, schedule,
};
use hemat_core::session::Seating;
use random::{count, hall};

const HALL: &str = "hall-00";
const OTHER: &str = "hall-01";

fn rupiah(whole: i64) -> Rupiah {
    Rupiah::from_whole(whole)
}

/// A day of March 2026; the 2nd is a Monday.
fn march(day: u32) -> Date {
    Date::from_ymd(2026, 3, day).unwrap()
}

/// An event of 10 million for 50 people that costs so many million in the first hall.
fn event(id: &str, start: Option<u32>, days: u64, millions: i64) -> ScheduleEvent {
    let current = Estimate::exact(rupiah(10_000_000));
    let cost = Estimate::exact(rupiah(millions * 1_000_000));
    ScheduleEvent {
        id: id.to_owned(),
        title: id.to_owned(),
        start: start.map(march),
        days: count(days),
        participants: Some(Estimate::exact(count(50))),
        layout: Some(Seating::Classroom),
        current_cost: current,
        offers: BTreeMap::from([(HALL.to_owned(), Offer::at_cost(current, cost).unwrap())]),
    }
}

/// One hall with 60 seats in classroom and 120 in theatre layout.
fn one_hall(events: Vec<ScheduleEvent>) -> Problem {
    Problem { events, halls: vec![hall(0, 60)], ..Problem::default() }
}

fn solve(problem: &Problem) -> Schedule {
    let found = schedule(problem, &Options::default()).unwrap();
    assert!(found.proven_optimal());
    found
}

fn left<'s>(schedule: &'s Schedule, id: &str) -> &'s Unplaced {
    schedule.unplaced.iter().find(|u| u.event == id).unwrap()
}

fn book(problem: &mut Problem, first: u32, last: u32) {
    let (start, end) = (march(first), march(last));
    let booking = Booking { start, end, holder: "Upacara".to_owned(), source: "Buku".to_owned() };
    assert!(problem.calendar.add(HALL, booking));
}

#[test]
fn the_more_valuable_event_is_named_and_the_next_free_day() {
    let problem = one_hall(vec![event("small", Some(4), 1, 6), event("large", Some(3), 2, 2)]);
    let found = solve(&problem);
    assert_eq!(found.saving.likely(), rupiah(8_000_000));
    let small = left(&found, "small");
    assert_eq!(small.reason, LeftOut::MoreValuableEvent);
    assert_eq!(small.obstacles, [(HALL.to_owned(), Obstacle::InUse(vec!["large".to_owned()]))]);
    assert_eq!(small.alone.unwrap().likely(), rupiah(4_000_000));
    let saving = Estimate::exact(rupiah(4_000_000));
    assert_eq!(small.nearest, [WayIn::Shift { hall: HALL.to_owned(), start: march(5), by: 1, saving }]);
}

#[test]
fn a_booked_hall_names_its_holder_and_weekends_are_skipped() {
    // Tuesday to Friday are booked: Monday the 9th is three days off, Monday the 2nd four.
    let mut problem = one_hall(vec![event("a", Some(6), 1, 2)]);
    book(&mut problem, 3, 6);
    let found = solve(&problem);
    let a = left(&found, "a");
    assert_eq!(a.reason, LeftOut::Taken);
    assert!(matches!(&a.obstacles[0].1, Obstacle::Taken(booking) if booking.holder == "Upacara"));
    assert!(matches!(&a.nearest[..], [WayIn::Shift { start, by: 3, .. }] if *start == march(9)));
    // An event that is planned for a Saturday may go to a Sunday.
    let mut problem = one_hall(vec![event("a", Some(7), 1, 2)]);
    book(&mut problem, 6, 7);
    let found = solve(&problem);
    assert!(matches!(&left(&found, "a").nearest[..], [WayIn::Shift { start, .. }] if *start == march(8)));
}

#[test]
fn the_window_ends_the_search() {
    let mut problem = one_hall(vec![event("a", Some(12), 1, 2)]);
    book(&mut problem, 8, 16);
    let near = schedule(&problem, &Options { window: 4, ..Options::default() }).unwrap();
    assert_eq!(left(&near, "a").nearest, []);
    let far = schedule(&problem, &Options { window: 5, ..Options::default() }).unwrap();
    assert!(
        matches!(&left(&far, "a").nearest[..], [WayIn::Shift { start, by: 5, .. }] if *start == march(17))
    );
}

#[test]
fn too_many_people_get_another_layout_or_two_groups() {
    let mut crowd = event("crowd", Some(3), 1, 2);
    crowd.participants = Some(Estimate::exact(count(100)));
    let found = solve(&one_hall(vec![crowd.clone()]));
    let way = left(&found, "crowd");
    assert_eq!(way.reason, LeftOut::TooSmall);
    assert_eq!(way.obstacles, [(HALL.to_owned(), Obstacle::TooSmall(count(60)))]);
    assert_eq!(way.alone, None);
    let layout = WayIn::Layout { hall: HALL.to_owned(), layout: Seating::Theatre, seats: count(120) };
    let starts = vec![march(3), march(4)];
    let split = WayIn::Split { hall: HALL.to_owned(), groups: 2, seats: count(60), starts };
    assert_eq!(way.nearest, [layout, split]);
    assert!(found.saving.likely().is_zero(), "a suggestion is never a saving");

    // Too many for every layout, and more than four groups.
    crowd.participants = Some(Estimate::exact(count(241)));
    assert_eq!(left(&solve(&one_hall(vec![crowd])), "crowd").nearest, []);
}

fn offer_other(event: &mut ScheduleEvent, millions: i64) {
    let cost = Estimate::exact(rupiah(millions * 1_000_000));
    event.offers.insert(OTHER.to_owned(), Offer::at_cost(event.current_cost, cost).unwrap());
}

/// Of days as near as each other the one that saves more, then the earlier, then the first hall.
#[test]
fn the_shift_that_saves_most_is_named() {
    // Wednesday the 4th is booked in both halls. Costs in millions in the first and the second hall.
    for (costs, hall_id, saves) in [((6, 3), OTHER, 7), ((3, 6), HALL, 7), ((4, 4), HALL, 6)] {
        let mut a = event("a", Some(4), 1, costs.0);
        offer_other(&mut a, costs.1);
        let mut problem =
            Problem { events: vec![a], halls: vec![hall(0, 60), hall(1, 60)], ..Problem::default() };
        for hall in [HALL, OTHER] {
            let (start, end) = (march(4), march(4));
            let booking = Booking { start, end, holder: "Upacara".to_owned(), source: "Buku".to_owned() };
            assert!(problem.calendar.add(hall, booking));
        }
        let saving = Estimate::exact(rupiah(saves * 1_000_000));
        let way = WayIn::Shift { hall: hall_id.to_owned(), start: march(3), by: -1, saving };
        assert_eq!(left(&solve(&problem), "a").nearest, [way], "{costs:?}");
    }
}

/// 200 people: the hall that takes fewer groups, the first of two alike, and four groups at most.
#[test]
fn the_hall_of_the_fewest_groups_is_named() {
    for (seats, people, hall_id, groups) in [
        ((60, 80), 200, OTHER, 3),
        ((80, 60), 200, HALL, 3),
        ((70, 70), 200, HALL, 3),
        ((60, 20), 240, HALL, 4),
    ] {
        let mut crowd = event("crowd", Some(3), 1, 2);
        offer_other(&mut crowd, 2);
        crowd.participants = Some(Estimate::exact(count(people)));
        let halls = vec![hall(0, seats.0), hall(1, seats.1)];
        let problem = Problem { events: vec![crowd], halls, ..Problem::default() };
        // From Tuesday on, one group a day.
        let starts = (3..3 + groups).map(march).collect();
        let seats = count(if hall_id == HALL { seats.0 } else { seats.1 });
        let way = WayIn::Split { hall: hall_id.to_owned(), groups, seats, starts };
        assert_eq!(left(&solve(&problem), "crowd").nearest, [way], "{seats} seats");
    }
}

#[test]
fn no_way_is_shown_into_a_hall_that_saves_nothing() {
    let mut crowd = event("crowd", Some(3), 1, 10);
    crowd.participants = Some(Estimate::exact(count(100)));
    let found = solve(&one_hall(vec![crowd]));
    assert_eq!((left(&found, "crowd").reason, left(&found, "crowd").nearest.len()), (LeftOut::TooSmall, 0));
}

/// 60 seats in classroom layout, 120 in theatre layout; how people sit is not known.
#[test]
fn without_a_layout_the_theatre_layout_alone_rules_out() {
    for (people, known) in [(60, Some(true)), (61, Some(false)), (120, Some(false)), (121, None)] {
        let mut open = event("open", Some(3), 1, 2);
        open.layout = None;
        open.participants = Some(Estimate::exact(count(people)));
        let found = solve(&one_hall(vec![open]));
        assert_eq!(found.assignments.first().map(|a| a.seats_known), known, "{people} people");
        if known.is_none() {
            let obstacle = Obstacle::TooSmall(count(120));
            assert_eq!(left(&found, "open").obstacles, [(HALL.to_owned(), obstacle)]);
        }
    }
}

#[test]
fn the_states_of_all_parts_are_counted() {
    // Two events of one day, a week apart: two parts, each as if alone.
    let (a, b) = (event("a", Some(3), 1, 2), event("b", Some(10), 1, 2));
    let states = |events| solve(&one_hall(events)).states;
    let alone = states(vec![a.clone()]);
    assert!(alone > 0);
    assert_eq!(states(vec![a, b]), 2 * alone);
}

#[test]
fn a_hall_must_seat_the_highest_number() {
    let mut range = event("range", Some(3), 1, 2);
    range.participants = Some(Estimate::try_new(count(40), count(50), count(61)).unwrap());
    assert_eq!(left(&solve(&one_hall(vec![range.clone()])), "range").reason, LeftOut::TooSmall);
    range.participants = Some(Estimate::try_new(count(40), count(50), count(60)).unwrap());
    assert!(solve(&one_hall(vec![range])).assignments[0].seats_known);
}

#[test]
fn what_is_not_known_is_said() {
    let mut problem = one_hall(vec![event("dearer", Some(3), 1, 12), event("same", Some(3), 1, 10)]);
    let mut nowhere = event("nowhere", Some(3), 1, 1);
    nowhere.offers.clear();
    let mut unpriced = nowhere.clone();
    unpriced.id = "unpriced".to_owned();
    let missing = Offer::Impossible(Hindrance::PriceMissing(vec![Component::Meal]));
    unpriced.offers.insert(HALL.to_owned(), missing);
    let mut unseated = nowhere.clone();
    unseated.id = "unseated".to_owned();
    unseated.offers.insert(HALL.to_owned(), Offer::Impossible(Hindrance::CapacityUnknown));
    problem.events.extend([nowhere, unpriced, unseated]);
    let found = solve(&problem);
    let reasons: Vec<LeftOut> =
        ["dearer", "same", "nowhere", "unpriced", "unseated"].map(|id| left(&found, id).reason).into();
    assert_eq!(
        reasons,
        [
            LeftOut::CostsMore,
            LeftOut::CostsMore,
            LeftOut::NotPossible,
            LeftOut::PriceMissing,
            LeftOut::CapacityUnknown
        ]
    );
    // A cost for a hall of unknown size says that it is possible; the placement says that it is not known.
    let mut problem = one_hall(vec![event("a", Some(3), 1, 2)]);
    problem.halls[0].capacity = None;
    assert!(!solve(&problem).assignments[0].seats_known);
}

#[test]
fn the_reason_is_that_of_the_nearest_hall() {
    let mut problem = one_hall(vec![event("a", Some(3), 1, 2)]);
    book(&mut problem, 3, 3);
    problem.halls.push(hall(1, 20));
    let offer = problem.events[0].offers[HALL].clone();
    problem.events[0].offers.insert(OTHER.to_owned(), offer);
    let found = solve(&problem);
    let a = left(&found, "a");
    assert_eq!(a.reason, LeftOut::Taken);
    let reasons: Vec<LeftOut> = a.obstacles.iter().map(|(_, obstacle)| obstacle.reason()).collect();
    assert_eq!(reasons, [LeftOut::Taken, LeftOut::TooSmall]);
}

#[test]
fn events_without_a_date_are_bounded_and_never_added() {
    let mut problem = one_hall(vec![event("dated", Some(3), 1, 2)]);
    problem.events.extend((0..9).map(|n| event(&format!("undated-{n}"), None, 2, 5)));
    let mut big = event("undated-big", None, 2, 5);
    big.participants = Some(Estimate::exact(count(500)));
    problem.events.push(big);
    let found = solve(&problem);
    assert_eq!(found.saving.likely(), rupiah(8_000_000));
    assert_eq!(found.gross.likely(), rupiah(8_000_000));
    let bound = found.undated.as_ref().unwrap();
    assert_eq!((bound.events, bound.could_move), (10, 9));
    assert_eq!((bound.gross, bound.at_most), (rupiah(45_000_000), rupiah(45_000_000)));
    assert_eq!(left(&found, "undated-0").reason, LeftOut::NoDate);
    assert_eq!(left(&found, "undated-big").reason, LeftOut::TooSmall);

    // Seven days in all, one of them used: three events of two days fit at most.
    problem.period = Some((march(2), march(8)));
    let bound = solve(&problem).undated.unwrap();
    assert_eq!((bound.gross, bound.at_most), (rupiah(45_000_000), rupiah(15_000_000)));
    book(&mut problem, 4, 6);
    assert_eq!(solve(&problem).undated.unwrap().at_most, rupiah(7_500_000));
}

#[test]
fn the_use_of_a_hall_counts_its_days() {
    let mut problem = one_hall(vec![event("a", Some(2), 2, 2), event("b", Some(9), 1, 9)]);
    book(&mut problem, 20, 22);
    problem.period = Some((march(1), march(31)));
    let found = solve(&problem);
    let hall = &found.halls[0];
    assert_eq!((hall.days, hall.booked, hall.used, hall.events, hall.free()), (31, 3, 3, 2, 25));
    assert_eq!(hall.saving, found.saving);
}

#[test]
fn ties_go_to_the_first_hall_and_the_first_event() {
    let mut problem = one_hall(vec![event("b", Some(3), 1, 2), event("a", Some(3), 1, 2)]);
    problem.halls.insert(0, hall(1, 60));
    for event in &mut problem.events {
        let offer = event.offers[HALL].clone();
        event.offers.insert(OTHER.to_owned(), offer);
    }
    let pairs: Vec<(String, String)> =
        solve(&problem).assignments.into_iter().map(|a| (a.event, a.hall)).collect();
    let pair = |event: &str, hall: &str| (event.to_owned(), hall.to_owned());
    assert_eq!(pairs, [pair("a", HALL), pair("b", OTHER)]);
    problem.halls.remove(0);
    for event in &mut problem.events {
        event.offers.remove(OTHER);
    }
    let one = solve(&problem);
    assert_eq!(one.assignments.len(), 1);
    let (placed, left) = (&one.assignments[0].event, &one.unplaced[0].event);
    assert_eq!((placed.as_str(), left.as_str()), ("a", "b"));
}

#[test]
fn contradictions_are_refused() {
    let refused = |problem: &Problem| schedule(problem, &Options::default()).unwrap_err();
    let a = event("a", Some(3), 1, 2);
    let twice = one_hall(vec![a.clone(), a.clone()]);
    assert_eq!(refused(&twice), ScheduleError::DuplicateEvent("a".to_owned()));
    let mut halls = one_hall(vec![a.clone()]);
    halls.halls.push(hall(0, 60));
    assert_eq!(refused(&halls), ScheduleError::DuplicateHall(HALL.to_owned()));
    let none = Problem { events: vec![a.clone()], ..Problem::default() };
    assert!(refused(&none).to_string().contains("\"hall-00\""));
    let mut late = one_hall(vec![a]);
    late.events[0].start = Date::from_ymd(2199, 12, 31);
    late.events[0].days = count(2);
    assert_eq!(refused(&late), ScheduleError::BeyondCalendar("a".to_owned()));
    let empty = solve(&Problem::default());
    assert_eq!((empty.assignments.len(), empty.saving, empty.period), (0, Estimate::ZERO, None));
}
