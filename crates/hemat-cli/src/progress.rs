//! A progress bar on stderr while many files are read. On a terminal alone: what is piped or kept stays plain.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressStyle};

use crate::args::Common;

/// With fewer files than this nobody waits long enough to look.
const MANY: usize = 4;

/// A bar over so many files; an invisible one where it would disturb.
pub(crate) fn over_files(count: usize, common: &Common) -> ProgressBar {
    if common.quiet || count < MANY || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(count as u64);
    match ProgressStyle::with_template("{bar:30} {pos}/{len} {wide_msg}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
