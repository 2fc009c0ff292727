//! Partials: merged in any split, order and tree they give what one run over the same files gives.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a broken case is a failed test, and what was read is worth seeing"
)]

#[path = "../benches/generator/mod.rs"]
mod generator;
#[path = "shared_folder.rs"]
mod shared_folder;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use hemat_core::classify::Classifier;
use hemat_core::file_names::shown_names;
use hemat_io::analysis::classified_on;
use hemat_io::partial::{Finished, MergeError, Partial, Terms, read_partial, write_partial};
use hemat_io::read::budget::{ClassifiedFile, ReadOptions};
use hemat_io::read::read_budget;
use hemat_io::read::sieve::{Pace, Share, read_events, read_part};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use generator::{Shape, generate};
use shared_folder::shared_folder;

/// Small blocks, so that a small file has many.
const PACE: Pace = Pace { jobs: 2, block: 2000 };

fn terms() -> Terms {
    Terms::new("0.0.0", None, ReadOptions::default())
}

/// As one run reads a file.
fn read(bytes: &[u8], name: &str) -> Result<ClassifiedFile, String> {
    let options = ReadOptions::default();
    let sieved = read_events(bytes, name, &options, Classifier::builtin(), PACE).unwrap();
    let plain = || {
        let budget = read_budget(bytes, name, &options).map_err(|e| e.to_string())?;
        Ok(classified_on(budget, Classifier::builtin(), 1))
    };
    sieved.map_or_else(plain, Ok)
}

/// A file whole.
fn whole(path: &str, bytes: &[u8]) -> Partial {
    match read(bytes, path) {
        Ok(file) => Partial::of_file(&terms(), path, file),
        Err(reason) => Partial::of_unread(&terms(), path, reason.trim_start_matches(&format!("{path}: "))),
    }
}

/// A file in so many parts.
fn parts(path: &str, bytes: &[u8], of: u32) -> Vec<Partial> {
    let one = |part| {
        let share = Share::new(part, of).unwrap();
        let read = read_part(bytes, path, &ReadOptions::default(), Classifier::builtin(), PACE, share);
        Partial::of_part(&terms(), path, share, read.unwrap().expect("can be shared out"))
    };
    (1..=of).map(one).collect()
}

/// What one run over the files has.
fn one_run(files: &[(&str, &[u8])]) -> Finished {
    let paths: Vec<&str> = files.iter().map(|(path, _)| *path).collect();
    let mut finished = Finished::default();
    for ((_, bytes), name) in files.iter().zip(shown_names(&paths)) {
        match read(bytes, &name) {
            Ok(file) => finished.files.push(file),
            Err(text) => {
                let reason = text.trim_start_matches(&format!("{name}: ")).to_owned();
                finished.unread.push((name, reason));
            }
        }
    }
    finished
}

fn bytes_of(partial: &Partial) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_partial(partial, &mut bytes).unwrap();
    bytes
}

/// As another machine gets it.
fn sent(partial: &Partial) -> Partial {
    let bytes = bytes_of(partial);
    let read = read_partial(&bytes, "p.json").unwrap_or_else(|e| panic!("{e}"));
    assert!(bytes_of(&read) == bytes, "written again it is the same");
    read
}

/// Files of one run: two of one base name, one that is no budget, one export that can be shared out.
static FILES: LazyLock<Vec<(&str, Vec<u8>)>> = LazyLock::new(|| {
    vec![
        ("2023/apbd.csv", generate(Shape::Penjabaran, 60, 3).bytes),
        ("2024/apbd.csv", generate(Shape::Hemat, 50, 4).bytes),
        ("2024/empty.csv", Vec::new()),
        ("ekspor.csv", generate(Shape::Rka, 700, 5).bytes),
    ]
});

static ONE_RUN: LazyLock<Finished> = LazyLock::new(|| {
    one_run(&FILES.iter().map(|(path, bytes)| (*path, bytes.as_slice())).collect::<Vec<_>>())
});

