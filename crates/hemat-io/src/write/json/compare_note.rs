//! Notes of a comparison as JSON: a stable kebab-case name, and the fields that it has.

use serde::Serialize;

use hemat_core::comparison::Note;
use hemat_core::component::Component;
use hemat_core::date::Date;
use hemat_core::money::Rupiah;
use hemat_core::session::Session;
use hemat_core::source::SourceRef;

/// One note; fields that do not belong to it are left out.
#[derive(Serialize, Default)]
pub(super) struct NoteJson<'a> {
    note: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    session: Option<Session>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    venue: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    component: Option<Component>,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_from: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_to: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a SourceRef>,
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<Rupiah>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<Rupiah>,
}

pub(super) fn note(note: &Note) -> NoteJson<'_> {
    let named = |note| NoteJson { note, ..NoteJson::default() };
    let counted = |note, count| NoteJson { count: Some(count), ..named(note) };
    match note {
        Note::SessionDefault(session) => NoteJson { session: Some(*session), ..named("session-default") },
        Note::DaysDefault => counted("days-default", 1),
        Note::MealsDefault(count) => counted("meals-default", u64::from(*count)),
        Note::SnacksDefault(count) => counted("snacks-default", u64::from(*count)),
        Note::ParticipantsUnknown => named("participants-unknown"),
        Note::FewSites(count) => counted("few-sites", u64::try_from(*count).unwrap_or(u64::MAX)),
        Note::NoGovernmentFacility => named("no-government-facility"),
        Note::HoursUnknown { venue, component } => about("hours-unknown", venue, *component),
        Note::NotInForce { venue, component, from, to, source } => NoteJson {
            valid_from: *from,
            valid_to: *to,
            source: Some(source),
            ..about("not-in-force", venue, *component)
        },
        Note::ValidityUnknown { venue, component } => about("validity-unknown", venue, *component),
        Note::NotNeeded { venue, component } => about("not-needed", venue, *component),
        Note::PackageIncludesNothing { venue, component } => {
            about("package-includes-nothing", venue, *component)
        }
        Note::OnlineWithoutRates { venue } => {
            NoteJson { venue: Some(venue), ..named("online-without-rates") }
        }
        Note::SourceNotStated { venue, component } => about("source-not-stated", venue, *component),
        Note::WiderBetweenCorners { venue, low, high } => NoteJson {
            venue: Some(venue),
            low: Some(*low),
            high: Some(*high),
            ..named("wider-between-corners")
        },
    }
}

fn about<'a>(note: &'static str, venue: &'a str, component: Component) -> NoteJson<'a> {
    NoteJson { note, venue: Some(venue), component: Some(component), ..NoteJson::default() }
}
