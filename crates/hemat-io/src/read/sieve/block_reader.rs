//! One block of records: rows that are passed over, and rows that the layout reads.

use std::str::from_utf8;

use hemat_core::classify::{Classifier, LineClassifier};
use hemat_core::cost_line::LineContext;
use memchr::memchr;

use crate::read::balance::Sink;
use crate::read::decode::is_sound;
use crate::read::delimited::{read_alone, read_known};
use crate::read::layout::rka::Alone;
use crate::read::layout::row::Rows;
use crate::read::source::Source;
use crate::read::table::Record;

use super::blocks::Block;
use super::columns::Columns;
use super::judge::{Judge, Judged, Told};
use super::outcome::{BlockRead, Passed};
use super::split::Row;

/// Lines at the head of a file that are kept whatever they are: a file of few lines is compared with others word
/// by word.
const KEPT_AT_HEAD: u64 = 32;

/// Reads the blocks of one thread.
pub(super) struct BlockReader<'a> {
    rows: &'a Rows<'a>,
    columns: &'a Columns,
    judge: Judge<'a>,
    alone: Alone<'a>,
    /// For lines of which looking at their rows told nothing.
    classes: LineClassifier<'a>,
}

impl<'a> BlockReader<'a> {
    pub(super) fn new(
        source: &'a Source,
        rows: &'a Rows<'a>,
        columns: &'a Columns,
        classifier: &'a Classifier,
    ) -> Self {
        let alone = Alone::new(source, rows);
        let head: LineContext = alone.head_context();
        let judge = Judge::new(columns, classifier, head);
        BlockReader { rows, columns, judge, alone, classes: LineClassifier::new(classifier) }
    }

    /// What was passed over in all blocks.
    pub(super) fn passed(self) -> Passed {
        self.judge.passed
    }

    /// Reads a block. `None` if some row of it cannot be read without the others.
    pub(super) fn read(&mut self, block: &Block) -> Option<BlockRead> {
        let bytes = block.bytes();
        // Nearly every block is plain ASCII, and need not be decoded as a whole.
        let plain = bytes.is_ascii() && memchr(0, bytes).is_none();
        if !plain && !from_utf8(bytes).is_ok_and(is_sound) {
            return None;
        }
        let returns = memchr(b'\r', bytes).is_some();
        let mut sink = Sink::new();
        let mut read = BlockRead::default();
        let mut passed = 0;
        let mut row = Row::new(self.columns.delimiter, self.columns.alike);
        let delimiter = char::from(self.columns.delimiter);
        // Used again for each row that is kept.
        let (mut texts, mut record) = (Vec::new(), Record { number: 0, cells: Vec::new() });
        let mut from = 0;
        for (at, end) in block.ends.iter().enumerate() {
            let number = block.first + at as u64;
            let raw = bytes.get(from..*end)?;
            from = end + 1;
            let raw = raw.strip_suffix(b"\r").unwrap_or(raw);
            if number <= self.columns.data_from {
                continue;
            }
            if returns && raw.contains(&b'\r') {
                return None;
            }
            let past_head = number > self.columns.data_from + KEPT_AT_HEAD;
            if let (true, Some(behind)) = (past_head, self.columns.behind)
                && let Some(glance) = row.glance(raw, behind.cells)
                && self.judge.passes_at_a_glance(number, &glance, behind)
            {
                passed += 1;
                continue;
            }
            let whole = row.read(raw);
            let mut told = None;
            if whole && past_head {
                let judged = self.judge.judge(number, &row);
                row.remember();
                match judged {
                    Judged::Passed => {
                        passed += 1;
                        continue;
                    }
                    Judged::Kept(known) => told = known,
                }
            }
            let raw = from_utf8(raw).ok()?;
            record.number = number;
            if whole {
                row.texts(raw, &mut texts)?;
                if !read_known(raw, delimiter, &texts, &mut record.cells) {
                    return None;
                }
            } else {
                record.cells = read_alone(raw, delimiter)?;
            }
            self.keep(&record, told, &mut sink, &mut read)?;
        }
        read.records = block.ends.len() as u64;
        sink.read_records(read.records - passed);
        read.collected = sink.finish();
        Some(read)
    }

    /// The layout reads a row, and its line gets its class.
    fn keep(
        &mut self,
        record: &Record,
        told: Option<Box<Told>>,
        sink: &mut Sink,
        read: &mut BlockRead,
    ) -> Option<()> {
        self.rows.look_for_marks(record, &mut read.evidence);
        let (description, class) = told.map(|told| (told.description, told.class)).unzip();
        if !self.alone.read(record, description, sink) {
            return None;
        }
        // One line a row, unless it was set aside.
        let new = sink.lines().get(read.classes.len()..).unwrap_or_default();
        let class_of = |line| class.clone().unwrap_or_else(|| self.classes.classify(line));
        read.classes.extend(new.iter().map(class_of));
        Some(())
    }
}
