//! Sensitivity of the headline: each uncertain input of the whole file alone from low to high, the rest at likely.
//!
//! Only halls that are known to hold an event at the greatest number of participants are looked at, as in the
//! headline. An event whose saving falls to nothing leaves the headline; it does not lower it further.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::num::NonZeroU32;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::halls::{Alike, Halls, price_in};
use super::need::{Facts, needs};
use super::{EventInput, EventSaving, Terms, out_of_range};
use crate::comparison::CompareError;
use crate::component::Component;
use crate::estimate::{Estimate, Point};
use crate::event::Event;
use crate::kind::VenueKind;
use crate::money::{MoneyError, Rupiah};
use crate::parallel::in_parts;
use crate::venue::{Rate, Venue};

/// One uncertain input of a whole file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HeadlineInput {
    /// Participants of all events.
    Participants,
    /// Days of all events.
    Days,
    /// How often each event is held.
    Times,
    /// A hall's price for a component.
    HallPrice {
        /// Id of the hall.
        venue: String,
        /// The component.
        component: Component,
    },
    /// The price book's price for a component, in every hall that has none of its own.
    BookPrice(Component),
}

/// What the headline becomes when one input goes from low to high.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadlineSwing {
    /// The input.
    pub input: HeadlineInput,
    /// The headline with the input at its low value.
    pub low: Rupiah,
    /// The headline with the input at its high value.
    pub high: Rupiah,
    /// The absolute difference.
    pub swing: Rupiah,
}

/// The swings of all uncertain inputs that matter, the largest first, then by input.
///
/// # Errors
/// [`CompareError::Money`] if a total leaves the range of money.
pub(super) fn headline_sensitivity(
    savings: &[EventSaving],
    events: &[EventInput<'_>],
    terms: &Terms<'_>,
    jobs: usize,
) -> Result<Vec<HeadlineSwing>, CompareError> {
    let mut numbers = HashMap::new();
    let compared: Vec<Compared<'_>> = savings
        .iter()
        .zip(events)
        .filter(|(saving, _)| saving.status.is_compared())
        .map(|(saving, input)| Compared::of(saving, input, terms, &mut numbers))
        .collect();
    let mut swings = Vec::new();
    for input in inputs(&compared, terms) {
        let [low, high] = [Point::Low, Point::High].map(|point| {
            let parts = in_parts(&compared, jobs, |part| vec![headline(part, &input, point, terms)]);
            parts.into_iter().try_fold(Rupiah::ZERO, |sum, part| sum.try_add(part?).map_err(out_of_range("")))
        });
        let (low, high) = (low?, high?);
        let failed = |error| CompareError::Money { venue: String::new(), error };
        let swing = low.max(high).try_sub(low.min(high)).map_err(failed)?;
        if !swing.is_zero() {
            swings.push(HeadlineSwing { input, low, high, swing });
        }
    }
    swings.sort_by(|a, b| (b.swing, &a.input).cmp(&(a.swing, &b.input)));
    Ok(swings)
}

/// A compared event with what it needs.
struct Compared<'a> {
    saving: &'a EventSaving,
    input: &'a EventInput<'a>,
    wanted: Event,
    /// The same with every count at likely, and the number of those that cost the same then.
    likely: Arc<Event>,
    alike: usize,
    current: Rupiah,
    times: Estimate<u32>,
}

impl<'a> Compared<'a> {
    fn of(
        saving: &'a EventSaving,
        input: &'a EventInput<'a>,
        terms: &Terms<'_>,
        numbers: &mut HashMap<Alike, usize>,
    ) -> Self {
        let times = input.event.occurrences.as_ref().map_or(Estimate::exact(1), |c| c.value);
        let wanted = needs(input.event, input.start, &Facts::of(terms.replies, &saving.id));
        let likely = counted(&wanted, Point::Likely, Point::Likely);
        let alike = number_of(Alike::of(&likely, input.event.year), numbers);
        Compared { saving, input, wanted, likely: likely.into(), alike, current: saving.current, times }
    }

    /// The event with every count known, one input at a point and the others at likely, and its number among those
    /// that cost the same.
    fn at(
        &self,
        input: &HeadlineInput,
        point: Point,
        numbers: &mut HashMap<Alike, usize>,
    ) -> (Arc<Event>, usize) {
        let (participants, days) = match input {
            HeadlineInput::Participants => (point, Point::Likely),
            HeadlineInput::Days => (Point::Likely, point),
            _ => return (Arc::clone(&self.likely), self.alike),
        };
        let wanted = counted(&self.wanted, participants, days);
        let alike = number_of(Alike::of(&wanted, self.input.event.year), numbers);
        (wanted.into(), alike)
    }

    /// How often it is held, once at least.
    fn times_at(&self, input: &HeadlineInput, point: Point) -> u32 {
        self.times.at(if *input == HeadlineInput::Times { point } else { Point::Likely }).max(1)
    }
}

/// The number of what events alike depend on; a new one for the first of its kind.
fn number_of(alike: Alike, numbers: &mut HashMap<Alike, usize>) -> usize {
    let next = numbers.len();
    *numbers.entry(alike).or_insert(next)
}

/// Costs already found: by the number of those alike, then by hall.
#[derive(Default)]
struct Costs {
    numbers: HashMap<Alike, usize>,
    known: Vec<Vec<Option<Rupiah>>>,
}

