//! Outputs that cannot or must not be written: nothing half-written, nothing written over, nothing left behind.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::{TempDir, tempdir};

use crate::budget::{VENUES, budget};
use crate::case::{Ran, ended, limited, run};

/// How many situations this group tells apart.
pub(crate) const CASES: usize = FORMATS.len() * 3 + ONTO_INPUTS.len() + TWICE.len() + 8;

const FORMATS: [&str; 6] = ["text", "csv", "json", "markdown", "html", "xlsx"];

/// A folder with a budget.
fn folder() -> TempDir {
    let folder = tempdir().unwrap();
    fs::write(folder.path().join("b.csv"), budget("")).unwrap();
    fs::copy(crate::root().join(VENUES), folder.path().join("v.toml")).unwrap();
    folder
}

/// Names in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn hemat(args: &str, folder: &Path) -> Ran {
    let here = folder.to_str().unwrap();
    let args: Vec<String> = args.split_whitespace().map(|a| a.replace("{}", here)).collect();
    run(&mut limited(&args), b"").unwrap()
}

/// Fails unless it ended with 2, said this and kept the folder as it was.
fn refused(args: &str, folder: &Path, says: &str) {
    let before: Vec<_> = names(folder);
    let budget = fs::read(folder.join("b.csv")).unwrap();
    let ran = hemat(args, folder);
    assert_eq!(ran.status.code(), Some(2), "{args}: {}", ran.stderr);
    assert!(ran.stderr.contains(says), "{args}: {}", ran.stderr);
    assert_eq!(fs::read(folder.join("b.csv")).unwrap(), budget, "{args}");
    assert_eq!(names(folder), before, "{args}");
}

/// Arguments that would write over what the command reads.
const ONTO_INPUTS: [&str; 11] = [
    "lines {}/b.csv --out {}/b.csv",
    "lines {}/b.csv --out {}/./b.csv",
    "lines {}/b.csv --set-aside {}/b.csv",
    "lines {}/b.csv --manifest {}/b.csv",
    "inspect {}/b.csv --write-mapping {}/b.csv",
    "savings {}/b.csv --venues {}/v.toml --out {}/b.csv",
    "savings {}/b.csv --venues {}/v.toml --out {}/v.toml",
    "savings {}/b.csv --venues {}/v.toml --out {}/link.csv",
    "savings {}/b.csv --venues {}/v.toml --format xlsx --out {}/b.csv",
    "classify {}/b.csv --out {}/b.csv",
    "audit {}/b.csv --venues {}/v.toml --format html --out {}/b.csv",
];

#[cfg(unix)]
#[test]
fn an_input_is_not_written_over() {
    for args in ONTO_INPUTS {
        let folder = folder();
        std::os::unix::fs::symlink("b.csv", folder.path().join("link.csv")).unwrap();
        refused(args, folder.path(), "is an input of this command");
    }
}

/// A folder of tables holds names that an input may have too.
#[test]
fn a_folder_of_tables_does_not_write_over_an_input_in_it() {
    let folder = folder();
    let args = "savings {}/b.csv --venues {}/v.toml --format csv --out {}/t/";
    assert_eq!(hemat(args, folder.path()).status.code(), Some(0));
    let tables = names(&folder.path().join("t"));
    let first = tables.iter().find(|name| name.ends_with(".csv")).unwrap();
    let input = folder.path().join("t").join(first);
    fs::write(&input, budget("")).unwrap();
    let ran = hemat(&args.replace("{}/b.csv", &format!("{{}}/t/{first}")), folder.path());
    assert_eq!(ran.status.code(), Some(2), "{}", ran.stderr);
    assert!(ran.stderr.contains("is an input of this command"), "{}", ran.stderr);
    assert_eq!(fs::read_to_string(&input).unwrap(), budget(""));
}

/// Two outputs of one name.
const TWICE: [&str; 2] = [
    "lines {}/b.csv --set-aside {}/o.csv --out {}/o.csv",
    "inspect {}/b.csv --write-mapping {}/o.toml --out {}/./o.toml",
];

