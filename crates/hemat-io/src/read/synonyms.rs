//! Column names of budget files, as data: canonical field -> the names that files use.

/// A canonical column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Kode rekening, kode akun, MAK.
    AccountCode,
    /// Uraian, nama rekening: the name of an account, or the text of the row.
    AccountName,
    /// Nama komponen, uraian barang: what is bought, where it has a column of its own.
    Description,
    /// Spesifikasi.
    Specification,
    /// Heading of a group of lines (subtitle, kelompok belanja).
    Heading,
    /// Jumlah, anggaran, pagu, total harga.
    Amount,
    /// Sebelum perubahan, murni.
    AmountBefore,
    /// Sesudah perubahan, setelah perubahan.
    AmountAfter,
    /// Bertambah or berkurang, in rupiah.
    Change,
    /// The same in percent.
    ChangePercent,
    /// Keterangan, penjelasan.
    Note,
    /// Volume, koefisien: number with or without units.
    Quantity,
    /// Satuan.
    Unit,
    /// First factor of the volume (SIPD `volum1`).
    Volume1,
    /// Second factor.
    Volume2,
    /// Third factor.
    Volume3,
    /// Fourth factor.
    Volume4,
    /// Unit of the first factor (SIPD `sat1`).
    Unit1,
    /// Unit of the second factor.
    Unit2,
    /// Unit of the third factor.
    Unit3,
    /// Unit of the fourth factor.
    Unit4,
    /// Harga satuan, tarif.
    UnitPrice,
    /// Realisasi.
    Realised,
    /// Persentase of realisation.
    RealisedPercent,
    /// Kode program.
    ProgramCode,
    /// Nama program.
    Program,
    /// Kode kegiatan.
    ActivityCode,
    /// Nama kegiatan.
    Activity,
    /// Kode sub kegiatan.
    SubActivityCode,
    /// Nama sub kegiatan.
    SubActivity,
    /// Kode SKPD, OPD, satuan kerja.
    AgencyCode,
    /// Nama SKPD, OPD, satuan kerja.
    Agency,
    /// Daerah, kabupaten, KLPD.
    Region,
    /// Tahun anggaran.
    Year,
    /// Tahap: murni, perubahan, realisasi.
    Stage,
    /// Kode RUP or number that links plans and receipts.
    PackageCode,
    /// Nama paket.
    Package,
    /// Number of a receipt (no realisasi, no SP2D, BKU).
    ReceiptNumber,
    /// Nama penyedia.
    Vendor,
    /// Metode pengadaan, cara pengadaan.
    Method,
    /// Tanggal (of payment or realisation).
    Date,
    /// Start of the work or event.
    StartDate,
    /// End of the work or event.
    EndDate,
    /// Number of persons, in our own columns.
    Persons,
    /// Number of days, in our own columns.
    Days,
    /// Number of occurrences, in our own columns.
    Occurrences,
    /// Row number (No, No.): recognised so that it is not taken for something else.
    RowNumber,
    /// Sumber dana.
    Fund,
}

/// One field with its names.
#[derive(Debug, Clone, Copy)]
pub struct Synonyms {
    /// The field.
    pub field: Field,
    /// Its canonical name, as `--mapping` and `hemat inspect` write it.
    pub name: &'static str,
    /// Names seen in files: lower case, letters and digits separated by single blanks.
    pub names: &'static [&'static str],
}

