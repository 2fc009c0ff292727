//! Venue (tempat): a hotel, a hall, a restaurant, or online, with its capacity and its rates.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use rust_decimal::Decimal;
use thiserror::Error;

use crate::component::{Basis, Component, Included};
use crate::date::Date;
use crate::estimate::{Estimate, Point};
use crate::evidence::Evidence;
use crate::kind::VenueKind;
use crate::money::{MoneyError, Rupiah};
use crate::session::Seating;
use crate::source::SourceRef;

/// How many people a venue seats, by layout. A layout that is not listed is unknown, not zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capacity {
    /// Seats by layout, each at least 1.
    pub seats: BTreeMap<Seating, NonZeroU32>,
    /// How the figures are supported.
    pub evidence: Evidence,
    /// Where they come from.
    pub source: SourceRef,
}

impl Capacity {
    /// The layout in which it seats fewest. Where nobody says how people sit, a place holds them for certain only if
    /// it does in this one.
    #[must_use]
    pub fn fewest_layout(&self) -> Option<Seating> {
        self.seats.iter().min_by_key(|(_, seats)| **seats).map(|(layout, _)| *layout)
    }
}

/// Whether a rate holds tax (pajak).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tax {
    /// The rate is what is paid.
    Included,
    /// The rate is multiplied by one plus this fraction (0.10 for ten percent), from 0 to 1.
    Excluded(Decimal),
}

/// Why a rate could not be built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RateError {
    /// A price below zero.
    #[error("a price cannot be negative")]
    NegativeAmount,
    /// A number of units below zero.
    #[error("a quantity cannot be negative")]
    NegativeQuantity,
    /// A tax rate outside 0..=1; ten percent is written 0.10.
    #[error("a tax rate lies between 0 and 1 (ten percent is 0.10)")]
    TaxRate,
    /// Only packages and the room's rent can include other things.
    #[error("only a package or hall-rent can include other things")]
    CannotInclude,
    /// The validity ends before it begins.
    #[error("valid_to lies before valid_from")]
    Validity,
    /// The price cannot be kept exact.
    #[error(transparent)]
    Money(#[from] MoneyError),
}

/// A venue's price for one component on one basis (tarif).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rate {
    component: Component,
    basis: Basis,
    listed: Estimate<Rupiah>,
    payable: Estimate<Rupiah>,
    tax: Tax,
    includes: Vec<Included>,
    valid_from: Option<Date>,
    valid_to: Option<Date>,
    /// True if the venue charges it to everybody, whether the event asks for it or not.
    pub mandatory: bool,
    /// How the price is supported.
    pub evidence: Evidence,
    /// Where it comes from.
    pub source: SourceRef,
}

/// Whether a rate was in force when the event began.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InForce {
    /// Yes, or the rate has no limits.
    Yes,
    /// No.
    No,
    /// The rate has limits, and the event's date (or year) does not settle it.
    Unknown,
}

impl Rate {
    /// A rate without limits of validity.
    ///
    /// # Errors
    /// [`RateError`] for negative amounts or quantities, a tax rate outside 0..=1, or `includes` on a rate
    /// that is neither a package nor the room's rent.
    pub fn try_new(
        component: Component,
        basis: Basis,
        amount: Estimate<Rupiah>,
        tax: Tax,
        includes: Vec<Included>,
        evidence: Evidence,
        source: SourceRef,
    ) -> Result<Self, RateError> {
        if amount.low().is_negative() {
            return Err(RateError::NegativeAmount);
        }
        if let Basis::Unit { quantity } = basis
            && quantity < Decimal::ZERO
        {
            return Err(RateError::NegativeQuantity);
        }
        let payable = match tax {
            Tax::Included => amount,
            Tax::Excluded(rate) if (Decimal::ZERO..=Decimal::ONE).contains(&rate) => {
                let factor = Decimal::ONE + rate;
                let times = |price: Rupiah| price.try_times(factor);
                Estimate::try_new(times(amount.low())?, times(amount.likely())?, times(amount.high())?)
                    .map_err(|_| MoneyError::OutOfRange)?
            }
            Tax::Excluded(_) => return Err(RateError::TaxRate),
        };
        if !includes.is_empty() && component.package().is_none() && component != Component::HallRent {
            return Err(RateError::CannotInclude);
        }
        Ok(Rate {
            component,
            basis,
            listed: amount,
            payable,
            tax,
            includes,
            valid_from: None,
            valid_to: None,
            mandatory: false,
            evidence,
            source,
        })
    }

