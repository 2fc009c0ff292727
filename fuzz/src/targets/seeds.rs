//! Where seeds come from: the fixtures of the tests and the examples. None is kept beside them.

use std::fs;
use std::path::Path;

use super::BETWEEN;

/// The files of a folder whose names end so, sorted.
pub(super) fn files(root: &Path, folder: &str, ending: &str) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(root.join(folder)).map(|dir| dir.flatten().collect::<Vec<_>>());
    let mut paths: Vec<_> = entries.unwrap_or_default().iter().map(fs::DirEntry::path).collect();
    paths.retain(|path| path.to_string_lossy().ends_with(ending));
    paths.sort();
    paths.iter().flat_map(fs::read).collect()
}

/// Files by their names.
pub(super) fn named(root: &Path, names: &[&str]) -> Vec<Vec<u8>> {
    names.iter().flat_map(|name| fs::read(root.join(name))).collect()
}

/// Files put into one input.
pub(super) fn joined(root: &Path, names: &[&str]) -> Vec<Vec<u8>> {
    vec![named(root, names).join(BETWEEN.as_bytes())]
}

/// Texts of our own.
pub(super) fn texts(texts: &[&str]) -> Vec<Vec<u8>> {
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}

/// The lines of files, each an input.
pub(super) fn lines(files: Vec<Vec<u8>>) -> Vec<Vec<u8>> {
    files.iter().flat_map(|file| file.split(|b| *b == b'\n').map(<[u8]>::to_vec)).collect()
}
