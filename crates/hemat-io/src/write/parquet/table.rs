//! A table in row groups: rows come as a stream, and no more than one row group is held.

use std::io::{self, Write};
use std::sync::Arc;

use parquet::basic::Compression;
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, FixedLenByteArray};
use parquet::data_type::{FixedLenByteArrayType, Int32Type, Int64Type};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};

use hemat_core::date::Date;

use super::column::{Column, Take, schema_of};
use super::seal::{BLANK, Closing, SEAL};

/// Rows of one row group: what is held at a time, and what an engine hands to one of its workers.
const ROW_GROUP: usize = 1 << 16;

/// Values of one column that are copied at a time.
const BATCH: usize = 1 << 12;

/// The key that says what a file of ours holds.
pub(super) const TABLE: &str = "hemat.table";

/// A row that can be named in a complaint.
pub(super) trait Placed {
    /// File and row, or what else the user finds it by.
    fn place(&self) -> String;
}

/// Writes the rows with the metadata given, sealed.
///
/// # Errors
/// What the output reports, and `InvalidData` with the row and column of a number that cannot be kept exactly.
pub(super) fn write_table<R: Placed>(
    table: &str,
    columns: &[Column<R>],
    metadata: Vec<KeyValue>,
    rows: impl Iterator<Item = R>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut file =
        SerializedFileWriter::new(Vec::new(), schema_of(table, columns)?, Arc::new(properties(metadata)))?;
    let mut closing = Closing::default();
    let mut rows = rows.peekable();
    let mut group = Vec::new();
    while rows.peek().is_some() {
        group.clear();
        group.extend(rows.by_ref().take(ROW_GROUP));
        let mut writer = file.next_row_group()?;
        for column in columns {
            let Some(mut to) = writer.next_column()? else { break };
            for part in group.chunks(BATCH) {
                write_values(column, part, &mut to)?;
            }
            to.close()?;
        }
        writer.close()?;
        // The file is made in memory, a row group at a time: the writer of the library wants an output of its own.
        file.flush()?;
        closing.pass(file.inner_mut(), out)?;
    }
    closing.seal(file.into_inner()?, out)
}

fn properties(mut metadata: Vec<KeyValue>) -> WriterProperties {
    // Last, where it is looked for.
    metadata.push(KeyValue::new(SEAL.to_owned(), BLANK.to_owned()));
    WriterProperties::builder()
        .set_created_by(concat!("hemat ", env!("CARGO_PKG_VERSION")).to_owned())
        .set_compression(Compression::SNAPPY)
        .set_statistics_enabled(EnabledStatistics::Chunk)
        .set_max_row_group_row_count(Some(ROW_GROUP))
        .set_key_value_metadata(Some(metadata))
        .build()
}

fn write_values<R: Placed>(
    column: &Column<R>,
    rows: &[R],
    to: &mut SerializedColumnWriter<'_>,
) -> io::Result<()> {
    let required = column.required;
    match &column.take {
        Take::Text(take) => put::<ByteArrayType, R>(rows, required, to, |row| {
            let text = take(row);
            Ok((required || !text.is_empty()).then(|| ByteArray::from(&*text)))
        }),
        Take::Whole(take) => put::<Int64Type, R>(rows, required, to, |row| {
            take(row).map(|n| i64::try_from(n).map_err(|_| too_large(column, row, n))).transpose()
        }),
        Take::Small(take) => put::<Int32Type, R>(rows, required, to, |row| Ok(take(row))),
        Take::Day(take) => put::<Int32Type, R>(rows, required, to, |row| Ok(take(row).and_then(day_number))),
        Take::Flag(take) => put::<BoolType, R>(rows, required, to, |row| Ok(Some(take(row)))),
        Take::Exact(form, take) => put::<FixedLenByteArrayType, R>(rows, required, to, |row| {
            let Some(value) = take(row) else { return Ok(None) };
            let bytes = form.bytes_of(value).map_err(|_| too_large(column, row, value))?;
            Ok(Some(FixedLenByteArray::from(bytes)))
        }),
        Take::Fitting(form, take) => put::<FixedLenByteArrayType, R>(rows, required, to, |row| {
            Ok(take(row).and_then(|value| form.bytes_of(value).ok()).map(FixedLenByteArray::from))
        }),
    }
}

fn put<T: DataType, R>(
    rows: &[R],
    required: bool,
    to: &mut SerializedColumnWriter<'_>,
    take: impl Fn(&R) -> io::Result<Option<T::T>>,
) -> io::Result<()> {
    let mut values = Vec::with_capacity(rows.len());
    let mut known = Vec::with_capacity(rows.len());
    for row in rows {
        let value = take(row)?;
        known.push(i16::from(value.is_some()));
        values.extend(value);
    }
    let known = (!required).then_some(known.as_slice());
    to.typed::<T>().write_batch(&values, known, None)?;
    Ok(())
}

fn too_large<R: Placed>(column: &Column<R>, row: &R, value: impl std::fmt::Display) -> io::Error {
    let form = match &column.take {
        Take::Exact(form, _) => form.to_string(),
        _ => "INT64".to_owned(),
    };
    io::Error::new(
        io::ErrorKind::InvalidData,
        format!(
            "{}: {} {value} cannot be kept exactly as {form}, and is not rounded; use --format csv",
            row.place(),
            column.name
        ),
    )
}

/// Days since 1 January 1970, as Parquet counts them.
fn day_number(date: Date) -> Option<i32> {
    i32::try_from(date.days_since(Date::from_ymd(1970, 1, 1)?)).ok()
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::super::decimal::DecimalForm;
    use super::*;

    #[derive(Clone, Copy)]
    struct Priced(i64);

    impl Placed for Priced {
        fn place(&self) -> String {
            "belanja.csv:7.2".to_owned()
        }
    }

    fn written(rows: &[Priced]) -> io::Result<Vec<u8>> {
        let cents = DecimalForm { precision: 4, scale: 2, bytes: 2 };
        let columns =
            [Column::required("amount", Take::Exact(cents, |r: &Priced| Some(Decimal::new(r.0, 3))))];
        let mut out = Vec::new();
        write_table("prices", &columns, Vec::new(), rows.iter().copied(), &mut out)?;
        Ok(out)
    }

    #[test]
    fn money_beyond_the_column_is_an_error_that_names_the_row() {
        assert!(written(&[Priced(99_990)]).is_ok());
        for bad in [100_000, 1] {
            let error = written(&[Priced(10), Priced(bad)]).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::InvalidData);
            let text = error.to_string();
            assert!(text.starts_with("belanja.csv:7.2: amount "), "{text}");
            assert!(text.contains("DECIMAL(4,2), and is not rounded"), "{text}");
        }
    }

    #[test]
    fn no_rows_are_a_whole_file() {
        let bytes = written(&[]).unwrap();
        assert!(bytes.starts_with(b"PAR1") && bytes.ends_with(b"PAR1"));
    }
}
