//! `hemat schedule`.

use std::path::PathBuf;

use clap::Args;

use super::reading::MarkArg;

#[derive(Debug, Args)]
pub(crate) struct ScheduleArgs {
    /// Daftar kegiatan, events.csv (the list of events); - = masukan standar (standard input)
    pub events: PathBuf,
    /// Berkas tempat, venues.toml (the venues file)
    #[arg(long, value_name = "FILE")]
    pub venues: PathBuf,
    /// Kalender pemakaian, calendar.csv (the booking calendar)
    #[arg(long, value_name = "FILE")]
    pub calendar: Option<PathBuf>,
    /// Buku harga, prices.toml: harga untuk yang tidak dihargai gedung (price book)
    #[arg(long, value_name = "FILE")]
    pub prices: Option<PathBuf>,
    /// Cari hari pengganti sampai sekian hari ke depan dan ke belakang; 7 jika tidak disebut (look for other days so
    /// far each way; 7 if not given)
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(0..=366))]
    pub window: Option<u32>,
    /// Tahun yang hari gedungnya dihitung, jika bukan tahun kegiatan (the year whose hall-days count)
    #[arg(long, value_parser = clap::value_parser!(u16).range(1900..=2199))]
    pub year: Option<u16>,
    /// Batas pencarian: sekian jadwal sebagian (limit of the search: so many partial schedules)
    #[arg(long, value_name = "N")]
    pub limit: Option<u64>,
    /// Tanda desimal uang (decimal mark of money)
    #[arg(long, value_enum)]
    pub decimal_mark: Option<MarkArg>,
}
