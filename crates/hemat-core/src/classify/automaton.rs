//! One pass over a text for all words of all rules: an Aho-Corasick automaton over normalised words.
//!
//! Budget text glues things together (`PBJ120 orang/hari`, `PertemuanSosialisasi`, `makan/minum`), so word
//! boundaries are part of the normal form: a text is read as lower-case letters with single blanks between,
//! and a blank stands for every run of anything else, for digits, and for the place where a small letter is
//! followed by a capital, or a run of capitals turns into a word. A zero between two letters is read as the letter it was typed for (`w0rkshop`).
//! The automaton reads that form byte by byte without building it.

/// Start of the text, before its first blank.
const START: u8 = 0;
/// A word boundary.
const BLANK: u8 = 1;
/// Classes: start, blank, a to z; padded to a power of two so that a row of the table is a shift away.
const CLASSES: usize = 32;
/// States are `u16`, of which one bit is a mark.
const MAX_STATES: usize = ENDS as usize;
/// The mark of a state at which patterns end: most have none, and need no look at the list.
const ENDS: u16 = 1 << 15;

/// A word or phrase that a pattern found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    /// What was found: the number given to [`AutomatonBuilder::add`].
    pub(super) concept: u16,
    /// Length in the normal form, boundaries included.
    pub(super) len: u16,
}

/// Receives what a scan finds.
pub(super) trait Sink {
    /// One symbol of the normal form was read; it comes from the byte at `offset`.
    fn symbol(&mut self, offset: usize);
    /// A pattern ends at the symbol just read.
    fn hit(&mut self, hit: Hit);
}

/// Why a pattern cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PatternError {
    /// No letter in it.
    Empty,
    /// The automaton is full.
    TooMany,
}

/// Collects patterns.
pub(super) struct AutomatonBuilder {
    next: Vec<[u16; CLASSES]>,
    hits: Vec<Vec<Hit>>,
}

impl AutomatonBuilder {
    pub(super) fn new() -> Self {
        AutomatonBuilder { next: vec![[0; CLASSES]], hits: vec![Vec::new()] }
    }

    /// Adds a pattern: words with blanks between, whole words unless a `*` stands at an end, and `^` before
    /// the first word for the beginning of the text.
    pub(super) fn add(&mut self, pattern: &str, concept: u16) -> Result<(), PatternError> {
        let symbols = symbols_of(pattern).ok_or(PatternError::Empty)?;
        let mut state = 0_usize;
        for &symbol in &symbols {
            let slot = self.next.get(state).and_then(|row| row.get(symbol as usize)).copied().unwrap_or(0);
            state = if slot != 0 {
                slot as usize
            } else {
                let fresh = self.next.len();
                if fresh >= MAX_STATES {
                    return Err(PatternError::TooMany);
                }
                self.next.push([0; CLASSES]);
                self.hits.push(Vec::new());
                if let Some(cell) = self.next.get_mut(state).and_then(|row| row.get_mut(symbol as usize)) {
                    *cell = fresh as u16;
                }
                fresh
            };
        }
        let hit = Hit { concept, len: symbols.len() as u16 };
        if let Some(hits) = self.hits.get_mut(state)
            && !hits.contains(&hit)
        {
            hits.push(hit);
        }
        Ok(())
    }

    /// Completes the table: where a word cannot go on, the state of its longest known ending takes over.
    pub(super) fn build(mut self) -> Automaton {
        let mut fail = vec![0_u16; self.next.len()];
        let mut queue: Vec<usize> =
            self.next.first().into_iter().flatten().filter(|s| **s != 0).map(|s| *s as usize).collect();
        let mut head = 0;
        while let Some(&state) = queue.get(head) {
            head += 1;
            let ending = fail.get(state).copied().unwrap_or(0) as usize;
            let row_of_ending = self.next.get(ending).copied().unwrap_or([0; CLASSES]);
            let inherited = self.hits.get(ending).cloned().unwrap_or_default();
            if let Some(hits) = self.hits.get_mut(state) {
                hits.extend(inherited);
            }
            let Some(row) = self.next.get_mut(state) else { continue };
            for (cell, &other) in row.iter_mut().zip(&row_of_ending) {
                if *cell == 0 {
                    *cell = other;
                } else {
                    if let Some(f) = fail.get_mut(*cell as usize) {
                        *f = other;
                    }
                    queue.push(*cell as usize);
                }
            }
        }
        let mut hits = Vec::new();
        let mut spans = Vec::with_capacity(self.hits.len());
        for list in &self.hits {
            let from = hits.len() as u32;
            hits.extend_from_slice(list);
            spans.push((from, hits.len() as u32));
        }
        let marked = |state: u16| match self.hits.get(state as usize) {
            Some(hits) if !hits.is_empty() => state | ENDS,
            _ => state,
        };
        Automaton { next: self.next.into_iter().flatten().map(marked).collect(), spans, hits }
    }
}

/// The symbols of a pattern; `None` if it holds no letter.
fn symbols_of(pattern: &str) -> Option<Vec<u8>> {
    let pattern = pattern.trim();
    let (anchored, pattern) = match pattern.strip_prefix('^') {
        Some(rest) => (true, rest),
        None => (false, pattern),
    };
    let (open_start, pattern) = match pattern.strip_prefix('*') {
        Some(rest) => (true, rest),
        None => (false, pattern),
    };
    let (open_end, pattern) = match pattern.strip_suffix('*') {
        Some(rest) => (true, rest),
        None => (false, pattern),
    };
    let mut symbols = Vec::new();
    if anchored {
        symbols.push(START);
    }
    if !open_start {
        symbols.push(BLANK);
    }
    let letters_from = symbols.len();
    for byte in pattern.bytes() {
        let symbol = class_of(byte);
        if symbol != BLANK || symbols.last().is_some_and(|s| *s > BLANK) {
            symbols.push(symbol);
        }
    }
    if symbols.len() == letters_from {
        return None;
    }
    match (symbols.last() == Some(&BLANK), open_end) {
        (true, true) => {
            symbols.pop();
        }
        (false, false) => symbols.push(BLANK),
        _ => {}
    }
    Some(symbols)
}

