//! The layouts that are not penjabaran, over small files of our own and, where it is at hand, the real corpus.

// Helpers of a test are tests too.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

#[path = "../../../tests/shared_folder.rs"]
mod shared_folder;

use std::io::Write;
use std::path::PathBuf;

use hemat_core::money::Rupiah;
use proptest::prelude::*;

use hemat_io::read::budget::{BudgetFile, LayoutName, ReadOptions};
use hemat_io::read::read_budget;
use shared_folder::shared_folder;

fn fixture(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/layouts").join(name);
    std::fs::read(path).unwrap()
}

fn read(bytes: &[u8], name: &str) -> BudgetFile {
    let file = read_budget(bytes, name, &ReadOptions::default()).unwrap();
    assert_balanced(&file);
    file
}

fn assert_balanced(file: &BudgetFile) {
    let tally = &file.tally;
    let name = &file.file;
    assert_eq!(tally.rows_read, tally.rows_used + tally.rows_set_aside + tally.rows_not_lines, "{name}");
    assert_eq!(tally.amount_read, tally.amount_used.try_add(tally.amount_set_aside).unwrap(), "{name}");
    assert_eq!(Rupiah::try_sum(file.lines.iter().map(|l| l.amount)).unwrap(), tally.amount_used, "{name}");
}

fn count(file: &BudgetFile, diagnostic: &str) -> usize {
    file.diagnostics.iter().filter(|d| d.name == diagnostic).count()
}

fn rupiah(text: &str) -> Rupiah {
    Rupiah::parse_canonical(text).unwrap()
}

/// row, part, heading, description, quantity, price, amount of each line.
fn lines(file: &BudgetFile) -> Vec<String> {
    let line = |l: &hemat_core::cost_line::CostLine| {
        let part = l.row.part.map(|p| format!(".{p}")).unwrap_or_default();
        let quantity = l.quantity.as_ref().map(ToString::to_string).unwrap_or_default().to_lowercase();
        let price = l.unit_price.map(|p| p.to_string()).unwrap_or_default();
        format!("{}{part}|{}|{}|{quantity}|{price}|{}", l.row.row, l.heading, l.description, l.amount)
    };
    file.lines.iter().map(line).collect()
}

#[test]
fn packages_are_read_and_broken_rows_joined() {
    let file = read(&fixture("rup_ragged.csv"), "rup_ragged.csv");
    assert_eq!(file.layout, LayoutName::Rup);
    assert_eq!(
        lines(&file),
        [
            "2|Belanja Sosialisasi|Sosialisasi di Hotel; Peserta umum|24 orang / kegiatan||12000000",
            "3|Belanja Sosialisasi|Sosialisasi Jenis A; Spesifikasi : di Hotel (Half Day), Narasumber Luar; Sosialisasi Jenis B, Peserta, umum|81||7500000",
            "4|Pembulatan|Pembulatan|||200",
            "5|Belanja Modal|Laptop|1 paket||0",
        ]
    );
    assert_eq!(count(&file, "ragged-row"), 1, "two cells too many, and nothing that broke");
    assert_eq!(file.tally.rows_set_aside, 1);
    let line = &file.lines[1];
    assert_eq!((&*line.package, line.date.unwrap().to_string()), ("1002", "2025-03-01".to_owned()));
    assert_eq!(&*line.context.agency, "DINAS SATU");
    assert_eq!(line.context.year, Some(2025));
}

#[test]
fn central_details_are_lines_where_they_sum_to_the_package() {
    let file = read(&fixture("rup_pok.csv"), "rup_pok.csv");
    assert_eq!(file.layout, LayoutName::Pok);
    assert_eq!(
        lines(&file),
        [
            "2.1|Paket Meeting Luar Kota, Pleno|Paket Rapat|40 org x 2 hr x 3 kali|1150000|276000000",
            "2.2|Paket Meeting Luar Kota, Pleno|Transport Peserta|100 org x 1 trip|650000|65000000",
            "3|Uang Harian|1. Cetak Laporan ( 1, PKT, @ 750000 )|||471000",
            "4|Cuci Seragam|Cuci Seragam|1300 op|10000|13000000",
        ]
    );
    assert_eq!((file.details.accounts, file.details.reconciled), (2, 1));
    assert_eq!(count(&file, "details-do-not-sum"), 1);
    assert_eq!(file.lines[0].persons(), Some(40));
}

