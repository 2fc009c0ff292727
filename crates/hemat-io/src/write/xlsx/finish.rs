//! What a workbook says of itself, and the amounts that it cannot hold exactly.

use hemat_core::lang::Lang;
use hemat_core::report::Report;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::{Shared, page};
use crate::write::safe::cell_text;

/// Title and a fixed date of creation: nothing asks the clock, so that the same report gives the same bytes.
pub(super) fn properties(workbook: &mut Workbook, report: &Report) -> Result<(), XlsxError> {
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new()
        .set_title(cell_text(&report.title).as_ref())
        .set_author("hemat")
        .set_creation_datetime(&created);
    workbook.set_properties(&properties);
    Ok(())
}

/// A sheet that lists the amounts which a workbook holds only to the nearest number; none if there are none.
pub(super) fn inexact_sheet(
    workbook: &mut Workbook,
    shared: &mut Shared,
    lang: Lang,
) -> Result<(), XlsxError> {
    if shared.inexact.count == 0 {
        return Ok(());
    }
    let title = lang.pick("Ketelitian", "Precision");
    let name = shared.names.take(title);
    let sheet = workbook.add_worksheet();
    sheet.set_name(&name)?;
    let (styles, inexact) = (&shared.styles, &shared.inexact);
    sheet.write_string_with_format(0, 0, title, &styles.title)?;
    let count = hemat_core::report::grouped_count(inexact.count as u64, lang);
    let explained = match lang {
        Lang::Id => format!(
            "{count} jumlah melebihi Rp90.000.000.000.000: lembar kerja menyimpannya hanya sampai angka terdekat. Jumlah yang tepat ada di sini sebagai teks, dan dalam CSV dan JSON."
        ),
        Lang::En => format!(
            "{count} amounts exceed IDR 90,000,000,000,000: a workbook holds them only to the nearest number. The exact amounts stand here as text, and in CSV and JSON."
        ),
    };
    sheet.write_string(1, 0, explained)?;
    let headings =
        lang.pick(["Lembar", "Sel", "Jumlah tepat (teks)"], ["Sheet", "Cell", "Exact amount (text)"]);
    for (column, heading) in (0_u16..).zip(headings) {
        sheet.write_string_with_format(3, column, heading, &styles.header)?;
    }
    for (row, beyond) in (4_u32..).zip(&inexact.listed) {
        sheet.write_string(row, 0, &beyond.sheet)?;
        sheet.write_string(row, 1, &beyond.cell)?;
        sheet.write_string_with_format(row, 2, beyond.amount.display(lang), &styles.quoted.detail)?;
    }
    for (column, width) in (0_u16..).zip([30.0, 10.0, 36.0]) {
        sheet.set_column_width(column, width)?;
    }
    page::set_up(sheet, Some(3), lang)?;
    shared.contents.push((name, title.to_owned()));
    Ok(())
}
