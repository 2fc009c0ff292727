//! The ways in which a venue can cover an event: a package with what it lacks, or room, food and equipment
//! bought one by one.

use super::bill::{Bill, Item, When};
use super::inputs::Inputs;
use super::{Missing, MissingReason};
use crate::component::Component;
use crate::estimate::Point;
use crate::event::Event;
use crate::kind::VenueKind;
use crate::money::{MoneyError, Rupiah};
use crate::session::Session;
use crate::venue::{InForce, Rate, Venue};

/// What has to be known to choose a way.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted<'a> {
    pub event: &'a Event,
    pub likely: Inputs,
    pub most: Inputs,
}

/// One way, with what it costs at likely values (a lower bound if something is missing).
#[derive(Debug, Clone)]
pub(super) struct Way<'a> {
    pub bill: Bill<'a>,
    pub likely_total: Rupiah,
}

/// All ways in which a venue covers the event, the one to use first: complete before incomplete, fewest
/// missing components, then cheapest at likely values, then by the order of the file.
pub(super) fn ways<'a>(wanted: &Wanted<'_>, venue: &'a Venue) -> Result<Vec<Way<'a>>, MoneyError> {
    let usable: Vec<&Rate> = venue
        .rates
        .iter()
        .filter(|r| r.in_force(wanted.event.start, wanted.event.fiscal_year) != InForce::No)
        .collect();
    let mut ways = if venue.kind == VenueKind::Online {
        vec![online(wanted, &usable)?]
    } else {
        physical(wanted, &usable)?
    };
    // A stable sort keeps the file's order among equals.
    ways.sort_by_key(|w| (w.bill.missing.len(), w.likely_total));
    Ok(ways)
}

