//! Writers: a report value becomes text, CSV, JSON, Markdown or HTML. No writer computes.

pub mod classes;
pub mod csv;
pub mod docx;
pub mod html;
pub mod json;
pub mod letter_markdown;
pub mod lines;
pub mod manifest;
pub mod mapping;
pub mod markdown;
pub mod safe;
pub mod settings;
pub mod text;
mod text_layout;
pub mod trail;
mod wrap;

#[cfg(test)]
mod golden_tests;
#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod samples;
