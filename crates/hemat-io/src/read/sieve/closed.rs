//! Closed events (kegiatan yang sudah lengkap): what is kept of lines that are let go.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use foldhash::fast::FixedState;
use hemat_core::account::AccountScheme;
use hemat_core::budget_event::{BudgetEvent, Grouping, UnassignedReason, group_apart};
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
    pub(super) fn of(
        lines: &[CostLine],
        classes: &[Classification],
        known: &[KnownPlace],
    ) -> Result<Self, MoneyError> {
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
        closed.strange.look_at(lines);
        closed.schemes = closed.accounts.schemes();
        Ok(closed)
    }

    /// What a line says, whatever event it is in.
    fn note(&mut self, line: &CostLine) -> Result<(), MoneyError> {
        self.keys.add(line_key(self.accounts.note(line)?, line.amount));
        self.note_context(&line.context);
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
    pub(super) fn append(&mut self, later: ClosedLines) -> Result<(), MoneyError> {
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
