//! Files of hemat's own: templates to fill in, schemas, manifests.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub(crate) struct VerifyArgs {
    /// Manifes yang ditulis --manifest (a manifest written by --manifest)
    #[arg(value_name = "MANIFEST")]
    pub file: PathBuf,
    /// Folder masukannya; jika tidak disebut: folder manifes, lalu folder sekarang
    /// (folder of its inputs; if not given: the manifest's folder, then the current one)
    #[arg(long, value_name = "DIR")]
    pub from: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct SchemaArgs {
    /// Nama keluaran (name of the output): compare, savings, ...; tanpa nama: daftarnya (without one: the list)
    pub name: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct InitArgs {
    /// Contoh yang mana (which template); semua, jika tidak disebut (all, if not given)
    #[arg(value_enum)]
    pub template: Option<Template>,
    /// Folder tujuan (target folder)
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub dir: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Template {
    Event,
    Venues,
    Calendar,
    Schedule,
    Lines,
    Ceilings,
    Checks,
    Prices,
    Replies,
}
