//! Numbers that stand for a person: NIK, NIP, NPWP, mobile numbers.
//!
//! What is known of their structure: a NIK is 6 digits of the place, day (women: plus 40), month and year of birth, and
//! a serial number that is not 0000. A NIP is the day of birth, year and month of appointment (21 for contract staff), 1
//! or 2 for the sex, a serial number. A NPWP is dotted `99.999.999.9-999.999`; without dots it is taken for one only
//! where it begins with 0, as no amount does, or is labelled.

use super::PersonalData;
use super::digits::Digits;

/// The two digits that begin the code of a province.
const PROVINCES: [&str; 38] = [
    "11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "31", "32", "33", "34", "35", "36", "51",
    "52", "53", "61", "62", "63", "64", "65", "71", "72", "73", "74", "75", "76", "81", "82", "91", "92",
    "93", "94", "95", "96",
];

/// The length and kind of a number of a person that begins at `rest`; `before` is the text between it and what was found
/// last, which is no part of it and does not say what it is.
pub(super) fn begins(before: &str, rest: &str) -> Option<(usize, PersonalData)> {
    let label = label(before);
    if !may_begin(before, label.is_some()) {
        return None;
    }
    let (length, kind) = label.and_then(|kind| labelled(kind, rest)).or_else(|| plain(rest))?;
    let after = rest.get(length..)?;
    (label.is_some() || may_end(after)).then_some((length, kind))
}

/// False inside a longer number or word, and after a currency or an arithmetical sign.
fn may_begin(before: &str, labelled: bool) -> bool {
    let mut back = before.chars().rev();
    let last = back.next();
    if last.is_some_and(|c| c.is_ascii_digit() || matches!(c, '_' | '@' | '+' | '#')) {
        return false;
    }
    if last.is_some_and(|c| ".,/-:".contains(c)) && back.next().is_some_and(|c| c.is_ascii_digit()) {
        return false;
    }
    if labelled {
        return true;
    }
    let word = before.trim_end_matches([' ', '\u{a0}', '.']);
    let amount = word.ends_with(['=', '×', '*']) || ["rp", "idr", "x"].contains(&&*last_word(word));
    !(last.is_some_and(char::is_alphanumeric) || amount)
}

/// False where letters or further digits follow directly: the number is longer than its structure.
pub(super) fn may_end(after: &str) -> bool {
    let mut next = after.chars();
    match next.next() {
        Some(c) if ".,/-:".contains(c) => !next.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => !(c.is_alphanumeric() || c == '%' || c == '_'),
        None => true,
    }
}

/// The letters that end a text, in lower case.
fn last_word(text: &str) -> String {
    let start =
        text.char_indices().rev().find(|(_, c)| !c.is_alphabetic()).map_or(0, |(at, c)| at + c.len_utf8());
    text.get(start..).unwrap_or("").to_lowercase()
}

/// What the word before a number says it is.
fn label(before: &str) -> Option<PersonalData> {
    let word = last_word(before.trim_end_matches([' ', '\u{a0}', ':', '.', '-', '(', '/', '=', '\'']));
    match &*word {
        "nik" | "ktp" => Some(PersonalData::Nik),
        "nip" | "nippk" | "nipppk" => Some(PersonalData::Nip),
        "npwp" => Some(PersonalData::Npwp),
        "hp" | "wa" | "telp" | "tlp" | "tel" | "telepon" | "telpon" | "handphone" | "whatsapp" | "ponsel" => {
            Some(PersonalData::Phone)
        }
        _ => None,
    }
}

/// After its label a number may be grouped in any way.
fn labelled(kind: PersonalData, rest: &str) -> Option<(usize, PersonalData)> {
    let digits = Digits::of(rest);
    let found = match kind {
        PersonalData::Nik => digits.adding_up_to(16),
        // Nine digits: the NIP before 2009.
        PersonalData::Nip => {
            digits.adding_up_to(18).or_else(|| digits.shaped(&[9])).or_else(|| digits.shaped(&[3, 3, 3]))
        }
        PersonalData::Npwp => digits.adding_up_to(15).or_else(|| digits.adding_up_to(16)),
        // `wa 620.000.000.000`: an amount.
        PersonalData::Phone if rest.starts_with("62") && !digits.in_thousands() => abroad(&digits),
        _ => None,
    };
    found.map(|(_, end)| (end, kind))
}

