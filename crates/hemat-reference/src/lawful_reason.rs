//! Lawful reasons (alasan yang sah) for a paid place: what an agency may answer, and the document that shows it.
//!
//! A reason of fact (the hall was taken) has no rule. A reason that rests on a rule names it; the rule is printed only
//! if it was verified, and as in force only on days on which the sources leave no doubt ([`crate::rule`]).

use std::sync::LazyLock;

use hemat_core::date::Date;
use hemat_core::lawful_reason::ReasonEffect;

use crate::rule::{InForce, PrintableRule, rule};
use crate::table::{self, Row, Table, TableError, Text};
use crate::words::Verification;

/// One reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LawfulReason {
    /// Stable kebab-case name, as `replies.toml` writes it.
    pub id: Box<str>,
    /// A few words.
    pub label: Text,
    /// What the agency says by it, in a sentence or two.
    pub meaning: Text,
    /// The document to ask for: without it the reason is only said.
    pub document: Text,
    /// What it does to the figures, once it is shown.
    pub effect: ReasonEffect,
    /// Where it is from.
    pub source: Box<str>,
    /// How that is known.
    pub verification: Verification,
    rules: Vec<Box<str>>,
}

impl LawfulReason {
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
        Ok(LawfulReason {
            id: row.text("id")?,
            label: row.both("label")?.ok_or("label is empty")?,
            meaning: row.both("meaning")?.ok_or("meaning is empty")?,
            document: row.both("document")?.ok_or("document is empty")?,
            effect: row.word("effect", ReasonEffect::from_word)?,
            source: row.text("source")?,
            verification: row.word("verification", Verification::from_word)?,
            rules: row.words("rules", |id| Some(rule(id)?.id.clone()))?,
        })
    }
}

pub(crate) const ASSET: (&str, &str) = ("lawful_reasons.csv", include_str!("../assets/lawful_reasons.csv"));

static TABLE: LazyLock<Table<LawfulReason>> =
    LazyLock::new(|| table::read(ASSET.0, ASSET.1, LawfulReason::read));

pub(crate) fn errors() -> &'static [TableError] {
    &TABLE.errors
}

/// All reasons, by id.
#[must_use]
pub fn lawful_reasons() -> &'static [LawfulReason] {
    &TABLE.rows
}

/// The reason with this id.
#[must_use]
pub fn lawful_reason(id: &str) -> Option<&'static LawfulReason> {
    lawful_reasons().iter().find(|r| &*r.id == id)
}
