//! LibreOffice without a window, told to compute every formula anew when it opens a workbook.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// `HEMAT_SOFFICE`, or the program by its usual names; without one the test says that it skips, and fails if `CI=true`.
pub(crate) fn find() -> Option<PathBuf> {
    let named = std::env::var_os("HEMAT_SOFFICE").map(PathBuf::from);
    let usual = ["soffice", "libreoffice", "localc"].map(PathBuf::from);
    let runs = |path: &PathBuf| {
        let quiet = Command::new(path).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        quiet.is_ok_and(|status| status.success())
    };
    let found = named.into_iter().chain(usual).find(runs);
    if found.is_none() {
        assert!(std::env::var_os("CI").is_none_or(|ci| ci != "true"), "LibreOffice is needed here");
        println!("skipped: no LibreOffice (HEMAT_SOFFICE names one)");
    }
    found
}

/// Always recalculate: 0 of the three choices of Calc for files of Excel.
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;

/// The workbooks, opened, computed and saved by the program, in their order.
pub(crate) fn recalculated(office: &Path, folder: &Path, books: &[Vec<u8>]) -> Vec<PathBuf> {
    let profile = folder.join("profile");
    fs::create_dir_all(profile.join("user")).unwrap();
    fs::write(profile.join("user/registrymodifications.xcu"), SETTINGS).unwrap();
    let out = folder.join("out");
    let mut paths = Vec::new();
    for (at, book) in books.iter().enumerate() {
        let path = folder.join(format!("buku-{at}.xlsx"));
        fs::write(&path, book).unwrap();
        paths.push(path);
    }
    let status = Command::new(office)
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"])
        .arg(&out)
        .args(&paths)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success());
    paths.iter().map(|path| out.join(path.file_name().unwrap())).collect()
}
