//! Where a figure comes from: a row of a file, or a document.

use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

/// A place in a file that was read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowRef {
    /// The file's name as the user gave it (base name in reports).
    pub file: Arc<str>,
    /// 1-based record number as a CSV reader counts, title rows included; the sheet row in a workbook.
    pub row: u64,
    /// 1-based number of the detail line under its account; `None` where the row has no details.
    pub part: Option<u32>,
}

impl fmt::Display for RowRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.row)?;
        match self.part {
            Some(part) => write!(f, ".{part}"),
            None => Ok(()),
        }
    }
}

/// The source of a figure.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceRef {
    /// A row of an input file.
    Row(RowRef),
    /// A document, as the user or our reference table names it (regulation, article, year, page).
    Document(Arc<str>),
    /// The file names no source.
    NotStated,
}

impl SourceRef {
    /// A document's name; blank text counts as not stated.
    #[must_use]
    pub fn document(name: &str) -> Self {
        let name = name.trim();
        if name.is_empty() { SourceRef::NotStated } else { SourceRef::Document(name.into()) }
    }
}

impl SourceRef {
    /// Gives the name of a document to `edit`. The row of a file stays: it is what a figure is followed by.
    pub fn edit_document(&mut self, edit: &mut dyn FnMut(&mut String)) {
        if let SourceRef::Document(name) = self {
            let mut text = name.to_string();
            edit(&mut text);
            if text != **name {
                *name = text.into();
            }
        }
    }
}

/// The source as text; empty when it is not stated.
impl fmt::Display for SourceRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SourceRef::Row(row) => row.fmt(f),
            SourceRef::Document(name) => f.write_str(name),
            SourceRef::NotStated => Ok(()),
        }
    }
}

impl Serialize for SourceRef {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
