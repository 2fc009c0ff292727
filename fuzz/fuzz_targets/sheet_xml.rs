#![no_main]
//! See `sheet_xml` in `src/targets`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hemat_fuzz::targets::run("sheet_xml", bytes));
