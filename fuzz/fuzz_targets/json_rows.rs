#![no_main]
//! See `json_rows` in `src/targets`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hemat_fuzz::targets::run("json_rows", bytes));
