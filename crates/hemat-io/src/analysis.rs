//! A budget file read, its lines classified, its events rebuilt, and the balance of all of it.

use std::collections::BTreeMap;

use hemat_core::account::AccountScheme;
use hemat_core::budget_event::{BudgetEvent, Grouping, Unassigned, UnassignedReason, group_events_on};
use hemat_core::classify::{Classification, Classifier, KnownPlace, LineClassifier};
use hemat_core::comparison::CompareError;
use hemat_core::cost_line::{BudgetStage, CostLine, LineContext};
use hemat_core::date::Date;
use hemat_core::estimate::Estimate;
use hemat_core::event::Fund;
use hemat_core::money::{MoneyError, Rupiah};
use hemat_core::parallel::in_parts;
use hemat_core::price_book::PriceBook;
use hemat_core::reconciliation::{Reconciliation, Split};
use hemat_core::repeated::{Content, contexts};
use hemat_core::reply::Replies;
use hemat_core::report::VenueLineApart;
use hemat_core::saving::{EventInput, SavingsError, Terms, savings};
use hemat_core::venue::Venue;

use crate::event_lines::{BesideEvent, account_of, venue_line_apart};
use crate::read::budget::{BudgetFile, ClassifiedFile, LayoutName};
use crate::read::sieve::{ClosedFile, ClosedLines};

/// One file, judged.
#[derive(Debug, Clone)]
pub struct Analysis {
    /// The file as read.
    pub budget: BudgetFile,
    /// What each of its lines is, in the lines' order.
    pub classes: Vec<Classification>,
    /// Its events, and the lines in none.
    pub grouping: Grouping,
    /// Where its rows and rupiah went.
    pub reconciliation: Reconciliation,
    /// What was kept of the lines, where none is. The events are in `grouping`.
    pub closed: Option<ClosedLines>,
}

/// Classifies and groups the lines of one file.
///
/// # Errors
/// [`MoneyError::OutOfRange`] when a total cannot be kept exact.
pub fn analyse(budget: BudgetFile, classifier: &Classifier) -> Result<Analysis, MoneyError> {
    analyse_knowing(budget, classifier, &[])
}

/// [`analyse`] with the places of a venues file, which are recognised by name.
///
/// # Errors
/// [`MoneyError::OutOfRange`] when a total cannot be kept exact.
pub fn analyse_knowing(
    budget: BudgetFile,
    classifier: &Classifier,
    known: &[KnownPlace],
) -> Result<Analysis, MoneyError> {
    analyse_on(budget, classifier, known, 1)
}

/// [`analyse_knowing`] on so many threads; the answer is the same for any number.
///
/// # Errors
/// [`MoneyError::OutOfRange`] when a total cannot be kept exact.
pub fn analyse_on(
    budget: BudgetFile,
    classifier: &Classifier,
    known: &[KnownPlace],
    jobs: usize,
) -> Result<Analysis, MoneyError> {
    analyse_classified(classified_on(budget, classifier, jobs), known, jobs)
}

/// A file with what each of its lines is, found on so many threads.
#[must_use]
pub fn classified_on(budget: BudgetFile, classifier: &Classifier, jobs: usize) -> ClassifiedFile {
    let classes = in_parts(&budget.lines, jobs, |lines| classify_lines(lines, classifier));
    ClassifiedFile { budget, classes }
}

/// [`analyse_on`] where it is known what each line is.
///
/// # Errors
/// [`MoneyError::OutOfRange`] when a total cannot be kept exact.
pub fn analyse_classified(
    file: ClassifiedFile,
    known: &[KnownPlace],
    jobs: usize,
) -> Result<Analysis, MoneyError> {
    let ClassifiedFile { budget, classes } = file;
    let grouping = group_events_on(&budget.lines, &classes, known, jobs);
    let reconciliation = reconcile(&budget, &grouping)?;
    Ok(Analysis { budget, classes, grouping, reconciliation, closed: None })
}

