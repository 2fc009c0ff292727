//! `calendar.csv`: which place is taken when (columns `venue,start,end,holder,source`, both days inclusive).

use std::collections::BTreeMap;

use hemat_core::calendar::{Booking, Calendar};
use hemat_core::date::Date;

use crate::read::contract::{ContractErrors, Faults, plain_text, shown};
use crate::read::toml_value::day_of;

const COLUMNS: [&str; 5] = ["venue", "start", "end", "holder", "source"];
const UNCLOSED: &str = "a quote is not closed, so that this row holds the next ones";
const UNCLOSED_HINT: &str = "close the \"quotes\" on this row; write a quote inside them twice";
const REQUIRED: [&str; 2] = ["venue", "start"];

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
    let mut records = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes())
        .into_records()
        .zip(1_u64..);
    let header = records.next().and_then(|(record, _)| record.ok()).unwrap_or_default();
    let columns = columns(&header, faults)?;
    let mut calendar = Calendar::default();
    let mut last_row = 1;
    for (record, row) in records {
        last_row = row;
        match record {
            Ok(record) if record.iter().all(str::is_empty) => {}
            Ok(record) => {
                let extra = record.iter().skip(header.len()).find(|cell| !cell.is_empty());
                if let Some(cell) = extra {
                    let hint = "put text that holds the delimiter in \"quotes\"";
                    faults.push(row, "row", "has more cells than the header", Some(shown(cell)), hint);
                }
                let swallowed = |cell: &str| {
                    cell.lines().skip(1).any(|line| line.split([',', ';']).any(|c| day_of(c).is_some()))
                };
                if let Some(cell) = record.iter().find(|cell| swallowed(cell)) {
                    faults.push(row, "row", UNCLOSED, Some(shown(cell)), UNCLOSED_HINT);
                }
                let cell = |name: &str| columns.get(name).and_then(|at| record.get(*at)).unwrap_or("");
                if let Some((venue, booking)) = booking(row, &cell, known_venues, faults) {
                    calendar.add(venue, booking);
                }
            }
            Err(error) => faults.push(row, "row", "cannot be read", None, &error.to_string()),
        }
    }
    // A quote that is never closed makes one cell of all rows after it: bookings would be lost in silence.
    if !text.matches('"').count().is_multiple_of(2) {
        faults.push(last_row, "row", UNCLOSED, None, UNCLOSED_HINT);
    }
    Some(calendar)
}

/// The delimiter that the first line holds more of.
fn delimiter(text: &str) -> u8 {
    let line = text.trim_start().lines().next().unwrap_or("");
    if line.matches(';').count() > line.matches(',').count() { b';' } else { b',' }
}

/// Where each column stands; unknown, repeated and missing ones are noted together.
fn columns(header: &csv::StringRecord, faults: &mut Faults<'_>) -> Option<BTreeMap<&'static str, usize>> {
    let valid = format!("valid columns: {}", COLUMNS.join(", "));
    let mut columns = BTreeMap::new();
    let mut good = true;
    for (at, name) in header.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        let lower = name.to_lowercase();
        match COLUMNS.into_iter().find(|column| *column == lower) {
            Some(column) if columns.insert(column, at).is_none() => {}
            Some(column) => {
                faults.push(1, column, "column stands twice", Some(shown(name)), "keep one of them");
                good = false;
            }
            None => {
                faults.push(1, name, "unknown column", Some(shown(name)), &valid);
                good = false;
            }
        }
    }
    let missing: Vec<&str> = REQUIRED.into_iter().filter(|name| !columns.contains_key(name)).collect();
    if !missing.is_empty() {
        let found = header.iter().collect::<Vec<_>>().join(", ");
        let what = format!("missing columns {}", missing.join(", "));
        faults.push(1, "header", &what, Some(shown(&found)).filter(|f| !f.is_empty()), &valid);
        good = false;
    }
    good.then_some(columns)
}

fn booking<'r>(
    row: u64,
    cell: &impl Fn(&str) -> &'r str,
    known_venues: &[&str],
    faults: &mut Faults<'_>,
) -> Option<(&'r str, Booking)> {
    let venue = cell("venue");
    let known = known_venues.contains(&venue);
    if !known {
        let what = if venue.is_empty() { "missing" } else { "is not in the venues file" };
        let found = Some(shown(venue)).filter(|text| !text.is_empty());
        faults.push(row, "venue", what, found, &format!("known venues: {}", known_venues.join(", ")));
    }
    let mut day = |column: &str| -> Option<Date> {
        let text = cell(column);
        let day = day_of(text);
        if day.is_none() {
            let what = if text.is_empty() { "missing" } else { "is not a day of the calendar" };
            let found = Some(shown(text)).filter(|text| !text.is_empty());
            faults.push(row, column, what, found, "write year-month-day, 2018-11-23 (1900 to 2199)");
        }
        day
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
