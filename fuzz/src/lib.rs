//! What is fuzzed; the programs in `fuzz_targets` hold one line each.

pub mod targets;
