//! One venue of a comparison: its components, total, saving and verdict.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::bill::Bill;
use super::fit::{self, Fits};
use super::inputs::{Inputs, Ranges};
use super::verdict::{Difference, Saving, Verdict, verdict};
use super::way::{Wanted, Way, ways};
use super::working::{Factor, Working};
use crate::calendar::{Calendar, Free};
use crate::component::Component;
use crate::estimate::Estimate;
use crate::event::{Event, EventCost};
use crate::evidence::Evidence;
use crate::kind::{CostKind, VenueKind};
use crate::money::{MoneyError, Rupiah};
use crate::session::Seating;
use crate::source::SourceRef;
use crate::venue::Venue;

/// Why a needed component has no price.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MissingReason {
    /// The venue lists no rate for it that is in force.
    NoPrice,
    /// Its rate is by the person, and the number of participants is not known.
    ParticipantsUnknown,
}

/// A needed component without a price.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Missing {
    /// The component.
    pub component: Component,
    /// Why it has no price.
    pub reason: MissingReason,
}

/// What one cost is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CostOf {
    /// A component of the venue.
    Venue(Component),
    /// A cost of the event that does not depend on the venue, with its description.
    Event(CostKind, String),
}

impl CostOf {
    /// The word used in JSON: the component, or the kind of cost.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            CostOf::Venue(component) => component.as_str(),
            CostOf::Event(kind, _) => kind.as_str(),
        }
    }
}

/// One cost of an option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComponentCost {
    /// What it is for.
    pub of: CostOf,
    /// What it comes to.
    pub amount: Estimate<Rupiah>,
    /// How that comes about.
    pub working: Working,
    /// How the price is supported.
    pub evidence: Evidence,
    /// Where the price comes from.
    pub source: SourceRef,
}

/// Another way in which the venue could cover the event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaySummary {
    /// The rates it would buy: component, price of one, source.
    pub rates: Vec<(Component, Estimate<Rupiah>, SourceRef)>,
    /// How each of these rates comes to its amount, in the same order.
    pub workings: Vec<Working>,
    /// Components it would lack.
    pub missing: Vec<Missing>,
    /// What the venue would cost at likely values; a lower bound if something is missing.
    pub likely_total: Rupiah,
}

/// One venue of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VenueOption {
    /// Id of the venue.
    pub venue: String,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: VenueKind,
    /// Seats in the event's layout, where known.
    pub seats: Option<u32>,
    /// Seats in theatre layout, which seats most, where known.
    pub theatre_seats: Option<u32>,
    /// Meals and snacks a day that the package or the room's rent includes.
    pub included: [u32; 2],
    /// How the capacity is supported, and by what; `None` without a capacity.
    pub capacity_source: Option<(Evidence, SourceRef)>,
    /// Whether it holds the participants.
    pub fits: Fits,
    /// Whether it is free.
    pub free: Free,
    /// What it needs and has no price for; the total is a lower bound unless this is empty.
    pub missing: Vec<Missing>,
    /// What it charges, and the event's own costs.
    pub components: Vec<ComponentCost>,
    /// The sum of the components.
    pub total: Estimate<Rupiah>,
    /// Baseline minus this; `None` unless both are complete. Zero for the baseline itself.
    pub saving: Option<Saving>,
    /// What can be said.
    pub verdict: Verdict,
    /// The weakest evidence of all components, and of the number of participants where it decides the total;
    /// `None` if there are none.
    pub weakest_evidence: Option<Evidence>,
    /// Likely total divided by likely participants and days, to whole sen; `None` without participants.
    pub per_person_day: Option<Rupiah>,
    /// Percent of the likely total by evidence, strongest first; empty for a total of zero.
    pub evidence_share: Vec<(Evidence, Decimal)>,
    /// The other ways, cheapest complete first.
    pub other_ways: Vec<WaySummary>,
}

impl VenueOption {
    /// True if everything needed has a price.
    #[must_use]
    pub fn complete(&self) -> bool {
        self.missing.is_empty()
    }
}

/// A venue with the ways it can cover the event, the one used first.
pub(super) struct Priced<'a> {
    pub venue: &'a Venue,
    chosen: Way<'a>,
    others: Vec<Way<'a>>,
    likely: Inputs,
    corners: Vec<Inputs>,
}

impl<'a> Priced<'a> {
    pub(super) fn of(event: &Event, venue: &'a Venue, ranges: &Ranges) -> Result<Self, MoneyError> {
        let wanted = Wanted { event, likely: ranges.likely(), most: ranges.most() };
        let mut all = ways(&wanted, venue)?.into_iter();
        // Every venue has at least one way: that of buying everything one by one.
        let chosen = all.next().ok_or(MoneyError::OutOfRange)?;
        let others = all.collect();
        Ok(Priced { venue, chosen, others, likely: ranges.likely(), corners: ranges.corners() })
    }

    /// The bill of the way that is used.
    pub(super) fn bill(&self) -> &Bill<'a> {
        &self.chosen.bill
    }

    /// The bill at likely values with the event's own costs.
    pub(super) fn likely_total(&self, costs: &SharedCosts) -> Result<Rupiah, MoneyError> {
        self.chosen.likely_total.try_add(costs.total.likely())
    }

    fn complete(&self) -> bool {
        self.chosen.bill.missing.is_empty()
    }
}

/// The event's own costs, the same for every option.
pub(super) struct SharedCosts {
    components: Vec<ComponentCost>,
    total: Estimate<Rupiah>,
}

