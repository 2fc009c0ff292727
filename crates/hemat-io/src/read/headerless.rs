//! Tables without a header: columns told from what their cells hold.

use crate::read::dialect::starts_like_row;
use crate::read::header::{Column, Header, Match};
use crate::read::number::read_number;
use crate::read::synonyms::Field;
use crate::read::table::{Cell, Record, Table};

/// Fewer rows that start with a code than this are no evidence.
const ENOUGH_ROWS: usize = 3;

/// What the cells of one column are, over all rows that start with a code.
#[derive(Default, Clone, Copy)]
struct Shape {
    codes: usize,
    numbers: usize,
    texts: usize,
}

/// Columns of a table of account rows: a code, a name, one money column (or before, after, change, percent), and
/// a note behind them. `None` if the rows do not look like that.
#[must_use]
pub(crate) fn columns_by_content(table: &Table) -> Option<Header> {
    let coded: Vec<(usize, &Record)> =
        table.records.iter().enumerate().filter(|(_, r)| is_account_row(r)).collect();
    let first = coded.first()?.0;
    if coded.len() < ENOUGH_ROWS {
        return None;
    }
    let width = coded.iter().map(|(_, r)| r.cells.len()).max()?.min(100);
    let mut shapes = vec![Shape::default(); width];
    for (_, record) in &coded {
        for (shape, cell) in shapes.iter_mut().zip(&record.cells) {
            count(shape, cell);
        }
    }
    let code = shapes.iter().position(|s| s.codes * 2 > coded.len())?;
    let name = shapes
        .iter()
        .enumerate()
        .position(|(i, s)| i > code && s.texts > s.numbers && s.texts * 2 > coded.len())?;
    let numbers: Vec<usize> = shapes
        .iter()
        .enumerate()
        .filter(|(i, s)| *i > name && s.numbers > s.texts && s.numbers * 2 > coded.len())
        .map(|(i, _)| i)
        .collect();
    let note = shapes
        .iter()
        .enumerate()
        .position(|(i, s)| i > *numbers.last().unwrap_or(&name) && s.texts > s.numbers);
    let money: &[Field] = match numbers.len() {
        0 => return None,
        1 => &[Field::Amount],
        _ => &[Field::AmountBefore, Field::AmountAfter, Field::Change, Field::ChangePercent],
    };
    let mut header = Header { data_from: first, names: vec![String::new(); width], ..Header::default() };
    let mut add = |field, index| {
        header.columns.insert(field, Column { index, name: String::new(), matched: Match::Content });
    };
    add(Field::AccountCode, code);
    add(Field::AccountName, name);
    for (field, index) in money.iter().zip(&numbers) {
        add(*field, *index);
    }
    if let Some(note) = note {
        add(Field::Note, note);
    }
    Some(header)
}

/// True if most of a column's cells are codes of several groups.
pub(crate) fn holds_codes(table: &Table, from: usize, index: usize) -> bool {
    let cells =
        || table.records.iter().skip(from).filter_map(|r| r.cells.get(index)).filter(|c| !c.is_blank());
    let codes = cells().filter(|c| starts_like_row(&format!("{}\tx\t", c.as_str().trim()), '\t')).count();
    codes * 2 > cells().count()
}

fn is_account_row(record: &Record) -> bool {
    let mut cells = record.cells.iter().filter(|c| !c.is_blank());
    match (cells.next(), cells.next()) {
        (Some(Cell::Text(code)), Some(Cell::Text(name))) => {
            starts_like_row(&format!("{code}\t{name}\t"), '\t')
        }
        _ => false,
    }
}

fn count(shape: &mut Shape, cell: &Cell) {
    match cell {
        Cell::Number(_) => shape.numbers += 1,
        Cell::Text(text) => {
            let text = text.trim();
            if starts_like_row(&format!("{text}\tx\t"), '\t') {
                shape.codes += 1;
            } else if read_number(text).is_ok() {
                shape.numbers += 1;
            } else if text.chars().any(char::is_alphabetic) {
                shape.texts += 1;
            }
        }
        Cell::Empty | Cell::Date(_) | Cell::Error(_) => {}
    }
}