/// All fields with their names.
pub const SYNONYMS: &[Synonyms] = &[
    Synonyms {
        field: Field::AccountCode,
        name: "account_code",
        names: &[
            "no rekening",
            "kode rekening",
            "kode akun",
            "kode",
            "mak",
            "nomor rekening",
            "kode rekening rekening",
        ],
    },
    Synonyms {
        field: Field::AccountName,
        name: "account_name",
        names: &[
            "uraian",
            "nama rekening",
            "nama akun",
            "uraian belanja",
            "uraian urusan organisasi program kegiatan dan sub kegiatan",
        ],
    },
    Synonyms {
        field: Field::Description,
        name: "description",
        names: &["nama komponen", "nama barang", "nama standar harga", "komponen"],
    },
    Synonyms {
        field: Field::Specification,
        name: "specification",
        names: &["spek", "spek komponen", "spesifikasi"],
    },
    Synonyms {
        field: Field::Heading,
        name: "heading",
        names: &["subs bl teks", "subtitle teks", "ket bl teks"],
    },
    Synonyms {
        field: Field::Amount,
        name: "amount",
        names: &[
            "jumlah",
            "anggaran",
            "pagu",
            "total harga",
            "rincian",
            "nilai rincian",
            "total",
            "pagu anggaran",
            "jumlah biaya",
            "kelompok belanja anggaran",
        ],
    },
    Synonyms {
        field: Field::AmountBefore,
        name: "amount_before",
        names: &["sebelum", "sebelum perubahan", "rincian murni", "total harga murni"],
    },
    Synonyms {
        field: Field::AmountAfter,
        name: "amount_after",
        names: &["sesudah", "setelah perubahan", "sesudah perubahan"],
    },
    Synonyms {
        field: Field::Note,
        name: "note",
        names: &["keterangan", "penjelasan", "uraian pekerjaan", "catatan"],
    },
    Synonyms {
        field: Field::Quantity,
        name: "quantity",
        names: &["volume", "vol", "koefisien", "volume pekerjaan"],
    },
    Synonyms { field: Field::Unit, name: "unit", names: &["satuan", "sat"] },
    Synonyms { field: Field::Volume1, name: "volume_1", names: &["volum1"] },
    Synonyms { field: Field::Volume2, name: "volume_2", names: &["volum2"] },
    Synonyms { field: Field::Volume3, name: "volume_3", names: &["volum3"] },
    Synonyms { field: Field::Volume4, name: "volume_4", names: &["volum4"] },
    Synonyms { field: Field::Unit1, name: "unit_1", names: &["sat1"] },
    Synonyms { field: Field::Unit2, name: "unit_2", names: &["sat2"] },
    Synonyms { field: Field::Unit3, name: "unit_3", names: &["sat3"] },
    Synonyms { field: Field::Unit4, name: "unit_4", names: &["sat4"] },
    Synonyms {
        field: Field::UnitPrice,
        name: "unit_price",
        names: &["harga satuan", "harga", "tarif harga"],
    },
    Synonyms {
        field: Field::Realised,
        name: "realised",
        names: &["realisasi", "nilai realisasi", "total realisasi", "nilai sp2d"],
    },
    Synonyms { field: Field::RealisedPercent, name: "realised_percent", names: &["persen"] },
    Synonyms { field: Field::ActivityCode, name: "activity_code", names: &["kode kegiatan"] },
    Synonyms { field: Field::Activity, name: "activity", names: &["nama kegiatan", "kegiatan"] },
    Synonyms {
        field: Field::SubActivityCode,
        name: "sub_activity_code",
        names: &["kode sub giat", "kode sub kegiatan"],
    },
    Synonyms {
        field: Field::SubActivity,
        name: "sub_activity",
        names: &["nama sub giat", "nama sub kegiatan", "sub kegiatan"],
    },
    Synonyms { field: Field::AgencyCode, name: "agency_code", names: &["kode skpd", "kd satker str"] },
    Synonyms {
        field: Field::Agency,
        name: "agency",
        names: &["nama skpd", "nama satker", "nama organisasi", "nama sub skpd"],
    },
    Synonyms {
        field: Field::Region,
        name: "region",
        names: &["nama klpd", "daerah", "kabupaten", "nama daerah"],
    },
    Synonyms { field: Field::Year, name: "year", names: &["tahun", "tahun anggaran"] },
    Synonyms {
        field: Field::PackageCode,
        name: "package_code",
        names: &["kd rup", "kd rup paket", "kode rup"],
    },
    Synonyms { field: Field::Package, name: "package", names: &["nama paket"] },
    Synonyms {
        field: Field::ReceiptNumber,
        name: "receipt_number",
        names: &["no realisasi", "no sp2d", "no bukti"],
    },
    Synonyms { field: Field::Vendor, name: "vendor", names: &["nama penyedia"] },
    Synonyms { field: Field::Date, name: "date", names: &["tgl realisasi", "tanggal"] },
    Synonyms { field: Field::StartDate, name: "start_date", names: &["tgl awal pelaksanaan kontrak"] },
    Synonyms { field: Field::EndDate, name: "end_date", names: &["tgl akhir pelaksanaan kontrak"] },
    Synonyms { field: Field::RowNumber, name: "row_number", names: &["no"] },
];

impl Field {
    /// The canonical name, e.g. `account_code`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        SYNONYMS.iter().find(|s| s.field == self).map_or("", |s| s.name)
    }
}
