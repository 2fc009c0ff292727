//! `calendar.csv`: which place is taken when (columns `venue,start,end,holder,source`, both days inclusive).

use hemat_core::calendar::{Booking, Calendar};
use hemat_core::date::Date;

use crate::read::contract::{ContractErrors, Faults, plain_text, shown};
use crate::read::contract_csv::{CsvContract, CsvRow, CsvRows};
use crate::read::toml_value::day_of;

const CONTRACT: CsvContract<'static> = CsvContract {
    columns: &["venue", "start", "end", "holder", "source"],
    required: &["venue", "start"],
    aliases: &[],
    family: None,
    comments: false,
    is_row: holds_a_day,
};

/// Reads `calendar.csv`, delimited by `,` or `;`. `file` is the name that messages show; line numbers in
/// messages are CSV records, the header being the first. A row without `end` lasts one day.
///
/// # Errors
/// [`ContractErrors`] with every fault of the file: columns, dates, venues that are not in `known_venues`.
pub fn read_calendar(text: &str, file: &str, known_venues: &[&str]) -> Result<Calendar, ContractErrors> {
    let text = plain_text(text, file)?;
    let mut faults = Faults::of(text);
    let calendar = CsvRows::read(text, &CONTRACT, &mut faults).map(|rows| {
        let mut calendar = Calendar::default();
        for row in rows.iter() {
            if let Some((venue, booking)) = booking(row, known_venues, &mut faults) {
                calendar.add(venue, booking);
            }
        }
        calendar
    });
    faults.finish(file, calendar)
}

fn booking<'r>(
    row: CsvRow<'r>,
    known_venues: &[&str],
    faults: &mut Faults<'_>,
) -> Option<(&'r str, Booking)> {
    let cell = |name: &str| row.cell(name);
    let number = row.number;
    let venue = cell("venue");
    let known = known_venues.contains(&venue);
    if !known {
        let what = if venue.is_empty() { "missing" } else { "is not in the venues file" };
        let found = Some(shown(venue)).filter(|text| !text.is_empty());
        faults.push(number, "venue", what, found, &format!("known venues: {}", known_venues.join(", ")));
    }
    let mut day = |column: &str| -> Option<Date> {
        if cell(column).is_empty() {
            faults.push(number, column, "missing", None, DAY_HINT);
        }
        read_day(number, column, cell(column), faults)
    };
    let start = day("start");
    let end = if cell("end").is_empty() { start } else { day("end") };
    let (start, end) = (start?, end?);
    if end < start {
        let hint = "both days are inclusive; swap them if they are the wrong way round";
        faults.push(number, "end", "lies before start", Some(shown(cell("end"))), hint);
        return None;
    }
    let (holder, source) = (cell("holder").to_owned(), cell("source").to_owned());
    known.then_some((venue, Booking { start, end, holder, source }))
}

/// True for a line with a cell that is a day, which makes it a row of a calendar or of a schedule.
pub(super) fn holds_a_day(line: &str) -> bool {
    line.split([',', ';']).any(|cell| day_of(cell).is_some())
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
