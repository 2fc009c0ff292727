//! Savings of one or two events, worked out by hand: what becomes of an event, what moves the headline, what halls hold
//! in the days that are free.
//!
//! The hall. 1,000,000 a day, a meal 45,000 (40,000 to 50,000), a snack 20,000. A full day is one meal and two snacks,
//! so that 100 people cost 1,000,000 + 100 x 85,000 = 9,500,000. The hotel was paid 25,000,000.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of a test are tests too")]

mod saving_case;

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use hemat_core::budget_event::{BudgetEvent, Count, EventDoubt};
use hemat_core::calendar::{Booking, Calendar};
use hemat_core::component::{Basis, Component};
use hemat_core::date::Date;
use hemat_core::estimate::Estimate;
use hemat_core::evidence::Evidence;
use hemat_core::kind::{CostKind, VenueKind};
use hemat_core::lawful_reason::LawfulReason;
use hemat_core::money::Rupiah;
use hemat_core::price_book::PriceBook;
use hemat_core::reply::{Known, Replies, Reply};
use hemat_core::saving::{EventInput, HeadlineInput, SavingStatus, Savings, Terms, savings};
use hemat_core::session::Session;
use hemat_core::source::SourceRef;
use hemat_core::venue::{Rate, Venue};

fn rupiah(range: [i64; 3]) -> Estimate<Rupiah> {
    let [low, likely, high] = range.map(Rupiah::from_whole);
    Estimate::try_new(low, likely, high).unwrap()
}

fn count(low: u32, likely: u32, high: u32) -> Option<Count> {
    Some(Count { value: Estimate::try_new(low, likely, high).unwrap(), lines: vec![0] })
}

fn people(n: u32) -> Option<Estimate<NonZeroU32>> {
    Some(Estimate::exact(NonZeroU32::new(n).unwrap()))
}

/// 100 people for one full day in a hotel, in one package of 25,000,000.
fn event() -> BudgetEvent {
    BudgetEvent {
        participants: count(100, 100, 100),
        days: count(1, 1, 1),
        occurrences: count(1, 1, 1),
        ..saving_case::event("rapat", 2, Rupiah::from_whole(25_000_000))
    }
}

fn paid(kind: CostKind, amount: i64) -> BudgetEvent {
    BudgetEvent { cost: BTreeMap::from([(kind, Rupiah::from_whole(amount))]), ..event() }
}

fn rate(component: Component, basis: Basis, amount: [i64; 3]) -> Rate {
    saving_case::rate(component, basis, rupiah(amount))
}

fn hall(id: &str, rates: Vec<Rate>) -> Venue {
    saving_case::hall(id, 300, rates)
}

fn rent(amount: [i64; 3]) -> Rate {
    rate(Component::HallRent, Basis::Day, amount)
}

fn meal() -> Rate {
    rate(Component::Meal, Basis::Meal, [40_000, 45_000, 50_000])
}

fn snack(amount: [i64; 3]) -> Rate {
    rate(Component::Snack, Basis::Snack, amount)
}

fn the_hall() -> Venue {
    hall("aula", vec![rent([1_000_000; 3]), meal(), snack([20_000; 3])])
}

fn computed(
    events: &[BudgetEvent],
    venues: &[Venue],
    replies: &Replies,
    calendar: Option<&Calendar>,
) -> Savings {
    let input = |event| EventInput { event, account: String::new(), start: None, transport: Rupiah::ZERO };
    let inputs: Vec<EventInput<'_>> = events.iter().map(input).collect();
    savings(&inputs, &Terms { venues, book: &PriceBook::default(), replies, calendar }).unwrap()
}

fn known(participants: Option<Estimate<NonZeroU32>>, days: Option<Estimate<NonZeroU32>>) -> Known {
    let source = SourceRef::NotStated;
    Known { event: "rapat".into(), start: None, participants, days, evidence: Evidence::Receipt, source }
}

