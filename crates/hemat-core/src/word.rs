//! Words of a text: runs of letters. Budget texts glue words together (`SnackWorkshop`), so a capital after a small
//! letter begins a word.

/// A word: letters only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word<'a> {
    pub(crate) text: &'a str,
    /// Its first byte in the text.
    pub(crate) start: usize,
}

impl Word<'_> {
    /// True for this word, whatever the case; `word` is in small ASCII letters.
    pub(crate) fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    /// True for one of these words.
    pub(crate) fn is_in(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(word))
    }

    /// The byte behind its last.
    pub(crate) fn end(&self) -> usize {
        self.start + self.text.len()
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

    fn next(&mut self) -> Option<Word<'a>> {
        let rest = self.text.get(self.from..)?;
        let (start, end) = if self.ascii { next_of_bytes(rest)? } else { next_of_chars(rest)? };
        let word = Word { text: rest.get(start..end)?, start: self.from + start };
        self.from += end;
        Some(word)
    }
}

fn next_of_bytes(text: &str) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let start = bytes.iter().position(u8::is_ascii_alphabetic)?;
    let mut small = false;
    let length = bytes.get(start..)?.iter().position(|byte| {
        let cut = !byte.is_ascii_alphabetic() || (small && byte.is_ascii_uppercase());
        small = byte.is_ascii_lowercase();
        cut
    });
    Some((start, length.map_or(text.len(), |length| start + length)))
}

fn next_of_chars(text: &str) -> Option<(usize, usize)> {
    let start = text.find(char::is_alphabetic)?;
    let mut small = false;
    let length = text.get(start..)?.char_indices().find(|(_, c)| {
        let cut = !c.is_alphabetic() || (small && c.is_uppercase());
        small = c.is_lowercase();
        cut
    });
    Some((start, length.map_or(text.len(), |(length, _)| start + length)))
}

/// True if one of these parts of words, which begin with a small ASCII letter, stands somewhere in the text, whatever the case.
pub(crate) fn mentions(text: &str, parts: &[&str]) -> bool {
    let bytes = text.as_bytes();
    let letter = |byte: u8| u32::from((byte | 0x20).wrapping_sub(b'a'));
    let begin =
        |part: &&str| part.bytes().next().map_or(0, |byte| 1_u32.checked_shl(letter(byte)).unwrap_or(0));
    let firsts = parts.iter().fold(0, |all, part| all | begin(part));
    bytes.iter().enumerate().any(|(at, byte)| {
        // One look tells most places apart from the first letters of all parts.
        firsts.checked_shr(letter(*byte)).is_some_and(|first| first & 1 == 1)
            && parts.iter().any(|part| {
                let here = bytes.get(at..at + part.len());
                here.is_some_and(|here| here.eq_ignore_ascii_case(part.as_bytes()))
            })
    })
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
        fn bytes_and_characters_give_the_same_words(text in "[ -~]{0,40}|[a-cA-C 1/é]{0,20}") {
            let by_bytes: Vec<_> = words(&text).collect();
            let by_chars: Vec<_> = Words { text: &text, from: 0, ascii: false }.collect();
            prop_assert_eq!(by_bytes, by_chars);
        }

        #[test]
        fn parts_are_found_wherever_they_stand(text in "[a-dA-D @`]{0,30}", parts in prop::collection::vec("[a-d][a-d ]{0,3}", 0..4)) {
            let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
            let small = text.to_ascii_lowercase();
            prop_assert_eq!(mentions(&text, &parts), parts.iter().any(|part| small.contains(part)), "{:?} {:?}", text, parts);
        }
    }
}
