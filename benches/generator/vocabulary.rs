//! The words of generated files: accounts, things bought, activities. Made up; no budget's own text.

/// How a thing is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counting {
    /// Persons times days.
    PersonDays,
    /// Persons times occurrences.
    PersonTimes,
    /// Days.
    Days,
    /// Pieces, with their unit.
    Pieces(&'static str),
}

/// An account and what is bought under it.
#[derive(Debug)]
pub(super) struct Account {
    /// Code in the scheme of Permendagri 13/2006.
    pub(super) code_2006: &'static str,
    /// Code in the scheme of Kepmendagri 050-5889/2021.
    pub(super) code_2021: &'static str,
    /// Its name.
    pub(super) name: &'static str,
    /// Things, with how they are counted and the price range in thousands of rupiah.
    pub(super) things: &'static [(&'static str, Counting, u64, u64)],
}

use Counting::{Days, PersonDays, PersonTimes, Pieces};

/// Sorted by the code of 2006, as a budget prints them.
pub(super) const ACCOUNTS: &[Account] = &[
    Account {
        code_2006: "5.2.1.02.01",
        code_2021: "5.1.02.02.01.0003",
        name: "Honorarium Tim",
        things: &[
            ("Honor ketua panitia", PersonTimes, 300, 600),
            ("Honor sekretaris panitia", PersonTimes, 250, 450),
            ("Honor anggota panitia", PersonTimes, 150, 350),
        ],
    },
    Account {
        code_2006: "5.2.2.01.01",
        code_2021: "5.1.02.01.01.0024",
        name: "Belanja Alat Tulis",
        things: &[
            ("Kertas", Pieces("rim"), 40, 60),
            ("Pulpen", Pieces("buah"), 2, 9),
            ("Map plastik", Pieces("buah"), 3, 12),
            ("Tinta pencetak", Pieces("botol"), 80, 140),
        ],
    },
    Account {
        code_2006: "5.2.2.06.02",
        code_2021: "5.1.02.01.01.0025",
        name: "Belanja Penggandaan",
        things: &[("Materi", Pieces("eks"), 8, 30), ("Modul", Pieces("buku"), 15, 60)],
    },
    Account {
        code_2006: "5.2.2.07.03",
        code_2021: "5.1.02.02.05.0009",
        name: "Belanja Sewa Ruang Pertemuan",
        things: &[
            ("Sewa aula kelurahan", Days, 250, 900),
            ("Sewa gedung serbaguna", Days, 700, 4000),
            ("Sewa ruang rapat hotel", Days, 1500, 6000),
        ],
    },
    Account {
        code_2006: "5.2.2.10.02",
        code_2021: "5.1.02.02.04.0117",
        name: "Belanja Sewa Perlengkapan",
        things: &[
            ("Sewa kursi", Pieces("buah"), 3, 8),
            ("Sewa tenda", Pieces("unit"), 250, 600),
            ("Sewa pengeras suara", Days, 400, 1200),
        ],
    },
    Account {
        code_2006: "5.2.2.11.02",
        code_2021: "5.1.02.01.01.0052",
        name: "Belanja Makanan dan Minuman Rapat",
        things: &[
            ("Makan peserta", PersonDays, 20, 45),
            ("Kudapan peserta", PersonDays, 8, 18),
            ("Makan panitia", PersonTimes, 20, 45),
            ("Kudapan tamu", PersonTimes, 8, 18),
        ],
    },
    Account {
        code_2006: "5.2.2.15.01",
        code_2021: "5.1.02.04.01.0003",
        name: "Belanja Perjalanan Dinas",
        things: &[
            ("Uang harian pendamping", PersonDays, 90, 250),
            ("Transpor peserta", PersonTimes, 40, 110),
            ("Penginapan pendamping", PersonDays, 250, 700),
        ],
    },
    Account {
        code_2006: "5.2.2.22.01",
        code_2021: "5.1.02.02.01.0062",
        name: "Belanja Jasa Narasumber",
        things: &[
            ("Narasumber dari dalam kabupaten", PersonTimes, 300, 900),
            ("Narasumber dari luar kabupaten", PersonTimes, 500, 1500),
            ("Moderator", PersonTimes, 200, 700),
        ],
    },
    Account {
        code_2006: "5.2.3.27.01",
        code_2021: "5.2.02.05.02.0004",
        name: "Belanja Modal Perabot",
        things: &[("Lemari arsip", Pieces("unit"), 1500, 4000), ("Meja rapat", Pieces("unit"), 900, 3500)],
    },
];

/// Names of the levels above the accounts, by code.
pub(super) fn level_name(code: &str) -> &'static str {
    match code {
        "5" => "BELANJA DAERAH",
        "5.2" => "BELANJA LANGSUNG",
        "5.2.1" => "Belanja Pegawai",
        "5.2.2" => "Belanja Barang dan Jasa",
        "5.2.3" => "Belanja Modal",
        _ => "Kelompok Belanja",
    }
}

/// First part of an activity's name.
pub(super) const ACTIVITIES: &[&str] =
    &["Pelatihan", "Sosialisasi", "Seminar", "Rapat kerja", "Bimbingan", "Lokakarya", "Temu warga"];

/// Second part.
pub(super) const TOPICS: &[&str] = &[
    "pengelola pasar desa",
    "kader kebersihan",
    "pembukuan koperasi",
    "arsip kelurahan",
    "petani muda",
    "pelayanan loket",
    "pemandu wisata",
];

/// Headings inside notes.
pub(super) const HEADINGS: &[&str] = &["Pembukaan", "Tahap awal", "Pelaksanaan", "Tahap akhir"];
