//! One event against every government hall: what the same would have cost there, or why that cannot be said.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::halls::Halls;
use super::need::{Facts, Need, current_cost, grade};
use super::status::{is_mixed, not_comparable};
use super::{EventInput, EventSaving, SavingStatus};
use crate::comparison::{CompareError, Fits};
use crate::component::Component;
use crate::estimate::Estimate;
use crate::evidence::Evidence;
use crate::money::{MoneyError, Rupiah};

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
    let need = Need::of(event, input.start, facts);
    saving.start = need.start;
    let corrected = facts.correct();
    if corrected {
        saving.participants = need.participants.and_then(|(count, _)| widened(count)).or(saving.participants);
        saving.days = need.days.and_then(widened).or(saving.days);
    }
    match not_comparable(event, current) {
        None => {}
        // A document can say what the budget does not.
        Some(SavingStatus::ParticipantsUnknown) if need.participants.is_some() => {}
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
    if need.participants.is_none() {
        saving.status = SavingStatus::ParticipantsUnknown;
        return Ok(saving);
    }
    let found = halls.prices(&need)?;
    saving.needs = Some(found.needs);
    saving.halls.reserve_exact(found.prices.len());
    let times = event.occurrences.as_ref().map_or(Estimate::exact(1), |c| c.value);
    for price in &found.prices {
        let outcome = if facts.replies.iter().any(|r| r.rules_out(&price.hall)) {
            HallOutcome::RuledOut
        } else {
            match price.fits {
                Fits::No => HallOutcome::TooSmall,
                Fits::Unknown => HallOutcome::FitUnknown,
                Fits::Yes if !price.missing.is_empty() => HallOutcome::PriceMissing(price.missing.clone()),
                Fits::Yes => HallOutcome::Priced {
                    saving: moved(current, price.total, times).map_err(out_of_range)?,
                    weakest: Evidence::weakest(price.weakest.into_iter().chain([grade(event)])),
                },
            }
        };
        saving.halls.push(HallChoice { venue: Arc::clone(&price.hall), outcome });
    }
    choose(&mut saving);
    Ok(saving)
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
    saving.best_venue = Some((*choice.venue).to_owned());
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
