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

fn class_of(byte: u8) -> u8 {
    if byte.is_ascii_alphabetic() { class_of_small(byte.to_ascii_lowercase()) } else { BLANK }
}

/// The class of a small letter.
const fn class_of_small(letter: u8) -> u8 {
    letter - b'a' + BLANK + 1
}

/// What a scan read last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    Blank,
    Small,
    /// A capital after none.
    Capital,
    /// One of a run.
    Capitals,
    /// A zero that was typed for a letter.
    Zero,
}

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
        let mut state = self.step(0, START, 0, sink);
        state = self.step(state, BLANK, 0, sink);
        let mut last = Last::Blank;
        for (offset, &byte) in bytes.iter().enumerate() {
            let next_is = |of_a_sort: fn(&u8) -> bool| bytes.get(offset + 1).is_some_and(of_a_sort);
            match byte {
                b'a'..=b'z' => {
                    state = self.step(state, class_of_small(byte), offset, sink);
                    last = Last::Small;
                }
                b'A'..=b'Z' => {
                    // `pertemuanSosialisasi`, and `BUDAYAFotocopy`: a word begins at the last capital of a run.
                    let starts =
                        last == Last::Small || (last == Last::Capitals && next_is(u8::is_ascii_lowercase));
                    if starts {
                        state = self.step(state, BLANK, offset, sink);
                    }
                    state = self.step(state, class_of_small(byte | 0x20), offset, sink);
                    let goes_on = !starts && matches!(last, Last::Capital | Last::Capitals);
                    last = if goes_on { Last::Capitals } else { Last::Capital };
                }
                b'0' if last != Last::Blank && next_is(u8::is_ascii_alphabetic) => {
                    state = self.step(state, class_of_small(b'o'), offset, sink);
                    last = Last::Zero;
                }
                _ if last != Last::Blank => {
                    state = self.step(state, BLANK, offset, sink);
                    last = Last::Blank;
                }
                _ => {}
            }
        }
        if last != Last::Blank {
            self.step(state, BLANK, bytes.len(), sink);
        }
    }

    /// The state after a symbol that comes from the byte at `offset`.
    #[inline]
    fn step<S: Sink>(&self, state: usize, class: u8, offset: usize, sink: &mut S) -> usize {
        sink.symbol(offset);
        let next = self.next.get(state * CLASSES + usize::from(class)).copied().unwrap_or(0);
        if next & ENDS == 0 {
            return usize::from(next);
        }
        let state = usize::from(next & !ENDS);
        let span = self.spans.get(state).map_or(0..0, |(from, to)| *from as usize..*to as usize);
        for &hit in self.hits.get(span).unwrap_or(&[]) {
            sink.hit(hit);
        }
        state
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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

    /// Everything that a sink is told, in order.
    #[derive(Debug, Default, PartialEq, Eq)]
    struct Told(Vec<Result<usize, Hit>>);
    impl Sink for Told {
        fn symbol(&mut self, offset: usize) {
            self.0.push(Ok(offset));
        }
        fn hit(&mut self, hit: Hit) {
            self.0.push(Err(hit));
        }
    }

    /// The normal form with the places that its symbols come from, by the rules at the top of the file.
    fn normal_form(text: &str) -> Vec<(u8, usize)> {
        let mut symbols = vec![(START, 0), (BLANK, 0)];
        let bytes = text.as_bytes();
        let (mut after_small, mut after_capitals) = (false, 0);
        for (at, &byte) in bytes.iter().enumerate() {
            let next = bytes.get(at + 1).copied().unwrap_or(b' ');
            let after_blank = symbols.last().unwrap().0 == BLANK;
            let zero = byte == b'0' && !after_blank && next.is_ascii_alphabetic();
            let class = class_of(if zero { b'o' } else { byte });
            let capital = byte.is_ascii_uppercase();
            let starts = capital && (after_small || (after_capitals >= 2 && next.is_ascii_lowercase()));
            if !after_blank && (class == BLANK || starts) {
                symbols.push((BLANK, at));
            }
            if class != BLANK {
                symbols.push((class, at));
            }
            after_small = byte.is_ascii_lowercase();
            after_capitals = if capital && !starts { after_capitals + 1 } else { u32::from(capital) };
        }
        if symbols.last().unwrap().0 != BLANK {
            symbols.push((BLANK, bytes.len()));
        }
        symbols
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn a_scan_tells_what_stands_in_the_normal_form(
            text in "[a-cA-C0 ]{0,16}|[aA0o é;/\n1]{0,12}|[ -~]{0,20}|((aula|Sewa|BOX|nasi|b0x|é| |0|-)){0,8}",
        ) {
            let patterns = ["aula", "nasi box", "^a", "ab*", "*ca", "*o*", "a", "b", "bc", "a b", "sewa aula"];
            let mut builder = AutomatonBuilder::new();
            for (concept, pattern) in patterns.iter().enumerate() {
                builder.add(pattern, concept as u16).unwrap();
            }
            let mut told = Told::default();
            builder.build().scan(&text, &mut told);
            let form = normal_form(&text);
            let offsets: Vec<usize> = told.0.iter().filter_map(|told| told.ok()).collect();
            prop_assert_eq!(&offsets, &form.iter().map(|(_, at)| *at).collect::<Vec<_>>());
            let classes: Vec<u8> = form.iter().map(|(class, _)| *class).collect();
            let mut read = 0;
            let mut hits = Vec::new();
            for told in &told.0 {
                match told {
                    Ok(_) => read += 1,
                    Err(hit) => hits.push((read, hit.concept, hit.len as usize)),
                }
            }
            hits.sort_unstable();
            let mut ends = Vec::new();
            for (concept, pattern) in patterns.iter().enumerate() {
                let symbols = symbols_of(pattern).unwrap();
                let at = (1..=classes.len()).filter(|end| classes[..*end].ends_with(&symbols));
                ends.extend(at.map(|end| (end, concept as u16, symbols.len())));
            }
            ends.sort_unstable();
            prop_assert_eq!(hits, ends, "{:?}", text);
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
