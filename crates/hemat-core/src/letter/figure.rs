//! The figures of an event that a document can support, and why one is weak.

use crate::evidence::Evidence;
use crate::lang::Lang;
use crate::session::words;
use crate::source::RowRef;

words! {
    /// A figure or fact of an event, in the order in which a letter asks about it.
    Figure {
        /// Biaya tempat: what was paid for the place.
        VenueCost = "venue-cost",
        /// Tempat: which place.
        Venue = "venue",
        /// Jumlah peserta.
        Participants = "participants",
        /// Lama acara: days, and hours a day.
        Duration = "duration",
        /// Jumlah acara: how many events one budget line pays for.
        EventList = "event-list",
        /// Isi paket: what one price includes.
        PackageContents = "package-contents",
        /// Penginapan: rooms and nights.
        Lodging = "lodging",
        /// Konsumsi.
        Catering = "catering",
        /// Alasan di luar kantor: why a place was paid for.
        ReasonOutside = "reason-outside",
        /// Whether a government hall was free.
        HallFree = "hall-free",
        /// Daya tampung gedung pemerintah.
        HallCapacity = "hall-capacity",
        /// Biaya gedung pemerintah.
        HallTariff = "hall-tariff",
    }
}

impl Figure {
    /// The figure for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Figure::VenueCost => lang.pick("biaya tempat", "cost of the place"),
            Figure::Venue => lang.pick("tempat kegiatan", "the place"),
            Figure::Participants => lang.pick("jumlah peserta", "number of participants"),
            Figure::Duration => lang.pick("lama acara", "length of the event"),
            Figure::EventList => lang.pick("jumlah acara", "number of events"),
            Figure::PackageContents => lang.pick("isi paket", "what the package holds"),
            Figure::Lodging => lang.pick("penginapan", "lodging"),
            Figure::Catering => lang.pick("konsumsi", "catering"),
            Figure::ReasonOutside => {
                lang.pick("alasan di luar kantor", "reason for meeting out of the office")
            }
            Figure::HallFree => {
                lang.pick("gedung pemerintah terpakai atau tidak", "whether a government hall was in use")
            }
            Figure::HallCapacity => {
                lang.pick("daya tampung gedung pemerintah", "capacity of the government halls")
            }
            Figure::HallTariff => lang.pick("biaya gedung pemerintah", "cost of the government halls"),
        }
    }
}

/// Why a figure is weak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doubt {
    /// The file could say it and does not.
    Unknown,
    /// No budget says such a thing.
    NotInBudgets,
    /// The lines say different things.
    LinesDisagree,
    /// One price pays for several things that are not told apart; it is never divided.
    NotToldApart,
    /// A standard package: its contents are those that such packages have, not those that were served.
    StandardContents,
    /// One budget line seems to pay for several events.
    SeveralEvents,
    /// It stands in a budget, which is a plan.
    PlanOnly,
    /// It rests on no more than this grade of evidence.
    Only(Evidence),
}

impl Doubt {
    /// The doubt for people, after the figure: `jumlah peserta (tidak disebut)`.
    #[must_use]
    pub fn label(self, lang: Lang) -> String {
        let text = match self {
            Doubt::Unknown => lang.pick("tidak disebut", "not stated"),
            Doubt::NotInBudgets => lang.pick("belum diketahui", "not known"),
            Doubt::LinesDisagree => lang.pick("baris-barisnya berbeda", "the lines disagree"),
            Doubt::NotToldApart => {
                lang.pick("satu harga, isinya tidak dirinci", "one price, its parts not told")
            }
            Doubt::StandardContents => lang.pick(
                "dianggap seperti paket baku, belum diketahui",
                "taken to be those of a standard package, not known",
            ),
            Doubt::SeveralEvents => lang.pick("mungkin beberapa acara", "perhaps several events"),
            Doubt::PlanOnly => lang.pick("baru anggaran, belum bukti", "a plan, not proof"),
            Doubt::Only(grade) => {
                return format!("{} {}", lang.pick("baru berupa", "no more than:"), grade.label(lang));
            }
        };
        text.to_owned()
    }
}

/// One weak figure of one event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeakFigure {
    /// The figure.
    pub figure: Figure,
    /// Why it is weak.
    pub doubt: Doubt,
    /// The rows it was read from, in order; empty where nothing says it or it is not of the file.
    pub rows: Vec<RowRef>,
}
