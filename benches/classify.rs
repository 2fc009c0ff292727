//! Lines classified a second, on one core. `cargo bench -p hemat-core --bench classify`.

use divan::Bencher;
use divan::counter::ItemsCount;
use hemat_core::classify::{Classifier, LineText};

fn main() {
    divan::main();
}

/// Our own lines of the table test, as a file has them: with quantity and price behind.
fn lines() -> Vec<[String; 5]> {
    include_str!("../crates/hemat-core/tests/data/own_lines.txt")
        .lines()
        .skip(2)
        .map(|row| {
            let mut cells = row.split('|').map(str::to_owned);
            let mut cell = || cells.next().unwrap_or_default();
            let (code, name, activity, heading) = (cell(), cell(), cell(), cell());
            [code, name, activity, heading, format!("{}3 org x 2 hari x 150.000,00 = 900.000,00", cell())]
        })
        .collect()
}

#[divan::bench]
fn classify(bencher: Bencher) {
    let lines = lines();
    let classifier = Classifier::builtin();
    bencher.counter(ItemsCount::new(lines.len())).bench_local(|| {
        for [account_code, account_name, activity, heading, description] in &lines {
            let line = LineText { account_code, account_name, activity, heading, description };
            divan::black_box(classifier.classify(&line));
        }
    });
}
