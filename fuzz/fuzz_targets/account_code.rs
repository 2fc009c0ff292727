#![no_main]
//! See `account_code` in `src/targets`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hemat_fuzz::targets::run("account_code", bytes));
