//! Events closed (kegiatan yang sudah lengkap) while their file is still being read.
//!
//! Where a file holds the lines of an activity together, its events are complete when the next activity begins. The
//! lines are let go then: of them the events and sums are kept. A file that comes back to an activity cannot be read
//! so, and the plain sieve has it.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use foldhash::fast::FixedState;
use hemat_core::account::AccountScheme;
use hemat_core::budget_event::{BudgetEvent, Grouping, Scope, UnassignedReason, group_apart, together};
use hemat_core::classify::{Classification, KnownPlace};
use hemat_core::cost_line::{CostLine, LineContext};
use hemat_core::money::{MoneyError, Rupiah};
use hemat_core::repeated::{Keys, line_key};
use hemat_core::report::VenueLineApart;

use crate::event_lines::{BesideEvent, venue_line_apart};
use crate::read::strange_text::StrangeTexts;

use super::noted_accounts::NotedAccounts;

/// Events of which no line is kept, and what is needed of the lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClosedLines {
    /// The events, in the file's order. They name rows, and no places among lines.
    pub events: Vec<BudgetEvent>,
    /// What their lines say beside them, in the events' order.
    pub beside: Vec<BesideEvent>,
    /// Lines in no event that look like money for a place.
    pub apart: Vec<VenueLineApart>,
    /// Lines in no event and their rupiah, by reason.
    pub unassigned: BTreeMap<UnassignedReason, (u64, Rupiah)>,
    /// Rows with lines of events.
    pub rows: u64,
    /// The rupiah of those lines.
    pub used: Rupiah,
    /// How many lines there were.
    pub lines: u64,
    /// Year, region, agency and stage of the lines, each as it first occurs; the rest of each context is empty.
    pub contexts: Vec<LineContext>,
    /// Schemes of their accounts.
    pub schemes: BTreeSet<AccountScheme>,
    /// What they are recognised by.
    pub keys: Keys,
    pub(super) accounts: NotedAccounts,
    pub(super) strange: StrangeTexts,
    /// The contexts, to be looked up.
    whose: HashSet<LineContext, FixedState>,
}

impl ClosedLines {
    /// Lines of whole scopes.
    fn of(lines: &[CostLine], classes: &[Classification], known: &[KnownPlace]) -> Result<Self, MoneyError> {
        let mut closed = ClosedLines { lines: lines.len() as u64, ..ClosedLines::default() };
        let Grouping { events, unassigned } = group_apart(lines, classes, known, 1);
        for apart in &unassigned {
            let (Some(line), Some(class)) = (lines.get(apart.line), classes.get(apart.line)) else {
                continue;
            };
            add(&mut closed.unassigned, apart.reason, (1, line.amount))?;
            closed.apart.extend(venue_line_apart(line, class, apart.reason));
        }
        let mut rows = BTreeSet::new();
        for mut event in events {
            closed.beside.push(BesideEvent::of(&event, lines, classes)?);
            closed.used = closed.used.try_add(event.total)?;
            rows.extend(event.rows.iter().map(|row| row.row));
            let counts = [&mut event.participants, &mut event.days, &mut event.occurrences];
            counts.into_iter().flatten().for_each(|count| count.lines = Vec::new());
            event.lines = Vec::new();
            closed.events.push(event);
        }
        closed.rows = rows.len() as u64;
        lines.iter().try_for_each(|line| closed.note(line))?;
        closed.schemes = closed.accounts.schemes();
        Ok(closed)
    }

    /// What a line says, whatever event it is in.
    fn note(&mut self, line: &CostLine) -> Result<(), MoneyError> {
        self.keys.add(line_key(self.accounts.note(line)?, line.amount));
        self.note_context(&line.context);
        self.strange.look_at(line);
        Ok(())
    }

    fn note_context(&mut self, context: &LineContext) {
        let same = |known: &LineContext| {
            (known.year, known.stage) == (context.year, context.stage)
                && known.agency == context.agency
                && known.region == context.region
        };
        // Neighbours are mostly of one agency.
        if self.contexts.last().is_some_and(same) {
            return;
        }
        let whose = LineContext {
            year: context.year,
            region: context.region.clone(),
            agency: context.agency.clone(),
            stage: context.stage,
            ..LineContext::default()
        };
        if self.whose.insert(whose.clone()) {
            self.contexts.push(whose);
        }
    }

    /// Takes in lines that come later in the file.
    fn append(&mut self, later: ClosedLines) -> Result<(), MoneyError> {
        self.events.extend(later.events);
        self.beside.extend(later.beside);
        self.apart.extend(later.apart);
        for (reason, sums) in later.unassigned {
            add(&mut self.unassigned, reason, sums)?;
        }
        self.rows += later.rows;
        self.used = self.used.try_add(later.used)?;
        self.lines += later.lines;
        later.contexts.iter().for_each(|context| self.note_context(context));
        self.schemes.extend(later.schemes);
        self.keys.merge(later.keys);
        self.accounts.append(later.accounts)?;
        self.strange.append(later.strange);
        Ok(())
    }
}