fn plain(rest: &str) -> Option<(usize, PersonalData)> {
    if let Some(body) = rest.strip_prefix('+') {
        let (_, end) = body.starts_with("62").then(|| abroad(&Digits::of(body))).flatten()?;
        return Some((1 + end, PersonalData::Phone));
    }
    let digits = Digits::of(rest);
    let of = |shapes: &[&[usize]], is: fn(&str) -> bool| {
        shapes
            .iter()
            .find_map(|shape| digits.shaped(shape))
            .filter(|(number, _)| is(number))
            .map(|(_, end)| end)
    };
    let nip = of(&[&[18], &[8, 6, 1, 3], &[8, 6, 4], &[8, 10], &[14, 4]], is_nip);
    let nik = of(&[&[16], &[6, 6, 4], &[4, 4, 4, 4]], is_nik);
    let npwp = of(&[&[2, 3, 3, 1, 3, 3]], |_| true).or_else(|| of(&[&[15], &[16]], is_bare_npwp));
    nip.map(|end| (end, PersonalData::Nip))
        .or_else(|| nik.map(|end| (end, PersonalData::Nik)))
        .or_else(|| npwp.map(|end| (end, PersonalData::Npwp)))
        .or_else(|| mobile(&digits).map(|end| (end, PersonalData::Phone)))
}

fn part(number: &str, from: usize, to: usize) -> u32 {
    number.get(from..to).and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

fn is_nik(number: &str) -> bool {
    let day = part(number, 6, 8);
    number.get(..2).is_some_and(|province| PROVINCES.contains(&province))
        && part(number, 2, 4) > 0
        && part(number, 4, 6) > 0
        && ((1..=31).contains(&day) || (41..=71).contains(&day))
        && (1..=12).contains(&part(number, 8, 10))
        && part(number, 12, 16) > 0
}

fn is_nip(number: &str) -> bool {
    let appointed = part(number, 12, 14);
    (1935..=2015).contains(&part(number, 0, 4))
        && (1..=12).contains(&part(number, 4, 6))
        && (1..=31).contains(&part(number, 6, 8))
        && (1955..=2040).contains(&part(number, 8, 12))
        && ((1..=12).contains(&appointed) || appointed == 21)
        && (1..=2).contains(&part(number, 14, 15))
        && part(number, 15, 18) > 0
}

/// Fifteen digits, or sixteen with a 0 before them; the tax office's three digits are not 000.
fn is_bare_npwp(number: &str) -> bool {
    let Some(old) = number.len().checked_sub(15).and_then(|at| number.get(at..)) else { return false };
    number.starts_with('0') && part(old, 9, 12) > 0 && part(old, 0, 2) > 0
}

/// `0812…` with 10 to 13 digits. Groups end as soon as there are ten: what follows is another number.
fn mobile(digits: &Digits<'_>) -> Option<usize> {
    let mut sum = 0;
    for (at, length) in digits.lengths().enumerate() {
        if length < if at == 0 { 4 } else { 2 } {
            return None;
        }
        sum += length;
        if sum >= 10 {
            let (number, end) = digits.first(at + 1)?;
            let network =
                number.strip_prefix("08").is_some_and(|n| n.starts_with(['1', '2', '3', '5', '7', '8', '9']));
            return (network && sum <= 13).then_some(end);
        }
    }
    None
}

/// The digits after a `+`, or after a label: 62 and 9 to 12 more.
fn abroad(digits: &Digits<'_>) -> Option<(String, usize)> {
    let mut sum = 0;
    for (at, length) in digits.lengths().enumerate() {
        sum += length;
        if sum >= 11 {
            return if sum <= 14 { digits.first(at + 1) } else { None };
        }
    }
    None
}
