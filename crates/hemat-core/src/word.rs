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

/// Small and capital letters among the bytes.
const SMALL: u8 = 1;
const CAPITAL: u8 = 2;
static LETTERS: [u8; 256] = {
    let mut letters = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_lowercase() {
            letters[byte as usize] = SMALL;
        } else if byte.is_ascii_uppercase() {
            letters[byte as usize] = CAPITAL;
        }
        byte += 1;
    }
    letters
};

fn next_of_bytes(text: &str) -> Option<(usize, usize)> {
    let letter = |byte: &u8| LETTERS.get(usize::from(*byte)).copied().unwrap_or(0);
    let start = text.bytes().position(|byte| letter(&byte) != 0)?;
    let mut before = 0;
    let length = text.as_bytes().get(start..)?.iter().position(|byte| {
        let now = letter(byte);
        now == 0 || (std::mem::replace(&mut before, now) == SMALL && now == CAPITAL)
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

/// Parts of words that are looked for in texts, whatever their case.
pub(crate) struct Parts<const N: usize> {
    parts: [&'static str; N],
    /// For every pair of letters, a bit: whether a part begins with it. One look tells most places of a text apart.
    begin: [u64; 16],
}

impl<const N: usize> Parts<N> {
    /// In small ASCII letters, two of them first.
    pub(crate) const fn new(parts: [&'static str; N]) -> Self {
        let mut begin = [0; 16];
        let mut at = 0;
        while at < N {
            let part = parts[at].as_bytes();
            let (place, bit) = place_of(part[0], part[1]);
            begin[place] |= bit;
            at += 1;
        }
        Parts { parts, begin }
    }

    /// True if one of them stands somewhere in the text.
    pub(crate) fn stand_in(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        bytes.iter().zip(bytes.iter().skip(1)).enumerate().any(|(at, (first, second))| {
            let (place, bit) = place_of(*first, *second);
            self.begin.get(place).is_some_and(|begin| begin & bit != 0)
                && self.parts.iter().any(|part| {
                    let here = bytes.get(at..at + part.len());
                    here.is_some_and(|here| here.eq_ignore_ascii_case(part.as_bytes()))
                })
        })
    }
}

/// The bit of two letters, of either case. Other bytes share their bits, which costs a second look.
const fn place_of(first: u8, second: u8) -> (usize, u64) {
    let pair = (((first & 31) as usize) << 5) | (second & 31) as usize;
    (pair >> 6, 1 << (pair & 63))
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
        fn parts_are_found_wherever_they_stand(text in "[a-dA-D @`]{0,30}|[ -~é]{0,30}") {
            const PARTS: Parts<5> = Parts::new(["ab", "ba c", "cab", "dd", "bbb"]);
            let small = text.to_ascii_lowercase();
            prop_assert_eq!(PARTS.stand_in(&text), PARTS.parts.iter().any(|part| small.contains(part)), "{:?}", text);
        }
    }
}
