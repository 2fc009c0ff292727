//! Random events and venues from a seed, so that a failing case can be run again by its number.

use std::num::NonZeroU32;

use hemat_core::calendar::{Booking, Calendar};
use hemat_core::component::{Basis, Component, Included};
use hemat_core::date::Date;
use hemat_core::estimate::Estimate;
use hemat_core::event::{Event, EventCost, Supported};
use hemat_core::evidence::Evidence;
use hemat_core::kind::{CostKind, VenueKind};
use hemat_core::money::Rupiah;
use hemat_core::quantity::{Factor, Quantity};
use hemat_core::session::{Hours, Seating, Session};
use hemat_core::source::SourceRef;
use hemat_core::venue::{Capacity, Rate, Tax, Venue};
use rust_decimal::Decimal;

/// A linear congruential generator (Knuth's MMIX constants).
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(1));
        for _ in 0..4 {
            chance.below(2);
        }
        chance
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn percent(&mut self, chance: u64) -> bool {
        self.below(100) < chance
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[usize::try_from(self.below(all.len() as u64)).unwrap()]
    }

    fn count(&mut self, from: u32, spread: u64) -> Estimate<u32> {
        let low = from + u32::try_from(self.below(spread)).unwrap();
        if self.percent(60) {
            return Estimate::exact(low);
        }
        let likely = low + u32::try_from(self.below(spread)).unwrap();
        Estimate::try_new(low, likely, likely + u32::try_from(self.below(spread)).unwrap()).unwrap()
    }

    fn positive(&mut self, spread: u64) -> Estimate<NonZeroU32> {
        let n = self.count(1, spread);
        let whole = |n| NonZeroU32::new(n).unwrap();
        Estimate::try_new(whole(n.low()), whole(n.likely()), whole(n.high())).unwrap()
    }

    fn price(&mut self, most: u64) -> Estimate<Rupiah> {
        let whole = |n: u64| Rupiah::from_whole(i64::try_from(n).unwrap());
        let low = if self.percent(3) { 0 } else { self.below(most) + 1 };
        if self.percent(60) {
            return Estimate::exact(whole(low));
        }
        let likely = low + self.below(most / 3 + 1);
        let high = likely + self.below(most / 3 + 1);
        Estimate::try_new(whole(low), whole(likely), whole(high)).unwrap()
    }

    fn evidence(&mut self) -> Evidence {
        self.one_of(&Evidence::ALL)
    }

    fn date(&mut self) -> Option<Date> {
        let day = u32::try_from(self.below(40)).unwrap();
        Date::from_ymd(2018, 11, 5).unwrap().plus_days(day)
    }
}

const THINGS: [Component; 5] = [
    Component::SoundSystem,
    Component::Projector,
    Component::Chairs,
    Component::Cleaning,
    Component::Lodging,
];
const LAYOUTS: [Seating; 4] = [Seating::Theatre, Seating::Classroom, Seating::Banquet, Seating::UShape];
const SESSIONS: [Session; 3] = [Session::Halfday, Session::Fullday, Session::Fullboard];

pub(crate) fn event(chance: &mut Chance) -> Event {
    let mut event = Event::titled("acara");
    if chance.percent(85) {
        event.start = Date::from_ymd(2018, 11, 23);
    }
    if chance.percent(60) {
        event.fiscal_year = Some(2018);
    }
    if chance.percent(80) {
        event.days = Some(chance.positive(3));
    }
    if chance.percent(92) {
        let evidence = chance.evidence();
        event.participants = Some(Supported {
            count: chance.positive(90),
            evidence: chance.percent(50).then_some(evidence),
            source: SourceRef::NotStated,
        });
    }
    if chance.percent(80) {
        event.seating = Some(chance.one_of(&LAYOUTS));
    }
    if chance.percent(60) {
        event.session = Some(chance.one_of(&SESSIONS));
    }
    if chance.percent(50) {
        event.meals_per_day = Some(chance.count(0, 3));
    }
    if chance.percent(50) {
        event.snacks_per_day = Some(chance.count(0, 3));
    }
    if chance.percent(60) {
        event.hours_per_day = Hours::try_new(Decimal::new(i64::try_from(chance.below(110)).unwrap() + 5, 1));
    }
    event.needs = THINGS.into_iter().filter(|_| chance.percent(25)).collect();
    for _ in 0..chance.below(3) {
        let quantity = i64::try_from(chance.below(5)).unwrap();
        event.costs.push(EventCost {
            description: "Honorarium".to_owned(),
            kind: CostKind::SpeakerFee,
            quantity: Quantity::try_new(vec![Factor::new(Decimal::from(quantity), "orang")]).unwrap(),
            unit_price: chance.price(90_000),
            evidence: chance.evidence(),
            source: SourceRef::NotStated,
        });
    }
    event
}

