//! The results: total, saving, verdict, fit and price per person of each venue, and the best of them.

use hemat_core::comparison::{Fits, Verdict};
use hemat_core::kind::VenueKind;
use hemat_core::report::{fits_label, free_text, verdict_label};
use rust_xlsxwriter::{Chart, ChartSeries, ChartType, ConditionalFormatFormula, Worksheet, XlsxError};

use super::super::number;
use super::formula::{formula, quoted};
use super::plan::{
    AMOUNT, COMPLETE, DIFFERENCE, FITS, FREE, INPUTS, OptionPlan, PRICE, RESULT_HEADER, TIMES, cell, down,
    letters, on,
};
use super::{Live, values};

/// Column of the price per person and day, and of hemat's total at the original inputs.
const PER_PERSON: u16 = 12;
const ORIGINAL: u16 = 13;

pub(super) fn fill(sheet: &mut Worksheet, live: &Live<'_>) -> Result<(), XlsxError> {
    let headings = live.lang.pick(
        [
            (0, "Tempat"),
            (1, "Kesimpulan"),
            (2, "Kursi menurut tata duduk"),
            (3, "Biaya, terendah"),
            (4, "Biaya, mungkin"),
            (5, "Biaya, tertinggi"),
            (6, "Penghematan, terendah"),
            (7, "Penghematan, mungkin"),
            (8, "Penghematan, tertinggi"),
            (9, "Lengkap?"),
            (10, "Muat?"),
            (11, "Kosong?"),
            (12, "Per orang per hari"),
            (13, "Biaya mungkin menurut hemat, pada masukan semula"),
        ],
        [
            (0, "Venue"),
            (1, "Verdict"),
            (2, "Seats in the layout"),
            (3, "Cost, lowest"),
            (4, "Cost, likely"),
            (5, "Cost, highest"),
            (6, "Saving, lowest"),
            (7, "Saving, likely"),
            (8, "Saving, highest"),
            (9, "Complete?"),
            (10, "Fits?"),
            (11, "Free?"),
            (12, "Per person a day"),
            (13, "Likely cost by hemat, at the original inputs"),
        ],
    );
    live.headers(sheet, RESULT_HEADER, &headings)?;
    for plan in &live.plan.options {
        total(sheet, live, plan)?;
        suitability(sheet, live, plan)?;
        match (plan.block, live.plan.baseline()) {
            (Some(block), Some(baseline)) => saving(sheet, live, (baseline, plan), block)?,
            _ => live.text(sheet, plan.result, 1, live.lang.pick("tempat asal", "baseline"))?,
        }
    }
    best(sheet, live)?;
    colours(sheet, live)?;
    bars(sheet, live)
}

