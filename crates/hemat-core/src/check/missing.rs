//! Fields that checks miss, each with its name and where to get it.

use crate::lang::Bilingual;

use super::finding::Missing;

/// Participants of an event.
pub(super) const PARTICIPANTS: Missing = Missing {
    field: "participants",
    label: Bilingual::fixed("jumlah peserta", "number of participants"),
    where_to_get: Bilingual::fixed(
        "undangan dan daftar hadir; atau RKA/DPA dengan volume (orang x hari)",
        "invitation and attendance list; or the RKA/DPA with its quantities (persons x days)",
    ),
};

/// Seats of a hall.
pub(super) const HALL_CAPACITY: Missing = Missing {
    field: "hall-capacity",
    label: Bilingual::fixed("kapasitas gedung", "seats of the hall"),
    where_to_get: Bilingual::fixed(
        "pengelola gedung; isi [venue.capacity] pada berkas --venues",
        "whoever runs the hall; fill in [venue.capacity] in the --venues file",
    ),
};

/// Price of one unit.
pub(super) const UNIT_PRICE: Missing = Missing {
    field: "unit-price",
    label: Bilingual::fixed("harga satuan", "unit price"),
    where_to_get: Bilingual::fixed("RKA/DPA rincian belanja", "the detailed RKA/DPA"),
};

/// Quantity of a line.
pub(super) const QUANTITY: Missing = Missing {
    field: "quantity",
    label: Bilingual::fixed("volume", "quantity"),
    where_to_get: Bilingual::fixed("RKA/DPA rincian belanja", "the detailed RKA/DPA"),
};
