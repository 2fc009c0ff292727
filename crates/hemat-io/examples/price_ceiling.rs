//! A published price: is there one for this year, does it bind, and where does it stand?
//!
//! `cargo run -p hemat-io --example price_ceiling`
#![allow(clippy::print_stdout, reason = "an example prints")]

use hemat_core::ceiling::{CeilingAnswer, CeilingQuestion, PricedItem};
use hemat_core::event::Fund;
use hemat_core::lang::Lang;
use hemat_core::province::Province;
use hemat_core::session::Session;
use hemat_reference::ceilings::built_in;

fn main() {
    let tables = built_in();
    for (year, fund) in [(2026, Fund::Apbn), (2026, Fund::Apbd), (2015, Fund::Apbd)] {
        let question = CeilingQuestion {
            year: Some(year),
            fund: Some(fund),
            province: Province::from_name("Sumatera Utara"),
            package: Some(Session::Fullday),
            ..CeilingQuestion::about(PricedItem::MeetingPackage)
        };
        // The standard of a row decides whom it binds: never call a benchmark a ceiling.
        let answer = tables.look_up_any_level(&question);
        let means = match &answer {
            CeilingAnswer::Limit(_) => "binding limit",
            CeilingAnswer::Estimate(_) => "estimate",
            CeilingAnswer::Benchmark(_) => "benchmark that does not bind",
            CeilingAnswer::Unknown(_) => "no ceiling known",
        };
        let price = answer
            .found()
            .map(|found| format!("{} ({})", found.row().amount.display(Lang::En), found.row().regulation));
        println!("{year} {}: {means} {}", fund.as_str(), price.unwrap_or_default());
    }
}
