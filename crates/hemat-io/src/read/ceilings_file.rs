//! A user's own price table (`--ceilings FILE`): SHSR, a Perbup or Perwal, or the SBM of another year.

use std::sync::Arc;

use hemat_core::ceiling::PriceCeiling;

use crate::read::ceiling_row::price;
use crate::read::contract::{ContractErrors, Faults, plain_text};
use crate::read::contract_csv::{CsvContract, CsvRows};

const CONTRACT: CsvContract<'static> = CsvContract {
    columns: &[
        "standard",
        "regulation",
        "fiscal_year_from",
        "fiscal_year_to",
        "stages",
        "nature",
        "annex",
        "item_no",
        "item",
        "region",
        "levels",
        "package",
        "persons_above",
        "unit",
        "amount_idr",
        "condition",
        "source",
        "page",
        "note",
    ],
    required: &["regulation", "fiscal_year_from", "nature", "region", "unit", "amount_idr"],
    aliases: &[("province", "region"), ("level", "levels"), ("stage_nature", "nature"), ("verified", "note")],
    family: None,
    comments: true,
    is_row: |line| line.matches([',', ';']).count() >= 4,
};

/// Reads a price table, delimited by `,` or `;`. `file` is the name that messages and answers show; rows are CSV
/// records, comments (`#`) counted. What each column may hold: `docs/ceilings.md`.
///
/// A row cannot say that it binds a body which its standard does not bind: the SBM never binds APBD, and SHSR never
/// counts before 2021.
///
/// # Errors
/// [`ContractErrors`] with every fault of the file: columns, words, years, amounts, two rows for one price, no row.
pub fn read_ceilings(text: &str, file: &str) -> Result<Vec<PriceCeiling>, ContractErrors> {
    let text = plain_text(text, file)?;
    let mut faults = Faults::of(text);
    let rows = CsvRows::read(text, &CONTRACT, &mut faults).map(|rows| {
        let name: Arc<str> = file.into();
        let all = rows.iter().count();
        let prices: Vec<PriceCeiling> =
            rows.iter().filter_map(|row| price(row, &name, &mut faults)).collect();
        if all == 0 {
            faults.push(
                1,
                "row",
                "the table has no row",
                None,
                "write one row for each price, or leave --ceilings out",
            );
        }
        note_repeated(&prices, &mut faults);
        prices
    });
    faults.finish(file, rows)
}

/// Two rows that answer one question with years in common: no look-up could tell which of them counts.
fn note_repeated(prices: &[PriceCeiling], faults: &mut Faults<'_>) {
    for (at, later) in prices.iter().enumerate() {
        let first = prices.iter().take(at).find(|first| overlap(first, later));
        if let Some(first) = first {
            let what = format!("a second price for what row {} prices already", first.at.row);
            let found = Some(later.amount.to_string());
            let hint = "keep one, or give them other years, levels, packages or stages";
            faults.push(later.at.row, "row", &what, found, hint);
        }
    }
}

fn overlap(one: &PriceCeiling, two: &PriceCeiling) -> bool {
    let years = one.fiscal_year_from <= two.fiscal_year_to && two.fiscal_year_from <= one.fiscal_year_to;
    let stages = one.stages.iter().any(|stage| two.stages.contains(stage));
    let levels = one.levels.is_empty()
        || two.levels.is_empty()
        || one.levels.iter().any(|level| two.levels.contains(level));
    let of = |p: &PriceCeiling| (p.standard, p.item, p.package, p.persons_above);
    years && stages && levels && of(one) == of(two) && one.region.is_same(&two.region)
}