/// A file of which no line is kept.
///
/// # Errors
/// [`MoneyError::OutOfRange`] when a total cannot be kept exact.
pub fn analyse_closed(file: ClosedFile) -> Result<Analysis, MoneyError> {
    let ClosedFile { budget, mut closed } = file;
    let events = std::mem::take(&mut closed.events);
    let apart = Rupiah::try_sum(closed.unassigned.values().map(|(_, amount)| *amount))?;
    let reconciliation = split(&budget, closed.rows, closed.used, apart)?;
    let grouping = Grouping { events, unassigned: Vec::new() };
    Ok(Analysis { budget, classes: Vec::new(), grouping, reconciliation, closed: Some(closed) })
}

/// The places of a venues file as the grouping knows them.
#[must_use]
pub fn known_places(venues: &[Venue]) -> Vec<KnownPlace> {
    let names = |v: &Venue| std::iter::once(v.name.clone()).chain(v.aliases.iter().cloned()).collect();
    venues.iter().map(|v| KnownPlace { id: v.id.clone(), names: names(v), kind: v.kind }).collect()
}

/// What each line is, in the lines' order.
#[must_use]
pub fn classify_lines(lines: &[CostLine], classifier: &Classifier) -> Vec<Classification> {
    let mut of_file = LineClassifier::new(classifier);
    lines.iter().map(|line| of_file.classify(line)).collect()
}

impl Analysis {
    /// The lines that look like money for a place and are in no event, in the lines' order.
    #[must_use]
    pub fn venue_lines_apart(&self) -> Vec<VenueLineApart> {
        let of = |u: &Unassigned| {
            venue_line_apart(self.budget.lines.get(u.line)?, self.classes.get(u.line)?, u.reason)
        };
        let closed = self.closed.iter().flat_map(|closed| closed.apart.iter().cloned());
        closed.chain(self.grouping.unassigned.iter().filter_map(of)).collect()
    }

    /// Whose money the file is about, as its account codes say; `None` where no line has an account or both kinds do.
    #[must_use]
    pub fn fund(&self) -> Option<Fund> {
        let kept = self.budget.lines.iter().filter_map(|line| line.context.account.as_ref()?.scheme);
        let closed = self.closed.iter().flat_map(|closed| closed.schemes.iter().copied());
        let schemes = kept.chain(closed).chain(self.budget.counted.schemes.iter().copied());
        let mut funds = schemes.map(|scheme| match scheme {
            AccountScheme::Central => Fund::Apbn,
            _ => Fund::Apbd,
        });
        let first = funds.next()?;
        funds.all(|fund| fund == first).then_some(first)
    }

    /// What each event would save in the best of these halls, by the event's id.
    ///
    /// # Errors
    /// [`SavingsError`] when an event cannot be compared with a hall.
    pub fn savings_by_event(
        &self,
        venues: &[Venue],
        book: &PriceBook,
    ) -> Result<BTreeMap<String, Estimate<Rupiah>>, SavingsError> {
        if venues.is_empty() {
            return Ok(BTreeMap::new());
        }
        let replies = Replies::default();
        let terms = Terms { venues, book, replies: &replies, calendar: None };
        let in_file = |error| CompareError::Money { venue: self.budget.file.to_string(), error };
        let inputs = self.event_inputs().map_err(in_file)?;
        let all = savings(&inputs, &terms)?;
        Ok(all.events.into_iter().filter_map(|event| Some((event.id, event.gross_saving?))).collect())
    }

    /// What the file is compared with others by.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when its lines have no exact sum.
    pub fn content(&self) -> Result<Content, MoneyError> {
        let content = Content::of(&self.budget.lines, &self.budget.counted)?;
        let Some(closed) = &self.closed else { return Ok(content) };
        let apart = closed.unassigned.values().map(|(_, amount)| *amount);
        let amount = Rupiah::try_sum(apart)?.try_add(closed.used)?;
        content.beside(&closed.keys, &closed.contexts, amount)
    }

