//! Domain and judgement of hemat.
//!
//! This crate knows money, quantities, cost lines, events, venues, and how to compare them. It reads no file,
//! asks no clock, prints nothing, and has no floating-point money. Formats are the business of `hemat-io`,
//! published tables that of `hemat-reference`.
#![deny(clippy::float_arithmetic)]

pub mod account;
pub mod budget_event;
pub mod calendar;
pub mod ceiling;
pub mod check;
pub mod classify;
pub mod comparison;
pub mod component;
pub mod cost_line;
pub mod counted_lines;
pub mod date;
pub mod estimate;
pub mod event;
pub mod evidence;
pub mod file_names;
pub mod fingerprint;
pub mod kind;
pub mod lang;
pub mod lawful_reason;
pub mod letter;
pub mod level_name;
pub mod lookalike;
pub mod money;
pub mod parallel;
pub mod price_book;
pub mod provenance;
pub mod province;
pub mod quantity;
pub mod reconciliation;
pub mod redaction;
pub mod repeated;
pub mod reply;
pub mod report;
pub mod reproduction;
pub mod saving;
pub mod schedule;
pub mod session;
pub mod source;
pub mod sum_gap;
pub mod unit;
pub mod venue;
pub mod verification;
mod word;
mod word_list;
