//! Multipliers (pengali): a rule that lets a price go higher under conditions.

use rust_decimal::Decimal;

use crate::lang::Text;
use crate::money::Rupiah;
use crate::session::{OfficialLevel, Session};

use super::item::PricedItem;
use super::row::PriceCeiling;
use super::standing::PriceStandard;

/// One multiplier. It never lowers a price, and counts only in the years for which its rule was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Multiplier {
    /// Id of the rule, `SBM-FULLBOARD-1.5`.
    pub rule: Box<str>,
    /// The standard whose prices it is for.
    pub standard: PriceStandard,
    /// The item.
    pub item: PricedItem,
    /// The package.
    pub package: Option<Session>,
    /// The levels that may have it; at least one.
    pub levels: Vec<OfficialLevel>,
    /// First fiscal year.
    pub fiscal_year_from: u16,
    /// Last fiscal year.
    pub fiscal_year_to: u16,
    /// The factor, at least 1.
    pub factor: Decimal,
    /// The regulation with its validity.
    pub citation: Text,
    /// What the rule says, in our own words.
    pub summary: Text,
}

impl Multiplier {
    /// True if a row may be multiplied in a fiscal year. `None` asks for all levels of the row.
    #[must_use]
    pub fn applies_to(&self, row: &PriceCeiling, year: u16, level: Option<OfficialLevel>) -> bool {
        let may = |l: &OfficialLevel| self.levels.contains(&l.price_class());
        let level_may = match &level {
            Some(level) => may(level),
            None => !row.levels.is_empty() && row.levels.iter().all(may),
        };
        let same = row.standard == self.standard && row.item == self.item && row.package == self.package;
        same && level_may && (self.fiscal_year_from..=self.fiscal_year_to).contains(&year)
    }

    /// A row's amount with the multiplier, or as it is without one. `None` beyond the range of money.
    pub(super) fn highest(row: &PriceCeiling, multiplier: Option<&Self>) -> Option<Rupiah> {
        multiplier.map_or(Some(row.amount), |m| row.amount.try_times(m.factor).ok())
    }
}
