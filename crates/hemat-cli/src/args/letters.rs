//! `hemat request`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use hemat_core::letter::LetterKind;
use hemat_core::province::Province;

use super::parse::province;
use super::reading::ReadArgs;

#[derive(Debug, Args)]
pub(crate) struct RequestArgs {
    /// Berkas anggaran, folder, atau pola berkutip (budget files, folders, or quoted patterns)
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Tentang satu kegiatan, id dari hemat events (about one event, by its id from hemat events)
    #[arg(long, value_name = "ID", conflicts_with = "agency")]
    pub event: Option<String>,
    /// Tentang satu instansi yang namanya memuat teks ini (about the one agency whose name contains this text)
    #[arg(long, value_name = "TEXT")]
    pub agency: Option<String>,
    /// Surat yang mana (which letter)
    #[arg(long, value_enum, default_value_t = LetterArg::Request)]
    pub letter: LetterArg,
    /// Paling banyak sekian kegiatan dari satu instansi, yang terbesar (at most so many events of an agency, the largest)
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    pub most: usize,
    /// Berkas tempat, untuk gedung pemerintahnya (venues file, for its government halls)
    #[arg(long, value_name = "FILE")]
    pub venues: Option<PathBuf>,
    /// Buku harga, prices.toml: harga untuk yang tidak dihargai gedung (price book)
    #[arg(long, value_name = "FILE")]
    pub prices: Option<PathBuf>,
    /// Provinsi, untuk harga yang diterbitkan (province, for published prices)
    #[arg(long, value_name = "NAME", value_parser = province)]
    pub province: Option<Province>,
    #[command(flatten)]
    pub read: ReadArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LetterArg {
    /// Permohonan informasi publik: meminta dokumen (asks for documents)
    Request,
    /// Permintaan tanggapan: angka dan pertanyaan (figures and questions, for an answer)
    Reply,
}

impl From<LetterArg> for LetterKind {
    fn from(arg: LetterArg) -> Self {
        match arg {
            LetterArg::Request => LetterKind::Request,
            LetterArg::Reply => LetterKind::Reply,
        }
    }
}
