//! `hemat.savings/1`.

use std::io::{self, Write};

use serde::Serialize;

use hemat_core::estimate::Estimate;
use hemat_core::evidence::Evidence;
use hemat_core::kind::VenueKind;
use hemat_core::money::Rupiah;
use hemat_core::reconciliation::Reconciliation;
use hemat_core::saving::{EventSaving, SavingStatus, Savings};

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
}

#[derive(Serialize)]
struct EventJson<'a> {
    id: &'a str,
    title: &'a str,
    agency: &'a str,
    activity: &'a str,
    account: &'a str,
    year: Option<u16>,
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
pub fn write_savings(
    savings: &Savings,
    reconciliation: &Reconciliation,
    out: &mut dyn Write,
) -> io::Result<()> {
    let json = SavingsJson {
        schema: "hemat.savings/1",
        gross: savings.gross,
        feasible: None,
        proven_optimal: false,
        events: savings.events.iter().map(event).collect(),
        reconciliation,
    };
    write_pretty(&json, out)
}

fn event(event: &EventSaving) -> EventJson<'_> {
    EventJson {
        id: &event.id,
        title: &event.title,
        agency: &event.agency,
        activity: &event.activity,
        account: &event.account,
        year: event.year,
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
        rows: event.rows.iter().map(|r| RowJson { file: &r.file, row: r.row, part: r.part }).collect(),
    }
}
