//! One test for each rule a reader of a comparison relies on; the arithmetic stands beside it. Every case is
//! evaluated by both sides unless it says otherwise.

use std::num::NonZeroU32;

use hemat_core::comparison::{Comparison, Fits, NoBest, Note, VenueOption, Verdict, compare};
use hemat_core::component::{Basis, Component, Included};
use hemat_core::date::Date;
use hemat_core::estimate::Estimate;
use hemat_core::event::{Event, Supported};
use hemat_core::evidence::Evidence;
use hemat_core::kind::VenueKind;
use hemat_core::money::Rupiah;
use hemat_core::session::{Hours, Seating, Session};
use hemat_core::source::SourceRef;
use hemat_core::venue::{Capacity, Rate, Tax, Venue};
use rust_decimal::Decimal;

use crate::check::{self, Counted};

fn rp(whole: i64) -> Rupiah {
    Rupiah::from_whole(whole)
}

fn some(n: u32) -> NonZeroU32 {
    NonZeroU32::new(n).unwrap()
}

fn hours(n: u32) -> Option<Hours> {
    Hours::try_new(Decimal::from(n))
}

/// A halfday of one day, without meals or snacks, on 23 November 2018.
fn event(participants: u32) -> Event {
    let mut event = Event::titled("Seminar");
    event.start = Date::from_ymd(2018, 11, 23);
    event.days = Some(Estimate::exact(some(1)));
    event.participants = Some(Supported {
        count: Estimate::exact(some(participants)),
        evidence: None,
        source: SourceRef::NotStated,
    });
    event.seating = Some(Seating::Classroom);
    event.session = Some(Session::Halfday);
    event.meals_per_day = Some(Estimate::exact(0));
    event.snacks_per_day = Some(Estimate::exact(0));
    event
}

fn rate(component: &str, basis: Basis, amount: i64, includes: &[&str]) -> Rate {
    let component = Component::from_word(component).unwrap();
    let includes = includes.iter().map(|w| Included::from_word(w).unwrap()).collect();
    let source = SourceRef::document("tarif");
    let amount = Estimate::exact(rp(amount));
    Rate::try_new(component, basis, amount, Tax::Included, includes, Evidence::Tariff, source).unwrap()
}

fn venue(id: &str, kind: VenueKind, seats: Option<u32>, rates: Vec<Rate>) -> Venue {
    let capacity = seats.map(|n| Capacity {
        seats: [(Seating::Classroom, some(n))].into(),
        evidence: Evidence::Claim,
        source: SourceRef::NotStated,
    });
    Venue {
        id: id.into(),
        name: id.into(),
        aliases: vec![],
        kind,
        region: String::new(),
        compound: Vec::new(),
        capacity,
        rates,
    }
}

fn hotel(rates: Vec<Rate>) -> Venue {
    venue("hotel", VenueKind::Hotel, Some(500), rates)
}

fn hall(id: &str, rates: Vec<Rate>) -> Venue {
    venue(id, VenueKind::GovernmentHall, Some(500), rates)
}

fn rent(amount: i64) -> Rate {
    rate("hall-rent", Basis::Day, amount, &[])
}

/// Compared by the library and by the plain evaluation, which must agree.
fn compared(event: &Event, venues: &[Venue]) -> Comparison {
    check::case("rule", event, venues, None, &mut Counted::default()).unwrap()
}

fn option<'a>(comparison: &'a Comparison, id: &str) -> &'a VenueOption {
    comparison.options.iter().find(|o| o.venue == id).unwrap()
}

fn missing(option: &VenueOption) -> Vec<Component> {
    option.missing.iter().map(|m| m.component).collect()
}

#[test]
fn a_package_is_never_divided() {
    // The package holds a meal and a snack the event does not want: it still costs 50 x 100,000 whole.
    let package = rate("package-halfday", Basis::PersonDay, 100_000, &["room", "meal:1", "snack:1"]);
    let c = compared(&event(50), &[hotel(vec![package]), hall("aula", vec![rent(500_000)])]);
    let hotel = option(&c, "hotel");
    assert_eq!(hotel.components.len(), 1);
    assert_eq!(hotel.total, Estimate::exact(rp(5_000_000)));
    // 5,000,000 - 500,000
    assert_eq!(option(&c, "aula").saving, Some(Estimate::exact(rp(4_500_000))));
}

