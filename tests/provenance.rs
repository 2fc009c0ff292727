//! `--manifest` and `hemat verify`: identical at once, every difference named, nothing written for a hostile manifest.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    dead_code,
    unreachable_pub,
    reason = "tests stop at the first surprise"
)]

#[path = "cli/run.rs"]
mod command;

use std::fs;
use std::path::{Path, PathBuf};

use command::{Ran, finish, hemat, root};
use tempfile::TempDir;

const SAVINGS: [&str; 4] = ["savings", "data/budget.csv", "--venues", "data/venues.toml"];

/// A folder with a budget and its halls in `data/`.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Place { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(place.path("data")).unwrap();
        for name in ["budget.csv", "venues.toml"] {
            fs::copy(root().join("tests/fixtures/savings").join(name), place.path("data").join(name))
                .unwrap();
        }
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, args: &[&str]) -> Ran {
        finish(hemat().current_dir(self.folder.path()).args(args))
    }

    /// Runs with a manifest `m.toml`.
    fn keep(&self, args: &[&str]) -> Ran {
        let ran = self.run(&[args, &["--manifest", "m.toml", "--quiet"]].concat());
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{args:?}");
        ran
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn change(&self, name: &str, from: &str, to: &str) {
        let text = self.text(name);
        assert!(text.contains(from), "{name} has no {from:?}");
        fs::write(self.path(name), text.replacen(from, to, 1)).unwrap();
    }

    /// Verifies `m.toml`: exit code, and the rows `what,name` of the differences.
    fn verify(&self) -> (i32, Vec<String>) {
        let ran = self.run(&["verify", "m.toml", "--lang", "en", "--format", "csv"]);
        assert_eq!(ran.stderr, "");
        let rows = ran.stdout.lines().skip(1);
        (ran.code, rows.map(|row| row.split(',').take(2).collect::<Vec<_>>().join(",")).collect())
    }

    fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        for folder in [self.path(""), self.path("data")] {
            for entry in fs::read_dir(folder).unwrap() {
                names.push(entry.unwrap().file_name().into_string().unwrap());
            }
        }
        names.sort();
        names
    }
}

#[test]
fn every_report_is_identical_at_once() {
    let seminar = "ef3e3037c34";
    for args in [
        vec!["compare", "--example", "asahan-2018"],
        vec!["savings", "data/budget.csv", "--venues", "data/venues.toml", "--format", "json"],
        vec!["events", "data/budget.csv", "--kind", "bimtek", "--lang", "en"],
        vec!["event", seminar, "data/budget.csv", "--format", "markdown"],
        vec!["lines", "data/budget.csv", "--format", "csv", "--year", "2026"],
        vec!["inspect", "data/budget.csv", "--strict"],
        vec!["classify", "data/budget.csv"],
        vec!["request", "data/budget.csv", "--event", seminar, "--out", "surat.docx"],
        vec![
            "savings",
            "data/budget.csv",
            "--venues=data/venues.toml",
            "--format=markdown",
            "--out",
            "data/r.md",
        ],
    ] {
        let place = Place::new();
        place.keep(&args);
        assert_eq!(place.verify(), (0, vec![]), "{args:?}");
    }
}

#[test]
fn a_manifest_changes_no_byte_of_the_report_and_is_the_same_each_time() {
    let place = Place::new();
    let plain = place.run(&SAVINGS).stdout;
    assert_eq!(place.keep(&SAVINGS).stdout, plain);
    let first = place.text("m.toml");
    place.keep(&SAVINGS);
    assert_eq!(place.text("m.toml"), first);
    place.keep(&[&SAVINGS[..], &["--out", "r.txt"]].concat());
    assert_eq!(place.text("r.txt"), plain);
    assert!(!place.text("m.toml").contains(place.folder.path().to_str().unwrap()));
}

/// The hash is that of another program: `printf 'id,description\n1,Sewa aula\n' | sha256sum`.
#[test]
fn the_hash_of_an_input_is_that_of_its_bytes() {
    let place = Place::new();
    fs::write(place.path("a.csv"), "id,description\n1,Sewa aula\n").unwrap();
    place.keep(&["classify", "a.csv"]);
    let text = place.text("m.toml");
    assert!(
        text.contains(
            "bytes = 27\nsha256 = \"1ff675c22cbed3ddc3a1a7eb9017a5387fe17cbe8ac61f2cc42b525c9e2c3743\""
        ),
        "{text}"
    );
}

