//! The title of an event inside a line: the event's word and what follows it.

use std::sync::LazyLock;

use crate::word::words;

/// What sort of event it is (bentuk kegiatan).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventKind {
    /// Seminar, simposium, kuliah umum.
    Seminar,
    /// Workshop, lokakarya.
    Workshop,
    /// Bimbingan teknis.
    Bimtek,
    /// Pelatihan, diklat, kursus, pembekalan.
    Training,
    /// Sosialisasi, penyuluhan.
    Socialisation,
    /// FGD, diskusi, sarasehan.
    Discussion,
    /// Rapat, rakor, pertemuan, musrenbang, forum.
    Meeting,
    /// Lomba, kejuaraan, turnamen.
    Contest,
    /// Festival, pameran, karnaval, pentas.
    Festival,
    /// Upacara, peringatan, pelantikan.
    Ceremony,
    /// Jambore, kemah, outbound.
    Camp,
    /// Not said.
    Other,
}

impl EventKind {
    /// All kinds.
    pub const ALL: [EventKind; 12] = [
        EventKind::Seminar,
        EventKind::Workshop,
        EventKind::Bimtek,
        EventKind::Training,
        EventKind::Socialisation,
        EventKind::Discussion,
        EventKind::Meeting,
        EventKind::Contest,
        EventKind::Festival,
        EventKind::Ceremony,
        EventKind::Camp,
        EventKind::Other,
    ];

    /// The kind that a word names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.as_str() == word)
    }

    /// The official word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            EventKind::Seminar => "seminar",
            EventKind::Workshop => "workshop",
            EventKind::Bimtek => "bimtek",
            EventKind::Training => "pelatihan",
            EventKind::Socialisation => "sosialisasi",
            EventKind::Discussion => "fgd",
            EventKind::Meeting => "rapat",
            EventKind::Contest => "lomba",
            EventKind::Festival => "festival",
            EventKind::Ceremony => "upacara",
            EventKind::Camp => "jambore",
            EventKind::Other => "lainnya",
        }
    }
}

/// Beginnings of event words; the first that a word starts with decides.
const KINDS: &[(&str, EventKind)] = &[
    ("seminar", EventKind::Seminar),
    ("semiloka", EventKind::Seminar),
    ("simposium", EventKind::Seminar),
    ("workshop", EventKind::Workshop),
    ("lokakarya", EventKind::Workshop),
    ("bimtek", EventKind::Bimtek),
    ("bintek", EventKind::Bimtek),
    ("bimbingan", EventKind::Bimtek),
    ("pelatihan", EventKind::Training),
    ("diklat", EventKind::Training),
    ("kursus", EventKind::Training),
    ("pembekalan", EventKind::Training),
    ("orientasi", EventKind::Training),
    ("training", EventKind::Training),
    ("sosiali", EventKind::Socialisation),
    ("penyuluhan", EventKind::Socialisation),
    ("fgd", EventKind::Discussion),
    ("diskusi", EventKind::Discussion),
    ("sarasehan", EventKind::Discussion),
    ("dialog", EventKind::Discussion),
    ("rapat", EventKind::Meeting),
    ("rakor", EventKind::Meeting),
    ("raker", EventKind::Meeting),
    ("pertemuan", EventKind::Meeting),
    ("musrenbang", EventKind::Meeting),
    ("musyawarah", EventKind::Meeting),
    ("forum", EventKind::Meeting),
    ("konsinyering", EventKind::Meeting),
    ("temu", EventKind::Meeting),
    ("lomba", EventKind::Contest),
    ("kejuaraan", EventKind::Contest),
    ("turnamen", EventKind::Contest),
    ("pertandingan", EventKind::Contest),
    ("festival", EventKind::Festival),
    ("pameran", EventKind::Festival),
    ("expo", EventKind::Festival),
    ("karnaval", EventKind::Festival),
    ("pawai", EventKind::Festival),
    ("gebyar", EventKind::Festival),
    ("pentas", EventKind::Festival),
    ("upacara", EventKind::Ceremony),
    ("peringatan", EventKind::Ceremony),
    ("pelantikan", EventKind::Ceremony),
    ("wisuda", EventKind::Ceremony),
    ("jambore", EventKind::Camp),
    ("kemah", EventKind::Camp),
    ("perkemahan", EventKind::Camp),
    ("outbound", EventKind::Camp),
];

