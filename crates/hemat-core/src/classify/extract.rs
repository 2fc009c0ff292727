//! What a line's text says beyond its kind: package, level, persons, days, occurrences, and the named place.

use std::borrow::Cow;
use std::ops::Range;

use crate::kind::VenueKind;
use crate::session::Session;
use crate::unit::measure_of;
use crate::word::{Word, words};

/// A value with the bytes of the text that say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<T> {
    /// The value.
    pub value: T,
    /// Byte range in the text.
    pub span: Range<usize>,
}

/// What a text says. `None` where it says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Extract {
    /// Meeting package.
    pub package: Option<Found<Session>>,
    /// Highest level of official named (eselon), 1 to 4.
    pub level: Option<Found<u8>>,
    /// Persons, `120 orang`.
    pub persons: Option<Found<u32>>,
    /// Days or nights, `2 hari`.
    pub days: Option<Found<u32>>,
    /// Occurrences: times, groups or places, `5 lokasi`.
    pub occurrences: Option<Found<u32>>,
    /// The named place (`Hotel Marina`, `Aula Dinas Pendidikan`) with its kind as far as its words tell.
    pub place: Option<Found<VenueKind>>,
}

/// A hall or hotel that the caller knows, from a venues file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPlace {
    /// Its id.
    pub id: String,
    /// Its name and other names.
    pub names: Vec<String>,
    /// Its kind.
    pub kind: VenueKind,
}

/// Words that begin a place's name, and the kind they tell.
const PLACE_WORDS: &[(&str, VenueKind)] = &[
    ("hotel", VenueKind::Hotel),
    ("aula", VenueKind::GovernmentHall),
    ("pendopo", VenueKind::GovernmentHall),
    ("pendapa", VenueKind::GovernmentHall),
    ("balai", VenueKind::GovernmentHall),
    ("gedung", VenueKind::Unspecified),
    ("graha", VenueKind::Unspecified),
    ("wisma", VenueKind::Unspecified),
    ("ballroom", VenueKind::CommercialHall),
    ("restoran", VenueKind::Restaurant),
    ("resto", VenueKind::Restaurant),
];

/// The letters that one of them begins with.
const PLACE_LETTERS: [char; 14] = ['h', 'H', 'a', 'A', 'p', 'P', 'b', 'B', 'g', 'G', 'w', 'W', 'r', 'R'];

/// Gedung with one of these belongs to a government body.
const GOVERNMENT_NAMES: &[&str] = &[
    "pkk",
    "dprd",
    "pemda",
    "korpri",
    "wanita",
    "juang",
    "setda",
    "bappeda",
    "dinas",
    "kesenian",
    "budaya",
    "pemerintah",
    "kecamatan",
    "desa",
    "kabupaten",
];

/// Words that end a name.
const STOP: &[&str] = &[
    "dalam",
    "untuk",
    "pada",
    "tanggal",
    "tgl",
    "kegiatan",
    "dan",
    "di",
    "ke",
    "dari",
    "dengan",
    "selama",
    "sewa",
    "paket",
    "rapat",
    "sosialisasi",
    "bimtek",
    "pelatihan",
    "seminar",
    "rp",
    "x",
    "yang",
    "tempat",
    "kantor",
    "atau",
    "peserta",
    "pertemuan",
    "fullboard",
    "fullday",
    "halfday",
    "narasumber",
    "panitia",
    "ruang",
    "orang",
    "hari",
    "tahun",
    "bagi",
    "belanja",
    "biaya",
    "kamar",
    "eselon",
    "golongan",
    "luar",
];

/// Words that mean a number of places or groups.
const PLACES_COUNTED: &[&str] = &[
    "lokasi",
    "lok",
    "lks",
    "kecamatan",
    "kec",
    "desa",
    "gelombang",
    "gel",
    "angkatan",
    "akt",
    "kelas",
    "wil",
    "wilayah",
];

/// True if a text begins so, whatever the case.
fn begins(text: &str, with: &str) -> bool {
    text.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with))
}

/// The words of a text, of which a line has some ten.
fn all_words(text: &str) -> Vec<Word<'_>> {
    let mut all = Vec::with_capacity(16);
    all.extend(words(text));
    all
}

/// Reads what a text says.
#[must_use]
pub fn extract(text: &str) -> Extract {
    let words = all_words(text);
    let mut found = Extract::default();
    find_package(&words, &mut found);
    find_level(text, &words, &mut found);
    find_counts(text, &mut found);
    found.place = find_place(text, &words);
    found
}

