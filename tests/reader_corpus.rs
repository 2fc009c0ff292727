//! The reader measured over the corpus of real budgets. Skipped, with a word, where the corpus is not at hand.
//!
//! `HEMAT_CORPUS` names its folder (default `../shared/corpus` beside the workspace).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test stops at the first surprise"
)]

#[path = "shared_folder.rs"]
mod shared_folder;

use std::collections::BTreeMap;
use std::path::PathBuf;

use hemat_core::money::Rupiah;
use hemat_io::read::budget::{BudgetFile, ReadOptions};
use hemat_io::read::{ReadError, read_budget};
use shared_folder::shared_folder;

fn read(path: &std::path::Path) -> Result<BudgetFile, ReadError> {
    let bytes = std::fs::read(path).unwrap();
    let name = path.file_name().unwrap().to_string_lossy();
    read_budget(&bytes, &name, &ReadOptions::default())
}

fn files(corpus: &std::path::Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(corpus.join("diy")).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    files
}

/// Rows and rupiah of every file balance; the one empty file says that it is empty.
#[test]
fn every_file_reads_and_balances() {
    let Some(corpus) = shared_folder("corpus") else { return };
    let mut read_files = 0;
    for path in files(&corpus) {
        let budget = match read(&path) {
            Ok(budget) => budget,
            Err(ReadError::Empty { .. }) => continue,
            Err(error) => panic!("{error}"),
        };
        read_files += 1;
        let t = budget.tally;
        assert_eq!(t.rows_read, t.rows_used + t.rows_set_aside + t.rows_not_lines, "{}", budget.file);
        assert_eq!(t.amount_used.try_add(t.amount_set_aside), Ok(t.amount_read), "{}", budget.file);
        let lines = Rupiah::try_sum(budget.lines.iter().map(|l| l.amount)).unwrap();
        assert_eq!(lines, t.amount_used, "{}", budget.file);
        let aside = Rupiah::try_sum(budget.set_aside.iter().filter_map(|s| s.amount)).unwrap();
        assert_eq!(aside, t.amount_set_aside, "{}", budget.file);
    }
    assert_eq!(read_files, 206);
}

/// The details' sums equal the independent reading in at least 99.5 % of the account rows that it reconciles.
#[test]
fn details_agree_with_the_independent_reading() {
    let Some(corpus) = shared_folder("corpus") else { return };
    let mut wanted: BTreeMap<String, Vec<(u64, u64, Rupiah)>> = BTreeMap::new();
    let mut reader = csv::Reader::from_path(corpus.join("diy_details.csv")).unwrap();
    for record in reader.records() {
        let record = record.unwrap();
        if &record[8] == "1" {
            let sum = Rupiah::parse_canonical(&record[7]).unwrap();
            wanted.entry(record[0].to_owned()).or_default().push((
                record[1].parse().unwrap(),
                record[6].parse().unwrap(),
                sum,
            ));
        }
    }
    let (mut all, mut same, mut parts_same) = (0, 0, 0);
    let mut other = Vec::new();
    for (file, rows) in &wanted {
        let budget = read(&corpus.join("diy").join(file)).unwrap();
        let mut sums: BTreeMap<u64, (u64, Rupiah)> = BTreeMap::new();
        for line in budget.lines.iter().filter(|l| l.row.part.is_some()) {
            let entry = sums.entry(line.account_row).or_default();
            *entry = (entry.0 + 1, entry.1.try_add(line.amount).unwrap());
        }
        for (record, parts, sum) in rows {
            all += 1;
            let ours = sums.get(record).copied().unwrap_or_default();
            same += u64::from(ours.1 == *sum);
            parts_same += u64::from(ours == (*parts, *sum));
            if ours.1 != *sum {
                other.push(format!(
                    "{file}:{record}: theirs {parts} lines {sum}, ours {} lines {}",
                    ours.0, ours.1
                ));
            }
        }
    }
    println!("sums equal in {same} of {all} account rows, line counts too in {parts_same}");
    println!("{}", other.join("\n"));
    assert!(same * 1000 >= all * 995, "{same} of {all}");
}

/// Quantity x price is the total in at least 99.5 % of the detail lines.
#[test]
fn quantity_times_price_is_the_total() {
    let Some(corpus) = shared_folder("corpus") else { return };
    let (mut all, mut hold, mut lines) = (0u64, 0u64, 0u64);
    for path in files(&corpus) {
        let Ok(budget) = read(&path) else { continue };
        lines += budget.lines.len() as u64;
        for line in budget.lines.iter().filter(|l| l.row.part.is_some() && l.unit_price.is_some()) {
            all += 1;
            let product =
                line.quantity.as_ref().zip(line.unit_price).and_then(|(q, p)| p.try_times(q.total()).ok());
            hold += u64::from(
                product.is_some_and(|p| p.try_sub(line.amount).is_ok_and(|d| d.abs() <= Rupiah::from_sen(1))),
            );
        }
    }
    println!("{hold} of {all} detail lines multiply; {lines} lines in all");
    assert!(hold * 1000 >= all * 995, "{hold} of {all}");
}