#[test]
fn one_name_for_two_outputs_is_refused() {
    for args in TWICE {
        let folder = folder();
        let ran = hemat(args, folder.path());
        assert_eq!(ran.status.code(), Some(2), "{args}: {}", ran.stderr);
        assert!(ran.stderr.contains("would be written twice"), "{args}: {}", ran.stderr);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_and_nothing_is_left() {
    for format in FORMATS {
        let folder = folder();
        let args = format!("savings {{}}/b.csv --venues {{}}/v.toml --format {format} --out ");
        // A device that is always full.
        refused(&format!("{args}/dev/full"), folder.path(), "No space left on device");
        // A limit on the size of files, met in the middle of the report; the signal that comes with it is ignored, as
        // a full disk sends none.
        fs::write(folder.path().join("o"), "isi lama").unwrap();
        let before = names(folder.path());
        let here = folder.path().to_str().unwrap();
        let line = format!("trap '' XFSZ; ulimit -f 1; exec \"$0\" {}{here}/o", args.replace("{}", here));
        let mut shell = Command::new("sh");
        shell.args(["-c", &line, env!("CARGO_BIN_EXE_hemat")]);
        let ran = run(&mut shell, b"").unwrap();
        if ran.status.code() == Some(0) {
            // A report that fits into the limit is whole.
            assert!(fs::metadata(folder.path().join("o")).unwrap().len() <= 1024, "{format}");
        } else {
            assert_eq!(ran.status.code(), Some(2), "{format}: {}", ran.stderr);
            assert!(ran.stderr.contains("File too large"), "{format}: {}", ran.stderr);
            assert_eq!(fs::read_to_string(folder.path().join("o")).unwrap(), "isi lama", "{format}");
        }
        assert_eq!(names(folder.path()), before, "{format}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_standard_output_is_said() {
    for format in FORMATS {
        let args = ["compare", "--example", "asahan-2018", "--format", format];
        let mut command = limited(&args.map(str::to_owned));
        command.stdout(fs::File::options().write(true).open("/dev/full").unwrap()).stderr(Stdio::piped());
        let mut child = command.stdin(Stdio::null()).spawn().unwrap();
        let code = ended(&mut child).unwrap().code();
        let mut said = String::new();
        std::io::Read::read_to_string(&mut child.stderr.take().unwrap(), &mut said).unwrap();
        assert_eq!(code, Some(2), "{format}: {said}");
        assert!(said.contains("No space left on device"), "{format}: {said}");
    }
}

/// Folders that take no file: one of the system, and one whose permissions say so (which a superuser does not feel).
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_takes_no_file_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    refused("lines {}/b.csv --out /proc/laporan.txt", folder.path(), "/proc/laporan.txt");
    refused("lines {}/b.csv --set-aside /proc/s.csv", folder.path(), "/proc/s.csv");
    refused("init --dir /proc/baru", folder.path(), "/proc/baru");
    let closed = folder.path().join("tertutup");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(closed.join("coba"), "").is_err() {
        refused("lines {}/b.csv --out {}/tertutup/o.txt", folder.path(), "tertutup/o.txt");
    }
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_its_target_is_written_whole() {
    use std::os::unix::fs::symlink;
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("arsip")).unwrap();
    fs::write(at("arsip/lama.txt"), "isi lama").unwrap();
    symlink("arsip/lama.txt", at("laporan.txt")).unwrap();
    assert_eq!(hemat("lines {}/b.csv --out {}/laporan.txt", folder.path()).status.code(), Some(0));
    assert!(at("laporan.txt").is_symlink());
    assert!(fs::read_to_string(at("arsip/lama.txt")).unwrap().contains("Makan rapat"));
    assert_eq!(names(&at("arsip")), ["lama.txt"]);
    // A link to nothing, and one that leads in a ring.
    symlink("tiada.txt", at("putus.txt")).unwrap();
    symlink("b2.txt", at("b1.txt")).unwrap();
    symlink("b1.txt", at("b2.txt")).unwrap();
    for name in ["putus.txt", "b1.txt"] {
        refused(&format!("lines {{}}/b.csv --out {{}}/{name}"), folder.path(), "is a link to nothing");
    }
    // Inputs behind links are read, rings and folders are named.
    symlink("b.csv", at("masuk.csv")).unwrap();
    assert_eq!(hemat("lines {}/masuk.csv", folder.path()).status.code(), Some(0));
    refused("lines {}/b1.txt", folder.path(), "b1.txt");
    refused("lines {}/b.csv {}/masuk.csv", folder.path(), "given twice");
}

/// Who reads our output may stop at any time.
#[test]
fn a_closed_pipe_ends_quietly_in_every_format() {
    for format in FORMATS {
        let folder = folder();
        let here = folder.path().to_str().unwrap();
        let line = ["savings", "{}/b.csv", "--venues", "{}/v.toml", "--format", format];
        let mut command = limited(&line.map(|a| a.replace("{}", here)));
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let mut said = String::new();
        std::io::Read::read_to_string(&mut child.stderr.take().unwrap(), &mut said).unwrap();
        assert_eq!(ended(&mut child).unwrap().code(), Some(0), "{format}: {said}");
        assert_eq!(said, "", "{format}");
    }
}
