//! Where an event is held, seen from its agency: in the agency's own region or elsewhere.

use crate::budget_event::BudgetEvent;
use crate::ceiling::CeilingRegion;
use crate::cost_line::CostLine;
use crate::lang::Text;
use crate::venue::Venue;

use super::subject::Seen;
use super::words::{held, plain};

/// In the agency's own region or not, with what says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Whereabouts {
    /// In its own region.
    Home(Text),
    /// Elsewhere.
    Away(Text),
    /// The lines do not say, or they say both.
    Unknown,
}

/// Accounts of packages out of town: Kepmendagri 050-5889/2021, and the central chart of accounts.
const AWAY_ACCOUNTS: [&str; 2] = ["5.1.02.04.01.0005", "524119"];
/// Accounts of packages in town.
const HOME_ACCOUNTS: [&str; 2] = ["5.1.02.04.01.0004", "524114"];

/// Where the meeting is. *Luar daerah* alone also names people who come from elsewhere, so a word for the meeting or
/// a preposition of place has to stand before it.
const AWAY: &[&str] = &[
    "meeting luar kota",
    "rapat luar kota",
    "fullboard luar kota",
    "fullday luar kota",
    "halfday luar kota",
    "board luar kota",
    "day luar kota",
    "di luar kota",
    "ke luar kota",
    "di luar daerah",
    "ke luar daerah",
    "di luar provinsi",
    "ke luar provinsi",
];
const HOME: &[&str] = &[
    "meeting dalam kota",
    "rapat dalam kota",
    "fullboard dalam kota",
    "fullday dalam kota",
    "halfday dalam kota",
    "board dalam kota",
    "day dalam kota",
    "di dalam kota",
    "di dalam daerah",
];

/// The place of the user's venues file where an event is held.
pub(super) fn venue_of<'a>(seen: &Seen<'a>, event: &BudgetEvent) -> Option<&'a Venue> {
    let name = event.venue_name.as_deref()?;
    // The grouping has put the known place's own name there.
    seen.venues.iter().find(|venue| venue.name == name)
}

/// Where an event is held. A place whose region is listed goes before accounts and words.
pub(super) fn whereabouts(seen: &Seen<'_>, event: &BudgetEvent) -> Whereabouts {
    if let Some(known) = venue_of(seen, event).and_then(|venue| of_venue(venue, &event.region)) {
        return known;
    }
    let own = local(&event.region);
    let (mut home, mut away, mut names_own) = (None, None, false);
    let lines = seen.event_lines(event).filter(|(_, class)| class.cost_kind.is_venue());
    for (line, _) in lines {
        let texts = [&*line.context.account_name, &*line.heading, &*line.description];
        let plain = texts.map(plain);
        let word = |words| {
            let found = plain.iter().find_map(|text| held(text, words));
            found.map(|word| Text::as_written(&format!("\"{word}\"")))
        };
        home = home.or_else(|| account(line, &HOME_ACCOUNTS)).or_else(|| word(HOME));
        away = away.or_else(|| account(line, &AWAY_ACCOUNTS)).or_else(|| word(AWAY));
        for named in own.iter().flat_map(|own| named_regions(&line.description, own)) {
            match named {
                Named { own: true, behind_di: true, text } => home = home.or(Some(text)),
                Named { own: false, behind_di: true, text } => away = Some(text),
                Named { own, .. } => names_own |= own,
            }
        }
    }
    match (home, away) {
        (Some(text), None) => Whereabouts::Home(text),
        // An account for other towns beside the own region's name leaves it open.
        (None, Some(text)) if !names_own => Whereabouts::Away(text),
        _ => Whereabouts::Unknown,
    }
}

fn account(line: &CostLine, codes: &[&str]) -> Option<Text> {
    let account = line.context.account.as_ref()?;
    let known = codes.iter().find(|code| **code == &*account.code)?;
    let name = &line.context.account_name;
    Some(Text::by(|lang| {
        format!("{} {known} {name}", lang.pick("rekening", "account")).trim_end().to_owned()
    }))
}

/// A regency or city is one region; how far a province or a ministry reaches, names do not tell.
fn local(name: &str) -> Option<CeilingRegion> {
    CeilingRegion::from_name(name).filter(|region| matches!(region, CeilingRegion::Local(_)))
}

fn of_venue(venue: &Venue, own: &str) -> Option<Whereabouts> {
    let same = local(own)?.is_same(&local(&venue.region)?);
    let text = Text::as_written(&format!("{}: {}", venue.name, venue.region));
    Some(if same { Whereabouts::Home(text) } else { Whereabouts::Away(text) })
}

/// A regency or city that a text names.
struct Named {
    own: bool,
    /// `di Kota Palembang` says where the event is; `Kota Palembang` alone can be where people come from.
    behind_di: bool,
    text: Text,
}

fn named_regions(text: &str, own: &CeilingRegion) -> Vec<Named> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let is_kind =
        |word: &str| ["kota", "kabupaten", "kab"].iter().any(|kind| word.eq_ignore_ascii_case(kind));
    let named = |(at, kind): (usize, &&str)| {
        let names = words.get(at + 1..)?.iter().take(3);
        let name: Vec<&str> =
            names.take_while(|word| word.chars().next().is_some_and(char::is_uppercase)).copied().collect();
        // Words behind the name can be capitals too, so every length of it is tried.
        let tried = |n| own.is_government(&format!("{kind} {}", name.get(..n).unwrap_or_default().join(" ")));
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        Some(Named {
            own: (1..=name.len()).any(tried),
            behind_di: before.is_some_and(|word| word.eq_ignore_ascii_case("di")),
            text: Text::as_written(&format!("{kind} {}", name.first()?)),
        })
    };
    words.iter().enumerate().filter(|(_, word)| is_kind(word)).filter_map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_are_told_by_their_names() {
        let own = CeilingRegion::from_name("Kabupaten Contoh").unwrap();
        let told = |text: &str| {
            let named = named_regions(text, &own);
            named.iter().map(|n| (n.own, n.behind_di)).collect::<Vec<_>>()
        };
        assert_eq!(told("Paket fullday di Hotel Lain di Kota Palembang"), [(false, true)]);
        assert_eq!(told("Paket fullday di Kab. Contoh"), [(true, true)]);
        assert_eq!(told("Paket fullday di KABUPATEN CONTOH Tahap Dua"), [(true, true)]);
        assert_eq!(told("Fullboard Kabupaten Contoh - Eselon IV"), [(true, false)]);
        assert_eq!(told("Paket fullday peserta dari Kota Palembang"), [(false, false)]);
        assert_eq!(told("rapat di kota"), []);
    }
}
