//! One row group of a Parquet file, read a few thousand rows at a time: the columns go side by side.

use std::collections::BTreeMap;

use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::{ByteArray, ByteArrayType, DataType, FixedLenByteArray, FixedLenByteArrayType};
use parquet::data_type::{Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::reader::RowGroupReader;

/// Rows that are held decoded at a time.
const BATCH: usize = 1 << 12;

/// The cells of a column; `None` where the cell is null.
pub(super) enum Cells {
    Texts(Vec<Option<ByteArray>>),
    Whole(Vec<Option<i64>>),
    Small(Vec<Option<i32>>),
    Fixed(Vec<Option<FixedLenByteArray>>),
}

/// The next cells of all columns, by name.
pub(super) struct Batch {
    pub rows: usize,
    columns: BTreeMap<String, Cells>,
}

/// The columns of a row group.
pub(super) struct Group {
    columns: Vec<(String, Open)>,
}

enum Open {
    Texts(ColumnReaderImpl<ByteArrayType>),
    Whole(ColumnReaderImpl<Int64Type>),
    Small(ColumnReaderImpl<Int32Type>),
    Fixed(ColumnReaderImpl<FixedLenByteArrayType>),
}

impl Group {
    /// Opens all columns.
    pub(super) fn open(group: &dyn RowGroupReader) -> Result<Self, ParquetError> {
        let mut columns = Vec::new();
        for at in 0..group.num_columns() {
            let open = match group.get_column_reader(at)? {
                ColumnReader::ByteArrayColumnReader(reader) => Open::Texts(reader),
                ColumnReader::Int64ColumnReader(reader) => Open::Whole(reader),
                ColumnReader::Int32ColumnReader(reader) => Open::Small(reader),
                ColumnReader::FixedLenByteArrayColumnReader(reader) => Open::Fixed(reader),
                _ => {
                    return Err(ParquetError::General(
                        "a column of a type that lines do not have".to_owned(),
                    ));
                }
            };
            columns.push((group.metadata().column(at).column_descr().name().to_owned(), open));
        }
        Ok(Group { columns })
    }

    /// The next rows; none at the end. All columns must have as many.
    pub(super) fn next_batch(&mut self) -> Result<Option<Batch>, ParquetError> {
        let mut columns = BTreeMap::new();
        let mut rows = None;
        for (name, open) in &mut self.columns {
            let (cells, length) = match open {
                Open::Texts(reader) => next(reader).map(|(c, n)| (Cells::Texts(c), n))?,
                Open::Whole(reader) => next(reader).map(|(c, n)| (Cells::Whole(c), n))?,
                Open::Small(reader) => next(reader).map(|(c, n)| (Cells::Small(c), n))?,
                Open::Fixed(reader) => next(reader).map(|(c, n)| (Cells::Fixed(c), n))?,
            };
            if *rows.get_or_insert(length) != length {
                return Err(ParquetError::General(format!(
                    "column {name} has fewer or more rows than others"
                )));
            }
            columns.insert(name.clone(), cells);
        }
        let rows = rows.unwrap_or(0);
        Ok((rows > 0).then_some(Batch { rows, columns }))
    }
}

/// A value of a column type, or null.
type Nullable<T> = Option<<T as DataType>::T>;

/// The next cells of a column and how many they are.
fn next<T: DataType>(reader: &mut ColumnReaderImpl<T>) -> Result<(Vec<Nullable<T>>, usize), ParquetError> {
    let (mut values, mut levels) = (Vec::new(), Vec::new());
    let (rows, found, _) = reader.read_records(BATCH, Some(&mut levels), None, &mut values)?;
    let mut values = values.into_iter();
    if found == rows {
        return Ok((values.map(Some).collect(), rows));
    }
    let cells = levels.into_iter().take(rows).map(|level| if level > 0 { values.next() } else { None });
    Ok((cells.collect(), rows))
}

impl Batch {
    /// The text of a cell; empty where it is null.
    pub(super) fn text(&self, column: &str, row: usize) -> Result<&str, ParquetError> {
        match self.columns.get(column) {
            Some(Cells::Texts(cells)) => match cells.get(row) {
                Some(Some(text)) => text.as_utf8(),
                _ => Ok(""),
            },
            _ => Ok(""),
        }
    }

    /// The number of a cell of 64 bits.
    pub(super) fn whole(&self, column: &str, row: usize) -> Option<i64> {
        match self.columns.get(column)? {
            Cells::Whole(cells) => *cells.get(row)?,
            _ => None,
        }
    }

    /// The number of a cell of 32 bits.
    pub(super) fn small(&self, column: &str, row: usize) -> Option<i32> {
        match self.columns.get(column)? {
            Cells::Small(cells) => *cells.get(row)?,
            _ => None,
        }
    }

    /// The bytes of a decimal cell.
    pub(super) fn fixed(&self, column: &str, row: usize) -> Option<&[u8]> {
        match self.columns.get(column)? {
            Cells::Fixed(cells) => cells.get(row)?.as_ref().map(|f| f.data()),
            _ => None,
        }
    }
}
