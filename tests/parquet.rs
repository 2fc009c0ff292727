//! Cost lines and events as Parquet: every line comes back as it was, every amount is exact, and a file that is not
//! sound is refused before it is read.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "test helpers: a broken case is a failed test, and what was read is worth seeing"
)]

#[path = "../benches/generator/mod.rs"]
mod generator;
#[path = "parquet/made_up.rs"]
mod made_up;
#[path = "shared_folder.rs"]
mod shared_folder;
#[path = "parquet/twin.rs"]
mod twin;

use std::path::{Path, PathBuf};

use generator::{Shape, generate};
use hemat_core::budget_event::group_events;
use hemat_core::classify::{Classification, Classifier};
use hemat_core::money::Rupiah;
use hemat_io::analysis::classify_lines;
use hemat_io::read::budget::{BudgetFile, LayoutName, ReadOptions};
use hemat_io::read::{ReadError, read_budget};
use hemat_io::write::lines::LINE_COLUMNS;
use hemat_io::write::parquet::events::write_events_parquet;
use hemat_io::write::parquet::lines::write_lines_parquet;
use made_up::{budget_of, made_up_lines};
use proptest::prelude::*;
use shared_folder::shared_folder;

fn classes_of(budget: &BudgetFile) -> Vec<Classification> {
    classify_lines(&budget.lines, Classifier::builtin())
}

fn parquet_of(budgets: &[&BudgetFile]) -> Vec<u8> {
    let classes: Vec<_> = budgets.iter().map(|b| classes_of(b)).collect();
    let files: Vec<_> = budgets.iter().copied().zip(classes.iter().map(Vec::as_slice)).collect();
    let mut out = Vec::new();
    write_lines_parquet(&files, &mut out).unwrap();
    out
}

fn read(bytes: &[u8]) -> Result<BudgetFile, ReadError> {
    read_budget(bytes, "lines.parquet", &ReadOptions::default())
}

/// Lines and balance come back, and the file is the same when it is written again.
fn comes_back(budget: &BudgetFile) {
    let bytes = parquet_of(&[budget]);
    let back = read(&bytes).unwrap();
    assert_eq!(back.lines, budget.lines, "{}", budget.file);
    assert_eq!((back.tally, back.details, back.layout), (budget.tally, budget.details, budget.layout));
    assert_eq!(bytes, parquet_of(&[budget]), "{}: not the same bytes", budget.file);
}

fn readable(folder: &Path) -> Vec<BudgetFile> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    let named = |p: &PathBuf| p.file_name().unwrap().to_string_lossy().into_owned();
    paths
        .iter()
        .filter(|p| p.is_file() && p.extension().is_none_or(|e| e != "expected"))
        .filter_map(|p| read_budget(&std::fs::read(p).unwrap(), &named(p), &ReadOptions::default()).ok())
        .collect()
}

