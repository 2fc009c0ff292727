//! Comparison (perbandingan tempat): one event, many venues, against the venue where it was held.
//!
//! A venue's cost is the sum of its components: a package that covers the event and what it lacks, else room,
//! food and equipment bought one by one. How often a rate is charged depends on its basis:
//!
//! | basis | times |
//! |---|---|
//! | `event` | 1 |
//! | `day` | days |
//! | `session` | days x ceil(hours a day / hours of a session); 1 a day, with a note, if the hours a day are unknown |
//! | `person` | participants |
//! | `person-day` | participants x days |
//! | `meal`, `snack` | participants x days x meals (snacks) a day still to be bought |
//! | `unit` | quantity |
//!
//! The way a venue covers the event is chosen once, at likely values; ranges, break-even and sensitivity are
//! those of that way. A package's price is never divided among its parts, and a need without a price makes a
//! total a lower bound.

mod bill;
mod break_even;
mod claim;
mod fit;
mod formula;
mod inputs;
mod note;
mod option;
mod sensitivity;
mod texts;
mod verdict;
mod way;
mod working;

use std::collections::BTreeSet;

use thiserror::Error;

pub use break_even::{BreakEven, CheaperFor};
pub use claim::{ClaimAnswer, ClaimVerdict};
pub use fit::{Fits, seats_fit};
pub use formula::{FormulaInput, FormulaPoint, InputNumbers, Place, formula_points};
pub use note::Note;
pub use option::{ComponentCost, CostOf, Missing, MissingReason, VenueOption, WaySummary};
pub use sensitivity::Swing;
pub use verdict::{Saving, Verdict};
pub use working::{Factor, Working};

use crate::calendar::{Calendar, Free};
use crate::event::Event;
use crate::kind::VenueKind;
use crate::money::{MoneyError, Rupiah};
use crate::venue::Venue;
use inputs::Ranges;
use option::{Priced, SharedCosts};

/// Why a comparison could not be made at all.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CompareError {
    /// The baseline is none of the venues.
    #[error("the baseline venue {id:?} is not among the venues ({})", known.join(", "))]
    UnknownBaseline {
        /// The id that was asked for.
        id: String,
        /// The ids that are known.
        known: Vec<String>,
    },
    /// A claim is about none of the venues.
    #[error("a claim is about {id:?}, which is not among the venues ({})", known.join(", "))]
    UnknownClaimVenue {
        /// The id that was asked for.
        id: String,
        /// The ids that are known.
        known: Vec<String>,
    },
    /// Two venues have one id.
    #[error("the venue id {0:?} is given twice")]
    DuplicateVenue(String),
    /// A total cannot be kept exact.
    #[error("{venue}: {error}")]
    Money {
        /// The venue whose total it is.
        venue: String,
        /// What went wrong.
        error: MoneyError,
    },
}

/// Why no option is called the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoBest {
    /// There is nothing to compare the baseline with.
    NoOptions,
    /// The baseline's own total is incomplete.
    BaselineIncomplete,
    /// No option is known to hold the participants: so many are too small, of so many it is not known.
    NoneFits {
        /// Options that are too small.
        too_small: usize,
        /// Options whose capacity (or the participants) is not known.
        unknown: usize,
    },
    /// Every option that fits is taken on the event's days.
    AllTaken,
    /// No option that fits and is not taken has a complete price.
    NoneComplete,
    /// No such option has a likely saving above zero.
    NoneCheaper,
}

/// One event compared over many venues.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The event.
    pub event: Event,
    /// Id of the venue where it was held.
    pub baseline: String,
    /// All venues: the baseline first, then the others in their given order.
    pub options: Vec<VenueOption>,
    /// Id of the best option, or why there is none.
    pub best: Result<String, NoBest>,
    /// Break-even of every option that is complete, against a complete baseline.
    pub break_even: Vec<BreakEven>,
    /// Sensitivity of the same options, largest swing first.
    pub sensitivity: Vec<Swing>,
    /// The answers to the event's claims, in their order.
    pub claims: Vec<ClaimAnswer>,
    /// What was assumed, left out, or not known.
    pub notes: Vec<Note>,
}

impl Comparison {
    /// The option of the baseline.
    #[must_use]
    pub fn baseline_option(&self) -> Option<&VenueOption> {
        self.options.iter().find(|o| o.venue == self.baseline)
    }

    /// The options that are not the baseline.
    pub fn alternatives(&self) -> impl Iterator<Item = &VenueOption> {
        self.options.iter().filter(|o| o.venue != self.baseline)
    }
}

