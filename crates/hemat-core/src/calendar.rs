//! Booking calendar (buku pemakaian): which venue is taken when, and by whom.

use std::collections::BTreeMap;

use crate::date::Date;

/// One booking; both days are inclusive.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Booking {
    /// First day.
    pub start: Date,
    /// Last day, not before the first.
    pub end: Date,
    /// Who holds the venue, in the file's words.
    pub holder: String,
    /// Where this is written down.
    pub source: String,
}

/// The bookings that are known. A venue without any entry is not covered: nothing is known about it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    by_venue: BTreeMap<String, Vec<Booking>>,
}

/// Whether a venue is free on the event's days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Free {
    /// The calendar covers the venue and has no booking on those days.
    Yes,
    /// It is taken.
    No(Booking),
    /// No calendar covers the venue, or the event's days are not known.
    Unknown,
}

impl Free {
    /// The word used in JSON.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Free::Yes => "yes",
            Free::No(_) => "no",
            Free::Unknown => "unknown",
        }
    }
}

impl Calendar {
    /// Adds a booking. A booking whose end lies before its start is refused with `false`.
    pub fn add(&mut self, venue: &str, booking: Booking) -> bool {
        if booking.end < booking.start {
            return false;
        }
        let bookings = self.by_venue.entry(venue.to_owned()).or_default();
        let at = bookings.partition_point(|b| b <= &booking);
        bookings.insert(at, booking);
        true
    }

    /// True if the calendar has any entry of this venue.
    #[must_use]
    pub fn covers(&self, venue: &str) -> bool {
        self.by_venue.contains_key(venue)
    }

    /// The first booking of a venue that touches the days `first..=last`.
    #[must_use]
    pub fn taken(&self, venue: &str, first: Date, last: Date) -> Option<&Booking> {
        self.by_venue.get(venue)?.iter().find(|b| b.start <= last && first <= b.end)
    }

    /// The venues it covers, sorted.
    pub fn venues(&self) -> impl Iterator<Item = &str> {
        self.by_venue.keys().map(String::as_str)
    }
}
