//! Finding (temuan, indikasi): what one check says about one subject. A signal is not a verdict.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::classify::Confidence;
use crate::cost_line::BudgetStage;
use crate::lang::Text;
use crate::money::Rupiah;
use crate::session::words;
use crate::source::RowRef;

use super::law::LegalBasis;
use super::suppression::Suppression;

words! {
    /// What a check says about a subject.
    Status {
        /// Indikasi: observed beyond the limit; a reason to ask.
        Flagged = "flagged",
        /// Looked at, nothing to ask.
        Clear = "clear",
        /// Cannot tell: something is missing, and the finding names it.
        Insufficient = "insufficient",
        /// The check is not about this subject, year or kind of file.
        NotApplicable = "not-applicable",
    }
}

/// A measured value or a limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figure {
    /// Money.
    Rupiah(Rupiah),
    /// A whole number of something: persons, days, lines.
    Count(u64),
    /// A decimal number: hours, multiples.
    Number(Decimal),
    /// Percent, 12.5 for 12.5 %.
    Percent(Decimal),
    /// Words, where the check compares no numbers.
    Words(Text),
}

/// Something that is missing, and where to get it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Missing {
    /// The field, kebab-case: `participants`, `unit-price`.
    pub field: &'static str,
    /// What it is called.
    pub label: Text,
    /// Where to get it: a document, a file option, a setting.
    pub where_to_get: Text,
}

/// The answer of one check about one subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Name of the check.
    pub check: &'static str,
    /// What it says; a list of findings holds [`Status::Flagged`] and [`Status::Insufficient`], the others are counted.
    pub status: Status,
    /// How sure it is that the figures are what they seem; says nothing about guilt.
    pub certainty: Confidence,
    /// Short name of the subject, made of what it says and not of where it stands: it survives a re-import and
    /// changes when an amount does. Suppressions name it.
    pub key: String,
    /// Id of the event it is about, if it is about one.
    pub event: Option<String>,
    /// The subject for people: title of the event, text of the line.
    pub subject: String,
    /// The agency.
    pub agency: Arc<str>,
    /// Fiscal year.
    pub year: Option<u16>,
    /// Stage of the budget.
    pub stage: Option<BudgetStage>,
    /// What was observed.
    pub observed: Option<Figure>,
    /// What it was held against.
    pub limit: Option<Figure>,
    /// The formula with the numbers put in.
    pub formula: Option<Text>,
    /// Rupiah at stake: the excess where there is one, else the rows in question; never the whole because of a part.
    /// `None` for patterns over a whole year, whose rupiah are those of other findings.
    pub at_stake: Option<Rupiah>,
    /// The rows it rests on.
    pub rows: Vec<RowRef>,
    /// The rules that held at that time; empty if none that is known did.
    pub legal_basis: Vec<LegalBasis>,
    /// What is missing, if it cannot tell.
    pub missing: Vec<Missing>,
    /// Why it is set apart, if the user's file says so.
    pub suppressed: Option<Suppression>,
}
