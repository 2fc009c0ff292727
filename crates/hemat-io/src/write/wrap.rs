//! Breaking text into lines of a display width, without ever breaking a number.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Numbers up to this many characters are never broken: the longest money, grouped, with sign and brackets.
const LONGEST_NUMBER: usize = 40;

/// True for a word that is one number, with its marks, sign, currency and brackets.
pub(super) fn is_number(word: &str) -> bool {
    let marks = ['(', '-', '\u{2212}', '\u{2265}', ' '];
    let bare = word.trim_start_matches(marks);
    let bare = bare.strip_prefix("Rp").or_else(|| bare.strip_prefix("IDR")).unwrap_or(bare);
    // The length in bytes is looked at first: a hostile word may be very long.
    word.len() <= 3 * LONGEST_NUMBER
        && word.contains(|c: char| c.is_ascii_digit())
        && bare.chars().all(|c| {
            c.is_ascii_digit()
                || matches!(c, '.' | ',' | '-' | '\u{2013}' | '(' | ')' | '%' | ';' | ':' | ' ')
        })
}

/// The words of a text. A mark that changes what a number says stays with it: `≥ 500.000` and `62,5 %` are one
/// word each, and so is `IDR 1,000`.
pub(super) fn words(text: &str) -> Vec<Cow<'_, str>> {
    let mut words: Vec<Cow<'_, str>> = Vec::new();
    for word in text.split_whitespace() {
        let glued = words.last().is_some_and(|last| {
            let before = matches!(last.as_ref(), "\u{2265}" | "Rp" | "IDR" | "\u{2265} Rp" | "\u{2265} IDR");
            (before && (is_number(word) || matches!(word, "Rp" | "IDR"))) || (word == "%" && is_number(last))
        });
        match words.last_mut().filter(|_| glued) {
            Some(last) => {
                let last = last.to_mut();
                last.push(' ');
                last.push_str(word);
            }
            None => words.push(Cow::Borrowed(word)),
        }
    }
    words
}

/// The columns a text takes on a terminal.
pub(super) fn width_of(text: &str) -> usize {
    text.width()
}

/// The lines of a text, each at most `width` wide (at least 2) unless it is a single number that is wider.
/// Breaks at blanks; a longer word is cut, its combining marks kept with their letters.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(2);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in words(text) {
        let word = word.as_ref();
        let wide = width_of(word);
        if !line.is_empty() {
            if used + 1 + wide <= width {
                line.push(' ');
                line.push_str(word);
                used += 1 + wide;
                continue;
            }
            lines.push(std::mem::take(&mut line));
        }
        if wide <= width || is_number(word) {
            line.push_str(word);
            used = wide;
            continue;
        }
        used = 0;
        for c in word.chars() {
            let wide = c.width().unwrap_or(0);
            if used + wide > width {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(c);
            used += wide;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_never_cut() {
        assert_eq!(wrap("total 12.500.000 rupiah", 8), ["total", "12.500.000", "rupiah"]);
        assert_eq!(wrap("2.000 (1.000–3.500)", 8), ["2.000", "(1.000–3.500)"]);
        assert_eq!(wrap("kira-kira ≥ 500.000 (62,5 %)", 8), ["kira-kir", "a", "≥ 500.000", "(62,5 %)"]);
        assert_eq!(wrap("≥ IDR 1,000", 3), ["≥ IDR 1,000"]);
        assert_eq!(wrap("sosialisasi", 4), ["sosi", "alis", "asi"]);
        assert_eq!(wrap("会议室租金", 5), ["会议", "室租", "金"]);
        assert_eq!(wrap("e\u{301}e\u{301}e\u{301}", 2), ["e\u{301}e\u{301}", "e\u{301}"]);
        assert_eq!(wrap("  ", 5), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_is_wider(text in "[a-z0-9. %≥会\u{301}\n]{0,80}", width in 2usize..40) {
            let lines = wrap(&text, width);
            let squeezed = |s: &str| s.split_whitespace().collect::<String>();
            prop_assert_eq!(squeezed(&lines.concat()), squeezed(&text));
            for line in lines {
                prop_assert!(width_of(&line) <= width || is_number(&line), "{:?}", line);
            }
        }
    }
}
