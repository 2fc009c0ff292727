//! What a price is by law, and what it is for the body that asks.

use crate::cost_line::BudgetStage;
use crate::event::Fund;
use crate::lang::Lang;
use crate::session::words;

/// The first fiscal year to which SHSR (Perpres 33/2020) applies. Nothing earlier can be called a breach of it.
pub const SHSR_FROM: u16 = 2021;

words! {
    /// The standard a price belongs to; it decides whose money the price can bind at all.
    PriceStandard {
        /// Standar biaya masukan (PMK, a new one each fiscal year): central bodies.
        Sbm = "sbm", "SBM", "SBM";
        /// Standar harga satuan regional (Perpres 33/2020, 53/2023, 72/2025): local governments, from 2021 on.
        Shsr = "shsr", "SHSR", "SHSR";
        /// Peraturan or keputusan of a head of region (Pergub, Perbup, Perwal): that region's government.
        Regional = "perkada", "standar harga daerah", "regional price standard";
    }
}

impl PriceStandard {
    /// Whose money a price of this standard can bind.
    #[must_use]
    pub fn fund(self) -> Fund {
        match self {
            PriceStandard::Sbm => Fund::Apbn,
            PriceStandard::Shsr | PriceStandard::Regional => Fund::Apbd,
        }
    }
}

words! {
    /// Stage of the budget cycle at which a price counts.
    Stage {
        /// Perencanaan: RKA, DPA, APBD as adopted.
        Planning = "planning", "perencanaan", "planning";
        /// Pelaksanaan: money being spent.
        Execution = "execution", "pelaksanaan", "execution";
    }
}

impl From<BudgetStage> for Stage {
    fn from(stage: BudgetStage) -> Self {
        match stage {
            BudgetStage::Adopted | BudgetStage::Revised => Stage::Planning,
            BudgetStage::Realised => Stage::Execution,
        }
    }
}

words! {
    /// What a price is by law.
    Nature {
        /// Batas tertinggi: may not be passed.
        Limit = "limit", "batas tertinggi", "limit";
        /// Perkiraan: may be passed; never to be called a maximum.
        Estimate = "estimate", "perkiraan yang dapat dilampaui", "estimate that may be passed";
    }
}

words! {
    /// What a price means for the body asked about.
    Standing {
        /// Batas tertinggi: it binds, and may not be passed.
        Limit = "limit", "batas tertinggi", "limit";
        /// Perkiraan: it is meant for this body, but may be passed.
        Estimate = "estimate", "perkiraan, dapat dilampaui", "estimate, may be passed";
        /// Pembanding: it does not bind this body, or is another year's; an order of magnitude only.
        Benchmark = "benchmark", "pembanding, bukan batas", "benchmark, not a limit";
        /// No ceiling known.
        Unknown = "unknown", "tidak diketahui", "unknown";
    }
}

impl Standing {
    /// One word for a column of a table.
    #[must_use]
    pub fn short(self, lang: Lang) -> &'static str {
        match self {
            Standing::Limit => lang.pick("batas", "limit"),
            Standing::Estimate => lang.pick("perkiraan", "estimate"),
            Standing::Benchmark => lang.pick("pembanding", "benchmark"),
            Standing::Unknown => lang.pick("tidak diketahui", "unknown"),
        }
    }
}

words! {
    /// Why a price does not bind the body asked about.
    NotBinding {
        /// The question does not say whose money it is.
        FundUnknown = "fund-unknown", "sumber dananya tidak diketahui", "the fund is not known";
        /// It binds other money: the SBM does not bind APBD.
        OtherFund = "other-fund", "mengikat dana lain", "it binds other money";
        /// It is the standard of one region, and the question does not say which region it is about.
        RegionUnknown = "region-unknown", "daerahnya tidak disebut", "the region is not stated";
        /// It is the standard of another region.
        OtherRegion = "other-region", "standar daerah lain", "another region's standard";
        /// It is another fiscal year's.
        OtherYear = "other-year", "harga tahun anggaran lain", "another fiscal year's price";
        /// It was asked for as a price to reckon with, not as a limit.
        UsedAsPrice = "used-as-price", "dipakai sebagai pembanding harga", "used as a benchmark price";
    }
}
