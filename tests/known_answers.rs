//! Cases whose answer is on record, computed again.
//!
//! - *Cilegon 2025*: 420 people, halls of 100, hotel Rp100 million against Rp200 million in own buildings, by the
//!   agency's own statement to the press. The complaint does not hold.
//! - *The "muffin" case* (United States, 2011): auditors of the Department of Justice divided a hotel's package by the
//!   number of muffins and had to correct it. Food and drink came to 39,360 dollars for 534 people over 5 days.
//! - *Lebak 2024* (news on the audit of that year): 3 days of transport at Rp170,000 a person charged, 1 used.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of a test are tests too")]

use hemat_core::comparison::{Comparison, Fits, NoBest, Verdict, compare};
use hemat_core::money::Rupiah;
use hemat_io::read::event_file::read_event;
use hemat_io::read::venues_file::read_venues;

fn compared(event: &str, venues: &str) -> Comparison {
    let event = read_event(event, "event.toml").unwrap();
    let venues = read_venues(venues, "venues.toml").unwrap();
    compare(&event.event, &venues, event.held_at.as_deref().unwrap(), None).unwrap()
}

#[test]
fn cilegon_own_halls_are_too_small_and_dearer() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/cilegon-2025/");
    let text = |name: &str| std::fs::read_to_string(format!("{folder}{name}")).unwrap();
    let comparison = compared(&text("event.toml"), &text("venues.toml"));
    let hall = comparison.alternatives().next().unwrap();
    assert_eq!((hall.fits, hall.verdict), (Fits::No, Verdict::Dearer));
    assert_eq!(hall.saving.unwrap().likely(), Rupiah::from_whole(-100_000_000));
    assert_eq!(comparison.best, Err(NoBest::NoneFits { too_small: 1, unknown: 0 }));
}

#[test]
fn the_muffin_package_costs_14_74_a_person_and_day_and_is_not_divided() {
    let event = r#"
[event]
title = "Conference of 2009"
days = 5
participants = 534
session = "fullday"
held_at = "hotel"
"#;
    // One bill for all food, drink and the rooms that came with it; the unit is the dollar.
    let venues = r#"
[[venue]]
id = "hotel"
kind = "hotel"
[[venue.rate]]
component = "package-fullday"
basis = "event"
amount = 39360
includes = ["room", "meal:1", "snack:2"]
evidence = "receipt"
source = "hotel bill"
[[venue]]
id = "hall"
kind = "government-hall"
[[venue.rate]]
component = "hall-rent"
basis = "day"
amount = 0
[[venue.rate]]
component = "snack"
basis = "snack"
amount = 1
"#;
    let comparison = compared(event, venues);
    let hotel = comparison.baseline_option().unwrap();
    // 39,360 / (534 x 5) = 14.7415...
    assert_eq!(hotel.per_person_day, Some(Rupiah::from_sen(1474)));
    assert_eq!(hotel.components.len(), 1, "the package is one component");
    // A hall without a price for meals is a lower bound: 534 x 5 x 2 snacks at 1 and no meal. It cannot be called
    // cheaper because its snacks are.
    let hall = comparison.alternatives().next().unwrap();
    assert_eq!((hall.total.likely(), hall.verdict), (Rupiah::from_whole(5_340), Verdict::CannotTell));
}

#[test]
fn lebak_two_of_three_days_of_transport_are_340_000_a_person() {
    let cost = |days: u32| {
        let event = format!(
            "[event]\ntitle = \"Lokakarya\"\nheld_at = \"tempat\"\n[[cost]]\ndescription = \"Transport\"\nkind = \
             \"participant-allowance\"\nquantity = \"1 orang x {days} hari\"\nunit_price = 170000\nevidence = \"claim\"\n"
        );
        read_event(&event, "event.toml").unwrap().event.costs[0].amount().unwrap().likely()
    };
    assert_eq!(cost(3).try_sub(cost(1)), Ok(Rupiah::from_whole(340_000)));
}
