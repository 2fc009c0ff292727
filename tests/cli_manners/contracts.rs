//! The names and types of the data formats: others build on them.

use serde_json::Value;

use crate::command::{run, run_with_input};
use crate::{BUDGET, DAMAGED, VENUES};

fn json(args: &[&str]) -> Value {
    let ran = run(args);
    assert_eq!(ran.code, 0, "{args:?}: {}", ran.stderr);
    serde_json::from_str(&ran.stdout).unwrap()
}

/// Fails unless the object has all these keys.
fn has(value: &Value, keys: &[&str]) {
    let object = value.as_object().unwrap_or_else(|| panic!("an object: {value}"));
    for key in keys {
        assert!(object.contains_key(*key), "no key {key:?} in {value}");
    }
}

/// Fails unless this is money: a decimal string, or a range of them.
fn is_money(value: &Value) {
    if value.is_object() {
        for key in ["low", "likely", "high"] {
            is_money(&value[key]);
        }
        return;
    }
    let text = value.as_str().unwrap_or_else(|| panic!("money is a string: {value}"));
    let digits = text.trim_start_matches('-');
    assert!(
        !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == '.'),
        "plain digits: {text}"
    );
}

#[test]
fn lines_as_csv() {
    let ran = run(&["lines", BUDGET, "--format", "csv"]);
    assert_eq!(
        ran.stdout.lines().next(),
        Some(
            "file,row,part,account_row,year,region,agency,activity_code,activity,account_code,account_name,heading,\
             description,quantity,unit,persons,days,occurrences,unit_price,amount,cost_kind,venue_kind,confidence,\
             reason"
        )
    );
    let two = run_with_input(&["lines", BUDGET, "-", "--format", "csv"], DAMAGED).stdout;
    assert_eq!(two.matches("file,row,part").count(), 1, "one header for several files");
}

#[test]
fn inspect_as_json() {
    let value = json(&["inspect", BUDGET, "--format", "json"]);
    assert_eq!(value["schema"], "hemat.inspect/1");
    has(
        &value,
        &[
            "file",
            "layout",
            "encoding",
            "delimiter",
            "header_row",
            "columns",
            "rows",
            "amount",
            "details",
            "can_compute",
        ],
    );
    has(&value["rows"], &["read", "used", "set_aside", "not_lines"]);
    has(&value["amount"], &["read", "used", "set_aside"]);
    has(&value["details"], &["accounts", "reconciled", "amount", "amount_reconciled"]);
    assert_eq!((&value["layout"], &value["delimiter"]), (&"hemat".into(), &",".into()));
    let count = |key: &str| value["rows"][key].as_u64().unwrap();
    assert_eq!(count("read"), count("used") + count("set_aside") + count("not_lines"));
    for key in ["read", "used", "set_aside"] {
        is_money(&value["amount"][key]);
    }
    is_money(&value["details"]["amount"]);
    is_money(&value["details"]["amount_reconciled"]);
}

#[test]
fn savings_as_json() {
    let value = json(&["savings", BUDGET, "--venues", VENUES, "--format", "json"]);
    assert_eq!(value["schema"], "hemat.savings/1");
    has(&value, &["gross", "feasible", "proven_optimal", "events", "reconciliation"]);
    is_money(&value["gross"]);
    for part in ["read", "used", "set_aside", "not_event"] {
        assert!(value["reconciliation"]["rows"][part].is_u64());
        is_money(&value["reconciliation"]["amount"][part]);
    }
    for event in value["events"].as_array().unwrap() {
        has(
            event,
            &[
                "id",
                "title",
                "agency",
                "activity",
                "year",
                "participants",
                "days",
                "venue_kind",
                "status",
                "current",
                "best_venue",
                "gross_saving",
                "weakest_evidence",
                "rows",
            ],
        );
        is_money(&event["current"]);
        if !event["gross_saving"].is_null() {
            is_money(&event["gross_saving"]);
        }
        for row in event["rows"].as_array().unwrap() {
            has(row, &["file", "row", "part"]);
        }
    }
}

#[test]
fn compare_as_json() {
    for example in ["asahan-2018", "cilegon-2025"] {
        let value = json(&["compare", "--example", example, "--format", "json"]);
        assert_eq!(value["schema"], "hemat.compare/1");
        has(&value, &["baseline", "best", "options", "break_even", "sensitivity"]);
        assert!(value["best"].is_null(), "no hall is known to fit in {example}");
        for option in value["options"].as_array().unwrap() {
            has(
                option,
                &[
                    "venue",
                    "kind",
                    "fits",
                    "free",
                    "complete",
                    "missing",
                    "components",
                    "total",
                    "saving",
                    "verdict",
                    "weakest_evidence",
                    "per_person_day",
                ],
            );
            is_money(&option["total"]);
            is_money(&option["per_person_day"]);
            for component in option["components"].as_array().unwrap() {
                has(component, &["component", "amount", "evidence", "source"]);
                is_money(&component["amount"]);
            }
        }
        for row in value["break_even"].as_array().unwrap() {
            has(row, &["venue", "extra", "cheaper_for"]);
            is_money(&row["extra"]);
        }
        for row in value["sensitivity"].as_array().unwrap() {
            has(row, &["venue", "input", "low", "high", "swing"]);
            is_money(&row["swing"]);
        }
    }
}

#[test]
fn classify_labels_a_list() {
    let list = "\
note,id,account_code,account_name,activity,heading,description,amount
x,a,4.1.01.06.01.0001,Pajak Hotel,,,Pajak Hotel,1
x,b,,,,,\"Paket meeting fullday di Hotel Melur, 50 orang\",1
x,c,5.1.02.02.05.0043,Belanja Sewa Hotel,Rapat,,Sewa ruang rapat di Hotel Melur,1
x,d,5.1.02.04.01.0001,Belanja Perjalanan Dinas Biasa,,,Penginapan hotel perjalanan dinas,1
";
    let ran = run_with_input(&["classify", "-"], list);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let rows: Vec<Vec<&str>> = ran.stdout.lines().map(|l| l.split(',').collect()).collect();
    assert_eq!(rows[0], ["id", "cost_kind", "venue_kind", "confidence", "reason"]);
    let kinds: Vec<_> = rows[1..].iter().map(|r| (r[0], r[1], r[2])).collect();
    assert_eq!(
        kinds,
        [
            ("a", "not-event", "none"),
            ("b", "venue-package", "hotel"),
            ("c", "room-rent", "hotel"),
            ("d", "business-travel", "none"),
        ]
    );
}
