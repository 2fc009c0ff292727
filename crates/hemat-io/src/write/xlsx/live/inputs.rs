//! The inputs that all venues share: yellow cells with the rules of what may be typed.

use hemat_core::comparison::FormulaInput;
use hemat_core::lang::Lang;
use hemat_core::report::Cell;
use hemat_core::source::SourceRef;
use rust_xlsxwriter::{DataValidation, DataValidationRule, Worksheet, XlsxError};

use super::formula::{formula, quoted};
use super::plan::{CHANGED, INPUT_HEADER, INPUTS, PRICE, STATE, TIMES, cell, down, on};
use super::{Live, values};

/// The most participants, days, meals or snacks that may be typed.
const MOST: i32 = 1_000_000;

pub(super) fn fill(sheet: &mut Worksheet, live: &Live<'_>) -> Result<(), XlsxError> {
    let lang = live.lang;
    let headings = lang.pick(
        [
            (0, "Masukan (sel kuning dapat diubah)"),
            (3, "Terendah"),
            (4, "Mungkin"),
            (5, "Tertinggi"),
            (6, "Semula"),
            (12, "Bukti"),
            (13, "Sumber"),
        ],
        [
            (0, "Inputs (yellow cells can be changed)"),
            (3, "Lowest"),
            (4, "Likely"),
            (5, "Highest"),
            (6, "Original"),
            (12, "Evidence"),
            (13, "Source"),
        ],
    );
    live.headers(sheet, INPUT_HEADER, &headings)?;
    for (input, row) in FormulaInput::ALL.into_iter().zip(INPUTS..) {
        live.text(sheet, row, 0, label(input, lang))?;
        let range = input.of(&live.comparison.event);
        for (at, column) in PRICE.into_iter().enumerate() {
            match range.and_then(|r| values(r).get(at).copied()) {
                Some(n) => sheet.write_number_with_format(row, column, n, &live.styles.input_count)?,
                None => sheet.write_blank(row, column, &live.styles.input_count)?,
            };
        }
        let original = range.map_or(Cell::Unknown, Cell::CountRange).display(lang);
        live.text(sheet, row, 6, &original)?;
        sheet.add_data_validation(row, 3, row, 5, &rule(input, lang)?)?;
    }
    if let Some(participants) = &live.comparison.event.participants {
        live.text(sheet, INPUTS, 12, participants.evidence.map_or("", |e| e.label(lang)))?;
        if participants.source != SourceRef::NotStated {
            live.text(sheet, INPUTS, 13, &participants.source.to_string())?;
        }
    }
    state(sheet, live)
}

/// Says whether the inputs are as they were, changed, or out of order.
fn state(sheet: &mut Worksheet, live: &Live<'_>) -> Result<(), XlsxError> {
    let lang = live.lang;
    let (original, changed, wrong) = words(lang);
    let same: Vec<String> = FormulaInput::ALL
        .into_iter()
        .zip(INPUTS..)
        .flat_map(|(input, row)| {
            let numbers = input.of(&live.comparison.event).map(values);
            PRICE.into_iter().enumerate().map(move |(at, column)| {
                match numbers.and_then(|n| n.get(at).copied()) {
                    Some(n) => format!("{}={n}", cell(row, column)),
                    None => format!("ISBLANK({})", cell(row, column)),
                }
            })
        })
        .collect();
    let rows = (live.plan.component_header + 1, live.plan.ways_header);
    let prices = format!("COUNTIF({},{})", down(CHANGED, rows.0, rows.1), quoted(changed_word(lang)));
    let in_order = on(&live.points, &cell(live.plan.in_order, 1));
    let text = format!(
        "=IF(NOT({in_order}),{},IF(AND({},{prices}=0),{},{}))",
        quoted(wrong),
        same.join(","),
        quoted(original),
        quoted(changed)
    );
    live.text(sheet, STATE, 0, lang.pick("Keadaan masukan", "State of the inputs"))?;
    sheet.write_formula_with_format(STATE, TIMES[0] - 3, formula(&text, original), &live.styles.warning)?;
    Ok(())
}

/// As the files have it; changed; out of order.
fn words(lang: Lang) -> (&'static str, &'static str, &'static str) {
    lang.pick(
        (
            "seperti berkas semula",
            "diubah dari berkas semula",
            "PERIKSA: terendah, mungkin, tertinggi harus berurutan",
        ),
        (
            "as in the original files",
            "changed from the original files",
            "CHECK: lowest, likely, highest must be in order",
        ),
    )
}

/// What stands beside a price that was changed.
pub(super) fn changed_word(lang: Lang) -> &'static str {
    lang.pick("diubah", "changed")
}

/// What stands beside a price that is as it was. (Programs take the stored result of an empty text for a zero.)
pub(super) fn same_word(lang: Lang) -> &'static str {
    lang.pick("tetap", "as it was")
}

fn label(input: FormulaInput, lang: Lang) -> &'static str {
    match input {
        FormulaInput::Participants => lang.pick("Peserta (orang)", "Participants"),
        FormulaInput::Days => lang.pick("Lama (hari)", "Days"),
        FormulaInput::Meals => lang.pick("Makan per hari", "Meals a day"),
        FormulaInput::Snacks => lang.pick("Kudapan per hari", "Snacks a day"),
    }
}

fn rule(input: FormulaInput, lang: Lang) -> Result<DataValidation, XlsxError> {
    let least = i32::try_from(input.least()).unwrap_or_default();
    DataValidation::new()
        .allow_whole_number(DataValidationRule::Between(least, MOST))
        .set_input_title(label(input, lang))?
        .set_input_message(lang.pick(
            "Bilangan bulat. Terendah, mungkin, tertinggi harus berurutan.",
            "A whole number. Lowest, likely, highest must be in order.",
        ))?
        .set_error_title(lang.pick("Bukan bilangan yang sah", "Not a valid number"))?
        .set_error_message(lang.pick(
            "Isi bilangan bulat; peserta dan hari paling sedikit 1.",
            "Type a whole number; at least 1 participant and 1 day.",
        ))
}
