//! Workbooks read back by another crate: texts stay texts, nothing is a formula, large amounts are told.

use std::io::Cursor;

use calamine::{Data, DataType, Reader, Xlsx, open_workbook_from_rs};
use hemat_core::lang::Lang;
use hemat_core::money::Rupiah;
use hemat_core::report::{Cell, Column, ColumnKind, Report, Table};

use super::{Book, write_xlsx};
use crate::write::samples::{report, report_of};

fn opened(report: &Report) -> Xlsx<Cursor<Vec<u8>>> {
    let mut bytes = Vec::new();
    write_xlsx(&Book::of(report), &mut bytes).unwrap();
    open_workbook_from_rs(Cursor::new(bytes)).unwrap()
}

#[test]
fn hostile_texts_stay_texts() {
    let texts = [
        "=cmd|' /C calc'!A0",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "<script>alert(1)</script>&amp;",
        "_x0041_ dan ]]>",
        "https://a.id file:///c:/x mailto:a@b.id",
        "internal:Sheet1!A1",
        "baris satu\nbaris dua",
        "TRUE",
        "2024-01-01",
        "007",
    ];
    for text in texts {
        let mut book = opened(&report_of(text));
        for name in book.sheet_names() {
            let formulas = book.worksheet_formula(&name).unwrap();
            assert!(formulas.used_cells().all(|(_, _, f)| f.is_empty()), "{text:?} on {name}");
        }
        let data = book.worksheet_range("Data").unwrap();
        let cells: Vec<&Data> = data.used_cells().map(|(_, _, cell)| cell).collect();
        let same =
            cells.iter().filter(|c| matches!(c, Data::String(found) if found.trim() == text.trim())).count();
        assert!(same >= 4, "{text:?}: {cells:?}");
        assert!(cells.contains(&&Data::Float(-12_500_000.0)), "{text:?}: numbers stay numbers");
    }
}

#[test]
fn control_characters_become_visible_and_long_texts_are_cut() {
    let mut book = opened(&report_of("a\u{1b}[2J\u{202e}b\u{0}"));
    let data = book.worksheet_range("Data").unwrap();
    assert!(
        data.used_cells().any(|(_, _, c)| *c == Data::String("a\u{241b}[2J<U+202E>b\u{2400}".to_owned()))
    );
    let mut book = opened(&report_of(&"😀".repeat(40_000)));
    let data = book.worksheet_range("Data").unwrap();
    let longest =
        data.used_cells().filter_map(|(_, _, c)| c.as_string()).map(|t| t.encode_utf16().count()).max();
    assert_eq!(longest, Some(32_767));
}

#[test]
fn every_kind_of_cell_has_its_type() {
    for lang in [Lang::Id, Lang::En] {
        let mut book = opened(&report(lang));
        let data = book.worksheet_range("Data").unwrap();
        let row = |at: u32| {
            (0..20).map(|c| data.get_value((at, c)).cloned().unwrap_or_default()).collect::<Vec<_>>()
        };
        let first = row(2);
        assert_eq!(first[1..4], [30_000_000.0, 33_480_000.0, 41_850_000.0].map(Data::Float));
        assert!(first.iter().any(|c| matches!(c, Data::DateTime(_))), "{first:?}");
        assert!(first.contains(&Data::Float(62.5)), "a percent: {first:?}");
        let second = row(3);
        let word = lang.pick("tidak: batas bawah", "no: lower bound");
        assert_eq!(second[4], Data::String(word.to_owned()), "{second:?}");
        let unknown = lang.pick("tidak diketahui", "unknown").to_owned();
        assert_eq!(second[5], Data::String(unknown), "{second:?}");
    }
}

#[test]
fn amounts_that_a_workbook_cannot_hold_are_told() {
    let mut table = Table::new("t", "", vec![Column::new("amount", "Rp", ColumnKind::Rupiah)]);
    table.row(vec![Cell::Rupiah(Rupiah::from_whole(90_000_000_000_000))]);
    table.row(vec![Cell::Rupiah(Rupiah::parse_canonical("9007199254740993.25").unwrap())]);
    let report = Report { data: table, sections: Vec::new(), ..report(Lang::Id) };
    let mut book = opened(&report);
    let told = book.worksheet_range("Ketelitian").unwrap();
    let texts: Vec<String> = told.used_cells().map(|(_, _, c)| c.to_string()).collect();
    assert!(
        texts.contains(&"Rp9.007.199.254.740.993,25".to_owned()) && texts.contains(&"A4".to_owned()),
        "{texts:?}"
    );
    assert_eq!(texts.iter().filter(|t| t.starts_with("Rp9")).count(), 1, "{texts:?}");
}
