//! `hemat.events/1` and `hemat.event/1`.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use hemat_core::budget_event::{BudgetEvent, Count};
use hemat_core::date::Date;
use hemat_core::estimate::Estimate;
use hemat_core::kind::{CostKind, VenueKind};
use hemat_core::lang::Lang;
use hemat_core::money::Rupiah;
use hemat_core::reconciliation::Reconciliation;
use hemat_core::report::{EventLine, EventList, trail_sentences};

use super::row::RowJson;
use super::unread::UnreadJson;
use super::write_pretty;

#[derive(Serialize)]
struct EventsJson<'a> {
    schema: &'static str,
    /// How many events there are without filters.
    found: usize,
    events: Vec<EventJson<'a>>,
    unassigned: Vec<UnassignedJson>,
    reconciliation: &'a Reconciliation,
    /// Files that could not be read at all; left out where all could.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unread: Vec<UnreadJson<'a>>,
}

#[derive(Serialize)]
struct UnassignedJson {
    reason: &'static str,
    lines: u64,
    amount: Rupiah,
}

#[derive(Serialize)]
struct EventJson<'a> {
    id: &'a str,
    title: &'a str,
    kind: &'static str,
    agency: &'a str,
    region: &'a str,
    year: Option<u16>,
    stage: Option<&'static str>,
    activity_code: &'a str,
    activity: &'a str,
    package_code: &'a str,
    dates: &'a [Date],
    participants: Option<Estimate<u32>>,
    days: Option<Estimate<u32>>,
    occurrences: Option<Estimate<u32>>,
    package: Option<&'static str>,
    venue_name: Option<&'a str>,
    venue_kind: VenueKind,
    venue_cost: Rupiah,
    total: Rupiah,
    cost: BTreeMap<&'static str, Rupiah>,
    bundled: bool,
    contents_known: bool,
    confidence: &'static str,
    doubts: Vec<&'static str>,
    same_package: &'a [String],
    rows: Vec<RowJson<'a>>,
}

#[derive(Serialize)]
struct OneJson<'a> {
    schema: &'static str,
    event: EventJson<'a>,
    lines: Vec<LineJson<'a>>,
}

#[derive(Serialize)]
struct LineJson<'a> {
    row: RowJson<'a>,
    description: &'a str,
    quantity: Option<String>,
    unit_price: Option<Rupiah>,
    amount: Rupiah,
    cost_kind: CostKind,
    venue_kind: VenueKind,
    confidence: &'static str,
    reason: &'a str,
    why: Vec<String>,
}

/// Writes the list of events as JSON.
///
/// # Errors
/// What the output reports.
pub fn write_events(list: &EventList<'_>, out: &mut dyn Write) -> io::Result<()> {
    let unassigned = list.unassigned.iter();
    let json = EventsJson {
        schema: "hemat.events/1",
        found: list.found,
        events: list.shown.iter().map(|e| event(e)).collect(),
        unassigned: unassigned
            .map(|(reason, (lines, amount))| UnassignedJson {
                reason: reason.as_str(),
                lines: *lines,
                amount: *amount,
            })
            .collect(),
        reconciliation: &list.reconciliation,
        unread: list.unread.iter().map(UnreadJson::from).collect(),
    };
    write_pretty(&json, out)
}

/// Writes one event with its lines as JSON; the reasons in words are in `lang`.
///
/// # Errors
/// What the output reports.
pub fn write_event(
    one: &BudgetEvent,
    lines: &[EventLine<'_>],
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let json = OneJson {
        schema: "hemat.event/1",
        event: event(one),
        lines: lines.iter().map(|l| line(l, lang)).collect(),
    };
    write_pretty(&json, out)
}

fn line<'a>(line: &'a EventLine<'_>, lang: Lang) -> LineJson<'a> {
    let class = &line.trail.classification;
    LineJson {
        row: (&line.line.row).into(),
        description: &line.line.description,
        quantity: line.line.quantity.as_ref().map(ToString::to_string),
        unit_price: line.line.unit_price,
        amount: line.line.amount,
        cost_kind: class.cost_kind,
        venue_kind: class.venue_kind,
        confidence: class.confidence.as_str(),
        reason: &class.reason,
        why: trail_sentences(&line.trail, lang),
    }
}

fn event(event: &BudgetEvent) -> EventJson<'_> {
    let value = |count: &Option<Count>| count.as_ref().map(|c| c.value);
    EventJson {
        id: &event.id,
        title: &event.title,
        kind: event.kind.as_str(),
        agency: &event.organiser,
        region: &event.region,
        year: event.year,
        stage: event.stage.map(|s| s.as_str()),
        activity_code: &event.activity_code,
        activity: &event.activity,
        package_code: &event.package_code,
        dates: &event.dates,
        participants: value(&event.participants),
        days: value(&event.days),
        occurrences: value(&event.occurrences),
        package: event.package.map(|p| p.as_str()),
        venue_name: event.venue_name.as_deref(),
        venue_kind: event.venue_kind,
        venue_cost: event.venue_cost,
        total: event.total,
        cost: event.cost.iter().map(|(kind, amount)| (kind.as_str(), *amount)).collect(),
        bundled: event.bundled,
        contents_known: event.contents_known,
        confidence: event.confidence.as_str(),
        doubts: event.doubts.iter().map(|d| d.as_str()).collect(),
        same_package: &event.same_package,
        rows: event.rows.iter().map(RowJson::from).collect(),
    }
}
