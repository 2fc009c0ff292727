//! Workbooks: read back by other implementations, recalculated by LibreOffice also after cells were changed, and held
//! against hemat's own numbers.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    missing_docs,
    reason = "a test stops at the first surprise"
)]
#![allow(dead_code, unreachable_pub, reason = "the runner is shared by several tests")]

#[path = "cli/run.rs"]
mod command;
#[path = "workbook/edit.rs"]
mod edit;
#[path = "workbook/office.rs"]
mod office;
#[path = "workbook/read.rs"]
mod read;

use std::fs;
use std::path::Path;

use calamine::Data;
use serde_json::Value;

use command::{hemat, root, run};
use read::{Sheet, sen, sheet};

const EVENT: &str = "tests/fixtures/workbook/event.toml";
const VENUES: &str = "tests/fixtures/workbook/venues.toml";

/// The sheet people work in, and where its parts stand.
const LIVE: &str = "Perbandingan";
const LIVE_XML: &str = "xl/worksheets/sheet2.xml";

fn workbook(args: &[&str]) -> Vec<u8> {
    let output = hemat().args(args).args(["--format", "xlsx", "--quiet"]).output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&run(&[args, &["--format", "json", "--quiet"]].concat()).stdout).unwrap()
}

/// Every figure of the results and of the components against a comparison's JSON.
fn assert_figures(live: &Sheet, json: &Value, what: &str) {
    let results = live.row(&[(1, "Kesimpulan")]) + 1;
    let mut component = live.row(&[(1, "Komponen")]) + 1;
    let verdict = |word: &str| match word {
        "cheaper" => "lebih murah",
        "dearer" => "lebih mahal",
        "same" => "sama",
        "uncertain" => "belum pasti",
        _ => "tidak dapat disimpulkan",
    };
    let answer = |word: &str| match word {
        "yes" => "ya",
        "no" => "tidak",
        _ => "tidak diketahui",
    };
    let same = |row: usize, first: usize, range: &Value, about: &str| {
        for (at, end) in ["low", "likely", "high"].into_iter().enumerate() {
            let expected = range[end].as_str().map(sen);
            assert_eq!(live.sen(row, first + at), expected, "{what}: {about} {end}");
        }
    };
    for (row, option) in (results..).zip(json["options"].as_array().unwrap()) {
        let name = option["name"].as_str().unwrap();
        assert_eq!(live.text(row, 0), name, "{what}");
        same(row, 3, &option["total"], name);
        assert_eq!(live.text(row, 9) == "ya", option["complete"] == true, "{what}: {name}");
        assert_eq!(live.text(row, 10), answer(option["fits"].as_str().unwrap()), "{what}: {name}");
        let per_person = option["per_person_day"].as_str().map(sen);
        assert_eq!(live.sen(row, 12), per_person, "{what}: {name}");
        if option["venue"] == json["baseline"] {
            assert_eq!(live.text(row, 1), "tempat asal");
        } else {
            same(row, 6, &option["saving"], &format!("saving of {name}"));
            assert_eq!(live.text(row, 1), verdict(option["verdict"].as_str().unwrap()), "{what}: {name}");
        }
        for part in option["components"].as_array().unwrap() {
            assert_eq!(live.text(component, 0), name, "{what}");
            same(component, 9, &part["amount"], &format!("{name} {}", part["component"]));
            component += 1;
        }
        component += option["missing"].as_array().unwrap().len();
        assert_eq!(live.text(component, 1), "Jumlah");
        same(component, 9, &option["total"], name);
        component += 1;
    }
    let best = json["options"].as_array().unwrap().iter().find(|o| o["venue"] == json["best"]);
    let best = best.map_or("tidak ada", |o| o["name"].as_str().unwrap());
    assert_eq!(live.text(live.row(&[(0, "Tempat terbaik")]), 1), best, "{what}");
}

