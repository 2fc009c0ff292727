//! A file before its layout is known: its tables with their headers and titles.

use std::sync::Arc;

use crate::read::ReadError;
use crate::read::budget::ReadOptions;
use crate::read::compressed::{Content, content_of};
use crate::read::container::{Contents, open_container, unpacked};
use crate::read::decode::{Decoded, decode, is_sound};
use crate::read::delimited::{Dialect, head_records, read_delimited};
use crate::read::diagnostic::{Diagnostic, Severity};
use crate::read::header::{Header, Match, find_header, mapped_index};
use crate::read::synonyms::{Field, SYNONYMS};
use crate::read::table::Table;
use crate::read::title::{Titles, read_titles};

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
/// [`ReadError`] when there is nothing to read, or the user's mapping names what does not exist.
pub fn read_source(bytes: &[u8], name: &str, options: &ReadOptions) -> Result<Source, ReadError> {
    if bytes.iter().all(|b| b.is_ascii_whitespace() || *b == 0) {
        return Err(ReadError::Empty { file: name.to_owned() });
    }
    let file: Arc<str> = name.into();
    let opened = open_container(bytes, name)?;
    let mut unpacking = opened.diagnostics;
    let text = match opened.contents {
        Contents::Text(text) => text,
        Contents::Tables { format, tables } => {
            let sheets = tables.into_iter().map(|table| read_sheet(&file, table, options, &mut unpacking));
            let sheets = sheets.collect::<Result<Vec<_>, _>>()?;
            return Ok(Source {
                file,
                encoding: format.to_owned(),
                delimiter: None,
                sheets,
                diagnostics: unpacking,
                options: options.clone(),
            });
        }
    };
    let decoded = decode(&text);
    if let Some(found) = binary_junk(&decoded.text) {
        return Err(ReadError::NotText {
            file: name.to_owned(),
            found,
            tried: "UTF-8, UTF-16, windows-1252, macintosh".to_owned(),
        });
    }
    let (table, dialect) = read_delimited(&decoded.text);
    unpacking.extend(text_diagnostics(&file, &decoded, &dialect));
    let mut diagnostics = unpacking;
    let sheet = read_sheet(&file, table, options, &mut diagnostics)?;
    Ok(Source {
        file,
        encoding: decoded.encoding.to_owned(),
        delimiter: dialect.delimiter,
        sheets: vec![sheet],
        diagnostics,
        options: options.clone(),
    })
}

/// How many records of a file's head are read: the header is looked for in the first of them, and five hundred whole rows
/// tell the shapes of columns.
const HEAD_RECORDS: usize = 600;

/// The head of a delimited file as a source of its own, if nothing about it needs the rest of the file to decide.
///
/// # Errors
/// [`ReadError::Mapping`].
pub(super) fn read_head(
    bytes: &[u8],
    name: &str,
    options: &ReadOptions,
    layers: &[&str],
) -> Result<Option<Source>, ReadError> {
    let starts_json =
        bytes.trim_ascii_start().starts_with(b"[") || bytes.trim_ascii_start().starts_with(b"{");
    if starts_json || content_of(bytes) != Content::Plain {
        return Ok(None);
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return Ok(None) };
    if !is_sound(text) || binary_junk(text).is_some() {
        return Ok(None);
    }
    let Some((head, delimiter)) = head_records(text, HEAD_RECORDS) else { return Ok(None) };
    let (table, dialect) = read_delimited(head);
    let file: Arc<str> = name.into();
    if dialect.delimiter != Some(delimiter)
        || !text_diagnostics(&file, &decode(head.as_bytes()), &dialect).is_empty()
    {
        return Ok(None);
    }
    let mut diagnostics = Vec::new();
    if !layers.is_empty() {
        diagnostics.push(unpacked(&file, layers.join(", ")));
    }
    let sheet = read_sheet(&file, table, options, &mut diagnostics)?;
    Ok(Some(Source {
        file,
        encoding: "UTF-8".to_owned(),
        delimiter: Some(delimiter),
        sheets: vec![sheet],
        diagnostics,
        options: options.clone(),
    }))
}

