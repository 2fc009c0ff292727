//! Village budgets (APBDes): classes are numbered 1 (pendapatan), 2 (belanja), 3 (pembiayaan), and spending is
//! stated twice, by account (`2.1.2`) and again by activity (`01.02`). The accounts are counted.

use hemat_core::account::{AccountClass, AccountCode};
use hemat_core::money::Rupiah;

use crate::read::account_row::AccountRow;
use crate::read::roll_up::Role;
use crate::read::synonyms::name_key;

/// True if the rows are a village's budget: no account in any known writing, and a class of the village as heading.
pub(crate) fn is_village(rows: &[AccountRow]) -> bool {
    let class = |row: &AccountRow| {
        let key = name_key(&row.name);
        matches!(row.prefix(), "1" | "2" | "3")
            && ["pendapatan desa", "belanja desa", "pembiayaan desa"].contains(&key.as_str())
    };
    rows.iter().all(|r| r.account().is_none()) && rows.iter().any(class)
}

/// Turns the codes whose first level has one digit into accounts, with their class.
pub(crate) fn accounts_of_village(rows: &mut [AccountRow]) {
    let mut spending = None;
    for row in rows {
        let key = name_key(&row.name);
        let Some(code) = row.code.as_mut().filter(|c| has_one_digit(&c.prefix)) else { continue };
        let class = match code.prefix.as_bytes().first() {
            Some(b'1') => Some(AccountClass::Revenue),
            Some(b'3') => Some(AccountClass::Financing),
            _ => {
                spending = match key.as_str() {
                    "belanja pegawai" => Some(AccountClass::Personnel),
                    "belanja modal" => Some(AccountClass::Capital),
                    "belanja bantuan sosial" | "belanja tidak terduga" => Some(AccountClass::Transfer),
                    "belanja barang dan jasa" => Some(AccountClass::GoodsAndServices),
                    _ => spending,
                };
                spending
            }
        };
        code.account =
            Some(AccountCode { code: std::mem::take(&mut code.prefix).into(), scheme: None, class });
    }
}

/// Takes the activities out of the count and returns their rupiah: the same money as the accounts'.
pub(crate) fn take_out_activities(rows: &[AccountRow], roles: &mut [Role]) -> Rupiah {
    let mut sum = Rupiah::ZERO;
    for (at, (row, role)) in rows.iter().zip(roles.iter_mut()).enumerate() {
        if row.code.is_none() || row.account().is_some() {
            continue;
        }
        let below = format!("{}.", row.prefix());
        let divided = rows.get(at + 1).is_some_and(|next| next.prefix().starts_with(&below));
        if !divided && let Some(amount) = row.amount.value() {
            sum = sum.try_add(amount).unwrap_or(sum);
        }
        *role = Role::RollUp;
    }
    sum
}

fn has_one_digit(prefix: &str) -> bool {
    prefix.split('.').next().is_some_and(|level| level.len() == 1)
}
