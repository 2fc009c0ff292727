//! Exit codes 0, 2 and 3, and what is said with them.

use crate::command::{run, run_with_input};
use crate::{BUDGET, DAMAGED, EVENT, EVENT_VENUES, VENUES};

#[test]
fn what_cannot_be_done_ends_with_2_and_says_why() {
    let table: &[(&[&str], &[&str])] = &[
        (&["lines", "nosuch.csv"], &["nosuch.csv"]),
        (&["inspect", "nosuch.csv"], &["nosuch.csv"]),
        (&["classify", "nosuch.csv"], &["nosuch.csv"]),
        (&["savings", "nosuch.csv", "--venues", VENUES], &["nosuch.csv"]),
        (&["savings", BUDGET, "--venues", "nosuch.toml"], &["nosuch.toml"]),
        (&["compare", "nosuch.toml", "--venues", EVENT_VENUES], &["nosuch.toml"]),
        (&["compare", EVENT, "--venues", EVENT_VENUES, "--calendar", "nosuch.csv"], &["nosuch.csv"]),
        (&["lines", BUDGET, "--mapping", "nosuch.toml"], &["nosuch.toml"]),
        (&["lines", "docs/checks"], &["docs/checks: no budget file in this folder"]),
        (&["savings", BUDGET, "--venues", "data"], &["data: is a folder"]),
        (&["compare", "--example", "nosuch"], &["nosuch", "asahan-2018", "cilegon-2025"]),
        (&["compare"], &["--venues", "EVENT"]),
        (&["compare", EVENT], &["--venues"]),
        (&["compare", EVENT, "--example", "asahan-2018"], &["--example"]),
        (
            &["compare", "--example", "asahan-2018", "--baseline", "nosuch"],
            &["nosuch", "hotel-marina", "aula-melati"],
        ),
        (&["savings", BUDGET], &["--venues"]),
        (&["lines"], &["FILES"]),
        (&["lines", "--bogus", BUDGET], &["--bogus"]),
        (&["nosuch"], &["nosuch"]),
        (&["lines", BUDGET, "--format", "nosuch"], &["nosuch", "text", "csv", "json", "markdown"]),
        (&["lines", BUDGET, "--lang", "nosuch"], &["nosuch", "id", "en"]),
        (
            &["lines", BUDGET, "--layout", "nosuch"],
            &["nosuch", "hemat", "penjabaran", "rka", "pok", "rup", "realisasi"],
        ),
        (&["lines", BUDGET, "--decimal-mark", "nosuch"], &["nosuch", "comma", "dot"]),
        (&["lines", BUDGET, "--year", "soon"], &["soon"]),
        (&["completions", "nosuch"], &["nosuch", "bash"]),
        (&["lines", BUDGET, BUDGET], &["given twice"]),
        (&["lines", BUDGET, "tests/fixtures/../fixtures/savings/budget.csv"], &["given twice"]),
        (&["savings", "-", "-", "--venues", VENUES], &["given twice"]),
        (&[], &["Usage"]),
    ];
    for (args, said) in table {
        let ran = run(args);
        assert_eq!(ran.code, 2, "{args:?}: {}", ran.stderr);
        assert_eq!(ran.stdout, "", "{args:?}");
        for word in *said {
            assert!(ran.stderr.contains(word), "{args:?} does not say {word:?}: {}", ran.stderr);
        }
    }
}

#[test]
fn rows_set_aside_end_with_3_only_when_strict() {
    for command in ["lines", "inspect"] {
        let lax = run_with_input(&[command, "-"], DAMAGED);
        let strict = run_with_input(&[command, "-", "--strict"], DAMAGED);
        assert_eq!((lax.code, strict.code), (0, 3), "{command}: {}", strict.stderr);
        assert_eq!(lax.stdout, strict.stdout, "{command}");
        assert!(lax.stderr.contains("stdin:2:"), "the row is named: {}", lax.stderr);
    }
    let args = ["savings", "-", "--venues", VENUES, "--strict"];
    assert_eq!(run_with_input(&args, DAMAGED).code, 3);
    assert_eq!(run(&["savings", BUDGET, "--venues", VENUES, "--strict"]).code, 0, "nothing to set aside");
}

/// A total over the files that could be read must not pass for the total of all.
#[test]
fn one_unreadable_file_among_several_ends_with_2_and_the_rest_is_shown() {
    let whole = run(&["lines", BUDGET, "--format", "csv"]);
    let part = run(&["lines", BUDGET, "nosuch.csv", "--format", "csv", "--quiet"]);
    assert_eq!((whole.code, part.code), (0, 2));
    assert_eq!(whole.stdout, part.stdout);
    assert!(part.stderr.contains("nosuch.csv"), "{}", part.stderr);
}

#[test]
fn input_that_is_no_table_is_refused_or_set_aside_and_never_a_panic() {
    let junk: String = (0..4000_u32).map(|i| char::from_u32(i % 120).unwrap()).collect();
    for input in ["", "\n\n\n", "\u{feff}", "tidak ada tabel di sini", &junk] {
        for command in ["lines", "inspect", "classify"] {
            let ran = run_with_input(&[command, "-"], input);
            assert!([0, 2].contains(&ran.code), "{command}: {} {}", ran.code, ran.stderr);
            assert!(!ran.stderr.contains("panicked"), "{command}: {}", ran.stderr);
        }
    }
    assert_eq!(run_with_input(&["lines", "-"], "").code, 2, "an empty file cannot be read at all");
}

#[test]
fn unknown_keys_are_refused_with_the_valid_ones() {
    let event = std::fs::read_to_string(crate::command::root().join(EVENT)).unwrap();
    let wrong = event.replacen("participants", "partisipants", 1);
    assert_ne!(event, wrong);
    let ran = run_with_input(&["compare", "-", "--venues", EVENT_VENUES], &wrong);
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    for word in ["partisipants", "unknown key", "participants, layout", "held_at"] {
        assert!(ran.stderr.contains(word), "{word}: {}", ran.stderr);
    }
}

#[test]
fn an_unknown_baseline_is_answered_with_the_known_venues() {
    let event = std::fs::read_to_string(crate::command::root().join(EVENT)).unwrap();
    let wrong = event.replacen("held_at = \"hotel-marina\"", "held_at = \"hotel-marino\"", 1);
    assert_ne!(event, wrong);
    let ran = run_with_input(&["compare", "-", "--venues", EVENT_VENUES], &wrong);
    assert_eq!(ran.code, 2);
    for word in ["hotel-marino", "hotel-marina", "aula-melati", "aula-dinas-pendidikan"] {
        assert!(ran.stderr.contains(word), "{word}: {}", ran.stderr);
    }
}
