//! `hemat.savings/1`.

use std::io::{self, Write};

use serde::Serialize;

use hemat_core::cost_line::BudgetStage;
use hemat_core::date::Date;
use hemat_core::estimate::Estimate;
use hemat_core::evidence::Evidence;
use hemat_core::kind::VenueKind;
use hemat_core::lawful_reason::LawfulReason;
use hemat_core::money::Rupiah;
use hemat_core::reconciliation::Reconciliation;
use hemat_core::repeated::RepeatedFile;
use hemat_core::report::{BudgetsRead, VenueLineApart};
use hemat_core::saving::{
    EventSaving, Feasible, HeadlineInput, HeadlineSwing, ReplyEffect, SavingStatus, Savings,
};
use hemat_core::schedule::{Assignment, LeftOut};
use hemat_core::session::Session;
use hemat_core::source::SourceRef;

use super::row::RowJson;
use super::unread::UnreadJson;
use super::write_pretty;

#[derive(Serialize)]
struct SavingsJson<'a> {
    schema: &'static str,
    gross: Estimate<Rupiah>,
    /// Saving of the schedule and bound of the events without a date; null if the sum cannot be kept exact.
    feasible: Option<Estimate<Rupiah>>,
    /// True if all of it is a schedule that is proven to be the best.
    proven_optimal: bool,
    feasible_parts: FeasibleJson<'a>,
    gross_without_replies: Estimate<Rupiah>,
    sensitivity: Vec<SwingJson>,
    break_even: Option<BreakEvenJson>,
    replies: Vec<ReplyJson<'a>>,
    left_out: Option<LeftOutJson>,
    events: Vec<EventJson<'a>>,
    reconciliation: &'a Reconciliation,
    /// Files that are in none of the figures: another one holds the same budget.
    repeated: Vec<RepeatedJson<'a>>,
    /// Files that could not be read at all; left out where all could.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unread: Vec<UnreadJson<'a>>,
    /// Lines for a place that are in no event.
    venue_lines_apart: Vec<VenueLineJson<'a>>,
}

#[derive(Serialize)]
struct FeasibleJson<'a> {
    /// Events with a date.
    scheduled: Estimate<Rupiah>,
    upper_bound: Rupiah,
    assignments: Vec<AssignmentJson<'a>>,
    unplaced: Vec<UnplacedJson<'a>>,
    /// Events without one: how many, moved alone, and at most.
    undated: u64,
    undated_gross: Estimate<Rupiah>,
    undated_at_most: Estimate<Rupiah>,
    calendar: bool,
}

#[derive(Serialize)]
struct AssignmentJson<'a> {
    event: &'a str,
    venue: &'a str,
    start: Date,
    end: Date,
    saving: Estimate<Rupiah>,
}

#[derive(Serialize)]
struct UnplacedJson<'a> {
    event: &'a str,
    reason: LeftOut,
}

#[derive(Serialize)]
struct SwingJson {
    input: String,
    low: Rupiah,
    high: Rupiah,
    swing: Rupiah,
}

#[derive(Serialize)]
struct BreakEvenJson {
    halved_at: Rupiah,
    gone_at: Rupiah,
    hall_days: u64,
}

#[derive(Serialize)]
struct ReplyJson<'a> {
    event: &'a str,
    reason: LawfulReason,
    evidence: Evidence,
    source: &'a SourceRef,
    found: bool,
    saving_before: Option<Estimate<Rupiah>>,
    saving_after: Option<Estimate<Rupiah>>,
}

#[derive(Serialize)]
struct LeftOutJson {
    events: u64,
    rows: u64,
    amount: Rupiah,
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
    package: Option<Session>,
    start: Option<Date>,
    venue_kind: VenueKind,
    venue_name: Option<&'a str>,
    status: SavingStatus,
    current: Rupiah,
    best_venue: Option<&'a str>,
    gross_saving: Option<Estimate<Rupiah>>,
    transport_moot: Option<Rupiah>,
    weakest_evidence: Option<Evidence>,
    rows: Vec<RowJson<'a>>,
}

