//! What a command has read and written: it writes over neither.
//!
//! A report over its own budget file would destroy the evidence; a second output over the first would lose it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::exit::Failure;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    Read,
    Written,
}

static CLAIMED: Mutex<BTreeMap<PathBuf, Use>> = Mutex::new(BTreeMap::new());

fn claimed() -> MutexGuard<'static, BTreeMap<PathBuf, Use>> {
    CLAIMED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes note of an input that was read.
pub(crate) fn input(path: &Path) {
    // What has no path of its own (a pipe) cannot be written over.
    if let Ok(path) = path.canonicalize() {
        claimed().insert(path, Use::Read);
    }
}

/// Takes note of a regular file that is to be written.
///
/// # Errors
/// If the command has read it, or written it already.
pub(crate) fn output(path: &Path) -> Result<(), Failure> {
    let refused = |why: &str| Err(Failure::Said(format!("{}: {why}", path.display())));
    let Some(place) = place_of(path) else { return Ok(()) };
    let before = claimed().get(&place).copied();
    match before {
        Some(Use::Read) => refused("is an input of this command and is not written over; give another name"),
        Some(Use::Written) => {
            refused("would be written twice by this command; give each output its own name")
        }
        None => {
            claimed().insert(place, Use::Written);
            Ok(())
        }
    }
}

/// The file's own path, also of one that does not exist yet; `None` if its folder does not either.
fn place_of(path: &Path) -> Option<PathBuf> {
    if let Ok(place) = path.canonicalize() {
        return Some(place);
    }
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    Some(folder.canonicalize().ok()?.join(path.file_name()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_input_and_an_output_are_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let (read, written) = (folder.path().join("in.csv"), folder.path().join("out.csv"));
        std::fs::write(&read, "").unwrap();
        input(&read);
        let same = folder.path().join(".").join("in.csv");
        assert!(matches!(output(&same), Err(Failure::Said(text)) if text.contains("is an input")));
        assert!(output(&written).is_ok());
        assert!(matches!(output(&written), Err(Failure::Said(text)) if text.contains("twice")));
        assert!(output(&folder.path().join("other.csv")).is_ok());
    }
}