#[test]
fn a_muffin_is_not_sixteen_dollars() {
    // A bundle of 39,360 for 534 people over 5 days: 39,360 / 2,670 = 14.7415... a person and day.
    let mut event = event(534);
    event.days = Some(Estimate::exact(some(5)));
    event.session = Some(Session::Fullday);
    event.meals_per_day = Some(Estimate::exact(1));
    event.snacks_per_day = Some(Estimate::exact(2));
    let bundle = rate("package-fullday", Basis::Event, 39_360, &["room", "meal:1", "snack:2"]);
    let c = compared(&event, &[hotel(vec![bundle]), hall("aula", vec![rent(100)])]);
    let hotel = option(&c, "hotel");
    assert_eq!(hotel.per_person_day, Some(Rupiah::from_sen(1_474)));
    assert_eq!(hotel.components.len(), 1, "the bundle stays whole");
    assert_eq!(hotel.components[0].amount, Estimate::exact(rp(39_360)));
    // The bare hall costs 500 without food, and nothing is taken off the bundle for that.
    assert_eq!(missing(option(&c, "aula")), [Component::Meal, Component::Snack]);
    assert_eq!(option(&c, "aula").verdict, Verdict::CannotTell);
}

#[test]
fn an_incomplete_total_is_never_cheaper() {
    let mut event = event(50);
    event.needs = vec![Component::SoundSystem];
    let whole = vec![rent(1_000_000), rate("sound-system", Basis::Event, 1, &[])];
    let c = compared(&event, &[hotel(whole), hall("aula", vec![rent(1)])]);
    let aula = option(&c, "aula");
    assert_eq!((aula.verdict, aula.saving), (Verdict::CannotTell, None));
    assert_eq!(missing(aula), [Component::SoundSystem]);
    assert_eq!(c.best, Err(NoBest::NoneComplete));
    assert!(c.break_even.is_empty() && c.sensitivity.is_empty());
}

#[test]
fn an_incomplete_option_above_a_complete_baseline_is_dearer() {
    let mut event = event(50);
    event.needs = vec![Component::SoundSystem];
    let whole = vec![rent(1_000_000), rate("sound-system", Basis::Event, 1, &[])];
    let c = compared(
        &event,
        &[hotel(whole), hall("above", vec![rent(1_000_002)]), hall("level", vec![rent(1_000_001)])],
    );
    assert_eq!(option(&c, "above").verdict, Verdict::Dearer);
    assert_eq!(option(&c, "above").saving, None);
    // Level with the baseline, and the sound system could be free.
    assert_eq!(option(&c, "level").verdict, Verdict::CannotTell);
}

#[test]
fn a_complete_option_below_an_incomplete_baseline_is_cheaper_but_not_best() {
    let mut event = event(50);
    event.needs = vec![Component::SoundSystem];
    let whole = vec![rent(800_000), rate("sound-system", Basis::Event, 100_000, &[])];
    let c = compared(&event, &[hotel(vec![rent(1_000_000)]), hall("aula", whole)]);
    assert_eq!(option(&c, "aula").verdict, Verdict::Cheaper);
    assert_eq!(c.best, Err(NoBest::BaselineIncomplete));
}

#[test]
fn unknown_capacity_never_counts_as_fitting() {
    let unknown = venue("aula", VenueKind::GovernmentHall, None, vec![rent(1)]);
    let c = compared(&event(50), &[hotel(vec![rent(1_000_000)]), unknown]);
    assert_eq!(option(&c, "aula").fits, Fits::Unknown);
    assert_eq!(option(&c, "aula").verdict, Verdict::Cheaper);
    assert_eq!(c.best, Err(NoBest::NoneFits { too_small: 0, unknown: 1 }));
}

#[test]
fn a_rate_out_of_force_is_not_counted_and_is_named() {
    let from = Date::from_ymd(2018, 11, 24);
    let old = Date::from_ymd(2018, 11, 22);
    let late = rent(1).valid(from, None).unwrap();
    let early = rent(2).valid(None, old).unwrap();
    let last_day = rent(3_000).valid(None, Date::from_ymd(2018, 11, 23)).unwrap();
    let c = compared(&event(50), &[hotel(vec![rent(1_000_000)]), hall("aula", vec![late, early, last_day])]);
    assert_eq!(option(&c, "aula").total, Estimate::exact(rp(3_000)));
    let named: Vec<_> = c
        .notes
        .iter()
        .filter_map(|n| match n {
            Note::NotInForce { venue, component, from, to, .. } => {
                Some((venue.as_str(), *component, *from, *to))
            }
            _ => None,
        })
        .collect();
    let rent = Component::HallRent;
    assert_eq!(named, [("aula", rent, from, None), ("aula", rent, None, old)]);
}

