//! What must hold of savings whatever the budget: gross and feasible, halls added, bookings added.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of a test are tests too")]

mod saving_case;

use hemat_core::budget_event::{BudgetEvent, Count};
use hemat_core::calendar::{Booking, Calendar};
use hemat_core::component::{Basis, Component};
use hemat_core::date::Date;
use hemat_core::estimate::Estimate;
use hemat_core::evidence::Evidence;
use hemat_core::lawful_reason::LawfulReason;
use hemat_core::money::Rupiah;
use hemat_core::price_book::PriceBook;
use hemat_core::reply::{Known, Replies, Reply};
use hemat_core::saving::{EventInput, SavingStatus, Savings, Terms, savings};
use hemat_core::source::SourceRef;
use hemat_core::venue::{Rate, Venue};
use proptest::prelude::*;

/// A hotel package event: people, days, first day of March 2025 (or none), price a person a day.
#[derive(Debug, Clone)]
struct Held {
    people: u32,
    days: u32,
    start: Option<u32>,
    price: i64,
}

/// A hall: seats, rent a day, price of a meal.
#[derive(Debug, Clone)]
struct HallSize {
    seats: u32,
    rent: i64,
    meal: i64,
}

fn count(value: u32) -> Option<Count> {
    Some(Count { value: Estimate::exact(value), lines: vec![0] })
}

fn event(number: usize, held: &Held) -> BudgetEvent {
    let amount = Rupiah::from_whole(held.price * i64::from(held.people) * i64::from(held.days));
    BudgetEvent {
        participants: count(held.people),
        days: count(held.days),
        occurrences: count(1),
        ..saving_case::event(&format!("e{number:02}"), number as u64 + 2, amount)
    }
}

fn march(day: u32) -> Date {
    Date::from_ymd(2025, 3, day).unwrap()
}

fn rate(component: Component, basis: Basis, amount: i64) -> Rate {
    saving_case::rate(component, basis, Estimate::exact(Rupiah::from_whole(amount)))
}

fn hall(number: usize, size: &HallSize) -> Venue {
    let rates = vec![
        rate(Component::HallRent, Basis::Day, size.rent),
        rate(Component::Meal, Basis::Meal, size.meal),
        rate(Component::Snack, Basis::Snack, 10_000),
    ];
    saving_case::hall(&format!("aula-{number}"), size.seats, rates)
}

fn computed(
    events: &[BudgetEvent],
    held: &[Held],
    halls: &[Venue],
    replies: &Replies,
    calendar: &Calendar,
) -> Savings {
    let inputs: Vec<EventInput<'_>> = events
        .iter()
        .zip(held)
        .map(|(event, held)| EventInput {
            event,
            account: String::new(),
            start: held.start.map(march),
            transport: Rupiah::ZERO,
        })
        .collect();
    let book = PriceBook::default();
    savings(&inputs, &Terms { venues: halls, book: &book, replies, calendar: Some(calendar) }).unwrap()
}

fn calendar(bookings: &[(usize, u32)]) -> Calendar {
    let mut calendar = Calendar::default();
    for (hall, day) in bookings {
        let booking =
            Booking { start: march(*day), end: march(*day), holder: "lain".into(), source: String::new() };
        assert!(calendar.add(&format!("aula-{hall}"), booking));
    }
    calendar
}

fn held() -> impl Strategy<Value = Held> {
    (10_u32..200, 1_u32..4, prop::option::weighted(0.8, 1_u32..8), 100_000_i64..300_000)
        .prop_map(|(people, days, start, price)| Held { people, days, start, price })
}

