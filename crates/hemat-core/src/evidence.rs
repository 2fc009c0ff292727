//! Evidence (bukti): how strongly a figure is supported.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::lang::Lang;

/// The grade of one figure. The order is from strongest to weakest, so that `max` is the weakest of a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Evidence {
    /// Kuitansi, kontrak, SP2D: money that was paid.
    Receipt,
    /// Tarif resmi: a published tariff in force (Perda, Perbup).
    Tariff,
    /// Penawaran tertulis: a written offer.
    Quote,
    /// Anggaran: a line in RKA, DPA or APBD.
    Budget,
    /// Pembanding: a published price that does not bind this body, or another place's or year's price.
    Benchmark,
    /// Pernyataan: somebody said so.
    Claim,
    /// Asumsi: our own supposition.
    Assumption,
}

impl Evidence {
    /// All grades, strongest first.
    pub const ALL: [Evidence; 7] = [
        Evidence::Receipt,
        Evidence::Tariff,
        Evidence::Quote,
        Evidence::Budget,
        Evidence::Benchmark,
        Evidence::Claim,
        Evidence::Assumption,
    ];

    /// The word used in files and JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Evidence::Receipt => "receipt",
            Evidence::Tariff => "tariff",
            Evidence::Quote => "quote",
            Evidence::Budget => "budget",
            Evidence::Benchmark => "benchmark",
            Evidence::Claim => "claim",
            Evidence::Assumption => "assumption",
        }
    }

    /// The grade that a file's word names, if it is one of [`Evidence::ALL`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|e| e.as_str() == word)
    }

    /// The word for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Evidence::Receipt => lang.pick("kuitansi", "receipt"),
            Evidence::Tariff => lang.pick("tarif resmi", "tariff"),
            Evidence::Quote => lang.pick("penawaran", "quote"),
            Evidence::Budget => lang.pick("anggaran", "budget"),
            Evidence::Benchmark => lang.pick("pembanding", "benchmark"),
            Evidence::Claim => lang.pick("pernyataan", "claim"),
            Evidence::Assumption => lang.pick("asumsi", "assumption"),
        }
    }

    /// The weakest grade of a set: a total is as strong as its weakest part. `None` for an empty set.
    #[must_use]
    pub fn weakest(grades: impl IntoIterator<Item = Self>) -> Option<Self> {
        grades.into_iter().max()
    }
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Evidence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
