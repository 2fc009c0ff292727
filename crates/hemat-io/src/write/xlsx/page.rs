//! How a sheet looks on paper: A4 landscape, as wide as the page, the header on each page, page numbers below.

use rust_xlsxwriter::{Worksheet, XlsxError};

use hemat_core::lang::Lang;

/// The number of A4 in the format.
const A4: u8 = 9;

/// Sets up printing. The row is that of the table's header, if there is one.
pub(super) fn set_up(sheet: &mut Worksheet, header: Option<u32>, lang: Lang) -> Result<(), XlsxError> {
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
    sheet.set_footer(lang.pick("&L&A&Rhalaman &P dari &N", "&L&A&Rpage &P of &N"));
    if let Some(row) = header {
        sheet.set_repeat_rows(row, row)?;
    }
    Ok(())
}
