//! The sheet of points: both bills of each pair of venues at every point that can hold the least or the greatest
//! difference, with shared inputs alike on both sides and prices at opposite ends.

use std::collections::BTreeMap;

use hemat_core::calendar::Free;
use hemat_core::comparison::{CostOf, Fits, FormulaPoint, InputNumbers, VenueOption, formula_points};
use hemat_core::estimate::Point;
use hemat_core::money::{MoneyError, Rupiah};
use hemat_core::report::fits_label;
use rust_xlsxwriter::{Worksheet, XlsxError};

use super::formula::{formula, place, quoted, times};
use super::plan::{
    AMOUNT, BILLS, DIFFERENCE, FITS, INPUTS, OptionPlan, POINT_INPUTS, PRICE, TIMES, cell, down, on,
};
use super::{Live, beyond};

pub(super) fn fill(sheet: &mut Worksheet, live: &Live<'_>) -> Result<(), XlsxError> {
    in_order(sheet, live)?;
    by_id(sheet, live)?;
    let Some(baseline) = live.plan.baseline() else { return Ok(()) };
    for plan in &live.plan.options {
        if let Some(block) = plan.block {
            one_block(sheet, live, (baseline, plan), block)?;
        }
    }
    for (column, width) in
        (0_u16..).zip([34.0, 12.0, 10.0, 10.0, 10.0, 18.0, 18.0, 18.0, 18.0, 18.0, 18.0, 12.0])
    {
        sheet.set_column_width(column, width)?;
    }
    Ok(())
}

/// True while lowest, likely and highest are in order everywhere.
fn in_order(sheet: &mut Worksheet, live: &Live<'_>) -> Result<(), XlsxError> {
    let plan = &live.plan;
    let pairs = |columns: [u16; 3], first: u32, last: u32| {
        columns
            .windows(2)
            .filter_map(|pair| <[u16; 2]>::try_from(pair).ok())
            .map(|[left, right]| {
                let range = |column| on(&live.sheet, &down(column, first, last));
                format!("SUMPRODUCT(--({}>{}))", range(left), range(right))
            })
            .collect::<Vec<_>>()
    };
    let mut counts = pairs(PRICE, INPUTS, INPUTS + 3);
    let last = plan.ways_header.saturating_sub(2).max(plan.component_header + 1);
    counts.extend(pairs(PRICE, plan.component_header + 1, last));
    counts.extend(pairs(AMOUNT, plan.component_header + 1, last));
    live.text(sheet, plan.in_order, 0, live.lang.pick("Masukan berurutan", "Inputs in order"))?;
    let text = format!("={}=0", counts.join("+"));
    sheet.write_formula(plan.in_order, 1, formula(&text, "TRUE"))?;
    Ok(())
}

/// The likely saving of each venue that may be called the best, by id: ties go to the first.
fn by_id(sheet: &mut Worksheet, live: &Live<'_>) -> Result<(), XlsxError> {
    let title = live.lang.pick("Tempat yang dapat menjadi yang terbaik", "Venues that may be the best");
    sheet.write_string_with_format(live.plan.by_id - 1, 0, title, &live.styles.heading)?;
    let sorted: BTreeMap<&str, &OptionPlan<'_>> =
        live.plan.options.iter().map(|plan| (plan.option.venue.as_str(), plan)).collect();
    for (plan, row) in sorted.values().zip(live.plan.by_id..) {
        let name = on(&live.sheet, &cell(plan.result, 0));
        sheet.write_formula(row, 0, formula(&format!("={name}"), &plan.option.name))?;
        if plan.block.is_none() || matches!(plan.option.free, Free::No(_)) {
            continue;
        }
        let saving = on(&live.sheet, &cell(plan.result, TIMES[1]));
        let fits = on(&live.sheet, &cell(plan.result, FITS));
        let yes = quoted(fits_label(Fits::Yes, live.lang));
        let text = format!("=IF(AND(ISNUMBER({saving}),{fits}={yes},N({saving})>0),{saving},\"-\")");
        let may = plan.option.fits == Fits::Yes;
        let result = plan.option.saving.map(|s| s.likely()).filter(|s| may && *s > Rupiah::ZERO);
        let result = result.map_or_else(|| "-".to_owned(), |s| s.to_string());
        sheet.write_formula_with_format(row, 1, formula(&text, result), &live.styles.result_rupiah)?;
    }
    Ok(())
}

