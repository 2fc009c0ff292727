//! A column: its name, its type, and how its value is taken from a row.

use std::borrow::Cow;
use std::sync::Arc;

use hemat_core::date::Date;
use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::errors::ParquetError;
use parquet::schema::types::{Type, TypePtr};
use rust_decimal::Decimal;

use super::decimal::DecimalForm;

/// How the value of a column is taken from a row.
pub enum Take<R> {
    /// Text; empty text is null.
    Text(for<'r> fn(&'r R) -> Cow<'r, str>),
    /// A row number or a count.
    Whole(fn(&R) -> Option<u64>),
    /// A year, a month: what 32 bits hold.
    Small(fn(&R) -> Option<i32>),
    /// A number that must be kept exactly: if the form cannot, nothing is written at all.
    Exact(DecimalForm, fn(&R) -> Option<Decimal>),
    /// A number that is null where the form cannot keep it exactly; another column has it as text.
    Fitting(DecimalForm, fn(&R) -> Option<Decimal>),
    /// A day.
    Day(fn(&R) -> Option<Date>),
    /// Yes or no.
    Flag(fn(&R) -> bool),
}

/// A column.
pub struct Column<R> {
    /// Its name.
    pub name: &'static str,
    /// Its value.
    pub take: Take<R>,
    /// True if no value of it is ever null.
    pub required: bool,
}

impl<R> Column<R> {
    /// A column whose values can be null.
    pub(super) fn new(name: &'static str, take: Take<R>) -> Self {
        Column { name, take, required: false }
    }

    /// A column without nulls.
    pub(super) fn required(name: &'static str, take: Take<R>) -> Self {
        Column { name, take, required: true }
    }

    fn parquet_type(&self) -> Result<Type, ParquetError> {
        let of = |physical| {
            let repetition = if self.required { Repetition::REQUIRED } else { Repetition::OPTIONAL };
            Type::primitive_type_builder(self.name, physical).with_repetition(repetition)
        };
        match &self.take {
            Take::Text(_) => of(Physical::BYTE_ARRAY).with_logical_type(Some(LogicalType::String)).build(),
            Take::Whole(_) => of(Physical::INT64).build(),
            Take::Small(_) => of(Physical::INT32).build(),
            Take::Day(_) => of(Physical::INT32).with_logical_type(Some(LogicalType::Date)).build(),
            Take::Flag(_) => of(Physical::BOOLEAN).build(),
            Take::Exact(form, _) | Take::Fitting(form, _) => {
                let (scale, precision) = (i32::from(form.scale), i32::from(form.precision));
                of(Physical::FIXED_LEN_BYTE_ARRAY)
                    .with_length(i32::try_from(form.bytes).unwrap_or(i32::MAX))
                    .with_logical_type(Some(LogicalType::decimal(scale, precision)))
                    .with_precision(precision)
                    .with_scale(scale)
                    .build()
            }
        }
    }
}

/// The schema of a table.
///
/// # Errors
/// What Parquet refuses of the columns.
pub fn schema_of<R>(table: &str, columns: &[Column<R>]) -> Result<TypePtr, ParquetError> {
    let fields: Result<Vec<TypePtr>, ParquetError> =
        columns.iter().map(|c| c.parquet_type().map(Arc::new)).collect();
    Ok(Arc::new(Type::group_type_builder(table).with_fields(fields?).build()?))
}
