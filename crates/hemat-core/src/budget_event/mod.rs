//! Events (kegiatan yang diadakan) rebuilt from cost lines.
//!
//! Lines of one file, agency, stage and activity that belong together by title, heading or package are one
//! event. Every line is in exactly one event or in the list of lines not assigned, with the reason; no line
//! is divided, so the amounts of both lists add up to the amounts of the lines.

mod bundle;
mod draft;
mod filter;
mod group;
mod said;
mod scope;
mod telling;
mod title;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use filter::EventFilter;
pub use group::{group_apart, group_events, group_events_knowing, group_events_on, link_packages, together};
pub use said::pays_local_transport;
pub use scope::Scope;
pub use title::EventKind;

use crate::classify::Confidence;
use crate::cost_line::BudgetStage;
use crate::date::Date;
use crate::estimate::Estimate;
use crate::kind::{CostKind, VenueKind};
use crate::money::{MoneyError, Rupiah};
use crate::session::Session;
use crate::source::RowRef;

/// A count (persons, days, times) with the lines that say so. The estimate is a range where they disagree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The count.
    pub value: Estimate<u32>,
    /// Lines that say so, as indices into the lines given to [`group_events`].
    pub lines: Vec<usize>,
}

/// Why a confidence is what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventDoubt {
    /// The title is the activity's: no line names the event.
    TitleFromActivity,
    /// A line was put here because the activity has no other event.
    LinesWithoutTitle,
    /// The kind of some line is not sure.
    UnsureLine,
    /// Nothing says how many take part.
    NoParticipants,
    /// The lines disagree on participants or days.
    CountsDisagree,
}

impl EventDoubt {
    /// The word used in files, kebab-case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            EventDoubt::TitleFromActivity => "title-from-activity",
            EventDoubt::LinesWithoutTitle => "lines-without-title",
            EventDoubt::UnsureLine => "unsure-line",
            EventDoubt::NoParticipants => "no-participants",
            EventDoubt::CountsDisagree => "counts-disagree",
        }
    }
}

/// One event, as far as a budget tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BudgetEvent {
    /// Short id, made of file, activity, stage and title: rows added elsewhere do not change it.
    pub id: String,
    /// Title as written.
    pub title: String,
    /// Seminar, sosialisasi, rapat and so on.
    pub kind: EventKind,
    /// The agency that holds it.
    pub organiser: Arc<str>,
    /// Region.
    pub region: Arc<str>,
    /// Fiscal year.
    pub year: Option<u16>,
    /// Stage of the budget.
    pub stage: Option<BudgetStage>,
    /// Activity code.
    pub activity_code: Arc<str>,
    /// Activity.
    pub activity: Arc<str>,
    /// Package code (kode RUP); empty without one.
    pub package_code: Arc<str>,
    /// Dates of its lines, in order, each once. In receipts these are days of payment.
    pub dates: Vec<Date>,
    /// Participants at one occurrence.
    pub participants: Option<Count>,
    /// Days of one occurrence.
    pub days: Option<Count>,
    /// How often it is held: "5 lokasi x 2 hari" is held five times.
    pub occurrences: Option<Count>,
    /// Meeting package, the greatest named.
    pub package: Option<Session>,
    /// Name of the place as written.
    pub venue_name: Option<String>,
    /// Kind of place.
    pub venue_kind: VenueKind,
    /// Cost by kind; sums to `total`.
    pub cost: BTreeMap<CostKind, Rupiah>,
    /// All its lines.
    pub total: Rupiah,
    /// Package, room and lodging.
    pub venue_cost: Rupiah,
    /// True if some line pays for several things in one price, which is never divided.
    pub bundled: bool,
    /// True if every such price is a standard package (halfday, fullday, fullboard), whose contents are known;
    /// also true without any.
    pub contents_known: bool,
    /// How sure the grouping and kinds are.
    pub confidence: Confidence,
    /// Why not surer; sorted.
    pub doubts: Vec<EventDoubt>,
    /// Its lines, as indices into the lines given to [`group_events`], ascending.
    pub lines: Vec<usize>,
    /// Its source rows, in the lines' order.
    pub rows: Vec<RowRef>,
    /// Ids of events of another stage with the same package code: plan and receipts of one package.
    pub same_package: Vec<String>,
}

impl BudgetEvent {
    /// True if lines were put together for want of titles: they may be of several meetings of one activity.
    #[must_use]
    pub fn may_be_mixed(&self) -> bool {
        let mixes = |doubt: &EventDoubt| {
            matches!(doubt, EventDoubt::TitleFromActivity | EventDoubt::LinesWithoutTitle)
        };
        self.doubts.iter().any(mixes)
    }
}

/// Why a line is in no event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnassignedReason {
    /// It is not about an event.
    NotEvent,
    /// It is travel of officials.
    BusinessTravel,
    /// Its activity has several events and the line names none of them.
    SeveralEvents,
    /// It is an account's total over all activities (a summary by account): no event is told from it.
    AccountTotal,
    /// Its account also pays for offices, land or stores, and the line says no more than the account's name.
    AccountAlone,
    /// There is no classification for this line.
    NotClassified,
    /// Its amount does not fit into a total that can be kept exact.
    AmountOutOfRange,
}

impl UnassignedReason {
    /// All reasons.
    pub const ALL: [UnassignedReason; 7] = [
        UnassignedReason::NotEvent,
        UnassignedReason::BusinessTravel,
        UnassignedReason::SeveralEvents,
        UnassignedReason::AccountTotal,
        UnassignedReason::AccountAlone,
        UnassignedReason::NotClassified,
        UnassignedReason::AmountOutOfRange,
    ];

    /// The word used in files, kebab-case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            UnassignedReason::NotEvent => "not-event",
            UnassignedReason::BusinessTravel => "business-travel",
            UnassignedReason::SeveralEvents => "several-events",
            UnassignedReason::AccountTotal => "account-total",
            UnassignedReason::AccountAlone => "account-alone",
            UnassignedReason::NotClassified => "not-classified",
            UnassignedReason::AmountOutOfRange => "amount-out-of-range",
        }
    }
}

/// A line in no event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unassigned {
    /// Index into the lines given to [`group_events`].
    pub line: usize,
    /// Why.
    pub reason: UnassignedReason,
}

/// All events, and the lines in none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grouping {
    /// The events, in the order of their first lines.
    pub events: Vec<BudgetEvent>,
    /// The other lines, ascending.
    pub unassigned: Vec<Unassigned>,
}

impl Grouping {
    /// The sum of all events.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when the sum cannot be kept exact.
    pub fn events_total(&self) -> Result<Rupiah, MoneyError> {
        self.events.iter().try_fold(Rupiah::ZERO, |sum, event| sum.try_add(event.total))
    }
}
