//! The price book of a province and year, from the published tables.
#![allow(clippy::unwrap_used, reason = "tests")]

use hemat_core::component::Component;
use hemat_core::estimate::Estimate;
use hemat_core::evidence::Evidence;
use hemat_core::lang::Lang;
use hemat_core::money::Rupiah;
use hemat_core::price_book::published_rates;
use hemat_core::province::Province;
use hemat_reference::ceilings::built_in;
use rust_decimal::Decimal;

#[test]
fn north_sumatra_2018_gets_the_prices_of_2026_named_as_another_years() {
    let rates = published_rates(&built_in(), Province::SumateraUtara, 2018, Lang::En);
    let of = |component| rates.iter().find(|p| p.rate.component() == component).unwrap();
    assert_eq!(of(Component::Meal).rate.listed(), Estimate::exact(Rupiah::from_whole(47_000)));
    assert_eq!(of(Component::Snack).rate.listed(), Estimate::exact(Rupiah::from_whole(17_000)));
    assert_eq!(of(Component::HallRent).rate.listed(), Estimate::exact(Rupiah::from_whole(24_315_000)));
    assert_eq!(of(Component::HallRent).seats_above, Some(300));
    assert_eq!(of(Component::Meal).seats_above, None);
    let bed = of(Component::Lodging).rate.listed();
    assert_eq!(bed.likely().try_times(Decimal::TWO), Ok(bed.high()));
    for price in &rates {
        let source = price.rate.source.to_string();
        assert!(source.contains("2026") && source.contains("fiscal year 2018"), "{source}");
        assert_eq!(price.rate.evidence, Evidence::Benchmark);
    }
}
