//! The largest of many things: a report lists a few of them, and the others need no order.

use std::cmp::Ordering;

/// How many of the largest a report lists.
pub(super) const LARGEST: usize = 10;

/// The first [`LARGEST`] things of an order, in that order.
pub(super) fn largest<T>(mut all: Vec<T>, mut order: impl FnMut(&T, &T) -> Ordering) -> Vec<T> {
    if all.len() > LARGEST {
        all.select_nth_unstable_by(LARGEST, &mut order);
        all.truncate(LARGEST);
    }
    all.sort_by(order);
    all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_largest_are_those_of_all_in_order(all in prop::collection::vec(0_u8..60, 0..80)) {
            let mut sorted = all.clone();
            sorted.sort_by(|a, b| b.cmp(a));
            sorted.truncate(LARGEST);
            prop_assert_eq!(largest(all, |a, b| b.cmp(a)), sorted);
        }
    }
}
