//! Published prices for a price book: food, beds and large halls of a province in a fiscal year.
//!
//! Each is the price of that year where a table of it is loaded, else that of the nearest year, named as another
//! year's. All of them are benchmarks: they say what such things cost, not what anybody may spend.

use rust_decimal::Decimal;

use super::PublishedRate;
use crate::ceiling::{CeilingQuestion, Ceilings};
use crate::component::{Basis, Component};
use crate::estimate::Estimate;
use crate::event::Fund;
use crate::lang::Lang;
use crate::money::{MoneyError, Rupiah};
use crate::province::Province;
use crate::session::OfficialLevel;
use crate::source::SourceRef;
use crate::venue::{Rate, Tax};

/// The prices of a province for a fiscal year, with sources in one language. What no table holds is left out.
///
/// Beds are the only one of these items with classes: the lowest is asked for, since a budget does not say who sits
/// in a seminar.
#[must_use]
pub fn published_rates(
    ceilings: &Ceilings<'_>,
    province: Province,
    year: u16,
    lang: Lang,
) -> Vec<PublishedRate> {
    let wanted = [
        (Component::Meal, Basis::Meal),
        (Component::Snack, Basis::Snack),
        (Component::Lodging, Basis::PersonDay),
        (Component::HallRent, Basis::Day),
    ];
    let rate = |(component, basis)| {
        let question = CeilingQuestion {
            year: Some(year),
            fund: Some(Fund::Apbd),
            province: Some(province),
            level: Some(OfficialLevel::Staff),
            ..CeilingQuestion::about_component(component)?
        };
        let answer = ceilings.benchmark(&question);
        let found = answer.found()?;
        let mut source = answer.wording(lang);
        let mut amount = Estimate::exact(found.amount());
        if component == Component::Lodging {
            amount = shared_room(found.amount()).ok()?;
            source.push_str(lang.pick(
                "; satu kamar untuk dua orang, paling mahal satu orang sekamar",
                "; a room for two, at most one person a room",
            ));
        }
        let source = SourceRef::document(&source);
        let rate = Rate::try_new(component, basis, amount, Tax::Included, vec![], found.evidence(), source);
        Some(PublishedRate { rate: rate.ok()?, seats_above: found.row().persons_above })
    };
    wanted.into_iter().filter_map(rate).collect()
}

/// The SBM's fullboard price takes two persons a room (PMK 32/2025, Lampiran I pos 31.1); the price of a room is the
/// most that one person's bed can cost.
fn shared_room(room: Rupiah) -> Result<Estimate<Rupiah>, MoneyError> {
    let half = room.divided_to_sen(Decimal::TWO)?;
    Estimate::try_new(half, half, room).map_err(|_| MoneyError::OutOfRange)
}
