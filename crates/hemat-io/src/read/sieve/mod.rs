//! Sieve (saringan): one pass over a large delimited file that keeps the lines about events and counts the rest.
//!
//! Of a national file some nine lines in ten are about no event. Their rupiah count, their texts do not. The sieve
//! passes over a row only where nothing about it is in doubt: an export row with its own account, amounts in plain
//! digits, factors that give the amount, and a class that is no event whatever its neighbours say. Every other row is
//! read by the layout's own code. Where a file is not of that kind, or some row depends on others, nothing is
//! returned and the plain reader has it: the two give the same answer, which the tests hold them to.
//!
//! Blocks are cut at record boundaries and read on any number of threads; what depends on order is put together in
//! the order of the file. Memory grows with the lines that are kept.

mod block_reader;
mod blocks;
mod closed;
mod closing;
mod columns;
mod form;
mod judge;
mod memo;
mod noted_accounts;
mod outcome;
mod part;
mod split;

use std::hint;
use std::io::{self, Read};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, TryLockError};
use std::thread;

use flate2::read::MultiGzDecoder;
use hemat_core::classify::{Classifier, KnownPlace};
use hemat_core::repeated::FEW;

use crate::read::budget::{BudgetFile, ClassifiedFile, ReadOptions};
use crate::read::layout::row::Rows;
use crate::read::source::{Source, read_head};

use block_reader::BlockReader;
use blocks::{Block, Blocks};
pub use closed::ClosedLines;
use closing::{Closed, Closing};
use form::Form;
use outcome::{InOrder, Passed, put_together};
pub use part::{AccountSums, FilePart, Share, Unfinished};

/// Bytes of a block: it stays in a core's own cache, beside what is remembered of texts, while it is looked at
/// several times.
pub const BLOCK: usize = 1 << 17;

/// How a file is read.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// Threads; at least one.
    pub jobs: usize,
    /// Bytes of a block.
    pub block: usize,
}

/// Reads the lines about events of a budget file and counts the others.
///
/// `None` if the file is not of the kind that a sieve can read, which is no fault of it.
///
/// # Errors
/// An error of the input itself.
pub fn read_events(
    input: impl Read + Send,
    name: &str,
    options: &ReadOptions,
    classifier: &Classifier,
    pace: Pace,
) -> io::Result<Option<ClassifiedFile>> {
    let whole = read_part(input, name, options, classifier, pace, Share::WHOLE)?;
    Ok(whole.and_then(|part| part.finish().ok()))
}

/// A file of which no line is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedFile {
    /// The file, without lines.
    pub budget: BudgetFile,
    /// Its events, and what is needed of the lines.
    pub closed: ClosedLines,
}

/// [`read_events`] that lets the lines of an activity go as soon as the next one begins. `known` are places that are
/// recognised by name.
///
/// `None` also for a file that comes back to an activity, or that has so few lines that they are compared with others
/// word by word.
///
/// # Errors
/// An error of the input itself.
pub fn read_closing(
    input: impl Read + Send,
    name: &str,
    options: &ReadOptions,
    classifier: &Classifier,
    known: &[KnownPlace],
    pace: Pace,
) -> io::Result<Option<ClosedFile>> {
    let file = Named { name, layers: &[], options, share: Share::WHOLE, closing: Some(known) };
    let Some((part, Some(mut closed))) = read_unpacked(input, file, classifier, pace)? else {
        return Ok(None);
    };
    if closed.lines + part.budget.counted.lines() < FEW as u64 {
        return Ok(None);
    }
    let Ok(accounts) = std::mem::take(&mut closed.accounts).into_accounts() else { return Ok(None) };
    let file = part.finish_beside(accounts, &std::mem::take(&mut closed.strange)).ok();
    Ok(file.map(|file| ClosedFile { budget: file.budget, closed }))
}

/// [`read_events`] of one share of the blocks. Every block is looked at for where records end, so that rows have their
/// numbers; those of other shares are passed over unread.
///
/// # Errors
/// An error of the input itself.
pub fn read_part(
    input: impl Read + Send,
    name: &str,
    options: &ReadOptions,
    classifier: &Classifier,
    pace: Pace,
    share: Share,
) -> io::Result<Option<FilePart>> {
    let file = Named { name, layers: &[], options, share, closing: None };
    Ok(read_unpacked(input, file, classifier, pace)?.map(|(part, _)| part))
}

/// What was read of a file, and the lines that were let go.
type Parts = (FilePart, Option<ClosedLines>);

fn read_unpacked(
    input: impl Read + Send,
    file: Named<'_>,
    classifier: &Classifier,
    pace: Pace,
) -> io::Result<Option<Parts>> {
    let mut input = input;
    let mut start = [0; 2];
    let taken = fill(&mut input, &mut start)?;
    let input = start.get(..taken).unwrap_or_default().chain(input);
    if start.starts_with(&[0x1f, 0x8b]) {
        let file = Named { layers: &["gzip"], ..file };
        read_text(MultiGzDecoder::new(input), &file, classifier, pace)
    } else {
        read_text(input, &file, classifier, pace)
    }
}

/// Reads until the buffer is full or the input ends.
fn fill(input: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut taken = 0;
    while let Some(rest) = buffer.get_mut(taken..).filter(|rest| !rest.is_empty()) {
        match input.read(rest) {
            Ok(0) => break,
            Ok(n) => taken += n,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(taken)
}

/// A file and how it is to be read.
struct Named<'a> {
    name: &'a str,
    layers: &'a [&'static str],
    options: &'a ReadOptions,
    share: Share,
    /// Where events are closed: places that are recognised by name.
    closing: Option<&'a [KnownPlace]>,
}

