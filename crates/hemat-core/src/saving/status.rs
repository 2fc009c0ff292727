//! What became of an event in the computation of savings, and why some cannot be compared at all.

use crate::budget_event::{BudgetEvent, EventDoubt};
use crate::kind::VenueKind;
use crate::money::Rupiah;
use crate::session::{Session, words};

words! {
    /// What became of an event in the computation of savings.
    SavingStatus {
        /// Compared, and a listed hall is cheaper at likely values: in the headline.
        Saves = "saves",
        /// Compared, and no listed hall that fits is cheaper: the difference is printed, and not in the headline.
        NoSaving = "no-saving",
        /// No listed hall is known to hold the participants.
        NoHallFits = "no-hall-fits",
        /// Halls would fit, and the agency's reply takes them out.
        RuledOutByReply = "ruled-out-by-reply",
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

/// Why an event cannot be compared at all, whatever the halls.
pub(super) fn not_comparable(event: &BudgetEvent, current: Rupiah) -> Option<SavingStatus> {
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

/// A halfday or fullday package is a price a person a day: without a factor of days it is bought for one. A rent or
/// a stay can cover several.
fn bought_by_the_day(event: &BudgetEvent) -> bool {
    event.bundled && matches!(event.package, Some(Session::Halfday | Session::Fullday))
}

/// Lines that no title holds together, of which some count more than twice the participants of others.
pub(super) fn is_mixed(event: &BudgetEvent) -> bool {
    event.doubts.contains(&EventDoubt::TitleFromActivity)
        && event.participants.as_ref().is_some_and(|c| c.value.high() > c.value.low().saturating_mul(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each status is in one of three groups: compared, counted apart, or not about a place that is paid for.
    #[test]
    fn a_status_is_compared_or_apart_or_neither() {
        let compared = [SavingStatus::Saves, SavingStatus::NoSaving];
        let neither = [SavingStatus::NoVenueCost, SavingStatus::Online, SavingStatus::GovernmentHall];
        for status in SavingStatus::ALL.iter().copied() {
            assert_eq!(status.is_compared(), compared.contains(&status), "{status:?}");
            let apart = !compared.contains(&status) && !neither.contains(&status);
            assert_eq!(status.is_apart(), apart, "{status:?}");
        }
    }
}
