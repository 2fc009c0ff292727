#![no_main]
//! See `write_text` in `src/targets`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hemat_fuzz::targets::run("write_text", bytes));
