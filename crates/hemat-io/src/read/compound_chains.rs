//! The chains of a compound file (OLE2: XLS, or an XLSX with a password). Its sectors name their successors; where they
//! name each other in a ring, the parser below would read for ever, into memory.
//!
//! Layout: [MS-CFB] 2.2 (header), 2.3 (allocation table), 2.5 (its list), 2.6 (directory).

use crate::read::spreadsheet::WorkbookError;

/// From here on a number is no sector but a mark: free, end of chain.
const MARKS: u32 = 0xffff_fffa;

/// Bytes of one directory entry, and where in it the first sector of its stream stands.
const ENTRY: usize = 128;
const ENTRY_START: usize = 116;

/// Refuses a file in which a chain that somebody may follow has no end.
///
/// # Errors
/// [`WorkbookError::Broken`]. What else is wrong with the file is for its parser to say.
pub(super) fn check_chains(bytes: &[u8]) -> Result<(), WorkbookError> {
    let Some(file) = Sectors::of(bytes) else { return Ok(()) };
    let table = file.allocation_table()?;
    let mut chains = Chains { ends: vec![false; table.len()], table };
    let directory = word(bytes, 48).unwrap_or(u32::MAX);
    chains.follow(directory)?;
    chains.follow(word(bytes, 60).unwrap_or(u32::MAX))?;
    let mut next = Some(directory);
    while let Some(sector) = next.and_then(|id| file.sector(id)) {
        for entry in sector.chunks(ENTRY) {
            chains.follow(word(entry, ENTRY_START).unwrap_or(u32::MAX))?;
        }
        next = next.and_then(|id| chains.table.get(id as usize).copied());
    }
    Ok(())
}

fn ring() -> WorkbookError {
    WorkbookError::Broken("its list of sectors runs in a ring".to_owned())
}

/// The 32-bit number at a byte, little-endian.
fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

struct Sectors<'a> {
    bytes: &'a [u8],
    size: usize,
}

impl<'a> Sectors<'a> {
    /// `None` if the header says no size that there is.
    fn of(bytes: &'a [u8]) -> Option<Self> {
        let size = match bytes.get(30..32)? {
            [9, 0] => 512,
            [12, 0] => 4096,
            _ => return None,
        };
        Some(Sectors { bytes, size })
    }

    /// The bytes of a sector; the last one may be short. The header takes the place of one.
    fn sector(&self, id: u32) -> Option<&'a [u8]> {
        if id >= MARKS {
            return None;
        }
        let start = self.size.checked_mul(id as usize + 1)?;
        let rest = self.bytes.get(start..).filter(|rest| !rest.is_empty())?;
        Some(rest.get(..self.size).unwrap_or(rest))
    }

    /// The successor of every sector.
    fn allocation_table(&self) -> Result<Vec<u32>, WorkbookError> {
        let most = self.bytes.len() / self.size + 1;
        let words = |bytes: &[u8]| bytes.chunks_exact(4).filter_map(|c| word(c, 0)).collect::<Vec<u32>>();
        let mut parts = words(self.bytes.get(76..512).unwrap_or_default());
        let mut next = word(self.bytes, 68).unwrap_or(u32::MAX);
        let mut read = 0;
        while let Some(sector) = self.sector(next) {
            read += 1;
            if read > most {
                return Err(ring());
            }
            parts.extend(words(sector));
            // Its last word is the sector in which the list goes on.
            next = parts.pop().unwrap_or(u32::MAX);
        }
        let parts: Vec<&[u8]> = parts.iter().filter_map(|id| self.sector(*id)).collect();
        if parts.len() > most {
            return Err(WorkbookError::Broken("its list of sectors is longer than the file".to_owned()));
        }
        Ok(parts.into_iter().flat_map(words).collect())
    }
}

struct Chains {
    table: Vec<u32>,
    /// Sectors from which a chain is known to end.
    ends: Vec<bool>,
}

impl Chains {
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
