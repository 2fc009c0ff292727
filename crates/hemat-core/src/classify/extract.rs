//! What a line's text says beyond its kind: package, level, persons, days, occurrences, and the named place.

use std::borrow::Cow;
use std::ops::Range;

use crate::kind::VenueKind;
use crate::session::Session;
use crate::unit::measure_of;
use crate::word::{TextWords, Word};
use crate::word_list::WordList;

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
static PLACE_WORDS: WordList<VenueKind, 11> = WordList::new([
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
]);

/// Beginnings of the words that name a meeting package.
static PACKAGE_BEGUN: WordList<(), 4> = WordList::of(["ful", "hal", "haf", "residen"]);

/// Words that name one together with the next.
static PACKAGE_HALVES: WordList<(), 3> = WordList::of(["full", "half", "ful"]);

/// Words before a level.
static LEVEL_WORDS: WordList<(), 2> = WordList::of(["eselon", "esselon"]);

/// Gedung with one of these belongs to a government body.
static GOVERNMENT_NAMES: WordList<(), 15> = WordList::of([
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
]);

/// Words that end a name.
static STOP: WordList<(), 43> = WordList::of([
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
]);

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

/// Reads what a text says.
#[must_use]
pub fn extract(text: &str) -> Extract {
    extract_words(&TextWords::of(text))
}

/// [`extract`] for a text that was split into its words.
pub(crate) fn extract_words(text: &TextWords<'_>) -> Extract {
    let mut found = Extract::default();
    find_package(text.words(), &mut found);
    find_level(text, &mut found);
    find_counts(text, &mut found);
    found.place = find_place(text);
    found
}

/// True if a text names a meeting package.
pub(crate) fn names_package(text: &str) -> bool {
    let mut found = Extract::default();
    find_package(TextWords::of(text).words(), &mut found);
    found.package.is_some()
}

/// Finds the places of a venues file in texts.
pub struct PlaceFinder<'a> {
    /// Every name with its words, in the order of the places.
    names: Vec<(&'a KnownPlace, TextWords<'a>)>,
}

impl<'a> PlaceFinder<'a> {
    /// For these places, by their names and aliases.
    #[must_use]
    pub fn new(known: &'a [KnownPlace]) -> Self {
        let names =
            known.iter().flat_map(|place| place.names.iter().map(move |name| (place, TextWords::of(name))));
        PlaceFinder { names: names.filter(|(_, name)| !name.words().is_empty()).collect() }
    }

    /// The known place whose name or alias stands in the text, whole words, whatever the case; the longest name wins:
    /// "Aula Dinas Pendidikan" before "Aula".
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Found<&'a KnownPlace>> {
        if self.names.is_empty() || text.is_empty() {
            return None;
        }
        let text = TextWords::of(text);
        let words = text.words();
        let found = self.names.iter().filter_map(|(place, name)| {
            let wanted = name.words();
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
        if PACKAGE_BEGUN.begun(word).is_none() {
            continue;
        }
        let mut joined = Cow::Borrowed(word.text);
        let mut end = word.end();
        if PACKAGE_HALVES.holds(word)
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

fn find_level(text: &TextWords<'_>, found: &mut Extract) {
    let (text, words) = (text.text(), text.words());
    for (i, word) in words.iter().enumerate() {
        if !LEVEL_WORDS.holds(word) {
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
fn find_counts(text: &TextWords<'_>, found: &mut Extract) {
    let bytes = text.text().as_bytes();
    for before in 0..=text.words().len() {
        let Range { start: mut at, end } = text.gap(before);
        while at < end {
            let start = at;
            at += 1;
            if bytes.get(start).is_some_and(u8::is_ascii_digit) {
                while bytes.get(at).is_some_and(|b| b.is_ascii_digit() || matches!(b, b'.' | b',')) {
                    at += 1;
                }
                find_count(text.text(), start..at, found);
            }
        }
    }
}

/// What a number counts, by the unit after it.
fn find_count(text: &str, number: Range<usize>, found: &mut Extract) {
    let Some(value) = text.get(number.clone()).and_then(count_of) else { return };
    let rest = text.get(number.end..).unwrap_or("").trim_start_matches(' ');
    let is_of_unit =
        |(at, byte): (usize, u8)| byte.is_ascii_alphabetic() || byte == b'/' || (byte == b'0' && at == 0);
    let length = rest.bytes().enumerate().take_while(|byte| is_of_unit(*byte)).count();
    let Some((unit, after)) = rest.split_at_checked(length) else { return };
    let span = number.start..text.len() - after.len();
    let unit = match unit.strip_prefix('0') {
        Some(tail) => Cow::Owned(format!("o{tail}")),
        None => Cow::Borrowed(unit),
    };
    let measure = measure_of(&unit);
    // `9 orang jam` and `2 orang/bulan` are hours and months of work, not people who come.
    let work = |w: &str| ["jam", "jpl", "bulan", "bln", "tahun"].iter().any(|unit| begins(w, unit));
    if work(after.trim_start()) || unit.split('/').skip(1).any(work) {
        return;
    }
    let is_place = || PLACES_COUNTED.iter().any(|place| unit.eq_ignore_ascii_case(place));
    let slot = if (measure.occurrences && !measure.persons) || is_place() {
        &mut found.occurrences
    } else if measure.persons {
        &mut found.persons
    } else if measure.days {
        &mut found.days
    } else {
        return;
    };
    if slot.is_none() {
        *slot = Some(Found { value, span });
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

fn find_place(text: &TextWords<'_>) -> Option<Found<VenueKind>> {
    let (text, words) = (text.text(), text.words());
    let is_name = |w: &Word<'_>| w.text.chars().next().is_some_and(char::is_uppercase) && !STOP.holds(w);
    let adjacent = |a: &Word<'_>, b: &Word<'_>| {
        text.get(a.end()..b.start).is_some_and(|gap| gap.trim_matches([' ', '-', '\'']).is_empty())
    };
    for (i, word) in words.iter().enumerate() {
        let Some(&kind) = PLACE_WORDS.get(word) else { continue };
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
            VenueKind::Unspecified if names.iter().any(|n| GOVERNMENT_NAMES.holds(n)) => {
                VenueKind::GovernmentHall
            }
            kind => kind,
        };
        return Some(Found { value: kind, span: start..last.end() });
    }
    None
}

#[cfg(test)]
mod tests;