#[test]
fn one_byte_of_an_input_is_found_and_named() {
    let place = Place::new();
    place.keep(&SAVINGS);
    place.change("data/budget.csv", "25000000", "25000001");
    assert_eq!(place.verify(), (1, vec!["input changed,data/budget.csv".into(), "output differs,".into()]));
    let place = Place::new();
    place.keep(&SAVINGS);
    place.change("data/venues.toml", "# Halls", "# halls");
    assert_eq!(
        place.verify(),
        (1, vec!["input changed,data/venues.toml".into()]),
        "a comment changes no figure"
    );
    let said = place.run(&["verify", "m.toml", "--lang", "en"]).stdout;
    assert!(said.contains("Even so, the command still gives the same report."), "{said}");
}

#[test]
fn a_missing_input_is_named_and_nothing_is_run() {
    let place = Place::new();
    place.keep(&SAVINGS);
    fs::remove_file(place.path("data/venues.toml")).unwrap();
    assert_eq!(place.verify(), (1, vec!["input not found,data/venues.toml".into()]));
    // A folder of that name is no input either.
    fs::create_dir(place.path("data/venues.toml")).unwrap();
    assert_eq!(place.verify(), (1, vec!["input not found,data/venues.toml".into()]));
}

#[test]
fn another_option_tool_or_table_is_named() {
    for (from, to, rows) in [
        ("\"--lang=en\"", "\"--lang=id\"", vec!["output differs,"]),
        ("hemat = \"", "hemat = \"0", vec!["version of hemat differs,hemat"]),
        ("exit = 0", "exit = 3", vec!["exit code differs,"]),
        (
            "\"reference/rules.csv\" = \"",
            "\"reference/older.csv\" = \"",
            vec!["built-in table differs,reference/older.csv", "built-in table differs,reference/rules.csv"],
        ),
    ] {
        let place = Place::new();
        place.keep(&[&SAVINGS[..], &["--lang", "en"]].concat());
        place.change("m.toml", from, to);
        let (code, found) = place.verify();
        assert_eq!((code, found.iter().map(String::as_str).collect::<Vec<_>>()), (1, rows), "{from}");
    }
}

#[test]
fn the_first_differing_line_of_a_kept_report_is_shown() {
    let place = Place::new();
    place.keep(&[&SAVINGS[..], &["--format", "markdown", "--out", "r.md"]].concat());
    let line = place.text("r.md").lines().position(|l| l.contains("Hotel Melur")).unwrap() + 1;
    place.change("r.md", "Hotel Melur", "Hotel Lain");
    let (code, found) = place.verify();
    assert_eq!((code, found), (1, vec!["report file changed after it was written,r.md".into()]));
    let said = place.run(&["verify", "m.toml", "--lang", "en", "--format", "markdown"]).stdout;
    assert!(said.contains(&format!("## First differing line: line {line}")), "{said}");
    assert!(said.contains("Hotel Lain") && said.contains("Hotel Melur"), "{said}");
    fs::remove_file(place.path("r.md")).unwrap();
    assert_eq!(place.verify(), (0, vec![]), "the hash speaks for a report that is not there");
}

#[test]
fn inputs_are_found_beside_the_manifest_or_in_a_folder_given() {
    let place = Place::new();
    place.keep(&SAVINGS);
    let other = tempfile::tempdir().unwrap();
    for (from, to) in
        [("m.toml", "m.toml"), ("data/budget.csv", "budget.csv"), ("data/venues.toml", "venues.toml")]
    {
        fs::copy(place.path(from), other.path().join(to)).unwrap();
    }
    let verify = |args: &[&str], from: &Path| finish(hemat().current_dir(from).args(args)).code;
    assert_eq!(verify(&["verify", "m.toml"], other.path()), 0, "all in one folder, by their base names");
    let manifest = place.path("m.toml");
    let manifest = manifest.to_str().unwrap();
    assert_eq!(verify(&["verify", manifest], &root()), 0, "from anywhere");
    let empty = tempfile::tempdir().unwrap();
    let empty = empty.path().to_str().unwrap();
    assert_eq!(
        verify(&["verify", manifest, "--from", empty], &root()),
        1,
        "the folder given is the only one"
    );
    assert_eq!(verify(&["verify", manifest, "--from", other.path().to_str().unwrap()], &root()), 0);
}

#[test]
fn an_absolute_path_leaves_only_its_base_name() {
    let place = Place::new();
    let budget = place.path("data/budget.csv");
    place.keep(&["events", budget.to_str().unwrap(), "--out", place.path("r.txt").to_str().unwrap()]);
    let text = place.text("m.toml");
    assert!(text.contains("path = \"budget.csv\"") && text.contains("path = \"r.txt\""), "{text}");
    assert!(!text.contains(place.folder.path().to_str().unwrap()));
    let folder = place.path("data");
    let code = place.run(&["verify", "m.toml", "--from", folder.to_str().unwrap()]).code;
    assert_eq!(code, 0);
}

