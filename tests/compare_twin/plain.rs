//! The comparison once more, as plainly as it can be said: every way is tried, every corner is visited,
//! every number of participants is counted. Money is whole ten-thousandths of a rupiah.

use hemat_core::calendar::Calendar;
use hemat_core::component::{Basis, Component, Included};
use hemat_core::date::Date;
use hemat_core::estimate::Estimate;
use hemat_core::event::Event;
use hemat_core::evidence::Evidence;
use hemat_core::kind::VenueKind;
use hemat_core::money::Rupiah;
use hemat_core::session::{Seating, Session};
use hemat_core::venue::{Rate, Tax, Venue};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Ten-thousandths in one rupiah.
pub(crate) const ONE: i128 = 10_000;

/// Ten-thousandths of a decimal that has no more than four decimals.
pub(crate) fn exact(value: Decimal) -> i128 {
    let scaled = (value * Decimal::from(ONE)).normalize();
    assert_eq!(scaled.scale(), 0, "{value} has more than four decimals");
    scaled.to_i128().unwrap()
}

pub(crate) fn money(amount: Rupiah) -> i128 {
    exact(amount.value())
}

pub(crate) fn three(amount: Estimate<Rupiah>) -> [i128; 3] {
    [money(amount.low()), money(amount.likely()), money(amount.high())]
}

/// One value for each shared input.
#[derive(Debug, Clone, Copy)]
pub(crate) struct At {
    pub(crate) people: i128,
    pub(crate) days: i128,
    pub(crate) meals: i128,
    pub(crate) snacks: i128,
}

/// The shared inputs of an event: low, likely, high.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Inputs {
    pub(crate) people: [i128; 3],
    pub(crate) people_known: bool,
    pub(crate) days: [i128; 3],
    pub(crate) meals: [i128; 3],
    pub(crate) snacks: [i128; 3],
}

impl Inputs {
    pub(crate) fn of(event: &Event) -> Self {
        let count = |low: u32, likely: u32, high: u32| [low.into(), likely.into(), high.into()];
        let session = session_of(event);
        let (meals, snacks) = match session {
            Session::Halfday => (1, 1),
            Session::Fullday => (1, 2),
            Session::Fullboard => (3, 2),
        };
        Inputs {
            people: event
                .participants
                .as_ref()
                .map_or([1; 3], |p| count(p.count.low().get(), p.count.likely().get(), p.count.high().get())),
            people_known: event.participants.is_some(),
            days: event.days.map_or([1; 3], |d| count(d.low().get(), d.likely().get(), d.high().get())),
            meals: event.meals_per_day.map_or([meals; 3], |m| count(m.low(), m.likely(), m.high())),
            snacks: event.snacks_per_day.map_or([snacks; 3], |s| count(s.low(), s.likely(), s.high())),
        }
    }

    pub(crate) fn pick(&self, people: usize, days: usize, meals: usize, snacks: usize) -> At {
        At {
            people: self.people[people],
            days: self.days[days],
            meals: self.meals[meals],
            snacks: self.snacks[snacks],
        }
    }

    pub(crate) fn likely(&self) -> At {
        self.pick(1, 1, 1, 1)
    }

    fn corners(&self) -> Vec<At> {
        let mut all = Vec::new();
        for p in [0, 2] {
            for d in [0, 2] {
                for m in [0, 2] {
                    for s in [0, 2] {
                        all.push(self.pick(p, d, m, s));
                    }
                }
            }
        }
        all
    }

    /// The corners, with every whole number of meals and snacks between them.
    fn corners_and_between(&self) -> Vec<At> {
        let mut all = Vec::new();
        for p in [0, 2] {
            for d in [0, 2] {
                for meals in self.meals[0]..=self.meals[2] {
                    for snacks in self.snacks[0]..=self.snacks[2] {
                        all.push(At { people: self.people[p], days: self.days[d], meals, snacks });
                    }
                }
            }
        }
        all
    }
}

pub(crate) fn session_of(event: &Event) -> Session {
    match (event.session, event.hours_per_day) {
        (Some(session), _) => session,
        (None, Some(hours)) if exact(hours.value()) <= 5 * ONE => Session::Halfday,
        _ => Session::Fullday,
    }
}

fn length(session: Session) -> u8 {
    match session {
        Session::Halfday => 1,
        Session::Fullday => 2,
        Session::Fullboard => 3,
    }
}

fn package(component: Component) -> Option<u8> {
    match component {
        Component::PackageHalfday => Some(1),
        Component::PackageFullday => Some(2),
        Component::PackageFullboard => Some(3),
        _ => None,
    }
}

