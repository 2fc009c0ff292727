//! The classifier: reads each field once, then takes the first rule that fits.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::classify::account::{Levels, Scheme, read_levels};
use crate::classify::compile::{
    ACCOUNT, ACTIVITY, Compiler, Conditions, HEADING, LINE, MAX_RULES, Program, Term, check_names, table_rows,
};
use crate::classify::marker::{Marker, Seen};
use crate::classify::rule::{Rule, RuleError, VenueDecision};
use crate::classify::{Classification, Confidence, LineText};
use crate::kind::{CostKind, VenueKind};

const WORDS: &str = include_str!("../../rules/words.csv");
const ACCOUNTS: &str = include_str!("../../rules/accounts.csv");
const RULES: &str = include_str!("../../rules/rules.csv");
const PLACES: &str = include_str!("../../rules/places.csv");

/// The embedded tables as they are, name and text: a report names them by their hashes.
#[must_use]
pub fn tables() -> [(&'static str, &'static str); 4] {
    [("accounts.csv", ACCOUNTS), ("places.csv", PLACES), ("rules.csv", RULES), ("words.csv", WORDS)]
}

/// The row of the built-in table at which a user's rules are put in: after the account classes.
const USER_RULES: &str = "user-rules";

/// The built-in rules, compiled at first use. The tables are ours and a test compiles them, so that the
/// fallback without any rule is never seen.
static BUILTIN: LazyLock<Classifier> =
    LazyLock::new(|| Classifier::with_rules(&[]).unwrap_or_else(|_| Classifier::empty()));

/// One compiled rule.
#[derive(Debug, Clone)]
pub(super) struct CompiledRule {
    pub(super) rule: Rule,
    pub(super) conditions: Conditions,
}

/// One compiled row of the places' table.
#[derive(Debug, Clone)]
pub(super) struct CompiledPlace {
    pub(super) name: &'static str,
    pub(super) kinds: u8,
    pub(super) conditions: Conditions,
    pub(super) venue: VenueKind,
}

/// Kinds of cost that share rows of the places' table.
const PLACE: u8 = 1;
const PEOPLE: u8 = 2;
const TRAVEL: u8 = 4;

/// Tells what cost lines are.
#[derive(Debug, Clone)]
pub struct Classifier {
    pub(super) program: Program,
    pub(super) rules: Vec<CompiledRule>,
    pub(super) places: Vec<CompiledPlace>,
    /// For every concept: the rules whose first condition it can meet, as a range of `keyed`.
    pub(super) key_spans: Vec<(u32, u32)>,
    pub(super) keyed: Vec<u16>,
    /// Rules without a positive condition.
    pub(super) always: [u64; MAX_RULES / 64],
}

