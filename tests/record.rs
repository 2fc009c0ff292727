//! `hemat compare --record`: a record is complete when every site has its price, seats, days and documents.
//!
//! By hand, for 40 people and half a day: hotel 40 x 250,000 = 10,000,000; aula 500,000 + 40 x 40,000 + 40 x 15,000 =
//! 2,700,000; gedung 40 x 180,000 = 7,200,000.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, dead_code, unreachable_pub)]

#[path = "cli/run.rs"]
mod command;

use command::run;

const EVENT: &str = "tests/fixtures/record/event.toml";
const VENUES: &str = "tests/fixtures/record/venues.toml";
const CALENDAR: &str = "tests/fixtures/record/calendar.csv";

fn record(more: &[&str]) -> String {
    let mut args = vec!["compare", EVENT, "--venues", VENUES, "--record", "--lang", "en"];
    args.extend(more);
    let ran = run(&args);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{args:?}");
    ran.stdout
}

#[test]
fn a_record_with_everything_is_complete() {
    let text = record(&["--calendar", CALENDAR]);
    assert!(text.contains("This record is complete"), "{text}");
    for told in [
        "10,000,000",
        "2,700,000",
        "7,200,000",
        "Attachments",
        "[ ] Aula Contoh (tariff): Perda contoh",
        "approved by",
    ] {
        assert!(text.contains(told), "{told}\n{text}");
    }
}

#[test]
fn what_is_open_is_named() {
    // Without a calendar nobody knows whether the sites were free.
    let text = record(&[]);
    assert!(text.contains("This record is incomplete: 1 of 8 items are open."), "{text}");
    let ran = run(&["compare", "--example", "asahan-2018", "--record", "--lang", "en"]);
    assert_eq!(ran.code, 0);
    assert!(ran.stdout.contains("This record is incomplete"), "{}", ran.stdout);
    assert!(ran.stdout.contains("Aula Melati"), "{}", ran.stdout);
}

#[test]
fn the_json_of_a_record_is_that_of_the_comparison() {
    assert_eq!(record(&["--format", "json"]), {
        let ran = run(&["compare", EVENT, "--venues", VENUES, "--lang", "en", "--format", "json"]);
        ran.stdout
    });
}
