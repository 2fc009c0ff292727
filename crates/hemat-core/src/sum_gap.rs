//! Sum gap (selisih penjumlahan): an account states an amount that its details do not add up to.

use std::sync::Arc;

use crate::account::AccountClass;
use crate::money::Rupiah;
use crate::source::RowRef;

/// One gap, as the reader found it. No sum is ever forced to close one.
///
/// Subtotals that differ are not among them: in files that were saved again and again they mostly lost rows or digits,
/// and the reader says so (`roll-up-differs`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SumGap {
    /// The row of the account.
    pub row: RowRef,
    /// Its name as written.
    pub name: Arc<str>,
    /// What its account is, where the code says so.
    pub class: Option<AccountClass>,
    /// The amount it states.
    pub stated: Rupiah,
    /// The sum of its details.
    pub sum: Rupiah,
    /// True if some detail could not be read, so that the gap may be the reader's.
    pub unread: bool,
}

impl SumGap {
    /// True if both amounts have the same digits but for zeros at the end: a cell that lost zeros, not a sum that
    /// differs.
    #[must_use]
    pub fn is_lost_zeros(&self) -> bool {
        let digits = |amount: Rupiah| amount.abs().to_string().trim_end_matches('0').replace('.', "");
        digits(self.stated) == digits(self.sum)
    }
}
