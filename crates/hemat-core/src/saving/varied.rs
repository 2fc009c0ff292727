//! The halls as priced for the dates of events, with every price at likely or one of them at its least or greatest.

use std::collections::BTreeMap;

use super::Terms;
use super::alike::Alike;
use super::halls::Halls;
use super::need::Need;
use super::sensitivity::HeadlineInput;
use crate::date::Date;
use crate::estimate::Point;
use crate::kind::VenueKind;
use crate::venue::{Rate, Venue};

/// The halls for every date and year that events have.
pub(super) struct HallsByDate {
    dates: BTreeMap<(Option<Date>, Option<u16>), DatedHalls>,
    none: DatedHalls,
}

/// The halls as priced for one date and year, in the order of the venues.
#[derive(Default)]
pub(super) struct DatedHalls {
    priced: Vec<PricedHall>,
    /// With every price at likely.
    pub likely: Vec<Venue>,
}

/// A hall with the book's prices after its own.
struct PricedHall {
    hall: Venue,
    /// How many prices are its own.
    own: usize,
}

impl HallsByDate {
    pub(super) fn of(groups: &[Alike<'_>], terms: &Terms<'_>) -> Self {
        let mut halls = Halls::of(terms.venues, terms.book);
        let own: Vec<usize> = terms
            .venues
            .iter()
            .filter(|v| v.kind == VenueKind::GovernmentHall)
            .map(|v| v.rates.len())
            .collect();
        let mut dates = BTreeMap::new();
        for need in groups.iter().map(|group| &group.need) {
            dates.entry((need.start, need.year)).or_insert_with(|| {
                let priced = halls.priced_for(need.start, need.year).iter().cloned().zip(own.iter().copied());
                let priced: Vec<_> = priced.map(|(hall, own)| PricedHall { hall, own }).collect();
                DatedHalls { likely: priced.iter().map(|hall| hall.at(|_| Point::Likely)).collect(), priced }
            });
        }
        HallsByDate { dates, none: DatedHalls::default() }
    }

    /// The halls as priced for a need.
    pub(super) fn of_date(&self, need: &Need) -> &DatedHalls {
        self.dates.get(&(need.start, need.year)).unwrap_or(&self.none)
    }
}

impl DatedHalls {
    /// Each hall with the input at a point and every other price at likely; `None` where that changes no price.
    pub(super) fn varied(&self, input: &HeadlineInput, point: Point) -> Vec<Option<Venue>> {
        self.priced.iter().map(|hall| hall.varied(input, point)).collect()
    }
}

impl PricedHall {
    fn varied(&self, input: &HeadlineInput, point: Point) -> Option<Venue> {
        let (hall, own) = (&self.hall, self.own);
        let is_input = |at: usize| {
            hall.rates.get(at).is_some_and(|rate| match input {
                HeadlineInput::HallPrice { venue, component } => {
                    at < own && *venue == hall.id && *component == rate.component()
                }
                HeadlineInput::BookPrice(component) => at >= own && *component == rate.component(),
                _ => false,
            })
        };
        let changes = |(at, rate): (usize, &Rate)| is_input(at) && !rate.listed().is_exact();
        let changed = hall.rates.iter().enumerate().any(changes);
        changed.then(|| self.at(|number| if is_input(number) { point } else { Point::Likely }))
    }

    /// With each price, by its number, at a point.
    fn at(&self, point: impl Fn(usize) -> Point) -> Venue {
        let rates = self.hall.rates.iter().enumerate().map(|(number, rate)| rate.at(point(number))).collect();
        Venue { rates, ..self.hall.clone() }
    }
}
