//! `hemat schedule` as a user runs it: the example in every format (golden files), the JSON contract, faults, a gap.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    dead_code,
    unreachable_pub,
    reason = "tests"
)]

#[path = "cli/run.rs"]
mod command;

use std::fmt::Write;
use std::fs;

use command::{Ran, root, run, run_with_input};

const EVENTS: &str = "data/jadwal-contoh/events.csv";
const VENUES: &str = "data/jadwal-contoh/venues.toml";
const CALENDAR: &str = "data/jadwal-contoh/calendar.csv";

fn example(more: &[&str]) -> Ran {
    let args = ["schedule", EVENTS, "--venues", VENUES, "--calendar", CALENDAR];
    run(&[&args, more].concat())
}

fn golden(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root().join("tests/golden"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn the_example_reads_as_before() {
    for (format, lang) in [
        ("text", "id"),
        ("text", "en"),
        ("markdown", "id"),
        ("markdown", "en"),
        ("csv", "id"),
        ("json", "id"),
    ] {
        let ran = example(&["--format", format, "--lang", lang]);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{format} {lang}");
        golden(&format!("schedule-{format}-{lang}"), &ran.stdout);
        if matches!(format, "csv" | "json") {
            assert_eq!(example(&["--format", format, "--lang", "en"]).stdout, ran.stdout, "{format}");
        } else if format == "text" {
            assert!(ran.stdout.lines().all(|l| l.chars().count() <= 110), "{lang}: too wide");
        }
    }
}

fn number(value: &serde_json::Value) -> i64 {
    value.as_str().unwrap().parse().unwrap()
}

#[test]
fn the_json_keeps_its_contract_and_adds_up() {
    let json: serde_json::Value = serde_json::from_str(&example(&["--format", "json"]).stdout).unwrap();
    assert_eq!(json["schema"], "hemat.schedule/1");
    assert_eq!(json["proven_optimal"], true);
    assert_eq!((&json["gap"], &json["upper_bound"]), (&"0".into(), &json["saving"]));
    let placed = json["assignments"].as_array().unwrap();
    let sum = |key: &str| placed.iter().map(|a| number(&a["saving"][key])).sum::<i64>();
    assert_eq!(sum("likely"), number(&json["saving"]));
    for key in ["low", "likely", "high"] {
        assert_eq!(sum(key), number(&json["range"][key]), "{key}");
    }
    assert!(placed.iter().all(|a| a["event"].is_string() && a["venue"].is_string()));
    let left = json["unplaced"].as_array().unwrap();
    assert_eq!(
        placed.len() + left.len(),
        fs::read_to_string(root().join(EVENTS)).unwrap().lines().count() - 1
    );
    assert!(left.iter().all(|u| u["event"].is_string() && u["reason"].is_string()));
}

/// Costs in the file go before the venues' rates, and only halls with a column are halls.
#[test]
fn cost_columns_decide() {
    let text = "id,title,start,days,participants,layout,current_cost,cost:aula-bupati\n\
                a,A,2026-03-10,1,100,classroom,10000000,4000000\n\
                b,B,2026-03-10,1,100,classroom,10000000,3000000\n\
                c,C,2026-03-11,1,100,classroom,10000000,10000000\n\
                d,D,2026-03-11,1,131,classroom,10000000,1\n\
                e,E,2026-03-11,1,130,classroom,10000000,\n";
    let args = ["schedule", "-", "--venues", VENUES, "--format", "json"];
    let ran = run_with_input(&args, text);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let json: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(json["saving"], "7000000");
    assert_eq!(json["assignments"][0]["event"], "b");
    assert_eq!(json["halls"].as_array().unwrap().len(), 1);
    let reasons: Vec<(&str, &str)> = json["unplaced"]
        .as_array()
        .unwrap()
        .iter()
        .map(|u| (u["event"].as_str().unwrap(), u["reason"].as_str().unwrap()))
        .collect();
    let expected =
        [("a", "more-valuable-event"), ("c", "costs-more"), ("d", "too-small"), ("e", "not-possible")];
    assert_eq!(reasons, expected);
    assert_eq!(json["unplaced"][0]["obstacles"][0]["events"][0], "b");
}

#[test]
fn old_encodings_semicolons_and_indonesian_amounts_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("events.csv");
    let text = "id;title;start;days;current_cost;cost:aula-bupati\r\na;Caf\u{e9};2026-03-10;1;Rp10.000.000,00;4.000.000\r\n";
    let bytes: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    fs::write(&path, bytes).unwrap();
    let ran = run(&["schedule", path.to_str().unwrap(), "--venues", VENUES, "--format", "csv"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains("Caf\u{e9}") && ran.stdout.contains("6000000"), "{}", ran.stdout);
}

#[test]
fn faults_name_file_row_and_column_and_nothing_is_written() {
    let text = "id,start,current_cost,cost:gudang\na,2026-02-31,1,1\n";
    let ran = run_with_input(&["schedule", "-", "--venues", VENUES], text);
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert!(ran.stderr.contains("-:1: cost:gudang: unknown column"), "{}", ran.stderr);
    assert!(ran.stderr.contains("cost:aula-bupati"), "the valid columns are listed: {}", ran.stderr);
    let text = "id,start,current_cost\na,2026-02-31,x\n";
    let ran = run_with_input(&["schedule", "-", "--venues", VENUES], text);
    assert!(ran.stderr.contains("-:2: start") && ran.stderr.contains("-:2: current_cost"), "{}", ran.stderr);
    let ran = run(&["schedule", EVENTS, "--venues", VENUES, "--window", "400"]);
    assert_eq!(ran.code, 2);
}

/// A search that is not allowed to finish says so, in words and in JSON.
#[test]
fn a_gap_is_printed() {
    let venues = fs::read_to_string(root().join(VENUES)).unwrap();
    let ids: Vec<String> = (0..8).map(|n| format!("aula-{n}")).collect();
    let hall = venues.split("[[venue]]").nth(1).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let many: String = ids.iter().map(|id| format!("[[venue]]{}", hall.replace("aula-bupati", id))).collect();
    fs::write(folder.path().join("v.toml"), many).unwrap();
    let mut text = format!("id,start,days,participants,layout,current_cost,cost:{}\n", ids.join(",cost:"));
    let mut seed: u64 = 7;
    let mut draw = |n: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % n
    };
    for n in 0..600 {
        write!(text, "e{n},2026-0{}-{:02},{},50,classroom,10", 1 + draw(3), 1 + draw(28), 1 + draw(5))
            .unwrap();
        for _ in &ids {
            // Of five pairs one is not possible; the others save 2 or 1.
            text.push(',');
            if draw(5) > 0 {
                write!(text, "{}", 8 + draw(2)).unwrap();
            }
        }
        text.push('\n');
    }
    let venues = folder.path().join("v.toml");
    let args = ["schedule", "-", "--venues", venues.to_str().unwrap(), "--limit", "1"];
    let ran = run_with_input(&[&args[..], &["--lang", "en"]].concat(), &text);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains("Not proven the best"), "{}", ran.stdout.lines().take(9).collect::<String>());
    let ran = run_with_input(&[&args[..], &["--format", "json"]].concat(), &text);
    let json: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(json["proven_optimal"], false);
    assert_eq!(number(&json["saving"]) + number(&json["gap"]), number(&json["upper_bound"]));
    assert!(number(&json["gap"]) > 0);
}