/// What becomes of an event, and how many people are said to take part.
#[test]
fn an_event_is_compared_or_says_why_not() {
    use SavingStatus as S;
    let doubtful =
        |participants| BudgetEvent { doubts: vec![EventDoubt::TitleFromActivity], participants, ..event() };
    let room = || paid(CostKind::RoomRent, 3_000_000);
    let at = |venue_kind, event| BudgetEvent { venue_kind, ..event };
    let (half, whole, twice) = (count(20, 30, 41), count(20, 30, 40), count(20, 20, 20));
    let cases: Vec<(&str, BudgetEvent, SavingStatus, Option<u32>)> = vec![
        ("a package of one day", event(), S::Saves, Some(100)),
        // 9,500,000 there, and as much here.
        ("as dear there", paid(CostKind::VenuePackage, 9_500_000), S::NoSaving, Some(100)),
        ("one rupiah dearer", paid(CostKind::VenuePackage, 9_500_001), S::Saves, Some(100)),
        ("held online, and paid for", at(VenueKind::Online, event()), S::Online, Some(100)),
        ("in a hall already", at(VenueKind::GovernmentHall, event()), S::GovernmentHall, Some(100)),
        ("nothing paid", paid(CostKind::VenuePackage, 0), S::NoVenueCost, Some(100)),
        ("money given back", paid(CostKind::VenuePackage, -5), S::NoVenueCost, Some(100)),
        ("a place without a name", at(VenueKind::Unspecified, event()), S::VenueNotNamed, Some(100)),
        ("a bundle", BudgetEvent { contents_known: false, ..event() }, S::Bundled, Some(100)),
        ("nobody counted", BudgetEvent { participants: None, ..event() }, S::ParticipantsUnknown, None),
        // Both are unknown: people are what is asked for first.
        (
            "a room for nobody and no day",
            BudgetEvent { participants: None, days: None, bundled: false, ..room() },
            S::ParticipantsUnknown,
            None,
        ),
        (
            "a room for no day",
            BudgetEvent { days: None, bundled: false, ..room() },
            S::DaysUnknown,
            Some(100),
        ),
        // A price a person a day, bought for one day.
        ("a package for no day", BudgetEvent { days: None, ..event() }, S::Saves, Some(100)),
        (
            "a stay for no day",
            BudgetEvent { days: None, package: Some(Session::Fullboard), ..event() },
            S::DaysUnknown,
            Some(100),
        ),
        ("counts beyond twice as great", doubtful(half.clone()), S::MixedEvents, Some(30)),
        ("counts twice as great", doubtful(whole), S::Saves, Some(30)),
        ("one count and no title", doubtful(twice), S::Saves, Some(20)),
        (
            "wide counts of one title",
            BudgetEvent { participants: half.clone(), ..event() },
            S::Saves,
            Some(30),
        ),
        // A count over several events is the count of none of them.
        (
            "several in places without names",
            at(VenueKind::Unspecified, doubtful(half)),
            S::VenueNotNamed,
            None,
        ),
    ];
    for (name, event, status, participants) in cases {
        let found = computed(&[event], &[the_hall()], &Replies::default(), None);
        let found = &found.events[0];
        assert_eq!(
            (found.status, found.participants.map(Estimate::likely)),
            (status, participants),
            "{name}"
        );
    }
}

/// A document says what the budget does not: 60 people, or two days.
#[test]
fn a_document_fills_what_the_budget_leaves_open() {
    let of = |event: BudgetEvent, known| {
        let replies = Replies { all: vec![], known: vec![known] };
        let found = computed(&[event], &[the_hall()], &replies, None);
        (found.events[0].status, found.gross.likely())
    };
    let nobody = BudgetEvent { participants: None, ..event() };
    // 1,000,000 + 60 x 85,000 = 6,100,000.
    let saves = SavingStatus::Saves;
    assert_eq!(of(nobody.clone(), known(people(60), None)), (saves, Rupiah::from_whole(18_900_000)));
    assert_eq!(of(nobody, known(None, people(2))), (SavingStatus::ParticipantsUnknown, Rupiah::ZERO));
    // A room for two days: 3,000,000 - 2 x 1,000,000.
    let room = || BudgetEvent { days: None, bundled: false, ..paid(CostKind::RoomRent, 3_000_000) };
    assert_eq!(of(room(), known(None, people(2))), (saves, Rupiah::from_whole(1_000_000)));
    assert_eq!(of(room(), known(None, None)), (SavingStatus::DaysUnknown, Rupiah::ZERO));
    let mixed = BudgetEvent {
        doubts: vec![EventDoubt::TitleFromActivity],
        participants: count(20, 30, 100),
        ..event()
    };
    assert_eq!(of(mixed, known(people(60), None)), (saves, Rupiah::from_whole(18_900_000)));
}

/// What was saved before a reply is computed with the documents that were there before it.
#[test]
fn without_replies_the_documents_stay() {
    let nobody = BudgetEvent { participants: None, ..event() };
    let reply = Reply {
        known: known(None, None),
        reason: LawfulReason::Booked,
        halls: vec![],
        statement: String::new(),
        office: String::new(),
        received: None,
    };
    let replies = Replies { all: vec![reply], known: vec![known(people(60), None)] };
    let found = computed(&[nobody], &[the_hall()], &replies, None);
    assert_eq!(found.events[0].status, SavingStatus::RuledOutByReply);
    assert_eq!(found.gross.likely(), Rupiah::ZERO);
    assert_eq!(found.gross_without_replies.likely(), Rupiah::from_whole(18_900_000));
}

