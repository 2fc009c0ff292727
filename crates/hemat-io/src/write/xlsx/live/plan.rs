//! Where everything stands, fixed before anything is written, since formulas point in all directions.

use hemat_core::comparison::{Comparison, VenueOption, formula_points};
use rust_xlsxwriter::utility::{column_number_to_name, quote_sheet_name, row_col_to_cell_absolute};

/// Row of the header of the inputs.
pub(super) const INPUT_HEADER: u32 = 4;
/// Row of the first input.
pub(super) const INPUTS: u32 = INPUT_HEADER + 1;
/// Row that tells the state of the inputs.
pub(super) const STATE: u32 = INPUTS + 4;
/// Row of the header of the results.
pub(super) const RESULT_HEADER: u32 = STATE + 2;

/// Columns of the sheet people work in: low, likely, high of inputs, prices and totals.
pub(super) const PRICE: [u16; 3] = [3, 4, 5];
/// How often a price is charged, and, in the results, the saving.
pub(super) const TIMES: [u16; 3] = [6, 7, 8];
/// Amounts.
pub(super) const AMOUNT: [u16; 3] = [9, 10, 11];
/// In the results: whether the total is complete, whether the venue fits, whether it is free.
pub(super) const COMPLETE: u16 = 9;
pub(super) const FITS: u16 = 10;
pub(super) const FREE: u16 = 11;
/// Whether a price was changed.
pub(super) const CHANGED: u16 = 14;

/// Columns of the sheet of points: the four inputs, then the two bills at low and high prices, then the difference.
pub(super) const POINT_INPUTS: [u16; 4] = [1, 2, 3, 4];
pub(super) const BILLS: [u16; 4] = [5, 6, 7, 8];
pub(super) const DIFFERENCE: [u16; 2] = [9, 10];

/// Rows of one venue.
pub(super) struct OptionPlan<'a> {
    pub option: &'a VenueOption,
    /// In the results.
    pub result: u32,
    /// Of its first component; its missing components follow the others, then comes the total.
    pub first: u32,
    /// On the sheet of points: the row that sums them up. `None` for the baseline.
    pub block: Option<u32>,
    /// How many points there are, and how many of them are corners.
    pub points: u32,
    pub corners: u32,
}

impl OptionPlan<'_> {
    /// The rows of what has no price.
    pub(super) fn missing(&self) -> std::ops::Range<u32> {
        let first = self.first + length(self.option.components.len());
        first..self.total()
    }

    pub(super) fn total(&self) -> u32 {
        self.first + length(self.option.components.len() + self.option.missing.len())
    }
}

/// Where everything stands.
pub(super) struct Plan<'a> {
    pub options: Vec<OptionPlan<'a>>,
    /// Row of the best venue.
    pub best: u32,
    /// Row of the header of the components.
    pub component_header: u32,
    /// Row of the header of the other ways.
    pub ways_header: u32,
    /// On the sheet of points: the row that tells whether the inputs are in order, and the first row of the list of
    /// venues by id.
    pub in_order: u32,
    pub by_id: u32,
}

impl<'a> Plan<'a> {
    pub(super) fn of(comparison: &'a Comparison) -> Self {
        let best = RESULT_HEADER + 1 + length(comparison.options.len());
        let component_header = best + 2;
        let mut next = component_header + 1;
        let (in_order, by_id) = (1, 4);
        let mut next_block = by_id + length(comparison.options.len()) + 2;
        let mut options = Vec::new();
        for (option, result) in comparison.options.iter().zip(RESULT_HEADER + 1..) {
            let mut plan = OptionPlan { option, result, first: next, block: None, points: 0, corners: 0 };
            if let Some(baseline) = comparison.baseline_option().filter(|b| b.venue != option.venue) {
                let points = formula_points(baseline, option);
                plan.block = Some(next_block);
                plan.points = length(points.len());
                plan.corners = length(points.iter().filter(|p| p.corner).count());
                next_block += plan.points + 2;
            }
            next = plan.total() + 1;
            options.push(plan);
        }
        Plan { options, best, component_header, ways_header: next + 1, in_order, by_id }
    }

    /// The baseline's rows.
    pub(super) fn baseline(&self) -> Option<&OptionPlan<'a>> {
        self.options.iter().find(|o| o.block.is_none())
    }
}

/// Lengths of lists here are far below 2^32.
fn length(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX / 4)
}

/// `$E$5`.
pub(super) fn cell(row: u32, column: u16) -> String {
    row_col_to_cell_absolute(row, column)
}

/// `$E$5:$E$9`.
pub(super) fn down(column: u16, first: u32, last: u32) -> String {
    format!("{}:{}", cell(first, column), cell(last, column))
}

/// `Perbandingan!$E$5`.
pub(super) fn on(sheet: &str, reference: &str) -> String {
    format!("{}!{reference}", quote_sheet_name(sheet))
}

/// The letters of a column.
pub(super) fn letters(column: u16) -> String {
    column_number_to_name(column)
}
