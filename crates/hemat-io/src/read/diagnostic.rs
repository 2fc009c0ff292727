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

/// Most characters of a cell that a message shows; a note cell can hold a whole list.
const SHOWN: usize = 100;

/// `file:row: name: "text" (column): hint`, long cells cut; [`Diagnostic::text`] keeps all of it.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(row) = self.row {
            write!(f, ":{row}")?;
        }
        write!(f, ": {}", self.name)?;
        if let Some(text) = &self.text {
            match text.char_indices().nth(SHOWN).and_then(|(end, _)| text.get(..end)) {
                Some(start) => write!(f, ": {:?}", format!("{start}…"))?,
                None => write!(f, ": {text:?}")?,
            }
        }
        if let Some(column) = &self.column {
            write!(f, " ({column})")?;
        }
        write!(f, ": {}", self.hint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_cells_are_cut_in_messages_only() {
        for (length, shown) in [(99, 99), (100, 100), (101, 101), (5000, 101)] {
            let diagnostic = Diagnostic {
                name: "not-a-number",
                severity: Severity::Error,
                file: "a.csv".into(),
                row: Some(3),
                column: Some("Jumlah".to_owned()),
                text: Some("é".repeat(length)),
                hint: "mend it".to_owned(),
                amount: None,
            };
            let text = diagnostic.to_string();
            assert_eq!(text.chars().filter(|c| *c == 'é' || *c == '…').count(), shown, "{text}");
            assert_eq!(text.contains('…'), length > 100);
            assert!(text.starts_with("a.csv:3: not-a-number: \"é") && text.ends_with("\" (Jumlah): mend it"));
            assert_eq!(diagnostic.text.map(|t| t.chars().count()), Some(length));
        }
    }
}