#[test]
fn a_longer_package_covers_a_shorter_event_and_not_the_other_way() {
    let halfday = || rate("package-halfday", Basis::PersonDay, 100_000, &["room"]);
    let fullday = || rate("package-fullday", Basis::PersonDay, 150_000, &["room"]);
    let mut event = event(10);
    let c = compared(&event, &[hotel(vec![fullday()]), hall("aula", vec![halfday()])]);
    assert_eq!(option(&c, "hotel").total, Estimate::exact(rp(1_500_000)));
    event.session = Some(Session::Fullday);
    let c = compared(&event, &[hotel(vec![fullday()]), hall("aula", vec![halfday()])]);
    assert_eq!(missing(option(&c, "aula")), [Component::HallRent]);
}

#[test]
fn of_two_rates_the_cheapest_is_used_and_the_other_listed() {
    let c = compared(
        &event(10),
        &[
            hotel(vec![rent(9_000)]),
            hall("aula", vec![rent(5_000), rate("hall-rent", Basis::Event, 4_000, &[])]),
        ],
    );
    let aula = option(&c, "aula");
    assert_eq!(aula.total, Estimate::exact(rp(4_000)));
    let others: Vec<_> = aula.other_ways.iter().map(|w| w.likely_total).collect();
    assert_eq!(others, [rp(5_000)]);
}

#[test]
fn what_a_rent_includes_counts_beside_a_package_without_a_room() {
    // Package 10 x 1,000, the dear room with sound 5,000: 15,000. The cheap room, 4,000, lacks the sound.
    let mut event = event(10);
    event.needs = vec![Component::SoundSystem];
    event.meals_per_day = Some(Estimate::exact(1));
    let package = rate("package-halfday", Basis::PersonDay, 1_000, &["meal:1"]);
    let dear = rate("hall-rent", Basis::Day, 5_000, &["sound-system"]);
    let c = compared(&event, &[hotel(vec![rent(1)]), hall("aula", vec![package, rent(4_000), dear])]);
    let aula = option(&c, "aula");
    assert!(aula.complete());
    assert_eq!(aula.total, Estimate::exact(rp(15_000)));
}

#[test]
fn equal_savings_go_to_the_first_id() {
    let halls = [
        hotel(vec![rent(9_000)]),
        hall("melati", vec![rent(4_000)]),
        hall("anggrek", vec![rent(4_000)]),
        hall("dahlia", vec![rent(5_000)]),
    ];
    assert_eq!(compared(&event(10), &halls).best, Ok("anggrek".to_owned()));
}

#[test]
fn without_a_saving_there_is_no_best_and_equal_is_same() {
    let c = compared(
        &event(10),
        &[hotel(vec![rent(9_000)]), hall("aula", vec![rent(9_000)]), hall("balai", vec![rent(9_001)])],
    );
    assert_eq!(option(&c, "hotel").verdict, Verdict::Same);
    assert_eq!(option(&c, "aula").verdict, Verdict::Same);
    assert_eq!(option(&c, "balai").verdict, Verdict::Dearer);
    assert_eq!(c.best, Err(NoBest::NoneCheaper));
    let alone = compared(&event(10), &[hotel(vec![rent(9_000)])]);
    assert_eq!(alone.best, Err(NoBest::NoOptions));
}

#[test]
fn four_hundred_and_twenty_people_fit_no_hall_of_a_hundred() {
    let small = |id| venue(id, VenueKind::GovernmentHall, Some(100), vec![rent(1)]);
    let c = compared(&event(420), &[hotel(vec![rent(9_000)]), small("aula-1"), small("aula-2")]);
    assert!(c.alternatives().all(|o| o.fits == Fits::No));
    assert_eq!(c.best, Err(NoBest::NoneFits { too_small: 2, unknown: 0 }));
}

