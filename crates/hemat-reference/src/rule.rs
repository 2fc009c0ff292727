//! Rules (peraturan) about meetings and their cost, with the dates between which they held.

use std::sync::LazyLock;

use hemat_core::date::Date;
use hemat_core::event::Fund;
use hemat_core::lang::{Lang, Text};

use crate::table::{self, Row, Table, TableError};
use hemat_core::verification::Verification;
use hemat_core::words;

words! {
    /// What sort of text a rule is. A statement, guide or practice is not law.
    RuleKind {
        /// Peraturan.
        Regulation = "regulation", "peraturan", "regulation";
        /// Surat edaran.
        Circular = "circular", "surat edaran", "circular";
        /// Pernyataan of an official.
        Statement = "statement", "pernyataan", "statement";
        /// Pedoman of one agency.
        Guide = "guide", "pedoman", "guide";
        /// Kebiasaan: how it is done.
        Practice = "practice", "kebiasaan", "practice";
    }
}

/// Whether a rule was in force on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InForce {
    /// It was.
    Yes,
    /// It was not.
    No,
    /// The sources do not say.
    Unknown,
}

/// One rule. What it says can only be had through [`Rule::printable`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Stable name, e.g. `PANRB-6-2015`.
    pub id: Box<str>,
    /// What sort of text it is.
    pub kind: RuleKind,
    /// The regulation and article.
    pub regulation: Box<str>,
    /// Whose money it is about.
    pub funds: Vec<Fund>,
    /// Who it is for.
    pub applies_to: Text,
    /// No day before this one counts as in force; `None` if the start is not known.
    pub in_force_from: Option<Date>,
    /// First day on which the sources leave no doubt.
    pub sure_from: Option<Date>,
    /// Last day on which the sources leave no doubt; for rules still standing, the day the table was made.
    pub sure_to: Option<Date>,
    /// No day after this one counts as in force; `None` if no end is known.
    pub in_force_to: Option<Date>,
    /// What is known about its validity.
    pub validity: Text,
    /// Where it was read.
    pub source: Box<str>,
    /// How it is known.
    pub verification: Verification,
    summary: Option<Text>,
}

/// A rule that may be printed: it was verified, and it has a summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PrintableRule<'a> {
    rule: &'a Rule,
    summary: &'a Text,
}

impl<'a> PrintableRule<'a> {
    /// The rule.
    #[must_use]
    pub fn rule(&self) -> &'a Rule {
        self.rule
    }

    /// What it says, in our own words.
    #[must_use]
    pub fn summary(&self, lang: Lang) -> &'a str {
        self.summary.get(lang)
    }

    /// The regulation with its validity: `PermenPAN-RB 6/2015 (sejak 1 April 2015; …)`.
    #[must_use]
    pub fn citation(&self, lang: Lang) -> String {
        format!("{} ({})", self.rule.regulation, self.rule.validity.get(lang))
    }
}

impl Rule {
    /// The rule for printing; `None` unless it was verified.
    #[must_use]
    pub fn printable(&self) -> Option<PrintableRule<'_>> {
        if matches!(self.verification, Verification::No | Verification::Partly | Verification::Own) {
            return None;
        }
        self.summary.as_ref().map(|summary| PrintableRule { rule: self, summary })
    }

    /// Whether it was in force on this day.
    #[must_use]
    pub fn in_force_on(&self, day: Date) -> InForce {
        let sure = |from: Option<Date>, to: Option<Date>| {
            from.is_some_and(|f| f <= day) && to.is_some_and(|t| day <= t)
        };
        if self.in_force_from.is_some_and(|f| day < f) || self.in_force_to.is_some_and(|t| day > t) {
            InForce::No
        } else if sure(self.sure_from, self.sure_to) {
            InForce::Yes
        } else {
            InForce::Unknown
        }
    }

    fn read(row: &Row<'_>) -> Result<Self, String> {
        let date = |column: &str| row.word_or_none(column, Date::parse_iso);
        let rule = Rule {
            id: row.text("id")?,
            kind: row.word("kind", RuleKind::from_word)?,
            regulation: row.text("regulation")?,
            funds: row.words("funds", Fund::from_word)?,
            applies_to: row.both("scope")?.ok_or("scope is empty")?,
            in_force_from: date("in_force_from")?,
            sure_from: date("sure_from")?,
            sure_to: date("sure_to")?,
            in_force_to: date("in_force_to")?,
            validity: row.both("validity")?.ok_or("validity is empty")?,
            source: row.text("source")?,
            verification: row.word("verification", Verification::from_word)?,
            summary: row.both("summary")?,
        };
        if (rule.verification == Verification::No) != rule.summary.is_none() {
            return Err("a rule has a summary exactly when it is verified".into());
        }
        let known: Vec<Date> = [rule.in_force_from, rule.sure_from, rule.sure_to, rule.in_force_to]
            .into_iter()
            .flatten()
            .collect();
        if known.is_sorted() { Ok(rule) } else { Err("the dates are not in order".into()) }
    }
}

pub(crate) const ASSET: (&str, &str) = ("rules.csv", include_str!("../assets/rules.csv"));

static TABLE: LazyLock<Table<Rule>> = LazyLock::new(|| table::read(ASSET.0, ASSET.1, Rule::read));

pub(crate) fn errors() -> &'static [TableError] {
    &TABLE.errors
}

/// All rules, by id, those that may not be printed among them.
#[must_use]
pub fn rules() -> &'static [Rule] {
    &TABLE.rows
}

/// The rule with this id.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().iter().find(|r| &*r.id == id)
}
