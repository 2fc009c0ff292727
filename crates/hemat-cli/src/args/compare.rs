//! `hemat compare`.

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
pub(crate) struct CompareArgs {
    /// Berkas kegiatan, event.toml (the event file)
    #[arg(required_unless_present = "example", conflicts_with = "example")]
    pub event: Option<PathBuf>,
    /// Berkas tempat, venues.toml (the venues file)
    #[arg(long, value_name = "FILE", required_unless_present = "example", conflicts_with = "example")]
    pub venues: Option<PathBuf>,
    /// Kalender pemakaian, calendar.csv (the booking calendar)
    #[arg(long, value_name = "FILE")]
    pub calendar: Option<PathBuf>,
    /// Tempat asal, jika event.toml tidak menyebut held_at (the baseline, if event.toml names none)
    #[arg(long, value_name = "ID")]
    pub baseline: Option<String>,
    /// Sebagai catatan untuk disimpan dan ditandatangani (as a record to file and sign)
    #[arg(long)]
    pub record: bool,
    /// Contoh yang sudah tersedia (a built-in example): asahan-2018, cilegon-2025
    #[arg(long, value_name = "NAME")]
    pub example: Option<String>,
}