impl Costs {
    /// The cost of an event in a hall, found if it is not known.
    fn of(
        &mut self,
        (alike, hall): (usize, usize),
        find: impl FnOnce() -> Result<Rupiah, Failed>,
    ) -> Result<Rupiah, Failed> {
        if self.known.len() <= alike {
            self.known.resize_with(alike + 1, Vec::new);
        }
        let Some(halls) = self.known.get_mut(alike) else { return find() };
        if halls.len() <= hall {
            halls.resize(hall + 1, None);
        }
        match halls.get_mut(hall) {
            Some(Some(cost)) => Ok(*cost),
            Some(place) => Ok(*place.insert(find()?)),
            None => find(),
        }
    }
}

/// An event with its counts at these points.
fn counted(wanted: &Event, participants: Point, days: Point) -> Event {
    let mut counted = wanted.clone();
    if let Some(people) = &mut counted.participants {
        people.count = Estimate::exact(people.count.at(participants));
    }
    counted.days = counted.days.map(|d: Estimate<NonZeroU32>| Estimate::exact(d.at(days)));
    counted
}

/// Every input that has a low and a high value.
fn inputs(compared: &[Compared<'_>], terms: &Terms<'_>) -> BTreeSet<HeadlineInput> {
    let mut inputs = BTreeSet::new();
    let counts = |c: &Compared<'_>| c.wanted.participants.as_ref().is_some_and(|p| !p.count.is_exact());
    if compared.iter().any(counts) {
        inputs.insert(HeadlineInput::Participants);
    }
    if compared.iter().any(|c| c.wanted.days.is_some_and(|d| !d.is_exact())) {
        inputs.insert(HeadlineInput::Days);
    }
    if compared.iter().any(|c| !c.times.is_exact()) {
        inputs.insert(HeadlineInput::Times);
    }
    for hall in terms.venues.iter().filter(|v| v.kind == VenueKind::GovernmentHall) {
        for rate in hall.rates.iter().filter(|r| !r.listed().is_exact()) {
            let (venue, component) = (hall.id.clone(), rate.component());
            inputs.insert(HeadlineInput::HallPrice { venue, component });
        }
    }
    let published = terms.book.published.values().flatten().map(|p| &p.rate);
    for rate in terms.book.own.iter().chain(published).filter(|r| !r.listed().is_exact()) {
        inputs.insert(HeadlineInput::BookPrice(rate.component()));
    }
    inputs
}

/// The headline with one input at a point.
fn headline(
    compared: &[Compared<'_>],
    input: &HeadlineInput,
    point: Point,
    terms: &Terms<'_>,
) -> Result<Rupiah, CompareError> {
    let mut halls = Halls::of(terms.venues, terms.book);
    let mut varied: BTreeMap<_, Vec<Venue>> = BTreeMap::new();
    let mut costs = Costs::default();
    let mut sum = Rupiah::ZERO;
    for event in compared {
        let (start, year) = (event.wanted.start, event.input.event.year);
        let halls = varied.entry((start, year)).or_insert_with(|| {
            let priced = halls.priced_for(start, year).iter();
            priced.map(|hall| at(hall, input, point, terms)).collect()
        });
        let failed = |error: MoneyError| CompareError::Money { venue: event.saving.id.clone(), error };
        let saving = best(event, halls, input, point, &mut costs).map_err(|e| match e {
            Failed::Money(error) => failed(error),
            Failed::Compare(error) => error,
        })?;
        sum = sum.try_add(saving).map_err(failed)?;
    }
    Ok(sum)
}

enum Failed {
    Money(MoneyError),
    Compare(CompareError),
}

/// The greatest saving of one event over the halls that hold it, zero if there is none.
fn best(
    event: &Compared<'_>,
    halls: &[Venue],
    input: &HeadlineInput,
    point: Point,
    costs: &mut Costs,
) -> Result<Rupiah, Failed> {
    let (wanted, alike) = event.at(input, point, &mut costs.numbers);
    let times = event.times_at(input, point);
    let mut best = Rupiah::ZERO;
    for (at, (hall, choice)) in halls.iter().zip(&event.saving.halls).enumerate() {
        let Some(base) = choice.saving() else { continue };
        let untouched = matches!(input, HeadlineInput::HallPrice { venue, .. } if *venue != hall.id);
        let saving = if untouched {
            base.likely()
        } else {
            let find = || Ok(price_in(&wanted, hall).map_err(Failed::Compare)?.total.likely());
            let cost = costs.of((alike, at), find)?;
            let cost = if times == 1 {
                cost
            } else {
                cost.try_times(Decimal::from(times)).map_err(Failed::Money)?
            };
            event.current.try_sub(cost).map_err(Failed::Money)?
        };
        best = best.max(saving);
    }
    Ok(best)
}

/// A hall with one price at a point and the others at likely.
fn at(hall: &Venue, input: &HeadlineInput, point: Point, terms: &Terms<'_>) -> Venue {
    let own = terms.venues.iter().find(|v| v.id == hall.id).map_or(0, |v| v.rates.len());
    let wanted = |at: usize, rate: &Rate| match input {
        HeadlineInput::HallPrice { venue, component } => {
            at < own && *venue == hall.id && *component == rate.component()
        }
        HeadlineInput::BookPrice(component) => at >= own && *component == rate.component(),
        _ => false,
    };
    let rates = hall.rates.iter().enumerate();
    let rates = rates.map(|(i, rate)| rate.at(if wanted(i, rate) { point } else { Point::Likely })).collect();
    Venue { rates, ..hall.clone() }
}
