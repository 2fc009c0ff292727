//! `hemat events` and `hemat event`, and which events to look at.

use std::path::PathBuf;

use clap::Args;

use hemat_core::budget_event::{EventFilter, EventKind};
use hemat_core::kind::VenueKind;
use hemat_core::money::Rupiah;

use super::parse::{event_kind, rupiah, venue_kind};
use super::reading::ReadArgs;

/// Which events to look at.
#[derive(Debug, Args)]
pub(crate) struct FilterArgs {
    /// Hanya instansi yang namanya memuat teks ini (only agencies whose name contains this text)
    #[arg(long, value_name = "TEXT")]
    pub agency: Option<String>,
    /// Hanya jenis tempat ini (only this kind of place): hotel, restaurant, commercial-hall, government-hall,
    /// online, unspecified, none
    #[arg(long, value_name = "KIND", value_parser = venue_kind)]
    pub venue_kind: Option<VenueKind>,
    /// Hanya kegiatan dengan jumlah paling sedikit sekian rupiah (only events of at least this total)
    #[arg(long, value_name = "RUPIAH", value_parser = rupiah)]
    pub min: Option<Rupiah>,
    /// Hanya kegiatan yang punya tanggal pada bulan ini (only events with a date in this month)
    #[arg(long, value_name = "1-12", value_parser = clap::value_parser!(u32).range(1..=12))]
    pub month: Option<u32>,
    /// Hanya bentuk kegiatan ini (only this kind of event): seminar, bimtek, rapat, ...
    #[arg(long, value_name = "KIND", value_parser = event_kind)]
    pub kind: Option<EventKind>,
}

impl FilterArgs {
    /// The filter.
    pub(crate) fn filter(&self) -> EventFilter {
        EventFilter {
            agency: self.agency.clone(),
            venue_kind: self.venue_kind,
            min: self.min,
            month: self.month,
            kind: self.kind,
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct EventsArgs {
    /// Berkas anggaran, folder, atau pola berkutip seperti "2024/*.csv" (budget files, folders, quoted patterns); - =
    /// masukan standar (standard input)
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    #[command(flatten)]
    pub filter: FilterArgs,
    /// Berkas tempat, agar tempatnya dikenali menurut nama (venues file, to recognise its places by name)
    #[arg(long, value_name = "FILE")]
    pub venues: Option<PathBuf>,
    #[command(flatten)]
    pub read: ReadArgs,
}

#[derive(Debug, Args)]
pub(crate) struct EventArgs {
    /// Id kegiatan, dari hemat events (the event's id, from hemat events)
    pub id: String,
    /// Berkas anggaran, folder, atau pola berkutip (budget files, folders, or quoted patterns)
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Berkas tempat, agar tempatnya dikenali menurut nama (venues file, to recognise its places by name)
    #[arg(long, value_name = "FILE")]
    pub venues: Option<PathBuf>,
    #[command(flatten)]
    pub read: ReadArgs,
}
