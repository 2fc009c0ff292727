//! Savings where events want one hall: `fixtures/savings/shared`, worked out by hand.
//!
//! Aula: 150 seats at desks, 1,000,000 a day; meal 40,000 (30,000 to 50,000) and snack 10,000 from the price book. A fullday
//! package is one meal and two snacks: 60,000 a person (50,000 to 70,000).
//! A, 100 people, 30,000,000, 10 March: 30,000,000 - 1,000,000 - 6,000,000 = 23,000,000.
//! B, 80 people, 20,000,000, 10 March: 20,000,000 - 1,000,000 - 4,800,000 = 14,200,000.
//! C, 60 people, 15,000,000, 11 March: 15,000,000 - 1,000,000 - 3,600,000 = 10,400,000; the hall is booked that day.
//! D, 50 people, 10,000,000, no date: 10,000,000 - 1,000,000 - 3,000,000 = 6,000,000.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, dead_code, unreachable_pub)]

#[path = "cli/run.rs"]
mod command;

use std::path::PathBuf;

use command::run;
use serde_json::Value;

const FOLDER: &str = "tests/fixtures/savings/shared";

fn arguments(more: &[&str]) -> Vec<String> {
    let file = |name: &str| format!("{FOLDER}/{name}");
    let mut all = vec!["savings".to_owned(), file("budget.csv"), "--venues".to_owned(), file("venues.toml")];
    all.extend(["--prices".to_owned(), file("prices.toml"), "--calendar".to_owned(), file("calendar.csv")]);
    all.extend(more.iter().map(|m| (*m).to_owned()));
    all
}

fn report(more: &[&str]) -> Value {
    let all = arguments(more);
    let mut all: Vec<&str> = all.iter().map(String::as_str).collect();
    all.extend(["--format", "json"]);
    let ran = run(&all);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    serde_json::from_str(&ran.stdout).unwrap()
}

fn range(value: &Value) -> [i64; 3] {
    ["low", "likely", "high"].map(|k| value[k].as_str().unwrap().parse().unwrap())
}

fn id(report: &Value, letter: &str) -> String {
    let events = report["events"].as_array().unwrap();
    let of = |e: &&Value| e["activity"] == format!("Sosialisasi {letter}");
    events.iter().find(of).unwrap()["id"].as_str().unwrap().to_owned()
}

/// A replies file in a folder of its own.
fn replies(text: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("replies.toml");
    std::fs::write(&path, text).unwrap();
    (folder, path)
}

#[test]
fn one_hall_serves_one_event_a_day() {
    let report = report(&[]);
    assert_eq!(range(&report["gross"]), [50_700_000, 53_600_000, 56_500_000]);
    // A by date; D is only bounded. B wants the same day, C a booked one.
    let parts = &report["feasible_parts"];
    assert_eq!(range(&parts["scheduled"]), [22_000_000, 23_000_000, 24_000_000]);
    assert_eq!(range(&parts["undated_at_most"]), [5_500_000, 6_000_000, 6_500_000]);
    assert_eq!(range(&report["feasible"]), [27_500_000, 29_000_000, 30_500_000]);
    assert_eq!(report["proven_optimal"], false, "a bound is not proven");
    let unplaced: Vec<(String, &str)> = parts["unplaced"]
        .as_array()
        .unwrap()
        .iter()
        .map(|u| (u["event"].as_str().unwrap().to_owned(), u["reason"].as_str().unwrap()))
        .collect();
    assert!(unplaced.contains(&(id(&report, "B"), "more-valuable-event")), "{unplaced:?}");
    assert!(unplaced.contains(&(id(&report, "C"), "taken")), "{unplaced:?}");
    let all = arguments(&["--lang", "en"]);
    let text = run(&all.iter().map(String::as_str).collect::<Vec<_>>()).stdout;
    for told in ["held by", "booked", "(Rapat", "paripurna)", "days"] {
        assert!(text.contains(told), "{told}\n{text}");
    }
    // The hall stands in the compound of Dinas Satu: transport of A, in no sum.
    let a = report["events"].as_array().unwrap().iter().find(|e| e["id"] == id(&report, "A")).unwrap();
    assert_eq!(a["transport_moot"], "15000000");
    // Only the meal is a range: 10,000 up or down for 290 people.
    assert_eq!(report["sensitivity"][0]["input"], "prices:meal");
    assert_eq!(report["sensitivity"][0]["swing"], "5800000");
    // Four hall days; at 6,933,334 more A leaves 16,066,666, B 7,266,666, C 3,466,666, D nothing: 26,799,998 of 53,600,000.
    assert_eq!(report["break_even"]["halved_at"], "6933334");
    assert_eq!(report["break_even"]["gone_at"], "23000000");
    assert_eq!(report["break_even"]["hall_days"], 4);
}

