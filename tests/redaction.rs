//! Personal data in a budget: masked in reports without being asked, exact where lines are copied, no figure changed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    dead_code,
    unreachable_pub,
    reason = "a test stops at the first surprise"
)]

#[path = "cli/run.rs"]
mod command;

use std::io::{Cursor, Read};

use command::run;
use hemat_io::read::budget::ReadOptions;
use hemat_io::read::read_budget;
use serde_json::Value;

const BUDGET: &str = "tests/fixtures/redaction/budget.csv";
const VENUES: &str = "tests/fixtures/savings/venues.toml";

/// Everything in the file that tells of a person.
const PERSONAL: [&str; 9] = [
    "Siti",
    "Rahma",
    "Santoso",
    "199003",
    "01.234.567",
    "000123",
    "1209015501800001",
    "0812",
    "budi.santoso",
];

/// The commands that make reports, without their format.
fn reports() -> Vec<Vec<&'static str>> {
    vec![
        vec!["savings", BUDGET, "--venues", VENUES],
        vec!["check", BUDGET, "--venues", VENUES],
        vec!["audit", BUDGET, "--venues", VENUES],
        vec!["events", BUDGET],
    ]
}

/// The bytes of a report, those of a workbook unpacked, and what was said.
fn written(args: &[&str], format: &str) -> (String, String) {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let ran = run(&[args, &["--format", format, "--out", out.to_str().unwrap()]].concat());
    assert_eq!(ran.code, 0, "{args:?}: {}", ran.stderr);
    let bytes = std::fs::read(&out).unwrap();
    if format != "xlsx" {
        return (String::from_utf8(bytes).unwrap(), ran.stderr);
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for at in 0..archive.len() {
        archive.by_index(at).unwrap().read_to_string(&mut all).unwrap();
    }
    (all, ran.stderr)
}

fn leaks(text: &str) -> Vec<&'static str> {
    PERSONAL.into_iter().filter(|personal| text.contains(personal)).collect()
}

#[test]
fn reports_mask_unasked_in_every_format() {
    let mut leaked = 0;
    for report in reports() {
        for format in ["text", "markdown", "html", "csv", "json", "xlsx"] {
            let (out, said) = written(&report, format);
            assert_eq!(leaks(&out), [""; 0], "{report:?} {format}");
            assert_eq!(leaks(&said), [""; 0], "{report:?} {format}: {said}");
            let counted = if format == "csv" || format == "json" { &said } else { &out };
            let counted = counted.split_whitespace().collect::<Vec<_>>().join(" ");
            let full = leaks(&written(&[&report[..], &["--no-redact"]].concat(), format).0);
            if !full.is_empty() {
                leaked += 1;
                assert!(counted.contains("Data pribadi yang disamarkan: "), "{report:?} {format}: {counted}");
            }
        }
    }
    assert!(leaked > 10, "without masks only {leaked} outputs hold such data: this would prove nothing");
}

/// The rows of a merged report are those of one run, and so is what is masked in them.
#[test]
fn merged_reports_mask_unasked_in_every_format() {
    let folder = tempfile::tempdir().unwrap();
    let part = folder.path().join("part.json");
    let part = part.to_str().unwrap();
    assert_eq!(run(&["partial", BUDGET, "--out", part, "--quiet"]).code, 0);
    assert!(!leaks(&std::fs::read_to_string(part).unwrap()).is_empty(), "a partial is an exact copy");
    let merge = ["merge", part, "--venues", VENUES];
    let mut leaked = 0;
    for format in ["text", "markdown", "html", "csv", "json", "xlsx"] {
        let (out, said) = written(&merge, format);
        assert_eq!((leaks(&out), leaks(&said)), (vec![], vec![]), "{format}");
        let full = written(&[&merge[..], &["--no-redact"]].concat(), format).0;
        leaked += usize::from(!leaks(&full).is_empty());
    }
    assert!(leaked >= 4, "without masks only {leaked} formats hold such data: this would prove nothing");
}

#[test]
fn sarif_masks_unasked() {
    let check = ["check", BUDGET, "--venues", VENUES];
    let (out, said) = written(&check, "sarif");
    assert_eq!((leaks(&out), leaks(&said)), (vec![], vec![]));
    assert!(said.contains("Data pribadi yang disamarkan: "), "{said}");
    let full = written(&[&check[..], &["--no-redact"]].concat(), "sarif").0;
    assert!(!leaks(&full).is_empty(), "{full}");
}

