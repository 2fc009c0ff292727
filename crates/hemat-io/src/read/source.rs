//! A file before its layout is known: its tables with their headers and titles.

use std::sync::Arc;

use crate::read::ReadError;
use crate::read::budget::ReadOptions;
use crate::read::diagnostic::Diagnostic;
use crate::read::header::Header;
use crate::read::table::Table;
use crate::read::title::Titles;

/// One table of a file, with what its head says.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// The table; `Table::sheet` is empty for a delimited file.
    pub table: Table,
    /// Its header, if one was found.
    pub header: Option<Header>,
    /// What its title rows say.
    pub titles: Titles,
}

/// A file that was opened.
#[derive(Debug, Clone)]
pub struct Source {
    /// The file's name as given.
    pub file: Arc<str>,
    /// Encoding as detected; for workbooks `xlsx`, `xls`, `ods`.
    pub encoding: String,
    /// The delimiter, if the file is delimited text.
    pub delimiter: Option<char>,
    /// Its tables, in order: one for delimited text, the sheets of a workbook.
    pub sheets: Vec<Sheet>,
    /// What decoding and splitting had to say.
    pub diagnostics: Vec<Diagnostic>,
    /// The user's options.
    pub options: ReadOptions,
}

/// Opens a file: unpacks, decodes, splits into tables, finds headers and titles.
///
/// # Errors
/// [`ReadError`] when there is nothing to read.
pub fn read_source(bytes: &[u8], name: &str, options: &ReadOptions) -> Result<Source, ReadError> {
    use crate::read::container::{Contents, open_container};
    let opened = open_container(bytes, name)?;
    let (encoding, delimiter, tables) = match opened.contents {
        Contents::Tables { format, tables } => (format.to_owned(), None, tables),
        Contents::Text(text) => {
            let decoded = crate::read::decode::decode(&text);
            let (table, dialect) = crate::read::delimited::read_delimited(&decoded.text);
            (decoded.encoding.to_owned(), dialect.delimiter, vec![table])
        }
    };
    let sheets = tables
        .into_iter()
        .map(|table| {
            let header = crate::read::header::find_header(&table, &options.mapping);
            Sheet { table, header, titles: Titles::default() }
        })
        .collect();
    Ok(Source {
        file: name.into(),
        encoding,
        delimiter,
        sheets,
        diagnostics: opened.diagnostics,
        options: options.clone(),
    })
}
