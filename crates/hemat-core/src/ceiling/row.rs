//! One published price (satuan biaya), with all that is needed to cite it.

use crate::event::Fund;
use crate::lang::{Lang, Text};
use crate::money::Rupiah;
use crate::session::{OfficialLevel, Session};
use crate::source::RowRef;
use crate::verification::Verification;

use super::item::PricedItem;
use super::region::CeilingRegion;
use super::standing::{Nature, PriceStandard, SHSR_FROM, Stage};

/// What makes a row the only one of its kind in a table: standard, item, region, levels, package, first year,
/// stages.
pub type CeilingKey =
    (PriceStandard, PricedItem, CeilingRegion, Vec<OfficialLevel>, Option<Session>, u16, Vec<Stage>);

/// One row of a price table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriceCeiling {
    /// The standard it belongs to.
    pub standard: PriceStandard,
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
    /// Annex (lampiran) as a Roman number; empty if none.
    pub annex: Box<str>,
    /// Item number (pos) within the annex; empty if none.
    pub item_no: Box<str>,
    /// What is priced.
    pub item: PricedItem,
    /// Where.
    pub region: CeilingRegion,
    /// Levels it is meant for, never [`OfficialLevel::Staff`]; empty where the price is the same for all.
    pub levels: Vec<OfficialLevel>,
    /// The levels in the table's own words; empty if none.
    pub level_label: Box<str>,
    /// The meeting package, for packages and their allowance.
    pub package: Option<Session>,
    /// Meant only for halls for more than so many persons.
    pub persons_above: Option<u32>,
    /// Unit as published: `OP` orang-paket, `OH` orang-hari, `OJ` orang-jam, `OK` orang-kegiatan, `orang/kali`, `hari`.
    pub unit: Box<str>,
    /// Rupiah for one unit, above zero.
    pub amount: Rupiah,
    /// When the price applies, if the table says so.
    pub condition: Option<Text>,
    /// The copy it was read from; for a user's table what its `source` column says.
    pub source: Box<str>,
    /// Line in that copy.
    pub source_line: Option<u32>,
    /// Page of the regulation, where known.
    pub page: Option<u32>,
    /// How it is known.
    pub verification: Verification,
    /// A note on this figure, if any.
    pub note: Option<Text>,
    /// The row of the table.
    pub at: RowRef,
}

impl PriceCeiling {
    /// See [`CeilingKey`].
    #[must_use]
    pub fn key(&self) -> CeilingKey {
        let (levels, stages) = (self.levels.clone(), self.stages.clone());
        (self.standard, self.item, self.region.clone(), levels, self.package, self.fiscal_year_from, stages)
    }

    /// The first fiscal year it can count for: no SHSR before [`SHSR_FROM`].
    #[must_use]
    pub fn first_year(&self) -> u16 {
        match self.standard {
            PriceStandard::Shsr => self.fiscal_year_from.max(SHSR_FROM),
            PriceStandard::Sbm | PriceStandard::Regional => self.fiscal_year_from,
        }
    }

    /// True if the row is for this fiscal year (tahun anggaran).
    #[must_use]
    pub fn covers_year(&self, year: u16) -> bool {
        (self.first_year()..=self.fiscal_year_to).contains(&year)
    }

    /// Whose money the row binds.
    #[must_use]
    pub fn binds(&self) -> Fund {
        self.standard.fund()
    }

    /// True if the row answers for this level; `None` answers only rows that are the same for all.
    #[must_use]
    pub fn is_for_level(&self, level: Option<OfficialLevel>) -> bool {
        self.levels.is_empty() || level.is_some_and(|l| self.levels.contains(&l.price_class()))
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
        let (regulation, standard, years) = (&self.regulation, self.standard.label(lang), self.years());
        let mut out = match lang {
            Lang::Id => format!("{regulation} ({standard} tahun anggaran {years})"),
            Lang::En => format!("{regulation} ({standard}, fiscal year {years})"),
        };
        let place =
            [(lang.pick("Lampiran", "Annex"), &self.annex), (lang.pick("pos", "item"), &self.item_no)];
        let place: Vec<String> =
            place.iter().filter(|(_, n)| !n.is_empty()).map(|(word, n)| format!("{word} {n}")).collect();
        for part in [place.join(" ").as_str(), self.region.label(lang)] {
            if !part.is_empty() {
                out.push_str(", ");
                out.push_str(part);
            }
        }
        out
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
