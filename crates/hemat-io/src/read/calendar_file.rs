//! `calendar.csv`: which place is taken when (columns `venue,start,end,holder,source`, both days inclusive).

use csv::StringRecord;

use hemat_core::calendar::{Booking, Calendar};
use hemat_core::date::Date;

use crate::read::contract::{ContractErrors, Faults, plain_text, shown};
use crate::read::contract_table::{Columns, ContractTable, contract_table};
use crate::read::toml_value::day_of;

const COLUMNS: Columns<'static> = Columns {
    known: &["venue", "start", "end", "holder", "source"],
    required: &["venue", "start"],
    family: None,
};

/// Reads `calendar.csv`, delimited by `,` or `;`. `file` is the name that messages show; line numbers in
/// messages are CSV records, the header being the first. A row without `end` lasts one day.
///
/// # Errors
/// [`ContractErrors`] with every fault of the file: columns, dates, venues that are not in `known_venues`.
pub fn read_calendar(text: &str, file: &str, known_venues: &[&str]) -> Result<Calendar, ContractErrors> {
    let text = plain_text(text, file)?;
    let mut faults = Faults::of(text);
    let calendar = contract_table(text, &COLUMNS, &mut faults).map(|table| {
        let mut calendar = Calendar::default();
        for (row, record) in &table.rows {
            if let Some((venue, booking)) = booking(&table, *row, record, known_venues, &mut faults) {
                calendar.add(venue, booking);
            }
        }
        calendar
    });
    faults.finish(file, calendar)
}

fn booking<'r>(
    table: &ContractTable,
    row: u64,
    record: &'r StringRecord,
    known_venues: &[&str],
    faults: &mut Faults<'_>,
) -> Option<(&'r str, Booking)> {
    let cell = |name: &str| table.cell(record, name);
    let venue = cell("venue");
    let known = known_venues.contains(&venue);
    if !known {
        let what = if venue.is_empty() { "missing" } else { "is not in the venues file" };
        let found = Some(shown(venue)).filter(|text| !text.is_empty());
        faults.push(row, "venue", what, found, &format!("known venues: {}", known_venues.join(", ")));
    }
    let mut day = |column: &str| -> Option<Date> {
        if cell(column).is_empty() {
            faults.push(row, column, "missing", None, DAY_HINT);
        }
        read_day(row, column, cell(column), faults)
    };
    let start = day("start");
    let end = if cell("end").is_empty() { start } else { day("end") };
    let (start, end) = (start?, end?);
    if end < start {
        let hint = "both days are inclusive; swap them if they are the wrong way round";
        faults.push(row, "end", "lies before start", Some(shown(cell("end"))), hint);
        return None;
    }
    let (holder, source) = (cell("holder").to_owned(), cell("source").to_owned());
    known.then_some((venue, Booking { start, end, holder, source }))
}

/// How a day is written.
pub(super) const DAY_HINT: &str = "write year-month-day, 2018-11-23 (1900 to 2199)";

/// A day of a cell; `None` also for an empty cell, which is no fault here.
pub(super) fn read_day(row: u64, column: &str, text: &str, faults: &mut Faults<'_>) -> Option<Date> {
    let day = day_of(text);
    if day.is_none() && !text.is_empty() {
        faults.push(row, column, "is not a day of the calendar", Some(shown(text)), DAY_HINT);
    }
    day
}
