//! A row of a file in JSON, the same in every contract.

use serde::Serialize;

use hemat_core::source::RowRef;

#[derive(Serialize)]
pub(super) struct RowJson<'a> {
    file: &'a str,
    row: u64,
    part: Option<u32>,
}

impl<'a> From<&'a RowRef> for RowJson<'a> {
    fn from(row: &'a RowRef) -> Self {
        RowJson { file: &row.file, row: row.row, part: row.part }
    }
}
