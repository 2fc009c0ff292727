//! How far each event of a savings report could be compared: what a status is called, and how much stands in each.

use std::collections::BTreeMap;

use super::{Cell, Column, ColumnKind, Section, Table};
use crate::lang::Lang;
use crate::money::{MoneyError, Rupiah};
use crate::saving::{SavingStatus, Savings};

/// What a status is called.
#[must_use]
pub fn status_label(status: SavingStatus, lang: Lang) -> &'static str {
    match status {
        SavingStatus::Saves => lang.pick(
            "dibandingkan: gedung pemerintah lebih murah (perkiraan tengah)",
            "compared: a government hall is cheaper (likely prices)",
        ),
        SavingStatus::NoSaving => {
            lang.pick("dibandingkan: tidak ada yang lebih murah", "compared: none is cheaper")
        }
        SavingStatus::NoHallFits => {
            lang.pick("tidak ada gedung yang diketahui muat", "no hall is known to hold the participants")
        }
        SavingStatus::RuledOutByReply => lang.pick(
            "gedung yang muat dikeluarkan oleh jawaban instansi",
            "the halls that fit are out by the agency's reply",
        ),
        SavingStatus::PriceMissing => {
            lang.pick("gedung muat, harga belum lengkap", "a hall fits, prices incomplete")
        }
        SavingStatus::VenueNotNamed => lang.pick("jenis tempat tidak disebut", "kind of venue not named"),
        SavingStatus::ParticipantsUnknown => {
            lang.pick("jumlah peserta tidak diketahui", "participants unknown")
        }
        SavingStatus::DaysUnknown => lang.pick("lamanya tidak diketahui", "days unknown"),
        SavingStatus::MixedEvents => lang.pick("beberapa acara tercampur", "several events mixed together"),
        SavingStatus::Bundled => lang.pick(
            "satu harga untuk tempat dan hal lain yang tidak dirinci",
            "one price for the place and other things not told apart",
        ),
        SavingStatus::GovernmentHall => {
            lang.pick("sudah di gedung pemerintah", "already in a government hall")
        }
        SavingStatus::Online => lang.pick("daring", "online"),
        SavingStatus::NoVenueCost => lang.pick("tidak ada biaya tempat", "no cost of a place"),
    }
}

pub(super) type ByStatus = BTreeMap<SavingStatus, (u64, Rupiah)>;

pub(super) fn by_status(savings: &Savings) -> Result<ByStatus, MoneyError> {
    let mut sums = ByStatus::new();
    for event in &savings.events {
        let (count, amount) = sums.entry(event.status).or_default();
        *count += 1;
        *amount = amount.try_add(event.current)?;
    }
    Ok(sums)
}

pub(super) fn status_section(statuses: &ByStatus, lang: Lang) -> Section {
    let mut table = Table::new(
        "status",
        "",
        vec![
            Column::new("status", lang.pick("Keadaan", "Status"), ColumnKind::Text),
            Column::new("events", lang.pick("Kegiatan", "Events"), ColumnKind::Count),
            Column::new("current", lang.pick("Biaya tempat (Rp)", "Venue cost (IDR)"), ColumnKind::Rupiah),
        ],
    );
    for (status, (count, amount)) in statuses {
        table.row(vec![Cell::text(status_label(*status, lang)), Cell::Count(*count), Cell::Rupiah(*amount)]);
    }
    Section::new("status", lang.pick("Apa yang dapat dinilai", "What could be judged")).table(table).paragraph(lang.pick(
        "Hanya kegiatan yang dibandingkan dan lebih murah di gedung pemerintah masuk angka penghematan. Yang lain dihitung terpisah dan tidak pernah dijumlahkan ke dalamnya.",
        "Only events that were compared and are cheaper in a government hall count as savings. The others are counted apart and never added to them.",
    ))
}