const fn class_of(byte: u8) -> u8 {
    match byte {
        b'a'..=b'z' => byte - b'a' + 2,
        b'A'..=b'Z' => byte - b'A' + 2,
        _ => BLANK,
    }
}

const fn class_table() -> [u8; 256] {
    let mut table = [BLANK; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = class_of(byte as u8);
        byte += 1;
    }
    table
}

/// The symbol of every byte.
static CLASS: [u8; 256] = class_table();

/// The finished automaton.
#[derive(Debug, Clone)]
pub(super) struct Automaton {
    next: Vec<u16>,
    spans: Vec<(u32, u32)>,
    hits: Vec<Hit>,
}

impl Automaton {
    /// Reads a text once and tells the sink every pattern in it.
    #[inline]
    pub(super) fn scan<S: Sink>(&self, text: &str, sink: &mut S) {
        let bytes = text.as_bytes();
        let mut state = 0_usize;
        sink.symbol(0);
        state = self.step(state, START, sink);
        sink.symbol(0);
        state = self.step(state, BLANK, sink);
        let mut after_blank = true;
        let mut after_small = false;
        let mut after_capitals = 0_u32;
        for (offset, &byte) in bytes.iter().enumerate() {
            let mut class = CLASS.get(byte as usize).copied().unwrap_or(BLANK);
            if class == BLANK
                && byte == b'0'
                && !after_blank
                && bytes.get(offset + 1).is_some_and(u8::is_ascii_alphabetic)
            {
                class = class_of(b'o');
            }
            if class == BLANK {
                if !after_blank {
                    sink.symbol(offset);
                    state = self.step(state, BLANK, sink);
                }
                after_blank = true;
                after_small = false;
                after_capitals = 0;
                continue;
            }
            let capital = byte.is_ascii_uppercase();
            // `pertemuanSosialisasi`, and `BUDAYAFotocopy`: a word begins at the last capital of a run.
            let starts = capital
                && (after_small
                    || (after_capitals >= 2 && bytes.get(offset + 1).is_some_and(u8::is_ascii_lowercase)));
            if starts {
                sink.symbol(offset);
                state = self.step(state, BLANK, sink);
            }
            sink.symbol(offset);
            state = self.step(state, class, sink);
            after_blank = false;
            after_small = byte.is_ascii_lowercase();
            after_capitals = if capital && !starts { after_capitals + 1 } else { u32::from(capital) };
        }
        if !after_blank {
            sink.symbol(bytes.len());
            self.step(state, BLANK, sink);
        }
    }

    #[inline]
    fn step<S: Sink>(&self, state: usize, class: u8, sink: &mut S) -> usize {
        let next = self.next.get(state * CLASSES + class as usize).copied().unwrap_or(0);
        let state = usize::from(next & !ENDS);
        if next & ENDS != 0
            && let Some(&(from, to)) = self.spans.get(state)
            && let Some(hits) = self.hits.get(from as usize..to as usize)
        {
            for &hit in hits {
                sink.hit(hit);
            }
        }
        state
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Found(Vec<u16>);
    impl Sink for Found {
        fn symbol(&mut self, _: usize) {}
        fn hit(&mut self, hit: Hit) {
            self.0.push(hit.concept);
        }
    }

    fn found(patterns: &[&str], text: &str) -> Vec<u16> {
        let mut builder = AutomatonBuilder::new();
        for (i, pattern) in patterns.iter().enumerate() {
            builder.add(pattern, i as u16).unwrap();
        }
        let mut sink = Found(Vec::new());
        builder.build().scan(text, &mut sink);
        sink.0.sort_unstable();
        sink.0
    }

    #[test]
    fn words_have_boundaries() {
        let patterns = ["aula", "nasi box", "^pajak", "sewaruang*", "*inap"];
        for (text, expected) in [
            ("Koran Kedaulatan Rakyat", vec![]),
            ("AULA2 hari", vec![0]),
            ("sewaAula", vec![0]),
            ("koordinasi box", vec![]),
            ("nasi  -  Box", vec![1]),
            ("Nasi Box", vec![1]),
            ("Pajak Hotel", vec![2]),
            ("insentif pajak", vec![]),
            ("Sewaruangan rapat", vec![3]),
            ("menginap", vec![4]),
            ("nasi/b0x", vec![1]),
            ("", vec![]),
            ("\u{e9}\u{0}aula\u{201c}", vec![0]),
        ] {
            assert_eq!(found(&patterns, text), expected, "{text:?}");
        }
    }

    #[test]
    fn overlapping_phrases_are_all_found() {
        let patterns = ["sewa gedung", "gedung pertemuan", "gedung", "pertemuan warga"];
        assert_eq!(found(&patterns, "Sewa Gedung Pertemuan Warga"), vec![0, 1, 2, 3]);
    }

    #[test]
    fn a_pattern_needs_a_letter() {
        let mut builder = AutomatonBuilder::new();
        for pattern in ["", "^", "12", " * ", "^*"] {
            assert_eq!(builder.add(pattern, 0), Err(PatternError::Empty), "{pattern:?}");
        }
    }
}
