//! Event (kegiatan): what is held, for how many people, how long, and what it needs.

use std::num::NonZeroU32;

use rust_decimal::Decimal;

use crate::component::Component;
use crate::date::Date;
use crate::estimate::Estimate;
use crate::evidence::Evidence;
use crate::kind::CostKind;
use crate::money::{MoneyError, Rupiah};
use crate::quantity::Quantity;
use crate::session::{Hours, OfficialLevel, Seating, Session, words};
use crate::source::SourceRef;

words! {
    /// Whose budget pays (sumber dana).
    Fund {
        /// Central budget: ministries and central bodies.
        Apbn = "apbn", "APBN", "APBN";
        /// Local budget: a province, regency or city.
        Apbd = "apbd", "APBD", "APBD";
    }
}

/// A count of people, days, meals or snacks with its support.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supported<T: Copy + Ord> {
    /// The count, at least its low value.
    pub count: Estimate<T>,
    /// How it is supported, if the file says.
    pub evidence: Option<Evidence>,
    /// Where it comes from.
    pub source: SourceRef,
}

/// A cost that does not depend on the venue (speakers, materials): it is added to every option alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventCost {
    /// What it is, in the file's words.
    pub description: String,
    /// Its kind.
    pub kind: CostKind,
    /// How much of it.
    pub quantity: Quantity,
    /// Price of one unit.
    pub unit_price: Estimate<Rupiah>,
    /// How the price is supported.
    pub evidence: Evidence,
    /// Where the price comes from.
    pub source: SourceRef,
}

impl EventCost {
    /// Quantity times unit price.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when the product cannot be kept exact.
    pub fn amount(&self) -> Result<Estimate<Rupiah>, MoneyError> {
        let total: Decimal = self.quantity.total();
        let low = self.unit_price.low().try_times(total)?;
        let likely = self.unit_price.likely().try_times(total)?;
        let high = self.unit_price.high().try_times(total)?;
        // A quantity is never negative, so the order stays.
        Estimate::try_new(low, likely, high).map_err(|_| MoneyError::OutOfRange)
    }
}

/// What somebody said of a venue's cost: at least so much, for this event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The statement, in neutral words.
    pub statement: String,
    /// Id of the venue it is about.
    pub venue: String,
    /// The amount it says is reached.
    pub at_least: Rupiah,
    /// Who said so and where.
    pub source: SourceRef,
}

/// One event. Fields that are `None` are unknown, and the comparison says what it did about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Title as written.
    pub title: String,
    /// Organiser (penyelenggara); empty if not said.
    pub organiser: String,
    /// Region; empty if not said.
    pub region: String,
    /// Province; empty if not said.
    pub province: String,
    /// Fiscal year (tahun anggaran).
    pub fiscal_year: Option<u16>,
    /// Whose budget pays.
    pub fund: Option<Fund>,
    /// First day.
    pub start: Option<Date>,
    /// Number of days, at least 1; 1 if not said.
    pub days: Option<Estimate<NonZeroU32>>,
    /// Number of participants, at least 1.
    pub participants: Option<Supported<NonZeroU32>>,
    /// How people sit.
    pub seating: Option<Seating>,
    /// Length; derived from the hours if not said ([`Session::from_hours`]).
    pub session: Option<Session>,
    /// Level of the highest official.
    pub level: Option<OfficialLevel>,
    /// Meals a day for each participant; by session if not said.
    pub meals_per_day: Option<Estimate<u32>>,
    /// Snacks a day for each participant; by session if not said.
    pub snacks_per_day: Option<Estimate<u32>>,
    /// Hours a day.
    pub hours_per_day: Option<Hours>,
    /// Equipment and services needed beside room and food, without repetition.
    pub needs: Vec<Component>,
    /// Costs that do not depend on the venue.
    pub costs: Vec<EventCost>,
    /// Claims about the cost of a venue, to be answered.
    pub claims: Vec<Claim>,
}

impl Event {
    /// An event of which only the title is known.
    #[must_use]
    pub fn titled(title: &str) -> Self {
        Event {
            title: title.to_owned(),
            organiser: String::new(),
            region: String::new(),
            province: String::new(),
            fiscal_year: None,
            fund: None,
            start: None,
            days: None,
            participants: None,
            seating: None,
            session: None,
            level: None,
            meals_per_day: None,
            snacks_per_day: None,
            hours_per_day: None,
            needs: Vec::new(),
            costs: Vec::new(),
            claims: Vec::new(),
        }
    }

    /// The session, given or derived.
    #[must_use]
    pub fn session_or_default(&self) -> Session {
        self.session.unwrap_or_else(|| Session::from_hours(self.hours_per_day))
    }

    /// The number of days, given or 1.
    #[must_use]
    pub fn days_or_default(&self) -> Estimate<NonZeroU32> {
        self.days.unwrap_or(Estimate::exact(NonZeroU32::MIN))
    }

    /// Meals a day, given or by session.
    #[must_use]
    pub fn meals_or_default(&self) -> Estimate<u32> {
        self.meals_per_day.unwrap_or_else(|| Estimate::exact(self.session_or_default().default_meals()))
    }

    /// Snacks a day, given or by session.
    #[must_use]
    pub fn snacks_or_default(&self) -> Estimate<u32> {
        self.snacks_per_day.unwrap_or_else(|| Estimate::exact(self.session_or_default().default_snacks()))
    }

    /// Last day of the event if it lasts `days` days; `None` without a start or beyond the calendar.
    #[must_use]
    pub fn last_day(&self, days: NonZeroU32) -> Option<Date> {
        self.start?.plus_days(days.get() - 1)
    }
}
