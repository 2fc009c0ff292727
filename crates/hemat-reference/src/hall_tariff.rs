//! Hall tariffs (retribusi gedung) of other regions: examples of how such tariffs are built.
//!
//! They show the structure: user class, day or part of a day, add-ons. For any other region they are a
//! benchmark, never its tariff.

use std::sync::LazyLock;

use hemat_core::money::Rupiah;

use crate::table::{self, Row, Table, TableError};
use hemat_core::lang::Text;
use hemat_core::province::Province;
use hemat_core::verification::Verification;
use hemat_core::words;

words! {
    /// Who hires, or what is hired.
    UseClass {
        /// Umum: anybody.
        Public = "public", "umum", "public";
        /// Pemerintah, instansi vertikal, pendidikan.
        Government = "government", "pemerintah dan pendidikan", "government and education";
        /// Penunjang: equipment with its own price.
        AddOn = "add-on", "penunjang", "add-on";
        /// Not stated.
        Unspecified = "unspecified", "tidak disebut", "not stated";
    }
}
words! {
    /// For how long the amount is.
    TariffPeriod {
        /// Per hari.
        Day = "day", "per hari", "a day";
        /// Up to a number of hours.
        UpToHours = "up-to-hours", "sampai sejumlah jam", "up to some hours";
        /// Not stated.
        Unspecified = "unspecified", "tidak disebut", "not stated";
    }
}
words! {
    /// On which days the amount holds.
    DayType {
        /// Any day.
        Any = "any", "setiap hari", "any day";
        /// Hari kerja.
        Workday = "workday", "hari kerja", "workday";
        /// Hari libur.
        Holiday = "holiday", "hari libur", "holiday";
    }
}

/// One tariff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HallTariff {
    /// The region whose tariff it is.
    pub region: Box<str>,
    /// Its province.
    pub province: Province,
    /// The regulation.
    pub regulation: Box<str>,
    /// Year of the regulation.
    pub year: u16,
    /// The hall, room or equipment.
    pub venue: Box<str>,
    /// Who hires.
    pub use_class: UseClass,
    /// For how long.
    pub period: TariffPeriod,
    /// Hours, where the period is limited.
    pub hours_max: Option<u32>,
    /// On which days.
    pub day_type: DayType,
    /// Persons, where known.
    pub capacity: Option<u32>,
    /// What is in the price, words joined by `+`; empty if not stated.
    pub included: Box<str>,
    /// Rupiah; `None` where the source could not be read so far.
    pub amount: Option<Rupiah>,
    /// Where it was read.
    pub source: Box<str>,
    /// How it is known.
    pub verification: Verification,
    /// A note, if any.
    pub note: Option<Text>,
}

fn read(row: &Row<'_>) -> Result<HallTariff, String> {
    Ok(HallTariff {
        region: row.text("region")?,
        province: row.word("province", Province::from_name)?,
        regulation: row.text("regulation")?,
        year: row.need("year")?,
        venue: row.text("venue")?,
        use_class: row.word("use_class", UseClass::from_word)?,
        period: row.word("period", TariffPeriod::from_word)?,
        hours_max: row.number("hours_max")?,
        day_type: row.word("day_type", DayType::from_word)?,
        capacity: row.number("capacity")?,
        included: row.cell("included").into(),
        amount: row.money("amount_idr")?,
        source: row.text("source")?,
        verification: row.word("verification", Verification::from_word)?,
        note: row.both("note")?,
    })
}

pub(crate) const ASSET: (&str, &str) = ("hall_tariffs.csv", include_str!("../assets/hall_tariffs.csv"));

static TABLE: LazyLock<Table<HallTariff>> = LazyLock::new(|| table::read(ASSET.0, ASSET.1, read));

pub(crate) fn errors() -> &'static [TableError] {
    &TABLE.errors
}

/// All example tariffs, by region and venue.
#[must_use]
pub fn hall_tariffs() -> &'static [HallTariff] {
    &TABLE.rows
}
