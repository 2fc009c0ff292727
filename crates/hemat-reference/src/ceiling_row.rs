//! One row of a published price table.

use hemat_core::ceiling::{CeilingRegion, Nature, PriceCeiling, PriceStandard, PricedItem, Stage};
use hemat_core::event::Fund;
use hemat_core::session::{OfficialLevel, Session};
use hemat_core::verification::Verification;

use crate::table::Row;

pub(crate) fn read(row: &Row<'_>) -> Result<PriceCeiling, String> {
    let price = PriceCeiling {
        standard: row.word("standard", PriceStandard::from_word)?,
        regulation: row.text("regulation")?,
        fiscal_year_from: row.need("fiscal_year_from")?,
        fiscal_year_to: row.need("fiscal_year_to")?,
        stages: row.words("stages", Stage::from_word)?,
        nature: row.word("nature", Nature::from_word)?,
        annex: row.text("annex")?,
        item_no: row.text("item_no")?,
        item: row.word("item", PricedItem::from_word)?,
        region: row.word("region", CeilingRegion::from_name)?,
        levels: row.words("levels", OfficialLevel::from_word)?,
        level_label: row.cell("level_label").into(),
        package: row.word_or_none("package", Session::from_word)?,
        persons_above: row.number("persons_above")?,
        unit: row.text("unit")?,
        amount: row.money("amount_idr")?.ok_or("amount_idr is empty")?,
        condition: row.both("condition")?,
        source: row.text("source")?,
        source_line: row.number("source_line")?,
        page: row.number("page")?,
        verification: row.word("verification", Verification::from_word)?,
        note: row.both("note")?,
        at: row.place(),
    };
    if price.first_year() > price.fiscal_year_to {
        return Err("fiscal_year_from is after fiscal_year_to, or before the standard applied".into());
    }
    if price.stages.is_empty() {
        return Err("stages must not be empty".into());
    }
    if price.levels.contains(&OfficialLevel::Staff) {
        return Err("levels has staf, which tables have under eselon-4".into());
    }
    // The column is for readers of the file; the law is in the standard.
    if row.words("binds", Fund::from_word)? != [price.binds()] {
        return Err(format!("binds is not {}, which is what {} binds", price.binds(), price.standard));
    }
    Ok(price)
}
