//! Reading inputs: files, and `-` for standard input.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use hemat_core::classify::Classifier;
use hemat_io::read::budget::{BudgetFile, ReadOptions};
use hemat_io::read::read_budget;
use hemat_io::read::sieve::{BLOCK, FilePart, Pace, Share, read_events, read_part};

use crate::budget_inputs::BudgetInput;
use crate::exit::Failure;

/// The largest input that is read into memory: 1 GiB. A larger one is refused, not truncated.
const LARGEST: u64 = 1 << 30;

/// All bytes of a file or of standard input.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |error: io::Error| Failure::Said(format!("{}: {error}", path.display()));
    let mut bytes = Vec::new();
    let taken = if path == Path::new("-") {
        io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?
    } else {
        if path.is_dir() {
            return Err(Failure::Said(format!("{}: is a folder; name its files", path.display())));
        }
        File::open(path).map_err(failed)?.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?
    };
    if taken as u64 > LARGEST {
        return Err(Failure::Said(format!(
            "{}: larger than 1 GiB; split it and give the parts",
            path.display()
        )));
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
) -> Result<Option<BudgetFile>, Failure> {
    let path = &input.path;
    if path == Path::new("-") || path.is_dir() {
        return Ok(None);
    }
    let failed = |error: io::Error| Failure::Said(format!("{}: {error}", path.display()));
    let file = File::open(path).map_err(failed)?;
    read_events(file, &input.name, options, classifier, Pace { jobs, block: BLOCK }).map_err(failed)
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
    read_part(file, &input.name, options, classifier, Pace { jobs, block: BLOCK }, share).map_err(failed)
}

/// A budget file.
pub(crate) fn budget(input: &BudgetInput, options: &ReadOptions) -> Result<BudgetFile, Failure> {
    read_budget(&bytes(&input.path)?, &input.name, options).map_err(Failure::said)
}