fn read_text(
    input: impl Read + Send,
    file: &Named<'_>,
    classifier: &Classifier,
    pace: Pace,
) -> io::Result<Option<Parts>> {
    let mut blocks = Blocks::new(input, pace.block.max(1));
    let Ok(Some(source)) = read_head(blocks.head()?, file.name, file.options, file.layers) else {
        return Ok(None);
    };
    let Some(form) = Form::of(&source) else { return Ok(None) };
    // Whether packages are of the layout that the head tells is known when all of them are read.
    if form.columns.is_none() && file.share != Share::WHOLE {
        return Ok(None);
    }
    blocks.cut_at(form.delimiter);
    let work = Work {
        source: &source,
        form: &form,
        classifier,
        file,
        blocks: Mutex::new(blocks),
        in_order: Mutex::new(InOrder::new(file.closing.map(|_| Closing::by(pace.block)))),
        closed: Mutex::new(Closed::default()),
        stopped: AtomicBool::new(false),
    };
    let passed = work.share_out(pace.jobs.max(1))?;
    let Work { in_order, closed, stopped, .. } = work;
    let (Some(passed), false) = (passed, stopped.into_inner()) else { return Ok(None) };
    let Ok(mut in_order) = in_order.into_inner() else { return Ok(None) };
    let closed = match (in_order.closing.take(), file.closing) {
        (Some(closing), Some(known)) => {
            let (Ok(last), Ok(closed)) = (closing.last_batch(), closed.into_inner()) else { return Ok(None) };
            let Ok(all) = closed.finish(last, known) else { return Ok(None) };
            Some(all)
        }
        _ => None,
    };
    let Some(used) = Rows::of(&source).first().map(Rows::used) else { return Ok(None) };
    Ok(put_together(source, &form, used, in_order, passed).map(|part| (part, closed)))
}

/// What a mutex guards, which is held for some 20 microseconds at most: to be put to sleep and woken takes as long, so it is
/// asked for again before that. `None` if a thread failed while it held it.
fn soon<T>(mutex: &Mutex<T>) -> Option<MutexGuard<'_, T>> {
    const TIMES: usize = 1000;
    for _ in 0..TIMES {
        match mutex.try_lock() {
            Ok(guard) => return Some(guard),
            Err(TryLockError::WouldBlock) => hint::spin_loop(),
            Err(TryLockError::Poisoned(_)) => return None,
        }
    }
    mutex.lock().ok()
}

/// What the threads share.
struct Work<'a, R> {
    source: &'a Source,
    form: &'a Form,
    classifier: &'a Classifier,
    file: &'a Named<'a>,
    blocks: Mutex<Blocks<R>>,
    in_order: Mutex<InOrder>,
    closed: Mutex<Closed>,
    /// Some row cannot be read alone, or reading failed: all stop.
    stopped: AtomicBool,
}

impl<R: Read + Send> Work<'_, R> {
    /// Reads all blocks on so many threads. `None` if one of them met a row that cannot be read alone.
    fn share_out(&self, jobs: usize) -> io::Result<Option<Passed>> {
        let of_threads: Vec<io::Result<Option<Passed>>> = thread::scope(|scope| {
            let threads: Vec<_> = (1..jobs).map(|_| scope.spawn(|| self.one_thread())).collect();
            let own = self.one_thread();
            let others = threads.into_iter().map(|t| t.join().unwrap_or(Ok(None)));
            std::iter::once(own).chain(others).collect()
        });
        let mut all = Passed::default();
        for passed in of_threads {
            match passed? {
                Some(passed) => all.merge(passed),
                None => return Ok(None),
            }
        }
        Ok(Some(all))
    }

    fn one_thread(&self) -> io::Result<Option<Passed>> {
        let done = self.blocks_of_one_thread();
        if !matches!(done, Ok(Some(_))) {
            self.stopped.store(true, Ordering::Relaxed);
        }
        done
    }

    fn blocks_of_one_thread(&self) -> io::Result<Option<Passed>> {
        let rows = Rows::of(self.source);
        let Some(rows) = rows.into_iter().next() else { return Ok(None) };
        let rows = rows.with_mark(self.source.options.decimal_mark);
        let closing = self.file.closing.is_some();
        let mut reader = BlockReader::new(self.source, &rows, self.form, self.classifier, closing);
        let mut block = Block::default();
        loop {
            let Some(mut blocks) = soon(&self.blocks) else { return Ok(None) };
            if self.stopped.load(Ordering::Relaxed) || !blocks.next(&mut block)? {
                return Ok(Some(reader.passed()));
            }
            drop(blocks);
            let Some(place) = self.file.share.place_of(block.index) else { continue };
            let Some(read) = reader.read(&block) else { return Ok(None) };
            let Some(mut in_order) = soon(&self.in_order) else { return Ok(None) };
            let Ok(batch) = in_order.add(place, read) else { return Ok(None) };
            drop(in_order);
            if let (Some(batch), Some(known)) = (batch, self.file.closing) {
                let Ok(lines) = batch.close(known) else { return Ok(None) };
                let Some(mut closed) = soon(&self.closed) else { return Ok(None) };
                if closed.add(lines).is_err() {
                    return Ok(None);
                }
            }
        }
    }
}