/// Compares the venues for one event.
///
/// # Errors
/// [`CompareError`] if the baseline is unknown, an id is given twice, or a total leaves the range of money.
pub fn compare(
    event: &Event,
    venues: &[Venue],
    baseline: &str,
    calendar: Option<&Calendar>,
) -> Result<Comparison, CompareError> {
    let mut ids = BTreeSet::new();
    if let Some(twice) = venues.iter().find(|v| !ids.insert(v.id.as_str())) {
        return Err(CompareError::DuplicateVenue(twice.id.clone()));
    }
    let Some(held_at) = venues.iter().find(|v| v.id == baseline) else {
        let known = venues.iter().map(|v| v.id.clone()).collect();
        return Err(CompareError::UnknownBaseline { id: baseline.to_owned(), known });
    };
    let failed = |venue: &Venue| {
        let venue = venue.id.clone();
        move |error| CompareError::Money { venue, error }
    };

    let ranges = Ranges::of(event);
    let costs = SharedCosts::of(event).map_err(failed(held_at))?;
    let base = Priced::of(event, held_at, &ranges).map_err(failed(held_at))?;
    let mut options = vec![option::baseline(event, &base, &costs, calendar).map_err(failed(held_at))?];
    let mut break_even = Vec::new();
    let mut sensitivity = Vec::new();
    let mut notes = note::about_event(event);
    notes.extend(note::about_sites(venues));
    notes.extend(note::about_rates(event, held_at, &base));

    for venue in venues.iter().filter(|v| v.id != baseline) {
        let priced = Priced::of(event, venue, &ranges).map_err(failed(venue))?;
        let difference = verdict::difference(base.bill(), priced.bill(), &ranges).map_err(failed(venue))?;
        let option =
            option::against(event, &base, &priced, &difference, &costs, calendar).map_err(failed(venue))?;
        if let Some(saving) = option.saving {
            let cheaper_for = break_even::cheaper_for(base.bill(), priced.bill(), &ranges.likely())
                .map_err(failed(venue))?;
            break_even.push(BreakEven { venue: venue.id.clone(), extra: saving.likely(), cheaper_for });
            let ours = (held_at.id.as_str(), base.bill());
            let theirs = (venue.id.as_str(), priced.bill());
            sensitivity.extend(sensitivity::swings(ours, theirs, &ranges).map_err(failed(venue))?);
            if difference.with_kinks != (saving.low(), saving.high()) {
                let (low, high) = difference.with_kinks;
                notes.push(Note::WiderBetweenCorners { venue: venue.name.clone(), low, high });
            }
        }
        notes.extend(note::about_rates(event, venue, &priced));
        options.push(option);
    }
    sensitivity::sort(&mut sensitivity);
    let mut claims = Vec::new();
    for claim in &event.claims {
        let Some(venue) = venues.iter().find(|v| v.id == claim.venue) else {
            let known = venues.iter().map(|v| v.id.clone()).collect();
            return Err(CompareError::UnknownClaimVenue { id: claim.venue.clone(), known });
        };
        let priced = Priced::of(event, venue, &ranges).map_err(failed(venue))?;
        claims.push(claim::answer(claim, priced.bill(), &ranges).map_err(failed(venue))?);
    }
    let best = best(&options);
    Ok(Comparison {
        event: event.clone(),
        baseline: baseline.to_owned(),
        options,
        best,
        break_even,
        sensitivity,
        claims,
        notes,
    })
}

/// What one venue would cost for an event, without a baseline: its components, total, capacity and bookings.
/// The verdict is `cannot-tell` and there is no saving.
///
/// # Errors
/// [`CompareError::Money`] if a total leaves the range of money.
pub fn price(event: &Event, venue: &Venue, calendar: Option<&Calendar>) -> Result<VenueOption, CompareError> {
    let failed = |error| CompareError::Money { venue: venue.id.clone(), error };
    let priced = Priced::of(event, venue, &Ranges::of(event)).map_err(failed)?;
    let costs = SharedCosts::of(event).map_err(failed)?;
    option::alone(event, &priced, &costs, calendar).map_err(failed)
}

/// The likely total of [`price`] alone, without what explains it.
pub(crate) fn likely_total(event: &Event, venue: &Venue) -> Result<Rupiah, CompareError> {
    let failed = |error| CompareError::Money { venue: venue.id.clone(), error };
    let priced = Priced::of(event, venue, &Ranges::of(event)).map_err(failed)?;
    let costs = SharedCosts::of(event).map_err(failed)?;
    priced.likely_total(&costs).map_err(failed)
}

/// The greatest likely saving among complete options that fit and are not taken; ties go to the first id.
/// The first option is the baseline.
fn best(options: &[VenueOption]) -> Result<String, NoBest> {
    let Some((baseline, others)) = options.split_first() else {
        return Err(NoBest::NoOptions);
    };
    if others.is_empty() {
        return Err(NoBest::NoOptions);
    }
    if !baseline.complete() {
        return Err(NoBest::BaselineIncomplete);
    }
    let fitting: Vec<&VenueOption> = others.iter().filter(|o| o.fits == Fits::Yes).collect();
    if fitting.is_empty() {
        let too_small = others.iter().filter(|o| o.fits == Fits::No).count();
        return Err(NoBest::NoneFits { too_small, unknown: others.len() - too_small });
    }
    let open: Vec<&VenueOption> = fitting.into_iter().filter(|o| !matches!(o.free, Free::No(_))).collect();
    if open.is_empty() {
        return Err(NoBest::AllTaken);
    }
    let priced: Vec<(&VenueOption, Rupiah)> =
        open.into_iter().filter_map(|o| Some((o, o.saving?.likely()))).collect();
    if priced.is_empty() {
        return Err(NoBest::NoneComplete);
    }
    priced
        .into_iter()
        .filter(|(_, saving)| *saving > Rupiah::ZERO)
        .min_by(|(a, x), (b, y)| (y, &a.venue).cmp(&(x, &b.venue)))
        .map(|(option, _)| option.venue.clone())
        .ok_or(NoBest::NoneCheaper)
}

/// True for a venue that the government owns.
fn is_government(venue: &Venue) -> bool {
    venue.kind == VenueKind::GovernmentHall
}
