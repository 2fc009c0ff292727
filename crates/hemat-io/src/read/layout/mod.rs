//! The layouts of budget files. A new one is one file and one line in [`LAYOUTS`].

use std::collections::BTreeMap;

use hemat_core::counted_lines::CountedLines;

use crate::read::ReadError;
use crate::read::account_name::{NamedAccount, disagreements};
use crate::read::balance::{Collected, Sink};
use crate::read::budget::{BudgetFile, FileColumn, LayoutName};
use crate::read::header::Header;
use crate::read::source::{Sheet, Source};
use crate::read::strange_text::{self, StrangeTexts};
use crate::read::synonyms::Field;

mod class_heading;
mod damaged_amount;
mod form_head;
pub mod hemat;
pub(in crate::read) mod package;
mod package_volume;
pub mod penjabaran;
pub mod pok;
mod ragged;
pub mod realisasi;
mod receipt;
mod report;
pub mod rka;
pub(in crate::read) mod rka_row;
pub(in crate::read) mod row;
pub mod rup;
mod summary;
mod unread;

/// One layout.
pub trait Layout: Sync {
    /// Its name.
    fn name(&self) -> LayoutName;

    /// How well a file fits, 0 (not at all) to 100 (certainly). The best layout above 0 is used; at equal
    /// scores, the first in [`LAYOUTS`].
    fn score(&self, source: &Source) -> u8;

    /// The columns that it cannot do without: one field of each group. For the message that names what is missing.
    fn needs(&self) -> &'static [&'static [Field]];

    /// Reads the file. Rows that cannot be used go to [`Sink::set_aside`]; nothing is dropped.
    fn read(&self, source: &Source, sink: &mut Sink) -> Used;
}

/// What a layout used of the file, for `hemat inspect`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Used {
    /// 1-based record of the (last) header row.
    pub header_row: Option<u64>,
    /// Canonical field -> the file's own column name.
    pub columns: BTreeMap<&'static str, String>,
}

/// All layouts. The order decides between equal scores.
pub const LAYOUTS: &[&dyn Layout] =
    &[&hemat::Hemat, &penjabaran::Penjabaran, &pok::Pok, &rup::Rup, &realisasi::Realisasi, &rka::Rka];

/// The layout that the user names, if the file can be read with it, else the one that fits best.
pub(in crate::read) fn best_layout(source: &Source) -> Option<&'static dyn Layout> {
    let wanted = source.options.layout;
    let mut best: Option<(u8, &dyn Layout)> = None;
    for layout in LAYOUTS.iter().filter(|l| wanted.is_none_or(|name| name == l.name())) {
        let score = layout.score(source);
        if score > best.map_or(0, |(score, _)| score) {
            best = Some((score, *layout));
        }
    }
    best.map(|(_, layout)| layout)
}

/// Reads a source with the layout the user names, or the one that fits best.
///
/// # Errors
/// [`ReadError::NoTable`] if none fits.
pub fn read_with_best_layout(source: Source) -> Result<BudgetFile, ReadError> {
    let Some(layout) = best_layout(&source) else {
        return Err(summary::refuse_summary(&source).unwrap_or_else(|| no_table(&source)));
    };
    let mut sink = Sink::new();
    for diagnostic in &source.diagnostics {
        sink.complain(diagnostic.clone());
    }
    let used = layout.read(&source, &mut sink);
    Ok(finished(source, layout.name(), used, sink.finish(), CountedLines::default(), &[]))
}

