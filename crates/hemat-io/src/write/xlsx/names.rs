//! Names of sheets: at most 31 characters, none of `[ ] : * ? / \`, no two alike.

use std::collections::BTreeSet;

/// The most that Excel takes.
const LONGEST: usize = 31;

/// The names that are taken.
#[derive(Debug, Default)]
pub(super) struct SheetNames(BTreeSet<String>);

impl SheetNames {
    /// A name for a sheet with this title.
    pub(super) fn take(&mut self, title: &str) -> String {
        let plain: String = title
            .chars()
            .map(|c| {
                if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'') || c.is_control() {
                    ' '
                } else {
                    c
                }
            })
            .collect();
        let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = if words.is_empty() { "-".to_owned() } else { words };
        let mut number = 1_u32;
        loop {
            let end = if number == 1 { String::new() } else { format!(" ({number})") };
            let name = format!("{}{end}", shortened(&words, LONGEST - end.len()));
            if self.0.insert(name.to_lowercase()) {
                return name;
            }
            number += 1;
        }
    }
}

/// Cut at so many UTF-16 units, which Excel counts, at the end of a word where there is one.
fn shortened(text: &str, most: usize) -> String {
    let mut units = 0;
    let mut end = 0;
    for (at, c) in text.char_indices() {
        units += c.len_utf16();
        if units > most {
            let head = text.get(..end).unwrap_or_default();
            let word = head.rfind(' ').filter(|space| *space > most / 2).and_then(|space| head.get(..space));
            return word.unwrap_or(head).trim_end().to_owned();
        }
        end = at + c.len_utf8();
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_allowed_and_unlike() {
        let mut names = SheetNames::default();
        let cases = [
            ("Ringkasan", "Ringkasan"),
            ("RINGKASAN", "RINGKASAN (2)"),
            ("Dihitung terpisah: yang terbesar dan lainnya", "Dihitung terpisah yang"),
            ("a/b\\c[d]*?'", "a b c d"),
            ("", "-"),
            (":", "- (2)"),
        ];
        for (title, name) in cases {
            let taken = names.take(title);
            assert_eq!(taken, name, "{title:?}");
            assert!(taken.encode_utf16().count() <= LONGEST);
        }
        assert_eq!(names.take(&"会".repeat(40)).chars().count(), 31);
        assert_eq!(names.take(&"😀".repeat(40)).chars().count(), 15);
    }
}
