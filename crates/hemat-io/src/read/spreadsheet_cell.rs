//! One cell of a workbook -> a cell of a table.

use calamine::{Data, DataRef, ExcelDateTime};
use rust_decimal::{Decimal, RoundingStrategy};

use hemat_core::date::Date;

use crate::read::table::Cell;

/// From here on amounts are in rupiah and their decimals are sen; below, quantities and percentages keep theirs.
const SEN_FROM: i64 = 1_000;
/// Most decimals of a smaller number.
const MOST_DECIMALS: u32 = 6;

/// The largest amount whose sen a binary float still holds: beyond 9 x 10^13 rupiah the last digits are guesses.
#[must_use]
pub fn beyond_float_precision(value: Decimal) -> bool {
    value.abs() > Decimal::from(90_000_000_000_000_i64)
}

pub(super) fn cell_of_data(data: &Data) -> Cell {
    match data {
        Data::Int(number) => Cell::Number(Decimal::from(*number)),
        Data::Float(number) => number_cell(*number),
        Data::String(text) => text_cell(text),
        Data::Bool(value) => Cell::Text(value.to_string()),
        Data::DateTime(value) => date_cell(value),
        Data::DateTimeIso(text) => Date::parse_iso(text).map_or_else(|| text_cell(text), Cell::Date),
        Data::DurationIso(text) => text_cell(text),
        Data::Error(error) => Cell::Error(error.to_string()),
        Data::Empty => Cell::Empty,
    }
}

pub(super) fn cell_of_ref(data: &DataRef<'_>) -> Cell {
    match data {
        DataRef::SharedString(text) => text_cell(text),
        other => cell_of_data(&Data::from(other.clone())),
    }
}

/// `_x000D_` is how the format writes a carriage return; some programs write it as text, in either case.
fn text_cell(text: &str) -> Cell {
    if text.is_empty() {
        return Cell::Empty;
    }
    if text.contains(['\r', '_']) {
        let text = text.replace("_x000D_", "\r").replace("_x000d_", "\r").replace("_x0009_", "\t");
        return Cell::Text(text.replace("\r\n", "\n"));
    }
    Cell::Text(text.to_owned())
}

/// The shortest decimal that names this float, which is what the sheet shows; then rounded.
fn number_cell(number: f64) -> Cell {
    if !number.is_finite() {
        return Cell::Error("#NUM!".to_owned());
    }
    let text = format!("{number}");
    let Ok(value) =
        Decimal::from_str_exact(&text).or_else(|_| Decimal::from_scientific(&format!("{number:e}")))
    else {
        // 1e200 is no amount of anything; its text is kept for the complaint.
        return Cell::Text(format!("{number:e}"));
    };
    let decimals = if value.abs() >= Decimal::from(SEN_FROM) { 2 } else { MOST_DECIMALS };
    Cell::Number(value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero).normalize())
}

fn date_cell(value: &ExcelDateTime) -> Cell {
    if !value.is_datetime() {
        return number_cell(value.as_f64());
    }
    let (year, month, day, ..) = value.to_ymd_hms_milli();
    Date::from_ymd(i32::from(year), u32::from(month), u32::from(day))
        .map_or_else(|| number_cell(value.as_f64()), Cell::Date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_become_the_decimals_they_show() {
        let cases = [
            (57_456_457_922.650_024, "57456457922.65"),
            (-135_000_000_000.000_12, "-135000000000"),
            (2_788_500_000_001.994_6, "2788500000001.99"),
            (1_594_700_489_643.5, "1594700489643.5"),
            (0.1 + 0.2, "0.3"),
            (0.125, "0.125"),
            (-0.000_122_070_312_5, "-0.000122"),
            (4.959e-5, "0.00005"),
            (60_763_018.0, "60763018"),
            (1e15, "1000000000000000"),
        ];
        for (float, decimal) in cases {
            assert_eq!(
                number_cell(float),
                Cell::Number(Decimal::from_str_exact(decimal).unwrap()),
                "{float}"
            );
        }
        assert_eq!(number_cell(f64::NAN), Cell::Error("#NUM!".into()));
        assert_eq!(number_cell(1e200), Cell::Text("1e200".into()));
        assert!(
            number_cell(1e-200) == Cell::Number(Decimal::ZERO)
                || number_cell(1e-200) == Cell::Text("1e-200".into())
        );
    }

    #[test]
    fn amounts_beyond_a_float_are_told() {
        assert!(!beyond_float_precision(Decimal::from(90_000_000_000_000_i64)));
        assert!(beyond_float_precision(Decimal::from(-90_000_000_000_001_i64)));
    }
}
