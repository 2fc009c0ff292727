//! Faults of a file that somebody wrote by hand (event.toml, venues.toml, calendar.csv).
//!
//! Unlike a budget file, such a file is refused as a whole: a comparison over half of it would mislead. To
//! spare its writer one round for each mistake, all faults are found at once.

use std::fmt;
use std::ops::Range;

use hemat_core::lookalike::turns_text;

/// The most characters of a value that a message shows.
const SHOWN: usize = 60;

/// One fault, with all it takes to find and mend it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// 1-based line of a TOML file, or 1-based record of a CSV file (the header is record 1).
    pub line: u64,
    /// Path of the key (`cost[2].unit_price`, arrays counted from 1), or the column.
    pub key: String,
    /// What is wrong.
    pub what: String,
    /// The value's own text, cut to its first 60 characters; `None` where nothing is there.
    pub found: Option<String>,
    /// What to try, or the valid choices.
    pub hint: String,
}

/// `line: key: what is wrong (found: ...): what to try`.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.line, self.key, self.what)?;
        if let Some(found) = &self.found {
            write!(f, " (found: {found})")?;
        }
        if !self.hint.is_empty() {
            write!(f, ": {}", self.hint)?;
        }
        Ok(())
    }
}

/// All faults of one file, in the file's order; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContractErrors {
    /// The file's name as given.
    pub file: String,
    /// The faults.
    pub faults: Vec<Fault>,
}

/// The most faults that a message names: about a screen. The rest is counted.
const NAMED: usize = 50;

/// One fault a line: `file:line: key: what is wrong (found: ...): what to try`; the first `NAMED` of them.
impl fmt::Display for ContractErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, fault) in self.faults.iter().take(NAMED).enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{}:{fault}", self.file)?;
        }
        match self.faults.len().saturating_sub(NAMED) {
            0 => Ok(()),
            more => write!(f, "\n{}: {more} more faults; mend these first", self.file),
        }
    }
}

impl std::error::Error for ContractErrors {}

/// The faults found so far, and the text they stand in.
pub(super) struct Faults<'t> {
    text: &'t str,
    /// The byte after each line feed, in order.
    line_starts: Vec<usize>,
    list: Vec<Fault>,
}

impl<'t> Faults<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let line_starts = text.match_indices('\n').map(|(at, _)| at + 1).collect();
        Faults { text, line_starts, list: Vec::new() }
    }

    /// Notes a fault of the text between two bytes, and shows that text.
    pub(super) fn at(&mut self, span: &Range<usize>, key: &str, what: &str, hint: &str) {
        let found = self.text.get(span.clone()).map(shown).filter(|t| !t.is_empty());
        self.push(self.line(span.start), key, what, found, hint);
    }

    /// Notes something that is missing after a byte.
    pub(super) fn missing(&mut self, span: &Range<usize>, key: &str, hint: &str) {
        self.push(self.line(span.start), key, "missing", None, hint);
    }

    /// Notes a fault of a record.
    pub(super) fn push(&mut self, line: u64, key: &str, what: &str, found: Option<String>, hint: &str) {
        self.list.push(Fault { line, key: shown(key), what: what.to_owned(), found, hint: hint.to_owned() });
    }

    /// The 1-based line of a byte.
    pub(super) fn line(&self, byte: usize) -> u64 {
        1 + self.line_starts.partition_point(|start| *start <= byte) as u64
    }

    /// The value, unless there was a fault.
    pub(super) fn finish<T>(mut self, file: &str, value: Option<T>) -> Result<T, ContractErrors> {
        self.list.sort();
        self.list.dedup();
        match value {
            Some(value) if self.list.is_empty() => Ok(value),
            _ => Err(ContractErrors { file: file.to_owned(), faults: self.list }),
        }
    }
}

/// The text of a hand-written file without its byte-order mark; a fault if it is not text at all.
pub(super) fn plain_text<'t>(text: &'t str, file: &str) -> Result<&'t str, ContractErrors> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Some(at) = text.find('\0') else { return Ok(text) };
    let mut faults = Faults::of(text);
    let line = faults.line(at);
    faults.push(line, "file", "holds a NUL byte", None, "this is not a text file; save it as UTF-8 text");
    faults.finish(file, None)
}

/// The first line of a text, cut, without characters that a terminal acts on or that turn text.
pub(super) fn shown(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or("").trim_end();
    let mut out: String = line
        .chars()
        .take(SHOWN)
        .map(|c| if c.is_control() || turns_text(c) { '\u{fffd}' } else { c })
        .collect();
    if line.chars().nth(SHOWN).is_some() || text.trim().lines().nth(1).is_some() {
        out.push_str("...");
    }
    out
}
