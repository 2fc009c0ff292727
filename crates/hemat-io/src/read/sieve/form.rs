//! What kind of file it is, and how its rows are read.

use hemat_core::cost_line::BudgetStage;

use crate::read::budget::LayoutName;
use crate::read::layout::best_layout;
use crate::read::layout::package::{lists_packages, percent_of};
use crate::read::layout::pok::DETAILS_PERCENT;
use crate::read::layout::row::Rows;
use crate::read::source::Source;

use super::columns::Columns;

/// A file whose rows can be read one by one.
#[derive(Debug)]
pub(super) struct Form {
    /// As its head tells it.
    pub layout: LayoutName,
    /// The user names the layout.
    named: bool,
    pub delimiter: u8,
    /// Records before this one, counted from 0, are titles and header.
    pub data_from: u64,
    /// Of an export with one line of spending a row; a list of packages has none.
    pub columns: Option<Columns>,
    /// Stage of the lines that say none themselves.
    pub stage: Option<BudgetStage>,
}

impl Form {
    /// The form of a file by its head; `None` for one that cannot be read row by row.
    pub(super) fn of(source: &Source) -> Option<Self> {
        let layout = best_layout(source)?.name();
        let sheet = source.sheets.first()?;
        let (columns, stage) = match layout {
            LayoutName::Rka => (Some(Columns::of(source)?), sheet.titles.stage),
            LayoutName::Rup | LayoutName::Pok if Rows::of(source).first().is_some_and(lists_packages) => {
                (None, Some(BudgetStage::Adopted))
            }
            _ => return None,
        };
        Some(Form {
            layout,
            named: source.options.layout.is_some(),
            delimiter: u8::try_from(source.delimiter?).ok()?,
            data_from: sheet.header.as_ref()?.data_from as u64,
            columns,
            stage,
        })
    }

    /// True if all the rows say of the layout what the head said: so many of the first packages hold details, and so
    /// many rows there are.
    pub(super) fn is_still(&self, with_details: usize, rows: u64) -> bool {
        if self.named || self.columns.is_some() {
            return true;
        }
        let rows = usize::try_from(rows.saturating_sub(self.data_from)).unwrap_or(usize::MAX);
        let of_details = percent_of(with_details, rows) >= DETAILS_PERCENT;
        (self.layout == LayoutName::Pok) == of_details
    }
}