fn swings(found: &Savings) -> Vec<(HeadlineInput, i64, i64, i64)> {
    let whole = |amount: Rupiah| i64::try_from(amount.value()).unwrap();
    let swing = |s: &hemat_core::saving::HeadlineSwing| {
        (s.input.clone(), whole(s.low), whole(s.high), whole(s.swing))
    };
    found.sensitivity.iter().map(swing).collect()
}

fn price_of(venue: &str, component: Component) -> HeadlineInput {
    HeadlineInput::HallPrice { venue: venue.into(), component }
}

/// One input alone from low to high, the others at their likely values.
#[test]
fn each_input_moves_the_headline_alone() {
    let meals = (price_of("aula", Component::Meal), 16_000_000, 15_000_000, 1_000_000);
    let of = |event| swings(&computed(&[event], &[the_hall()], &Replies::default(), None));
    assert_eq!(of(event()), std::slice::from_ref(&meals));
    // 80 people 7,800,000, 120 people 11,200,000.
    let participants = BudgetEvent { participants: count(80, 100, 120), ..event() };
    assert_eq!(
        of(participants),
        [(HeadlineInput::Participants, 17_200_000, 13_800_000, 3_400_000), meals.clone()]
    );
    // Two days 19,000,000; three would be dearer than the hotel, and the event leaves the headline.
    let days = BudgetEvent { days: count(1, 1, 3), ..event() };
    assert_eq!(of(days), [(HeadlineInput::Days, 15_500_000, 0, 15_500_000), meals.clone()]);
    // Held twice: 19,000,000, once: 9,500,000. Meals at 40,000 twice: 18,000,000, at 50,000: 20,000,000.
    let times = BudgetEvent { occurrences: count(1, 2, 2), ..event() };
    let twice = (price_of("aula", Component::Meal), 7_000_000, 5_000_000, 2_000_000);
    assert_eq!(of(times), [(HeadlineInput::Times, 15_500_000, 6_000_000, 9_500_000), twice]);
}

/// Two events of 100 people and two of 10, so that each of two halls is the best for some. Dua has no price for food:
/// the book has.
#[test]
fn a_price_moves_only_where_it_is_paid() {
    // Satu: 1,000,000 + 85,000 a head; Dua: 100,000 + 105,000 a head.
    let satu = hall("satu", vec![rent([900_000, 1_000_000, 1_200_000]), meal(), snack([20_000; 3])]);
    let dua = hall("dua", vec![rent([50_000, 100_000, 150_000])]);
    // No government hall: its prices move nothing.
    let hotel = Venue { kind: VenueKind::Hotel, ..hall("hotel", vec![rent([1, 2, 3])]) };
    let book = PriceBook {
        own: vec![
            rate(Component::Meal, Basis::Meal, [45_000, 55_000, 60_000]),
            snack([20_000, 25_000, 26_000]),
        ],
        published: BTreeMap::new(),
    };
    let few = BudgetEvent {
        id: "sedikit".into(),
        participants: count(10, 10, 10),
        ..paid(CostKind::VenuePackage, 3_000_000)
    };
    let events = [event(), few];
    let input = |event| EventInput { event, account: String::new(), start: None, transport: Rupiah::ZERO };
    let inputs: Vec<EventInput<'_>> = events.iter().map(input).collect();
    let replies = Replies::default();
    let terms = Terms { venues: &[satu, dua, hotel], book: &book, replies: &replies, calendar: None };
    let found = savings(&inputs, &terms).unwrap();
    // 100 people: Satu 9,500,000 (saves 15,500,000), Dua 10,600,000. 10 people: Satu 1,850,000, Dua 1,150,000 (saves
    // 1,850,000). Headline 17,350,000.
    assert_eq!(found.gross.likely(), Rupiah::from_whole(17_350_000));
    assert_eq!(
        swings(&found),
        [
            // Dua for 100 at 45,000: 9,600,000, dearer than Satu yet; for 10 people 100,000 less and 50,000 more.
            (price_of("satu", Component::Meal), 17_850_000, 16_850_000, 1_000_000),
            (price_of("satu", Component::HallRent), 17_450_000, 17_150_000, 300_000),
            // Dua for 100 people at snacks of 20,000: 9,600,000.
            (HeadlineInput::BookPrice(Component::Meal), 17_450_000, 17_300_000, 150_000),
            (HeadlineInput::BookPrice(Component::Snack), 17_450_000, 17_330_000, 120_000),
            (price_of("dua", Component::HallRent), 17_400_000, 17_300_000, 100_000),
        ]
    );
}

