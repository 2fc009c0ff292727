//! `hemat ceilings`: every published figure is there, and an answer never says more than the law does.
//!
//! Output for people is in `tests/golden/`; written anew by `INSTA_UPDATE=always cargo test -p hemat-cli --test ceilings`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, dead_code, unreachable_pub)]

#[path = "cli/run.rs"]
mod command;
#[path = "shared_folder.rs"]
mod shared_folder;

use std::collections::BTreeMap;
use std::path::Path;

use command::{Ran, finish, hemat, root, run};
use serde_json::Value;
use shared_folder::shared_folder;

type Record = BTreeMap<String, String>;

fn golden(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root().join("tests/golden"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

fn fixture(name: &str) -> String {
    root().join("tests/fixtures/ceilings").join(name).display().to_string()
}

fn good(args: &[&str]) -> String {
    let Ran { code, stdout, stderr } = run(args);
    assert_eq!((code, stderr.as_str()), (0, ""), "{args:?}");
    stdout
}

fn records(text: &str) -> Vec<Record> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    let record = |r: csv::StringRecord| {
        header.iter().zip(r.iter()).map(|(k, v)| (k.to_owned(), v.to_owned())).collect()
    };
    reader.records().map(|r| record(r.unwrap())).collect()
}

/// What `hemat ceilings` prints for a row of an original table: item, region, level and package; empty = any.
fn asked_of(file: &str, row: &Record) -> Vec<(String, [String; 4])> {
    let cell = |name: &str| row.get(name).cloned().unwrap_or_default();
    let region = || match cell("province").as_str() {
        "NASIONAL" | "" => "nasional".to_owned(),
        name => name.to_owned(),
    };
    let one = |item: &str, level: String, package: String| {
        vec![(cell("amount_idr"), [item.to_owned(), region(), level, package])]
    };
    let food = |kind: &str| {
        let item = match cell("context").as_str() {
            "rapat biasa" => format!("meeting-{kind}"),
            "diklat" => format!("training-{kind}"),
            _ => format!("coordination-{kind}"),
        };
        (cell(&format!("{kind}_idr")), [item, region(), String::new(), String::new()])
    };
    match file {
        "sbm2026_paket_rapat" => one("meeting-package", cell("level"), cell("package")),
        "sbm2026_penginapan" => one("lodging", cell("level"), String::new()),
        "sbm2026_sewa_gedung_pertemuan" => one("hall-rent", String::new(), String::new()),
        "sbm2026_uang_harian" => {
            let item = match cell("kind").as_str() {
                "luar kota" => "allowance-out-of-town",
                "diklat" => "allowance-training",
                _ => "allowance-in-town",
            };
            one(item, String::new(), String::new())
        }
        "sbm2026_konsumsi" => vec![food("meal"), food("snack")],
        // Items of this table have their number in the regulation, which no other table shares.
        _ => vec![(
            cell("amount_idr"),
            ["".into(), region(), cell("item_no").replace("II.", ""), String::new()],
        )],
    }
}

fn folded(region: &str) -> String {
    let upper = region.to_uppercase().replace("SUMATERA", "SUMATRA");
    upper.replace("KEPULAUAN BANGKA BELITUNG", "BANGKA BELITUNG")
}

/// Each figure of the original tables is printed, and nothing but them.
#[test]
fn every_figure_of_the_reference_tables_is_printed() {
    let Some(dir) = shared_folder("reference") else { return };
    let printed = records(&good(&["ceilings", "--format", "csv"]));
    let mut expected = 0;
    for file in [
        "sbm2026_paket_rapat",
        "sbm2026_konsumsi",
        "sbm2026_sewa_gedung_pertemuan",
        "sbm2026_honorarium_event",
        "sbm2026_uang_harian",
        "sbm2026_penginapan",
    ] {
        let text = std::fs::read_to_string(dir.join(format!("{file}.csv"))).unwrap();
        for (amount, [item, region, level, package]) in records(&text).iter().flat_map(|r| asked_of(file, r))
        {
            expected += 1;
            let found: Vec<&Record> = printed
                .iter()
                .filter(|p| {
                    if item.is_empty() {
                        p["item_no"] == level
                    } else {
                        p["item"] == item && p["level_label"] == level
                    }
                })
                .filter(|p| folded(&p["region"]) == folded(&region))
                .filter(|p| package.is_empty() || p["package"] == package)
                .collect();
            let [row] = found.as_slice() else {
                panic!("{file} {item} {region} {level} {package}: {}", found.len())
            };
            assert_eq!(row["amount_idr"], amount, "{file} {item} {region} {level} {package}");
            assert_eq!(
                (row["regulation"].as_str(), row["fiscal_year_from"].as_str()),
                ("PMK 32/2025", "2026")
            );
            assert_eq!((row["for_apbd"].as_str(), row["binds"].as_str()), ("benchmark", "apbn"));
        }
    }
    assert_eq!((expected, printed.len()), (812, 812));
}

/// The question of the project's own example, and its figure in the reference tables' notes.
#[test]
fn a_narrow_question_has_one_answer_for_each_fund() {
    let mut outputs = Vec::new();
    for province in ["Sumatera Utara", "SUMATRA UTARA", "sumut", "Prov. Sumatera Utara", "North Sumatra"] {
        let args = [
            "ceilings",
            "--year",
            "2026",
            "--province",
            province,
            "--package",
            "fullday",
            "--level",
            "eselon-3",
        ];
        outputs.push(good(&[&args[..], &["--format", "json"]].concat()));
    }
    outputs.dedup();
    let [json] = outputs.as_slice() else { panic!("spellings differ") };
    let value: Value = serde_json::from_str(json).unwrap();
    assert_eq!(value["schema"], "hemat.ceilings/1");
    let said: Vec<_> = value["answers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|a| (&a["fund"], &a["standing"], &a["amount"]))
        .collect();
    assert_eq!(said.len(), 2);
    assert_eq!(said[0], (&"apbn".into(), &"limit".into(), &"462000".into()));
    assert_eq!(said[1], (&"apbd".into(), &"benchmark".into(), &"462000".into()));
}

#[test]
fn a_year_without_a_table_is_said_to_be_unknown() {
    for year in ["2015", "2018", "2020", "2023"] {
        let args = [
            "ceilings",
            "--year",
            year,
            "--province",
            "sumut",
            "--item",
            "meal",
            "--fund",
            "apbd",
            "--format",
            "json",
        ];
        let value: Value = serde_json::from_str(&good(&args)).unwrap();
        let answer = &value["answers"][0];
        assert_eq!((&answer["standing"], &answer["reason"]), (&"unknown".into(), &"year-not-loaded".into()));
        assert_eq!(answer["other_year"]["standing"], "benchmark");
        assert_eq!(value["rows"].as_array().unwrap().len(), 0);
    }
    let text = good(&["ceilings", "--year", "2018", "--lang", "en"]);
    assert!(text.contains("No ceiling known for 2018"), "{text}");
}

/// The own table binds its own region alone; the published SBM stays a benchmark for APBD.
#[test]
fn an_own_table_goes_first_and_binds_its_region() {
    let perbup = fixture("perbup.csv");
    let base = [
        "ceilings",
        "--ceilings",
        &perbup,
        "--province",
        "sumut",
        "--level",
        "eselon-3",
        "--package",
        "fullday",
        "--fund",
        "apbd",
        "--format",
        "json",
    ];
    let answer = |more: &[&str]| -> (String, String) {
        let value: Value = serde_json::from_str(&good(&[&base[..], more].concat())).unwrap();
        let answer = &value["answers"][0];
        (answer["standing"].as_str().unwrap().to_owned(), answer["amount"].as_str().unwrap_or("").to_owned())
    };
    let is = |standing: &str, amount: &str| (standing.to_owned(), amount.to_owned());
    assert_eq!(answer(&["--year", "2026", "--region", "Kab. Contoh"]), is("limit", "350000"));
    assert_eq!(answer(&["--year", "2018", "--region", "Kab. Contoh"]), is("limit", "300000"));
    assert_eq!(answer(&["--year", "2026"]), is("benchmark", "350000"));
    assert_eq!(answer(&["--year", "2026", "--region", "Kota Medan"]), is("benchmark", "462000"));
    assert_eq!(answer(&["--year", "2020", "--region", "Kab. Contoh"]), is("unknown", ""));
}

#[test]
fn faults_of_an_own_table_are_all_explained() {
    let bad = fixture("bad.csv");
    for args in [vec!["ceilings", "--check", &bad], vec!["ceilings", "--ceilings", &bad]] {
        let ran = run(&args);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
        golden(
            "ceilings-faults",
            &ran.stderr.replace(Path::new(&bad).parent().unwrap().to_str().unwrap(), "..."),
        );
    }
}

#[test]
fn misspelt_names_are_answered_with_what_may_be_meant() {
    for (option, typed, meant) in [
        ("--province", "Sumatera Utra", "Sumatera Utara"),
        ("--item", "narasumbr", "narasumber"),
        ("--level", "eselon-9", "eselon-3"),
        ("--region", "Asahan", "Kabupaten Asahan"),
        ("--year", "26", "1945"),
    ] {
        let ran = run(&["ceilings", option, typed]);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{option}");
        assert!(ran.stderr.contains(meant), "{option}: {}", ran.stderr);
    }
}

#[test]
fn reports_read_as_before() {
    let perbup = fixture("perbup.csv");
    let narrow = [
        "ceilings",
        "--year",
        "2026",
        "--province",
        "Sumatera Utara",
        "--package",
        "fullboard",
        "--level",
        "eselon-2",
    ];
    for (name, args) in [
        ("ceilings-narrow-text-id", [&narrow[..], &[]].concat()),
        ("ceilings-narrow-text-en", [&narrow[..], &["--lang", "en"]].concat()),
        ("ceilings-narrow-markdown-id", [&narrow[..], &["--format", "markdown"]].concat()),
        ("ceilings-narrow-json", [&narrow[..], &["--format", "json"]].concat()),
        ("ceilings-narrow-csv", [&narrow[..], &["--format", "csv"]].concat()),
        ("ceilings-province-text-id", vec!["ceilings", "--year", "2026", "--province", "Bali"]),
        (
            "ceilings-2018-text-id",
            vec!["ceilings", "--year", "2018", "--province", "sumut", "--item", "meal"],
        ),
        (
            "ceilings-own-text-id",
            vec![
                "ceilings",
                "--ceilings",
                &perbup,
                "--year",
                "2026",
                "--province",
                "sumut",
                "--region",
                "Kabupaten Contoh",
                "--item",
                "meal",
                "--stage",
                "execution",
            ],
        ),
        ("ceilings-check-text-id", vec!["ceilings", "--check", &perbup]),
        ("ceilings-check-text-en", vec!["ceilings", "--check", &perbup, "--lang", "en"]),
    ] {
        golden(name, &good(&args));
    }
    for format in ["csv", "json"] {
        let of = |lang| good(&[&narrow[..], &["--format", format, "--lang", lang]].concat());
        assert_eq!(of("id"), of("en"), "{format}");
    }
}

/// The commands of both pages run, their example is a good table, and no column of a table is left out.
#[test]
fn the_pages_are_true() {
    let folder = tempfile::tempdir().unwrap();
    for page in ["docs/ceilings.md", "docs/ceilings.id.md"] {
        let text = std::fs::read_to_string(root().join(page)).unwrap();
        let block =
            |kind: &str| text.split(&format!("```{kind}\n")).nth(1).unwrap().split("```").next().unwrap();
        let table = folder.path().join("ceilings.csv");
        std::fs::write(&table, block("csv")).unwrap();
        for line in block("sh").lines() {
            let quoted = line.split('"').enumerate();
            let words = quoted.flat_map(|(at, part)| match at % 2 {
                1 => vec![part],
                _ => part.split_whitespace().collect(),
            });
            let args: Vec<&str> = words.skip(1).collect();
            let ran = finish(hemat().current_dir(folder.path()).args(&args));
            assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{page}: {line}");
        }
        let told = run(&["ceilings", "--check", &fixture("unknown_column.csv")]).stderr;
        let columns = told.rsplit("valid columns: ").next().unwrap().trim();
        for column in columns.split(", ") {
            assert!(text.contains(&format!("`{column}`")), "{page}: {column}");
        }
    }
}
