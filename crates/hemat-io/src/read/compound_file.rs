//! The compound file (OLE2) that holds an XLS, or an XLSX with a password: sectors, the table of their successors, and
//! streams by name, as the parser below finds them.
//!
//! Layout: [MS-CFB] 2.2 (header), 2.3 (allocation table), 2.4 (short streams), 2.5 (its list), 2.6 (directory).

use std::borrow::Cow;

use encoding_rs::UTF_16LE;

use crate::read::spreadsheet::WorkbookError;

/// From here on a number is no sector but a mark: free, end of chain.
const MARKS: u32 = 0xffff_fffa;

/// Bytes of one directory entry, and where in it the first sector of its stream and its length stand.
const ENTRY: usize = 128;
const ENTRY_START: usize = 116;
const ENTRY_LENGTH: usize = 120;

/// Bytes of a short sector, and the length from which a stream has sectors of its own.
const SHORT_SECTOR: usize = 64;
const SHORT_STREAM: u64 = 4096;

/// The 32-bit number at a byte, little-endian.
pub(super) fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn words(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).filter_map(|c| word(c, 0)).collect()
}

/// A damaged chain of sectors.
pub(super) fn ring() -> WorkbookError {
    WorkbookError::Broken("its list of sectors runs in a ring".to_owned())
}

/// The file, with the successor of every sector.
pub(super) struct CompoundFile<'a> {
    bytes: &'a [u8],
    size: usize,
    pub(super) table: Vec<u32>,
}

/// What the directory says of a stream.
pub(super) struct Entry {
    name: String,
    pub(super) start: u32,
    length: u64,
}

impl<'a> CompoundFile<'a> {
    /// `None` if the header says no size of a sector that there is.
    ///
    /// # Errors
    /// [`WorkbookError::Broken`] if the list of sectors is in a ring or longer than the file.
    pub(super) fn of(bytes: &'a [u8]) -> Result<Option<Self>, WorkbookError> {
        let size = match bytes.get(30..32) {
            Some([9, 0]) => 512,
            Some([12, 0]) => 4096,
            _ => return Ok(None),
        };
        let mut file = CompoundFile { bytes, size, table: Vec::new() };
        file.table = file.allocation_table()?;
        Ok(Some(file))
    }

    /// The first sector of the directory, and of the table of short sectors.
    pub(super) fn first_sectors(&self) -> [u32; 2] {
        [48, 60].map(|at| word(self.bytes, at).unwrap_or(u32::MAX))
    }

    /// The bytes of a sector. The header takes the place of one. A short last one is filled up with zeros, as the
    /// parser below does when it reads it again.
    fn sector(&self, id: u32) -> Option<Cow<'a, [u8]>> {
        if id >= MARKS {
            return None;
        }
        let start = self.size.checked_mul(id as usize + 1)?;
        let rest = self.bytes.get(start..).filter(|rest| !rest.is_empty())?;
        Some(match rest.get(..self.size) {
            Some(whole) => Cow::Borrowed(whole),
            None => {
                let mut filled = rest.to_vec();
                filled.resize(self.size, 0);
                Cow::Owned(filled)
            }
        })
    }

    /// The successor of every sector.
    fn allocation_table(&self) -> Result<Vec<u32>, WorkbookError> {
        let most = self.bytes.len() / self.size + 1;
        let mut parts = words(self.bytes.get(76..512).unwrap_or_default());
        let mut next = word(self.bytes, 68).unwrap_or(u32::MAX);
        let mut read = 0;
        while let Some(sector) = self.sector(next) {
            read += 1;
            if read > most {
                return Err(ring());
            }
            parts.extend(words(&sector));
            // Its last word is the sector in which the list goes on.
            next = parts.pop().unwrap_or(u32::MAX);
        }
        let parts: Vec<_> = parts.iter().filter_map(|id| self.sector(*id)).collect();
        if parts.len() > most {
            return Err(WorkbookError::Broken("its list of sectors is longer than the file".to_owned()));
        }
        Ok(parts.iter().flat_map(|part| words(part)).collect())
    }

    /// The bytes of a chain, up to a length. Its chains must have been found to end.
    fn chain(&self, start: u32, length: u64) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut next = Some(start);
        while let Some(sector) = next.and_then(|id| self.sector(id)) {
            let wanted = usize::try_from(length).unwrap_or(usize::MAX) - bytes.len();
            bytes.extend_from_slice(sector.get(..wanted).unwrap_or(&sector));
            if bytes.len() as u64 >= length {
                break;
            }
            next = next.and_then(|id| self.table.get(id as usize).copied());
        }
        bytes
    }

    /// The entries of the directory, the root first. Its chain must have been found to end.
    pub(super) fn entries(&self) -> Vec<Entry> {
        let [directory, _] = self.first_sectors();
        let entry = |bytes: &[u8]| {
            let name = UTF_16LE.decode(bytes.get(..64)?).0;
            let length = u64::from(word(bytes, ENTRY_LENGTH)?);
            // Files of small sectors leave noise in the upper half.
            let upper = if self.size == 512 { 0 } else { u64::from(word(bytes, ENTRY_LENGTH + 4)?) };
            Some(Entry {
                name: name.split('\0').next().unwrap_or_default().to_owned(),
                start: word(bytes, ENTRY_START)?,
                length: (upper << 32) | length,
            })
        };
        self.chain(directory, u64::MAX).chunks_exact(ENTRY).filter_map(entry).collect()
    }

    /// The bytes of the first stream of this name. All chains must have been found to end.
    ///
    /// # Errors
    /// [`WorkbookError::Broken`] for a short stream beyond the place of short streams: the parser below would read
    /// whatever comes next in the file.
    pub(super) fn stream(&self, entries: &[Entry], name: &str) -> Result<Option<Vec<u8>>, WorkbookError> {
        let Some(entry) = entries.iter().find(|e| e.name.eq_ignore_ascii_case(name)) else { return Ok(None) };
        if entry.length >= SHORT_STREAM {
            return Ok(Some(self.chain(entry.start, entry.length)));
        }
        let (Some(root), [_, first]) = (entries.first(), self.first_sectors()) else { return Ok(None) };
        // Without a table of short sectors the parser below has no place for them either.
        let has_table = word(self.bytes, 64).is_some_and(|sectors| sectors > 0);
        let place = if has_table { self.chain(root.start, root.length) } else { Vec::new() };
        let table = words(&self.chain(first, u64::MAX));
        let mut bytes = Vec::new();
        let mut next = Some(entry.start).filter(|id| *id < MARKS);
        while let Some(id) = next.filter(|_| (bytes.len() as u64) < entry.length) {
            let at = id as usize * SHORT_SECTOR;
            let wanted = SHORT_SECTOR.min(entry.length as usize - bytes.len());
            let Some(sector) = place.get(at..at + wanted) else {
                return Err(WorkbookError::Broken("a short stream lies beyond their place".to_owned()));
            };
            bytes.extend_from_slice(sector);
            next = table.get(id as usize).copied().filter(|id| *id < MARKS);
        }
        Ok(Some(bytes))
    }
}
