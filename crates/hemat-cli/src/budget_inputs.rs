//! Which budget files a command reads: files, folders and patterns as typed, in one order, each with its name.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use glob::{MatchOptions, glob_with};
use hemat_core::file_names::{plain_path, shown_names, sort_key};

use crate::exit::Failure;

/// Endings of files that can hold a budget.
const ENDINGS: [&str; 10] = ["csv", "txt", "tsv", "xlsx", "xlsm", "xlsb", "xls", "ods", "json", "gz"];

/// An archive can hold one, too.
const ARCHIVE: &str = "zip";

/// The deepest folder in a folder: links that lead in circles end here.
const DEEPEST: usize = 64;

/// A budget file of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BudgetInput {
    /// Where it lies; `-` is standard input.
    pub path: PathBuf,
    /// The same as text with `/` between its parts: what it is sorted by.
    pub plain: String,
    /// Its name in reports.
    pub name: String,
}

/// The files that these arguments name, sorted by path, each once, with names that tell them apart.
///
/// # Errors
/// A file given twice, a folder or pattern without a budget file, a folder that cannot be read.
pub(crate) fn budget_inputs(typed: &[PathBuf]) -> Result<Vec<BudgetInput>, Failure> {
    let mut paths = Vec::new();
    for path in typed {
        paths.extend(files_of(path)?);
    }
    let mut all: Vec<(String, PathBuf)> =
        paths.into_iter().map(|path| (plain_path(&slashed(&path)), path)).collect();
    all.sort_by(|a, b| sort_key(&a.0).cmp(&sort_key(&b.0)));
    refuse_twice(&all)?;
    let plain: Vec<&str> = all.iter().map(|(plain, _)| plain.as_str()).collect();
    let names = shown_names(&plain);
    let inputs = all.iter().zip(names).map(|((plain, path), name)| BudgetInput {
        path: path.clone(),
        plain: plain.clone(),
        name: if path == Path::new("-") { crate::input::name(path) } else { name },
    });
    Ok(inputs.collect())
}

/// The files that one argument names: itself, those in the folder, or those that fit the pattern.
///
/// # Errors
/// See [`budget_inputs`].
pub(crate) fn files_of(typed: &Path) -> Result<Vec<PathBuf>, Failure> {
    if typed.is_dir() {
        let mut found = Vec::new();
        look_into(typed, 0, &mut found)?;
        if found.is_empty() {
            let endings = ENDINGS.join(", ");
            return Err(Failure::Said(format!(
                "{}: no budget file in this folder ({endings}, {ARCHIVE})",
                typed.display()
            )));
        }
        return Ok(found);
    }
    // A file may be called like a pattern.
    let pattern = typed.to_str().filter(|text| text.contains(['*', '?', '[']) && !typed.exists());
    let Some(pattern) = pattern else { return Ok(vec![typed.to_path_buf()]) };
    let options = MatchOptions {
        case_sensitive: true,
        require_literal_separator: true,
        require_literal_leading_dot: true,
    };
    let wrong = |why: String| Failure::Said(format!("{pattern}: {why}"));
    let mut found = Vec::new();
    for path in glob_with(pattern, options).map_err(|e| wrong(e.to_string()))? {
        let path = path.map_err(|e| wrong(e.to_string()))?;
        if path.is_dir() {
            look_into(&path, 0, &mut found)?;
        } else if !is_left_out(&path) {
            found.push(path);
        }
    }
    if found.is_empty() {
        return Err(wrong("no file fits this pattern".to_owned()));
    }
    // `*` and `**` can come to one file on two ways.
    let mut seen = BTreeSet::new();
    found.retain(|path| seen.insert(path.clone()));
    Ok(found)
}

/// All budget files below a folder, in the order of their names.
fn look_into(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::Said(format!("{}: {error}", folder.display()));
    let entries = fs::read_dir(folder).map_err(failed)?;
    let mut paths =
        entries.map(|entry| entry.map(|e| e.path())).collect::<Result<Vec<_>, _>>().map_err(failed)?;
    paths.sort();
    for path in paths.into_iter().filter(|path| !is_left_out(path)) {
        if path.is_dir() {
            if depth < DEEPEST {
                look_into(&path, depth + 1, found)?;
            }
        } else if is_budget(&path) {
            found.push(path);
        }
    }
    Ok(())
}

/// Hidden files, and the locks that office programs leave beside an open file.
fn is_left_out(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') || name.starts_with("~$")
}

fn is_budget(path: &Path) -> bool {
    let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase();
    ENDINGS.contains(&ending.as_str()) || ending == ARCHIVE
}

/// Nothing is counted twice: two ways of writing one path are one file. What cannot be resolved is complained of when
/// it is read.
fn refuse_twice(all: &[(String, PathBuf)]) -> Result<(), Failure> {
    let mut seen = BTreeSet::new();
    for (_, path) in all {
        if !seen.insert(path.canonicalize().unwrap_or_else(|_| path.clone())) {
            return Err(Failure::Said(format!(
                "{}: given twice; its rupiah would be counted twice",
                path.display()
            )));
        }
    }
    Ok(())
}

/// A path as text with `/` between its parts on every system.
fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { text.into_owned() } else { text.replace('\\', "/") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lay_out(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "x").unwrap();
        }
        folder
    }

    fn names(typed: &[PathBuf]) -> Vec<String> {
        budget_inputs(typed).unwrap().into_iter().map(|input| input.name).collect()
    }

    #[test]
    fn a_folder_is_its_budget_files_sorted() {
        let folder = lay_out(&[
            "b/apbd.CSV",
            "a/apbd.csv",
            "a/rka.xlsx.gz",
            "readme.md",
            ".hidden.csv",
            "~$rka.xlsx",
            ".git/x.csv",
            "z.json",
            "a-b.ods",
        ]);
        let found = names(&[folder.path().to_path_buf()]);
        assert_eq!(found, ["apbd.csv", "rka.xlsx.gz", "a-b.ods", "apbd.CSV", "z.json"]);
        assert!(
            budget_inputs(&[folder.path().join("a"), folder.path().join("a/apbd.csv")]).is_err(),
            "twice"
        );
    }

    #[test]
    fn a_pattern_is_the_files_that_fit_it() {
        let folder = lay_out(&["2023/a.csv", "2024/a.csv", "2024/b.csv", "2024/.c.csv", "2024/[x].csv"]);
        let at = |pattern: &str| folder.path().join(pattern);
        assert_eq!(names(&[at("*/a.csv")]), ["2023/a.csv", "2024/a.csv"]);
        assert_eq!(names(&[at("**/?.csv")]), ["2023/a.csv", "2024/a.csv", "b.csv"]);
        assert_eq!(names(&[at("2024/[x].csv")]), ["[x].csv"], "a file may be called like a pattern");
        assert!(files_of(&at("*.xlsx")).is_err());
        assert!(files_of(&at("[a")).is_err());
        assert_eq!(
            files_of(&at("missing.csv")).unwrap(),
            [at("missing.csv")],
            "the reader says what is wrong"
        );
    }
}