/// Parquet holds the factors of a quantity with their units, which no other format shows.
#[test]
fn units_of_factors_are_masked_in_parquet() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (budget, out) = (path("budget.csv"), path("lines.parquet"));
    let line = "2026,Kota Contoh,Dinas Satu,Rapat,5.1.02.02.01.0003,Honorarium,Honorarium,2 orang a.n. Siti Rahma x 3 jam,OJ,900000,5400000";
    let head =
        "year,region,agency,activity,account_code,account_name,description,quantity,unit,unit_price,amount";
    std::fs::write(&budget, format!("{head}\n{line}\n")).unwrap();
    let units = |masking: &str| {
        let ran = run(&["lines", &budget, masking, "--format", "parquet", "--out", &out, "--quiet"]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let read =
            read_budget(&std::fs::read(&out).unwrap(), "lines.parquet", &ReadOptions::default()).unwrap();
        let quantity = read.lines[0].quantity.clone().unwrap();
        assert_eq!((read.lines[0].persons(), quantity.total().to_string()), (None, "6".to_owned()));
        quantity.factors().iter().map(|factor| factor.unit.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(units("--no-redact"), ["orang a.n. Siti Rahma", "jam"]);
    assert_eq!(units("--redact"), ["orang a.n. [nama disamarkan]", "jam"]);
}

#[test]
fn a_folder_of_csv_and_an_audit_in_a_folder_mask_too() {
    let folder = tempfile::tempdir().unwrap();
    let out = format!("{}/semua/", folder.path().display());
    let ran = run(&["audit", BUDGET, "--venues", VENUES, "--out", &out, "--quiet"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let mut files = 0;
    let mut folders = vec![std::path::PathBuf::from(&out)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e != "xlsx") {
                files += 1;
                assert_eq!(leaks(&std::fs::read_to_string(&path).unwrap()), [""; 0], "{}", path.display());
            }
        }
    }
    assert!(files > 5, "{files}");
}

/// All numbers of a JSON value, money as text among them, with their paths.
fn figures(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, v)| figures(v, &format!("{path}.{key}"), found)),
        Value::Array(all) => {
            all.iter().enumerate().for_each(|(at, v)| figures(v, &format!("{path}[{at}]"), found))
        }
        Value::String(text) if text.parse::<f64>().is_err() => {}
        other => found.push(format!("{path} {other}")),
    }
}

#[test]
fn no_figure_id_or_row_changes() {
    for report in reports() {
        let of = |more: &str| {
            let (json, _) = written(&[&report[..], &["--quiet", more]].concat(), "json");
            let mut found = Vec::new();
            figures(&serde_json::from_str(&json).unwrap(), "", &mut found);
            found
        };
        let (masked, full) = (of("--redact"), of("--no-redact"));
        assert!(masked.len() > 20, "{report:?}");
        assert_eq!(masked, full, "{report:?}");
    }
}

#[test]
fn lines_are_exact_until_masking_is_asked_for() {
    for command in ["lines", "inspect"] {
        for format in ["text", "csv", "json", "html"] {
            let exact = written(&[command, BUDGET], format).0;
            let masked = written(&[command, BUDGET, "--redact"], format).0;
            assert_eq!(leaks(&masked), [""; 0], "{command} {format}");
            assert!(command == "inspect" || !leaks(&exact).is_empty(), "{command} {format}");
        }
    }
    let trail = run(&["lines", BUDGET, "--why"]).stdout;
    assert!(leaks(&trail).contains(&"Santoso"), "{trail}");
    assert_eq!(leaks(&run(&["lines", BUDGET, "--why", "--redact"]).stdout), [""; 0]);
    let said = run(&["lines", BUDGET, "--format", "csv", "--redact", "--lang", "en"]).stderr;
    assert!(said.contains("Personal data masked: 8 ("), "{said}");
}

#[test]
fn rows_set_aside_are_exact_for_mending_and_masked_on_demand() {
    let folder = tempfile::tempdir().unwrap();
    let aside = folder.path().join("aside.csv");
    let aside = aside.to_str().unwrap();
    let of = |more: &[&str]| {
        let ran =
            run(&[&["savings", BUDGET, "--venues", VENUES, "--quiet", "--set-aside", aside], more].concat());
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        std::fs::read_to_string(aside).unwrap()
    };
    assert!(of(&[]).contains("Siti Rahma"), "an exact copy");
    let masked = of(&["--redact"]);
    assert!(masked.contains("[nama disamarkan]") && masked.contains("banyak"), "{masked}");
    assert_eq!(leaks(&masked), [""; 0]);
}

#[test]
fn letters_mask_unless_told_not_to() {
    for letter in ["request", "reply"] {
        let args = ["request", BUDGET, "--agency", "Dinas Dua", "--letter", letter, "--quiet"];
        let masked = run(&args).stdout;
        assert_eq!(leaks(&masked), [""; 0], "{masked}");
        let full = run(&[&args[..], &["--no-redact"]].concat()).stdout;
        assert!(!full.contains("disamarkan"), "{full}");
    }
}

#[test]
fn the_last_of_two_options_counts() {
    let shown =
        |options: &[&str]| leaks(&run(&[&["events", BUDGET, "--quiet"], options].concat()).stdout).len();
    assert_eq!(shown(&["--no-redact", "--redact"]), 0);
    assert!(shown(&["--redact", "--no-redact"]) > 0);
}

#[test]
fn a_comparison_masks_on_demand_with_its_live_sheet() {
    let folder = tempfile::tempdir().unwrap();
    let venues =
        std::fs::read_to_string(command::root().join("tests/fixtures/workbook/venues.toml")).unwrap();
    let named = venues.replace("source = \"", "source = \"kuitansi a.n. Siti Rahma, ");
    assert!(named != venues);
    let path = folder.path().join("venues.toml");
    std::fs::write(&path, named).unwrap();
    let args = ["compare", "tests/fixtures/workbook/event.toml", "--venues", path.to_str().unwrap()];
    for format in ["text", "html", "json", "xlsx", "csv", "markdown"] {
        let masked = written(&[&args[..], &["--redact"]].concat(), format).0;
        assert_eq!(leaks(&masked), [""; 0], "{format}");
    }
    assert!(leaks(&written(&args, "xlsx").0).contains(&"Siti"), "a file of one's own is shown as it is");
}
