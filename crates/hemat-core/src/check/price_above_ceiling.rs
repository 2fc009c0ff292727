//! `price-above-ceiling`: a unit price is above the price limit that binds the body.

use crate::ceiling::{FoundCeiling, PricedItem};
use crate::event::Fund;
use crate::lang::{Lang, Text};

use super::definition::{Check, page};
use super::examination::{Examination, Flag};
use super::finding::Figure;
use super::missing::HALL_SIZE;
use super::no_limit::{NoLimit, level_note, priced_as};
use super::priced_line::{PricedLine, Reading, priced};
use super::subject::{Seen, Subject};

/// What binds the money of each fund: a price standard is only cited for its own.
const APBN_RULES: &[&str] = &["SBM-2026-P2"];
/// Annex I of the SHSR: packages, travel. Annex II (food, halls) is a limit when planning alone.
const ANNEX_I: &[&str] = &["SHSR-2020-NATURE", "SHSR-2025-NATURE", "SHSR-2025-P3", "ASB-BASIS"];
const ANNEX_II: &[&str] = &["SHSR-2020-START", "SHSR-2025-NATURE", "SHSR-2025-P3", "ASB-BASIS"];

pub(super) static CHECK: Check = Check {
    name: "price-above-ceiling",
    flags: Text::fixed(
        "Harga satuan melebihi batas harga yang mengikat instansi itu pada tahun anggarannya.",
        "A unit price is above the price limit that binds the body in its fiscal year.",
    ),
    page: page!("price-above-ceiling"),
    on_by_default: true,
    settings: &[],
    rules: &[
        "SBM-2026-P2",
        "SHSR-2020-NATURE",
        "SHSR-2020-START",
        "SHSR-2025-NATURE",
        "SHSR-2025-P3",
        "ASB-BASIS",
    ],
    exclusions: &[
        Text::fixed(
            "honorarium narasumber, moderator dan pembawa acara (lihat speaker-rate-above-ceiling)",
            "fees of speakers, moderators and masters of ceremonies (see speaker-rate-above-ceiling)",
        ),
        Text::fixed(
            "honorarium panitia; makanan, kudapan dan minuman dalam satu harga",
            "fees of committees; meals, snacks and drinks in one price",
        ),
        Text::fixed(
            "harga yang hanya mempunyai pembanding atau perkiraan; satuan yang tidak jelas; acara di luar kota",
            "prices with a benchmark or an estimate only; units that are not clear; events out of town",
        ),
    ],
    reasons: &[
        Text::fixed(
            "batas untuk jenjang, tempat atau jenis paket lain yang tidak disebut dalam rincian",
            "the limit of another level, place or package that the line does not name",
        ),
        Text::fixed(
            "harga satuan memuat lebih dari satu satuan (beberapa kali makan, beberapa malam)",
            "the price holds more than one unit (several meals, several nights)",
        ),
        Text::fixed(
            "izin menteri atau kepala daerah untuk melampaui batas",
            "leave of the minister or the head of the region to pass the limit",
        ),
    ],
    documents: &[
        Text::fixed(
            "standar harga satuan yang berlaku dengan lampirannya",
            "the price standard in force with its annexes",
        ),
        Text::fixed("penawaran, kontrak atau kuitansi", "offer, contract or receipt"),
        Text::fixed("DPA rincian belanja", "the detailed DPA"),
    ],
    can_fire,
    run,
};

fn can_fire(seen: &Seen<'_>) -> Result<(), Text> {
    can_ask(seen, |item| !is_fee(item))
}

/// Whether some line is about something that the tables may price, even one that does not say enough.
pub(super) fn can_ask(seen: &Seen<'_>, wanted: impl Fn(PricedItem) -> bool) -> Result<(), Text> {
    let any = seen.classified().any(|(line, class)| match priced(seen, line, class) {
        Reading::Price(price) => wanted(price.question.item),
        Reading::Unclear(item, _) => wanted(item),
        Reading::Other => false,
    });
    if any { Ok(()) } else { Err(NO_PRICE) }
}

