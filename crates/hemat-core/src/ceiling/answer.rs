//! The answer to a question about a price.

use crate::event::Fund;
use crate::evidence::Evidence;
use crate::lang::Lang;
use crate::money::Rupiah;

use super::multiplier::Multiplier;
use super::row::PriceCeiling;
use super::standing::{NotBinding, Standing};
use super::unknown::NoCeilingKnown;

/// What the tables say. Only a [`CeilingAnswer::Limit`] can be breached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CeilingAnswer<'t> {
    /// Batas tertinggi: it binds the body asked about.
    Limit(FoundCeiling<'t>),
    /// Perkiraan: meant for this body, but it may be passed.
    Estimate(FoundCeiling<'t>),
    /// Pembanding: it does not bind, see [`FoundCeiling::not_binding`].
    Benchmark(FoundCeiling<'t>),
    /// No ceiling known, and why.
    Unknown(Box<NoCeilingKnown>),
}

impl<'t> CeilingAnswer<'t> {
    /// The price, whatever it means.
    #[must_use]
    pub fn found(&self) -> Option<&FoundCeiling<'t>> {
        match self {
            CeilingAnswer::Limit(found)
            | CeilingAnswer::Estimate(found)
            | CeilingAnswer::Benchmark(found) => Some(found),
            CeilingAnswer::Unknown(_) => None,
        }
    }

    /// The price if it binds and may not be passed.
    #[must_use]
    pub fn limit(&self) -> Option<&FoundCeiling<'t>> {
        match self {
            CeilingAnswer::Limit(found) => Some(found),
            _ => None,
        }
    }

    /// Why there is no price.
    #[must_use]
    pub fn unknown(&self) -> Option<&NoCeilingKnown> {
        match self {
            CeilingAnswer::Unknown(why) => Some(why),
            _ => None,
        }
    }

    /// What the answer means for the body asked about.
    #[must_use]
    pub fn standing(&self) -> Standing {
        match self {
            CeilingAnswer::Limit(_) => Standing::Limit,
            CeilingAnswer::Estimate(_) => Standing::Estimate,
            CeilingAnswer::Benchmark(_) => Standing::Benchmark,
            CeilingAnswer::Unknown(_) => Standing::Unknown,
        }
    }

    /// What the figure is for the body asked about: `batas tertinggi untuk APBN`; or why there is none.
    #[must_use]
    pub fn meaning(&self, lang: Lang) -> String {
        match self {
            CeilingAnswer::Unknown(why) => why.text(lang),
            CeilingAnswer::Limit(found) => {
                found.with_fund(lang.pick("batas tertinggi untuk", "a limit for"), lang)
            }
            CeilingAnswer::Estimate(found) => found.with_fund(
                lang.pick("perkiraan yang dapat dilampaui untuk", "an estimate that may be passed for"),
                lang,
            ),
            CeilingAnswer::Benchmark(found) => found.benchmark_meaning(lang),
        }
    }

    /// The citation with the price level and what the figure is, for printing beside it; or why there is none.
    #[must_use]
    pub fn wording(&self, lang: Lang) -> String {
        let meaning = self.meaning(lang);
        match self.found() {
            Some(found) => format!("{}; {}; {meaning}", found.row.citation(lang), found.price_level(lang)),
            None => meaning,
        }
    }
}

/// A price that was found. Only a look-up can make one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundCeiling<'t> {
    pub(super) row: &'t PriceCeiling,
    pub(super) multiplier: Option<&'t Multiplier>,
    pub(super) highest: Rupiah,
    pub(super) asked_year: u16,
    pub(super) asked_fund: Option<Fund>,
    pub(super) from_local: bool,
    pub(super) not_binding: Option<NotBinding>,
}

impl<'t> FoundCeiling<'t> {
    /// The row.
    #[must_use]
    pub fn row(&self) -> &'t PriceCeiling {
        self.row
    }

    /// Rupiah for one unit, as published.
    #[must_use]
    pub fn amount(&self) -> Rupiah {
        self.row.amount
    }

    /// The most that the rules allow for one unit: the amount, times [`FoundCeiling::multiplier`] if there is one.
    /// A price is above the ceiling only if it is above this.
    #[must_use]
    pub fn highest(&self) -> Rupiah {
        self.highest
    }

    /// The rule that lets the price go higher for this level.
    #[must_use]
    pub fn multiplier(&self) -> Option<&'t Multiplier> {
        self.multiplier
    }

    /// True if the row is of the user's own table.
    #[must_use]
    pub fn is_from_local_table(&self) -> bool {
        self.from_local
    }

    /// True if the row is for another fiscal year than the one asked.
    #[must_use]
    pub fn is_other_year(&self) -> bool {
        !self.row.covers_year(self.asked_year)
    }

    /// Why it does not bind; `None` for limits and estimates.
    #[must_use]
    pub fn not_binding(&self) -> Option<NotBinding> {
        self.not_binding
    }

    /// The grade of the figure as a price: a published price is nobody's bill, so always `benchmark`.
    #[must_use]
    pub fn evidence(&self) -> Evidence {
        Evidence::Benchmark
    }

    /// Of which year's prices the figure is: `tingkat harga 2026`.
    #[must_use]
    pub fn price_level(&self, lang: Lang) -> String {
        format!("{} {}", lang.pick("tingkat harga", "price level of"), self.row.years())
    }

    fn with_fund(&self, what: &str, lang: Lang) -> String {
        self.asked_fund.map_or(what.to_owned(), |fund| format!("{what} {}", fund.label(lang)))
    }

    fn benchmark_meaning(&self, lang: Lang) -> String {
        let why = match self.not_binding {
            // Whose money and which year say it best, where they are known.
            None | Some(NotBinding::OtherFund | NotBinding::OtherYear) => None,
            Some(why) => Some(why.label(lang)),
        };
        if let Some(why) = why {
            return format!("{} ({why})", Standing::Benchmark.label(lang));
        }
        let mut out = match self.asked_fund {
            Some(fund) => format!(
                "{} {}",
                lang.pick("pembanding, bukan batas untuk", "a benchmark, not a limit for"),
                fund.label(lang)
            ),
            None => Standing::Benchmark.label(lang).to_owned(),
        };
        if self.is_other_year() {
            out.push_str(lang.pick(" tahun anggaran ", " of fiscal year "));
            out.push_str(&self.asked_year.to_string());
        }
        out
    }
}
