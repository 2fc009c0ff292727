//! Evidence documents (dokumen bukti): which papers prove which cost. From one central agency's guide.

use std::sync::LazyLock;

use crate::table::{self, Row, Table, TableError};
use hemat_core::lang::Text;
use hemat_core::verification::Verification;
use hemat_core::words;

words! {
    /// The cost that the papers prove.
    ProvenCost {
        /// Paket meeting.
        MeetingPackage = "meeting-package", "paket meeting", "meeting package";
        /// Konsumsi rapat.
        MeetingCatering = "meeting-catering", "konsumsi rapat", "meeting catering";
    }
}

/// One document of a checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceDocument {
    /// The cost.
    pub cost: ProvenCost,
    /// Its place in the list, from 1.
    pub position: u8,
    /// The document.
    pub document: Text,
    /// Where the list is from.
    pub source: Box<str>,
    /// How it is known.
    pub verification: Verification,
}

fn read(row: &Row<'_>) -> Result<EvidenceDocument, String> {
    Ok(EvidenceDocument {
        cost: row.word("cost_type", ProvenCost::from_word)?,
        position: row.need("position")?,
        document: row.both("document")?.ok_or("document is empty")?,
        source: row.text("source")?,
        verification: row.word("verification", Verification::from_word)?,
    })
}

pub(crate) const ASSET: (&str, &str) =
    ("evidence_documents.csv", include_str!("../assets/evidence_documents.csv"));

static TABLE: LazyLock<Table<EvidenceDocument>> = LazyLock::new(|| table::read(ASSET.0, ASSET.1, read));

pub(crate) fn errors() -> &'static [TableError] {
    &TABLE.errors
}

/// The checklist of one cost, in order.
pub fn evidence_documents(cost: ProvenCost) -> impl Iterator<Item = &'static EvidenceDocument> {
    TABLE.rows.iter().filter(move |d| d.cost == cost)
}
