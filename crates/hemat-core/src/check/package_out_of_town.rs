//! `package-out-of-town`: a meeting package is bought outside the agency's own region.

use crate::budget_event::BudgetEvent;
use crate::classify::Confidence;
use crate::cost_line::CostLine;
use crate::event::Fund;
use crate::kind::CostKind;
use crate::lang::{Lang, Text};
use crate::money::Rupiah;
use crate::session::Session;

use super::definition::{Check, page};
use super::examination::{Examination, Flag};
use super::finding::Figure;
use super::missing::{PACKAGE_CONTENTS, PLACE_REGION};
use super::reasons::NO_PACKAGE;
use super::subject::{Seen, Subject};
use super::whereabouts::{Whereabouts, whereabouts};
use super::words::{held, plain};

/// Halfday and fullday packages: in town, unless people of that place take part.
const IN_TOWN: &str = "SBM-2026-31C";
/// Meetings out of the office at all.
const OUT_OF_OFFICE: &str = "PANRB-6-2015";

pub(super) static CHECK: Check = Check {
    name: "package-out-of-town",
    flags: Text::fixed(
        "Paket rapat dibeli di luar daerah instansi itu sendiri.",
        "A meeting package is bought outside the agency's own region.",
    ),
    page: page!("package-out-of-town"),
    on_by_default: true,
    settings: &[],
    rules: &[IN_TOWN, OUT_OF_OFFICE],
    exclusions: &[
        Text::fixed("kegiatan sebelum 1 April 2015", "events before 1 April 2015"),
        Text::fixed(
            "APBN selain paket halfday dan fullday tahun 2026",
            "APBN other than halfday and fullday packages of 2026",
        ),
        Text::fixed(
            "tiket dan uang harian perjalanan; sewa ruang tanpa paket",
            "tickets and daily allowances of the journey; room rent without a package",
        ),
    ],
    reasons: &[
        Text::fixed(
            "orang atau instansi setempat ikut serta, atau acaranya diadakan oleh instansi lain",
            "people or bodies of that place took part, or another body held the event",
        ),
        Text::fixed("tidak ada ruang yang memadai di daerah sendiri", "no adequate room in the own region"),
    ],
    documents: &[
        Text::fixed(
            "undangan dan daftar hadir menurut daerah asal",
            "invitation and attendance list by home region",
        ),
        Text::fixed(
            "kerangka acuan (KAK) dengan alasan memilih tempat",
            "terms of reference (KAK) with the reason for the place",
        ),
        Text::fixed(
            "pernyataan bahwa ruang sendiri tidak memadai",
            "statement that the own rooms are not adequate",
        ),
    ],
    can_fire,
    run,
};

fn can_fire(seen: &Seen<'_>) -> Result<(), Text> {
    if seen.grouping.events.iter().any(|event| packages_cost(event).is_some()) {
        Ok(())
    } else {
        Err(NO_PACKAGE)
    }
}

fn packages_cost(event: &BudgetEvent) -> Option<Rupiah> {
    event.cost.get(&CostKind::VenuePackage).copied().filter(|cost| !cost.is_zero())
}

fn run(examination: &mut Examination<'_>) {
    for event in &examination.seen.grouping.events {
        match packages_cost(event) {
            Some(cost) => judge(examination, event, cost),
            None => examination.not_applicable(),
        }
    }
}

/// The rules that limit where the event may be. A ministry works everywhere, so that only the rule on halfday and
/// fullday packages speaks of it; that rule says nothing about stays.
fn rules_for(event: &BudgetEvent, fund: Option<Fund>) -> &'static [&'static str] {
    let short = event.package.is_some_and(|package| package < Session::Fullboard);
    match (short, fund) {
        (true, Some(Fund::Apbn)) => &[IN_TOWN],
        (false, Some(Fund::Apbn)) => &[],
        (true, _) => CHECK.rules,
        (false, _) => &[OUT_OF_OFFICE],
    }
}

fn judge(examination: &mut Examination<'_>, event: &BudgetEvent, cost: Rupiah) {
    let seen = examination.seen;
    let packages = seen.event_lines(event).filter(|(_, class)| class.cost_kind == CostKind::VenuePackage);
    let packages: Vec<&CostLine> = packages.map(|(line, _)| line).collect();
    let subject = Subject::event(event).on_rows(packages.iter().copied());
    let rules = rules_for(event, seen.fund);
    if !examination.is_under(&subject, rules) {
        return;
    }
    let is_package = event.package.is_some() && !packages.iter().all(|line| names_allowance(line));
    match whereabouts(seen, event) {
        Whereabouts::Home(_) => examination.clear(),
        Whereabouts::Away(_) if !is_package => examination.insufficient(subject, vec![PACKAGE_CONTENTS]),
        Whereabouts::Away(place) => examination.flag_by(subject, flag(event, &place, cost), rules),
        Whereabouts::Unknown if is_package => examination.insufficient(subject, vec![PLACE_REGION]),
        Whereabouts::Unknown => examination.not_applicable(),
    }
}

/// `Fullboard di Luar Kota` without the word *paket* is how price standards name the daily allowance of a meeting.
fn names_allowance(line: &CostLine) -> bool {
    let text = plain(&line.description);
    let column = ["board di luar kota", "day di luar kota", "residence di luar kota"];
    let column = column.iter().any(|words| text.contains(words)) || text.contains("fullboard luar kota");
    column && held(&text, &["paket", "meeting"]).is_none()
}

fn flag(event: &BudgetEvent, place: &Text, cost: Rupiah) -> Flag {
    let formula = |lang: Lang| {
        // A price that holds other things too is not the package's.
        let what = match event.contents_known {
            true => lang.pick("paket", "package"),
            false => lang.pick("harga gabungan dengan paket", "one price for several things, with package"),
        };
        let package = event.package.map_or_else(String::new, |package| format!(" {package}"));
        format!(
            "{}: {}; {}{package} {}",
            lang.pick("di luar daerah sendiri", "outside the own region"),
            place.get(lang),
            what,
            cost.display(lang)
        )
    };
    Flag {
        observed: Figure::Words(place.clone()),
        limit: Figure::Words(Text::fixed("di daerah sendiri", "in the own region")),
        formula: Text::by(formula),
        at_stake: Some(cost).filter(|_| event.contents_known),
        certainty: if event.contents_known { Confidence::Medium } else { Confidence::Low },
    }
}
