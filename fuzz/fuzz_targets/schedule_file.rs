#![no_main]
//! See `schedule_file` in `src/targets`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hemat_fuzz::targets::run("schedule_file", bytes));
