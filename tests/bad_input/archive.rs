//! Workbooks and archives made by hand, so that each can lie in its own way.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A zip of these entries, deflated.
pub(crate) fn zipped<N: AsRef<str>, B: AsRef<[u8]>>(entries: &[(N, B)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in entries {
        writer.start_file(name.as_ref(), options).unwrap();
        writer.write_all(bytes.as_ref()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The parts of an XLSX of one sheet whose XML is given, by their names.
pub(crate) fn parts(sheet: &str) -> Vec<(String, Vec<u8>)> {
    let part = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
    vec![
        part(
            "[Content_Types].xml",
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"#,
        ),
        part(
            "_rels/.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        part(
            "xl/workbook.xml",
            r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="RKA" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
        ),
        part(
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
        part("xl/worksheets/sheet1.xml", sheet),
    ]
}

/// An XLSX of one sheet.
pub(crate) fn xlsx(sheet: &str) -> Vec<u8> {
    zipped(&parts(sheet))
}

/// A sheet with these rows (XML of `<row>`).
pub(crate) fn sheet(rows: &str) -> String {
    format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    )
}

/// A row of texts, as the format's inline strings.
pub(crate) fn row(number: usize, cells: &[&str]) -> String {
    let cell = |(at, text): (usize, &&str)| {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        format!(
            r#"<c r="{}{number}" t="inlineStr"><is><t>{text}</t></is></c>"#,
            (b'A' + u8::try_from(at).unwrap()) as char
        )
    };
    format!(r#"<row r="{number}">{}</row>"#, cells.iter().enumerate().map(cell).collect::<String>())
}

/// The sheet of a CSV file.
pub(crate) fn sheet_of(text: &[u8]) -> String {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text);
    let rows = reader.records().enumerate().map(|(at, record)| {
        let record = record.unwrap();
        row(at + 1, &record.iter().collect::<Vec<_>>())
    });
    sheet(&rows.collect::<String>())
}

/// A compound file (OLE) with these streams: what a workbook with a password is, and what old XLS files are.
///
/// Sectors of 512 bytes: one of the allocation table, one directory, then the streams, each large enough to need no
/// small-sector table.
pub(crate) fn compound(streams: &[&str]) -> Vec<u8> {
    const SECTOR: usize = 512;
    const EACH: usize = 8; // sectors of a stream: 4,096 bytes, the least outside the small-sector table
    const END: u32 = 0xffff_fffe;
    let mut fat = vec![0xffff_fffd, END];
    for stream in 0..streams.len() {
        let first = 2 + stream * EACH;
        fat.extend((1..EACH).map(|i| (first + i) as u32));
        fat.push(END);
    }
    fat.resize(SECTOR / 4, 0xffff_ffff);
    let mut header = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    header.resize(24, 0);
    for short in [0x3e_u16, 3, 0xfffe, 9, 6] {
        header.extend(short.to_le_bytes());
    }
    header.resize(44, 0);
    for word in [1_u32, 1, 0, 4096, END, 0, END, 0, 0] {
        header.extend(word.to_le_bytes());
    }
    header.resize(SECTOR, 0xff);
    let mut directory = Vec::new();
    directory.extend(entry("Root Entry", 5, 1, END, 0));
    for (at, name) in streams.iter().enumerate() {
        directory.extend(entry(name, 2, u32::MAX, (2 + at * EACH) as u32, (SECTOR * EACH) as u64));
    }
    directory.resize(SECTOR, 0);
    let mut file = header;
    file.extend(fat.iter().flat_map(|word| word.to_le_bytes()));
    file.extend(directory);
    file.resize(file.len() + SECTOR * EACH * streams.len(), 7);
    file
}

fn entry(name: &str, kind: u8, child: u32, first: u32, size: u64) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    entry.resize(64, 0);
    entry.extend(((name.len() as u16 + 1) * 2).to_le_bytes());
    entry.extend([kind, 1]);
    for word in [u32::MAX, u32::MAX, child] {
        entry.extend(word.to_le_bytes());
    }
    entry.resize(116, 0);
    entry.extend(first.to_le_bytes());
    entry.extend(size.to_le_bytes());
    entry
}
