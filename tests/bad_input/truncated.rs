//! Files that end too early, at every hundredth of their length.

use hemat_core::money::Rupiah;
use hemat_io::read::ReadError;
use hemat_io::read::budget::{BudgetFile, ReadOptions};
use hemat_io::read::read_budget;

use crate::archive::{sheet_of, xlsx};
use crate::case::Case;
use crate::generator::{Shape, generate};

const LINES: usize = 120;
const SEED: u64 = 9;

/// The first hundredths of a file, from one to ninety-nine.
fn cuts(bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    (1..100).map(|part| (part, &bytes[..bytes.len() * part / 100]))
}

fn balanced(read: &BudgetFile, what: &str) {
    let t = &read.tally;
    assert_eq!(t.rows_read, t.rows_used + t.rows_set_aside + t.rows_not_lines, "{what}");
    assert_eq!(t.amount_used.try_add(t.amount_set_aside), Ok(t.amount_read), "{what}");
}

/// Of a table with one line a row, all rows before the cut are used as they stand; the row that was cut is used, set
/// aside or complained of, and never makes the total larger than it was.
fn one_line_a_row(shape: Shape) {
    let file = generate(shape, LINES, SEED);
    let header = file.bytes.iter().position(|b| *b == b'\n').unwrap();
    for (part, bytes) in cuts(&file.bytes) {
        let what = format!("{shape:?} cut at {part} %");
        let read = match read_budget(bytes, "cut.csv", &ReadOptions::default()) {
            Ok(read) => read,
            Err(error) => {
                assert!(bytes.len() < header, "{what}: {error}");
                assert!(matches!(error, ReadError::NoTable { .. }), "{what}: {error}");
                continue;
            }
        };
        balanced(&read, &what);
        let whole = bytes.iter().filter(|b| **b == b'\n').count().saturating_sub(1);
        let rupiah: u64 = file.lines[..whole].iter().map(|line| line.amount).sum();
        let amounts = read.lines.iter().take(whole).map(|line| line.amount);
        assert_eq!(Rupiah::try_sum(amounts), Ok(Rupiah::from_whole(rupiah as i64)), "{what}");
        assert!(read.lines.len() <= whole + 1, "{what}");
        // What the cut row gave beyond its own amount would be invented.
        if let Some(last) = read.lines.get(whole) {
            let own = file.lines[whole].amount;
            assert!(last.amount <= Rupiah::from_whole(own as i64), "{what}");
            let told = read.diagnostics.iter().any(|d| d.row == Some(last.row.row));
            assert!(
                told || last.amount == Rupiah::from_whole(own as i64),
                "{what}: in silence {}",
                last.amount
            );
        }
    }
}

#[test]
fn a_file_of_ours_cut_at_every_hundredth_keeps_its_whole_rows() {
    one_line_a_row(Shape::Hemat);
}

#[test]
fn an_export_cut_at_every_hundredth_keeps_its_whole_rows() {
    one_line_a_row(Shape::Rka);
}

#[test]
fn a_penjabaran_cut_at_every_hundredth_is_balanced_and_invents_nothing() {
    let file = generate(Shape::Penjabaran, LINES, SEED);
    for (part, bytes) in cuts(&file.bytes) {
        let what = format!("penjabaran cut at {part} %");
        let Ok(read) = read_budget(bytes, "cut.csv", &ReadOptions::default()) else {
            assert!(part < 10, "{what}: refused");
            continue;
        };
        balanced(&read, &what);
        assert!(read.tally.amount_read <= Rupiah::from_whole(file.rupiah as i64), "{what}");
        assert!(read.lines.len() <= file.lines.len(), "{what}");
    }
}

/// A workbook keeps its list of parts at its end: one that was cut is no workbook.
pub(crate) fn cases() -> Vec<Case> {
    let book = xlsx(&sheet_of(&generate(Shape::Rka, LINES, SEED).bytes));
    let case = |(part, bytes): (usize, &[u8])| {
        Case::new(format!("a workbook cut at {part} %"), "lines {}/x.xlsx", 2)
            .file("x.xlsx", bytes)
            .says(&["x.xlsx: ", "damaged"])
    };
    cuts(&book).map(case).collect()
}

/// How many files the tests of this group read beside [`cases`].
pub(crate) const READ: usize = 3 * 99;
