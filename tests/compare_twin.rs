//! The comparison against a second, plain evaluation of the same rules, over random events and venues.

#[path = "compare_twin/check.rs"]
mod check;
#[path = "compare_twin/plain.rs"]
mod plain;
#[path = "compare_twin/random.rs"]
mod random;

use check::Counted;

#[test]
fn random_comparisons_agree_with_the_plain_evaluation() {
    let mut counted = Counted::default();
    let mut failed = Vec::new();
    for seed in 0..2_500 {
        let one = |counted: &mut Counted| check::seed(seed, counted);
        if std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| one(&mut counted))).is_err() {
            failed.push(seed);
        }
    }
    assert!(failed.is_empty(), "{} seeds differ: {failed:?}", failed.len());
    assert!(counted.compared > 2_300, "{counted:?}");
}
