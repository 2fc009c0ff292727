#![no_main]
//! See `pok_line` in `src/targets`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hemat_fuzz::targets::run("pok_line", bytes));
