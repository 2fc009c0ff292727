//! Cells beside the amount that hold something and gave nothing: the row is used, and says so.

use hemat_core::cost_line::CostLine;
use rust_decimal::Decimal;

use crate::read::balance::Sink;
use crate::read::diagnostic::Severity;
use crate::read::layout::row::{Money, Rows};
use crate::read::quantity::read_quantity;
use crate::read::synonyms::Field;
use crate::read::table::Record;

/// The diagnostic of such a cell.
pub(super) const UNREAD: &str = "cell-unreadable";

/// What such cells should hold.
pub(super) const PRICE: &str = "a price of one unit, in digits";
pub(super) const QUANTITY: &str = "a quantity such as 50 orang x 2 hari";
pub(super) const DAY: &str = "a day of the calendar, 2026-03-10";
const NUMBER: &str = "a number";

/// What is said of one.
pub(super) fn unread_hint(wanted: &str) -> String {
    format!("not read as {wanted}; the row is used without it")
}

/// The volumes that exports keep in columns of their own.
const VOLUMES: [Field; 4] = [Field::Volume1, Field::Volume2, Field::Volume3, Field::Volume4];

/// Names the cells of price, quantity, volumes and day of a row of spending that could not be read into its line.
pub(super) fn name_unread(rows: &Rows<'_>, record: &Record, line: &CostLine, sink: &mut Sink) {
    let mut name = |field: Field, hint: String| {
        sink.complain(rows.complaint(UNREAD, Severity::Warning, record, Some(field), hint));
    };
    let holds = |field: Field| rows.text(record, field).contains(char::is_alphanumeric);
    if line.unit_price.is_none() {
        match rows.money(record, Field::UnitPrice) {
            Money::Unclear("not-a-number", _) if !holds(Field::UnitPrice) => {}
            Money::Unclear("not-a-number", _) => name(Field::UnitPrice, unread_hint(PRICE)),
            Money::Unclear(_, hint) => {
                name(Field::UnitPrice, format!("{hint}; the row is used without its price"));
            }
            Money::Blank | Money::Amount(_) => {}
        }
    }
    // Nothing is bought less than no times.
    let number = |field: Field| rows.number(record, field).map(|number| number >= Decimal::ZERO);
    if line.quantity.is_none() {
        let read = || read_quantity(&rows.text(record, Field::Quantity)).is_some();
        if holds(Field::Quantity) && !number(Field::Quantity).unwrap_or_else(read) {
            name(Field::Quantity, unread_hint(QUANTITY));
        }
        for field in VOLUMES.into_iter().filter(|field| rows.has(*field)) {
            if number(field) != Some(true) && holds(field) {
                name(field, unread_hint(NUMBER));
            }
        }
    }
    if line.date.is_none() && holds(Field::StartDate) {
        name(Field::StartDate, unread_hint(DAY));
    }
}
