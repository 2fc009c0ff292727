//! A file under another name: which name tells it from others is known when all are there.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Piece, behind};

/// Puts `name` in the place of the name that the file was read by, wherever it stands.
pub(super) fn rename(piece: &mut Piece, name: &str) {
    let old = Arc::clone(&piece.budget().file);
    let mut known: BTreeMap<String, Arc<str>> = BTreeMap::new();
    let mut renamed = |file: &mut Arc<str>| {
        let sheet = behind(file, &old);
        let new = match known.get(sheet) {
            Some(new) => Arc::clone(new),
            None => {
                let new: Arc<str> = format!("{name}{sheet}").into();
                known.insert(sheet.to_owned(), Arc::clone(&new));
                new
            }
        };
        *file = new;
    };
    if let Piece::Part(part) = piece {
        part.head.iter_mut().for_each(|diagnostic| renamed(&mut diagnostic.file));
    }
    let budget = piece.budget_mut();
    budget.lines.iter_mut().for_each(|line| renamed(&mut line.row.file));
    budget.diagnostics.iter_mut().for_each(|diagnostic| renamed(&mut diagnostic.file));
    budget.gaps.iter_mut().for_each(|gap| renamed(&mut gap.row.file));
    budget.file = name.into();
}
