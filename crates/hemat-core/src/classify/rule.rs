//! A rule of the classifier as people write it, and the errors of writing one.

use std::borrow::Cow;

use thiserror::Error;

use crate::classify::Confidence;
use crate::kind::{CostKind, VenueKind};

/// Where the event takes place, according to a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VenueDecision {
    /// The rule says so.
    Fixed(VenueKind),
    /// The line's words decide (written `words`).
    FromWords,
}

impl VenueDecision {
    /// Reads `words` or the word of a venue kind.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "words" => Some(VenueDecision::FromWords),
            _ => VenueKind::from_word(word).map(VenueDecision::Fixed),
        }
    }
}

/// One rule (aturan). Rules stand in order; the first that fits decides.
///
/// Conditions are text. `account` lists account groups or words of the account's name, joined by `|`.
/// `when` lists conditions joined by `&`, each a list of terms joined by `|`. `unless` lists terms joined by `|`.
/// A term is `@concept` of the built-in word list or a plain word or phrase (`*` opens an end), looked for in
/// the line's own text and its heading; `line:`, `heading:`, `activity:`, `account:`, `context:` (heading and
/// activity) and `any:` say where else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Name in kebab-case; it appears as the reason.
    pub name: Cow<'static, str>,
    /// Account condition; empty for any account.
    pub account: Cow<'static, str>,
    /// What must be found; empty for nothing.
    pub when: Cow<'static, str>,
    /// What must not be found.
    pub unless: Cow<'static, str>,
    /// The answer.
    pub cost_kind: CostKind,
    /// The place.
    pub venue: VenueDecision,
    /// How sure.
    pub confidence: Confidence,
}

/// Where in a rule the error is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleField {
    /// Its name.
    Name,
    /// Its account condition.
    Account,
    /// What must be found.
    When,
    /// What must not be found.
    Unless,
}

impl RuleField {
    /// The column's name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            RuleField::Name => "name",
            RuleField::Account => "account",
            RuleField::When => "when",
            RuleField::Unless => "unless",
        }
    }
}

/// A rule that cannot be used, with its name and the field concerned.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RuleError {
    /// Two rules have one name, or the name is empty or not kebab-case.
    #[error("rule `{rule}`, field `name`: {why}")]
    Name {
        /// The rule's name as given.
        rule: String,
        /// What is wrong.
        why: &'static str,
    },
    /// `@name` is no concept (or, after `account:`, no account group).
    #[error("rule `{rule}`, field `{}`: there is no `@{name}`; known: {known}", field.as_str())]
    UnknownConcept {
        /// The rule.
        rule: String,
        /// The field.
        field: RuleField,
        /// The unknown name.
        name: String,
        /// The names that exist, joined by blanks.
        known: String,
    },
    /// A term holds no letter.
    #[error("rule `{rule}`, field `{}`: the term `{term}` has no letter to look for", field.as_str())]
    EmptyTerm {
        /// The rule.
        rule: String,
        /// The field.
        field: RuleField,
        /// The term as given.
        term: String,
    },
    /// A rule without any condition would swallow everything after it.
    #[error("rule `{rule}`: it has no `account` and no `when`, so it would decide every line")]
    NoCondition {
        /// The rule.
        rule: String,
    },
    /// More rules or words than the classifier can hold.
    #[error("rule `{rule}`: too many rules or words")]
    TooMany {
        /// The rule at which the limit was reached.
        rule: String,
    },
}

impl RuleError {
    /// The name of the rule concerned, as given.
    #[must_use]
    pub fn rule(&self) -> &str {
        match self {
            RuleError::Name { rule, .. }
            | RuleError::UnknownConcept { rule, .. }
            | RuleError::EmptyTerm { rule, .. }
            | RuleError::NoCondition { rule }
            | RuleError::TooMany { rule } => rule,
        }
    }
}
