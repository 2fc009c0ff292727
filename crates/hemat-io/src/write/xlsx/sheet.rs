//! One table on a sheet: header, filter, formats, widths, print set-up. A table longer than a sheet goes on in another.

use hemat_core::lang::Lang;
use hemat_core::report::{RowRole, Table};
use hemat_core::source::SourceRef;
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, ExcelDateTime, Format, Workbook, Worksheet, XlsxError,
};

use super::style::Styles;
use super::{Shared, chart, number, page};
use crate::write::flat::{Field, FieldKind, Flat, FlatColumn};
use crate::write::safe::{begins_formula, cell_text};

/// Rows of one sheet, header and notes apart. Excel takes 1,048,576 in all.
const MOST_ROWS: usize = 1_048_000;

/// Widths of columns, in characters.
const WIDTHS: std::ops::RangeInclusive<usize> = 9..=48;

/// How many rows are looked at for the width of a column.
const MEASURED: usize = 500;

/// Adds the sheet (or sheets) of a table.
pub(super) fn add(
    workbook: &mut Workbook,
    shared: &mut Shared,
    table: &Table,
    title: &str,
    notes: &[&str],
    lang: Lang,
) -> Result<(), XlsxError> {
    let flat = Flat::of(table, lang);
    let widths = widths(&flat, lang);
    let mut rows = flat.rows().peekable();
    let mut first = true;
    while first || rows.peek().is_some() {
        first = false;
        let name = shared.names.take(title);
        let sheet = workbook.add_worksheet_with_constant_memory()?;
        sheet.set_name(&name)?;
        shared.contents.push((name.clone(), title.to_owned()));
        shared.dictionary.note(&name, &flat.columns, lang);
        let header = head(sheet, &shared.styles, &flat.columns, title, notes)?;
        for (column, width) in (0_u16..).zip(&widths) {
            sheet.set_column_width(column, *width)?;
        }
        let mut row = header;
        let mut last_detail = header;
        for fields in rows.by_ref().take(MOST_ROWS) {
            row += 1;
            let total = fields.last() == Some(&Field::Role(RowRole::Total));
            if !total {
                last_detail = row;
            }
            for (column, field) in (0_u16..).zip(&fields) {
                write(sheet, shared, (&name, row, column), *field, total, lang)?;
            }
        }
        if row == header {
            sheet.write_string(row + 1, 0, lang.pick("(tidak ada baris)", "(no rows)"))?;
            continue;
        }
        finish(sheet, &shared.styles, &flat.columns, header, row)?;
        page::set_up(sheet, Some(header), lang)?;
        chart::of_table(sheet, table, &flat.columns, &name, (header, last_detail, row), lang)?;
    }
    Ok(())
}

/// Title, notes and header; the row of the header.
fn head(
    sheet: &mut Worksheet,
    styles: &Styles,
    columns: &[FlatColumn],
    title: &str,
    notes: &[&str],
) -> Result<u32, XlsxError> {
    sheet.write_string_with_format(0, 0, cell_text(title), &styles.heading)?;
    let mut row = 1;
    for note in notes {
        sheet.write_string_with_format(row, 0, cell_text(note), &styles.text.detail)?;
        row += 1;
    }
    if !notes.is_empty() {
        row += 1;
    }
    for (column, flat) in (0_u16..).zip(columns) {
        sheet.write_string_with_format(row, column, cell_text(&flat.heading), &styles.header)?;
    }
    Ok(row)
}

fn finish(
    sheet: &mut Worksheet,
    styles: &Styles,
    columns: &[FlatColumn],
    header: u32,
    last: u32,
) -> Result<(), XlsxError> {
    sheet.set_freeze_panes(header + 1, 1)?;
    let last_column = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.autofilter(header, 0, last, last_column)?;
    for (column, flat) in (0_u16..).zip(columns) {
        if flat.kind == FieldKind::Rupiah {
            let negative = ConditionalFormatCell::new()
                .set_rule(ConditionalFormatCellRule::LessThan(0))
                .set_format(&styles.loss);
            sheet.add_conditional_format(header + 1, column, last, column, &negative)?;
        }
    }
    Ok(())
}