#[test]
fn lines_of_all_fixtures_come_back() {
    let budgets = readable(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/read"));
    assert!(budgets.len() > 30, "{} fixtures", budgets.len());
    budgets.iter().for_each(comes_back);
}

#[test]
fn lines_of_the_corpus_come_back() {
    let Some(corpus) = shared_folder("corpus") else { return };
    let mut lines = 0;
    for folder in [corpus.clone(), corpus.join("diy"), corpus.join("layouts")] {
        if folder.is_dir() {
            for budget in readable(&folder) {
                lines += budget.lines.len();
                comes_back(&budget);
            }
        }
    }
    println!("{lines} lines of the corpus came back");
    assert!(lines > 10_000, "{lines}");
}

#[test]
fn many_row_groups_come_back_in_order() {
    let file = generate(Shape::Rka, 140_000, 8);
    let budget = read_budget(&file.bytes, "rka.csv", &ReadOptions::default()).unwrap();
    let bytes = parquet_of(&[&budget]);
    assert_eq!(twin::row_groups(&bytes), [65_536, 65_536, 140_000 - 2 * 65_536]);
    assert_eq!(read(&bytes).unwrap().lines, budget.lines);
}

#[test]
fn lines_of_several_files_keep_their_files_and_their_balance() {
    let read_as = |shape, name: &str| {
        read_budget(&generate(shape, 60, 3).bytes, name, &ReadOptions::default()).unwrap()
    };
    let (rka, own) = (read_as(Shape::Rka, "rka.csv"), read_as(Shape::Hemat, "hemat.csv"));
    let back = read(&parquet_of(&[&own, &rka])).unwrap();
    assert_eq!(back.lines, [own.lines.clone(), rka.lines.clone()].concat());
    assert_eq!(back.tally.rows_read, own.tally.rows_read + rka.tally.rows_read);
    let sum = own.tally.amount_used.try_add(rka.tally.amount_used).unwrap();
    assert_eq!((back.tally.amount_used, back.layout), (sum, LayoutName::Rka));
}

#[test]
fn rows_set_aside_before_are_not_forgotten() {
    let text = "description,amount\nSewa aula,750000\nMakan rapat,banyak\n";
    let budget = read_budget(text.as_bytes(), "a.csv", &ReadOptions::default()).unwrap();
    let back = read(&parquet_of(&[&budget])).unwrap();
    let names: Vec<_> = back.diagnostics.iter().map(|d| d.name).collect();
    assert_eq!((names, back.tally.rows_set_aside), (vec!["rows-set-aside-before"], 1));
}

/// What another program sees: the contract's columns first, money of one decimal type, and no clock in the file.
#[test]
fn the_columns_are_those_of_the_csv() {
    let text = "description,amount,unit_price,quantity\nSewa aula,1500000.25,750000.125,2\n";
    let budget = read_budget(text.as_bytes(), "a.csv", &ReadOptions::default()).unwrap();
    let seen = twin::table(&parquet_of(&[&budget]));
    let names: Vec<&str> = seen.columns.iter().map(|(name, _)| name.as_str()).take(24).collect();
    assert_eq!(names, [&LINE_COLUMNS[..], &["reason"]].concat());
    let of = |column: &str| &seen.columns.iter().find(|(name, _)| name == column).unwrap().1;
    assert_eq!([of("amount"), of("unit_price")], ["Decimal(29,8)"; 2]);
    assert_eq!(of("quantity"), "Decimal(38,10)");
    assert_eq!(seen.created_by, format!("hemat {}", env!("CARGO_PKG_VERSION")));
    assert_eq!(seen.decimals("amount"), ["1500000.25000000"]);
    assert_eq!(seen.decimals("unit_price"), ["750000.12500000"]);
}

/// Read by the library's own row reader, the events are those of the grouping.
#[test]
fn events_are_written_as_they_are() {
    let file = generate(Shape::Penjabaran, 3_000, 5);
    let budget = read_budget(&file.bytes, "a.csv", &ReadOptions::default()).unwrap();
    let grouping = group_events(&budget.lines, &classes_of(&budget));
    let events: Vec<_> = grouping.events.iter().collect();
    let mut out = Vec::new();
    write_events_parquet(&events, &mut out).unwrap();
    let seen = twin::table(&out);
    assert!(events.len() > 20 && seen.rows.len() == events.len(), "{}", events.len());
    let ids: Vec<String> = events.iter().map(|e| e.id.clone()).collect();
    assert_eq!(seen.texts("id"), ids);
    let money = |of: fn(&hemat_core::budget_event::BudgetEvent) -> Rupiah| -> Vec<String> {
        events.iter().map(|e| format!("{:.8}", of(e).value())).collect()
    };
    assert_eq!(seen.decimals("total"), money(|e| e.total));
    assert_eq!(seen.decimals("venue_cost"), money(|e| e.venue_cost));
    let refused = read(&out).unwrap_err().to_string();
    assert!(refused.starts_with("lines.parquet: a Parquet file of events, not of cost lines"), "{refused}");
}

#[test]
fn other_parquet_files_are_refused_with_the_way_out() {
    let foreign = twin::foreign();
    let refused = read(&foreign).unwrap_err().to_string();
    assert!(refused.contains("that hemat did not write") && refused.contains("as CSV"), "{refused}");
    let mut options = ReadOptions::default();
    options.mapping.insert("amount".to_owned(), "jumlah".to_owned());
    let refused = read_budget(&foreign, "a.parquet", &options).unwrap_err().to_string();
    assert!(refused.contains("leave --mapping away"), "{refused}");
}

fn small() -> Vec<u8> {
    let file = generate(Shape::Rka, 50, 8);
    parquet_of(&[&read_budget(&file.bytes, "rka.csv", &ReadOptions::default()).unwrap()])
}

/// Whatever byte is changed, and wherever the file ends, it is refused by name.
#[test]
fn every_damage_is_seen() {
    let sound = small();
    assert!(read(&sound).is_ok());
    for at in (0..sound.len()).step_by(7).chain(sound.len() - 400..sound.len()) {
        let mut damaged = sound.clone();
        damaged[at] ^= 0x55;
        let refused = read(&damaged).unwrap_err().to_string();
        assert!(refused.starts_with("lines.parquet: "), "byte {at}: {refused}");
        assert!(read(&sound[..at]).is_err(), "cut at {at}");
    }
    for name in ["changed or damaged after hemat wrote it", "its end is missing"] {
        let mut damaged = sound.clone();
        if name.starts_with("changed") {
            damaged[100] ^= 1
        } else {
            damaged.truncate(sound.len() - 9)
        }
        assert!(read(&damaged).unwrap_err().to_string().contains(name), "{name}");
    }
}

/// Even a file whose seal was made anew over the damage ends in an answer.
#[test]
fn a_forged_seal_is_no_way_to_a_crash() {
    let sound = small();
    let mut answers = [0, 0];
    for at in (4..sound.len() - 8).step_by(31) {
        let mut forged = sound.clone();
        forged[at] = forged[at].wrapping_add(1);
        twin::seal_again(&mut forged);
        answers[usize::from(read(&forged).is_ok())] += 1;
    }
    println!("{} refused, {} read", answers[0], answers[1]);
    assert!(answers[0] > 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Any line: texts of any signs, money to the greatest and to eight decimals, everything known or not.
    #[test]
    fn any_line_comes_back(lines in made_up_lines()) {
        comes_back(&budget_of(lines));
    }

    #[test]
    fn bytes_that_begin_like_parquet_are_refused(tail in prop::collection::vec(any::<u8>(), 0..300), end in any::<bool>()) {
        let mut bytes = b"PAR1".to_vec();
        bytes.extend(&tail);
        if end {
            bytes.extend(b"PAR1");
        }
        prop_assert!(read(&bytes).is_err());
    }
}
