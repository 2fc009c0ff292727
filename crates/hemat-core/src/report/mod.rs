//! Report (laporan): a value of typed cells in sections and tables, made once and written in many formats.
//!
//! A writer never computes: every figure that any format shows is a cell here.

mod ceilings;
mod ceilings_check;
mod ceilings_text;
mod cell;
mod compare;
mod compare_notes;
mod compare_text;
mod event;
mod events;
mod findings;
mod findings_text;
mod glossary;
mod saving_explain;
mod savings;
mod savings_apart;
mod savings_feasible;
mod savings_headline;
mod savings_prices;
mod savings_replies;
mod schedule;
mod schedule_text;
mod table;
mod trail;
mod verify;

pub use ceilings::ceilings_report;
pub use ceilings_check::ceilings_check_report;
pub use cell::{Cell, decimal_text, grouped_count};
pub use compare::comparison_report;
pub use compare_text::{cost_of, fits_label, free_text, missing_reason, verdict_label, way_text};
pub use event::{EventLine, doubt_label, event_report};
pub use events::{EventList, confidence_label, events_report, unassigned_label};
pub use findings::{ChecksRead, findings_report};
pub use glossary::column_meaning;
pub use saving_explain::{Explained, explain_report};
pub use savings::{BudgetsRead, LeftOut, savings_report, status_label};
pub use savings_apart::VenueLineApart;
pub use savings_prices::{HallUsed, PriceUsed, PricesUsed};
pub use schedule::{ScheduleRead, schedule_report};
pub use schedule_text::left_out_label;
pub use table::{Column, ColumnKind, Row, RowRole, Table};
pub use trail::trail_sentences;
pub use verify::verification_report;

use crate::lang::Lang;

/// A whole report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Stable name of the kind of report, kebab-case: `compare`, `savings`.
    pub kind: &'static str,
    /// The language of all texts in it.
    pub lang: Lang,
    /// Title.
    pub title: String,
    /// The answer in a few sentences, first thing a reader sees.
    pub lead: Vec<String>,
    /// The parts, in reading order.
    pub sections: Vec<Section>,
    /// The tidy table that a single CSV file holds; not repeated in the other formats.
    pub data: Table,
}

/// One part of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Stable name, kebab-case, unique in the report.
    pub id: &'static str,
    /// Heading.
    pub heading: String,
    /// What it holds, in order.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(String),
    /// A list of short statements.
    List(Vec<String>),
    /// A table.
    Table(Table),
}

impl Section {
    /// A section without content yet.
    #[must_use]
    pub fn new(id: &'static str, heading: impl Into<String>) -> Self {
        Section { id, heading: heading.into(), blocks: Vec::new() }
    }

    /// Adds a paragraph.
    #[must_use]
    pub fn paragraph(mut self, text: impl Into<String>) -> Self {
        self.blocks.push(Block::Paragraph(text.into()));
        self
    }

    /// Adds a list, unless it is empty.
    #[must_use]
    pub fn list(mut self, items: Vec<String>) -> Self {
        if !items.is_empty() {
            self.blocks.push(Block::List(items));
        }
        self
    }

    /// Adds a table.
    #[must_use]
    pub fn table(mut self, table: Table) -> Self {
        self.blocks.push(Block::Table(table));
        self
    }
}
