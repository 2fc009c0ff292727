//! The package is read back by the readers that the workbooks use.

use std::io::{Cursor, Read};

use hemat_core::lang::Lang;
use hemat_core::letter::{Letter, LetterKind};
use hemat_core::money::Rupiah;
use hemat_core::report::{Cell, Column, ColumnKind, Section, Table};
use quick_xml::Reader;
use quick_xml::events::Event;

use super::write_letter_docx;

const HOSTILE: &str = "</w:t><w:t>A & B \"x\" ‹isi› \u{1b}[2J \u{202e}abc \u{ffff}";

fn letter(text: &str) -> Letter {
    let mut table = Table::new(
        "t",
        "Tabel",
        vec![Column::new("a", "Uraian", ColumnKind::Text), Column::new("b", "Jumlah", ColumnKind::Rupiah)],
    );
    table.row(vec![Cell::text(text), Cell::Rupiah(Rupiah::from_whole(1_500_000))]);
    table.total(vec![Cell::text("Jumlah"), Cell::Rupiah(Rupiah::from_whole(1_500_000))]);
    let one = |t: &str| vec![t.to_owned()];
    Letter {
        kind: LetterKind::Request,
        lang: Lang::Id,
        place_and_date: "‹tempat›, ‹tanggal›".to_owned(),
        heads: vec![("Perihal".to_owned(), text.to_owned())],
        addressee: one("Yth. PPID"),
        salutation: "Dengan hormat,".to_owned(),
        opening: one("Pembuka"),
        parts: vec![Section::new("p", "1. Bagian").paragraph("Isi").list(one("butir")).table(table)],
        closing: one("Penutup"),
        signature: one("‹nama›"),
        notes: one("catatan"),
    }
}

fn bytes(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    write_letter_docx(&letter(text), &mut out).unwrap();
    out
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The text runs, each its own string; fails if the XML is not well formed.
fn texts(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut texts, mut inside) = (Vec::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(e) if e.name().as_ref() == "w:t" => {
                inside = true;
                texts.push(String::new());
            }
            Event::End(e) if e.name().as_ref() == "w:t" => inside = false,
            Event::Text(e) if inside => texts.last_mut().unwrap().push_str(&e),
            Event::GeneralRef(e) if inside => {
                let name = e.to_string();
                let c = match &*name {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    other => panic!("unknown entity {other}"),
                };
                texts.last_mut().unwrap().push(c);
            }
            Event::Eof => return texts,
            _ => {}
        }
    }
}

#[test]
fn every_text_of_the_letter_is_in_the_document_in_order() {
    let texts = texts(&part(&bytes("Seminar"), "word/document.xml"));
    let expected = [
        "‹tempat›",
        ", ",
        "‹tanggal›",
        "Perihal: Seminar",
        "Yth. PPID",
        "Dengan hormat,",
        "Pembuka",
        "1. Bagian",
        "Isi",
        "•",
        "butir",
        "Tabel",
        "Uraian",
        "Jumlah",
        "Seminar",
        "1.500.000",
        "Jumlah",
        "1.500.000",
        "Penutup",
        "‹nama›",
        "catatan",
    ];
    assert_eq!(texts, expected);
}

#[test]
fn hostile_text_stays_text() {
    let xml = part(&bytes(HOSTILE), "word/document.xml");
    let texts = texts(&xml);
    let whole = texts.concat();
    assert!(whole.contains("</w:t><w:t>A & B \"x\" ‹isi› \u{241b}[2J <U+202E>abc \u{fffd}"), "{whole}");
    assert!(!xml.contains('\u{1b}') && !xml.contains('\u{202e}') && !xml.contains('\u{ffff}'));
}

#[test]
fn what_is_to_be_filled_in_is_marked_and_nothing_else() {
    let xml = part(&bytes("tanpa isian › dan ‹ saja"), "word/document.xml");
    assert_eq!(xml.matches("w:highlight").count(), 3, "place, date, name");
}

#[test]
fn the_package_is_the_same_each_time_and_tells_no_time() {
    let package = bytes("Seminar");
    assert_eq!(package, bytes("Seminar"));
    let mut zip = zip::ZipArchive::new(Cursor::new(&package[..])).unwrap();
    let names: Vec<String> = zip.file_names().map(|n| n.unwrap().into_owned()).collect();
    for part_name in ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml"] {
        assert!(names.iter().any(|n| n == part_name), "{part_name}");
    }
    for at in 0..zip.len() {
        let entry = zip.by_index(at).unwrap();
        let day = entry.last_modified().map(|t| (t.year(), t.month(), t.day()));
        assert_eq!(day, Some((1980, 1, 1)), "{:?}", entry.name());
    }
    for name in names {
        texts(&part(&package, &name));
    }
}

#[test]
fn columns_share_the_page() {
    let xml = part(&bytes("x"), "word/document.xml");
    let widths: Vec<usize> = xml
        .split("<w:gridCol w:w=\"")
        .skip(1)
        .map(|t| t.split('"').next().unwrap().parse().unwrap())
        .collect();
    assert_eq!(widths.len(), 2);
    let sum: usize = widths.iter().sum();
    assert!((super::table::PAGE_WIDTH - 2..=super::table::PAGE_WIDTH).contains(&sum), "{widths:?}");
}
