#![no_main]
//! See `venues` in `src/targets`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hemat_fuzz::targets::run("venues", bytes));
