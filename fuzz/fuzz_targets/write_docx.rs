#![no_main]
//! See `write_docx` in `src/targets`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hemat_fuzz::targets::run("write_docx", bytes));