/// In force, or not known to be out of force.
pub(crate) fn counts(rate: &Rate, event: &Event) -> bool {
    let before = |day: Date| rate.valid_from().is_some_and(|from| day < from);
    let after = |day: Date| rate.valid_to().is_some_and(|to| day > to);
    match (event.start, event.fiscal_year) {
        (Some(day), _) => !before(day) && !after(day),
        (None, None) => true,
        (None, Some(year)) => {
            let first = Date::from_ymd(year.into(), 1, 1).unwrap();
            let last = Date::from_ymd(year.into(), 12, 31).unwrap();
            !before(last) && !after(first)
        }
    }
}

/// The price of one, with tax: low, likely, high.
fn price(rate: &Rate) -> [i128; 3] {
    let listed = three(rate.listed());
    match rate.tax() {
        Tax::Included => listed,
        Tax::Excluded(tax) => listed.map(|amount| amount * (ONE + exact(tax)) / ONE),
    }
}

/// One way to cover the event at one venue.
#[derive(Debug, Clone)]
pub(crate) struct Way<'a> {
    pub(crate) rates: Vec<&'a Rate>,
    /// Components without a price, with true if only the participants are missing.
    pub(crate) missing: Vec<(Component, bool)>,
    meals_in: i128,
    snacks_in: i128,
    hours: Option<i128>,
    /// Online: all rates are paid, needed or not.
    all_paid: bool,
}

impl Way<'_> {
    /// How often a rate is charged, in ten-thousandths.
    pub(crate) fn times(&self, rate: &Rate, at: At) -> i128 {
        let meals = (at.meals - self.meals_in).max(0);
        let snacks = (at.snacks - self.snacks_in).max(0);
        // Nothing to buy is nothing to pay, whatever the basis of the price.
        let nothing_left = match rate.component() {
            Component::Meal => meals == 0,
            Component::Snack => snacks == 0,
            _ => false,
        };
        if nothing_left && !self.all_paid {
            return 0;
        }
        match rate.basis() {
            Basis::Event => ONE,
            Basis::Day => at.days * ONE,
            Basis::Session { hours } => {
                let one = exact(hours.value());
                let a_day = self.hours.map_or(1, |day| (day + one - 1) / one);
                at.days * a_day * ONE
            }
            Basis::Person => at.people * ONE,
            Basis::PersonDay => at.people * at.days * ONE,
            Basis::Meal => at.people * at.days * meals * ONE,
            Basis::Snack => at.people * at.days * snacks * ONE,
            Basis::Unit { quantity } => exact(quantity),
        }
    }

    pub(crate) fn cost(&self, rate: &Rate, at: At, end: usize) -> i128 {
        let product = price(rate)[end] * self.times(rate, at);
        assert_eq!(product % ONE, 0, "the numbers are chosen so that nothing is lost");
        product / ONE
    }

    pub(crate) fn total(&self, at: At, end: usize) -> i128 {
        self.rates.iter().map(|rate| self.cost(rate, at, end)).sum()
    }

    fn rank(&self, inputs: &Inputs) -> (usize, i128) {
        (self.missing.len(), self.total(inputs.likely(), 1))
    }
}

fn by_participants(basis: Basis) -> bool {
    matches!(basis, Basis::Person | Basis::PersonDay | Basis::Meal | Basis::Snack)
}

/// All ways, the cheapest complete one first. The flag is true if the first two cannot be told apart.
pub(crate) fn ways<'a>(event: &Event, venue: &'a Venue, inputs: &Inputs) -> (Vec<Way<'a>>, bool) {
    let rates: Vec<&Rate> = venue.rates.iter().filter(|r| counts(r, event)).collect();
    let hours = event.hours_per_day.map(|h| exact(h.value()));
    let empty = Way {
        rates: vec![],
        missing: vec![],
        meals_in: 0,
        snacks_in: 0,
        hours,
        all_paid: venue.kind == VenueKind::Online,
    };
    if venue.kind == VenueKind::Online {
        let mut way = empty;
        for rate in rates {
            buy(&mut way, rate, inputs);
        }
        return (vec![way], false);
    }
    let mut found = Vec::new();
    let need = length(session_of(event));
    let mut starts: Vec<Option<&Rate>> = vec![None];
    starts.extend(
        rates.iter().copied().filter(|r| package(r.component()).is_some_and(|p| p >= need)).map(Some),
    );
    for start in starts {
        let mut way = empty.clone();
        let mut included: Vec<Included> = Vec::new();
        if let Some(package) = start {
            buy(&mut way, package, inputs);
            included.extend(package.includes());
        }
        if included.contains(&Included::Room) {
            found.extend(furnish(event, &rates, way, &included, inputs));
            continue;
        }
        let rents: Vec<&Rate> =
            rates.iter().copied().filter(|r| r.component() == Component::HallRent).collect();
        if rents.is_empty() {
            way.missing.push((Component::HallRent, false));
            found.extend(furnish(event, &rates, way, &included, inputs));
            continue;
        }
        for rent in rents {
            let mut way = way.clone();
            buy(&mut way, rent, inputs);
            let mut included = included.clone();
            included.extend(rent.includes());
            found.extend(furnish(event, &rates, way, &included, inputs));
        }
    }
    found.sort_by_key(|way| way.rank(inputs));
    let tie = found.len() > 1 && found[0].rank(inputs) == found[1].rank(inputs);
    (found, tie)
}