impl SharedCosts {
    pub(super) fn of(event: &Event) -> Result<Self, MoneyError> {
        let component = |cost: &EventCost| -> Result<ComponentCost, MoneyError> {
            Ok(ComponentCost {
                of: CostOf::Event(cost.kind, cost.description.clone()),
                amount: cost.amount()?,
                working: Working {
                    unit_price: cost.unit_price,
                    basis: None,
                    factors: vec![Factor::Quantity(cost.quantity.total())],
                },
                evidence: cost.evidence,
                source: cost.source.clone(),
            })
        };
        let components = event.costs.iter().map(component).collect::<Result<Vec<_>, _>>()?;
        let total = components.iter().try_fold(Estimate::ZERO, |sum, c| sum.try_add(c.amount))?;
        Ok(SharedCosts { components, total })
    }
}

/// The option of the venue where the event was held: compared with itself it saves nothing.
pub(super) fn baseline(
    event: &Event,
    base: &Priced<'_>,
    costs: &SharedCosts,
    calendar: Option<&Calendar>,
) -> Result<VenueOption, MoneyError> {
    let complete = base.complete();
    let saving = complete.then_some(Estimate::ZERO);
    let verdict = if complete { Verdict::Same } else { Verdict::CannotTell };
    build(event, base, costs, calendar, saving, verdict)
}

/// The option of another venue.
pub(super) fn against(
    event: &Event,
    base: &Priced<'_>,
    priced: &Priced<'_>,
    difference: &Difference,
    costs: &SharedCosts,
    calendar: Option<&Calendar>,
) -> Result<VenueOption, MoneyError> {
    let saving = (base.complete() && priced.complete()).then_some(difference.saving);
    let verdict = verdict(difference, base.complete(), priced.complete());
    build(event, priced, costs, calendar, saving, verdict)
}

/// The option of a venue without a baseline to hold it against.
pub(super) fn alone(
    event: &Event,
    priced: &Priced<'_>,
    costs: &SharedCosts,
    calendar: Option<&Calendar>,
) -> Result<VenueOption, MoneyError> {
    build(event, priced, costs, calendar, None, Verdict::CannotTell)
}

fn build(
    event: &Event,
    priced: &Priced<'_>,
    costs: &SharedCosts,
    calendar: Option<&Calendar>,
    saving: Option<Saving>,
    verdict: Verdict,
) -> Result<VenueOption, MoneyError> {
    let venue = priced.venue;
    let bill = priced.bill();
    let mut components = Vec::new();
    for item in &bill.items {
        components.push(ComponentCost {
            of: CostOf::Venue(item.rate.component()),
            amount: bill.range(item, &priced.likely, &priced.corners)?,
            working: bill.working(item, &priced.likely),
            evidence: item.rate.evidence,
            source: item.rate.source.clone(),
        });
    }
    components.extend(costs.components.iter().cloned());
    // A total by the person is no stronger than the count of persons.
    let by_person = bill.items.iter().any(|item| item.rate.basis().needs_participants());
    let counted = event.participants.as_ref().and_then(|p| p.evidence).filter(|_| by_person);
    let total = bill.total_range(&priced.likely, &priced.corners)?.try_add(costs.total)?;
    // A way that buys nothing tells nobody anything.
    let others = priced.others.iter().filter(|way| !way.bill.items.is_empty());
    Ok(VenueOption {
        venue: venue.id.clone(),
        name: venue.name.clone(),
        kind: venue.kind,
        seats: event.seating.and_then(|s| venue.seats(s)).map(std::num::NonZeroU32::get),
        included: [bill.included_meals, bill.included_snacks],
        theatre_seats: venue.seats(Seating::Theatre).map(std::num::NonZeroU32::get),
        capacity_source: venue.capacity.as_ref().map(|c| (c.evidence, c.source.clone())),
        fits: fit::fits(event, venue),
        free: fit::free(event, venue, calendar),
        missing: bill.missing.clone(),
        weakest_evidence: Evidence::weakest(components.iter().map(|c| c.evidence).chain(counted)),
        per_person_day: per_person_day(total.likely(), &priced.likely)?,
        evidence_share: shares(&components)?,
        components,
        total,
        saving,
        verdict,
        other_ways: others.map(|way| summary(way, &priced.likely)).collect(),
    })
}

fn summary(way: &Way<'_>, likely: &Inputs) -> WaySummary {
    let rates = way.bill.items.iter().map(|i| (i.rate.component(), i.rate.payable(), i.rate.source.clone()));
    WaySummary {
        rates: rates.collect(),
        workings: way.bill.items.iter().map(|item| way.bill.working(item, likely)).collect(),
        missing: way.bill.missing.clone(),
        likely_total: way.likely_total,
    }
}

fn per_person_day(total: Rupiah, likely: &Inputs) -> Result<Option<Rupiah>, MoneyError> {
    let Some(participants) = likely.participants else {
        return Ok(None);
    };
    let person_days = Decimal::from(u64::from(participants) * u64::from(likely.days));
    total.divided_to_sen(person_days).map(Some)
}

fn shares(components: &[ComponentCost]) -> Result<Vec<(Evidence, Decimal)>, MoneyError> {
    let mut by_grade: BTreeMap<Evidence, Rupiah> = BTreeMap::new();
    let mut total = Rupiah::ZERO;
    for component in components {
        let likely = component.amount.likely();
        total = total.try_add(likely)?;
        let sum = by_grade.entry(component.evidence).or_default();
        *sum = sum.try_add(likely)?;
    }
    Ok(by_grade.into_iter().filter_map(|(grade, sum)| Some((grade, sum.percent_of(total)?))).collect())
}
