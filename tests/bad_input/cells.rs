//! Cells that are not what their column says: amounts, prices, quantities, days, years.
//!
//! Each stands in the second row of a budget whose first row is good; `hemat lines --strict` must name the diagnostic,
//! the row and the text, and end with 3 where the row was set aside.

use crate::budget::{HEAD, good};
use crate::case::Case;

/// Column, cell, exit code, what is said.
type Cell = (&'static str, &'static str, i32, &'static [&'static str]);

const AMOUNTS: &[Cell] = &[
    ("amount", "", 3, &["amount-missing"]),
    ("amount", "-", 3, &["amount-missing"]),
    ("amount", "n/a", 3, &["amount-missing"]),
    ("amount", "Rp", 3, &["amount-missing"]),
    ("amount", "lima juta", 3, &["amount-missing"]),
    ("amount", "12a", 3, &["amount-unreadable", "12a"]),
    ("amount", "1,2,3.4.5", 3, &["amount-unreadable"]),
    ("amount", "1..000", 3, &["amount-unreadable"]),
    ("amount", "4e6x", 3, &["amount-unreadable"]),
    ("amount", "0x3D0900", 3, &["amount-unreadable"]),
    ("amount", "4 000 000 x", 3, &["amount-unreadable"]),
    ("amount", "NaN", 3, &["amount-missing"]),
    ("amount", "Infinity", 3, &["amount-missing"]),
    ("amount", "#REF!", 3, &["amount-missing"]),
    ("amount", "#DIV/0!", 3, &["amount-unreadable"]),
    ("amount", "=4000000", 3, &["amount-unreadable"]),
    ("amount", "=SUM(A1:A9)", 3, &["amount-unreadable"]),
    ("amount", "1234567890123456789012345678901234567890", 3, &["amount-out-of-range"]),
    ("amount", "9999999999999999999999999999", 3, &["amount-out-of-range"]),
    ("amount", "200000000000000000000", 3, &["amount-out-of-range"]),
    ("amount", "0.1234567890123456789012345678901234567890", 3, &["amount-out-of-range"]),
    ("amount", "2.61024E+11", 3, &["amount-rounded"]),
    ("amount", "4.00001E+6", 3, &["amount-rounded"]),
    ("amount", "1E+400", 3, &["amount-unreadable"]),
    ("amount", "1E-400", 3, &["amount-unreadable"]),
    ("amount", "4000000%", 3, &["amount-unreadable"]),
    ("amount", "４０００００００", 3, &["amount-missing", "４０００００００"]),
    ("amount", "٤٠٠٠٠٠٠", 3, &["amount-missing", "٤٠٠٠٠٠٠"]),
    ("amount", "4000000 4000000", 3, &["amount-unreadable"]),
    ("amount", "2026-02-31", 3, &["amount-unreadable"]),
    ("amount", "-4000000", 0, &["total-mismatch"]),
    ("amount", "(4.000.000,00)", 0, &["total-mismatch"]),
    ("amount", "0", 0, &["total-mismatch"]),
    ("amount", "0,00", 0, &["total-mismatch"]),
    ("amount", "4000000.01", 0, &["total-mismatch"]),
    ("amount", "40000000", 0, &["total-mismatch"]),
];

const FACTORS: &[Cell] = &[
    ("unit_price", "-50000", 0, &["total-mismatch"]),
    ("unit_price", "0", 0, &["total-mismatch"]),
    ("unit_price", "500000000000000000000000", 0, &["cell-unreadable"]),
    ("unit_price", "5.00001e4", 0, &["cell-unreadable"]),
    ("unit_price", "lima puluh ribu", 0, &["cell-unreadable"]),
    ("unit_price", "50000a", 0, &["cell-unreadable"]),
    ("unit_price", "#N/A", 0, &["cell-unreadable"]),
    ("quantity", "-40 orang x 2 hari", 0, &["cell-unreadable"]),
    ("quantity", "-80", 0, &["cell-unreadable"]),
    ("quantity", "0", 0, &["total-mismatch"]),
    ("quantity", "0 orang x 2 hari", 0, &["total-mismatch"]),
    ("quantity", "40 orang x 0 hari", 0, &["total-mismatch"]),
    ("quantity", "orang", 0, &["cell-unreadable"]),
    ("quantity", "empat puluh orang", 0, &["cell-unreadable"]),
    ("quantity", "x x x", 0, &["cell-unreadable"]),
    ("quantity", "1e400", 0, &["cell-unreadable"]),
    ("quantity", "99999999999999999999999999999999999999 orang", 0, &["cell-unreadable"]),
    ("quantity", "9999999999 orang x 9999999999 hari x 9999999999 kali", 0, &["cell-unreadable"]),
    ("quantity", "#REF!", 0, &["cell-unreadable"]),
    ("quantity", "400 orang x 2 hari", 0, &["total-mismatch"]),
];