/// Writes the savings of a whole budget as JSON.
///
/// # Errors
/// What the output reports.
pub fn write_savings(savings: &Savings, read: &BudgetsRead, out: &mut dyn Write) -> io::Result<()> {
    let json = SavingsJson {
        schema: "hemat.savings/1",
        gross: savings.gross,
        feasible: savings.feasible.total().ok(),
        proven_optimal: savings.feasible.proven_optimal(),
        feasible_parts: feasible(&savings.feasible),
        gross_without_replies: savings.gross_without_replies,
        sensitivity: savings.sensitivity.iter().map(swing).collect(),
        break_even: savings.break_even.map(|b| BreakEvenJson {
            halved_at: b.halved_at,
            gone_at: b.gone_at,
            hall_days: b.hall_days,
        }),
        replies: savings.replies.iter().map(reply).collect(),
        left_out: read.left_out.map(|l| LeftOutJson { events: l.events, rows: l.rows, amount: l.amount }),
        events: savings.events.iter().map(event).collect(),
        reconciliation: &read.reconciliation,
        repeated: read.repeated.iter().map(|r| repeated(r, &read.files)).collect(),
        unread: read.unread.iter().map(UnreadJson::from).collect(),
        venue_lines_apart: read.venue_lines.iter().map(venue_line).collect(),
    };
    write_pretty(&json, out)
}

fn feasible(feasible: &Feasible) -> FeasibleJson<'_> {
    let schedule = &feasible.dated;
    FeasibleJson {
        scheduled: schedule.saving,
        upper_bound: schedule.upper_bound,
        assignments: schedule.assignments.iter().map(assignment).collect(),
        unplaced: schedule
            .unplaced
            .iter()
            .map(|u| UnplacedJson { event: &u.event, reason: u.reason })
            .collect(),
        undated: feasible.undated,
        undated_gross: feasible.undated_gross,
        undated_at_most: feasible.undated_at_most,
        calendar: feasible.calendar,
    }
}

fn assignment(assignment: &Assignment) -> AssignmentJson<'_> {
    AssignmentJson {
        event: &assignment.event,
        venue: &assignment.hall,
        start: assignment.first,
        end: assignment.last,
        saving: assignment.saving,
    }
}

/// Inputs by one name each: `participants`, `aula-melati:meal`, `prices:meal`.
fn swing(swing: &HeadlineSwing) -> SwingJson {
    let input = match &swing.input {
        HeadlineInput::Participants => "participants".to_owned(),
        HeadlineInput::Days => "days".to_owned(),
        HeadlineInput::Times => "occurrences".to_owned(),
        HeadlineInput::HallPrice { venue, component } => format!("{venue}:{component}"),
        HeadlineInput::BookPrice(component) => format!("prices:{component}"),
    };
    SwingJson { input, low: swing.low, high: swing.high, swing: swing.swing }
}

fn reply(effect: &ReplyEffect) -> ReplyJson<'_> {
    let known = &effect.reply.known;
    ReplyJson {
        event: &known.event,
        reason: effect.reply.reason,
        evidence: known.evidence,
        source: &known.source,
        found: effect.event.is_some(),
        saving_before: effect.change.and_then(|[before, _]| before.1),
        saving_after: effect.change.and_then(|[_, after]| after.1),
    }
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

fn venue_line(line: &VenueLineApart) -> VenueLineJson<'_> {
    VenueLineJson {
        row: (&line.row).into(),
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
        package: event.package,
        start: event.start,
        venue_kind: event.venue_kind,
        venue_name: event.venue_name.as_deref(),
        status: event.status,
        current: event.current,
        best_venue: event.best_venue.as_deref(),
        gross_saving: event.gross_saving,
        transport_moot: event.transport_moot,
        weakest_evidence: event.weakest_evidence,
        rows: event.rows.iter().map(RowJson::from).collect(),
    }
}
