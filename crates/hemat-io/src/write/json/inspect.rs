//! `hemat.inspect/1`.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use hemat_core::money::Rupiah;

use super::write_pretty;
use crate::analysis::Analysis;
use crate::inspect::{CanCompute, Counts, Inspection};

#[derive(Serialize)]
struct InspectJson<'a> {
    schema: &'static str,
    file: &'a str,
    layout: &'static str,
    encoding: &'a str,
    delimiter: Option<char>,
    header_row: Option<u64>,
    columns: &'a BTreeMap<&'static str, String>,
    rows: RowsJson,
    amount: AmountJson,
    details: DetailsJson,
    can_compute: CanCompute,
    counts: Counts,
    years: Vec<u16>,
    regions: Vec<&'a str>,
    agencies: Vec<&'a str>,
    diagnostics: &'a BTreeMap<&'static str, u64>,
}

#[derive(Serialize)]
struct RowsJson {
    read: u64,
    used: u64,
    set_aside: u64,
    not_lines: u64,
}

#[derive(Serialize)]
struct AmountJson {
    read: Rupiah,
    used: Rupiah,
    set_aside: Rupiah,
}

#[derive(Serialize)]
struct DetailsJson {
    accounts: u64,
    reconciled: u64,
    amount: Rupiah,
    amount_reconciled: Rupiah,
}

/// Writes what is in a file as JSON.
///
/// # Errors
/// What the output reports.
pub fn write_inspect(analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let inspection = Inspection::of(analysis);
    let budget = &analysis.budget;
    let (tally, details) = (&budget.tally, &budget.details);
    let json = InspectJson {
        schema: "hemat.inspect/1",
        file: &budget.file,
        layout: budget.layout.as_str(),
        encoding: &budget.encoding,
        delimiter: budget.delimiter,
        header_row: budget.header_row,
        columns: &budget.columns,
        rows: RowsJson {
            read: tally.rows_read,
            used: tally.rows_used,
            set_aside: tally.rows_set_aside,
            not_lines: tally.rows_not_lines,
        },
        amount: AmountJson {
            read: tally.amount_read,
            used: tally.amount_used,
            set_aside: tally.amount_set_aside,
        },
        details: DetailsJson {
            accounts: details.accounts,
            reconciled: details.reconciled,
            amount: details.amount,
            amount_reconciled: details.amount_reconciled,
        },
        can_compute: inspection.can_compute,
        counts: inspection.counts,
        years: inspection.years.iter().copied().collect(),
        regions: inspection.regions.iter().map(String::as_str).collect(),
        agencies: inspection.agencies.iter().map(String::as_str).collect(),
        diagnostics: &inspection.diagnostics,
    };
    write_pretty(&json, out)
}
