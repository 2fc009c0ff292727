//! Generated budget files read, on one core. `cargo bench -p hemat-io --bench read`.

mod generator;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use hemat_io::read::budget::ReadOptions;
use hemat_io::read::read_budget;

use generator::{Shape, generate};

fn main() {
    divan::main();
}

const LINES: [usize; 2] = [1_000, 20_000];

fn read(bencher: Bencher, shape: Shape, lines: usize) {
    let file = generate(shape, lines, 1);
    let options = ReadOptions::default();
    bencher
        .counter(BytesCount::new(file.bytes.len()))
        .counter(ItemsCount::new(lines))
        .bench_local(|| read_budget(divan::black_box(&file.bytes), "generated.csv", &options));
}

#[divan::bench(args = LINES)]
fn penjabaran(bencher: Bencher, lines: usize) {
    read(bencher, Shape::Penjabaran, lines);
}

#[divan::bench(args = LINES)]
fn rka(bencher: Bencher, lines: usize) {
    read(bencher, Shape::Rka, lines);
}

#[divan::bench(args = LINES)]
fn hemat(bencher: Bencher, lines: usize) {
    read(bencher, Shape::Hemat, lines);
}
