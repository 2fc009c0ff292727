//! Parsers of one cell: numbers, quantities, details of a note, codes, days.

use std::path::Path;

use hemat_core::date::Date;
use hemat_core::money::Rupiah;
use hemat_io::read::account_code::read_code;
use hemat_io::read::detail::{NotePiece, read_details};
use hemat_io::read::number::{Number, read_number};
use hemat_io::read::pok_line::{PokLine, amounts_that_sum, read_pok};
use hemat_io::read::quantity::{read_formula, read_quantity};
use hemat_io::read::title::{one_line, year_in};

use super::{Target, pair, seeds, text};

pub(super) const TARGETS: &[Target] = &[
    Target { name: "number", run: number, seeds: numbers, smoke: 20_000 },
    Target { name: "quantity", run: quantity, seeds: quantities, smoke: 20_000 },
    Target { name: "detail", run: detail, seeds: details, smoke: 5_000 },
    Target { name: "pok_line", run: pok_line, seeds: pok_lines, smoke: 5_000 },
    Target { name: "account_code", run: account_code, seeds: codes, smoke: 20_000 },
    Target { name: "date", run: date, seeds: dates, smoke: 20_000 },
];

/// Any text is a number or says why not; a number printed in plain digits is read as itself.
fn number(bytes: &[u8]) {
    let Ok(read) = read_number(&text(bytes)) else { return };
    let values = match read {
        Number::Plain(value) | Number::Marked(value, _) => vec![value],
        Number::Ambiguous { comma, dot } => {
            assert_ne!(comma, dot, "one reading is not ambiguous");
            vec![comma, dot]
        }
    };
    for value in values {
        let whole = value.trunc();
        let again = read_number(&whole.to_string());
        assert!(matches!(again, Ok(Number::Plain(v)) if v == whole), "{value} printed and read is {again:?}");
    }
}

fn numbers(_: &Path) -> Vec<Vec<u8>> {
    seeds::texts(&[
        "1.234.567,00",
        "12.500.000",
        "6,150,000",
        "677927731381,00",
        "603942827388.61",
        "1.250.000^00",
        "Rp918.886.900,00",
        "(2.611.976.000,00)",
        "412,3 Jt",
        "1,4 M",
        "2.61024E+11",
        "1.500",
        "-5",
        "0",
        "-",
    ])
}

/// Any text is a quantity or not; the factors of one multiply to its total.
fn quantity(bytes: &[u8]) {
    let text = text(bytes);
    for read in [read_quantity(&text), read_formula(&text, 12.into(), "oh")].into_iter().flatten() {
        assert!(!read.total().is_sign_negative() || read.total().is_zero(), "{read} is less than nothing");
    }
}

fn quantities(_: &Path) -> Vec<Vec<u8>> {
    seeds::texts(&[
        "50 Orang x 2 Hari x 1 Kali",
        "(30 org x 2 hari x 4 klpk)240 oh x 28.500,00",
        "[100 ORG x 1 HR]",
        "1200 OP x @10000",
        "245 Orang / Kali",
        "Golongan 212 org",
        "3 kegiatan",
        "1,5 jam",
    ])
}

/// Any note is read, with and without the amount of its account; where the details are said to sum, they do.
fn detail(bytes: &[u8]) {
    let text = text(bytes);
    let (note, amount) = pair(&text);
    let amount = Rupiah::parse_canonical(amount.trim()).ok();
    let _ = read_details(&[NotePiece { row: 1, text: note }], amount);
}

fn details(root: &Path) -> Vec<Vec<u8>> {
    let mut all = seeds::texts(&[
        "Sewa ruangan termasuk komsumsi Bimtek PBJ120 orang/hari x 145.000,00 = 17.400.000,00\n%%\n17400000",
        "- Snack 30 dos x 10.000^00 = 300.000^00\n- Makan 30 dos x 30.000,00 = 900.000,00\n%%\n1200000",
        "Honor\nNarasumber 2 org x 3 jam x 900.000,00\n%%\n5400000",
    ]);
    all.extend(seeds::lines(seeds::files(root, "tests/fixtures/read", ".csv")));
    all
}

/// Central detail lines are read; amounts that are said to sum to the whole do.
fn pok_line(bytes: &[u8]) {
    let text = text(bytes);
    let (lines, whole) = pair(&text);
    let read = read_pok(lines);
    let details: Vec<_> = read
        .iter()
        .filter_map(|line| if let PokLine::Detail(detail) = line { Some(detail) } else { None })
        .collect();
    let whole = Rupiah::parse_canonical(whole.trim()).unwrap_or(Rupiah::ZERO);
    if let Some(amounts) = amounts_that_sum(&details, whole) {
        assert_eq!(Rupiah::try_sum(amounts), Ok(whole));
    }
}

fn pok_lines(_: &Path) -> Vec<Vec<u8>> {
    seeds::texts(&[
        "  - Paket Rapat [40 org x 2 hr x 3 kali]\t\t240.0 oh\t1.150.000\t\t276.000.000\n%%\n276000000",
        "1. Cetak Laporan ( 1, PKT, @ 750000 ); \n%%\n750000",
        "> Diskusi\n- Uang Harian [200 org x 3 hr] 600 oh 110000 66000000\n%%\n66000000",
    ])
}

/// Any text is a code or not; an account is digits and dots, and read again it is itself.
fn account_code(bytes: &[u8]) {
    let Some(split) = read_code(&text(bytes)) else { return };
    if let Some(account) = split.account {
        assert!(account.code.chars().all(|c| c.is_ascii_digit() || c == '.'), "{:?}", account.code);
    }
}

fn codes(_: &Path) -> Vec<Vec<u8>> {
    seeds::texts(&[
        "5.1.02.01.01.0052",
        "5.2.2.07.03",
        "1.22 . 1.22.01 . 15.03 . 5.2.2.07.02 ",
        "524114",
        "5.1.02.01.01.024",
        "4.1.01.06.01.0001 Pajak Hotel",
        "5 2 2 11 02",
    ])
}

/// A day that is read is a day of the calendar, and printed it is what was read.
fn date(bytes: &[u8]) {
    let text = text(bytes);
    if let Some(day) = Date::parse_iso(&text) {
        assert_eq!(Date::from_ymd(day.year().into(), day.month(), day.day()), Some(day));
        assert_eq!(Date::parse_iso(&day.to_string()), Some(day));
        assert_eq!(day.plus_days(1).and_then(|next| next.minus_days(1)).unwrap_or(day), day);
    }
    if let Some(year) = year_in(&text) {
        assert!((2000..2100).contains(&year));
    }
    assert!(!one_line(&text).contains(['\n', '\r']));
}

fn dates(_: &Path) -> Vec<Vec<u8>> {
    seeds::texts(&[
        "2018-11-23",
        "2026-02-29",
        "2199-12-31",
        "1900-01-01T00:00",
        "TA 2026",
        "2018-11-23 10:00:00",
    ])
}
