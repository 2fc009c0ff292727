//! Rows with more cells than the header has columns: a text with quotes of its own broke apart at its commas.
//! The typed columns around it (dates, flags, whole numbers) show where it must be joined again.

use crate::read::layout::package::joined;
use crate::read::layout::row::Rows;
use crate::read::table::{Cell, Record};

/// What became of a row.
pub(super) enum Mended {
    /// It has as many cells as the header, or fewer.
    Whole,
    /// Its cells were joined at the one place where everything fits.
    Repaired(Record),
    /// No place fits, or several do.
    Hopeless,
}

/// What the cells of a column look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Blank,
    Number,
    Date,
    Flag,
    Text,
}

fn shape(cell: Option<&Cell>) -> Shape {
    let Some(cell) = cell else { return Shape::Blank };
    let text = cell.to_text();
    let text = text.trim();
    let date =
        |t: &str| t.len() >= 10 && t.is_char_boundary(10) && hemat_core::date::Date::parse_iso(t).is_some();
    if text.is_empty() {
        Shape::Blank
    } else if text.bytes().all(|b| b.is_ascii_digit()) {
        Shape::Number
    } else if date(text) {
        Shape::Date
    } else if text == "true" || text == "false" {
        Shape::Flag
    } else {
        Shape::Text
    }
}

/// True if a row has more cells than the header has columns.
pub(super) fn is_ragged(rows: &Rows<'_>, record: &Record) -> bool {
    record.cells.len() > rows.header.names.len() && length_of(record) > rows.header.names.len()
}

/// Trailing blank cells are no cells too many.
fn length_of(record: &Record) -> usize {
    record.cells.iter().rposition(|c| !c.is_blank()).map_or(0, |i| i + 1)
}

/// Mends a row that has too many cells.
pub(super) fn mend(rows: &Rows<'_>, record: &Record) -> Mended {
    if !is_ragged(rows, record) {
        return Mended::Whole;
    }
    let (width, length) = (rows.header.names.len(), length_of(record));
    let extra = length - width;
    let shapes = rows.shapes();
    let fits = |cells: &[Cell]| {
        shapes.iter().zip(0..).all(|(wanted, i)| {
            let found = shape(cells.get(i));
            wanted.is_none_or(|w| w == found || found == Shape::Blank)
        })
    };
    let mut found = None;
    for start in 0..width {
        // Only a column of free text can have broken.
        if shapes.get(start).copied().flatten().is_some() {
            continue;
        }
        let (Some(head), Some(middle), Some(tail)) = (
            record.cells.get(..start),
            record.cells.get(start..=start + extra),
            record.cells.get(start + extra + 1..length),
        ) else {
            continue;
        };
        let mut cells = head.to_vec();
        cells.push(joined(middle));
        cells.extend_from_slice(tail);
        // A broken text goes on after its first comma; blank cells there belong to columns of their own.
        // The text opens with the quote or the escape that broke it, or holds one in its first piece.
        let opens = middle.first().is_some_and(|cell| cell.as_str().contains(['\\', '"']));
        let broken = opens && middle.iter().all(|cell| !cell.is_blank());
        if broken && fits(&cells) {
            if found.is_some() {
                return Mended::Hopeless;
            }
            found = Some(Record { number: record.number, cells });
        }
    }
    found.map_or(Mended::Hopeless, Mended::Repaired)
}

/// So many rows that are whole tell the shapes of the columns.
const SHAPED_BY: usize = 500;

fn whole_rows<'r>(rows: &Rows<'r>) -> impl Iterator<Item = &'r Record> {
    let width = rows.header.names.len();
    rows.records().iter().filter(move |r| r.cells.len() == width).take(SHAPED_BY)
}

/// True if the rows at hand tell the shapes of the columns, whatever rows follow.
pub(super) fn tell_shapes(rows: &Rows<'_>) -> bool {
    whole_rows(rows).count() == SHAPED_BY
}

/// The shape of each column in the rows that are whole; `None` for free text and columns that are mostly blank.
pub(super) fn column_shapes(rows: &Rows<'_>) -> Vec<Option<Shape>> {
    let width = rows.header.names.len();
    let whole: Vec<&Record> = whole_rows(rows).collect();
    let shape_of = |column: usize| {
        let shapes: Vec<Shape> =
            whole.iter().map(|r| shape(r.cells.get(column))).filter(|s| *s != Shape::Blank).collect();
        if shapes.len() * 20 < whole.len() || shapes.is_empty() {
            return Some(Shape::Blank).filter(|_| !whole.is_empty());
        }
        [Shape::Number, Shape::Date, Shape::Flag]
            .into_iter()
            .find(|wanted| shapes.iter().filter(|s| *s == wanted).count() * 100 >= shapes.len() * 98)
    };
    (0..width).map(shape_of).collect()
}
