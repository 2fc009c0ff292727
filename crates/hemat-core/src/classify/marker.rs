//! What is found in a line's texts, and the rules that it makes possible.

use crate::classify::automaton::{Hit, Sink};
use crate::classify::compile::{Conditions, HEADING, LINE, MAX_CONCEPTS, MAX_RULES, Term};
use crate::classify::engine::Classifier;

/// So many semicolons or line breaks make a list of things.
const MANY_PARTS: usize = 3;

/// What was found in a line: for every concept the fields it was found in.
pub(super) struct Seen {
    pub(super) fields: [u8; MAX_CONCEPTS],
}

impl Seen {
    pub(super) fn has(&self, term: Term) -> bool {
        self.fields.get(term.concept as usize).is_some_and(|f| f & term.fields != 0)
    }

    pub(super) fn any(&self, terms: &[Term]) -> bool {
        terms.iter().any(|t| self.has(*t))
    }

    pub(super) fn meets(&self, conditions: &Conditions) -> bool {
        conditions.clauses.iter().all(|c| self.any(c)) && !self.any(&conditions.unless)
    }
}

/// Marks what a scan finds, and which rules that makes possible.
pub(super) struct Marker<'a> {
    pub(super) seen: Seen,
    pub(super) candidates: [u64; MAX_RULES / 64],
    field: u8,
    classifier: &'a Classifier,
}

impl<'a> Marker<'a> {
    pub(super) fn new(classifier: &'a Classifier) -> Self {
        let seen = Seen { fields: [0; MAX_CONCEPTS] };
        Marker { seen, candidates: classifier.always, field: 0, classifier }
    }

    /// Marks what a text says that stands in a field.
    pub(super) fn read(&mut self, words: &str, field: u8) {
        if !words.is_empty() {
            self.field = field;
            self.classifier.program.automaton.scan(words, self);
        }
    }

    /// Marks what a line's own words say.
    pub(super) fn read_line(&mut self, heading: &str, description: &str) {
        self.read(heading, HEADING);
        self.read(description, LINE);
        self.count_parts(description);
    }

    /// Marks a list of things. Exports write line breaks as such, or as the two letters of their escape.
    pub(super) fn count_parts(&mut self, description: &str) {
        // Most texts have none of these signs. They are counted so few at a time that a byte holds the number.
        let few = description.as_bytes().chunks(usize::from(u8::MAX));
        let signs =
            few.map(|few| few.iter().map(|b| u8::from(matches!(b, b';' | b'\n' | b'\\'))).sum::<u8>());
        if signs.map(usize::from).sum::<usize>() < MANY_PARTS {
            return;
        }
        let breaks = description.bytes().filter(|b| matches!(b, b';' | b'\n')).count();
        if breaks + description.matches("\\n").count() >= MANY_PARTS {
            self.mark(self.classifier.program.many_parts, LINE);
        }
    }

    pub(super) fn mark(&mut self, concept: u16, field: u8) {
        let Some(fields) = self.seen.fields.get_mut(concept as usize) else { return };
        let new = *fields == 0;
        *fields |= field;
        if new && let Some(&(from, to)) = self.classifier.key_spans.get(concept as usize) {
            for &rule in self.classifier.keyed.get(from as usize..to as usize).unwrap_or(&[]) {
                if let Some(word) = self.candidates.get_mut(rule as usize / 64) {
                    *word |= 1 << (rule % 64);
                }
            }
        }
    }
}

impl Sink for Marker<'_> {
    #[inline]
    fn symbol(&mut self, _: usize) {}
    #[inline]
    fn hit(&mut self, hit: Hit) {
        self.mark(hit.concept, self.field);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_list_has_three_breaks(text in r"[;n\\\n aé]{0,9}|(a{0,200}[;n\\\n]){0,4}") {
            let mut marker = Marker::new(Classifier::builtin());
            marker.count_parts(&text);
            let many = Term { concept: marker.classifier.program.many_parts, fields: LINE };
            let parts = text.replace("\\n", ";").replace('\n', ";").matches(';').count();
            prop_assert_eq!(marker.seen.has(many), parts >= 3, "{:?}", text);
        }
    }
}
