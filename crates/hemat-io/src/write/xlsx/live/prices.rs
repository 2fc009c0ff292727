//! The components: a price to change, how often it is charged, what it comes to; and each venue's total.

use hemat_core::comparison::{ComponentCost, Place};
use hemat_core::report::{cost_of, missing_reason};
use hemat_core::source::SourceRef;
use rust_xlsxwriter::{DataValidation, DataValidationRule, Worksheet, XlsxError};

use super::super::number;
use super::formula::{formula, inputs, quoted, times};
use super::inputs::{changed_word, same_word};
use super::plan::{AMOUNT, CHANGED, OptionPlan, PRICE, TIMES, cell, down};
use super::{Live, beyond, values};

/// Prices up to the amount that a workbook holds exactly.
const MOST: f64 = 9e13;

pub(super) fn fill(sheet: &mut Worksheet, live: &Live<'_>) -> Result<(), XlsxError> {
    let headings = live.lang.pick(
        [
            (0, "Tempat"),
            (1, "Komponen"),
            (2, "Dihitung atas"),
            (3, "Harga satuan, terendah"),
            (4, "Harga satuan, mungkin"),
            (5, "Harga satuan, tertinggi"),
            (6, "Kali, terendah"),
            (7, "Kali, mungkin"),
            (8, "Kali, tertinggi"),
            (9, "Biaya, terendah"),
            (10, "Biaya, mungkin"),
            (11, "Biaya, tertinggi"),
            (12, "Bukti"),
            (13, "Sumber"),
            (14, "Diubah?"),
        ],
        [
            (0, "Venue"),
            (1, "Component"),
            (2, "Charged on"),
            (3, "Unit price, lowest"),
            (4, "Unit price, likely"),
            (5, "Unit price, highest"),
            (6, "Times, lowest"),
            (7, "Times, likely"),
            (8, "Times, highest"),
            (9, "Cost, lowest"),
            (10, "Cost, likely"),
            (11, "Cost, highest"),
            (12, "Evidence"),
            (13, "Source"),
            (14, "Changed?"),
        ],
    );
    live.headers(sheet, live.plan.component_header, &headings)?;
    for plan in &live.plan.options {
        for (component, row) in plan.option.components.iter().zip(plan.first..) {
            live.text(sheet, row, 0, &plan.option.name)?;
            one(sheet, live, component, row)?;
        }
        for (missing, row) in plan.option.missing.iter().zip(plan.missing()) {
            live.text(sheet, row, 0, &plan.option.name)?;
            live.text(sheet, row, 1, missing.component.label(live.lang))?;
            live.text(sheet, row, 2, missing_reason(missing.reason, live.lang))?;
            live.text(
                sheet,
                row,
                13,
                live.lang.pick(
                    "Isi biaya seluruhnya di sel kuning jika diketahui",
                    "Type the whole cost into the yellow cells once it is known",
                ),
            )?;
            for column in AMOUNT {
                sheet.write_blank(row, column, &live.styles.input_rupiah)?;
            }
            sheet.add_data_validation(row, AMOUNT[0], row, AMOUNT[2], &rule(live)?)?;
        }
        total(sheet, live, plan)?;
    }
    Ok(())
}

fn one(sheet: &mut Worksheet, live: &Live<'_>, cost: &ComponentCost, row: u32) -> Result<(), XlsxError> {
    let lang = live.lang;
    live.text(sheet, row, 1, &cost_of(&cost.of, lang))?;
    let factors: Vec<String> = cost.working.factors.iter().map(|f| f.display(lang)).collect();
    let factors = if factors.is_empty() {
        lang.pick("seluruh kegiatan", "the whole event").to_owned()
    } else {
        factors.join(" x ")
    };
    live.text(sheet, row, 2, &factors)?;
    let places = [Place::Low, Place::Likely, Place::High];
    let mut unchanged = Vec::new();
    for (at, place) in places.into_iter().enumerate() {
        let column = |of: [u16; 3]| of.get(at).copied().unwrap_or_default();
        let (price, often, amount) = (column(PRICE), column(TIMES), column(AMOUNT));
        let Some(value) = values(cost.working.unit_price).get(at).copied() else { continue };
        // As many digits as the price has: a rounded price would not give hemat's own amount.
        let exact = number::number(value.value());
        sheet.write_number_with_format(row, price, exact, &live.styles.input_rupiah)?;
        unchanged.push(format!("{}={}", cell(row, price), value));
        let numbers = live.numbers([place; 4]);
        let count = cost.working.times_at(numbers).map_err(beyond)?.normalize();
        let text = format!("={}", times(&cost.working, &inputs(price)));
        sheet.write_formula_with_format(row, often, formula(&text, count), &live.styles.count.detail)?;
        let text = format!("={}*{}", cell(row, price), cell(row, often));
        let result = values(cost.amount).get(at).copied().unwrap_or_default();
        sheet.write_formula_with_format(row, amount, formula(&text, result), &live.styles.result_rupiah)?;
    }
    live.text(sheet, row, 12, cost.evidence.label(lang))?;
    if cost.source != SourceRef::NotStated {
        live.text(sheet, row, 13, &cost.source.to_string())?;
    }
    let (same, changed) = (same_word(lang), changed_word(lang));
    let text = format!("=IF(AND({}),{},{})", unchanged.join(","), quoted(same), quoted(changed));
    sheet.write_formula_with_format(row, CHANGED, formula(&text, same), &live.styles.result_text)?;
    sheet.add_data_validation(row, PRICE[0], row, PRICE[2], &rule(live)?)?;
    Ok(())
}

fn total(sheet: &mut Worksheet, live: &Live<'_>, plan: &OptionPlan<'_>) -> Result<(), XlsxError> {
    let row = plan.total();
    for column in 0..=13 {
        sheet.write_blank(row, column, &live.styles.text.total)?;
    }
    sheet.write_string_with_format(row, 0, super::cell_text(&plan.option.name), &live.styles.text.total)?;
    sheet.write_string_with_format(row, 1, live.lang.pick("Jumlah", "Total"), &live.styles.text.total)?;
    for (column, value) in AMOUNT.into_iter().zip(values(plan.option.total)) {
        let text = if plan.first == row {
            "=0".to_owned()
        } else {
            format!("=SUM({})", down(column, plan.first, row - 1))
        };
        sheet.write_formula_with_format(row, column, formula(&text, value), &live.styles.rupiah.total)?;
    }
    Ok(())
}

fn rule(live: &Live<'_>) -> Result<DataValidation, XlsxError> {
    DataValidation::new()
        .allow_decimal_number(DataValidationRule::Between(0.0, MOST))
        .set_error_title(live.lang.pick("Bukan harga yang sah", "Not a valid price"))?
        .set_error_message(live.lang.pick("Isi rupiah, nol atau lebih.", "Type rupiah, zero or more."))
}
