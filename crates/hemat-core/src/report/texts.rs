//! Every text of a report that came, or may have come, from a file: for masking, before a writer sees it.
//!
//! Headings of columns and stable names are the program's own. The file and row of a source stay: without them nothing
//! in a report could be followed.

use super::{Block, Cell, Chart, Figures, Plot, Report, Section, Table};

/// What is done to each text.
type Edit<'f> = dyn FnMut(&mut String) + 'f;

impl Report {
    /// Gives every text to `edit`.
    pub fn each_text(&mut self, edit: &mut Edit<'_>) {
        edit(&mut self.title);
        self.lead.iter_mut().for_each(&mut *edit);
        for section in &mut self.sections {
            section.each_text(edit);
        }
        self.data.each_text(edit);
    }
}

impl Section {
    /// Gives every text to `edit`.
    pub fn each_text(&mut self, edit: &mut Edit<'_>) {
        edit(&mut self.heading);
        for block in &mut self.blocks {
            match block {
                Block::Paragraph(text) => edit(text),
                Block::List(items) => items.iter_mut().for_each(&mut *edit),
                Block::Table(table) | Block::Listing(table) => table.each_text(edit),
                Block::Chart(chart) => chart_texts(chart, edit),
                Block::Quote(quote) => {
                    edit(&mut quote.text);
                    quote.sources.iter_mut().for_each(&mut *edit);
                }
            }
        }
    }
}

impl Table {
    /// Gives the caption, the texts of all cells and the origins of all rows to `edit`.
    pub fn each_text(&mut self, edit: &mut Edit<'_>) {
        edit(&mut self.caption);
        for row in self.rows_mut() {
            row.cells.iter_mut().for_each(|cell| cell_text(cell, edit));
            if let Some(origin) = &mut row.origin {
                edit(&mut origin.rule);
                origin.parts.iter_mut().for_each(&mut *edit);
            }
        }
    }
}

fn cell_text(cell: &mut Cell, edit: &mut Edit<'_>) {
    match cell {
        Cell::Text(text) => edit(text),
        Cell::Source(source) => source.edit_document(edit),
        _ => {}
    }
}

fn chart_texts(chart: &mut Chart, edit: &mut Edit<'_>) {
    edit(&mut chart.title);
    edit(&mut chart.alternative);
    match &mut chart.plot {
        Plot::Costs(bars) => {
            for bar in bars {
                edit(&mut bar.label);
                edit(&mut bar.remark);
                bar.parts.iter_mut().for_each(|part| edit(&mut part.label));
            }
        }
        Plot::Groups(bars) => bars.iter_mut().for_each(|bar| edit(&mut bar.label)),
        Plot::Tornado { inputs, .. } => inputs.iter_mut().for_each(|bar| edit(&mut bar.label)),
        Plot::Shares(bars) => bars.iter_mut().for_each(|bar| edit(&mut bar.label)),
        Plot::Months(_) => {}
    }
    if let Figures::Own(table) = &mut chart.figures {
        table.each_text(edit);
    }
}
