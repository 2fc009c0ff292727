//! What a file is before anything in it is read: text, or a workbook or JSON rows that are tables already.

use std::borrow::Cow;
use std::sync::Arc;

use crate::read::ReadError;
use crate::read::compressed::{Content, Limits, content_of, unpack};
use crate::read::diagnostic::{Diagnostic, Severity};
use crate::read::json_rows::read_json_rows;
use crate::read::sheet_choice::choose_sheets;
use crate::read::spreadsheet::read_workbook;
use crate::read::table::Table;

/// What came out of the bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contents<'a> {
    /// Text in some encoding, still to be decoded and split.
    Text(Cow<'a, [u8]>),
    /// Tables: the sheets of a workbook that hold lines, or the rows of a JSON answer.
    Tables {
        /// `xlsx`, `xlsb`, `xls`, `ods` or `json`.
        format: &'static str,
        /// The tables, in order.
        tables: Vec<Table>,
    },
}

/// A file that was unpacked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened<'a> {
    /// What it holds.
    pub contents: Contents<'a>,
    /// What unpacking had to say: layers, sheets left out.
    pub diagnostics: Vec<Diagnostic>,
}

/// Unpacks gzip and zip, opens workbooks, and turns JSON rows into a table.
///
/// # Errors
/// [`ReadError::Container`] if an archive, a workbook or JSON is damaged, too large, or holds no rows.
pub fn open_container<'a>(bytes: &'a [u8], name: &str) -> Result<Opened<'a>, ReadError> {
    let limits = Limits::default();
    let refuse = |reason: String| ReadError::Container { file: name.to_owned(), reason };
    let unpacked = unpack(bytes, &limits).map_err(|e| refuse(e.to_string()))?;
    let file: Arc<str> = name.into();
    let note = |name: &'static str, severity, hint: String| Diagnostic {
        name,
        severity,
        file: Arc::clone(&file),
        row: None,
        column: None,
        text: None,
        hint,
        amount: None,
    };
    let mut diagnostics = Vec::new();
    if !unpacked.layers.is_empty() {
        let mut layers = unpacked.layers.join(", ");
        if !unpacked.left_out.is_empty() {
            layers.push_str(&format!("; not read: {}", unpacked.left_out.join(", ")));
        }
        diagnostics.push(self::unpacked(&file, layers));
    }
    if content_of(&unpacked.bytes) == Content::Parquet {
        // Its lines are no table; `read_budget` takes them as they are.
        return Err(refuse("a Parquet file inside an archive; unpack it and give it alone".to_owned()));
    }
    let contents = if content_of(&unpacked.bytes) == Content::Workbook {
        let workbook = read_workbook(&unpacked.bytes, &limits).map_err(|e| refuse(e.to_string()))?;
        let format = workbook.format;
        let choice = choose_sheets(workbook.sheets);
        diagnostics.extend(
            choice.left_out.iter().map(|left| note(left.reason.name(), Severity::Warning, left.hint())),
        );
        Contents::Tables { format, tables: choice.read }
    } else if let Some(table) = read_json_rows(&unpacked.bytes).map_err(|e| refuse(e.to_string()))? {
        Contents::Tables { format: "json", tables: vec![table] }
    } else {
        Contents::Text(unpacked.bytes)
    };
    Ok(Opened { contents, diagnostics })
}

/// The note that names the layers of a compressed file.
pub(super) fn unpacked(file: &Arc<str>, layers: String) -> Diagnostic {
    Diagnostic {
        name: "unpacked",
        severity: Severity::Note,
        file: Arc::clone(file),
        row: None,
        column: None,
        text: None,
        hint: format!("unpacked: {layers}"),
        amount: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text_and_json_becomes_a_table() {
        let text = open_container(b"Kode,Uraian\n", "a.csv").unwrap();
        assert_eq!(text.contents, Contents::Text(Cow::Borrowed(b"Kode,Uraian\n")));
        let json = open_container(br#"[{"pagu": 5}]"#, "a.json").unwrap();
        assert!(matches!(json.contents, Contents::Tables { format: "json", .. }));
    }

    #[test]
    fn a_refusal_names_the_file() {
        let error = open_container(b"PK\x03\x04 cut short", "a.zip").unwrap_err();
        assert!(error.to_string().starts_with("a.zip: the archive is damaged"), "{error}");
    }
}
