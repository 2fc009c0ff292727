//! CSV: the report's tidy table alone, for spreadsheets and programs.
//!
//! Numbers are plain: digits, a `.` before decimals, no grouping, in both languages. A column that holds ranges
//! becomes `KEY_low`, `KEY_likely` and `KEY_high`; if some of its totals are only lower bounds, `KEY_complete`
//! (`yes` or `no`) tells which. An empty cell is empty, a value that is not known is `unknown`. Text that a
//! spreadsheet would take for a formula begins with `'`. If the table has totals, a last column `row_role` (`detail`
//! or `total`) tells them apart, so that nobody adds them twice.

use std::io;

use hemat_core::lang::Lang;
use hemat_core::report::{Report, RowRole, Table};

use super::flat::{Field, Flat};
use super::safe::csv_safe;

/// What a value that is not known is written as.
pub(crate) const UNKNOWN: &str = "unknown";

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
    // Headers are keys, so that the language does not matter.
    let flat = Flat::of(table, Lang::En);
    let mut file = ::csv::WriterBuilder::new().from_writer(out);
    file.write_record(flat.columns.iter().map(|column| column.key.as_str())).map_err(into_io)?;
    for fields in flat.rows() {
        file.write_record(fields.iter().map(plain)).map_err(into_io)?;
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

fn plain(field: &Field<'_>) -> String {
    match field {
        Field::Empty => String::new(),
        Field::Unknown => UNKNOWN.to_owned(),
        Field::Text(text) => csv_safe(text).into_owned(),
        Field::Rupiah(amount) => amount.to_string(),
        Field::Count(count) => count.to_string(),
        Field::Percent(percent) => percent.normalize().to_string(),
        Field::Date(date) => date.to_string(),
        Field::Year(year) => year.to_string(),
        Field::Evidence(evidence) => evidence.as_str().to_owned(),
        Field::Source(source) => csv_safe(&source.to_string()).into_owned(),
        Field::Complete(complete) => if *complete { "yes" } else { "no" }.to_owned(),
        Field::Role(role) => role_word(*role).to_owned(),
    }
}

/// The word of a row's role.
fn role_word(role: RowRole) -> &'static str {
    match role {
        RowRole::Detail => "detail",
        RowRole::Total => "total",
    }
}

#[cfg(test)]
mod tests {
    use hemat_core::date::Date;
    use hemat_core::estimate::Estimate;
    use hemat_core::money::Rupiah;
    use hemat_core::report::{Cell, Column, ColumnKind};
    use hemat_core::source::SourceRef;
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::*;

    fn read_back(table: &Table) -> Vec<Vec<String>> {
        let mut out = Vec::new();
        write_table_csv(table, &mut out).unwrap();
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(out.as_slice());
        reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    fn one_column(cells: Vec<Cell>) -> Table {
        let columns = vec![
            Column::new("id", "Id", ColumnKind::Count),
            Column::new("value", "Nilai", ColumnKind::Rupiah),
        ];
        let mut table = Table::new("t", "", columns);
        for cell in cells {
            table.row(vec![Cell::Count(1), cell]);
        }
        table
    }

    #[test]
    fn each_cell_has_one_plain_form() {
        let cases = [
            (Cell::Empty, ""),
            (Cell::Unknown, "unknown"),
            (Cell::Rupiah(Rupiah::ZERO), "0"),
            (Cell::Rupiah(Rupiah::from_sen(-150)), "-1.5"),
            (Cell::Count(1_234_567), "1234567"),
            (Cell::Percent(Decimal::new(1250, 2)), "12.5"),
            (Cell::Date(Date::from_ymd(2018, 11, 3).unwrap()), "2018-11-03"),
            (Cell::Text("-1.5".to_owned()), "'-1.5"),
            (Cell::Source(SourceRef::document("=1+1")), "'=1+1"),
            (Cell::Source(SourceRef::NotStated), ""),
        ];
        for (cell, text) in cases {
            assert_eq!(read_back(&one_column(vec![cell.clone()]))[1], ["1", text], "{cell:?}");
        }
    }

    #[test]
    fn ranges_widen_their_column_only_where_there_are_some() {
        let r = Rupiah::from_whole;
        let range = Estimate::try_new(r(1), r(2), r(3)).unwrap();
        let plain = Cell::Rupiah(r(5));
        let header = |cells: Vec<Cell>| read_back(&one_column(cells))[0].join(",");
        assert_eq!(header(vec![plain.clone()]), "id,value");
        assert_eq!(header(vec![Cell::Range(range), plain.clone()]), "id,value_low,value_likely,value_high");
        let rows = read_back(&one_column(vec![Cell::AtLeast(range), plain, Cell::Unknown, Cell::Empty]));
        let rows: Vec<String> = rows.iter().map(|row| row.join(",")).collect();
        let expected = [
            "id,value_low,value_likely,value_high,value_complete",
            "1,1,2,3,no",
            "1,5,5,5,yes",
            "1,unknown,unknown,unknown,unknown",
            "1,,,,",
        ];
        assert_eq!(rows, expected);
    }

    proptest! {
        #[test]
        fn money_and_text_read_back(sen in any::<i64>(), text in "[a-zA-Z0-9 ,;|\"'\n\r=+@-]{1,30}") {
            let amount = Rupiah::from_sen(sen);
            let rows = read_back(&one_column(vec![Cell::Rupiah(amount), Cell::Text(text.clone())]));
            prop_assert_eq!(Rupiah::parse_canonical(&rows[1][1]), Ok(amount));
            let cell = &rows[2][1];
            prop_assert!(*cell == text || cell.strip_prefix('\'') == Some(text.as_str()));
        }
    }
}
