//! Scores the classifier on labelled descriptions, where they are at hand.
//!
//! `HEMAT_LABELS` names the folder; by default `../shared/labels` beside the workspace.

#[path = "../../../tests/shared_folder.rs"]
mod shared_folder;

use std::collections::{BTreeMap, BTreeSet};

use hemat_core::classify::{Classifier, LineText};
use hemat_core::kind::{CostKind, VenueKind};
use shared_folder::shared_folder;

struct Scored {
    id: usize,
    gold: String,
    found: CostKind,
    gold_venue: String,
    found_venue: VenueKind,
}

/// Precision and recall.
fn precision_recall(pairs: impl Iterator<Item = (bool, bool)>) -> (f64, f64) {
    let (mut both, mut only_found, mut only_gold) = (0.0, 0.0, 0.0);
    for (gold, found) in pairs {
        match (gold, found) {
            (true, true) => both += 1.0,
            (false, true) => only_found += 1.0,
            (true, false) => only_gold += 1.0,
            (false, false) => {}
        }
    }
    let share = |rest: f64| if both + rest > 0.0 { both / (both + rest) } else { 0.0 };
    (share(only_found), share(only_gold))
}

struct Figures {
    accuracy: f64,
    macro_f1: f64,
    venue: (f64, f64),
    hotel: (f64, f64),
}

fn figures(rows: &[&Scored]) -> Figures {
    let right = rows.iter().filter(|r| r.gold == r.found.as_str()).count();
    let kinds: BTreeSet<&str> = rows.iter().map(|r| r.gold.as_str()).collect();
    let f1: f64 = kinds
        .iter()
        .map(|k| {
            let (p, r) = precision_recall(rows.iter().map(|x| (x.gold == *k, x.found.as_str() == *k)));
            if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
        })
        .sum();
    let is_venue = |word: &str| CostKind::from_word(word).is_some_and(CostKind::is_venue);
    Figures {
        accuracy: right as f64 / rows.len() as f64,
        macro_f1: f1 / kinds.len() as f64,
        venue: precision_recall(rows.iter().map(|r| (is_venue(&r.gold), r.found.is_venue()))),
        hotel: precision_recall(
            rows.iter().map(|r| (r.gold_venue == "hotel", r.found_venue == VenueKind::Hotel)),
        ),
    }
}

/// The records of a CSV text with quoted fields.
fn records(text: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                field.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(std::mem::take(&mut field)),
            '\n' if !quoted => {
                record.push(std::mem::take(&mut field).trim_end_matches('\r').to_owned());
                records.push(std::mem::take(&mut record));
            }
            c => field.push(c),
        }
    }
    if !field.is_empty() || !record.is_empty() {
        record.push(field);
        records.push(record);
    }
    records
}

#[test]
fn labelled_descriptions_reach_the_floors() {
    let Some(folder) = shared_folder("labels") else { return };
    let text = std::fs::read_to_string(folder.join("labels.csv")).unwrap();
    let records = records(&text);
    let columns: BTreeMap<&str, usize> =
        records[0].iter().enumerate().map(|(i, c)| (c.as_str(), i)).collect();
    let rows: Vec<Scored> = records[1..]
        .iter()
        .filter(|r| r[columns["confidence"]] != "ambiguous")
        .map(|r| {
            let cell = |name: &str| r[columns[name]].as_str();
            let found = Classifier::builtin().classify(&LineText {
                account_code: cell("account_code"),
                account_name: cell("account_name"),
                activity: cell("activity"),
                heading: cell("heading"),
                description: cell("description"),
            });
            let second = cell("alt_cost_kind");
            let gold = if second == found.cost_kind.as_str() { second } else { cell("cost_kind") };
            Scored {
                id: cell("id")[1..].parse().unwrap(),
                gold: gold.to_owned(),
                found: found.cost_kind,
                gold_venue: cell("venue_kind").to_owned(),
                found_venue: found.venue_kind,
            }
        })
        .collect();
    let all: Vec<&Scored> = rows.iter().collect();
    let (odd, even): (Vec<&Scored>, Vec<&Scored>) = all.iter().partition(|r| r.id % 2 == 1);
    for (name, part) in [("odd ids", &odd), ("even ids", &even), ("all", &all)] {
        let f = figures(part);
        println!(
            "{name}: {} rows, accuracy {:.3}, macro-F1 {:.3}, venue {:.3}/{:.3}, hotel {:.3}/{:.3} (precision/recall)",
            part.len(),
            f.accuracy,
            f.macro_f1,
            f.venue.0,
            f.venue.1,
            f.hotel.0,
            f.hotel.1
        );
        assert!(f.accuracy >= 0.97, "{name}: accuracy {:.3}", f.accuracy);
        assert!(f.macro_f1 >= 0.95, "{name}: macro-F1 {:.3}", f.macro_f1);
        assert!(f.venue.0 >= 0.95 && f.venue.1 >= 0.97, "{name}: venue {:?}", f.venue);
        assert!(f.hotel.0 >= 0.95 && f.hotel.1 >= 0.95, "{name}: hotel {:?}", f.hotel);
    }
}
