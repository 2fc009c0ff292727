#![no_main]
//! See `quantity` in `src/targets`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hemat_fuzz::targets::run("quantity", bytes));
