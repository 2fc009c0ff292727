#![no_main]
//! See `write_set_aside` in `src/targets`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hemat_fuzz::targets::run("write_set_aside", bytes));