const NO_PRICE: Text = Text::fixed(
    "tidak ada rincian tentang hal yang mempunyai harga terbitan dalam berkas ini",
    "no line in this file is about anything with a published price",
);

/// Items of `speaker-rate-above-ceiling`.
pub(super) fn is_fee(item: PricedItem) -> bool {
    matches!(item, PricedItem::SpeakerFee | PricedItem::ModeratorFee | PricedItem::McFee)
}

fn apbd_rules(item: PricedItem) -> &'static [&'static str] {
    match item {
        PricedItem::MeetingPackage | PricedItem::MeetingAllowance | PricedItem::Lodging => ANNEX_I,
        _ => ANNEX_II,
    }
}

fn run(examination: &mut Examination<'_>) {
    let seen = examination.seen;
    let mut unjudged = NoLimit::default();
    for (line, class) in seen.classified() {
        match priced(seen, line, class) {
            Reading::Price(price) if !is_fee(price.question.item) => {
                hold(examination, &price, &mut unjudged, [APBN_RULES, apbd_rules(price.question.item)]);
            }
            Reading::Unclear(item, missing) if !is_fee(item) => {
                unjudged.missing(line, missing);
            }
            _ => examination.not_applicable(),
        }
    }
    unjudged.report(examination, CHECK.name);
}

/// Holds one price against the limit of its level, or of the level that may pay most where none is named. `rules` are
/// those of the APBN and those of the APBD.
pub(super) fn hold<'l>(
    examination: &mut Examination<'_>,
    price: &PricedLine<'l>,
    unjudged: &mut NoLimit<'l>,
    rules: [&[&str]; 2],
) {
    let answer = examination.seen.ceilings.look_up_any_level(&price.question);
    // The figure is for large halls, and how many this one holds is not in a budget (SBM-HALL300).
    if answer.found().is_some_and(|found| found.row().persons_above.is_some()) {
        return unjudged.missing(price.line, HALL_SIZE);
    }
    let Some(limit) = answer.limit() else {
        return match answer.found() {
            // An estimate that is kept is kept; a benchmark says nothing either way.
            Some(found) if found.not_binding().is_none() && price.price <= found.highest() => {
                examination.clear()
            }
            _ => unjudged.answer(price, &answer),
        };
    };
    if price.price <= limit.highest() {
        return examination.clear();
    }
    let [of_apbn, of_apbd] = rules;
    let rules = if price.question.fund == Some(Fund::Apbn) { of_apbn } else { of_apbd };
    let meaning = Text::by(|lang| answer.meaning(lang));
    examination.flag_by(Subject::line(price.line), flag(price, limit, &meaning), rules);
}

fn flag(price: &PricedLine<'_>, limit: &FoundCeiling<'_>, meaning: &Text) -> Flag {
    let total = price.line.quantity.as_ref().map(crate::quantity::Quantity::total);
    let excess = price.price.try_sub(limit.highest()).ok();
    let stake = total.and_then(|total| excess?.try_times(total).ok());
    let formula = |lang: Lang| {
        let shown = price.price.display(lang);
        let mut out = format!(
            "{shown} > {}: {}; {}",
            priced_as(limit, lang),
            limit.row().citation(lang),
            meaning.get(lang)
        );
        out.push_str(level_note(price, limit, lang));
        if let (Some(total), Some(stake)) = (total, stake) {
            let (highest, stake) = (limit.highest().display(lang), stake.display(lang));
            out.push_str(&format!("; ({shown} - {highest}) x {total} = {stake}"));
        }
        out
    };
    Flag {
        observed: Figure::Rupiah(price.price),
        limit: Figure::Rupiah(limit.highest()),
        formula: Text::by(formula),
        at_stake: stake,
        certainty: price.class.confidence,
    }
}
