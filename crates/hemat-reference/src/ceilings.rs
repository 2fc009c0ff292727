//! The published price tables, read once, and the look-up over them.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use hemat_core::ceiling::{Ceilings, PriceCeiling};

use crate::ceiling_row;
use crate::multiplier;
use crate::table::{self, Table, TableError};

pub(crate) const ASSETS: [(&str, &str); 7] = [
    ("sbm2026_meeting_packages.csv", include_str!("../assets/sbm2026_meeting_packages.csv")),
    ("sbm2026_meals_snacks.csv", include_str!("../assets/sbm2026_meals_snacks.csv")),
    ("sbm2026_hall_rent.csv", include_str!("../assets/sbm2026_hall_rent.csv")),
    ("sbm2026_honoraria.csv", include_str!("../assets/sbm2026_honoraria.csv")),
    ("sbm2026_daily_allowances.csv", include_str!("../assets/sbm2026_daily_allowances.csv")),
    ("sbm2026_lodging.csv", include_str!("../assets/sbm2026_lodging.csv")),
    ("shsr_meeting_packages.csv", include_str!("../assets/shsr_meeting_packages.csv")),
];

static TABLE: LazyLock<Table<PriceCeiling>> = LazyLock::new(|| {
    let mut all = Table { rows: Vec::new(), errors: Vec::new() };
    for (name, text) in ASSETS {
        let part = read(name, text);
        all.rows.extend(part.rows);
        all.errors.extend(part.errors);
    }
    all
});

/// Reads one table. Rows with a defect, and second rows for one key, are left out and named.
fn read(name: &str, text: &str) -> Table<PriceCeiling> {
    let keys = RefCell::new(BTreeSet::new());
    table::read(name, text, |row| {
        let price = ceiling_row::read(row)?;
        if keys.borrow_mut().insert(price.key()) { Ok(price) } else { Err("second row for one key".into()) }
    })
}

pub(crate) fn errors() -> &'static [TableError] {
    &TABLE.errors
}

/// All published rows.
#[must_use]
pub fn published() -> &'static [PriceCeiling] {
    &TABLE.rows
}

/// The look-up over the published tables. [`Ceilings::with_local`] puts a user's own table before them.
#[must_use]
pub fn built_in() -> Ceilings<'static> {
    Ceilings::new(published(), multiplier::multipliers())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_rows_are_named_and_left_out() {
        let text = include_str!("../assets/sbm2026_hall_rent.csv");
        let mut lines: Vec<String> = text.lines().take(6).map(str::to_owned).collect();
        let first = lines[1].clone();
        lines[2] = lines[2].replace(",hari,", ",hari,-");
        lines[3] = lines[3].replace("estimate", "maximum");
        lines[4].push_str(",more");
        lines[5] = lines[5].replace(",apbn,", ",apbd,");
        lines.push(first);
        let table = read("damaged", &lines.join("\n"));
        assert_eq!(table.rows.len(), 1);
        assert_eq!(table.errors.iter().map(|e| e.record).collect::<Vec<_>>(), [3, 4, 5, 6, 7]);
    }
}
