//! A comparison as JSON, `hemat.compare/1`. The keys of the contract come first, in its order; what is more
//! than the contract follows them.

use std::io;

use serde::Serialize;

use hemat_core::calendar::{Booking, Free};
use hemat_core::comparison::{
    BreakEven, ClaimAnswer, ClaimVerdict, Comparison, ComponentCost, CostOf, Fits, Missing, MissingReason,
    NoBest, Swing, VenueOption, Verdict, WaySummary,
};
use hemat_core::component::Component;
use hemat_core::date::Date;
use hemat_core::estimate::Estimate;
use hemat_core::evidence::Evidence;
use hemat_core::kind::VenueKind;
use hemat_core::money::Rupiah;
use hemat_core::source::SourceRef;

use super::compare_event::{EventJson, event};
use super::compare_note::{NoteJson, note};
use super::write_pretty;

/// Writes a comparison as JSON with the schema `hemat.compare/1`.
///
/// `saving` is `null` unless both totals are complete; `best` is `null` with a `best_reason` if there is none.
/// A `total` with `complete: false` is a lower bound.
///
/// # Errors
/// Whatever `out` fails with.
pub fn write_compare(comparison: &Comparison, out: &mut dyn io::Write) -> io::Result<()> {
    let value = CompareJson {
        schema: "hemat.compare/1",
        baseline: &comparison.baseline,
        best: comparison.best.as_deref().ok(),
        options: comparison.options.iter().map(option).collect(),
        break_even: &comparison.break_even,
        sensitivity: &comparison.sensitivity,
        best_reason: comparison.best.as_ref().err().map(|reason| no_best(*reason)),
        claims: comparison.claims.iter().map(claim).collect(),
        notes: comparison.notes.iter().map(note).collect(),
        event: event(&comparison.event),
    };
    write_pretty(&value, out)
}

#[derive(Serialize)]
struct CompareJson<'a> {
    schema: &'static str,
    baseline: &'a str,
    best: Option<&'a str>,
    options: Vec<OptionJson<'a>>,
    break_even: &'a [BreakEven],
    sensitivity: &'a [Swing],
    best_reason: Option<&'static str>,
    claims: Vec<ClaimJson<'a>>,
    notes: Vec<NoteJson<'a>>,
    event: EventJson<'a>,
}

/// The answer to a claim; participants from which it holds at low, likely and high prices, null for never.
#[derive(Serialize)]
struct ClaimJson<'a> {
    statement: &'a str,
    venue: &'a str,
    at_least: Rupiah,
    source: &'a SourceRef,
    verdict: ClaimVerdict,
    from_participants: [Option<u64>; 3],
}

#[derive(Serialize)]
struct OptionJson<'a> {
    venue: &'a str,
    kind: VenueKind,
    fits: Fits,
    free: &'static str,
    complete: bool,
    missing: Vec<Component>,
    components: Vec<ComponentJson<'a>>,
    total: Estimate<Rupiah>,
    saving: Option<Estimate<Rupiah>>,
    verdict: Verdict,
    weakest_evidence: Option<Evidence>,
    per_person_day: Option<Rupiah>,
    name: &'a str,
    seats: Option<u32>,
    capacity_evidence: Option<Evidence>,
    capacity_source: Option<&'a SourceRef>,
    booking: Option<BookingJson<'a>>,
    missing_reasons: Vec<MissingJson>,
    evidence_share: Vec<ShareJson>,
    other_ways: Vec<WayJson<'a>>,
}

#[derive(Serialize)]
struct ComponentJson<'a> {
    component: &'static str,
    amount: Estimate<Rupiah>,
    evidence: Evidence,
    source: &'a SourceRef,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
}

/// Who holds the venue on the event's days.
#[derive(Serialize)]
struct BookingJson<'a> {
    start: Date,
    end: Date,
    holder: &'a str,
    source: &'a str,
}

#[derive(Serialize)]
struct MissingJson {
    component: Component,
    reason: &'static str,
}

/// Percent of the likely total, a decimal as text.
#[derive(Serialize)]
struct ShareJson {
    evidence: Evidence,
    percent: String,
}

#[derive(Serialize)]
struct WayJson<'a> {
    rates: Vec<RateJson<'a>>,
    missing: Vec<Component>,
    likely_total: Rupiah,
}

#[derive(Serialize)]
struct RateJson<'a> {
    component: Component,
    price: Estimate<Rupiah>,
    source: &'a SourceRef,
}

fn claim(answer: &ClaimAnswer) -> ClaimJson<'_> {
    ClaimJson {
        statement: &answer.claim.statement,
        venue: &answer.claim.venue,
        at_least: answer.claim.at_least,
        source: &answer.claim.source,
        verdict: answer.verdict,
        from_participants: answer.from_participants,
    }
}

fn option(option: &VenueOption) -> OptionJson<'_> {
    let shares = option.evidence_share.iter();
    let reasons = option.missing.iter();
    OptionJson {
        venue: &option.venue,
        kind: option.kind,
        fits: option.fits,
        free: option.free.as_str(),
        complete: option.complete(),
        missing: components(&option.missing),
        components: option.components.iter().map(component).collect(),
        total: option.total,
        saving: option.saving,
        verdict: option.verdict,
        weakest_evidence: option.weakest_evidence,
        per_person_day: option.per_person_day,
        name: &option.name,
        seats: option.seats,
        capacity_evidence: option.capacity_source.as_ref().map(|(evidence, _)| *evidence),
        capacity_source: option.capacity_source.as_ref().map(|(_, source)| source),
        booking: match &option.free {
            Free::No(held) => Some(booking(held)),
            Free::Yes | Free::Unknown => None,
        },
        missing_reasons: reasons
            .map(|m| MissingJson { component: m.component, reason: why_missing(m.reason) })
            .collect(),
        evidence_share: shares
            .map(|(evidence, percent)| ShareJson {
                evidence: *evidence,
                percent: percent.normalize().to_string(),
            })
            .collect(),
        other_ways: option.other_ways.iter().map(way).collect(),
    }
}

fn component(cost: &ComponentCost) -> ComponentJson<'_> {
    ComponentJson {
        component: cost.of.as_str(),
        amount: cost.amount,
        evidence: cost.evidence,
        source: &cost.source,
        description: match &cost.of {
            CostOf::Venue(_) => None,
            CostOf::Event(_, description) => Some(description),
        },
    }
}

fn components(missing: &[Missing]) -> Vec<Component> {
    missing.iter().map(|m| m.component).collect()
}

fn booking(held: &Booking) -> BookingJson<'_> {
    BookingJson { start: held.start, end: held.end, holder: &held.holder, source: &held.source }
}

fn way(way: &WaySummary) -> WayJson<'_> {
    let rates = way.rates.iter();
    WayJson {
        rates: rates
            .map(|(component, price, source)| RateJson { component: *component, price: *price, source })
            .collect(),
        missing: components(&way.missing),
        likely_total: way.likely_total,
    }
}

fn why_missing(reason: MissingReason) -> &'static str {
    match reason {
        MissingReason::NoPrice => "no-price",
        MissingReason::ParticipantsUnknown => "participants-unknown",
    }
}

fn no_best(reason: NoBest) -> &'static str {
    match reason {
        NoBest::NoOptions => "no-options",
        NoBest::BaselineIncomplete => "baseline-incomplete",
        NoBest::NoneFits { .. } => "none-fits",
        NoBest::AllTaken => "all-taken",
        NoBest::NoneComplete => "none-complete",
        NoBest::NoneCheaper => "none-cheaper",
    }
}