/// True if a text names a meeting package.
pub(crate) fn names_package(text: &str) -> bool {
    let mut found = Extract::default();
    find_package(&all_words(text), &mut found);
    found.package.is_some()
}

/// Finds the places of a venues file in texts.
pub struct PlaceFinder<'a> {
    /// Every name with its words, in the order of the places.
    names: Vec<(&'a KnownPlace, Vec<Word<'a>>)>,
}

impl<'a> PlaceFinder<'a> {
    /// For these places, by their names and aliases.
    #[must_use]
    pub fn new(known: &'a [KnownPlace]) -> Self {
        let names =
            known.iter().flat_map(|place| place.names.iter().map(move |name| (place, all_words(name))));
        PlaceFinder { names: names.filter(|(_, words)| !words.is_empty()).collect() }
    }

    /// The known place whose name or alias stands in the text, whole words, whatever the case; the longest name wins:
    /// "Aula Dinas Pendidikan" before "Aula".
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Found<&'a KnownPlace>> {
        if self.names.is_empty() || text.is_empty() {
            return None;
        }
        let words = all_words(text);
        let found = self.names.iter().filter_map(|(place, wanted)| {
            let at = words
                .windows(wanted.len())
                .position(|window| window.iter().zip(wanted).all(|(w, n)| is_same_word(w.text, n.text)))?;
            let (first, last) = (words.get(at)?, words.get(at + wanted.len() - 1)?);
            Some(Found { value: *place, span: first.start..last.end() })
        });
        found.max_by_key(|f| (f.span.len(), std::cmp::Reverse(f.span.start)))
    }
}

/// The same letters, whatever their case.
fn is_same_word(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b) || (!a.is_ascii() && a.to_lowercase() == b.to_lowercase())
}

fn find_package(words: &[Word<'_>], found: &mut Extract) {
    for (i, word) in words.iter().enumerate() {
        if !word.text.starts_with(['f', 'F', 'h', 'H', 'r', 'R']) {
            continue;
        }
        let mut joined = Cow::Borrowed(word.text);
        let mut end = word.end();
        if word.is_in(&["full", "half", "ful"])
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

fn find_level(text: &str, words: &[Word<'_>], found: &mut Extract) {
    for (i, word) in words.iter().enumerate() {
        if !word.is_in(&["eselon", "esselon"]) {
            continue;
        }
        let after = word.end();
        let level = match words.get(i + 1).map(|w| w.text.to_uppercase()).as_deref() {
            Some("I") => Some(1),
            Some("II") => Some(2),
            Some("III") => Some(3),
            Some("IV" | "IVA") => Some(4),
            _ => text.get(after..).and_then(|rest| match rest.trim_start().as_bytes().first() {
                Some(digit @ b'1'..=b'4') => Some(digit - b'0'),
                _ => None,
            }),
        };
        if let Some(level) = level
            && found.level.as_ref().is_none_or(|l| l.value > level)
        {
            found.level = Some(Found { value: level, span: word.start..after });
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

/// A whole count up to a million: `120`, `2,152`, `1.000`.
fn count_of(digits: &str) -> Option<u32> {
    let plain = digits.trim_end_matches(['.', ',']);
    let value = match plain.split_once(['.', ',']) {
        None => plain.parse().ok()?,
        Some((head, tail)) if tail.len() == 3 && tail.bytes().all(|b| b.is_ascii_digit()) => {
            format!("{head}{tail}").parse().ok()?
        }
        _ => return None,
    };
    (1..=1_000_000).contains(&value).then_some(value)
}

fn find_place(text: &str, words: &[Word<'_>]) -> Option<Found<VenueKind>> {
    let is_name = |w: &Word<'_>| w.text.chars().next().is_some_and(char::is_uppercase) && !w.is_in(STOP);
    let adjacent = |a: &Word<'_>, b: &Word<'_>| {
        text.get(a.end()..b.start).is_some_and(|gap| gap.trim_matches([' ', '-', '\'']).is_empty())
    };
    for (i, word) in words.iter().enumerate() {
        if !word.text.starts_with(PLACE_LETTERS) {
            continue;
        }
        let Some(&(_, kind)) = PLACE_WORDS.iter().find(|(w, _)| word.is(w)) else { continue };
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
            VenueKind::Unspecified if names.iter().any(|n| n.is_in(GOVERNMENT_NAMES)) => {
                VenueKind::GovernmentHall
            }
            kind => kind,
        };
        return Some(Found { value: kind, span: start..last.end() });
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
