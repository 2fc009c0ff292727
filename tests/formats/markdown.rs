//! Figures of a Markdown page: the cells of its tables.

use crate::tables::{Figures, add, shown};
use crate::written;

pub(crate) fn read(args: &[&str], lang: &str) -> Option<Figures> {
    let mut figures = Figures::new();
    for line in written(args, "markdown", lang).lines().filter(|l| l.starts_with("| ")) {
        for cell in line.trim_matches('|').split(" | ") {
            let plain = cell.replace(['*', '\\'], "");
            if let Some(figure) = shown(&plain, lang) {
                add(&mut figures, figure);
            }
        }
    }
    Some(figures)
}
