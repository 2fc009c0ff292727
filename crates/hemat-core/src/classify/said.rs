//! What the texts of a line say to the rules, each by itself, and kept: budgets repeat their accounts and activities, and
//! a text that comes again need not be read again. The same answers as [`Classifier::classify`], where the texts can be
//! read apart.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::FixedState;

use crate::classify::compile::{ACCOUNT, ACTIVITY, MAX_RULES};
use crate::classify::engine::Classifier;
use crate::classify::marker::{Marker, Seen};
use crate::classify::{Classification, LineText};
use crate::cost_line::CostLine;

/// What some of a line's texts say: the concepts found, and the rules that these make possible.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Said {
    /// Concept and the fields it was found in, ascending.
    found: Box<[(u16, u8)]>,
    candidates: [u64; MAX_RULES / 64],
}

impl Said {
    fn of(seen: &Seen, candidates: [u64; MAX_RULES / 64]) -> Self {
        const MANY: usize = 32;
        let mut found = Vec::new();
        // Few of a thousand concepts are found: many are passed over at a time.
        for (nth, fields) in seen.fields.chunks(MANY).enumerate() {
            if fields == [0; MANY] {
                continue;
            }
            let each = fields.iter().enumerate().filter(|(_, fields)| **fields != 0);
            found.extend(each.map(|(at, fields)| ((nth * MANY + at) as u16, *fields)));
        }
        Said { found: found.into(), candidates }
    }

    /// What two texts say together.
    #[must_use]
    pub fn and(&self, other: &Said) -> Said {
        let mut found: Vec<(u16, u8)> = Vec::with_capacity(self.found.len() + other.found.len());
        let (mut own, mut others) = (self.found.iter().peekable(), other.found.iter().peekable());
        while let Some((concept, fields)) = match (own.peek(), others.peek()) {
            (Some(a), Some(b)) if b.0 < a.0 => others.next(),
            (Some(_), _) => own.next(),
            (None, _) => others.next(),
        } {
            match found.last_mut() {
                Some((last, known)) if last == concept => *known |= fields,
                _ => found.push((*concept, *fields)),
            }
        }
        let mut candidates = self.candidates;
        for (word, more) in candidates.iter_mut().zip(&other.candidates) {
            *word |= more;
        }
        Said { found: found.into(), candidates }
    }
}

impl Classifier {
    /// What an account says by its code and its name, which must not be empty: without a name, other texts of the line
    /// stand for it.
    #[must_use]
    pub fn said_by_account(&self, code: &str, name: &str) -> Said {
        let (seen, candidates) = self.look_at_account(code, name);
        Said::of(&seen, candidates)
    }

    /// What a line's own words say: its heading and its description, which must not be the account's name.
    #[must_use]
    pub fn said_by_words(&self, heading: &str, description: &str) -> Said {
        let (seen, candidates) = self.look_at_line(heading, description);
        Said::of(&seen, candidates)
    }

    /// True if a line of the account is about no event whatever else it says: the class of its account decides.
    #[must_use]
    pub fn is_settled(&self, account: &Said) -> bool {
        let p = &self.program;
        let classes = [p.revenue, p.capital, p.personnel, p.transfer, p.financing];
        account.found.iter().any(|(concept, fields)| classes.contains(concept) && fields & ACCOUNT != 0)
    }

    /// What an activity says.
    #[must_use]
    pub fn said_by_activity(&self, activity: &str) -> Said {
        let (seen, candidates) = self.look_at_words(activity, ACTIVITY);
        Said::of(&seen, candidates)
    }

    /// What a line is, from what its account, its words and its activity say.
    #[must_use]
    pub fn classify_said(&self, parts: &[&Said]) -> Classification {
        let marker = self.marked(parts);
        self.decide(&marker.seen, &marker.candidates)
    }

    /// [`Classifier::classify_said`] with the line's own words, read as [`Classifier::said_by_words`] does.
    #[must_use]
    pub fn classify_words(&self, parts: &[&Said], heading: &str, description: &str) -> Classification {
        let mut marker = self.marked(parts);
        marker.read_line(heading, description);
        self.decide(&marker.seen, &marker.candidates)
    }

