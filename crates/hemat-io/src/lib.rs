//! The formats of hemat: budget files and event descriptions in, reports out.
//!
//! `read` turns bytes into cost lines and diagnostics; it never fails as a whole on a messy file.
//! `write` turns a report value into text, CSV, JSON or Markdown; it never computes.

pub mod analysis;
mod contained;
pub mod event_lines;
pub mod inspect;
pub mod partial;
pub mod read;
pub mod write;
