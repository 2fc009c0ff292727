//! Summaries with one row a region (as the finance ministry publishes them): no layout reads lines out of them,
//! because there are none. The refusal says what the file is and what it is good for.

use std::collections::BTreeSet;

use crate::read::ReadError;
use crate::read::source::Source;
use crate::read::table::{Cell, Record};

/// Fewest regions that make a summary.
const LEAST_REGIONS: usize = 5;
/// Fewest amounts in the row of a region.
const LEAST_AMOUNTS: usize = 4;

/// The refusal, if a sheet is a summary of regions.
pub(super) fn refuse_summary(source: &Source) -> Option<ReadError> {
    source.sheets.iter().find_map(|sheet| {
        let rows: Vec<&Record> = sheet.table.records.iter().filter(|record| is_region(record)).collect();
        let regions: BTreeSet<String> = rows.iter().filter_map(|record| region_of(record)).collect();
        if regions.len() < LEAST_REGIONS || regions.len() * 10 < rows.len() * 9 {
            return None;
        }
        let first = rows.first()?.number;
        let header = sheet.table.records.iter().rev().find(|r| r.number < first && names(r).len() >= LEAST_AMOUNTS)?;
        let columns: Vec<String> = names(header).into_iter().filter(|n| n.starts_with("Belanja")).take(3).collect();
        Some(ReadError::Container {
            file: source.file.to_string(),
            reason: format!(
                "this is a summary with one row a region ({} regions, {} columns{}), not a budget: it has no \
                 activities and no lines, so no event and no saving can be computed from it. It tells how large a \
                 region's budget is; for events, ask for the penjabaran APBD, the RKA or DPA, or the realisation \
                 report of the region",
                regions.len(),
                names(header).len(),
                if columns.is_empty() { String::new() } else { format!(", such as {}", columns.join(", ")) },
            ),
        })
    })
}

fn names(record: &Record) -> Vec<String> {
    let texts = record.cells.iter().map(|cell| cell.as_str().trim().to_owned());
    texts.filter(|text| text.chars().any(char::is_alphabetic)).collect()
}

fn region_of(record: &Record) -> Option<String> {
    const KINDS: [&str; 6] = ["kab. ", "kabupaten ", "kota ", "prov. ", "provinsi ", "kab "];
    let texts = record.cells.iter().take(4).map(|cell| cell.as_str().trim().to_lowercase());
    texts.into_iter().find(|text| KINDS.iter().any(|kind| text.starts_with(kind)))
}

fn is_region(record: &Record) -> bool {
    let amount = |cell: &&Cell| match cell {
        Cell::Number(_) => true,
        other => other.as_str().bytes().filter(u8::is_ascii_digit).count() > 6,
    };
    region_of(record).is_some() && record.cells.iter().filter(amount).count() >= LEAST_AMOUNTS
}
