//! Account codes (kode rekening), in the three schemes that look alike.
//!
//! Permendagri 13/2006 (`5.2.2.07.03`, leaves are local), Permendagri 90/2019 first issue (3-digit leaf) and
//! Kepmendagri 050-5889/2021 (4-digit leaf). `5.1.02.01.01.024` and `5.1.02.01.01.0024` are different accounts.

use std::fmt;
use std::sync::Arc;

use crate::session::words;

words! {
    /// The numbering scheme of an account code.
    AccountScheme {
        /// Permendagri 13/2006 and 59/2007: spending is `5.1` (indirect) and `5.2` (direct).
        Permendagri13 = "permendagri-13",
        /// Permendagri 90/2019, first issue: leaf of three digits.
        Permendagri90 = "permendagri-90",
        /// Kepmendagri 050-3708/2020 and 050-5889/2021: leaf of four digits.
        Kepmendagri050 = "kepmendagri-050",
        /// The central chart of accounts (BAS): six digits such as `524114`.
        Central = "central",
    }
}

words! {
    /// The class of an account: what the money is, before any word is read.
    AccountClass {
        /// Pendapatan: revenue, never an event.
        Revenue = "revenue",
        /// Belanja pegawai: salaries and allowances of office, never an event.
        Personnel = "personnel",
        /// Belanja barang dan jasa, and honoraria of activities in the 2006 scheme (`5.2.1`).
        GoodsAndServices = "goods-and-services",
        /// Belanja modal: capital, never an event.
        Capital = "capital",
        /// Hibah, bantuan, bunga, subsidi, tak terduga, transfer.
        Transfer = "transfer",
        /// Pembiayaan: financing, never an event.
        Financing = "financing",
    }
}

/// An account code as read: its canonical levels, and the text that the file had.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AccountCode {
    /// Canonical dotted form, e.g. `5.1.02.02.05.0043` or `5.2.2.07.03`.
    pub code: Arc<str>,
    /// The scheme, where it could be told.
    pub scheme: Option<AccountScheme>,
    /// The class, from the code or from the nearest class heading above it.
    pub class: Option<AccountClass>,
}

impl AccountCode {
    /// An account from its canonical levels, e.g. `["5", "2", "2", "11", "02"]`. The class is the one the code
    /// says; `None` at levels too high to tell.
    #[must_use]
    pub fn from_levels(levels: &[&str], scheme: Option<AccountScheme>) -> Self {
        AccountCode { code: levels.join(".").into(), scheme, class: class_of(levels, scheme) }
    }

    /// The levels of the code.
    pub fn levels(&self) -> impl Iterator<Item = &str> {
        self.code.split('.')
    }

    /// True if this account lies below `parent` (`5.2.2.11.02` below `5.2.2.11`), not if they are equal.
    #[must_use]
    pub fn is_below(&self, parent: &AccountCode) -> bool {
        self.code.strip_prefix(&*parent.code).is_some_and(|rest| rest.starts_with('.'))
    }
}

/// What an account is, from its code alone.
///
/// 2006 scheme (Permendagri 13/2006, Lampiran A.VII): 4 pendapatan; 5.1 belanja tidak langsung (5.1.1 pegawai, the
/// rest transfers); 5.2 belanja langsung (5.2.1 pegawai, mostly honoraria of activities; 5.2.2 barang dan jasa;
/// 5.2.3 modal); 6 pembiayaan. Since 2019 (Permendagri 90/2019): 5.1.01 pegawai, 5.1.02 barang dan jasa, 5.1.03 to
/// 5.1.06 bunga, subsidi, hibah, bantuan sosial; 5.2 modal; 5.3 tidak terduga; 5.4 transfer.
fn class_of(levels: &[&str], scheme: Option<AccountScheme>) -> Option<AccountClass> {
    if scheme == Some(AccountScheme::Central) {
        // BAS: 51 pegawai, 52 barang, 53 modal, 54 to 58 bunga, subsidi, hibah, bansos, lain-lain; 4 revenue.
        let code = *levels.first()?;
        return match code.get(..2)? {
            "51" => Some(AccountClass::Personnel),
            "52" => Some(AccountClass::GoodsAndServices),
            "53" => Some(AccountClass::Capital),
            "54" | "55" | "56" | "57" | "58" | "59" | "61" | "62" | "63" => Some(AccountClass::Transfer),
            _ if code.starts_with('4') => Some(AccountClass::Revenue),
            _ => None,
        };
    }
    match (levels.first().copied()?, levels.get(1).copied(), levels.get(2).copied()) {
        ("4", _, _) => Some(AccountClass::Revenue),
        ("6", _, _) => Some(AccountClass::Financing),
        ("5", Some("1"), Some("1" | "01")) => Some(AccountClass::Personnel),
        ("5", Some("1"), Some("02")) => Some(AccountClass::GoodsAndServices),
        ("5", Some("1"), Some(_)) => Some(AccountClass::Transfer),
        ("5", Some("2"), Some("1" | "2")) => Some(AccountClass::GoodsAndServices),
        ("5", Some("2"), Some(_)) => Some(AccountClass::Capital),
        ("5", Some("3" | "4"), _) => Some(AccountClass::Transfer),
        _ => None,
    }
}

/// The canonical code.
impl fmt::Display for AccountCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_says_the_class() {
        let cases: [(&str, Option<AccountScheme>, Option<AccountClass>); 12] = [
            ("4.1.2.01", None, Some(AccountClass::Revenue)),
            ("5", None, None),
            ("5.2", None, None),
            ("5.1.1.01", None, Some(AccountClass::Personnel)),
            ("5.1.4.01", None, Some(AccountClass::Transfer)),
            ("5.2.1.01", None, Some(AccountClass::GoodsAndServices)),
            ("5.2.2.11.02", None, Some(AccountClass::GoodsAndServices)),
            ("5.2.3.11.02", None, Some(AccountClass::Capital)),
            ("5.1.02.01.01.0052", None, Some(AccountClass::GoodsAndServices)),
            ("5.2.02.05.01.0005", None, Some(AccountClass::Capital)),
            ("6.1", None, Some(AccountClass::Financing)),
            ("524114", Some(AccountScheme::Central), Some(AccountClass::GoodsAndServices)),
        ];
        for (code, scheme, class) in cases {
            let levels: Vec<&str> = code.split('.').collect();
            assert_eq!(AccountCode::from_levels(&levels, scheme).class, class, "{code}");
        }
    }

    #[test]
    fn below_is_by_level_not_by_letters() {
        let code = |c: &str| AccountCode { code: c.into(), scheme: None, class: None };
        assert!(code("5.2.2.11.02").is_below(&code("5.2.2.11")));
        assert!(!code("5.2.2.11").is_below(&code("5.2.2.1")));
        assert!(!code("5.2.2").is_below(&code("5.2.2")));
    }
}
