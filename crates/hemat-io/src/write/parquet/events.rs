//! Events as Parquet: the columns of `hemat events --format csv` with their ranges apart, and a few more.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};

use hemat_core::budget_event::{BudgetEvent, Count};
use hemat_core::estimate::Estimate;
use hemat_core::session::Session;
use parquet::file::metadata::KeyValue;

use super::column::{Column, Take};
use super::decimal::MONEY;
use super::table::{Placed, TABLE, write_table};

/// An event of the list.
#[derive(Clone, Copy)]
struct Row<'e>(&'e BudgetEvent);

impl Placed for Row<'_> {
    fn place(&self) -> String {
        self.0.id.clone()
    }
}

/// Writes the events in the order given.
///
/// # Errors
/// What the output reports, and the id of an event whose money cannot be kept exactly.
pub fn write_events_parquet(events: &[&BudgetEvent], out: &mut dyn Write) -> io::Result<()> {
    let metadata = vec![KeyValue::new(TABLE.to_owned(), "events/1".to_owned())];
    write_table("hemat_events", &columns(), metadata, events.iter().map(|e| Row(e)), out)
}

fn columns<'e>() -> Vec<Column<Row<'e>>> {
    let mut columns = what_and_where();
    columns.extend(counts());
    columns.extend(place_and_money());
    columns
}

fn what_and_where<'e>() -> Vec<Column<Row<'e>>> {
    use Take::{Day, Small, Text};
    vec![
        Column::required("id", Text(|r| (&*r.0.id).into())),
        Column::new("title", Text(|r| (&*r.0.title).into())),
        Column::required("kind", Text(|r| r.0.kind.as_str().into())),
        Column::new("agency", Text(|r| (&*r.0.organiser).into())),
        Column::new("region", Text(|r| (&*r.0.region).into())),
        Column::new("year", Small(|r| r.0.year.map(i32::from))),
        Column::new("stage", Text(|r| r.0.stage.map_or("", |s| s.as_str()).into())),
        Column::new("activity_code", Text(|r| (&*r.0.activity_code).into())),
        Column::new("activity", Text(|r| (&*r.0.activity).into())),
        Column::new("package_code", Text(|r| (&*r.0.package_code).into())),
        Column::new("first_date", Day(|r| r.0.dates.first().copied())),
        Column::new("last_date", Day(|r| r.0.dates.last().copied())),
    ]
}

/// Low, likely and high of each count: the lines of an event can disagree.
fn counts<'e>() -> Vec<Column<Row<'e>>> {
    use Take::Whole;
    vec![
        Column::new("participants_low", Whole(|r| part(r.0.participants.as_ref(), Estimate::low))),
        Column::new("participants", Whole(|r| part(r.0.participants.as_ref(), Estimate::likely))),
        Column::new("participants_high", Whole(|r| part(r.0.participants.as_ref(), Estimate::high))),
        Column::new("days_low", Whole(|r| part(r.0.days.as_ref(), Estimate::low))),
        Column::new("days", Whole(|r| part(r.0.days.as_ref(), Estimate::likely))),
        Column::new("days_high", Whole(|r| part(r.0.days.as_ref(), Estimate::high))),
        Column::new("occurrences_low", Whole(|r| part(r.0.occurrences.as_ref(), Estimate::low))),
        Column::new("occurrences", Whole(|r| part(r.0.occurrences.as_ref(), Estimate::likely))),
        Column::new("occurrences_high", Whole(|r| part(r.0.occurrences.as_ref(), Estimate::high))),
    ]
}

fn place_and_money<'e>() -> Vec<Column<Row<'e>>> {
    use Take::{Exact, Flag, Text};
    vec![
        Column::new("package", Text(|r| r.0.package.map_or("", Session::as_str).into())),
        Column::new("venue_name", Text(|r| r.0.venue_name.as_deref().unwrap_or_default().into())),
        Column::required("venue_kind", Text(|r| r.0.venue_kind.as_str().into())),
        Column::required("venue_cost", Exact(MONEY, |r| Some(r.0.venue_cost.value()))),
        Column::required("total", Exact(MONEY, |r| Some(r.0.total.value()))),
        Column::new("cost_by_kind", Text(cost_json)),
        Column::required("bundled", Flag(|r| r.0.bundled)),
        Column::required("contents_known", Flag(|r| r.0.contents_known)),
        Column::required("confidence", Text(|r| r.0.confidence.as_str().into())),
        Column::new("doubts", Text(|r| joined(r.0.doubts.iter().map(|d| d.as_str().to_owned())))),
        Column::new("same_package", Text(|r| joined(r.0.same_package.iter().cloned()))),
        Column::new("rows", Text(|r| joined(r.0.rows.iter().map(ToString::to_string)))),
    ]
}

fn part(count: Option<&Count>, of: impl Fn(Estimate<u32>) -> u32) -> Option<u64> {
    count.map(|c| u64::from(of(c.value)))
}

fn joined<'r>(parts: impl Iterator<Item = String>) -> Cow<'r, str> {
    Cow::Owned(parts.collect::<Vec<_>>().join(", "))
}

/// `{"catering":"1500000"}`: money as decimal text, as in JSON everywhere.
fn cost_json<'r>(row: &'r Row<'_>) -> Cow<'r, str> {
    let cost: BTreeMap<&str, String> = row.0.cost.iter().map(|(k, a)| (k.as_str(), a.to_string())).collect();
    Cow::Owned(serde_json::to_string(&cost).unwrap_or_default())
}
