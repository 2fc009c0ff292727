//! What the threads found, put together in the order of the file.

use std::collections::{BTreeMap, BTreeSet};

use hemat_core::account::AccountCode;
use hemat_core::budget_event::UnassignedReason;
use hemat_core::cost_line::{BudgetStage, LineContext};
use hemat_core::counted_lines::CountedLines;
use hemat_core::money::{MoneyError, Rupiah};
use hemat_core::repeated::{Keys, account_key, key_of_whole};
use rust_decimal::Decimal;

use crate::read::account_name::NamedAccount;
use crate::read::balance::Collected;
use crate::read::budget::{BudgetFile, LayoutName};
use crate::read::layout::row::MONEY;
use crate::read::layout::{Used, finished};
use crate::read::number::MarkEvidence;
use crate::read::source::Source;

/// The lines of one account, as the file names it.
#[derive(Debug, Clone)]
pub(super) struct Account {
    account: Option<AccountCode>,
    name: Box<str>,
    key: u64,
    lines: u64,
    first: u64,
    amount: i128,
}

impl Account {
    pub(super) fn new(account: Option<AccountCode>, name: &str) -> Self {
        let key = account_key(account.as_ref().map_or("", |a| &a.code));
        Account { account, name: name.into(), key, lines: 0, first: u64::MAX, amount: 0 }
    }
}

impl Account {
    pub(super) fn code(&self) -> &str {
        self.account.as_ref().map_or("", |a| &a.code)
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// True if both are one account, however their cells are written.
    pub(super) fn is_same(&self, other: &Account) -> bool {
        self.account == other.account && self.name == other.name
    }
}

/// What one thread passed over. None of it depends on order.
#[derive(Debug, Default)]
pub(super) struct Passed {
    pub accounts: Vec<Account>,
    /// Year, region, agency.
    pub contexts: BTreeSet<(Option<u16>, String, String)>,
    reasons: BTreeMap<UnassignedReason, (u64, i128)>,
    keys: Keys,
}

impl Passed {
    pub(super) fn add(&mut self, account: usize, reason: UnassignedReason, amount: i64, number: u64) {
        let Some(account) = self.accounts.get_mut(account) else { return };
        account.lines += 1;
        account.first = account.first.min(number);
        account.amount += i128::from(amount);
        self.keys.add(key_of_whole(account.key, amount));
        let (lines, sum) = self.reasons.entry(reason).or_default();
        *lines += 1;
        *sum += i128::from(amount);
    }

    /// Takes in what another thread passed over.
    pub(super) fn merge(&mut self, other: Passed) {
        self.accounts.extend(other.accounts);
        self.contexts.extend(other.contexts);
        for (reason, (lines, sum)) in other.reasons {
            let (all, total) = self.reasons.entry(reason).or_default();
            *all += lines;
            *total += sum;
        }
        self.keys.merge(other.keys);
    }
}

/// What the layout read of one block.
#[derive(Debug, Default)]
pub(super) struct BlockRead {
    /// Records of the block.
    pub records: u64,
    pub collected: Collected,
    /// About the mark of each column of money.
    pub evidence: [MarkEvidence; MONEY.len()],
}

/// Blocks in the order of the file, whatever order they come in.
#[derive(Debug, Default)]
pub(super) struct InOrder {
    waiting: BTreeMap<usize, BlockRead>,
    next: usize,
    records: u64,
    evidence: [MarkEvidence; MONEY.len()],
    all: Collected,
}

impl InOrder {
    /// Takes in a block.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when the sums cannot be kept exact.
    pub(super) fn add(&mut self, index: usize, block: BlockRead) -> Result<(), MoneyError> {
        self.waiting.insert(index, block);
        while let Some(block) = self.waiting.remove(&self.next) {
            self.next += 1;
            self.records += block.records;
            for (all, more) in self.evidence.iter_mut().zip(&block.evidence) {
                all.merge(more);
            }
            self.all.append(block.collected)?;
        }
        Ok(())
    }
}

/// The file as it was read. `None` if a number could be read in two ways and other rows settle it, or a total
/// leaves the range of money: the plain reader says what is to be said of that.
pub(super) fn put_together(
    source: Source,
    used: Used,
    blocks: InOrder,
    passed: Passed,
) -> Option<BudgetFile> {
    let settled = source.options.decimal_mark.is_some();
    if !settled && blocks.evidence.iter().any(MarkEvidence::settles_the_ambiguous) {
        return None;
    }
    let stage = source.sheets.first().and_then(|sheet| sheet.titles.stage);
    let mut collected = blocks.all;
    let counted = counted(&passed, stage)?;
    let amount = counted.amount().ok()?;
    let tally = &mut collected.tally;
    tally.rows_read = blocks.records;
    tally.rows_used += counted.lines();
    tally.rows_not_lines = blocks.records.checked_sub(tally.rows_used + tally.rows_set_aside)?;
    tally.amount_used = tally.amount_used.try_add(amount).ok()?;
    tally.amount_read = tally.amount_used.try_add(tally.amount_set_aside).ok()?;
    collected.diagnostics.splice(..0, source.diagnostics.iter().cloned());
    let accounts = passed.accounts.iter().filter(|account| account.lines > 0);
    let accounts: Option<Vec<NamedAccount<'_>>> = accounts.map(Account::named).collect();
    Some(finished(source, LayoutName::Rka, used, collected, counted, &accounts?))
}

fn counted(passed: &Passed, stage: Option<BudgetStage>) -> Option<CountedLines> {
    let by_reason =
        passed.reasons.iter().map(|(reason, (lines, sum))| Some((*reason, (*lines, rupiah(*sum)?))));
    let contexts = passed.contexts.iter().map(|(year, region, agency)| LineContext {
        year: *year,
        region: region.as_str().into(),
        agency: agency.as_str().into(),
        stage,
        ..LineContext::default()
    });
    Some(CountedLines {
        by_reason: by_reason.collect::<Option<_>>()?,
        contexts: contexts.collect(),
        schemes: passed.accounts.iter().filter_map(|a| a.account.as_ref()?.scheme).collect(),
        keys: passed.keys.clone(),
    })
}

impl Account {
    fn named(&self) -> Option<NamedAccount<'_>> {
        let (account, name, rows, first) = (self.account.as_ref(), &*self.name, self.lines, self.first);
        Some(NamedAccount { account, name, rows, first, amount: rupiah(self.amount)? })
    }
}

fn rupiah(whole: i128) -> Option<Rupiah> {
    Rupiah::try_new(Decimal::try_from_i128_with_scale(whole, 0).ok()?).ok()
}
