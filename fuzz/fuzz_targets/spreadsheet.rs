#![no_main]
//! See `spreadsheet` in `src/targets`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hemat_fuzz::targets::run("spreadsheet", bytes));
