//! Signals in the middle of writing: the old report stays, no temporary file does.
#![cfg(unix)]

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::tempdir;

use crate::budget::VENUES;
use crate::case::{ended, limited};
use crate::generator::{Shape, generate};

/// How many situations this group tells apart.
pub(crate) const CASES: usize = SIGNALS.len() * ARGS.len() + 2;

/// Name for `kill`, number.
const SIGNALS: [(&str, i32); 3] = [("INT", 2), ("TERM", 15), ("HUP", 1)];

/// What is interrupted.
const ARGS: [&str; 3] = [
    "lines {}/b.csv --format csv --out {}/o",
    "lines {}/b.csv --format xlsx --out {}/o",
    "lines {}/b.csv --format json --out {}/o --manifest {}/m",
];

fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill").args([&format!("-{name}"), &child.id().to_string()]).status().unwrap();
    assert!(sent.success());
}

/// Whether something is being written beside the old report.
fn is_writing(folder: &Path) -> bool {
    fs::read_dir(folder).unwrap().any(|e| e.unwrap().file_name().to_string_lossy().starts_with(".hemat-"))
}

fn args_in(args: &str, folder: &Path) -> Vec<String> {
    args.split_whitespace().map(|a| a.replace("{}", folder.to_str().unwrap())).collect()
}

#[test]
fn a_signal_while_a_report_is_written_leaves_the_old_one_and_nothing_else() {
    let input = generate(Shape::Hemat, 20_000, 3).bytes;
    for args in ARGS {
        for (name, number) in SIGNALS {
            let folder = tempdir().unwrap();
            let scratch = tempdir().unwrap();
            fs::write(folder.path().join("b.csv"), &input).unwrap();
            fs::write(folder.path().join("o"), "isi lama").unwrap();
            let mut command = limited(&args_in(args, folder.path()));
            command.env("TMPDIR", scratch.path());
            let mut child =
                command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            let in_work = |child: &mut Child| {
                let manifest = args.contains("--manifest");
                let begun = is_writing(folder.path())
                    || (manifest && fs::read_dir(scratch.path()).unwrap().next().is_some());
                begun || child.try_wait().unwrap().is_some()
            };
            let from = Instant::now();
            while !in_work(&mut child) && from.elapsed() < Duration::from_secs(60) {
                thread::sleep(Duration::from_millis(1));
            }
            signal(&child, name);
            let status = ended(&mut child).unwrap();
            let what = format!("{args}, SIG{name}: {status}");
            let old = fs::read_to_string(folder.path().join("o")).unwrap_or_default();
            match status.code() {
                // It was faster than the signal: then the report is whole.
                Some(0) => assert_ne!(old, "isi lama", "{what}"),
                _ => {
                    assert_eq!(status.signal(), Some(number), "{what}");
                    assert_eq!(old, "isi lama", "{what}");
                    assert!(!folder.path().join("m").exists(), "{what}");
                }
            }
            assert!(!is_writing(folder.path()), "{what}: a temporary file is left");
            assert_eq!(
                fs::read_dir(scratch.path()).unwrap().count(),
                0,
                "{what}: a temporary folder is left"
            );
        }
    }
}

/// `nohup` and the background jobs of a script ignore signals; a command that cleans up must not undo that.
#[cfg(target_os = "linux")]
#[test]
fn a_signal_that_was_to_be_ignored_is_ignored() {
    let folder = tempdir().unwrap();
    fs::write(folder.path().join("b.csv"), generate(Shape::Hemat, 5_000, 4).bytes).unwrap();
    let line = args_in("lines {}/b.csv --format csv --out {}/o", folder.path()).join(" ");
    let mut child = Command::new("sh")
        .args(["-c", &format!("trap '' HUP; exec \"$0\" {line}"), env!("CARGO_BIN_EXE_hemat")])
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    while !is_writing(folder.path()) && child.try_wait().unwrap().is_none() {
        thread::sleep(Duration::from_millis(1));
    }
    signal(&child, "HUP");
    assert_eq!(ended(&mut child).unwrap().code(), Some(0));
    assert!(folder.path().join("o").exists());
}

/// Before anything is written there is nothing to clean up.
#[test]
fn a_signal_while_standard_input_is_read_ends_it_at_once() {
    let args = args_in(&format!("savings - --venues {VENUES}"), Path::new(""));
    let mut child =
        limited(&args).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    thread::sleep(Duration::from_millis(200));
    signal(&child, "TERM");
    assert_eq!(ended(&mut child).unwrap().signal(), Some(15));
}
