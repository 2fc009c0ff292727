//! Charts of a report: values that are computed already, with a title and a text alternative. A writer only draws.

use rust_decimal::Decimal;

use super::table::Table;
use crate::estimate::Estimate;
use crate::evidence::Evidence;
use crate::money::Rupiah;

/// A chart (grafik).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// Stable name, kebab-case, unique in the report.
    pub id: String,
    /// Title: what is drawn, and its unit.
    pub title: String,
    /// The text alternative: what the chart shows, with the figures that matter, for those who cannot see it.
    pub alternative: String,
    /// What is drawn.
    pub plot: Plot,
    /// Where its figures stand as text.
    pub figures: Figures,
}

/// Where the figures of a chart stand as text. Every figure that is drawn is there too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figures {
    /// In the table of this id, which stands in the same report.
    Beside(&'static str),
    /// In a table of the chart's own, which every writer shows.
    Own(Table),
}

/// What is drawn. Every scale begins at zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Plot {
    /// One bar for each venue: a bundle whole, components stacked, the range of the total over it.
    Costs(Vec<CostBar>),
    /// One bar for each group, largest first.
    Groups(Vec<GroupBar>),
    /// One column for each month, in the order of time.
    Months(Vec<MonthColumn>),
    /// For each uncertain input the saving at its low and at its high value, largest swing first.
    Tornado {
        /// The saving at likely values, where the bars meet.
        likely: Rupiah,
        /// The inputs.
        inputs: Vec<SwingBar>,
    },
    /// One bar of 100 percent for each whole, divided by evidence.
    Shares(Vec<ShareBar>),
}

/// What one venue costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CostBar {
    /// The venue.
    pub label: String,
    /// What it is beside the others: `tempat asal`, the verdict.
    pub remark: String,
    /// The parts at likely values, in the order of the table. They add up to the total's likely value.
    pub parts: Vec<CostPart>,
    /// The total; a lower bound unless `complete`.
    pub total: Estimate<Rupiah>,
    /// False if something needed has no price.
    pub complete: bool,
}

/// One part of a venue's cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CostPart {
    /// What it is for.
    pub label: String,
    /// The stable word of what it is for; the same word has the same colour in all bars.
    pub word: &'static str,
    /// True for a bundle: one price for several things, drawn whole and never divided.
    pub bundle: bool,
    /// The amount at likely values.
    pub amount: Rupiah,
}

/// One group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupBar {
    /// The group.
    pub label: String,
    /// Its amount.
    pub amount: Estimate<Rupiah>,
    /// How many events are in it.
    pub count: u64,
}

/// One month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthColumn {
    /// The year.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u32,
    /// The amount of the month.
    pub amount: Rupiah,
    /// How many events are in it.
    pub count: u64,
}

/// What one uncertain input does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SwingBar {
    /// The input.
    pub label: String,
    /// The result with the input at its low value.
    pub low: Rupiah,
    /// The result with the input at its high value.
    pub high: Rupiah,
}

/// How one whole divides by evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareBar {
    /// The whole.
    pub label: String,
    /// Percent by grade, strongest first; they add up to 100 but for rounding.
    pub parts: Vec<(Evidence, Decimal)>,
}
