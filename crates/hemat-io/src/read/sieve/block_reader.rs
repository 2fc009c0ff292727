//! One block of records: rows that are passed over, and rows that the layout reads.

use std::str::from_utf8;
use std::sync::Arc;

use hemat_core::classify::{Classification, Classifier, LineClassifier};
use hemat_core::cost_line::{CostLine, LineContext};
use memchr::memchr;
use rust_decimal::prelude::ToPrimitive;

use crate::read::balance::Sink;
use crate::read::decode::is_sound;
use crate::read::delimited::{read_alone, read_known};
use crate::read::layout::package::{self, JUDGED_BY, holds_details};
use crate::read::layout::rka;
use crate::read::layout::row::Rows;
use crate::read::source::Source;
use crate::read::strange_text::is_strange;
use crate::read::table::{Cell, Record};

use super::blocks::Block;
use super::closing::Runs;
use super::form::Form;
use super::judge::{Judge, Judged, Told, reason_of};
use super::outcome::{BlockRead, Passed};
use super::split::Row;

/// Lines at the head of a file that are kept whatever they are: a file of few lines is compared with others word
/// by word.
const KEPT_AT_HEAD: u64 = 32;

/// How the layout reads rows one by one.
enum Alone<'a> {
    /// Lines of spending; most are passed over unread.
    Lines(Box<Lines<'a>>),
    /// Packages: each is read, since hardly two have the same name, and counted if it is about no event.
    Packages(Box<Packages<'a>>),
}

struct Lines<'a> {
    judge: Judge<'a>,
    reader: rka::Alone<'a>,
}

struct Packages<'a> {
    reader: package::Alone<'a>,
    passed: Passed,
    /// Whose the package was that was counted last.
    whose: Option<Arc<LineContext>>,
}

/// Reads the blocks of one thread.
pub(super) struct BlockReader<'a> {
    rows: &'a Rows<'a>,
    form: &'a Form,
    /// Events are closed.
    closing: bool,
    alone: Alone<'a>,
    /// For lines of which looking at their rows told nothing.
    classes: LineClassifier<'a>,
}

impl<'a> BlockReader<'a> {
    pub(super) fn new(
        source: &'a Source,
        rows: &'a Rows<'a>,
        form: &'a Form,
        classifier: &'a Classifier,
        closing: bool,
    ) -> Self {
        let alone = match &form.columns {
            Some(columns) => {
                let reader = rka::Alone::new(source, rows);
                let judge = Judge::new(columns, classifier, reader.head_context());
                Alone::Lines(Lines { judge, reader }.into())
            }
            None => {
                let reader = package::Alone::new(source, rows);
                Alone::Packages(Packages { reader, passed: Passed::without_accounts(), whose: None }.into())
            }
        };
        BlockReader { rows, form, closing, alone, classes: LineClassifier::new(classifier) }
    }

    /// What was passed over in all blocks.
    pub(super) fn passed(self) -> Passed {
        match self.alone {
            Alone::Lines(lines) => lines.judge.passed,
            Alone::Packages(packages) => packages.passed,
        }
    }

