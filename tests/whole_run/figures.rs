//! What two runs are compared by: events and lines without the rows they stand in.

use std::collections::BTreeMap;

use serde_json::Value;

/// The events of a savings report, each without its id and rows, sorted. An id names the file and the rows that an event
/// was read from, so that it changes with them.
pub(crate) fn events(savings: &Value) -> Vec<String> {
    let mut all: Vec<String> = savings["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| {
            let mut event = event.as_object().unwrap().clone();
            event.remove("rows");
            event.remove("id");
            serde_json::to_string(&event).unwrap()
        })
        .collect();
    all.sort();
    all
}

/// The headline figures of a savings report.
pub(crate) fn headline(savings: &Value) -> BTreeMap<&'static str, String> {
    let keys = ["gross", "feasible", "gross_without_replies", "sensitivity", "break_even"];
    let mut all: BTreeMap<_, _> = keys.map(|key| (key, savings[key].to_string())).into_iter().collect();
    all.insert("amounts", savings["reconciliation"]["amount"].to_string());
    all
}

/// The lines of a budget, each without file and row, sorted.
pub(crate) fn lines(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let places: Vec<usize> = reader
        .headers()
        .unwrap()
        .iter()
        .enumerate()
        .filter(|(_, name)| !["file", "row", "account_row"].contains(name))
        .map(|(at, _)| at)
        .collect();
    let mut all: Vec<Vec<String>> = reader
        .records()
        .map(|record| {
            let record = record.unwrap();
            places.iter().map(|at| record[*at].to_owned()).collect()
        })
        .collect();
    all.sort();
    all
}
