#![no_main]
//! Any bytes open as a workbook or fail; what opens has its sheets chosen.

use libfuzzer_sys::fuzz_target;

use hemat_io::read::compressed::{Limits, unpack};
use hemat_io::read::sheet_choice::choose_sheets;
use hemat_io::read::spreadsheet::read_workbook;

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits { max_bytes: 1 << 24, ..Limits::default() };
    let _ = unpack(bytes, &limits);
    if let Ok(workbook) = read_workbook(bytes, &limits) {
        let _ = choose_sheets(workbook.sheets);
    }
});
