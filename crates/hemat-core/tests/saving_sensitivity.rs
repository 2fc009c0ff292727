//! The swings of the headline against a plain second computation: every event priced in every hall, one by one.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of a test are tests too")]

mod saving_case;

use std::collections::BTreeMap;

use hemat_core::budget_event::{BudgetEvent, Count};
use hemat_core::comparison::price;
use hemat_core::component::{Basis, Component};
use hemat_core::date::Date;
use hemat_core::estimate::{Estimate, Point};
use hemat_core::event::Event;
use hemat_core::evidence::Evidence;
use hemat_core::kind::CostKind;
use hemat_core::lawful_reason::LawfulReason;
use hemat_core::money::Rupiah;
use hemat_core::price_book::PriceBook;
use hemat_core::reply::{Known, Replies, Reply};
use hemat_core::saving::{EventInput, HeadlineInput, Savings, Terms, counterfactual, savings_on};
use hemat_core::session::{Seating, Session};
use hemat_core::source::SourceRef;
use hemat_core::venue::{Rate, Venue};
use proptest::prelude::*;

type Range = (u32, u32, u32);

/// An event of a hotel: its counts as ranges, its day of March 2025, what is bought, and its price.
#[derive(Debug, Clone)]
struct Held {
    people: Range,
    days: Range,
    times: Range,
    start: Option<u32>,
    package: Option<Session>,
    price: i64,
}

fn estimate((low, more, most): Range) -> Estimate<u32> {
    Estimate::try_new(low, low + more, low + more + most).unwrap()
}

fn count(range: Range) -> Option<Count> {
    Some(Count { value: estimate(range), lines: vec![0] })
}

fn event(number: usize, held: &Held) -> BudgetEvent {
    let amount = Rupiah::from_sen(held.price);
    let kind = if held.package.is_some() { CostKind::VenuePackage } else { CostKind::RoomRent };
    BudgetEvent {
        participants: count(held.people),
        days: count(held.days),
        occurrences: count(held.times),
        package: held.package,
        cost: BTreeMap::from([(kind, amount)]),
        bundled: held.package.is_some(),
        ..saving_case::event(&format!("e{number:02}"), number as u64 + 2, amount)
    }
}

fn rate(component: Component, basis: Basis, (low, more, most): Range) -> Rate {
    let amount = estimate((low, more, most));
    let rupiah = |n: u32| Rupiah::from_whole(i64::from(n));
    let amount =
        Estimate::try_new(rupiah(amount.low()), rupiah(amount.likely()), rupiah(amount.high())).unwrap();
    saving_case::rate(component, basis, amount)
}

/// A hall with its seats, its rent, and a price of its own for a meal if it has one.
fn hall(number: usize, (seats, rent, meal): &(u32, Range, Option<Range>)) -> Venue {
    let mut rates = vec![rate(Component::HallRent, Basis::Day, *rent)];
    rates.extend(meal.map(|meal| rate(Component::Meal, Basis::Meal, meal)));
    saving_case::hall(&format!("aula-{number}"), *seats, rates)
}

fn reply(about: usize, reason: LawfulReason) -> Reply {
    let known = Known {
        event: format!("e{about:02}"),
        start: None,
        participants: None,
        days: None,
        evidence: Evidence::Claim,
        source: SourceRef::NotStated,
    };
    let halls = vec!["aula-0".to_owned()];
    Reply { known, reason, halls, statement: String::new(), office: String::new(), received: None }
}

/// An event with its counts at points.
fn counted(event: &Event, people: Point, days: Point) -> Event {
    let mut counted = event.clone();
    if let Some(participants) = &mut counted.participants {
        participants.count = Estimate::exact(participants.count.at(people));
    }
    counted.days = counted.days.map(|range| Estimate::exact(range.at(days)));
    counted
}

