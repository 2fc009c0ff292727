#![no_main]
//! See `ods_xml` in `src/targets`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hemat_fuzz::targets::run("ods_xml", bytes));
