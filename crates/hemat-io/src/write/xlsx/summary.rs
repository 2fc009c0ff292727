//! The first sheet: the answer, what stands where, and what has no table.

use hemat_core::report::{Block, Section};
use rust_xlsxwriter::utility::quote_sheet_name;
use rust_xlsxwriter::{Url, Worksheet, XlsxError};

use super::style::Styles;
use super::{Book, page};
use crate::write::safe::cell_text;

/// Fills the sheet; `contents` are the names of the other sheets with what they hold.
pub(super) fn fill(
    sheet: &mut Worksheet,
    styles: &Styles,
    book: &Book<'_>,
    contents: &[(String, String)],
) -> Result<(), XlsxError> {
    let (report, lang) = (book.report, book.report.lang);
    sheet.set_column_width(0, 30)?.set_column_width(1, 110)?;
    let mut row = 0_u32;
    let mut line = |sheet: &mut Worksheet, text: &str, format| -> Result<(), XlsxError> {
        sheet.merge_range(row, 0, row, 1, "", format)?;
        sheet.write_string_with_format(row, 0, cell_text(text), format)?;
        sheet.set_row_height(row, height(text))?;
        row += 1;
        Ok(())
    };
    line(sheet, &report.title, &styles.title)?;
    for text in &report.lead {
        line(sheet, text, &styles.wrapped)?;
    }
    if book.comparison.is_some() {
        line(sheet, lang.pick(
            "Kalimat dan angka di lembar ini dan di lembar lain selain Perbandingan dihitung pada masukan semula; hanya lembar Perbandingan mengikuti perubahan.",
            "The sentences and figures of this sheet, and of all sheets but Comparison, are for the original inputs; only the Comparison sheet follows changes.",
        ), &styles.warning)?;
    }
    row += 1;
    sheet.write_string_with_format(row, 0, lang.pick("Isi", "Contents"), &styles.heading)?;
    for (name, title) in contents {
        row += 1;
        let link = Url::new(format!("internal:{}!A1", quote_sheet_name(name))).set_text(name.as_str());
        sheet.write_url_with_format(row, 0, link, &styles.link)?;
        sheet.write_string_with_format(row, 1, cell_text(title), &styles.wrapped)?;
    }
    row += 2;
    for section in report.sections.iter().filter(|s| !has_table(s) && !s.is_for_pages()) {
        sheet.write_string_with_format(row, 0, cell_text(&section.heading), &styles.heading)?;
        for text in section.blocks.iter().flat_map(texts) {
            row += 1;
            sheet.merge_range(row, 0, row, 1, "", &styles.wrapped)?;
            sheet.write_string_with_format(row, 0, cell_text(text), &styles.wrapped)?;
            sheet.set_row_height(row, height(text))?;
        }
        row += 2;
    }
    page::set_up(sheet, None, lang)
}

fn has_table(section: &Section) -> bool {
    section.blocks.iter().any(|block| block.plain_table().is_some())
}

fn texts(block: &Block) -> Vec<&str> {
    match block {
        Block::Paragraph(text) => vec![text],
        Block::List(items) => items.iter().map(String::as_str).collect(),
        Block::Table(_) | Block::Chart(_) | Block::Quote(_) | Block::Listing(_) => Vec::new(),
    }
}

/// Programs do not grow the row of a merged cell: about 130 characters stand on a line of 15 points.
fn height(text: &str) -> f64 {
    let lines = u16::try_from(text.chars().count() / 130 + 1).unwrap_or(27).min(27);
    f64::from(lines) * 15.0 + 3.0
}
