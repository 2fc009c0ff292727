//! XLSX: a workbook that people can work in. Numbers are numbers, dates are dates, a range is three columns.
//!
//! The first sheet is the summary; each table of the report has a sheet of its own with a frozen header, a filter and
//! a print set-up; a comparison has a sheet of live formulas. Texts are written as strings, which no program evaluates.
//! The same report gives the same bytes: the workbook carries a fixed date of creation.

mod chart;
mod columns;
mod finish;
mod live;
mod names;
mod number;
mod page;
mod sheet;
mod style;
mod summary;

#[cfg(test)]
mod tests;

use std::io::{self, Seek, Write};

use hemat_core::comparison::Comparison;
use hemat_core::report::{Block, Report, Section, Table};
use rust_xlsxwriter::{Workbook, XlsxError};

use crate::contained::contained;
use columns::Dictionary;
use names::SheetNames;
use number::Inexact;
use style::Styles;

/// What a workbook is made of.
#[derive(Debug, Clone, Copy)]
pub struct Book<'a> {
    /// The report.
    pub report: &'a Report,
    /// The comparison that the report is of, for the sheet of formulas.
    pub comparison: Option<&'a Comparison>,
    /// More tables, each on a sheet of its own named by its caption: files, lines, rows set aside.
    pub more: &'a [Table],
}

impl<'a> Book<'a> {
    /// A report alone.
    #[must_use]
    pub fn of(report: &'a Report) -> Self {
        Book { report, comparison: None, more: &[] }
    }
}

/// What all sheets share while they are written.
struct Shared {
    styles: Styles,
    names: SheetNames,
    inexact: Inexact,
    dictionary: Dictionary,
    /// Sheets in their order, with what they hold, for the summary.
    contents: Vec<(String, String)>,
}

/// Writes a workbook. Rows of tables go to a temporary file as they come, so that memory does not grow with them.
///
/// # Errors
/// Whatever `out` or the temporary file fails with; an error of kind `Other` if the workbook cannot be made.
pub fn write_xlsx(book: &Book<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut file = tempfile::tempfile()?;
    // Where its rows find no room, the library below panics.
    contained(|| make(book).and_then(|mut workbook| workbook.save_to_writer(&mut file)))
        .map_err(|said| {
            io::Error::other(format!("{said}; a workbook needs room for temporary files (TMPDIR)"))
        })?
        .map_err(into_io)?;
    file.rewind()?;
    io::copy(&mut file, out).map(|_| ())
}

fn into_io(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        other => io::Error::other(other.to_string()),
    }
}

fn make(book: &Book<'_>) -> Result<Workbook, XlsxError> {
    let report = book.report;
    let lang = report.lang;
    let mut workbook = Workbook::new();
    finish::properties(&mut workbook, report)?;
    let mut shared = Shared {
        styles: Styles::of(lang),
        names: SheetNames::default(),
        inexact: Inexact::default(),
        dictionary: Dictionary::default(),
        contents: Vec::new(),
    };
    let first = shared.names.take(lang.pick("Ringkasan", "Summary"));
    workbook.add_worksheet().set_name(&first)?;
    if let Some(comparison) = book.comparison {
        live::add(&mut workbook, &mut shared, comparison, lang)?;
    }
    sheet::add(&mut workbook, &mut shared, &report.data, &data_title(report), &[], lang)?;
    for section in &report.sections {
        add_section(&mut workbook, &mut shared, section, report)?;
    }
    for table in book.more {
        sheet::add(&mut workbook, &mut shared, table, &table.caption, &[], lang)?;
    }
    columns::add(&mut workbook, &mut shared, lang)?;
    finish::inexact_sheet(&mut workbook, &mut shared, lang)?;
    let contents = std::mem::take(&mut shared.contents);
    summary::fill(workbook.worksheet_from_index(0)?, &shared.styles, book, &contents)?;
    Ok(workbook)
}

fn data_title(report: &Report) -> String {
    let lang = report.lang;
    let (id, en) = match report.kind {
        "compare" => ("Data komponen", "Component data"),
        "savings" | "events" => ("Data kegiatan", "Event data"),
        "event" | "lines" => ("Data rincian", "Line data"),
        _ => ("Data", "Data"),
    };
    lang.pick(id, en).to_owned()
}

/// Each table of a section on a sheet of its own, with the section's sentences above; a section without a table
/// stands in the summary.
fn add_section(
    workbook: &mut Workbook,
    shared: &mut Shared,
    section: &Section,
    report: &Report,
) -> Result<(), XlsxError> {
    let mut notes: Vec<&str> = Vec::new();
    let mut tables: Vec<(&Table, Vec<&str>)> = Vec::new();
    for block in &section.blocks {
        match block {
            Block::Paragraph(text) => notes.push(text),
            Block::List(items) => notes.extend(items.iter().map(String::as_str)),
            // Rows of a listing stand on the sheet of data, a quotation in the summary's lead.
            Block::Table(_) | Block::Chart(_) | Block::Quote(_) | Block::Listing(_) => {
                tables.extend(block.plain_table().map(|table| (table, std::mem::take(&mut notes))));
            }
        }
    }
    // What follows the last table explains it.
    if let Some((_, of_table)) = tables.last_mut() {
        of_table.append(&mut notes);
    }
    for (table, notes) in tables.into_iter().filter(|(table, _)| *table != &report.data) {
        let title = match table.caption.as_str() {
            "" => section.heading.clone(),
            caption => format!("{}: {caption}", section.heading),
        };
        sheet::add(workbook, shared, table, &title, &notes, report.lang)?;
    }
    Ok(())
}
