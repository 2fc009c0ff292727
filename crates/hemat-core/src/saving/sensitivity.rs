//! Sensitivity of the headline: each uncertain input of the whole file alone from low to high, the rest at likely.
//!
//! Only halls that are known to hold an event at the greatest number of participants are looked at, as in the
//! headline. An event whose saving falls to nothing leaves the headline; it does not lower it further.

use std::collections::{BTreeMap, BTreeSet};

use super::alike::{Alike, AtLikely};
use super::halls::likely_cost_in;
use super::varied::HallsByDate;
use super::{EventInput, EventSaving, Terms, out_of_range};
use crate::comparison::CompareError;
use crate::component::Component;
use crate::estimate::Point;
use crate::kind::VenueKind;
use crate::money::Rupiah;
use crate::parallel::in_parts;
use crate::venue::Venue;

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
    let groups = Alike::groups(savings, events, terms.replies);
    let inputs = inputs(&groups, terms);
    let halls = HallsByDate::of(&groups, terms);
    let likely = in_parts(&groups, jobs, |part| {
        part.iter().map(|group| group.at_likely(&halls.of_date(&group.need).likely)).collect()
    });
    let groups: Vec<(Alike<'_>, AtLikely)> = groups
        .into_iter()
        .zip(likely)
        .map(|(group, likely)| Ok((group, likely?)))
        .collect::<Result<_, CompareError>>()?;
    let mut swings = Vec::new();
    for input in inputs {
        let [low, high] = [Point::Low, Point::High].map(|point| {
            let parts = in_parts(&groups, jobs, |part| vec![headline(part, &halls, &input, point)]);
            parts.into_iter().try_fold(Rupiah::ZERO, |sum, part| sum.try_add(part?).map_err(out_of_range("")))
        });
        let (low, high) = (low?, high?);
        let swing = low.max(high).try_sub(low.min(high)).map_err(out_of_range(""))?;
        if !swing.is_zero() {
            swings.push(HeadlineSwing { input, low, high, swing });
        }
    }
    swings.sort_by(|a, b| (b.swing, &a.input).cmp(&(a.swing, &b.input)));
    Ok(swings)
}

/// Every input that has a low and a high value.
fn inputs(groups: &[Alike<'_>], terms: &Terms<'_>) -> BTreeSet<HeadlineInput> {
    let mut inputs = BTreeSet::new();
    if groups.iter().any(|g| g.need.participants.is_some_and(|(count, _)| !count.is_exact())) {
        inputs.insert(HeadlineInput::Participants);
    }
    if groups.iter().any(|g| g.need.days.is_some_and(|days| !days.is_exact())) {
        inputs.insert(HeadlineInput::Days);
    }
    if groups.iter().any(Alike::times_uncertain) {
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

/// The headline of these events with one input at a point.
fn headline(
    groups: &[(Alike<'_>, AtLikely)],
    halls: &HallsByDate,
    input: &HeadlineInput,
    point: Point,
) -> Result<Rupiah, CompareError> {
    let mut varied = BTreeMap::new();
    groups.iter().try_fold(Rupiah::ZERO, |sum, (group, likely)| {
        let need = &group.need;
        let halls = halls.of_date(need);
        let varied = varied.entry((need.start, need.year)).or_insert_with(|| halls.varied(input, point));
        let saving = saving_at(group, likely, &halls.likely, varied, (input, point))?;
        sum.try_add(saving).map_err(out_of_range(""))
    })
}

/// The saving of events alike: the halls whose price the input changes are priced anew, all if it changes a count.
fn saving_at(
    group: &Alike<'_>,
    likely: &AtLikely,
    halls: &[Venue],
    varied: &[Option<Venue>],
    (input, point): (&HeadlineInput, Point),
) -> Result<Rupiah, CompareError> {
    let at = |of: &HeadlineInput| if input == of { point } else { Point::Likely };
    let need = group.need.at(at(&HeadlineInput::Participants), at(&HeadlineInput::Days));
    let recounted = need != group.need.at(Point::Likely, Point::Likely);
    let mut costs = likely.costs.clone();
    for (cost, hall) in costs.iter_mut().zip(&group.halls) {
        let anew = varied.get(*hall).and_then(Option::as_ref).or(halls.get(*hall).filter(|_| recounted));
        if let Some(hall) = anew {
            *cost = likely_cost_in(&need.event(), hall)?;
        }
    }
    let times = at(&HeadlineInput::Times);
    if times == Point::Likely && costs.iter().min() == likely.costs.iter().min() {
        return Ok(likely.saving);
    }
    group.saving(costs.iter().min().copied(), times)
}
