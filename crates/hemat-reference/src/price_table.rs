//! Price tables and their look-up: a limit, an estimate, a benchmark, or the reason why there is none.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use hemat_core::event::Fund;
use hemat_core::evidence::Evidence;
use hemat_core::lang::Lang;
use hemat_core::session::{OfficialLevel, Session};

use crate::price_row::{PriceRow, Region};
use crate::province::Province;
use crate::table::{self, TableError};
use crate::words::{Item, Nature, Stage};

/// The first fiscal year to which SHSR (Perpres 33/2020) applies.
pub const SHSR_FROM: u16 = 2021;

pub(crate) const ASSETS: [(&str, &str); 7] = [
    ("sbm2026_meeting_packages.csv", include_str!("../assets/sbm2026_meeting_packages.csv")),
    ("sbm2026_meals_snacks.csv", include_str!("../assets/sbm2026_meals_snacks.csv")),
    ("sbm2026_hall_rent.csv", include_str!("../assets/sbm2026_hall_rent.csv")),
    ("sbm2026_honoraria.csv", include_str!("../assets/sbm2026_honoraria.csv")),
    ("sbm2026_daily_allowances.csv", include_str!("../assets/sbm2026_daily_allowances.csv")),
    ("sbm2026_lodging.csv", include_str!("../assets/sbm2026_lodging.csv")),
    ("shsr_meeting_packages.csv", include_str!("../assets/shsr_meeting_packages.csv")),
];

static BUILT_IN: LazyLock<PriceTable> = LazyLock::new(|| {
    let mut all = PriceTable::default();
    for (name, text) in ASSETS {
        let part = PriceTable::from_csv(name, text);
        all.rows.extend(part.rows);
        all.errors.extend(part.errors);
    }
    all
});

/// What is asked of a price table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PriceQuery {
    /// What is priced.
    pub item: Item,
    /// Where.
    pub province: Province,
    /// Fiscal year (tahun anggaran), not the year of a regulation.
    pub year: u16,
    /// Whose money.
    pub fund: Fund,
    /// At which stage: a budget line is planning, a receipt execution.
    pub stage: Stage,
    /// Level, for items that have one.
    pub level: Option<OfficialLevel>,
    /// Package, for items that have one.
    pub package: Option<Session>,
}

/// What a price means for the money asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Batas tertinggi: it binds, and may not be passed.
    Limit,
    /// Perkiraan: it is meant for this money, but may be passed.
    Estimate,
    /// Pembanding: it does not bind this money or is another year's; an order of magnitude only.
    Benchmark,
}

/// A price that was found, with its standing. Only a look-up can make one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Price<'a> {
    row: &'a PriceRow,
    standing: Standing,
    asked_year: u16,
    asked_fund: Fund,
}

impl<'a> Price<'a> {
    /// The row.
    #[must_use]
    pub fn row(&self) -> &'a PriceRow {
        self.row
    }

    /// What it means for the money asked about.
    #[must_use]
    pub fn standing(&self) -> Standing {
        self.standing
    }

    /// True if it may not be passed.
    #[must_use]
    pub fn is_limit(&self) -> bool {
        self.standing == Standing::Limit
    }

    /// True if the row is for another fiscal year than the one asked.
    #[must_use]
    pub fn is_other_year(&self) -> bool {
        !self.row.covers_year(self.asked_year)
    }

    /// The grade of the figure as a price: a published price is nobody's bill, so always `benchmark`.
    #[must_use]
    pub fn evidence(&self) -> Evidence {
        Evidence::Benchmark
    }

    /// The citation with its price level and what the figure is, for printing beside it.
    #[must_use]
    pub fn wording(&self, lang: Lang) -> String {
        let (cite, years, fund) = (self.row.citation(lang), self.row.years(), self.asked_fund.label(lang));
        let level = lang.pick("tingkat harga", "price level of");
        let what = match self.standing {
            Standing::Limit => lang.pick("batas tertinggi untuk", "a limit for"),
            Standing::Estimate => {
                lang.pick("perkiraan yang dapat dilampaui untuk", "an estimate that may be passed for")
            }
            Standing::Benchmark => lang.pick("pembanding, bukan batas untuk", "a benchmark, not a limit for"),
        };
        let mut out = format!("{cite}; {level} {years}; {what} {fund}");
        if self.is_other_year() {
            let asked = self.asked_year;
            out.push_str(&match lang {
                Lang::Id => format!(" tahun anggaran {asked}"),
                Lang::En => format!(" of fiscal year {asked}"),
            });
        }
        out
    }
}

