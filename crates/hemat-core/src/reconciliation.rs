//! Reconciliation (rekonsiliasi): every row and every rupiah that was read is in one place.

use serde::Serialize;

use crate::money::{MoneyError, Rupiah};

/// Where the rows or the rupiah went: `read = used + set_aside + not_event`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Split<T> {
    /// Everything that was read.
    pub read: T,
    /// In events.
    pub used: T,
    /// Could not be used; kept whole, with the reason.
    pub set_aside: T,
    /// Not about an event: other spending, revenue, titles, roll-ups.
    pub not_event: T,
}

/// Rows and rupiah of one or more files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Reconciliation {
    /// Records.
    pub rows: Split<u64>,
    /// Rupiah at the lowest account level.
    pub amount: Split<Rupiah>,
}

impl Reconciliation {
    /// The sum of two; the order does not matter.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when a sum leaves the range.
    pub fn try_add(self, other: Self) -> Result<Self, MoneyError> {
        Ok(Reconciliation {
            rows: Split {
                read: self.rows.read + other.rows.read,
                used: self.rows.used + other.rows.used,
                set_aside: self.rows.set_aside + other.rows.set_aside,
                not_event: self.rows.not_event + other.rows.not_event,
            },
            amount: Split {
                read: self.amount.read.try_add(other.amount.read)?,
                used: self.amount.used.try_add(other.amount.used)?,
                set_aside: self.amount.set_aside.try_add(other.amount.set_aside)?,
                not_event: self.amount.not_event.try_add(other.amount.not_event)?,
            },
        })
    }

    /// True if nothing is lost and nothing counted twice.
    #[must_use]
    pub fn balances(&self) -> bool {
        let rows = self.rows.used + self.rows.set_aside + self.rows.not_event == self.rows.read;
        let parts = [self.amount.used, self.amount.set_aside, self.amount.not_event];
        rows && Rupiah::try_sum(parts) == Ok(self.amount.read)
    }
}
