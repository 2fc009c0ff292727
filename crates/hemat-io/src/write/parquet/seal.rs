//! The seal of a Parquet file of ours: the SHA-256 of all its bytes, in its own last metadata.
//!
//! A damaged Parquet file can send any reader astray: lengths and offsets stand all over it. So a file is first
//! held against its seal, and nothing of it is interpreted unless every byte is as it was written. The seal is a
//! check against damage and careless editing, no signature: whoever means to can make a new one.

use std::fmt::Write as _;
use std::io::{self, Write};

use memchr::memmem;
use sha2::{Digest as _, Sha256};

/// The key of the seal; the last one in the file.
pub(super) const SEAL: &str = "hemat.seal";

/// What stands in the seal's place while the hash is taken: 64 hexadecimal digits.
pub(super) const BLANK: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// How a text follows its key in the footer (Thrift, compact): field 2, type text, length 64.
const LEAD: [u8; 2] = [0x18, 64];

/// The bytes at either end of a Parquet file.
const MAGIC: &[u8] = b"PAR1";

/// Length of the footer and the magic bytes, at the end.
const TAIL: usize = 8;

/// What a Parquet file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sealed {
    /// Every byte is as hemat wrote it.
    Sound,
    /// It has no seal: another program wrote it.
    Foreign,
    /// It has a seal that does not fit: changed or damaged since.
    Changed,
    /// Its end is missing or damaged.
    CutShort,
}

/// Whether these are the bytes of a Parquet file, sound or not.
#[must_use]
pub fn is_parquet(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// Holds a file against its seal.
#[must_use]
pub fn check_seal(bytes: &[u8]) -> Sealed {
    let Some(footer) = footer_start(bytes) else { return Sealed::CutShort };
    let found = bytes.get(footer..).and_then(|f| Some(footer + place_in(f)?));
    let Some(at) = found else { return Sealed::Foreign };
    let end = at + BLANK.len();
    let (Some(before), Some(seal), Some(after)) = (bytes.get(..at), bytes.get(at..end), bytes.get(end..))
    else {
        return Sealed::Changed;
    };
    let mut hash = Sha256::new();
    hash.update(before);
    hash.update(BLANK);
    hash.update(after);
    if hex(hash).as_bytes() == seal { Sealed::Sound } else { Sealed::Changed }
}

/// Where the footer begins, if the file ends as a Parquet file does.
fn footer_start(bytes: &[u8]) -> Option<usize> {
    let tail_at = bytes.len().checked_sub(TAIL)?;
    let (length, magic) = bytes.get(tail_at..)?.split_at_checked(4)?;
    let length = usize::try_from(u32::from_le_bytes(length.try_into().ok()?)).ok()?;
    let start = tail_at.checked_sub(length)?;
    (magic == MAGIC && start >= MAGIC.len()).then_some(start)
}

/// Where the seal's digits stand in a footer. The last place counts: texts of the file stand before it.
fn place_in(footer: &[u8]) -> Option<usize> {
    let key = memmem::rfind(footer, SEAL.as_bytes())?;
    let lead = key + SEAL.len();
    let digits = lead + LEAD.len();
    (footer.get(lead..digits)? == LEAD && footer.len() >= digits + BLANK.len()).then_some(digits)
}

fn hex(hash: Sha256) -> String {
    let mut text = String::with_capacity(BLANK.len());
    for byte in hash.finalize() {
        // Writing to a text cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// A file on its way out: what was written so far is in the hash.
#[derive(Default)]
pub(super) struct Closing {
    hash: Sha256,
}

impl Closing {
    /// Writes what is ready, and takes it into the hash.
    pub(super) fn pass(&mut self, ready: &mut Vec<u8>, out: &mut dyn Write) -> io::Result<()> {
        self.hash.update(&*ready);
        out.write_all(ready)?;
        ready.clear();
        Ok(())
    }

    /// Writes the rest, its footer last, with the seal in its place.
    pub(super) fn seal(mut self, mut rest: Vec<u8>, out: &mut dyn Write) -> io::Result<()> {
        let at = place_in(&rest)
            .ok_or_else(|| io::Error::other("the Parquet footer has no place for the seal"))?;
        self.hash.update(&rest);
        let seal = hex(self.hash);
        if let Some(place) = rest.get_mut(at..at + BLANK.len()) {
            place.copy_from_slice(seal.as_bytes());
        }
        out.write_all(&rest)
    }
}
