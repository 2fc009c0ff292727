//! A part of one large export: what one of several workers read of it, and how parts become the file.
//!
//! Nothing in a part depends on how the file was shared out, but for which rows are in it: sums add up, and what has
//! an order has its row.

use std::collections::BTreeMap;

use hemat_core::account::AccountCode;
use hemat_core::classify::Classification;
use hemat_core::cost_line::CostLine;
use hemat_core::counted_lines::CountedLines;
use hemat_core::money::{MoneyError, Rupiah};
use hemat_core::repeated::FEW;

use crate::read::account_name::NamedAccount;
use crate::read::balance::Collected;
use crate::read::budget::{BudgetFile, ClassifiedFile};
use crate::read::diagnostic::Diagnostic;
use crate::read::layout::complete;
use crate::read::layout::row::MONEY;
use crate::read::number::MarkEvidence;
use crate::read::strange_text::StrangeTexts;

/// Columns whose decimal mark is looked for.
const MARKED: usize = MONEY.len();

/// Which blocks of a file one worker reads: every `of`-th, from its own place on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share {
    part: u32,
    of: u32,
}

impl Share {
    /// All of them.
    pub const WHOLE: Share = Share { part: 1, of: 1 };

    /// The most parts of one file: with more, each would have less than a block of the largest exports.
    pub const MOST: u32 = 10_000;

    /// Part `part` of `of`, from 1; `None` unless `1 <= part <= of <= 10,000`.
    #[must_use]
    pub fn new(part: u32, of: u32) -> Option<Self> {
        (of <= Self::MOST && (1..=of).contains(&part)).then_some(Share { part, of })
    }

    /// Which part, from 1.
    #[must_use]
    pub fn part(self) -> u32 {
        self.part
    }

    /// Of how many.
    #[must_use]
    pub fn of(self) -> u32 {
        self.of
    }

    /// The place of a block of the file among the blocks of this share; `None` if it is another's.
    pub(super) fn place_of(self, block: usize) -> Option<usize> {
        let of = self.of as usize;
        (block % of == self.part as usize - 1).then_some(block / of)
    }
}

/// The counted lines of one account, under one name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccountSums {
    /// How many rows.
    pub rows: u64,
    /// The first of them.
    pub first: u64,
    /// Their rupiah.
    pub amount: Rupiah,
}

/// Accounts as the file writes them: code and name.
pub(super) type Accounts = BTreeMap<(Option<AccountCode>, Box<str>), AccountSums>;

/// Adds rows of an account.
pub(super) fn add_account(
    accounts: &mut Accounts,
    key: (Option<AccountCode>, Box<str>),
    more: AccountSums,
) -> Result<(), MoneyError> {
    match accounts.get_mut(&key) {
        None => {
            accounts.insert(key, more);
        }
        Some(sums) => {
            sums.rows += more.rows;
            sums.first = sums.first.min(more.first);
            sums.amount = sums.amount.try_add(more.amount)?;
        }
    }
    Ok(())
}

/// What was read of a share of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilePart {
    /// What the head of the file says, and lines, rows set aside and complaints of this share. The balance leaves out
    /// the counted lines until [`FilePart::finish`].
    pub budget: BudgetFile,
    /// What each of its lines is, in the lines' order.
    pub classes: Vec<Classification>,
    /// Complaints about the head of the file: the same in every part.
    pub head: Vec<Diagnostic>,
    /// Records of this share.
    pub records: u64,
    /// What the cells of each column of money say about its decimal mark.
    pub marks: [MarkEvidence; MARKED],
    /// True if the user settles the decimal mark.
    pub settled: bool,
    /// The accounts of the counted lines.
    pub accounts: Accounts,
}

/// Why parts do not make a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unfinished {
    /// A number can be read in two ways, and rows of other parts would settle which.
    #[error(
        "a number can be read in two ways and other rows settle which: read the file whole, or give --decimal-mark"
    )]
    TwoReadings,
    /// So few lines are compared with those of other files word by word, and some were only counted.
    #[error("so few lines are compared with others word by word: read the file whole")]
    FewLines,
    /// A total leaves the range of money.
    #[error("a total is too large to be kept exact")]
    OutOfRange,
}

impl From<MoneyError> for Unfinished {
    fn from(_: MoneyError) -> Self {
        Unfinished::OutOfRange
    }
}

