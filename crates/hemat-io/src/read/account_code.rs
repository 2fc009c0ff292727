//! Raw code text -> account code, with the part before it (agency, programme, activity) split off.
//!
//! One account is written in many ways: `1.22 . 1.22.01 . 20.04 . 5.2.2.11.02`, `1.20 . 1.20.03 . 01 . 26 . 5 . 2 . 2`,
//! `1.15.1.15.01.01.01.5.2.2.06.002.`, `118  11701  2108  5233201`, `510202050009`, `5.1.2.02.05.0009`. All come out
//! in one form. A leaf of three digits and one of four stay two accounts: they belong to two schemes.

use hemat_core::account::{AccountCode, AccountScheme};

/// A code cell, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SplitCode {
    /// What stands before the account: urusan, agency, programme and activity, dotted; empty if nothing.
    pub prefix: String,
    /// The account, if the text goes that far.
    pub account: Option<AccountCode>,
}

/// Most groups of digits a code can have; the longest seen is seventeen.
const MOST_GROUPS: usize = 30;

/// Takes a code cell apart. `None` if the text is not a code.
#[must_use]
pub fn read_code(text: &str) -> Option<SplitCode> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '.' | '\u{a0}'));
    if !text.starts_with(|c: char| c.is_ascii_digit()) || text.len() > 120 {
        return None;
    }
    if !text.chars().all(|c| c.is_ascii_digit() || c == '.' || c == '-' || c.is_whitespace()) {
        return None;
    }
    let groups: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|g| !g.is_empty()).collect();
    if groups.len() > MOST_GROUPS {
        return None;
    }
    if let Some(split) = stripped_of_dots(&groups) {
        return Some(split);
    }
    let at = account_start(&groups);
    let (prefix, account) = groups.split_at(at.unwrap_or(groups.len()));
    Some(SplitCode { prefix: prefix.join("."), account: at.and_then(|_| canonical(account)) })
}

/// Position where the account begins: a lone 4 to 9 followed by a lone digit or nothing, not inside the codes of
/// urusan and agency that come before it.
fn account_start(groups: &[&str]) -> Option<usize> {
    let starts = |at: usize| {
        let lone = |group: &&str| group.len() == 1;
        let class = groups.get(at).is_some_and(|g| matches!(*g, "4" | "5" | "6" | "7" | "8" | "9"));
        class && groups.get(at + 1).is_none_or(lone)
    };
    // Behind a prefix the account follows a programme or activity, which are written with zeros: `01`, `000`.
    let behind = (3..groups.len()).find(|at| {
        starts(*at) && groups.get(at - 1).is_some_and(|g| g.len() >= 2) && !is_urusan_of_agency(groups, *at)
    });
    behind.or_else(|| starts(0).then_some(0))
}

/// In `1.04.1.04.01` and `5.01.5.01.0.00` the second urusan digit is not an account.
fn is_urusan_of_agency(groups: &[&str], at: usize) -> bool {
    groups.get(at) == groups.first() && groups.get(at + 1).is_some_and(|g| g.len() >= 2)
}

/// Codes that lost their dots: `118  11701  2108  5233201`, `510202050009`, `524114`.
fn stripped_of_dots(groups: &[&str]) -> Option<SplitCode> {
    match groups {
        [urusan, agency, rest @ ..] if urusan.len() == 3 && agency.len() == 5 => {
            let mut prefix = vec![
                urusan.get(..1)?,
                urusan.get(1..)?,
                agency.get(..1)?,
                agency.get(1..3)?,
                agency.get(3..)?,
            ];
            let mut account = None;
            for group in rest {
                match (group.len(), account.is_none() && prefix.len() < 7) {
                    (2, true) => prefix.push(group),
                    (4, true) => prefix.extend([group.get(..2)?, group.get(2..)?]),
                    _ => account = Some(undotted(group)?),
                }
            }
            Some(SplitCode { prefix: prefix.join("."), account })
        }
        [one] if one.len() >= 6 && one.starts_with(['4', '5', '6']) => {
            Some(SplitCode { prefix: String::new(), account: Some(undotted(one)?) })
        }
        _ => None,
    }
}

/// Digits of an account without dots.
fn undotted(digits: &str) -> Option<AccountCode> {
    let widths: &[usize] = if digits.len() == 6
        && digits.starts_with("52")
        && digits.get(2..3)? >= "1"
        && digits.get(3..4)? >= "1"
    {
        return Some(AccountCode::from_levels(&[digits], Some(AccountScheme::Central)));
    } else if digits.get(2..3) == Some("0") {
        &[1, 1, 2, 2, 2, 4]
    } else {
        &[1, 1, 1, 2, 2]
    };
    let mut levels = Vec::new();
    let mut rest = digits;
    for (i, width) in widths.iter().enumerate() {
        if rest.is_empty() {
            break;
        }
        // The last level may be a digit wider (2006 scheme) or narrower (three-digit leaf).
        let take = if i + 1 == widths.len() { rest.len() } else { (*width).min(rest.len()) };
        if take > width + 1 {
            return None;
        }
        let (level, next) = rest.split_at_checked(take)?;
        levels.push(level);
        rest = next;
    }
    canonical(&levels)
}

