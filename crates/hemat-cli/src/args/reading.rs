//! How a budget file is read, and the commands that show just the reading: lines, inspect, classify.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use hemat_io::read::budget::{DecimalMark, LayoutName, ReadOptions};

use super::parse::layout;

/// How the cells of a budget file are read.
#[derive(Debug, Args)]
pub(crate) struct SourceArgs {
    /// Tata letak berkas (layout): hemat, penjabaran, rka, pok, rup, realisasi
    #[arg(long, value_parser = layout)]
    pub layout: Option<LayoutName>,
    /// Peta kolom, TOML: nama hemat = "kolom berkas" (column mapping)
    #[arg(long, value_name = "FILE")]
    pub mapping: Option<PathBuf>,
    /// Tanda desimal uang (decimal mark of money)
    #[arg(long, value_enum)]
    pub decimal_mark: Option<MarkArg>,
    /// Tahun anggaran, jika berkas tidak menyebutnya (fiscal year, if the file names none)
    #[arg(long, value_parser = clap::value_parser!(u16).range(1945..=2199))]
    pub year: Option<u16>,
    /// Aturan sendiri, CSV (your own rules): name, account, when, unless, cost_kind, venue, confidence
    #[arg(long, value_name = "FILE")]
    pub rules: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct ReadArgs {
    #[command(flatten)]
    pub source: SourceArgs,
    /// Tulis baris yang disisihkan ke CSV ini (write the rows set aside to this CSV)
    #[arg(long, value_name = "FILE")]
    pub set_aside: Option<PathBuf>,
    /// Keluar dengan kode 3 jika ada baris yang disisihkan (exit with 3 if rows were set aside)
    #[arg(long)]
    pub strict: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum MarkArg {
    Comma,
    Dot,
}

impl From<MarkArg> for DecimalMark {
    fn from(arg: MarkArg) -> Self {
        match arg {
            MarkArg::Comma => DecimalMark::Comma,
            MarkArg::Dot => DecimalMark::Dot,
        }
    }
}

impl SourceArgs {
    /// The options of the reader, without the mapping, which is a file.
    pub(crate) fn options(&self) -> ReadOptions {
        ReadOptions {
            layout: self.layout,
            decimal_mark: self.decimal_mark.map(DecimalMark::from),
            year: self.year,
            ..ReadOptions::default()
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct LinesArgs {
    /// Berkas anggaran, folder, atau pola berkutip (budget files, folders, or quoted patterns)
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Jelaskan setiap jenis: kata, rekening, aturan, yang dilewati (explain every kind)
    #[arg(long)]
    pub why: bool,
    #[command(flatten)]
    pub read: ReadArgs,
}

#[derive(Debug, Args)]
pub(crate) struct InspectArgs {
    /// Berkas anggaran (a budget file)
    pub file: PathBuf,
    /// Tulis peta kolom untuk disunting (write the column mapping to edit, for --mapping)
    #[arg(long, value_name = "PATH")]
    pub write_mapping: Option<PathBuf>,
    #[command(flatten)]
    pub read: ReadArgs,
}

#[derive(Debug, Args)]
pub(crate) struct ClassifyArgs {
    /// CSV dengan kolom id, account_code, account_name, activity, heading, description
    /// (CSV with these columns)
    pub file: PathBuf,
    /// Jelaskan setiap jenis dengan teks, bukan CSV (explain every kind as text instead of CSV)
    #[arg(long)]
    pub why: bool,
    /// Aturan sendiri, CSV (your own rules): name, account, when, unless, cost_kind, venue, confidence
    #[arg(long, value_name = "FILE")]
    pub rules: Option<PathBuf>,
}
