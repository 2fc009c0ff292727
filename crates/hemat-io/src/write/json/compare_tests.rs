//! The contract of `hemat.compare/1`, over comparisons made by the library itself. All places are made up.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use hemat_core::calendar::{Booking, Calendar};
use hemat_core::comparison::compare;
use hemat_core::component::{Basis, Component, Included};
use hemat_core::date::Date;
use hemat_core::estimate::Estimate;
use hemat_core::event::{Event, EventCost, Supported};
use hemat_core::evidence::Evidence;
use hemat_core::kind::{CostKind, VenueKind};
use hemat_core::money::Rupiah;
use hemat_core::quantity::{Factor, Quantity};
use hemat_core::session::{Seating, Session};
use hemat_core::source::SourceRef;
use hemat_core::venue::{Capacity, Rate, Tax, Venue};
use serde_json::Value;

use super::write_compare;
use crate::write::samples::{range, rupiah, written};

fn rate(component: Component, basis: Basis, amount: Estimate<Rupiah>, includes: &[&str]) -> Rate {
    let includes = includes.iter().map(|w| Included::from_word(w).unwrap()).collect();
    let source = SourceRef::document("Daftar harga contoh");
    Rate::try_new(component, basis, amount, Tax::Included, includes, Evidence::Quote, source).unwrap()
}

fn venue(id: &str, name: &str, kind: VenueKind, seats: Option<u32>, rates: Vec<Rate>) -> Venue {
    let capacity = seats.map(|n| Capacity {
        seats: BTreeMap::from([(Seating::Classroom, NonZeroU32::new(n).unwrap())]),
        evidence: Evidence::Claim,
        source: SourceRef::document("Pernyataan pengelola"),
    });
    let (id, name) = (id.to_owned(), name.to_owned());
    Venue {
        id,
        name,
        aliases: Vec::new(),
        kind,
        region: String::new(),
        compound: Vec::new(),
        capacity,
        rates,
    }
}

fn event() -> Event {
    let count = |low, likely, high| {
        let n = |n| NonZeroU32::new(n).unwrap();
        Estimate::try_new(n(low), n(likely), n(high)).unwrap()
    };
    let mut event = Event::titled("Seminar contoh");
    event.start = Date::from_ymd(2018, 11, 23);
    event.fiscal_year = Some(2018);
    event.participants = Some(Supported {
        count: count(100, 120, 150),
        evidence: Some(Evidence::Assumption),
        source: SourceRef::NotStated,
    });
    event.seating = Some(Seating::Classroom);
    event.session = Some(Session::Halfday);
    event.costs = vec![EventCost {
        description: "Honorarium narasumber".to_owned(),
        kind: CostKind::SpeakerFee,
        quantity: Quantity::try_new(vec![Factor::new(2.into(), "orang")]).unwrap(),
        unit_price: Estimate::exact(rupiah(900_000)),
        evidence: Evidence::Assumption,
        source: SourceRef::NotStated,
    }];
    event
}

fn hotel() -> Venue {
    let package = rate(
        Component::PackageHalfday,
        Basis::PersonDay,
        Estimate::exact(rupiah(279_000)),
        &["room", "meal:1", "snack:1"],
    );
    venue("hotel", "Hotel Contoh", VenueKind::Hotel, Some(200), vec![package])
}

fn rent() -> Rate {
    rate(Component::HallRent, Basis::Day, Estimate::exact(rupiah(500_000)), &[])
}

fn hall() -> Venue {
    let meal = rate(Component::Meal, Basis::Meal, range(40_000, 50_000, 60_000), &[]);
    let snack = rate(Component::Snack, Basis::Snack, Estimate::exact(rupiah(20_000)), &[]);
    venue("aula", "Aula Contoh", VenueKind::GovernmentHall, Some(150), vec![rent(), meal, snack])
}

fn json(venues: &[Venue], calendar: Option<&Calendar>) -> (String, Value) {
    let comparison = compare(&event(), venues, "hotel", calendar).unwrap();
    let text = written(|out| write_compare(&comparison, out));
    let value = serde_json::from_str(&text).unwrap();
    (text, value)
}

/// The keys stand in the text in this order, each after the one before.
fn assert_order(text: &str, keys: &[&str]) {
    let mut rest = text;
    for key in keys {
        let quoted = format!("\"{key}\":");
        let at = rest.find(&quoted).unwrap_or_else(|| panic!("{key} is missing or out of order"));
        rest = &rest[at + quoted.len()..];
    }
}

