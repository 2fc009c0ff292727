//! Masks in the corpus of real budgets: nothing is masked that is no personal data, and planted data is found among real
//! words. Skipped, with a word, where the corpus is not at hand.
//!
//! Whoever published these files, or collected them, had taken the personal data out: every mask would be a false one. It
//! is listed with the words around it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "helpers of tests stand outside test functions"
)]

#[path = "shared_folder.rs"]
mod shared_folder;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use hemat_core::lang::Lang;
use hemat_core::redaction::{PersonalData, Redactor, personal_data};
use hemat_io::read::decode::decode;
use shared_folder::shared_folder;

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|e| ["csv", "json", "txt"].iter().any(|known| e == *known)) {
            found.push(path);
        }
    }
}

/// The words around a mask, on one line.
fn around(cell: &str, start: usize, end: usize) -> String {
    let from = (0..=start.saturating_sub(40)).rev().find(|at| cell.is_char_boundary(*at)).unwrap();
    let to = (cell.len().min(end + 40)..=cell.len()).find(|at| cell.is_char_boundary(*at)).unwrap();
    let text = format!("{}⟦{}⟧{}", &cell[from..start], &cell[start..end], &cell[end..to]);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every text of the corpus: the cells of CSV files, the lines of others.
fn each_text(corpus: &Path, mut take: impl FnMut(&Path, &str)) -> usize {
    let mut paths = Vec::new();
    files(corpus, &mut paths);
    for path in &paths {
        let text = decode(&std::fs::read(path).unwrap()).text;
        if path.extension().is_some_and(|e| e != "csv") {
            text.lines().for_each(|line| take(path, line));
            continue;
        }
        let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        for record in reader.into_records() {
            record.unwrap().iter().for_each(|cell| take(path, cell));
        }
    }
    paths.len()
}

#[test]
fn nothing_in_the_corpus_is_masked() {
    let Some(corpus) = shared_folder("corpus") else { return };
    let mut masks: BTreeMap<(PersonalData, String), u64> = BTreeMap::new();
    let mut texts = 0_u64;
    let files = each_text(&corpus, |_, text| {
        texts += 1;
        for found in personal_data(text) {
            *masks.entry((found.kind, around(text, found.start, found.end))).or_default() += 1;
        }
    });
    println!("{files} files, {texts} texts, {} different masks", masks.len());
    assert!(texts > 1_000_000, "the corpus was read: {texts}");
    assert!(masks.is_empty(), "{masks:#?}");
}

#[test]
fn what_is_planted_among_real_words_is_masked_and_nothing_beside_it() {
    let Some(corpus) = shared_folder("corpus") else { return };
    let planted =
        "a.n. Budi Santoso (NIP 19650101 199003 1 001, rek BRI 0335-01-000123-30-5, HP 0812-3456-7890)";
    let mask = "a.n. [nama disamarkan] (NIP [NIP disamarkan], rek BRI [nomor rekening disamarkan], HP [telepon disamarkan])";
    let mut redactor = Redactor::new(Lang::Id);
    let mut tried = 0_u64;
    each_text(&corpus, |path, text| {
        // One text in seven is enough, and spares half a minute.
        tried += 1;
        if tried.is_multiple_of(7) && text.len() < 500 {
            let text = text.trim_end();
            assert_eq!(
                redactor.mask(&format!("{text} {planted}")),
                format!("{text} {mask}"),
                "{}",
                path.display()
            );
        }
    });
    assert_eq!(redactor.masked().values().sum::<u64>(), 4);
}
