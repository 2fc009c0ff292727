//! Saving (penghematan) over a whole budget: what each event at a paid venue would have cost in a government hall.
//!
//! First cut: the gross saving, each event moved alone. An event is in the headline only if its venue is named
//! as a hotel, restaurant or commercial hall, its participants and days are known, its price is for a place and
//! what a standard meeting package holds, a listed hall is known to hold them, and everything needed there has a
//! price. A standard package is compared whole with the hall and the food it stands for.

use std::num::NonZeroU32;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::budget_event::{BudgetEvent, EventDoubt};
use crate::comparison::{CompareError, Fits, VenueOption, price};
use crate::cost_line::BudgetStage;
use crate::date::Date;
use crate::estimate::Estimate;
use crate::event::{Event, Supported};
use crate::evidence::Evidence;
use crate::kind::{CostKind, VenueKind};
use crate::money::{MoneyError, Rupiah};
use crate::session::{Seating, Session, words};
use crate::source::{RowRef, SourceRef};
use crate::venue::Venue;

words! {
    /// What became of an event in the computation of savings.
    SavingStatus {
        /// Compared, and a listed hall is cheaper at likely values: in the headline.
        Saves = "saves",
        /// Compared, and no listed hall that fits is cheaper: the difference is printed, and not in the headline.
        NoSaving = "no-saving",
        /// No listed hall is known to hold the participants.
        NoHallFits = "no-hall-fits",
        /// A hall fits, and something needed there has no price.
        PriceMissing = "price-missing",
        /// Money is paid for a place, and the kind of place is not named.
        VenueNotNamed = "venue-not-named",
        /// Nothing says how many take part.
        ParticipantsUnknown = "participants-unknown",
        /// Nothing says how long it lasts, and a package costs by the day.
        DaysUnknown = "days-unknown",
        /// Lines of one activity whose counts differ so much that they are hardly of one event.
        MixedEvents = "mixed-events",
        /// One price pays for the place and for things that are not told; it is not divided.
        Bundled = "bundled",
        /// Already in a government hall.
        GovernmentHall = "government-hall",
        /// Held online.
        Online = "online",
        /// No line pays for a place.
        NoVenueCost = "no-venue-cost",
    }
}

impl SavingStatus {
    /// True for events whose saving was computed.
    #[must_use]
    pub fn is_compared(self) -> bool {
        matches!(self, SavingStatus::Saves | SavingStatus::NoSaving)
    }

    /// True for events that pay for a place and could not be compared: they are counted apart.
    #[must_use]
    pub fn is_apart(self) -> bool {
        !self.is_compared()
            && !matches!(
                self,
                SavingStatus::NoVenueCost | SavingStatus::Online | SavingStatus::GovernmentHall
            )
    }
}

/// One event with its saving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventSaving {
    /// The event's id.
    pub id: String,
    /// Title as written.
    pub title: String,
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
    /// Participants at one occurrence.
    pub participants: Option<Estimate<u32>>,
    /// Days of one occurrence.
    pub days: Option<Estimate<u32>>,
    /// How often it is held; 1 if nothing says more.
    pub occurrences: u32,
    /// Kind of venue.
    pub venue_kind: VenueKind,
    /// Name of the venue as written.
    pub venue_name: Option<String>,
    /// What became of it.
    pub status: SavingStatus,
    /// What the place cost: package and room rent. Lodging of its own stays whatever the place and is left out.
    pub current: Rupiah,
    /// The hall with the greatest likely saving, where compared.
    pub best_venue: Option<String>,
    /// Current cost minus the cost in that hall; a range; negative if the hall is dearer.
    pub gross_saving: Option<Estimate<Rupiah>>,
    /// The weakest evidence of both sides.
    pub weakest_evidence: Option<Evidence>,
    /// All its source rows.
    pub rows: Vec<RowRef>,
}

/// The savings of a whole budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Savings {
    /// All events, in the order given.
    pub events: Vec<EventSaving>,
    /// The sum of the events with status [`SavingStatus::Saves`].
    pub gross: Estimate<Rupiah>,
}

/// Computes the gross saving of each event against the government halls among the venues.
///
/// `account_of` gives the account text of an event's largest venue line.
///
/// # Errors
/// [`CompareError::Money`] if a total leaves the range of money.
pub fn savings(
    events: &[BudgetEvent],
    venues: &[Venue],
    account_of: impl Fn(&BudgetEvent) -> String,
) -> Result<Savings, CompareError> {
    let halls: Vec<&Venue> = venues.iter().filter(|v| v.kind == VenueKind::GovernmentHall).collect();
    let mut all = Vec::with_capacity(events.len());
    let mut gross = Estimate::ZERO;
    for event in events {
        let saving = event_saving(event, &halls, account_of(event))?;
        if saving.status == SavingStatus::Saves
            && let Some(amount) = saving.gross_saving
        {
            gross = gross.try_add(amount).map_err(out_of_range(event))?;
        }
        all.push(saving);
    }
    Ok(Savings { events: all, gross })
}

fn out_of_range(event: &BudgetEvent) -> impl Fn(MoneyError) -> CompareError {
    let venue = event.id.clone();
    move |error| CompareError::Money { venue: venue.clone(), error }
}

