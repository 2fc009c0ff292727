//! Every diagnostic that the readers can give stands in both catalogues, and something in the tests produces it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Kebab-case words in the readers that are no diagnostics.
const OTHER_WORDS: [&str; 3] = ["byte-order-mark", "person-day", "u-shape"];

/// Diagnostics of one word.
const ONE_WORD: [&str; 1] = ["unpacked"];

/// Diagnostics that no test names yet, and why.
const UNTESTED: &[(&str, &str)] = &[];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

/// Code and tests of a source file.
fn halves(path: &Path) -> (String, String) {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    if path.to_string_lossy().ends_with("_tests.rs") {
        return (String::new(), text);
    }
    match text.split_once("#[cfg(test)]") {
        Some((code, tests)) => (code.to_owned(), tests.to_owned()),
        None => (text, String::new()),
    }
}

/// The quoted kebab-case words of some code, comments left out.
fn quoted_words(code: &str) -> BTreeSet<String> {
    let lines = code.lines().filter(|l| !l.trim_start().starts_with("//"));
    let pieces = lines.flat_map(|l| l.split('"').skip(1).step_by(2));
    let kebab = |w: &&str| {
        w.contains('-')
            && w.split('-')
                .all(|p| !p.is_empty() && p.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
    };
    pieces.filter(kebab).map(str::to_owned).collect()
}

fn diagnostics() -> BTreeSet<String> {
    let mut sources = Vec::new();
    files(&root().join("crates/hemat-io/src/read"), &mut sources);
    let mut names: BTreeSet<String> = sources.iter().flat_map(|p| quoted_words(&halves(p).0)).collect();
    for word in OTHER_WORDS {
        assert!(names.remove(word), "{word} is no longer used: take it off the list");
    }
    names.extend(ONE_WORD.map(str::to_owned));
    names
}

/// Name -> entry.
fn catalogue(file: &str) -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(root().join("docs").join(file)).unwrap();
    let entries = text.split("\n## ").skip(1).filter_map(|e| e.split_once('\n'));
    entries.filter(|(name, _)| !name.contains(' ')).map(|(n, e)| (n.to_owned(), e.to_owned())).collect()
}

/// Those of a partial are known again by these names.
#[test]
fn partials_know_every_diagnostic() {
    let known: BTreeSet<String> = hemat_io::partial::DIAGNOSTICS.iter().map(|d| (*d).to_owned()).collect();
    assert_eq!(known, diagnostics());
    assert!(hemat_io::partial::DIAGNOSTICS.is_sorted());
}

#[test]
fn both_catalogues_name_every_diagnostic_and_no_other() {
    let names = diagnostics();
    assert!(names.len() > 30, "{names:?}");
    for (file, parts) in [
        ("errors.md", ["- Severity: ", "- Example: ", "- Cause: ", "- Remedy: "]),
        ("errors.id.md", ["- Tingkat: ", "- Contoh: ", "- Sebab: ", "- Tindakan: "]),
    ] {
        let entries = catalogue(file);
        let listed: BTreeSet<String> = entries.keys().cloned().collect();
        let missing: Vec<_> = names.difference(&listed).collect();
        let unknown: Vec<_> = listed.difference(&names).collect();
        assert!(missing.is_empty(), "not in {file}: {missing:?}");
        assert!(unknown.is_empty(), "{file} names what no reader says: {unknown:?}");
        for (name, entry) in &entries {
            for part in parts {
                assert!(entry.contains(part), "{file}, {name}: no {part:?}");
            }
        }
    }
}

#[test]
fn something_produces_every_diagnostic() {
    let mut expected = Vec::new();
    files(&root().join("tests/fixtures/read"), &mut expected);
    expected.retain(|p| p.extension().is_some_and(|e| e == "expected"));
    let mut told: BTreeSet<String> = BTreeSet::new();
    for path in expected {
        told.extend(std::fs::read_to_string(path).unwrap().split_whitespace().map(str::to_owned));
    }
    let mut tests = Vec::new();
    files(&root().join("crates/hemat-io/src/read"), &mut tests);
    let mut code: String = tests.iter().map(|p| halves(p).1).collect();
    for test in ["crates/hemat-io/tests/layouts.rs", "tests/parquet.rs"] {
        code.push_str(&std::fs::read_to_string(root().join(test)).unwrap());
    }
    let tested = |name: &str| told.contains(name) || code.contains(&format!("\"{name}\""));
    let untested: BTreeSet<&str> = UNTESTED.iter().map(|(name, _)| *name).collect();
    for name in diagnostics() {
        match (tested(&name), untested.contains(name.as_str())) {
            (false, false) => panic!("nothing in the tests produces {name}"),
            (true, true) => panic!("{name} has a test now: take it off the list"),
            _ => {}
        }
    }
}
