//! An account whose code and name disagree: one of the two is wrong, and so is every judgement built on it.
//!
//! Only codes of Kepmendagri 050-5889/2021 are judged, since their names are the same everywhere. Leaves of the
//! 2006 scheme are set by each region and are never judged. Names in files are cut, misspelt and extended, so
//! one word in common, even cut or misspelt, is agreement.

use std::collections::BTreeMap;
use std::sync::Arc;

use hemat_core::account::{AccountCode, AccountScheme};
use hemat_core::cost_line::CostLine;
use hemat_core::money::Rupiah;
use hemat_reference::account::account;
use strsim::{normalized_damerau_levenshtein, sorensen_dice};

use crate::read::diagnostic::{Diagnostic, Severity};

/// Words that stand in any account's name.
const GENERAL: [&str; 12] = [
    "belanja", "beban", "biaya", "jasa", "barang", "bahan", "kegiatan", "untuk", "dengan", "lainnya",
    "serta", "pada",
];

/// Fewest letters of a word that means something by itself.
const LETTERS: usize = 4;

/// Two words this similar are one word misspelt.
const SAME_WORD: f64 = 0.7;

/// Two names this similar as a whole are one name.
const SAME_NAME: f64 = 0.45;

/// One complaint for each account of which the name in the file means something else, with all its rupiah.
pub(crate) fn disagreements(
    file: &Arc<str>,
    lines: &[CostLine],
    counted: &[NamedAccount<'_>],
) -> Vec<Diagnostic> {
    let mut groups: BTreeMap<(&str, &str), Group> = BTreeMap::new();
    for line in lines {
        if let Some(code) = judged_code(line.context.account.as_ref()) {
            groups.entry((code, &line.context.account_name)).or_default().add(line);
        }
    }
    for account in counted {
        if let Some(code) = judged_code(account.account) {
            groups.entry((code, account.name)).or_default().add_counted(account);
        }
    }
    let groups = groups.into_iter().filter_map(|((code, name), group)| {
        let known = account(AccountScheme::Kepmendagri050, code)?;
        let source = known.name_in_source.as_deref().unwrap_or("");
        if agree(name, &known.name) || agree(name, source) {
            return None;
        }
        Some(Diagnostic {
            name: "code-name-disagree",
            severity: Severity::Warning,
            file: Arc::clone(file),
            row: group.first,
            column: None,
            text: Some(name.to_owned()),
            hint: format!("{code} is {:?}; code or name is wrong ({} rows)", known.name, group.rows),
            amount: group.amount,
        })
    });
    groups.collect()
}

/// Lines of one account that were counted and not kept, each with an account row of its own.
#[derive(Debug)]
pub(crate) struct NamedAccount<'a> {
    pub account: Option<&'a AccountCode>,
    /// The account's name as the file writes it.
    pub name: &'a str,
    /// How many rows.
    pub rows: u64,
    /// The first of them.
    pub first: u64,
    pub amount: Rupiah,
}

/// The rows of one code and name.
struct Group {
    first: Option<u64>,
    /// The row counted last: the lines of one account row follow each other.
    last: Option<u64>,
    rows: u64,
    /// `None` once the sum cannot be kept exact.
    amount: Option<Rupiah>,
}

impl Default for Group {
    fn default() -> Self {
        Group { first: None, last: None, rows: 0, amount: Some(Rupiah::ZERO) }
    }
}

impl Group {
    fn add(&mut self, line: &CostLine) {
        if self.last != Some(line.account_row) {
            self.last = Some(line.account_row);
            self.count(1, line.account_row);
        }
        self.amount = self.amount.and_then(|sum| sum.try_add(line.amount).ok());
    }

    fn add_counted(&mut self, account: &NamedAccount<'_>) {
        self.count(account.rows, account.first);
        self.amount = self.amount.and_then(|sum| sum.try_add(account.amount).ok());
    }

    fn count(&mut self, rows: u64, first: u64) {
        self.rows += rows;
        self.first = Some(self.first.map_or(first, |known| known.min(first)));
    }
}

fn judged_code(account: Option<&AccountCode>) -> Option<&str> {
    let code = account?;
    (code.scheme == Some(AccountScheme::Kepmendagri050)).then_some(&*code.code)
}

/// True unless the names have nothing in common. A name of fewer than two words that mean something is too
/// little to tell by.
fn agree(ours: &str, known: &str) -> bool {
    if known.is_empty() {
        return false;
    }
    let (ours, known) = (words(ours), words(known));
    if ours.len() < 2 || known.is_empty() {
        return true;
    }
    let same = |a: &str, b: &str| {
        a.starts_with(b) || b.starts_with(a) || normalized_damerau_levenshtein(a, b) >= SAME_WORD
    };
    ours.iter().any(|a| known.iter().any(|b| same(a, b)))
        || sorensen_dice(&ours.concat(), &known.concat()) >= SAME_NAME
}

fn words(name: &str) -> Vec<String> {
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphabetic());
    words.filter(|w| w.chars().count() >= LETTERS && !GENERAL.contains(w)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_nothing_in_common_disagree() {
        let known = "Belanja Makanan dan Minuman Rapat";
        for (name, expected) in [
            ("Belanja Makanan dan Minuman Rapat", true),
            ("5.1.02.01.01.0052 Belanja Makanan dan Minuman Rapat", true),
            ("Belanja Makan Minum", true),
            ("BLJ MKN MNM", true),
            ("Belanja Mamin", true),
            ("Konsumsi Rapat Koordinasi Kecamatan", true),
            ("Belanja Maknan dn Minumn Kegiatn", true),
            ("", true),
            ("Belanja Sewa Bangunan Gedung Pertemuan", false),
            ("Belanja Perjalanan Dinas Biasa", false),
        ] {
            assert_eq!(agree(name, known), expected, "{name}");
        }
    }
}
