//! The records of an old workbook's stream (BIFF), and the lengths of its shared texts, as far as the parser below reads
//! them. Where it would give up, they end.
//!
//! Layout: [MS-XLS] 2.1.4 (records), 2.4.58 (continued ones), 2.4.265 and 2.5.293 (shared texts).

/// The kind of a record that goes on with the one before.
const CONTINUE: u16 = 0x003c;

/// The 16-bit number at a byte, little-endian.
pub(super) fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

/// A record with what continues it.
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) data: &'a [u8],
    pub(super) continued: Vec<&'a [u8]>,
}

/// Record after record of a stream, up to its end or the first that is longer than the rest.
pub(super) struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    pub(super) fn of(stream: &'a [u8]) -> Self {
        Records { rest: stream }
    }

    /// Bytes that were not read.
    pub(super) fn left(&self) -> usize {
        self.rest.len()
    }

    fn one(&mut self) -> Option<(u16, &'a [u8])> {
        let kind = short(self.rest, 0)?;
        let end = 4 + short(self.rest, 2)? as usize;
        let data = self.rest.get(4..end)?;
        self.rest = self.rest.get(end..)?;
        Some((kind, data))
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (kind, data) = self.one()?;
        let mut continued = Vec::new();
        while self.rest.len() > 4 && short(self.rest, 0) == Some(CONTINUE) {
            continued.push(self.one()?.1);
        }
        Some(Record { kind, data, continued })
    }
}

/// Characters of every shared text, in the order of their numbers; `None` where the list is damaged.
pub(super) fn shared_lengths(list: &Record<'_>) -> Option<Vec<u16>> {
    let mut pieces = Pieces { data: list.data.get(8..)?, later: list.continued.iter() };
    let mut lengths = Vec::new();
    while !pieces.data.is_empty() || pieces.next_piece() {
        lengths.push(pieces.text()?);
    }
    Some(lengths)
}

struct Pieces<'a, 'r> {
    data: &'a [u8],
    later: std::slice::Iter<'r, &'a [u8]>,
}

impl Pieces<'_, '_> {
    fn next_piece(&mut self) -> bool {
        match self.later.next() {
            Some(piece) => {
                self.data = piece;
                true
            }
            None => false,
        }
    }

    /// Goes over one text with its formats and phonetics; its length in characters.
    fn text(&mut self) -> Option<u16> {
        if self.data.is_empty() {
            return Some(0);
        }
        let length = short(self.data, 0)?;
        let flags = *self.data.get(2)?;
        self.data = self.data.get(3..)?;
        let mut behind = 0;
        if flags & 8 != 0 {
            behind += short(self.data, 0)? as usize * 4;
            self.data = self.data.get(2..)?;
        }
        if flags & 4 != 0 {
            let phonetics = self.data.get(..4)?.try_into().ok()?;
            behind += usize::try_from(i32::from_le_bytes(phonetics)).ok()?;
            self.data = self.data.get(4..)?;
        }
        self.characters(length as usize, flags & 1 != 0)?;
        while behind > 0 {
            if self.data.is_empty() && !self.next_piece() {
                return None;
            }
            let here = behind.min(self.data.len());
            self.data = self.data.get(here..)?;
            behind -= here;
        }
        Some(length)
    }

    /// Goes over so many characters; every piece says anew whether they have one byte or two.
    fn characters(&mut self, mut left: usize, mut wide: bool) -> Option<()> {
        while left > 0 {
            let width = if wide { 2 } else { 1 };
            let here = left.min(self.data.len() / width);
            self.data = self.data.get(here * width..)?;
            left -= here;
            if left > 0 {
                if !self.next_piece() {
                    return None;
                }
                wide = self.data.first()? & 1 != 0;
                self.data = self.data.get(1..)?;
            }
        }
        Some(())
    }
}
