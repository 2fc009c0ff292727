//! A report of one's own as a page: a report is a value of typed cells, and every format is written from it.
//!
//! `cargo run -p hemat-io --example write_html > laporan.html`
#![allow(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;

use hemat_core::lang::Lang;
use hemat_core::money::Rupiah;
use hemat_core::redaction::Redactor;
use hemat_core::report::{Cell, Column, ColumnKind, Report, Section, Table};
use hemat_io::write::html::write_html;

fn main() -> Result<(), Box<dyn Error>> {
    let mut table = Table::new(
        "costs",
        "Biaya tempat",
        vec![
            Column::new("venue", "Tempat", ColumnKind::Text),
            Column::new("amount", "Jumlah (Rp)", ColumnKind::Rupiah),
        ],
    );
    table.row(vec![
        Cell::text("Hotel Contoh, pesan a.n. Budi Santoso"),
        Cell::Rupiah(Rupiah::from_whole(25_000_000)),
    ]);
    // Text of a stranger is escaped by the writer; unknown is not zero.
    table.row(vec![Cell::text("Aula <b>Contoh</b>"), Cell::Unknown]);
    let mut report = Report {
        kind: "example",
        lang: Lang::Id,
        title: "Contoh laporan".to_owned(),
        lead: vec!["Dua tempat, satu harga tidak diketahui.".to_owned()],
        sections: vec![Section::new("costs", "Biaya").table(table.clone())],
        data: table,
    };
    // Before a report is handed on: personal data is masked.
    let mut redactor = Redactor::new(report.lang);
    report.each_text(&mut |text| redactor.mask_in_place(text));
    write_html(&report, &mut std::io::stdout().lock())?;
    Ok(())
}
