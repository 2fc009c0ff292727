//! Any note is read.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let note = [hemat_io::read::detail::NotePiece { row: 1, text }];
    let _ = hemat_io::read::detail::read_details(&note, None);
});