#[test]
fn what_cannot_be_made_again_keeps_no_manifest() {
    let place = Place::new();
    for (args, says) in [
        (vec!["lines", "-"], "standard input cannot be read again"),
        (vec!["init", "--dir", "baru"], "makes no report"),
        (vec!["completions", "bash"], "makes no report"),
        (vec!["lines", "data/budget.csv", "--out", "m.toml"], "both --out and --manifest"),
        (vec!["lines", "data/budget.csv", "--out", "data"], "give --out a file name"),
        (vec!["lines", "data/tiada.csv"], "data/tiada.csv"),
    ] {
        let ran = place.run(&[&args[..], &["--manifest", "m.toml"]].concat());
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{args:?}");
        assert!(ran.stderr.contains(says), "{args:?}: {}", ran.stderr);
        assert!(!place.path("m.toml").exists() && !place.path("baru").exists(), "{args:?}");
    }
}

/// A manifest that somebody else made is read, and writes nothing.
#[test]
fn a_hostile_manifest_writes_nothing() {
    let target = "korban.txt";
    for (from, to, says) in [
        ("\"data/budget.csv\",\n]", "\"data/budget.csv\",\n\"--out=korban.txt\",\n]", "--out is not allowed"),
        (
            "\"data/budget.csv\",\n]",
            "\"data/budget.csv\",\n\"--set-aside=korban.txt\",\n]",
            "--set-aside is not allowed",
        ),
        (
            "\"data/budget.csv\",\n]",
            "\"data/budget.csv\",\n\"--manifest=korban.txt\",\n]",
            "--manifest is not allowed",
        ),
        ("command = \"savings\"", "command = \"init\"", "command and arguments"),
        ("command = \"savings\"", "command = \"verify\"", "command and arguments"),
        ("command = \"savings\"", "command = \"rm\"", "unrecognized subcommand"),
        ("\"data/budget.csv\",\n]", "\"data/venues.toml\",\n]", "not those of its arguments"),
        ("path = \"data/budget.csv\"", "path = \"/etc/hostname\"", "is an absolute path"),
        ("schema = \"hemat.manifest/1\"", "schema = \"hemat.manifest/2\"", "is not one of the words"),
        ("exit = 0", "exit = 0\nrun = \"rm -rf\"", "unknown key"),
        ("exit = 0", "exit = 0\nexit = 0", "not valid TOML"),
        ("bytes = ", "bytes = -", "is not a length in bytes"),
        ("sha256 = \"", "sha256 = \"zz", "is not a SHA-256 hash"),
    ] {
        let place = Place::new();
        place.keep(&SAVINGS);
        place.change("m.toml", from, to);
        let before = place.names();
        let ran = place.run(&["verify", "m.toml"]);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{to}: {}", ran.stderr);
        assert!(ran.stderr.contains(says), "{to}: {}", ran.stderr);
        assert_eq!(place.names(), before, "{to}");
        assert!(!place.path(target).exists(), "{to}");
    }
}

#[test]
fn a_report_named_outside_is_read_and_never_written() {
    let place = Place::new();
    fs::create_dir(place.path("dalam")).unwrap();
    fs::write(place.path("rahasia.txt"), "rahasia\n").unwrap();
    place.keep(&[&SAVINGS[..], &["--out", "r.txt"]].concat());
    place.change("m.toml", "path = \"r.txt\"", "path = \"dalam/../rahasia.txt\"");
    let before = place.names();
    assert_eq!(place.run(&["verify", "m.toml"]).code, 1);
    assert_eq!(place.text("rahasia.txt"), "rahasia\n");
    assert_eq!(place.names(), before);
}

#[cfg(unix)]
#[test]
fn a_device_is_no_input() {
    let place = Place::new();
    place.keep(&SAVINGS);
    fs::remove_file(place.path("data/budget.csv")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", place.path("data/budget.csv")).unwrap();
    assert_eq!(place.verify(), (1, vec!["input not found,data/budget.csv".into()]));
}

#[test]
fn all_faults_of_a_manifest_are_told_at_once() {
    let place = Place::new();
    place.keep(&SAVINGS);
    place.change("m.toml", "exit = 0", "exit = 999");
    place.change("m.toml", "path = \"data/budget.csv\"", "path = \"/data/budget.csv\"");
    place.change("m.toml", "command = \"savings\"\n", "");
    let said = place.run(&["verify", "m.toml"]).stderr;
    for says in ["m.toml:", "exit: must be a whole number", "is an absolute path", "command: missing"] {
        assert!(said.contains(says), "{says}: {said}");
    }
    assert_eq!(place.run(&["verify", "tiada.toml"]).code, 2);
}
