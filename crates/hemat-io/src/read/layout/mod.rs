//! The layouts of budget files. A new one is one file and one line in [`LAYOUTS`].

use std::collections::BTreeMap;

use crate::read::ReadError;
use crate::read::balance::Sink;
use crate::read::budget::{BudgetFile, LayoutName};
use crate::read::source::Source;
use crate::read::synonyms::Field;

mod form_head;
pub mod hemat;
mod package;
pub mod penjabaran;
pub mod pok;
mod ragged;
pub mod realisasi;
mod receipt;
mod report;
pub mod rka;
mod rka_row;
mod row;
pub mod rup;
mod summary;

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

/// Reads a source with the layout the user names, or the one that fits best.
///
/// # Errors
/// [`ReadError::NoTable`] if none fits.
pub fn read_with_best_layout(source: Source) -> Result<BudgetFile, ReadError> {
    let best = LAYOUTS
        .iter()
        .filter(|l| source.options.layout.is_none_or(|n| n == l.name()))
        .map(|l| (l.score(&source), l))
        .rev()
        .max_by_key(|(s, _)| *s)
        .filter(|(s, _)| *s > 0);
    if best.is_none()
        && let Some(refusal) = summary::refuse_summary(&source)
    {
        return Err(refusal);
    }
    let Some((_, layout)) = best else {
        return Err(ReadError::NoTable {
            file: source.file.to_string(),
            found: String::new(),
            missing: String::new(),
            tried: String::new(),
        });
    };
    let mut sink = Sink::new();
    for d in &source.diagnostics {
        sink.complain(d.clone());
    }
    let used = layout.read(&source, &mut sink);
    let c = sink.finish();
    Ok(BudgetFile {
        file: source.file.clone(),
        layout: layout.name(),
        encoding: source.encoding.clone(),
        delimiter: source.delimiter,
        header_row: used.header_row,
        columns: used.columns,
        lines: c.lines,
        set_aside: c.set_aside,
        diagnostics: c.diagnostics,
        tally: c.tally,
        details: c.details,
    })
}
