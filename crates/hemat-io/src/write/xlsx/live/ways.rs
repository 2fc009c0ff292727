//! Other ways at the same venues, at their listed prices: they say when the way that is used is no longer the cheapest.

use hemat_core::comparison::{Place, WaySummary};
use hemat_core::money::Rupiah;
use hemat_core::report::way_text;
use rust_xlsxwriter::{Worksheet, XlsxError};

use super::formula::{formula, inputs, quoted, times};
use super::plan::{AMOUNT, OptionPlan, PRICE, cell};
use super::{Live, beyond};

/// How many other ways there are.
pub(super) fn count(live: &Live<'_>) -> u32 {
    let ways: usize = live.comparison.options.iter().map(|o| o.other_ways.len()).sum();
    u32::try_from(ways).unwrap_or_default()
}

pub(super) fn fill(sheet: &mut Worksheet, live: &Live<'_>) -> Result<(), XlsxError> {
    if count(live) == 0 {
        return Ok(());
    }
    let header = live.plan.ways_header;
    live.headers(
        sheet,
        header,
        &live.lang.pick(
            [
                (0, "Tempat"),
                (1, "Cara lain, pada harga semula"),
                (10, "Biaya mungkin tanpa biaya bersama"),
                (12, "Dibanding cara yang dipakai"),
            ],
            [
                (0, "Venue"),
                (1, "Other ways, at the original prices"),
                (10, "Likely cost without shared costs"),
                (12, "Against the way used"),
            ],
        ),
    )?;
    let mut row = header + 1;
    for plan in &live.plan.options {
        for way in &plan.option.other_ways {
            one(sheet, live, plan, way, row)?;
            row += 1;
        }
    }
    Ok(())
}

fn one(
    sheet: &mut Worksheet,
    live: &Live<'_>,
    plan: &OptionPlan<'_>,
    way: &WaySummary,
    row: u32,
) -> Result<(), XlsxError> {
    live.text(sheet, row, 0, &plan.option.name)?;
    sheet.write_string(row, 1, super::cell_text(&way_text(plan.option, way, live.lang)))?;
    let likely = inputs(PRICE[1]);
    let terms: Vec<String> =
        way.workings.iter().map(|w| format!("{}*{}", w.unit_price.likely(), times(w, &likely))).collect();
    let text = format!("={}", if terms.is_empty() { "0".to_owned() } else { terms.join("+") });
    sheet.write_formula_with_format(
        row,
        AMOUNT[1],
        formula(&text, way.likely_total),
        &live.styles.result_rupiah,
    )?;
    let own = plan.option.components.iter().zip(plan.first..);
    let used: Vec<String> =
        own.filter(|(c, _)| c.working.basis.is_some()).map(|(_, row)| cell(row, AMOUNT[1])).collect();
    let used = if used.is_empty() { "0".to_owned() } else { used.join("+") };
    let lang = live.lang;
    let (cheaper, not, lacks) = lang.pick(
        ("LEBIH MURAH: jalankan hemat lagi", "tidak lebih murah", "belum lengkap"),
        ("CHEAPER: run hemat again", "not cheaper", "not complete"),
    );
    let (text, result) = if way.missing.len() > plan.option.missing.len() {
        (format!("={}", quoted(lacks)), lacks)
    } else {
        let cost = cell(row, AMOUNT[1]);
        let text = format!("=IF(ROUND({cost}-({used}),2)<0,{},{})", quoted(cheaper), quoted(not));
        let now = used_now(live, plan)?;
        let fewer = way.missing.len() < plan.option.missing.len();
        (text, if way.likely_total < now && !fewer { cheaper } else { not })
    };
    sheet.write_formula_with_format(row, 12, formula(&text, result), &live.styles.result_text)?;
    Ok(())
}

/// What the way that is used costs at likely values.
fn used_now(live: &Live<'_>, plan: &OptionPlan<'_>) -> Result<Rupiah, XlsxError> {
    let likely = live.numbers([Place::Likely; 4]);
    plan.option
        .components
        .iter()
        .filter(|c| c.working.basis.is_some())
        .map(|c| c.working.amount_at(c.working.unit_price.likely(), likely))
        .try_fold(Rupiah::ZERO, |sum, amount| sum.try_add(amount?))
        .map_err(beyond)
}