/// The file, with what only all its lines together tell.
pub(in crate::read) fn finished(
    source: Source,
    layout: LayoutName,
    used: Used,
    collected: Collected,
    counted: CountedLines,
    accounts: &[NamedAccount<'_>],
) -> BudgetFile {
    let mut file = unfinished(source, layout, used, collected, counted);
    complete(&mut file, accounts, &StrangeTexts::default());
    file
}

/// Adds what only all lines together tell, those that are not kept among them.
pub(in crate::read) fn complete(
    file: &mut BudgetFile,
    accounts: &[NamedAccount<'_>],
    strange: &StrangeTexts,
) {
    file.diagnostics.extend(disagreements(&file.file, &file.lines, accounts));
    file.diagnostics.extend(strange_text::complaints(&file.file, strange, &file.lines, &file.set_aside));
    file.diagnostics.sort_by_key(|d| d.row);
}

/// The file, or a part of it, without what only all its lines together tell.
pub(in crate::read) fn unfinished(
    source: Source,
    layout: LayoutName,
    used: Used,
    collected: Collected,
    counted: CountedLines,
) -> BudgetFile {
    let file_columns = file_columns(&source, used.header_row);
    BudgetFile {
        file: source.file,
        layout,
        encoding: source.encoding,
        delimiter: source.delimiter,
        header_row: used.header_row,
        columns: used.columns,
        file_columns,
        lines: collected.lines,
        counted,
        set_aside: collected.set_aside,
        diagnostics: collected.diagnostics,
        tally: collected.tally,
        details: collected.details,
        gaps: collected.gaps,
    }
}

/// The columns of the table whose header was used, or of the first with a header.
fn file_columns(source: &Source, header_row: Option<u64>) -> Vec<FileColumn> {
    let number =
        |s: &Sheet, h: &Header| h.rows.last().and_then(|i| s.table.records.get(*i)).map(|r| r.number);
    let headers = || source.sheets.iter().filter_map(|s| s.header.as_ref().map(|h| (s, h)));
    let used = headers().find(|(s, h)| number(s, h) == header_row).or_else(|| headers().next());
    let Some((_, header)) = used else { return Vec::new() };
    let last = header.columns.values().map(|c| c.index + 1).max().unwrap_or(0).max(header.names.len());
    (0..last)
        .map(|index| FileColumn {
            position: index + 1,
            name: header.names.get(index).cloned().unwrap_or_default(),
            field: header.columns.iter().find(|(_, c)| c.index == index).map(|(f, _)| f.as_str()),
        })
        .collect()
}

/// Names what was found, and for each layout tried all that is missing, at once.
fn no_table(source: &Source) -> ReadError {
    let headers = || source.sheets.iter().filter_map(|s| s.header.as_ref());
    let found: Vec<String> = headers()
        .flat_map(|h| h.columns.iter().map(|(f, c)| format!("{} (\"{}\")", f.as_str(), c.name)))
        .collect();
    let tried: Vec<&&dyn Layout> =
        LAYOUTS.iter().filter(|l| source.options.layout.is_none_or(|name| name == l.name())).collect();
    let missing: Vec<String> = tried
        .iter()
        .map(|layout| {
            let names: Vec<String> = layout
                .needs()
                .iter()
                .filter(|group| !headers().any(|h| group.iter().any(|f| h.has(*f))))
                .map(|group| group.iter().map(|f| f.as_str()).collect::<Vec<_>>().join(" or "))
                .collect();
            format!("{}: {}", layout.name().as_str(), names.join(", "))
        })
        .collect();
    let none = |list: String| if list.is_empty() { "none".to_owned() } else { list };
    ReadError::NoTable {
        file: source.file.to_string(),
        found: none(found.join(", ")),
        missing: none(missing.join("; ")),
        tried: tried.iter().map(|l| l.name().as_str()).collect::<Vec<_>>().join(", "),
    }
}

/// The columns that a header recognised, for [`Used`].
#[must_use]
pub fn used_columns(sheet: &crate::read::source::Sheet) -> Used {
    let Some(header) = &sheet.header else { return Used::default() };
    Used {
        header_row: header.rows.last().and_then(|i| sheet.table.records.get(*i)).map(|r| r.number),
        columns: header.columns.iter().map(|(f, c)| (f.as_str(), c.name.clone())).collect(),
    }
}
