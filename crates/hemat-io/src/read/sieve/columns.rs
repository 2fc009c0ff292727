//! Which cells of a record the sieve looks at.

use crate::read::header::Header;
use crate::read::source::Source;
use crate::read::synonyms::Field;

/// Positions of the cells, from 0.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    pub delimiter: u8,
    pub account_code: usize,
    pub account_name: usize,
    pub description: usize,
    pub specification: Option<usize>,
    pub heading: Option<usize>,
    pub quantity: usize,
    pub unit_price: usize,
    pub amount: usize,
    /// Year, region, agency, sub-activity, activity, where the file has them: what neighbours share.
    pub shared: [Option<usize>; 5],
    /// The factors of the quantity have columns of their own besides.
    pub has_factors: bool,
    /// So many first cells are alike in neighbours: all that they share stands there, and nothing else is looked at.
    pub alike: usize,
    /// Account, heading and words: from cell to cell, both included; cells beside each other are one run.
    pub words: Vec<(usize, usize)>,
    /// Cells that a record must have at least.
    pub width: usize,
    /// The cells behind the words, if a record is what neighbours share, then the words, then these, money and quantity
    /// among them.
    pub behind: Option<Behind>,
}

/// Positions among the cells behind the words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Behind {
    /// How many cells there are.
    pub cells: usize,
    pub quantity: usize,
    pub unit_price: usize,
    pub amount: usize,
}

/// Most cells behind the words; an export has four.
pub(super) const MOST_BEHIND: usize = 8;

/// Columns that give a row another meaning than "a line of its own amount", or whose cells the layout names where they
/// cannot be read.
const OTHERWISE: [Field; 6] = [
    Field::AmountAfter,
    Field::AmountBefore,
    Field::Realised,
    Field::PackageCode,
    Field::Package,
    Field::StartDate,
];

impl Columns {
    /// The columns of an export with one line of spending a row (layout `rka`); `None` for another kind of table.
    pub(super) fn of(source: &Source) -> Option<Self> {
        let header = source.sheets.first()?.header.as_ref()?;
        if OTHERWISE.iter().any(|field| header.has(*field)) {
            return None;
        }
        let at = |field| header.index(field);
        let mut columns = Columns {
            delimiter: u8::try_from(source.delimiter?).ok()?,
            account_code: at(Field::AccountCode)?,
            account_name: at(Field::AccountName)?,
            description: at(Field::Description)?,
            specification: at(Field::Specification),
            heading: at(Field::Heading),
            quantity: at(Field::Quantity)?,
            unit_price: at(Field::UnitPrice)?,
            amount: at(Field::Amount)?,
            shared: [Field::Year, Field::Region, Field::Agency, Field::SubActivity, Field::Activity].map(at),
            has_factors: header.has(Field::Volume1),
            alike: 0,
            words: Vec::new(),
            width: 0,
            behind: None,
        };
        columns.width = columns.needed(header);
        columns.words = columns.runs_of_words();
        columns.alike = columns.alike();
        columns.behind = columns.behind();
        Some(columns)
    }

    fn behind(&self) -> Option<Behind> {
        let [(from, to)] = *self.words else { return None };
        let place = |at: usize| at.checked_sub(to + 1);
        let cells = self.width.checked_sub(to + 1)?;
        let behind = Behind {
            cells,
            quantity: place(self.quantity)?,
            unit_price: place(self.unit_price)?,
            amount: place(self.amount)?,
        };
        (self.alike > 0 && from == self.alike && cells <= MOST_BEHIND).then_some(behind)
    }

    fn runs_of_words(&self) -> Vec<(usize, usize)> {
        let own = [self.account_code, self.account_name, self.description];
        let mut all: Vec<usize> = own.into_iter().chain(self.heading).chain(self.specification).collect();
        all.sort_unstable();
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for at in all {
            match runs.last_mut() {
                Some((_, end)) if at <= *end + 1 => *end = at,
                _ => runs.push((at, at)),
            }
        }
        runs
    }

    /// The cells before the first that differs from row to row; none if one that neighbours share stands behind it.
    fn alike(&self) -> usize {
        let words = self.words.iter().map(|(from, _)| *from);
        let first = words.chain([self.quantity, self.unit_price, self.amount]).min().unwrap_or(0);
        if self.shared.iter().flatten().all(|at| *at < first) { first } else { 0 }
    }

    fn needed(&self, header: &Header) -> usize {
        let last = header.columns.values().map(|c| c.index).max().unwrap_or(0);
        last + 1
    }
}
