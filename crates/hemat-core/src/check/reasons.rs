//! Why checks cannot fire on a kind of file, where several say the same.

use crate::lang::Text;

/// The file is a plan.
pub(super) const NOT_REALISED: Text = Text::fixed(
    "berkas ini rencana, bukan pembayaran; pakai data realisasi (kuitansi, SP2D)",
    "this file is a plan, it shows no payments; use realisation data (receipts, SP2D)",
);

/// The file has no event with a meeting package.
pub(super) const NO_PACKAGE: Text = Text::fixed(
    "tidak ada kegiatan dengan paket halfday, fullday atau fullboard dalam berkas ini",
    "no event with a halfday, fullday or fullboard package in this file",
);

/// The file has no event at a paid place.
pub(super) const NO_PAID_PLACE: Text = Text::fixed(
    "tidak ada kegiatan di hotel, restoran atau gedung swasta dalam berkas ini",
    "no event at a hotel, restaurant or commercial hall in this file",
);

/// The check rests on a rule of the central price standard alone.
pub(super) const SBM_IS_APBN: Text = Text::fixed(
    "aturan SBM hanya mengikat APBN; untuk APBD lihat standar harga satuan daerah (Perbup)",
    "the SBM rule binds the APBN only; for the APBD see the region's own price standard (Perbup)",
);

/// Whose money it is decides which rule holds.
pub(super) const FUND_UNKNOWN: Text = Text::fixed(
    "tidak diketahui apakah berkas ini APBD atau APBN; beri --fund apbd atau --fund apbn",
    "it is not known whether this file is of the APBD or the APBN; give --fund apbd or --fund apbn",
);
