//! Rupiah conserved: what the file holds is what each format tells, to the rupiah.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use crate::budget::{FORMS_OF_FILES, Form, budget, total, written};
use crate::{BUDGETS, Folder, rupiah};

/// `1.234.567`.
fn grouped(number: i128, mark: char) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

fn column_sum(csv: &str, column: &str) -> i128 {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let at = reader.headers().unwrap().iter().position(|name| name == column).unwrap();
    reader.records().map(|record| record.unwrap()[at].parse::<i128>().unwrap()).sum()
}

/// The sums of all columns of all sheets of a workbook. A sheet of data has no row of totals.
fn workbook_sums(bytes: Vec<u8>) -> Vec<i128> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut sums = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).unwrap();
        for column in 0..range.width() {
            let cells = range.rows().map(|cells| &cells[column]);
            let numbers = cells.filter_map(|cell| match cell {
                Data::Float(number) => Some(*number as i128),
                Data::Int(number) => Some(i128::from(*number)),
                _ => None,
            });
            sums.push(numbers.sum());
        }
    }
    sums
}

#[test]
fn the_lines_of_a_file_hold_its_rupiah_in_every_format_of_data() {
    for (seed, activities) in BUDGETS {
        let folder = Folder::new();
        let rows = budget(seed, activities);
        let all = i128::from(total(&rows));
        for form in FORMS_OF_FILES {
            let what = format!("{form:?}, seed {seed}");
            folder.file("b.csv", &written(form, &rows));
            let csv = folder.run("lines {}/b.csv --format csv");
            assert_eq!(column_sum(&csv, "amount"), all, "{what}");
            let json = folder.json("lines {}/b.csv");
            let lines = json["lines"].as_array().unwrap();
            assert_eq!(lines.iter().map(|line| rupiah(&line["amount"])).sum::<i128>(), all, "{what}");
            folder.run("lines {}/b.csv --format xlsx --out {}/o.xlsx");
            let sums = workbook_sums(std::fs::read(folder.path("o.xlsx")).unwrap());
            assert!(sums.contains(&all), "{what}: {sums:?} lacks {all}");
        }
    }
}

/// Read = used + set aside + not about events, the same four figures in all six formats, and the first is the file's.
#[test]
fn a_report_accounts_for_the_rupiah_of_the_file_in_every_format() {
    for (seed, activities) in BUDGETS {
        let folder = Folder::new();
        let rows = budget(seed, activities);
        let json = folder.savings(&rows);
        let amount = |key: &str| rupiah(&json["reconciliation"]["amount"][key]);
        assert_eq!(amount("read"), i128::from(total(&rows)), "seed {seed}");
        assert_eq!(amount("read"), amount("used") + amount("set_aside") + amount("not_event"), "seed {seed}");
        let run = |rest: &str| folder.run(&format!("savings {{}}/b.csv --venues {{}}/v.toml {rest}"));
        for format in ["text", "markdown", "html"] {
            for (lang, mark) in [("id", '.'), ("en", ',')] {
                let written = run(&format!("--format {format} --lang {lang}"));
                for key in ["read", "used", "not_event"] {
                    let figure = grouped(amount(key), mark);
                    assert!(written.contains(&figure), "seed {seed}, {format}, {lang}: no {key} {figure}");
                }
            }
        }
        // What the venues of all events cost, in the formats of data.
        let current: i128 = json["events"].as_array().unwrap().iter().map(|e| rupiah(&e["current"])).sum();
        assert_eq!(column_sum(&run("--format csv"), "current"), current, "seed {seed}");
        run("--format xlsx --out {}/o.xlsx");
        let sums = workbook_sums(std::fs::read(folder.path("o.xlsx")).unwrap());
        assert!(sums.contains(&current), "seed {seed}: {sums:?} lacks {current}");
    }
}

/// Venue lines of events are in the report once: their costs do not exceed the rupiah of the events.
#[test]
fn events_and_what_is_in_none_are_the_whole_file() {
    for (seed, activities) in BUDGETS {
        let folder = Folder::new();
        let rows = budget(seed, activities);
        folder.file("b.csv", &written(Form::Hemat, &rows));
        let json = folder.json("events {}/b.csv");
        let of_events: i128 = json["events"].as_array().unwrap().iter().map(|e| rupiah(&e["total"])).sum();
        let unassigned = json["unassigned"].as_array().unwrap();
        let in_none: i128 = unassigned.iter().map(|u| rupiah(&u["amount"])).sum();
        assert_eq!(of_events + in_none, i128::from(total(&rows)), "seed {seed}");
    }
}
