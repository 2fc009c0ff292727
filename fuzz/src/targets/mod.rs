//! What is fuzzed: one plain function for each target, taken in by the fuzzer and by the workspace's own smoke test
//! (`tests/fuzz_smoke.rs`), which runs the same functions on stable Rust without a fuzzer.
//!
//! A target takes any bytes. It panics where a promise is broken: nothing else counts as a finding.

mod hand_written;
mod judgement;
mod parsers;
mod readers;
mod seeds;
mod writers;

use std::path::Path;

/// A thing to fuzz.
#[derive(Clone, Copy)]
pub struct Target {
    /// Its name, that of the file in `fuzz_targets`.
    pub name: &'static str,
    /// What is done with an input.
    pub run: fn(&[u8]),
    /// Good inputs to begin with, from the project's root.
    pub seeds: fn(&Path) -> Vec<Vec<u8>>,
    /// Executions of the smoke test: fewer where one takes long.
    pub smoke: u32,
}

/// All targets, in the order of the way of the data.
pub const TARGETS: &[&[Target]] =
    &[parsers::TARGETS, readers::TARGETS, hand_written::TARGETS, judgement::TARGETS, writers::TARGETS];

/// All targets in one row.
pub fn all() -> impl Iterator<Item = &'static Target> {
    TARGETS.iter().flat_map(|group| group.iter())
}

/// Runs the target of this name.
///
/// # Panics
/// If there is none of that name, or a promise is broken.
pub fn run(name: &str, bytes: &[u8]) {
    let target = all().find(|target| target.name == name).unwrap_or_else(|| panic!("no target {name}"));
    (target.run)(bytes);
}

/// The text of an input, broken bytes replaced: a parser of text sees text.
fn text(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// What stands between two files that one input holds.
const BETWEEN: &str = "\n%%\n";

/// The first and the second file of an input.
fn pair(text: &str) -> (&str, &str) {
    text.split_once(BETWEEN).unwrap_or((text, ""))
}
