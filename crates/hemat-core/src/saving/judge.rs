//! One event against every government hall: what the same would have cost there, or why that cannot be said.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::need::{Facts, current_cost, fewest_seats, grade, needs};
use super::status::{is_mixed, not_comparable};
use super::{EventInput, EventSaving, SavingStatus};
use crate::comparison::{CompareError, Fits, VenueOption, price};
use crate::component::Component;
use crate::date::Date;
use crate::estimate::Estimate;
use crate::event::Event;
use crate::evidence::Evidence;
use crate::kind::VenueKind;
use crate::money::{MoneyError, Rupiah};
use crate::price_book::PriceBook;
use crate::venue::Venue;

/// What can be said of one hall for one event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HallOutcome {
    /// It does not hold the participants.
    TooSmall,
    /// Its seats are not known well enough.
    FitUnknown,
    /// A reply takes it out.
    RuledOut,
    /// These have no price there.
    PriceMissing(Vec<Component>),
    /// It holds them and everything has a price.
    Priced {
        /// Current cost minus the cost there; negative if it is dearer.
        saving: Estimate<Rupiah>,
        /// The weakest evidence of both sides.
        weakest: Option<Evidence>,
    },
}

/// One hall for one event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HallChoice {
    /// Id of the hall.
    pub venue: Arc<str>,
    /// What can be said.
    pub outcome: HallOutcome,
}

impl HallChoice {
    /// The saving there, if it holds the participants and everything has a price.
    #[must_use]
    pub fn saving(&self) -> Option<Estimate<Rupiah>> {
        match self.outcome {
            HallOutcome::Priced { saving, .. } => Some(saving),
            _ => None,
        }
    }
}

/// The government halls with the book's prices, made once for each date and year that events have.
pub(super) struct Halls<'a> {
    halls: Vec<&'a Venue>,
    book: &'a PriceBook,
    completed: BTreeMap<(Option<Date>, Option<u16>), Vec<Venue>>,
}

impl<'a> Halls<'a> {
    pub(super) fn of(venues: &'a [Venue], book: &'a PriceBook) -> Self {
        let halls = venues.iter().filter(|v| v.kind == VenueKind::GovernmentHall).collect();
        Halls { halls, book, completed: BTreeMap::new() }
    }

    /// The halls as priced for an event of this date and year.
    pub(super) fn priced_for(&mut self, start: Option<Date>, year: Option<u16>) -> &[Venue] {
        let (halls, book) = (&self.halls, self.book);
        self.completed
            .entry((start, year))
            .or_insert_with(|| halls.iter().map(|hall| book.completed(hall, start, year)).collect())
    }
}

/// Judges one event with what is known of it beside its lines.
pub(super) fn judge(
    input: &EventInput<'_>,
    halls: &mut Halls<'_>,
    facts: &Facts<'_>,
) -> Result<EventSaving, CompareError> {
    let event = input.event;
    let out_of_range = |error: MoneyError| CompareError::Money { venue: event.id.clone(), error };
    let current = current_cost(event).map_err(out_of_range)?;
    let mut saving = EventSaving::of(input, current);
    let wanted = needs(event, input.start, facts);
    saving.start = wanted.start;
    let corrected = facts.correct();
    if corrected {
        saving.participants =
            wanted.participants.as_ref().and_then(|p| widened(p.count)).or(saving.participants);
        saving.days = wanted.days.and_then(widened).or(saving.days);
    }
    match not_comparable(event, current) {
        None => {}
        // A document can say what the budget does not.
        Some(SavingStatus::ParticipantsUnknown) if wanted.participants.is_some() => {}
        Some(SavingStatus::DaysUnknown | SavingStatus::MixedEvents) if corrected => {}
        Some(status) => {
            saving.status = status;
            if status != SavingStatus::MixedEvents && is_mixed(event) {
                // A count over several events is the count of none of them.
                saving.participants = None;
            }
            return Ok(saving);
        }
    }
    if wanted.participants.is_none() {
        saving.status = SavingStatus::ParticipantsUnknown;
        return Ok(saving);
    }
    let times = event.occurrences.as_ref().map_or(Estimate::exact(1), |c| c.value);
    for hall in halls.priced_for(wanted.start, event.year) {
        let outcome = if facts.replies.iter().any(|r| r.rules_out(&hall.id)) {
            HallOutcome::RuledOut
        } else {
            let option = price_in(&wanted, hall)?;
            match option.fits {
                Fits::No => HallOutcome::TooSmall,
                Fits::Unknown => HallOutcome::FitUnknown,
                Fits::Yes if !option.complete() => {
                    HallOutcome::PriceMissing(option.missing.iter().map(|m| m.component).collect())
                }
                Fits::Yes => HallOutcome::Priced {
                    saving: moved(current, option.total, times).map_err(out_of_range)?,
                    weakest: Evidence::weakest(option.weakest_evidence.into_iter().chain([grade(event)])),
                },
            }
        };
        saving.halls.push(HallChoice { venue: hall.id.as_str().into(), outcome });
    }
    choose(&mut saving);
    Ok(saving)
}

/// What an event would cost in a hall, seated as few as it seats.
pub(super) fn price_in(wanted: &Event, hall: &Venue) -> Result<VenueOption, CompareError> {
    let seated = Event { seating: fewest_seats(hall), ..wanted.clone() };
    price(&seated, hall, None)
}

/// The hall with the greatest likely saving, ties by id; or why there is none.
fn choose(saving: &mut EventSaving) {
    let best = saving
        .halls
        .iter()
        .filter_map(|h| Some((h.saving()?, h)))
        .max_by(|(a, x), (b, y)| (a.likely(), &y.venue).cmp(&(b.likely(), &x.venue)));
    let Some((amount, choice)) = best else {
        let any = |is: fn(&HallOutcome) -> bool| saving.halls.iter().any(|h| is(&h.outcome));
        saving.status = if any(|o| matches!(o, HallOutcome::PriceMissing(_))) {
            SavingStatus::PriceMissing
        } else if any(|o| matches!(o, HallOutcome::RuledOut)) {
            SavingStatus::RuledOutByReply
        } else {
            SavingStatus::NoHallFits
        };
        return;
    };
    let saves = amount.likely() > Rupiah::ZERO;
    saving.status = if saves { SavingStatus::Saves } else { SavingStatus::NoSaving };
    if let HallOutcome::Priced { weakest, .. } = choice.outcome {
        saving.weakest_evidence = weakest;
    }
    saving.best_venue = Some(choice.venue.to_string());
    saving.gross_saving = Some(amount);
}

fn widened(range: Estimate<std::num::NonZeroU32>) -> Option<Estimate<u32>> {
    Estimate::try_new(range.low().get(), range.likely().get(), range.high().get()).ok()
}

/// Current cost minus so many times the hall's cost.
fn moved(
    current: Rupiah,
    hall: Estimate<Rupiah>,
    times: Estimate<u32>,
) -> Result<Estimate<Rupiah>, MoneyError> {
    let less = |cost: Rupiah, n: u32| current.try_sub(cost.try_times(Decimal::from(n.max(1)))?);
    let low = less(hall.high(), times.high())?;
    let likely = less(hall.likely(), times.likely())?;
    let high = less(hall.low(), times.low())?;
    Estimate::try_new(low, likely, high).map_err(|_| MoneyError::OutOfRange)
}
