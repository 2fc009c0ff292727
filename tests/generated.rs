//! Generated budget files read back: every line, every rupiah, every account, in each shape.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

#[path = "../benches/generator/mod.rs"]
mod generator;

use generator::{Expected, Generated, Shape, generate};
use hemat_core::cost_line::CostLine;
use hemat_core::money::Rupiah;
use hemat_io::read::budget::{BudgetFile, LayoutName, ReadOptions};
use hemat_io::read::read_budget;
use rust_decimal::Decimal;

const SEEDS: [u64; 8] = [1, 2, 3, 5, 8, 13, 2018, 20_260_101];
const LINES: [usize; 4] = [1, 7, 60, 700];

fn read(file: &Generated) -> BudgetFile {
    read_budget(&file.bytes, "generated.csv", &ReadOptions::default()).unwrap()
}

fn each(shape: Shape, mut check: impl FnMut(&Generated, &BudgetFile, &str)) {
    for seed in SEEDS {
        for lines in LINES {
            let file = generate(shape, lines, seed);
            check(&file, &read(&file), &format!("{shape:?}, {lines} lines, seed {seed}"));
        }
    }
}

fn rupiah(whole: u64) -> Rupiah {
    Rupiah::from_whole(i64::try_from(whole).unwrap())
}

/// What a line was read as, in the generator's terms; a difference is shown as both.
fn as_expected(line: &CostLine, expected: &Expected) -> Result<(), String> {
    let same = line.amount == rupiah(expected.amount)
        && line.unit_price == expected.unit_price.map(rupiah)
        && line.quantity.as_ref().map(|q| q.total()) == expected.quantity.map(Decimal::from)
        && [line.persons(), line.days(), line.occurrences()] == expected.counts
        && line.description.starts_with(&expected.label)
        && *line.context.activity == *expected.activity
        && line.context.account.as_ref().is_some_and(|a| *a.code == *expected.account);
    if same { Ok(()) } else { Err(format!("row {}: {expected:?}\nread as {line:?}", line.row.row)) }
}

fn lines_are_as_generated(shape: Shape) {
    each(shape, |file, read, what| {
        let wrong: Vec<String> =
            read.lines.iter().zip(&file.lines).filter_map(|(l, e)| as_expected(l, e).err()).collect();
        assert!(wrong.is_empty(), "{what}: {} lines differ, first {}", wrong.len(), wrong[0]);
        assert_eq!(read.lines.len(), file.lines.len(), "{what}");
    });
}

#[test]
fn the_lines_of_penjabaran_are_as_generated() {
    lines_are_as_generated(Shape::Penjabaran);
}

#[test]
fn the_lines_of_rka_are_as_generated() {
    lines_are_as_generated(Shape::Rka);
}

#[test]
fn the_lines_of_plain_columns_are_as_generated() {
    lines_are_as_generated(Shape::Hemat);
}

#[test]
fn rows_and_rupiah_balance() {
    for shape in Shape::ALL {
        each(shape, |file, read, what| {
            let t = &read.tally;
            assert_eq!(t.rows_read, file.records, "{what}");
            assert_eq!(t.rows_read, t.rows_used + t.rows_set_aside + t.rows_not_lines, "{what}");
            assert_eq!(t.rows_set_aside, 0, "{what}: {:?}", read.diagnostics);
            assert_eq!(t.amount_read, rupiah(file.rupiah), "{what}");
            assert_eq!(t.amount_used, rupiah(file.rupiah), "{what}");
            let sum = Rupiah::try_sum(read.lines.iter().map(|l| l.amount)).unwrap();
            assert_eq!(sum, rupiah(file.rupiah), "{what}");
        });
    }
}

#[test]
fn every_account_reconciles() {
    each(Shape::Penjabaran, |file, read, what| {
        assert_eq!(read.details.accounts, file.accounts, "{what}");
        assert_eq!(read.details.reconciled, file.accounts, "{what}");
    });
}

#[test]
fn clean_files_give_no_complaint() {
    for shape in Shape::ALL {
        each(shape, |_, read, what| {
            assert!(read.diagnostics.is_empty(), "{what}: {:?}", read.diagnostics[0])
        });
    }
}

#[test]
fn each_shape_is_recognised() {
    let layouts = [LayoutName::Penjabaran, LayoutName::Rka, LayoutName::Hemat];
    for (shape, layout) in Shape::ALL.into_iter().zip(layouts) {
        each(shape, |_, read, what| assert_eq!(read.layout, layout, "{what}"));
    }
}

#[test]
fn a_seed_gives_the_same_file_and_another_seed_another() {
    for shape in Shape::ALL {
        assert_eq!(generate(shape, 50, 4).bytes, generate(shape, 50, 4).bytes);
        assert_ne!(generate(shape, 50, 4).bytes, generate(shape, 50, 5).bytes);
        assert_eq!(generate(shape, 50, 4).lines.len(), 50);
    }
}
