//! Multipliers: rules that let a published price go higher, each with its citation from the table of rules.

use std::sync::LazyLock;

use hemat_core::ceiling::{Multiplier, PriceStandard, PricedItem};
use hemat_core::lang::{Lang, Text};
use hemat_core::session::{OfficialLevel, Session};
use rust_decimal::Decimal;

use crate::rule;
use crate::table::{self, Row, Table, TableError};

fn read(row: &Row<'_>) -> Result<Multiplier, String> {
    let id = row.text("rule")?;
    let rule =
        rule::rule(&id).and_then(rule::Rule::printable).ok_or("rule is not in rules.csv, or not verified")?;
    let factor = Decimal::from_str_exact(row.cell("factor")).map_err(|_| "factor is not a number")?;
    if factor < Decimal::ONE {
        return Err("factor is below 1".into());
    }
    let both = |text: &dyn Fn(Lang) -> String| Text::by(text);
    Ok(Multiplier {
        rule: id,
        standard: row.word("standard", PriceStandard::from_word)?,
        item: row.word("item", PricedItem::from_word)?,
        package: row.word_or_none("package", Session::from_word)?,
        levels: row.words("levels", OfficialLevel::from_word)?,
        fiscal_year_from: row.need("fiscal_year_from")?,
        fiscal_year_to: row.need("fiscal_year_to")?,
        factor,
        citation: both(&|lang| rule.citation(lang)),
        summary: both(&|lang| rule.summary(lang).to_owned()),
    })
}

pub(crate) const ASSET: (&str, &str) =
    ("ceiling_multipliers.csv", include_str!("../assets/ceiling_multipliers.csv"));

static TABLE: LazyLock<Table<Multiplier>> = LazyLock::new(|| table::read(ASSET.0, ASSET.1, read));

pub(crate) fn errors() -> &'static [TableError] {
    &TABLE.errors
}

/// All multipliers. Tolerances for remote regencies are not among them: no table that could be read holds them.
#[must_use]
pub fn multipliers() -> &'static [Multiplier] {
    &TABLE.rows
}
