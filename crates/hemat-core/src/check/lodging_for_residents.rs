//! `lodging-for-residents`: lodging is paid for people of the region in which the event is held.

use crate::budget_event::{BudgetEvent, pays_local_transport};
use crate::ceiling::CeilingRegion;
use crate::classify::Confidence;
use crate::cost_line::CostLine;
use crate::kind::CostKind;
use crate::lang::{Lang, Text};
use crate::money::Rupiah;
use crate::session::Session;

use super::definition::{Check, page};
use super::examination::{Examination, Flag};
use super::finding::Figure;
use super::missing::{EVENT_OF_LINES, HOME_TOWNS, PLACE_REGION};
use super::subject::{Seen, Subject};
use super::whereabouts::{Whereabouts, whereabouts};
use super::words::{held, plain};

/// Transport within the place itself: whoever gets it lives there, or came without it.
const LOCAL: &[&str] = &["transport lokal", "transpor lokal", "lokal", "dalam kota", "dalam daerah"];

/// People who work or live where the event is. The committee of a meeting has to be there, so it is not among them.
const RESIDENTS: &[&str] =
    &["pegawai", "karyawan", "internal", "intern", "setempat", "lokal", "se kabupaten", "se kota"];

/// People who come from elsewhere, beside speakers.
const FROM_ELSEWHERE: &[&str] = &[
    "narasumber",
    "nara sumber",
    "pembicara",
    "moderator",
    "instruktur",
    "fasilitator",
    "tamu",
    "luar daerah",
    "luar kota",
    "pusat",
    "provinsi",
];

pub(super) static CHECK: Check = Check {
    name: "lodging-for-residents",
    flags: Text::fixed(
        "Penginapan dibayar untuk peserta setempat: acara di daerah instansi itu sendiri, peserta dari daerah itu juga.",
        "Lodging is paid for local people: the event is in the agency's own region, and so are its participants.",
    ),
    page: page!("lodging-for-residents"),
    on_by_default: true,
    settings: &[],
    rules: &[],
    exclusions: &[
        Text::fixed(
            "penginapan narasumber dan tamu dari luar daerah",
            "lodging of speakers and guests from elsewhere",
        ),
        Text::fixed(
            "instansi provinsi dan pusat, yang pesertanya datang dari banyak daerah",
            "provincial and central bodies, whose participants come from many regions",
        ),
    ],
    reasons: &[
        Text::fixed(
            "sebagian peserta tinggal jauh, misalnya di pulau atau kecamatan terpencil",
            "some participants live far off, on an island or in a remote district",
        ),
        Text::fixed(
            "acara sampai malam, atau peserta dikarantina",
            "a programme late into the night, or participants kept together",
        ),
    ],
    documents: &[
        Text::fixed("daftar hadir dengan daerah asal", "attendance list with home regions"),
        Text::fixed("daftar kamar yang disahkan hotel", "room list confirmed by the hotel"),
        Text::fixed("jadwal acara sampai malam", "programme with its evening hours"),
    ],
    can_fire,
    run,
};

fn can_fire(seen: &Seen<'_>) -> Result<(), Text> {
    if seen.grouping.events.iter().any(has_night) {
        return Ok(());
    }
    Err(Text::fixed(
        "tidak ada penginapan atau paket fullboard dalam berkas ini",
        "no lodging and no fullboard package in this file",
    ))
}

fn paid(event: &BudgetEvent, kind: CostKind) -> bool {
    event.cost.get(&kind).is_some_and(|cost| !cost.is_zero())
}

fn is_fullboard(event: &BudgetEvent) -> bool {
    event.package == Some(Session::Fullboard) && paid(event, CostKind::VenuePackage)
}

fn has_night(event: &BudgetEvent) -> bool {
    paid(event, CostKind::EventLodging) || is_fullboard(event)
}

fn run(examination: &mut Examination<'_>) {
    for event in &examination.seen.grouping.events {
        if has_night(event) {
            judge(examination, event);
        } else {
            examination.not_applicable();
        }
    }
}

