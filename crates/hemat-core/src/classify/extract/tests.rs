use proptest::prelude::*;

use super::*;
use crate::word::words;

#[test]
fn packages_levels_and_counts_are_read() {
    let says = |text: &str| {
        let e = extract(text);
        (
            e.package.map(|p| p.value.as_str()),
            e.level.map(|l| l.value),
            e.persons.map(|p| p.value),
            e.days.map(|d| d.value),
            e.occurrences.map(|o| o.value),
        )
    };
    assert_eq!(
        says("Paket Full Board eselon III 40 org x 3 hr"),
        (Some("fullboard"), Some(3), Some(40), Some(3), None)
    );
    assert_eq!(says("Residential meeting eselon 2"), (Some("fullboard"), Some(2), None, None, None));
    assert_eq!(says("Sewa aula(4 lokasi x 3hari)"), (None, None, None, Some(3), Some(4)));
    assert_eq!(says("Bimtek PPK75 orang/hari x 90.000,00"), (None, None, Some(75), None, None));
    assert_eq!(says("Snack 90 0rg"), (None, None, Some(90), None, None));
    assert_eq!(says("HALFDAY 1,250 orang"), (Some("halfday"), None, Some(1250), None, None));
    assert_eq!(says("Rp 1.250.000,00"), (None, None, None, None, None));
    assert_eq!(says("Narasumber (9 orang jam), 2 orang/bulan"), (None, None, None, None, None));
}

#[test]
fn a_named_place_is_found_with_its_kind() {
    let place = |text: &str| extract(text).place.map(|p| (text[p.span].to_owned(), p.value));
    assert_eq!(place("Seminar di Hotel Marina 1 hari"), Some(("Hotel Marina".into(), VenueKind::Hotel)));
    assert_eq!(
        place("rapat di Aula Dinas Pendidikan untuk guru"),
        Some(("Aula Dinas Pendidikan".into(), VenueKind::GovernmentHall))
    );
    assert_eq!(place("sewa Gedung PKK"), Some(("Gedung PKK".into(), VenueKind::GovernmentHall)));
    assert_eq!(place("menginap di Melati Hotel"), Some(("Melati Hotel".into(), VenueKind::Hotel)));
    assert_eq!(place("sewa gedung 2 hari"), None);
}

#[test]
fn known_places_are_found_by_alias() {
    let known = [
        KnownPlace { id: "a".into(), names: vec!["Aula".into()], kind: VenueKind::GovernmentHall },
        KnownPlace {
            id: "m".into(),
            names: vec!["Aula Melati".into(), "Melati".into()],
            kind: VenueKind::GovernmentHall,
        },
    ];
    let finder = PlaceFinder::new(&known);
    assert_eq!(finder.find("rapat di AULA MELATI2 hari").map(|f| f.value.id.as_str()), Some("m"));
    assert_eq!(finder.find("rapat kedaulatan"), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]
    #[test]
    fn a_text_says_what_a_plain_look_finds(
        text in r"((Hotel|AULA|Gedung|PKK|Marina|di|dan|Full|half|Board|fullDay|residential|hafday|Rapat|eselon|II|É|é)[ '-]?|[0-9.,]{1,4} ?(org|orang|Hari|0rg|or/hr|lokasi|LOK|orang jam|org/bln|oh|kali|)[ ,/–]?){0,7}|[ -~é]{0,40}",
    ) {
        let all: Vec<_> = words(&text).collect();
        let found = extract(&text);
        let mut plain = Extract { level: found.level.clone(), ..Extract::default() };
        find_package(&all, &mut plain);
        find_counts(&text, &mut plain);
        plain.place = find_place(&text, &all);
        prop_assert_eq!(names_package(&text), plain.package.is_some());
        prop_assert_eq!(found, plain, "{:?}", text);
    }

    #[test]
    fn a_level_stands_behind_its_word(
        text in "(Ess?elon|ESELON|eselonan|pejabat|é|0| |[1-5]|I{1,3}|iv|IVa){0,8}",
    ) {
        let all: Vec<_> = words(&text).collect();
        let levels = all.iter().enumerate().filter(|(_, word)| is_in(word, ["eselon", "esselon"])).filter_map(|(at, word)| {
            let roman = all.get(at + 1).and_then(|next| match next.text.to_uppercase().as_str() {
                "I" => Some(1),
                "II" => Some(2),
                "III" => Some(3),
                "IV" | "IVA" => Some(4),
                _ => None,
            });
            let behind = text[word.end()..].trim_start().chars().next();
            let digit = behind.and_then(|c| c.to_digit(10)).filter(|digit| (1..=4).contains(digit));
            roman.or(digit.map(|digit| digit as u8))
        });
        prop_assert_eq!(extract(&text).level.map(|level| level.value), levels.min(), "{:?}", text);
    }
}

