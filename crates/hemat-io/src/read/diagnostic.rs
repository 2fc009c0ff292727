//! Diagnostics: what was wrong where, and what to try. Names are stable.

use std::fmt;
use std::sync::Arc;

use hemat_core::money::Rupiah;

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; nothing was lost.
    Note,
    /// Something was repaired or guessed, and says so.
    Warning,
    /// A row or a file could not be used.
    Error,
}

/// One complaint about one place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable kebab-case name, listed in `docs/errors.md`.
    pub name: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The file.
    pub file: Arc<str>,
    /// 1-based record, if it is about one.
    pub row: Option<u64>,
    /// The column as the file names it, if it is about one.
    pub column: Option<String>,
    /// The cell's own text, if it is about one.
    pub text: Option<String>,
    /// What to try, in plain words (English; the catalogue has both languages).
    pub hint: String,
    /// The rupiah concerned, if it could be told.
    pub amount: Option<Rupiah>,
}

/// `file:row: name: "text" (column): hint`.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(row) = self.row {
            write!(f, ":{row}")?;
        }
        write!(f, ": {}", self.name)?;
        if let Some(text) = &self.text {
            write!(f, ": {text:?}")?;
        }
        if let Some(column) = &self.column {
            write!(f, " ({column})")?;
        }
        write!(f, ": {}", self.hint)
    }
}
