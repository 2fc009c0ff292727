//! Fields that checks miss, each with its name and where to get it.

use crate::lang::Text;

use super::finding::Missing;

/// Participants of an event.
pub(super) const PARTICIPANTS: Missing = Missing {
    field: "participants",
    label: Text::fixed("jumlah peserta", "number of participants"),
    where_to_get: Text::fixed(
        "undangan dan daftar hadir; atau RKA/DPA dengan volume (orang x hari)",
        "invitation and attendance list; or the RKA/DPA with its quantities (persons x days)",
    ),
};

/// Seats of a hall.
pub(super) const HALL_CAPACITY: Missing = Missing {
    field: "hall-capacity",
    label: Text::fixed("kapasitas gedung", "seats of the hall"),
    where_to_get: Text::fixed(
        "pengelola gedung; isi [venue.capacity] pada berkas --venues",
        "whoever runs the hall; fill in [venue.capacity] in the --venues file",
    ),
};

/// Price of one unit.
pub(super) const UNIT_PRICE: Missing = Missing {
    field: "unit-price",
    label: Text::fixed("harga satuan", "unit price"),
    where_to_get: Text::fixed("RKA/DPA rincian belanja", "the detailed RKA/DPA"),
};

/// Quantity of a line.
pub(super) const QUANTITY: Missing = Missing {
    field: "quantity",
    label: Text::fixed("volume", "quantity"),
    where_to_get: Text::fixed("RKA/DPA rincian belanja", "the detailed RKA/DPA"),
};

/// Day of a payment.
pub(super) const PAYMENT_DATE: Missing = Missing {
    field: "payment-date",
    label: Text::fixed("tanggal pembayaran", "day of payment"),
    where_to_get: Text::fixed(
        "buku kas umum (BKU), SP2D, atau data realisasi dengan tanggal",
        "the cash book (BKU), the SP2D, or realisation data with dates",
    ),
};

/// What a package includes.
pub(super) const PACKAGE_CONTENTS: Missing = Missing {
    field: "package-contents",
    label: Text::fixed("isi paket", "contents of the package"),
    where_to_get: Text::fixed("penawaran atau kontrak hotel", "the hotel's offer or contract"),
};

/// Days of an event.
pub(super) const DAYS: Missing = Missing {
    field: "days",
    label: Text::fixed("lama kegiatan", "days of the event"),
    where_to_get: Text::fixed("jadwal acara, surat tugas", "the programme, the letters of assignment"),
};

/// Fiscal year.
pub(super) const YEAR: Missing = Missing {
    field: "year",
    label: Text::fixed("tahun anggaran", "fiscal year"),
    where_to_get: Text::fixed("judul dokumen; opsi --year", "the title of the document; option --year"),
};

/// The threshold of direct procurement on a day.
pub(super) const THRESHOLD: Missing = Missing {
    field: "threshold",
    label: Text::fixed(
        "batas pengadaan langsung pada tanggal itu",
        "limit of direct procurement on that day",
    ),
    where_to_get: Text::fixed(
        "peraturan pengadaan yang berlaku; isi threshold pada hemat.toml",
        "the procurement regulation in force; set threshold in hemat.toml",
    ),
};

/// Name of the account.
pub(super) const ACCOUNT_NAME: Missing = Missing {
    field: "account-name",
    label: Text::fixed("nama rekening", "name of the account"),
    where_to_get: Text::fixed(
        "DPA atau penjabaran dengan nama rekening",
        "the DPA or penjabaran with names of accounts",
    ),
};

/// Name of an event.
pub(super) const PLACE: Missing = Missing {
    field: "place",
    label: Text::fixed("tempat kegiatan", "place of the event"),
    where_to_get: Text::fixed(
        "undangan, kontrak, kuitansi hotel",
        "invitation, contract, the hotel's receipt",
    ),
};

/// Payments of the other months.
pub(super) const OTHER_MONTHS: Missing = Missing {
    field: "other-months",
    label: Text::fixed("pembayaran bulan lain", "payments of the other months"),
    where_to_get: Text::fixed("data realisasi setahun penuh", "realisation data of the whole year"),
};

/// More prices of the same item.
pub(super) const MORE_PRICES: Missing = Missing {
    field: "more-prices",
    label: Text::fixed("harga lain untuk barang yang sama", "other prices of the same item"),
    where_to_get: Text::fixed(
        "anggaran seluruh instansi dalam satu berkas; standar harga daerah",
        "the budget of all agencies in one file; the region's price standard",
    ),
};

/// Details that can be read.
pub(super) const READABLE_DETAILS: Missing = Missing {
    field: "readable-details",
    label: Text::fixed("rincian yang terbaca lengkap", "details that can be read in full"),
    where_to_get: Text::fixed(
        "dokumen asli; barisnya disebut dalam catatan pembacaan (details-do-not-sum)",
        "the original document; the reading notes name the row (details-do-not-sum)",
    ),
};

