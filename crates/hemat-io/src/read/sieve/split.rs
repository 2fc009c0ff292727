//! One record into its cells, where that needs no second look.
//!
//! Neighbouring rows of an export begin alike: year, region, agency, activity. The cells of such a beginning are
//! taken from the row before.

use memchr::{memchr, memrchr2};

use super::columns::MOST_BEHIND;

/// The cells of the records of one block, one record after the other.
#[derive(Debug)]
pub(super) struct Row<'a> {
    delimiter: u8,
    /// So many first cells are what neighbours share.
    shared: usize,
    /// Without their quotes.
    pub cells: Vec<&'a [u8]>,
    /// Where each cell begins in the record, its quote included.
    starts: Vec<usize>,
    record: &'a [u8],
    /// The bytes of the shared cells of the row before, with their delimiters; empty if it has none to give.
    before: &'a [u8],
    /// The shared cells are those of the row before.
    pub begins_as_before: bool,
}

/// What is looked at of a row that goes on as the one before.
#[derive(Debug)]
pub(super) struct Glance<'a> {
    /// The words, as they stand in the record.
    pub words: &'a [u8],
    /// The cells behind them, none quoted.
    pub behind: [&'a [u8]; MOST_BEHIND],
}

impl<'a> Row<'a> {
    pub(super) fn new(delimiter: u8, shared: usize) -> Self {
        let (cells, starts) = (Vec::new(), Vec::new());
        Row { delimiter, shared, cells, starts, record: &[], before: &[], begins_as_before: false }
    }

    /// Takes a record apart. False if a quoted cell holds quotes or lines, or goes on behind its closing
    /// quote.
    pub(super) fn read(&mut self, record: &'a [u8]) -> bool {
        self.record = record;
        self.begins_as_before = !self.before.is_empty() && record.starts_with(self.before);
        let kept = if self.begins_as_before { self.shared } else { 0 };
        self.cells.truncate(kept);
        self.starts.truncate(kept);
        let from = if self.begins_as_before { self.before.len() } else { 0 };
        self.before = &[];
        let rest = record.get(from..).unwrap_or_default();
        if memchr(b'"', rest).is_none() {
            self.plain_cells(rest, from);
            true
        } else {
            self.quoted_cells(rest, from)
        }
    }

    /// The end of a record whose beginning is that of the row before, found from behind: so many last cells, and the words
    /// before them as they stand. `None` if it begins otherwise or has a quote in one of these cells.
    ///
    /// Most rows differ from their neighbour in these cells alone, and their words were met before: nothing else of
    /// them needs to be taken apart.
    pub(super) fn glance(&self, record: &'a [u8], cells: usize) -> Option<Glance<'a>> {
        let mut rest = record.strip_prefix(self.before).filter(|_| !self.before.is_empty())?;
        let mut behind: [&[u8]; MOST_BEHIND] = [&[]; MOST_BEHIND];
        for cell in behind.get_mut(..cells)?.iter_mut().rev() {
            let at = memrchr2(self.delimiter, b'"', rest)?;
            let (before, from) = rest.split_at_checked(at)?;
            let (delimiter, text) = from.split_first()?;
            if *delimiter == b'"' {
                return None;
            }
            *cell = text;
            rest = before;
        }
        Some(Glance { words: rest, behind })
    }

    /// The cells as text, from the record as text.
    pub(super) fn texts<'t>(&self, record: &'t str, texts: &mut Vec<&'t str>) -> Option<()> {
        texts.clear();
        for (cell, start) in self.cells.iter().zip(&self.starts) {
            let quoted = record.as_bytes().get(*start) == Some(&b'"');
            let from = start + usize::from(quoted);
            texts.push(record.get(from..from + cell.len())?);
        }
        Some(())
    }

    /// Offers the shared cells of this row to the next.
    pub(super) fn remember(&mut self) {
        self.before = match self.starts.get(self.shared) {
            Some(end) if self.shared > 0 => self.record.get(..*end).unwrap_or_default(),
            _ => &[],
        };
    }

    /// The bytes of the cells from one to another, both included, as they stand in the record.
    pub(super) fn run(&self, from: usize, to: usize) -> &'a [u8] {
        let start = self.starts.get(from).copied().unwrap_or(self.record.len());
        let end = self.starts.get(to + 1).map_or(self.record.len(), |next| next.saturating_sub(1));
        self.record.get(start..end).unwrap_or_default()
    }

    fn plain_cells(&mut self, rest: &'a [u8], offset: usize) {
        let mut from = 0;
        each_place(self.delimiter, rest, |at| {
            self.cells.push(rest.get(from..at).unwrap_or_default());
            self.starts.push(offset + from);
            from = at + 1;
        });
        self.cells.push(rest.get(from..).unwrap_or_default());
        self.starts.push(offset + from);
    }

    fn quoted_cells(&mut self, rest: &'a [u8], offset: usize) -> bool {
        let mut from = 0;
        loop {
            let at = rest.get(from..).unwrap_or_default();
            let (cell, length) = if let Some(quoted) = at.strip_prefix(b"\"") {
                let Some(close) = memchr(b'"', quoted) else { return false };
                if quoted.get(close + 1).is_some_and(|b| *b != self.delimiter) {
                    return false;
                }
                // Its lines could be rows that an open quote swallowed.
                if quoted.get(..close).is_some_and(|cell| memchr(b'\n', cell).is_some()) {
                    return false;
                }
                (quoted.get(..close), close + 2)
            } else {
                let length = memchr(self.delimiter, at).unwrap_or(at.len());
                (at.get(..length), length)
            };
            self.cells.push(cell.unwrap_or_default());
            self.starts.push(offset + from);
            from += length + 1;
            if from > rest.len() {
                return true;
            }
        }
    }
}

