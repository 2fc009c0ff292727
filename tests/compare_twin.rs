//! The comparison against a second, plain evaluation of the same rules, over random events and venues.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests stand outside test functions")]

#[path = "compare_twin/check.rs"]
mod check;
#[path = "compare_twin/formulas.rs"]
mod formulas;
#[path = "compare_twin/plain.rs"]
mod plain;
#[path = "compare_twin/random.rs"]
mod random;
#[path = "compare_twin/rules.rs"]
mod rules;

use std::panic::{AssertUnwindSafe, catch_unwind};

use check::Counted;

#[test]
fn random_comparisons_agree_with_the_plain_evaluation() {
    let mut counted = Counted::default();
    let mut failed = Vec::new();
    for seed in 0..2_500 {
        let one = AssertUnwindSafe(|| check::seed(seed, &mut counted));
        if catch_unwind(one).is_err() {
            failed.push(seed);
        }
    }
    assert!(failed.is_empty(), "{} seeds differ: {failed:?}", failed.len());
    // The cases have to hold enough of everything to mean something.
    println!("{counted:#?}");
    assert!(counted.compared > 2_300, "{counted:?}");
    for verdict in ["cheaper", "dearer", "uncertain", "cannot-tell"] {
        assert!(counted.verdicts.get(verdict).is_some_and(|n| *n >= 100), "{verdict}: {counted:?}");
    }
    assert!(counted.wider_between_corners > 0 && counted.bounded >= 100, "{counted:?}");
    assert!(counted.no_best.len() >= 5, "{counted:?}");
}
