//! Many files in one run, and the same files read on many machines: one answer, byte for byte.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    missing_docs,
    dead_code,
    unreachable_pub,
    reason = "a test stops at the first surprise; the runner is shared by several tests"
)]

#[path = "cli/run.rs"]
mod command;
#[path = "../benches/generator/mod.rs"]
mod generator;

use std::fs;
use std::path::Path;

use command::{hemat, root, run};
use generator::{Shape, generate};
use tempfile::TempDir;

const VENUES: &str = "tests/fixtures/savings/venues.toml";

/// A folder as people keep it: budgets of two agencies with one name, a large export, rubbish, locks, a note.
fn country() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir_all(at("asahan")).unwrap();
    fs::create_dir_all(at("batubara/2024")).unwrap();
    let savings = root().join("tests/fixtures/savings");
    fs::copy(savings.join("budget.csv"), at("asahan/apbd.csv")).unwrap();
    fs::copy(savings.join("shared/budget.csv"), at("batubara/2024/apbd.csv")).unwrap();
    fs::write(at("batubara/ekspor.csv"), generate(Shape::Rka, 9000, 3).bytes).unwrap();
    fs::write(at("batubara/penjabaran.csv"), generate(Shape::Penjabaran, 90, 5).bytes).unwrap();
    fs::write(at("rusak.csv"), b"\x00\x01\x02 no budget \xff\xfe").unwrap();
    fs::write(at("~$apbd.xlsx"), "lock").unwrap();
    fs::write(at(".catatan.csv"), "hidden").unwrap();
    fs::write(at("baca-saya.md"), "a note").unwrap();
    folder
}

/// Exit code, output and talk of a command in a folder.
fn ran(folder: &Path, args: &[&str]) -> (i32, Vec<u8>, String) {
    let venues = root().join(VENUES);
    let args = args.iter().map(|a| if *a == "VENUES" { venues.to_str().unwrap() } else { *a });
    let output = hemat().current_dir(folder).args(args).output().unwrap();
    (output.status.code().unwrap(), output.stdout, String::from_utf8(output.stderr).unwrap())
}

#[test]
fn threads_and_the_order_typed_change_no_byte() {
    let folder = country();
    for args in [
        &["savings", ".", "--venues", "VENUES"][..],
        &["events", "."],
        &["check", "."],
        &["lines", ".", "--format", "csv"],
    ] {
        let with = |jobs| ran(folder.path(), &[args, &["--jobs", jobs]].concat());
        let one = with("1");
        assert_eq!(one.0, 2, "{args:?}: one file is no budget: {}", one.2);
        assert!(one.1.len() > 1000, "{args:?}");
        for jobs in ["2", "7"] {
            assert!(with(jobs) == one, "{args:?} on {jobs} threads");
        }
    }
    let by_name = [
        "rusak.csv",
        "batubara/penjabaran.csv",
        "batubara/ekspor.csv",
        "batubara/2024/apbd.csv",
        "asahan/apbd.csv",
    ];
    let typed = ran(folder.path(), &[&["events"], &by_name[..]].concat());
    assert!(typed == ran(folder.path(), &["events", "."]), "typed the other way round");
    assert!(typed == ran(folder.path(), &["events", "*.csv", "*/*.csv", "b*/2024"]), "by patterns");
}

#[test]
fn what_could_not_be_read_is_named_in_the_report_too() {
    let folder = country();
    let (code, out, err) =
        ran(folder.path(), &["savings", ".", "--venues", "VENUES", "--lang", "en", "--format", "json"]);
    assert_eq!(code, 2);
    assert!(err.lines().any(|l| l.starts_with("hemat: rusak.csv: ")), "{err}");
    let json: serde_json::Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(json["unread"][0]["file"], "rusak.csv");
    let reason = json["unread"][0]["reason"].as_str().unwrap();
    assert!(!reason.is_empty() && !reason.contains("rusak"), "{reason}");
    for (command, lang, heading) in [
        ("savings", "en", "Files that could not be read"),
        ("audit", "id", "Berkas yang tidak dapat dibaca"),
        ("check", "id", "Berkas yang tidak dapat dibaca"),
        ("events", "en", "Files that could not be read"),
    ] {
        let venues: &[&str] = if command == "events" { &[] } else { &["--venues", "VENUES"] };
        let (_, out, _) =
            ran(folder.path(), &[&[command, ".", "--lang", lang, "--format", "markdown"], venues].concat());
        let text = String::from_utf8(out).unwrap();
        assert_eq!(text.matches(heading).count(), 1, "{command}: {text}");
    }
}