#[test]
fn the_contract_holds_for_a_cheaper_hall() {
    // Given the other way round: the baseline still comes first.
    let (text, value) = json(&[hall(), hotel()], None);
    assert!(text.ends_with("}\n") && !text.ends_with("\n\n"));
    assert_order(
        &text,
        &[
            "schema",
            "baseline",
            "best",
            "options",
            "venue",
            "kind",
            "fits",
            "free",
            "complete",
            "missing",
            "components",
            "component",
            "amount",
            "low",
            "likely",
            "high",
            "evidence",
            "source",
            "total",
            "saving",
            "verdict",
            "weakest_evidence",
            "per_person_day",
            "break_even",
            "venue",
            "extra",
            "cheaper_for",
            "from",
            "to",
            "sensitivity",
            "venue",
            "input",
            "low",
            "high",
            "swing",
        ],
    );
    assert_eq!(value["schema"], "hemat.compare/1");
    assert_eq!(value["baseline"], "hotel");
    assert_eq!(value["best"], "aula");
    assert_eq!(value["best_reason"], Value::Null);
    let [base, hall] = [&value["options"][0], &value["options"][1]];
    assert_eq!(base["venue"], "hotel");
    // 120 x 279,000 and two speakers.
    let sum = |option: &Value, end: &str| -> i64 {
        let amounts = option["components"].as_array().unwrap().iter();
        amounts.map(|c| c["amount"][end].as_str().unwrap().parse::<i64>().unwrap()).sum()
    };
    assert_eq!(base["components"][0]["amount"]["likely"], "33480000");
    for option in [base, hall] {
        assert_eq!(option["total"]["likely"], sum(option, "likely").to_string());
    }
    // 500,000 + 120 x (50,000 + 20,000) = 8,900,000, against 33,480,000.
    assert_eq!(hall["saving"]["likely"], "24580000");
    assert_eq!(hall["verdict"], "cheaper");
    assert_eq!(hall["kind"], "government-hall");
    assert_eq!(hall["fits"], "yes");
    assert_eq!(hall["free"], "unknown");
    assert_eq!(hall["complete"], true);
    assert_eq!(hall["missing"], serde_json::json!([]));
    assert_eq!(hall["weakest_evidence"], "assumption");
    assert_eq!(hall["capacity_evidence"], "claim");
    let speaker = base["components"].as_array().unwrap().last().unwrap();
    assert_eq!(speaker["component"], "speaker-fee");
    assert_eq!(speaker["description"], "Honorarium narasumber");
    assert_eq!(value["break_even"][0]["extra"], "24580000");
    assert_eq!(value["break_even"][0]["cheaper_for"]["to"], Value::Null);
    assert_eq!(value["event"]["participants"]["high"], 150);
    let notes: Vec<_> =
        value["notes"].as_array().unwrap().iter().map(|n| n["note"].as_str().unwrap()).collect();
    assert!(notes.contains(&"few-sites") && notes.contains(&"days-default"), "{notes:?}");
}

#[test]
fn an_incomplete_option_has_no_saving_and_no_break_even() {
    let bare = venue("aula", "Aula", VenueKind::GovernmentHall, Some(150), vec![rent()]);
    let (_, value) = json(&[hotel(), bare], None);
    let option = &value["options"][1];
    assert_eq!(option["complete"], false);
    assert_eq!(option["missing"], serde_json::json!(["meal", "snack"]));
    assert_eq!(option["missing_reasons"][0]["reason"], "no-price");
    assert_eq!(option["saving"], Value::Null);
    assert_eq!(option["verdict"], "cannot-tell");
    assert_eq!(value["best"], Value::Null);
    assert_eq!(value["best_reason"], "none-complete");
    assert_eq!(value["break_even"], serde_json::json!([]));
    assert_eq!(value["sensitivity"], serde_json::json!([]));
}

#[test]
fn why_there_is_no_best_option() {
    let small = Venue { capacity: None, ..hall() };
    let dear = venue("b", "B", VenueKind::Hotel, Some(999), {
        let price = Estimate::exact(rupiah(300_000));
        vec![rate(Component::PackageHalfday, Basis::PersonDay, price, &["room", "meal", "snack"])]
    });
    let unpriced = Venue { rates: Vec::new(), ..hotel() };
    let cases: [(&str, Vec<Venue>); 4] = [
        ("no-options", vec![hotel()]),
        ("none-fits", vec![hotel(), small]),
        ("none-cheaper", vec![hotel(), dear]),
        ("baseline-incomplete", vec![unpriced, hall()]),
    ];
    for (reason, venues) in cases {
        let (_, value) = json(&venues, None);
        assert_eq!(value["best"], Value::Null, "{reason}");
        assert_eq!(value["best_reason"], reason);
    }
}

#[test]
fn a_taken_hall_names_its_holder() {
    let day = Date::from_ymd(2018, 11, 23).unwrap();
    let (holder, source) = ("Rapat \u{202e}lain".to_owned(), "Buku pemakaian".to_owned());
    let mut calendar = Calendar::default();
    assert!(calendar.add("aula", Booking { start: day, end: day, holder, source }));
    let (text, value) = json(&[hotel(), hall()], Some(&calendar));
    assert_eq!(value["best_reason"], "all-taken");
    assert_eq!(value["options"][1]["free"], "no");
    assert_eq!(value["options"][1]["booking"]["holder"], "Rapat \u{202e}lain");
    assert!(text.contains("\\u202e") && !text.contains('\u{202e}'));
}
