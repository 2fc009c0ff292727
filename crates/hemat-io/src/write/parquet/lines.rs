//! Cost lines as Parquet: the columns of `hemat lines --format csv`, and after them what the lines still hold.

use std::borrow::Cow;
use std::io::{self, Write};

use hemat_core::classify::Classification;
use hemat_core::cost_line::CostLine;
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::schema::types::TypePtr;

use super::column::{Column, Take, schema_of};
use super::decimal::{MONEY, QUANTITY};
use super::factors::factors_json;
use super::source_files::{FILES, SourceFile};
use super::table::{Placed, write_table};
use crate::read::budget::BudgetFile;

/// The name of the table.
const NAME: &str = "hemat_lines";

/// The key that says what a file of ours holds, and its value here.
pub const LINES_TABLE: (&str, &str) = (super::table::TABLE, "lines/1");

/// A line with what it is.
#[derive(Clone, Copy)]
struct Row<'l> {
    line: &'l CostLine,
    class: &'l Classification,
}

impl Placed for Row<'_> {
    fn place(&self) -> String {
        self.line.row.to_string()
    }
}

/// The schema of the table.
///
/// # Errors
/// What Parquet refuses of the columns.
pub fn lines_schema() -> Result<TypePtr, ParquetError> {
    schema_of(NAME, &columns())
}

/// Writes the lines of files, each with what its lines are, in their order.
///
/// # Errors
/// What the output reports, and the row of a number that cannot be kept exactly.
pub fn write_lines_parquet(
    files: &[(&BudgetFile, &[Classification])],
    out: &mut dyn Write,
) -> io::Result<()> {
    let sources: Vec<SourceFile> = files.iter().map(|(budget, _)| SourceFile::of(budget)).collect();
    let metadata = vec![
        KeyValue::new(LINES_TABLE.0.to_owned(), LINES_TABLE.1.to_owned()),
        KeyValue::new(FILES.to_owned(), serde_json::to_string(&sources)?),
    ];
    let rows = files.iter().flat_map(|(budget, classes)| {
        budget.lines.iter().zip(*classes).map(|(line, class)| Row { line, class })
    });
    write_table(NAME, &columns(), metadata, rows, out)
}

fn columns<'l>() -> Vec<Column<Row<'l>>> {
    let mut columns = contract_columns();
    columns.extend(columns_beside());
    columns
}

/// The columns of the CSV, in its order.
fn contract_columns<'l>() -> Vec<Column<Row<'l>>> {
    use Take::{Exact, Fitting, Small, Text, Whole};
    vec![
        Column::required("file", Text(|r| (&*r.line.row.file).into())),
        Column::required("row", Whole(|r| Some(r.line.row.row))),
        Column::new("part", Whole(|r| r.line.row.part.map(u64::from))),
        Column::required("account_row", Whole(|r| Some(r.line.account_row))),
        Column::new("year", Small(|r| r.line.context.year.map(i32::from))),
        Column::new("region", Text(|r| (&*r.line.context.region).into())),
        Column::new("agency", Text(|r| (&*r.line.context.agency).into())),
        Column::new("activity_code", Text(|r| (&*r.line.context.activity_code).into())),
        Column::new("activity", Text(|r| (&*r.line.context.activity).into())),
        Column::new("account_code", Text(|r| r.line.context.account.as_ref().map_or("", |a| &a.code).into())),
        Column::new("account_name", Text(|r| (&*r.line.context.account_name).into())),
        Column::new("heading", Text(|r| (&*r.line.heading).into())),
        Column::new("description", Text(|r| (&*r.line.description).into())),
        Column::new("quantity", Fitting(QUANTITY, |r| Some(r.line.quantity.as_ref()?.total()))),
        Column::new("unit", Text(|r| (&*r.line.unit).into())),
        Column::new("persons", Whole(|r| r.line.persons().map(u64::from))),
        Column::new("days", Whole(|r| r.line.days().map(u64::from))),
        Column::new("occurrences", Whole(|r| r.line.occurrences().map(u64::from))),
        Column::new("unit_price", Exact(MONEY, |r| Some(r.line.unit_price?.value()))),
        Column::required("amount", Exact(MONEY, |r| Some(r.line.amount.value()))),
        Column::required("cost_kind", Text(|r| r.class.cost_kind.as_str().into())),
        Column::required("venue_kind", Text(|r| r.class.venue_kind.as_str().into())),
        Column::required("confidence", Text(|r| r.class.confidence.as_str().into())),
        Column::required("reason", Text(|r| (&*r.class.reason).into())),
    ]
}

/// What a line holds beyond the CSV, so that it can be read back whole.
fn columns_beside<'l>() -> Vec<Column<Row<'l>>> {
    use Take::{Day, Exact, Text};
    vec![
        Column::new("stage", Text(|r| r.line.context.stage.map_or("", |s| s.as_str()).into())),
        Column::new("date", Day(|r| r.line.date)),
        Column::new("package_code", Text(|r| (&*r.line.package).into())),
        Column::new("amount_before", Exact(MONEY, |r| Some(r.line.amount_before?.value()))),
        Column::new("account_scheme", Text(|r| account(r, |a| a.scheme.map(|s| s.as_str())))),
        Column::new("account_class", Text(|r| account(r, |a| a.class.map(|c| c.as_str())))),
        Column::new(
            "quantity_factors",
            Text(|r| r.line.quantity.as_ref().map_or(Cow::Borrowed(""), |q| Cow::Owned(factors_json(q)))),
        ),
    ]
}

fn account<'r>(
    row: &'r Row<'_>,
    word: impl Fn(&hemat_core::account::AccountCode) -> Option<&'static str>,
) -> Cow<'r, str> {
    row.line.context.account.as_ref().and_then(word).unwrap_or_default().into()
}