/// A table with its header and titles; what was guessed about the header goes to `diagnostics`.
///
/// # Errors
/// [`ReadError::Mapping`].
pub fn read_sheet(
    file: &Arc<str>,
    table: Table,
    options: &ReadOptions,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Sheet, ReadError> {
    let header = find_header(&table, &options.mapping);
    check_mapping(file, header.as_ref(), options)?;
    let mut titles = Titles::default();
    if let Some(header) = &header {
        let above = header.rows.first().copied().unwrap_or(header.data_from);
        titles = read_titles(table.records.get(..above).unwrap_or_default());
        let row = header.rows.first().and_then(|i| table.records.get(*i)).map(|r| r.number);
        for column in header.columns.values() {
            if let Match::Fuzzy { known } = &column.matched {
                diagnostics.push(Diagnostic {
                    name: "column-name-resembles",
                    severity: Severity::Note,
                    file: Arc::clone(file),
                    row,
                    column: Some(column.name.clone()),
                    text: None,
                    hint: format!(
                        "read as \"{known}\"; if that is wrong, name the column with --mapping FILE"
                    ),
                    amount: None,
                });
            }
        }
        if header.rows.is_empty() {
            diagnostics.push(about_file(
                file,
                "no-header",
                Severity::Warning,
                "no header row; the columns were told from their content; check them with `hemat inspect`"
                    .into(),
            ));
        }
    }
    Ok(Sheet { table, header, titles })
}

fn check_mapping(file: &str, header: Option<&Header>, options: &ReadOptions) -> Result<(), ReadError> {
    let wrong = |reason| Err(ReadError::Mapping { file: file.to_owned(), reason });
    for (word, column) in &options.mapping {
        if Field::from_word(word).is_none() {
            let valid: Vec<&str> = SYNONYMS.iter().map(|s| s.name).collect();
            return wrong(format!("no field \"{word}\"; the fields are {}", valid.join(", ")));
        }
        let names = header.map(|h| h.names.as_slice()).unwrap_or_default();
        let found = header.and_then(|h| mapped_index(h, column));
        if found.is_none_or(|i| !names.is_empty() && i >= names.len()) {
            return wrong(format!("no column \"{column}\"; the columns are {}", names.join(", ")));
        }
    }
    Ok(())
}

/// More than one control character in a hundred: not text.
fn binary_junk(text: &str) -> Option<String> {
    let head = text.chars().take(65_536);
    let (mut all, mut odd) = (0usize, 0usize);
    for c in head {
        all += 1;
        odd += usize::from(
            (c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{80}'..='\u{9f}'))
                || c == '\u{FFFD}',
        );
    }
    (odd * 100 > all.max(100)).then(|| format!("{odd} control or broken characters in the first {all}"))
}

fn about_file(file: &Arc<str>, name: &'static str, severity: Severity, hint: String) -> Diagnostic {
    Diagnostic {
        name,
        severity,
        file: Arc::clone(file),
        row: None,
        column: None,
        text: None,
        hint,
        amount: None,
    }
}

fn text_diagnostics(file: &Arc<str>, decoded: &Decoded, dialect: &Dialect) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for repair in &decoded.repairs {
        let hint = match *repair {
            "nul-bytes" => "NUL bytes were left out",
            "double-encoded" => "text that was decoded with the wrong code page was mended",
            "private-use-bullets" => "signs of a symbol font were read as bullets and dashes",
            "invalid-bytes" => "bytes that fit no encoding were replaced by U+FFFD",
            _ => continue,
        };
        out.push(about_file(file, repair, Severity::Note, hint.into()));
    }
    let mut rows = |name, rows: &[u64], severity, hint: &str| {
        if let Some(first) = rows.first() {
            let mut diagnostic = about_file(file, name, severity, format!("{hint} ({} rows)", rows.len()));
            diagnostic.row = Some(*first);
            out.push(diagnostic);
        }
    };
    rows(
        "rows-quoted-as-a-whole",
        &dialect.row_quoted,
        Severity::Note,
        "rows quoted as a whole were taken apart",
    );
    rows(
        "rows-of-another-dialect",
        &dialect.foreign,
        Severity::Note,
        "rows with another delimiter were read by it",
    );
    rows(
        "unclosed-quote",
        &dialect.unclosed_quotes,
        Severity::Warning,
        "a quote that never closes would have swallowed the rows below; it was taken as a plain character",
    );
    out
}
