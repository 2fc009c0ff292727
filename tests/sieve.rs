//! The sieve gives the same answer as the plain reader, or none: over real files, generated ones, and thousands of
//! damaged ones, in blocks of every size and on any number of threads.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "test helpers: a broken case is a failed test, and what was read is worth seeing"
)]

#[path = "sieve/agreement.rs"]
mod agreement;
#[path = "../benches/generator/mod.rs"]
mod generator;
#[path = "shared_folder.rs"]
mod shared_folder;

use std::io::Write;
use std::path::PathBuf;

use hemat_core::classify::Classifier;
use hemat_io::analysis::analyse;
use hemat_io::read::budget::ReadOptions;
use hemat_io::read::read_budget;
use hemat_io::read::sieve::Pace;

use agreement::{CLOSED, agrees, sieve};
use generator::{Shape, generate};
use shared_folder::shared_folder;

/// Sizes of blocks and numbers of threads; the first is the smallest block, which cuts everywhere.
const PACES: [Pace; 4] = [
    Pace { jobs: 1, block: 1 },
    Pace { jobs: 2, block: 700 },
    Pace { jobs: 7, block: 4096 },
    Pace { jobs: 2, block: 1 << 20 },
];

/// A SIPD export: most lines are about no event.
fn export(lines: usize, seed: u64) -> Vec<u8> {
    generate(Shape::Rka, lines, seed).bytes
}

#[test]
fn exports_are_sieved_whatever_the_blocks() {
    for seed in 0..6 {
        let bytes = export(900, seed);
        for pace in PACES {
            assert!(agrees(&bytes, pace, &format!("seed {seed}, {pace:?}")), "not sieved");
        }
        let counted = sieve(&bytes, PACES[3]).unwrap().budget.counted.lines();
        assert!(counted > 150, "only {counted} of 900 lines were passed over");
    }
}

#[test]
fn a_compressed_export_is_read_as_it_comes() {
    let bytes = export(400, 7);
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(&bytes).unwrap();
    assert!(agrees(&gzip.finish().unwrap(), PACES[1], "gzip"));
}

/// A generator of numbers from a seed (SplitMix64).
struct Draw(u64);

impl Draw {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) as usize % bound
    }
}

/// What damage puts into cells and between rows.
const DAMAGE: [&str; 40] = [
    "",
    " ",
    "\"",
    "\"\"",
    ",",
    ";",
    "\n",
    "\r\n",
    "\r",
    "\t",
    ".",
    "0",
    "1",
    "007",
    "1.500",
    "1,5",
    "12.500.000",
    "(5.000)",
    "-",
    "x",
    "2 org x 3 hari",
    "0 buah",
    "4 m",
    "12 345",
    "Jumlah",
    "Total",
    "Hotel",
    "aula",
    "Rapat",
    "\u{e9}",
    "\u{2013}",
    "\u{f0b7}",
    "\u{e2}\u{20ac}\u{201c}",
    "\0",
    "_x000D_",
    "[#] ",
    "5.1.02.02.05.0043",
    "524114",
    "kode_akun",
    "Spesifikasi : ",
];

/// A list of packages: most are about no event, and of so many in a hundred the text holds detail lines.
fn packages(rows: usize, seed: u64, with_details: usize) -> Vec<u8> {
    const NAMES: [&str; 10] = [
        "Belanja Alat Tulis Kantor",
        "Pengadaan Laptop",
        "Belanja Sewa Hotel Sosialisasi Pajak Daerah",
        "Belanja Perjalanan Dinas Biasa Monev",
        "Pemeliharaan Jalan Lingkar",
        "Belanja Makanan dan Minuman Rapat Koordinasi",
        "\"Jasa Kebersihan, Gedung A\"",
        "Honorarium Narasumber Bimtek Perkoperasian",
        "Sewa Tenda",
        "Belanja Bahan Bakar dan Pelumas",
    ];
    const NOTES: [&str; 5] = [
        "",
        "\"Belanja untuk kegiatan\nselama setahun\"",
        "Rapat 30 orang",
        "\"Jasa \"\"A\"\" 2024\"",
        "Uraian terlampir",
    ];
    let mut draw = Draw(seed);
    let mut out = String::from(
        "tahun_anggaran,nama_klpd,nama_satker,kd_rup,nama_paket,pagu,volume_pekerjaan,uraian_pekerjaan,\
         tgl_awal_pelaksanaan_kontrak\n",
    );
    for row in 0..rows {
        let (price, many) = ((1 + draw.below(900)) * 1000, 1 + draw.below(40));
        let (mut amount, volume) = (price * many, ["1 Kegiatan", "3 Paket", "12 Bulan", ""][draw.below(4)]);
        let name = NAMES[draw.below(NAMES.len())];
        let mut note = NOTES[draw.below(NOTES.len())].to_owned();
        if draw.below(100) < with_details {
            amount += if draw.below(5) == 0 { 7 } else { 0 };
            note = format!("\"Paket fullday ( {many}, OH, @ {price} );\"");
        }
        let date = ["2024-02-01", "", "2024-11-30"][draw.below(3)];
        out.push_str(&format!(
            "2024,Kab. Contoh {},Dinas {},{},{name},{amount},{volume},{note},{date}\n",
            row / 40,
            row / 9,
            30_000_000 + row
        ));
    }
    out.into_bytes()
}

