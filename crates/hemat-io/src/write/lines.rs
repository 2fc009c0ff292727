//! Cost lines as CSV: the contract of `hemat lines`.

use std::io::{self, Write};

use hemat_core::classify::Classification;
use hemat_core::cost_line::CostLine;
use hemat_core::lang::Lang;
use hemat_core::report::{Cell, Column, ColumnKind, Report, Section, Table};

use crate::read::budget::BudgetFile;
use crate::write::safe::csv_safe;

/// The columns, in order.
pub const LINE_COLUMNS: [&str; 23] = [
    "file",
    "row",
    "part",
    "account_row",
    "year",
    "region",
    "agency",
    "activity_code",
    "activity",
    "account_code",
    "account_name",
    "heading",
    "description",
    "quantity",
    "unit",
    "persons",
    "days",
    "occurrences",
    "unit_price",
    "amount",
    "cost_kind",
    "venue_kind",
    "confidence",
];

/// Writes the lines of one file; `header` for the first file only.
///
/// `quantity` is the product of the factors; unknown values are empty. Text is made inert for spreadsheets.
///
/// # Errors
/// What the output reports.
pub fn write_lines<'a>(
    lines: impl IntoIterator<Item = (&'a CostLine, &'a Classification)>,
    header: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut csv = csv::Writer::from_writer(out);
    if header {
        let columns: Vec<&str> = LINE_COLUMNS.iter().copied().chain(["reason"]).collect();
        csv.write_record(&columns)?;
    }
    for (line, class) in lines {
        csv.write_record(record(line, class))?;
    }
    csv.flush()
}

fn record(line: &CostLine, class: &Classification) -> Vec<String> {
    let context = &line.context;
    let number = |value: Option<u32>| value.map(|n| n.to_string()).unwrap_or_default();
    let text = |value: &str| csv_safe(value).into_owned();
    vec![
        text(&line.row.file),
        line.row.row.to_string(),
        line.row.part.map(|p| p.to_string()).unwrap_or_default(),
        line.account_row.to_string(),
        context.year.map(|y| y.to_string()).unwrap_or_default(),
        text(&context.region),
        text(&context.agency),
        text(&context.activity_code),
        text(&context.activity),
        context.account.as_ref().map(|a| text(&a.code)).unwrap_or_default(),
        text(&context.account_name),
        text(&line.heading),
        text(&line.description),
        line.quantity.as_ref().map(|q| q.total().to_string()).unwrap_or_default(),
        text(&line.unit),
        number(line.persons()),
        number(line.days()),
        number(line.occurrences()),
        line.unit_price.map(|p| p.to_string()).unwrap_or_default(),
        line.amount.to_string(),
        class.cost_kind.as_str().to_owned(),
        class.venue_kind.as_str().to_owned(),
        class.confidence.as_str().to_owned(),
        text(&class.reason),
    ]
}

/// Writes the rows set aside: file, row, reason, rupiah, then the cells as the file has them.
///
/// # Errors
/// What the output reports.
pub fn write_set_aside(files: &[&BudgetFile], out: &mut dyn Write) -> io::Result<()> {
    let mut csv = csv::WriterBuilder::new().flexible(true).from_writer(out);
    csv.write_record(["file", "row", "reason", "amount", "cells"])?;
    for file in files {
        for row in &file.set_aside {
            let mut record = vec![
                csv_safe(&file.file).into_owned(),
                row.row.to_string(),
                row.reason.to_owned(),
                row.amount.map(|a| a.to_string()).unwrap_or_default(),
            ];
            record.extend(row.cells.iter().map(|cell| csv_safe(cell).into_owned()));
            csv.write_record(record)?;
        }
    }
    csv.flush()
}

/// How many of the largest lines a report for people shows.
const LARGEST: usize = 40;

/// The lines as a report for people: the largest ones, by amount. All lines are in the CSV.
#[must_use]
pub fn lines_report(lines: &[(&CostLine, &Classification)], lang: Lang) -> Report {
    let column = |key, id: &str, en: &str, kind| Column::new(key, lang.pick(id, en), kind);
    let mut table = Table::new(
        "lines",
        "",
        vec![
            column("source", "Baris", "Row", ColumnKind::Source),
            column("description", "Uraian", "Description", ColumnKind::Text),
            column("quantity", "Volume", "Quantity", ColumnKind::Text),
            column("unit_price", "Harga satuan (Rp)", "Unit price (IDR)", ColumnKind::Rupiah),
            column("amount", "Jumlah (Rp)", "Amount (IDR)", ColumnKind::Rupiah),
            column("cost_kind", "Jenis", "Kind", ColumnKind::Text),
            column("venue_kind", "Tempat", "Venue", ColumnKind::Text),
        ],
    );
    let mut largest: Vec<_> = lines.iter().collect();
    largest.sort_by(|(a, _), (b, _)| (b.amount, &a.row).cmp(&(a.amount, &b.row)));
    for (line, class) in largest.into_iter().take(LARGEST) {
        let name = if line.description.is_empty() { &line.context.account_name } else { &line.description };
        table.row(vec![
            Cell::text(line.row.to_string()),
            Cell::text(name.to_string()),
            line.quantity.as_ref().map_or(Cell::Unknown, |q| Cell::text(q.to_string())),
            Cell::rupiah(line.unit_price),
            Cell::Rupiah(line.amount),
            Cell::text(class.cost_kind.label(lang)),
            Cell::text(class.venue_kind.label(lang)),
        ]);
    }
    let count = lines.len();
    let shown = count.min(LARGEST);
    let lead = match lang {
        Lang::Id => format!("{count} rincian; {shown} terbesar ditampilkan. Semua: --format csv."),
        Lang::En => format!("{count} lines; the {shown} largest are shown. All of them: --format csv."),
    };
    Report {
        kind: "lines",
        lang,
        title: lang.pick("Rincian belanja", "Cost lines").to_owned(),
        lead: vec![lead],
        sections: vec![
            Section::new("lines", lang.pick("Rincian terbesar", "The largest lines")).table(table.clone()),
        ],
        data: table,
    }
}

/// All lines as JSON, `hemat.lines/1`: one object a line with the columns of the CSV, all values as text.
///
/// # Errors
/// What the output reports.
pub fn write_lines_json(lines: &[(&CostLine, &Classification)], out: &mut dyn Write) -> io::Result<()> {
    let columns: Vec<&str> = LINE_COLUMNS.iter().copied().chain(["reason"]).collect();
    writeln!(out, "{{\"schema\":\"hemat.lines/1\",\"lines\":[")?;
    for (at, (line, class)) in lines.iter().enumerate() {
        let object: serde_json::Map<String, serde_json::Value> = columns
            .iter()
            .map(ToString::to_string)
            .zip(record(line, class).into_iter().map(Into::into))
            .collect();
        serde_json::to_writer(&mut *out, &object)?;
        writeln!(out, "{}", if at + 1 < lines.len() { "," } else { "" })?;
    }
    writeln!(out, "]}}")
}
