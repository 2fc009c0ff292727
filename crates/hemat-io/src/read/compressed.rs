//! Compressed input: gzip and zip, told by content and read as streams under a cap.
//!
//! The sizes that an archive declares are claims of whoever made it, so they are never believed: what comes
//! out is counted while it is inflated, and a bomb stops at the cap with a clear error.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use flate2::read::MultiGzDecoder;
use thiserror::Error;
use zip::ZipArchive;

use crate::write::parquet::seal::is_parquet;

/// How much may come out of a compressed file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Most bytes that one file may inflate to, over all its entries.
    pub max_bytes: u64,
    /// Most entries of a zip archive.
    pub max_entries: usize,
    /// How deep an archive may lie within an archive.
    pub max_depth: u32,
}

/// 1 GiB (the national procurement plan of one year fits), 10,000 entries, three layers.
impl Default for Limits {
    fn default() -> Self {
        Limits { max_bytes: 1 << 30, max_entries: 10_000, max_depth: 3 }
    }
}

/// Why a compressed file could not be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CompressedError {
    /// More comes out than [`Limits::max_bytes`], or there are more entries than [`Limits::max_entries`].
    #[error("the archive holds more than {limit} {unit}; unpack it by hand if it is genuine")]
    TooLarge {
        /// The limit that was passed.
        limit: u64,
        /// What it counts.
        unit: &'static str,
    },
    /// The data is damaged or cut short.
    #[error("the archive is damaged: {0}")]
    Broken(String),
    /// An entry needs a password.
    #[error("{0:?} in the archive needs a password; unpack it by hand")]
    Encrypted(String),
    /// There is no CSV, XLSX, XLS, ODS or JSON in it.
    #[error("the archive holds no budget file (csv, txt, tsv, xlsx, xls, ods, json); it holds: {}", list(.0))]
    NothingToRead(Vec<String>),
    /// There are several, and one file at a time is read.
    #[error("the archive holds several files; unpack it and name the ones to read: {}", list(.0))]
    Several(Vec<String>),
    /// An archive within an archive within an archive.
    #[error("archives lie deeper within each other than {0} layers")]
    TooDeep(u32),
}

fn list(names: &[String]) -> String {
    if names.is_empty() {
        return "nothing".to_owned();
    }
    let shown: Vec<&str> = names.iter().take(10).map(String::as_str).collect();
    let rest = names.len().saturating_sub(shown.len());
    if rest == 0 { shown.join(", ") } else { format!("{} and {rest} more", shown.join(", ")) }
}

/// What bytes hold, by their first bytes and, for zip, by the names of the entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Anything else: text, most likely.
    Plain,
    /// A gzip stream.
    Gzip,
    /// A zip archive that is no workbook.
    Zip,
    /// Parquet, which hemat writes cost lines as. It is compressed inside.
    Parquet,
    /// A workbook: XLSX, XLSM, XLSB, ODS (zip inside) or XLS (OLE2).
    Workbook,
}

/// Names what the bytes hold, without unpacking anything.
#[must_use]
pub fn content_of(bytes: &[u8]) -> Content {
    if bytes.starts_with(&[0x1f, 0x8b]) {
        Content::Gzip
    } else if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        Content::Workbook
    } else if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        if zip_is_workbook(bytes) { Content::Workbook } else { Content::Zip }
    } else if is_parquet(bytes) {
        Content::Parquet
    } else {
        Content::Plain
    }
}

fn zip_is_workbook(bytes: &[u8]) -> bool {
    let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else { return false };
    let has = |name: &str| archive.index_for_name(name).is_some();
    has("xl/workbook.xml") || has("xl/workbook.bin") || (has("content.xml") && has("mimetype"))
}

/// What came out of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unpacked<'a> {
    /// The bytes to read; those given where nothing was compressed.
    pub bytes: Cow<'a, [u8]>,
    /// How they were packed, outermost first, e.g. `gzip`, `zip (belanja.csv)`; empty if not at all.
    pub layers: Vec<String>,
    /// Entries of the archive that were not looked at.
    pub left_out: Vec<String>,
}

