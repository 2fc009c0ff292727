//! The same report in every format shows the same figures: each format is read back by a small reader of its own and
//! held against the JSON of the report. A new format needs a reader and its line in `READERS`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    missing_docs,
    reason = "a test stops at the first surprise"
)]
#![allow(dead_code, unreachable_pub, reason = "the runner is shared by several tests")]

#[path = "cli/run.rs"]
mod command;
#[path = "formats/html.rs"]
mod html;
#[path = "formats/markdown.rs"]
mod markdown;
#[path = "formats/package.rs"]
mod package;
#[path = "workbook/read.rs"]
mod read;
#[path = "formats/tables.rs"]
mod tables;
#[path = "formats/text.rs"]
mod text;
#[path = "formats/workbook.rs"]
mod workbook;

use serde_json::Value;

use command::run;
use tables::{Figures, from_json};

/// A report as the command line asks for it, and a stable name of its kind.
const REPORTS: [(&str, &[&str]); 6] = [
    ("compare", &["compare", "--example", "asahan-2018"]),
    (
        "compare",
        &["compare", "tests/fixtures/workbook/event.toml", "--venues", "tests/fixtures/workbook/venues.toml"],
    ),
    (
        "savings",
        &["savings", "tests/fixtures/savings/budget.csv", "--venues", "tests/fixtures/savings/venues.toml"],
    ),
    ("events", &["events", "tests/fixtures/savings/budget.csv"]),
    (
        "report",
        &["audit", "tests/fixtures/savings/budget.csv", "--venues", "tests/fixtures/savings/venues.toml"],
    ),
    (
        "report",
        &[
            "audit",
            "tests/fixtures/savings/shared/budget.csv",
            "--venues",
            "tests/fixtures/savings/shared/venues.toml",
            "--prices",
            "tests/fixtures/savings/shared/prices.toml",
            "--calendar",
            "tests/fixtures/savings/shared/calendar.csv",
        ],
    ),
];

/// Reads the figures of a report back from one format; `None` where that cannot be done on this machine.
type Reader = fn(&[&str], &str) -> Option<Figures>;

/// The formats that show every table of a report.
const READERS: [(&str, Reader); 5] = [
    ("text", text::read),
    ("markdown", markdown::read),
    ("csv", package::read),
    ("xlsx", workbook::read),
    ("html", html::read),
];

/// What a format writes to standard output.
pub(crate) fn written(args: &[&str], format: &str, lang: &str) -> String {
    let ran = run(&[args, &["--format", format, "--lang", lang, "--quiet"]].concat());
    assert_eq!(ran.code, 0, "{args:?} {format}: {}", ran.stderr);
    ran.stdout
}

#[test]
fn every_format_shows_the_same_figures() {
    for (kind, args) in REPORTS {
        let json: Value = serde_json::from_str(&written(args, "json", "id")).unwrap();
        let expected = from_json(kind, &json);
        assert!(expected.len() > 3, "{args:?}: {expected:?}");
        for lang in ["id", "en"] {
            for (format, reader) in READERS {
                let Some(found) = reader(args, lang) else { continue };
                for (figure, count) in &expected {
                    let shown = found.get(figure).copied().unwrap_or(0);
                    assert!(
                        shown >= *count,
                        "{args:?} as {format} in {lang}: {figure:?} stands {shown} times of {count}"
                    );
                }
            }
        }
    }
}

/// A reader that finds every figure everywhere would let everything above pass.
#[test]
fn a_figure_that_is_not_there_is_missed() {
    let args = REPORTS[0].1;
    for (format, reader) in READERS {
        let Some(found) = reader(args, "id") else { continue };
        assert!(!found.contains_key(&vec![1_234_567]), "{format}");
    }
}

#[test]
fn figures_do_not_depend_on_the_language() {
    for (_, args) in REPORTS {
        for (format, reader) in READERS {
            assert_eq!(reader(args, "id"), reader(args, "en"), "{args:?} {format}");
        }
    }
}

#[test]
fn a_folder_of_csv_describes_itself() {
    for (_, args) in REPORTS {
        package::check(args);
    }
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("berkas.csv");
    let ran = run(&[REPORTS[0].1, &["--format", "csv", "--out", out.to_str().unwrap()]].concat());
    assert_eq!(ran.code, 0);
    assert!(out.is_file(), "a name without a slash is one file, as before");
}
