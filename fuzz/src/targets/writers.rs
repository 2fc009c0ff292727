//! Writers: any text in any place of a report, written in every format. What is written is read back.

use std::io::Cursor;
use std::path::Path;

use calamine::{Reader, Xlsx};
use hemat_core::lang::Lang;
use hemat_core::letter::{Letter, LetterKind};
use hemat_core::money::Rupiah;
use hemat_core::report::{Cell, Column, ColumnKind, Report, Section, Table};
use hemat_io::read::budget::ReadOptions;
use hemat_io::read::read_budget;
use hemat_io::write::csv::write_csv;
use hemat_io::write::docx::write_letter_docx;
use hemat_io::write::html::write_html;
use hemat_io::write::json::write_report_json;
use hemat_io::write::letter_markdown::write_letter_markdown;
use hemat_io::write::lines::write_set_aside;
use hemat_io::write::markdown::write_markdown;
use hemat_io::write::text::write_text;
use hemat_io::write::xlsx::{Book, write_xlsx};

use super::{Target, seeds, text};

pub(super) const TARGETS: &[Target] = &[
    Target { name: "write_text", run: as_text, seeds: hostile, smoke: 2_000 },
    Target { name: "write_csv", run: as_csv, seeds: hostile, smoke: 5_000 },
    Target { name: "write_json", run: as_json, seeds: hostile, smoke: 5_000 },
    Target { name: "write_markdown", run: as_markdown, seeds: hostile, smoke: 5_000 },
    Target { name: "write_html", run: as_html, seeds: hostile, smoke: 1_000 },
    Target { name: "write_xlsx", run: as_xlsx, seeds: hostile, smoke: 400 },
    Target { name: "write_docx", run: as_docx, seeds: hostile, smoke: 1_000 },
    Target { name: "write_set_aside", run: set_aside, seeds: fixtures, smoke: 2_000 },
];

fn table(text: &str) -> Table {
    let columns =
        vec![Column::new("name", "Nama", ColumnKind::Text), Column::new("amount", text, ColumnKind::Rupiah)];
    let mut table = Table::new("t", text, columns);
    for line in text.split('\n').take(20) {
        table.row(vec![Cell::text(line), Cell::Rupiah(Rupiah::from_whole(line.len() as i64))]);
    }
    table.total(vec![Cell::text(text), Cell::Unknown]);
    table
}

fn report(text: &str) -> Report {
    Report {
        kind: "lines",
        lang: if text.len().is_multiple_of(2) { Lang::Id } else { Lang::En },
        title: text.to_owned(),
        lead: vec![text.to_owned()],
        sections: vec![
            Section::new("s", text)
                .paragraph(text)
                .list(vec![text.to_owned(), "b".to_owned()])
                .table(table(text)),
        ],
        data: table(text),
    }
}

fn written(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> Vec<u8> {
    let mut out = Vec::new();
    write(&mut out).expect("memory takes what is written");
    out
}

fn utf8(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("what is written is UTF-8")
}

/// Nothing that a terminal obeys.
fn as_text(bytes: &[u8]) {
    let out = utf8(written(|out| write_text(&report(&text(bytes)), 60, out)));
    assert!(!out.chars().any(|c| c.is_control() && c != '\n'), "{out:?}");
}

/// As many cells in every row as columns, and none that a spreadsheet would compute.
fn as_csv(bytes: &[u8]) {
    let out = written(|out| write_csv(&report(&text(bytes)), out));
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&*out);
    let mut width = None;
    for record in reader.records() {
        let record = record.expect("what is written is CSV");
        assert_eq!(record.len(), *width.get_or_insert(record.len()));
        assert!(!record.iter().any(|cell| cell.starts_with(['=', '+', '@', '\t', '\r'])), "{record:?}");
    }
}

fn as_json(bytes: &[u8]) {
    let out = written(|out| write_report_json(&report(&text(bytes)), out));
    let _: serde_json::Value = serde_json::from_slice(&out).expect("what is written is JSON");
}

