//! Telling words: those that tell one event of an activity from another.

/// Words in small letters, each once and in order. Their room is used again for the next text.
#[derive(Debug, Clone, Default)]
pub(super) struct TellingWords {
    /// The letters of all of them.
    letters: String,
    /// Where each stands in `letters`.
    spans: Vec<(usize, usize)>,
}

impl TellingWords {
    /// These words instead of those before, whatever their case.
    pub(super) fn read<'w>(&mut self, words: impl Iterator<Item = &'w str>) {
        self.clear();
        let (letters, spans) = (&mut self.letters, &mut self.spans);
        for word in words {
            let start = letters.len();
            if word.is_ascii() {
                letters.push_str(word);
            } else {
                letters.push_str(&word.to_lowercase());
            }
            spans.push((start, letters.len()));
        }
        letters.make_ascii_lowercase();
        let word = |span: &(usize, usize)| letters.as_bytes().get(span.0..span.1);
        spans.sort_unstable_by(|a, b| word(a).cmp(&word(b)));
        spans.dedup_by(|a, b| word(a) == word(b));
    }

    /// None any more.
    pub(super) fn clear(&mut self) {
        self.letters.clear();
        self.spans.clear();
    }

    /// How many.
    pub(super) fn len(&self) -> usize {
        self.spans.len()
    }

    /// True if there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// In order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.spans.iter().filter_map(|span| self.letters.get(span.0..span.1))
    }

    /// True if all are among others.
    pub(super) fn are_among(&self, others: &TellingWords) -> bool {
        let mut others = others.iter();
        self.iter().all(|word| others.any(|other| other == word))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_words_of_a_set(
            before in prop::collection::vec("[a-zÀ]{1,4}", 0..4),
            some in prop::collection::vec("[a-cA-C]{1,2}|[aAéÉİΣσ]{1,3}", 0..6),
            others in prop::collection::vec("[a-cA-C]{1,2}|[aAéÉİΣσ]{1,3}", 0..6),
        ) {
            let set = |words: &[String]| words.iter().map(|word| word.to_lowercase()).collect::<BTreeSet<_>>();
            let read = |words: &[String]| {
                let mut telling = TellingWords::default();
                telling.read(before.iter().map(String::as_str));
                telling.read(words.iter().map(String::as_str));
                telling
            };
            let (one, other) = (read(&some), read(&others));
            prop_assert!(one.iter().eq(set(&some).iter()), "{:?}", one);
            prop_assert_eq!((one.len(), one.is_empty()), (set(&some).len(), some.is_empty()));
            prop_assert_eq!(one.are_among(&other), set(&some).is_subset(&set(&others)));
        }
    }
}