fn one_block(
    sheet: &mut Worksheet,
    live: &Live<'_>,
    (baseline, plan): (&OptionPlan<'_>, &OptionPlan<'_>),
    block: u32,
) -> Result<(), XlsxError> {
    let lang = live.lang;
    live.headers(
        sheet,
        block,
        &lang.pick(
            [
                (1, "Peserta"),
                (2, "Hari"),
                (3, "Makan"),
                (4, "Kudapan"),
                (5, "Asal, harga terendah"),
                (6, "Asal, harga tertinggi"),
                (7, "Tempat ini, harga terendah"),
                (8, "Tempat ini, harga tertinggi"),
                (9, "Selisih terkecil"),
                (10, "Selisih terbesar"),
                (11, "Titik"),
            ],
            [
                (1, "Participants"),
                (2, "Days"),
                (3, "Meals"),
                (4, "Snacks"),
                (5, "Baseline, low prices"),
                (6, "Baseline, high prices"),
                (7, "This venue, low prices"),
                (8, "This venue, high prices"),
                (9, "Least difference"),
                (10, "Greatest difference"),
                (11, "Point"),
            ],
        ),
    )?;
    sheet.write_string_with_format(block, 0, super::cell_text(&plan.option.name), &live.styles.header)?;
    for (point, row) in formula_points(baseline.option, plan.option).iter().zip(block + 1..) {
        one_point(sheet, live, (baseline, plan), point, row)?;
    }
    Ok(())
}

fn one_point(
    sheet: &mut Worksheet,
    live: &Live<'_>,
    (baseline, plan): (&OptionPlan<'_>, &OptionPlan<'_>),
    point: &FormulaPoint,
    row: u32,
) -> Result<(), XlsxError> {
    let numbers = live.numbers(point.places);
    for (((at, column), of), number) in (0_u32..).zip(POINT_INPUTS).zip(point.places).zip(numbers) {
        let text = format!("={}", place(of, at, |reference| on(&live.sheet, reference)));
        sheet.write_formula_with_format(row, column, formula(&text, number), &live.styles.count.detail)?;
    }
    let mut totals = [Rupiah::ZERO; 4];
    let bills = [(baseline, Point::Low), (baseline, Point::High), (plan, Point::Low), (plan, Point::High)];
    for (((of, end), column), total) in bills.into_iter().zip(BILLS).zip(&mut totals) {
        *total = bill(of.option, end, numbers).map_err(beyond)?;
        let text = format!("={}", bill_formula(live, of, end, row));
        sheet.write_formula_with_format(row, column, formula(&text, *total), &live.styles.result_rupiah)?;
    }
    let [base_low, base_high, low, high] = totals;
    let differences = [(0, 3, base_low.try_sub(high)), (1, 2, base_high.try_sub(low))];
    for ((left, right, result), column) in differences.into_iter().zip(DIFFERENCE) {
        let side = |at: usize| cell(row, BILLS.get(at).copied().unwrap_or_default());
        let text = format!("={}-{}", side(left), side(right));
        sheet.write_formula_with_format(
            row,
            column,
            formula(&text, result.map_err(beyond)?),
            &live.styles.result_rupiah,
        )?;
    }
    let kind =
        if point.corner { live.lang.pick("sudut", "corner") } else { live.lang.pick("antara", "between") };
    live.text(sheet, row, 11, kind)
}

/// What a venue charges at these inputs, with all prices at one end; costs of the event itself are on both sides.
fn bill(option: &VenueOption, end: Point, numbers: InputNumbers) -> Result<Rupiah, MoneyError> {
    let own = option.components.iter().filter(|c| matches!(c.of, CostOf::Venue(_)));
    own.map(|c| c.working.amount_at(c.working.unit_price.at(end), numbers))
        .try_fold(Rupiah::ZERO, |sum, amount| sum.try_add(amount?))
}

fn bill_formula(live: &Live<'_>, plan: &OptionPlan<'_>, end: Point, row: u32) -> String {
    let inputs = POINT_INPUTS.map(|column| cell(row, column));
    let at = if end == Point::Low { 0 } else { 2 };
    let column = |of: [u16; 3]| of.get(at).copied().unwrap_or_default();
    let own =
        plan.option.components.iter().zip(plan.first..).filter(|(c, _)| matches!(c.of, CostOf::Venue(_)));
    let mut terms: Vec<String> = own
        .map(|(c, row)| {
            format!("{}*{}", on(&live.sheet, &cell(row, column(PRICE))), times(&c.working, &inputs))
        })
        .collect();
    terms.extend(plan.missing().map(|row| format!("N({})", on(&live.sheet, &cell(row, column(AMOUNT))))));
    if terms.is_empty() { "0".to_owned() } else { terms.join("+") }
}
