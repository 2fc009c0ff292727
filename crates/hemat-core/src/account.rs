//! Account codes (kode rekening), in the three schemes that look alike.
//!
//! Permendagri 13/2006 (`5.2.2.07.03`, leaves are local), Permendagri 90/2019 first issue (3-digit leaf) and
//! Kepmendagri 050-5889/2021 (4-digit leaf). `5.1.02.01.01.024` and `5.1.02.01.01.0024` are different accounts.

use std::fmt;

/// The numbering scheme of an account code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AccountScheme {
    /// Permendagri 13/2006 and 59/2007: spending is `5.1` (indirect) and `5.2` (direct).
    Permendagri13,
    /// Permendagri 90/2019, first issue: leaf of three digits.
    Permendagri90,
    /// Kepmendagri 050-3708/2020 and 050-5889/2021: leaf of four digits.
    Kepmendagri050,
    /// The central chart of accounts (BAS): six digits such as `524114`.
    Central,
}

/// The class of an account: what the money is, before any word is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AccountClass {
    /// Pendapatan: revenue, never an event.
    Revenue,
    /// Belanja pegawai: salaries and allowances of office, never an event.
    Personnel,
    /// Belanja barang dan jasa, and honoraria of activities in the 2006 scheme (`5.2.1`).
    GoodsAndServices,
    /// Belanja modal: capital, never an event.
    Capital,
    /// Hibah, bantuan, bunga, subsidi, tak terduga, transfer.
    Transfer,
    /// Pembiayaan: financing, never an event.
    Financing,
}

/// An account code as read: its canonical levels, and the text that the file had.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AccountCode {
    /// Canonical dotted form, e.g. `5.1.02.02.05.0043` or `5.2.2.07.03`.
    pub code: Box<str>,
    /// The scheme, where it could be told.
    pub scheme: Option<AccountScheme>,
    /// The class, from the code or from the nearest class heading above it.
    pub class: Option<AccountClass>,
}

/// The canonical code.
impl fmt::Display for AccountCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code)
    }
}
