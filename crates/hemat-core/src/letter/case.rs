//! What a letter is about: an event with its lines, and its comparison if halls were given.

use crate::budget_event::{BudgetEvent, Count};
use crate::cost_line::{BudgetStage, CostLine};
use crate::kind::{CostKind, VenueKind};
use crate::lang::Lang;
use crate::saving::EventSaving;
use crate::source::RowRef;

/// One event in a letter.
#[derive(Debug, Clone)]
pub struct EventInQuestion<'a> {
    /// The event.
    pub event: &'a BudgetEvent,
    /// Its lines with their kinds, in the event's order.
    pub lines: Vec<(&'a CostLine, CostKind)>,
    /// What became of it among the savings; `None` if no halls were given.
    pub saving: Option<EventSaving>,
}

impl EventInQuestion<'_> {
    /// True if a place was paid for.
    pub(super) fn pays_for_a_place(&self) -> bool {
        !self.event.venue_cost.is_zero() && !self.event.venue_cost.is_negative()
    }

    /// True if its lines are money paid, not a plan.
    pub(super) fn is_paid(&self) -> bool {
        self.event.stage == Some(BudgetStage::Realised)
    }

    /// The rows of its lines of some kinds.
    pub(super) fn rows_of(&self, wanted: impl Fn(CostKind) -> bool) -> Vec<RowRef> {
        self.lines.iter().filter(|(_, kind)| wanted(*kind)).map(|(line, _)| line.row.clone()).collect()
    }

    /// The rows that say a count: its lines are numbered over the whole file, as the event's are.
    pub(super) fn rows_saying(&self, count: &Count) -> Vec<RowRef> {
        let places = self.event.lines.iter().zip(&self.event.rows);
        places.filter(|(line, _)| count.lines.contains(line)).map(|(_, row)| row.clone()).collect()
    }

    /// The title.
    pub(super) fn title(&self) -> String {
        self.event.title.to_string()
    }

    /// The agency without the code before its name: `1.06.01 Badan Perencanaan` is a line of a budget, not an address.
    pub(super) fn agency(&self) -> &str {
        self.event.organiser.trim_start_matches(|c: char| c.is_ascii_digit() || ". -".contains(c)).trim()
    }

    /// The place by its name and kind, as far as they are known.
    pub(super) fn place(&self, lang: Lang) -> String {
        let kind = self.event.venue_kind.label(lang);
        let name = self.event.venue_name.as_ref().map(ToString::to_string);
        match (name, self.event.venue_kind) {
            (Some(name), VenueKind::Unspecified | VenueKind::None) => name,
            (Some(name), _) => format!("{name} ({kind})"),
            (None, VenueKind::Unspecified) => kind.to_owned(),
            (None, VenueKind::None) => lang.pick("tidak ada biaya tempat", "no cost of a place").to_owned(),
            (None, _) => format!("{kind}, {}", lang.pick("namanya tidak disebut", "not named")),
        }
    }

    /// Year and stage: `tahun anggaran 2016 (murni)`.
    pub(super) fn year_and_stage(&self, lang: Lang) -> String {
        let year = self
            .event
            .year
            .map_or_else(|| lang.pick("tidak disebut", "not stated").to_owned(), |year| year.to_string());
        match self.event.stage {
            Some(stage) => format!("{year} ({})", stage_label(stage, lang)),
            None => year,
        }
    }
}

fn stage_label(stage: BudgetStage, lang: Lang) -> &'static str {
    match stage {
        BudgetStage::Adopted => lang.pick("anggaran murni", "budget as adopted"),
        BudgetStage::Revised => lang.pick("anggaran perubahan", "budget as revised"),
        BudgetStage::Realised => lang.pick("realisasi", "as spent"),
    }
}
