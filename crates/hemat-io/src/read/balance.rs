//! The sink that layouts write into. It keeps the balance of rows and rupiah by construction.

use std::collections::BTreeSet;
use std::hash::BuildHasher;
use std::sync::Arc;

use foldhash::fast::FixedState;
use hemat_core::cost_line::{CostLine, LineContext};
use hemat_core::money::{MoneyError, Rupiah};
use hemat_core::sum_gap::SumGap;

use crate::read::budget::{DetailTally, SetAside, Tally};
use crate::read::diagnostic::Diagnostic;
use crate::read::table::{Cell, Record, Table};

/// Why [`Sink::spend`] refused lines. They come back, so that nothing is lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unbalanced {
    /// The lines that were offered.
    pub lines: Vec<CostLine>,
    /// Their sum; `None` if it leaves the range of money.
    pub sum: Option<Rupiah>,
}

/// Collects what a layout reads.
///
/// Every record of the tables given to [`Sink::read_table`] is a row read. It becomes used when a line points
/// to it, set aside when [`Sink::set_aside`] gets it, and else stays "not a line".
#[derive(Debug, Default)]
pub struct Sink {
    lines: Vec<CostLine>,
    set_aside: Vec<SetAside>,
    diagnostics: Vec<Diagnostic>,
    /// Number of tables read so far; row keys carry it, since sheets number their rows alike.
    tables: usize,
    rows_read: u64,
    /// In the order of the lines; a row with several lines may be there again.
    used: Vec<(usize, u64)>,
    aside: BTreeSet<(usize, u64)>,
    amount_used: Rupiah,
    amount_set_aside: Rupiah,
    details: DetailTally,
    gaps: Vec<SumGap>,
}

/// What a sink has collected.
#[derive(Debug, Default)]
pub struct Collected {
    /// The cost lines.
    pub lines: Vec<CostLine>,
    /// Rows that could not be used.
    pub set_aside: Vec<SetAside>,
    /// Everything worth saying, sorted by row.
    pub diagnostics: Vec<Diagnostic>,
    /// The balance.
    pub tally: Tally,
    /// The details' balance.
    pub details: DetailTally,
    /// Accounts that their details do not add up to.
    pub gaps: Vec<SumGap>,
}

impl Collected {
    /// Takes in what was collected of a later part of the same file.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when the sums cannot be kept exact.
    pub fn append(&mut self, later: Collected) -> Result<(), MoneyError> {
        self.lines.extend(later.lines);
        self.set_aside.extend(later.set_aside);
        self.diagnostics.extend(later.diagnostics);
        self.gaps.extend(later.gaps);
        let (all, more) = (&mut self.tally, later.tally);
        all.rows_read += more.rows_read;
        all.rows_used += more.rows_used;
        all.rows_set_aside += more.rows_set_aside;
        all.rows_not_lines += more.rows_not_lines;
        all.amount_read = all.amount_read.try_add(more.amount_read)?;
        all.amount_used = all.amount_used.try_add(more.amount_used)?;
        all.amount_set_aside = all.amount_set_aside.try_add(more.amount_set_aside)?;
        let (all, more) = (&mut self.details, later.details);
        all.accounts += more.accounts;
        all.reconciled += more.reconciled;
        // A tally for orientation: an amount that leaves the range is left out of it.
        all.amount = all.amount.try_add(more.amount).unwrap_or(all.amount);
        all.amount_reconciled =
            all.amount_reconciled.try_add(more.amount_reconciled).unwrap_or(all.amount_reconciled);
        Ok(())
    }
}

impl Sink {
    /// An empty sink.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Starts a table: all its records are rows read. Lines and rows that follow belong to it.
    pub fn read_table(&mut self, table: &Table) {
        self.read_records(table.records.len() as u64);
    }

    /// Starts a part of a table of so many records.
    pub fn read_records(&mut self, records: u64) {
        self.tables += 1;
        self.rows_read += records;
    }

