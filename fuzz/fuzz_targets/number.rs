//! Any text is a number or says why not.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = hemat_io::read::number::read_number(text);
});
