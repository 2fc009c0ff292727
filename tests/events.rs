//! `hemat events` and `hemat event` on small files of our own, through the command.

#![allow(clippy::expect_used, reason = "helpers of tests stand outside test functions")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

const SEMINAR: &str = "eaac77eea41";

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/events").join(name)
}

fn hemat(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hemat"))
        .args(arguments)
        .current_dir(fixture(""))
        .output()
        .expect("hemat runs")
}

fn said(arguments: &[&str]) -> String {
    let output = hemat(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&said(&[arguments, &["--format", "json"]].concat())).expect("JSON")
}

fn golden(name: &str, arguments: &[&str]) {
    let kept = std::fs::read_to_string(fixture(name)).expect("golden file");
    assert_eq!(said(arguments), kept, "{name}: {arguments:?}");
}

#[test]
fn the_reports_are_as_read_and_kept() {
    golden("rencana.id.txt", &["events", "rencana.csv"]);
    golden("rencana.json", &["events", "rencana.csv", "--format", "json"]);
    golden("eaac77eea41.en.txt", &["event", SEMINAR, "rencana.csv", "--lang", "en"]);
}

#[test]
fn filters_choose_events_and_leave_the_balance_whole() {
    let whole = json(&["events", "rencana.csv"])["reconciliation"].clone();
    for (filter, titles) in [
        (&["--agency", "PERIKANAN"][..], &["sosialisasi budidaya lele"][..]),
        (&["--kind", "seminar"], &["seminar inovasi layanan di Hotel Kenanga"]),
        (&["--venue-kind", "hotel"], &["seminar inovasi layanan di Hotel Kenanga"]),
        (&["--min", "3600001"], &["seminar inovasi layanan di Hotel Kenanga"]),
        (&["--min", "3600000"], &["seminar inovasi layanan di Hotel Kenanga", "sosialisasi budidaya lele"]),
        (&["--month", "3"], &[]),
        (&["--agency", "perikanan", "--venue-kind", "hotel"], &[]),
    ] {
        let answer = json(&[&["events", "rencana.csv"], filter].concat());
        let events = answer["events"].as_array().expect("events");
        let found: Vec<&str> = events.iter().filter_map(|e| e["title"].as_str()).collect();
        assert_eq!(found, titles, "{filter:?}");
        assert_eq!((&answer["reconciliation"], &answer["found"]), (&whole, &Value::from(2)), "{filter:?}");
    }
}

#[test]
fn every_rupiah_is_in_one_place() {
    let answer = json(&["events", "rencana.csv"]);
    let rupiah = |value: &Value| value.as_str().and_then(|s| s.parse::<i64>().ok()).expect("rupiah");
    let sum = |list: &Value, key: &str| -> i64 {
        list.as_array().into_iter().flatten().map(|e| rupiah(&e[key])).sum()
    };
    let amount = &answer["reconciliation"]["amount"];
    assert_eq!(sum(&answer["events"], "total"), rupiah(&amount["used"]));
    assert_eq!(sum(&answer["unassigned"], "amount"), rupiah(&amount["not_event"]));
    // The lines of the fixture, added by hand.
    assert_eq!((rupiah(&amount["read"]), rupiah(&amount["used"])), (37_500_000, 33_000_000));
}

#[test]
fn an_unknown_id_lists_near_ones() {
    let output = hemat(&["event", "eaac77eea40", "rencana.csv"]);
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{error}");
    assert!(error.contains("the nearest: eaac77eea41 (seminar"), "{error}");
}

#[test]
fn a_known_place_gives_the_event_its_name_and_kind() {
    let of = |extra: &[&str]| {
        let answer = json(&[&["events", "rencana.csv", "--agency", "perikanan"], extra].concat());
        let event = &answer["events"][0];
        (event["venue_name"].clone(), event["venue_kind"].clone(), event["id"].clone())
    };
    let (without, with) = (of(&[]), of(&["--venues", "venues.toml"]));
    assert_eq!((&without.0, &without.1), (&"aula Wisma Tambak".into(), &"government-hall".into()));
    assert_eq!((&with.0, &with.1), (&"Wisma Tambak Sejahtera".into(), &"commercial-hall".into()));
    assert_eq!(without.2, with.2, "the id stays");
}

#[test]
fn own_rules_decide_and_bad_ones_are_named() {
    let lines = said(&["lines", "rencana.csv", "--rules", "rules.csv", "--format", "csv"]);
    assert!(lines.contains("room-rent,commercial-hall,high,our-hall"), "{lines}");
    let output = hemat(&["events", "rencana.csv", "--rules", "rules_bad.csv"]);
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{error}");
    assert!(error.contains("rules_bad.csv, line 2: rule `our-hall`, field `venue`"), "{error}");
}

#[test]
fn why_tells_the_rule_and_the_words() {
    let trail = said(&["lines", "rencana.csv", "--why", "--lang", "en"]);
    assert!(
        trail.contains("rule speaker-account") && trail.contains("\u{201c}Hotel\u{201d} (text)"),
        "{trail}"
    );
    let blocks = trail.lines().filter(|l| l.starts_with("rencana.csv:")).count();
    assert_eq!(blocks, 6, "one block a line");
}

#[test]
fn plan_and_receipts_know_each_other_across_files_and_are_not_added() {
    let files = ["events", "paket_rencana.csv", "paket_realisasi.csv"];
    let answer = json(&files);
    let events = answer["events"].as_array().expect("events");
    assert_eq!(events.len(), 2);
    for (one, other) in [(0, 1), (1, 0)] {
        assert_eq!(events[one]["same_package"], Value::from(vec![events[other]["id"].clone()]));
    }
    let text = said(&files);
    assert!(text.contains("murni Rp12.000.000, realisasi Rp11.400.000"), "{text}");
    assert!(!text.contains("Rp23.400.000"), "{text}");
    assert_eq!(json(&["events", "paket_rencana.csv"])["events"][0]["same_package"], Value::Array(vec![]));
}

#[test]
fn a_month_chooses_by_the_dates_of_the_lines() {
    let found =
        |month| json(&["events", "paket_rencana.csv", "--month", month])["events"].as_array().map(Vec::len);
    assert_eq!((found("3"), found("4")), (Some(1), Some(0)));
}
