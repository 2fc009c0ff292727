#![no_main]
//! See `number` in `src/targets`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hemat_fuzz::targets::run("number", bytes));
