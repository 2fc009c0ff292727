//! Any file is read or refused, and what is read balances.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(budget) = hemat_io::read::read_budget(bytes, "fuzz", &Default::default()) {
        let t = budget.tally;
        assert_eq!(t.rows_read, t.rows_used + t.rows_set_aside + t.rows_not_lines);
        assert_eq!(t.amount_used.try_add(t.amount_set_aside), Ok(t.amount_read));
    }
});
