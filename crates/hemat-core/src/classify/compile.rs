//! From the tables to the compiled form: concepts become numbers, words one automaton, rules lists of numbers.

use std::collections::{BTreeMap, BTreeSet};

use crate::classify::account::{Levels, read_levels};
use crate::classify::automaton::{Automaton, AutomatonBuilder, PatternError};
use crate::classify::rule::{Rule, RuleError, RuleField};

/// Fields, as bits.
pub(super) const ACCOUNT: u8 = 1;
pub(super) const ACTIVITY: u8 = 2;
pub(super) const HEADING: u8 = 4;
pub(super) const LINE: u8 = 8;

/// The most concepts: words of the lists and of rules together.
pub(super) const MAX_CONCEPTS: usize = 1024;
/// The most rules.
pub(super) const MAX_RULES: usize = 512;

/// Something to look for: a concept, in some fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) concept: u16,
    pub(super) fields: u8,
}

/// The conditions of one rule: ranges into [`Program::terms`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Conditions {
    /// Each of these must be met by one of its terms.
    pub(super) clauses: Vec<Vec<Term>>,
    /// None of these may be met.
    pub(super) unless: Vec<Term>,
}

/// Everything the engine needs.
#[derive(Debug, Clone)]
pub(super) struct Program {
    pub(super) automaton: Automaton,
    /// Name of every concept, with its `@`, or the literal term.
    pub(super) names: Vec<String>,
    /// Account groups by code prefix.
    pub(super) codes: Vec<(Levels, u16)>,
    /// Concepts from here on up to `groups.1` are account groups.
    pub(super) groups: (u16, u16),
    /// The concept of a row that repeats its activity's name.
    pub(super) same_as_activity: u16,
    /// The concept of a line that repeats its account name.
    pub(super) same_as_account: u16,
    /// The concept of a line that lists many things.
    pub(super) many_parts: u16,
    pub(super) revenue: u16,
    pub(super) capital: u16,
    pub(super) personnel: u16,
    pub(super) transfer: u16,
    pub(super) financing: u16,
}

/// Reads the tables and hands out concept numbers.
pub(super) struct Compiler {
    builder: AutomatonBuilder,
    names: Vec<String>,
    words: BTreeMap<String, u16>,
    groups: BTreeMap<String, u16>,
    literals: BTreeMap<String, u16>,
    codes: Vec<(Levels, u16)>,
    group_range: (u16, u16),
}

/// The rows of one of our own tables: no quotes, `#` for comments, the first row names the columns.
pub(super) fn table_rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .skip(1)
        .map(|line| line.split(',').map(str::trim).collect())
}

impl Compiler {
    /// Takes in the word list and the account groups.
    pub(super) fn new(words: &'static str, accounts: &'static str) -> Self {
        let mut compiler = Compiler {
            builder: AutomatonBuilder::new(),
            names: Vec::new(),
            words: BTreeMap::new(),
            groups: BTreeMap::new(),
            literals: BTreeMap::new(),
            codes: Vec::new(),
            group_range: (0, 0),
        };
        for row in table_rows(words) {
            let (Some(name), Some(patterns)) = (row.first(), row.get(1)) else { continue };
            let concept = compiler.name_concept(format!("@{name}"));
            compiler.words.insert((*name).to_owned(), concept);
            compiler.add_patterns(patterns, concept);
        }
        compiler.group_range.0 = compiler.names.len() as u16;
        for row in table_rows(accounts) {
            let (Some(name), Some(codes), Some(patterns)) = (row.first(), row.get(1), row.get(2)) else {
                continue;
            };
            let concept = compiler.name_concept(format!("account:@{name}"));
            compiler.groups.insert((*name).to_owned(), concept);
            compiler.codes.extend(codes.split_whitespace().filter_map(read_levels).map(|l| (l, concept)));
            compiler.add_patterns(patterns, concept);
        }
        compiler.group_range.1 = compiler.names.len() as u16;
        compiler
    }

    fn name_concept(&mut self, name: String) -> u16 {
        self.names.push(name);
        (self.names.len() - 1) as u16
    }

    // The built-in lists are verified by a test; a bad pattern among them is left out here.
    fn add_patterns(&mut self, patterns: &str, concept: u16) {
        for pattern in patterns.split('|').filter(|p| !p.trim().is_empty()) {
            let _ = self.builder.add(pattern, concept);
        }
    }

