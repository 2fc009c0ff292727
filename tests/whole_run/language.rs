//! The language of the output changes words, never a number.

use serde_json::Value;

use crate::budget::budget;
use crate::{BUDGETS, Folder};

/// The numbers of a text in order, grouping and decimal marks taken out: `Rp12.500.000,00` and `IDR 12,500,000.00` are
/// one.
fn numbers(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut number = String::new();
    for c in text.chars().chain([' ']) {
        if c.is_ascii_digit() {
            number.push(c);
        } else if !matches!(c, '.' | ',') && !number.is_empty() {
            out.push(std::mem::take(&mut number));
        }
    }
    out
}

/// Fails unless both are the same but for words.
fn same_numbers(one: &Value, two: &Value, path: &str) {
    match (one, two) {
        (Value::Object(a), Value::Object(b)) => {
            assert_eq!(a.keys().collect::<Vec<_>>(), b.keys().collect::<Vec<_>>(), "{path}");
            a.iter().for_each(|(key, value)| same_numbers(value, &b[key], &format!("{path}.{key}")));
        }
        (Value::Array(a), Value::Array(b)) => {
            assert_eq!(a.len(), b.len(), "{path}");
            a.iter().zip(b).enumerate().for_each(|(at, (a, b))| same_numbers(a, b, &format!("{path}[{at}]")));
        }
        (Value::String(a), Value::String(b)) => assert_eq!(numbers(a), numbers(b), "{path}: {a:?}, {b:?}"),
        _ => assert_eq!(one, two, "{path}"),
    }
}

const COMMANDS: [&str; 7] = [
    "savings {}/b.csv --venues {}/v.toml",
    "events {}/b.csv --venues {}/v.toml",
    "check {}/b.csv --venues {}/v.toml",
    "inspect {}/b.csv",
    "lines {}/b.csv",
    "compare --example asahan-2018",
    "compare --example cilegon-2025",
];

#[test]
fn json_has_the_same_numbers_in_both_languages() {
    for (seed, activities) in BUDGETS {
        let folder = Folder::new();
        folder.savings(&budget(seed, activities));
        for command in COMMANDS {
            let [id, en] = ["id", "en"].map(|lang| folder.json(&format!("{command} --lang {lang}")));
            same_numbers(&id, &en, &format!("seed {seed}, {command}: "));
        }
    }
}

/// In documents the sentences differ and their numbers stand in another order; the same numbers stand in both.
#[test]
fn documents_have_the_same_numbers_in_both_languages() {
    for (seed, activities) in BUDGETS {
        let folder = Folder::new();
        folder.savings(&budget(seed, activities));
        for command in COMMANDS {
            for format in ["markdown", "csv"] {
                let [id, en] = ["id", "en"].map(|lang| {
                    let mut numbers =
                        numbers(&folder.run(&format!("{command} --format {format} --lang {lang}")));
                    numbers.sort();
                    numbers
                });
                assert_eq!(id, en, "seed {seed}, {command}, {format}");
            }
        }
    }
}
