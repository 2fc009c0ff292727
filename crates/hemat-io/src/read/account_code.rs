//! Raw code text -> account code, with the part before it (agency, programme, activity) split off.

use hemat_core::account::AccountCode;

/// A code cell, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SplitCode {
    /// What stands before the account: urusan, agency, programme and activity, dotted; empty if nothing.
    pub prefix: String,
    /// The account, if the text goes that far.
    pub account: Option<AccountCode>,
}

/// Takes a code cell apart. `None` if the text is not a code.
#[must_use]
pub fn read_code(text: &str) -> Option<SplitCode> {
    let _ = text;
    None
}
