//! Any bytes decode, and no NUL is left.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    assert!(!hemat_io::read::decode::decode(bytes).text.contains('\0'));
});