fn write(
    sheet: &mut Worksheet,
    shared: &mut Shared,
    (name, row, column): (&str, u32, u16),
    field: Field<'_>,
    total: bool,
    lang: Lang,
) -> Result<(), XlsxError> {
    let styles = &shared.styles;
    match field {
        Field::Empty if total => sheet.write_blank(row, column, &styles.text.total)?,
        Field::Empty => return Ok(()),
        Field::Rupiah(amount) => {
            let look = if number::has_sen(amount) { &styles.sen } else { &styles.rupiah };
            let beyond = shared.inexact.note(amount, name, || row_col_to_cell(row, column));
            let format = if beyond { &styles.inexact } else { look.role(total) };
            sheet.write_number_with_format(row, column, number::money(amount), format)?
        }
        Field::Count(count) => {
            // Counts are of rows and people: far below the 2^53 that a workbook holds exactly.
            let count = number::number(count.into());
            sheet.write_number_with_format(row, column, count, styles.count.role(total))?
        }
        Field::Percent(percent) => sheet.write_number_with_format(
            row,
            column,
            number::number(percent),
            styles.percent.role(total),
        )?,
        Field::Year(year) => sheet.write_number_with_format(row, column, year, styles.year.role(total))?,
        Field::Date(date) => {
            // Years 1900 to 2199, so the numbers fit.
            let (month, day) =
                (u8::try_from(date.month()).unwrap_or(1), u8::try_from(date.day()).unwrap_or(1));
            let day = ExcelDateTime::from_ymd(date.year(), month, day)?;
            sheet.write_datetime_with_format(row, column, &day, styles.date.role(total))?
        }
        other => {
            let (text, format) = shown(other, styles, total, lang);
            sheet.write_string_with_format(row, column, cell_text(&text), format)?
        }
    };
    Ok(())
}

/// A field that is a text, with its format.
fn shown<'a>(field: Field<'_>, styles: &'a Styles, total: bool, lang: Lang) -> (String, &'a Format) {
    let plain = styles.text.role(total);
    let given = |text: &str| {
        let format = if begins_formula(text) { styles.quoted.role(total) } else { plain };
        (text.to_owned(), format)
    };
    match field {
        Field::Unknown => (lang.pick("tidak diketahui", "unknown").to_owned(), styles.unknown.role(total)),
        Field::Text(text) => given(text),
        Field::Source(SourceRef::NotStated) => (String::new(), plain),
        Field::Source(source) => given(&source.to_string()),
        Field::Evidence(evidence) => (evidence.label(lang).to_owned(), plain),
        Field::Complete(true) => (lang.pick("ya", "yes").to_owned(), plain),
        Field::Complete(false) => (lang.pick("tidak: batas bawah", "no: lower bound").to_owned(), plain),
        Field::Role(RowRole::Detail) => (lang.pick("rincian", "detail").to_owned(), plain),
        Field::Role(RowRole::Total) => (lang.pick("jumlah", "total").to_owned(), plain),
        // Numbers are written as numbers.
        Field::Empty
        | Field::Rupiah(_)
        | Field::Count(_)
        | Field::Percent(_)
        | Field::Date(_)
        | Field::Year(_) => (String::new(), plain),
    }
}

/// The width of each column by its header and first rows.
fn widths(flat: &Flat<'_>, lang: Lang) -> Vec<f64> {
    let mut longest: Vec<usize> = flat.columns.iter().map(|c| longest_word(&c.heading)).collect();
    for fields in flat.rows().take(MEASURED) {
        for (longest, field) in longest.iter_mut().zip(&fields) {
            let length = match field {
                Field::Empty => 0,
                Field::Rupiah(amount) => amount.display(lang).chars().count() + 1,
                Field::Count(_) | Field::Percent(_) | Field::Year(_) => 8,
                Field::Date(_) => 11,
                Field::Text(text) => text.chars().take(*WIDTHS.end()).count(),
                Field::Source(source) => source.to_string().chars().take(*WIDTHS.end()).count(),
                Field::Evidence(_) | Field::Unknown | Field::Complete(_) | Field::Role(_) => 15,
            };
            *longest = (*longest).max(length);
        }
    }
    let width = |n: usize| u16::try_from(n.clamp(*WIDTHS.start(), *WIDTHS.end())).map_or(9.0, f64::from);
    longest.into_iter().map(|n| width(n) + 2.0).collect()
}

fn longest_word(text: &str) -> usize {
    text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0)
}
