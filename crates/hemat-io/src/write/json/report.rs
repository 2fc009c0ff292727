//! Any report as JSON, `hemat.report/1`: every cell with its type, so that nothing has to be guessed.

use std::io;

use serde::Serialize;

use hemat_core::date::Date;
use hemat_core::estimate::Estimate;
use hemat_core::evidence::Evidence;
use hemat_core::money::Rupiah;
use hemat_core::report::{Block, Cell, Chart, ColumnKind, Figures, Report, RowRole, Table};
use hemat_core::source::SourceRef;

use super::write_pretty;

/// Writes a report as JSON with the schema `hemat.report/1`.
///
/// # Errors
/// Whatever `out` fails with.
pub fn write_report_json(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    let sections = report.sections.iter().map(|section| SectionJson {
        id: section.id,
        heading: &section.heading,
        blocks: section.blocks.iter().map(block).collect(),
    });
    let value = ReportJson {
        schema: "hemat.report/1",
        kind: report.kind,
        lang: report.lang.code(),
        title: &report.title,
        lead: &report.lead,
        sections: sections.collect(),
        data: table(&report.data),
    };
    write_pretty(&value, out)
}

#[derive(Serialize)]
struct ReportJson<'a> {
    schema: &'static str,
    kind: &'a str,
    lang: &'a str,
    title: &'a str,
    lead: &'a [String],
    sections: Vec<SectionJson<'a>>,
    data: TableJson<'a>,
}

#[derive(Serialize)]
struct SectionJson<'a> {
    id: &'a str,
    heading: &'a str,
    blocks: Vec<BlockJson<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum BlockJson<'a> {
    Paragraph(&'a str),
    List(&'a [String]),
    Table(TableJson<'a>),
    Chart(ChartJson<'a>),
    Quote { text: &'a str, evidence: Option<Evidence>, sources: &'a [String] },
    Listing(TableJson<'a>),
}

/// A chart without its drawing: the figures stand in a table, in the chart or `beside` it under that id.
#[derive(Serialize)]
struct ChartJson<'a> {
    id: &'a str,
    title: &'a str,
    alternative: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    beside: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    table: Option<TableJson<'a>>,
}

#[derive(Serialize)]
struct TableJson<'a> {
    id: &'a str,
    caption: &'a str,
    columns: Vec<ColumnJson<'a>>,
    rows: Vec<RowJson<'a>>,
}

#[derive(Serialize)]
struct ColumnJson<'a> {
    key: &'a str,
    heading: &'a str,
    kind: &'static str,
}

#[derive(Serialize)]
struct RowJson<'a> {
    role: &'static str,
    cells: Vec<CellJson<'a>>,
}

/// A cell: `{"type":"rupiah","value":"500000"}`. `at-least` holds lower bounds: its values are no range of the
/// whole.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
enum CellJson<'a> {
    Empty,
    Unknown,
    Text { value: &'a str },
    Rupiah { value: Rupiah },
    Range(Estimate<Rupiah>),
    AtLeast(Estimate<Rupiah>),
    Count { value: u64 },
    CountRange(Estimate<u32>),
    Percent { value: String },
    Date { value: Date },
    Year { value: u16 },
    Evidence { value: Evidence },
    Source { value: Option<&'a SourceRef> },
}

fn block(block: &Block) -> BlockJson<'_> {
    match block {
        Block::Paragraph(text) => BlockJson::Paragraph(text),
        Block::List(items) => BlockJson::List(items),
        Block::Table(content) => BlockJson::Table(table(content)),
        Block::Chart(content) => BlockJson::Chart(chart(content)),
        Block::Quote(quote) => {
            BlockJson::Quote { text: &quote.text, evidence: quote.evidence, sources: &quote.sources }
        }
        Block::Listing(content) => BlockJson::Listing(table(content)),
    }
}

fn chart(chart: &Chart) -> ChartJson<'_> {
    let (beside, own) = match &chart.figures {
        Figures::Beside(id) => (Some(*id), None),
        Figures::Own(own) => (None, Some(table(own))),
    };
    ChartJson { id: &chart.id, title: &chart.title, alternative: &chart.alternative, beside, table: own }
}

fn table(table: &Table) -> TableJson<'_> {
    let columns = table.columns.iter();
    let rows = table.rows().iter().map(|row| RowJson {
        role: match row.role {
            RowRole::Detail => "detail",
            RowRole::Total => "total",
        },
        cells: row.cells.iter().map(cell).collect(),
    });
    TableJson {
        id: table.id,
        caption: &table.caption,
        columns: columns
            .map(|c| ColumnJson { key: c.key, heading: &c.heading, kind: kind(c.kind) })
            .collect(),
        rows: rows.collect(),
    }
}

fn kind(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Text => "text",
        ColumnKind::Rupiah => "rupiah",
        ColumnKind::Count => "count",
        ColumnKind::Percent => "percent",
        ColumnKind::Source => "source",
    }
}

fn cell(cell: &Cell) -> CellJson<'_> {
    match cell {
        Cell::Empty => CellJson::Empty,
        Cell::Unknown => CellJson::Unknown,
        Cell::Text(value) => CellJson::Text { value },
        Cell::Rupiah(value) => CellJson::Rupiah { value: *value },
        Cell::Range(range) => CellJson::Range(*range),
        Cell::AtLeast(range) => CellJson::AtLeast(*range),
        Cell::Count(value) => CellJson::Count { value: *value },
        Cell::CountRange(range) => CellJson::CountRange(*range),
        Cell::Percent(percent) => CellJson::Percent { value: percent.normalize().to_string() },
        Cell::Date(value) => CellJson::Date { value: *value },
        Cell::Year(value) => CellJson::Year { value: *value },
        Cell::Evidence(value) => CellJson::Evidence { value: *value },
        Cell::Source(SourceRef::NotStated) => CellJson::Source { value: None },
        Cell::Source(source) => CellJson::Source { value: Some(source) },
    }
}