fn event_saving(event: &BudgetEvent, halls: &[&Venue], account: String) -> Result<EventSaving, CompareError> {
    let cost_of = |kind| event.cost.get(&kind).copied().unwrap_or(Rupiah::ZERO);
    let current =
        cost_of(CostKind::VenuePackage).try_add(cost_of(CostKind::RoomRent)).map_err(out_of_range(event))?;
    let mut saving = EventSaving {
        id: event.id.clone(),
        title: event.title.clone(),
        agency: Arc::clone(&event.organiser),
        activity: Arc::clone(&event.activity),
        account,
        year: event.year,
        stage: event.stage,
        date: event.dates.first().copied(),
        participants: event.participants.as_ref().map(|c| c.value),
        days: event.days.as_ref().map(|c| c.value),
        occurrences: event.occurrences.as_ref().map_or(1, |c| c.value.likely().max(1)),
        venue_kind: event.venue_kind,
        venue_name: event.venue_name.clone(),
        status: SavingStatus::NoVenueCost,
        current,
        best_venue: None,
        gross_saving: None,
        weakest_evidence: None,
        rows: event.rows.clone(),
    };
    if let Some(status) = not_comparable(event, current) {
        saving.status = status;
        if status != SavingStatus::MixedEvents && is_mixed(event) {
            // A count over several events is the count of none of them.
            saving.participants = None;
        }
        return Ok(saving);
    }
    let mut wanted = as_event(event, cost_of(CostKind::VenuePackage).is_zero());
    if wanted.participants.is_none() {
        saving.status = SavingStatus::ParticipantsUnknown;
        return Ok(saving);
    }
    let times = event.occurrences.as_ref().map_or(Estimate::exact(1), |c| c.value);
    let mut best: Option<(Estimate<Rupiah>, VenueOption)> = None;
    saving.status = SavingStatus::NoHallFits;
    for hall in halls {
        wanted.seating = fewest_seats(hall);
        let option = price(&wanted, hall, None)?;
        if option.fits != Fits::Yes {
            continue;
        }
        if !option.complete() {
            if saving.status == SavingStatus::NoHallFits {
                saving.status = SavingStatus::PriceMissing;
            }
            continue;
        }
        let amount = moved(current, option.total, times).map_err(out_of_range(event))?;
        let better = best
            .as_ref()
            .is_none_or(|(least, chosen)| (amount.likely(), &chosen.venue) > (least.likely(), &option.venue));
        if better {
            best = Some((amount, option));
        }
    }
    if let Some((amount, option)) = best {
        let saves = amount.likely() > Rupiah::ZERO;
        saving.status = if saves { SavingStatus::Saves } else { SavingStatus::NoSaving };
        saving.weakest_evidence =
            Evidence::weakest(option.weakest_evidence.into_iter().chain([grade(event)]));
        saving.best_venue = Some(option.venue);
        saving.gross_saving = Some(amount);
    }
    Ok(saving)
}

/// Why an event cannot be compared at all, whatever the halls.
fn not_comparable(event: &BudgetEvent, current: Rupiah) -> Option<SavingStatus> {
    let status = match event.venue_kind {
        VenueKind::GovernmentHall => SavingStatus::GovernmentHall,
        VenueKind::Online => SavingStatus::Online,
        _ if current.is_zero() || current.is_negative() => SavingStatus::NoVenueCost,
        VenueKind::Unspecified | VenueKind::None => SavingStatus::VenueNotNamed,
        _ if !event.contents_known => SavingStatus::Bundled,
        _ if event.participants.is_none() => SavingStatus::ParticipantsUnknown,
        _ if event.days.is_none() && !bought_by_the_day(event) => SavingStatus::DaysUnknown,
        _ if is_mixed(event) => SavingStatus::MixedEvents,
        _ => return None,
    };
    Some(status)
}

/// What the lines of an event are: money paid, or a plan.
fn grade(event: &BudgetEvent) -> Evidence {
    if event.stage == Some(BudgetStage::Realised) { Evidence::Receipt } else { Evidence::Budget }
}

/// A halfday or fullday package is a price a person a day: without a factor of days it is bought for one. A rent or
/// a stay can cover several.
fn bought_by_the_day(event: &BudgetEvent) -> bool {
    event.bundled && matches!(event.package, Some(Session::Halfday | Session::Fullday))
}

/// Lines that no title holds together, of which some count more than twice the participants of others.
fn is_mixed(event: &BudgetEvent) -> bool {
    event.doubts.contains(&EventDoubt::TitleFromActivity)
        && event.participants.as_ref().is_some_and(|c| c.value.high() > c.value.low().saturating_mul(2))
}

/// What the event needs elsewhere: the room, and the food and lodging only if the venue's package paid for them.
fn as_event(event: &BudgetEvent, room_only: bool) -> Event {
    let mut wanted = Event::titled(&event.title);
    wanted.fiscal_year = event.year;
    wanted.session = Some(event.package.unwrap_or(Session::Fullday));
    if room_only {
        // Only the room was paid here: food and beds stand in other lines, which stay as they are.
        wanted.session = Some(Session::Fullday);
        wanted.meals_per_day = Some(Estimate::exact(0));
        wanted.snacks_per_day = Some(Estimate::exact(0));
    }
    wanted.days = event.days.as_ref().and_then(|c| whole_range(c.value));
    wanted.participants = event.participants.as_ref().and_then(|c| {
        Some(Supported {
            count: whole_range(c.value)?,
            evidence: Some(grade(event)),
            source: SourceRef::NotStated,
        })
    });
    wanted
}

/// The layout in which a hall seats fewest. A budget does not say how people sit, so a hall is said to hold them
/// only if it does in every layout that is known of it.
fn fewest_seats(hall: &Venue) -> Option<Seating> {
    let seats = &hall.capacity.as_ref()?.seats;
    seats.iter().min_by_key(|(_, seats)| **seats).map(|(layout, _)| *layout)
}

fn whole_range(range: Estimate<u32>) -> Option<Estimate<NonZeroU32>> {
    let low = NonZeroU32::new(range.low())?;
    Estimate::try_new(low, NonZeroU32::new(range.likely())?, NonZeroU32::new(range.high())?).ok()
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
