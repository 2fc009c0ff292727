//! The government halls with the book's prices, and what like events cost in them: the price of an event in a hall
//! depends on its people, days and needs, not on its name, and budgets hold many events alike.

use std::collections::{BTreeMap, HashMap};
use std::num::NonZeroU32;
use std::rc::Rc;
use std::sync::Arc;

use super::need::fewest_seats;
use crate::comparison::{CompareError, Fits, VenueOption, price};
use crate::component::Component;
use crate::date::Date;
use crate::estimate::Estimate;
use crate::event::Event;
use crate::evidence::Evidence;
use crate::kind::VenueKind;
use crate::money::Rupiah;
use crate::price_book::PriceBook;
use crate::session::Session;
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

/// All that the price of an event in a hall depends on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Alike {
    start: Option<Date>,
    year: Option<u16>,
    session: Option<Session>,
    participants: Option<(Estimate<NonZeroU32>, Option<Evidence>)>,
    days: Option<Estimate<NonZeroU32>>,
    meals: Option<Estimate<u32>>,
    snacks: Option<Estimate<u32>>,
    needs: Vec<Component>,
}

impl Alike {
    /// Of an event as [`super::need::needs`] makes it.
    pub(super) fn of(wanted: &Event, year: Option<u16>) -> Self {
        Alike {
            start: wanted.start,
            year,
            session: wanted.session,
            participants: wanted.participants.as_ref().map(|p| (p.count, p.evidence)),
            days: wanted.days,
            meals: wanted.meals_per_day,
            snacks: wanted.snacks_per_day,
            needs: wanted.needs.clone(),
        }
    }
}

/// The government halls with the book's prices, made once for each date and year that events have.
pub(super) struct Halls<'a> {
    halls: Vec<&'a Venue>,
    book: &'a PriceBook,
    completed: BTreeMap<(Option<Date>, Option<u16>), Vec<Venue>>,
    known: HashMap<Alike, Rc<[HallPrice]>>,
}

impl<'a> Halls<'a> {
    pub(super) fn of(venues: &'a [Venue], book: &'a PriceBook) -> Self {
        let halls = venues.iter().filter(|v| v.kind == VenueKind::GovernmentHall).collect();
        Halls { halls, book, completed: BTreeMap::new(), known: HashMap::new() }
    }

    /// The halls as priced for an event of this date and year.
    pub(super) fn priced_for(&mut self, start: Option<Date>, year: Option<u16>) -> &[Venue] {
        let (halls, book) = (&self.halls, self.book);
        self.completed
            .entry((start, year))
            .or_insert_with(|| halls.iter().map(|hall| book.completed(hall, start, year)).collect())
    }

    /// What an event of a year costs in each hall, in the order of the venues.
    pub(super) fn prices(
        &mut self,
        wanted: &Event,
        year: Option<u16>,
    ) -> Result<Rc<[HallPrice]>, CompareError> {
        let alike = Alike::of(wanted, year);
        if let Some(known) = self.known.get(&alike) {
            return Ok(Rc::clone(known));
        }
        let halls = self.priced_for(wanted.start, year);
        let prices: Vec<HallPrice> = halls
            .iter()
            .map(|hall| Ok(HallPrice::of(price_in(wanted, hall)?)))
            .collect::<Result<_, CompareError>>()?;
        let prices: Rc<[HallPrice]> = prices.into();
        self.known.insert(alike, Rc::clone(&prices));
        Ok(prices)
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
    let seated = Event { seating: fewest_seats(hall), ..wanted.clone() };
    price(&seated, hall, None)
}
