//! `speaker-rate-above-ceiling`: a fee of a speaker, moderator or master of ceremonies is above its price limit.

use crate::lang::Text;

use super::definition::{Check, page};
use super::examination::Examination;
use super::no_limit::NoLimit;
use super::price_above_ceiling::{can_ask, hold, is_fee};
use super::priced_line::{Reading, priced};
use super::subject::Seen;

const APBN_RULES: &[&str] = &["SBM-SPEAKER", "SBM-2026-P2"];
const APBD_RULES: &[&str] =
    &["SHSR-2020-NATURE", "SHSR-2025-NATURE", "SHSR-2025-P3", "ASB-BASIS", "INPRES-1-2025"];

pub(super) static CHECK: Check = Check {
    name: "speaker-rate-above-ceiling",
    flags: Text::fixed(
        "Honorarium narasumber, moderator atau pembawa acara melebihi batas harga yang mengikat instansi itu.",
        "The fee of a speaker, moderator or master of ceremonies is above the price limit that binds the body.",
    ),
    page: page!("speaker-rate-above-ceiling"),
    on_by_default: true,
    settings: &[],
    rules: &[
        "SBM-SPEAKER",
        "SBM-2026-P2",
        "SHSR-2020-NATURE",
        "SHSR-2025-NATURE",
        "SHSR-2025-P3",
        "ASB-BASIS",
        "INPRES-1-2025",
    ],
    exclusions: &[
        Text::fixed(
            "honorarium narasumber yang tidak dihitung per jam (60 menit), termasuk jam pelajaran diklat",
            "fees of speakers that are not counted by hours of 60 minutes, lesson hours of training among them",
        ),
        Text::fixed(
            "instruktur, pengajar, juri, siaran; rincian yang membayar dua peran dengan satu harga",
            "instructors, teachers, juries, broadcasts; lines that pay two roles in one price",
        ),
    ],
    reasons: &[
        Text::fixed(
            "narasumber berjenjang lebih tinggi, atau pakar yang disetarakan",
            "a speaker of a higher level, or an expert ranked like one",
        ),
        Text::fixed(
            "harga memuat pajak penghasilan yang ditanggung atau beberapa jam",
            "the price includes income tax that is borne, or several hours",
        ),
    ],
    documents: &[
        Text::fixed("SK narasumber dengan jenjangnya", "the decree with the speakers' levels"),
        Text::fixed("kuitansi honorarium dan bukti potong pajak", "receipts of fees and of tax withheld"),
        Text::fixed("jadwal acara", "the programme"),
    ],
    can_fire,
    run,
};

fn can_fire(seen: &Seen<'_>) -> Result<(), Text> {
    can_ask(seen, is_fee)
}

fn run(examination: &mut Examination<'_>) {
    let seen = examination.seen;
    let mut unjudged = NoLimit::default();
    for (line, class) in seen.classified() {
        match priced(seen, line, class) {
            Reading::Price(price) if is_fee(price.question.item) => {
                hold(examination, &price, &mut unjudged, [APBN_RULES, APBD_RULES]);
            }
            Reading::Unclear(item, missing) if is_fee(item) => {
                unjudged.missing(line, missing);
            }
            _ => examination.not_applicable(),
        }
    }
    unjudged.report(examination, CHECK.name);
}