#[test]
fn one_receipt_for_several_packages_is_one_receipt() {
    let file = read(&fixture("receipts.csv"), "receipts.csv");
    assert_eq!(file.layout, LayoutName::Realisasi);
    // K-1 once, K-2 once, and two unnumbered purchases that are the same in every cell: both kept, and said.
    assert_eq!(file.tally.amount_used, rupiah("5800000"));
    assert_eq!((count(&file, "receipt-repeated"), count(&file, "row-repeated")), (1, 1));
    assert_eq!((file.tally.rows_used, file.tally.rows_set_aside, file.tally.rows_not_lines), (4, 1, 3));
    assert_eq!(file.lines[0].date.unwrap().to_string(), "2025-02-18");
    assert_eq!(&*file.lines[0].package, "11");
}

#[test]
fn only_the_leaves_of_a_report_are_money() {
    let file = read(&fixture("report.csv"), "report.csv");
    assert_eq!(file.layout, LayoutName::Realisasi);
    assert_eq!(file.tally.amount_used, rupiah("7500000.5"));
    assert_eq!(file.lines.len(), 2);
    let line = &file.lines[0];
    assert_eq!(line.amount_before, Some(rupiah("6000000")));
    assert_eq!(&*line.context.agency, "Dinas Contoh");
    assert_eq!(count(&file, "total-mismatch"), 1, "the report's own total is one sen off");
}

#[test]
fn a_report_in_either_notation_is_read_and_an_undecided_one_is_set_aside() {
    let report = |amount: &str| {
        format!(
            "Kode;Uraian;Anggaran;Realisasi\n5.1.02.02.05.0009;Belanja Sewa Gedung;{amount};{amount}\n\
             5.1.02.01.01.0052;Belanja Makanan Rapat;{amount};{amount}\n"
        )
    };
    for (amount, total) in [("1.500.000", "3000000"), ("1,500,000.00", "3000000"), ("1.500,00", "3000")] {
        assert_eq!(
            read(report(amount).as_bytes(), "report.csv").tally.amount_used,
            rupiah(total),
            "{amount}"
        );
    }
    let file = read(report("1.500").as_bytes(), "report.csv");
    assert_eq!((file.lines.len(), file.tally.rows_set_aside), (0, 2));
    assert_eq!(count(&file, "ambiguous-number"), 2);
    let options = ReadOptions {
        decimal_mark: Some(hemat_io::read::budget::DecimalMark::Comma),
        ..ReadOptions::default()
    };
    let settled = read_budget(report("1.500").as_bytes(), "report.csv", &options).unwrap();
    assert_eq!(settled.tally.amount_used, rupiah("3000"));
}

#[test]
fn the_form_gives_its_details_and_its_bare_accounts() {
    let file = read(&fixture("rka_form.csv"), "rka_form.csv");
    assert_eq!(file.layout, LayoutName::Rka);
    assert_eq!(
        lines(&file),
        [
            "5||Konsumsi Rapat; Spesifikasi: Makan|100 ok|30000|3000000",
            "6||Konsumsi Rapat; Spesifikasi: Snack|40 ok|15000|600000",
            "9||Sewa aula|2 hari|2500000|5000000",
            "10||Belanja Perjalanan Dinas Dalam Kota|||750000",
        ]
    );
    assert_eq!((file.details.accounts, file.details.reconciled), (2, 1));
    assert_eq!(count(&file, "details-do-not-sum"), 1);
    assert_eq!(count(&file, "total-mismatch"), 1);
    assert_eq!(file.lines[2].account_row, 8);
}

#[test]
fn a_pok_table_has_details_under_central_accounts() {
    let file = read(&fixture("pok_table.csv"), "pok_table.csv");
    assert_eq!(file.layout, LayoutName::Pok);
    assert_eq!(file.tally.amount_used, rupiah("476000000"));
    assert_eq!(file.lines.len(), 3);
    let line = &file.lines[0];
    assert!(line.description.starts_with("Paket Inap"), "{}", line.description);
    assert_eq!(line.context.account.as_ref().map(|a| a.code.to_string()).as_deref(), Some("524119"));
    assert_eq!(&*line.context.activity, "Rapat Koordinasi");
    assert_eq!(&*line.heading, "Rapat Nasional");
}

