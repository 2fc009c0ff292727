//! Figures of a workbook: the numbers of its tables, ranges from their three columns.

use crate::command::hemat;
use crate::read::{Sheet, names, sheet};
use crate::tables::{Figures, add, range};

pub(crate) fn read(args: &[&str], lang: &str) -> Option<Figures> {
    let output = hemat().args(args).args(["--format", "xlsx", "--lang", lang, "--quiet"]).output().unwrap();
    assert!(output.status.success());
    let mut figures = Figures::new();
    let live = ["Perbandingan", "Comparison", "Hitungan", "Working", "Ringkasan", "Summary"];
    for name in names(&output.stdout).iter().filter(|n| !live.contains(&n.as_str())) {
        of_sheet(&mut figures, &sheet(&output.stdout, name));
    }
    Some(figures)
}

fn of_sheet(figures: &mut Figures, sheet: &Sheet) {
    let Some((last_row, last_column)) = sheet.0.end() else { return };
    let (rows, columns) = (last_row as usize, last_column as usize);
    let ends = |heading: &str, words: [&str; 2]| words.iter().any(|w| heading.ends_with(w));
    // The header is the first row with something in its last column.
    let Some(header) = (0..=rows).find(|row| !sheet.text(*row, columns).is_empty()) else { return };
    let headings: Vec<String> = (0..=columns).map(|c| sheet.text(header, c)).collect();
    for row in header + 1..=rows {
        for (column, heading) in headings.iter().enumerate() {
            if ends(heading, [", terendah", ", lowest"]) {
                let numbers = [0, 1, 2].map(|end| sheet.sen(row, column + end));
                if let [Some(low), Some(likely), Some(high)] = numbers {
                    add(figures, range(low, likely, high));
                }
            } else if !ends(heading, [", mungkin", ", likely"])
                && !ends(heading, [", tertinggi", ", highest"])
                && let Some(value) = sheet.sen(row, column)
            {
                add(figures, vec![value]);
            }
        }
    }
}