fn size() -> impl Strategy<Value = HallSize> {
    (20_u32..250, 0_i64..5_000_000, 20_000_i64..150_000).prop_map(|(seats, rent, meal)| HallSize {
        seats,
        rent,
        meal,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_feasible_saving_is_one_that_can_be_had(
        held in prop::collection::vec(held(), 1..9),
        sizes in prop::collection::vec(size(), 1..4),
        bookings in prop::collection::vec((0_usize..3, 1_u32..12), 0..5),
        more in size(),
        one_more in (0_usize..3, 1_u32..12),
    ) {
        let events: Vec<BudgetEvent> = held.iter().enumerate().map(|(i, h)| event(i, h)).collect();
        let mut halls: Vec<Venue> = sizes.iter().enumerate().map(|(i, s)| hall(i, s)).collect();
        let none = Replies::default();
        let base = computed(&events, &held, &halls, &none, &calendar(&bookings));
        let feasible = base.feasible.total().unwrap();

        // The parts add up to the headline, and nothing is moved twice.
        let parts = base.events.iter().filter(|e| e.status == SavingStatus::Saves).filter_map(|e| e.gross_saving);
        let sum = parts.fold(Estimate::ZERO, |sum, part| sum.try_add(part).unwrap());
        prop_assert_eq!(base.gross, sum);
        prop_assert!(feasible.likely() <= base.gross.likely());
        let assigned = base.feasible.dated.assignments.iter();
        let sum = assigned.clone().fold(Estimate::ZERO, |sum, a| sum.try_add(a.saving).unwrap());
        prop_assert_eq!(base.feasible.dated.saving, sum);
        prop_assert!(base.feasible.dated.proven_optimal());

        // No hall holds two events on one day, or one on a booked day, or more people than it seats.
        let mut taken: Vec<(String, Date)> = Vec::new();
        for assignment in assigned {
            let number: usize = assignment.event[1..].parse().unwrap();
            let at: usize = assignment.hall["aula-".len()..].parse().unwrap();
            prop_assert!(held[number].people <= sizes[at].seats);
            for later in 0..held[number].days {
                let day = assignment.first.plus_days(later).unwrap();
                prop_assert!(!bookings.contains(&(at, day.day())));
                taken.push((assignment.hall.clone(), day));
            }
        }
        let days = taken.len();
        taken.sort();
        taken.dedup();
        prop_assert_eq!(taken.len(), days);

        // A booking more never raises it, a hall more never lowers it.
        let mut booked = bookings.clone();
        booked.push(one_more);
        let less = computed(&events, &held, &halls, &none, &calendar(&booked));
        prop_assert!(less.feasible.total().unwrap().likely() <= feasible.likely());
        prop_assert_eq!(less.gross, base.gross);
        halls.push(hall(halls.len(), &more));
        let larger = computed(&events, &held, &halls, &none, &calendar(&bookings));
        prop_assert!(larger.feasible.total().unwrap().likely() >= feasible.likely());
        prop_assert!(larger.gross.likely() >= base.gross.likely());
    }

    #[test]
    fn a_reply_that_takes_halls_out_never_raises_the_saving(
        held in prop::collection::vec(held(), 1..6),
        sizes in prop::collection::vec(size(), 1..4),
        about in 0_usize..6,
    ) {
        let events: Vec<BudgetEvent> = held.iter().enumerate().map(|(i, h)| event(i, h)).collect();
        let halls: Vec<Venue> = sizes.iter().enumerate().map(|(i, s)| hall(i, s)).collect();
        let known = Known {
            event: format!("e{about:02}"),
            start: None,
            participants: None,
            days: None,
            evidence: Evidence::Claim,
            source: SourceRef::NotStated,
        };
        let reply = Reply {
            known,
            reason: LawfulReason::Booked,
            halls: vec![],
            statement: String::new(),
            office: String::new(),
            received: None,
        };
        let replies = Replies { all: vec![reply], known: vec![] };
        let none = Calendar::default();
        let before = computed(&events, &held, &halls, &Replies::default(), &none);
        let after = computed(&events, &held, &halls, &replies, &none);
        prop_assert_eq!(after.gross_without_replies, before.gross);
        prop_assert!(after.gross.likely() <= before.gross.likely());
        prop_assert_eq!(after.replies[0].event.is_some(), about < held.len());
        let left: i64 = before.events.iter().enumerate().filter(|(i, _)| *i != about)
            .filter_map(|(_, e)| e.counted()).map(|s| i64::try_from(s.likely().value()).unwrap()).sum();
        prop_assert_eq!(after.gross.likely(), Rupiah::from_whole(left));
    }

    #[test]
    fn the_break_even_of_the_headline_is_where_it_halves_and_ends(
        held in prop::collection::vec(held(), 1..6),
        sizes in prop::collection::vec(size(), 1..4),
    ) {
        let events: Vec<BudgetEvent> = held.iter().enumerate().map(|(i, h)| event(i, h)).collect();
        let halls: Vec<Venue> = sizes.iter().enumerate().map(|(i, s)| hall(i, s)).collect();
        let base = computed(&events, &held, &halls, &Replies::default(), &Calendar::default());
        let Some(break_even) = base.break_even else {
            prop_assert!(base.gross.likely().is_zero());
            return Ok(());
        };
        // Independent: dearer halls, computed anew.
        let dearer = |extra: Rupiah| {
            let extra = i64::try_from(extra.value()).unwrap();
            let sizes: Vec<HallSize> = sizes.iter().map(|s| HallSize { rent: s.rent + extra, ..s.clone() }).collect();
            let halls: Vec<Venue> = sizes.iter().enumerate().map(|(i, s)| hall(i, s)).collect();
            computed(&events, &held, &halls, &Replies::default(), &Calendar::default()).gross.likely()
        };
        let twice = |amount: Rupiah| amount.try_add(amount).unwrap();
        prop_assert!(dearer(break_even.gone_at).is_zero());
        prop_assert!(twice(dearer(break_even.halved_at)) <= base.gross.likely());
        let before = break_even.halved_at.try_sub(Rupiah::from_whole(1)).unwrap();
        prop_assert!(twice(dearer(before)) > base.gross.likely());
    }
}
