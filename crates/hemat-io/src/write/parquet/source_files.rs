//! What the files said of which the lines are, kept beside them: layout, and the balance of rows and rupiah.

use hemat_core::money::Rupiah;
use serde::{Deserialize, Serialize};

use crate::read::budget::{BudgetFile, DetailTally, LayoutName, Tally};

/// The key under which they stand.
pub const FILES: &str = "hemat.files";

/// One file. Money as decimal text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceFile {
    /// Its name, as in the lines.
    pub file: String,
    layout: String,
    rows_read: u64,
    rows_used: u64,
    rows_set_aside: u64,
    rows_not_lines: u64,
    amount_read: String,
    amount_used: String,
    amount_set_aside: String,
    detail_accounts: u64,
    detail_reconciled: u64,
    detail_amount: String,
    detail_amount_reconciled: String,
}

impl SourceFile {
    /// What is kept of a file.
    #[must_use]
    pub fn of(budget: &BudgetFile) -> Self {
        let (tally, details) = (&budget.tally, &budget.details);
        SourceFile {
            file: budget.file.to_string(),
            layout: budget.layout.as_str().to_owned(),
            rows_read: tally.rows_read,
            rows_used: tally.rows_used,
            rows_set_aside: tally.rows_set_aside,
            rows_not_lines: tally.rows_not_lines,
            amount_read: tally.amount_read.to_string(),
            amount_used: tally.amount_used.to_string(),
            amount_set_aside: tally.amount_set_aside.to_string(),
            detail_accounts: details.accounts,
            detail_reconciled: details.reconciled,
            detail_amount: details.amount.to_string(),
            detail_amount_reconciled: details.amount_reconciled.to_string(),
        }
    }

    /// Its layout, if the word is one.
    #[must_use]
    pub fn layout(&self) -> Option<LayoutName> {
        LayoutName::from_word(&self.layout)
    }

    /// Adds its balance to that of others. `None` if a number is none or leaves its range.
    #[must_use]
    pub fn added_to(&self, tally: Tally, details: DetailTally) -> Option<(Tally, DetailTally)> {
        let sum = |total: Rupiah, text: &str| total.try_add(Rupiah::parse_canonical(text).ok()?).ok();
        let tally = Tally {
            rows_read: tally.rows_read.checked_add(self.rows_read)?,
            rows_used: tally.rows_used.checked_add(self.rows_used)?,
            rows_set_aside: tally.rows_set_aside.checked_add(self.rows_set_aside)?,
            rows_not_lines: tally.rows_not_lines.checked_add(self.rows_not_lines)?,
            amount_read: sum(tally.amount_read, &self.amount_read)?,
            amount_used: sum(tally.amount_used, &self.amount_used)?,
            amount_set_aside: sum(tally.amount_set_aside, &self.amount_set_aside)?,
        };
        let details = DetailTally {
            accounts: details.accounts.checked_add(self.detail_accounts)?,
            reconciled: details.reconciled.checked_add(self.detail_reconciled)?,
            amount: sum(details.amount, &self.detail_amount)?,
            amount_reconciled: sum(details.amount_reconciled, &self.detail_amount_reconciled)?,
        };
        Some((tally, details))
    }
}
