//! The words and numbers of options: what each may be, and what to write instead of what was typed.

use hemat_core::budget_event::EventKind;
use hemat_core::ceiling::{CeilingRegion, PricedItem, Stage};
use hemat_core::check::{CHECKS, Check, check_named};
use hemat_core::classify::Confidence;
use hemat_core::event::Fund;
use hemat_core::kind::VenueKind;
use hemat_core::level_name::levels_named;
use hemat_core::money::Rupiah;
use hemat_core::province::Province;
use hemat_core::session::{OfficialLevel, Session};
use hemat_io::read::budget::LayoutName;
use hemat_io::read::near::nearest;
use hemat_io::read::sieve::Share;

use super::ceilings::Items;

pub(super) fn layout(word: &str) -> Result<LayoutName, String> {
    LayoutName::from_word(word).ok_or_else(|| one_of(LayoutName::ALL.iter().map(|l| l.as_str())))
}

/// `2/8`: the second of eight parts.
pub(super) fn share(text: &str) -> Result<Share, String> {
    let parts = text.split_once('/').and_then(|(part, of)| Share::new(part.parse().ok()?, of.parse().ok()?));
    parts.ok_or_else(|| {
        format!(
            "tulis I/N dengan I dari 1 sampai N, N paling banyak {most} (write I/N, I from 1 to N, N at most {most}): 2/8",
            most = Share::MOST
        )
    })
}

fn one_of(known: impl Iterator<Item = &'static str>) -> String {
    format!("pilih satu dari (choose one of): {}", known.collect::<Vec<_>>().join(", "))
}

pub(super) fn venue_kind(word: &str) -> Result<VenueKind, String> {
    VenueKind::from_word(word).ok_or_else(|| one_of(VenueKind::ALL.iter().map(|k| k.as_str())))
}

pub(super) fn check_name(word: &str) -> Result<&'static Check, String> {
    check_named(word).ok_or_else(|| one_of(CHECKS.iter().map(|c| c.name)))
}

pub(super) fn confidence(word: &str) -> Result<Confidence, String> {
    Confidence::from_word(word).ok_or_else(|| one_of(["low", "medium", "high"].into_iter()))
}

pub(super) fn fund(word: &str) -> Result<Fund, String> {
    let funds = [Fund::Apbd, Fund::Apbn];
    funds.into_iter().find(|f| f.as_str() == word).ok_or_else(|| one_of(funds.iter().map(|f| f.as_str())))
}

pub(super) fn event_kind(word: &str) -> Result<EventKind, String> {
    EventKind::from_word(word).ok_or_else(|| one_of(EventKind::ALL.iter().map(|k| k.as_str())))
}

pub(super) fn rupiah(text: &str) -> Result<Rupiah, String> {
    Rupiah::parse_canonical(text)
        .map_err(|_| "tulis angka saja, misalnya 50000000 (digits only, such as 50000000)".to_owned())
}

pub(super) fn priced_items(name: &str) -> Result<Items, String> {
    let items = PricedItem::named(name);
    let known = || PricedItem::ALL.iter().map(|i| i.as_str()).chain(PricedItem::short_names());
    if items.is_empty() { Err(did_you_mean(name, known())) } else { Ok(Items(items)) }
}

pub(super) fn province(name: &str) -> Result<Province, String> {
    let known = || Province::ALL.iter().flat_map(|p| [p.name(), p.english_name()]);
    Province::from_name(name).ok_or_else(|| did_you_mean(name, known()))
}

pub(super) fn government(name: &str) -> Result<String, String> {
    match CeilingRegion::from_name(name) {
        Some(CeilingRegion::Local(_) | CeilingRegion::Province(_)) => Ok(name.to_owned()),
        Some(CeilingRegion::National) | None => Err("sebut pemerintah daerahnya dengan jenisnya (name the government with its kind): \"Kabupaten Asahan\", \"Kota Medan\", \"Provinsi Sumatera Utara\"".to_owned()),
    }
}

pub(super) fn level(name: &str) -> Result<OfficialLevel, String> {
    match levels_named(name).as_slice() {
        [level] => Ok(*level),
        _ => Err(one_of(OfficialLevel::ALL.iter().map(|l| l.as_str()))),
    }
}

pub(super) fn package(word: &str) -> Result<Session, String> {
    Session::from_word(&word.to_lowercase()).ok_or_else(|| one_of(Session::ALL.iter().map(|s| s.as_str())))
}

pub(super) fn stage(word: &str) -> Result<Stage, String> {
    Stage::from_word(&word.to_lowercase()).ok_or_else(|| one_of(Stage::ALL.iter().map(|s| s.as_str())))
}

/// The names nearest to what was typed, else all of them.
fn did_you_mean(typed: &str, known: impl Iterator<Item = &'static str>) -> String {
    let known: Vec<&str> = known.collect();
    let near = nearest(typed, &known);
    if near.is_empty() {
        return one_of(known.into_iter());
    }
    format!("mungkin maksudnya (did you mean): {}", near.join(", "))
}
