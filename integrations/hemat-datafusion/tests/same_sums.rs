//! DataFusion over several files and partitions gives the sums that hemat gives.

#[path = "../examples/sums/by_kind.rs"]
mod by_kind;
#[path = "../../../benches/generator/mod.rs"]
mod generator;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use by_kind::{KindSum, Sums, sums_by_kind};
use generator::{Shape, generate};
use hemat_core::classify::Classifier;
use hemat_core::money::Rupiah;
use hemat_io::analysis::classify_lines;
use hemat_io::read::budget::{BudgetFile, ReadOptions};
use hemat_io::read::read_budget;
use hemat_io::write::lines::write_lines;
use hemat_io::write::parquet::lines::write_lines_parquet;

fn budgets() -> Vec<BudgetFile> {
    let read = |(at, shape): (usize, &Shape)| {
        let file = generate(*shape, 1_500 + 100 * at, 11 + at as u64);
        read_budget(&file.bytes, &format!("{at}.csv"), &ReadOptions::default()).unwrap()
    };
    Shape::ALL.iter().enumerate().map(read).collect()
}

/// What hemat says of the same lines.
fn expected(budgets: &[BudgetFile]) -> Vec<KindSum> {
    let mut sums: BTreeMap<&str, (i64, Rupiah)> = BTreeMap::new();
    for budget in budgets {
        let classes = classify_lines(&budget.lines, Classifier::builtin());
        for (line, class) in budget.lines.iter().zip(&classes) {
            let sum = sums.entry(class.cost_kind.as_str()).or_default();
            *sum = (sum.0 + 1, sum.1.try_add(line.amount).unwrap());
        }
    }
    let row = |(kind, (lines, amount)): (&str, (i64, Rupiah))| KindSum {
        cost_kind: kind.to_owned(),
        lines,
        amount: format!("{:.8}", amount.value()),
    };
    sums.into_iter().map(row).collect()
}

/// A folder of its own under the build folder, empty.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn run(path: &str, partitions: usize) -> Sums {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().unwrap();
    runtime.block_on(sums_by_kind(path, partitions)).unwrap()
}

#[test]
fn parquet_in_several_partitions_gives_the_sums_of_hemat() {
    let (budgets, folder) = (budgets(), folder("parquet"));
    for budget in &budgets {
        let classes = classify_lines(&budget.lines, Classifier::builtin());
        let mut out = Vec::new();
        write_lines_parquet(&[(budget, &classes)], &mut out).unwrap();
        fs::write(folder.join(format!("{}.parquet", budget.file)), out).unwrap();
    }
    let expected = expected(&budgets);
    assert!(expected.len() > 5, "{expected:?}");
    for partitions in [1, 2, 3] {
        let sums = run(folder.to_str().unwrap(), partitions);
        assert_eq!(sums.partitions, partitions);
        assert_eq!(sums.rows, expected, "{partitions} partitions");
    }
}

#[test]
fn csv_in_several_partitions_gives_the_sums_of_hemat() {
    let (budgets, folder) = (budgets(), folder("csv"));
    let path = folder.join("lines.csv");
    let mut out = Vec::new();
    for (at, budget) in budgets.iter().enumerate() {
        let classes = classify_lines(&budget.lines, Classifier::builtin());
        write_lines(budget.lines.iter().zip(&classes), at == 0, &mut out).unwrap();
    }
    fs::write(&path, out).unwrap();
    for partitions in [1, 2] {
        let sums = run(path.to_str().unwrap(), partitions);
        assert_eq!(sums.partitions, partitions);
        assert_eq!(sums.rows, expected(&budgets), "{partitions} partitions");
    }
}
