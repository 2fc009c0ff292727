#![no_main]
//! See `write_xlsx` in `src/targets`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hemat_fuzz::targets::run("write_xlsx", bytes));
