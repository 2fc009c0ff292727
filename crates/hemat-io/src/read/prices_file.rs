//! `prices.toml`: prices for what halls need and do not price themselves, one `[[price]]` each, with the keys of a
//! `[[venue.rate]]`.

use hemat_core::venue::Rate;

use crate::read::contract::{ContractErrors, Faults, plain_text};
use crate::read::toml_section::{Section, parse};
use crate::read::venues_file::{RATE_KEYS, rate};

/// Reads `prices.toml`. `file` is the name that messages show. The prices keep the file's order.
///
/// # Errors
/// [`ContractErrors`] with every fault of the file; a price that is a whole package is one: a hall does not sell it.
pub fn read_prices(text: &str, file: &str) -> Result<Vec<Rate>, ContractErrors> {
    let text = plain_text(text, file)?;
    let mut faults = Faults::of(text);
    let prices = parse(text, &mut faults).map(|document| {
        let root = Section::root(&document, &["price"], &mut faults);
        root.required("price", "begin each price with [[price]]", &mut faults);
        let sections = root.sections("price", &RATE_KEYS, &mut faults);
        sections.iter().filter_map(|section| price(section, &mut faults)).collect()
    });
    faults.finish(file, prices)
}

fn price(section: &Section<'_>, faults: &mut Faults<'_>) -> Option<Rate> {
    let rate = rate(section, faults)?;
    if rate.component().package().is_some() {
        let hint = "price the parts (meal, snack, lodging, ...), or put the package into venues.toml";
        match section.item("component") {
            Some(item) => item.wrong(faults, "is a whole package", hint),
            None => faults.missing(section.span(), &section.path_of("component"), hint),
        }
        return None;
    }
    Some(rate)
}
