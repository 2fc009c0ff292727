//! Whether a venue holds the participants, and whether it is free.

use std::num::NonZeroU32;

use crate::calendar::{Calendar, Free};
use crate::estimate::Estimate;
use crate::event::Event;
use crate::kind::VenueKind;
use crate::session::{Seating, words};
use crate::venue::{Capacity, Venue};

words! {
    /// Whether the venue seats the participants in the event's layout (muat).
    Fits {
        /// Even the highest number of participants has a seat.
        Yes = "yes",
        /// Not even the lowest number has.
        No = "no",
        /// Capacity or participants are not known well enough.
        Unknown = "unknown",
    }
}

/// Whether a venue of any kind holds the event's participants; `online` always does.
pub(super) fn fits(event: &Event, venue: &Venue) -> Fits {
    if venue.kind == VenueKind::Online {
        return Fits::Yes;
    }
    seats_fit(event.participants.as_ref().map(|p| p.count), event.seating, venue.capacity.as_ref())
}

/// Seats for a layout against the range of participants. Where that layout's seats are not known (or the layout is
/// not), theatre seating, which seats most, can still rule a place out.
#[must_use]
pub fn seats_fit(
    participants: Option<Estimate<NonZeroU32>>,
    layout: Option<Seating>,
    capacity: Option<&Capacity>,
) -> Fits {
    let (Some(participants), Some(capacity)) = (participants, capacity) else {
        return Fits::Unknown;
    };
    match layout.and_then(|layout| capacity.seats.get(&layout)) {
        Some(seats) if *seats >= participants.high() => Fits::Yes,
        Some(seats) if *seats < participants.low() => Fits::No,
        Some(_) => Fits::Unknown,
        None => match capacity.seats.get(&Seating::Theatre) {
            Some(seats) if *seats < participants.low() => Fits::No,
            _ => Fits::Unknown,
        },
    }
}

/// Bookings over all the event's days. Days that are only possible (the event may last longer) leave it
/// unknown when they are taken.
pub(super) fn free(event: &Event, venue: &Venue, calendar: Option<&Calendar>) -> Free {
    let Some(calendar) = calendar.filter(|c| c.covers(&venue.id)) else {
        return Free::Unknown;
    };
    let days = event.days_or_default();
    let (Some(start), Some(sure), Some(possible)) =
        (event.start, event.last_day(days.low()), event.last_day(days.high()))
    else {
        return Free::Unknown;
    };
    if let Some(booking) = calendar.taken(&venue.id, start, sure) {
        return Free::No(booking.clone());
    }
    if calendar.taken(&venue.id, start, possible).is_some() { Free::Unknown } else { Free::Yes }
}
