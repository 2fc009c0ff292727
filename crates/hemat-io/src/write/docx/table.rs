//! Tables: one grid, a heading row that repeats on every page, numbers at the right.

use hemat_core::lang::Lang;
use hemat_core::report::{ColumnKind, RowRole, Table};

use super::run::{Look, paragraph};

/// Width of the text on the page, in twentieths of a point: A4 less two margins of 2 cm.
pub(super) const PAGE_WIDTH: usize = 9638;

/// A cell's text counts at least and at most so many characters when the page is shared out among the columns.
const NARROWEST: usize = 5;
const WIDEST: usize = 40;

/// Appends a table with its caption; a table without rows says so.
pub(super) fn table(table: &Table, lang: Lang, out: &mut String) {
    if !table.caption.is_empty() {
        paragraph(&table.caption, Look { bold: true, ..Look::default() }, out);
    }
    if table.rows().is_empty() {
        paragraph(lang.pick("(tidak ada baris)", "(no rows)"), Look::default(), out);
        return;
    }
    let widths = widths(table, lang);
    let borders: String = ["top", "left", "bottom", "right", "insideH", "insideV"]
        .iter()
        .map(|side| format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>"))
        .collect();
    out.push_str(&format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{PAGE_WIDTH}\" w:type=\"dxa\"/><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
    ));
    for width in &widths {
        out.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
    }
    out.push_str("</w:tblGrid>");
    let kinds: Vec<ColumnKind> = table.columns.iter().map(|c| c.kind).collect();
    let headings: Vec<String> = table.columns.iter().map(|c| c.heading.clone()).collect();
    row(&headings, &kinds, &widths, Some("<w:tblHeader/>"), out);
    for line in table.rows() {
        let cells: Vec<String> = line.cells.iter().map(|cell| cell.display(lang)).collect();
        row(&cells, &kinds, &widths, (line.role == RowRole::Total).then_some(""), out);
    }
    out.push_str("</w:tbl>");
    // Two tables without a paragraph between them would become one.
    paragraph("", Look { style: "Line", ..Look::default() }, out);
}

/// A row; `bold` holds further properties of a row in bold.
fn row(cells: &[String], kinds: &[ColumnKind], widths: &[usize], bold: Option<&str>, out: &mut String) {
    out.push_str("<w:tr><w:trPr><w:cantSplit/>");
    out.push_str(bold.unwrap_or(""));
    out.push_str("</w:trPr>");
    for ((text, kind), width) in cells.iter().zip(kinds).zip(widths) {
        out.push_str(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"));
        let look = Look { style: "Cell", right: kind.is_number(), bold: bold.is_some(), bullet: false };
        paragraph(text, look, out);
        out.push_str("</w:tc>");
    }
    out.push_str("</w:tr>");
}

/// The page shared out by the longest text of each column.
fn widths(table: &Table, lang: Lang) -> Vec<usize> {
    let longest = |at: usize, heading: &str| {
        // A heading may break between words, an amount may not.
        let words = heading.split_whitespace().map(|w| w.chars().count()).max().unwrap_or(0);
        let cells =
            table.rows().iter().filter_map(|r| r.cells.get(at)).map(|c| c.display(lang).chars().count());
        cells.max().unwrap_or(0).max(words).clamp(NARROWEST, WIDEST)
    };
    let weights: Vec<usize> =
        table.columns.iter().enumerate().map(|(at, c)| longest(at, &c.heading)).collect();
    let sum = weights.iter().sum::<usize>().max(1);
    weights.into_iter().map(|w| w * PAGE_WIDTH / sum).collect()
}
