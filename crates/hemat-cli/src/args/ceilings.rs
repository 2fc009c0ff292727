//! `hemat ceilings`.

use std::path::PathBuf;

use clap::Args;

use hemat_core::ceiling::{PricedItem, Stage};
use hemat_core::event::Fund;
use hemat_core::province::Province;
use hemat_core::session::{OfficialLevel, Session};

use super::parse::{fund, government, level, package, priced_items, province, stage};

#[derive(Debug, Args)]
pub(crate) struct CeilingsArgs {
    /// Tahun anggaran, bukan tahun peraturan (fiscal year, not the year of a regulation)
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(u16).range(1945..=2199))]
    pub year: Option<u16>,
    /// Provinsi, dengan ejaan apa pun (province, in any spelling)
    #[arg(long, value_name = "NAME", value_parser = province)]
    pub province: Option<Province>,
    /// Pemerintah daerah yang membayar (the government that pays): "Kabupaten Asahan"
    #[arg(long, value_name = "NAME", value_parser = government)]
    pub region: Option<String>,
    /// Yang dihargai (item): package, meal, snack, hall-rent, speaker, moderator, mc, committee, allowance,
    /// transport, lodging, ...
    #[arg(long, value_name = "ITEM", value_parser = priced_items)]
    pub item: Option<Items>,
    /// Paket rapat (meeting package): halfday, fullday, fullboard
    #[arg(long, value_parser = package)]
    pub package: Option<Session>,
    /// Jenjang (level): menteri, eselon-1, eselon-2, eselon-3, eselon-4, staf
    #[arg(long, value_parser = level)]
    pub level: Option<OfficialLevel>,
    /// Sumber dana (fund): apbn, apbd; keduanya, jika tidak disebut (both, if not given)
    #[arg(long, value_parser = fund)]
    pub fund: Option<Fund>,
    /// Tahap (stage): planning, execution
    #[arg(long, value_parser = stage)]
    pub stage: Option<Stage>,
    /// Daya tampung gedung, untuk sewa gedung (persons a hall holds, for hall rent)
    #[arg(long, value_name = "PERSONS")]
    pub capacity: Option<u32>,
    /// Tabel harga sendiri (your own price table): SHSR, Perbup, Perwal
    #[arg(long, value_name = "FILE")]
    pub ceilings: Option<PathBuf>,
    /// Periksa tabel harga sendiri (check your own price table); tanpa pilihan lain (alone)
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with_all = ["year", "province", "region", "item", "package", "level", "fund", "stage", "capacity", "ceilings"]
    )]
    pub check: Option<PathBuf>,
}

/// The items that one word of the command line means.
#[derive(Debug, Clone)]
pub(crate) struct Items(pub Vec<PricedItem>);
