#![no_main]
//! See `calendar` in `src/targets`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hemat_fuzz::targets::run("calendar", bytes));
