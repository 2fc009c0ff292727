//! Reply (jawaban instansi): what an agency answered about an event, kept and applied again on every later run; and
//! what other documents show of events.

use std::num::NonZeroU32;

use crate::date::Date;
use crate::estimate::Estimate;
use crate::evidence::Evidence;
use crate::lawful_reason::{LawfulReason, ReasonEffect};
use crate::source::SourceRef;

/// What a document shows of an event that its budget lines do not say, or say otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Id of the event.
    pub event: String,
    /// First day on which it is held.
    pub start: Option<Date>,
    /// Number of participants.
    pub participants: Option<Estimate<NonZeroU32>>,
    /// Number of days.
    pub days: Option<Estimate<NonZeroU32>>,
    /// How it is supported.
    pub evidence: Evidence,
    /// The document.
    pub source: SourceRef,
}

/// One reply about one event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The figures it gives, its event, and how it is supported: a claim unless a document was shown.
    pub known: Known,
    /// The reason given.
    pub reason: LawfulReason,
    /// Ids of the halls it is about; all halls, if empty.
    pub halls: Vec<String>,
    /// What was answered, in short; empty if nothing is written.
    pub statement: String,
    /// The office that answered; empty if not said.
    pub office: String,
    /// When it was received.
    pub received: Option<Date>,
}

/// All that is kept beside the budget files: what agencies answered and what documents show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Replies {
    /// Replies, in the file's order.
    pub all: Vec<Reply>,
    /// What other documents show, in the file's order.
    pub known: Vec<Known>,
}

impl Replies {
    /// The replies about one event.
    pub fn about<'a>(&'a self, event: &'a str) -> impl Iterator<Item = &'a Reply> {
        self.all.iter().filter(move |r| r.known.event == event)
    }

    /// What documents other than replies show of one event.
    pub fn known_of<'a>(&'a self, event: &'a str) -> impl Iterator<Item = &'a Known> {
        self.known.iter().filter(move |k| k.event == event)
    }
}

impl Reply {
    /// True if the reply takes this hall out for its event.
    #[must_use]
    pub fn rules_out(&self, hall: &str) -> bool {
        self.reason.effect() == ReasonEffect::HallsOut
            && (self.halls.is_empty() || self.halls.iter().any(|h| h == hall))
    }

    /// True if beds have to be counted in the alternative.
    #[must_use]
    pub fn adds_lodging(&self) -> bool {
        self.reason.effect() == ReasonEffect::AddsLodging
    }
}
