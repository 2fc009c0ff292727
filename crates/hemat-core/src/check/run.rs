//! Runs checks over a file, and puts findings in order.

use std::cmp::Reverse;

use crate::lang::Text;
use crate::money::{MoneyError, Rupiah};

use super::definition::Check;
use super::examination::{Counts, Examination};
use super::finding::{Finding, Status};
use super::subject::Seen;

/// What one check could do with one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// Name of the check.
    pub check: &'static str,
    /// Name of the file.
    pub file: String,
    /// Why it cannot fire on this file, if so.
    pub cannot_fire: Option<Text>,
    /// What it found.
    pub counts: Counts,
}

/// All findings, with what was looked at.
#[derive(Debug, Clone, Default)]
pub struct Examined {
    /// Flags and what cannot be told, in order.
    pub findings: Vec<Finding>,
    /// One entry for each check and file, in the order of the checks, then of the files.
    pub coverage: Vec<Coverage>,
}

impl Examined {
    /// Adds what another file gave. [`Examined::sort`] puts all in order.
    pub fn extend(&mut self, other: Examined) {
        self.findings.extend(other.findings);
        self.coverage.extend(other.coverage);
    }

    /// Flags first; among them rupiah at stake, then certainty, then name and key. Rows are the last resort, so that
    /// any order of files gives one order of findings.
    pub fn sort(&mut self) {
        let order = |f: &Finding| {
            (f.status, Reverse(f.at_stake), Reverse(f.certainty), f.check, f.key.clone(), f.rows.clone())
        };
        self.findings.sort_by_cached_key(order);
    }

    /// The flags that no suppression sets apart.
    pub fn flags(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|f| f.status == Status::Flagged && f.suppressed.is_none())
    }

    /// Rupiah at stake over the flags of one check.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when the sum cannot be kept exact.
    pub fn at_stake(&self, check: &str) -> Result<Rupiah, MoneyError> {
        Rupiah::try_sum(self.flags().filter(|f| f.check == check).filter_map(|f| f.at_stake))
    }
}

/// Runs the checks over one file, in their order.
#[must_use]
pub fn run_checks(checks: &[&'static Check], seen: &Seen<'_>) -> Examined {
    let mut all = Examined::default();
    for check in checks {
        let mut examination = Examination::new(check, seen);
        let cannot_fire = (check.can_fire)(seen).err();
        if cannot_fire.is_none() {
            (check.run)(&mut examination);
        }
        all.coverage.push(Coverage {
            check: check.name,
            file: seen.file.to_owned(),
            cannot_fire,
            counts: examination.counts,
        });
        all.findings.extend(examination.findings);
    }
    all.sort();
    all
}