    fn marked(&self, parts: &[&Said]) -> Marker<'_> {
        let mut marker = Marker::new(self);
        for part in parts {
            for (concept, fields) in &part.found {
                if let Some(place) = marker.seen.fields.get_mut(*concept as usize) {
                    *place |= fields;
                }
            }
            for (word, more) in marker.candidates.iter_mut().zip(&part.candidates) {
                *word |= more;
            }
        }
        marker
    }
}

/// Tells what the lines of one file are, one after the other. A file repeats its accounts and activities: each is read
/// once.
pub struct LineClassifier<'a> {
    classifier: &'a Classifier,
    /// By code and name.
    accounts: HashMap<(Arc<str>, Arc<str>), Said, FixedState>,
    /// Of the line before.
    activity: Option<(Arc<str>, Said)>,
}

impl<'a> LineClassifier<'a> {
    /// One that has read nothing.
    #[must_use]
    pub fn new(classifier: &'a Classifier) -> Self {
        LineClassifier { classifier, accounts: HashMap::default(), activity: None }
    }

    /// The same answer as [`Classifier::classify`].
    pub fn classify(&mut self, line: &CostLine) -> Classification {
        let context = &*line.context;
        let name = &context.account_name;
        if name.is_empty() || line.description == *name {
            return self.classifier.classify(&LineText::of(line));
        }
        let classifier = self.classifier;
        let code = context.account.as_ref().map(|a| Arc::clone(&a.code)).unwrap_or_default();
        let of_account = |(code, name): &(Arc<str>, Arc<str>)| classifier.said_by_account(code, name);
        let account = self.accounts.entry((code, Arc::clone(name))).or_insert_with_key(of_account);
        let known = self.activity.take().filter(|(known, _)| *known == context.activity);
        let (_, activity) = self.activity.insert(known.unwrap_or_else(|| {
            (Arc::clone(&context.activity), classifier.said_by_activity(&context.activity))
        }));
        let parts: [&Said; 2] = [account, activity];
        classifier.classify_words(&parts, &line.heading, &line.description)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::account::AccountCode;
    use crate::cost_line::LineContext;
    use crate::money::Rupiah;
    use crate::source::RowRef;

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

    fn line(code: &str, name: &str, activity: &str, heading: &str, description: &str) -> CostLine {
        let account = AccountCode { code: code.into(), scheme: None, class: None };
        let context = LineContext {
            activity: activity.into(),
            account: (!code.is_empty()).then_some(account),
            account_name: name.into(),
            ..LineContext::default()
        };
        CostLine {
            row: RowRef { file: "a.csv".into(), row: 1, part: None },
            account_row: 1,
            context: context.into(),
            heading: heading.into(),
            description: description.into(),
            quantity: None,
            unit: "".into(),
            unit_price: None,
            amount: Rupiah::ZERO,
            amount_before: None,
            date: None,
            package: "".into(),
        }
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
            if !name.is_empty() && name != description {
                let account = classifier.said_by_account(code, &name);
                let words = classifier.said_by_words(&heading, &description);
                let said = classifier.classify_said(&[&account, &words, &classifier.said_by_activity(&activity)]);
                prop_assert_eq!(&said, &whole);
                let both = classifier.classify_said(&[&account.and(&words), &classifier.said_by_activity(&activity)]);
                prop_assert_eq!(&both, &whole);
                if classifier.is_settled(&account) {
                    prop_assert_eq!(whole.cost_kind, crate::kind::CostKind::NotEvent);
                }
            }
        }

        #[test]
        fn lines_one_after_the_other_get_the_same_answers(
            rows in prop::collection::vec(
                (prop::sample::select(&CODES[..]), words(), words(), words(), words()), 1..20),
        ) {
            let classifier = Classifier::builtin();
            let mut of_file = LineClassifier::new(classifier);
            for (code, name, activity, heading, description) in rows {
                let line = line(code, &name, &activity, &heading, &description);
                prop_assert_eq!(of_file.classify(&line), classifier.classify(&LineText::of(&line)));
            }
        }
    }
}
