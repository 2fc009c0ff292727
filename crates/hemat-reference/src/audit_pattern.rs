//! Audit patterns (temuan): how event spending went wrong elsewhere. Patterns, not law, known through the press.

use std::sync::LazyLock;

use hemat_core::money::Rupiah;

use crate::table::{self, Row, Table, TableError};
use hemat_core::lang::Text;
use hemat_core::verification::Verification;
use hemat_core::words;

words! {
    /// Who says so.
    SaidBy {
        /// BPK, as quoted by the press.
        Bpk = "bpk", "BPK, dikutip media", "BPK, quoted by the press";
        /// LSM.
        Ngo = "ngo", "LSM, dikutip media", "an NGO, quoted by the press";
        /// The press.
        News = "news", "media", "the press";
    }
}

/// One pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditPattern {
    /// Stable kebab-case name.
    pub id: Box<str>,
    /// Where it was reported.
    pub region: Box<str>,
    /// Fiscal year.
    pub fiscal_year: u16,
    /// Who says so.
    pub said_by: SaidBy,
    /// Rupiah concerned, where stated.
    pub amount: Option<Rupiah>,
    /// What was reported, in our own words.
    pub summary: Text,
    /// How it would show in data.
    pub detection: Text,
    /// Where it was read.
    pub source: Box<str>,
    /// How it is known.
    pub verification: Verification,
}

fn read(row: &Row<'_>) -> Result<AuditPattern, String> {
    Ok(AuditPattern {
        id: row.text("id")?,
        region: row.text("region")?,
        fiscal_year: row.need("fiscal_year")?,
        said_by: row.word("said_by", SaidBy::from_word)?,
        amount: row.money("amount_idr")?,
        summary: row.both("summary")?.ok_or("summary is empty")?,
        detection: row.both("detection")?.ok_or("detection is empty")?,
        source: row.text("source")?,
        verification: row.word("verification", Verification::from_word)?,
    })
}

pub(crate) const ASSET: (&str, &str) = ("audit_patterns.csv", include_str!("../assets/audit_patterns.csv"));

static TABLE: LazyLock<Table<AuditPattern>> = LazyLock::new(|| table::read(ASSET.0, ASSET.1, read));

pub(crate) fn errors() -> &'static [TableError] {
    &TABLE.errors
}

/// All patterns, by id.
#[must_use]
pub fn audit_patterns() -> &'static [AuditPattern] {
    &TABLE.rows
}