#[test]
fn files_of_one_name_are_told_apart() {
    let folder = country();
    let (_, out, _) = ran(folder.path(), &["lines", "asahan", "batubara/2024", "--format", "csv"]);
    let mut files: Vec<String> =
        csv::Reader::from_reader(&out[..]).records().map(|r| r.unwrap()[0].to_owned()).collect();
    files.dedup();
    assert_eq!(files, ["asahan/apbd.csv", "2024/apbd.csv"]);
    let (_, out, _) = ran(folder.path(), &["lines", "asahan", "--format", "csv"]);
    assert!(String::from_utf8(out).unwrap().contains("\napbd.csv,"), "alone it has its base name");
}

#[test]
fn what_names_no_budget_is_refused() {
    let folder = country();
    for (args, said) in [
        (&["events", "nothing/*.csv"][..], "nothing/*.csv: no file fits this pattern"),
        (&["events", "asahan", "asahan/../asahan/apbd.csv"], "given twice"),
        (&["inspect", "batubara"], "3 budget files, and hemat inspect looks into one"),
    ] {
        let (code, out, err) = ran(folder.path(), args);
        assert_eq!((code, out.len()), (2, 0), "{args:?}");
        assert!(err.contains(said), "{args:?}: {err}");
    }
}

/// Five workers: two with files, three with a third of the export each.
fn read_apart(folder: &Path) {
    let part = |args: &[&str], code: i32| {
        let (found, _, err) = ran(folder, args);
        assert_eq!(found, code, "{args:?}: {err}");
    };
    part(&["partial", "batubara/2024", "rusak.csv", "--out", "p/one.json"], 2);
    part(&["partial", "asahan/apbd.csv", "batubara/penjabaran.csv", "--out", "p/two.json", "--jobs", "7"], 0);
    for share in ["1/3", "2/3", "3/3"] {
        let out = format!("p/ekspor-{}.json", &share[..1]);
        part(&["partial", "batubara/ekspor.csv", "--part", share, "--out", &out], 0);
    }
}

#[test]
fn merged_partials_are_the_one_run_in_every_format() {
    let folder = country();
    fs::create_dir(folder.path().join("p")).unwrap();
    read_apart(folder.path());
    let files = ["asahan", "batubara", "rusak.csv"];
    for more in [
        &["--format", "text"][..],
        &["--format", "json", "--lang", "en"],
        &["--format", "csv"],
        &["--format", "markdown", "--lang", "en"],
        &["--format", "html"],
        &["--format", "xlsx"],
        &["--venue-kind", "hotel", "--jobs", "7", "--strict"],
    ] {
        let against = [&["--venues", "VENUES"], more].concat();
        let one = ran(folder.path(), &[&["savings"], &files[..], &against].concat());
        let merged = ran(folder.path(), &[&["merge", "p"], &against[..]].concat());
        assert_eq!(one.0, 2, "{}", one.2);
        assert!((one.0, &one.1) == (merged.0, &merged.1), "{more:?}: {}", merged.2);
        let order = ["p/two.json", "p/ekspor-3.json", "p/one.json", "p/ekspor-1.json", "p/ekspor-2.json"];
        assert!(
            ran(folder.path(), &[&["merge"], &order[..], &against].concat()) == merged,
            "in another order"
        );
    }
    ran(
        folder.path(),
        &[&["savings"], &files[..], &["--venues", "VENUES", "--set-aside", "a.csv", "--out", "x"]].concat(),
    );
    ran(folder.path(), &["merge", "p", "--venues", "VENUES", "--set-aside", "b.csv", "--out", "y"]);
    let read = |name: &str| fs::read(folder.path().join(name)).unwrap();
    assert!(read("a.csv") == read("b.csv") && read("x") == read("y"));
}

