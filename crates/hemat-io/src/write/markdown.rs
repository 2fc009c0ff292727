//! Markdown, as GitHub renders it.

use std::io;

use hemat_core::lang::Lang;
use hemat_core::report::{Block, Figures, Report, RowRole, Section, Table};

use super::safe::{markdown_line, markdown_safe};

/// Writes a report as Markdown: one heading, a heading for each section, tables with numbers at the right.
/// Nothing in the report's own texts is read as markup.
///
/// # Errors
/// Whatever `out` fails with.
pub fn write_markdown(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "# {}", markdown_safe(&report.title))?;
    for text in &report.lead {
        writeln!(out, "\n{}", markdown_line(text))?;
    }
    for section in report.sections.iter().filter(|s| !s.is_for_pages()) {
        write_section(section, report.lang, out)?;
    }
    Ok(())
}

pub(super) fn write_section(section: &Section, lang: Lang, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "\n## {}", markdown_safe(&section.heading))?;
    for block in section.plain_blocks() {
        writeln!(out)?;
        match block {
            Block::Paragraph(text) => writeln!(out, "{}", markdown_line(text))?,
            Block::List(items) => {
                for item in items {
                    writeln!(out, "- {}", markdown_line(item))?;
                }
            }
            Block::Table(table) => write_table(table, lang, out)?,
            Block::Chart(chart) => {
                if let Figures::Own(table) = &chart.figures {
                    writeln!(out, "**{}**\n", markdown_safe(&chart.title))?;
                    write_table(table, lang, out)?;
                }
            }
            Block::Quote(_) | Block::Listing(_) => {}
        }
    }
    Ok(())
}

fn write_table(table: &Table, lang: Lang, out: &mut dyn io::Write) -> io::Result<()> {
    if !table.caption.is_empty() {
        writeln!(out, "**{}**\n", markdown_safe(&table.caption))?;
    }
    if table.rows().is_empty() {
        return writeln!(out, "{}", lang.pick("(tidak ada baris)", "(no rows)"));
    }
    line(out, table.columns.iter().map(|c| markdown_safe(&c.heading)))?;
    let rules = table.columns.iter().map(|c| if c.kind.is_number() { "---:" } else { "---" });
    line(out, rules.map(str::to_owned))?;
    for row in table.rows() {
        let total = row.role == RowRole::Total;
        let cells = row.cells.iter().map(|c| markdown_safe(&c.display(lang)));
        line(out, cells.map(|text| if total && !text.is_empty() { format!("**{text}**") } else { text }))?;
    }
    Ok(())
}

fn line(out: &mut dyn io::Write, cells: impl Iterator<Item = String>) -> io::Result<()> {
    write!(out, "|")?;
    for cell in cells {
        write!(out, " {cell} |")?;
    }
    writeln!(out)
}
