//! Sections of a report and the blocks in them.

use super::chart::{Chart, Figures};
use super::table::Table;
use crate::evidence::Evidence;

/// One part of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Stable name, kebab-case, unique in the report.
    pub id: &'static str,
    /// Heading.
    pub heading: String,
    /// What it holds, in order.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(String),
    /// A list of short statements.
    List(Vec<String>),
    /// A table.
    Table(Table),
    /// A chart. Writers that do not draw show [`Figures::Own`], and nothing where its figures stand in a table beside.
    Chart(Chart),
    /// A sentence that can be quoted alone. For pages: elsewhere the lead says the same.
    Quote(Quote),
    /// A table of every row there is, for pages that can page, sort and filter it. Other writers leave it out: a
    /// CSV file holds the same rows.
    Listing(Table),
}

/// A sentence that stands alone: who, where, when, how much, how sure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The sentences.
    pub text: String,
    /// The weakest evidence behind them; `None` if no figure is in them.
    pub evidence: Option<Evidence>,
    /// What they rest on: documents, files and rows.
    pub sources: Vec<String>,
}

impl Block {
    /// The table that a writer without pages shows of it: a table, or the figures of a chart that has its own.
    #[must_use]
    pub fn plain_table(&self) -> Option<&Table> {
        match self {
            Block::Table(table) => Some(table),
            Block::Chart(Chart { figures: Figures::Own(table), .. }) => Some(table),
            _ => None,
        }
    }

    /// True for what only a page shows: writers of plain text leave it out, and a section of nothing else.
    #[must_use]
    pub fn is_for_pages(&self) -> bool {
        match self {
            Block::Chart(chart) => matches!(chart.figures, Figures::Beside(_)),
            Block::Quote(_) | Block::Listing(_) => true,
            Block::Paragraph(_) | Block::List(_) | Block::Table(_) => false,
        }
    }
}

impl Section {
    /// A section without content yet.
    #[must_use]
    pub fn new(id: &'static str, heading: impl Into<String>) -> Self {
        Section { id, heading: heading.into(), blocks: Vec::new() }
    }

    /// Adds a block.
    #[must_use]
    pub fn block(mut self, block: Block) -> Self {
        self.blocks.push(block);
        self
    }

    /// Adds a paragraph.
    #[must_use]
    pub fn paragraph(self, text: impl Into<String>) -> Self {
        self.block(Block::Paragraph(text.into()))
    }

    /// Adds a list, unless it is empty.
    #[must_use]
    pub fn list(self, items: Vec<String>) -> Self {
        if items.is_empty() { self } else { self.block(Block::List(items)) }
    }

    /// Adds a table.
    #[must_use]
    pub fn table(self, table: Table) -> Self {
        self.block(Block::Table(table))
    }

    /// The blocks that plain text shows; none for a section that only pages show.
    pub fn plain_blocks(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|block| !block.is_for_pages())
    }

    /// True if plain text has nothing to show of it.
    #[must_use]
    pub fn is_for_pages(&self) -> bool {
        !self.blocks.is_empty() && self.plain_blocks().next().is_none()
    }
}