/// Why there is no price.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoPrice {
    /// No table prices this item.
    ItemNotLoaded,
    /// No table is loaded for this fiscal year; the years that are.
    YearNotLoaded(Vec<u16>),
    /// The table has no row for this province.
    RegionNotLoaded,
    /// The price depends on the level, which was not given or is not in the table.
    LevelNeeded,
    /// The price depends on the package, which was not given or is not in the table.
    PackageNeeded,
    /// The table does not count at this stage.
    StageNotLoaded,
}

/// No ceiling is known for what was asked, and why. Not an error: unknown is an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoCeilingKnown {
    /// Why.
    pub reason: NoPrice,
    /// What was asked.
    pub query: PriceQuery,
}

impl NoCeilingKnown {
    /// The reason as a sentence. For APBD before 2021 it adds that SHSR did not exist.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let PriceQuery { year, fund, item, province, .. } = self.query;
        let (item, province) = (item.label(lang), province.label(lang));
        let head = lang.pick("Batas harga tidak diketahui", "No ceiling known");
        let why = match (&self.reason, lang) {
            (NoPrice::ItemNotLoaded, Lang::Id) => format!("tidak ada tabel untuk {item}"),
            (NoPrice::ItemNotLoaded, Lang::En) => format!("no table prices {item}"),
            (NoPrice::YearNotLoaded(years), _) => {
                let years: Vec<String> = years.iter().map(u16::to_string).collect();
                let years = years.join(", ");
                match lang {
                    Lang::Id => {
                        format!("tidak ada tabel untuk tahun anggaran {year}; yang tersedia: {years}")
                    }
                    Lang::En => format!("no table for fiscal year {year}; available: {years}"),
                }
            }
            (NoPrice::RegionNotLoaded, Lang::Id) => format!("{item} tidak ada untuk {province}"),
            (NoPrice::RegionNotLoaded, Lang::En) => format!("{item} has no row for {province}"),
            (NoPrice::LevelNeeded, Lang::Id) => {
                format!("{item} bergantung pada jenjang, yang tidak diketahui")
            }
            (NoPrice::LevelNeeded, Lang::En) => format!("{item} depends on the level, which is not known"),
            (NoPrice::PackageNeeded, Lang::Id) => {
                format!("{item} tidak ada untuk paket ini, atau paketnya tidak diketahui")
            }
            (NoPrice::PackageNeeded, Lang::En) => {
                format!("{item} has no row for this package, or the package is not known")
            }
            (NoPrice::StageNotLoaded, Lang::Id) => format!("{item} tidak ada untuk tahap ini"),
            (NoPrice::StageNotLoaded, Lang::En) => format!("{item} has no row for this stage"),
        };
        let shsr = if fund == Fund::Apbd && year < SHSR_FROM {
            lang.pick(
                "; SHSR baru berlaku mulai tahun anggaran 2021",
                "; SHSR applies from fiscal year 2021 on",
            )
        } else {
            ""
        };
        format!("{head}: {why}{shsr}.")
    }
}

/// Price rows, and the defects of the file they came from.
#[derive(Debug, Default)]
pub struct PriceTable {
    rows: Vec<PriceRow>,
    errors: Vec<TableError>,
}

