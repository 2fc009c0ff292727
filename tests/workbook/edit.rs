//! Cells of a workbook changed in its own XML, as somebody would who types into it and saves.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Changes the numbers of cells of one sheet (`xl/worksheets/sheet2.xml`), and spoils the stored result of every
/// formula of the workbook: who reads figures afterwards has computed them.
pub(crate) fn changed(book: &[u8], sheet: &str, cells: &[(String, String)]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(book)).unwrap();
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        if name.starts_with("xl/worksheets/sheet") {
            let mut text = String::from_utf8(bytes).unwrap();
            if name == sheet {
                for (cell, number) in cells {
                    text = with_number(&text, cell, number);
                }
            }
            bytes = spoiled(&text).into_bytes();
        }
        out.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        out.write_all(&bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

fn with_number(xml: &str, cell: &str, number: &str) -> String {
    let start = xml.find(&format!("<c r=\"{cell}\"")).unwrap_or_else(|| panic!("no cell {cell}"));
    let (before, rest) = xml.split_at(start);
    let (tag, rest) = rest.split_once("<v>").unwrap();
    assert!(!tag.contains("</c>") && !tag.contains("<f>"), "{cell} holds no number: {tag}");
    let (_, after) = rest.split_once("</v>").unwrap();
    format!("{before}{tag}<v>{number}</v>{after}")
}

/// Stored results of formulas become 7.
fn spoiled(xml: &str) -> String {
    let mut parts = xml.split("</f><v>");
    let mut out = parts.next().unwrap().to_owned();
    for part in parts {
        let (_, rest) = part.split_once("</v>").unwrap();
        out.push_str("</f><v>7</v>");
        out.push_str(rest);
    }
    out
}
