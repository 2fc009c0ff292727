//! Why a file could not be read at all. It names what was tried and what to do.

use thiserror::Error;

/// A file that gave nothing. Everything less is a [`super::diagnostic::Diagnostic`].
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReadError {
    /// The file holds no bytes, or blanks only.
    #[error("{file}: the file is empty")]
    Empty {
        /// The file's name as given.
        file: String,
    },
    /// The bytes are not text in any encoding that was tried, and no workbook or archive that is known.
    #[error(
        "{file}: not a text file or workbook ({found}); tried: {tried}; save it as CSV or XLSX and try again"
    )]
    NotText {
        /// The file's name as given.
        file: String,
        /// What the bytes look like.
        found: String,
        /// The encodings and formats that were tried.
        tried: String,
    },
    /// The text holds no table that any layout knows.
    #[error(
        "{file}: no table of budget lines found; columns found: {found}; missing: {missing}; tried: {tried}; \
         name the columns with --mapping FILE or choose one with --layout"
    )]
    NoTable {
        /// The file's name as given.
        file: String,
        /// The columns that were recognised, as the file names them.
        found: String,
        /// The columns that are missing, by layout.
        missing: String,
        /// The layouts that were tried.
        tried: String,
    },
    /// A workbook or archive is broken or too large.
    #[error("{file}: {reason}")]
    Container {
        /// The file's name as given.
        file: String,
        /// What is wrong and what to do.
        reason: String,
    },
    /// The user's mapping names a field or a column that does not exist.
    #[error("{file}: the mapping is wrong: {reason}")]
    Mapping {
        /// The file's name as given.
        file: String,
        /// What is wrong, beside the valid choices.
        reason: String,
    },
}