/// No control characters but line ends, and no tag that a page would run.
fn as_markdown(bytes: &[u8]) {
    let out = utf8(written(|out| write_markdown(&report(&text(bytes)), out)));
    assert!(!out.chars().any(|c| c.is_control() && c != '\n'), "{out:?}");
    assert!(!out.to_lowercase().contains("<script"), "{out}");
}

/// The text is in the page as text: the page has the tags of a page about nothing, and no more.
fn as_html(bytes: &[u8]) {
    let text = text(bytes);
    let page = |text: &str| utf8(written(|out| write_html(&report(text), out)));
    let scripts = |page: &str| page.to_lowercase().matches("<script").count();
    let written = page(&text);
    assert_eq!(scripts(&written), scripts(&page("x")), "{written}");
    let lower = written.to_lowercase();
    for tag in ["<iframe", "<object", "<embed", "href=\"javascript:", "src=\"javascript:"] {
        assert!(!lower.contains(tag), "{tag}");
    }
    assert!(!written.contains(" onerror=\"") && !written.contains("<img"), "{written}");
}

/// A workbook opens, and no text became a formula.
fn as_xlsx(bytes: &[u8]) {
    let report = report(&text(bytes));
    let out = written(|out| write_xlsx(&Book::of(&report), out));
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(out)).expect("what is written is a workbook");
    for name in book.sheet_names() {
        assert!(book.worksheet_range(&name).is_ok());
        let formulas = book.worksheet_formula(&name).expect("its formulas can be read");
        assert!(formulas.used_cells().next().is_none(), "a formula in {name}");
    }
}

/// A letter is a package whose text is XML, and Markdown without control characters.
fn as_docx(bytes: &[u8]) {
    let text = text(bytes);
    let one = || vec![text.to_string()];
    let letter = Letter {
        kind: LetterKind::Request,
        lang: Lang::Id,
        place_and_date: text.to_string(),
        heads: vec![(text.to_string(), text.to_string())],
        addressee: one(),
        salutation: text.to_string(),
        opening: one(),
        parts: vec![Section::new("s", &*text).paragraph(&*text).table(table(&text))],
        closing: one(),
        signature: one(),
        notes: one(),
    };
    let package = written(|out| write_letter_docx(&letter, out));
    let mut zip = zip::ZipArchive::new(Cursor::new(package)).expect("what is written is a zip");
    let mut xml = String::new();
    let mut part = zip.by_name("word/document.xml").expect("it has its text");
    std::io::Read::read_to_string(&mut part, &mut xml).expect("which is UTF-8");
    assert!(!xml.chars().any(|c| c.is_control() && c != '\n'), "{xml:?}");
    assert!(xml.ends_with("</w:document>") || xml.trim_end().ends_with("</w:document>"));
    let markdown = utf8(written(|out| write_letter_markdown(&letter, out)));
    assert!(!markdown.chars().any(|c| c.is_control() && c != '\n'), "{markdown:?}");
}

fn hostile(_: &Path) -> Vec<Vec<u8>> {
    seeds::texts(&[
        "Makan rapat",
        "=cmd|'/c calc'!A1",
        "+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "| a | b |\n|---|---|",
        "\u{1b}[2J\u{1b}]0;x\u{7}",
        "\u{202e}gnirahes",
        "a\0b",
        "\u{ffff}\u{fffe}",
        "]]>",
        "&amp;&lt;",
        "{{ x }}{% raw %}",
        "éß漢字🙂\u{200d}",
        "=HYPERLINK(\"http://x\")",
        "'=1",
        "_x0041_",
        "1.500",
        "\r\n\r\n# Judul\n> kutip\n```\n",
    ])
}

/// Rows set aside keep their text, whatever it is, and are CSV.
fn set_aside(bytes: &[u8]) {
    let Ok(budget) = read_budget(bytes, "fuzz", &ReadOptions::default()) else { return };
    let out = written(|out| write_set_aside(&[&budget], out));
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(&*out);
    let rows = reader.records().fold(0, |rows, record| {
        record.expect("what is written is CSV");
        rows + 1
    });
    assert_eq!(rows, budget.set_aside.len());
}

fn fixtures(root: &Path) -> Vec<Vec<u8>> {
    seeds::files(root, "tests/fixtures/read", ".csv")
}
