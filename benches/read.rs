//! Generated budget files read, on one core. `cargo bench -p hemat-io --bench read`.
//!
//! `split` is the yardstick: the same bytes split into records by the csv crate, nothing understood.

mod generator;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use hemat_io::read::budget::ReadOptions;
use hemat_io::read::read_budget;

use generator::{Generated, Shape, generate};

fn main() {
    divan::main();
}

const LINES: [usize; 2] = [1_000, 20_000];

fn measured<'a, 'b>(bencher: Bencher<'a, 'b>, file: &Generated) -> Bencher<'a, 'b> {
    bencher.counter(BytesCount::new(file.bytes.len())).counter(ItemsCount::new(file.lines.len()))
}

fn read(bencher: Bencher, shape: Shape, lines: usize) {
    let file = generate(shape, lines, 1);
    let options = ReadOptions::default();
    measured(bencher, &file)
        .bench_local(|| read_budget(divan::black_box(&file.bytes), "generated.csv", &options));
}

fn split(bencher: Bencher, shape: Shape, lines: usize) {
    let file = generate(shape, lines, 1);
    measured(bencher, &file).bench_local(|| {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(divan::black_box(file.bytes.as_slice()));
        let mut record = csv::ByteRecord::new();
        let mut cells = 0;
        while reader.read_byte_record(&mut record).is_ok_and(|more| more) {
            cells += record.len();
        }
        cells
    });
}

macro_rules! shapes {
    ($($name:ident $shape:ident),*) => {$(
        mod $name {
            use super::{Bencher, LINES, Shape};

            #[divan::bench(args = LINES)]
            fn read(bencher: Bencher, lines: usize) {
                super::read(bencher, Shape::$shape, lines);
            }

            #[divan::bench(args = LINES)]
            fn split(bencher: Bencher, lines: usize) {
                super::split(bencher, Shape::$shape, lines);
            }
        }
    )*};
}

shapes!(penjabaran Penjabaran, rka Rka, hemat Hemat);
