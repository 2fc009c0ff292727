//! `hemat check` and `hemat explain`, and what checks go by.

use std::path::PathBuf;

use clap::Args;

use hemat_core::check::Check;
use hemat_core::classify::Confidence;
use hemat_core::event::Fund;
use hemat_core::province::Province;

use super::parse::{check_name, confidence, fund, government, province};
use super::reading::ReadArgs;

/// What checks go by beside the budget.
#[derive(Debug, Args)]
pub(crate) struct CheckRules {
    /// Pengaturan, hemat.toml (thresholds); contoh (template): hemat init checks
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// Indikasi yang dikesampingkan dengan alasan, TOML (findings set apart, with their reasons)
    #[arg(long, value_name = "FILE")]
    pub suppressions: Option<PathBuf>,
    /// Sumber dana berkas ini (whose money): apbd, apbn; jika tidak disebut, dari kode rekening (else told from the accounts)
    #[arg(long, value_name = "FUND", value_parser = fund)]
    pub fund: Option<Fund>,
    /// Pemerintah daerah yang membayar, jika berkas tidak menyebutnya (the government that pays, where the file does
    /// not say): "Kabupaten Asahan"
    #[arg(long, value_name = "NAME", value_parser = government)]
    pub region: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// Berkas anggaran, folder, atau pola berkutip seperti "2024/*.csv" (budget files, folders, quoted patterns); - =
    /// masukan standar (standard input)
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Berkas tempat, venues.toml, untuk pemeriksaan gedung (venues file, for the check of halls)
    #[arg(long, value_name = "FILE")]
    pub venues: Option<PathBuf>,
    /// Tabel harga sendiri (your own price table): SHSR, Perbup, Perwal; contoh (template): hemat init ceilings
    #[arg(long, value_name = "FILE")]
    pub ceilings: Option<PathBuf>,
    /// Provinsi tempat acara, untuk batas harga (province of the events, for price limits)
    #[arg(long, value_name = "NAME", value_parser = province)]
    pub province: Option<Province>,
    /// Hanya pemeriksaan ini; boleh berulang (only this check; may be repeated)
    #[arg(long = "check", value_name = "NAME", value_parser = check_name)]
    pub checks: Vec<&'static Check>,
    #[command(flatten)]
    pub rules: CheckRules,
    /// Keluar dengan kode 1 jika ada indikasi dengan keyakinan paling sedikit ini (exit with 1 on flags of at
    /// least this certainty): low, medium, high
    #[arg(long, value_name = "LEVEL", value_parser = confidence)]
    pub deny: Option<Confidence>,
    #[command(flatten)]
    pub read: ReadArgs,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// Nama pemeriksaan (name of the check); tanpa nama: daftarnya (without: the list)
    #[arg(value_parser = check_name)]
    pub check: Option<&'static Check>,
}
