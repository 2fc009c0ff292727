//! Documents to ask an agency for (dokumen yang dimohon): which paper supports which figure of an event.

use std::sync::LazyLock;

use hemat_core::letter::Figure;

use crate::evidence_document::{EvidenceDocument, ProvenCost, evidence_documents};
use crate::table::{self, Row, Table, TableError};
use hemat_core::lang::Text;
use hemat_core::verification::Verification;

/// One document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestedDocument {
    /// Stable kebab-case name.
    pub id: Box<str>,
    /// The figures it supports; at least one.
    pub figures: Vec<Figure>,
    /// The document, with what may be blacked out.
    pub document: Text,
    /// What it shows, as an indirect question.
    pub shows: Text,
    /// Where the source says that offices keep it.
    pub source: Box<str>,
    /// How that is known. [`Verification::Own`]: no source says so, and it is asked for only if it is there.
    pub verification: Verification,
    checklist: Option<(ProvenCost, u8)>,
}

impl RequestedDocument {
    /// The document of the checklist ([`crate::evidence_document`]) that it stands for, if it is in one.
    #[must_use]
    pub fn in_checklist(&self) -> Option<&'static EvidenceDocument> {
        let (cost, position) = self.checklist?;
        evidence_documents(cost).find(|d| d.position == position)
    }

    fn read(row: &Row<'_>) -> Result<Self, String> {
        let document = RequestedDocument {
            id: row.text("id")?,
            figures: row.words("figures", Figure::from_word)?,
            document: row.both("document")?.ok_or("document is empty")?,
            shows: row.both("shows")?.ok_or("shows is empty")?,
            checklist: row.word_or_none("checklist", |cell| {
                let (cost, position) = cell.split_once(':')?;
                Some((ProvenCost::from_word(cost)?, position.parse().ok()?))
            })?,
            source: row.text("source")?,
            verification: row.word("verification", Verification::from_word)?,
        };
        if document.figures.is_empty() {
            return Err("figures is empty".into());
        }
        Ok(document)
    }
}

pub(crate) const ASSET: (&str, &str) =
    ("requested_documents.csv", include_str!("../assets/requested_documents.csv"));

static TABLE: LazyLock<Table<RequestedDocument>> =
    LazyLock::new(|| table::read(ASSET.0, ASSET.1, RequestedDocument::read));

pub(crate) fn errors() -> &'static [TableError] {
    &TABLE.errors
}

/// All documents, by id.
#[must_use]
pub fn requested_documents() -> &'static [RequestedDocument] {
    &TABLE.rows
}
