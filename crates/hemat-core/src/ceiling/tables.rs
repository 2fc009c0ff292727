//! The look-up over all price tables: the user's local table, then the national table of the year, then a benchmark.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::event::Fund;
use crate::session::OfficialLevel;

use super::answer::{CeilingAnswer, FoundCeiling};
use super::item::PricedItem;
use super::multiplier::Multiplier;
use super::question::CeilingQuestion;
use super::region::CeilingRegion;
use super::row::PriceCeiling;
use super::standing::{Nature, NotBinding, PriceStandard};
use super::unknown::{NoCeilingKnown, NoPrice};

/// A row, and whether it is of the user's own table.
type Candidate<'t> = (&'t PriceCeiling, bool);

/// All price tables, in the order in which they are asked.
#[derive(Debug, Clone, Default)]
pub struct Ceilings<'t> {
    by_item: BTreeMap<PricedItem, Vec<Candidate<'t>>>,
    multipliers: &'t [Multiplier],
}

impl<'t> Ceilings<'t> {
    /// The published tables, with the multipliers that their rules allow.
    #[must_use]
    pub fn new(published: &'t [PriceCeiling], multipliers: &'t [Multiplier]) -> Self {
        let mut ceilings = Ceilings { by_item: BTreeMap::new(), multipliers };
        ceilings.add(published, false);
        ceilings
    }

    /// The same with a user's local table before them.
    #[must_use]
    pub fn with_local(mut self, rows: &'t [PriceCeiling]) -> Self {
        self.add(rows, true);
        self
    }

    fn add(&mut self, rows: &'t [PriceCeiling], local: bool) {
        for row in rows {
            self.by_item.entry(row.item).or_default().push((row, local));
        }
    }

    /// All rows, by item; `true` for those of the user's own table.
    pub fn rows(&self) -> impl Iterator<Item = (&'t PriceCeiling, bool)> {
        self.by_item.values().flatten().copied()
    }

    /// The multipliers.
    #[must_use]
    pub fn multipliers(&self) -> &'t [Multiplier] {
        self.multipliers
    }

    /// The fiscal years loaded for an item, ascending.
    #[must_use]
    pub fn years_of(&self, item: PricedItem) -> Vec<u16> {
        let rows = self.by_item.get(&item).into_iter().flatten();
        let years: BTreeSet<u16> = rows.flat_map(|(r, _)| r.first_year()..=r.fiscal_year_to).collect();
        years.into_iter().collect()
    }

    /// The price for exactly the fiscal year asked: a row that binds the body before one that does not, the user's
    /// own table before the published ones, the narrower region before the wider.
    ///
    /// A row that does not bind the body comes as [`CeilingAnswer::Benchmark`]; without a row for that year the
    /// answer is [`CeilingAnswer::Unknown`], and [`Ceilings::benchmark`] has another year's price.
    #[must_use]
    pub fn look_up(&self, question: &CeilingQuestion) -> CeilingAnswer<'t> {
        let Some(year) = question.year else {
            return unknown(NoPrice::YearNeeded, question);
        };
        let rows = match self.narrowed(question, |row| row.covers_year(year)) {
            Ok(rows) => rows,
            Err(reason) => return unknown(reason, question),
        };
        let best = rows.into_iter().min_by_key(|candidate| rank(candidate, question));
        self.answer(best, question, year, not_binding)
    }

    /// A price to reckon with: that of the year asked, else of the nearest year that answers the question (the
    /// later of two equally near). It is always a [`CeilingAnswer::Benchmark`], never a limit, and its wording names
    /// the year it is of.
    #[must_use]
    pub fn benchmark(&self, question: &CeilingQuestion) -> CeilingAnswer<'t> {
        let Some(year) = question.year else {
            return unknown(NoPrice::YearNeeded, question);
        };
        let rows = match self.narrowed(question, |row| row.first_year() <= row.fiscal_year_to) {
            Ok(rows) => rows,
            Err(reason) => return unknown(reason, question),
        };
        let best = rows.into_iter().min_by_key(|candidate| {
            let of = nearest_year(candidate.0, year);
            (of.abs_diff(year), Reverse(of), rank(candidate, question))
        });
        self.answer(best, question, year, |row, question| {
            if row.covers_year(year) {
                not_binding(row, question).or(Some(NotBinding::UsedAsPrice))
            } else {
                Some(NotBinding::OtherYear)
            }
        })
    }

    /// The same as [`Ceilings::look_up`], but where the level is not known, the answer of the level that may pay most:
    /// a price above its [`FoundCeiling::highest`] is above the ceiling of every level. Levels with a limit go before
    /// levels that only have a benchmark: a regency's table ends where no official of its own stands higher.
    #[must_use]
    pub fn look_up_any_level(&self, question: &CeilingQuestion) -> CeilingAnswer<'t> {
        let plain = self.look_up(question);
        if plain.unknown().is_none_or(|why| why.reason != NoPrice::LevelNeeded) {
            return plain;
        }
        let of = |level: &OfficialLevel| {
            self.look_up(&CeilingQuestion { level: Some(*level), ..question.clone() })
        };
        let answers = OfficialLevel::ALL.iter().map(of).filter(|a| a.found().is_some());
        answers.max_by_key(|a| (a.limit().is_some(), a.found().map(FoundCeiling::highest))).unwrap_or(plain)
    }

    fn answer(
        &self,
        best: Option<Candidate<'t>>,
        question: &CeilingQuestion,
        year: u16,
        not_binding: impl Fn(&PriceCeiling, &CeilingQuestion) -> Option<NotBinding>,
    ) -> CeilingAnswer<'t> {
        let Some((row, from_local)) = best else {
            return unknown(NoPrice::ItemNotLoaded, question);
        };
        let of = nearest_year(row, year);
        let multiplier = self
            .multipliers
            .iter()
            .find(|m| question.level.is_some() && m.applies_to(row, of, question.level));
        let Some(highest) = Multiplier::highest(row, multiplier) else {
            return unknown(NoPrice::AmountOutOfRange, question);
        };
        let not_binding = not_binding(row, question);
        let asked_fund = question.fund;
        let found =
            FoundCeiling { row, multiplier, highest, asked_year: year, asked_fund, from_local, not_binding };
        match (not_binding, row.nature) {
            (Some(_), _) => CeilingAnswer::Benchmark(found),
            (None, Nature::Limit) => CeilingAnswer::Limit(found),
            (None, Nature::Estimate) => CeilingAnswer::Estimate(found),
        }
    }

    /// Narrows the rows step by step; the step that leaves none is the reason.
    fn narrowed(
        &self,
        question: &CeilingQuestion,
        of_year: impl Fn(&PriceCeiling) -> bool,
    ) -> Result<Vec<Candidate<'t>>, NoPrice> {
        let mut rows = self.by_item.get(&question.item).cloned().unwrap_or_default();
        let mut keep = |test: &dyn Fn(&PriceCeiling) -> bool, reason: &dyn Fn() -> NoPrice| {
            rows.retain(|(row, _)| test(row));
            if rows.is_empty() { Err(reason()) } else { Ok(()) }
        };
        keep(&|_| true, &|| NoPrice::ItemNotLoaded)?;
        keep(&of_year, &|| NoPrice::YearNotLoaded(self.years_of(question.item)))?;
        let here = |row: &PriceCeiling| match &row.region {
            CeilingRegion::Province(province) => question.province == Some(*province),
            CeilingRegion::National | CeilingRegion::Local(_) => true,
        };
        keep(&here, &|| match question.province {
            Some(_) => NoPrice::RegionNotLoaded,
            None => NoPrice::ProvinceNeeded,
        })?;
        keep(&|row| row.is_for_level(question.level), &|| match question.level {
            Some(_) => NoPrice::LevelNotLoaded,
            None => NoPrice::LevelNeeded,
        })?;
        let package = |row: &PriceCeiling| row.package.is_none() || row.package == question.package;
        keep(&package, &|| match question.package {
            Some(_) => NoPrice::PackageNotLoaded,
            None => NoPrice::PackageNeeded,
        })?;
        keep(&|row| row.stages.contains(&question.stage), &|| NoPrice::StageNotLoaded)?;
        let above = rows.iter().filter_map(|(row, _)| row.persons_above).min().unwrap_or(0);
        let holds = |row: &PriceCeiling| match (row.persons_above, question.hall_capacity) {
            (Some(above), Some(capacity)) => capacity > above,
            _ => true,
        };
        rows.retain(|(row, _)| holds(row));
        if rows.is_empty() { Err(NoPrice::HallTooSmall(above)) } else { Ok(rows) }
    }
}

