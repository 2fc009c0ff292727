#![no_main]
//! See `mapping` in `src/targets`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hemat_fuzz::targets::run("mapping", bytes));
