//! A budget file read, its lines classified, its events rebuilt, and the balance of all of it.

use std::collections::BTreeMap;

use hemat_core::account::AccountScheme;
use hemat_core::budget_event::{
    BudgetEvent, Grouping, Unassigned, UnassignedReason, group_events_on, pays_local_transport,
};
use hemat_core::classify::{Classification, Classifier, KnownPlace, LineClassifier};
use hemat_core::comparison::CompareError;
use hemat_core::cost_line::{BudgetStage, CostLine};
use hemat_core::date::Date;
use hemat_core::estimate::Estimate;
use hemat_core::event::Fund;
use hemat_core::money::{MoneyError, Rupiah};
use hemat_core::parallel::in_parts;
use hemat_core::price_book::PriceBook;
use hemat_core::reconciliation::{Reconciliation, Split};
use hemat_core::repeated::Content;
use hemat_core::reply::Replies;
use hemat_core::report::VenueLineApart;
use hemat_core::saving::{EventInput, SavingsError, Terms, savings};
use hemat_core::venue::Venue;

use crate::read::budget::{BudgetFile, ClassifiedFile, LayoutName};

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
    Ok(Analysis { budget, classes, grouping, reconciliation })
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
            let (line, class) = (self.budget.lines.get(u.line)?, self.classes.get(u.line)?);
            let description = match &*line.context.activity {
                "" => line.description.to_string(),
                activity => format!("{activity}: {}", line.description),
            };
            class.cost_kind.is_venue().then(|| VenueLineApart {
                row: line.row.clone(),
                description,
                amount: line.amount,
                reason: u.reason,
            })
        };
        self.grouping.unassigned.iter().filter_map(of).collect()
    }

    /// Whose money the file is about, as its account codes say; `None` where no line has an account or both kinds do.
    #[must_use]
    pub fn fund(&self) -> Option<Fund> {
        let kept = self.budget.lines.iter().filter_map(|line| line.context.account.as_ref()?.scheme);
        let schemes = kept.chain(self.budget.counted.schemes.iter().copied());
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
        Content::of(&self.budget.lines, &self.budget.counted)
    }

    /// How many lines are in no event and their rupiah, by reason.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when a total cannot be kept exact.
    pub fn unassigned(&self) -> Result<BTreeMap<UnassignedReason, (u64, Rupiah)>, MoneyError> {
        let mut sums = self.budget.counted.by_reason.clone();
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
        let input = |event| {
            Ok(EventInput {
                event,
                account: self.account_of(event),
                start: self.start_of(event),
                transport: self.transport_of(event)?,
            })
        };
        self.grouping.events.iter().map(input).collect()
    }

    /// The day on which an event begins, where the file says that. Only our own layout does: the dates of plans are
    /// those of purchases, the dates of receipts those of payment.
    fn start_of(&self, event: &BudgetEvent) -> Option<Date> {
        let held = self.budget.layout == LayoutName::Hemat && event.stage != Some(BudgetStage::Realised);
        event.dates.first().copied().filter(|_| held)
    }

    /// The lines for participants' local transport.
    fn transport_of(&self, event: &BudgetEvent) -> Result<Rupiah, MoneyError> {
        let lines =
            event.lines.iter().filter_map(|i| Some((self.budget.lines.get(*i)?, self.classes.get(*i)?)));
        let transport = lines.filter(|(line, class)| pays_local_transport(line, class));
        Rupiah::try_sum(transport.map(|(line, _)| line.amount))
    }

    /// The account of an event's largest venue line (of its largest line, if none is for a venue), code and name.
    #[must_use]
    pub fn account_of(&self, event: &BudgetEvent) -> String {
        let lines =
            event.lines.iter().filter_map(|i| Some((self.budget.lines.get(*i)?, self.classes.get(*i)?)));
        let largest = lines.max_by_key(|(line, class)| (class.cost_kind.is_venue(), line.amount));
        let Some((line, _)) = largest else {
            return String::new();
        };
        let (account, name) = (line.context.account.as_ref(), &line.context.account_name);
        match account.map_or("", |a| &*a.code) {
            "" => name.to_string(),
            code if name.is_empty() => code.to_owned(),
            code => [code, name].join(" "),
        }
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
            not_event: Rupiah::try_sum(others)?.try_add(budget.counted.amount()?)?,
        },
    })
}