#[test]
fn a_sipd_export_is_read_as_csv_and_as_json() {
    let file = read(&fixture("sipd.csv"), "sipd.csv");
    assert_eq!(file.layout, LayoutName::Rka);
    assert_eq!(
        lines(&file),
        [
            "2||Konsumsi Rapat (Makan)|50 orang x 2 hari|30000|3000000",
            "3||Paket rapat; fullday|50 orang / hari|400000|20000000",
        ]
    );
    let context = &file.lines[0].context;
    assert_eq!(&*context.account_name, "Belanja Makanan dan Minuman Rapat");
    assert_eq!(&*context.activity, "Pelatihan Aparatur");
    assert_eq!(file.lines[0].amount_before, Some(rupiah("2400000")));
    let json = read(&fixture("sipd.json"), "sipd.json");
    assert_eq!(lines(&json), ["2||Paket rapat|50 orang x 2 hari|400000|40000000"]);
}

#[test]
fn a_summary_of_regions_is_refused_in_plain_words() {
    let error = read_budget(&fixture("summary.csv"), "summary.csv", &ReadOptions::default()).unwrap_err();
    let text = error.to_string();
    assert!(text.contains("one row a region (5 regions"), "{text}");
    assert!(text.contains("penjabaran APBD"), "{text}");
}

#[test]
fn a_compressed_file_gives_the_same_lines() {
    let plain = fixture("receipts.csv");
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(&plain).unwrap();
    let packed = read(&encoder.finish().unwrap(), "receipts.csv");
    assert_eq!(packed.lines, read(&plain, "receipts.csv").lines);
    assert_eq!(count(&packed, "unpacked"), 1);
}

#[test]
fn old_and_open_workbooks_give_the_same_lines() {
    for (name, copies) in [("rka.xls", 1), ("rka.ods", 0)] {
        let file = read(&fixture(name), name);
        assert_eq!(file.layout, LayoutName::Rka, "{name}");
        assert_eq!(lines(&file), ["5||Sewa aula|2 hari|2500000|5000000"], "{name}");
        assert_eq!(count(&file, "sheet-repeated"), copies, "{name}");
        let context = &file.lines[0].context;
        assert_eq!(
            (&*context.region, context.year, file.lines[0].account_row),
            ("KAB. CONTOH", Some(2024), 4)
        );
        assert!(name.ends_with(&file.encoding), "{}", file.encoding);
    }
}

fn corpus(name: &str) -> Option<Vec<u8>> {
    let path = shared_folder("corpus")?.join("other").join(name);
    let bytes = std::fs::read(&path).ok();
    if bytes.is_none() {
        println!("skipped: no corpus at {}", path.display());
    }
    bytes
}

/// Totals from an independent count with another program over the same files.
#[test]
fn real_files_balance_to_the_rupiah() {
    let cases = [
        ("kabbandung_rup_swakelola_2025.csv", LayoutName::Rup, 5_524, "1046591340702", "0"),
        ("kemnaker_rup_swakelola_2025.xlsx", LayoutName::Pok, 1_183, "172599707000", "0"),
        ("kabbandung_nontender_realisasi_2024_2025.csv", LayoutName::Realisasi, 509, "15961901814", "0"),
        ("sumenep_dinkes_realisasi_2024.xlsx", LayoutName::Realisasi, 1_145, "563370190847.35", "0"),
        ("bali_diskominfos_rka_layanan_2026.xlsx", LayoutName::Rka, 41, "918886900", "0"),
        ("sipd_rka_row_sample_wp-sipd.json", LayoutName::Rka, 1, "7350000", "0"),
    ];
    for (name, layout, rows_used, used, aside) in cases {
        let Some(bytes) = corpus(name) else { continue };
        let file = read(&bytes, name);
        assert_eq!(file.layout, layout, "{name}");
        assert_eq!(file.tally.amount_used, rupiah(used), "{name}");
        assert_eq!(file.tally.amount_set_aside, rupiah(aside), "{name}");
        assert_eq!(file.tally.rows_set_aside, 0, "{name}");
        if layout != LayoutName::Rka || name.ends_with("json") {
            assert_eq!(file.tally.rows_used, rows_used, "{name}");
        }
    }
}

