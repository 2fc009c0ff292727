//! `suppressions.toml`: findings that were looked into and set apart, each with its reason and day.
//!
//! ```toml
//! [[suppress]]
//! check = "total-mismatch"       # left out: any check
//! key = "f0123456789"            # as `hemat check` prints it, or the id of an event
//! reason = "Jumlah sesuai DPA perubahan"
//! date = 2026-11-24
//! ```

use hemat_core::check::{CHECKS, Suppression, check_named};

use crate::read::contract::{ContractErrors, Faults, plain_text};
use crate::read::toml_section::{Section, parse};
use crate::read::toml_value::{date, text as text_of, word};

/// Reads suppressions; all faults are named at once.
///
/// # Errors
/// [`ContractErrors`] with every fault of the file.
pub fn read_suppressions(text: &str, file: &str) -> Result<Vec<Suppression>, ContractErrors> {
    let text = plain_text(text, file)?;
    let mut faults = Faults::of(text);
    let Some(document) = parse(text, &mut faults) else { return faults.finish(file, None) };
    let root = Section::root(&document, &["suppress"], &mut faults);
    let sections = root.sections("suppress", &["check", "key", "reason", "date"], &mut faults);
    let all: Vec<Suppression> = sections.iter().filter_map(|section| one(section, &mut faults)).collect();
    faults.finish(file, Some(all))
}

fn one(section: &Section<'_>, faults: &mut Faults<'_>) -> Option<Suppression> {
    let names: Vec<&str> = CHECKS.iter().map(|check| check.name).collect();
    let check = match section.item("check") {
        Some(item) => word(&item, |name| check_named(name).map(|check| check.name), &names, faults),
        None => Some(""),
    };
    let key = section.required("key", "the key that `hemat check` prints, or the id of an event", faults);
    let reason = section.required("reason", "say why it is set apart", faults);
    let day = section.required("date", "the day it was decided, 2026-11-24", faults);
    let key = key.and_then(|item| text_of(&item, faults));
    let reason = reason.and_then(|item| text_of(&item, faults));
    let day = day.and_then(|item| date(&item, faults));
    Some(Suppression { check: check?.to_owned(), key: key?, reason: reason?, date: day? })
}
