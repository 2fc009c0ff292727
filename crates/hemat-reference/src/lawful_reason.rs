//! Lawful reasons (alasan yang sah) for a paid place: the rules they may rest on, and the documents that show them.
//!
//! A reason of fact (the hall was taken) has no rule. A reason that rests on a rule names it; the rule is printed only
//! if it was verified, and as in force only on days on which the sources leave no doubt ([`crate::rule`]).

use std::sync::LazyLock;

use hemat_core::date::Date;
use hemat_core::lawful_reason::LawfulReason;

use crate::rule::{InForce, PrintableRule, rule};
use crate::table::{self, Row, Table, TableError};
use hemat_core::lang::Text;
use hemat_core::verification::Verification;

/// What a reason rests on, and what shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReasonGrounds {
    /// The reason.
    pub reason: LawfulReason,
    /// What the agency says by it, in a sentence or two.
    pub explanation: Text,
    /// The document to ask for: without it the reason is only said.
    pub document: Text,
    /// Where it is from.
    pub source: Box<str>,
    /// How that is known.
    pub verification: Verification,
    rules: Vec<Box<str>>,
}

impl ReasonGrounds {
    /// The verified rules it may rest on, whenever they held; none for a reason of fact.
    pub fn rules(&self) -> impl Iterator<Item = PrintableRule<'static>> {
        self.rules.iter().filter_map(|id| rule(id)?.printable())
    }

    /// Those of them that were in force on a day without doubt. A statement or practice never is.
    pub fn rules_on(&self, day: Date) -> impl Iterator<Item = PrintableRule<'static>> {
        self.rules().filter(move |r| r.rule().in_force_on(day) == InForce::Yes)
    }

    /// The ids of the rules, as the table has them.
    #[must_use]
    pub fn rule_ids(&self) -> &[Box<str>] {
        &self.rules
    }

    fn read(row: &Row<'_>) -> Result<Self, String> {
        Ok(ReasonGrounds {
            reason: row.word("id", LawfulReason::from_word)?,
            explanation: row.both("explanation")?.ok_or("explanation is empty")?,
            document: row.both("document")?.ok_or("document is empty")?,
            source: row.text("source")?,
            verification: row.word("verification", Verification::from_word)?,
            rules: row.words("rules", |id| Some(rule(id)?.id.clone()))?,
        })
    }
}

pub(crate) const ASSET: (&str, &str) = ("lawful_reasons.csv", include_str!("../assets/lawful_reasons.csv"));

static TABLE: LazyLock<Table<ReasonGrounds>> =
    LazyLock::new(|| table::read(ASSET.0, ASSET.1, ReasonGrounds::read));

pub(crate) fn errors() -> &'static [TableError] {
    &TABLE.errors
}

/// All reasons, by their words.
#[must_use]
pub fn reason_grounds() -> &'static [ReasonGrounds] {
    &TABLE.rows
}

/// What one reason rests on. `None` only if the table was broken after the tests.
#[must_use]
pub fn grounds_of(reason: LawfulReason) -> Option<&'static ReasonGrounds> {
    reason_grounds().iter().find(|g| g.reason == reason)
}
