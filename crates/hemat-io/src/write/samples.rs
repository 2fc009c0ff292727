//! Small reports built by hand, for the tests of all writers. Every place and amount is made up.

use std::sync::Arc;

use hemat_core::date::Date;
use hemat_core::estimate::Estimate;
use hemat_core::evidence::Evidence;
use hemat_core::lang::Lang;
use hemat_core::money::Rupiah;
use hemat_core::report::{Cell, Column, ColumnKind, Report, Section, Table};
use hemat_core::source::{RowRef, SourceRef};
use rust_decimal::Decimal;

pub(super) fn rupiah(n: i64) -> Rupiah {
    Rupiah::from_whole(n)
}

pub(super) fn range(low: i64, likely: i64, high: i64) -> Estimate<Rupiah> {
    Estimate::try_new(rupiah(low), rupiah(likely), rupiah(high)).unwrap()
}

/// One table with every kind of cell.
pub(super) fn table(lang: Lang) -> Table {
    let column = |key, id: &str, en: &str, kind| Column::new(key, lang.pick(id, en), kind);
    let mut table = Table::new(
        "venues",
        lang.pick("Biaya menurut tempat", "Cost by venue"),
        vec![
            column("venue", "Tempat", "Venue", ColumnKind::Text),
            column("total", "Biaya (Rp)", "Cost (IDR)", ColumnKind::Rupiah),
            column("saving", "Penghematan (Rp)", "Saving (IDR)", ColumnKind::Rupiah),
            column("seats", "Kursi", "Seats", ColumnKind::Count),
            column("share", "Porsi", "Share", ColumnKind::Percent),
            column("from", "Sejak", "Since", ColumnKind::Text),
            column("evidence", "Bukti", "Evidence", ColumnKind::Text),
            column("source", "Sumber", "Source", ColumnKind::Source),
        ],
    );
    table.row(vec![
        Cell::text("Hotel Contoh"),
        Cell::Range(range(30_000_000, 33_480_000, 41_850_000)),
        Cell::Rupiah(Rupiah::ZERO),
        Cell::Count(1_200),
        Cell::Percent(Decimal::new(625, 1)),
        Cell::Date(Date::from_ymd(2018, 11, 23).unwrap()),
        Cell::Evidence(Evidence::Quote),
        Cell::Source(SourceRef::document("Penawaran tertulis 12 Oktober 2018, halaman 2")),
    ]);
    table.row(vec![
        Cell::text("Aula Contoh"),
        Cell::AtLeast(range(500_000, 500_000, 750_000)),
        Cell::Unknown,
        Cell::CountRange(Estimate::try_new(100, 120, 150).unwrap()),
        Cell::Percent(Decimal::ZERO),
        Cell::Empty,
        Cell::Evidence(Evidence::Tariff),
        Cell::Source(SourceRef::Row(RowRef { file: Arc::from("rincian.csv"), row: 12, part: Some(3) })),
    ]);
    table.total(vec![
        Cell::text(lang.pick("Jumlah", "Total")),
        Cell::Rupiah(Rupiah::from_sen(3_398_000_050)),
        Cell::Rupiah(rupiah(-1_250_000)),
    ]);
    table
}

/// A report with every kind of block.
pub(super) fn report(lang: Lang) -> Report {
    let pick = |id: &str, en: &str| lang.pick(id, en).to_owned();
    let section = Section::new("venues", pick("Tempat", "Venues"))
        .paragraph(pick("Harga pada hari kegiatan.", "Prices on the day of the event."))
        .table(table(lang))
        .list(vec![
            pick("Tarif aula tanpa kebersihan.", "The hall's rate is without cleaning."),
            pick("Jumlah peserta: 100–150.", "Participants: 100–150."),
        ]);
    let nothing = Table::new("none", "", vec![Column::new("id", "Id", ColumnKind::Text)]);
    Report {
        kind: "sample",
        lang,
        title: pick("Perbandingan tempat", "Comparison of venues"),
        lead: vec![pick(
            "Belum dapat disimpulkan: harga konsumsi di aula tidak diketahui, sehingga biayanya hanya batas bawah.",
            "Cannot tell: the price of food at the hall is not known, so that its cost is only a lower bound.",
        )],
        sections: vec![section, Section::new("rest", pick("Sisanya", "The rest")).table(nothing)],
        data: table(lang),
    }
}

/// A report in which one text stands everywhere a text can stand.
pub(super) fn report_of(text: &str) -> Report {
    let mut table = Table::new(
        "hostile",
        text,
        vec![
            Column::new("text", text, ColumnKind::Text),
            Column::new("amount", "Rp", ColumnKind::Rupiah),
            Column::new("source", "Sumber", ColumnKind::Source),
        ],
    );
    let cells = || {
        vec![
            Cell::Text(text.to_owned()),
            Cell::Rupiah(rupiah(-12_500_000)),
            Cell::Source(SourceRef::document(text)),
        ]
    };
    table.row(cells());
    table.total(cells());
    Report {
        kind: "hostile",
        lang: Lang::Id,
        title: text.to_owned(),
        lead: vec![text.to_owned()],
        sections: vec![
            Section::new("all", text).paragraph(text).list(vec![text.to_owned()]).table(table.clone()),
        ],
        data: table,
    }
}

/// What a writer writes, as text.
pub(super) fn written(write: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>) -> String {
    let mut out = Vec::new();
    write(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}
