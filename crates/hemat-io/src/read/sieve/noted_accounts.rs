//! The accounts of lines that are not kept.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use foldhash::fast::FixedState;
use hashbrown::{Equivalent, HashMap};
use hemat_core::account::{AccountCode, AccountScheme};
use hemat_core::cost_line::CostLine;
use hemat_core::money::MoneyError;
use hemat_core::repeated::account_key;

use super::part::{AccountSums, Accounts, add_account};

/// Sums by account and name. A file repeats a few hundred.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct NotedAccounts {
    known: HashMap<Named, Noted, FixedState>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Named {
    account: AccountCode,
    name: Arc<str>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Noted {
    /// The account's share of the keys of its lines.
    key: u64,
    sums: AccountSums,
}

/// [`Named`] without owning it.
struct Borrowed<'a> {
    account: &'a AccountCode,
    name: &'a str,
}

impl Hash for Named {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Borrowed { account: &self.account, name: &self.name }.hash(state);
    }
}

impl Hash for Borrowed<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.account.code.hash(state);
        self.name.hash(state);
    }
}

impl Equivalent<Named> for Borrowed<'_> {
    fn equivalent(&self, key: &Named) -> bool {
        *self.account == key.account && *self.name == *key.name
    }
}

impl NotedAccounts {
    /// Notes a line, and gives its account's share of its key.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when a sum cannot be kept exact.
    pub(super) fn note(&mut self, line: &CostLine) -> Result<u64, MoneyError> {
        let Some(account) = &line.context.account else { return Ok(account_key("")) };
        let (row, amount) = (line.account_row, line.amount);
        let name = &line.context.account_name;
        if let Some(noted) = self.known.get_mut(&Borrowed { account, name }) {
            noted.sums.rows += 1;
            noted.sums.first = noted.sums.first.min(row);
            noted.sums.amount = noted.sums.amount.try_add(amount)?;
            return Ok(noted.key);
        }
        let key = account_key(&account.code);
        let named = Named { account: account.clone(), name: Arc::clone(name) };
        self.known.insert(named, Noted { key, sums: AccountSums { rows: 1, first: row, amount } });
        Ok(key)
    }

    /// Takes in those of other lines.
    ///
    /// # Errors
    /// As [`NotedAccounts::note`].
    pub(super) fn append(&mut self, other: NotedAccounts) -> Result<(), MoneyError> {
        for (named, Noted { key, sums }) in other.known {
            match self.known.get_mut(&Borrowed { account: &named.account, name: &named.name }) {
                Some(noted) => {
                    noted.sums.rows += sums.rows;
                    noted.sums.first = noted.sums.first.min(sums.first);
                    noted.sums.amount = noted.sums.amount.try_add(sums.amount)?;
                }
                None => {
                    self.known.insert(named, Noted { key, sums });
                }
            }
        }
        Ok(())
    }

    /// Their schemes.
    pub(super) fn schemes(&self) -> BTreeSet<AccountScheme> {
        self.known.keys().filter_map(|named| named.account.scheme).collect()
    }

    /// As accounts of counted lines.
    ///
    /// # Errors
    /// As [`NotedAccounts::note`].
    pub(super) fn into_accounts(self) -> Result<Accounts, MoneyError> {
        let mut accounts = Accounts::default();
        for (named, noted) in self.known {
            add_account(&mut accounts, (Some(named.account), Box::from(&*named.name)), noted.sums)?;
        }
        Ok(accounts)
    }
}
