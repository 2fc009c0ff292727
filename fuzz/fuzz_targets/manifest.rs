#![no_main]
//! See `manifest` in `src/targets`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hemat_fuzz::targets::run("manifest", bytes));
