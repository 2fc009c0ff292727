//! `--format parquet` as typed, and `lines.parquet` in the place of the budget that it came from.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, dead_code, unreachable_pub)]
#![allow(clippy::print_stdout, reason = "what is skipped is said")]

#[path = "cli/run.rs"]
mod command;

use std::fs;
use std::path::PathBuf;

use command::{Ran, run};
use tempfile::TempDir;

const BUDGET: &str = "tests/fixtures/savings/budget.csv";
const VENUES: &str = "tests/fixtures/savings/venues.toml";

/// A folder and a path in it, as text.
fn place(name: &str) -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name).display().to_string();
    (folder, path)
}

fn quiet(ran: &Ran) -> &str {
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    &ran.stdout
}

fn parquet_of(files: &[&str], out: &str) {
    let ran = run(&[&["lines"], files, &["--format", "parquet", "--out", out]].concat());
    assert_eq!(quiet(&ran), "");
}

/// Lines, events, savings and checks are the same, to the byte, whether a command gets the budget or its lines.
#[test]
fn commands_answer_from_the_lines_as_from_the_budget() {
    let (_folder, lines) = place("lines.parquet");
    for budget in [BUDGET, "data/contoh/rincian.csv"] {
        parquet_of(&[budget], &lines);
        for command in [
            &["savings", "--venues", VENUES, "--format", "json"][..],
            &["events", "--format", "json"],
            &["events", "--format", "csv"],
            &["lines", "--format", "csv"],
            &["lines", "--format", "json"],
        ] {
            let of = |file: &str| run(&[command, &[file]].concat());
            assert_eq!(quiet(&of(&lines)), quiet(&of(budget)), "{budget}: {command:?}");
        }
    }
}

#[test]
fn the_same_budget_as_csv_and_as_lines_is_counted_once() {
    let (_folder, lines) = place("lines.parquet");
    parquet_of(&[BUDGET], &lines);
    let ran = run(&["savings", BUDGET, &lines, "--venues", VENUES, "--format", "json"]);
    let once = run(&["savings", BUDGET, "--venues", VENUES, "--format", "json"]);
    let gross = |ran: &Ran| ran.stdout.lines().find(|l| l.contains("\"gross\"")).map(str::to_owned);
    assert_eq!(gross(&ran), gross(&once), "{}", ran.stderr);
}

#[test]
fn two_runs_give_the_same_bytes() {
    let (_folder, first) = place("a.parquet");
    let (_other, second) = place("b.parquet");
    parquet_of(&[BUDGET, "data/contoh/rincian.csv"], &first);
    parquet_of(&[BUDGET, "data/contoh/rincian.csv"], &second);
    assert_eq!(fs::read(first).unwrap(), fs::read(second).unwrap());
}

#[test]
fn events_go_to_parquet_and_are_no_input() {
    let (_folder, events) = place("events.parquet");
    quiet(&run(&["events", BUDGET, "--format", "parquet", "--out", &events]));
    assert!(fs::read(&events).unwrap().starts_with(b"PAR1"));
    let ran = run(&["savings", &events, "--venues", VENUES]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("a Parquet file of events, not of cost lines"), "{}", ran.stderr);
}

#[test]
fn other_commands_refuse_it_and_say_what_there_is() {
    for command in [&["savings", BUDGET, "--venues", VENUES][..], &["inspect", BUDGET], &["ceilings"]] {
        let ran = run(&[command, &["--format", "parquet"]].concat());
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{command:?}");
        assert!(ran.stderr.contains("hanya untuk hemat lines dan hemat events"), "{}", ran.stderr);
    }
    let ran = run(&["lines", BUDGET, "--why", "--format", "parquet"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("--why menulis teks"), "{}", ran.stderr);
}

#[test]
fn a_damaged_file_and_one_in_an_archive_are_named() {
    let (folder, lines) = place("lines.parquet");
    parquet_of(&[BUDGET], &lines);
    let sound = fs::read(&lines).unwrap();
    let refused = |name: &str, bytes: &[u8]| {
        let path: PathBuf = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        let ran = run(&["inspect", path.to_str().unwrap()]);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{name}");
        ran.stderr
    };
    assert!(
        refused("cut.parquet", &sound[..sound.len() / 2])
            .contains("cut.parquet: the Parquet file is cut short")
    );
    let mut changed = sound.clone();
    changed[sound.len() / 2] ^= 1;
    assert!(refused("changed.parquet", &changed).contains("changed or damaged after hemat wrote it"));
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("lines.parquet", zip::write::SimpleFileOptions::default()).unwrap();
    std::io::Write::write_all(&mut archive, &sound).unwrap();
    let packed = archive.finish().unwrap().into_inner();
    assert!(refused("packed.zip", &packed).contains("a Parquet file inside an archive"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_is_refused() {
    // `script` gives the command a terminal for its output.
    let binary = env!("CARGO_BIN_EXE_hemat");
    let budget = command::root().join(BUDGET);
    let command = format!("{binary} lines {} --format parquet", budget.display());
    let ran = std::process::Command::new("script")
        .args(["-qec", &command, "/dev/null"])
        .stdin(std::process::Stdio::null())
        .output();
    let Ok(ran) = ran else {
        println!("skipped: no `script`");
        return;
    };
    let said = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(said.contains("--out LAPORAN.parquet") && !said.contains("PAR1"), "{said}");
}
