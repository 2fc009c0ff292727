//! The title of an event inside a line: the event's word and what follows it.

use crate::budget_event::telling::TellingWords;
use crate::word::{TextWords, Word};
use crate::word_list::WordList;

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

/// Beginnings of event words; none begins another.
static KINDS: WordList<EventKind, 48> = WordList::new([
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
]);

/// Words that say nothing about which event it is: accounts, people, units, small words.
static EMPTY: WordList<(), 95> = WordList::of([
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
]);

/// The title that a text holds. Its room is used again for the next text.
#[derive(Debug, Clone)]
pub(super) struct Title<'a> {
    pub(super) kind: EventKind,
    /// As written, from the event's word on.
    pub(super) text: &'a str,
    /// The words that tell it from other events of the activity; empty if there are none.
    pub(super) words: TellingWords,
}

impl<'a> Title<'a> {
    /// Of no text.
    pub(super) fn empty() -> Self {
        Title { kind: EventKind::Other, text: "", words: TellingWords::default() }
    }

    /// The title in a text instead of that before; empty if it names no event, whose kind is the answer.
    pub(super) fn read(&mut self, text: &TextWords<'a>) -> Option<EventKind> {
        let Some((at, kind)) = event_word(text.words()) else {
            self.text = "";
            self.words.clear();
            return None;
        };
        let named = text.words().get(at..)?;
        let end = end_of_title(text, at);
        let written = text.text().get(named.first()?.start..end)?;
        let written = written.trim().trim_end_matches(['-', ',', ':', '/', '.']).trim();
        // The lines of an event repeat its title: the same text has the same words.
        if self.text != written {
            self.kind = kind;
            self.text = written;
            let telling = named.iter().take_while(|word| word.start < end).filter(|word| is_telling(word));
            self.words.read(telling.map(|word| word.text));
        }
        Some(kind)
    }

    /// True if every word of one of them is in the other.
    pub(super) fn shares_words(&self, other: &Title<'_>) -> bool {
        self.words.are_among(&other.words) || other.words.are_among(&self.words)
    }
}

/// The title of a text that names an event by telling words.
pub(super) fn title_of(text: &str) -> Option<Title<'_>> {
    let mut title = Title::empty();
    title.read(&TextWords::of(text));
    (!title.words.is_empty()).then_some(title)
}

/// The sort of event that a text names first.
pub(super) fn kind_of(text: &str) -> Option<EventKind> {
    event_word(TextWords::of(text).words()).map(|(_, kind)| kind)
}

/// True for a word that tells which event it is. A single letter does not.
fn is_telling(word: &Word<'_>) -> bool {
    word.text.len() > 1 && KINDS.begun(word).is_none() && !EMPTY.holds(word)
}