/// A price of the hall that is not in force moves nothing, though the book has a range for the same thing.
#[test]
fn a_price_out_of_force_moves_nothing() {
    let day = |year, month, day| Date::from_ymd(year, month, day);
    let old = snack([1_000, 30_000, 90_000]).valid(None, day(2020, 12, 31)).unwrap();
    let aula = hall("aula", vec![rent([1_000_000; 3]), rate(Component::Meal, Basis::Meal, [45_000; 3]), old]);
    let book = PriceBook { own: vec![snack([15_000, 20_000, 30_000])], published: BTreeMap::new() };
    let event = event();
    let inputs = [EventInput {
        event: &event,
        account: String::new(),
        start: day(2025, 3, 4),
        transport: Rupiah::ZERO,
    }];
    let replies = Replies::default();
    let found =
        savings(&inputs, &Terms { venues: &[aula], book: &book, replies: &replies, calendar: None }).unwrap();
    // 200 snacks, each 5,000 less or 10,000 more.
    let expected = (HeadlineInput::BookPrice(Component::Snack), 16_500_000, 13_500_000, 3_000_000);
    assert_eq!(swings(&found), [expected]);
}

/// One free day of a year holds one of two undated events, the one that saves more.
#[test]
fn undated_events_are_bound_by_the_free_days_of_their_year() {
    let day = |month, day| Date::from_ymd(2025, month, day).unwrap();
    let mut calendar = Calendar::default();
    for (start, end) in [(day(1, 1), day(6, 30)), (day(7, 2), day(12, 31))] {
        let booking = Booking { start, end, holder: "lain".into(), source: String::new() };
        assert!(calendar.add("aula", booking));
    }
    let other = BudgetEvent { id: "lain".into(), ..paid(CostKind::VenuePackage, 20_000_000) };
    let found = computed(&[event(), other], &[the_hall()], &Replies::default(), Some(&calendar));
    // Moved alone: 15,500,000 and 10,500,000, each half a million less or more by the price of meals.
    assert_eq!(found.gross, rupiah([25_000_000, 26_000_000, 27_000_000]));
    let feasible = &found.feasible;
    assert_eq!((feasible.undated, feasible.undated_gross), (2, found.gross));
    assert_eq!(feasible.undated_at_most, rupiah([15_500_000, 15_500_000, 27_000_000]));
    // Without bookings both are held.
    let free = computed(&[event()], &[the_hall()], &Replies::default(), None);
    assert_eq!(free.feasible.undated_at_most, rupiah([15_000_000, 15_500_000, 16_000_000]));
}

/// Files of one name in two folders give one id to two events.
#[test]
fn the_schedule_tells_events_of_one_id_apart() {
    let events = [event(), event(), event()];
    let start = Date::from_ymd(2025, 3, 4);
    let input = |event| EventInput { event, account: String::new(), start, transport: Rupiah::ZERO };
    let inputs: Vec<EventInput<'_>> = events.iter().map(input).collect();
    let (book, replies) = (PriceBook::default(), Replies::default());
    let found =
        savings(&inputs, &Terms { venues: &[the_hall()], book: &book, replies: &replies, calendar: None });
    let feasible = found.unwrap().feasible;
    let ids: Vec<&str> = feasible.problem.events.iter().map(|e| e.id.as_str()).collect();
    assert_eq!(ids, ["rapat", "rapat#2", "rapat#3"]);
    assert_eq!(feasible.dated.saving.likely(), Rupiah::from_whole(15_500_000));
}

/// Transport money is not needed in the agency's own compound, where there is any.
#[test]
fn transport_is_moot_only_in_the_own_compound() {
    let own = || Venue { compound: vec!["dinas contoh".into()], ..the_hall() };
    let other = || Venue { compound: vec!["dinas lain".into()], ..the_hall() };
    let event = event();
    let moot = |hall: Venue, transport: i64| {
        let transport = Rupiah::from_whole(transport);
        let inputs = [EventInput { event: &event, account: String::new(), start: None, transport }];
        let (book, replies) = (PriceBook::default(), Replies::default());
        let terms = Terms { venues: &[hall], book: &book, replies: &replies, calendar: None };
        savings(&inputs, &terms).unwrap().events[0].transport_moot
    };
    assert_eq!(moot(own(), 5_000_000), Some(Rupiah::from_whole(5_000_000)));
    assert_eq!(moot(own(), 0), None);
    assert_eq!(moot(other(), 5_000_000), None);
    assert_eq!(moot(other(), 0), None);
}