// The plain way: every word against every list, the text byte by byte.

fn is_in<'w>(word: &Word<'_>, words: impl IntoIterator<Item = &'w str>) -> bool {
    words.into_iter().any(|other| word.text.eq_ignore_ascii_case(other))
}

fn listed<const N: usize>(list: &WordList<(), N>) -> impl Iterator<Item = &'static str> {
    list.entries().iter().map(|(word, ())| *word)
}

fn find_package(words: &[Word<'_>], found: &mut Extract) {
    for (i, word) in words.iter().enumerate() {
        let mut joined = Cow::Borrowed(word.text);
        let mut end = word.end();
        if is_in(word, ["full", "half", "ful"])
            && let Some(next) = words.get(i + 1)
        {
            joined.to_mut().push_str(next.text);
            end = next.end();
        }
        let starts = |list: &[&str]| list.iter().any(|p| begins(&joined, p));
        let kind = if starts(&["fullbo", "fulbo", "residen"]) {
            Session::Fullboard
        } else if starts(&["fullda", "fulda"]) {
            Session::Fullday
        } else if starts(&["halfda", "hafda"]) {
            Session::Halfday
        } else {
            continue;
        };
        if found.package.as_ref().is_none_or(|p| p.value < kind) {
            found.package = Some(Found { value: kind, span: word.start..end });
        }
    }
}

/// Numbers with a unit after them. The first of each sort counts.
fn find_counts(text: &str, found: &mut Extract) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if !byte.is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while bytes.get(at).is_some_and(|b| b.is_ascii_digit() || matches!(b, b'.' | b',')) {
            at += 1;
        }
        let digits = text.get(start..at).unwrap_or("");
        let rest = text.get(at..).unwrap_or("");
        let blank = rest.len() - rest.trim_start_matches(' ').len();
        let unit_from = at + blank;
        let mut unit_to = unit_from;
        while bytes
            .get(unit_to)
            .is_some_and(|b| b.is_ascii_alphabetic() || *b == b'/' || (*b == b'0' && unit_to == unit_from))
        {
            unit_to += 1;
        }
        let unit = text.get(unit_from..unit_to).unwrap_or("");
        let Some(value) = count_of(digits) else { continue };
        let unit =
            if let Some(tail) = unit.strip_prefix('0') { format!("o{tail}") } else { unit.to_lowercase() };
        let measure = measure_of(&unit);
        // `9 orang jam` and `2 orang/bulan` are hours and months of work, not people who come.
        let after = text.get(unit_to..).unwrap_or("").trim_start();
        let work = |w: &str| ["jam", "jpl", "bulan", "bln", "tahun"].iter().any(|unit| begins(w, unit));
        if work(after) || unit.split('/').skip(1).any(work) {
            continue;
        }
        let slot = if PLACES_COUNTED.contains(&unit.as_str()) || (measure.occurrences && !measure.persons) {
            &mut found.occurrences
        } else if measure.persons {
            &mut found.persons
        } else if measure.days {
            &mut found.days
        } else {
            continue;
        };
        if slot.is_none() {
            *slot = Some(Found { value, span: start..unit_to });
        }
    }
}

fn find_place(text: &str, words: &[Word<'_>]) -> Option<Found<VenueKind>> {
    let is_name =
        |w: &Word<'_>| w.text.chars().next().is_some_and(char::is_uppercase) && !is_in(w, listed(&STOP));
    let adjacent = |a: &Word<'_>, b: &Word<'_>| {
        text.get(a.end()..b.start).is_some_and(|gap| gap.trim_matches([' ', '-', '\'']).is_empty())
    };
    for (i, word) in words.iter().enumerate() {
        let mut places = PLACE_WORDS.entries().iter();
        let Some(&(_, kind)) = places.find(|(w, _)| is_in(word, [*w])) else { continue };
        let mut last = *word;
        let mut names = Vec::new();
        for next in words.iter().skip(i + 1).take(5) {
            if !adjacent(&last, next) || !is_name(next) {
                break;
            }
            names.push(*next);
            last = *next;
        }
        let mut start = word.start;
        if names.is_empty()
            && kind == VenueKind::Hotel
            && word.text.chars().next().is_some_and(char::is_uppercase)
        {
            // "Clove Hotel": the name stands before.
            if let Some(before) = i.checked_sub(1).and_then(|b| words.get(b))
                && adjacent(before, word)
                && is_name(before)
            {
                start = before.start;
                names.push(*before);
            }
        }
        if names.is_empty() {
            continue;
        }
        let kind = match kind {
            VenueKind::Unspecified if names.iter().any(|n| is_in(n, listed(&GOVERNMENT_NAMES))) => {
                VenueKind::GovernmentHall
            }
            kind => kind,
        };
        return Some(Found { value: kind, span: start..last.end() });
    }
    None
}
