//! Listing rows: all that match a filter, in a fixed order.

use crate::event::Fund;
use crate::money::Rupiah;
use crate::province::Province;
use crate::session::{OfficialLevel, Session};

use super::item::PricedItem;
use super::multiplier::Multiplier;
use super::region::CeilingRegion;
use super::row::PriceCeiling;
use super::standing::{Nature, Stage, Standing};
use super::tables::{Ceilings, why_not_binding};

/// Which rows to list. What is `None` or empty does not narrow.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CeilingFilter {
    /// Items.
    pub items: Vec<PricedItem>,
    /// Fiscal year.
    pub year: Option<u16>,
    /// Rows of this province and of the whole country.
    pub province: Option<Province>,
    /// Rows of this local government; rows of provinces and of the country stay.
    pub region: Option<String>,
    /// Rows for this level, and those that are the same for all.
    pub level: Option<OfficialLevel>,
    /// Rows of this package alone.
    pub package: Option<Session>,
    /// Rows that count at this stage.
    pub stage: Option<Stage>,
    /// Hall rent for a hall that holds so many persons.
    pub hall_capacity: Option<u32>,
}

/// One row of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListedCeiling<'t> {
    /// The row.
    pub row: &'t PriceCeiling,
    /// True if it is of the user's own table.
    pub from_local: bool,
    /// The multiplier that all levels of the row (or the level asked for) may have in all its years.
    pub multiplier: Option<&'t Multiplier>,
}

impl ListedCeiling<'_> {
    /// The most that the rules allow for one unit; `None` if it is beyond the range of money.
    #[must_use]
    pub fn highest(&self) -> Option<Rupiah> {
        Multiplier::highest(self.row, self.multiplier)
    }

    /// What the row means for a fund, and for a government where one is named. Its own fiscal year is meant.
    #[must_use]
    pub fn standing_for(&self, fund: Fund, region: Option<&str>) -> Standing {
        match (why_not_binding(self.row, Some(fund), region), self.row.nature) {
            (Some(_), _) => Standing::Benchmark,
            (None, Nature::Limit) => Standing::Limit,
            (None, Nature::Estimate) => Standing::Estimate,
        }
    }
}

impl CeilingFilter {
    /// True if a row is to be listed.
    #[must_use]
    pub fn matches(&self, row: &PriceCeiling) -> bool {
        let region = match &row.region {
            CeilingRegion::National => true,
            CeilingRegion::Province(province) => self.province.is_none_or(|p| p == *province),
            local @ CeilingRegion::Local(_) => {
                self.region.as_ref().is_none_or(|name| local.is_government(name))
            }
        };
        region
            && (self.items.is_empty() || self.items.contains(&row.item))
            && self.year.is_none_or(|year| row.covers_year(year))
            && (self.level.is_none() || row.is_for_level(self.level))
            && (self.package.is_none() || row.package == self.package)
            && self.hall_capacity.is_none_or(|persons| row.persons_above.is_none_or(|above| persons > above))
            && self.stage.is_none_or(|stage| row.stages.contains(&stage))
    }
}

impl<'t> Ceilings<'t> {
    /// The rows that match: by item, region, level and package; the user's own before the built-in.
    #[must_use]
    pub fn list(&self, filter: &CeilingFilter) -> Vec<ListedCeiling<'t>> {
        let matching = self.rows().filter(|(row, _)| filter.matches(row));
        let mut rows: Vec<ListedCeiling<'t>> = matching
            .map(|(row, from_local)| {
                let years = [row.fiscal_year_from, row.fiscal_year_to];
                let always = |m: &&Multiplier| years.iter().all(|y| m.applies_to(row, *y, filter.level));
                ListedCeiling { row, from_local, multiplier: self.multipliers().iter().find(always) }
            })
            .collect();
        rows.sort_by(|a, b| {
            let key = |l: &ListedCeiling<'t>| {
                (l.row.item, l.row.region.clone(), l.row.levels.clone(), l.row.package, !l.from_local)
            };
            key(a)
                .cmp(&key(b))
                .then_with(|| (&a.row.at, a.row.fiscal_year_from).cmp(&(&b.row.at, b.row.fiscal_year_from)))
        });
        rows
    }
}
