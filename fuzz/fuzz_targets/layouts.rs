#![no_main]
//! See `layouts` in `src/targets`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hemat_fuzz::targets::run("layouts", bytes));