impl FilePart {
    /// Takes in another share of the same file.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when a sum cannot be kept exact.
    pub fn append(&mut self, other: FilePart) -> Result<(), MoneyError> {
        self.records += other.records;
        for (marks, more) in self.marks.iter_mut().zip(&other.marks) {
            marks.merge(more);
        }
        for (key, sums) in other.accounts {
            add_account(&mut self.accounts, key, sums)?;
        }
        self.classes.extend(other.classes);
        let (budget, more) = (&mut self.budget, other.budget);
        add_counted(&mut budget.counted, more.counted)?;
        let own = Collected {
            lines: std::mem::take(&mut budget.lines),
            set_aside: std::mem::take(&mut budget.set_aside),
            diagnostics: std::mem::take(&mut budget.diagnostics),
            tally: budget.tally,
            details: budget.details,
            gaps: std::mem::take(&mut budget.gaps),
        };
        let mut all = own;
        all.append(Collected {
            lines: more.lines,
            set_aside: more.set_aside,
            diagnostics: more.diagnostics,
            tally: more.tally,
            details: more.details,
            gaps: more.gaps,
        })?;
        budget.lines = all.lines;
        budget.set_aside = all.set_aside;
        budget.diagnostics = all.diagnostics;
        budget.tally = all.tally;
        budget.details = all.details;
        budget.gaps = all.gaps;
        Ok(())
    }

    /// The file, once all its parts are in.
    ///
    /// # Errors
    /// [`Unfinished`]: the plain reader says what is to be said of such a file.
    pub fn finish(self) -> Result<ClassifiedFile, Unfinished> {
        let counted = self.budget.counted.lines();
        if counted > 0 && counted + (self.budget.lines.len() as u64) < FEW as u64 {
            return Err(Unfinished::FewLines);
        }
        self.finish_beside(Accounts::default(), &StrangeTexts::default())
    }

    /// [`FilePart::finish`] beside lines that are not kept, of these accounts and texts.
    pub(super) fn finish_beside(
        mut self,
        more: Accounts,
        strange: &StrangeTexts,
    ) -> Result<ClassifiedFile, Unfinished> {
        for (key, sums) in more {
            add_account(&mut self.accounts, key, sums)?;
        }
        if !self.settled && self.marks.iter().any(MarkEvidence::settles_the_ambiguous) {
            return Err(Unfinished::TwoReadings);
        }
        in_order_of_rows(&mut self.budget.lines, &mut self.classes);
        let mut file = self.budget;
        file.set_aside.sort_by_key(|row| row.row);
        file.gaps.sort_by_key(|gap| gap.row.row);
        file.diagnostics.sort_by_key(|diagnostic| diagnostic.row);
        let amount = file.counted.amount()?;
        let tally = &mut file.tally;
        tally.rows_read = self.records;
        tally.rows_used += file.counted.lines();
        tally.rows_not_lines =
            self.records.checked_sub(tally.rows_used + tally.rows_set_aside).ok_or(Unfinished::OutOfRange)?;
        tally.amount_used = tally.amount_used.try_add(amount)?;
        tally.amount_read = tally.amount_used.try_add(tally.amount_set_aside)?;
        file.diagnostics.splice(..0, self.head);
        let accounts: Vec<NamedAccount<'_>> = self
            .accounts
            .iter()
            .map(|((account, name), sums)| NamedAccount {
                account: account.as_ref(),
                name,
                rows: sums.rows,
                first: sums.first,
                amount: sums.amount,
            })
            .collect();
        complete(&mut file, &accounts, strange);
        Ok(ClassifiedFile { budget: file, classes: self.classes })
    }
}

/// Puts lines in the order of the file, each with its class.
fn in_order_of_rows(lines: &mut Vec<CostLine>, classes: &mut Vec<Classification>) {
    if lines.is_sorted_by_key(|line| line.row.row) {
        return;
    }
    let mut both: Vec<(CostLine, Classification)> = lines.drain(..).zip(classes.drain(..)).collect();
    both.sort_by_key(|(line, _)| line.row.row);
    (*lines, *classes) = both.into_iter().unzip();
}

/// Adds what was counted in another share.
fn add_counted(all: &mut CountedLines, more: CountedLines) -> Result<(), MoneyError> {
    for (reason, (lines, amount)) in more.by_reason {
        let (count, sum) = all.by_reason.entry(reason).or_default();
        *count += lines;
        *sum = sum.try_add(amount)?;
    }
    all.contexts.extend(more.contexts);
    // In the order of the whole read at once: whose they are, each once.
    all.contexts.sort_by(|a, b| (a.year, &a.region, &a.agency).cmp(&(b.year, &b.region, &b.agency)));
    all.contexts.dedup();
    all.schemes.extend(more.schemes);
    all.keys.merge(more.keys);
    Ok(())
}
