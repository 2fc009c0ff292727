//! Every price k times as high: every saving k times as large, everything else as it was.

use serde_json::Value;

use crate::budget::{Row, budget, venues};
use crate::{BUDGETS, Folder};

/// Fails unless the second value is the first, every amount of it `k` times as large. Amounts are the texts that are
/// numbers: counts are numbers in JSON.
fn scales(one: &Value, two: &Value, k: i128, path: &str) {
    match (one, two) {
        (Value::Object(a), Value::Object(b)) => {
            assert_eq!(a.keys().collect::<Vec<_>>(), b.keys().collect::<Vec<_>>(), "{path}");
            for (key, value) in a {
                scales(value, &b[key], k, &format!("{path}.{key}"));
            }
        }
        (Value::Array(a), Value::Array(b)) => {
            assert_eq!(a.len(), b.len(), "{path}");
            for (at, (a, b)) in a.iter().zip(b).enumerate() {
                scales(a, b, k, &format!("{path}[{at}]"));
            }
        }
        (Value::String(a), Value::String(b)) if a.parse::<i128>().is_ok() => {
            let (a, b): (i128, i128) = (a.parse().unwrap(), b.parse().unwrap());
            // What is divided by a number of hall-days is rounded to whole rupiah.
            let slack = if path.contains("break_even") { k } else { 0 };
            assert!((a * k - b).abs() <= slack, "{path}: {a} x {k} is not {b}");
        }
        _ => assert_eq!(one, two, "{path}"),
    }
}

#[test]
fn prices_times_k_are_savings_times_k() {
    for (seed, activities) in BUDGETS {
        let rows = budget(seed, activities);
        let folder = Folder::new();
        let before = folder.savings(&rows);
        for k in [2, 10, 7919] {
            let dearer: Vec<Row> =
                rows.iter().map(|row| Row { price: row.price * k, ..row.clone() }).collect();
            folder.file("v.toml", &venues(k));
            let after = folder.savings(&dearer);
            folder.file("v.toml", &venues(1));
            scales(&before, &after, i128::from(k), &format!("seed {seed}, k {k}: "));
        }
    }
}
