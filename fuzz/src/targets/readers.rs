//! Readers of budget files: bytes, text, tables, workbooks, archives, whole files.

use std::io::{Cursor, Write};
use std::path::Path;

use hemat_io::read::budget::ReadOptions;
use hemat_io::read::compressed::{Limits, unpack};
use hemat_io::read::decode::decode;
use hemat_io::read::delimited::read_delimited;
use hemat_io::read::descriptions::read_descriptions;
use hemat_io::read::header::find_header;
use hemat_io::read::json_rows::read_json_rows;
use hemat_io::read::read_budget;
use hemat_io::read::sheet_choice::choose_sheets;
use hemat_io::read::sieve::Pace;
use hemat_io::read::spreadsheet::read_workbook;
use hemat_io::read::title::read_titles;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

#[path = "../../../tests/sieve/agreement.rs"]
mod agreement;

use super::{Target, seeds, text};
use agreement::agrees;

pub(super) const TARGETS: &[Target] = &[
    Target { name: "decode", run: bytes_decoded, seeds: fixtures, smoke: 5_000 },
    Target { name: "header", run: header, seeds: fixtures, smoke: 3_000 },
    Target { name: "budget", run: budget, seeds: fixtures, smoke: 3_000 },
    Target { name: "layouts", run: budget, seeds: layouts, smoke: 3_000 },
    Target { name: "sieve", run: sieved, seeds: exports, smoke: 3_000 },
    Target { name: "spreadsheet", run: spreadsheet, seeds: workbooks, smoke: 3_000 },
    Target { name: "sheet_xml", run: sheet_xml, seeds: sheets, smoke: 3_000 },
    Target { name: "ods_xml", run: ods_xml, seeds: ods_sheets, smoke: 3_000 },
    Target { name: "json_rows", run: json_rows, seeds: json, smoke: 5_000 },
    Target { name: "descriptions", run: descriptions, seeds: lists, smoke: 5_000 },
];

/// So much may come out of an archive here: a fuzzer finds a bomb soon enough.
fn limits() -> Limits {
    Limits { max_bytes: 1 << 24, ..Limits::default() }
}

/// Any bytes decode, and no NUL is left.
fn bytes_decoded(bytes: &[u8]) {
    assert!(!decode(bytes).text.contains('\0'));
}

/// Any text splits into records whose numbers do not fall, and a header search on it is safe. Nothing but quotes,
/// delimiters, line ends and blanks is lost.
fn header(bytes: &[u8]) {
    let text = text(bytes);
    let (table, _) = read_delimited(&text);
    assert!(table.records.windows(2).all(|w| w[0].number <= w[1].number));
    let letters = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).count();
    let read: usize = table.records.iter().flat_map(|r| &r.cells).map(|cell| letters(&cell.to_text())).sum();
    // `_x000D_` is a line end that was written out.
    if !text.contains("_x") && !text.contains("_X") {
        assert_eq!(read, letters(&text), "letters and digits were lost or made");
    }
    let _ = find_header(&table, &Default::default());
    let _ = read_titles(&table.records);
}

/// Any file is read or refused, and what is read balances.
fn budget(bytes: &[u8]) {
    let Ok(budget) = read_budget(bytes, "fuzz", &ReadOptions::default()) else { return };
    let t = budget.tally;
    assert_eq!(t.rows_read, t.rows_used + t.rows_set_aside + t.rows_not_lines);
    assert_eq!(t.amount_used.try_add(t.amount_set_aside), Ok(t.amount_read));
    assert_eq!(t.rows_set_aside == 0, budget.set_aside.is_empty());
    for said in &budget.diagnostics {
        assert!(!said.name.is_empty() && !said.hint.is_empty(), "{said:?}");
    }
}

/// A file that can be read block by block, with or without keeping its lines, says what the plain reader says, however
/// small the blocks.
fn sieved(bytes: &[u8]) {
    let (first, file) = bytes.split_first().unwrap_or((&0, bytes));
    if read_budget(file, "a.csv", &ReadOptions::default()).is_ok() {
        let pace = Pace { jobs: usize::from(first % 3) + 1, block: 1 << (first % 14) };
        agrees(file, pace, "fuzz");
    }
}

