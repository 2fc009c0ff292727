//! The same files through other code: the row reader of the Parquet library, and a seal made by hand.

use std::fmt::Write as _;
use std::sync::Arc;

use bytes::Bytes;
use parquet::basic::LogicalType;
use parquet::file::properties::WriterProperties;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::file::writer::SerializedFileWriter;
use parquet::record::Field;
use parquet::schema::parser::parse_message_type;
use sha2::{Digest as _, Sha256};

/// A Parquet file as its rows.
pub(crate) struct Seen {
    /// Name and logical type of each column.
    pub(crate) columns: Vec<(String, String)>,
    pub(crate) created_by: String,
    /// The fields of each row.
    pub(crate) rows: Vec<Vec<(String, Field)>>,
}

impl Seen {
    fn column(&self, name: &str) -> Vec<&Field> {
        self.rows.iter().map(|row| &row.iter().find(|(n, _)| n == name).unwrap().1).collect()
    }

    pub(crate) fn texts(&self, name: &str) -> Vec<String> {
        let text = |f: &Field| if let Field::Str(text) = f { text.clone() } else { panic!("{f:?}") };
        self.column(name).into_iter().map(text).collect()
    }

    /// Digits with the decimals of the column.
    pub(crate) fn decimals(&self, name: &str) -> Vec<String> {
        let digits = |f: &Field| {
            let Field::Decimal(value) = f else { panic!("{f:?}") };
            let units = value.data().iter().fold(0_i128, |sum, byte| (sum << 8) | i128::from(*byte));
            let decimals = u32::try_from(value.scale()).unwrap();
            let unit = 10_i128.pow(decimals);
            format!("{}.{:0width$}", units / unit, units % unit, width = decimals as usize)
        };
        self.column(name).into_iter().map(digits).collect()
    }
}

pub(crate) fn table(bytes: &[u8]) -> Seen {
    let file = SerializedFileReader::new(Bytes::copy_from_slice(bytes)).unwrap();
    let about = file.metadata().file_metadata();
    let logical = |t: Option<&LogicalType>| match t {
        Some(LogicalType::Decimal(d)) => format!("Decimal({},{})", d.precision, d.scale),
        other => format!("{other:?}"),
    };
    let columns = about.schema_descr().columns().iter();
    Seen {
        columns: columns.map(|c| (c.name().to_owned(), logical(c.logical_type_ref()))).collect(),
        created_by: about.created_by().unwrap().to_owned(),
        rows: file.get_row_iter(None).unwrap().map(|row| row.unwrap().into_columns()).collect(),
    }
}

pub(crate) fn row_groups(bytes: &[u8]) -> Vec<i64> {
    let file = SerializedFileReader::new(Bytes::copy_from_slice(bytes)).unwrap();
    file.metadata().row_groups().iter().map(|g| g.num_rows()).collect()
}

/// A sound file of another program.
pub(crate) fn foreign() -> Vec<u8> {
    let schema = Arc::new(parse_message_type("message other { required int64 amount; }").unwrap());
    let properties = Arc::new(WriterProperties::builder().build());
    SerializedFileWriter::new(Vec::new(), schema, properties).unwrap().into_inner().unwrap()
}

/// Makes the seal of a changed file fit again: 64 digits after the last key `hemat.seal` and two bytes.
pub(crate) fn seal_again(bytes: &mut [u8]) {
    let key = b"hemat.seal";
    let Some(at) = bytes.windows(key.len()).rposition(|w| w == key) else { return };
    let digits = at + key.len() + 2..at + key.len() + 66;
    bytes[digits.clone()].fill(b'0');
    let mut seal = String::new();
    for byte in Sha256::digest(&*bytes) {
        write!(seal, "{byte:02x}").unwrap();
    }
    bytes[digits].copy_from_slice(seal.as_bytes());
}
