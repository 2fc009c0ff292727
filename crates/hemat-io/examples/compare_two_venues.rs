//! One event, two venues: which is dearer, by how much, and how sure that is.
//!
//! `cargo run -p hemat-io --example compare_two_venues`
#![allow(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;

use hemat_core::comparison::compare;
use hemat_core::lang::Lang;
use hemat_core::report::{comparison_report, verdict_label};
use hemat_io::read::event_file::read_event;
use hemat_io::read::venues_file::read_venues;
use hemat_io::write::text::write_text;

const EVENT: &str = r#"
[event]
title = "Rapat koordinasi"
fiscal_year = 2026
start = 2026-03-12
days = 1
participants = { low = 80, likely = 100, high = 120, evidence = "assumption", source = "contoh" }
layout = "classroom"
session = "halfday"
held_at = "hotel-contoh"
"#;

const VENUES: &str = r#"
[[venue]]
id = "hotel-contoh"
name = "Hotel Contoh"
kind = "hotel"
[[venue.rate]]
component = "package-halfday"
basis = "person-day"
amount = 250000
includes = ["room", "meal:1", "snack:1"]
evidence = "quote"
source = "penawaran contoh"

[[venue]]
id = "aula-contoh"
name = "Aula Contoh"
kind = "government-hall"
[venue.capacity]
classroom = 150
evidence = "tariff"
source = "tarif contoh"
[[venue.rate]]
component = "hall-rent"
basis = "day"
amount = 1000000
evidence = "tariff"
source = "tarif contoh"
[[venue.rate]]
component = "meal"
basis = "meal"
amount = 45000
evidence = "quote"
source = "katering contoh"
[[venue.rate]]
component = "snack"
basis = "snack"
amount = 20000
evidence = "quote"
source = "katering contoh"
"#;

fn main() -> Result<(), Box<dyn Error>> {
    let file = read_event(EVENT, "event.toml")?;
    let venues = read_venues(VENUES, "venues.toml")?;
    let baseline = file.held_at.as_deref().unwrap_or("hotel-contoh");
    let comparison = compare(&file.event, &venues, baseline, None)?;
    for option in comparison.alternatives() {
        let saving = option.saving.as_ref().map_or("?".to_owned(), |s| s.likely().display(Lang::En));
        println!("{}: {} ({saving} at likely values)", option.name, verdict_label(option.verdict, Lang::En));
    }
    write_text(&comparison_report(&comparison, Lang::En), 100, &mut std::io::stdout().lock())?;
    Ok(())
}