/// The bytes with some cells changed, rows doubled, dropped or cut, quotes and line ends of another kind.
fn damaged(bytes: &[u8], draw: &mut Draw) -> Vec<u8> {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let mut rows: Vec<Vec<String>> =
        text.lines().map(|row| row.split(',').map(str::to_owned).collect()).collect();
    let style = draw.below(6);
    for _ in 0..1 + draw.below(4) {
        let at = draw.below(rows.len());
        let column = draw.below(rows[at].len());
        let word = DAMAGE[draw.below(DAMAGE.len())];
        match draw.below(8) {
            0..3 => rows[at][column] = word.to_owned(),
            3 => rows[at][column].push_str(word),
            4 => rows[at][column].insert_str(0, word),
            5 => rows[at].truncate(column.max(1)),
            6 => rows.insert(at, vec![word.to_owned()]),
            _ => rows[at] = rows[draw.below(rows.len())].clone(),
        }
    }
    let cell = |cell: &String| if style == 1 { format!("\"{cell}\"") } else { cell.clone() };
    let rows: Vec<String> = rows.iter().map(|r| r.iter().map(cell).collect::<Vec<_>>().join(",")).collect();
    let mut out = rows.join(if style == 2 { "\r\n" } else { "\n" });
    if style == 3 {
        out.insert(0, '\u{feff}');
    }
    if style != 4 {
        out.push('\n');
    }
    out.into_bytes()
}

#[test]
fn lists_of_packages_are_sieved_whatever_the_blocks() {
    for (seed, with_details) in [(1, 0), (2, 5), (3, 60)] {
        let bytes = packages(900, seed, with_details);
        for pace in PACES {
            assert!(agrees(&bytes, pace, &format!("seed {seed}, {pace:?}")), "not sieved");
        }
        let counted = sieve(&bytes, PACES[3]).unwrap().budget.counted.lines();
        println!("seed {seed}: {counted} of 900 packages were counted and not kept");
        assert!(counted > 100, "only {counted} of 900 packages were passed over");
    }
}

/// A file of few lines is compared with others word by word, wherever they stand.
#[test]
fn few_lines_below_many_blank_rows_keep_their_words() {
    let row = "2024,Dinas Contoh,1.02.03,Pelayanan,5.1.02.01.01.0024,Belanja Alat Tulis Kantor,Kertas,4 rim,50000,200000\n";
    let header = "tahun_anggaran,nama_skpd,kode_sub_giat,nama_sub_giat,kode_akun,nama_akun,nama_komponen,koefisien,\
                  harga_satuan,total_harga\n";
    for (lines, is_sieved) in [(10, false), (19, false), (20, true)] {
        let bytes = format!("{header}{}{}", "\n".repeat(40), row.repeat(lines));
        let sieved = agrees(bytes.as_bytes(), PACES[3], "few lines");
        assert_eq!(sieved, is_sieved, "{lines} lines");
    }
}