impl PriceTable {
    /// The tables that come with this crate.
    #[must_use]
    pub fn built_in() -> &'static PriceTable {
        &BUILT_IN
    }

    /// Reads a table with the columns of our own assets. Rows with a defect, and second rows for one key,
    /// are left out and named in [`PriceTable::errors`].
    #[must_use]
    pub fn from_csv(name: &str, text: &str) -> PriceTable {
        let keys = RefCell::new(BTreeSet::new());
        let read = table::read(name, text, |row| {
            let price = PriceRow::read(row)?;
            if keys.borrow_mut().insert(price.key()) {
                Ok(price)
            } else {
                Err("second row for one key".into())
            }
        });
        PriceTable { rows: read.rows, errors: read.errors }
    }

    /// All rows.
    #[must_use]
    pub fn rows(&self) -> &[PriceRow] {
        &self.rows
    }

    /// Rows that could not be used.
    #[must_use]
    pub fn errors(&self) -> &[TableError] {
        &self.errors
    }

    /// The price for exactly this fiscal year. A row that does not bind the fund comes as a benchmark.
    ///
    /// # Errors
    /// [`NoCeilingKnown`] with the reason, when no row answers the question.
    pub fn look_up(&self, query: &PriceQuery) -> Result<Price<'_>, NoCeilingKnown> {
        let row = self.find(query, |row| row.covers_year(query.year))?;
        let standing = match row.nature {
            _ if !row.binds(query.fund) => Standing::Benchmark,
            Nature::Limit => Standing::Limit,
            Nature::Estimate => Standing::Estimate,
        };
        Ok(Price { row, standing, asked_year: query.year, asked_fund: query.fund })
    }

    /// The price of the loaded year nearest to the one asked (the later of two equally near). It is always a
    /// [`Standing::Benchmark`], never a ceiling, whatever year it is of.
    ///
    /// # Errors
    /// [`NoCeilingKnown`] when no loaded year answers the question.
    pub fn nearest_year(&self, query: &PriceQuery) -> Result<Price<'_>, NoCeilingKnown> {
        let years = self.years_of(query.item);
        let nearest = years.into_iter().rev().min_by_key(|y| y.abs_diff(query.year));
        let row = self.find(query, |row| nearest.is_some_and(|y| row.covers_year(y)))?;
        Ok(Price { row, standing: Standing::Benchmark, asked_year: query.year, asked_fund: query.fund })
    }

    /// The fiscal years loaded for an item, ascending.
    #[must_use]
    pub fn years_of(&self, item: Item) -> Vec<u16> {
        let rows = self.rows.iter().filter(|r| r.item == item);
        let mut years: Vec<u16> = rows.flat_map(|r| r.fiscal_year_from..=r.fiscal_year_to).collect();
        years.sort_unstable();
        years.dedup();
        years
    }

    /// Narrows the rows step by step; the step that leaves none is the reason.
    fn find(
        &self,
        query: &PriceQuery,
        year: impl Fn(&PriceRow) -> bool,
    ) -> Result<&PriceRow, NoCeilingKnown> {
        let none = |reason| NoCeilingKnown { reason, query: *query };
        let mut rows: Vec<&PriceRow> = self.rows.iter().filter(|r| r.item == query.item).collect();
        let mut keep = |test: &dyn Fn(&PriceRow) -> bool, reason: NoPrice| {
            rows.retain(|r| test(r));
            if rows.is_empty() { Err(none(reason)) } else { Ok(()) }
        };
        keep(&|_| true, NoPrice::ItemNotLoaded)?;
        keep(&year, NoPrice::YearNotLoaded(self.years_of(query.item)))?;
        let here =
            |r: &PriceRow| r.region == Region::National || r.region == Region::Province(query.province);
        keep(&here, NoPrice::RegionNotLoaded)?;
        let level = |r: &PriceRow| {
            r.levels.is_empty() || query.level.is_some_and(|l| r.levels.contains(&l.price_class()))
        };
        keep(&level, NoPrice::LevelNeeded)?;
        keep(&|r| r.package.is_none() || r.package == query.package, NoPrice::PackageNeeded)?;
        keep(&|r| r.stages.contains(&query.stage), NoPrice::StageNotLoaded)?;
        // A row that binds the money goes before one that does not, the province before the country.
        rows.iter()
            .copied()
            .min_by_key(|r| (!r.binds(query.fund), r.region == Region::National))
            .ok_or_else(|| none(NoPrice::ItemNotLoaded))
    }
}
