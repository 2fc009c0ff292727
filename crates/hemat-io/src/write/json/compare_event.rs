//! The event as JSON, as the comparison used it: what is unknown is `null`.

use serde::Serialize;

use hemat_core::component::Component;
use hemat_core::date::Date;
use hemat_core::estimate::Estimate;
use hemat_core::event::Event;
use hemat_core::evidence::Evidence;
use hemat_core::session::{Hours, OfficialLevel, Seating, Session};
use hemat_core::source::SourceRef;

/// The keys of `[event]` in event.toml.
#[derive(Serialize)]
pub(super) struct EventJson<'a> {
    title: &'a str,
    organiser: Option<&'a str>,
    region: Option<&'a str>,
    province: Option<&'a str>,
    fiscal_year: Option<u16>,
    fund: Option<&'static str>,
    start: Option<Date>,
    days: Option<Estimate<u32>>,
    participants: Option<Estimate<u32>>,
    participants_evidence: Option<Evidence>,
    participants_source: Option<&'a SourceRef>,
    layout: Option<Seating>,
    session: Option<Session>,
    level: Option<OfficialLevel>,
    meals_per_day: Option<Estimate<u32>>,
    snacks_per_day: Option<Estimate<u32>>,
    hours_per_day: Option<Hours>,
    needs: &'a [Component],
}

pub(super) fn event(event: &Event) -> EventJson<'_> {
    let participants = event.participants.as_ref();
    EventJson {
        title: &event.title,
        organiser: said(&event.organiser),
        region: said(&event.region),
        province: said(&event.province),
        fiscal_year: event.fiscal_year,
        fund: event.fund.map(|f| f.as_str()),
        start: event.start,
        days: event.days.and_then(counts),
        participants: participants.and_then(|p| counts(p.count)),
        participants_evidence: participants.and_then(|p| p.evidence),
        participants_source: participants.map(|p| &p.source).filter(|s| **s != SourceRef::NotStated),
        layout: event.seating,
        session: event.session,
        level: event.level,
        meals_per_day: event.meals_per_day,
        snacks_per_day: event.snacks_per_day,
        hours_per_day: event.hours_per_day,
        needs: &event.needs,
    }
}

fn said(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// The order of the three values stays, so this is never `None`.
fn counts(of: Estimate<std::num::NonZeroU32>) -> Option<Estimate<u32>> {
    Estimate::try_new(of.low().get(), of.likely().get(), of.high().get()).ok()
}
