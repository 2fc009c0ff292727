//! Published tables: price ceilings and benchmarks, account codes, rules, each row with its source.
//!
//! The tables are CSV files in `assets/`, embedded and read once. A defect cannot cause a panic: the row is
//! left out and named by [`defects`], which a test keeps empty.
//!
//! # What is here, and its limits
//! - **SBM 2026** (PMK 32/2025): packages, meals, hall rent, honoraria, allowances, lodging
//!   ([`ceilings::built_in`]). Read from an OCR copy: check against the official PDF before quoting.
//! - It binds central bodies (APBN). For a local budget it is a benchmark, and is worded so.
//! - The year of a regulation is not the budget year: PMK 32/2025 is for fiscal year 2026. Nothing before 2026 is
//!   here; [`hemat_core::ceiling::Ceilings::benchmark`] gives another year's price by that name, never as a ceiling.
//! - **SHSR** prices are missing: `shsr_meeting_packages.csv` has its columns and no row.
//! - Items 28 and 30 (allowances, lodging) are taken as limits because they stand in Annex I.
//! - **Accounts** ([`account`]) are a part of three schemes, from public dumps. No code is ever padded.
//! - **Rules** ([`rule`]) in our own words. A rule that nobody verified has no text here and is never printable.
//! - **Hall tariffs**, **audit patterns** and **evidence documents** are examples from elsewhere.
//! - **Lawful reasons** ([`lawful_reason`]) and **requested documents** ([`requested_document`]) are our own lists, made
//!   from the rules and the evidence documents; what no source says is marked as our own reasoning.
//!
//! # Adding a table
//! Put a CSV with the columns of its kind into `assets/`, sorted by its key, name it in the module of that kind
//! (prices: `ASSETS` in `ceilings.rs`), and run the tests: they check header, order, keys and sources.

pub mod account;
pub mod audit_pattern;
mod ceiling_row;
pub mod ceilings;
pub mod evidence_document;
pub mod hall_tariff;
pub mod law;
pub mod lawful_reason;
pub mod multiplier;
pub mod requested_document;
pub mod rule;
pub mod table;

/// All rows of the built-in tables that could not be used. Empty, unless a table was broken after the tests.
#[must_use]
pub fn defects() -> Vec<&'static table::TableError> {
    let all = [
        ceilings::errors(),
        multiplier::errors(),
        account::errors(),
        rule::errors(),
        hall_tariff::errors(),
        audit_pattern::errors(),
        evidence_document::errors(),
        lawful_reason::errors(),
        requested_document::errors(),
    ];
    all.into_iter().flatten().collect()
}

/// The embedded tables as they are, name and text: a report names them by their hashes.
#[must_use]
pub fn tables() -> Vec<(&'static str, &'static str)> {
    let others = [
        account::ASSET,
        audit_pattern::ASSET,
        evidence_document::ASSET,
        hall_tariff::ASSET,
        lawful_reason::ASSET,
        multiplier::ASSET,
        requested_document::ASSET,
        rule::ASSET,
    ];
    ceilings::ASSETS.into_iter().chain(others).collect()
}