fn rate(chance: &mut Chance, component: Component) -> Rate {
    let hours = Hours::try_new(Decimal::from(1 + chance.below(7))).unwrap();
    let quantity = Decimal::new(i64::try_from(chance.below(60)).unwrap(), 1);
    let bases = [
        Basis::Event,
        Basis::Day,
        Basis::Session { hours },
        Basis::Person,
        Basis::PersonDay,
        Basis::Unit { quantity },
    ];
    let basis = match component {
        Component::Meal if chance.percent(75) => Basis::Meal,
        Component::Snack if chance.percent(75) => Basis::Snack,
        c if c.package().is_some() && chance.percent(75) => Basis::PersonDay,
        _ => chance.one_of(&bases),
    };
    let most = match basis {
        Basis::Event | Basis::Day | Basis::Session { .. } => 2_000_000,
        _ if component.package().is_some() => 90_000,
        _ => 25_000,
    };
    let mut includes = Vec::new();
    if component.package().is_some() && chance.percent(85) {
        includes.push(Included::Room);
    }
    if component.package().is_some() || (component == Component::HallRent && chance.percent(10)) {
        if chance.percent(70) {
            includes.push(Included::Meals(u32::try_from(chance.below(4)).unwrap()));
        }
        if chance.percent(70) {
            includes.push(Included::Snacks(u32::try_from(chance.below(4)).unwrap()));
        }
    }
    if component.package().is_some() || (component == Component::HallRent && chance.percent(30)) {
        includes.extend(THINGS.into_iter().filter(|_| chance.percent(40)).map(Included::Thing));
    }
    let tax = match chance.below(4) {
        0 => Tax::Excluded(Decimal::new(10, 2)),
        1 => Tax::Excluded(Decimal::new(11, 2)),
        _ => Tax::Included,
    };
    let amount = chance.price(most);
    let evidence = chance.evidence();
    let mut rate =
        Rate::try_new(component, basis, amount, tax, includes, evidence, SourceRef::document("x")).unwrap();
    rate.mandatory = THINGS.contains(&component) && chance.percent(12);
    let from = chance.percent(20).then(|| chance.date()).flatten();
    let to = chance.percent(20).then(|| chance.date()).flatten();
    rate.clone().valid(from, to).unwrap_or(rate)
}

fn venue(chance: &mut Chance, id: String) -> Venue {
    let kind = chance.one_of(&[
        VenueKind::Hotel,
        VenueKind::Hotel,
        VenueKind::Restaurant,
        VenueKind::CommercialHall,
        VenueKind::GovernmentHall,
        VenueKind::GovernmentHall,
        VenueKind::Online,
    ]);
    let seats = LAYOUTS
        .into_iter()
        .filter(|_| chance.percent(75))
        .collect::<Vec<_>>()
        .into_iter()
        .map(|layout| (layout, NonZeroU32::new(1 + u32::try_from(chance.below(300)).unwrap()).unwrap()))
        .collect();
    let capacity = chance.percent(85).then_some(Capacity {
        seats,
        evidence: Evidence::Claim,
        source: SourceRef::NotStated,
    });
    let mut rates = Vec::new();
    let hotel = kind == VenueKind::Hotel;
    for component in [Component::PackageHalfday, Component::PackageFullday, Component::PackageFullboard] {
        if kind != VenueKind::Online && chance.percent(if hotel { 70 } else { 8 }) {
            rates.push(rate(chance, component));
        }
    }
    for component in [Component::HallRent, Component::Meal, Component::Snack].into_iter().chain(THINGS) {
        for likely in [90, 25] {
            if chance.percent(likely) {
                rates.push(rate(chance, component));
            }
        }
    }
    Venue {
        name: id.to_uppercase(),
        id,
        aliases: vec![],
        kind,
        region: String::new(),
        compound: Vec::new(),
        capacity,
        rates,
    }
}

pub(crate) fn venues(chance: &mut Chance) -> Vec<Venue> {
    (0..1 + chance.below(6)).map(|n| venue(chance, format!("v{n}"))).collect()
}

pub(crate) fn calendar(chance: &mut Chance, venues: &[Venue]) -> Option<Calendar> {
    if chance.percent(30) {
        return None;
    }
    let mut calendar = Calendar::default();
    for venue in venues {
        for _ in 0..chance.below(4) {
            let (Some(a), Some(b)) = (chance.date(), chance.date()) else { continue };
            let booking = Booking {
                start: a.min(b),
                end: a.min(b).plus_days(1).unwrap(),
                holder: "Dinas".into(),
                source: String::new(),
            };
            assert!(calendar.add(&venue.id, booking));
        }
    }
    Some(calendar)
}
