//! The widths of a table's columns on a terminal: what has to give way where the terminal is narrow.

use hemat_core::report::{ColumnKind, Table};

use super::wrap::{is_number, width_of, words};

/// Text and sources are not squeezed below this, unless they are narrower by themselves.
const NARROWEST_TEXT: usize = 12;

/// How wide one column would like to be and has to be.
#[derive(Debug, Clone, Copy)]
struct Need {
    natural: usize,
    least: usize,
    gives_way_first: bool,
}

/// The width of every column, `None` if the table cannot stand in `width` without cutting a number.
/// `texts` holds the cells of all rows as they will be shown.
pub(super) fn column_widths(
    table: &Table,
    headings: &[String],
    texts: &[Vec<String>],
    width: usize,
) -> Option<Vec<usize>> {
    let needs: Vec<Need> = table
        .columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let cells = texts.iter().filter_map(|row| row.get(at));
            need(column.kind, headings.get(at).map_or("", String::as_str), cells)
        })
        .collect();
    // `| a | b |`: three columns of frame for each cell, and one more.
    let room = width.checked_sub(3 * needs.len() + 1)?;
    if needs.iter().map(|n| n.least).sum::<usize>() > room {
        return None;
    }
    let mut widths: Vec<usize> = needs.iter().map(|n| n.natural.min(room).max(n.least)).collect();
    for texts_only in [true, false] {
        while widths.iter().sum::<usize>() > room {
            let widest = widths
                .iter_mut()
                .zip(&needs)
                .filter(|(w, n)| **w > n.least && (n.gives_way_first || !texts_only))
                .max_by_key(|(w, _)| **w);
            let Some((widest, _)) = widest else { break };
            *widest -= 1;
        }
    }
    Some(widths)
}

fn need<'a>(kind: ColumnKind, heading: &str, cells: impl Iterator<Item = &'a String>) -> Need {
    let mut natural = width_of(heading).max(1);
    let (mut number, mut word) = (1, widest_word(heading));
    for cell in cells {
        natural = natural.max(width_of(cell));
        for part in words(cell) {
            let wide = width_of(&part);
            word = word.max(wide);
            if is_number(&part) {
                number = number.max(wide);
            }
        }
    }
    let least = if kind.is_number() { word } else { number.max(word.min(NARROWEST_TEXT)) };
    Need { natural: natural.max(least), least: least.max(2), gives_way_first: !kind.is_number() }
}

fn widest_word(text: &str) -> usize {
    words(text).iter().map(|w| width_of(w)).max().unwrap_or(1)
}
