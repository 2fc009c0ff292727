//! A comparison as live formulas: change an input or a price, and components, totals, savings and verdicts follow.
//!
//! Two sheets: the one people work in, and one with the points at which the differences are looked at. The cached
//! result of each formula is the comparison's own figure.

mod formula;
mod inputs;
mod plan;
mod points;
mod prices;
mod results;
mod ways;

use hemat_core::comparison::{Comparison, FormulaInput, InputNumbers, Place};
use hemat_core::estimate::Estimate;
use hemat_core::lang::Lang;
use hemat_core::money::MoneyError;
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::style::Styles;
use super::{Shared, page};
use crate::write::safe::cell_text;
use plan::Plan;

/// What the parts of the two sheets share.
struct Live<'a> {
    comparison: &'a Comparison,
    plan: Plan<'a>,
    styles: &'a Styles,
    lang: Lang,
    /// Name of the sheet people work in, and of the sheet of points.
    sheet: String,
    points: String,
}

impl Live<'_> {
    /// The numbers of all inputs at one place of their ranges; an unknown one is 0, on which no formula depends.
    fn numbers(&self, places: [Place; 4]) -> InputNumbers {
        let mut numbers = [0; 4];
        for ((number, input), place) in numbers.iter_mut().zip(FormulaInput::ALL).zip(places) {
            *number = input.of(&self.comparison.event).map_or(0, |range| place.of(range));
        }
        numbers
    }

    fn text(&self, sheet: &mut Worksheet, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
        sheet.write_string_with_format(row, column, cell_text(text), &self.styles.result_text)?;
        Ok(())
    }

    fn headers(&self, sheet: &mut Worksheet, row: u32, headings: &[(u16, &str)]) -> Result<(), XlsxError> {
        for (column, heading) in headings {
            sheet.write_string_with_format(row, *column, *heading, &self.styles.header)?;
        }
        Ok(())
    }
}

/// An amount that leaves the range of money: the comparison itself would have failed.
fn beyond(_: MoneyError) -> XlsxError {
    XlsxError::ParameterError("an amount of the comparison is out of range".to_owned())
}

fn values<T: Copy + Ord>(range: Estimate<T>) -> [T; 3] {
    [range.low(), range.likely(), range.high()]
}

/// Adds the two sheets.
pub(super) fn add(
    workbook: &mut Workbook,
    shared: &mut Shared,
    comparison: &Comparison,
    lang: Lang,
) -> Result<(), XlsxError> {
    let title = lang.pick("Perbandingan", "Comparison");
    let working = lang.pick("Hitungan", "Working");
    let live = Live {
        comparison,
        plan: Plan::of(comparison),
        styles: &shared.styles,
        lang,
        sheet: shared.names.take(title),
        points: shared.names.take(working),
    };
    let what = lang.pick(
        "Perbandingan dengan rumus: ubah sel kuning, semuanya mengikuti",
        "Comparison with formulas: change yellow cells, everything follows",
    );
    shared.contents.push((live.sheet.clone(), what.to_owned()));
    let points = lang
        .pick("Titik-titik yang dihitung oleh lembar Perbandingan", "The points behind the Comparison sheet");
    shared.contents.push((live.points.clone(), points.to_owned()));
    main_sheet(workbook.add_worksheet(), &live, what)?;
    let sheet = workbook.add_worksheet();
    sheet.set_name(&live.points)?;
    points::fill(sheet, &live)?;
    page::set_up(sheet, None, lang)
}

fn main_sheet(sheet: &mut Worksheet, live: &Live<'_>, title: &str) -> Result<(), XlsxError> {
    let lang = live.lang;
    sheet.set_name(&live.sheet)?;
    sheet.write_string_with_format(0, 0, title, &live.styles.heading)?;
    sheet.write_string(1, 0, cell_text(&live.comparison.event.title))?;
    sheet.write_string(2, 0, lang.pick(
        "Cara tiap tempat mencakup kegiatan tetap seperti yang dipilih hemat pada masukan semula. Jika masukan banyak berubah, lihat Cara lain di bawah atau jalankan hemat lagi.",
        "How each venue covers the event stays as hemat chose it at the original inputs. If the inputs change much, look at Other ways below or run hemat again.",
    ))?;
    inputs::fill(sheet, live)?;
    results::fill(sheet, live)?;
    prices::fill(sheet, live)?;
    ways::fill(sheet, live)?;
    let widths = [28.0, 24.0, 24.0, 14.0, 14.0, 14.0, 14.0, 14.0, 14.0, 15.0, 15.0, 15.0, 18.0, 44.0, 10.0];
    for (column, width) in (0_u16..).zip(widths) {
        sheet.set_column_width(column, width)?;
    }
    sheet.set_freeze_panes(plan::INPUT_HEADER, 1)?;
    page::set_up(sheet, None, lang)
}
