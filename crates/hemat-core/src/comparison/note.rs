//! Notes of a comparison: what was assumed, left out or not known.

use super::bill::Bill;
use super::is_government;
use super::option::Priced;
use crate::component::{Basis, Component};
use crate::date::Date;
use crate::event::Event;
use crate::kind::VenueKind;
use crate::money::Rupiah;
use crate::session::Session;
use crate::source::SourceRef;
use crate::venue::{InForce, Rate, Venue};

/// One thing a reader of the comparison has to know. The report says it in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// The event names no session; this one is used (from its hours a day, or because they are unknown).
    SessionDefault(Session),
    /// The event names no number of days; one is used.
    DaysDefault,
    /// The event names no meals a day; the session's default is used.
    MealsDefault(u32),
    /// The event names no snacks a day; the session's default is used.
    SnacksDefault(u32),
    /// The number of participants is not known.
    ParticipantsUnknown,
    /// Fewer than three sites are compared.
    FewSites(usize),
    /// No government facility is among the sites.
    NoGovernmentFacility,
    /// A rate is by the session, and the event's hours a day are unknown: one session a day is counted.
    HoursUnknown {
        /// Name of the venue.
        venue: String,
        /// The component.
        component: Component,
    },
    /// A rate is not counted because it was not in force on the event's first day (or in its year).
    NotInForce {
        /// Name of the venue.
        venue: String,
        /// The component.
        component: Component,
        /// First day of validity.
        from: Option<Date>,
        /// Last day of validity.
        to: Option<Date>,
        /// Where the rate comes from.
        source: SourceRef,
    },
    /// A rate is counted although the event's date does not settle whether it was in force.
    ValidityUnknown {
        /// Name of the venue.
        venue: String,
        /// The component.
        component: Component,
    },
    /// A rate is not counted because the event does not need its component.
    NotNeeded {
        /// Name of the venue.
        venue: String,
        /// The component.
        component: Component,
    },
    /// A package says nothing about what it includes: everything is bought beside it.
    PackageIncludesNothing {
        /// Name of the venue.
        venue: String,
        /// The package.
        component: Component,
    },
    /// An online venue lists no rate in force: zero is counted.
    OnlineWithoutRates {
        /// Name of the venue.
        venue: String,
    },
    /// A rate that is counted names no source.
    SourceNotStated {
        /// Name of the venue.
        venue: String,
        /// The component.
        component: Component,
    },
    /// Between the limits of meals or snacks a day the saving leaves the range given by those limits; the
    /// verdict has taken it into account.
    WiderBetweenCorners {
        /// Name of the venue.
        venue: String,
        /// The least saving.
        low: Rupiah,
        /// The greatest saving.
        high: Rupiah,
    },
}

/// Which defaults an event uses.
pub(super) fn about_event(event: &Event) -> Vec<Note> {
    let mut notes = Vec::new();
    if event.participants.is_none() {
        notes.push(Note::ParticipantsUnknown);
    }
    if event.session.is_none() {
        notes.push(Note::SessionDefault(event.session_or_default()));
    }
    if event.days.is_none() {
        notes.push(Note::DaysDefault);
    }
    if event.meals_per_day.is_none() {
        notes.push(Note::MealsDefault(event.meals_or_default().likely()));
    }
    if event.snacks_per_day.is_none() {
        notes.push(Note::SnacksDefault(event.snacks_or_default().likely()));
    }
    notes
}

/// Three priced sites on record, a government facility among them: a foreign practice for 30 or more
/// attendees, not Indonesian law. Online is not a site.
pub(super) fn about_sites(venues: &[Venue]) -> Vec<Note> {
    let sites = venues.iter().filter(|v| v.kind != VenueKind::Online).count();
    let mut notes = Vec::new();
    if sites < 3 {
        notes.push(Note::FewSites(sites));
    }
    if !venues.iter().any(is_government) {
        notes.push(Note::NoGovernmentFacility);
    }
    notes
}

/// What happened to each rate of a venue.
pub(super) fn about_rates(event: &Event, venue: &Venue, priced: &Priced<'_>) -> Vec<Note> {
    let bill = priced.bill();
    let mut notes: Vec<Note> =
        venue.rates.iter().filter_map(|rate| about_rate(event, venue, bill, rate)).collect();
    if venue.kind == VenueKind::Online && bill.items.is_empty() && bill.missing.is_empty() {
        notes.push(Note::OnlineWithoutRates { venue: venue.name.clone() });
    }
    notes
}

fn about_rate(event: &Event, venue: &Venue, bill: &Bill<'_>, rate: &Rate) -> Option<Note> {
    let name = || venue.name.clone();
    let component = rate.component();
    let in_force = rate.in_force(event.start, event.fiscal_year);
    if in_force == InForce::No {
        return Some(Note::NotInForce {
            venue: name(),
            component,
            from: rate.valid_from(),
            to: rate.valid_to(),
            source: rate.source.clone(),
        });
    }
    if !bill.items.iter().any(|i| std::ptr::eq(i.rate, rate)) {
        let other_way = bill.items.iter().any(|i| i.rate.component() == component) || is_base(component);
        let wanted = other_way || bill.missing.iter().any(|m| m.component == component);
        return (!wanted && !bought_with_base(bill, component))
            .then(|| Note::NotNeeded { venue: name(), component });
    }
    if in_force == InForce::Unknown {
        return Some(Note::ValidityUnknown { venue: name(), component });
    }
    if matches!(rate.basis(), Basis::Session { .. }) && event.hours_per_day.is_none() {
        return Some(Note::HoursUnknown { venue: name(), component });
    }
    if component.package().is_some() && rate.includes().is_empty() && venue.kind != VenueKind::Online {
        return Some(Note::PackageIncludesNothing { venue: name(), component });
    }
    (rate.source == SourceRef::NotStated).then(|| Note::SourceNotStated { venue: name(), component })
}

fn is_base(component: Component) -> bool {
    component.package().is_some() || component == Component::HallRent
}

/// True if the package or rent on the bill includes the component, so that its own rate is another way.
fn bought_with_base(bill: &Bill<'_>, component: Component) -> bool {
    match component {
        Component::Meal => bill.included_meals > 0,
        Component::Snack => bill.included_snacks > 0,
        thing => bill.items.iter().any(|i| i.rate.includes_thing(thing)),
    }
}
