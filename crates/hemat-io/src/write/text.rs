//! Text for terminals: the only place that knows the table crate.

use std::io;

use prettytable::format::{Alignment, FormatBuilder, LinePosition, LineSeparator, TableFormat};
use prettytable::{Cell as ShownCell, Row as ShownRow, Table as Shown};

use hemat_core::lang::Lang;
use hemat_core::report::{Block, Chart, Figures, Report, RowRole, Section, Table};

use super::safe::terminal_safe;
use super::text_layout::column_widths;
use super::wrap::{width_of, wrap};

/// Lines of running text are no longer than this, however wide the terminal is.
const WIDEST_PARAGRAPH: usize = 100;

/// Terminals narrower than this are written for as if they had it.
const NARROWEST: usize = 20;

/// Writes a report as text for a terminal of `width` columns.
///
/// No line is wider than `width`, unless a single number is. A table that cannot stand in it without cutting a
/// number is written row by row, as `heading: value`.
///
/// # Errors
/// Whatever `out` fails with.
pub fn write_text(report: &Report, width: usize, out: &mut dyn io::Write) -> io::Result<()> {
    let width = width.max(NARROWEST);
    heading(out, &report.title, '=', width)?;
    for text in &report.lead {
        writeln!(out)?;
        paragraph(out, text, "", "", width)?;
    }
    for section in report.sections.iter().filter(|s| !s.is_for_pages()) {
        write_section(out, section, report.lang, width)?;
    }
    Ok(())
}

fn write_section(out: &mut dyn io::Write, section: &Section, lang: Lang, width: usize) -> io::Result<()> {
    writeln!(out)?;
    heading(out, &section.heading, '-', width)?;
    for block in section.plain_blocks() {
        writeln!(out)?;
        match block {
            Block::Paragraph(text) => paragraph(out, text, "", "", width)?,
            Block::List(items) => {
                for item in items {
                    paragraph(out, item, "- ", "  ", width)?;
                }
            }
            Block::Table(table) => write_table(out, table, lang, width)?,
            Block::Chart(chart) => write_figures(out, chart, lang, width)?,
            Block::Quote(_) | Block::Listing(_) => {}
        }
    }
    Ok(())
}

/// A terminal draws nothing: the chart's own figures as a table under its title.
fn write_figures(out: &mut dyn io::Write, chart: &Chart, lang: Lang, width: usize) -> io::Result<()> {
    let Figures::Own(table) = &chart.figures else { return Ok(()) };
    paragraph(out, &chart.title, "", "", width)?;
    write_table(out, table, lang, width)
}

/// A heading with a line under it as long as its longest line.
fn heading(out: &mut dyn io::Write, text: &str, rule: char, width: usize) -> io::Result<()> {
    let lines = wrap(&terminal_safe(text), width.min(WIDEST_PARAGRAPH));
    let longest = lines.iter().map(|line| width_of(line)).max().unwrap_or(0);
    for line in &lines {
        writeln!(out, "{line}")?;
    }
    writeln!(out, "{}", rule.to_string().repeat(longest))
}

fn paragraph(out: &mut dyn io::Write, text: &str, first: &str, others: &str, width: usize) -> io::Result<()> {
    let room = width.min(WIDEST_PARAGRAPH) - first.len();
    for (at, line) in wrap(&terminal_safe(text), room).iter().enumerate() {
        let indent = if at == 0 { first } else { others };
        writeln!(out, "{indent}{line}")?;
    }
    Ok(())
}

fn write_table(out: &mut dyn io::Write, table: &Table, lang: Lang, width: usize) -> io::Result<()> {
    if !table.caption.is_empty() {
        paragraph(out, &table.caption, "", "", width)?;
    }
    if table.rows().is_empty() {
        return writeln!(out, "{}", lang.pick("(tidak ada baris)", "(no rows)"));
    }
    let headings: Vec<String> =
        table.columns.iter().map(|c| terminal_safe(&c.heading).into_owned()).collect();
    let texts: Vec<Vec<String>> = table
        .rows()
        .iter()
        .map(|row| row.cells.iter().map(|c| terminal_safe(&c.display(lang)).into_owned()).collect())
        .collect();
    match column_widths(table, &headings, &texts, width) {
        Some(widths) => grid(out, table, &headings, &texts, &widths),
        None => blocks(out, table, &headings, &texts, width),
    }
}

fn grid(
    out: &mut dyn io::Write,
    table: &Table,
    headings: &[String],
    texts: &[Vec<String>],
    widths: &[usize],
) -> io::Result<()> {
    let mut shown = Shown::new();
    shown.set_format(frame());
    let row = |cells: &[String]| {
        let cells = cells.iter().zip(widths).zip(&table.columns).map(|((text, width), column)| {
            let side = if column.kind.is_number() { Alignment::RIGHT } else { Alignment::LEFT };
            ShownCell::new_align(&wrap(text, *width).join("\n"), side)
        });
        ShownRow::new(cells.collect())
    };
    shown.set_titles(row(headings));
    let mut after_total = false;
    for (at, (cells, own)) in texts.iter().zip(table.rows()).enumerate() {
        let total = own.role == RowRole::Total;
        // The title's line already stands above the first row.
        if at > 0 && total != after_total {
            let rules = widths.iter().map(|width| ShownCell::new(&"-".repeat(*width)));
            shown.add_row(ShownRow::new(rules.collect()));
        }
        after_total = total;
        shown.add_row(row(cells));
    }
    shown.print(out).map(|_| ())
}

fn frame() -> TableFormat {
    let line = LineSeparator::new('-', '+', '+', '+');
    FormatBuilder::new()
        .column_separator('|')
        .borders('|')
        .separators(&[LinePosition::Top, LinePosition::Title, LinePosition::Bottom], line)
        .padding(1, 1)
        .build()
}

/// Each row as lines of `heading: value`; empty cells are left out.
fn blocks(
    out: &mut dyn io::Write,
    table: &Table,
    headings: &[String],
    texts: &[Vec<String>],
    width: usize,
) -> io::Result<()> {
    for (at, (cells, own)) in texts.iter().zip(table.rows()).enumerate() {
        if at > 0 {
            let rule = if own.role == RowRole::Total {
                "-".repeat(width.min(WIDEST_PARAGRAPH))
            } else {
                String::new()
            };
            writeln!(out, "{rule}")?;
        }
        for (heading, text) in headings.iter().zip(cells).filter(|(_, text)| !text.is_empty()) {
            let line = if heading.is_empty() { text.clone() } else { format!("{heading}: {text}") };
            let lines = wrap(&line, width.min(WIDEST_PARAGRAPH));
            let Some((first, rest)) = lines.split_first() else { continue };
            writeln!(out, "{first}")?;
            for line in wrap(&rest.join(" "), width.min(WIDEST_PARAGRAPH) - 2) {
                writeln!(out, "  {line}")?;
            }
        }
    }
    Ok(())
}
