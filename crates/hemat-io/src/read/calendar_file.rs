//! `calendar.csv`: which place is taken when (columns `venue,start,end,holder,source`, both days inclusive).

use hemat_core::calendar::{Booking, Calendar};
use hemat_core::date::Date;

use crate::read::contract::{ContractErrors, Faults, plain_text};
use crate::read::contract_csv::{CsvContract, CsvRow, CsvRows};
use crate::read::toml_value::day_of;

const CONTRACT: CsvContract = CsvContract {
    columns: &["venue", "start", "end", "holder", "source"],
    required: &["venue", "start"],
    aliases: &[],
    is_row: |line| line.split([',', ';']).any(|cell| day_of(cell).is_some()),
};

/// Reads `calendar.csv`, delimited by `,` or `;`. `file` is the name that messages show; line numbers in
/// messages are CSV records, the header being the first. A row without `end` lasts one day.
///
/// # Errors
/// [`ContractErrors`] with every fault of the file: columns, dates, venues that are not in `known_venues`.
pub fn read_calendar(text: &str, file: &str, known_venues: &[&str]) -> Result<Calendar, ContractErrors> {
    let text = plain_text(text, file)?;
    let mut faults = Faults::of(text);
    let calendar = calendar(text, known_venues, &mut faults);
    faults.finish(file, calendar)
}

fn calendar(text: &str, known_venues: &[&str], faults: &mut Faults<'_>) -> Option<Calendar> {
    let rows = CsvRows::read(text, &CONTRACT, faults)?;
    let mut calendar = Calendar::default();
    for row in rows.iter() {
        if let Some((venue, booking)) = booking(row, known_venues, faults) {
            calendar.add(venue, booking);
        }
    }
    Some(calendar)
}

fn booking<'r>(
    row: CsvRow<'r>,
    known_venues: &[&str],
    faults: &mut Faults<'_>,
) -> Option<(&'r str, Booking)> {
    let venue = row.cell("venue");
    let known = known_venues.contains(&venue);
    if !known {
        let what = if venue.is_empty() { "missing" } else { "is not in the venues file" };
        row.fault(faults, "venue", what, &format!("known venues: {}", known_venues.join(", ")));
    }
    let mut day = |column: &str| -> Option<Date> {
        let text = row.cell(column);
        let day = day_of(text);
        if day.is_none() {
            let what = if text.is_empty() { "missing" } else { "is not a day of the calendar" };
            row.fault(faults, column, what, "write year-month-day, 2018-11-23 (1900 to 2199)");
        }
        day
    };
    let start = day("start");
    let end = if row.cell("end").is_empty() { start } else { day("end") };
    let (start, end) = (start?, end?);
    if end < start {
        let hint = "both days are inclusive; swap them if they are the wrong way round";
        row.fault(faults, "end", "lies before start", hint);
        return None;
    }
    let (holder, source) = (row.cell("holder").to_owned(), row.cell("source").to_owned());
    known.then_some((venue, Booking { start, end, holder, source }))
}
