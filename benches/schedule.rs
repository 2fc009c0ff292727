//! The best use of halls, proven. `cargo bench -p hemat-core --bench schedule`.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs, unreachable_pub, reason = "a bench")]

#[path = "../tests/schedule/random.rs"]
mod random;

use std::fmt;

use divan::Bencher;
use hemat_core::schedule::{Options, schedule};
use random::{Seed, Shape, problem};

fn main() {
    divan::main();
}

/// A named shape.
#[derive(Clone, Copy)]
struct Case(&'static str, Shape);

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// 2,000 events, 5 halls, a year, 20 bookings in each hall; a pair in ten is not offered, one in ten is dearer.
const YEAR: Shape = Shape {
    events: 2_000,
    halls: 5,
    days: 365,
    longest: 1,
    unit: 1_000,
    most: 30_000,
    offered: 90,
    dearer: 10,
    bookings: 20,
    undated: 0,
};
const LONGER: Shape = Shape { longest: 5, ..YEAR };
const MONTH: Shape = Shape { days: 30, bookings: 1, ..LONGER };

fn cases() -> Vec<Case> {
    vec![
        Case("1 day", YEAR),
        Case("1-5 days", LONGER),
        Case("1-5 days, savings to the rupiah", Shape { unit: 1, most: 30_000_000, ..LONGER }),
        Case("1-5 days, three values", Shape { unit: 1_000_000, most: 3, ..LONGER }),
        Case("1-5 days, equal values", Shape { most: 1, dearer: 0, offered: 100, ..LONGER }),
        Case("1-30 days", Shape { longest: 30, ..YEAR }),
        Case("1 day, all in one month", Shape { longest: 1, ..MONTH }),
        Case("1-5 days, all in one month", MONTH),
        Case("1-5 days, one month, equal values", Shape { most: 1, dearer: 0, offered: 100, ..MONTH }),
        Case("1-5 days, 20,000 events", Shape { events: 20_000, ..LONGER }),
        Case("1-5 days, 10 halls", Shape { halls: 10, ..LONGER }),
        Case("1-5 days, 20 halls", Shape { halls: 20, ..LONGER }),
        Case("1 day, 30 halls", Shape { halls: 30, ..YEAR }),
    ]
}

#[divan::bench(args = cases(), sample_count = 10, sample_size = 1)]
fn proven_best(bencher: Bencher, case: &Case) {
    let problem = problem(&case.1, &mut Seed(7));
    bencher.bench_local(|| {
        let found = schedule(&problem, &Options::default()).unwrap();
        assert!(found.proven_optimal(), "{case}: not proven");
        found
    });
}