/// Words that say nothing about which event it is: accounts, people, units, small words.
const EMPTY: &[&str] = &[
    "dan",
    "di",
    "ke",
    "dari",
    "pada",
    "untuk",
    "dalam",
    "rangka",
    "kegiatan",
    "keg",
    "belanja",
    "biaya",
    "peserta",
    "panitia",
    "narasumber",
    "orang",
    "org",
    "hari",
    "hr",
    "kali",
    "kl",
    "oh",
    "ok",
    "om",
    "os",
    "pkt",
    "paket",
    "ls",
    "rp",
    "x",
    "tempat",
    "ruang",
    "gedung",
    "sewa",
    "pelaksanaan",
    "penyelenggaraan",
    "seminar",
    "simposium",
    "workshop",
    "sosialisasi",
    "pelatihan",
    "rapat",
    "pertemuan",
    "makan",
    "minum",
    "snack",
    "snak",
    "konsumsi",
    "jpl",
    "or",
    "oj",
    "bh",
    "buah",
    "lbr",
    "unit",
    "set",
    "dos",
    "dus",
    "tahun",
    "ta",
    "kit",
    "lokasi",
    "penyuluhan",
    "diklat",
    "moderator",
    "uang",
    "saku",
    "transport",
    "honor",
    "honorarium",
    "dana",
    "apbd",
    "tk",
    "tingkat",
    "dengan",
    "bagi",
    "spesifikasi",
    "meeting",
    "fullday",
    "fullboard",
    "halfday",
    "rakor",
    "tipe",
    "dll",
    "yang",
    "oleh",
    "kamar",
    "hotel",
    "paks",
    "dekorasi",
    "dokumentasi",
    "sound",
    "system",
    // "Bimbingan Teknis" and "Kursus Singkat/Pelatihan" are names of accounts.
    "teknis",
    "singkat",
];

/// [`EMPTY`] by the letter they begin with.
static EMPTY_BY_LETTER: LazyLock<ByLetter<&str>> =
    LazyLock::new(|| by_letter(EMPTY.iter().map(|word| (*word, *word))));

/// True for a word that says nothing about which event it is, whatever the case.
fn is_empty(word: &str) -> bool {
    of_letter(&EMPTY_BY_LETTER, word).iter().any(|empty| word.eq_ignore_ascii_case(empty))
}

/// The title that a text holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Title {
    pub(super) kind: EventKind,
    /// As written, from the event's word on.
    pub(super) text: String,
    /// The words that tell it from other events of the activity, each once and in order; empty if there are none.
    pub(super) words: Vec<String>,
}

impl Title {
    /// True if every word of one of them is in the other.
    pub(super) fn shares_words(&self, other: &Title) -> bool {
        are_among(&self.words, &other.words) || are_among(&other.words, &self.words)
    }
}

/// True if all of some words are among others; both in order.
fn are_among(some: &[String], all: &[String]) -> bool {
    let mut all = all.iter();
    some.iter().all(|word| all.any(|other| other == word))
}

/// The sort of event that a text names first.
pub(super) fn kind_of(text: &str) -> Option<EventKind> {
    event_word(text).map(|(_, kind)| kind)
}

/// Where the first word for an event stands, and the sort it tells. `Seminar kit` and `seminarkit` are a bag with paper
/// that every sort of event buys: they name none.
fn event_word(text: &str) -> Option<(usize, EventKind)> {
    let mut all = words(text).peekable();
    while let Some(word) = all.next() {
        let Some((kind, rest)) = kind_and_rest(word.text) else { continue };
        if !is_kit(rest) && !all.peek().is_some_and(|next| is_kit(next.text)) {
            return Some((word.start, kind));
        }
    }
    None
}

fn is_kit(word: &str) -> bool {
    ["kit", "kits"].iter().any(|kit| word.eq_ignore_ascii_case(kit))
}

/// The sort of event that a word begins to name, whatever the case.
fn kind_begun(word: &str) -> Option<EventKind> {
    kind_and_rest(word).map(|(kind, _)| kind)
}

/// [`kind_begun`], and the rest of the word.
fn kind_and_rest(word: &str) -> Option<(EventKind, &str)> {
    // Many words begin with one letter; the third tells most of them apart.
    let third = word.as_bytes().get(2)?;
    of_letter(&KINDS_BY_LETTER, word).iter().find_map(|(begin, kind)| {
        if !begin.as_bytes().get(2).is_some_and(|letter| letter.eq_ignore_ascii_case(third)) {
            return None;
        }
        let (head, rest) = word.split_at_checked(begin.len())?;
        head.eq_ignore_ascii_case(begin).then_some((*kind, rest))
    })
}

/// [`KINDS`] by the letter they begin with.
static KINDS_BY_LETTER: LazyLock<ByLetter<(&str, EventKind)>> =
    LazyLock::new(|| by_letter(KINDS.iter().map(|kind| (kind.0, *kind))));

