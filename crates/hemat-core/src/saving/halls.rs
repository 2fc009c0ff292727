//! The government halls with the book's prices, and what like events cost in them: the price of an event in a hall
//! depends on its people, days and needs, not on its name, and budgets hold many events alike.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use foldhash::fast::FixedState;

use super::hall_needs::HallNeeds;
use super::need::{Need, fewest_seats};
use crate::comparison::{CompareError, Fits, VenueOption, likely_total, price};
use crate::component::Component;
use crate::date::Date;
use crate::estimate::Estimate;
use crate::event::Event;
use crate::evidence::Evidence;
use crate::kind::VenueKind;
use crate::money::Rupiah;
use crate::price_book::PriceBook;
use crate::venue::Venue;

/// What one event costs in one hall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HallPrice {
    /// Id of the hall.
    pub hall: Arc<str>,
    pub fits: Fits,
    /// Components without a price.
    pub missing: Vec<Component>,
    pub total: Estimate<Rupiah>,
    pub weakest: Option<Evidence>,
}

/// What events that need the same come to in each hall.
pub(super) struct InHalls {
    pub needs: HallNeeds,
    /// In the order of the venues.
    pub prices: Vec<HallPrice>,
}

/// The government halls with the book's prices, made once for each date and year that events have.
pub(super) struct Halls<'a> {
    halls: Vec<&'a Venue>,
    book: &'a PriceBook,
    completed: BTreeMap<(Option<Date>, Option<u16>), Vec<Venue>>,
    known: HashMap<Need, Rc<InHalls>, FixedState>,
}

impl<'a> Halls<'a> {
    pub(super) fn of(venues: &'a [Venue], book: &'a PriceBook) -> Self {
        let halls = venues.iter().filter(|v| v.kind == VenueKind::GovernmentHall).collect();
        Halls { halls, book, completed: BTreeMap::new(), known: HashMap::default() }
    }

    /// The halls as priced for an event of this date and year.
    pub(super) fn priced_for(&mut self, start: Option<Date>, year: Option<u16>) -> &[Venue] {
        let (halls, book) = (&self.halls, self.book);
        self.completed
            .entry((start, year))
            .or_insert_with(|| halls.iter().map(|hall| book.completed(hall, start, year)).collect())
    }

    /// What events of this need cost in each hall.
    pub(super) fn prices(&mut self, need: &Need) -> Result<Rc<InHalls>, CompareError> {
        if let Some(known) = self.known.get(need) {
            return Ok(Rc::clone(known));
        }
        let wanted = need.event();
        let halls = self.priced_for(need.start, need.year);
        let prices: Vec<HallPrice> = halls
            .iter()
            .map(|hall| Ok(HallPrice::of(price_in(&wanted, hall)?)))
            .collect::<Result<_, CompareError>>()?;
        let found = Rc::new(InHalls { needs: HallNeeds::of(&wanted), prices });
        self.known.insert(*need, Rc::clone(&found));
        Ok(found)
    }
}

impl HallPrice {
    fn of(option: VenueOption) -> Self {
        HallPrice {
            hall: option.venue.as_str().into(),
            fits: option.fits,
            missing: option.missing.iter().map(|m| m.component).collect(),
            total: option.total,
            weakest: option.weakest_evidence,
        }
    }
}

/// What an event would cost in a hall, seated as few as it seats.
pub(super) fn price_in(wanted: &Event, hall: &Venue) -> Result<VenueOption, CompareError> {
    price(&seated(wanted, hall), hall, None)
}

/// The likely total of [`price_in`] alone.
pub(super) fn likely_cost_in(wanted: &Event, hall: &Venue) -> Result<Rupiah, CompareError> {
    likely_total(&seated(wanted, hall), hall)
}

fn seated(wanted: &Event, hall: &Venue) -> Event {
    Event { seating: fewest_seats(hall), ..wanted.clone() }
}
