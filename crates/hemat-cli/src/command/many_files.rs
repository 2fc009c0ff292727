//! Work on many files, shared out over threads: among the files, and inside a large one.

use std::path::Path;

use hemat_core::parallel::one_by_one;

use crate::args::Common;
use crate::budget_inputs::BudgetInput;
use crate::progress;

/// From this many bytes on a file has all threads to itself: 32 MiB. So no more than one large file is held at a time,
/// and of small ones no more than there are threads.
const LARGE: u64 = 1 << 25;

/// Does `work` with each file, on the threads it is given, and returns what it gives in the order of the files.
pub(super) fn over_files<R: Send>(
    inputs: &[BudgetInput],
    common: &Common,
    work: impl Fn(&BudgetInput, usize) -> R + Sync,
) -> Vec<R> {
    let jobs = common.jobs();
    let bar = progress::over_files(inputs.len(), common);
    let counted = |input: &BudgetInput, jobs: usize| {
        bar.set_message(input.name.clone());
        let done = work(input, jobs);
        bar.inc(1);
        done
    };
    let (large, small): (Vec<_>, Vec<_>) =
        inputs.iter().enumerate().partition(|(_, input)| inputs.len() == 1 || size(&input.path) >= LARGE);
    let mut all: Vec<(usize, R)> = large.into_iter().map(|(at, input)| (at, counted(input, jobs))).collect();
    all.extend(one_by_one(&small, jobs, |(at, input)| (*at, counted(input, 1))));
    bar.finish_and_clear();
    all.sort_unstable_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, result)| result).collect()
}

/// Bytes of a file; none where that cannot be told, such as standard input.
fn size(path: &Path) -> u64 {
    path.metadata().map_or(0, |metadata| metadata.len())
}
