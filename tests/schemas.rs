//! Every JSON output against its published schema, and every schema against itself.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    missing_docs,
    reason = "a test stops at the first surprise"
)]
#![allow(dead_code, unreachable_pub, reason = "the runner is shared by several tests")]

#[path = "cli/run.rs"]
mod command;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use command::{root, run};

const BUDGET: &str = "tests/fixtures/savings/budget.csv";
const VENUES: &str = "tests/fixtures/savings/venues.toml";

fn json(args: &[&str]) -> Value {
    let ran = run(&[args, &["--format", "json", "--quiet"]].concat());
    assert_eq!(ran.code, 0, "{args:?}: {}", ran.stderr);
    serde_json::from_str(&ran.stdout).unwrap()
}

fn published(name: &str) -> Value {
    let ran = run(&["schema", name]);
    assert_eq!(ran.code, 0, "{name}: {}", ran.stderr);
    serde_json::from_str(&ran.stdout).unwrap()
}

/// Contracts that are no JSON: a manifest is TOML.
const NOT_JSON: [&str; 1] = ["manifest"];

/// The output names a published schema and keeps to it.
fn check(args: &[&str]) {
    let value = json(args);
    let name = value["schema"].as_str().unwrap();
    let schema = jsonschema::validator_for(&published(name)).unwrap();
    let faults: Vec<String> =
        schema.iter_errors(&value).map(|e| format!("{}: {e}", e.instance_path())).take(5).collect();
    assert!(faults.is_empty(), "{args:?}: {faults:#?}");
}

#[test]
fn every_output_keeps_to_its_schema() {
    check(&["compare", "--example", "asahan-2018"]);
    check(&["compare", "--example", "cilegon-2025"]);
    check(&[
        "compare",
        "tests/fixtures/workbook/event.toml",
        "--venues",
        "tests/fixtures/workbook/venues.toml",
    ]);
    check(&["savings", BUDGET, "--venues", VENUES]);
    check(&["events", BUDGET]);
    check(&["inspect", BUDGET]);
    check(&["lines", BUDGET]);
    check(&["partial", BUDGET, "tests/fixtures/savings/shared/budget.csv"]);
    check(&[
        "schedule",
        "data/jadwal-contoh/events.csv",
        "--venues",
        "data/jadwal-contoh/venues.toml",
        "--calendar",
        "data/jadwal-contoh/calendar.csv",
    ]);
    check(&["check", BUDGET, "--venues", VENUES]);
    check(&["check", "tests/fixtures/savings/shared/budget.csv"]);
    check(&[
        "ceilings",
        "--year",
        "2026",
        "--province",
        "Sumatera Utara",
        "--package",
        "fullday",
        "--level",
        "eselon-3",
    ]);
    check(&["ceilings", "--year", "2018", "--item", "meal"]);
    check(&["audit", BUDGET, "--venues", VENUES]);
    let events = json(&["events", BUDGET]);
    let id = events["events"][0]["id"].as_str().unwrap();
    check(&["event", id, BUDGET]);
    check(&["savings", BUDGET, "--venues", VENUES, "--explain", id]);
}

/// A validator that takes anything would let everything above pass.
#[test]
fn what_breaks_a_contract_is_found() {
    let schema = jsonschema::validator_for(&published("compare")).unwrap();
    let good = json(&["compare", "--example", "asahan-2018"]);
    assert!(schema.is_valid(&good));
    let broken: [fn(&mut Value); 6] = [
        |v| v["schema"] = "hemat.compare/2".into(),
        |v| v["options"][0]["total"]["low"] = 7_000_000.into(),
        |v| v["options"][0]["components"][0]["evidence"] = "rumour".into(),
        |v| v["event"]["start"] = "23-11-2018".into(),
        |v| v["new"] = 1.into(),
        |v| drop(v["options"][1].as_object_mut().unwrap().remove("saving")),
    ];
    for (at, change) in broken.iter().enumerate() {
        let mut value = good.clone();
        change(&mut value);
        assert!(!schema.is_valid(&value), "change {at} passed");
    }
}

#[test]
fn every_key_of_every_schema_is_described() {
    let names = run(&["schema"]).stdout;
    assert!(names.lines().count() >= 7, "{names}");
    for name in names.lines() {
        let schema = published(name);
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
        assert!(jsonschema::meta::is_valid(&schema), "{name} is no valid schema");
        assert_eq!(schema["properties"]["schema"]["const"], format!("hemat.{name}/1"), "{name}");
        described(&schema, name);
    }
}

fn described(schema: &Value, path: &str) {
    match schema {
        Value::Object(keys) => {
            if let Some(Value::Object(properties)) = keys.get("properties") {
                for (key, property) in properties {
                    let text = property["description"].as_str().unwrap_or_default();
                    assert!(text.len() > 3, "{path}/{key} is not described");
                }
            }
            keys.iter().for_each(|(key, value)| described(value, &format!("{path}/{key}")));
        }
        Value::Array(items) => items.iter().for_each(|item| described(item, path)),
        _ => {}
    }
}

/// A contract that is written somewhere in the sources has a published schema.
#[test]
fn no_contract_is_without_a_schema() {
    let mut names = BTreeSet::new();
    contracts(&root().join("crates"), &mut names);
    assert!(names.contains("compare") && names.contains("savings"), "{names:?}");
    for other in NOT_JSON {
        assert!(names.remove(other), "{other} is written no more");
    }
    let published: BTreeSet<String> = run(&["schema"]).stdout.lines().map(str::to_owned).collect();
    assert_eq!(names, published, "left: in the sources, right: with a file in crates/hemat-io/schemas");
}

/// The names between `hemat.` and `/1` in all sources that write.
fn contracts(folder: &Path, names: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            contracts(&path, names);
        } else if path.extension().is_some_and(|e| e == "rs")
            && path.components().any(|c| c.as_os_str() == "src")
        {
            let text = fs::read_to_string(&path).unwrap();
            for part in text.split("hemat.").skip(1) {
                let name = part.split("/1").next().unwrap();
                let word = !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '-');
                if word && part[name.len()..].starts_with("/1") {
                    names.insert(name.to_owned());
                }
            }
        }
    }
}

#[test]
fn an_unknown_name_is_told_with_the_known_ones() {
    let ran = run(&["schema", "nosuch", "--lang", "en"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert!(ran.stderr.contains("nosuch") && ran.stderr.contains("compare, event"), "{}", ran.stderr);
}
