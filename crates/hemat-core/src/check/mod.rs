//! Checks (pemeriksaan): patterns that public auditors report, looked for in budget files.
//!
//! One file a check, one page a check (`docs/checks`). A flag is an indication and a reason to ask, never a verdict;
//! it carries its figures, its rows, the rule in force at the time, and how an agency may lawfully explain it.

mod attendance;
mod definition;
mod examination;
mod fees;
mod finding;
mod food;
mod hours;
mod law;
mod missing;
mod no_limit;
mod order;
mod people;
mod priced_line;
mod priced_unit;
mod reasons;
mod run;
mod setting;
mod subject;
mod suppression;
mod whereabouts;
mod words;

mod committee_above_tenth;
mod consumption_internal_or_short;
mod days_paid_above_days_used;
mod duplicate_payment;
mod hall_could_seat;
mod lodging_for_residents;
mod mc_without_minister;
mod meals_above_attendance;
mod package_and_extras;
mod package_out_of_town;
mod package_shorter_than_paid;
mod price_above_ceiling;
mod price_at_ceiling;
mod price_outlier;
mod round_or_repeated_price;
mod routine_topic_outside;
mod speaker_hours_above_programme;
mod speaker_rate_above_ceiling;
mod split_package;
mod total_mismatch;
mod transport_in_compound;
mod wrong_account;
mod year_end_rush;
mod yearly_hotel_total;

pub use definition::{Check, Page};
pub use examination::{Counts, Examination, Flag};
pub use finding::{Figure, Finding, Missing, Status};
pub use law::{Law, LegalBasis, LegalRule, Period};
pub use run::{Coverage, Examined, run_checks};
pub use setting::{Setting, SettingUnit, Settings};
pub use subject::{Seen, Subject};
pub use suppression::{Suppression, suppress};

/// All checks, in the order of their coverage table.
pub static CHECKS: &[&Check] = &[
    &total_mismatch::CHECK,
    &hall_could_seat::CHECK,
    &duplicate_payment::CHECK,
    &package_and_extras::CHECK,
    &days_paid_above_days_used::CHECK,
    &split_package::CHECK,
    &year_end_rush::CHECK,
    &round_or_repeated_price::CHECK,
    &yearly_hotel_total::CHECK,
    &price_outlier::CHECK,
    &price_above_ceiling::CHECK,
    &price_at_ceiling::CHECK,
    &speaker_rate_above_ceiling::CHECK,
    &speaker_hours_above_programme::CHECK,
    &meals_above_attendance::CHECK,
    &wrong_account::CHECK,
    &routine_topic_outside::CHECK,
    &mc_without_minister::CHECK,
    &committee_above_tenth::CHECK,
    &package_out_of_town::CHECK,
    &package_shorter_than_paid::CHECK,
    &lodging_for_residents::CHECK,
    &transport_in_compound::CHECK,
    &consumption_internal_or_short::CHECK,
];

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
