//! Roll-ups told from lowest-level rows, by the hierarchy of codes, the order of rows, and sums, so that nothing is
//! counted twice.

use std::collections::BTreeSet;

use hemat_core::money::Rupiah;

use crate::read::account_row::{AccountRow, is_total};
use crate::read::synonyms::name_key;

/// What a row is for the balance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Money at the lowest level the file goes.
    Lowest,
    /// Repeats the money of other rows, or has none.
    RollUp,
    /// Money without a place in the hierarchy.
    Astray,
}

/// The codes of a file.
struct Codes<'a> {
    /// Prefix and account, joined by `|`.
    accounts: BTreeSet<String>,
    /// Accounts alone.
    anywhere: BTreeSet<&'a str>,
    /// Prefixes of all rows, empty trailing levels taken off.
    prefixes: BTreeSet<&'a str>,
    /// Activities are broken down into accounts.
    activities_have_accounts: bool,
}

/// The role of every row.
pub(crate) fn roles(rows: &[AccountRow]) -> Vec<Role> {
    let codes = Codes::of(rows);
    let mut roles: Vec<Role> = (0..rows.len()).map(|at| role(rows, at, &codes)).collect();
    // Codes of no known kind: rows with money and nothing below them are set aside, not passed over.
    if roles.iter().all(|r| *r == Role::RollUp) {
        for (at, role) in roles.iter_mut().enumerate() {
            let Some(row) = rows.get(at).filter(|r| r.amount.value().is_some_and(|a| !a.is_zero())) else {
                continue;
            };
            let below = format!("{}.", row.prefix());
            if !rows.get(at + 1).is_some_and(|next| next.prefix().starts_with(&below)) {
                *role = Role::Astray;
            }
        }
    }
    roles
}

fn role(rows: &[AccountRow], at: usize, codes: &Codes<'_>) -> Role {
    let Some(row) = rows.get(at) else { return Role::RollUp };
    let Some(code) = &row.code else {
        let nothing = row.amount == crate::read::account_row::Money::Blank;
        return if nothing
            || is_total(&row.name)
            || is_class(&row.name)
            || is_carried_over(rows, row)
            || adds_up(rows, at)
        {
            Role::RollUp
        } else {
            Role::Astray
        };
    };
    let Some(account) = row.account() else {
        return prefix_role(rows, at, &code.prefix, codes);
    };
    if is_repeated(rows, at) || name_key(&row.name).starts_with("jumlah ") {
        return Role::RollUp;
    }
    // 7, 8 and 9 are the accrual accounts of the same money (beban, pendapatan-LO).
    if account.starts_with(['7', '8', '9']) && codes.anywhere.range("4".."7").next().is_some() {
        return Role::RollUp;
    }
    let levels = account.split('.').count();
    let below = |set: &BTreeSet<String>, key: String| {
        let key = key + ".";
        set.range(key.clone()..).next().is_some_and(|next| next.starts_with(&key))
    };
    if below(&codes.accounts, format!("{}|{account}", code.prefix)) {
        return Role::RollUp;
    }
    if levels <= 2 {
        let key = format!("{account}.");
        if codes.anywhere.range(key.as_str()..).next().is_some_and(|next| next.starts_with(&key)) {
            return Role::RollUp;
        }
        if matches!(account, "5" | "5.2")
            && !codes.activities_have_accounts
            && codes.prefixes.len() > 2
            && !code.prefix.is_empty()
        {
            return Role::RollUp;
        }
    }
    // Written with a wrong code, as it happens, the heading of all activities is still no account.
    if codes.activities_have_accounts
        && matches!(name_key(&row.name).as_str(), "belanja" | "belanja daerah" | "belanja langsung")
    {
        return Role::RollUp;
    }
    if levels <= 4 && next_is_deeper(rows, at, levels) && adds_up(rows, at) {
        Role::RollUp
    } else {
        Role::Lowest
    }
}

/// The row above is the same: code, name and amount. An account stands once under its activity, so it was printed
/// twice, as happens where pages break.
pub(crate) fn is_repeated(rows: &[AccountRow], at: usize) -> bool {
    let (Some(row), Some(above)) = (rows.get(at), at.checked_sub(1).and_then(|i| rows.get(i))) else {
        return false;
    };
    row.code.as_ref().is_some_and(|c| c.account.is_some())
        && row.code == above.code
        && row.amount == above.amount
        && row.name == above.name
        && row.amount.value().is_some_and(|a| !a.is_zero())
        && (row.note.is_empty() || row.note.iter().map(|n| &n.1).eq(above.note.iter().map(|n| &n.1)))
}

/// A programme or activity is a roll-up, except in summaries that stop there.
fn prefix_role(rows: &[AccountRow], at: usize, prefix: &str, codes: &Codes<'_>) -> Role {
    let Some(row) = rows.get(at) else { return Role::RollUp };
    let bare = without_empty_levels(prefix);
    let key = format!("{bare}.");
    let divided = codes.prefixes.range(key.as_str()..).next().is_some_and(|next| next.starts_with(&key));
    let money = row.amount.value().is_some_and(|a| !a.is_zero());
    let programme = bare.split('.').count() >= 6;
    if codes.activities_have_accounts
        || divided
        || !money
        || !programme
        || is_total(&row.name)
        || is_class(&row.name)
    {
        Role::RollUp
    } else {
        Role::Lowest
    }
}