    /// Compiles one rule's conditions.
    pub(super) fn conditions(&mut self, rule: &Rule) -> Result<Conditions, RuleError> {
        let mut clauses = Vec::new();
        if !rule.account.trim().is_empty() {
            let terms = self.terms(rule, RuleField::Account, &rule.account, ACCOUNT)?;
            clauses.push(terms);
        }
        for clause in rule.when.split('&').filter(|c| !c.trim().is_empty()) {
            clauses.push(self.terms(rule, RuleField::When, clause, LINE | HEADING)?);
        }
        let unless = self.terms(rule, RuleField::Unless, &rule.unless, LINE | HEADING)?;
        Ok(Conditions { clauses, unless })
    }

    fn terms(
        &mut self,
        rule: &Rule,
        field: RuleField,
        text: &str,
        default_fields: u8,
    ) -> Result<Vec<Term>, RuleError> {
        let mut terms = Vec::new();
        for written in text.split('|').map(str::trim).filter(|t| !t.is_empty()) {
            let (fields, term) = split_field(written).unwrap_or((default_fields, written));
            let concept = match term.strip_prefix('@') {
                Some(name) => {
                    let list = if fields == ACCOUNT { &self.groups } else { &self.words };
                    *list.get(name).ok_or_else(|| RuleError::UnknownConcept {
                        rule: rule.name.to_string(),
                        field,
                        name: name.to_owned(),
                        known: list.keys().map(String::as_str).collect::<Vec<_>>().join(" "),
                    })?
                }
                None => self.literal(rule, field, term)?,
            };
            terms.push(Term { concept, fields });
        }
        Ok(terms)
    }

    fn literal(&mut self, rule: &Rule, field: RuleField, term: &str) -> Result<u16, RuleError> {
        let key = term.to_lowercase();
        if let Some(&concept) = self.literals.get(&key) {
            return Ok(concept);
        }
        if self.names.len() >= MAX_CONCEPTS {
            return Err(RuleError::TooMany { rule: rule.name.to_string() });
        }
        let concept = self.name_concept(key.clone());
        self.builder.add(&key, concept).map_err(|e| match e {
            PatternError::Empty => {
                RuleError::EmptyTerm { rule: rule.name.to_string(), field, term: term.to_owned() }
            }
            PatternError::TooMany => RuleError::TooMany { rule: rule.name.to_string() },
        })?;
        self.literals.insert(key, concept);
        Ok(concept)
    }

    /// Finishes the automaton.
    pub(super) fn finish(self) -> Program {
        let group = |name: &str| self.groups.get(name).copied().unwrap_or(u16::MAX);
        Program {
            same_as_activity: self.words.get("same-as-activity").copied().unwrap_or(u16::MAX),
            many_parts: self.words.get("many-parts").copied().unwrap_or(u16::MAX),
            same_as_account: self.words.get("same-as-account").copied().unwrap_or(u16::MAX),
            revenue: group("revenue"),
            capital: group("capital"),
            personnel: group("personnel"),
            transfer: group("transfer"),
            financing: group("financing"),
            automaton: self.builder.build(),
            names: self.names,
            codes: self.codes,
            groups: self.group_range,
        }
    }
}

fn split_field(term: &str) -> Option<(u8, &str)> {
    let (field, rest) = term.split_once(':')?;
    let fields = match field {
        "line" => LINE,
        "heading" => HEADING,
        "activity" => ACTIVITY,
        "account" => ACCOUNT,
        "context" => HEADING | ACTIVITY,
        "any" => ACCOUNT | ACTIVITY | HEADING | LINE,
        _ => return None,
    };
    Some((fields, rest.trim()))
}

/// Checks the names of rules: kebab-case, none twice.
pub(super) fn check_names<'a>(names: impl Iterator<Item = &'a str>) -> Result<(), RuleError> {
    let mut seen = BTreeSet::new();
    for name in names {
        let kebab = !name.is_empty()
            && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !name.starts_with('-');
        if !kebab {
            return Err(RuleError::Name { rule: name.to_owned(), why: "not in kebab-case" });
        }
        if !seen.insert(name) {
            return Err(RuleError::Name { rule: name.to_owned(), why: "this name exists already" });
        }
    }
    Ok(())
}
