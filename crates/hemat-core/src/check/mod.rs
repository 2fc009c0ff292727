//! Checks (pemeriksaan): patterns that public auditors report, looked for in budget files.
//!
//! One file a check, one page a check (`docs/checks`). A flag is an indication and a reason to ask, never a verdict;
//! it carries its figures, its rows, the rule in force at the time, and how an agency may lawfully explain it.

mod definition;
mod examination;
mod finding;
mod law;
mod missing;
mod run;
mod setting;
mod subject;
mod suppression;

mod hall_could_seat;
mod total_mismatch;

pub use definition::{Check, Page};
pub use examination::{Counts, Examination, Flag};
pub use finding::{Figure, Finding, Missing, Status};
pub use law::{Law, LegalBasis, LegalRule, Period};
pub use run::{Coverage, Examined, run_checks};
pub use setting::{Setting, SettingUnit, Settings};
pub use subject::{Seen, Subject};
pub use suppression::{Suppression, suppress};

/// All checks, in the order of their coverage table.
pub static CHECKS: &[&Check] = &[&total_mismatch::CHECK, &hall_could_seat::CHECK];

/// The check of this name.
#[must_use]
pub fn check_named(name: &str) -> Option<&'static Check> {
    CHECKS.iter().copied().find(|check| check.name == name)
}

/// The checks that run if none is asked for by name.
#[must_use]
pub fn checks_on(settings: &Settings) -> Vec<&'static Check> {
    CHECKS.iter().copied().filter(|c| settings.enabled(c.name).unwrap_or(c.on_by_default)).collect()
}
