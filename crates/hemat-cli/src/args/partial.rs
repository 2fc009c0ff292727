//! Reading shared out over many machines: partial, merge.

use std::path::PathBuf;

use clap::Args;

use hemat_io::read::sieve::Share;

use super::parse::share;
use super::reading::SourceArgs;
use super::savings::AgainstArgs;

#[derive(Debug, Args)]
pub(crate) struct PartialArgs {
    /// Berkas anggaran, folder, atau pola berkutip (budget files, folders, or quoted patterns)
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Baca bagian ke-I dari N dari satu berkas besar (read part I of N of one large file): 2/8
    #[arg(long, value_name = "I/N", value_parser = share)]
    pub part: Option<Share>,
    #[command(flatten)]
    pub source: SourceArgs,
}

#[derive(Debug, Args)]
pub(crate) struct MergeArgs {
    /// Hasil sebagian yang ditulis hemat partial; folder: semua .json di dalamnya (partials written by hemat partial;
    /// a folder: every .json in it)
    #[arg(required = true, value_name = "PARTIALS")]
    pub partials: Vec<PathBuf>,
    #[command(flatten)]
    pub against: AgainstArgs,
    /// Jelaskan satu kegiatan dari baris sampai angka (explain one event, from its rows to its number)
    #[arg(long, value_name = "EVENT_ID")]
    pub explain: Option<String>,
    /// Aturan yang dipakai hemat partial, untuk --explain (the rules hemat partial was given, for --explain)
    #[arg(long, value_name = "FILE")]
    pub rules: Option<PathBuf>,
    /// Tulis baris yang disisihkan ke CSV ini (write the rows set aside to this CSV)
    #[arg(long, value_name = "FILE")]
    pub set_aside: Option<PathBuf>,
    /// Keluar dengan kode 3 jika ada baris yang disisihkan (exit with 3 if rows were set aside)
    #[arg(long)]
    pub strict: bool,
}
