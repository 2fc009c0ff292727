//! The price book of a run: the user's own prices, and those published for the province and the years of the events.

use std::collections::BTreeMap;
use std::path::Path;

use hemat_core::ceiling::PriceCeiling;
use hemat_core::lang::Lang;
use hemat_core::price_book::{PriceBook, published_rates};
use hemat_core::province::Province;
use hemat_core::saving::EventInput;
use hemat_core::venue::Rate;
use hemat_io::read::prices_file::read_prices;
use hemat_reference::ceilings::built_in;

use crate::exit::Failure;
use crate::input;

/// The prices of a `prices.toml`; none without a file.
pub(super) fn own(path: Option<&Path>) -> Result<Vec<Rate>, Failure> {
    match path {
        Some(path) => read_prices(&input::text(path)?, &path.display().to_string()).map_err(Failure::said),
        None => Ok(Vec::new()),
    }
}

/// Those prices, and the published ones of a province for every year that an event is of: the user's own table
/// before the built-in ones.
pub(super) fn of(
    own: Vec<Rate>,
    own_table: &[PriceCeiling],
    province: Option<Province>,
    events: &[EventInput<'_>],
    lang: Lang,
) -> PriceBook {
    let mut published = BTreeMap::new();
    if let Some(province) = province {
        let ceilings = built_in().with_local(own_table);
        for year in events.iter().filter_map(|e| e.event.year) {
            published.entry(year).or_insert_with(|| published_rates(&ceilings, province, year, lang));
        }
    }
    PriceBook { own, published }
}
