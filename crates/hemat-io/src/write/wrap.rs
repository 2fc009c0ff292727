//! Breaking text into lines of a display width, without ever breaking a number.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Numbers up to this many characters are never broken: the longest money, grouped, with sign and brackets.
const LONGEST_NUMBER: usize = 40;

/// True for a word that is one number, with its marks, sign, currency and brackets.
pub(super) fn is_number(word: &str) -> bool {
    word.len() <= 3 * LONGEST_NUMBER
        && word.chars().count() <= LONGEST_NUMBER
        && word.contains(|c: char| c.is_ascii_digit())
        && word.trim_start_matches(['(', '-', '\u{2212}']).trim_start_matches("Rp").chars().all(|c| {
            c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '\u{2013}' | '(' | ')' | '%' | ';' | ':')
        })
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
    for word in text.split_whitespace() {
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
        assert_eq!(wrap("sosialisasi", 4), ["sosi", "alis", "asi"]);
        assert_eq!(wrap("会议室租金", 5), ["会议", "室租", "金"]);
        assert_eq!(wrap("e\u{301}e\u{301}e\u{301}", 2), ["e\u{301}e\u{301}", "e\u{301}"]);
        assert_eq!(wrap("  ", 5), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_is_wider(text in "[a-z0-9. 会\u{301}\n]{0,80}", width in 2usize..40) {
            let lines = wrap(&text, width);
            let squeezed = |s: &str| s.split_whitespace().collect::<String>();
            prop_assert_eq!(squeezed(&lines.concat()), squeezed(&text));
            for line in lines {
                prop_assert!(width_of(&line) <= width || is_number(&line), "{:?}", line);
            }
        }
    }
}