/// Every file whole but the export, which is in so many parts.
fn pieces(of: u32) -> Vec<Partial> {
    let mut pieces = Vec::new();
    for (path, bytes) in FILES.iter() {
        if *path == "ekspor.csv" && of > 1 {
            pieces.extend(parts(path, bytes, of));
        } else {
            pieces.push(whole(path, bytes));
        }
    }
    pieces
}

/// Merges neighbours in the order that `joints` say until one is left.
fn merged(mut pieces: Vec<Partial>, joints: &[prop::sample::Index]) -> Result<Partial, MergeError> {
    for joint in joints.iter().cycle() {
        if pieces.len() < 2 {
            break;
        }
        let at = joint.index(pieces.len() - 1);
        let right = pieces.remove(at + 1);
        let left = pieces.remove(at);
        pieces.insert(at, left.merge(right)?);
    }
    Ok(pieces.pop().unwrap_or_default())
}

fn equal(a: &Finished, b: &Finished) -> Result<(), TestCaseError> {
    // A whole budget in a failure message helps nobody.
    prop_assert_eq!(&a.unread, &b.unread);
    prop_assert_eq!(a.files.len(), b.files.len());
    for (a, b) in a.files.iter().zip(&b.files) {
        prop_assert_eq!(&a.budget.file, &b.budget.file);
        prop_assert_eq!(&a.budget.tally, &b.budget.tally);
        prop_assert_eq!(&a.budget.diagnostics, &b.budget.diagnostics);
        prop_assert!(
            a.budget.lines == b.budget.lines && a.classes == b.classes,
            "lines of {}",
            a.budget.file
        );
        prop_assert!(a == b, "{}", a.budget.file);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_split_order_and_tree_gives_the_one_run(
        of in 1_u32..6,
        order in prop::collection::vec(any::<u32>(), 9),
        joints in prop::collection::vec(any::<prop::sample::Index>(), 1..9),
        again in prop::collection::vec(any::<prop::sample::Index>(), 1..9),
        blank in any::<prop::sample::Index>(),
    ) {
        let mut pieces = pieces(of);
        let one_way = merged(pieces.clone(), &again).unwrap();
        let mut keyed: Vec<(u32, Partial)> = order.into_iter().zip(pieces.drain(..)).collect();
        keyed.sort_by_key(|(key, _)| *key);
        let mut shuffled: Vec<Partial> = keyed.into_iter().map(|(_, piece)| sent(&piece)).collect();
        shuffled.insert(blank.index(shuffled.len() + 1), Partial::default());
        let other_way = merged(shuffled, &joints).unwrap();
        prop_assert!(bytes_of(&one_way) == bytes_of(&other_way), "the merged partials are the same bytes");
        equal(&other_way.finish().unwrap(), &ONE_RUN)?;
    }
}

#[test]
fn what_is_missing_or_twice_is_named() {
    let all = pieces(3);
    let merge =
        |which: &[usize]| which.iter().try_fold(Partial::default(), |sum, at| sum.merge(all[*at].clone()));
    let twice = merge(&[0, 1, 0]).unwrap_err();
    assert_eq!(twice, MergeError::Twice { path: "2023/apbd.csv".into(), part: 1, of: 1 });
    assert!(twice.to_string().starts_with("2023/apbd.csv (part 1 of 1) is in two"), "{twice}");
    let missing = merge(&[0, 4]).unwrap().finish().unwrap_err();
    assert_eq!(missing, MergeError::Missing { path: "ekspor.csv".into(), missing: vec![1, 3], of: 3 });
    assert!(missing.to_string().starts_with("ekspor.csv: missing: part 1, 3 of 3"), "{missing}");
    let of_two = parts("ekspor.csv", &FILES[3].1, 2).remove(0);
    let shared = all[3].clone().merge(of_two).unwrap_err();
    assert_eq!(shared, MergeError::SharedOutTwice { path: "ekspor.csv".into(), one: 2, another: 3 });
}

#[test]
fn partials_made_in_another_way_are_refused() {
    let bytes = &FILES[1].1;
    let with = |terms: &Terms, path: &str| Partial::of_file(terms, path, read(bytes, path).unwrap());
    let options = ReadOptions { year: Some(2024), ..ReadOptions::default() };
    for (other, said) in [
        (Terms::new("9.9.9", None, ReadOptions::default()), "versions of hemat (0.0.0; 9.9.9)"),
        (Terms::new("0.0.0", Some(b"name,account"), ReadOptions::default()), "rules of classification"),
        (Terms::new("0.0.0", None, options), "options of reading (--year 2024; none)"),
    ] {
        let (one, another) = (with(&terms(), "a.csv"), with(&other, "b.csv"));
        let error = one.clone().merge(another.clone()).unwrap_err();
        assert!(error.to_string().contains(said), "{error}");
        assert_eq!(another.merge(one).unwrap_err(), error, "in either order");
    }
}

/// Parts of two files, or of one that changed between, are no file.
#[test]
fn parts_of_different_files_are_refused() {
    let one = parts("x.csv", &FILES[3].1, 2).remove(0);
    let other = String::from_utf8(FILES[3].1.clone()).unwrap().replacen(',', ",catatan,", 1);
    let lines: Vec<String> = other
        .lines()
        .enumerate()
        .map(|(at, line)| if at == 0 { line.to_owned() } else { line.replacen(',', ",,", 1) })
        .collect();
    let another = parts("x.csv", lines.join("\n").as_bytes(), 2).remove(1);
    let error = one.merge(another).unwrap().finish().unwrap_err();
    assert!(error.to_string().contains("of different files"), "{error}");
}

/// A partial comes from elsewhere: cut or changed anywhere it is refused or read, and never a panic.
#[test]
fn a_damaged_partial_never_panics() {
    let bytes = bytes_of(&parts("ekspor.csv", &generate(Shape::Rka, 120, 9).bytes, 2)[0]);
    let mut refused = 0;
    for at in (0..bytes.len()).step_by(97) {
        assert!(read_partial(&bytes[..at], "p.json").is_err(), "cut at {at}");
        for with in [b'9', b'-', b'"', b'x'] {
            let mut changed = bytes.clone();
            changed[at] = with;
            match read_partial(&changed, "p.json") {
                Ok(partial) => drop(partial.finish()),
                Err(error) => {
                    refused += 1;
                    assert!(error.to_string().starts_with("p.json: "), "{error}");
                }
            }
        }
    }
    assert!(refused > 100);
    let other = br#"{"schema":"hemat.savings/1"}"#;
    assert!(read_partial(other, "p.json").unwrap_err().to_string().contains("hemat.savings/1"));
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut entries: Vec<PathBuf> = entries.map(|e| e.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

/// Every file of a folder, sent as a partial, is the file that one run reads.
fn folder_survives(folder: &Path) -> usize {
    let mut found = Vec::new();
    files(folder, &mut found);
    let mut read_at_all = 0;
    for path in &found {
        let bytes = std::fs::read(path).unwrap();
        let long = path.to_string_lossy().into_owned();
        let again = sent(&whole(&long, &bytes)).finish().unwrap();
        let expected = one_run(&[(&long, &bytes)]);
        assert_eq!(again.unread, expected.unread);
        assert!(again == expected, "{long}");
        read_at_all += again.files.len();
    }
    read_at_all
}

#[test]
fn fixtures_and_corpus_survive_being_sent() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    assert!(folder_survives(&root.join("tests/fixtures/read")) > 20);
    if let Some(corpus) = shared_folder("corpus") {
        println!("{} files of the corpus", folder_survives(&corpus));
    }
}
