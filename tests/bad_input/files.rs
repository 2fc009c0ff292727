//! Budget files that are wrong as a whole: nothing in them, no table in them, not what their name says.

use std::io::Write;

use crate::archive::zipped;
use crate::budget::{HEAD, START, VENUES, budget, good};
use crate::case::Case;

const EMPTY: &str = "the file is empty";
const NOT_TEXT: &str = "not a text file or workbook";
const NO_TABLE: &str = "no table of budget lines found";

/// Files that give nothing: what is wrong, the bytes, what is said.
fn unreadable() -> Vec<(&'static str, Vec<u8>, &'static [&'static str])> {
    let page = "<!DOCTYPE html><html><head><title>404</title></head><body><h1>Halaman tidak ditemukan</h1></body></html>\n";
    let pdf = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".as_slice(), &[0, 1, 2, 3, 200, 7].repeat(500)].concat();
    vec![
        ("empty", Vec::new(), &[EMPTY]),
        ("blanks", b" \t \n \r\n ".to_vec(), &[EMPTY]),
        ("NUL alone", vec![0; 4096], &[EMPTY]),
        ("a byte-order mark alone", b"\xef\xbb\xbf".to_vec(), &["b.csv: "]),
        ("a UTF-16 mark alone", b"\xff\xfe".to_vec(), &["b.csv: "]),
        ("one letter", b"a".to_vec(), &[NO_TABLE, "--mapping"]),
        ("one number", b"4000000".to_vec(), &[NO_TABLE]),
        ("prose", b"Yth. Bapak dan Ibu, bersama ini kami sampaikan RKA.\n".to_vec(), &[NO_TABLE]),
        ("a web page", page.as_bytes().to_vec(), &[NO_TABLE]),
        ("XML", b"<?xml version=\"1.0\"?><rka><baris jumlah=\"5\"/></rka>".to_vec(), &[NO_TABLE]),
        ("a refusal in JSON", b"{\"error\": \"token expired\"}".to_vec(), &["b.csv: "]),
        ("JSON cut short", b"[{\"uraian\": \"Rapat\", \"jumlah\": ".to_vec(), &["b.csv: "]),
        ("JSON 100,000 deep", "[".repeat(100_000).into_bytes(), &["b.csv: "]),
        ("JSON of numbers", b"[1, 2, 3]".to_vec(), &["b.csv: "]),
        ("PDF", pdf, &[NOT_TEXT, "save it as CSV or XLSX"]),
        ("PNG", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0".to_vec(), &[NOT_TEXT]),
        ("a program", [b"\x7fELF\x02\x01\x01".as_slice(), &[0; 57]].concat(), &[NOT_TEXT]),
        ("noise", noise(20_000), &[NOT_TEXT, "tried: UTF-8, UTF-16"]),
        ("control characters", (1..32).cycle().take(3000).collect(), &[NOT_TEXT]),
        ("delimiters alone", b",,,,,,\n,,,,,,\n".to_vec(), &[NO_TABLE]),
        ("quotes alone", b"\"\"\"\"\"\"\"\n\"\"\"".to_vec(), &[NO_TABLE]),
        ("an open quote alone", b"\"".to_vec(), &[NO_TABLE]),
        ("titles alone", b"PEMERINTAH KABUPATEN CONTOH\nPENJABARAN APBD 2026\n".to_vec(), &[NO_TABLE]),
        (
            "foreign columns",
            b"nama,alamat,telepon\nA,B,1\nC,D,2\n".to_vec(),
            &[NO_TABLE, "columns found", "missing"],
        ),
        (
            "no amount column",
            b"year,description,quantity\n2026,Rapat,5\n".to_vec(),
            &[NO_TABLE, "missing", "amount"],
        ),
        ("no description column", b"year,amount\n2026,5000\n".to_vec(), &[NO_TABLE, "missing"]),
        ("a shell script", b"#!/bin/sh\nrm -rf /\n".to_vec(), &[NO_TABLE]),
        ("gzip cut short", gzipped(budget("").as_bytes())[..40].to_vec(), &["the archive is damaged"]),
        ("gzip head alone", b"\x1f\x8b".to_vec(), &["the archive is damaged"]),
        ("gzip of nothing", gzipped(b""), &["b.csv: "]),
        ("gzip four deep", gzipped(&gzipped(&gzipped(&gzipped(budget("").as_bytes())))), &["3 layers"]),
        ("zip of nothing", zipped::<&str, &[u8]>(&[]), &["holds no budget file", "it holds: nothing"]),
        (
            "zip of pictures",
            zipped(&[("a.png", "x"), ("b.png", "y")]),
            &["holds no budget file", "a.png, b.png"],
        ),
        ("zip of several", zipped(&[("a.csv", "x"), ("b.csv", "y")]), &["several files", "a.csv, b.csv"]),
        ("zip head alone", b"PK\x03\x04".to_vec(), &["the archive is damaged"]),
        (
            "zip with a password",
            encrypted(zipped(&[("rka.csv", budget(""))])),
            &["needs a password", "by hand"],
        ),
        (
            "zip with a lying checksum",
            damaged(zipped(&[("rka.csv", budget(""))])),
            &["the archive is damaged"],
        ),
        ("zip in zip in zip in zip", nested(4), &["3 layers"]),
    ]
}

/// Bytes that mean nothing, the same every time.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 88_172_645_463_325_252_u64;
    let step = |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    };
    // The first bytes are no mark of an archive or of an encoding.
    b"zz".iter().copied().chain((0..length).map(step)).collect()
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

fn nested(depth: usize) -> Vec<u8> {
    (0..depth).fold(budget("").into_bytes(), |bytes, _| zipped(&[("dalam.zip", bytes)]))
}

/// The flag of an encrypted entry, in both of its headers.
fn encrypted(mut zip: Vec<u8>) -> Vec<u8> {
    zip[6] |= 1;
    let central = zip.windows(4).position(|w| w == b"PK\x01\x02").unwrap();
    zip[central + 8] |= 1;
    zip
}

/// Another checksum, in both headers.
fn damaged(mut zip: Vec<u8>) -> Vec<u8> {
    zip[14] ^= 0xff;
    let central = zip.windows(4).position(|w| w == b"PK\x01\x02").unwrap();
    zip[central + 16] ^= 0xff;
    zip
}

/// Files that are damaged and still hold their good row: what is wrong, the bytes, code with `--strict`, what is said.
fn damaged_but_read() -> Vec<(&'static str, Vec<u8>, i32, &'static [&'static str])> {
    let row = |text: &str| format!("{START} {text},40 orang x 2 hari,OH,50000,4000000");
    let utf16 = |text: &str| -> Vec<u8> {
        [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
    };
    let mixed =
        [budget(&row("caf\u{e9}")).into_bytes(), b"2026,,,,,,,Caf\xe9 rapat,,,,5000\n".to_vec()].concat();
    let wide: String = format!("{HEAD}{}\n{}{}\n", ",x".repeat(10_000), good(), ",1".repeat(10_000));
    vec![
        ("NUL in a cell", budget(&row("a\0b")).into_bytes(), 0, &[]),
        ("NUL between all letters", budget("").bytes().flat_map(|b| [b, 0]).collect(), 0, &[]),
        (
            "UTF-16 cut in a letter",
            utf16(&budget(&row("x")))[..].split_last().unwrap().1.to_vec(),
            3,
            &["b.csv:3: amount-unreadable"],
        ),
        ("UTF-8 and Latin-1 in one file", mixed, 0, &[]),
        ("no line end at the end", budget(&row("x")).trim_end().as_bytes().to_vec(), 0, &[]),
        ("three line ends", format!("{HEAD}\r\n{}\r{}\n", good(), row("y")).into_bytes(), 0, &[]),
        ("form feeds", format!("{HEAD}\n\u{c}{}\n\u{c}\n", good()).into_bytes(), 0, &[]),
        (
            "an open quote in the middle",
            budget(&format!("{START} \"dan kudapan,40,OH,50000,2000000\n{}", row("z"))).into_bytes(),
            0,
            &[],
        ),
        (
            "an open quote at the start",
            budget(&format!("\"{}\n{}", row("y"), row("z"))).into_bytes(),
            0,
            &["unclosed-quote"],
        ),
        (
            "an open quote in the last row",
            budget("2026,\"Kabupaten,,,,,,Rapat,,,,5000").into_bytes(),
            0,
            &["b.csv:3: unclosed-quote"],
        ),
        ("10,000 columns", wide.into_bytes(), 0, &[]),
        ("the header twice", budget(&format!("{HEAD}\n{}", row("z"))).into_bytes(), 0, &[]),
        (
            "a row cut short",
            budget("2026,Kabupaten Contoh,Dinas Satu").into_bytes(),
            3,
            &["b.csv:3: amount-missing"],
        ),
        ("a row too long", budget(&format!("{},1,2,3", row("z"))).into_bytes(), 0, &[]),
        ("gzip", gzipped(budget("").as_bytes()), 0, &[]),
        ("zip with ..", zipped(&[("../../../tmp/rka.csv", budget(""))]), 0, &[]),
        ("zip with an absolute path", zipped(&[("/etc/rka.csv", budget(""))]), 0, &[]),
        ("three zips in each other", nested(3), 0, &[]),
    ]
}

/// Paths: the arguments, the code, what is said.
const PATHS: &[(&str, &str, i32, &[&str])] = &[
    ("nothing there", "lines {}/tiada.csv", 2, &["tiada.csv", "No such file"]),
    ("a folder", "lines {}", 0, &[]),
    ("a folder without budgets", "lines docs/checks", 2, &["no budget file in this folder"]),
    ("a folder inspected", "inspect {}", 0, &[]),
    ("a path below a file", "lines {}/b.csv/c.csv", 2, &["b.csv/c.csv", "Not a directory"]),
    ("an empty path", "lines ", 2, &["FILES"]),
    ("twice by ..", "lines {}/b.csv {}/../../{}/b.csv", 2, &["given twice"]),
    ("twice by .", "lines {}/b.csv {}/./b.csv", 2, &["given twice"]),
    ("a name of 5,000 letters", "lines {}/LONG", 2, &["too long"]),
    ("a name that begins with a hyphen", "lines -b.csv", 2, &["-b"]),
    ("a device that never ends", "lines /dev/zero", 2, &["/dev/zero", "split it and give the parts"]),
    ("an empty device", "lines /dev/null", 2, &["the file is empty"]),
    ("an address", "lines https://example.go.id/rka.csv", 2, &["https://example.go.id/rka.csv"]),
    ("a pattern", "lines {}/*.csv", 0, &[]),
    ("a pattern of nothing", "lines {}/*.xlsx", 2, &["*.xlsx"]),
];

/// All files.
pub(crate) fn cases() -> Vec<Case> {
    let mut all = Vec::new();
    for (name, bytes, says) in unreadable() {
        for command in ["lines", "inspect", "savings"] {
            let args = match command {
                "savings" => format!("savings {{}}/b.csv --venues {VENUES}"),
                _ => format!("{command} {{}}/b.csv"),
            };
            let case = Case::new(format!("{command}: {name}"), &args, 2).file("b.csv", bytes.clone());
            all.push(case.says(&["b.csv"]).says(says));
        }
    }
    for (name, bytes, code, says) in damaged_but_read() {
        let case = Case::new(name, "lines {}/b.csv --strict --format csv", code).file("b.csv", bytes);
        all.push(case.says(says).shows(&["Makan rapat,80,OH,40,2,,50000,4000000"]));
    }
    for (name, args, code, says) in PATHS {
        let args = args.replace("LONG", &"a".repeat(5000));
        all.push(Case::new(format!("path: {name}"), &args, *code).file("b.csv", budget("")).says(says));
    }
    all
}
