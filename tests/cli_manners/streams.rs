//! Data on stdout, talk on stderr, pipes that close, standard input.

use std::io::Read;
use std::process::Stdio;

use crate::command::{finish, hemat, root, run, run_with_input};
use crate::{BUDGET, DAMAGED, EVENT, EVENT_VENUES, VENUES};

#[test]
fn quiet_leaves_only_errors_on_stderr() {
    let loud = run_with_input(&["lines", "-", "--format", "csv"], DAMAGED);
    let quiet = run_with_input(&["lines", "-", "--format", "csv", "--quiet"], DAMAGED);
    assert_eq!(loud.stdout, quiet.stdout, "talk never reaches stdout");
    assert!(!loud.stderr.is_empty());
    assert_eq!(quiet.stderr, "");
    assert!(!run(&["lines", "nosuch.csv", "--quiet"]).stderr.is_empty(), "errors are not talk");
}

#[test]
fn help_and_version_are_data() {
    for flag in ["--help", "--version"] {
        let ran = run(&[flag]);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
        assert!(ran.stdout.contains("hemat"));
    }
}

#[test]
fn a_minus_is_standard_input() {
    let text = std::fs::read_to_string(root().join(BUDGET)).unwrap();
    let by_name = run(&["lines", BUDGET, "--format", "csv"]).stdout;
    let piped = run_with_input(&["lines", "-", "--format", "csv"], &text);
    assert_eq!(piped.code, 0);
    assert_eq!(piped.stdout.replace("\nstdin,", "\nbudget.csv,"), by_name);

    let event = std::fs::read_to_string(root().join(EVENT)).unwrap();
    let by_name = run(&["compare", EVENT, "--venues", EVENT_VENUES]).stdout;
    assert_eq!(run_with_input(&["compare", "-", "--venues", EVENT_VENUES], &event).stdout, by_name);
}

/// A budget large enough that its output cannot lie in a pipe.
fn large() -> tempfile::NamedTempFile {
    let mut text = "year,agency,activity,account_code,description,amount\n".to_owned();
    for n in 0..4000 {
        text.push_str(&format!("2026,Dinas Satu,Rapat {n},5.1.02.01.01.0052,Makan rapat {n},{}\n", 1000 + n));
    }
    let file = tempfile::Builder::new().suffix(".csv").tempfile().unwrap();
    std::fs::write(file.path(), text).unwrap();
    file
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let file = large();
    let path = file.path().to_str().unwrap();
    for args in [
        vec!["lines", path, "--format", "csv", "--quiet"],
        vec!["lines", path, "--format", "json", "--quiet"],
        vec!["lines", path, "--quiet"],
        vec!["savings", path, "--venues", VENUES, "--format", "json", "--quiet"],
        vec!["compare", "--example", "asahan-2018"],
        vec!["completions", "bash"],
        vec!["--help"],
    ] {
        let mut child = hemat().args(&args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""), "{args:?}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for args in [
        vec!["compare", "--example", "asahan-2018", "--format", "json"],
        vec!["savings", BUDGET, "--venues", VENUES, "--format", "json"],
        vec!["savings", BUDGET, "--venues", VENUES],
        vec!["lines", BUDGET, "--format", "csv"],
        vec!["inspect", BUDGET],
    ] {
        assert_eq!(run(&args).stdout, run(&args).stdout, "{args:?}");
    }
}

/// Neither the folder, the width of a window, nor the language of the machine is part of the input.
#[test]
fn surroundings_do_not_change_the_output() {
    let here = run(&["compare", "--example", "cilegon-2025"]).stdout;
    let mut command = hemat();
    command.current_dir(std::env::temp_dir()).args(["compare", "--example", "cilegon-2025"]);
    command.env("COLUMNS", "50").env("LANG", "de_DE.UTF-8").env("TZ", "Asia/Jakarta");
    assert_eq!(finish(&mut command).stdout, here);
}

#[test]
fn completions_name_the_commands() {
    let ran = run(&["completions", "bash"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    for word in ["compare", "savings", "--set-aside", "complete -F"] {
        assert!(ran.stdout.contains(word), "{word}");
    }
}
