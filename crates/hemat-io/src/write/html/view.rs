//! The page as the template needs it: texts that are safe to show, drawings that are done.

use std::io;

use minijinja::Value;
use serde::Serialize;

use hemat_core::lang::Lang;
use hemat_core::report::{Block, Chart, Figures, Report, Section, publication};

use super::chart::{Key, draw};
use super::labels::Labels;
use super::policy::content_security_policy;
use super::print::style_sheet;
use super::table::{TableView, shown, table_view};

const SCRIPT: &str = include_str!("../../../templates/html/page.js");

/// The section of this id stands at the head of the page, with the lead.
const SUMMARY: &str = "summary";

#[derive(Debug, Serialize)]
pub(super) struct Page {
    lang: &'static str,
    kind: &'static str,
    title: String,
    labels: Labels,
    /// The labels once more, for the script.
    labels_json: Value,
    policy: String,
    style: Value,
    script: Value,
    lead: Vec<String>,
    summary: Vec<BlockView>,
    sections: Vec<SectionView>,
    version: &'static str,
}

#[derive(Debug, Serialize)]
struct SectionView {
    id: String,
    heading: String,
    blocks: Vec<BlockView>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
enum BlockView {
    Paragraph { text: String },
    List { items: Vec<String> },
    Table { table: TableView },
    Quote { text: String, evidence: Option<&'static str>, sources: Vec<String> },
    Chart { chart: ChartView },
}

#[derive(Debug, Serialize)]
struct ChartView {
    title: String,
    alternative: String,
    drawing: Value,
    keys: Vec<Key>,
    beside: Option<String>,
    table: Option<TableView>,
}

/// Everything the template shows.
///
/// # Errors
/// [`io::ErrorKind::Other`] if the labels cannot be written as JSON.
pub(super) fn page(report: &Report) -> io::Result<Page> {
    let lang = report.lang;
    let labels = Labels::of(lang);
    let style = style_sheet(&report.title, labels.page, "/");
    let mut ids = Ids::default();
    let (mut summary, mut sections) = (Vec::new(), Vec::new());
    let added = publication(report.kind, lang);
    for section in report.sections.iter().chain(&added) {
        let blocks = section.blocks.iter().map(|block| ids.block(block, section, lang));
        if section.id == SUMMARY {
            summary.extend(blocks);
        } else {
            let blocks = blocks.collect();
            sections.push(SectionView {
                id: section.id.to_owned(),
                heading: shown(&section.heading),
                blocks,
            });
        }
    }
    let labels_json = serde_json::to_string(&labels)?.replace('<', "\\u003c");
    Ok(Page {
        lang: lang.code(),
        kind: report.kind,
        title: shown(&report.title),
        labels_json: Value::from_safe_string(labels_json),
        labels,
        policy: content_security_policy(SCRIPT, &style),
        style: Value::from_safe_string(style),
        script: Value::from_safe_string(SCRIPT.to_owned()),
        lead: report.lead.iter().filter(|text| !quoted(report, text)).map(|text| shown(text)).collect(),
        summary,
        sections,
        version: env!("CARGO_PKG_VERSION"),
    })
}

/// True if the sentence stands in the quotation above the lead already.
fn quoted(report: &Report, sentence: &str) -> bool {
    report.sections.iter().filter(|s| s.id == SUMMARY).flat_map(|s| &s.blocks).any(|block| match block {
        Block::Quote(quote) => quote.text.contains(sentence),
        _ => false,
    })
}

/// Numbers the charts and the chart's own tables, so that every id on the page is its own.
#[derive(Debug, Default)]
struct Ids {
    charts: usize,
}

impl Ids {
    fn block(&mut self, block: &Block, section: &Section, lang: Lang) -> BlockView {
        match block {
            Block::Paragraph(text) => BlockView::Paragraph { text: shown(text) },
            Block::List(items) => BlockView::List { items: items.iter().map(|item| shown(item)).collect() },
            Block::Table(table) | Block::Listing(table) => {
                BlockView::Table { table: table_view(table, table_id(table.id), &section.heading, lang) }
            }
            Block::Quote(quote) => BlockView::Quote {
                text: shown(&quote.text),
                evidence: quote.evidence.map(|e| e.label(lang)),
                sources: quote.sources.iter().map(|source| shown(source)).collect(),
            },
            Block::Chart(chart) => BlockView::Chart { chart: self.chart(chart, lang) },
        }
    }

    fn chart(&mut self, chart: &Chart, lang: Lang) -> ChartView {
        self.charts += 1;
        let id = format!("chart-{}", self.charts);
        let (drawing, keys) = draw(chart, &id, lang);
        let (beside, table) = match &chart.figures {
            Figures::Beside(table) => (Some(table_id(table)), None),
            Figures::Own(table) => (None, Some(table_view(table, format!("{id}-table"), &chart.title, lang))),
        };
        ChartView {
            title: shown(&chart.title),
            alternative: shown(&chart.alternative),
            drawing: Value::from_safe_string(drawing),
            keys,
            beside,
            table,
        }
    }
}

fn table_id(id: &str) -> String {
    format!("table-{id}")
}