fn can_buy(rate: &Rate, inputs: &Inputs) -> bool {
    inputs.people_known || !by_participants(rate.basis())
}

fn buy<'a>(way: &mut Way<'a>, rate: &'a Rate, inputs: &Inputs) {
    if can_buy(rate, inputs) {
        way.rates.push(rate);
    } else if !way.missing.contains(&(rate.component(), true)) {
        way.missing.push((rate.component(), true));
    }
}

/// What is still needed, bought from every combination of the other rates.
fn furnish<'a>(
    event: &Event,
    rates: &[&'a Rate],
    mut way: Way<'a>,
    included: &[Included],
    inputs: &Inputs,
) -> Vec<Way<'a>> {
    for thing in included {
        match thing {
            Included::Meals(n) => way.meals_in += i128::from(*n),
            Included::Snacks(n) => way.snacks_in += i128::from(*n),
            _ => {}
        }
    }
    let mut needs: Vec<Component> = Vec::new();
    if inputs.meals[2] > way.meals_in {
        needs.push(Component::Meal);
    }
    if inputs.snacks[2] > way.snacks_in {
        needs.push(Component::Snack);
    }
    if session_of(event) == Session::Fullboard {
        needs.push(Component::Lodging);
    }
    for need in &event.needs {
        if !needs.contains(need) {
            needs.push(*need);
        }
    }
    needs.retain(|need| !included.contains(&Included::Thing(*need)));
    let mut all = vec![way];
    for need in needs {
        let mut offers: Vec<&Rate> = rates.iter().copied().filter(|r| r.component() == need).collect();
        // What has to be paid in any case is what is used.
        let paid = offers.iter().copied().filter(|r| r.mandatory);
        if let Some(paid) = paid.max_by_key(|r| can_buy(r, inputs)) {
            offers = vec![paid];
        }
        let mut next = Vec::new();
        for way in all {
            if offers.is_empty() {
                let mut way = way.clone();
                way.missing.push((need, false));
                next.push(way);
            }
            for offer in &offers {
                let mut way = way.clone();
                buy(&mut way, offer, inputs);
                next.push(way);
            }
        }
        all = next;
    }
    for way in &mut all {
        for rate in rates.iter().copied().filter(|r| r.mandatory) {
            let paid = way.rates.iter().any(|r| std::ptr::eq(*r, rate));
            if !paid && !included.contains(&Included::Thing(rate.component())) {
                buy(way, rate, inputs);
            }
        }
    }
    all
}

/// low, likely and high saving of `option` against `base`.
pub(crate) fn saving(base: &Way<'_>, option: &Way<'_>, inputs: &Inputs, between: bool) -> [i128; 3] {
    let likely = base.total(inputs.likely(), 1) - option.total(inputs.likely(), 1);
    let visited = if between { inputs.corners_and_between() } else { inputs.corners() };
    let mut low = likely;
    let mut high = likely;
    for at in visited {
        low = low.min(base.total(at, 0) - option.total(at, 2));
        high = high.max(base.total(at, 2) - option.total(at, 0));
    }
    [low, likely, high]
}

pub(crate) fn verdict(base: &Way<'_>, option: &Way<'_>, inputs: &Inputs) -> &'static str {
    let [low, _, high] = saving(base, option, inputs, true);
    match (base.missing.is_empty(), option.missing.is_empty()) {
        (true, true) if low > 0 => "cheaper",
        (true, true) if high < 0 => "dearer",
        (true, true) if low == 0 && high == 0 => "same",
        (true, true) => "uncertain",
        (true, false) if high < 0 => "dearer",
        (false, true) if low > 0 => "cheaper",
        _ => "cannot-tell",
    }
}