fn unknown(live: &Live<'_>) -> &'static str {
    live.lang.pick("tidak diketahui", "unknown")
}

fn yes(live: &Live<'_>) -> &'static str {
    live.lang.pick("ya", "yes")
}

fn total(sheet: &mut Worksheet, live: &Live<'_>, plan: &OptionPlan<'_>) -> Result<(), XlsxError> {
    let (row, option) = (plan.result, plan.option);
    live.text(sheet, row, 0, &option.name)?;
    for ((column, amount), value) in PRICE.into_iter().zip(AMOUNT).zip(values(option.total)) {
        let text = format!("={}", cell(plan.total(), amount));
        sheet.write_formula_with_format(row, column, formula(&text, value), &live.styles.result_rupiah)?;
    }
    let (yes, no) = (yes(live), live.lang.pick("tidak: batas bawah", "no: lower bound"));
    let missing = plan.missing();
    let mut conditions = Vec::new();
    if !missing.is_empty() {
        let first = cell(missing.start, AMOUNT[0]);
        let last = cell(missing.end - 1, AMOUNT[2]);
        conditions.push(format!("COUNT({first}:{last})={}", missing.len() * 3));
    }
    // More meals or snacks than the bill covers would need a price that is not here.
    for (most, input) in option.covers().into_iter().zip([INPUTS + 2, INPUTS + 3]) {
        conditions.extend(most.map(|most| format!("{}<={most}", cell(input, PRICE[2]))));
    }
    let text = if conditions.is_empty() {
        format!("={}", quoted(yes))
    } else {
        format!("=IF(AND({}),{},{})", conditions.join(","), quoted(yes), quoted(no))
    };
    let result = if option.complete() { yes } else { no };
    sheet.write_formula_with_format(row, COMPLETE, formula(&text, result), &live.styles.result_text)?;
    let likely = |at: u32| format!("N({})", cell(INPUTS + at, PRICE[1]));
    let (people, days) = (likely(0), likely(1));
    let total = cell(row, PRICE[1]);
    let text = format!("=IF({people}*{days}=0,{},ROUND({total}/({people}*{days}),2))", quoted(unknown(live)));
    let result = option.per_person_day.map_or_else(|| unknown(live).to_owned(), |r| r.to_string());
    sheet.write_formula_with_format(row, PER_PERSON, formula(&text, result), &live.styles.result_rupiah)?;
    let original = number::money(option.total.likely());
    sheet.write_number_with_format(row, ORIGINAL, original, &live.styles.result_rupiah)?;
    Ok(())
}

/// Seats against participants, as the comparison holds them.
fn suitability(sheet: &mut Worksheet, live: &Live<'_>, plan: &OptionPlan<'_>) -> Result<(), XlsxError> {
    let (row, option) = (plan.result, plan.option);
    let word = |fits| quoted(fits_label(fits, live.lang));
    let (low, high) = (cell(INPUTS, PRICE[0]), cell(INPUTS, PRICE[2]));
    let text = match (option.kind, option.seats, option.theatre_seats) {
        (VenueKind::Online, _, _) => format!("={}", word(Fits::Yes)),
        (_, Some(seats), _) => format!(
            "=IF(COUNT({low},{high})<2,{unknown},IF({high}<={seats},{},IF({low}>{seats},{},{unknown})))",
            word(Fits::Yes),
            word(Fits::No),
            unknown = word(Fits::Unknown)
        ),
        (_, None, Some(theatre)) => format!(
            "=IF(COUNT({low},{high})<2,{unknown},IF({low}>{theatre},{},{unknown}))",
            word(Fits::No),
            unknown = word(Fits::Unknown)
        ),
        (_, None, None) => format!("={}", word(Fits::Unknown)),
    };
    let result = fits_label(option.fits, live.lang);
    sheet.write_formula_with_format(row, FITS, formula(&text, result), &live.styles.result_text)?;
    match option.seats {
        Some(seats) => {
            sheet.write_number_with_format(row, 2, seats, &live.styles.count.detail).map(|_| ())?
        }
        None => live.text(sheet, row, 2, unknown(live))?,
    }
    live.text(sheet, row, FREE, &free_text(option, live.lang))
}

fn saving(
    sheet: &mut Worksheet,
    live: &Live<'_>,
    (baseline, plan): (&OptionPlan<'_>, &OptionPlan<'_>),
    block: u32,
) -> Result<(), XlsxError> {
    let (row, option) = (plan.result, plan.option);
    let complete = |of: &OptionPlan<'_>| format!("{}={}", cell(of.result, COMPLETE), quoted(yes(live)));
    let (ours, theirs) = (complete(baseline), complete(plan));
    let likely = format!("{}-{}", cell(baseline.result, PRICE[1]), cell(row, PRICE[1]));
    let of_points = |at: usize, points: u32| {
        let column = DIFFERENCE.get(at).copied().unwrap_or_default();
        on(&live.points, &down(column, block + 1, block + points))
    };
    let savings = [
        format!("MIN({likely},{})", of_points(0, plan.corners)),
        likely.clone(),
        format!("MAX({likely},{})", of_points(1, plan.corners)),
    ];
    let results = option.saving.map(values);
    for (at, (column, text)) in TIMES.into_iter().zip(savings).enumerate() {
        let text = format!("=IF(AND({ours},{theirs}),{text},{})", quoted(unknown(live)));
        let result = results
            .and_then(|r| r.get(at).copied())
            .map_or_else(|| unknown(live).to_owned(), |r| r.to_string());
        sheet.write_formula_with_format(row, column, formula(&text, result), &live.styles.result_rupiah)?;
    }
    let low = format!("ROUND(MIN({likely},{}),2)", of_points(0, plan.points));
    let high = format!("ROUND(MAX({likely},{}),2)", of_points(1, plan.points));
    let word = |verdict| quoted(verdict_label(verdict, live.lang));
    let [cheaper, dearer, same, uncertain, cannot] =
        [Verdict::Cheaper, Verdict::Dearer, Verdict::Same, Verdict::Uncertain, Verdict::CannotTell].map(word);
    let in_order = on(&live.points, &cell(live.plan.in_order, 1));
    let check = quoted(live.lang.pick("periksa masukan", "check the inputs"));
    let text = format!(
        "=IF(NOT({in_order}),{check},IF(AND({ours},{theirs}),IF({low}>0,{cheaper},IF({high}<0,{dearer},IF(AND({low}=0,{high}=0),{same},{uncertain}))),\
         IF(AND({ours},NOT({theirs}),{high}<0),{dearer},IF(AND(NOT({ours}),{theirs},{low}>0),{cheaper},{cannot}))))"
    );
    let result = verdict_label(option.verdict, live.lang);
    sheet.write_formula_with_format(row, 1, formula(&text, result), &live.styles.result_text)?;
    Ok(())
}

fn best(sheet: &mut Worksheet, live: &Live<'_>) -> Result<(), XlsxError> {
    let lang = live.lang;
    live.text(sheet, live.plan.best, 0, lang.pick("Tempat terbaik", "Best venue"))?;
    let none = lang.pick("tidak ada", "none");
    let last = live.plan.by_id + u32::try_from(live.plan.options.len()).unwrap_or(1) - 1;
    let list = |column| on(&live.points, &down(column, live.plan.by_id, last));
    let (names, savings) = (list(0), list(1));
    let complete = live.plan.baseline().map_or_else(
        || "FALSE".to_owned(),
        |b| format!("{}={}", cell(b.result, COMPLETE), quoted(yes(live))),
    );
    let text = format!(
        "=IF(AND({complete},COUNT({savings})>0),INDEX({names},MATCH(MAX({savings}),{savings},0)),{})",
        quoted(none)
    );
    let best = live.comparison.best.as_ref().ok();
    let name =
        best.and_then(|id| live.comparison.options.iter().find(|o| o.venue == *id)).map_or(none, |o| &o.name);
    sheet.write_formula_with_format(live.plan.best, 1, formula(&text, name), &live.styles.warning)?;
    Ok(())
}

fn rows(live: &Live<'_>) -> (u32, u32) {
    (RESULT_HEADER + 1, live.plan.best - 1)
}

fn colours(sheet: &mut Worksheet, live: &Live<'_>) -> Result<(), XlsxError> {
    let (first, last) = rows(live);
    let top = rust_xlsxwriter::utility::row_col_to_cell(first, TIMES[0]);
    for (sign, format) in [("<", &live.styles.loss), (">", &live.styles.saving)] {
        // A text is greater than any number, so that it has to be asked for.
        let rule = format!("=AND(ISNUMBER({top}),N({top}){sign}0)");
        let colour = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(format);
        sheet.add_conditional_format(first, TIMES[0], last, TIMES[2], &colour)?;
    }
    Ok(())
}

/// A bar for low, likely and high of each venue, beside the results.
fn bars(sheet: &mut Worksheet, live: &Live<'_>) -> Result<(), XlsxError> {
    let (first, last) = rows(live);
    let mut chart = Chart::new(ChartType::Bar);
    let names = live.lang.pick(["terendah", "mungkin", "tertinggi"], ["lowest", "likely", "highest"]);
    let colours = [0xBF_D7_EA_u32, 0x1F_4E_5F, 0x7F_A8_C9];
    for ((column, name), colour) in PRICE.into_iter().zip(names).zip(colours) {
        let mut series = ChartSeries::new();
        series.set_name(name).set_categories((live.sheet.as_str(), first, 0, last, 0)).set_values((
            live.sheet.as_str(),
            first,
            column,
            last,
            column,
        ));
        series.set_format(
            rust_xlsxwriter::ChartFormat::new()
                .set_solid_fill(rust_xlsxwriter::ChartSolidFill::new().set_color(colour)),
        );
        chart.push_series(&series);
    }
    chart.title().set_name(live.lang.pick(
        "Biaya tiap tempat (yang belum lengkap: batas bawah)",
        "Cost of each venue (incomplete: a lower bound)",
    ));
    // Of bars, the y axis is that of the names: the first venue at the top.
    chart.y_axis().set_reverse();
    chart.x_axis().set_min(0).set_num_format("#,##0");
    let (low, high) = (letters(PRICE[0]), letters(PRICE[2]));
    chart.set_alt_text(match live.lang {
        hemat_core::lang::Lang::Id => format!(
            "Diagram batang dari biaya terendah, mungkin, dan tertinggi di kolom {low} sampai {high}."
        ),
        hemat_core::lang::Lang::En => {
            format!("Bar chart of the lowest, likely and highest cost in columns {low} to {high}.")
        }
    });
    chart.set_width(760).set_height(140 + 60 * (last - first + 1));
    sheet.insert_chart(live.plan.ways_header + 3 + super::ways::count(live), 0, &chart)?;
    Ok(())
}
