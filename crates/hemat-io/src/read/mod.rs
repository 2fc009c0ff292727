//! Readers: bytes -> text -> table -> layout -> cost lines and diagnostics.

pub mod budget;
pub mod compressed;
pub mod diagnostic;
pub mod table;
