//! A sheet that says what every column of the workbook's tables means.

use hemat_core::lang::Lang;
use rust_xlsxwriter::{Workbook, XlsxError};

use super::{Shared, page};
use crate::write::flat::FlatColumn;
use crate::write::package::described;
use crate::write::safe::cell_text;

/// The columns of the sheets, as they are written: sheet, heading, meaning.
#[derive(Debug, Default)]
pub(super) struct Dictionary(Vec<(String, String, String)>);

impl Dictionary {
    /// Notes the columns of a sheet.
    pub(super) fn note(&mut self, sheet: &str, columns: &[FlatColumn], lang: Lang) {
        let entry = |c: &FlatColumn| (sheet.to_owned(), c.heading.clone(), described(c, lang));
        self.0.extend(columns.iter().map(entry));
    }
}

/// Adds the sheet.
pub(super) fn add(workbook: &mut Workbook, shared: &mut Shared, lang: Lang) -> Result<(), XlsxError> {
    let title = lang.pick("Keterangan kolom", "Columns explained");
    let name = shared.names.take(title);
    let sheet = workbook.add_worksheet_with_constant_memory()?;
    sheet.set_name(&name)?;
    let styles = &shared.styles;
    sheet.write_string_with_format(0, 0, title, &styles.heading)?;
    for (column, heading) in
        (0_u16..).zip(lang.pick(["Lembar", "Kolom", "Isi"], ["Sheet", "Column", "What it holds"]))
    {
        sheet.write_string_with_format(1, column, heading, &styles.header)?;
    }
    for ((of, heading, meaning), row) in shared.dictionary.0.iter().zip(2_u32..) {
        for (column, text) in (0_u16..).zip([of, heading, meaning]) {
            sheet.write_string_with_format(row, column, cell_text(text), &styles.text.detail)?;
        }
    }
    for (column, width) in (0_u16..).zip([32.0, 36.0, 90.0]) {
        sheet.set_column_width(column, width)?;
    }
    sheet.set_freeze_panes(2, 0)?;
    page::set_up(sheet, Some(1), lang)?;
    shared.contents.push((name, title.to_owned()));
    Ok(())
}
