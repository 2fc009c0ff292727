//! Any text is a code or not.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = hemat_io::read::account_code::read_code(text);
});