/// What is said of lines that are in no event, and of letters that only look Latin, is said without the lines too.
#[test]
fn lines_that_are_let_go_are_complained_of_and_listed_all_the_same() {
    let mut file = String::from(
        "tahun_anggaran,nama_daerah,nama_skpd,kode_sub_giat,nama_sub_giat,kode_akun,nama_akun,nama_komponen,koefisien,\
         harga_satuan,total_harga\n",
    );
    let rent = "5.2.2.07.02,Belanja sewa gedung/kantor/tempat";
    for (activity, line) in [
        ("Pelayanan kantor", "5.2.2.01.01,Belanja alat tulis kantor,Kertas HVS"),
        ("Pembinaan", &format!("{rent},Sewa \u{41d}otel Marina untuk seminar pajak")),
        ("Penyuluhan", &format!("{rent},Belanja sewa gedung/kantor/tempat")),
        ("Pengawasan", "5.2.2.11.02,Belanja makanan dan minuman rapat,Makan rapat koordinasi"),
    ] {
        for row in 0..12 {
            file.push_str(&format!(
                "2018,Kabupaten Contoh,Dinas \u{420} Contoh,1.01.{row},{activity} {row},{line},2 orang x 3 hari,1000,6000\n"
            ));
        }
    }
    assert!(agrees(file.as_bytes(), PACES[0], "hand-made") && agrees(file.as_bytes(), PACES[3], "hand-made"));
    assert_eq!(CLOSED.take(), (2, 0));
    let plain = analyse(
        read_budget(file.as_bytes(), "a.csv", &ReadOptions::default()).unwrap(),
        Classifier::builtin(),
    );
    let plain = plain.unwrap();
    assert_eq!(plain.venue_lines_apart().len(), 12);
    let strange = plain.budget.diagnostics.iter().filter_map(|d| d.text.as_deref());
    assert_eq!(strange.filter(|text| text.contains(['\u{41d}', '\u{420}'])).count(), 2);
}

/// The head says one layout, the rows behind it another: the plain reader has such a file.
#[test]
fn packages_whose_details_come_late_are_left_to_the_plain_reader() {
    let (head, tail) = (packages(1000, 5, 0), packages(1000, 6, 90));
    let below = tail.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    let both = [head.as_slice(), &tail[below..]].concat();
    assert!(sieve(&both, PACES[2]).is_none());
    assert!(agrees(&head, PACES[2], "head") && agrees(&tail, PACES[2], "tail"));
}

#[test]
fn damaged_packages_are_read_alike_or_left_to_the_plain_reader() {
    let mut draw = Draw(1123);
    let mut sieved = 0;
    for case in 0..1500 {
        let rows = if case % 50 == 0 { 700 } else { 36 + draw.below(60) };
        let bytes = damaged(&packages(rows, case, 10), &mut draw);
        let pace = PACES[draw.below(PACES.len())];
        sieved +=
            usize::from(agrees(&bytes, pace, &format!("case {case}: {}", String::from_utf8_lossy(&bytes))));
    }
    let (closed, left) = CLOSED.take();
    println!("{sieved} of 1500 damaged lists were sieved, {closed} without keeping a line, {left} not");
    assert!(closed > 300, "{closed}");
    assert!(sieved > 500, "{sieved}");
}

#[test]
fn damaged_exports_are_read_alike_or_left_to_the_plain_reader() {
    let mut draw = Draw(2018);
    let mut sieved = 0;
    for case in 0..4000 {
        let whole = export(36 + draw.below(60), case);
        let bytes = damaged(&whole, &mut draw);
        let pace = PACES[draw.below(PACES.len())];
        sieved +=
            usize::from(agrees(&bytes, pace, &format!("case {case}: {}", String::from_utf8_lossy(&bytes))));
    }
    let (closed, left) = CLOSED.take();
    println!("{sieved} of 4000 damaged files were sieved, {closed} without keeping a line, {left} not");
    assert!(closed > 1000, "{closed}");
    assert!(sieved > 1500, "{sieved}");
}

#[test]
fn real_files_are_read_alike() {
    let Some(root) = shared_folder("corpus") else { return };
    let folders = ["diy", "other"].into_iter().map(|folder| std::fs::read_dir(root.join(folder)).unwrap());
    let mut files: Vec<PathBuf> = folders.flatten().map(|e| e.unwrap().path()).collect();
    files.sort();
    let sieved = files.iter().filter(|path| {
        let bytes = std::fs::read(path).unwrap();
        agrees(&bytes, PACES[1], &path.display().to_string())
    });
    let sieved: Vec<_> =
        sieved.map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    println!("{} of {} files of the corpus were sieved: {}", sieved.len(), files.len(), sieved.join(", "));
}
