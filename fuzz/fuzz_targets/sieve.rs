#![no_main]
//! See `sieve` in `src/targets`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hemat_fuzz::targets::run("sieve", bytes));