    /// Takes the lines of one amount (an account row with its details, or one row that is a line).
    /// `amount` is the file's own amount for them; the lines must sum to it exactly.
    ///
    /// # Errors
    /// [`Unbalanced`], with the lines, if they do not, or if the total leaves the range of money.
    pub fn spend(&mut self, amount: Rupiah, lines: Vec<CostLine>) -> Result<(), Unbalanced> {
        let sum = Rupiah::try_sum(lines.iter().map(|l| l.amount)).ok();
        let (Some(total), true) = (self.used_with(amount), sum == Some(amount) && !lines.is_empty()) else {
            return Err(Unbalanced { lines, sum });
        };
        self.amount_used = total;
        lines.iter().for_each(|line| self.use_rows(line));
        self.lines.extend(lines);
        Ok(())
    }

    /// [`Sink::spend`] for one line, of its own amount.
    ///
    /// # Errors
    /// [`Unbalanced`] if the total leaves the range of money.
    pub fn spend_line(&mut self, line: CostLine) -> Result<(), Unbalanced> {
        let Some(total) = self.used_with(line.amount) else {
            return Err(Unbalanced { sum: Some(line.amount), lines: vec![line] });
        };
        self.amount_used = total;
        self.use_rows(&line);
        self.lines.push(line);
        Ok(())
    }

    /// What is used with one more amount, if that and what was read in all can be kept exact.
    fn used_with(&self, amount: Rupiah) -> Option<Rupiah> {
        let in_all = |total: &Rupiah| total.try_add(self.amount_set_aside).is_ok();
        self.amount_used.try_add(amount).ok().filter(in_all)
    }

    fn use_rows(&mut self, line: &CostLine) {
        for row in [line.row.row, line.account_row] {
            if self.used.last() != Some(&(self.tables, row)) {
                self.used.push((self.tables, row));
            }
        }
    }

    /// The lines taken so far.
    #[must_use]
    pub fn lines(&self) -> &[CostLine] {
        &self.lines
    }

    /// Takes back the line that came last, the only one of its row: it is counted elsewhere.
    pub fn take_back(&mut self) -> Option<CostLine> {
        let line = self.lines.pop()?;
        // The amount was added before, so that the difference is in range.
        self.amount_used = self.amount_used.try_sub(line.amount).unwrap_or(self.amount_used);
        self.used.pop();
        Some(line)
    }

    /// Keeps a row that could not be used, whole, with its complaint.
    /// `amount`: the rupiah concerned if they could be read and are not counted elsewhere.
    pub fn set_aside(&mut self, record: &Record, amount: Option<Rupiah>, complaint: Diagnostic) {
        // A row is set aside once; a second complaint about it is still worth printing.
        if self.aside.insert((self.tables, record.number)) {
            let counted = amount.filter(|a| match self.amount_set_aside.try_add(*a) {
                Ok(total) if total.try_add(self.amount_used).is_ok() => {
                    self.amount_set_aside = total;
                    true
                }
                _ => false,
            });
            self.set_aside.push(SetAside {
                row: record.number,
                reason: complaint.name,
                cells: record.cells.iter().map(Cell::to_text).collect(),
                amount: counted,
            });
        }
        self.diagnostics.push(complaint);
    }

    /// Keeps a complaint about a row that was used, or about the file.
    pub fn complain(&mut self, complaint: Diagnostic) {
        self.diagnostics.push(complaint);
    }

    /// Keeps an account that its details do not add up to.
    pub fn note_gap(&mut self, gap: SumGap) {
        self.gaps.push(gap);
    }

    /// Counts an account row that has detail lines.
    pub fn count_details(&mut self, amount: Rupiah, reconciled: bool) {
        self.details.accounts += 1;
        // A tally for orientation: an amount that leaves the range is left out of it.
        self.details.amount = self.details.amount.try_add(amount).unwrap_or(self.details.amount);
        if reconciled {
            self.details.reconciled += 1;
            self.details.amount_reconciled =
                self.details.amount_reconciled.try_add(amount).unwrap_or(self.details.amount_reconciled);
        }
    }

