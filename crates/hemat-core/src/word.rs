//! Words of a text: runs of letters. Budget texts glue words together (`SnackWorkshop`), so a capital after a small
//! letter begins a word.

use std::ops::Range;

use crate::word_list::initials;

/// A word: letters only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word<'a> {
    pub(crate) text: &'a str,
    /// Its first byte in the text.
    pub(crate) start: usize,
    initials: u16,
}

impl Word<'_> {
    /// The byte behind its last.
    pub(crate) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// [`initials`], by which lists find it.
    pub(crate) fn initials(&self) -> u16 {
        self.initials
    }
}

/// The words of a text, in order.
pub(crate) fn words(text: &str) -> Words<'_> {
    Words { text, from: 0, ascii: text.is_ascii() }
}

/// See [`words`].
#[derive(Debug, Clone)]
pub(crate) struct Words<'a> {
    text: &'a str,
    from: usize,
    /// Most texts are ASCII, and read byte by byte.
    ascii: bool,
}

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;

    #[inline]
    fn next(&mut self) -> Option<Word<'a>> {
        let Range { start, end } = if self.ascii {
            next_of_bytes(self.text.as_bytes(), self.from)?
        } else {
            next_of_chars(self.text, self.from)?
        };
        let text = self.text.get(start..end)?;
        self.from = end;
        Some(Word { text, start, initials: initials(text) })
    }
}

/// Capitals, then small letters: a capital after a small letter is of the next word.
#[inline]
fn next_of_bytes(bytes: &[u8], from: usize) -> Option<Range<usize>> {
    let start = end_of_run(bytes, from, |byte| !byte.is_ascii_alphabetic());
    let capitals = end_of_run(bytes, start, |byte| byte.is_ascii_uppercase());
    let end = end_of_run(bytes, capitals, |byte| byte.is_ascii_lowercase());
    (start < end).then_some(start..end)
}

/// Where the bytes of a sort end that stand from a place on.
#[inline]
fn end_of_run(bytes: &[u8], mut at: usize, is_of_it: impl Fn(u8) -> bool) -> usize {
    while bytes.get(at).is_some_and(|byte| is_of_it(*byte)) {
        at += 1;
    }
    at
}

fn next_of_chars(text: &str, from: usize) -> Option<Range<usize>> {
    let text = text.get(from..)?;
    let start = text.find(char::is_alphabetic)?;
    let mut small = false;
    let length = text.get(start..)?.char_indices().find(|(_, c)| {
        let cut = !c.is_alphabetic() || (small && c.is_uppercase());
        small = c.is_lowercase();
        cut
    });
    let end = length.map_or(text.len(), |(length, _)| start + length);
    Some(from + start..from + end)
}

/// A text with its words, split once for all who ask. Its room is used again for the next text.
#[derive(Debug, Clone, Default)]
pub(crate) struct TextWords<'a> {
    text: &'a str,
    words: Vec<Word<'a>>,
}

impl<'a> TextWords<'a> {
    /// Those of a text.
    pub(crate) fn of(text: &'a str) -> Self {
        // A line has some ten.
        let mut own = TextWords { text: "", words: Vec::with_capacity(16) };
        own.read(text);
        own
    }

    /// Those of another text, in the same room.
    pub(crate) fn read(&mut self, text: &'a str) {
        self.text = text;
        self.words.clear();
        self.words.extend(words(text));
    }

    /// The text.
    pub(crate) fn text(&self) -> &'a str {
        self.text
    }

    /// Its words, in order.
    pub(crate) fn words(&self) -> &[Word<'a>] {
        &self.words
    }

    /// What stands before a word, or behind the last for the number of words: digits and signs stand nowhere else. Glued
    /// words have nothing between them.
    pub(crate) fn gap(&self, before: usize) -> Range<usize> {
        let word_before = before.checked_sub(1).and_then(|at| self.words.get(at));
        let word_behind = self.words.get(before);
        word_before.map_or(0, Word::end)..word_behind.map_or(self.text.len(), |word| word.start)
    }
}

/// Parts of words that are looked for in texts, whatever their case.
pub(crate) struct Parts<const N: usize> {
    parts: [&'static str; N],
    /// For every pair of letters: whether a part begins with it. One look tells most places of a text apart.
    begin: [bool; 1 << 10],
}

impl<const N: usize> Parts<N> {
    /// In small ASCII letters, two of them first.
    pub(crate) const fn new(parts: [&'static str; N]) -> Self {
        let mut begin = [false; 1 << 10];
        let mut at = 0;
        while at < N {
            let part = parts[at].as_bytes();
            begin[pair(part[0], part[1])] = true;
            at += 1;
        }
        Parts { parts, begin }
    }

    /// True if one of them stands somewhere in the text.
    pub(crate) fn stand_in(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        bytes.windows(2).enumerate().any(|(at, two)| {
            let &[first, second] = two else { return false };
            self.begin.get(pair(first, second)) == Some(&true) && self.stand_at(bytes, at)
        })
    }

    fn stand_at(&self, bytes: &[u8], at: usize) -> bool {
        self.parts.iter().any(|part| {
            let here = bytes.get(at..at + part.len());
            here.is_some_and(|here| here.eq_ignore_ascii_case(part.as_bytes()))
        })
    }
}

/// The number of two letters, of either case. Other bytes share their numbers, which costs a second look.
const fn pair(first: u8, second: u8) -> usize {
    ((first & 31) as usize) << 5 | (second & 31) as usize
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn capitals_and_signs_part_words() {
        let of = |text| words(text).map(|word| (word.start, word.text)).collect::<Vec<_>>();
        assert_eq!(of("SnackWorkshop 30 org"), [(0, "Snack"), (5, "Workshop"), (17, "org")]);
        assert_eq!(of("RPJMDes/é3Àb"), [(0, "RPJMDes"), (8, "é"), (11, "Àb")]);
        assert_eq!(of(" 12 "), []);
    }

    proptest! {
        #[test]
        fn words_and_gaps_are_the_text(text in "[ -~]{0,40}|[a-cA-C 1/é]{0,20}", before in "[a-c ]{0,9}") {
            let mut read = TextWords::of(&before);
            read.read(&text);
            let texts: Vec<_> = read.words().iter().map(|word| word.text).chain([""]).collect();
            let gaps: Vec<_> = (0..texts.len()).map(|before| &text[read.gap(before)]).collect();
            prop_assert!(gaps.iter().all(|gap| !gap.contains(char::is_alphabetic)), "{:?}", gaps);
            prop_assert_eq!(gaps.into_iter().zip(texts).flat_map(|(gap, word)| [gap, word]).collect::<String>(), text);
        }

        #[test]
        fn bytes_and_characters_give_the_same_words(text in "[ -~]{0,40}|[a-cA-C 1/é]{0,20}") {
            let by_bytes: Vec<_> = words(&text).collect();
            let by_chars: Vec<_> = Words { text: &text, from: 0, ascii: false }.collect();
            prop_assert_eq!(by_bytes, by_chars);
        }

        #[test]
        fn parts_are_found_wherever_they_stand(text in "[a-dA-D @`]{0,30}|[ -~é]{0,30}") {
            const PARTS: Parts<5> = Parts::new(["ab", "ba c", "cab", "dd", "bbb"]);
            let small = text.to_ascii_lowercase();
            prop_assert_eq!(PARTS.stand_in(&text), PARTS.parts.iter().any(|part| small.contains(part)), "{:?}", text);
        }
    }
}