/// A budget with one line a row, and a procurement plan; a byte before each tells how it is cut.
fn exports(_: &Path) -> Vec<Vec<u8>> {
    const LINES: [&str; 4] = [
        "5.1.02.01.01.0024,Belanja Alat Tulis Kantor,Kertas HVS,4 rim,50000,200000",
        "5.1.02.02.05.0043,\"Belanja Sewa Hotel\",Paket fullday Sosialisasi pajak di Hotel Contoh,40 orang x 2 hari,300000,24000000",
        "5.1.02.04.01.0001,Belanja Perjalanan Dinas Biasa,Uang harian,2 orang x 3 hari,370000,2220000",
        "5.1.02.01.01.0052,Belanja Makanan dan Minuman Rapat,Makan Sosialisasi pajak,40 orang,50000,2000000",
    ];
    const PACKAGES: [&str; 3] = [
        "Belanja Alat Tulis Kantor,200000,1 Paket,Kertas",
        "\"Belanja Sewa Hotel, Sosialisasi pajak\",24000000,1 Kegiatan,\"Paket fullday ( 80, OH, @ 300000 );\"",
        "Belanja Perjalanan Dinas Biasa,2220000,12 Bulan,\"Uang\nharian\"",
    ];
    let mut lines = String::from(
        "Atahun_anggaran,nama_skpd,kode_sub_giat,nama_sub_giat,kode_akun,nama_akun,nama_komponen,koefisien,harga_satuan,total_harga\n",
    );
    let mut plan = String::from(
        "Btahun_anggaran,nama_satker,kd_rup,nama_paket,pagu,volume_pekerjaan,uraian_pekerjaan\n",
    );
    for row in 0..48 {
        let line = LINES[row % LINES.len()];
        lines.push_str(&format!("2024,Dinas {},1.02.{},Pembinaan {},{line}\n", row / 24, row / 8, row / 8));
        plan.push_str(&format!(
            "2024,Dinas {},{},{}\n",
            row / 24,
            3000 + row,
            PACKAGES[row % PACKAGES.len()]
        ));
    }
    vec![lines.into_bytes(), plan.into_bytes()]
}

fn fixtures(root: &Path) -> Vec<Vec<u8>> {
    seeds::files(root, "tests/fixtures/read", ".csv")
}

fn layouts(root: &Path) -> Vec<Vec<u8>> {
    let mut all = seeds::files(root, "crates/hemat-io/tests/fixtures/layouts", ".csv");
    all.extend(seeds::files(root, "crates/hemat-io/tests/fixtures/layouts", ".json"));
    all.extend(seeds::named(root, &["data/contoh/rincian.csv", "tests/fixtures/savings/budget.csv"]));
    all
}

/// Any bytes open as a workbook or fail; what opens has its sheets chosen.
fn spreadsheet(bytes: &[u8]) {
    let _ = unpack(bytes, &limits());
    if let Ok(workbook) = read_workbook(bytes, &limits()) {
        let _ = choose_sheets(workbook.sheets);
    }
}

fn workbooks(root: &Path) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for ending in [".xlsx", ".xls", ".ods"] {
        all.extend(seeds::files(root, "crates/hemat-io/tests/fixtures/layouts", ending));
    }
    all
}

fn zipped(parts: &[(&str, &[u8])]) -> Option<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).ok()?;
        writer.write_all(bytes).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}

/// Any XML as the sheet of a workbook: inside its zip a fuzzer would only break checksums.
fn sheet_xml(bytes: &[u8]) {
    const BOOK: &[u8] = br#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    const LINKS: &[u8] = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    const ROOT: &[u8] = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    let book = zipped(&[
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", LINKS),
        ("xl/worksheets/sheet1.xml", bytes),
    ]);
    book.iter().for_each(|book| budget(book));
}

fn sheets(_: &Path) -> Vec<Vec<u8>> {
    seeds::texts(&[
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:C2"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>description</t></is></c><c r="B1" t="inlineStr"><is><t>amount</t></is></c><c r="C1" t="str"><v>date</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Rapat</t></is></c><c r="B2"><f>1+1</f><v>2</v></c><c r="C2" s="1"><v>43000</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells></worksheet>"#,
        r##"<worksheet><sheetData><row><c t="e"><v>#REF!</v></c><c t="b"><v>1</v></c><c t="d"><v>2018-11-23</v></c><c><v>1e308</v></c></row></sheetData></worksheet>"##,
    ])
}

/// Any XML as the content of an ODS file.
fn ods_xml(bytes: &[u8]) {
    let book =
        zipped(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", bytes)]);
    book.iter().for_each(|book| budget(book));
}

fn ods_sheets(_: &Path) -> Vec<Vec<u8>> {
    seeds::texts(&[
        r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="A"><table:table-row><table:table-cell office:value-type="string"><text:p>description</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>amount</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1" office:value-type="string"><text:p>Rapat</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="5000"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#,
    ])
}

/// Any bytes are rows of JSON, broken JSON, or something else.
fn json_rows(bytes: &[u8]) {
    let _ = read_json_rows(bytes);
}

fn json(root: &Path) -> Vec<Vec<u8>> {
    let mut all = seeds::files(root, "crates/hemat-io/tests/fixtures/layouts", ".json");
    all.extend(seeds::texts(&[
        r#"{"data":[{"uraian":"Rapat","total":5000.5,"x":null,"y":[1],"z":{"a":true}}]}"#,
    ]));
    all
}

/// Any bytes are a list to classify or say why not.
fn descriptions(bytes: &[u8]) {
    let _ = read_descriptions(bytes, "list.csv");
}

fn lists(root: &Path) -> Vec<Vec<u8>> {
    seeds::named(root, &["data/contoh/rincian.csv", "tests/fixtures/savings/budget.csv"])
}
