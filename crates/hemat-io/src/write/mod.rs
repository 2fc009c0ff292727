//! Writers: a report value becomes text, CSV, JSON, Markdown, HTML or a workbook. No writer computes.

pub mod classes;
pub mod csv;
pub mod docx;
mod flat;
pub mod html;
pub mod json;
pub mod letter_markdown;
pub mod lines;
pub mod manifest;
pub mod mapping;
pub mod markdown;
pub mod package;
pub mod parquet;
pub mod safe;
pub mod schema;
pub mod settings;
pub mod tables;
pub mod text;
mod text_layout;
pub mod trail;
mod wrap;
pub mod xlsx;

#[cfg(test)]
mod golden_tests;
#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod samples;
