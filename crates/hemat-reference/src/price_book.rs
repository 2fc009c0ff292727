//! Published prices for a price book: food, beds and large halls of a province in a fiscal year.
//!
//! Each is the price of that year where a table of it is loaded, else that of the nearest year, named as another
//! year's. All of them are benchmarks: they say what such things cost, not what anybody may spend.

use hemat_core::ceiling::{CeilingAnswer, CeilingQuestion, Ceilings, PricedItem};
use hemat_core::component::{Basis, Component};
use hemat_core::estimate::Estimate;
use hemat_core::event::Fund;
use hemat_core::evidence::Evidence;
use hemat_core::lang::Lang;
use hemat_core::money::{MoneyError, Rupiah};
use hemat_core::price_book::PublishedRate;
use hemat_core::province::Province;
use hemat_core::session::OfficialLevel;
use hemat_core::source::SourceRef;
use hemat_core::venue::{Rate, Tax};
use rust_decimal::Decimal;

use crate::ceilings::built_in;

/// The prices of a province for a fiscal year, with sources in one language. What no table holds is left out.
#[must_use]
pub fn published_rates(province: Province, year: u16, lang: Lang) -> Vec<PublishedRate> {
    let wanted = [
        (PricedItem::MeetingMeal, Component::Meal, Basis::Meal),
        (PricedItem::MeetingSnack, Component::Snack, Basis::Snack),
        (PricedItem::Lodging, Component::Lodging, Basis::PersonDay),
        (PricedItem::HallRent, Component::HallRent, Basis::Day),
    ];
    let ceilings = built_in();
    let rate = |(item, component, basis)| {
        let answer = published(&ceilings, item, province, year);
        let price = answer.found()?;
        let amount = match component {
            Component::Lodging => shared_room(price.amount()).ok()?,
            _ => Estimate::exact(price.amount()),
        };
        let mut source = answer.wording(lang);
        if component == Component::Lodging {
            source.push_str(lang.pick(
                "; satu kamar untuk dua orang, paling mahal satu orang sekamar",
                "; a room for two, at most one person a room",
            ));
        }
        let source = SourceRef::document(&source);
        let rate =
            Rate::try_new(component, basis, amount, Tax::Included, vec![], Evidence::Benchmark, source)
                .ok()?;
        Some(PublishedRate { rate, seats_above: price.row().persons_above })
    };
    wanted.into_iter().filter_map(rate).collect()
}

/// The price of the year, else of the nearest one. The class of eselon IV and below is asked for: who sits in a
/// seminar is not told by a budget, and beds are the only one of these items that have classes.
fn published(
    ceilings: &Ceilings<'static>,
    item: PricedItem,
    province: Province,
    year: u16,
) -> CeilingAnswer<'static> {
    ceilings.benchmark(&CeilingQuestion {
        province: Some(province),
        year: Some(year),
        fund: Some(Fund::Apbd),
        level: Some(OfficialLevel::Eselon4),
        ..CeilingQuestion::about(item)
    })
}

/// The SBM's fullboard price takes two persons a room (PMK 32/2025, Lampiran I pos 31.1); the price of a room is the
/// most that one person's bed can cost.
fn shared_room(room: Rupiah) -> Result<Estimate<Rupiah>, MoneyError> {
    let half = room.divided_to_sen(Decimal::TWO)?;
    Estimate::try_new(half, half, room).map_err(|_| MoneyError::OutOfRange)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn north_sumatra_2018_gets_the_prices_of_2026_named_as_another_years() {
        let rates = published_rates(Province::SumateraUtara, 2018, Lang::En);
        let of = |component| rates.iter().find(|p| p.rate.component() == component).unwrap();
        assert_eq!(of(Component::Meal).rate.listed(), Estimate::exact(Rupiah::from_whole(47_000)));
        assert_eq!(of(Component::Snack).rate.listed(), Estimate::exact(Rupiah::from_whole(17_000)));
        assert_eq!(of(Component::HallRent).rate.listed(), Estimate::exact(Rupiah::from_whole(24_315_000)));
        assert_eq!(of(Component::HallRent).seats_above, Some(300));
        let bed = of(Component::Lodging).rate.listed();
        assert_eq!(bed.likely().try_times(Decimal::TWO), Ok(bed.high()));
        for price in &rates {
            let source = price.rate.source.to_string();
            assert!(source.contains("2026") && source.contains("fiscal year 2018"), "{source}");
            assert_eq!(price.rate.evidence, Evidence::Benchmark);
        }
    }
}
