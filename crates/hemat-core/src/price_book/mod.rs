//! Price book (buku harga): prices for what a hall needs and does not price itself.
//!
//! A hall's own rates come first, then the user's prices, then published prices of the event's fiscal year. A
//! published price that is of another year or binds another body is a benchmark, and its source says so. A price
//! of the book is never used beside a rate of the same component that the hall has in force.

mod published;

use std::collections::{BTreeMap, BTreeSet};

pub use published::published_rates;

use crate::component::Component;
use crate::date::Date;
use crate::session::Seating;
use crate::venue::{InForce, Rate, Venue};

/// A published price for halls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedRate {
    /// The price.
    pub rate: Rate,
    /// Only for halls that seat more than this in theatre layout: the SBM prices the rent of halls for more than
    /// 300 people, and a smaller room must not be held against it.
    pub seats_above: Option<u32>,
}

/// Prices for what halls do not price themselves.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PriceBook {
    /// The user's own prices, in the file's order.
    pub own: Vec<Rate>,
    /// Published prices by the fiscal year they are used for.
    pub published: BTreeMap<u16, Vec<PublishedRate>>,
}

impl PriceBook {
    /// True if it prices nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.own.is_empty() && self.published.values().all(Vec::is_empty)
    }

    /// The hall with the book's prices for components that it has no rate in force for. `start` and `year` are the
    /// event's.
    #[must_use]
    pub fn completed(&self, hall: &Venue, start: Option<Date>, year: Option<u16>) -> Venue {
        let in_force = |rate: &&Rate| rate.in_force(start, year) != InForce::No;
        let mut hall = hall.clone();
        let priced = components(hall.rates.iter().filter(in_force));
        // Packages of the book are another seller's: they would turn the hall into one.
        let wanted =
            |rate: &&Rate| rate.component().package().is_none() && !priced.contains(&rate.component());
        let own: Vec<Rate> = self.own.iter().filter(in_force).filter(wanted).cloned().collect();
        let priced_too = components(own.iter());
        let seats = hall.seats(Seating::Theatre).map(std::num::NonZeroU32::get);
        let large_enough =
            |p: &&PublishedRate| p.seats_above.is_none_or(|least| seats.is_some_and(|seats| seats > least));
        let published = year.and_then(|y| self.published.get(&y)).into_iter().flatten();
        let published: Vec<Rate> = published
            .filter(large_enough)
            .map(|p| &p.rate)
            .filter(in_force)
            .filter(wanted)
            .filter(|rate| !priced_too.contains(&rate.component()))
            .cloned()
            .collect();
        hall.rates.extend(own);
        hall.rates.extend(published);
        hall
    }
}

fn components<'a>(rates: impl Iterator<Item = &'a Rate>) -> BTreeSet<Component> {
    rates.map(Rate::component).collect()
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU32;

    use super::*;
    use crate::component::Basis;
    use crate::estimate::Estimate;
    use crate::evidence::Evidence;
    use crate::kind::VenueKind;
    use crate::money::Rupiah;
    use crate::source::SourceRef;
    use crate::venue::{Capacity, Tax};

    fn rate(component: Component, basis: Basis, amount: i64, source: &str) -> Rate {
        let amount = Estimate::exact(Rupiah::from_whole(amount));
        Rate::try_new(
            component,
            basis,
            amount,
            Tax::Included,
            vec![],
            Evidence::Tariff,
            SourceRef::document(source),
        )
        .unwrap()
    }

    fn hall(theatre: u32, rates: Vec<Rate>) -> Venue {
        let seats = [(Seating::Theatre, NonZeroU32::new(theatre).unwrap())].into();
        Venue {
            id: "aula".into(),
            name: "Aula".into(),
            aliases: vec![],
            kind: VenueKind::GovernmentHall,
            region: String::new(),
            compound: vec![],
            capacity: Some(Capacity { seats, evidence: Evidence::Claim, source: SourceRef::NotStated }),
            rates,
        }
    }

    fn book() -> PriceBook {
        let published = vec![
            PublishedRate { rate: rate(Component::Meal, Basis::Meal, 47_000, "terbit"), seats_above: None },
            PublishedRate { rate: rate(Component::Snack, Basis::Snack, 17_000, "terbit"), seats_above: None },
            PublishedRate {
                rate: rate(Component::HallRent, Basis::Day, 24_315_000, "terbit"),
                seats_above: Some(300),
            },
        ];
        PriceBook {
            own: vec![rate(Component::Meal, Basis::Meal, 30_000, "sendiri")],
            published: [(2026, published)].into(),
        }
    }

    fn sources(venue: &Venue) -> Vec<(Component, String)> {
        venue.rates.iter().map(|r| (r.component(), r.source.to_string())).collect()
    }

    #[test]
    fn the_halls_own_rate_goes_before_the_users_before_the_published() {
        let hall = hall(200, vec![rate(Component::Snack, Basis::Snack, 9_000, "gedung")]);
        let completed = book().completed(&hall, None, Some(2026));
        assert_eq!(
            sources(&completed),
            [(Component::Snack, "gedung".to_owned()), (Component::Meal, "sendiri".to_owned())]
        );
    }

    #[test]
    fn a_published_rent_is_only_for_large_halls_and_only_for_its_year() {
        let rents = |theatre, year| {
            let completed = book().completed(&hall(theatre, vec![]), None, year);
            completed.rates.iter().filter(|r| r.component() == Component::HallRent).count()
        };
        assert_eq!(
            [rents(300, Some(2026)), rents(301, Some(2026)), rents(301, Some(2025)), rents(301, None)],
            [0, 1, 0, 0]
        );
    }
}
