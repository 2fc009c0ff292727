//! Column names of budget files, as data: canonical field -> the names that files use.

use std::collections::BTreeMap;
use std::sync::LazyLock;

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

/// All fields with their names. Sources: published penjabaran, RKA, RUP and realisation files of 2012 to 2026.
pub const SYNONYMS: &[Synonyms] = &[
    Synonyms {
        field: Field::AccountCode,
        name: "account_code",
        names: &[
            "account code",
            "no rekening",
            "kode rekening",
            "nomer rekening",
            "nomor rekening",
            "norekening",
            "no rek",
            "kode rek",
            "kode akun",
            "kode",
            "mak",
            "no kode rekening",
            "kode rekening belanja",
            "koderekening",
            "nomor rek",
            "kode rekening rekening",
            "kdakun",
            "kode mak",
        ],
    },
    Synonyms {
        field: Field::AccountName,
        name: "account_name",
        names: &[
            "account name",
            "uraian",
            "nama rekening",
            "nama akun",
            "uraian belanja",
            "uraian rekening",
            "uraian urusan organisasi program kegiatan dan sub kegiatan",
            "uraian urusan",
            "urain",
            "uraian kegiatan",
            "jenis belanja",
            "uraian nama rekening",
        ],
    },
    Synonyms {
        field: Field::Description,
        name: "description",
        names: &[
            "description",
            "nama komponen",
            "nama barang",
            "nama standar harga",
            "komponen",
            "uraian barang",
            "nama barang jasa",
            "rincian belanja",
            "detail",
            "item",
        ],
    },
    Synonyms {
        field: Field::Specification,
        name: "specification",
        names: &["specification", "spek", "spek komponen", "spesifikasi"],
    },
    Synonyms {
        field: Field::Heading,
        name: "heading",
        names: &["heading", "subs bl teks", "subtitle teks", "ket bl teks", "kelompok", "kelompok belanja"],
    },
    Synonyms {
        field: Field::Amount,
        name: "amount",
        names: &[
            "amount",
            "jumlah",
            "anggaran",
            "pagu",
            "total harga",
            "rincian",
            "nilai rincian",
            "total",
            "pagu anggaran",
            "jumlah biaya",
            "jumlah rp",
            "jumlah anggaran",
            "anggaran tahun ini",
            "anggaran rp",
            "nilai",
            "nilai anggaran",
            "nilai pagu",
            "jml",
            "jumlah total",
            "kelompok belanja anggaran",
            "total anggaran",
        ],
    },
    Synonyms {
        field: Field::AmountBefore,
        name: "amount_before",
        names: &[
            "amount before",
            "sebelum",
            "sebelum perubahan",
            "rincian murni",
            "total harga murni",
            "jumlah sebelum perubahan",
            "jumlah sebelum",
            "anggaran sebelum perubahan",
            "murni",
            "semula",
            "jumlah rp sebelum perubahan",
        ],
    },
    Synonyms {
        field: Field::AmountAfter,
        name: "amount_after",
        names: &[
            "amount after",
            "sesudah",
            "setelah",
            "setelah perubahan",
            "sesudah perubahan",
            "jumlah setelah perubahan",
            "jumlah sesudah perubahan",
            "anggaran setelah perubahan",
            "menjadi",
            "jumlah rp setelah perubahan",
        ],
    },
    Synonyms {
        field: Field::Change,
        name: "change",
        names: &["change", "angka", "selisih", "bertambah berkurang", "bertambah", "rp", "perubahan"],
    },
    Synonyms {
        field: Field::ChangePercent,
        name: "change_percent",
        names: &["change percent", "prosentase", "persentase perubahan", "prosen"],
    },
    Synonyms {
        field: Field::Note,
        name: "note",
        names: &[
            "note",
            "keterangan",
            "penjelasan",
            "uraian pekerjaan",
            "catatan",
            "ket realisasi",
            "keterangan dokumen",
            "ket",
            "dasar hukum",
            "penjelasan keterangan",
        ],
    },
    Synonyms {
        field: Field::Quantity,
        name: "quantity",
        names: &[
            "quantity",
            "volume",
            "vol",
            "koefisien",
            "volume pekerjaan",
            "kuantitas",
            "jumlah volume",
            "banyaknya",
            "qty",
        ],
    },
    Synonyms { field: Field::Unit, name: "unit", names: &["unit", "satuan", "sat"] },
    Synonyms { field: Field::Volume1, name: "volume_1", names: &["volume 1", "volum1", "vol1"] },
    Synonyms { field: Field::Volume2, name: "volume_2", names: &["volume 2", "volum2", "vol2"] },
    Synonyms { field: Field::Volume3, name: "volume_3", names: &["volume 3", "volum3", "vol3"] },
    Synonyms { field: Field::Volume4, name: "volume_4", names: &["volume 4", "volum4", "vol4"] },
    Synonyms { field: Field::Unit1, name: "unit_1", names: &["unit 1", "sat1", "satuan 1"] },
    Synonyms { field: Field::Unit2, name: "unit_2", names: &["unit 2", "sat2", "satuan 2"] },
    Synonyms { field: Field::Unit3, name: "unit_3", names: &["unit 3", "sat3", "satuan 3"] },
    Synonyms { field: Field::Unit4, name: "unit_4", names: &["unit 4", "sat4", "satuan 4"] },
    Synonyms {
        field: Field::UnitPrice,
        name: "unit_price",
        names: &[
            "unit price",
            "harga satuan",
            "harga",
            "tarif harga",
            "tarif",
            "harga satuan rp",
            "biaya satuan",
        ],
    },
    Synonyms {
        field: Field::Realised,
        name: "realised",
        names: &[
            "realised",
            "realisasi",
            "nilai realisasi",
            "total realisasi",
            "nilai sp2d",
            "realisasi di lra",
            "real rp",
            "realisasi rp",
            "realisasi anggaran",
        ],
    },
    Synonyms {
        field: Field::RealisedPercent,
        name: "realised_percent",
        names: &["realised percent", "persen", "persen realisasi", "persentase", "persentase realisasi"],
    },
    Synonyms {
        field: Field::ProgramCode,
        name: "program_code",
        names: &["program code", "kode program", "kode prog"],
    },
    Synonyms { field: Field::Program, name: "program", names: &["program", "nama program"] },
    Synonyms {
        field: Field::ActivityCode,
        name: "activity_code",
        names: &["activity code", "kode kegiatan", "kode giat"],
    },
    Synonyms {
        field: Field::Activity,
        name: "activity",
        names: &["activity", "nama kegiatan", "kegiatan", "nama giat"],
    },
    Synonyms {
        field: Field::SubActivityCode,
        name: "sub_activity_code",
        names: &["sub activity code", "kode sub giat", "kode sub kegiatan", "kdsubkeg"],
    },
    Synonyms {
        field: Field::SubActivity,
        name: "sub_activity",
        names: &["sub activity", "nama sub giat", "nama sub kegiatan", "sub kegiatan"],
    },
    Synonyms {
        field: Field::AgencyCode,
        name: "agency_code",
        names: &[
            "agency code",
            "kode skpd",
            "kode opd",
            "kd satker str",
            "kode satker",
            "kode organisasi",
            "kode unit",
            "kode sub skpd",
        ],
    },
    Synonyms {
        field: Field::Agency,
        name: "agency",
        names: &[
            "agency",
            "nama skpd",
            "nama satker",
            "nama organisasi",
            "nama sub skpd",
            "skpd",
            "opd",
            "nama opd",
            "nama dinas",
            "nama satuan kerja",
            "satuan kerja",
            "sub unit organisasi",
            "organisasi",
            "nama unit",
            "dinas",
        ],
    },
    Synonyms {
        field: Field::Region,
        name: "region",
        names: &[
            "region",
            "nama klpd",
            "daerah",
            "kabupaten",
            "nama daerah",
            "nama instansi",
            "kabupaten kota",
        ],
    },
    Synonyms {
        field: Field::Year,
        name: "year",
        names: &["year", "tahun", "tahun anggaran", "fiscal year", "ta"],
    },
    Synonyms { field: Field::Stage, name: "stage", names: &["stage", "tahap", "tahapan", "jenis apbd"] },
    Synonyms {
        field: Field::PackageCode,
        name: "package_code",
        names: &["package code", "kd rup", "kd rup paket", "kode rup", "id rup", "package"],
    },
    Synonyms {
        field: Field::Package,
        name: "package_name",
        names: &["package name", "nama paket", "rup nama pkt", "rup name", "paket"],
    },
    Synonyms {
        field: Field::ReceiptNumber,
        name: "receipt_number",
        names: &["receipt number", "no realisasi", "no sp2d", "no bukti", "nomor bukti", "nomor sp2d"],
    },
    Synonyms {
        field: Field::Vendor,
        name: "vendor",
        names: &["vendor", "nama penyedia", "penyedia", "rekanan"],
    },
    Synonyms {
        field: Field::Method,
        name: "method",
        names: &[
            "method",
            "metode pengadaan",
            "mtd pemilihan",
            "cara pengadaan",
            "metode pemilihan",
            "tipe swakelola",
        ],
    },
    Synonyms {
        field: Field::Date,
        name: "date",
        names: &[
            "date",
            "tgl realisasi",
            "tanggal",
            "tanggal realisasi",
            "tgl bukti",
            "tanggal bukti",
            "tgl sp2d",
            "tanggal sp2d",
        ],
    },
    Synonyms {
        field: Field::StartDate,
        name: "start_date",
        names: &["start date", "tgl awal pelaksanaan kontrak", "tanggal mulai", "tgl mulai", "mulai"],
    },
    Synonyms {
        field: Field::EndDate,
        name: "end_date",
        names: &["end date", "tgl akhir pelaksanaan kontrak", "tanggal selesai", "tgl selesai", "selesai"],
    },
    Synonyms {
        field: Field::Persons,
        name: "persons",
        names: &["persons", "peserta", "jumlah peserta", "jumlah orang"],
    },
    Synonyms { field: Field::Days, name: "days", names: &["days", "jumlah hari", "lama hari"] },
    Synonyms {
        field: Field::Occurrences,
        name: "occurrences",
        names: &["occurrences", "frekuensi", "jumlah kali"],
    },
    Synonyms {
        field: Field::RowNumber,
        name: "row_number",
        names: &["row number", "no", "nomor", "no urut"],
    },
    Synonyms {
        field: Field::Fund,
        name: "fund",
        names: &["fund", "sumber dana", "nama dana", "sumber anggaran"],
    },
];