/// Unpacks gzip and zip until a plain file or a workbook is left. Bytes that are not compressed come back
/// as they are.
///
/// # Errors
/// [`CompressedError`], in particular when the archive holds more than one file to read.
pub fn unpack<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Unpacked<'a>, CompressedError> {
    let mut out = Unpacked { bytes: Cow::Borrowed(bytes), layers: Vec::new(), left_out: Vec::new() };
    loop {
        let content = content_of(&out.bytes);
        if matches!(content, Content::Plain | Content::Workbook | Content::Parquet) {
            return Ok(out);
        }
        if out.layers.len() >= limits.max_depth as usize {
            return Err(CompressedError::TooDeep(limits.max_depth));
        }
        let next = if content == Content::Gzip {
            out.layers.push("gzip".to_owned());
            inflate(MultiGzDecoder::new(&*out.bytes), limits.max_bytes)?
        } else {
            let (name, bytes, left_out) = only_entry(&out.bytes, limits)?;
            out.layers.push(format!("zip ({name})"));
            out.left_out.extend(left_out);
            bytes
        };
        out.bytes = Cow::Owned(next);
    }
}

/// Reads a stream to its end, or to one byte past the cap.
fn inflate(stream: impl Read, max_bytes: u64) -> Result<Vec<u8>, CompressedError> {
    let mut bytes = Vec::new();
    stream
        .take(max_bytes.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|e| CompressedError::Broken(e.to_string()))?;
    if bytes.len() as u64 > max_bytes {
        return Err(CompressedError::TooLarge { limit: max_bytes, unit: "bytes" });
    }
    Ok(bytes)
}

/// Inflates every entry of a zip into nothing and counts what comes out, before another reader that would
/// keep it in memory may open the file.
///
/// # Errors
/// [`CompressedError::TooLarge`] past the cap, [`CompressedError::Broken`] for a damaged archive.
pub fn check_zip(bytes: &[u8], limits: &Limits) -> Result<(), CompressedError> {
    let mut archive = open_zip(bytes, limits)?;
    let mut left = limits.max_bytes;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|e| CompressedError::Broken(e.to_string()))?;
        // A damaged entry ends its stream early; whoever needs that entry reports it.
        let mut counted = entry.take(left.saturating_add(1));
        let copied = std::io::copy(&mut counted, &mut std::io::sink());
        let read = copied.unwrap_or_else(|_| left.saturating_add(1) - counted.limit());
        if read > left {
            return Err(CompressedError::TooLarge { limit: limits.max_bytes, unit: "bytes" });
        }
        left -= read;
    }
    Ok(())
}

fn open_zip<'a>(bytes: &'a [u8], limits: &Limits) -> Result<ZipArchive<Cursor<&'a [u8]>>, CompressedError> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| CompressedError::Broken(e.to_string()))?;
    if archive.len() > limits.max_entries {
        return Err(CompressedError::TooLarge { limit: limits.max_entries as u64, unit: "entries" });
    }
    Ok(archive)
}

/// The one entry of a zip that can be read, with its name and the names of all others.
fn only_entry(bytes: &[u8], limits: &Limits) -> Result<(String, Vec<u8>, Vec<String>), CompressedError> {
    let mut archive = open_zip(bytes, limits)?;
    let (mut wanted, mut others) = (Vec::new(), Vec::new());
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(|e| CompressedError::Broken(e.to_string()))?;
        if entry.is_dir() {
            continue;
        }
        let name = entry.name().map_or_else(|_| format!("entry {}", index + 1), Cow::into_owned);
        if is_clutter(&name) {
            continue;
        }
        if can_be_read(&name) { wanted.push((index, name)) } else { others.push((index, name)) }
    }
    let names = |entries: &[(usize, String)]| entries.iter().map(|(_, name)| name.clone()).collect();
    let (index, name) = match (wanted.as_slice(), others.as_slice()) {
        ([one], _) => one.clone(),
        // A single file of unknown ending is worth a try.
        ([], [one]) => {
            let one = one.clone();
            others.clear();
            one
        }
        ([], _) => return Err(CompressedError::NothingToRead(names(&others))),
        _ => return Err(CompressedError::Several(names(&wanted))),
    };
    let broken = |e: zip::result::ZipError| CompressedError::Broken(e.to_string());
    if archive.by_index_raw(index).map_err(broken)?.encrypted() {
        return Err(CompressedError::Encrypted(name));
    }
    let inflated = inflate(archive.by_index(index).map_err(broken)?, limits.max_bytes)?;
    Ok((name, inflated, names(&others)))
}

/// What macOS and Windows put into archives by themselves.
fn is_clutter(name: &str) -> bool {
    let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
    name.starts_with("__MACOSX/") || base.starts_with('.') || base.eq_ignore_ascii_case("thumbs.db")
}

fn can_be_read(name: &str) -> bool {
    const ENDINGS: [&str; 12] =
        ["csv", "txt", "tsv", "xlsx", "xlsm", "xlsb", "xls", "ods", "json", "gz", "zip", "dat"];
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending))
}

#[cfg(test)]
#[path = "compressed_tests.rs"]
mod tests;