fn add(
    all: &mut BTreeMap<UnassignedReason, (u64, Rupiah)>,
    reason: UnassignedReason,
    (lines, amount): (u64, Rupiah),
) -> Result<(), MoneyError> {
    let (count, sum) = all.entry(reason).or_default();
    *count += lines;
    *sum = sum.try_add(amount)?;
    Ok(())
}

/// Neighbouring lines of one scope.
#[derive(Debug)]
pub(super) struct Run {
    scope: Scope,
    lines: Vec<CostLine>,
    classes: Vec<Classification>,
}

/// The lines of a block: those between its first and its last scope are complete.
#[derive(Debug)]
pub(super) struct Runs {
    first: Run,
    /// The numbers of the scopes between.
    numbers: Vec<u64>,
    between: ClosedLines,
    last: Option<Run>,
}

impl Runs {
    /// Cuts the lines of a block; `None` if there are none.
    pub(super) fn of(
        mut lines: Vec<CostLine>,
        mut classes: Vec<Classification>,
        known: &[KnownPlace],
    ) -> Result<Option<Self>, MoneyError> {
        let mut begins: Vec<(usize, Scope)> = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            if begins.last().is_none_or(|(_, scope)| !scope.holds(line)) {
                begins.push((at, Scope::of(line)));
            }
        }
        let run =
            |(at, scope): (usize, Scope), lines: &mut Vec<CostLine>, classes: &mut Vec<Classification>| Run {
                scope,
                lines: lines.split_off(at),
                classes: classes.split_off(at),
            };
        let last = if begins.len() > 1 { begins.pop() } else { None };
        let last = last.map(|begin| run(begin, &mut lines, &mut classes));
        let mut between = begins.split_off(begins.len().min(1)).into_iter().peekable();
        let Some(first) = begins.pop() else { return Ok(None) };
        let from = between.peek().map_or(lines.len(), |(at, _)| *at);
        let (inner, inner_classes) = (lines.split_off(from), classes.split_off(from));
        Ok(Some(Runs {
            first: run(first, &mut lines, &mut classes),
            numbers: between.map(|(_, scope)| scope.number()).collect(),
            between: ClosedLines::of(&inner, &inner_classes, known)?,
            last,
        }))
    }
}

/// Why a file cannot be read so.
#[derive(Debug)]
pub(super) struct Reopened;

impl From<MoneyError> for Reopened {
    fn from(_: MoneyError) -> Self {
        Reopened
    }
}

/// Closes the scopes of a file, block after block in its order.
#[derive(Debug)]
pub(super) struct Closing<'k> {
    known: &'k [KnownPlace],
    open: Option<Run>,
    /// The numbers of the scopes that were closed.
    seen: HashSet<u64, FixedState>,
    closed: ClosedLines,
}

impl<'k> Closing<'k> {
    /// Recognises these places by name.
    pub(super) fn new(known: &'k [KnownPlace]) -> Self {
        Closing { known, open: None, seen: HashSet::default(), closed: ClosedLines::default() }
    }

    /// Takes in the next block.
    ///
    /// # Errors
    /// [`Reopened`] if the file comes back to a scope, or a sum leaves the range of money.
    pub(super) fn take(&mut self, runs: Runs) -> Result<(), Reopened> {
        match &mut self.open {
            Some(open) if open.scope == runs.first.scope => {
                open.lines.extend(runs.first.lines);
                open.classes.extend(runs.first.classes);
            }
            _ => {
                self.close()?;
                self.open = Some(runs.first);
            }
        }
        if let Some(last) = runs.last {
            self.close()?;
            runs.numbers.into_iter().try_for_each(|number| self.see(number))?;
            self.closed.append(runs.between)?;
            self.open = Some(last);
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), Reopened> {
        let Some(run) = self.open.take() else { return Ok(()) };
        self.see(run.scope.number())?;
        Ok(self.closed.append(ClosedLines::of(&run.lines, &run.classes, self.known)?)?)
    }

    fn see(&mut self, number: u64) -> Result<(), Reopened> {
        if self.seen.insert(number) { Ok(()) } else { Err(Reopened) }
    }

    /// All that was closed, once the file has ended.
    ///
    /// # Errors
    /// As [`Closing::take`].
    pub(super) fn finish(mut self) -> Result<ClosedLines, Reopened> {
        self.close()?;
        self.closed.events = together(self.closed.events);
        Ok(self.closed)
    }
}
