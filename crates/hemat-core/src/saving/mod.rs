//! Saving (penghematan) over a whole budget: what each event at a paid venue would have cost in a government hall.
//!
//! *Gross*: each event moved alone. *Feasible*: no hall holds two events at a time or one when it is booked
//! ([`Feasible`]). An event is in the headline only if its venue is named as a hotel, restaurant or commercial hall,
//! its participants and days are known, its price is for a place and what a standard meeting package holds, a listed
//! hall is known to hold them, and everything needed there has a price. A standard package is compared whole with
//! the hall and the food it stands for.

mod alike;
mod break_even;
mod feasible;
mod hall_needs;
mod halls;
mod judge;
mod need;
mod sensitivity;
mod status;
mod varied;

use std::sync::Arc;

use thiserror::Error;

pub use break_even::HeadlineBreakEven;
pub use feasible::Feasible;
pub use hall_needs::HallNeeds;
pub use judge::{HallChoice, HallOutcome};
pub use sensitivity::{HeadlineInput, HeadlineSwing};
pub use status::SavingStatus;

use crate::budget_event::{BudgetEvent, EventKind};
use crate::calendar::Calendar;
use crate::comparison::{CompareError, VenueOption};
use crate::cost_line::BudgetStage;
use crate::date::Date;
use crate::estimate::Estimate;
use crate::event::Event;
use crate::evidence::Evidence;
use crate::kind::VenueKind;
use crate::money::{MoneyError, Rupiah};
use crate::parallel::{both, in_parts};
use crate::price_book::PriceBook;
use crate::reply::{Replies, Reply};
use crate::schedule::ScheduleError;
use crate::session::Session;
use crate::source::RowRef;
use crate::venue::Venue;
use break_even::headline_break_even;
use feasible::feasible;
use halls::{Halls, price_in};
use judge::judge;
use need::{Facts, Need};
use sensitivity::headline_sensitivity;

/// One event of a budget, with what only its file tells.
#[derive(Debug, Clone)]
pub struct EventInput<'a> {
    /// The event.
    pub event: &'a BudgetEvent,
    /// Account of its largest venue line, code and name; empty without one.
    pub account: String,
    /// First day on which it is held, where that is known. A day of payment or of a planned purchase is not.
    pub start: Option<Date>,
    /// Its lines for local transport of participants.
    pub transport: Rupiah,
}

/// Why savings could not be computed at all.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SavingsError {
    /// An event could not be compared with a hall.
    #[error(transparent)]
    Compare(#[from] CompareError),
    /// The events could not be scheduled.
    #[error(transparent)]
    Schedule(#[from] ScheduleError),
}

/// What events are compared with.
#[derive(Debug, Clone, Copy)]
pub struct Terms<'a> {
    /// The places; only government halls are compared with.
    pub venues: &'a [Venue],
    /// Prices for what the halls do not price themselves.
    pub book: &'a PriceBook,
    /// What agencies answered and documents show.
    pub replies: &'a Replies,
    /// Bookings of the halls; a hall that it does not cover counts as free.
    pub calendar: Option<&'a Calendar>,
}