fn judge(examination: &mut Examination<'_>, event: &BudgetEvent) {
    let nights = nights(examination.seen, event);
    let subject = Subject::event(event).on_rows(nights.iter().copied());
    if nights.is_empty() {
        // All beds are for people who are said to come from elsewhere.
        return examination.clear();
    }
    let place = match whereabouts(examination.seen, event) {
        Whereabouts::Away(_) => return examination.clear(),
        Whereabouts::Unknown => return examination.insufficient(subject, vec![PLACE_REGION, HOME_TOWNS]),
        Whereabouts::Home(place) => place,
    };
    let local = matches!(CeilingRegion::from_name(&event.region), Some(CeilingRegion::Local(_)));
    let Some((origin, certainty)) = residents(examination.seen, event, &nights).filter(|_| local) else {
        return examination.insufficient(subject, vec![HOME_TOWNS]);
    };
    if event.may_be_mixed() {
        return examination.insufficient(subject, vec![EVENT_OF_LINES]);
    }
    let beds = nights.iter().filter(|line| !is_package(line));
    match Rupiah::try_sum(beds.map(|line| line.amount)) {
        Ok(sum) => examination.flag(subject, flag(&place, &origin, sum, certainty)),
        Err(_) => examination.not_applicable(),
    }
}

/// The lines that pay for nights of participants: lodging, and packages that include it.
fn nights<'a>(seen: &Seen<'a>, event: &'a BudgetEvent) -> Vec<&'a CostLine> {
    let night = |line: &CostLine, kind: CostKind| match kind {
        CostKind::EventLodging => true,
        CostKind::VenuePackage => is_package(line),
        _ => false,
    };
    let of_participants = |line: &CostLine| {
        let text = plain(&line.description);
        held(&text, FROM_ELSEWHERE).is_none() || held(&text, &["peserta"]).is_some()
    };
    seen.event_lines(event)
        .filter(|(line, class)| {
            night(line, class.cost_kind) && !line.amount.is_zero() && of_participants(line)
        })
        .map(|(line, _)| line)
        .collect()
}

fn is_package(line: &CostLine) -> bool {
    crate::classify::extract(&line.description).package.is_some_and(|p| p.value == Session::Fullboard)
}

/// What says that participants live where the event is, and how surely.
fn residents(seen: &Seen<'_>, event: &BudgetEvent, nights: &[&CostLine]) -> Option<(String, Confidence)> {
    let local = |text: &str| held(text, LOCAL).is_some() && held(text, FROM_ELSEWHERE).is_none();
    let participants = |text: &str| held(text, &["panitia"]).is_none() || held(text, &["peserta"]).is_some();
    let transport = seen.event_lines(event).find(|(line, class)| {
        let text = plain(&line.description);
        pays_local_transport(line, class) && local(&text) && participants(&text)
    });
    if let Some((line, _)) = transport {
        return Some((line.description.to_string(), Confidence::Medium));
    }
    let texts = nights.iter().map(|line| &*line.description).chain([&*event.title]);
    texts
        .into_iter()
        .map(plain)
        .find_map(|text| held(&text, RESIDENTS).map(|word| (format!("\"{word}\""), Confidence::Low)))
}

fn flag(place: &Text, origin: &str, sum: Rupiah, certainty: Confidence) -> Flag {
    let beds = Some(sum).filter(|sum| !sum.is_zero());
    let formula = |lang: Lang| {
        let paid = match beds {
            Some(sum) => format!("{} {}", lang.pick("penginapan", "lodging"), sum.display(lang)),
            None => lang
                .pick(
                    "paket fullboard, harganya tidak dibagi",
                    "fullboard package, whose price is not divided",
                )
                .to_owned(),
        };
        format!(
            "{}: {}; {}: {origin}; {paid}",
            lang.pick("tempat di daerah sendiri", "place in the own region"),
            place.get(lang),
            lang.pick("peserta setempat", "local participants"),
        )
    };
    Flag {
        observed: beds.map_or(Figure::Words(Text::fixed("fullboard", "fullboard")), Figure::Rupiah),
        limit: Figure::Words(Text::fixed("tanpa penginapan", "no lodging")),
        formula: Text::by(formula),
        at_stake: beds,
        certainty,
    }
}
