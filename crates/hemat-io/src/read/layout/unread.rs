//! Cells beside the amount that hold something and gave nothing: the row is used, and says so.

use hemat_core::cost_line::CostLine;

use crate::read::balance::Sink;
use crate::read::diagnostic::Severity;
use crate::read::layout::row::{Money, Rows};
use crate::read::synonyms::Field;
use crate::read::table::Record;

/// The diagnostic of such a cell.
pub(super) const UNREAD: &str = "cell-unreadable";

/// What such cells should hold.
pub(super) const PRICE: &str = "a price of one unit, in digits";
pub(super) const QUANTITY: &str = "a quantity such as 50 orang x 2 hari";
pub(super) const DAY: &str = "a day of the calendar, 2026-03-10";

/// What is said of one.
pub(super) fn unread_hint(wanted: &str) -> String {
    format!("not read as {wanted}; the row is used without it")
}

/// Names the price of a row of spending that could not be read into its line.
pub(super) fn name_unread_price(rows: &Rows<'_>, record: &Record, line: &CostLine, sink: &mut Sink) {
    if line.unit_price.is_some() {
        return;
    }
    let hint = match rows.money(record, Field::UnitPrice) {
        // A dash says that there is none.
        Money::Unclear("not-a-number", _)
            if !rows.raw(record, Field::UnitPrice).contains(char::is_alphanumeric) =>
        {
            return;
        }
        Money::Unclear("not-a-number", _) => unread_hint(PRICE),
        Money::Unclear(_, hint) => format!("{hint}; the row is used without its price"),
        Money::Blank | Money::Amount(_) => return,
    };
    sink.complain(rows.complaint(UNREAD, Severity::Warning, record, Some(Field::UnitPrice), hint));
}
