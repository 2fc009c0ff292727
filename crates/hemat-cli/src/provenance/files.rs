//! The files of a manifest: their fingerprints, their names, and where they lie now.

use std::ffi::OsStr;
use std::fs::File;
use std::path::{Path, PathBuf};

use hemat_core::provenance::{Fingerprint, InputFile};
use hemat_io::read::digest::fingerprint;

use crate::exit::Failure;

/// The fingerprint of a regular file. A device or a pipe could go on for ever, and is refused.
pub(crate) fn of_file(path: &Path) -> Result<Fingerprint, Failure> {
    let failed = |error: std::io::Error| Failure::Said(format!("{}: {error}", path.display()));
    if !path.metadata().map_err(failed)?.is_file() {
        return Err(Failure::Said(format!("{}: is no regular file, which a manifest needs", path.display())));
    }
    fingerprint(File::open(path).map_err(failed)?).map_err(failed)
}

/// The inputs by the names that a manifest holds.
pub(crate) fn inputs(paths: &[PathBuf]) -> Result<Vec<InputFile>, Failure> {
    let mut files: Vec<InputFile> = Vec::new();
    for path in paths {
        if path == Path::new("-") {
            return Err(Failure::Said(
                "standard input cannot be read again: give a file to keep a manifest".to_owned(),
            ));
        }
        let file = InputFile { path: name(path)?, fingerprint: of_file(path)? };
        if files.iter().any(|f| f.path == file.path && f.fingerprint != file.fingerprint) {
            return Err(Failure::Said(format!(
                "two inputs would both be called {:?} in the manifest: give relative paths",
                file.path
            )));
        }
        files.push(file);
    }
    Ok(files)
}

/// The name of a path in a manifest: as typed; of an absolute path the base name, which tells nothing of the machine.
pub(crate) fn name(path: &Path) -> Result<String, Failure> {
    named(path).to_str().map(str::to_owned).ok_or_else(|| {
        Failure::Said(format!("{}: a name that is not UTF-8 cannot stand in a manifest", path.display()))
    })
}

/// An argument as a manifest holds it.
pub(crate) fn name_of_argument(argument: &OsStr) -> Result<String, Failure> {
    argument.to_str().map(str::to_owned).ok_or_else(|| {
        Failure::Said(format!(
            "{}: an argument that is not UTF-8 cannot stand in a manifest",
            argument.display()
        ))
    })
}

/// The path by which a manifest names a file.
pub(crate) fn named(path: &Path) -> PathBuf {
    if path.has_root() {
        path.file_name().map_or_else(|| path.to_path_buf(), PathBuf::from)
    } else {
        path.to_path_buf()
    }
}

/// Where a file of a manifest lies now: under one of the folders, by its path or by its base name. Among several the
/// one with the recorded bytes, else the first.
pub(crate) fn find(
    recorded: &str,
    wanted: Fingerprint,
    folders: &[PathBuf],
) -> Option<(PathBuf, Fingerprint)> {
    let base = Path::new(recorded).file_name().map(PathBuf::from);
    let names: Vec<PathBuf> = [Some(PathBuf::from(recorded)), base].into_iter().flatten().collect();
    let places = folders.iter().flat_map(|folder| names.iter().map(move |name| folder.join(name)));
    let mut first = None;
    for place in places {
        let Ok(found) = of_file(&place) else { continue };
        if found == wanted {
            return Some((place, found));
        }
        first = first.or(Some((place, found)));
    }
    first
}
