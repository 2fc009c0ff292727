//! Sum gap (selisih penjumlahan): a row states an amount that the rows below it do not add up to.

use std::sync::Arc;

use crate::money::Rupiah;
use crate::session::words;
use crate::source::RowRef;

words! {
    /// What should have added up.
    SumOf {
        /// The detail lines of an account.
        Details = "details",
        /// The rows below a subtotal.
        Rows = "rows",
    }
}

/// One gap, as the reader found it. No sum is ever forced to close one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SumGap {
    /// The row that states the amount.
    pub row: RowRef,
    /// Its name as written.
    pub name: Arc<str>,
    /// What should have added up.
    pub of: SumOf,
    /// The amount it states.
    pub stated: Rupiah,
    /// The sum of what stands below it.
    pub sum: Rupiah,
    /// True if something below it could not be read, so that the gap may be the reader's.
    pub unread: bool,
}
