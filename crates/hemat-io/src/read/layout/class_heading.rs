//! Files whose codes do not tell the class of an account: headings tell it.

use hemat_core::account::{AccountClass, AccountCode};

use crate::read::account_row::AccountRow;
use crate::read::synonyms::name_key;

/// The class that a heading opens, whatever its code.
pub(super) fn class_heading(name: &str) -> Option<AccountClass> {
    let key = name_key(name);
    Some(match key.as_str() {
        "pendapatan" | "pendapatan daerah" | "pendapatan asli daerah" => AccountClass::Revenue,
        "pembiayaan"
        | "pembiayaan daerah"
        | "penerimaan pembiayaan"
        | "penerimaan pembiayaan daerah"
        | "pengeluaran pembiayaan"
        | "pengeluaran pembiayaan daerah" => AccountClass::Financing,
        "belanja pegawai" => AccountClass::Personnel,
        "belanja barang dan jasa" | "belanja langsung" => AccountClass::GoodsAndServices,
        "belanja modal" => AccountClass::Capital,
        "belanja hibah"
        | "belanja bantuan sosial"
        | "belanja bunga"
        | "belanja subsidi"
        | "belanja tidak terduga" => AccountClass::Transfer,
        _ => return None,
    })
}

/// True if the codes are accounts whose first level is not 4, 5 or 6: `1.1.1.01` for revenue.
pub(super) fn numbers_classes_from_one(rows: &[AccountRow]) -> bool {
    let coded = rows.iter().filter(|r| r.code.is_some()).count();
    let accounts = rows.iter().filter(|r| r.account().is_some()).count();
    let short = |prefix: &str| {
        let mut groups = prefix.split('.');
        groups.next().is_some_and(|g| g.len() == 1) && groups.next().is_none_or(|g| g.len() == 1)
    };
    let short =
        rows.iter().filter(|r| r.account().is_none() && r.code.is_some() && short(r.prefix())).count();
    short * 2 > coded && accounts * 10 < coded
}

/// Files that number their classes 1, 2, 3: the codes are accounts, and headings say their class.
pub(super) fn accounts_by_heading(rows: &mut [AccountRow]) {
    let mut class = None;
    for row in rows {
        class = class_heading(&row.name).or(class);
        if let Some(code) = &mut row.code
            && code.account.is_none()
        {
            let prefix = std::mem::take(&mut code.prefix);
            code.account = Some(AccountCode { code: prefix.into(), scheme: None, class });
        }
    }
}