/// One event with its saving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventSaving {
    /// The event's id.
    pub id: String,
    /// Title as written.
    pub title: String,
    /// Seminar, sosialisasi, rapat and so on.
    pub kind: EventKind,
    /// Agency.
    pub agency: Arc<str>,
    /// Activity.
    pub activity: Arc<str>,
    /// Account of its largest venue line, code and name; empty without one.
    pub account: String,
    /// Fiscal year.
    pub year: Option<u16>,
    /// Stage of the budget.
    pub stage: Option<BudgetStage>,
    /// First date of its lines: a day of payment in receipts ([`BudgetStage::Realised`]), else the planned start.
    pub date: Option<Date>,
    /// First day on which it is held, where that is known.
    pub start: Option<Date>,
    /// Participants at one occurrence.
    pub participants: Option<Estimate<u32>>,
    /// Days of one occurrence.
    pub days: Option<Estimate<u32>>,
    /// How often it is held; 1 if nothing says more.
    pub occurrences: u32,
    /// Meeting package, the greatest named.
    pub package: Option<Session>,
    /// Kind of venue.
    pub venue_kind: VenueKind,
    /// Name of the venue as written.
    pub venue_name: Option<String>,
    /// What became of it.
    pub status: SavingStatus,
    /// What the place cost: package and room rent. Lodging of its own stays whatever the place and is left out.
    pub current: Rupiah,
    /// What it needs of a hall; `None` where it cannot be compared.
    pub needs: Option<HallNeeds>,
    /// What can be said of each hall, in the order of the venues file; empty where the event cannot be compared.
    pub halls: Vec<HallChoice>,
    /// The hall with the greatest likely saving, where compared.
    pub best_venue: Option<String>,
    /// Current cost minus the cost in that hall; a range; negative if the hall is dearer.
    pub gross_saving: Option<Estimate<Rupiah>>,
    /// The weakest evidence of both sides.
    pub weakest_evidence: Option<Evidence>,
    /// Lines for local transport that nobody needs in the best hall, since it stands in the agency's own compound.
    /// In none of the sums: who comes from elsewhere still travels.
    pub transport_moot: Option<Rupiah>,
    /// All its source rows.
    pub rows: Vec<RowRef>,
}

impl EventSaving {
    /// The event before it is judged.
    fn of(input: &EventInput<'_>, current: Rupiah) -> Self {
        let event = input.event;
        EventSaving {
            id: event.id.clone(),
            title: event.title.clone(),
            kind: event.kind,
            agency: Arc::clone(&event.organiser),
            activity: Arc::clone(&event.activity),
            account: input.account.clone(),
            year: event.year,
            stage: event.stage,
            date: event.dates.first().copied(),
            start: input.start,
            participants: event.participants.as_ref().map(|c| c.value),
            days: event.days.as_ref().map(|c| c.value),
            occurrences: event.occurrences.as_ref().map_or(1, |c| c.value.likely().max(1)),
            package: event.package,
            venue_kind: event.venue_kind,
            venue_name: event.venue_name.clone(),
            status: SavingStatus::NoVenueCost,
            current,
            needs: None,
            halls: Vec::new(),
            best_venue: None,
            gross_saving: None,
            weakest_evidence: None,
            transport_moot: None,
            rows: event.rows.clone(),
        }
    }

    /// Its part of the headline: the saving, if it is one.
    #[must_use]
    pub fn counted(&self) -> Option<Estimate<Rupiah>> {
        self.gross_saving.filter(|_| self.status == SavingStatus::Saves)
    }
}

/// What one reply changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyEffect {
    /// The reply.
    pub reply: Reply,
    /// Title of its event; `None` if no event that was read has its id.
    pub event: Option<String>,
    /// Status and saving of the event without any reply, and with all of them.
    pub change: Option<[(SavingStatus, Option<Estimate<Rupiah>>); 2]>,
}

/// The savings of a whole budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Savings {
    /// All events, in the order given.
    pub events: Vec<EventSaving>,
    /// The sum of the events with status [`SavingStatus::Saves`].
    pub gross: Estimate<Rupiah>,
    /// What can be saved when halls are shared; at most the gross saving.
    pub feasible: Feasible,
    /// What replies changed, in their order.
    pub replies: Vec<ReplyEffect>,
    /// The gross saving as if there were no replies.
    pub gross_without_replies: Estimate<Rupiah>,
    /// What moves the gross saving, the largest swing first.
    pub sensitivity: Vec<HeadlineSwing>,
    /// How much dearer halls may be; `None` without a saving.
    pub break_even: Option<HeadlineBreakEven>,
}