#[test]
fn a_partial_is_the_same_on_any_number_of_threads() {
    let folder = country();
    let with = |jobs| ran(folder.path(), &["partial", "batubara", "--jobs", jobs, "--quiet"]).1;
    let part =
        |jobs| ran(folder.path(), &["partial", "batubara/ekspor.csv", "--part", "2/2", "--jobs", jobs]).1;
    for jobs in ["2", "7"] {
        assert!(with(jobs) == with("1") && part(jobs) == part("1"), "{jobs}");
    }
}

#[test]
fn partials_that_do_not_go_together_are_refused() {
    let folder = country();
    fs::create_dir(folder.path().join("p")).unwrap();
    read_apart(folder.path());
    let old = fs::read_to_string(folder.path().join("p/two.json")).unwrap();
    let version = format!("\"hemat\":\"{}\"", env!("CARGO_PKG_VERSION"));
    assert!(old.contains(&version));
    fs::write(folder.path().join("old.json"), old.replacen(&version, "\"hemat\":\"0.0.1\"", 1)).unwrap();
    ran(folder.path(), &["partial", "asahan/apbd.csv", "--year", "2020", "--out", "year.json"]);
    for (args, said) in [
        (&["merge", "p/one.json", "p/ekspor-2.json"][..], "batubara/ekspor.csv: missing: part 1, 3 of 3"),
        (&["merge", "p/two.json", "p/two.json"], "is in two of the partials"),
        (&["merge", "p/one.json", "old.json"], "old.json: made by hemat 0.0.1"),
        (&["merge", "p/one.json", "year.json"], "options of reading (--year 2020; none)"),
        (&["merge", "asahan/apbd.csv"], "asahan/apbd.csv: is no hemat.partial/1"),
    ] {
        let (code, out, err) = ran(folder.path(), &[args, &["--venues", "VENUES", "--lang", "en"]].concat());
        assert_eq!((code, out.len()), (2, 0), "{args:?}");
        assert!(err.contains(said), "{args:?}: {err}");
    }
    for (args, said) in [
        (&["partial", "batubara/penjabaran.csv", "--part", "1/2"][..], "cannot be shared out"),
        (&["partial", "batubara", "--part", "1/2"], "--part shares out one file, not 3"),
        (&["partial", "asahan", "--redact"], "give --redact to hemat merge"),
        (&["partial", "-"], "standard input has no name"),
        (&["partial", "asahan", "--format", "csv"], "a partial is always JSON"),
        (&["partial", "asahan", "--part", "3/2"], "I from 1 to N"),
    ] {
        let (code, out, err) = ran(folder.path(), &[args, &["--lang", "en"]].concat());
        assert_eq!((code, out.len()), (2, 0), "{args:?}");
        assert!(err.contains(said), "{args:?}: {err}");
    }
}

/// What a report was made from stands in its manifest file by file, so that it can be made again.
#[test]
fn a_manifest_of_a_folder_names_its_files() {
    let folder = country();
    let kept = ran(
        folder.path(),
        &[
            "events",
            "asahan",
            "batubara/2024",
            "--quiet",
            "--out",
            "r.md",
            "--format",
            "markdown",
            "--manifest",
            "r.toml",
        ],
    );
    assert_eq!(kept.0, 0, "{}", kept.2);
    let manifest = fs::read_to_string(folder.path().join("r.toml")).unwrap();
    assert!(
        manifest.contains("asahan/apbd.csv") && manifest.contains("batubara/2024/apbd.csv"),
        "{manifest}"
    );
    assert_eq!(ran(folder.path(), &["verify", "r.toml"]).0, 0);
    assert_eq!(run(&["verify", folder.path().join("r.toml").to_str().unwrap()]).code, 0, "from elsewhere");
}