#[test]
fn only_prices_that_a_hall_lacked_are_listed() {
    // The hall prices its rent; meal and snack come from the user's book, a bed from the published prices.
    let all = arguments(&["--province", "Jawa Barat", "--format", "markdown"]);
    let text = run(&all.iter().map(String::as_str).collect::<Vec<_>>()).stdout;
    let prices = text.split("Harga gedung dan buku harga").nth(1).unwrap().split("\n## ").next().unwrap();
    let of_book: Vec<&str> = prices.lines().filter(|l| l.starts_with("| buku harga")).collect();
    let named: Vec<bool> =
        of_book.iter().zip(["makan", "kudapan", "penginapan"]).map(|(l, name)| l.contains(name)).collect();
    assert_eq!(named, [true, true, true], "{prices}");
    assert!(!prices.contains("Lampiran II"), "the hall has a rent of its own: {prices}");
}

#[test]
fn a_date_from_a_document_turns_a_bound_into_a_proof() {
    let d = id(&report(&[]), "D");
    let (_folder, path) = replies(&format!(
        "[[known]]\nevent = \"{d}\"\nstart = 2025-03-12\nevidence = \"receipt\"\nsource = \"undangan\"\n"
    ));
    let report = report(&["--replies", path.to_str().unwrap()]);
    assert_eq!(range(&report["feasible"]), [27_500_000, 29_000_000, 30_500_000]);
    assert_eq!(report["proven_optimal"], true);
    assert_eq!(range(&report["gross"]), [50_700_000, 53_600_000, 56_500_000]);
}

#[test]
fn a_reply_is_applied_and_both_figures_are_shown() {
    let a = id(&report(&[]), "A");
    let text = format!(
        "[[reply]]\nevent = \"{a}\"\nreason = \"booked\"\nhalls = [\"aula\"]\nstatement = \"Aula dipakai rapat lain\"\n\
         office = \"Dinas Satu\"\nreceived = 2025-06-02\nevidence = \"claim\"\nsource = \"surat jawaban\"\n\
         [[reply]]\nevent = \"nosuch\"\nreason = \"too-small\"\n"
    );
    let (_folder, path) = replies(&text);
    let report = report(&["--replies", path.to_str().unwrap()]);
    assert_eq!(range(&report["gross"])[1], 30_600_000);
    assert_eq!(range(&report["gross_without_replies"])[1], 53_600_000);
    // B has the hall on the tenth now.
    assert_eq!(range(&report["feasible"])[1], 20_200_000);
    let told: Vec<(&Value, &Value)> =
        report["replies"].as_array().unwrap().iter().map(|r| (&r["event"], &r["found"])).collect();
    assert_eq!(told, [(&Value::from(a), &Value::from(true)), (&Value::from("nosuch"), &Value::from(false))]);
    let all = arguments(&["--replies", path.to_str().unwrap(), "--lang", "en"]);
    let text = run(&all.iter().map(String::as_str).collect::<Vec<_>>()).stdout;
    for told in [
        "Dinas Satu, 2 June 2025: \"Aula dipakai rapat lain\"",
        "Gross saving with these replies",
        "a reason of fact",
    ] {
        assert!(text.contains(told), "{told}\n{text}");
    }
}

#[test]
fn corrected_participants_are_used_and_graded() {
    let b = id(&report(&[]), "B");
    let text = format!("[[reply]]\nevent = \"{b}\"\nreason = \"figures-corrected\"\nparticipants = 160\n");
    let (_folder, path) = replies(&text);
    let report = report(&["--replies", path.to_str().unwrap()]);
    let event = report["events"].as_array().unwrap().iter().find(|e| e["id"] == b.as_str()).unwrap();
    // 160 people do not fit into 150 seats.
    assert_eq!(
        (&event["status"], &event["participants"]["likely"]),
        (&Value::from("no-hall-fits"), &Value::from(160))
    );
}

