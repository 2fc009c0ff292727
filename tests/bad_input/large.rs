//! Inputs that are large and hold nothing: long lines, empty rows, many columns. Memory is bounded, see `case`.
//!
//! The limit of 1 GiB and a real line of 1 GB are measured by hand (`docs/reliability.md`); here the same code runs on
//! less.

use std::fs::{self, File};

use tempfile::tempdir;

use crate::budget::{HEAD, budget, good};
use crate::case::{Case, limited, run};

const MIB: usize = 1 << 20;

/// All of them.
pub(crate) fn cases() -> Vec<Case> {
    let lines = "lines - --strict --format csv";
    let good_is_shown = |case: Case| case.shows(&["Makan rapat,80,OH,40,2,,50000,4000000"]);
    vec![
        Case::new("a line of 48 MiB", "lines -", 2).stdin("x".repeat(48 * MIB)).says(&["no table"]),
        Case::new("a line of 48 MiB of digits", "lines -", 2).stdin("7".repeat(48 * MIB)).says(&["no table"]),
        Case::new("a line of 8 million delimiters", "lines -", 2)
            .stdin(",".repeat(8 * MIB))
            .says(&["no table"]),
        Case::new("a line of quotes", "lines -", 2).stdin("\"".repeat(16 * MIB)).says(&["no table"]),
        Case::new("16 MiB of line ends", "lines -", 2)
            .stdin("\n".repeat(16 * MIB))
            .says(&["the file is empty"]),
        Case::new("16 MiB of NUL", "lines -", 2).stdin(vec![0; 16 * MIB]).says(&["the file is empty"]),
        Case::new("brackets of 16 MiB", "lines -", 2).stdin("(".repeat(16 * MIB)).says(&["no table"]),
        good_is_shown(Case::new("a million empty rows", lines, 0).stdin(budget(&"\n".repeat(1_000_000)))),
        good_is_shown(
            Case::new("a million rows of delimiters", lines, 0)
                .stdin(budget(&format!("{}\n", ",".repeat(11)).repeat(1_000_000))),
        ),
        good_is_shown(
            Case::new("a cell of 16 MiB", lines, 0)
                .stdin(budget(&good().replace("rapat,", &format!("{},", "rapat ".repeat(16 * MIB / 6))))),
        ),
        Case::new("an amount of a million digits", lines, 3)
            .stdin(budget(&good().replace("4000000", &"9".repeat(MIB))))
            .says(&["stdin:3: amount-out-of-range"]),
        Case::new("a quantity of a million factors", lines, 0)
            .stdin(budget(&good().replace("40 orang", &"1 orang x ".repeat(100_000))))
            .says(&["stdin:3: "]),
        Case::new("100,000 columns without names", lines, 0)
            .stdin(format!("{HEAD}{}\n{}\n", ",".repeat(100_000), good()))
            .shows(&["Makan rapat,80,OH"]),
        Case::new("100,000 bad rows", lines, 3)
            .stdin(budget(&"2026,,,,,,,Rapat,,,,x9\n".repeat(100_000)))
            .says(&["amount-unreadable", "lagi"]),
    ]
}

/// A file says how large it is, before a byte of it is read. It is made of a hole and takes no space.
#[test]
fn a_file_of_a_terabyte_is_refused_at_once() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("besar.csv");
    File::create(&path).unwrap().set_len(1 << 40).unwrap();
    let ran = run(&mut limited(&["lines".to_owned(), path.to_str().unwrap().to_owned()]), b"").unwrap();
    assert_eq!(ran.status.code(), Some(2), "{}", ran.stderr);
    assert!(ran.stderr.contains("larger than 1 GiB; split it"), "{}", ran.stderr);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}
