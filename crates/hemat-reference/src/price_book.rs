//! Published prices for a price book: food, beds and large halls of a province in a fiscal year.
//!
//! Each is the price of that year where a table of it is loaded, else that of the nearest year, named as another
//! year's. All of them are benchmarks: they say what such things cost, not what anybody may spend.

use hemat_core::component::{Basis, Component};
use hemat_core::estimate::Estimate;
use hemat_core::evidence::Evidence;
use hemat_core::lang::Lang;
use hemat_core::money::{MoneyError, Rupiah};
use hemat_core::price_book::PublishedRate;
use hemat_core::source::SourceRef;
use hemat_core::venue::{Rate, Tax};
use rust_decimal::Decimal;

use crate::price_table::{Price, PriceQuery, PriceTable};
use crate::province::Province;
use crate::words::{Fund, Item, OfficialLevel, Stage};

/// The SBM prices the rent of halls for more than 300 people (PMK 32/2025, Lampiran II pos 15).
const LARGE_HALL: u32 = 300;

/// The prices of a province for a fiscal year, with sources in one language. What no table holds is left out.
#[must_use]
pub fn published_rates(province: Province, year: u16, lang: Lang) -> Vec<PublishedRate> {
    let wanted = [
        (Item::MeetingMeal, Component::Meal, Basis::Meal, None),
        (Item::MeetingSnack, Component::Snack, Basis::Snack, None),
        (Item::Lodging, Component::Lodging, Basis::PersonDay, None),
        (Item::HallRent, Component::HallRent, Basis::Day, Some(LARGE_HALL)),
    ];
    let rate = |(item, component, basis, seats_above)| {
        let price = published(item, province, year)?;
        let amount = match component {
            Component::Lodging => shared_room(price.row().amount).ok()?,
            _ => Estimate::exact(price.row().amount),
        };
        let mut source = price.wording(lang);
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
        Some(PublishedRate { rate, seats_above })
    };
    wanted.into_iter().filter_map(rate).collect()
}

/// The price of the year, else of the nearest one. The class of eselon IV and below is asked for: who sits in a
/// seminar is not told by a budget, and beds are the only one of these items that have classes.
fn published(item: Item, province: Province, year: u16) -> Option<Price<'static>> {
    let query = PriceQuery {
        item,
        province,
        year,
        fund: Fund::Apbd,
        stage: Stage::Planning,
        level: Some(OfficialLevel::Echelon4),
        package: None,
    };
    let table = PriceTable::built_in();
    table.look_up(&query).or_else(|_| table.nearest_year(&query)).ok()
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
