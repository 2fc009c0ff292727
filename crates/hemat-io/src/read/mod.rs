//! Readers: bytes -> text -> table -> layout -> cost lines and diagnostics; hand-written files -> values or faults.

pub mod budget;
pub mod calendar_file;
pub mod contract;
pub mod diagnostic;
pub mod event_file;
mod plain_quantity;
pub mod table;
pub mod template;
mod toml_section;
mod toml_value;
pub mod venues_file;