    /// Reads a block. `None` if some row of it cannot be read without the others.
    pub(super) fn read(&mut self, block: &Block) -> Option<BlockRead> {
        let bytes = block.bytes();
        // Nearly every block is plain ASCII, and need not be decoded as a whole. Bytes above it and zeros are below one
        // as signed numbers.
        let plain = bytes.iter().fold(true, |plain, byte| plain & (byte.cast_signed() > 0));
        if !plain && !from_utf8(bytes).is_ok_and(is_sound) {
            return None;
        }
        let returns = memchr(b'\r', bytes).is_some();
        let form = self.form;
        let behind = form.columns.as_ref().and_then(|columns| columns.behind);
        let mut sink = Sink::new();
        let mut read = BlockRead::default();
        let mut passed = 0;
        let mut row = Row::new(form.delimiter, form.columns.as_ref().map_or(0, |columns| columns.alike));
        // Used again for each row that is kept.
        let (mut texts, mut record) = (Vec::new(), Record { number: 0, cells: Vec::new() });
        let mut from = 0;
        for (at, end) in block.ends.iter().enumerate() {
            let number = block.first + at as u64;
            let raw = bytes.get(from..*end)?;
            from = end + 1;
            let raw = raw.strip_suffix(b"\r").unwrap_or(raw);
            // A lone carriage return ends a record to the plain reader, above the data too.
            if returns && raw.contains(&b'\r') {
                return None;
            }
            if number <= form.data_from {
                continue;
            }
            let past_head = number > form.data_from + KEPT_AT_HEAD;
            if let (Alone::Lines(lines), true, Some(behind)) = (&mut self.alone, past_head, behind)
                && let Some(glance) = row.glance(raw, behind.cells)
                && lines.judge.passes_at_a_glance(number, &glance, behind)
            {
                passed += 1;
                continue;
            }
            let whole = row.read(raw);
            let mut told = None;
            if let (Alone::Lines(lines), true, true) = (&mut self.alone, whole, past_head) {
                let judged = lines.judge.judge(number, &row);
                row.remember();
                match judged {
                    Judged::Passed => {
                        passed += 1;
                        continue;
                    }
                    Judged::Kept(known) => told = known,
                }
            }
            record.number = number;
            let raw = from_utf8(raw).ok()?;
            cells_of(whole.then_some(&row), raw, char::from(form.delimiter), &mut texts, &mut record.cells)?;
            if self.layout_reads(&record, told, past_head, &mut sink, &mut read)? {
                passed += 1;
            }
        }
        read.records = block.ends.len() as u64;
        sink.read_records(read.records - passed);
        read.collected = sink.finish();
        if self.closing {
            let lines = std::mem::take(&mut read.collected.lines);
            read.runs = Runs::of(lines, std::mem::take(&mut read.classes));
        }
        Some(read)
    }

    /// The layout reads a row, and its lines get their classes. True if it was counted after all.
    fn layout_reads(
        &mut self,
        record: &Record,
        told: Option<Box<Told>>,
        past_head: bool,
        sink: &mut Sink,
        read: &mut BlockRead,
    ) -> Option<bool> {
        self.rows.look_for_marks(record, &mut read.evidence);
        let (description, class) = told.map(|told| (told.description, told.class)).unzip();
        let alone = match &mut self.alone {
            Alone::Lines(lines) => lines.reader.read(record, description, sink),
            Alone::Packages(packages) => packages.reader.read(record, sink),
        };
        if !alone {
            return None;
        }
        let known = read.classes.len();
        let new = sink.lines().get(known..).unwrap_or_default();
        let class_of = |line| class.clone().unwrap_or_else(|| self.classes.classify(line));
        read.classes.extend(new.iter().map(class_of));
        let Alone::Packages(packages) = &mut self.alone else { return Some(false) };
        if record.number <= self.form.data_from + JUDGED_BY as u64 {
            read.with_details += usize::from(holds_details(self.rows, record));
        }
        let ([line], Some([class])) = (new, read.classes.get(known..)) else { return Some(false) };
        if !past_head || !packages.pass(line, class) {
            return Some(false);
        }
        read.classes.pop();
        sink.take_back();
        Some(true)
    }
}

/// The cells of a record, which may be taken apart already, in the place of those of another; `texts` is room for them.
fn cells_of<'t>(
    row: Option<&Row<'_>>,
    raw: &'t str,
    delimiter: char,
    texts: &mut Vec<&'t str>,
    cells: &mut Vec<Cell>,
) -> Option<()> {
    let Some(row) = row else {
        *cells = read_alone(raw, delimiter)?;
        return Some(());
    };
    row.texts(raw, texts)?;
    read_known(raw, delimiter, texts, cells).then_some(())
}

impl Packages<'_> {
    /// Counts a package if it is about no event and nothing about it is in doubt.
    fn pass(&mut self, line: &CostLine, class: &Classification) -> bool {
        let (context, value) = (&line.context, line.amount.value());
        let Some(reason) = reason_of(class) else { return false };
        let Some(amount) = value.to_i64().filter(|_| value.is_integer()) else { return false };
        // Texts that look like others are complained of.
        let texts = [&context.agency, &context.activity, &line.heading, &line.description];
        if texts.into_iter().any(|text| is_strange(text.as_bytes())) {
            return false;
        }
        self.passed.add(0, reason, amount, line.row.row);
        if !self.whose.as_ref().is_some_and(|whose| Arc::ptr_eq(whose, context)) {
            let (region, agency) = (context.region.to_string(), context.agency.to_string());
            self.passed.contexts.insert((context.year, region, agency));
            self.whose = Some(Arc::clone(context));
        }
        true
    }
}
