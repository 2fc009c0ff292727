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
    let groups: Vec<&str> = text.trim().trim_end_matches('.').split('.').map(str::trim).collect();
    if groups.is_empty() || !groups.iter().all(|g| !g.is_empty() && g.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let code: Box<str> = groups.join(".").into();
    Some(SplitCode { prefix: String::new(), account: Some(AccountCode { code, scheme: None, class: None }) })
}
