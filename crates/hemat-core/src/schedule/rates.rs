//! Offers from the halls' own rates, for events that come without a cost for each hall.

use super::problem::{Hindrance, Offer};
use crate::comparison::{CompareError, Fits, price, seats_fit};
use crate::estimate::Estimate;
use crate::event::Event;
use crate::evidence::Evidence;
use crate::money::Rupiah;
use crate::venue::{Capacity, Venue};

impl Offer {
    /// What a hall's rates come to for an event, by the same rules as a comparison, and the weakest evidence of them.
    /// If the event's layout is not known, the hall is taken to seat it only if it does in every layout known of it.
    ///
    /// # Errors
    /// [`CompareError::Money`] if a total leaves the range of money.
    pub fn by_rates(
        event: &Event,
        current: Estimate<Rupiah>,
        hall: &Venue,
    ) -> Result<(Self, Option<Evidence>), CompareError> {
        let mut seated = event.clone();
        seated.seating = event.seating.or_else(|| hall.capacity.as_ref().and_then(Capacity::fewest_layout));
        let option = price(&seated, hall, None)?;
        if !option.complete() {
            let missing = option.missing.iter().map(|m| m.component).collect();
            return Ok((Offer::Impossible(Hindrance::PriceMissing(missing)), None));
        }
        // A hall that is known to be too small is said to be that by the schedule, with its seats.
        let count = event.participants.as_ref().map(|p| p.count);
        let too_small = seats_fit(count, event.seating, hall.capacity.as_ref()) == Fits::No;
        if option.fits != Fits::Yes && !too_small {
            return Ok((Offer::Impossible(Hindrance::CapacityUnknown), None));
        }
        let offer = Offer::at_cost(current, option.total);
        let offer = offer.map_err(|error| CompareError::Money { venue: hall.id.clone(), error })?;
        Ok((offer, option.weakest_evidence))
    }
}
