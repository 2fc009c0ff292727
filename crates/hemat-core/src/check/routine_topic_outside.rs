//! `routine-topic-outside`: routine office work is the subject of a meeting at a paid place.

use crate::classify::Confidence;
use crate::lang::{Lang, Text};

use super::definition::{Check, page};
use super::examination::{Examination, Flag};
use super::finding::Figure;
use super::missing::PLACE;
use super::reasons::NO_PAID_PLACE;
use super::subject::{Seen, Subject};
use super::words::{held, plain};
use crate::kind::VenueKind;

/// Work that every agency does each year at its desks. The explanation of PermenPAN-RB 6/2015 names TOR and RKAKL;
/// the others are the same papers of regional budgets.
const ROUTINE: [&str; 26] = [
    "rencana kerja dan anggaran",
    "program dan anggaran",
    "rencana pelaksanaan kegiatan",
    "penyusunan anggaran",
    "evaluasi program kerja",
    "evaluasi kinerja pegawai",
    "laporan kinerja",
    "perjanjian kinerja",
    "rapat internal",
    "tor",
    "kak",
    "rka",
    "rkakl",
    "rka kl",
    "rka skpd",
    "dpa",
    "dppa",
    "renja",
    "lakip",
    "lkjip",
    "lppd",
    "lkpj",
    "spj",
    "laporan keuangan",
    "rapat staf",
    "rapat rutin",
];

pub(super) static CHECK: Check = Check {
    name: "routine-topic-outside",
    flags: Text::fixed(
        "Pekerjaan rutin kantor menjadi pokok rapat di hotel, restoran atau gedung swasta.",
        "Routine office work is the subject of a meeting at a hotel, restaurant or commercial hall.",
    ),
    page: page!("routine-topic-outside"),
    on_by_default: true,
    settings: &[],
    rules: &["PANRB-6-2015", "PANRB-6-2015-SOP"],
    exclusions: &[Text::fixed(
        "kegiatan yang tempatnya tidak disebut; pelatihan tentang pokok itu bagi instansi lain tetap ditandai",
        "events whose place is not named; training on such a subject for other bodies is flagged all the same",
    )],
    reasons: &[
        Text::fixed(
            "peserta dari banyak instansi, misalnya bimbingan bagi semua OPD",
            "participants from many bodies, such as guidance for all agencies",
        ),
        Text::fixed(
            "tenggat mendesak dan tidak ada ruang rapat yang cukup",
            "an urgent deadline and no room large enough",
        ),
    ],
    documents: &[
        Text::fixed("undangan dan daftar hadir menurut instansi", "invitation and attendance list by agency"),
        Text::fixed(
            "prosedur rapat di luar kantor milik instansi",
            "the agency's own procedure for meetings out of the office",
        ),
    ],
    can_fire,
    run,
};

fn can_fire(seen: &Seen<'_>) -> Result<(), Text> {
    let paid = |kind: VenueKind| kind.is_commercial() || kind == VenueKind::Unspecified;
    if seen.grouping.events.iter().any(|event| paid(event.venue_kind)) { Ok(()) } else { Err(NO_PAID_PLACE) }
}

fn run(examination: &mut Examination<'_>) {
    for event in &examination.seen.grouping.events {
        let topic = held(&plain(&event.title), &ROUTINE);
        match (topic, event.venue_kind) {
            (None, kind) if kind.is_commercial() => examination.clear(),
            (Some(_), VenueKind::Unspecified) if !event.venue_cost.is_zero() => {
                examination.insufficient(Subject::event(event), vec![PLACE]);
            }
            (Some(topic), kind) if kind.is_commercial() => {
                let flag = flag(topic, kind, event.venue_cost);
                examination.flag(Subject::event(event), flag);
            }
            _ => examination.not_applicable(),
        }
    }
}

fn flag(topic: &'static str, kind: VenueKind, cost: crate::money::Rupiah) -> Flag {
    let formula = |lang: Lang| {
        format!(
            "\"{topic}\"; {}: {}; {} {}",
            lang.pick("tempat", "place"),
            kind.label(lang),
            lang.pick("biaya tempat", "venue cost"),
            cost.display(lang)
        )
    };
    Flag {
        observed: Figure::Words(Text::fixed(topic, topic)),
        limit: Figure::Words(Text::fixed("bukan urusan rutin", "no routine work")),
        formula: Text::by(formula),
        at_stake: Some(cost).filter(|cost| !cost.is_zero()),
        certainty: Confidence::Low,
    }
}