/// Levels in canonical width, with the scheme they tell.
fn canonical(levels: &[&str]) -> Option<AccountCode> {
    let third = levels.get(2).copied().unwrap_or("");
    let leaf = levels.get(5).copied();
    let since_2019 = third.len() >= 2 || (leaf.is_some() && third.len() == 1);
    let mut out: Vec<String> = Vec::with_capacity(levels.len());
    for (i, level) in levels.iter().enumerate() {
        let width = match (i, since_2019) {
            (0 | 1, _) | (2, false) => 1,
            (2..=4, true) | (_, false) => 2,
            (_, true) => 3,
        };
        out.push(to_width(level, width, if i == 5 && since_2019 { 4 } else { width.max(3) }));
    }
    let scheme = match (since_2019, out.get(5).map(String::len)) {
        (true, Some(3)) => Some(AccountScheme::Permendagri90),
        (true, Some(4)) => Some(AccountScheme::Kepmendagri050),
        (true, _) => None,
        (false, _) if third.len() == 1 => Some(AccountScheme::Permendagri13),
        (false, _) => None,
    };
    if since_2019 {
        // Object groups of the 2025 exports are a digit wider: `005` is `05`.
        for level in out.iter_mut().take(5).skip(2) {
            if level.len() == 3 && level.starts_with('0') {
                level.remove(0);
            }
        }
    }
    let levels: Vec<&str> = out.iter().map(String::as_str).collect();
    Some(AccountCode::from_levels(&levels, scheme))
}

/// Zeros added up to `least` digits, leading zeros beyond `most` taken away.
fn to_width(level: &str, least: usize, most: usize) -> String {
    let mut text = level;
    while text.len() > most && text.starts_with('0') {
        text = text.get(1..).unwrap_or("");
    }
    format!("{text:0>least$}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(text: &str) -> (String, String) {
        let code = read_code(text).unwrap();
        (code.prefix, code.account.map(|a| a.code.to_string()).unwrap_or_default())
    }

    #[test]
    fn the_styles_of_five_regions() {
        for (text, prefix, account) in [
            ("1.22 . 1.22.01 . 20.04 . 5.2.2.11.02 ", "1.22.1.22.01.20.04", "5.2.2.11.02"),
            ("1.20 . 1.20.03 . 01 . 26 . 5 . 2 . 2 . 11 . 02", "1.20.1.20.03.01.26", "5.2.2.11.02"),
            ("1.20 . 1.20.03 . 17 . 103 . 5 . 2 . 1", "1.20.1.20.03.17.103", "5.2.1"),
            ("1.15.1.15.01.01.01.5.2.2.06.002.", "1.15.1.15.01.01.01", "5.2.2.06.002"),
            ("1.13.1.13.01.062.006.5.2.2.11", "1.13.1.13.01.062.006", "5.2.2.11"),
            ("1.14.1.14.01.5.1", "1.14.1.14.01", "5.1"),
            ("1.12.1.12.20.00.00.002.5.1.1", "1.12.1.12.20.00.00.002", "5.1.1"),
            ("1.04.1.19.02.19.11.5.2.1. 2.", "1.04.1.19.02.19.11", "5.2.1.02"),
            ("1.01.1.01 01.17.64.5.2.2.10.05.", "1.01.1.01.01.17.64", "5.2.2.10.05"),
            (".01.1.01.01.000.000.5.2", "01.1.01.01.000.000", "5.2"),
            ("1.22 . 1.22.01 . 01", "1.22.1.22.01.01", ""),
            ("1.04.1.04.01.01", "1.04.1.04.01.01", ""),
            ("118  11701  2108  5233201 ", "1.18.1.17.01.21.08", "5.2.3.32.01"),
            ("115  11501  0101  5220104", "1.15.1.15.01.01.01", "5.2.2.01.04"),
            ("117  11701  0000  41", "1.17.1.17.01.00.00", "4.1"),
            ("117  11701  16", "1.17.1.17.01.16", ""),
            ("4 . 1 . 1 . 01 . 09", "", "4.1.1.01.09"),
            ("5", "", "5"),
            ("1.1.1.01.02", "1.1.1.01.02", ""),
        ] {
            assert_eq!(split(text), (prefix.to_owned(), account.to_owned()), "{text}");
        }
    }

    #[test]
    fn six_writings_are_one_account() {
        for text in [
            "5.1.02.02.05.0009",
            "5.1.2.02.05.0009",
            "5.1.02.02.005.00009",
            "510202050009",
            "5.1.02.02.05.0009. ",
            "1.02.02.2.02.0001.5.1.02.02.05.0009",
        ] {
            let account = read_code(text).unwrap().account.unwrap();
            assert_eq!(&*account.code, "5.1.02.02.05.0009", "{text}");
            assert_eq!(account.scheme, Some(AccountScheme::Kepmendagri050), "{text}");
        }
    }

    #[test]
    fn leaves_of_three_and_four_digits_stay_apart() {
        let three = read_code("5.1.02.01.01.024").unwrap().account.unwrap();
        let four = read_code("5.1.02.01.01.0024").unwrap().account.unwrap();
        assert_ne!(three.code, four.code);
        assert_eq!(three.scheme, Some(AccountScheme::Permendagri90));
        assert_eq!(read_code("524114").unwrap().account.unwrap().scheme, Some(AccountScheme::Central));
    }

    #[test]
    fn other_text_is_no_code() {
        for text in ["", "JUMLAH", "Golongan IV", "SURPLUS / (DEFISIT)", "1,5", "1 th x 5"] {
            assert_eq!(read_code(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_safe(text in "\\PC{0,60}") {
            let _ = read_code(&text);
        }

        #[test]
        fn code_like_text_is_safe(text in "[0-9. -]{0,60}") {
            let _ = read_code(&text);
        }
    }
}
