//! The chains of a compound file. Its sectors name their successors; where they name each other in a ring, the parser
//! below would read for ever, into memory.

use crate::read::compound_file::{CompoundFile, ring};
use crate::read::spreadsheet::WorkbookError;

/// Refuses a file in which a chain that somebody may follow has no end.
///
/// # Errors
/// [`WorkbookError::Broken`]. What else is wrong with the file is for its parser to say.
pub(super) fn check_chains(file: &CompoundFile<'_>) -> Result<(), WorkbookError> {
    let mut chains = Chains { ends: vec![false; file.table.len()], table: &file.table };
    for first in file.first_sectors() {
        chains.follow(first)?;
    }
    file.entries().iter().try_for_each(|entry| chains.follow(entry.start))
}

struct Chains<'a> {
    table: &'a [u32],
    /// Sectors from which a chain is known to end.
    ends: Vec<bool>,
}

impl Chains<'_> {
    /// Follows a chain to its end or to a sector from which one was reached before.
    fn follow(&mut self, start: u32) -> Result<(), WorkbookError> {
        let mut passed = Vec::new();
        let mut next = start as usize;
        while let (Some(successor), Some(false)) = (self.table.get(next), self.ends.get(next)) {
            passed.push(next);
            if passed.len() > self.table.len() {
                return Err(ring());
            }
            next = *successor as usize;
        }
        for sector in passed {
            if let Some(end) = self.ends.get_mut(sector) {
                *end = true;
            }
        }
        Ok(())
    }
}
