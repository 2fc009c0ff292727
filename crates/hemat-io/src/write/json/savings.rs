//! `hemat.savings/1`.

use std::io::{self, Write};

use serde::Serialize;

use hemat_core::cost_line::BudgetStage;
use hemat_core::date::Date;
use hemat_core::estimate::Estimate;
use hemat_core::evidence::Evidence;
use hemat_core::kind::VenueKind;
use hemat_core::money::Rupiah;
use hemat_core::reconciliation::Reconciliation;
use hemat_core::repeated::RepeatedFile;
use hemat_core::report::{BudgetsRead, VenueLineApart};
use hemat_core::saving::{EventSaving, SavingStatus, Savings};
use hemat_core::source::RowRef;

use super::write_pretty;

#[derive(Serialize)]
struct SavingsJson<'a> {
    schema: &'static str,
    gross: Estimate<Rupiah>,
    /// Not computed yet: null, which is not zero.
    feasible: Option<Estimate<Rupiah>>,
    proven_optimal: bool,
    events: Vec<EventJson<'a>>,
    reconciliation: &'a Reconciliation,
    /// Files that are in none of the figures: another one holds the same budget.
    repeated: Vec<RepeatedJson<'a>>,
    /// Lines for a place that are in no event.
    venue_lines_apart: Vec<VenueLineJson<'a>>,
}

#[derive(Serialize)]
struct RepeatedJson<'a> {
    file: &'a str,
    same_as: &'a str,
    part: bool,
    lines: u64,
    shared: u64,
    amount: Rupiah,
}

#[derive(Serialize)]
struct VenueLineJson<'a> {
    row: RowJson<'a>,
    description: &'a str,
    amount: Rupiah,
    reason: &'static str,
}

#[derive(Serialize)]
struct EventJson<'a> {
    id: &'a str,
    title: &'a str,
    agency: &'a str,
    activity: &'a str,
    account: &'a str,
    year: Option<u16>,
    stage: Option<&'static str>,
    date: Option<Date>,
    participants: Option<Estimate<u32>>,
    days: Option<Estimate<u32>>,
    occurrences: u32,
    venue_kind: VenueKind,
    venue_name: Option<&'a str>,
    status: SavingStatus,
    current: Rupiah,
    best_venue: Option<&'a str>,
    gross_saving: Option<Estimate<Rupiah>>,
    weakest_evidence: Option<Evidence>,
    rows: Vec<RowJson<'a>>,
}

#[derive(Serialize)]
struct RowJson<'a> {
    file: &'a str,
    row: u64,
    part: Option<u32>,
}

/// Writes the savings of a whole budget as JSON.
///
/// # Errors
/// What the output reports.
pub fn write_savings(savings: &Savings, read: &BudgetsRead, out: &mut dyn Write) -> io::Result<()> {
    let json = SavingsJson {
        schema: "hemat.savings/1",
        gross: savings.gross,
        feasible: None,
        proven_optimal: false,
        events: savings.events.iter().map(event).collect(),
        reconciliation: &read.reconciliation,
        repeated: read.repeated.iter().map(|r| repeated(r, &read.files)).collect(),
        venue_lines_apart: read.venue_lines.iter().map(venue_line).collect(),
    };
    write_pretty(&json, out)
}

fn repeated<'a>(repeated: &RepeatedFile, files: &'a [String]) -> RepeatedJson<'a> {
    let name = |at: usize| files.get(at).map_or("", String::as_str);
    RepeatedJson {
        file: name(repeated.file),
        same_as: name(repeated.of),
        part: repeated.part,
        lines: repeated.lines,
        shared: repeated.shared,
        amount: repeated.amount,
    }
}

fn row(row: &RowRef) -> RowJson<'_> {
    RowJson { file: &row.file, row: row.row, part: row.part }
}

fn venue_line(line: &VenueLineApart) -> VenueLineJson<'_> {
    VenueLineJson {
        row: row(&line.row),
        description: &line.description,
        amount: line.amount,
        reason: line.reason.as_str(),
    }
}

fn event(event: &EventSaving) -> EventJson<'_> {
    EventJson {
        id: &event.id,
        title: &event.title,
        agency: &event.agency,
        activity: &event.activity,
        account: &event.account,
        year: event.year,
        stage: event.stage.map(BudgetStage::as_str),
        date: event.date,
        participants: event.participants,
        days: event.days,
        occurrences: event.occurrences,
        venue_kind: event.venue_kind,
        venue_name: event.venue_name.as_deref(),
        status: event.status,
        current: event.current,
        best_venue: event.best_venue.as_deref(),
        gross_saving: event.gross_saving,
        weakest_evidence: event.weakest_evidence,
        rows: event.rows.iter().map(row).collect(),
    }
}
