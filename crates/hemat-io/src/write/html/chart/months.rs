//! Columns over the months of one or more years.

use hemat_core::date::month_name;
use hemat_core::lang::Lang;
use hemat_core::money::Rupiah;
use hemat_core::report::MonthColumn;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::scale::{Scale, short};
use super::svg::{Anchor, Svg};

/// Pixels of the tallest column.
const HEIGHT: u32 = 180;
/// Percent at the left for the values of the marks: sixty pixels on a phone.
const AXIS: u32 = 17;
/// Pixels above it, for the highest mark's value.
const HEAD: u32 = 18;

pub(super) fn months(columns: &[MonthColumn], lang: Lang) -> Svg {
    let mut svg = Svg::default();
    // A month of more refunds than payments has no column; its figure stands in the table.
    let Some(scale) = Scale::over(columns.iter().map(|c| c.amount.max(Rupiah::ZERO))) else { return svg };
    let left_edge = Decimal::from(AXIS);
    let foot = HEAD + HEIGHT;
    for mark in scale.marks() {
        let y = foot - pixels(&scale, mark);
        let class = if mark.is_zero() { "zero" } else { "mark" };
        svg.line_behind(class, (left_edge, y), (Decimal::ONE_HUNDRED, y));
        if !mark.is_zero() {
            svg.text("tick", Anchor::End, (left_edge - Decimal::ONE, y + 4), &short(mark, lang));
        }
    }
    svg.reach(foot);
    let wide = (Decimal::ONE_HUNDRED - left_edge) / Decimal::from(columns.len().max(1));
    for (at, column) in columns.iter().enumerate() {
        let left = left_edge + wide * Decimal::from(at);
        let tall = pixels(&scale, column.amount.max(Rupiah::ZERO));
        let inset = wide * Decimal::new(15, 2);
        if tall > 0 {
            svg.bar("s0", (left + inset, left + wide - inset), (foot - tall, tall));
        }
        let middle = left + wide / Decimal::TWO;
        svg.text("tick", Anchor::Middle, (middle, foot + 16), &month(column.month, columns.len(), lang));
        if column.month == 1 {
            svg.text("name", Anchor::Start, (left, foot + 36), &column.year.to_string());
        }
    }
    svg
}

/// Pixels of a value. A column that is not zero is seen.
fn pixels(scale: &Scale, value: Rupiah) -> u32 {
    let tall = scale.place(value) * Decimal::from(HEIGHT) / Decimal::ONE_HUNDRED;
    let tall = tall.round().to_u32().unwrap_or(0).min(HEIGHT);
    if value > Rupiah::ZERO { tall.max(1) } else { tall }
}

/// Three letters of a month where there is room, else one.
fn month(month: u32, columns: usize, lang: Lang) -> String {
    let letters = if columns > 12 { 1 } else { 3 };
    month_name(month, lang).chars().take(letters).collect()
}
