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
pub const SYNONYMS: &[Synonyms] = &[];

impl Field {
    /// The canonical name, e.g. `account_code`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        SYNONYMS.iter().find(|s| s.field == self).map_or("", |s| s.name)
    }
}