#[test]
fn five_hours_are_a_halfday() {
    let mut event = event(10);
    event.session = None;
    event.hours_per_day = hours(5);
    let package = || rate("package-halfday", Basis::PersonDay, 100, &["room"]);
    let venues = [hotel(vec![package()]), hall("aula", vec![rent(1)])];
    let c = compared(&event, &venues);
    assert!(option(&c, "hotel").complete());
    assert!(c.notes.contains(&Note::SessionDefault(Session::Halfday)));
    event.hours_per_day = hours(6);
    assert_eq!(missing(option(&compared(&event, &venues), "hotel")), [Component::HallRent]);
    event.hours_per_day = None;
    let c = compared(&event, &venues);
    assert!(c.notes.contains(&Note::SessionDefault(Session::Fullday)));
}

#[test]
fn a_session_is_counted_once_a_day_when_hours_are_unknown_and_the_note_says_so() {
    let mut event = event(10);
    event.days = Some(Estimate::exact(some(2)));
    let by_session = rate("hall-rent", Basis::Session { hours: hours(4).unwrap() }, 1_000, &[]);
    let venues = [hotel(vec![rent(9_000)]), hall("aula", vec![by_session])];
    let note = Note::HoursUnknown { venue: "aula".into(), component: Component::HallRent };
    let c = compared(&event, &venues);
    // 2 days x 1 session x 1,000
    assert_eq!(option(&c, "aula").total, Estimate::exact(rp(2_000)));
    assert!(c.notes.contains(&note));
    event.hours_per_day = hours(9);
    let c = compared(&event, &venues);
    // 2 days x ceil(9 / 4) = 3 sessions x 1,000
    assert_eq!(option(&c, "aula").total, Estimate::exact(rp(6_000)));
    assert!(!c.notes.contains(&note));
}

#[test]
fn online_needs_nothing() {
    let mut event = event(900);
    event.session = Some(Session::Fullboard);
    event.meals_per_day = None;
    event.needs = vec![Component::SoundSystem, Component::Projector];
    let licence = rate("other", Basis::Event, 250_000, &[]);
    let online = venue("daring", VenueKind::Online, None, vec![licence]);
    let c = compared(&event, &[hotel(vec![rent(9_000_000)]), online]);
    let online = option(&c, "daring");
    assert!(online.complete());
    assert_eq!((online.fits, online.total), (Fits::Yes, Estimate::exact(rp(250_000))));
}

#[test]
fn what_must_be_paid_anyway_is_not_bought_twice() {
    // The room 5,000 and the sound system that everybody pays, 3,000; the one for 1,000 is not needed beside it.
    let mut event = event(10);
    event.needs = vec![Component::SoundSystem];
    let mut paid = rate("sound-system", Basis::Event, 3_000, &[]);
    paid.mandatory = true;
    let free_choice = rate("sound-system", Basis::Event, 1_000, &[]);
    let c = compared(&event, &[hotel(vec![rent(9_000)]), hall("aula", vec![rent(5_000), free_choice, paid])]);
    assert_eq!(option(&c, "aula").total, Estimate::exact(rp(8_000)));
    assert_eq!(option(&c, "aula").components.len(), 2);
    // It is paid as well by an event that does not need it.
    event.needs.clear();
    let mut paid = rate("sound-system", Basis::Event, 3_000, &[]);
    paid.mandatory = true;
    let c = compared(&event, &[hotel(vec![rent(9_000)]), hall("aula", vec![rent(5_000), paid])]);
    assert_eq!(option(&c, "aula").total, Estimate::exact(rp(8_000)));
}

#[test]
fn a_senseless_range_of_meals_takes_no_time() {
    // The plain evaluation would visit four thousand million numbers of meals; the library visits the kinks.
    let mut event = event(10);
    event.meals_per_day = Some(Estimate::try_new(0, 1, u32::MAX).unwrap());
    let package = rate("package-halfday", Basis::PersonDay, 1_000, &["room", "meal:2"]);
    let meal = || rate("meal", Basis::Meal, 1, &[]);
    let venues = [hotel(vec![package, meal()]), hall("aula", vec![rent(1), meal()])];
    let c = compare(&event, &venues, "hotel", None).unwrap();
    // Likely: 10 x 1,000 - (1 + 10 x 1). High, at no meal: 10,000 - 1; low, from two meals on: 10,000 - 21.
    let saving = option(&c, "aula").saving.unwrap();
    assert_eq!([saving.low(), saving.likely(), saving.high()], [rp(9_979), rp(9_989), rp(9_999)]);
}
