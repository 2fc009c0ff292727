//! Lists of words that the words of texts are looked up in, whatever their case. Most words of a text are in no list, and
//! their first letters tell.

use crate::word::Word;

/// The initials of all words are below this.
const INITIALS: usize = 1 << 10;

/// The first three letters of a word as a number, whatever the case. Words with other letters may have the same number,
/// which costs a second look.
pub(crate) const fn initials(word: &str) -> u16 {
    let (first, second, third) = match *word.as_bytes() {
        [] => (0, 0, 0),
        [first] => (first, 0, 0),
        [first, second] => (first, second, 0),
        [first, second, third, ..] => (first, second, third),
    };
    const fn letter(byte: u8) -> u16 {
        (byte & 31) as u16
    }
    letter(first) << 5 ^ letter(second) << 2 ^ letter(third)
}

/// Words in small ASCII letters, each with what it tells.
pub(crate) struct WordList<T, const N: usize> {
    entries: [(&'static str, T); N],
    /// For all initials: the place of the first entry with them, from 1; 0 for none.
    first: [u8; INITIALS],
    /// For every entry: the place of the next one with its initials.
    next: [u8; N],
}

impl<const N: usize> WordList<(), N> {
    /// Words that tell no more than that they are in the list.
    pub(crate) const fn of(words: [&'static str; N]) -> Self {
        let mut entries = [("", ()); N];
        let mut at = 0;
        while at < N {
            entries[at].0 = words[at];
            at += 1;
        }
        WordList::new(entries)
    }
}

impl<T, const N: usize> WordList<T, N> {
    /// At most 255 words.
    pub(crate) const fn new(entries: [(&'static str, T); N]) -> Self {
        assert!(N <= u8::MAX as usize, "places are bytes");
        let (mut first, mut next) = ([0; INITIALS], [0; N]);
        let mut place = N;
        while place > 0 {
            let initials = initials(entries[place - 1].0) as usize;
            next[place - 1] = first[initials];
            first[initials] = place as u8;
            place -= 1;
        }
        WordList { entries, first, next }
    }

    /// True for a word of the list.
    pub(crate) fn holds(&self, word: &Word<'_>) -> bool {
        self.get(word).is_some()
    }

    /// What a word tells.
    pub(crate) fn get(&self, word: &Word<'_>) -> Option<&T> {
        self.find(word.text, word.initials())
    }

    /// What a text tells that is one word.
    pub(crate) fn get_text(&self, text: &str) -> Option<&T> {
        self.find(text, initials(text))
    }

    fn find(&self, text: &str, initials: u16) -> Option<&T> {
        let mut alike = self.with_initials(initials);
        alike.find(|(word, _)| text.eq_ignore_ascii_case(word)).map(|(_, tells)| tells)
    }

    /// The first word of the list that a word begins with, by what it tells, and the rest of the word. For lists whose
    /// words have three letters at least.
    pub(crate) fn begun<'a>(&self, word: &Word<'a>) -> Option<(&T, &'a str)> {
        self.with_initials(word.initials()).find_map(|(begin, tells)| {
            let (head, rest) = word.text.split_at_checked(begin.len())?;
            head.eq_ignore_ascii_case(begin).then_some((tells, rest))
        })
    }

    /// All words with what they tell.
    #[cfg(test)]
    pub(crate) fn entries(&self) -> &[(&'static str, T)] {
        &self.entries
    }

    fn with_initials(&self, initials: u16) -> impl Iterator<Item = &(&'static str, T)> {
        let mut place = self.first.get(usize::from(initials)).copied().unwrap_or(0);
        std::iter::from_fn(move || {
            let at = usize::from(place).checked_sub(1)?;
            place = self.next.get(at).copied()?;
            self.entries.get(at)
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::word::words;

    const ENTRIES: [(&str, u8); 9] = [
        ("rapat", 1),
        ("rap", 2),
        ("rapa", 3),
        ("x", 4),
        ("di", 5),
        ("dinas", 6),
        ("din", 7),
        // The same initials as those of `rap`.
        ("rcx", 8),
        ("orang", 9),
    ];
    static LIST: WordList<u8, 9> = WordList::new(ENTRIES);
    static LONG: WordList<u8, 6> =
        WordList::new([ENTRIES[0], ENTRIES[1], ENTRIES[2], ENTRIES[5], ENTRIES[7], ENTRIES[8]]);

    #[test]
    fn words_with_the_same_initials_are_told_apart() {
        assert_eq!(initials("rapat"), initials("RCX"));
        assert_eq!(initials("rcx"), initials("RCXY"));
        let of = |text| words(text).map(|word| LIST.get(&word).copied()).collect::<Vec<_>>();
        assert_eq!(of("Rapat RAP rcx raq Di X y"), [Some(1), Some(2), Some(8), None, Some(5), Some(4), None]);
    }

    proptest! {
        #[test]
        fn a_look_by_initials_finds_what_a_look_at_all_finds(
            text in "[ -~]{0,30}|((rap|rapat|di|din|dinas|x|rcx|RAP|Dinas|Orang|ORANG|é|ſ|K|a|0)( |/|)){0,8}",
        ) {
            for word in words(&text) {
                let same = ENTRIES.iter().find(|(entry, _)| word.text.eq_ignore_ascii_case(entry));
                prop_assert_eq!(LIST.get(&word), same.map(|(_, tells)| tells), "{:?}", word);
                let begins = LONG.entries.iter().find_map(|(entry, tells)| {
                    let head = word.text.get(..entry.len())?;
                    head.eq_ignore_ascii_case(entry).then_some((tells, &word.text[entry.len()..]))
                });
                prop_assert_eq!(LONG.begun(&word), begins, "{:?}", word);
            }
        }
    }
}