/// Computes the saving of each event against the government halls among the venues.
///
/// # Errors
/// [`SavingsError`] if a total leaves the range of money, or an event the calendar.
pub fn savings(events: &[EventInput<'_>], terms: &Terms<'_>) -> Result<Savings, SavingsError> {
    savings_on(events, terms, 1)
}

/// [`savings`] on so many threads; the answer is the same for any number.
///
/// # Errors
/// As [`savings`].
pub fn savings_on(
    events: &[EventInput<'_>],
    terms: &Terms<'_>,
    jobs: usize,
) -> Result<Savings, SavingsError> {
    let mut effects: Vec<ReplyEffect> = terms
        .replies
        .all
        .iter()
        .map(|reply| ReplyEffect { reply: reply.clone(), event: None, change: None })
        .collect();
    let (mut gross, mut without) = (Estimate::ZERO, Estimate::ZERO);
    let judged = in_parts(events, jobs, |events| {
        let mut halls = Halls::of(terms.venues, terms.book);
        events.iter().map(|input| judge_with_and_without(input, &mut halls, terms)).collect()
    });
    // Collected from its own items, in the room that they have.
    let sum_up = |judged: Result<Judged, CompareError>| {
        let (saving, before) = judged?;
        let plain = before.as_deref().unwrap_or(&saving).counted().unwrap_or(Estimate::ZERO);
        without = without.try_add(plain).map_err(out_of_range(&saving.id))?;
        let counted = saving.counted().unwrap_or(Estimate::ZERO);
        gross = gross.try_add(counted).map_err(out_of_range(&saving.id))?;
        if let Some(before) = before {
            let change = [(before.status, before.gross_saving), (saving.status, saving.gross_saving)];
            for effect in effects.iter_mut().filter(|e| e.reply.known.event == saving.id) {
                effect.event = Some(saving.title.clone());
                effect.change = Some(change);
            }
        }
        Ok(saving)
    };
    let all = judged.into_iter().map(sum_up).collect::<Result<Vec<_>, SavingsError>>()?;
    let (feasible, sensitivity) = both(
        jobs,
        || feasible(&all, terms.venues, terms.calendar),
        || headline_sensitivity(&all, events, terms, jobs),
    );
    let mut savings = Savings {
        feasible: feasible?,
        events: all,
        gross,
        replies: effects,
        gross_without_replies: without,
        sensitivity: sensitivity?,
        break_even: None,
    };
    savings.break_even =
        headline_break_even(&savings).map_err(|error| CompareError::Money { venue: String::new(), error })?;
    Ok(savings)
}

/// One event, and the same without its replies if it has any.
type Judged = (EventSaving, Option<Box<EventSaving>>);

fn judge_with_and_without(
    input: &EventInput<'_>,
    halls: &mut Halls<'_>,
    terms: &Terms<'_>,
) -> Result<Judged, CompareError> {
    let facts = Facts::of(terms.replies, &input.event.id);
    let mut saving = judge(input, halls, &facts)?;
    saving.transport_moot = transport_moot(&saving, input.transport, terms.venues);
    // Few events have replies: a box keeps the others small.
    let before =
        (!facts.replies.is_empty()).then(|| judge(input, halls, &facts.without_replies()).map(Box::new));
    Ok((saving, before.transpose()?))
}

/// What one event needs elsewhere, and every government hall as priced for it, in the order of the venues; none where
/// the event cannot be compared. The same computation as in [`savings`], kept whole for explaining.
///
/// # Errors
/// [`CompareError::Money`] if a total leaves the range of money.
pub fn counterfactual(
    input: &EventInput<'_>,
    saving: &EventSaving,
    terms: &Terms<'_>,
) -> Result<(Event, Vec<VenueOption>), CompareError> {
    let facts = Facts::of(terms.replies, &input.event.id);
    let need = Need::of(input.event, input.start, &facts);
    let wanted = need.named_event(input.event, &facts);
    let mut halls = Halls::of(terms.venues, terms.book);
    let priced = halls.priced_for(need.start, need.year).iter().take(saving.halls.len());
    let options = priced.map(|hall| price_in(&wanted, hall)).collect::<Result<Vec<_>, _>>()?;
    Ok((wanted, options))
}

fn out_of_range(event: &str) -> impl Fn(MoneyError) -> CompareError {
    move |error| CompareError::Money { venue: event.to_owned(), error }
}

fn transport_moot(saving: &EventSaving, transport: Rupiah, venues: &[Venue]) -> Option<Rupiah> {
    let best = saving.best_venue.as_deref().filter(|_| saving.status == SavingStatus::Saves)?;
    let hall = venues.iter().find(|v| v.id == best)?;
    (transport > Rupiah::ZERO && hall.in_compound_of(&saving.agency)).then_some(transport)
}
