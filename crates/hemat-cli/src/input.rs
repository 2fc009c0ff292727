//! Reading inputs: files, and `-` for standard input.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use hemat_core::classify::{Classifier, KnownPlace};
use hemat_io::read::budget::{BudgetFile, ClassifiedFile, ReadOptions};
use hemat_io::read::read_budget;
use hemat_io::read::sieve::{BLOCK, ClosedFile, FilePart, Pace, Share, read_closing, read_events, read_part};

use crate::budget_inputs::BudgetInput;
use crate::claim;
use crate::exit::Failure;

/// The largest input that is read into memory: 1 GiB. A larger one is refused, not truncated.
const LARGEST: u64 = 1 << 30;

/// From this many bytes on the lines of a file are let go as soon as their events are complete: 32 MiB. Below it they
/// fit anywhere.
const CLOSED_FROM: u64 = 1 << 25;

/// All bytes of a file or of standard input.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::OutOfMemory => Failure::Said(format!(
            "{}: does not fit into memory; split it and give the parts",
            path.display()
        )),
        _ => Failure::Said(format!("{}: {error}", path.display())),
    };
    let too_large =
        || Failure::Said(format!("{}: larger than 1 GiB; split it and give the parts", path.display()));
    let mut bytes = Vec::new();
    let taken = if path == Path::new("-") {
        io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?
    } else {
        if path.is_dir() {
            return Err(Failure::Said(format!("{}: is a folder; name its files", path.display())));
        }
        let file = File::open(path).map_err(failed)?;
        // A file says how large it is, a pipe does not.
        if file.metadata().is_ok_and(|m| m.len() > LARGEST) {
            return Err(too_large());
        }
        claim::input(path);
        file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?
    };
    if taken as u64 > LARGEST {
        return Err(too_large());
    }
    Ok(bytes)
}

/// The text of a small file of ours (TOML, calendar). Bytes that are not UTF-8 are refused.
pub(crate) fn text(path: &Path) -> Result<String, Failure> {
    String::from_utf8(bytes(path)?)
        .map_err(|_| Failure::Said(format!("{}: not UTF-8 text; save it as UTF-8", path.display())))
}

/// The name of an input in reports: its base name, the same wherever the file lies; `stdin` for standard input.
pub(crate) fn name(path: &Path) -> String {
    if path == Path::new("-") {
        return "stdin".to_owned();
    }
    path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned())
}

/// The lines about events of a budget file that can be read so; standard input cannot be read twice, so never.
pub(crate) fn events(
    input: &BudgetInput,
    options: &ReadOptions,
    classifier: &Classifier,
    jobs: usize,
) -> Result<Option<ClassifiedFile>, Failure> {
    let path = &input.path;
    if path == Path::new("-") || path.is_dir() {
        return Ok(None);
    }
    let failed = |error: io::Error| Failure::Said(format!("{}: {error}", path.display()));
    let file = File::open(path).map_err(failed)?;
    claim::input(path);
    let read = read_events(file, &input.name, options, classifier, Pace { jobs, block: BLOCK });
    match read {
        // A damaged archive: the plain reader says what is wrong with it and what to do.
        Err(error) if is_damage(error.kind()) => Ok(None),
        read => read.map_err(failed),
    }
}

/// The events of a large file of which no line need be kept; `None` for others.
pub(crate) fn closed(
    input: &BudgetInput,
    options: &ReadOptions,
    classifier: &Classifier,
    known: &[KnownPlace],
    jobs: usize,
) -> Result<Option<ClosedFile>, Failure> {
    let path = &input.path;
    if path == Path::new("-") || !path.metadata().is_ok_and(|of| of.is_file() && of.len() >= CLOSED_FROM) {
        return Ok(None);
    }
    let failed = |error: io::Error| Failure::Said(format!("{}: {error}", path.display()));
    let file = File::open(path).map_err(failed)?;
    claim::input(path);
    match read_closing(file, &input.name, options, classifier, known, Pace { jobs, block: BLOCK }) {
        Err(error) if is_damage(error.kind()) => Ok(None),
        read => read.map_err(failed),
    }
}

/// One share of a large export; `None` where it is not of the kind that can be shared out.
pub(crate) fn part(
    input: &BudgetInput,
    options: &ReadOptions,
    classifier: &Classifier,
    jobs: usize,
    share: Share,
) -> Result<Option<FilePart>, Failure> {
    let failed = |error: io::Error| Failure::Said(format!("{}: {error}", input.path.display()));
    let file = File::open(&input.path).map_err(failed)?;
    claim::input(&input.path);
    read_part(file, &input.name, options, classifier, Pace { jobs, block: BLOCK }, share).map_err(failed)
}

/// True for what a decompressor says of bytes that are not what they should be.
fn is_damage(kind: io::ErrorKind) -> bool {
    matches!(kind, io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof)
}

/// A budget file.
pub(crate) fn budget(input: &BudgetInput, options: &ReadOptions) -> Result<BudgetFile, Failure> {
    read_budget(&bytes(&input.path)?, &input.name, options).map_err(Failure::said)
}
