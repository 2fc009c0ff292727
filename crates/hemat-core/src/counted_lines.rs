//! Lines that were counted and not kept (baris yang hanya dihitung): none of them is about an event.
//!
//! A large file is read without holding what no event needs. What all lines together say is kept: how many there
//! are, their rupiah, whose they are, and what they are recognised by when a budget is given twice.

use std::collections::{BTreeMap, BTreeSet};

use crate::account::AccountScheme;
use crate::budget_event::UnassignedReason;
use crate::cost_line::LineContext;
use crate::money::{MoneyError, Rupiah};
use crate::repeated::Keys;

/// The lines of a file that were counted and not kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CountedLines {
    /// How many, and their rupiah, by the reason why they are in no event.
    pub by_reason: BTreeMap<UnassignedReason, (u64, Rupiah)>,
    /// Year, region, agency and stage that occur among them, each once; the rest of each context is empty.
    pub contexts: Vec<LineContext>,
    /// Schemes of their accounts.
    pub schemes: BTreeSet<AccountScheme>,
    /// What they are recognised by.
    pub keys: Keys,
}

impl CountedLines {
    /// How many lines.
    #[must_use]
    pub fn lines(&self) -> u64 {
        self.by_reason.values().map(|(lines, _)| lines).sum()
    }

    /// Their rupiah.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when the sum cannot be kept exact.
    pub fn amount(&self) -> Result<Rupiah, MoneyError> {
        Rupiah::try_sum(self.by_reason.values().map(|(_, amount)| *amount))
    }
}
