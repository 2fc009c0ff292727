//! The trail of one answer (`--why`): what was read, which rule decided, what was passed over and why.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::classify::automaton::{Hit, Sink};
use crate::classify::compile::{ACCOUNT, ACTIVITY, Conditions, HEADING, LINE, Term};
use crate::classify::engine::{Classifier, fields_of};
use crate::classify::marker::Seen;
use crate::classify::{Classification, LineText};

/// A field of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LineField {
    /// Account name.
    Account,
    /// Activity.
    Activity,
    /// Heading.
    Heading,
    /// The line's own text.
    Line,
}

/// A word or phrase that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordHit {
    /// Where.
    pub field: LineField,
    /// What it counts as: `@concept`, `account:@group`, or a rule's own word.
    pub concept: String,
    /// Its bytes in the field.
    pub span: Range<usize>,
    /// The text itself.
    pub text: String,
}

/// Why a rule did not decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PassedBecause {
    /// One of its conditions was not met; the terms that could have met it.
    Missing(String),
    /// This was found, and the rule excludes it.
    Excluded(String),
    /// It fits too, but stands after the rule that decided.
    Later,
}

/// A rule that came into question and did not decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedOver {
    /// Its name.
    pub rule: Cow<'static, str>,
    /// Why.
    pub because: PassedBecause,
}

/// How an answer came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trail {
    /// The answer.
    pub classification: Classification,
    /// Everything that was found, in the order of fields and text.
    pub words: Vec<WordHit>,
    /// Account groups of the line, from its name or its code.
    pub account_groups: Vec<String>,
    /// The row of the places' table that told the venue kind; `None` where the rule itself says it.
    pub place_rule: Option<&'static str>,
    /// Rules that came into question, in order.
    pub passed_over: Vec<PassedOver>,
}

/// Collects hits with their places in the text.
#[derive(Default)]
struct Spans {
    offsets: Vec<usize>,
    hits: Vec<(u16, usize, usize)>,
}

impl Sink for Spans {
    fn symbol(&mut self, offset: usize) {
        self.offsets.push(offset);
    }
    fn hit(&mut self, hit: Hit) {
        let end = self.offsets.len();
        self.hits.push((hit.concept, end.saturating_sub(hit.len as usize), end));
    }
}

impl Classifier {
    /// The answer of [`Classifier::classify`] with everything that led to it. Slower; for people.
    #[must_use]
    pub fn explain(&self, text: &LineText<'_>) -> Trail {
        let classification = self.classify(text);
        let (seen, candidates) = self.look_at(text);
        let decided = self.rules.iter().position(|r| r.rule.name == classification.reason);
        let mut passed_over = Vec::new();
        for (index, rule) in self.rules.iter().enumerate() {
            let in_question = candidates.get(index / 64).is_some_and(|w| w >> (index % 64) & 1 == 1)
                && Some(index) != decided;
            // The rule for everything else is not worth a word.
            if !in_question || rule.conditions.clauses.is_empty() {
                continue;
            }
            let because = match self.obstacle(&rule.conditions, &seen) {
                Some(obstacle) if decided.is_none_or(|d| index < d) => obstacle,
                None => PassedBecause::Later,
                Some(_) => continue,
            };
            passed_over.push(PassedOver { rule: rule.rule.name.clone(), because });
        }
        Trail {
            words: self.words_of(text),
            account_groups: self.groups_of(&seen),
            place_rule: decided.and_then(|d| self.place_of(&self.rules.get(d)?.rule, &seen)?.1),
            passed_over,
            classification,
        }
    }

    fn obstacle(&self, conditions: &Conditions, seen: &Seen) -> Option<PassedBecause> {
        if let Some(clause) = conditions.clauses.iter().find(|c| !seen.any(c)) {
            let terms: Vec<String> = clause.iter().map(|t| self.term_name(*t)).collect();
            return Some(PassedBecause::Missing(terms.join(" | ")));
        }
        let excluded = conditions.unless.iter().find(|t| seen.has(**t))?;
        Some(PassedBecause::Excluded(self.term_name(*excluded)))
    }

    fn term_name(&self, term: Term) -> String {
        let name = self.name(term.concept);
        let field = match term.fields {
            _ if name.starts_with("account:") => "",
            LINE => "line:",
            HEADING => "heading:",
            ACTIVITY => "activity:",
            ACCOUNT => "account:",
            f if f == LINE | HEADING => "",
            f if f == HEADING | ACTIVITY => "context:",
            _ => "any:",
        };
        format!("{field}{name}")
    }

    fn name(&self, concept: u16) -> &str {
        self.program.names.get(concept as usize).map_or("", String::as_str)
    }

    fn groups_of(&self, seen: &Seen) -> Vec<String> {
        let (from, to) = self.program.groups;
        (from..to)
            .filter(|c| seen.has(Term { concept: *c, fields: ACCOUNT }))
            .map(|c| self.name(c).to_owned())
            .collect()
    }

    fn words_of(&self, text: &LineText<'_>) -> Vec<WordHit> {
        let fields = [LineField::Account, LineField::Activity, LineField::Heading, LineField::Line];
        let (groups_from, groups_to) = self.program.groups;
        let mut words = Vec::new();
        for ((content, bits), field) in fields_of(text).into_iter().zip(fields) {
            let mut spans = Spans::default();
            self.program.automaton.scan(content, &mut spans);
            let mut found = BTreeSet::new();
            for (concept, from, to) in spans.hits {
                // A group's words count in the account alone.
                if (groups_from..groups_to).contains(&concept) && bits & ACCOUNT == 0 {
                    continue;
                }
                let start = spans.offsets.get(from).copied().unwrap_or(0);
                let end = spans.offsets.get(to).copied().unwrap_or(content.len()).min(content.len());
                if let Some(part) = content.get(start..end) {
                    let trimmed = part.trim_matches(|c: char| !c.is_alphabetic());
                    let lead = part.len() - part.trim_start_matches(|c: char| !c.is_alphabetic()).len();
                    let start = start + lead;
                    found.insert((start, start + trimmed.len(), concept));
                }
            }
            words.extend(found.into_iter().map(|(start, end, concept)| WordHit {
                field,
                concept: self.name(concept).to_owned(),
                span: start..end,
                text: content.get(start..end).unwrap_or("").to_owned(),
            }));
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_trail_names_words_rule_and_what_was_passed_over() {
        let line = LineText {
            account_name: "Belanja Perjalanan Dinas Biasa",
            description: "Biaya hotel peserta luar kota 2 malam",
            ..LineText::default()
        };
        let trail = Classifier::builtin().explain(&line);
        assert_eq!(trail.classification, Classifier::builtin().classify(&line));
        assert!(trail.account_groups.contains(&"account:@travel".to_owned()), "{trail:?}");
        let hotel = trail.words.iter().find(|w| w.concept == "@hotel").unwrap();
        assert_eq!((hotel.text.as_str(), &line.description[hotel.span.clone()]), ("hotel", "hotel"));
        assert!(
            trail.passed_over.iter().any(|p| p.because == PassedBecause::Later && p.rule == "travel-account")
        );
        assert!(trail.passed_over.iter().any(|p| matches!(p.because, PassedBecause::Missing(_))));
    }

    #[test]
    fn every_span_is_text_of_its_field() {
        for description in ["sewaRuang rapat2 hari", "\u{201c}Aula\u{201d} n\u{e9}on hotel", "", "0rg h0tel"]
        {
            let line = LineText { description, ..LineText::default() };
            for word in Classifier::builtin().explain(&line).words {
                assert_eq!(line.description.get(word.span), Some(word.text.as_str()));
            }
        }
    }
}
