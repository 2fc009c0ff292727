//! A text argument, whatever array it comes in.

use std::sync::Arc;

use datafusion_common::arrow::array::{
    Array, ArrayRef, AsArray, LargeStringArray, StringArray, StringViewArray,
};
use datafusion_common::arrow::compute::cast;
use datafusion_common::arrow::datatypes::DataType;
use datafusion_common::{Result, ScalarValue, exec_err};
use datafusion_expr::ColumnarValue;

/// The texts of one argument, a row each.
pub(crate) enum Texts {
    /// One text for all rows.
    One(Option<String>),
    Small(StringArray),
    Large(LargeStringArray),
    Views(StringViewArray),
}

impl Texts {
    /// The texts of an argument; arrays of another type are cast to text, if Arrow can.
    pub(crate) fn of(argument: &ColumnarValue) -> Result<Self> {
        match argument {
            ColumnarValue::Array(array) => Self::of_array(array),
            ColumnarValue::Scalar(ScalarValue::Null) => Ok(Texts::One(None)),
            ColumnarValue::Scalar(value) => match value.try_as_str() {
                Some(text) => Ok(Texts::One(text.map(str::to_owned))),
                None => exec_err!("a text is expected, not {}", value.data_type()),
            },
        }
    }

    fn of_array(array: &ArrayRef) -> Result<Self> {
        if let Some(texts) = array.as_string_opt::<i32>() {
            return Ok(Texts::Small(texts.clone()));
        }
        if let Some(texts) = array.as_string_opt::<i64>() {
            return Ok(Texts::Large(texts.clone()));
        }
        if let Some(texts) = array.as_string_view_opt() {
            return Ok(Texts::Views(texts.clone()));
        }
        let texts = cast(&Arc::clone(array), &DataType::Utf8)?;
        match texts.as_string_opt::<i32>() {
            Some(texts) => Ok(Texts::Small(texts.clone())),
            None => exec_err!("a text is expected, not {}", array.data_type()),
        }
    }

    /// The text of a row; `None` where it is null.
    pub(crate) fn get(&self, row: usize) -> Option<&str> {
        match self {
            Texts::One(text) => text.as_deref(),
            Texts::Small(texts) => (row < texts.len() && texts.is_valid(row)).then(|| texts.value(row)),
            Texts::Large(texts) => (row < texts.len() && texts.is_valid(row)).then(|| texts.value(row)),
            Texts::Views(texts) => (row < texts.len() && texts.is_valid(row)).then(|| texts.value(row)),
        }
    }
}
