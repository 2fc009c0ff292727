//! Readers: bytes -> text -> table -> header -> layout -> cost lines and diagnostics.
//!
//! Each step is one file and says what it guessed. [`read_budget`] runs them all. Hand-written files (events,
//! venues, calendars) become values, or a list of all their faults.

pub mod account_code;
mod account_name;
mod account_row;
mod agency;
pub mod balance;
mod biff_claims;
mod biff_records;
pub mod budget;
pub mod calendar_file;
mod ceiling_row;
pub mod ceilings_file;
mod compound_chains;
mod compound_file;
pub mod compressed;
pub mod container;
pub mod contract;
mod contract_csv;
pub mod decode;
pub mod delimited;
pub mod descriptions;
pub mod detail;
pub mod diagnostic;
pub mod dialect;
pub mod digest;
pub mod error;
pub mod event_file;
pub mod header;
mod headerless;
pub mod json_rows;
pub mod layout;
pub mod manifest_file;
pub mod mapping;
pub mod near;
mod note_line;
mod note_list;
mod note_number;
pub mod number;
mod ods_extent;
mod parquet_cells;
pub mod parquet_lines;
mod plain_quantity;
pub mod pok_line;
pub mod prices_file;
pub mod quantity;
pub mod replies_file;
mod roll_up;
pub mod rules_file;
pub mod schedule_file;
pub mod settings_file;
pub mod sheet_choice;
mod shifted;
pub mod sieve;
pub mod source;
pub mod spreadsheet;
pub mod spreadsheet_cell;
mod strange_text;
pub mod suppressions_file;
pub mod synonyms;
pub mod table;
pub mod template;
pub mod title;
mod toml_section;
mod toml_value;
pub mod venues_file;
mod village;
mod workbook_claims;

use budget::{BudgetFile, ReadOptions};
use compressed::{Content, content_of};
pub use error::ReadError;
use parquet_lines::read_parquet_lines;

/// Reads a budget file: cost lines, rows set aside, diagnostics, and the balance of all of it.
///
/// A messy file never fails as a whole. Rows that cannot be used come back in [`BudgetFile::set_aside`].
///
/// # Errors
/// [`ReadError`] only when nothing at all can be read: an empty file, binary junk, no table.
pub fn read_budget(bytes: &[u8], name: &str, options: &ReadOptions) -> Result<BudgetFile, ReadError> {
    if content_of(bytes) == Content::Parquet {
        return read_parquet_lines(bytes, name, options);
    }
    let source = source::read_source(bytes, name, options)?;
    layout::read_with_best_layout(source)
}