impl Classifier {
    /// The classifier with the built-in rules.
    #[must_use]
    pub fn builtin() -> &'static Classifier {
        &BUILTIN
    }

    /// The built-in rules with a user's own (`--rules FILE`). The user's rules come before all built-in
    /// ones except those about the account's class: no rule makes revenue, capital or salaries an event.
    ///
    /// # Errors
    /// [`RuleError`], naming the rule and its field.
    pub fn with_rules(own: &[Rule]) -> Result<Classifier, RuleError> {
        let mut rules = Vec::new();
        for rule in builtin_rules() {
            if rule.name == USER_RULES {
                rules.extend(own.iter().cloned());
            } else {
                rules.push(rule);
            }
        }
        check_names(rules.iter().map(|r| r.name.as_ref()))?;
        if let Some(rule) = own
            .iter()
            .find(|r| r.account.trim().is_empty() && r.when.replace(['&', '|'], "").trim().is_empty())
        {
            return Err(RuleError::NoCondition { rule: rule.name.to_string() });
        }
        if let Some(rule) = rules.get(MAX_RULES) {
            return Err(RuleError::TooMany { rule: rule.name.to_string() });
        }
        let mut compiler = Compiler::new(WORDS, ACCOUNTS);
        let places = compile_places(&mut compiler)?;
        let rules = rules
            .into_iter()
            .map(|rule| Ok(CompiledRule { conditions: compiler.conditions(&rule)?, rule }))
            .collect::<Result<Vec<_>, RuleError>>()?;
        Ok(Classifier::assemble(compiler.finish(), rules, places))
    }

    fn empty() -> Classifier {
        Classifier::assemble(Compiler::new("", "").finish(), Vec::new(), Vec::new())
    }

    fn assemble(program: Program, rules: Vec<CompiledRule>, places: Vec<CompiledPlace>) -> Classifier {
        let mut by_concept: Vec<Vec<u16>> = vec![Vec::new(); program.names.len()];
        let mut always = [0_u64; MAX_RULES / 64];
        for (index, rule) in rules.iter().enumerate() {
            match rule.conditions.clauses.first() {
                Some(clause) => {
                    for term in clause {
                        if let Some(list) = by_concept.get_mut(term.concept as usize)
                            && !list.contains(&(index as u16))
                        {
                            list.push(index as u16);
                        }
                    }
                }
                None => {
                    if let Some(word) = always.get_mut(index / 64) {
                        *word |= 1 << (index % 64);
                    }
                }
            }
        }
        let mut keyed = Vec::new();
        let mut key_spans = Vec::with_capacity(by_concept.len());
        for list in by_concept {
            let from = keyed.len() as u32;
            keyed.extend(list);
            key_spans.push((from, keyed.len() as u32));
        }
        Classifier { program, rules, places, key_spans, keyed, always }
    }

    /// Tells what a line is. Reads every field once and allocates nothing with the built-in rules.
    #[must_use]
    pub fn classify(&self, text: &LineText<'_>) -> Classification {
        let (seen, candidates) = self.look_at(text);
        self.decide(&seen, &candidates)
    }

    /// The first rule that fits what was found.
    pub(super) fn decide(&self, seen: &Seen, candidates: &[u64; MAX_RULES / 64]) -> Classification {
        let Some(rule) = self.first_fit(seen, candidates) else {
            return Classification {
                cost_kind: CostKind::NotEvent,
                venue_kind: VenueKind::None,
                confidence: Confidence::Low,
                reason: Cow::Borrowed("no-rule"),
            };
        };
        Classification {
            cost_kind: rule.rule.cost_kind,
            venue_kind: self.place_of(&rule.rule, seen).map_or(VenueKind::None, |p| p.0),
            confidence: if seen.has(Term { concept: self.program.many_parts, fields: LINE }) {
                Confidence::Low
            } else {
                rule.rule.confidence
            },
            reason: rule.rule.name.clone(),
        }
    }

    /// Everything found in a line, and the rules it makes possible.
    pub(super) fn look_at(&self, text: &LineText<'_>) -> (Seen, [u64; MAX_RULES / 64]) {
        let mut marker = Marker::new(self);
        for (words, field) in fields_of(text) {
            marker.read(words, field);
        }
        if !text.account_name.is_empty() && text.description == text.account_name {
            marker.mark(self.program.same_as_account, LINE);
            if text.description == text.activity {
                marker.mark(self.program.same_as_activity, LINE);
            }
        }
        marker.count_parts(text.description);
        self.mark_account(text.account_code, &mut marker);
        (marker.seen, marker.candidates)
    }

    /// What [`Classifier::look_at`] finds in an account with a name.
    pub(super) fn look_at_account(&self, code: &str, name: &str) -> (Seen, [u64; MAX_RULES / 64]) {
        let mut marker = Marker::new(self);
        marker.read(name, ACCOUNT);
        self.mark_account(code, &mut marker);
        (marker.seen, marker.candidates)
    }

    /// What [`Classifier::look_at`] finds in a line's own words, where its account has another name.
    pub(super) fn look_at_line(&self, heading: &str, description: &str) -> (Seen, [u64; MAX_RULES / 64]) {
        let mut marker = Marker::new(self);
        marker.read_line(heading, description);
        (marker.seen, marker.candidates)
    }

    /// Everything found in a text that stands in one field, and the rules it makes possible.
    pub(super) fn look_at_words(&self, words: &str, field: u8) -> (Seen, [u64; MAX_RULES / 64]) {
        let mut marker = Marker::new(self);
        marker.read(words, field);
        (marker.seen, marker.candidates)
    }

    fn mark_account(&self, code: &str, marker: &mut Marker<'_>) {
        let Some(levels) = read_levels(code) else { return };
        if let Some(class) = self.class_group(&levels) {
            marker.mark(class, ACCOUNT);
        }
        let (from, to) = self.program.groups;
        let named = marker
            .seen
            .fields
            .get(from as usize..to as usize)
            .is_some_and(|groups| groups.iter().any(|f| f & ACCOUNT != 0));
        if !named {
            for (prefix, group) in &self.program.codes {
                if levels.is_under(prefix) {
                    marker.mark(*group, ACCOUNT);
                }
            }
        }
    }

    /// The class group of an account code, where its class alone settles that no event is paid.
    pub(super) fn class_group(&self, account: &Levels) -> Option<u16> {
        let [class, kind, jenis, ..] = account.levels;
        let p = &self.program;
        match account.scheme {
            Scheme::Central => match class / 10 {
                40..=49 => Some(p.revenue),
                51 => Some(p.personnel),
                53 => Some(p.capital),
                54..=58 => Some(p.transfer),
                60..=99 => Some(p.financing),
                _ => None,
            },
            Scheme::Old => match (class, kind, jenis) {
                (4, ..) => Some(p.revenue),
                (6, ..) => Some(p.financing),
                (5, 1, 1) => Some(p.personnel),
                (5, 1, 2..) => Some(p.transfer),
                (5, 2, 3) => Some(p.capital),
                _ => None,
            },
            Scheme::New => match (class, kind, jenis) {
                (4, ..) => Some(p.revenue),
                (6, ..) => Some(p.financing),
                (5, 1, 1) => Some(p.personnel),
                (5, 1, 3..) | (5, 3.., _) => Some(p.transfer),
                (5, 2, _) => Some(p.capital),
                _ => None,
            },
        }
    }

    fn first_fit(&self, seen: &Seen, candidates: &[u64]) -> Option<&CompiledRule> {
        for (word_index, &word) in candidates.iter().enumerate() {
            let mut left = word;
            while left != 0 {
                let index = word_index * 64 + left.trailing_zeros() as usize;
                left &= left - 1;
                if let Some(rule) = self.rules.get(index)
                    && seen.meets(&rule.conditions)
                {
                    return Some(rule);
                }
            }
        }
        None
    }

    /// The venue kind for a line that a rule decided, and the row of the places' table that said so.
    pub(super) fn place_of(&self, rule: &Rule, seen: &Seen) -> Option<(VenueKind, Option<&'static str>)> {
        if let VenueDecision::Fixed(kind) = rule.venue {
            return Some((kind, None));
        }
        let kinds = match rule.cost_kind {
            k if k.is_venue() => PLACE,
            CostKind::BusinessTravel | CostKind::NotEvent => TRAVEL,
            _ => PEOPLE,
        };
        let place = self.places.iter().find(|p| p.kinds & kinds != 0 && seen.meets(&p.conditions))?;
        Some((place.venue, Some(place.name)))
    }
}