    /// Closes the books.
    #[must_use]
    pub fn finish(mut self) -> Collected {
        // A row of which one part was used and another set aside counts as set aside: it needs a look.
        self.used.sort_unstable();
        self.used.dedup();
        let used = self.used.iter().filter(|row| !self.aside.contains(*row)).count() as u64;
        let aside = self.aside.len() as u64;
        let tally = Tally {
            rows_read: self.rows_read,
            rows_used: used,
            rows_set_aside: aside,
            rows_not_lines: self.rows_read.saturating_sub(used).saturating_sub(aside),
            amount_read: self.amount_used.try_add(self.amount_set_aside).unwrap_or(self.amount_used),
            amount_used: self.amount_used,
            amount_set_aside: self.amount_set_aside,
        };
        self.diagnostics.sort_by_key(|d| d.row);
        Collected {
            lines: self.lines,
            set_aside: self.set_aside,
            diagnostics: self.diagnostics,
            tally,
            details: self.details,
            gaps: self.gaps,
        }
    }
}

/// So many texts are looked among: what comes again mostly comes soon, and texts of lines that are let go must not stay.
const MOST_TEXTS: usize = 1 << 10;

/// Texts that a file repeats, stored once, as far as they come again before many others do.
#[derive(Debug, Default)]
pub struct Texts {
    /// Each where its hash says, beside it, in the place of the one that was there.
    known: Vec<Option<(u64, Arc<str>)>>,
    hasher: FixedState,
    /// The last text of each column that neighbours mostly share.
    before: [Option<Arc<str>>; 8],
    /// The context of the line before: neighbours mostly share it whole.
    context: Option<Arc<LineContext>>,
}

impl Texts {
    /// The shared copy of a text.
    pub fn share(&mut self, text: &str) -> Arc<str> {
        if self.known.is_empty() {
            self.known.resize(MOST_TEXTS, None);
        }
        let hash = self.hasher.hash_one(text);
        let Some(place) = self.known.get_mut(hash as usize % MOST_TEXTS) else { return text.into() };
        match place {
            // Nearly every text is another one, which its hash tells without a look at it.
            Some((known_hash, known)) if *known_hash == hash && **known == *text => Arc::clone(known),
            _ => Arc::clone(&place.insert((hash, text.into())).1),
        }
    }

    /// The text that came last for a column, 0 to 7, if a cell holds the same.
    #[must_use]
    pub fn again(&self, column: usize, cell: &str) -> Option<Arc<str>> {
        let before = self.before.get(column)?.as_ref();
        before.filter(|before| ***before == *cell).map(Arc::clone)
    }

    /// [`Texts::share`] of a text that is mostly the one that came last for its column, 0 to 7.
    pub fn share_again(&mut self, column: usize, text: &str) -> Arc<str> {
        if let Some(before) = self.again(column, text) {
            return before;
        }
        let shared = self.share(text);
        if let Some(before) = self.before.get_mut(column) {
            *before = Some(Arc::clone(&shared));
        }
        shared
    }

    /// The shared copy of a context, if the line before has the same.
    pub fn share_context(&mut self, context: LineContext) -> Arc<LineContext> {
        match &self.context {
            Some(before) if **before == context => Arc::clone(before),
            _ => {
                let new = Arc::new(context);
                self.context = Some(Arc::clone(&new));
                new
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::diagnostic::Severity;

    fn complaint() -> Diagnostic {
        Diagnostic {
            name: "amount-rounded",
            severity: Severity::Error,
            file: "a.csv".into(),
            row: Some(1),
            column: None,
            text: None,
            hint: "export again".to_owned(),
            amount: None,
        }
    }

    /// Used and set aside can each be in range and their sum not.
    #[test]
    fn what_was_read_in_all_stays_in_range() {
        let most = Rupiah::parse_canonical("99999999999999999999").unwrap();
        let record = |number| Record { number, cells: Vec::new() };
        let mut sink = Sink::new();
        sink.set_aside(&record(1), Some(most), complaint());
        sink.set_aside(&record(2), Some(Rupiah::from_whole(2)), complaint());
        sink.set_aside(&record(3), Some(Rupiah::from_whole(1)), complaint());
        let collected = sink.finish();
        assert_eq!(
            collected.set_aside.iter().map(|row| row.amount.is_some()).collect::<Vec<_>>(),
            [true, false, true]
        );
        let tally = collected.tally;
        assert_eq!(tally.amount_used.try_add(tally.amount_set_aside), Ok(tally.amount_read));
        assert_eq!(tally.amount_read.to_string(), "100000000000000000000");
    }
}
