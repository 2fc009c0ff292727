//! Closing events while their file is still being read.
//!
//! Where a file holds the lines of an activity together, its events are complete when the next activity begins. The
//! lines are let go then: of them the events and sums are kept. A file that comes back to an activity cannot be read
//! so, and the plain sieve has it.

use std::collections::{BTreeMap, HashSet};

use foldhash::fast::FixedState;
use hemat_core::budget_event::{Scope, together};
use hemat_core::classify::{Classification, KnownPlace};
use hemat_core::cost_line::CostLine;
use hemat_core::money::MoneyError;

use super::closed::ClosedLines;

/// The lines of a block, cut where another scope begins.
#[derive(Debug)]
pub(super) struct Runs {
    lines: Vec<CostLine>,
    classes: Vec<Classification>,
    /// Where each run of lines of one scope begins, and the scope's number.
    begins: Vec<(usize, u64)>,
    first: Scope,
    last: Scope,
}

impl Runs {
    /// Cuts lines; `None` if there are none.
    pub(super) fn of(lines: Vec<CostLine>, classes: Vec<Classification>) -> Option<Self> {
        let first = Scope::of(lines.first()?);
        let mut last = first.clone();
        let mut begins = vec![(0, first.number())];
        for (at, line) in lines.iter().enumerate() {
            if !last.holds(line) {
                last = Scope::of(line);
                begins.push((at, last.number()));
            }
        }
        Some(Runs { lines, classes, begins, first, last })
    }
}

/// Why a file cannot be read so, or not at all.
#[derive(Debug)]
pub(super) struct Stopped;

impl From<MoneyError> for Stopped {
    fn from(_: MoneyError) -> Self {
        Stopped
    }
}

/// The lines of a file in its order, until their scopes are complete.
#[derive(Debug, Default)]
pub(super) struct Closing {
    /// So many complete lines are closed at once.
    batch: usize,
    lines: Vec<CostLine>,
    classes: Vec<Classification>,
    /// So many of the lines are of scopes that are complete.
    complete: usize,
    /// The scope of the last line.
    scope: Option<Scope>,
    /// Its number.
    open: Option<u64>,
    /// The numbers of the scopes that are complete.
    seen: HashSet<u64, FixedState>,
    batches: usize,
}

/// Lines of complete scopes.
#[derive(Debug)]
pub(super) struct Batch {
    /// Its place among the batches of the file.
    place: usize,
    lines: Vec<CostLine>,
    classes: Vec<Classification>,
}

impl Closing {
    /// Closes lines when about a quarter as many bytes of them are complete as a block has: enough to keep a thread busy
    /// outside the locks, and few enough to be in a core's own cache still. A line has some 256 bytes.
    pub(super) fn by(block: usize) -> Self {
        Closing { batch: (block / 1024).max(1), ..Closing::default() }
    }

    /// Takes in the next block.
    ///
    /// # Errors
    /// [`Stopped`] if the file comes back to a scope.
    pub(super) fn take(&mut self, runs: Runs) -> Result<(), Stopped> {
        let from = self.lines.len();
        let goes_on = self.scope.as_ref() == Some(&runs.first);
        for (at, number) in runs.begins.into_iter().skip(usize::from(goes_on)) {
            if let Some(complete) = self.open.replace(number) {
                self.see(complete)?;
                self.complete = from + at;
            }
        }
        self.scope = Some(runs.last);
        self.lines.extend(runs.lines);
        self.classes.extend(runs.classes);
        Ok(())
    }

    fn see(&mut self, number: u64) -> Result<(), Stopped> {
        if self.seen.insert(number) { Ok(()) } else { Err(Stopped) }
    }

    /// Lines to be closed, if there are enough.
    pub(super) fn batch(&mut self) -> Option<Batch> {
        (self.complete >= self.batch).then(|| {
            let (lines, classes) =
                (self.lines.split_off(self.complete), self.classes.split_off(self.complete));
            self.complete = 0;
            self.batches += 1;
            Batch {
                place: self.batches - 1,
                lines: std::mem::replace(&mut self.lines, lines),
                classes: std::mem::replace(&mut self.classes, classes),
            }
        })
    }

    /// The lines that are left when the file has ended.
    ///
    /// # Errors
    /// As [`Closing::take`].
    pub(super) fn last_batch(mut self) -> Result<Batch, Stopped> {
        if let Some(number) = self.open.take() {
            self.see(number)?;
        }
        Ok(Batch { place: self.batches, lines: self.lines, classes: self.classes })
    }
}

/// What was closed, in the order of the file whatever order the batches come in.
#[derive(Debug, Default)]
pub(super) struct Closed {
    waiting: BTreeMap<usize, ClosedLines>,
    next: usize,
    all: ClosedLines,
}

impl Batch {
    /// Rebuilds the events and lets the lines go.
    ///
    /// # Errors
    /// [`Stopped`] when a sum cannot be kept exact.
    pub(super) fn close(self, known: &[KnownPlace]) -> Result<(usize, ClosedLines), Stopped> {
        Ok((self.place, ClosedLines::of(&self.lines, &self.classes, known)?))
    }
}

impl Closed {
    /// Takes in a batch.
    ///
    /// # Errors
    /// As [`Batch::close`].
    pub(super) fn add(&mut self, (place, closed): (usize, ClosedLines)) -> Result<(), Stopped> {
        self.waiting.insert(place, closed);
        while let Some(closed) = self.waiting.remove(&self.next) {
            self.next += 1;
            self.all.append(closed)?;
        }
        Ok(())
    }

    /// All of it, with the last batch.
    ///
    /// # Errors
    /// As [`Batch::close`].
    pub(super) fn finish(mut self, last: Batch, known: &[KnownPlace]) -> Result<ClosedLines, Stopped> {
        self.add(last.close(known)?)?;
        self.all.events = together(self.all.events);
        Ok(self.all)
    }
}
