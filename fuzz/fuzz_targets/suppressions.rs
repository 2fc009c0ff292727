#![no_main]
//! See `suppressions` in `src/targets`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hemat_fuzz::targets::run("suppressions", bytes));
