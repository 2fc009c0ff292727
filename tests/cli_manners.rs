//! How the command behaves: exit codes, what goes to stdout and stderr, files written whole or not at all,
//! and the contracts of its data formats.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, dead_code, unreachable_pub)]

#[path = "cli/run.rs"]
mod command;
#[path = "cli_manners/contracts.rs"]
mod contracts;
#[path = "cli_manners/exits.rs"]
mod exits;
#[path = "cli_manners/files.rs"]
mod files;
#[path = "cli_manners/streams.rs"]
mod streams;

/// A small clean budget.
const BUDGET: &str = "tests/fixtures/savings/budget.csv";
/// Halls for it.
const VENUES: &str = "tests/fixtures/savings/venues.toml";
/// The event file of a built-in case.
const EVENT: &str = "data/asahan-2018/event.toml";
/// The venues of that case.
const EVENT_VENUES: &str = "data/asahan-2018/venues.toml";

/// A budget whose second row has an amount that is no number.
const DAMAGED: &str = "\
year,agency,activity,account_code,description,amount
2026,Dinas Satu,Rapat,5.1.02.01.01.0052,Makan rapat,tidak ada
2026,Dinas Satu,Rapat,5.1.02.01.01.0052,Kudapan rapat,5000
";
