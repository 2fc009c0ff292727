//! What the texts of a line say to the rules, kept: budgets repeat their texts, and a text that comes again need not
//! be read again. The same answers as [`Classifier::classify`], for lines with an account name.

use crate::classify::compile::{ACCOUNT, ACTIVITY, MAX_CONCEPTS, MAX_RULES};
use crate::classify::engine::{Classifier, Seen};
use crate::classify::{Classification, LineText};

/// What some of a line's texts say: the concepts found, and the rules that these make possible.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Said {
    /// Concept and the fields it was found in, ascending.
    found: Box<[(u16, u8)]>,
    candidates: [u64; MAX_RULES / 64],
}

impl Said {
    fn of(seen: &Seen, candidates: [u64; MAX_RULES / 64]) -> Self {
        let mut found = Vec::new();
        // Few of a thousand concepts are found: eight are passed over at a time.
        for (eight, fields) in seen.fields.chunks(8).enumerate() {
            if fields == [0; 8] {
                continue;
            }
            let each = fields.iter().enumerate().filter(|(_, fields)| **fields != 0);
            found.extend(each.map(|(at, fields)| ((eight * 8 + at) as u16, *fields)));
        }
        Said { found: found.into(), candidates }
    }

    /// True if the text says nothing to any rule.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.found.is_empty()
    }
}

impl Classifier {
    /// What a line's texts say without its activity. `None` where the activity would be read together with the other
    /// texts, so that they cannot be kept apart: there is no account name, or the line repeats it.
    #[must_use]
    pub fn said_by_line(&self, text: &LineText<'_>) -> Option<Said> {
        if text.account_name.is_empty() || text.description == text.account_name {
            return None;
        }
        let (seen, candidates) = self.look_at(&LineText { activity: "", ..*text });
        Some(Said::of(&seen, candidates))
    }

    /// True if the line is about no event whatever its activity says: the class of its account decides.
    #[must_use]
    pub fn is_settled(&self, line: &Said) -> bool {
        let p = &self.program;
        let classes = [p.revenue, p.capital, p.personnel, p.transfer, p.financing];
        line.found.iter().any(|(concept, fields)| classes.contains(concept) && fields & ACCOUNT != 0)
    }

    /// What an activity says.
    #[must_use]
    pub fn said_by_activity(&self, activity: &str) -> Said {
        let (seen, candidates) = self.look_at_words(activity, ACTIVITY);
        Said::of(&seen, candidates)
    }

    /// What a line is, from what its texts and its activity say.
    #[must_use]
    pub fn classify_said(&self, line: &Said, activity: &Said) -> Classification {
        let mut seen = Seen { fields: [0; MAX_CONCEPTS] };
        for (concept, fields) in line.found.iter().chain(&activity.found) {
            if let Some(place) = seen.fields.get_mut(*concept as usize) {
                *place |= fields;
            }
        }
        let mut candidates = line.candidates;
        for (word, more) in candidates.iter_mut().zip(&activity.candidates) {
            *word |= more;
        }
        self.decide(&seen, &candidates)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const WORDS: [&str; 24] = [
        "Belanja",
        "Sewa",
        "Hotel",
        "Makanan",
        "Rapat",
        "Sosialisasi",
        "Perjalanan",
        "Dinas",
        "Paket",
        "fullday",
        "Aula",
        "Honorarium",
        "narasumber",
        "Pajak",
        "Modal",
        "gedung",
        "ATK",
        "peserta",
        "transport",
        "Pembangunan",
        "kursi",
        "spanduk",
        "Pelatihan",
        "monitoring",
    ];
    const CODES: [&str; 8] = [
        "",
        "5.1.02.02.05.0043",
        "5.1.02.01.01.0052",
        "5.2.02.05.02.0004",
        "5.2.2.11.02",
        "4.1.1.01",
        "5.1.02.04.01.0001",
        "524114",
    ];

    fn words() -> impl Strategy<Value = String> {
        prop::collection::vec(prop::sample::select(&WORDS[..]), 0..5).prop_map(|w| w.join(" "))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn texts_read_apart_give_the_same_answer(
            code in prop::sample::select(&CODES[..]),
            name in words(), activity in words(), heading in words(), description in words(),
        ) {
            let classifier = Classifier::builtin();
            let text = LineText {
                account_code: code, account_name: &name, activity: &activity, heading: &heading, description: &description,
            };
            let whole = classifier.classify(&text);
            if let Some(line) = classifier.said_by_line(&text) {
                prop_assert_eq!(&classifier.classify_said(&line, &classifier.said_by_activity(&activity)), &whole);
                if classifier.is_settled(&line) {
                    prop_assert_eq!(whole.cost_kind, crate::kind::CostKind::NotEvent);
                }
            }
        }
    }
}