const DAYS: &[Cell] = &[
    ("date", "2026-02-31", 0, &["cell-unreadable", "2026-02-31"]),
    ("date", "2026-13-01", 0, &["cell-unreadable"]),
    ("date", "2026-00-10", 0, &["cell-unreadable"]),
    ("date", "20218-11-23", 0, &["cell-unreadable"]),
    ("date", "0000-00-00", 0, &["cell-unreadable"]),
    ("date", "1899-12-31", 0, &["cell-unreadable"]),
    ("date", "besok", 0, &["cell-unreadable"]),
    ("date", "31/02/2026", 0, &["cell-unreadable"]),
    ("date", "2026-02-30T25:61", 0, &["cell-unreadable"]),
    ("date", "-1", 0, &["cell-unreadable"]),
    ("year", "20218", 0, &["cell-unreadable", "20218"]),
    ("year", "0", 0, &["cell-unreadable"]),
    ("year", "1492", 0, &["cell-unreadable"]),
    ("year", "dua ribu", 0, &["cell-unreadable"]),
    ("year", "99999999999999999999", 0, &["cell-unreadable"]),
];

const CODES: &[Cell] = &[
    ("account_code", "lima.satu", 0, &["cell-unreadable"]),
    ("account_code", "-5.1.02", 0, &["cell-unreadable"]),
    ("account_code", "5.1.02.01.01.0052; DROP TABLE", 0, &["cell-unreadable"]),
];

/// Words that are hostile or strange and yet words: they are read, and nothing is said.
const WORDS: &[Cell] = &[
    ("description", "=cmd|'/c calc'!A1", 0, &[]),
    ("description", "<script>alert(1)</script>", 0, &[]),
    ("description", "\u{202e}gnirahes", 0, &[]),
    ("description", "\u{1b}[31mmerah\u{1b}[0m", 0, &[]),
    ("description", "../../../../etc/passwd", 0, &[]),
    ("description", "${jndi:ldap://a}", 0, &[]),
    ("description", "%s%s%n", 0, &[]),
    ("description", "\u{feff}Makan\u{200b} rapat", 0, &[]),
    ("description", "", 0, &[]),
    // Digits wrapped by a narrow column are one number.
    ("amount", "\"4\n000\n000\"", 0, &[]),
    ("amount", "4E+6", 0, &[]),
    ("year", "TA 2026", 0, &[]),
    ("unit_price", "5e4", 0, &[]),
    ("account_code", "5.1.02.01.01.9999999999999999999999999", 0, &[]),
    ("account_code", "5..1..02", 0, &[]),
    ("agency", "", 0, &[]),
    ("activity", "\u{0}Rapat", 0, &[]),
];

/// The budget with this cell in its second row.
fn with(column: &str, cell: &str) -> String {
    let head = format!("{HEAD},date");
    let columns: Vec<&str> = head.split(',').collect();
    let mut row: Vec<String> = good().split(',').map(str::to_owned).collect();
    row.push("2026-03-10".to_owned());
    let at = columns.iter().position(|name| *name == column).unwrap();
    row[at] = if cell.contains(',') { format!("\"{cell}\"") } else { cell.to_owned() };
    format!("{head}\n{},2026-03-09\n{}\n", good(), row.join(","))
}

fn case((column, cell, code, says): &Cell) -> Case {
    let place: &[&str] = if says.is_empty() { &[] } else { &["b.csv:3: "] };
    Case::new(format!("{column} {cell:?}"), "lines {}/b.csv --strict --format csv", *code)
        .file("b.csv", with(column, cell))
        .says(says)
        .says(place)
        .shows(&[&good_line()])
}

/// What must be shown of the good row, whatever stands below it.
fn good_line() -> String {
    ",Makan rapat,80,OH,40,2,,50000,4000000,".to_owned()
}

/// All cells.
pub(crate) fn cases() -> Vec<Case> {
    [AMOUNTS, FACTORS, DAYS, CODES, WORDS].into_iter().flatten().map(case).collect()
}
