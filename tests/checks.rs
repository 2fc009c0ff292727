//! The checks on made-up files, and the worked example of each page.
//!
//! `tests/fixtures/checks/NAME/` holds five cases: `flags`, `clear`, `edge` (equal to the limit), `unknown` (data
//! missing) and `outside` (a year, stage or kind of file that the check is not about). A case is `CASE.csv`, with
//! `CASE.venues.toml`, `CASE.settings.toml` and `CASE.ceilings.csv` where it needs them, and `CASE.expected`. Regenerate those with
//! `HEMAT_BLESS=1 cargo test -p hemat-cli --test checks`, and read them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "checks/bench.rs"]
mod bench;
#[path = "checks/page.rs"]
mod page;
#[path = "checks/published.rs"]
mod published;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use bench::{Case, shown};
use hemat_core::check::{CHECKS, Check, Status, check_named};

const CASES: [&str; 5] = ["flags", "clear", "edge", "unknown", "outside"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn folder(check: &Check) -> PathBuf {
    root().join("tests/fixtures/checks").join(check.name)
}

/// Runs one case, holds it against `.expected`, and gives the statuses found.
fn check(check: &'static Check, case: &str) -> BTreeSet<Status> {
    let file = folder(check).join(format!("{case}.csv"));
    let examined = Case::read(&file).run(check);
    let found = shown(&examined);
    let expected = file.with_extension("expected");
    if std::env::var_os("HEMAT_BLESS").is_some() {
        fs::write(&expected, &found).unwrap();
    }
    let known = fs::read_to_string(&expected).unwrap_or_default();
    assert_eq!(found, known, "{}", file.display());
    let counted = examined.coverage.iter().flat_map(|c| {
        let counts = [(Status::Clear, c.counts.clear), (Status::NotApplicable, c.counts.not_applicable)];
        let found = counts.into_iter().filter(|(_, n)| *n > 0).map(|(status, _)| status);
        found.chain(c.cannot_fire.as_ref().map(|_| Status::NotApplicable)).collect::<Vec<_>>()
    });
    examined.findings.iter().map(|f| f.status).chain(counted).collect()
}

#[test]
fn every_check_has_its_five_cases() {
    for this in CHECKS {
        let statuses = CASES.map(|case| check(this, case));
        let [flags, clear, edge, unknown, outside] = &statuses;
        let name = this.name;
        assert!(flags.contains(&Status::Flagged), "{name}: flags");
        for (case, found) in [("clear", clear), ("edge", edge), ("unknown", unknown), ("outside", outside)] {
            assert!(!found.contains(&Status::Flagged), "{name}: {case} must not be flagged");
        }
        assert!(clear.contains(&Status::Clear), "{name}: clear");
        assert!(edge.contains(&Status::Clear), "{name}: edge");
        assert!(unknown.contains(&Status::Insufficient), "{name}: unknown");
        assert!(outside.contains(&Status::NotApplicable), "{name}: outside");
    }
}

/// Further cases beside the five, such as published findings: whatever else lies in the folder.
#[test]
fn further_cases_hold() {
    for this in CHECKS {
        for entry in fs::read_dir(folder(this)).unwrap() {
            let path = entry.unwrap().path();
            let case = path.file_stem().unwrap().to_string_lossy().into_owned();
            if path.extension().is_some_and(|e| e == "csv")
                && !case.contains('.')
                && !CASES.contains(&case.as_str())
            {
                check(this, &case);
            }
        }
    }
}

/// What auditors are reported to have found, in made-up lines: the rupiah at stake add up to the published amount.
#[test]
fn published_amounts_come_out() {
    let known = [("consumption-internal-or-short", "muara-enim-2023", "313307000")];
    for (name, case, amount) in known {
        let this = check_named(name).unwrap();
        let examined = Case::read(&folder(this).join(format!("{case}.csv"))).run(this);
        assert_eq!(examined.at_stake(name).unwrap().to_string(), amount, "{name}: {case}");
    }
}

#[test]
fn the_worked_example_of_every_page_comes_out_as_written() {
    for this in CHECKS {
        for (lang, text) in page::pages(this) {
            page::example_holds(this, lang, text);
        }
    }
}

#[test]
fn every_page_has_its_parts() {
    for this in CHECKS {
        for (lang, text) in page::pages(this) {
            page::parts_are_there(this, lang, text);
        }
    }
}