/// The numbers of participants at which the option is cheaper, by counting.
pub(crate) fn cheaper_for(base: &Way<'_>, option: &Way<'_>, inputs: &Inputs) -> Option<(u64, Option<u64>)> {
    const COUNTED: i128 = 300;
    const ENDLESS: i128 = 1 << 45;
    let cheaper = |people: i128| {
        let at = At { people, ..inputs.likely() };
        base.total(at, 1) > option.total(at, 1)
    };
    let within: Vec<i128> = (1..=COUNTED).filter(|n| cheaper(*n)).collect();
    // Beyond the counted numbers a straight line changes its sign at most once more.
    let turn = |from: i128| {
        let (mut same, mut other) = (from, ENDLESS);
        while other - same > 1 {
            let middle = (same + other) / 2;
            if cheaper(middle) == cheaper(from) { same = middle } else { other = middle }
        }
        other
    };
    let number = |n: i128| u64::try_from(n).unwrap();
    match (within.first(), within.last(), cheaper(ENDLESS)) {
        (None, _, false) => None,
        (None, _, true) => Some((number(turn(COUNTED)), None)),
        (Some(first), _, true) => Some((number(*first), None)),
        (Some(first), Some(&COUNTED), false) => Some((number(*first), Some(number(turn(COUNTED) - 1)))),
        (Some(first), last, false) => Some((number(*first), last.map(|n| number(*n)))),
    }
}

/// Input, saving at its low value, saving at its high value.
pub(crate) fn swings(
    base: (&str, &Way<'_>),
    option: (&str, &Way<'_>),
    inputs: &Inputs,
) -> Vec<(String, i128, i128)> {
    let mut all = Vec::new();
    let diff = |at: At| base.1.total(at, 1) - option.1.total(at, 1);
    let shared = [
        ("participants", inputs.people, inputs.pick(0, 1, 1, 1), inputs.pick(2, 1, 1, 1)),
        ("days", inputs.days, inputs.pick(1, 0, 1, 1), inputs.pick(1, 2, 1, 1)),
        ("meals_per_day", inputs.meals, inputs.pick(1, 1, 0, 1), inputs.pick(1, 1, 2, 1)),
        ("snacks_per_day", inputs.snacks, inputs.pick(1, 1, 1, 0), inputs.pick(1, 1, 1, 2)),
    ];
    for (name, range, low, high) in shared {
        if range[0] != range[2] {
            all.push((name.to_owned(), diff(low), diff(high)));
        }
    }
    let likely = inputs.likely();
    for (sign, (id, way)) in [(1, base), (-1, option)] {
        for rate in &way.rates {
            if price(rate)[0] != price(rate)[2] {
                let moved =
                    |end| diff(likely) + sign * (way.cost(rate, likely, end) - way.cost(rate, likely, 1));
                all.push((format!("{id}:{}", rate.component()), moved(0), moved(2)));
            }
        }
    }
    all
}

pub(crate) fn fits(event: &Event, venue: &Venue) -> &'static str {
    if venue.kind == VenueKind::Online {
        return "yes";
    }
    let Some(people) = event.participants.as_ref() else { return "unknown" };
    let (low, high) = (people.count.low().get(), people.count.high().get());
    let seats =
        |layout: Seating| venue.capacity.as_ref().and_then(|c| c.seats.get(&layout)).map(|seats| seats.get());
    if let Some(seats) = event.seating.and_then(seats) {
        return if seats >= high {
            "yes"
        } else if seats < low {
            "no"
        } else {
            "unknown"
        };
    }
    if seats(Seating::Theatre).is_some_and(|seats| seats < low) { "no" } else { "unknown" }
}

/// Day by day. Days that are only possible leave the answer open when they are taken.
pub(crate) fn free(
    event: &Event,
    venue: &Venue,
    calendar: Option<&Calendar>,
    inputs: &Inputs,
) -> &'static str {
    let (Some(start), Some(calendar)) = (event.start, calendar.filter(|c| c.covers(&venue.id))) else {
        return "unknown";
    };
    let taken = |days: i128| {
        (0..days).any(|n| {
            let day = start.plus_days(u32::try_from(n).unwrap()).unwrap();
            calendar.taken(&venue.id, day, day).is_some()
        })
    };
    if taken(inputs.days[0]) {
        "no"
    } else if taken(inputs.days[2]) {
        "unknown"
    } else {
        "yes"
    }
}

/// The evidence of the number of participants, if some rate is charged by it: a total is no stronger.
pub(crate) fn people_evidence(event: &Event, rates: &[&Rate]) -> Option<Evidence> {
    let people = event.participants.as_ref().and_then(|p| p.evidence)?;
    rates.iter().any(|rate| by_participants(rate.basis())).then_some(people)
}
