//! Budget files with what their events are compared with: savings, audit.

use std::path::PathBuf;

use clap::Args;

use hemat_core::province::Province;

use super::check::CheckRules;
use super::events::FilterArgs;
use super::parse::province;
use super::reading::ReadArgs;

/// Budget files, and what their events are compared with.
#[derive(Debug, Args)]
pub(crate) struct BudgetArgs {
    /// Berkas anggaran, folder, atau pola berkutip seperti "2024/*.csv" (budget files, folders, quoted patterns); - =
    /// masukan standar (standard input)
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    #[command(flatten)]
    pub against: AgainstArgs,
    #[command(flatten)]
    pub read: ReadArgs,
}

/// What events are compared with, and which of them.
#[derive(Debug, Args)]
pub(crate) struct AgainstArgs {
    /// Berkas tempat, venues.toml (the venues file)
    #[arg(long, value_name = "FILE")]
    pub venues: PathBuf,
    /// Buku harga, prices.toml: harga untuk yang tidak dihargai gedung (price book)
    #[arg(long, value_name = "FILE")]
    pub prices: Option<PathBuf>,
    /// Provinsi, untuk harga yang diterbitkan (province, for published prices)
    #[arg(long, value_name = "NAME", value_parser = province)]
    pub province: Option<Province>,
    /// Tabel harga sendiri, CSV, sebelum tabel yang tersedia (own table of prices, before the built-in ones)
    #[arg(long, value_name = "FILE")]
    pub ceilings: Option<PathBuf>,
    /// Kalender pemakaian gedung, calendar.csv (the halls' booking calendar)
    #[arg(long, value_name = "FILE")]
    pub calendar: Option<PathBuf>,
    /// Jawaban instansi dan isi dokumen, replies.toml (agencies' replies, and what documents show)
    #[arg(long, value_name = "FILE")]
    pub replies: Option<PathBuf>,
    #[command(flatten)]
    pub filter: FilterArgs,
}

#[derive(Debug, Args)]
pub(crate) struct SavingsArgs {
    #[command(flatten)]
    pub budget: BudgetArgs,
    /// Jelaskan satu kegiatan dari baris sampai angka (explain one event, from its rows to its number)
    #[arg(long, value_name = "EVENT_ID")]
    pub explain: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct AuditArgs {
    #[command(flatten)]
    pub budget: BudgetArgs,
    #[command(flatten)]
    pub rules: CheckRules,
}
