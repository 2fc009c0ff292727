//! Words of a partial for what has no word of its own elsewhere.

use hemat_core::account::{AccountClass, AccountScheme};
use hemat_core::budget_event::UnassignedReason;
use hemat_core::cost_line::BudgetStage;

use crate::read::budget::DecimalMark;
use crate::read::diagnostic::Severity;

pub(super) const SCHEMES: [(AccountScheme, &str); 4] = [
    (AccountScheme::Permendagri13, "permendagri-13"),
    (AccountScheme::Permendagri90, "permendagri-90"),
    (AccountScheme::Kepmendagri050, "kepmendagri-050"),
    (AccountScheme::Central, "central"),
];

pub(super) const CLASSES: [(AccountClass, &str); 6] = [
    (AccountClass::Revenue, "revenue"),
    (AccountClass::Personnel, "personnel"),
    (AccountClass::GoodsAndServices, "goods-and-services"),
    (AccountClass::Capital, "capital"),
    (AccountClass::Transfer, "transfer"),
    (AccountClass::Financing, "financing"),
];

pub(super) const SEVERITIES: [(Severity, &str); 3] =
    [(Severity::Note, "note"), (Severity::Warning, "warning"), (Severity::Error, "error")];

pub(super) const MARKS: [(DecimalMark, &str); 2] = [(DecimalMark::Comma, "comma"), (DecimalMark::Dot, "dot")];

/// The word of a value.
pub(super) fn word<T: PartialEq>(table: &[(T, &'static str)], value: &T) -> &'static str {
    table.iter().find(|(known, _)| known == value).map_or("", |(_, word)| word)
}

/// The value of a word.
pub(super) fn value<T: Copy>(table: &[(T, &'static str)], word: &str) -> Option<T> {
    table.iter().find(|(_, known)| *known == word).map(|(value, _)| *value)
}

pub(super) fn mark(mark: DecimalMark) -> &'static str {
    word(&MARKS, &mark)
}

pub(super) fn stage(word: &str) -> Option<BudgetStage> {
    BudgetStage::ALL.iter().copied().find(|stage| stage.as_str() == word)
}

pub(super) fn reason(word: &str) -> Option<UnassignedReason> {
    UnassignedReason::ALL.into_iter().find(|reason| reason.as_str() == word)
}