#[test]
fn the_stored_results_are_hemats_own_numbers() {
    for args in [
        vec!["compare", "--example", "asahan-2018"],
        vec!["compare", "--example", "cilegon-2025"],
        vec!["compare", EVENT, "--venues", VENUES],
    ] {
        let book = workbook(&args);
        assert_figures(&sheet(&book, LIVE), &json(&args), &format!("{args:?}"));
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    for args in [
        vec!["compare", EVENT, "--venues", VENUES],
        vec![
            "savings",
            "tests/fixtures/savings/budget.csv",
            "--venues",
            "tests/fixtures/savings/venues.toml",
        ],
    ] {
        assert!(workbook(&args) == workbook(&args), "{args:?}");
    }
}

/// What names a row of a workbook: columns, and the text that stands in each.
type Cells = &'static [(usize, &'static str)];

/// A change of the files, and the same change of the cells.
struct Change {
    what: &'static str,
    files: Vec<(&'static str, &'static str)>,
    /// Row of an input (label in the first column), or of a price (venue, component); numbers low, likely, high.
    cells: Vec<(Cells, [&'static str; 3])>,
}

fn changes() -> Vec<Change> {
    let participants = ("{ low = 80, likely = 120, high = 160,", &[(0, "Peserta (orang)")][..]);
    let change = |what, files, cells| Change { what, files, cells };
    vec![
        change("nothing", vec![], vec![]),
        change(
            "fewer participants",
            vec![(participants.0, "{ low = 30, likely = 45, high = 60,")],
            vec![(participants.1, ["30", "45", "60"])],
        ),
        change(
            "more than the seats",
            vec![(participants.0, "{ low = 151, likely = 400, high = 1001,")],
            vec![(participants.1, ["151", "400", "1001"])],
        ),
        change(
            "days, meals and snacks",
            vec![
                ("days = { low = 1, likely = 2, high = 2 }", "days = 3"),
                (
                    "meals_per_day = { low = 1, likely = 1, high = 2 }",
                    "meals_per_day = { low = 0, likely = 2, high = 4 }",
                ),
                (
                    "snacks_per_day = { low = 0, likely = 2, high = 3 }",
                    "snacks_per_day = { low = 0, likely = 1, high = 5 }",
                ),
            ],
            vec![
                (&[(0, "Lama (hari)")], ["3", "3", "3"]),
                (&[(0, "Makan per hari")], ["0", "2", "4"]),
                (&[(0, "Kudapan per hari")], ["0", "1", "5"]),
            ],
        ),
        change(
            "a price",
            vec![(
                "basis = \"day\"\namount = 45000000",
                "basis = \"day\"\namount = { low = 1250000.25, likely = 2000000, high = 2500000 }",
            )],
            vec![(&[(0, "Gedung Hari"), (1, "sewa ruang")], ["1250000.25", "2000000", "2500000"])],
        ),
    ]
}

#[test]
fn another_program_computes_hemats_numbers_also_after_changes() {
    let Some(office) = office::find() else { return };
    let folder = tempfile::tempdir().unwrap();
    let original = workbook(&["compare", EVENT, "--venues", VENUES]);
    let live = sheet(&original, LIVE);
    let texts = [EVENT, VENUES].map(|path| fs::read_to_string(root().join(path)).unwrap());
    let (mut books, mut expected) = (Vec::new(), Vec::new());
    for (at, change) in changes().into_iter().enumerate() {
        let mut cells = Vec::new();
        for (wanted, numbers) in &change.cells {
            let row = live.row(wanted) + 1;
            cells.extend(
                ["D", "E", "F"].iter().zip(numbers).map(|(c, n)| (format!("{c}{row}"), (*n).to_owned())),
            );
        }
        books.push(edit::changed(&original, LIVE_XML, &cells));
        let mut changed = texts.clone();
        for (old, new) in &change.files {
            let hits: usize = changed.iter().map(|text| text.matches(old).count()).sum();
            assert_eq!(hits, 1, "{}: {old}", change.what);
            changed = changed.map(|text| text.replace(old, new));
        }
        let paths = ["event", "venues"].map(|name| folder.path().join(format!("{name}-{at}.toml")));
        paths.iter().zip(&changed).for_each(|(path, text)| fs::write(path, text).unwrap());
        let [event, venues] = paths.each_ref().map(|p| p.to_str().unwrap());
        expected.push((change.what, json(&["compare", event, "--venues", venues])));
    }
    let mut differing = 0;
    for (path, (what, json)) in office::recalculated(&office, folder.path(), &books).iter().zip(&expected) {
        let live = sheet(&fs::read(path).unwrap(), LIVE);
        assert_figures(&live, json, what);
        let state = live.text(live.row(&[(0, "Keadaan masukan")]), 3);
        assert_eq!(state == "seperti berkas semula", *what == "nothing", "{what}: {state}");
        differing += usize::from(json["options"] != expected[0].1["options"]);
    }
    assert_eq!(differing, expected.len() - 1, "every change changes something");
}

#[test]
fn the_built_in_cases_are_computed_alike_by_another_program() {
    let Some(office) = office::find() else { return };
    let folder = tempfile::tempdir().unwrap();
    let names = ["asahan-2018", "cilegon-2025"];
    let books = names.map(|name| edit::changed(&workbook(&["compare", "--example", name]), LIVE_XML, &[]));
    for (path, name) in office::recalculated(&office, folder.path(), &books).iter().zip(names) {
        assert_figures(&sheet(&fs::read(path).unwrap(), LIVE), &json(&["compare", "--example", name]), name);
    }
}

#[test]
fn numbers_are_numbers_and_dates_are_dates() {
    let args =
        ["savings", "tests/fixtures/savings/budget.csv", "--venues", "tests/fixtures/savings/venues.toml"];
    let (book, json) = (workbook(&args), json(&args));
    let data = sheet(&book, "Data kegiatan");
    let header = 1;
    let column = |heading: &str| {
        let width = data.0.end().unwrap().1 as usize;
        (0..=width)
            .find(|c| data.text(header, *c) == heading)
            .unwrap_or_else(|| panic!("no column {heading}"))
    };
    for (row, event) in (header + 1..).zip(json["events"].as_array().unwrap()) {
        assert_eq!(data.text(row, column("Id")), event["id"].as_str().unwrap());
        assert_eq!(data.sen(row, column("Biaya tempat (Rp)")), event["current"].as_str().map(sen));
        for (end, word) in [("low", "terendah"), ("likely", "mungkin"), ("high", "tertinggi")] {
            let saving = event["gross_saving"][end].as_str().map(sen);
            assert_eq!(data.sen(row, column(&format!("Penghematan (Rp), {word}"))), saving);
            let participants = event["participants"][end].as_i64().map(|n| i128::from(n) * 100);
            assert_eq!(data.sen(row, column(&format!("Peserta, {word}"))), participants);
        }
        if let Some(year) = event["year"].as_i64() {
            assert_eq!(data.sen(row, column("Tahun")), Some(i128::from(year) * 100));
        }
        if let Some(date) = event["date"].as_str() {
            let Data::DateTime(found) = data.get(row, column("Tanggal")) else { panic!("{date} is no date") };
            let (year, month, day, ..) = found.to_ymd_hms_milli();
            assert_eq!(format!("{year:04}-{month:02}-{day:02}"), date);
        }
    }
    for name in read::names(&book) {
        let sheet = sheet(&book, &name);
        // Numbers of rows are a list, of which some have one.
        let rows = |column: usize| (0..4).any(|row| sheet.text(row, column) == "Baris");
        for (row, column, cell) in sheet.0.cells() {
            if let Data::String(text) = cell.clone() {
                if rows(column) {
                    continue;
                }
                assert!(
                    text.parse::<f64>().is_err(),
                    "{name}: a number stored as text at {row}, {column}: {text}"
                );
            }
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_is_refused() {
    // `script` gives the command a terminal for its output.
    let binary = env!("CARGO_BIN_EXE_hemat");
    let ran = std::process::Command::new("script")
        .args(["-qec", &format!("{binary} compare --example asahan-2018 --format xlsx"), "/dev/null"])
        .stdin(std::process::Stdio::null())
        .output();
    let Ok(ran) = ran else {
        println!("skipped: no `script`");
        return;
    };
    let said = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(said.contains("--out LAPORAN.xlsx") && !said.contains("PK"), "{said}");
    assert!(Path::new(binary).exists());
}
