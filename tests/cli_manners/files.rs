//! What is written to files, and what is left alone.

use std::fs;
use std::path::Path;

use tempfile::tempdir;

use crate::command::{root, run, run_with_input};
use crate::{BUDGET, DAMAGED, EVENT, EVENT_VENUES, VENUES};

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_file_holds_what_stdout_would() {
    let folder = tempdir().unwrap();
    for (name, args) in [
        ("a.csv", vec!["lines", BUDGET, "--format", "csv"]),
        ("b.json", vec!["savings", BUDGET, "--venues", VENUES, "--format", "json"]),
        ("c.txt", vec!["compare", "--example", "asahan-2018"]),
        ("d.md", vec!["inspect", BUDGET, "--format", "markdown"]),
    ] {
        let out = folder.path().join(name);
        let mut to_file = args.clone();
        to_file.extend(["--out", text(&out)]);
        let ran = run(&to_file);
        assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{args:?}: {}", ran.stderr);
        let written = fs::read_to_string(&out).unwrap();
        // A document says at its end what it was made from; nothing else differs.
        let body = written.split("\n## Asal laporan ini\n").next().unwrap();
        assert_eq!(body, run(&args).stdout, "{args:?}");
        assert_eq!(body.len() < written.len(), name == "d.md", "{args:?}");
        let mut to_stdout = args.clone();
        to_stdout.extend(["--out", "-"]);
        assert_eq!(run(&to_stdout).stdout, run(&args).stdout, "{args:?}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4, "no temporary file is left");
}

#[cfg(unix)]
#[test]
fn a_new_file_is_readable_and_an_old_one_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempdir().unwrap();
    let out = folder.path().join("laporan.md");
    let args = ["compare", "--example", "asahan-2018", "--out", text(&out)];
    let mode = || fs::metadata(&out).unwrap().permissions().mode() & 0o777;
    assert_eq!(run(&args).code, 0);
    assert_eq!(mode(), 0o644);
    fs::set_permissions(&out, fs::Permissions::from_mode(0o600)).unwrap();
    assert_eq!(run(&args).code, 0);
    assert_eq!(mode(), 0o600);
}

#[test]
fn a_file_that_cannot_be_written_leaves_everything_as_it_was() {
    let folder = tempdir().unwrap();
    let old = folder.path().join("lama.txt");
    fs::write(&old, "isi lama").unwrap();
    let missing = folder.path().join("tiada").join("a.txt");
    let below_a_file = old.join("a.txt");
    for target in [folder.path(), &missing, &below_a_file] {
        let ran = run(&["compare", "--example", "asahan-2018", "--out", text(target)]);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{target:?}");
        assert!(ran.stderr.contains(text(target)), "{}", ran.stderr);
    }
    // A failure before the report is ready keeps the file that was there.
    let ran = run(&["lines", "nosuch.csv", "--out", text(&old)]);
    assert_eq!(ran.code, 2);
    assert_eq!(fs::read_to_string(&old).unwrap(), "isi lama");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left");
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_read_only_keeps_its_files() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempdir().unwrap();
    let old = folder.path().join("lama.txt");
    fs::write(&old, "isi lama").unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(folder.path().join("coba"), "").is_ok() {
        eprintln!("skipped: this user may write to read-only folders");
        return;
    }
    let ran = run(&["compare", "--example", "asahan-2018", "--out", text(&old)]);
    assert_eq!(ran.code, 2);
    assert_eq!(fs::read_to_string(&old).unwrap(), "isi lama");
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
}

/// Renaming a report over a device would remove the device.
#[cfg(unix)]
#[test]
fn what_is_not_a_plain_file_is_written_to_and_stays_what_it_is() {
    use std::os::unix::fs::FileTypeExt;
    let ran = run(&["compare", "--example", "cilegon-2025", "--out", "/dev/null"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{}", ran.stderr);
    assert!(fs::metadata("/dev/null").unwrap().file_type().is_char_device());
}

#[test]
fn rows_set_aside_are_written_with_their_own_text() {
    let folder = tempdir().unwrap();
    let out = folder.path().join("sisih.csv");
    let ran = run_with_input(&["lines", "-", "--format", "csv", "--set-aside", text(&out)], DAMAGED);
    assert_eq!(ran.code, 0);
    let written = fs::read_to_string(&out).unwrap();
    let rows: Vec<&str> = written.lines().collect();
    assert_eq!(rows[0], "file,row,reason,amount,cells");
    assert_eq!(rows.len(), 2, "{written}");
    assert!(rows[1].starts_with("stdin,2,") && rows[1].ends_with("Makan rapat,tidak ada"), "{written}");
    assert!(!ran.stdout.contains("Makan rapat") && ran.stdout.contains("Kudapan rapat"));
}

#[test]
fn templates_are_written_once_and_can_be_used_at_once() {
    for lang in ["id", "en"] {
        let folder = tempdir().unwrap();
        let dir = folder.path().join("baru");
        let ran = run(&["init", "--dir", text(&dir), "--lang", lang]);
        assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{}", ran.stderr);
        let at = |name: &str| dir.join(name).to_str().unwrap().to_owned();
        let (event, venues, calendar, lines) =
            (at("event.toml"), at("venues.toml"), at("calendar.csv"), at("lines.csv"));
        for args in [
            vec!["compare", &event, "--venues", &venues, "--calendar", &calendar],
            vec!["lines", &lines, "--strict"],
            vec!["savings", &lines, "--venues", &venues, "--strict"],
        ] {
            let ran = run(&args);
            assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{lang} {args:?}");
        }
        fs::write(&event, "punya saya").unwrap();
        let again = run(&["init", "--dir", text(&dir), "--lang", lang]);
        assert_eq!(again.code, 2);
        assert!(again.stderr.contains("event.toml"), "{}", again.stderr);
        assert_eq!(fs::read_to_string(&event).unwrap(), "punya saya");
        // One of them is in the way: none is written.
        let other = folder.path().join("lain");
        fs::create_dir(&other).unwrap();
        fs::write(other.join("lines.csv"), "punya saya").unwrap();
        assert_eq!(run(&["init", "--dir", text(&other)]).code, 2);
        assert_eq!(fs::read_dir(&other).unwrap().count(), 1);
        assert_eq!(run(&["init", "venues", "--dir", text(&other), "--quiet"]).stderr, "");
        assert_eq!(fs::read_dir(&other).unwrap().count(), 2);
    }
}

#[test]
fn a_calendar_says_who_holds_the_hall() {
    let folder = tempdir().unwrap();
    let calendar = folder.path().join("calendar.csv");
    fs::write(
        &calendar,
        "venue,start,end,holder,source\naula-melati,2018-11-22,2018-11-23,Rapat kerja contoh,buku contoh\n",
    )
    .unwrap();
    let args = ["compare", EVENT, "--venues", EVENT_VENUES, "--calendar", text(&calendar)];
    let ran = run(&args);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains("Rapat kerja contoh"), "{}", ran.stdout);
    assert!(!run(&["compare", EVENT, "--venues", EVENT_VENUES]).stdout.contains("Rapat kerja contoh"));
}

#[test]
fn the_built_in_cases_are_the_files_in_data() {
    let embedded = root().join("crates/hemat-cli/data");
    let mut compared = 0;
    for case in fs::read_dir(&embedded).unwrap() {
        let case = case.unwrap();
        for file in fs::read_dir(case.path()).unwrap() {
            let file = file.unwrap();
            let other = root().join("data").join(case.file_name()).join(file.file_name());
            assert_eq!(fs::read(file.path()).unwrap(), fs::read(&other).unwrap(), "{other:?}");
            compared += 1;
        }
    }
    assert_eq!(compared, 8, "two cases of four files");
}
