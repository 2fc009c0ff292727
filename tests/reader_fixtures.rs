//! Each kind of damage has a small file in `fixtures/read`, and beside it what must be read from it.
//!
//! `HEMAT_BLESS=1 cargo test -p hemat-io --test reader_fixtures` writes the expectations anew; read them before
//! committing.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test stops at the first surprise"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use hemat_io::read::budget::{DecimalMark, ReadOptions};
use hemat_io::read::{ReadError, read_budget};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/read")
}

fn told(path: &Path) -> String {
    let bytes = std::fs::read(path).unwrap();
    let name = path.file_name().unwrap().to_string_lossy();
    let budget = match read_budget(&bytes, &name, &ReadOptions::default()) {
        Ok(budget) => budget,
        Err(error) => return format!("{error}\n"),
    };
    let mut out = String::new();
    let t = budget.tally;
    writeln!(
        out,
        "{} {} {:?} header {:?}",
        budget.layout.as_str(),
        budget.encoding,
        budget.delimiter,
        budget.header_row
    )
    .unwrap();
    writeln!(
        out,
        "rows {} = {} used + {} set aside + {} not lines",
        t.rows_read, t.rows_used, t.rows_set_aside, t.rows_not_lines
    )
    .unwrap();
    writeln!(out, "rupiah {} = {} used + {} set aside", t.amount_read, t.amount_used, t.amount_set_aside)
        .unwrap();
    for l in &budget.lines {
        let c = &l.context;
        let part = l.row.part.map(|p| format!(".{p}")).unwrap_or_default();
        let account = c.account.as_ref().map_or("", |a| &a.code);
        let class = c.account.as_ref().and_then(|a| a.class).map(|c| format!("{c:?}")).unwrap_or_default();
        writeln!(
            out,
            "line {}{part} of {} | {:?} | {} | {} | {} | {account} {class} | {}",
            l.row.row, l.account_row, c.year, c.region, c.agency, c.activity, c.account_name
        )
        .unwrap();
        let quantity = l.quantity.as_ref().map(|q| q.to_string()).unwrap_or_default();
        let counts = format!("{:?} {:?} {:?}", l.persons(), l.days(), l.occurrences());
        let price = l.unit_price.map(|p| p.to_string()).unwrap_or_default();
        let before = l.amount_before.map(|b| format!(" (before: {b})")).unwrap_or_default();
        writeln!(
            out,
            "    {} / {} | {quantity} [{}] {counts} x {price} = {}{before}",
            l.heading, l.description, l.unit, l.amount
        )
        .unwrap();
    }
    for s in &budget.set_aside {
        writeln!(out, "aside {} {} {:?}", s.row, s.reason, s.amount).unwrap();
    }
    for d in &budget.diagnostics {
        writeln!(
            out,
            "{:?} {} {} row {:?}: {}",
            d.severity,
            d.name,
            d.text.as_deref().unwrap_or("-"),
            d.row,
            d.hint
        )
        .unwrap();
    }
    out
}