/// The texts of a line with the field each counts as. Plans and receipts often have no account column and
/// write the account where others write the activity, or as the package's name above the lines: then that
/// text is both.
pub(super) fn fields_of<'a>(text: &LineText<'a>) -> [(&'a str, u8); 4] {
    let (activity, heading) = match (text.account_name.is_empty(), text.activity.is_empty()) {
        (true, true) => (ACTIVITY, HEADING | ACTIVITY | ACCOUNT),
        (true, false) => (ACTIVITY | ACCOUNT, HEADING),
        _ => (ACTIVITY, HEADING),
    };
    [
        (text.account_name, ACCOUNT),
        (text.activity, activity),
        (text.heading, heading),
        (text.description, LINE),
    ]
}

/// The built-in rules, in order, with the marker for the user's rules among them.
pub(super) fn builtin_rules() -> impl Iterator<Item = Rule> {
    table_rows(RULES).filter_map(|row| {
        let cell = |i: usize| row.get(i).copied().unwrap_or("");
        Some(Rule {
            name: Cow::Borrowed(cell(0)),
            account: Cow::Borrowed(cell(1)),
            when: Cow::Borrowed(cell(2)),
            unless: Cow::Borrowed(cell(3)),
            cost_kind: CostKind::from_word(cell(4))?,
            venue: VenueDecision::from_word(cell(5))?,
            confidence: Confidence::from_word(cell(6))?,
        })
    })
}

fn compile_places(compiler: &mut Compiler) -> Result<Vec<CompiledPlace>, RuleError> {
    let mut places = Vec::new();
    for row in table_rows(PLACES) {
        let cell = |i: usize| row.get(i).copied().unwrap_or("");
        let Some(venue) = VenueKind::from_word(cell(4)) else { continue };
        let kinds = cell(1).split('|').fold(0, |sum, kind| {
            sum | match kind {
                "place" => PLACE,
                "people" => PEOPLE,
                "travel" => TRAVEL,
                _ => 0,
            }
        });
        let as_rule = Rule {
            name: Cow::Borrowed(cell(0)),
            account: Cow::Borrowed(""),
            when: Cow::Borrowed(cell(2)),
            unless: Cow::Borrowed(cell(3)),
            cost_kind: CostKind::NotEvent,
            venue: VenueDecision::Fixed(venue),
            confidence: Confidence::High,
        };
        places.push(CompiledPlace {
            name: cell(0),
            kinds,
            conditions: compiler.conditions(&as_rule)?,
            venue,
        });
    }
    Ok(places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::compile::MAX_CONCEPTS;

    #[test]
    fn the_built_in_tables_are_whole() {
        let rows = table_rows(RULES).count();
        assert_eq!(builtin_rules().count(), rows, "a row of rules.csv names an unknown kind or confidence");
        for (table, columns) in [(WORDS, 2), (ACCOUNTS, 3), (RULES, 8), (PLACES, 5)] {
            for row in table_rows(table) {
                assert_eq!(row.len(), columns, "{row:?}");
            }
        }
        let classifier = Classifier::with_rules(&[]).unwrap();
        assert_eq!(classifier.places.len(), table_rows(PLACES).count());
        assert!(classifier.program.names.len() < MAX_CONCEPTS, "{}", classifier.program.names.len());
    }

    fn own(name: &'static str, account: &'static str, when: &'static str) -> Rule {
        Rule {
            name: name.into(),
            account: account.into(),
            when: when.into(),
            unless: "".into(),
            cost_kind: CostKind::RoomRent,
            venue: VenueDecision::Fixed(VenueKind::GovernmentHall),
            confidence: Confidence::High,
        }
    }

    #[test]
    fn own_rules_come_after_the_account_classes() {
        let classifier = Classifier::with_rules(&[own("our-hall", "", "gedung merdeka")]).unwrap();
        let mut line = LineText { description: "pakai Gedung Merdeka 2 hari", ..LineText::default() };
        assert_eq!(classifier.classify(&line).reason, "our-hall");
        line.account_code = "5.2.3.26.01";
        assert_eq!(classifier.classify(&line).reason, "class-capital");
    }

    #[test]
    fn a_bad_rule_names_itself_and_its_field() {
        for (rule, expected) in [
            (own("a", "", "@no-such"), "rule `a`, field `when`: there is no `@no-such`"),
            (own("a", "@no-such", ""), "rule `a`, field `account`: there is no `@no-such`"),
            (own("a", "", "12"), "rule `a`, field `when`: the term `12` has no letter"),
            (own("a", "", " & "), "rule `a`: it has no `account` and no `when`"),
            (own("Our Hall", "", "x"), "rule `Our Hall`, field `name`: not in kebab-case"),
            (own("package-words", "", "x"), "rule `package-words`, field `name`: this name exists already"),
        ] {
            let error = Classifier::with_rules(&[rule]).unwrap_err().to_string();
            assert!(error.starts_with(expected), "{error}");
        }
    }
}