/// Which word is the first for an event, and the sort it tells. `Seminar kit` and `seminarkit` are a bag with paper
/// that every sort of event buys: they name none.
fn event_word(words: &[Word<'_>]) -> Option<(usize, EventKind)> {
    words.iter().enumerate().find_map(|(at, word)| {
        let (kind, rest) = KINDS.begun(word)?;
        let is_bag = is_kit(rest) || words.get(at + 1).is_some_and(|next| is_kit(next.text));
        (!is_bag).then_some((at, *kind))
    })
}

fn is_kit(word: &str) -> bool {
    ["kit", "kits"].iter().any(|kit| word.eq_ignore_ascii_case(kit))
}

/// Where the title ends that begins with a word: at a quantity (`Workshop kurikulum2 hari x 500.000,00`, but not
/// `RPJMD 2020`), a price or a note. All of them stand between words.
fn end_of_title(text: &TextWords<'_>, event: usize) -> usize {
    for before in event + 1..=text.words().len() {
        for at in text.gap(before) {
            if ends_title(text.text(), at) {
                return at;
            }
        }
    }
    text.text().len()
}

/// True where a title ends. An `@` between letters is an e-mail address, which stays whole: half of one could no longer
/// be recognised and masked.
fn ends_title(text: &str, at: usize) -> bool {
    match text.as_bytes().get(at) {
        Some(b'@') => {
            let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
            let letter_behind = after.chars().nth(1).is_some_and(char::is_alphabetic);
            !(letter_behind && before.ends_with(char::is_alphanumeric))
        }
        Some(b'\n' | b'\\' | b'[' | b'(' | b'=' | b'|' | b';' | b'0'..=b'9') => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::word::words;

    /// The title in a text, with telling words or without.
    fn read(text: &str) -> Option<Title<'_>> {
        let mut title = Title::empty();
        title.read(&TextWords::of("Rapat koordinasi"));
        title.read(&TextWords::of(text)).map(|_| title)
    }

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
            let found = read(text).unwrap();
            assert_eq!((found.kind, found.text), (kind, title), "{text}");
            assert_eq!(found.words.iter().collect::<Vec<_>>().join(" "), words, "{text}");
        }
        assert!(read("Tiket pesawat").is_none());
    }

    #[test]
    fn a_bag_with_paper_is_no_seminar() {
        for text in [
            "Seminar kit peserta perkoperasian",
            "Belanja seminarkit",
            "Training KIT (30 org)",
            "Seminar Kits",
        ] {
            assert!(read(text).is_none() && kind_of(text).is_none(), "{text}");
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
            let found = read(text).unwrap();
            assert_eq!((found.kind, found.text), (kind, title), "{text}");
        }
    }

    /// The title in a text, told word by word and letter by letter: sort, text and words.
    fn plain(text: &str) -> Option<(EventKind, &str, BTreeSet<String>)> {
        let begun = |word: &str| {
            let word = word.to_ascii_lowercase();
            let kind = KINDS.entries().iter().find(|(begin, _)| word.starts_with(begin));
            kind.map(|(begin, kind)| (*kind, word[begin.len()..].to_owned()))
        };
        let is_kit = |word: &str| matches!(word.to_ascii_lowercase().as_str(), "kit" | "kits");
        let all: Vec<_> = words(text).collect();
        let (start, kind) = all.iter().enumerate().find_map(|(at, word)| {
            let (kind, rest) = begun(word.text)?;
            let is_bag = is_kit(&rest) || all.get(at + 1).is_some_and(|next| is_kit(next.text));
            (!is_bag).then_some((word.start, kind))
        })?;
        let tail = &text[start..];
        let ends = |at: usize, c: char| match c {
            '@' => {
                let after = tail[at..].chars().nth(1);
                !tail[..at].ends_with(char::is_alphanumeric) || !after.is_some_and(char::is_alphabetic)
            }
            _ => "\n\\[(=|;0123456789".contains(c),
        };
        let end = tail.char_indices().find(|(at, c)| ends(*at, *c)).map_or(tail.len(), |(at, _)| at);
        let title = tail[..end].trim().trim_end_matches(['-', ',', ':', '/', '.']).trim();
        let is_empty =
            |word: &str| EMPTY.entries().iter().any(|(empty, ())| word.eq_ignore_ascii_case(empty));
        let telling = words(title)
            .map(|word| word.text)
            .filter(|word| word.len() > 1 && begun(word).is_none() && !is_empty(word))
            .map(str::to_lowercase);
        Some((kind, title, telling.collect()))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn a_title_is_what_a_plain_look_finds(
            texts in prop::collection::vec(
                r"((Rapat|SOSIALISASI|bimtek|Seminar|seminarkit|Kit|kits|rapatKerja|Desa|desa|pupuk|PUPUK|Sewa|ibu|x|a|İzmir|ÀB|éa|naïve)[ ,./:@(;0-9–-]{0,2}){0,9}|[ -~]{0,40}|(Rapat)?[ -~é]{0,20}|(RAPAT|Rapat) (desa|Kit|1|-)?",
                1..4,
            ),
        ) {
            let mut title = Title::empty();
            for text in &texts {
                let kind = title.read(&TextWords::of(text));
                let words: BTreeSet<_> = title.words.iter().map(str::to_owned).collect();
                prop_assert_eq!((kind_of(text), words.is_empty()), (kind, title_of(text).is_none()));
                let found = kind.map(|_| (title.kind, title.text, words));
                prop_assert_eq!(found, plain(text), "{:?}", texts);
            }
        }
    }
}
