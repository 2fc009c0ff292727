//! Charts of the program's own, drawn from cells that stand beside them.

use hemat_core::lang::Lang;
use hemat_core::report::Table;
use rust_xlsxwriter::{Chart, ChartSeries, ChartType, Worksheet, XlsxError};

use crate::write::flat::{FlatColumn, Part};

/// Tables that are drawn: id, the column of the bars, the most bars.
const DRAWN: [(&str, &str); 2] = [("by-agency", "saving"), ("by-month", "saving")];

/// The most bars; tables have the largest first.
const MOST_BARS: u32 = 15;

/// Draws the table of savings by agency or month at the right of its last column.
pub(super) fn of_table(
    sheet: &mut Worksheet,
    table: &Table,
    columns: &[FlatColumn],
    name: &str,
    (header, last_detail, _): (u32, u32, u32),
    lang: Lang,
) -> Result<(), XlsxError> {
    let Some((_, key)) = DRAWN.iter().find(|(id, _)| *id == table.id) else {
        return Ok(());
    };
    let bars = columns.iter().position(|c| c.of == *key && matches!(c.part, Part::Whole | Part::Likely));
    let Some(column) = bars.and_then(|at| u16::try_from(at).ok()).filter(|_| last_detail > header) else {
        return Ok(());
    };
    let last = last_detail.min(header + MOST_BARS);
    let heading = columns.get(usize::from(column)).map_or("", |c| c.heading.as_str());
    let mut drawn = Chart::new(ChartType::Bar);
    let mut series = ChartSeries::new();
    series.set_name(heading).set_categories((name, header + 1, 0, last, 0)).set_values((
        name,
        header + 1,
        column,
        last,
        column,
    ));
    drawn.push_series(&series);
    drawn.title().set_name(heading);
    // Of bars, the y axis is that of the names: the first row of the table at the top.
    drawn.y_axis().set_reverse();
    drawn.x_axis().set_num_format("#,##0");
    drawn.legend().set_hidden();
    drawn.set_alt_text(lang.pick(
        "Diagram batang dari kolom penghematan di sebelah kiri.",
        "Bar chart of the column of savings at the left.",
    ));
    drawn.set_width(720).set_height(120 + 26 * (last - header));
    let beside = u16::try_from(columns.len() + 1).unwrap_or(u16::MAX);
    sheet.insert_chart(header, beside, &drawn)?;
    Ok(())
}
