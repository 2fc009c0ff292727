//! Which delimiter a text uses, and whether its table stands inside another.

use crate::read::synonyms::{field_named, name_key};

/// The delimiters of a text. They differ when whole rows of one dialect stand in the cells of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Delimiters {
    /// Bounds the records.
    pub outer: char,
    /// Bounds the cells.
    pub inner: char,
}

/// The delimiters that are tried; at equal evidence the first wins.
const CANDIDATES: [char; 4] = [',', ';', '\t', '|'];

/// How many non-blank lines of the head are looked at.
const HEAD_LINES: usize = 200;

/// Decides from the header's names, and without a header from rows that start with a code.
#[must_use]
pub fn detect_delimiters(text: &str) -> Delimiters {
    let lines = || text.split(['\n', '\r']).filter(|l| !l.trim().is_empty()).take(HEAD_LINES);
    let mut best: Option<(usize, char, &str)> = None;
    for line in lines() {
        for delimiter in CANDIDATES {
            let known = line.split(delimiter).filter(|c| is_column_name(c)).count();
            if known >= 2 && best.is_none_or(|(most, _, _)| known > most) {
                best = Some((known, delimiter, line));
            }
        }
    }
    if let Some((_, inner, line)) = best {
        return Delimiters { outer: padding(line, inner).unwrap_or(inner), inner };
    }
    let inner = most_regular(lines());
    Delimiters { outer: inner, inner }
}

fn is_column_name(cell: &str) -> bool {
    let trimmed = cell.trim_matches(|c: char| c == '"' || c == ',' || c == ';' || c.is_whitespace());
    trimmed.len() < 80 && field_named(&name_key(trimmed)).is_some()
}

/// A run of another delimiter at the end of the header row is the padding of an outer table.
fn padding(line: &str, inner: char) -> Option<char> {
    let line = line.trim_end_matches(|c: char| c.is_whitespace() && c != '\t');
    CANDIDATES
        .into_iter()
        .find(|outer| *outer != inner && line.len() - line.trim_end_matches(*outer).len() >= 2)
}

/// The delimiter that cuts most lines into the same number of cells.
fn most_regular<'a>(lines: impl Iterator<Item = &'a str> + Clone) -> char {
    let mut best = (0usize, ',');
    for delimiter in CANDIDATES {
        let mut counts = std::collections::BTreeMap::new();
        for line in lines.clone() {
            let cells = line.matches(delimiter).count();
            if cells > 0 {
                *counts.entry(cells).or_insert(0usize) += 1;
            }
        }
        // Rows that start with a code weigh more than notes, which hold commas by chance.
        let coded = lines.clone().filter(|l| starts_like_row(l, delimiter)).count();
        let regular = counts.values().copied().max().unwrap_or(0) + 3 * coded;
        if regular > best.0 {
            best = (regular, delimiter);
        }
    }
    best.1
}

/// Fewer cells than this are a line of prose with commas as likely as a row.
const WIDE: usize = 5;

/// How many cells more than half of the lines of the head have, if they are at least five and the table stands in no
/// other.
#[must_use]
pub(super) fn usual_width(text: &str, delimiters: Delimiters) -> Option<usize> {
    let mut counts = std::collections::BTreeMap::new();
    for line in text.split(['\n', '\r']).filter(|l| !l.trim().is_empty()).take(HEAD_LINES) {
        *counts.entry(cells_of(line, delimiters.inner)).or_insert(0usize) += 1;
    }
    let all: usize = counts.values().sum();
    let (width, lines) = counts.into_iter().max_by_key(|(_, lines)| *lines)?;
    (2 * lines > all && width >= WIDE && delimiters.outer == delimiters.inner).then_some(width)
}

/// How many cells a line has, quoted delimiters left out.
fn cells_of(line: &str, delimiter: char) -> usize {
    let mut quoted = false;
    let delimits = |c: &char| {
        quoted ^= *c == '"';
        *c == delimiter && !quoted
    };
    line.chars().filter(delimits).count() + 1
}

/// True for a line inside a quoted cell that can only be a row: as many cells as the others have, and no quote in it
/// that would close the cell around it.
pub(super) fn is_whole_line(line: &str, delimiter: char, width: usize) -> bool {
    !closes_a_cell(line, delimiter) && cells_of(line, delimiter) == width
}

/// The same where the width is not known: a line of as many cells as a wide table has at least.
pub(super) fn could_be_whole_line(line: &str, delimiter: char) -> bool {
    !closes_a_cell(line, delimiter) && cells_of(line, delimiter) >= WIDE
}

/// True if the first quote of a line closes a cell that was open before it.
fn closes_a_cell(line: &str, delimiter: char) -> bool {
    line.find('"').is_some_and(|at| {
        let before = line.get(..at).and_then(|text| text.chars().next_back());
        let after = line.get(at + 1..).and_then(|text| text.chars().next());
        // Two quotes can be one inside the cell.
        let opens =
            before.is_none_or(|c| c == delimiter) && after.is_some_and(|c| c != delimiter && c != '"');
        !opens
    })
}

/// True if a line starts with a code of several groups and goes on with at least two more cells.
#[must_use]
pub fn starts_like_row(line: &str, delimiter: char) -> bool {
    let line = line.trim_start_matches([' ', '"']);
    if !line.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return false;
    }
    let mut cells = line.splitn(3, delimiter);
    let (Some(code), Some(name), Some(rest)) = (cells.next(), cells.next(), cells.next()) else {
        return false;
    };
    let code = code.trim_matches([' ', '"', '.']);
    let groups = code.split(['.', ' ']).filter(|g| !g.is_empty()).count();
    let digits = code.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b' ');
    let named = name.contains(|c: char| c.is_alphabetic());
    let nameless = name.trim().is_empty() && rest.starts_with(|c: char| c.is_ascii_digit());
    digits && groups >= 3 && (named || nameless)
}
