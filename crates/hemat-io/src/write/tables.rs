//! Tables beside a report, for workbooks and folders of CSV: the files that were read, the lines of events, the rows
//! that were set aside.

use hemat_core::classify::Classification;
use hemat_core::cost_line::CostLine;
use hemat_core::lang::Lang;
use hemat_core::report::{Cell, Column, ColumnKind, Table};

use crate::analysis::Analysis;
use crate::read::budget::BudgetFile;
use crate::read::diagnostic::Severity;

/// Each file, how it was read, and where its rows and rupiah went.
#[must_use]
pub fn files_table(files: &[&BudgetFile], lang: Lang) -> Table {
    let column = |key, id: &str, en: &str, kind| Column::new(key, lang.pick(id, en), kind);
    let mut table = Table::new(
        "files",
        lang.pick("Sumber: berkas yang dibaca", "Sources: the files read"),
        vec![
            column("file", "Berkas", "File", ColumnKind::Text),
            column("layout", "Tata letak", "Layout", ColumnKind::Text),
            column("encoding", "Enkode", "Encoding", ColumnKind::Text),
            column("rows_read", "Baris dibaca", "Rows read", ColumnKind::Count),
            column("rows_used", "Baris dipakai", "Rows used", ColumnKind::Count),
            column("rows_set_aside", "Baris disisihkan", "Rows set aside", ColumnKind::Count),
            column("rows_not_lines", "Baris bukan rincian", "Rows that are no lines", ColumnKind::Count),
            column("amount_read", "Rupiah dibaca", "IDR read", ColumnKind::Rupiah),
            column("amount_used", "Rupiah dipakai", "IDR used", ColumnKind::Rupiah),
            column("amount_set_aside", "Rupiah disisihkan", "IDR set aside", ColumnKind::Rupiah),
            column("warnings", "Peringatan", "Warnings", ColumnKind::Count),
        ],
    );
    for file in files {
        let tally = &file.tally;
        let warnings = file.diagnostics.iter().filter(|d| d.severity >= Severity::Warning).count() as u64;
        table.row(vec![
            Cell::text(file.file.to_string()),
            Cell::text(file.layout.as_str()),
            Cell::text(file.encoding.clone()),
            Cell::Count(tally.rows_read),
            Cell::Count(tally.rows_used),
            Cell::Count(tally.rows_set_aside),
            Cell::Count(tally.rows_not_lines),
            Cell::Rupiah(tally.amount_read),
            Cell::Rupiah(tally.amount_used),
            Cell::Rupiah(tally.amount_set_aside),
            Cell::Count(warnings),
        ]);
    }
    table
}

/// The rows set aside, with their own cells; `None` if there are none.
#[must_use]
pub fn set_aside_table(files: &[&BudgetFile], lang: Lang) -> Option<Table> {
    let column = |key, id: &str, en: &str, kind| Column::new(key, lang.pick(id, en), kind);
    let mut table = Table::new(
        "set-aside",
        lang.pick("Baris yang disisihkan", "Rows set aside"),
        vec![
            column("file", "Berkas", "File", ColumnKind::Text),
            column("row", "Baris", "Row", ColumnKind::Count),
            column("reason", "Alasan", "Reason", ColumnKind::Text),
            column("amount", "Rupiah", "IDR", ColumnKind::Rupiah),
            column("cells", "Isi baris", "The row's cells", ColumnKind::Text),
        ],
    );
    for file in files {
        for row in &file.set_aside {
            table.row(vec![
                Cell::text(file.file.to_string()),
                Cell::Count(row.row),
                Cell::text(row.reason),
                Cell::rupiah(row.amount),
                Cell::text(row.cells.join(" | ")),
            ]);
        }
    }
    (!table.rows().is_empty()).then_some(table)
}

/// The lines of all events, each with the id of its event.
#[must_use]
pub fn event_lines_table(analyses: &[Analysis], lang: Lang) -> Table {
    let mut table = empty_lines(lang.pick("Rincian tiap kegiatan", "The lines of events"), lang);
    for analysis in analyses {
        for event in &analysis.grouping.events {
            for at in &event.lines {
                if let (Some(line), Some(class)) = (analysis.budget.lines.get(*at), analysis.classes.get(*at))
                {
                    table.row(line_cells(&event.id, line, class));
                }
            }
        }
    }
    table
}

/// Every line as read.
#[must_use]
pub fn lines_table(lines: &[(&CostLine, &Classification)], lang: Lang) -> Table {
    let mut table = empty_lines(lang.pick("Semua rincian", "All lines"), lang);
    for (line, class) in lines {
        table.row(line_cells("", line, class));
    }
    table
}

fn empty_lines(caption: &str, lang: Lang) -> Table {
    let column = |key, id: &str, en: &str, kind| Column::new(key, lang.pick(id, en), kind);
    Table::new(
        "lines",
        caption,
        vec![
            column("event", "Kegiatan (id)", "Event (id)", ColumnKind::Text),
            column("file", "Berkas", "File", ColumnKind::Text),
            column("row", "Baris", "Row", ColumnKind::Count),
            column("part", "Bagian", "Part", ColumnKind::Count),
            column("year", "Tahun", "Year", ColumnKind::Text),
            column("agency", "Instansi", "Agency", ColumnKind::Text),
            column("activity", "Kegiatan anggaran", "Budget activity", ColumnKind::Text),
            column("account_code", "Kode rekening", "Account code", ColumnKind::Text),
            column("account_name", "Nama rekening", "Account name", ColumnKind::Text),
            column("heading", "Judul", "Heading", ColumnKind::Text),
            column("description", "Uraian", "Description", ColumnKind::Text),
            column("quantity", "Volume", "Quantity", ColumnKind::Text),
            column("unit_price", "Harga satuan (Rp)", "Unit price (IDR)", ColumnKind::Rupiah),
            column("amount", "Jumlah (Rp)", "Amount (IDR)", ColumnKind::Rupiah),
            column("date", "Tanggal", "Date", ColumnKind::Text),
            column("cost_kind", "Jenis", "Kind", ColumnKind::Text),
            column("venue_kind", "Jenis tempat", "Kind of venue", ColumnKind::Text),
        ],
    )
}

fn line_cells(event: &str, line: &CostLine, class: &Classification) -> Vec<Cell> {
    let context = &line.context;
    let part = line.row.part.map_or(Cell::Empty, |part| Cell::Count(u64::from(part)));
    vec![
        Cell::text(event),
        Cell::text(line.row.file.to_string()),
        Cell::Count(line.row.row),
        part,
        context.year.map_or(Cell::Unknown, Cell::Year),
        Cell::text(context.agency.to_string()),
        Cell::text(context.activity.to_string()),
        context.account.as_ref().map_or(Cell::Empty, |account| Cell::text(account.code.to_string())),
        Cell::text(context.account_name.to_string()),
        Cell::text(line.heading.to_string()),
        Cell::text(line.description.to_string()),
        line.quantity.as_ref().map_or(Cell::Unknown, |quantity| Cell::text(quantity.to_string())),
        Cell::rupiah(line.unit_price),
        Cell::Rupiah(line.amount),
        line.date.map_or(Cell::Empty, Cell::Date),
        Cell::text(class.cost_kind.as_str()),
        Cell::text(class.venue_kind.as_str()),
    ]
}
