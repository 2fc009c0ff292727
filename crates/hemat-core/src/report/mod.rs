//! Report (laporan): a value of typed cells in sections and tables, made once and written in many formats.
//!
//! A writer never computes: every figure that any format shows is a cell here.

mod audit;
mod block;
mod ceilings;
mod ceilings_check;
mod ceilings_text;
mod cell;
mod chart;
mod compare;
mod compare_charts;
mod compare_notes;
mod compare_origins;
mod compare_text;
mod event;
mod events;
mod events_listing;
mod findings;
mod findings_text;
mod glossary;
mod hall_needs;
mod largest;
mod month_charts;
mod publication;
mod reconciled;
mod record;
mod saving_explain;
mod savings;
mod savings_apart;
mod savings_charts;
mod savings_feasible;
mod savings_groups;
mod savings_headline;
mod savings_lead;
mod savings_listing;
mod savings_origins;
mod savings_prices;
mod savings_replies;
mod savings_status;
mod schedule;
mod schedule_text;
mod table;
mod texts;
mod trail;
mod unread;
mod verify;

pub use audit::{EVERY_FINDING, FileRead, audit_report};
pub use block::{Block, Quote, Section};
pub use ceilings::ceilings_report;
pub use ceilings_check::ceilings_check_report;
pub use cell::{Cell, decimal_text, grouped_count};
pub use chart::{Chart, CostBar, CostPart, Figures, GroupBar, MonthColumn, Plot, ShareBar, SwingBar};
pub use compare::comparison_report;
pub use compare_text::{cost_of, fits_label, free_text, missing_reason, verdict_label, way_text};
pub use event::{EventLine, doubt_label, event_report};
pub use events::{EventList, confidence_label, events_report, unassigned_label};
pub use findings::{ChecksRead, findings_report};
pub use glossary::column_meaning;
pub use publication::publication;
pub use record::record_report;
pub use saving_explain::{Explained, explain_report};
pub use savings::{BudgetsRead, LeftOut, savings_report, savings_text};
pub use savings_apart::VenueLineApart;
pub use savings_prices::{HallUsed, PriceUsed, PricesUsed};
pub use savings_status::status_label;
pub use schedule::{ScheduleRead, schedule_report};
pub use schedule_text::left_out_label;
pub use table::{Column, ColumnKind, Origin, Row, RowRole, Table};
pub use trail::trail_sentences;
pub use unread::UnreadFile;
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
