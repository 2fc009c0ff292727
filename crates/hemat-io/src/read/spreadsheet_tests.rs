use std::io::Write;

use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

/// A small XLSX: sheet name, state and the XML inside `<worksheet>`.
fn xlsx(sheets: &[(&str, &str, &str)]) -> Vec<u8> {
    let mut names = String::new();
    let mut links = String::new();
    let mut files = Vec::new();
    for (i, (name, state, xml)) in sheets.iter().enumerate() {
        let id = i + 1;
        names.push_str(&format!(r#"<sheet name="{name}" sheetId="{id}" state="{state}" r:id="rId{id}"/>"#));
        links.push_str(&format!(
            r#"<Relationship Id="rId{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{id}.xml"/>"#
        ));
        files.push((
            format!("xl/worksheets/sheet{id}.xml"),
            format!(
                r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{xml}</worksheet>"#
            ),
        ));
    }
    files.push(("xl/workbook.xml".into(), format!(r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{names}</sheets></workbook>"#)));
    files.push(("xl/_rels/workbook.xml.rels".into(), format!(r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>"#)));
    let root = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    files.push(("_rels/.rels".into(), root.into()));
    zipped(&files)
}

fn zipped(files: &[(String, String)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        writer.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn ods(table: &str) -> Vec<u8> {
    let manifest =
        r#"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#;
    let content = format!(
        r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Lembar">{table}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    zipped(&[
        ("mimetype".into(), "application/vnd.oasis.opendocument.spreadsheet".into()),
        ("META-INF/manifest.xml".into(), manifest.into()),
        ("content.xml".into(), content),
    ])
}

fn text(reference: &str, value: &str) -> String {
    format!(r#"<c r="{reference}" t="inlineStr"><is><t>{value}</t></is></c>"#)
}

fn open(bytes: &[u8]) -> Result<Workbook, WorkbookError> {
    read_workbook(bytes, &Limits::default())
}

#[test]
fn cells_keep_their_kind_and_rows_their_number() {
    let rows = format!(
        r#"<sheetData><row r="3">{}<c r="C3"><v>57456457922.650024</v></c><c r="D3" t="e"><v>#REF!</v></c></row><row r="5"><c r="B5" t="b"><v>1</v></c></row></sheetData>"#,
        text("A3", "Sewa_x000D_\ngedung")
    );
    let book = open(&xlsx(&[("Jan", "visible", &rows), ("Kerja", "hidden", "<sheetData/>")])).unwrap();
    assert_eq!(book.format, "xlsx");
    assert_eq!(book.sheets.iter().map(|s| s.hidden).collect::<Vec<_>>(), [false, true]);
    let table = &book.sheets[0].table;
    assert_eq!(table.sheet, "Jan");
    assert_eq!(table.records.len(), 5);
    assert_eq!(table.records[2].number, 3);
    assert_eq!(table.records[2].cells[0], Cell::Text("Sewa\ngedung".into()));
    assert_eq!(table.records[2].cells[1], Cell::Empty);
    assert_eq!(table.records[2].cells[2].to_text(), "57456457922.65");
    assert_eq!(table.records[2].cells[3], Cell::Error("#REF!".into()));
    assert_eq!(table.records[4].cells[1], Cell::Text("true".into()));
}

#[test]
fn a_header_over_several_columns_names_each_and_a_title_does_not() {
    let rows = [
        format!(r#"<row r="1">{}</row>"#, text("A1", "REKAPITULASI BELANJA")),
        format!(r#"<row r="2">{}{}</row>"#, text("A2", "Kode"), text("B2", "Operasi")),
        format!(r#"<row r="3">{}{}</row>"#, text("B3", "Anggaran"), text("C3", "Realisasi")),
        format!(r#"<row r="4">{}{}</row>"#, text("A4", "5.1"), text("B4", "Belanja yang panjang")),
    ];
    let xml = format!(
        r#"<sheetData>{}</sheetData><mergeCells count="3"><mergeCell ref="A1:C1"/><mergeCell ref="B2:C2"/><mergeCell ref="B4:C4"/></mergeCells>"#,
        rows.concat()
    );
    let book = open(&xlsx(&[("Jan", "visible", &xml)])).unwrap();
    let texts = |row: usize| -> Vec<String> {
        book.sheets[0].table.records[row].cells.iter().map(Cell::to_text).collect()
    };
    assert_eq!(texts(0), ["REKAPITULASI BELANJA"]);
    assert_eq!(texts(1), ["Kode", "Operasi", "Operasi"]);
    assert_eq!(texts(3), ["5.1", "Belanja yang panjang"]);
}

#[test]
fn the_far_corner_costs_nothing_and_a_wall_of_far_cells_is_refused() {
    let corner = r#"<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="C1048576"><v>2</v></c></row></sheetData>"#;
    let book = open(&xlsx(&[("Jan", "visible", corner)])).unwrap();
    assert_eq!(book.sheets[0].table.records.len(), 1_048_576);
    let wall: String =
        (1..=1_300).map(|row| format!(r#"<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>"#)).collect();
    let wall = format!("<sheetData>{wall}</sheetData>");
    assert_eq!(
        open(&xlsx(&[("Dinding", "visible", &wall)])),
        Err(WorkbookError::TooManyCells { sheet: "Dinding".into() })
    );
}

#[test]
fn an_ods_is_read_and_its_repetitions_are_counted_before() {
    let fair = r#"<table:table-row><table:table-cell office:value-type="string"><text:p>Sewa gedung</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="float" office:value="2500000.5"/></table:table-row><table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
    let book = open(&ods(fair)).unwrap();
    assert_eq!(book.format, "ods");
    let cells: Vec<String> = book.sheets[0].table.records[0].cells.iter().map(Cell::to_text).collect();
    assert_eq!(cells, ["Sewa gedung", "", "", "2500000.5"]);
    let bomb = r#"<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16000" office:value-type="float" office:value="1"/></table:table-row>"#;
    assert_eq!(open(&ods(bomb)), Err(WorkbookError::TooManyCells { sheet: "Lembar".into() }));
}

#[test]
fn a_bomb_is_stopped_before_it_is_parsed() {
    let zeros = "0".repeat(3_000_000);
    let bytes = xlsx(&[("Jan", "visible", &format!("<sheetData><!--{zeros}--></sheetData>"))]);
    assert!(bytes.len() < 20_000);
    let limits = Limits { max_bytes: 1_000_000, ..Limits::default() };
    assert_eq!(
        read_workbook(&bytes, &limits),
        Err(WorkbookError::Inflated(CompressedError::TooLarge { limit: 1_000_000, unit: "bytes" }))
    );
}

#[test]
fn damage_is_named() {
    let good = xlsx(&[("Jan", "visible", "<sheetData/>")]);
    for bytes in [&good[..good.len() / 2], b"PK\x03\x04rest", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", b""] {
        assert!(open(bytes).is_err(), "{bytes:?}");
    }
    assert_eq!(open(&xlsx(&[])), Err(WorkbookError::NoSheet));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_open_or_fail(ole in any::<bool>(), bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        let head: &[u8] = if ole { b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" } else { b"PK\x03\x04" };
        let _ = open(&[head, &bytes].concat());
    }

    #[test]
    fn any_sheet_xml_opens_or_fails(xml in "(<(row|c|v|is|t|mergeCell)( (r|ref|t|s)=\"[A-Z]{0,4}[0-9]{0,8}(:[A-Z]{1,4}[0-9]{1,8})?\")?/?>|</(row|c|v|is|t)>|[0-9.eE+-]{1,9}){0,40}") {
        let _ = open(&xlsx(&[("Jan", "visible", &format!("<sheetData>{xml}</sheetData>"))]));
    }
}