    /// Year, region, agency and stage of all lines, kept or not.
    pub fn contexts(&self) -> impl Iterator<Item = &LineContext> {
        let closed = self.closed.iter().flat_map(|closed| &closed.contexts);
        closed.chain(contexts(&self.budget.lines, &self.budget.counted))
    }

    /// How many lines are in no event and their rupiah, by reason.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when a total cannot be kept exact.
    pub fn unassigned(&self) -> Result<BTreeMap<UnassignedReason, (u64, Rupiah)>, MoneyError> {
        let mut sums = self.budget.counted.by_reason.clone();
        for (reason, (lines, amount)) in self.closed.iter().flat_map(|closed| &closed.unassigned) {
            let (count, sum) = sums.entry(*reason).or_default();
            *count += lines;
            *sum = sum.try_add(*amount)?;
        }
        for unassigned in &self.grouping.unassigned {
            let Some(line) = self.budget.lines.get(unassigned.line) else { continue };
            let (count, amount) = sums.entry(unassigned.reason).or_default();
            *count += 1;
            *amount = amount.try_add(line.amount)?;
        }
        Ok(sums)
    }

    /// The events as the computation of savings takes them.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when a sum cannot be kept exact.
    pub fn event_inputs(&self) -> Result<Vec<EventInput<'_>>, MoneyError> {
        let mut inputs = Vec::with_capacity(self.grouping.events.len());
        for (at, event) in self.grouping.events.iter().enumerate() {
            let BesideEvent { account, transport } = match &self.closed {
                Some(closed) => closed.beside.get(at).cloned().unwrap_or_default(),
                None => BesideEvent::of(event, &self.budget.lines, &self.classes)?,
            };
            inputs.push(EventInput { event, account, start: self.start_of(event), transport });
        }
        Ok(inputs)
    }

    /// The day on which an event begins, where the file says that. Only our own layout does: the dates of plans are
    /// those of purchases, the dates of receipts those of payment.
    fn start_of(&self, event: &BudgetEvent) -> Option<Date> {
        let held = self.budget.layout == LayoutName::Hemat && event.stage != Some(BudgetStage::Realised);
        event.dates.first().copied().filter(|_| held)
    }

    /// The account of an event's largest venue line (of its largest line, if none is for a venue), code and name.
    #[must_use]
    pub fn account_of(&self, event: &BudgetEvent) -> String {
        account_of(event, &self.budget.lines, &self.classes)
    }
}

fn reconcile(budget: &BudgetFile, grouping: &Grouping) -> Result<Reconciliation, MoneyError> {
    let event_lines = || grouping.events.iter().flat_map(|e| &e.lines).filter_map(|i| budget.lines.get(*i));
    let mut rows: Vec<(u64, &str)> = event_lines().map(|l| (l.row.row, &*l.row.file)).collect();
    rows.sort_unstable();
    rows.dedup();
    let used_rows = rows.len() as u64;
    let used = Rupiah::try_sum(event_lines().map(|l| l.amount))?;
    let others = grouping.unassigned.iter().filter_map(|u| budget.lines.get(u.line)).map(|l| l.amount);
    split(budget, used_rows, used, Rupiah::try_sum(others)?)
}

/// Where rows and rupiah went, of which so many are in events and so many rupiah of lines in none.
fn split(
    budget: &BudgetFile,
    used_rows: u64,
    used: Rupiah,
    apart: Rupiah,
) -> Result<Reconciliation, MoneyError> {
    let tally = &budget.tally;
    Ok(Reconciliation {
        rows: Split {
            read: tally.rows_read,
            used: used_rows,
            set_aside: tally.rows_set_aside,
            not_event: tally.rows_read.saturating_sub(used_rows + tally.rows_set_aside),
        },
        amount: Split {
            read: tally.amount_read,
            used,
            set_aside: tally.amount_set_aside,
            not_event: apart.try_add(budget.counted.amount()?)?,
        },
    })
}