/// The headline with one input at a point, event by event and hall by hall.
fn headline(
    found: &Savings,
    inputs: &[EventInput<'_>],
    terms: &Terms<'_>,
    input: &HeadlineInput,
    point: Point,
) -> Rupiah {
    let at = |of: &HeadlineInput| if of == input { point } else { Point::Likely };
    let mut sum = Rupiah::ZERO;
    for (event, saving) in inputs.iter().zip(&found.events).filter(|(_, s)| s.status.is_compared()) {
        let (wanted, _) = counterfactual(event, saving, terms).unwrap();
        let wanted = counted(&wanted, at(&HeadlineInput::Participants), at(&HeadlineInput::Days));
        let times = event.event.occurrences.as_ref().unwrap().value.at(at(&HeadlineInput::Times));
        let mut best = Rupiah::ZERO;
        for (venue, _) in terms.venues.iter().zip(&saving.halls).filter(|(_, hall)| hall.saving().is_some()) {
            let own = venue.rates.len();
            let mut hall = terms.book.completed(venue, wanted.start, event.event.year);
            for (number, rate) in hall.rates.iter_mut().enumerate() {
                let component = rate.component();
                let of = if number < own {
                    HeadlineInput::HallPrice { venue: venue.id.clone(), component }
                } else {
                    HeadlineInput::BookPrice(component)
                };
                *rate = rate.at(at(&of));
            }
            let seated = Event { seating: Some(Seating::Classroom), ..wanted.clone() };
            let cost = price(&seated, &hall, None).unwrap().total.likely();
            let cost = cost.try_times(times.into()).unwrap();
            best = best.max(saving.current.try_sub(cost).unwrap());
        }
        sum = sum.try_add(best).unwrap();
    }
    sum
}

fn range(least: std::ops::Range<u32>, more: u32) -> impl Strategy<Value = Range> {
    (least, prop_oneof![Just(0), 0..=more], prop_oneof![Just(0), 0..=more])
}

fn held() -> impl Strategy<Value = Held> {
    let packages = [None, Some(Session::Halfday), Some(Session::Fullday), Some(Session::Fullboard)];
    let counts = (range(10..13, 60), range(1..3, 2), range(1..3, 2));
    let rest = (prop::option::of(1_u32..4), prop::sample::select(packages.to_vec()), 0..9_000_000_000_i64);
    (counts, rest).prop_map(|((people, days, times), (start, package, price))| Held {
        people,
        days,
        times,
        start,
        package,
        price,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_swing_is_what_the_headline_of_each_event_swings(
        held in prop::collection::vec(held(), 1..12),
        halls in prop::collection::vec(
            (20_u32..150, range(0..3_000_000, 2_000_000), prop::option::of(range(20_000..40_000, 40_000))), 1..4),
        book in [range(30_000..50_000, 30_000), range(5_000..15_000, 9_000), range(100_000..300_000, 100_000)],
        replied in prop::option::of((0_usize..12, prop::sample::select(LawfulReason::ALL.to_vec()))),
    ) {
        let events: Vec<BudgetEvent> = held.iter().enumerate().map(|(i, h)| event(i, h)).collect();
        let start = |held: &Held| held.start.map(|day| Date::from_ymd(2025, 3, day).unwrap());
        let input = |(event, held)| EventInput {
            event, account: String::new(), start: start(held), transport: Rupiah::ZERO,
        };
        let inputs: Vec<EventInput<'_>> = events.iter().zip(&held).map(input).collect();
        let venues: Vec<Venue> = halls.iter().enumerate().map(|(i, h)| hall(i, h)).collect();
        let [meal, snack, bed] = book;
        let mut book = PriceBook::default();
        book.own.push(rate(Component::Meal, Basis::Meal, meal));
        book.own.push(rate(Component::Snack, Basis::Snack, snack));
        book.own.push(rate(Component::Lodging, Basis::PersonDay, bed));
        let all = replied.into_iter().map(|(about, reason)| reply(about, reason)).collect();
        let replies = Replies { all, known: vec![] };
        let terms = Terms { venues: &venues, book: &book, replies: &replies, calendar: None };
        let found = savings_on(&inputs, &terms, 1).unwrap();

        let mut possible: Vec<HeadlineInput> =
            vec![HeadlineInput::Participants, HeadlineInput::Days, HeadlineInput::Times];
        for component in [Component::HallRent, Component::Meal, Component::Snack, Component::Lodging] {
            possible.push(HeadlineInput::BookPrice(component));
            let of_hall = |hall: &Venue| HeadlineInput::HallPrice { venue: hall.id.clone(), component };
            possible.extend(venues.iter().map(of_hall));
        }
        for input in possible {
            let [low, high] = [Point::Low, Point::High].map(|p| headline(&found, &inputs, &terms, &input, p));
            let swing = found.sensitivity.iter().find(|swing| swing.input == input);
            match swing {
                Some(swing) => prop_assert_eq!((swing.low, swing.high), (low, high), "{:?}", input),
                None => prop_assert_eq!(low, high, "{:?}", input),
            }
        }
    }
}
