//! What the threads found, put together in the order of the file.

use std::collections::{BTreeMap, BTreeSet};

use hemat_core::account::AccountCode;
use hemat_core::budget_event::UnassignedReason;
use hemat_core::classify::Classification;
use hemat_core::cost_line::{BudgetStage, LineContext};
use hemat_core::counted_lines::CountedLines;
use hemat_core::money::Rupiah;
use hemat_core::repeated::{Keys, account_key, key_of_whole};
use rust_decimal::Decimal;

use crate::read::balance::Collected;
use crate::read::layout::row::MONEY;
use crate::read::layout::{Used, unfinished};
use crate::read::number::MarkEvidence;
use crate::read::source::Source;

use super::closing::{Batch, Closing, Runs, Stopped};
use super::form::Form;
use super::part::{AccountSums, FilePart, add_account};

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
    /// Lines and rupiah by reason, of which there are few.
    reasons: Vec<(UnassignedReason, (u64, i128))>,
    keys: Keys,
}

impl Passed {
    /// Of lines that have no account.
    pub(super) fn without_accounts() -> Self {
        Passed { accounts: vec![Account::new(None, "")], ..Passed::default() }
    }

    pub(super) fn add(&mut self, account: usize, reason: UnassignedReason, amount: i64, number: u64) {
        let Some(account) = self.accounts.get_mut(account) else { return };
        account.lines += 1;
        account.first = account.first.min(number);
        account.amount += i128::from(amount);
        self.keys.add(key_of_whole(account.key, amount));
        self.count(reason, 1, i128::from(amount));
    }

    fn count(&mut self, reason: UnassignedReason, lines: u64, sum: i128) {
        match self.reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, (all, total))) => {
                *all += lines;
                *total += sum;
            }
            None => self.reasons.push((reason, (lines, sum))),
        }
    }

    /// Takes in what another thread passed over.
    pub(super) fn merge(&mut self, other: Passed) {
        self.accounts.extend(other.accounts);
        self.contexts.extend(other.contexts);
        for (reason, (lines, sum)) in other.reasons {
            self.count(reason, lines, sum);
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
    /// What each line is, in the lines' order.
    pub classes: Vec<Classification>,
    /// How many of the first packages hold details.
    pub with_details: usize,
    /// The lines instead of those collected, where events are closed.
    pub runs: Option<Runs>,
    /// About the mark of each column of money.
    pub evidence: [MarkEvidence; MONEY.len()],
}

/// Blocks in the order of the file, whatever order they come in.
#[derive(Debug, Default)]
pub(super) struct InOrder {
    /// Where events are closed.
    pub closing: Option<Closing>,
    waiting: BTreeMap<usize, BlockRead>,
    next: usize,
    records: u64,
    evidence: [MarkEvidence; MONEY.len()],
    all: Collected,
    classes: Vec<Classification>,
    with_details: usize,
}

impl InOrder {
    /// Of no block yet.
    pub(super) fn new(closing: Option<Closing>) -> Self {
        InOrder { closing, ..InOrder::default() }
    }

    /// Takes in a block. Gives lines that are to be closed, if there are enough.
    ///
    /// # Errors
    /// [`Stopped`] when the sums cannot be kept exact, or an event goes on that was closed.
    pub(super) fn add(&mut self, index: usize, block: BlockRead) -> Result<Option<Batch>, Stopped> {
        self.waiting.insert(index, block);
        while let Some(block) = self.waiting.remove(&self.next) {
            self.next += 1;
            self.records += block.records;
            for (all, more) in self.evidence.iter_mut().zip(&block.evidence) {
                all.merge(more);
            }
            self.all.append(block.collected)?;
            self.classes.extend(block.classes);
            self.with_details += block.with_details;
            if let (Some(closing), Some(runs)) = (&mut self.closing, block.runs) {
                closing.take(runs)?;
            }
        }
        Ok(self.closing.as_mut().and_then(Closing::batch))
    }
}

/// What was read, as a part of the file: the whole where no block was left to others. `None` if a total leaves the range
/// of money.
pub(super) fn put_together(
    source: Source,
    form: &Form,
    used: Used,
    blocks: InOrder,
    passed: Passed,
) -> Option<FilePart> {
    if !form.is_still(blocks.with_details, blocks.records) {
        return None;
    }
    let settled = source.options.decimal_mark.is_some();
    let head = source.diagnostics.clone();
    let counted = counted(&passed, form.stage)?;
    let mut accounts = BTreeMap::new();
    for account in passed.accounts.iter().filter(|account| account.lines > 0) {
        let key = (account.account.clone(), account.name.clone());
        let sums = AccountSums { rows: account.lines, first: account.first, amount: rupiah(account.amount)? };
        add_account(&mut accounts, key, sums).ok()?;
    }
    Some(FilePart {
        records: blocks.records,
        marks: blocks.evidence,
        budget: unfinished(source, form.layout, used, blocks.all, counted),
        classes: blocks.classes,
        head,
        settled,
        accounts,
    })
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
        schemes: passed
            .accounts
            .iter()
            .filter(|a| a.lines > 0)
            .filter_map(|a| a.account.as_ref()?.scheme)
            .collect(),
        keys: passed.keys.clone(),
    })
}

fn rupiah(whole: i128) -> Option<Rupiah> {
    Rupiah::try_new(Decimal::try_from_i128_with_scale(whole, 0).ok()?).ok()
}
