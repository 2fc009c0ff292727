//! Where real files are, which are not in this repository: the folders `corpus`, `labels` and `reference`.
#![allow(clippy::print_stdout, reason = "says that a test is skipped")]

use std::path::{Path, PathBuf};

/// The folder of this name, in `../shared` beside the repository or where `HEMAT_CORPUS`, `HEMAT_LABELS` or
/// `HEMAT_REFERENCE` says. Where it is not at hand, that is said, and the test is skipped.
pub(crate) fn shared_folder(name: &str) -> Option<PathBuf> {
    let variable = format!("HEMAT_{}", name.to_uppercase());
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(name);
    let path = std::env::var_os(&variable).map_or_else(beside, PathBuf::from);
    if path.is_dir() {
        return Some(path);
    }
    println!("skipped: no {name} at {} (set {variable})", path.display());
    None
}