impl<'a> Codes<'a> {
    fn of(rows: &'a [AccountRow]) -> Self {
        let mut codes = Codes {
            accounts: BTreeSet::new(),
            anywhere: BTreeSet::new(),
            prefixes: BTreeSet::new(),
            activities_have_accounts: false,
        };
        for row in rows {
            let Some(code) = &row.code else { continue };
            if let Some(account) = row.account() {
                codes.accounts.insert(format!("{}|{account}", code.prefix));
                codes.anywhere.insert(account);
                // Direct spending of the 2006 scheme, or any spending since 2019, down to a third level.
                let direct = account.starts_with("5.2.") || account.starts_with("5.1.0");
                codes.activities_have_accounts |= direct;
            } else {
                codes.prefixes.insert(without_empty_levels(&code.prefix));
            }
        }
        codes
    }
}

/// `1.17.1.17.01.109.00` is the programme 109: trailing levels of zeros say nothing.
fn without_empty_levels(prefix: &str) -> &str {
    let mut rest = prefix;
    while let Some((head, tail)) = rest.rsplit_once('.') {
        if tail.bytes().any(|b| b != b'0') {
            break;
        }
        rest = head;
    }
    rest
}

fn next_is_deeper(rows: &[AccountRow], at: usize, levels: usize) -> bool {
    rows.get(at + 1).and_then(AccountRow::account).is_some_and(|next| next.split('.').count() > levels)
}

/// How many rows below are added up to see whether a row repeats them.
const REACH: usize = 400;

/// True if the amounts just below, at the level of the next row, add up to this row's amount.
fn adds_up(rows: &[AccountRow], at: usize) -> bool {
    let Some(amount) = rows.get(at).and_then(|r| r.amount.value()) else { return false };
    if amount.is_zero() {
        return false;
    }
    let mut sum = Rupiah::ZERO;
    let level = rows.get(at + 1).and_then(AccountRow::account).map(|a| a.split('.').count());
    for row in rows.iter().skip(at + 1).take(REACH) {
        let row_level = row.account().map(|a| a.split('.').count());
        if row_level < level {
            return false;
        }
        if row_level == level
            && let Some(next) = row.amount.value().and_then(|a| sum.try_add(a).ok())
        {
            sum = next;
        }
        if sum == amount {
            return true;
        }
    }
    false
}

/// Account rows whose amount is not the sum of the lowest rows below them, with that sum. `spent` holds what each
/// lowest row was read as.
pub(crate) fn differences(
    rows: &[AccountRow],
    roles: &[Role],
    spent: &[Option<Rupiah>],
) -> Vec<(usize, Rupiah)> {
    let mut lowest = std::collections::BTreeMap::new();
    for (row, spent) in rows.iter().zip(spent) {
        if let (Some(account), Some(amount)) = (row.account(), spent) {
            let sum = lowest.entry(format!("{}|{account}", row.prefix())).or_insert(Rupiah::ZERO);
            *sum = sum.try_add(*amount).unwrap_or(*sum);
        }
    }
    let mut out = Vec::new();
    for (at, (row, role)) in rows.iter().zip(roles).enumerate() {
        let (Some(account), Some(amount)) = (row.account(), row.amount.value()) else { continue };
        // Higher levels repeat the same difference.
        if *role != Role::RollUp || account.split('.').count() < 4 {
            continue;
        }
        let key = format!("{}|{account}.", row.prefix());
        let below = lowest.range(key.clone()..).take_while(|(k, _)| k.starts_with(&key));
        let amounts: Vec<Rupiah> = below.map(|(_, amount)| *amount).collect();
        if let Ok(sum) = Rupiah::try_sum(amounts.iter().copied())
            && !amounts.is_empty()
            && sum != amount
        {
            out.push((at, sum));
        }
    }
    out
}

/// An amount alone, without a name: a page total carried over. With a note it must stand there more than once.
fn is_carried_over(rows: &[AccountRow], row: &AccountRow) -> bool {
    row.name.is_empty()
        && (row.note.is_empty()
            || rows
                .iter()
                .filter(|r| r.code.is_none() && r.name.is_empty() && r.amount == row.amount)
                .count()
                > 1)
}

/// The headings of the classes, which some files write without a code.
fn is_class(name: &str) -> bool {
    matches!(
        name_key(name).as_str(),
        "pendapatan"
            | "pendapatan daerah"
            | "pendapatan asli daerah"
            | "belanja"
            | "belanja daerah"
            | "belanja langsung"
            | "belanja tidak langsung"
            | "pembiayaan"
            | "pembiayaan daerah"
            | "penerimaan pembiayaan"
            | "pengeluaran pembiayaan"
            | "belanja operasi"
    )
}
