//! Account numbers at a bank, after `rek`, `rekening`, `no. rek` and a bank's name.
//!
//! Budgets use the same word for their own codes (kode rekening): a dotted code and a dotted amount are no account.

use super::digits::Digits;
use super::number::may_end;

/// The word is looked for in so many bytes before the number.
const LOOKED_BACK: usize = 60;
/// Banks written without the word bank.
const BANKS: [&str; 12] =
    ["bri", "bni", "btn", "bca", "bsi", "mandiri", "bpd", "bjb", "dki", "danamon", "cimb", "permata"];
/// A bank's name has at most so many words after the word bank.
const LONGEST_NAME: usize = 3;

/// The length of an account number that begins at `rest`; `before` is the text before it.
pub(super) fn begins(before: &str, rest: &str) -> Option<usize> {
    let announced = announced(before)?;
    let digits = Digits::of(rest);
    let lengths: Vec<usize> = digits.lengths().collect();
    let dotted = digits.gap_before(1) == Some(".");
    if dotted && (lengths.first().is_none_or(|first| *first < 4) || lengths.get(1..)?.iter().all(|l| *l == 3))
    {
        return None;
    }
    let groups = 1 + (1..lengths.len()).take_while(|at| digits.gap_before(*at) != Some(" ")).count();
    let (number, end) = digits.first(groups)?;
    let least = if announced { 8 } else { 10 };
    let is_code = groups == 1 && is_account_code(&number);
    ((least..=18).contains(&number.len()) && !is_code && may_end(rest.get(end..)?)).then_some(end)
}

/// Twelve digits that begin as the codes of revenue, spending and financing do (Permendagri 90/2019).
fn is_account_code(number: &str) -> bool {
    number.len() == 12
        && ["410", "420", "430", "510", "520", "530", "540", "610", "620"]
            .iter()
            .any(|c| number.starts_with(c))
}

/// `None` unless the text ends by announcing an account; true if it says so outright, with `no` or a bank.
fn announced(before: &str) -> Option<bool> {
    let from = before.len().saturating_sub(LOOKED_BACK);
    let near = (from..=before.len()).find_map(|at| before.get(at..))?.to_lowercase();
    let mut words = near.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).rev();
    // A hyphen or a slash in front of the digits: they end a longer word.
    if near.ends_with(|c: char| c.is_alphanumeric() || "/-,".contains(c)) {
        return None;
    }
    let mut outright = false;
    for _ in 0..=LONGEST_NAME + 2 {
        match words.next()? {
            "norek" => return Some(true),
            "rek" | "rekening" => {
                return match words.next() {
                    Some("kode") => None,
                    Some("no" | "nomor" | "nomer") => match words.next() {
                        Some("kode") => None,
                        _ => Some(true),
                    },
                    _ => Some(outright),
                };
            }
            "no" | "nomor" | "nomer" | "bank" => outright = true,
            word if BANKS.contains(&word) => outright = true,
            word if word.chars().all(char::is_alphabetic) && near.contains("bank") => {}
            _ => return None,
        }
    }
    None
}