/// Writes all lines to `HEMAT_DUMP`, for looking at them.
#[test]
fn dump() {
    let (Some(corpus), Some(out)) = (shared_folder("corpus"), std::env::var_os("HEMAT_DUMP")) else { return };
    let mut writer = csv::Writer::from_path(PathBuf::from(&out)).unwrap();
    let mut notes = csv::Writer::from_path(PathBuf::from(out).with_extension("notes.csv")).unwrap();
    for path in files(&corpus) {
        let budget = match read(&path) {
            Ok(budget) => budget,
            Err(error) => {
                notes.write_record([&error.to_string(), "error", "", "", ""]).unwrap();
                continue;
            }
        };
        let t = budget.tally;
        notes
            .write_record([
                &*budget.file,
                "tally",
                &format!("{t:?}"),
                &format!("{:?}", budget.details),
                &format!(
                    "{} {:?} {:?} {:?}",
                    budget.encoding, budget.delimiter, budget.header_row, budget.columns
                ),
            ])
            .unwrap();
        for d in &budget.diagnostics {
            notes
                .write_record([
                    &*d.file,
                    d.name,
                    &d.row.map(|r| r.to_string()).unwrap_or_default(),
                    d.text.as_deref().unwrap_or(""),
                    &d.hint,
                ])
                .unwrap();
        }
        for l in &budget.lines {
            let c = &l.context;
            writer
                .write_record([
                    &*l.row.file,
                    &l.row.row.to_string(),
                    &l.row.part.map(|p| p.to_string()).unwrap_or_default(),
                    &l.account_row.to_string(),
                    &c.agency,
                    &c.activity_code,
                    &c.activity,
                    c.account.as_ref().map_or("", |a| &a.code),
                    &format!("{:?}", c.account.as_ref().and_then(|a| a.class)),
                    &c.account_name,
                    &l.heading,
                    &l.description,
                    &l.quantity.as_ref().map(|q| q.to_string()).unwrap_or_default(),
                    &l.unit,
                    &l.unit_price.map(|p| p.to_string()).unwrap_or_default(),
                    &l.amount.to_string(),
                ])
                .unwrap();
        }
    }
}

/// Persons, days and occurrences as a reader reads them, over the labelled descriptions that hold a detail line.
#[test]
fn quantities_agree_with_the_labels() {
    use hemat_io::read::detail::{NotePiece, read_details};
    let Some(labels) =
        shared_folder("corpus").map(|c| c.join("../labels/labels.csv")).filter(|p| p.is_file())
    else {
        return;
    };
    let mut reader = csv::Reader::from_path(labels).unwrap();
    let (mut all, mut right, mut wrong) = (0u32, 0u32, 0u32);
    for record in reader.records() {
        let record = record.unwrap();
        let details = read_details(&[NotePiece { row: 1, text: &record[7] }], None);
        let Some(quantity) = details.lines.last().and_then(|l| l.quantity.clone()) else { continue };
        let text = |value: Option<rust_decimal::Decimal>| {
            value.map(|v| v.normalize().to_string()).unwrap_or_default()
        };
        let ours = [text(quantity.persons()), text(quantity.days()), text(quantity.occurrences())];
        for (ours, theirs) in ours.iter().zip([&record[14], &record[15], &record[16]]) {
            if ours.is_empty() && theirs.is_empty() {
                continue;
            }
            all += 1;
            if ours == theirs {
                right += 1;
            } else if !ours.is_empty() {
                wrong += 1;
                println!("{} said {ours:?}, label {theirs:?}: {}", &record[0], &record[7]);
            } else {
                println!("{} left open, label {theirs:?}: {}", &record[0], &record[7]);
            }
        }
    }
    println!("{right} of {all} counts as labelled, {wrong} said otherwise, the rest left open");
    assert!(wrong * 10 <= all, "{wrong} of {all} counts said otherwise");
}

/// A budget's lines without their place in the file: account, price and amount, in order of value.
fn content(budget: &BudgetFile) -> Vec<String> {
    let mut lines: Vec<String> = budget
        .lines
        .iter()
        .map(|l| {
            let account = l.context.account.as_ref().map_or("", |a| &a.code);
            let total = l.quantity.as_ref().map(|q| q.total().normalize().to_string()).unwrap_or_default();
            format!("{} {account} {total} {:?} {}", l.context.activity_code, l.unit_price, l.amount)
        })
        .collect();
    lines.sort();
    lines
}

/// Files of one budget (same region, year, stage, agency in the rows and number of lines within a fifth) give the
/// same lines and totals, however they were saved. Where the files themselves differ, they are listed.
#[test]
fn the_same_budget_saved_differently_gives_the_same_lines() {
    let Some(corpus) = shared_folder("corpus") else { return };
    let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for record in csv::Reader::from_path(corpus.join("diy.csv")).unwrap().records() {
        let record = record.unwrap();
        if !record[8].is_empty() {
            groups.entry(record[8].to_owned()).or_default().push(record[0].to_owned());
        }
    }
    let (mut pairs, mut same, mut differ) = (0u32, 0u32, Vec::new());
    for files in groups.values() {
        let budgets: Vec<BudgetFile> =
            files.iter().filter_map(|f| read(&corpus.join("diy").join(f)).ok()).collect();
        for (i, first) in budgets.iter().enumerate() {
            for second in budgets.get(i + 1..).unwrap_or_default() {
                let (a, b) = (content(first), content(second));
                let shared = a.iter().filter(|line| b.binary_search(line).is_ok()).count();
                // Other years, stages and agencies share little.
                if shared * 10 < a.len().max(b.len()) * 8 {
                    continue;
                }
                pairs += 1;
                if a == b {
                    same += 1;
                } else {
                    differ.push(format!(
                        "{} {} ({} and {} lines, {shared} shared)",
                        first.file,
                        second.file,
                        a.len(),
                        b.len()
                    ));
                }
            }
        }
    }
    println!("{same} of {pairs} pairs of the same budget give the same lines\n{}", differ.join("\n"));
    assert!(same * 100 >= pairs * 75, "{same} of {pairs}");
}
