#![no_main]
//! See `ceilings` in `src/targets`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hemat_fuzz::targets::run("ceilings", bytes));
