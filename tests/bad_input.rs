//! Bad input: hundreds of files, cells, texts and options that are wrong, each with what must be said of it and the
//! exit code. Whatever comes in: no panic, no hang, bounded memory, nothing half-written.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "bad_input/archive.rs"]
mod archive;
#[path = "bad_input/budget.rs"]
mod budget;
#[path = "bad_input/case.rs"]
mod case;
#[path = "bad_input/cells.rs"]
mod cells;
#[path = "bad_input/companions.rs"]
mod companions;
#[path = "bad_input/files.rs"]
mod files;
#[path = "../benches/generator/mod.rs"]
mod generator;
#[path = "bad_input/hand_written.rs"]
mod hand_written;
#[path = "bad_input/interrupted.rs"]
mod interrupted;
#[path = "bad_input/large.rs"]
mod large;
#[path = "bad_input/old_workbook.rs"]
mod old_workbook;
#[path = "bad_input/options.rs"]
mod options;
#[path = "bad_input/outputs.rs"]
mod outputs;
#[path = "bad_input/truncated.rs"]
mod truncated;
#[path = "bad_input/workbooks.rs"]
mod workbooks;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use case::Case;

/// The project's root.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every group of cases that are one run each.
fn groups() -> Vec<(&'static str, Vec<Case>)> {
    vec![
        ("cells", cells::cases()),
        ("files", files::cases()),
        ("hand-written TOML", hand_written::cases()),
        ("hand-written CSV", companions::cases()),
        ("options", options::cases()),
        ("workbooks", workbooks::cases()),
        ("workbooks cut short", truncated::cases()),
        ("large inputs", large::cases()),
    ]
}

/// Prints the table of `docs/reliability.md` with `--nocapture`.
#[test]
fn there_are_many_cases_and_no_name_stands_twice() {
    let mut names = BTreeSet::new();
    let mut rows = vec![
        ("CSV cut short", truncated::READ),
        ("outputs", outputs::CASES),
        ("signals", interrupted::CASES),
    ];
    for (group, cases) in groups() {
        rows.push((group, cases.len()));
        for case in cases {
            assert!(names.insert(case.name.clone()), "{group}: {} stands twice", case.name);
        }
    }
    let all: usize = rows.iter().map(|(_, count)| count).sum();
    for (group, count) in rows {
        println!("| {group} | {count} |");
    }
    println!("| all | {all} |");
    assert!(names.len() >= 300 && all >= 700, "{} runs, {all} cases", names.len());
}

#[test]
fn cells_are_named_with_row_and_text() {
    case::hold(&cells::cases());
}

#[test]
fn hand_written_toml_is_refused_with_line_and_key() {
    case::hold(&hand_written::cases());
}

#[test]
fn files_without_a_table_are_refused_and_damaged_ones_are_read() {
    case::hold(&files::cases());
}

#[test]
fn options_are_refused_with_what_to_type() {
    case::hold(&options::cases());
}

#[test]
fn hand_written_csv_is_refused_with_row_and_column() {
    case::hold(&companions::cases());
}

#[test]
fn workbooks_that_lie_are_refused_or_read() {
    case::hold(&workbooks::cases());
}

#[test]
fn workbooks_cut_short_are_refused() {
    case::hold(&truncated::cases());
}

#[test]
fn large_inputs_that_hold_little_need_little() {
    case::hold(&large::cases());
}
