//! What a cost line is: the answer of the classifier.

mod account;
mod automaton;
mod compile;
mod engine;
mod extract;
mod marker;
mod rule;
mod said;
mod trail;

use std::borrow::Cow;

pub use engine::{Classifier, tables};
pub use extract::{Extract, Found, KnownPlace, PlaceFinder, extract};
pub(crate) use extract::{extract_words, names_package};
pub use rule::{Rule, RuleError, RuleField, VenueDecision};
pub use said::{LineClassifier, Said};
pub use trail::{LineField, PassedBecause, PassedOver, Trail, WordHit};

use crate::cost_line::CostLine;
use crate::kind::{CostKind, VenueKind};

/// How sure a classification is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Several readings are possible.
    Low,
    /// Probably right.
    Medium,
    /// Account and words agree, or a rule leaves no doubt.
    High,
}

impl Confidence {
    /// The word used in files and JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Confidence::Low => "low",
            Confidence::Medium => "medium",
            Confidence::High => "high",
        }
    }

    /// The confidence that a file's word names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Confidence::Low, Confidence::Medium, Confidence::High].into_iter().find(|c| c.as_str() == word)
    }
}

/// The words and codes a line is judged by. Empty text means the file does not say.
#[derive(Debug, Clone, Copy, Default)]
pub struct LineText<'a> {
    /// Account code, in any writing.
    pub account_code: &'a str,
    /// Account name.
    pub account_name: &'a str,
    /// Activity.
    pub activity: &'a str,
    /// Heading inside the note.
    pub heading: &'a str,
    /// The line's own text.
    pub description: &'a str,
}

impl<'a> LineText<'a> {
    /// Those of a line as read.
    #[must_use]
    pub fn of(line: &'a CostLine) -> Self {
        LineText {
            account_code: line.context.account.as_ref().map_or("", |a| &a.code),
            account_name: &line.context.account_name,
            activity: &line.context.activity,
            heading: &line.heading,
            description: &line.description,
        }
    }
}

/// What a line is, with the rule that decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Classification {
    /// What it pays for.
    pub cost_kind: CostKind,
    /// Where the event takes place, as far as the line says.
    pub venue_kind: VenueKind,
    /// How sure.
    pub confidence: Confidence,
    /// Name of the deciding rule, kebab-case.
    pub reason: Cow<'static, str>,
}