/// The names of all fields, for look-up.
static BY_NAME: LazyLock<BTreeMap<&'static str, Field>> =
    LazyLock::new(|| SYNONYMS.iter().flat_map(|s| s.names.iter().map(|name| (*name, s.field))).collect());

/// The field that a column name means, given as [`name_key`] makes it.
#[must_use]
pub fn field_named(key: &str) -> Option<Field> {
    BY_NAME.get(key).copied()
}

/// A column name as the table of synonyms writes it: lower case, letters and digits, single blanks.
#[must_use]
pub fn name_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for c in name.chars() {
        if c.is_alphanumeric() {
            key.extend(c.to_lowercase());
        } else if !key.is_empty() && !key.ends_with(' ') {
            key.push(' ');
        }
    }
    key.truncate(key.trim_end().len());
    key
}

impl Field {
    /// The canonical name, e.g. `account_code`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        SYNONYMS.iter().find(|s| s.field == self).map_or("", |s| s.name)
    }

    /// The field with a canonical name.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        SYNONYMS.iter().find(|s| s.name == word).map(|s| s.field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_a_key_and_means_one_field() {
        let mut seen = BTreeMap::new();
        for synonyms in SYNONYMS {
            for name in synonyms.names {
                assert_eq!(name_key(name), *name);
                assert_eq!(seen.insert(*name, synonyms.field), None, "{name}");
            }
            assert_eq!(Field::from_word(synonyms.name), Some(synonyms.field));
        }
    }

    #[test]
    fn names_are_found_however_they_are_written() {
        for (name, field) in [
            (" No. Rekening", Field::AccountCode),
            ("KODE REKENING ", Field::AccountCode),
            ("nama_sub_kegiatan", Field::SubActivity),
            ("URAIAN ", Field::AccountName),
        ] {
            assert_eq!(field_named(&name_key(name)), Some(field), "{name}");
        }
    }
}