/// Online needs no room, food, lodging or equipment: its cost is the sum of its rates.
fn online<'a>(wanted: &Wanted<'_>, usable: &[&'a Rate]) -> Result<Way<'a>, MoneyError> {
    let mut bill = empty_bill();
    for rate in usable {
        buy(&mut bill, wanted, rate, When::Always);
    }
    finished(bill, wanted)
}

fn physical<'a>(wanted: &Wanted<'_>, usable: &[&'a Rate]) -> Result<Vec<Way<'a>>, MoneyError> {
    let session = wanted.event.session_or_default();
    let covers = |rate: &Rate| rate.component().package().is_some_and(|p: Session| p >= session);
    let is_rent = |rate: &Rate| rate.component() == Component::HallRent;
    let rents: Vec<&Rate> = usable.iter().copied().filter(|r| is_rent(r)).collect();
    let mut ways = Vec::new();
    for base in usable.iter().copied().filter(|r| covers(r) || is_rent(r)) {
        if base.includes_room() || rents.is_empty() {
            ways.push(from_bases(wanted, usable, &[base])?);
        } else {
            // A rent can include things as well, so the cheapest rent need not make the cheapest whole.
            for rent in &rents {
                ways.push(from_bases(wanted, usable, &[base, rent])?);
            }
        }
    }
    if rents.is_empty() {
        ways.push(from_bases(wanted, usable, &[])?);
    }
    let mut swapped = Vec::new();
    for way in &ways {
        swapped.extend(other_rates(wanted, usable, way)?);
    }
    ways.extend(swapped);
    Ok(ways)
}

/// The way that starts from a package, a room's rent, or a package without a room beside a rent, and buys what
/// is still needed at the cheapest rates of the same venue.
fn from_bases<'a>(
    wanted: &Wanted<'_>,
    usable: &[&'a Rate],
    bases: &[&'a Rate],
) -> Result<Way<'a>, MoneyError> {
    let mut bill = empty_bill();
    for base in bases {
        bill.included_meals = bill.included_meals.saturating_add(base.included_meals());
        bill.included_snacks = bill.included_snacks.saturating_add(base.included_snacks());
        buy(&mut bill, wanted, base, When::Always);
    }
    let has_room = bases.iter().any(|b| b.includes_room());
    if !has_room {
        buy_cheapest(&mut bill, wanted, usable, Component::HallRent, When::Always)?;
    }
    if wanted.most.meals > bill.included_meals {
        buy_cheapest(&mut bill, wanted, usable, Component::Meal, When::MealsLeft)?;
    }
    if wanted.most.snacks > bill.included_snacks {
        buy_cheapest(&mut bill, wanted, usable, Component::Snack, When::SnacksLeft)?;
    }
    let included = |thing| bases.iter().any(|b| b.includes_thing(thing));
    let stays = wanted.event.session_or_default() == Session::Fullboard;
    let mut things: Vec<Component> = Vec::new();
    if stays {
        things.push(Component::Lodging);
    }
    things.extend(wanted.event.needs.iter().filter(|n| !(stays && **n == Component::Lodging)));
    for thing in things.into_iter().filter(|t| !included(*t)) {
        buy_cheapest(&mut bill, wanted, usable, thing, When::Always)?;
    }
    for rate in usable.iter().filter(|r| r.mandatory) {
        let on_the_bill = bill.items.iter().any(|i| std::ptr::eq(i.rate, *rate));
        let in_the_base = included(rate.component()) || (rate.component() == Component::HallRent && has_room);
        if !on_the_bill && !in_the_base {
            buy(&mut bill, wanted, rate, When::Always);
        }
    }
    finished(bill, wanted)
}

/// The same way with one component bought at another rate of the venue, each such rate once.
fn other_rates<'a>(
    wanted: &Wanted<'_>,
    usable: &[&'a Rate],
    way: &Way<'a>,
) -> Result<Vec<Way<'a>>, MoneyError> {
    let mut others = Vec::new();
    for (at, item) in way.bill.items.iter().enumerate() {
        // Other packages and rents are ways already.
        let component = item.rate.component();
        if component.package().is_some() || component == Component::HallRent || item.rate.mandatory {
            continue;
        }
        for rate in usable.iter().filter(|r| r.component() == component) {
            if std::ptr::eq(*rate, item.rate) || rate.mandatory || !can_buy(wanted, rate) {
                continue;
            }
            let mut bill = way.bill.clone();
            if let Some(slot) = bill.items.get_mut(at) {
                slot.rate = rate;
            }
            others.push(finished(bill, wanted)?);
        }
    }
    Ok(others)
}

fn empty_bill<'a>() -> Bill<'a> {
    Bill { items: Vec::new(), missing: Vec::new(), included_meals: 0, included_snacks: 0 }
}

fn finished<'a>(bill: Bill<'a>, wanted: &Wanted<'_>) -> Result<Way<'a>, MoneyError> {
    let likely_total = bill.total(&wanted.likely, Point::Likely)?;
    Ok(Way { bill, likely_total })
}

fn can_buy(wanted: &Wanted<'_>, rate: &Rate) -> bool {
    wanted.likely.participants.is_some() || !rate.basis().needs_participants()
}

fn buy<'a>(bill: &mut Bill<'a>, wanted: &Wanted<'_>, rate: &'a Rate, when: When) {
    if can_buy(wanted, rate) {
        bill.items.push(Item { rate, when });
    } else if !bill.missing.iter().any(|m| m.component == rate.component()) {
        // Two rates of one component lack one thing, not two.
        let reason = MissingReason::ParticipantsUnknown;
        bill.missing.push(Missing { component: rate.component(), reason });
    }
}

fn buy_cheapest<'a>(
    bill: &mut Bill<'a>,
    wanted: &Wanted<'_>,
    usable: &[&'a Rate],
    component: Component,
    when: When,
) -> Result<(), MoneyError> {
    let offers: Vec<&'a Rate> = usable.iter().copied().filter(|r| r.component() == component).collect();
    // What has to be paid in any case covers the need: a second one would be bought for nothing.
    let any_mandatory = offers.iter().any(|r| r.mandatory);
    let eligible = |r: &Rate| can_buy(wanted, r) && (r.mandatory || !any_mandatory);
    let mut cheapest: Option<((Rupiah, Rupiah), &'a Rate)> = None;
    for rate in offers.iter().copied().filter(|r| eligible(r)) {
        let item = Item { rate, when };
        let cost = (
            bill.amount(&item, &wanted.likely, Point::Likely)?,
            bill.amount(&item, &wanted.most, Point::Likely)?,
        );
        if cheapest.is_none_or(|(least, _)| cost < least) {
            cheapest = Some((cost, rate));
        }
    }
    match cheapest {
        Some((_, rate)) => bill.items.push(Item { rate, when }),
        None => {
            let reason =
                if offers.is_empty() { MissingReason::NoPrice } else { MissingReason::ParticipantsUnknown };
            bill.missing.push(Missing { component, reason });
        }
    }
    Ok(())
}
