//! Any text splits into records whose numbers do not fall, and a header search on it is safe.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (table, _) = hemat_io::read::delimited::read_delimited(text);
    assert!(table.records.windows(2).all(|w| w[0].number <= w[1].number));
    let _ = hemat_io::read::header::find_header(&table, &Default::default());
});
