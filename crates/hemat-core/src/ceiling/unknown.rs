//! No ceiling known, and why.

use crate::event::Fund;
use crate::lang::Lang;

use super::question::CeilingQuestion;
use super::standing::SHSR_FROM;

/// Why there is no price.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoPrice {
    /// No table prices this item.
    ItemNotLoaded,
    /// The question names no fiscal year.
    YearNeeded,
    /// No table is loaded for this fiscal year; the years that are.
    YearNotLoaded(Vec<u16>),
    /// The price depends on the province, which the question does not name.
    ProvinceNeeded,
    /// The tables have no row for this province or region.
    RegionNotLoaded,
    /// The price depends on the level, which the question does not name.
    LevelNeeded,
    /// The tables have no row for this level.
    LevelNotLoaded,
    /// The price depends on the package, which the question does not name.
    PackageNeeded,
    /// The tables have no row for this package.
    PackageNotLoaded,
    /// The tables do not count at this stage.
    StageNotLoaded,
    /// The figure is published for halls for more than so many persons, and this one is not one of them.
    HallTooSmall(u32),
    /// The amount with its multiplier is beyond the range of money.
    AmountOutOfRange,
}

impl NoPrice {
    /// Stable kebab-case name.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            NoPrice::ItemNotLoaded => "item-not-loaded",
            NoPrice::YearNeeded => "year-needed",
            NoPrice::YearNotLoaded(_) => "year-not-loaded",
            NoPrice::ProvinceNeeded => "province-needed",
            NoPrice::RegionNotLoaded => "region-not-loaded",
            NoPrice::LevelNeeded => "level-needed",
            NoPrice::LevelNotLoaded => "level-not-loaded",
            NoPrice::PackageNeeded => "package-needed",
            NoPrice::PackageNotLoaded => "package-not-loaded",
            NoPrice::StageNotLoaded => "stage-not-loaded",
            NoPrice::HallTooSmall(_) => "hall-too-small",
            NoPrice::AmountOutOfRange => "amount-out-of-range",
        }
    }
}

/// No ceiling is known for what was asked, and why. Not an error: unknown is an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoCeilingKnown {
    /// Why.
    pub reason: NoPrice,
    /// What was asked.
    pub question: CeilingQuestion,
}

impl NoCeilingKnown {
    /// The reason as a sentence. For APBD before 2021 it adds that SHSR did not apply.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let head = match (self.question.year, lang) {
            (Some(year), Lang::Id) => format!("Batas harga tidak diketahui untuk tahun anggaran {year}"),
            (Some(year), Lang::En) => format!("No ceiling known for {year}"),
            (None, Lang::Id) => "Batas harga tidak diketahui".to_owned(),
            (None, Lang::En) => "No ceiling known".to_owned(),
        };
        let early = self.question.year.is_some_and(|year| year < SHSR_FROM);
        let shsr = if early && self.question.fund != Some(Fund::Apbn) {
            lang.pick(
                "; SHSR baru berlaku mulai tahun anggaran 2021",
                "; SHSR applies from fiscal year 2021 on",
            )
        } else {
            ""
        };
        format!("{head}: {}{shsr}.", self.why(lang))
    }

    fn why(&self, lang: Lang) -> String {
        let item = self.question.item.label(lang);
        let tail = match &self.reason {
            NoPrice::YearNotLoaded(years) => return years_loaded(item, years, lang),
            NoPrice::HallTooSmall(above) => {
                return match lang {
                    Lang::Id => format!("angka {item} hanya untuk gedung di atas {above} orang"),
                    Lang::En => format!("{item} is published only for halls for more than {above} persons"),
                };
            }
            NoPrice::ItemNotLoaded => {
                lang.pick("tidak ada dalam tabel yang dimuat", "is in no table that is loaded")
            }
            NoPrice::YearNeeded => lang.pick(
                "bergantung pada tahun anggaran, yang tidak diketahui",
                "depends on the fiscal year, which is not known",
            ),
            NoPrice::ProvinceNeeded => lang.pick(
                "bergantung pada provinsi, yang tidak diketahui",
                "depends on the province, which is not known",
            ),
            NoPrice::RegionNotLoaded => lang.pick("tidak ada untuk daerah ini", "has no row for this region"),
            NoPrice::LevelNeeded => lang.pick(
                "bergantung pada jenjang, yang tidak diketahui",
                "depends on the level, which is not known",
            ),
            NoPrice::LevelNotLoaded => lang.pick("tidak ada untuk jenjang ini", "has no row for this level"),
            NoPrice::PackageNeeded => lang.pick(
                "bergantung pada paket, yang tidak diketahui",
                "depends on the package, which is not known",
            ),
            NoPrice::PackageNotLoaded => {
                lang.pick("tidak ada untuk paket ini", "has no row for this package")
            }
            NoPrice::StageNotLoaded => lang.pick("tidak ada untuk tahap ini", "has no row for this stage"),
            NoPrice::AmountOutOfRange => {
                lang.pick("melampaui jangkauan angka", "is beyond the range of money")
            }
        };
        format!("{item} {tail}")
    }
}

fn years_loaded(item: &str, years: &[u16], lang: Lang) -> String {
    let years: Vec<String> = years.iter().map(u16::to_string).collect();
    let years = years.join(", ");
    match lang {
        Lang::Id => format!("tabel {item} yang dimuat hanya untuk {years}"),
        Lang::En => format!("the tables loaded have {item} only for {years}"),
    }
}
