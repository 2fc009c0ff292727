//! One published price (satuan biaya), with all that is needed to cite it.

use hemat_core::event::Fund;
use hemat_core::lang::Lang;
use hemat_core::money::Rupiah;
use hemat_core::session::{OfficialLevel, Session};

use crate::province::Province;
use crate::table::{Row, Text};
use crate::words::{Item, Nature, Stage, Verification};

/// Where a price holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Region {
    /// The whole country.
    National,
    /// One province.
    Province(Province),
}

impl Region {
    /// The name in one language.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Region::National => lang.pick("nasional", "national"),
            Region::Province(province) => province.label(lang),
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        if word == "nasional" {
            Some(Region::National)
        } else {
            Province::from_name(word).map(Region::Province)
        }
    }
}

/// Item, region, levels, package, first year, stages and funds.
pub(crate) type PriceKey = (Item, Region, Vec<OfficialLevel>, Option<Session>, u16, Vec<Stage>, Vec<Fund>);

/// One row of a price table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriceRow {
    /// Name of the standard: `SBM`, `SHSR`.
    pub standard: Box<str>,
    /// The regulation, e.g. `PMK 32/2025`. Its year is not the budget year.
    pub regulation: Box<str>,
    /// First fiscal year it holds for.
    pub fiscal_year_from: u16,
    /// Last fiscal year it holds for.
    pub fiscal_year_to: u16,
    /// Stages at which it counts; at least one.
    pub stages: Vec<Stage>,
    /// Limit or estimate.
    pub nature: Nature,
    /// Whose money it binds; at least one.
    pub binds: Vec<Fund>,
    /// Annex (lampiran) as a Roman number.
    pub annex: Box<str>,
    /// Item number (pos) within the annex.
    pub item_no: Box<str>,
    /// What is priced.
    pub item: Item,
    /// Where.
    pub region: Region,
    /// Levels it is meant for; empty where the price is the same for all.
    pub levels: Vec<OfficialLevel>,
    /// The levels in the table's own words; empty if none.
    pub level_label: Box<str>,
    /// The meeting package, for packages and their allowance.
    pub package: Option<Session>,
    /// Unit as published: `OP` orang-paket, `OH` orang-hari, `OJ` orang-jam, `OK` orang-kegiatan, `orang/kali`, `hari`.
    pub unit: Box<str>,
    /// Rupiah for one unit, above zero.
    pub amount: Rupiah,
    /// When the price applies, if the table says so.
    pub condition: Option<Text>,
    /// The copy it was read from.
    pub source: Box<str>,
    /// Line in that copy.
    pub source_line: Option<u32>,
    /// Page of the regulation, where known.
    pub page: Option<u32>,
    /// How it is known.
    pub verification: Verification,
    /// A note on this figure, if any.
    pub note: Option<Text>,
}

impl PriceRow {
    pub(crate) fn read(row: &Row<'_>) -> Result<Self, String> {
        let price = PriceRow {
            standard: row.text("standard")?,
            regulation: row.text("regulation")?,
            fiscal_year_from: row.need("fiscal_year_from")?,
            fiscal_year_to: row.need("fiscal_year_to")?,
            stages: row.words("stages", Stage::from_word)?,
            nature: row.word("nature", Nature::from_word)?,
            binds: row.words("binds", Fund::from_word)?,
            annex: row.text("annex")?,
            item_no: row.text("item_no")?,
            item: row.word("item", Item::from_word)?,
            region: row.word("region", Region::from_word)?,
            levels: row.words("levels", OfficialLevel::from_word)?,
            level_label: row.cell("level_label").into(),
            package: row.word_or_none("package", Session::from_word)?,
            unit: row.text("unit")?,
            amount: row.money("amount_idr")?.ok_or("amount_idr is empty")?,
            condition: row.both("condition")?,
            source: row.text("source")?,
            source_line: row.number("source_line")?,
            page: row.number("page")?,
            verification: row.word("verification", Verification::from_word)?,
            note: row.both("note")?,
        };
        if price.fiscal_year_from > price.fiscal_year_to {
            return Err("fiscal_year_from is after fiscal_year_to".into());
        }
        if price.stages.is_empty() || price.binds.is_empty() {
            return Err("stages and binds must not be empty".into());
        }
        Ok(price)
    }

    /// What makes a row the only one of its kind in a table.
    pub(crate) fn key(&self) -> PriceKey {
        let (levels, stages, binds) = (self.levels.clone(), self.stages.clone(), self.binds.clone());
        (self.item, self.region, levels, self.package, self.fiscal_year_from, stages, binds)
    }

    /// True if the row is for this fiscal year (tahun anggaran).
    #[must_use]
    pub fn covers_year(&self, year: u16) -> bool {
        (self.fiscal_year_from..=self.fiscal_year_to).contains(&year)
    }

    /// True if the row binds this money.
    #[must_use]
    pub fn binds(&self, fund: Fund) -> bool {
        self.binds.contains(&fund)
    }

    /// The fiscal year or years, `2026` or `2021-2024`.
    #[must_use]
    pub fn years(&self) -> String {
        if self.fiscal_year_from == self.fiscal_year_to {
            self.fiscal_year_from.to_string()
        } else {
            format!("{}-{}", self.fiscal_year_from, self.fiscal_year_to)
        }
    }

    /// `PMK 32/2025 (SBM tahun anggaran 2026), Lampiran I pos 31.1, Sumatera Utara`.
    #[must_use]
    pub fn citation(&self, lang: Lang) -> String {
        let (regulation, standard, years, annex, item) =
            (&self.regulation, &self.standard, self.years(), &self.annex, &self.item_no);
        let region = self.region.label(lang);
        match lang {
            Lang::Id => format!(
                "{regulation} ({standard} tahun anggaran {years}), Lampiran {annex} pos {item}, {region}"
            ),
            Lang::En => {
                format!("{regulation} ({standard}, fiscal year {years}), Annex {annex} item {item}, {region}")
            }
        }
    }

    /// Where the figure was read, for whoever wants to check it: the copy, its line, and the page.
    #[must_use]
    pub fn source_detail(&self, lang: Lang) -> String {
        let mut out = self.source.to_string();
        if let Some(line) = self.source_line {
            out.push_str(&format!(", {} {line}", lang.pick("baris", "line")));
        }
        if let Some(page) = self.page {
            out.push_str(&format!(", {} {page}", lang.pick("halaman", "page")));
        }
        out.push_str(&format!(" ({})", self.verification.label(lang)));
        out
    }
}