    /// The same rate, valid from and to these days, both inclusive; `None` leaves a side open.
    ///
    /// # Errors
    /// [`RateError::Validity`] if the end lies before the beginning.
    pub fn valid(mut self, from: Option<Date>, to: Option<Date>) -> Result<Self, RateError> {
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            return Err(RateError::Validity);
        }
        self.valid_from = from;
        self.valid_to = to;
        Ok(self)
    }

    /// The same rate with one of its three prices, as if it were known.
    #[must_use]
    pub fn at(&self, point: Point) -> Self {
        Rate {
            listed: Estimate::exact(self.listed.at(point)),
            payable: Estimate::exact(self.payable.at(point)),
            ..self.clone()
        }
    }

    /// What is charged for.
    #[must_use]
    pub fn component(&self) -> Component {
        self.component
    }

    /// What it is charged on.
    #[must_use]
    pub fn basis(&self) -> Basis {
        self.basis
    }

    /// The price as listed, zero or more.
    #[must_use]
    pub fn listed(&self) -> Estimate<Rupiah> {
        self.listed
    }

    /// The price with tax: what is paid.
    #[must_use]
    pub fn payable(&self) -> Estimate<Rupiah> {
        self.payable
    }

    /// Whether the listed price holds tax.
    #[must_use]
    pub fn tax(&self) -> Tax {
        self.tax
    }

    /// What the price includes beside the component itself.
    #[must_use]
    pub fn includes(&self) -> &[Included] {
        &self.includes
    }

    /// First day of validity.
    #[must_use]
    pub fn valid_from(&self) -> Option<Date> {
        self.valid_from
    }

    /// Last day of validity.
    #[must_use]
    pub fn valid_to(&self) -> Option<Date> {
        self.valid_to
    }

    /// Meals a day that the price includes.
    #[must_use]
    pub fn included_meals(&self) -> u32 {
        self.includes.iter().map(|i| if let Included::Meals(n) = i { *n } else { 0 }).max().unwrap_or(0)
    }

    /// Snacks a day that the price includes.
    #[must_use]
    pub fn included_snacks(&self) -> u32 {
        self.includes.iter().map(|i| if let Included::Snacks(n) = i { *n } else { 0 }).max().unwrap_or(0)
    }

    /// True if the price includes the room: the room's rent does, a package if it says so.
    #[must_use]
    pub fn includes_room(&self) -> bool {
        self.component == Component::HallRent || self.includes.contains(&Included::Room)
    }

    /// True if the price includes this thing.
    #[must_use]
    pub fn includes_thing(&self, thing: Component) -> bool {
        self.includes.contains(&Included::Thing(thing))
    }

    /// Whether the rate was in force when an event began: by its first day, else by its fiscal year.
    #[must_use]
    pub fn in_force(&self, start: Option<Date>, fiscal_year: Option<u16>) -> InForce {
        if self.valid_from.is_none() && self.valid_to.is_none() {
            return InForce::Yes;
        }
        let within = |day: Date| {
            self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
        };
        if let Some(day) = start {
            return if within(day) { InForce::Yes } else { InForce::No };
        }
        let year = fiscal_year.map(i32::from);
        let Some((first, last)) =
            year.and_then(|y| Some((Date::from_ymd(y, 1, 1)?, Date::from_ymd(y, 12, 31)?)))
        else {
            return InForce::Unknown;
        };
        if within(first) && within(last) {
            InForce::Yes
        } else if self.valid_from.is_some_and(|from| from > last)
            || self.valid_to.is_some_and(|to| to < first)
        {
            InForce::No
        } else {
            InForce::Unknown
        }
    }
}

/// A place where an event can be held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Venue {
    /// Short name used in files, unique in a venues file.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// Other names under which budget lines call it.
    pub aliases: Vec<String>,
    /// Its kind; never [`VenueKind::Unspecified`] or [`VenueKind::None`] in a venues file.
    pub kind: VenueKind,
    /// Region; empty if not said.
    pub region: String,
    /// Names (or parts of names) of agencies in whose office compound it stands; `*` for all. Their people need no
    /// transport money to get there.
    pub compound: Vec<String>,
    /// Seats, if any are known.
    pub capacity: Option<Capacity>,
    /// Prices, in the file's order.
    pub rates: Vec<Rate>,
}

impl Venue {
    /// True if the venue stands in the office compound of this agency. Upper and lower case are the same.
    #[must_use]
    pub fn in_compound_of(&self, agency: &str) -> bool {
        let agency = agency.to_lowercase();
        let named = |part: &String| part == "*" || agency.contains(&part.trim().to_lowercase());
        self.compound.iter().any(named)
    }

    /// Seats for a layout, if known.
    #[must_use]
    pub fn seats(&self, seating: Seating) -> Option<NonZeroU32> {
        self.capacity.as_ref()?.seats.get(&seating).copied()
    }
}