#[test]
fn every_damage_reads_as_expected() {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder()).unwrap().map(|e| e.unwrap().path()).collect();
    files.retain(|p| p.extension().is_some_and(|e| e == "csv"));
    files.sort();
    assert!(files.len() >= 25);
    let mut wrong = Vec::new();
    for path in files {
        let ours = told(&path);
        let expected = path.with_extension("expected");
        if std::env::var_os("HEMAT_BLESS").is_some() {
            std::fs::write(&expected, &ours).unwrap();
        }
        if std::fs::read_to_string(&expected).unwrap_or_default() != ours {
            wrong.push(format!("{}\n{ours}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The same budget saved in ten ways gives the same money, quantities and prices.
#[test]
fn one_budget_saved_in_many_ways() {
    let lines = |name: &str| {
        let bytes = std::fs::read(folder().join(name)).unwrap();
        let budget = read_budget(&bytes, name, &ReadOptions::default()).unwrap();
        let lines: Vec<_> = budget
            .lines
            .iter()
            .map(|l| (l.description.to_string(), l.quantity.clone(), l.unit_price, l.amount))
            .collect();
        (lines, budget.tally.amount_read)
    };
    let clean = lines("clean.csv");
    for name in [
        "01_doubly_encoded.csv",
        "02_codes_stripped.csv",
        "03_caret.csv",
        "04_x000d.csv",
        "05_row_quoted.csv",
    ] {
        assert_eq!(lines(name), clean, "{name}");
    }
}

#[test]
fn a_decimal_mark_settled_by_the_user() {
    let bytes = std::fs::read(folder().join("ambiguous_mark.csv")).unwrap();
    for (mark, amount) in [(DecimalMark::Comma, "2250"), (DecimalMark::Dot, "751.5")] {
        let options = ReadOptions { decimal_mark: Some(mark), ..ReadOptions::default() };
        let budget = read_budget(&bytes, "ambiguous_mark.csv", &options).unwrap();
        assert_eq!(budget.tally.amount_used.to_string(), amount);
        assert!(budget.set_aside.is_empty());
    }
}

#[test]
fn what_cannot_be_read_says_why() {
    let read = |bytes: &[u8]| read_budget(bytes, "x.csv", &ReadOptions::default());
    assert!(matches!(read(b""), Err(ReadError::Empty { .. })));
    assert!(matches!(read(b" \n\0\n"), Err(ReadError::Empty { .. })));
    let junk: Vec<u8> = (0..4000u32).map(|i| (i * 7919 % 251) as u8 & 0x1f).collect();
    assert!(matches!(read(&junk), Err(ReadError::NotText { .. })));
    let Err(ReadError::NoTable { found, missing, .. }) = read(b"Uraian,Jumlah\nMakan,5\n") else {
        panic!("read")
    };
    assert!(found.contains("Jumlah") && missing.contains("account_code"), "{found}; {missing}");
    let mapping = [("nilai".to_owned(), "Jumlah".to_owned())].into();
    let options = ReadOptions { mapping, ..ReadOptions::default() };
    let Err(ReadError::Mapping { reason, .. }) = read_budget(b"Uraian,Jumlah\n", "x.csv", &options) else {
        panic!("read")
    };
    assert!(reason.contains("account_code"), "{reason}");
}

#[test]
fn hostile_input_is_read_in_time() {
    let read = |bytes: &[u8]| read_budget(bytes, "x.csv", &ReadOptions::default()).map(|b| b.lines.len());
    let _ = read(&vec![b','; 100_000]);
    let _ = read(&vec![b'"'; 100_000]);
    let _ = read("x = 1 x ".repeat(40_000).as_bytes());
    let columns = format!("Kode Rekening,Uraian,Jumlah,{}\n5.1,a,1\n", "k,".repeat(10_000));
    let _ = read(columns.as_bytes());
    let note = "Ketua1 ok x 90,00 = 90,00 ".repeat(20_000);
    let _ =
        read(format!("Kode Rekening;Uraian;Jumlah;Keterangan\n5.2.2.01.01;a;1800000;{note}\n").as_bytes());
}

/// Every diagnostic that the reader can give has its page in both languages.
#[test]
fn every_diagnostic_is_in_the_catalogue() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    for page in ["docs/errors.md", "docs/errors.id.md"] {
        let catalogue = std::fs::read_to_string(root.join(page)).unwrap();
        for entry in std::fs::read_dir(folder()).unwrap() {
            let bytes = std::fs::read(entry.unwrap().path()).unwrap();
            let Ok(budget) = read_budget(&bytes, "x", &ReadOptions::default()) else { continue };
            for diagnostic in &budget.diagnostics {
                assert!(
                    catalogue.contains(&format!("## {}\n", diagnostic.name)),
                    "{page}: {}",
                    diagnostic.name
                );
            }
        }
    }
}
