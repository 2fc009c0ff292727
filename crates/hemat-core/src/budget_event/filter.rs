//! Which events a reader wants to see.

use super::{BudgetEvent, EventKind};
use crate::kind::VenueKind;
use crate::money::Rupiah;

/// Filters that an event has to pass, all of them. `None` lets everything through.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EventFilter {
    /// Part of the agency's name; upper and lower case are the same.
    pub agency: Option<String>,
    /// Kind of place.
    pub venue_kind: Option<VenueKind>,
    /// Least total of all its lines.
    pub min: Option<Rupiah>,
    /// Month of one of its dates, 1 to 12. An event without dates is in no month.
    pub month: Option<u32>,
    /// Kind of event.
    pub kind: Option<EventKind>,
}

impl EventFilter {
    /// True if every event passes.
    #[must_use]
    pub fn is_open(&self) -> bool {
        *self == EventFilter::default()
    }

    /// True if the event passes.
    #[must_use]
    pub fn keeps(&self, event: &BudgetEvent) -> bool {
        let agency = |text: &String| event.organiser.to_lowercase().contains(&text.trim().to_lowercase());
        self.agency.as_ref().is_none_or(agency)
            && self.venue_kind.is_none_or(|kind| event.venue_kind == kind)
            && self.min.is_none_or(|min| event.total >= min)
            && self.month.is_none_or(|month| event.dates.iter().any(|d| d.month() == month))
            && self.kind.is_none_or(|kind| event.kind == kind)
    }
}