/// Which event lines belong to.
pub(super) const EVENT_OF_LINES: Missing = Missing {
    field: "event-of-lines",
    label: Text::fixed("acara yang dimaksud rincian itu", "the event that the lines are for"),
    where_to_get: Text::fixed(
        "kerangka acuan (KAK), undangan, kuitansi",
        "terms of reference (KAK), invitation, receipts",
    ),
};

/// Where participants live.
pub(super) const HOME_TOWNS: Missing = Missing {
    field: "participants-home",
    label: Text::fixed(
        "asal peserta (perlu menginap atau tidak)",
        "where participants live (whether they need a bed)",
    ),
    where_to_get: Text::fixed(
        "daftar hadir dengan instansi dan daerah asal, daftar kamar",
        "attendance list with body and home region, room list",
    ),
};

/// What exactly is bought.
pub(super) const SPECIFICATION: Missing = Missing {
    field: "specification",
    label: Text::fixed("spesifikasi barang", "specification of the item"),
    where_to_get: Text::fixed(
        "KAK, HPS atau standar harga daerah",
        "terms of reference, HPS or the region's price standard",
    ),
};

/// Whether a minister attends.
pub(super) const MINISTER: Missing = Missing {
    field: "minister-attends",
    label: Text::fixed("kehadiran menteri", "whether a minister attends"),
    where_to_get: Text::fixed(
        "undangan, jadwal acara, laporan kegiatan",
        "invitation, programme, report of the event",
    ),
};

/// The region of the place.
pub(super) const PLACE_REGION: Missing = Missing {
    field: "place-region",
    label: Text::fixed("daerah tempat acara", "region of the place"),
    where_to_get: Text::fixed(
        "undangan, kontrak hotel; atau isi region tempat itu pada berkas --venues",
        "invitation, the hotel's contract; or fill in the place's region in the --venues file",
    ),
};

/// Whose office compound a place stands in.
pub(super) const COMPOUND: Missing = Missing {
    field: "compound",
    label: Text::fixed("kompleks kantor tempat acara", "office compound of the place"),
    where_to_get: Text::fixed(
        "pengelola gedung; isi compound pada berkas --venues",
        "whoever runs the hall; fill in compound in the --venues file",
    ),
};

/// How long an event lasts in a day.
pub(super) const PROGRAMME_HOURS: Missing = Missing {
    field: "programme-hours",
    label: Text::fixed("lama acara (jam)", "length of the programme (hours)"),
    where_to_get: Text::fixed(
        "jadwal acara, undangan, notulen; untuk paket: isi hours_per_day pada hemat.toml",
        "the programme, the invitation, the minutes; for packages: set hours_per_day in hemat.toml",
    ),
};

/// The bodies participants come from.
pub(super) const HOME_BODIES: Missing = Missing {
    field: "participants-body",
    label: Text::fixed(
        "unit kerja atau instansi asal peserta",
        "units or bodies that participants come from",
    ),
    where_to_get: Text::fixed(
        "undangan dan daftar hadir menurut unit kerja",
        "invitation and attendance list by unit",
    ),
};

/// How many hours speakers were paid for.
pub(super) const PAID_HOURS: Missing = Missing {
    field: "paid-hours",
    label: Text::fixed("jumlah jam yang dibayar", "number of hours paid"),
    where_to_get: Text::fixed(
        "RKA/DPA dengan volume orang x jam (OJ); kuitansi honorarium, jadwal acara",
        "the RKA/DPA with quantities in persons x hours (OJ); receipts of fees, the programme",
    ),
};

/// Which package was bought.
pub(super) const PACKAGE: Missing = Missing {
    field: "package",
    label: Text::fixed(
        "jenis paket (halfday, fullday, fullboard)",
        "kind of package (halfday, fullday, fullboard)",
    ),
    where_to_get: Text::fixed("penawaran atau kontrak hotel", "the hotel's offer or contract"),
};

/// The unit that a price is for.
pub(super) const PRICED_UNIT: Missing = Missing {
    field: "priced-unit",
    label: Text::fixed(
        "satuan harga itu (per orang, per hari, per kali, per jam)",
        "the unit of the price (a person, a day, a time, an hour)",
    ),
    where_to_get: Text::fixed(
        "RKA/DPA dengan volume dan satuannya; penawaran",
        "the RKA/DPA with quantities and their units; the offer",
    ),
};

/// How many persons a rented hall holds.
pub(super) const HALL_SIZE: Missing = Missing {
    field: "hall-size",
    label: Text::fixed("daya tampung gedung yang disewa", "how many persons the rented hall holds"),
    where_to_get: Text::fixed(
        "pengelola gedung atau tarif retribusinya",
        "whoever runs the hall, or its published tariff",
    ),
};