/// Things by the letter that their words begin with: most words of a text are none of them, and their first letter
/// tells.
type ByLetter<T> = [Vec<T>; 26];

fn by_letter<T>(things: impl Iterator<Item = (&'static str, T)>) -> ByLetter<T> {
    let mut letters: ByLetter<T> = std::array::from_fn(|_| Vec::new());
    for (word, thing) in things {
        if let Some(of_letter) = place_of(word).and_then(|place| letters.get_mut(place)) {
            of_letter.push(thing);
        }
    }
    letters
}

/// Those of a word's letter.
fn of_letter<'t, T>(letters: &'t ByLetter<T>, word: &str) -> &'t [T] {
    place_of(word).and_then(|place| letters.get(place)).map_or(&[], Vec::as_slice)
}

/// The place of a word's first letter in the alphabet, from 0; `None` if it is not one of the 26.
fn place_of(word: &str) -> Option<usize> {
    let letter = word.bytes().next()?.to_ascii_lowercase();
    letter.is_ascii_lowercase().then(|| usize::from(letter - b'a'))
}

/// True where a quantity, a price or a note begins. An `@` between letters is an e-mail address, which stays whole: half of
/// one could no longer be recognised and masked.
fn ends_title(text: &str, at: usize, c: char) -> bool {
    let letter_beside = || {
        let (before, after) = text.split_at(at);
        before.ends_with(char::is_alphanumeric) && after.chars().nth(1).is_some_and(char::is_alphabetic)
    };
    match c {
        '@' => !letter_beside(),
        '\n' | '\\' | '[' | '(' | '=' | '|' | ';' => true,
        _ => c.is_ascii_digit(),
    }
}

/// The title in a text, or `None` if it names no event.
pub(super) fn title_of(text: &str) -> Option<Title> {
    let (start, kind) = event_word(text)?;
    // A quantity ends the title: `Workshop kurikulum2 hari x 500.000,00`, but not `RPJMD 2020`.
    let tail = text.get(start..)?;
    let end = tail.char_indices().find(|(at, c)| ends_title(tail, *at, *c)).map_or(tail.len(), |(i, _)| i);
    let text = tail.get(..end)?.trim().trim_end_matches(['-', ',', ':', '/', '.']).trim();
    let mut telling: Vec<String> = words(text)
        .map(|word| word.text)
        .filter(|word| word.len() > 1 && kind_begun(word).is_none() && !is_empty(word))
        .map(str::to_lowercase)
        .collect();
    telling.sort_unstable();
    telling.dedup();
    Some(Title { kind, text: text.to_owned(), words: telling })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_begins_at_the_event_and_ends_at_the_quantity() {
        for (text, kind, title, words) in [
            (
                "Sewa tempat sosialisasi pupuk organik2 hari x 500.000,00",
                EventKind::Socialisation,
                "sosialisasi pupuk organik",
                "organik pupuk",
            ),
            ("SnackWorkshop Kurikulum (40 org)", EventKind::Workshop, "Workshop Kurikulum", "kurikulum"),
            ("Makan minum rapat 30 ok", EventKind::Meeting, "rapat", ""),
        ] {
            let found = title_of(text).unwrap();
            assert_eq!((found.kind, found.text.as_str()), (kind, title), "{text}");
            assert_eq!(found.words.into_iter().collect::<Vec<_>>().join(" "), words, "{text}");
        }
        assert_eq!(title_of("Tiket pesawat"), None);
    }

    #[test]
    fn a_bag_with_paper_is_no_seminar() {
        for text in [
            "Seminar kit peserta perkoperasian",
            "Belanja seminarkit",
            "Training KIT (30 org)",
            "Seminar Kits",
        ] {
            assert_eq!((title_of(text), kind_of(text)), (None, None), "{text}");
        }
        for (text, kind, title) in [
            (
                "Belanja seminar kit dan tas peserta Bimtek Penyusunan Renja SKPD",
                EventKind::Bimtek,
                "Bimtek Penyusunan Renja SKPD",
            ),
            ("Seminarkit peserta workshop kurikulum", EventKind::Workshop, "workshop kurikulum"),
            ("Kit seminar kewirausahaan", EventKind::Seminar, "seminar kewirausahaan"),
            ("Sosialisasi seminar kit", EventKind::Socialisation, "Sosialisasi seminar kit"),
            ("Temu kitaran budaya", EventKind::Meeting, "Temu kitaran budaya"),
        ] {
            let found = title_of(text).unwrap();
            assert_eq!((found.kind, found.text.as_str()), (kind, title), "{text}");
        }
    }
}
