//! A stream cut into blocks of whole records, each with the number of its first record.

use std::io::{self, Read};

use memchr::memchr2_iter;

use super::fill;

/// The head of a file, in which header, titles and delimiter are looked for.
const HEAD: usize = 1 << 19;

/// The longest record: a page of text in a cell is a thousandth of that.
const LONGEST_RECORD: usize = 1 << 24;

/// Whole records.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// Its place in the file, from 0.
    pub index: usize,
    /// Number of its first record, from 1.
    pub first: u64,
    /// Holds its bytes, and may be longer: a buffer that is used again need not be cleared.
    buffer: Vec<u8>,
    length: usize,
    /// Where each record ends: the position of its line feed, or of the end of the file.
    pub ends: Vec<usize>,
}

impl Block {
    /// Its bytes.
    pub(super) fn bytes(&self) -> &[u8] {
        self.buffer.get(..self.length).unwrap_or_default()
    }

    /// Takes over what was read before.
    fn begin(&mut self, bytes: &[u8]) {
        self.grow(bytes.len());
        if let Some(begin) = self.buffer.get_mut(..bytes.len()) {
            begin.copy_from_slice(bytes);
        }
        self.length = bytes.len();
        self.ends.clear();
    }

    /// Reads on up to a length. False if the input ended before it.
    fn fill_to(&mut self, length: usize, input: &mut impl Read) -> io::Result<bool> {
        self.grow(length);
        self.length += fill(input, self.buffer.get_mut(self.length..length).unwrap_or_default())?;
        Ok(self.length == length)
    }

    fn grow(&mut self, length: usize) {
        if self.buffer.len() < length {
            self.buffer.resize(length, 0);
        }
    }
}

/// The blocks of a stream.
pub(super) struct Blocks<R> {
    input: R,
    size: usize,
    delimiter: u8,
    /// Read and not yet handed out.
    rest: Vec<u8>,
    next: usize,
    record: u64,
    done: bool,
}

impl<R: Read> Blocks<R> {
    pub(super) fn new(input: R, size: usize) -> Self {
        Blocks { input, size, delimiter: b',', rest: Vec::new(), next: 0, record: 1, done: false }
    }

    /// The first bytes of the file without a byte-order mark, up to the end of a line where the file goes on.
    pub(super) fn head(&mut self) -> io::Result<&[u8]> {
        self.rest.resize(HEAD, 0);
        let taken = fill(&mut self.input, &mut self.rest)?;
        self.rest.truncate(taken);
        if self.rest.starts_with(b"\xEF\xBB\xBF") {
            self.rest.drain(..3);
        }
        let whole = taken < HEAD;
        let end =
            if whole { self.rest.len() } else { memchr::memrchr(b'\n', &self.rest).map_or(0, |i| i + 1) };
        Ok(self.rest.get(..end).unwrap_or_default())
    }

    /// The delimiter: a quote opens a cell only behind one.
    pub(super) fn cut_at(&mut self, delimiter: u8) {
        self.delimiter = delimiter;
    }

    /// Fills a block with the next records. False at the end of the file.
    ///
    /// # Errors
    /// Those of the stream; [`io::ErrorKind::InvalidData`] for a record longer than 16 MiB.
    pub(super) fn next(&mut self, block: &mut Block) -> io::Result<bool> {
        if self.done && self.rest.is_empty() {
            return Ok(false);
        }
        block.index = self.next;
        block.first = self.record;
        block.begin(&self.rest);
        self.rest.clear();
        let mut state = Scan::default();
        loop {
            let have = block.length;
            if !self.done && (have < self.size || block.ends.is_empty()) {
                let wanted = if have < self.size { self.size } else { have + self.size };
                self.done = !block.fill_to(wanted, &mut self.input)?;
            }
            let bytes = block.buffer.get(..block.length).unwrap_or_default();
            state.scan(bytes, self.delimiter, self.done, &mut block.ends);
            if !block.ends.is_empty() || self.done {
                break;
            }
            if block.length > LONGEST_RECORD {
                return Err(io::ErrorKind::InvalidData.into());
            }
        }
        let last = block.ends.last().map_or(0, |end| end + 1);
        if self.done {
            // A last record without a line end; an open quote takes all that is left.
            if last < block.length {
                block.ends.push(block.length);
            }
        } else {
            self.rest.extend_from_slice(block.bytes().get(last..).unwrap_or_default());
            block.length = last;
        }
        self.next += 1;
        self.record += block.ends.len() as u64;
        Ok(!block.ends.is_empty())
    }
}

/// Where a scan for record ends stands: bytes done, and whether a quoted cell is open.
#[derive(Default)]
struct Scan {
    at: usize,
    quoted: bool,
}

impl Scan {
    /// Notes the line feeds that end records. A quote opens a cell only at its start, as everywhere in this crate.
    fn scan(&mut self, bytes: &[u8], delimiter: u8, done: bool, ends: &mut Vec<usize>) {
        let from = self.at;
        let mut skip = None;
        for found in memchr2_iter(b'"', b'\n', bytes.get(from..).unwrap_or_default()) {
            let at = from + found;
            if skip == Some(at) {
                continue;
            }
            let quote = bytes.get(at) == Some(&b'"');
            if self.quoted {
                if !quote {
                    continue;
                }
                match bytes.get(at + 1) {
                    Some(b'"') => skip = Some(at + 1),
                    // The next bytes decide whether it closes.
                    None if !done => {
                        self.at = at;
                        return;
                    }
                    _ => self.quoted = false,
                }
            } else if quote {
                let before = at.checked_sub(1).and_then(|i| bytes.get(i));
                self.quoted = before.is_none_or(|b| *b == delimiter || *b == b'\n');
            } else {
                ends.push(at);
            }
        }
        self.at = bytes.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(text: &str, size: usize) -> Vec<(u64, String)> {
        let mut blocks = Blocks::new(text.as_bytes(), size);
        blocks.head().unwrap();
        let mut block = Block::default();
        let mut out = Vec::new();
        while blocks.next(&mut block).unwrap() {
            let mut from = 0;
            for (i, end) in block.ends.iter().enumerate() {
                let record = String::from_utf8(block.bytes()[from..*end].to_vec()).unwrap();
                out.push((block.first + i as u64, record));
                from = end + 1;
            }
        }
        out
    }

    #[test]
    fn records_are_those_of_a_csv_reader() {
        let cases: [(&str, &[&str]); 7] = [
            ("a,b\nc,d\n", &["a,b", "c,d"]),
            ("a,b\n\nc", &["a,b", "", "c"]),
            ("\"a\nb\",c\nd", &["\"a\nb\",c", "d"]),
            ("\"a\"\"\nb\",c\nd\n", &["\"a\"\"\nb\",c", "d"]),
            ("TV 32\",c\nd\n", &["TV 32\",c", "d"]),
            ("a,\"open\nb\n", &["a,\"open\nb\n"]),
            ("\u{feff}a\n", &["a"]),
        ];
        for (text, expected) in cases {
            let expected: Vec<(u64, String)> =
                expected.iter().enumerate().map(|(i, r)| (i as u64 + 1, (*r).to_owned())).collect();
            for size in [1, 2, 3, 5, 64, 1 << 20] {
                assert_eq!(records(text, size), expected, "{text:?} in blocks of {size}");
            }
        }
    }
}
