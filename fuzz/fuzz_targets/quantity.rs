//! Any text is a quantity or not.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = hemat_io::read::quantity::read_quantity(text);
    let _ = hemat_io::read::quantity::read_formula(text, 12.into(), "oh");
});