#[test]
fn a_filter_leaves_events_out_and_says_so() {
    let report = report(&["--agency", "dinas dua"]);
    assert_eq!(range(&report["gross"])[1], 30_600_000);
    assert_eq!(report["left_out"], serde_json::json!({"events": 1, "rows": 2, "amount": "45000000"}));
    assert_eq!(report["reconciliation"]["amount"]["read"], "90000000");
}

#[test]
fn one_event_is_explained_from_its_rows() {
    let a = id(&report(&[]), "A");
    let all = arguments(&["--explain", &a]);
    let ran = run(&all.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    for told in [
        "Rp1.000.000 x 1 hari",
        "Rp40.000 x 100 peserta x 1 hari x 1 kali makan",
        "Rp30.000.000 - 1 x Rp7.000.000 = Rp23.000.000",
        "penawaran katering contoh",
        "Perda contoh",
    ] {
        let words =
            |text: &str| text.replace(['|', '\n'], " ").split_whitespace().collect::<Vec<_>>().join(" ");
        let flat = words(&ran.stdout);
        assert!(told.split(' ').all(|word| flat.contains(word)), "{told}\n{}", ran.stdout);
    }
    let wrong = arguments(&["--explain", "nosuch"]);
    let ran = run(&wrong.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("nosuch") && ran.stderr.contains(&a), "{}", ran.stderr);
}

#[test]
fn faults_of_the_files_beside_the_budget_are_told_at_once() {
    let (_folder, path) = replies(
        "[[reply]]\nevent = \"x\"\nreason = \"because\"\nhalls = [\"balai\"]\n[[known]]\nevent = \"y\"\n",
    );
    let all = arguments(&["--replies", path.to_str().unwrap()]);
    let ran = run(&all.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(ran.code, 2);
    for told in ["3: reply[1].reason", "booked", "balai", "known venues: aula", "known[1].start"] {
        assert!(ran.stderr.contains(told), "{told}\n{}", ran.stderr);
    }
}

fn markdown(more: &[&str]) -> String {
    let all = arguments(&[more, &["--lang", "en", "--format", "markdown"]].concat());
    let ran = run(&all.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    ran.stdout
}

#[test]
fn who_stays_is_told_by_whom_and_the_nearest_way_in() {
    let text = markdown(&[]);
    for row in [
        "| sosialisasi B di Hotel Melur | 10 March 2025 | Aula Contoh: held by sosialisasi A di Hotel Melur | \
         2 days later (12 March 2025) in Aula Contoh: saves IDR 14,200,000 |",
        "| sosialisasi C di Hotel Melur | 11 March 2025 | Aula Contoh: booked (Rapat paripurna) | \
         1 day later (12 March 2025) in Aula Contoh: saves IDR 10,400,000 |",
    ] {
        assert!(text.lines().any(|line| line == row), "{row}\n{text}");
    }
    let left = text.split("**Staying where they are").nth(1).unwrap().split("\n## ").next().unwrap();
    assert_eq!(left.matches("\n| sosialisasi").count(), 2, "nobody else stays: {left}");
}

#[test]
fn a_reply_tells_the_rule_and_the_dates_behind_its_reason() {
    let a = id(&report(&[]), "A");
    let said = |reason: &str| {
        let (_folder, path) = replies(&format!("[[reply]]\nevent = \"{a}\"\nreason = \"{reason}\"\n"));
        let text = markdown(&["--replies", path.to_str().unwrap()]);
        let section = text.split("## Replies of the agencies").nth(1).unwrap().split("\n## ").next().unwrap();
        section.lines().filter(|line| line.starts_with("- ")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        said("no-government-room"),
        [
            "- no government room in the area: may rest on PermenPAN-RB 6/2015 (from 1 April 2015; in force in \
          November 2018; whether it was repealed later was not checked)."
        ]
    );
    assert_eq!(said("too-small"), ["- the hall is too small: a reason of fact, not of a rule."]);
    // What the minister said is told apart from a rule.
    let relaxed = said("rule-relaxed-in-force");
    assert!(relaxed.iter().any(|line| line.contains("(a statement, not a regulation)")), "{relaxed:?}");
}