#[test]
fn the_real_details_add_up() {
    if let Some(bytes) = corpus("bali_diskominfos_rka_layanan_2026.xlsx") {
        let file = read(&bytes, "bali.xlsx");
        assert_eq!((file.details.accounts, file.details.reconciled), (13, 13));
        assert_eq!(count(&file, "sheet-repeated"), 14);
        let context = &file.lines[0].context;
        assert_eq!((&*context.region, context.year), ("PROVINSI BALI", Some(2026)));
        assert!(!context.agency.is_empty() && !context.activity.is_empty());
    }
    if let Some(bytes) = corpus("sumenep_dinkes_realisasi_2024.xlsx") {
        let file = read(&bytes, "sumenep.xlsx");
        let budget = Rupiah::try_sum(file.lines.iter().filter_map(|l| l.amount_before)).unwrap();
        assert_eq!(budget, rupiah("622014417997"));
        assert_eq!(count(&file, "total-mismatch"), 0);
        assert!(file.columns["realised"].starts_with("TOTAL"), "{:?}", file.columns);
        assert_eq!(file.lines[0].context.year, Some(2024));
    }
    if let Some(bytes) = corpus("kemnaker_rup_swakelola_2025.xlsx") {
        let file = read(&bytes, "kemnaker.xlsx");
        // The other packages print details that do not sum to their budget; they stay whole.
        assert!(file.details.reconciled >= 670, "{:?}", file.details);
    }
    if let Some(bytes) = corpus("djpk_apbd_2018_all_regions.xlsx") {
        let error = read_budget(&bytes, "djpk.xlsx", &ReadOptions::default()).unwrap_err();
        assert!(error.to_string().contains("542 regions"), "{error}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever stands below a header, nothing panics and rows and rupiah balance.
    #[test]
    fn any_rows_balance(
        header in 0usize..5,
        rows in prop::collection::vec(
            prop::collection::vec(
                prop::sample::select(vec![
                    "", "-", "5.1.02.01.01.0052", "5.1.02", "524119", "Jumlah", "Rapat", "1.500", "2.500.000,00",
                    "(1.000.000)", "12000000", "99999999999999999999999999999999", "#REF!", "50 Orang x 2 Hari",
                    "- Paket [2 org x 3 hr] 6.0 OH 1.000.000 6.000.000", "( 3, OJ, @ 100000 );", "\"\\\"a, b\\\"\"",
                    "2025-02-18", "true", "1", "2", "3",
                ]),
                0..9,
            ),
            0..12,
        ),
    ) {
        let headers = [
            "kd_rup,nama_paket,pagu,volume_pekerjaan,uraian_pekerjaan,tgl_awal_pelaksanaan_kontrak",
            "kd_rup_paket,nama_paket,no_realisasi,tgl_realisasi,nilai_realisasi",
            "Kode,Uraian,Anggaran,Realisasi",
            "Kode Rekening,Uraian,Volume,Satuan,Harga Satuan,Jumlah",
            "kode_akun,nama_akun,nama_komponen,koefisien,harga_satuan,total_harga,rincian_murni",
        ];
        let body: Vec<String> = rows.iter().map(|row| row.join(",")).collect();
        let text = format!("{}\n{}\n", headers[header], body.join("\n"));
        if let Ok(file) = read_budget(text.as_bytes(), "any.csv", &ReadOptions::default()) {
            assert_balanced(&file);
        }
    }
}

/// A broken formula, an amount that a workbook's numbers cannot hold exactly, and one beyond all money.
#[test]
fn broken_cells_of_a_workbook_are_told_apart() {
    let file = read(&fixture("broken_cells.xlsx"), "broken_cells.xlsx");
    let told: Vec<(&str, Option<u64>)> = file.diagnostics.iter().map(|d| (d.name, d.row)).collect();
    for (name, row) in [("cell-error", 3), ("amount-beyond-precision", 4), ("amount-out-of-range", 5)] {
        assert!(told.contains(&(name, Some(row))), "{name} in row {row}: {told:?}");
    }
    assert_eq!(
        file.tally.rows_read,
        file.tally.rows_used + file.tally.rows_set_aside + file.tally.rows_not_lines
    );
    assert_eq!(file.lines[0].amount.to_string(), "1500000");
}
