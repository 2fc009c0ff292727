//! Properties of whole runs of the command, from files to reports: what may change the figures and what may not.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    dead_code,
    reason = "a test stops at the first surprise"
)]

#[path = "whole_run/budget.rs"]
mod budget;
#[path = "cli/run.rs"]
mod command;
#[path = "whole_run/conserved.rs"]
mod conserved;
#[path = "whole_run/figures.rs"]
mod figures;
#[path = "whole_run/language.rs"]
mod language;
#[path = "whole_run/rearranged.rs"]
mod rearranged;
#[path = "whole_run/scaled.rs"]
mod scaled;

use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use tempfile::{TempDir, tempdir};

use budget::{Row, venues};

/// Every property is tried on budgets of these seeds and numbers of activities.
const BUDGETS: [(u64, usize); 10] =
    [(1, 1), (2, 3), (3, 6), (4, 9), (5, 14), (6, 20), (7, 30), (8, 45), (9, 60), (2026, 90)];

/// A folder with venues, and files to come.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        let folder = Folder(tempdir().unwrap());
        folder.file("v.toml", &venues(1));
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn file(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    /// Runs with these arguments; `{}` stands for the folder.
    fn run(&self, args: &str) -> String {
        let here = self.0.path().to_str().unwrap();
        let args: Vec<String> = args.split_whitespace().map(|a| a.replace("{}", here)).collect();
        let ran = command::run(&args);
        assert_eq!(ran.code, 0, "{args:?}: {}", ran.stderr);
        ran.stdout
    }

    fn json(&self, args: &str) -> Value {
        serde_json::from_str(&self.run(&format!("{args} --format json"))).unwrap()
    }

    /// Savings of a budget in our own columns.
    fn savings(&self, rows: &[Row]) -> Value {
        self.file("b.csv", &budget::written(budget::Form::Hemat, rows));
        self.json("savings {}/b.csv --venues {}/v.toml")
    }
}

/// Whole rupiah.
fn rupiah(value: &Value) -> i128 {
    value.as_str().unwrap_or_else(|| panic!("money is a string: {value}")).parse().unwrap()
}

/// A property over budgets without savings would prove nothing.
#[test]
fn the_budgets_hold_events_that_save_and_events_that_do_not() {
    for form in budget::FORMS_OF_FILES {
        let mut statuses = std::collections::BTreeMap::new();
        for (seed, activities) in BUDGETS {
            let folder = Folder::new();
            folder.file("b.csv", &budget::written(form, &budget::budget(seed, activities)));
            let report = folder.json("savings {}/b.csv --venues {}/v.toml");
            for event in report["events"].as_array().unwrap() {
                *statuses.entry(event["status"].as_str().unwrap().to_owned()).or_insert(0) += 1;
            }
            if form == budget::Form::Hemat && activities > 10 {
                let scheduled = &report["feasible_parts"]["scheduled"]["likely"];
                assert!(rupiah(scheduled) > 0, "seed {seed}: no event has a day");
            }
        }
        let saves = statuses.get("saves").copied().unwrap_or(0);
        let all: i32 = statuses.values().sum();
        assert!(saves >= 30 && all - saves >= 30, "{form:?}: {statuses:?}");
    }
}