fn unknown<'t>(reason: NoPrice, question: &CeilingQuestion) -> CeilingAnswer<'t> {
    CeilingAnswer::Unknown(Box::new(NoCeilingKnown { reason, question: question.clone() }))
}

/// The year of a row's validity that lies nearest to the one asked.
fn nearest_year(row: &PriceCeiling, year: u16) -> u16 {
    year.max(row.first_year()).min(row.fiscal_year_to)
}

/// Why a row does not bind the body asked about, apart from the year; `None` if it does.
pub(super) fn not_binding(row: &PriceCeiling, question: &CeilingQuestion) -> Option<NotBinding> {
    why_not_binding(row, question.fund, question.region.as_deref())
}

/// The same for a fund and the name of a government.
pub(super) fn why_not_binding(
    row: &PriceCeiling,
    fund: Option<Fund>,
    region: Option<&str>,
) -> Option<NotBinding> {
    if fund.is_some_and(|fund| fund != row.binds()) {
        return Some(NotBinding::OtherFund);
    }
    // The SBM and the SHSR bind every body of their fund; a region's own standard binds that region alone.
    if row.standard == PriceStandard::Regional || matches!(row.region, CeilingRegion::Local(_)) {
        match region {
            None => return Some(NotBinding::RegionUnknown),
            Some(name) if !row.region.is_government(name) => return Some(NotBinding::OtherRegion),
            Some(_) => {}
        }
    }
    fund.is_none().then_some(NotBinding::FundUnknown)
}

/// The order among rows that all answer: what binds, then the standard of a region that may be the one asked
/// about, then what binds other money, then other regions; the user's own table first, the narrower region first.
fn rank((row, local): &Candidate<'_>, question: &CeilingQuestion) -> (u8, bool, u8) {
    let binding = match not_binding(row, question) {
        None => 0,
        Some(NotBinding::RegionUnknown | NotBinding::FundUnknown) => 1,
        Some(NotBinding::OtherRegion) => 3,
        Some(NotBinding::OtherFund | NotBinding::OtherYear | NotBinding::UsedAsPrice) => 2,
    };
    let width = match row.region {
        CeilingRegion::Local(_) => 0,
        CeilingRegion::Province(_) => 1,
        CeilingRegion::National => 2,
    };
    (binding, !local, width)
}
