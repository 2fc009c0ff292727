#![no_main]
//! See `descriptions` in `src/targets`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hemat_fuzz::targets::run("descriptions", bytes));