/// Calls `found` with each place of a byte, in order. Cells are short: to search for the end of each anew costs more than
/// to look at eight bytes at a time.
fn each_place(of: u8, bytes: &[u8], mut found: impl FnMut(usize)) {
    const LOW_BITS: u64 = 0x7F7F_7F7F_7F7F_7F7F;
    let wanted = u64::from_le_bytes([of; 8]);
    let (words, rest) = bytes.as_chunks();
    for (nth, word) in words.iter().enumerate() {
        let differs = u64::from_le_bytes(*word) ^ wanted;
        // The top bit of every byte that does not differ.
        let mut same = !(((differs & LOW_BITS) + LOW_BITS) | differs | LOW_BITS);
        while same != 0 {
            found(nth * 8 + same.trailing_zeros() as usize / 8);
            same &= same - 1;
        }
    }
    let done = bytes.len() - rest.len();
    for (at, _) in rest.iter().enumerate().filter(|(_, byte)| **byte == of) {
        found(done + at);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells(row: &Row<'_>) -> Vec<String> {
        row.cells.iter().map(|c| String::from_utf8_lossy(c).into_owned()).collect()
    }

    #[test]
    fn cells_are_those_of_a_csv_reader_or_refused() {
        let cases: [(&str, Option<&[&str]>); 9] = [
            ("a,b,c", Some(&["a", "b", "c"])),
            ("", Some(&[""])),
            ("a,,", Some(&["a", "", ""])),
            ("\"a,b\",c", Some(&["a,b", "c"])),
            ("a,\"b\"", Some(&["a", "b"])),
            ("a,\"b\",", Some(&["a", "b", ""])),
            ("TV 32\",b", Some(&["TV 32\"", "b"])),
            ("\"a\"\"b\",c", None),
            ("\"a\"b,c", None),
        ];
        for (record, expected) in cases {
            let mut row = Row::new(b',', 0);
            let whole = row.read(record.as_bytes());
            let expected = expected.map(|e| e.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>());
            assert_eq!(whole.then(|| cells(&row)), expected, "{record:?}");
        }
    }

    #[test]
    fn a_beginning_is_taken_from_the_row_before() {
        let mut row = Row::new(b',', 2);
        let rows = ["\"a,x\",b,c,d", "\"a,x\",b,e,f,g", "\"a,x\",bb,c", "a,b", "a,b,c"];
        let expected: [(&[&str], bool); 5] = [
            (&["a,x", "b", "c", "d"], false),
            (&["a,x", "b", "e", "f", "g"], true),
            (&["a,x", "bb", "c"], false),
            (&["a", "b"], false),
            (&["a", "b", "c"], false),
        ];
        for (record, (expected, as_before)) in rows.iter().zip(expected) {
            assert!(row.read(record.as_bytes()));
            assert_eq!(
                (cells(&row), row.begins_as_before),
                (expected.iter().map(|c| (*c).to_owned()).collect(), as_before)
            );
            row.remember();
        }
        assert!(row.read(b"\"a,x\",\"b,c\",d"));
        assert_eq!(
            (row.run(0, 1), row.run(1, 1), row.run(2, 2)),
            (&b"\"a,x\",\"b,c\""[..], &b"\"b,c\""[..], &b"d"[..])
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        /// Where the words were met in a row taken apart, the cells behind them are those of the row taken apart.
        #[test]
        fn a_glance_sees_what_is_there(
            rows in prop::collection::vec(
                prop::collection::vec(prop::sample::select(&["", "a", "1", "b c", "\"d,e\"", "f\"", "\"g\"h"][..]), 3..6), 2..12),
        ) {
            let rows: Vec<String> = rows.iter().map(|cells| format!("x,\"y,z\",{}", cells.join(","))).collect();
            let mut row = Row::new(b',', 2);
            let mut met: Vec<&[u8]> = Vec::new();
            for record in &rows {
                let seen = row.glance(record.as_bytes(), 2).filter(|glance| met.contains(&glance.words));
                let whole = row.read(record.as_bytes());
                if let Some(glance) = seen {
                    prop_assert!(whole, "{}", record);
                    prop_assert_eq!(row.cells.len(), 6, "{}", record);
                    prop_assert_eq!(&glance.behind[..2], &row.cells[4..], "{}", record);
                    prop_assert_eq!(glance.words, row.run(2, 3), "{}", record);
                }
                if whole && row.cells.len() == 6 {
                    met.push(row.run(2, 3));
                }
                if whole {
                    row.remember();
                }
            }
        }
    }
}
