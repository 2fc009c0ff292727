//! CSV: the report's tidy table alone, for spreadsheets and programs.
//!
//! Numbers are plain: digits, a `.` before decimals, no grouping, in both languages. A column that holds ranges
//! becomes `KEY_low`, `KEY_likely` and `KEY_high`; if some of its totals are only lower bounds, `KEY_complete`
//! (`yes` or `no`) tells which. An empty cell is empty, a value that is not known is `unknown`. Text that a
//! spreadsheet would take for a formula begins with `'`. If the table has totals, a last column `row_role` (`detail`
//! or `total`) tells them apart, so that nobody adds them twice.

use std::io;

use hemat_core::report::{Cell, Column, Report, RowRole, Table};
use hemat_core::source::SourceRef;

use super::safe::csv_safe;

/// What a value that is not known is written as.
const UNKNOWN: &str = "unknown";

/// How one column of the table stands in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// As one column.
    One,
    /// As low, likely, high.
    Range,
    /// As low, likely, high, and whether the total is complete.
    Bound,
}

/// Writes the report's data table as CSV with a header of column keys.
///
/// # Errors
/// Whatever `out` fails with.
pub fn write_csv(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    write_table_csv(&report.data, out)
}

/// Writes any one table as CSV with a header of column keys.
///
/// # Errors
/// Whatever `out` fails with.
pub fn write_table_csv(table: &Table, out: &mut dyn io::Write) -> io::Result<()> {
    let shapes: Vec<Shape> = (0..table.columns.len()).map(|at| shape(table, at)).collect();
    let mut file = ::csv::WriterBuilder::new().from_writer(out);
    let header = table.columns.iter().zip(&shapes).flat_map(|(column, shape)| keys(column, *shape));
    let with_role = table.rows().iter().any(|row| row.role == RowRole::Total);
    file.write_record(header.chain(with_role.then(|| "row_role".to_owned()))).map_err(into_io)?;
    for row in table.rows() {
        let fields = row.cells.iter().zip(&shapes).flat_map(|(cell, shape)| fields(cell, *shape));
        let role = match row.role {
            RowRole::Detail => "detail",
            RowRole::Total => "total",
        };
        file.write_record(fields.chain(with_role.then(|| role.to_owned()))).map_err(into_io)?;
    }
    file.flush()
}

fn into_io(error: ::csv::Error) -> io::Error {
    // Keeps the kind, so that a closed pipe is still told from a full disk.
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn shape(table: &Table, at: usize) -> Shape {
    let cells = || table.rows().iter().filter_map(|row| row.cells.get(at));
    if cells().any(|c| matches!(c, Cell::AtLeast(_))) {
        Shape::Bound
    } else if cells().any(|c| matches!(c, Cell::Range(_) | Cell::CountRange(_))) {
        Shape::Range
    } else {
        Shape::One
    }
}

fn keys(column: &Column, shape: Shape) -> Vec<String> {
    let named = |ends: &[&str]| ends.iter().map(|end| format!("{}_{end}", column.key)).collect();
    match shape {
        Shape::One => vec![column.key.to_owned()],
        Shape::Range => named(&["low", "likely", "high"]),
        Shape::Bound => named(&["low", "likely", "high", "complete"]),
    }
}

fn fields(cell: &Cell, shape: Shape) -> Vec<String> {
    if shape == Shape::One {
        return vec![plain(cell)];
    }
    let mut fields = match cell {
        Cell::Range(r) | Cell::AtLeast(r) => [r.low(), r.likely(), r.high()].map(|v| v.to_string()).to_vec(),
        Cell::CountRange(r) => [r.low(), r.likely(), r.high()].map(|v| v.to_string()).to_vec(),
        other => vec![plain(other); 3],
    };
    if shape == Shape::Bound {
        let complete = match cell {
            Cell::Empty => "",
            Cell::Unknown => UNKNOWN,
            Cell::AtLeast(_) => "no",
            _ => "yes",
        };
        fields.push(complete.to_owned());
    }
    fields
}

/// The cell as one field. Ranges have fields of their own and do not come here.
fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Empty | Cell::Source(SourceRef::NotStated) => String::new(),
        Cell::Unknown => UNKNOWN.to_owned(),
        Cell::Text(text) => csv_safe(text).into_owned(),
        Cell::Rupiah(amount) => amount.to_string(),
        Cell::Range(range) | Cell::AtLeast(range) => range.likely().to_string(),
        Cell::Count(count) => count.to_string(),
        Cell::CountRange(range) => range.likely().to_string(),
        Cell::Percent(percent) => percent.normalize().to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Evidence(evidence) => evidence.as_str().to_owned(),
        Cell::Source(source) => csv_safe(&source.to_string()).into_owned(),
    }
}
