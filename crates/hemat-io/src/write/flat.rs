//! A table of a report as plain columns and typed fields, for CSV, workbooks and their descriptions.
//!
//! A column that holds ranges becomes three: low, likely, high; a fourth tells which totals are complete, if some are
//! only lower bounds. If the table has totals, a last column tells them from the other rows.

use hemat_core::date::Date;
use hemat_core::estimate::Estimate;
use hemat_core::evidence::Evidence;
use hemat_core::lang::Lang;
use hemat_core::money::Rupiah;
use hemat_core::report::{Cell, Column, ColumnKind, Row, RowRole, Table};
use hemat_core::source::SourceRef;
use rust_decimal::Decimal;

/// How one column of the table stands in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// As one column.
    One,
    /// As low, likely, high.
    Range,
    /// As low, likely, high, and whether the total is complete.
    Bound,
}

/// What of a column a plain column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// All of it.
    Whole,
    /// The low value.
    Low,
    /// The likely value.
    Likely,
    /// The high value.
    High,
    /// Whether the total is complete.
    Complete,
    /// Not of a column: what the row is.
    Role,
}

/// What the fields of a plain column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FieldKind {
    Text,
    Rupiah,
    Count,
    Percent,
    Date,
    Year,
    /// `yes` or `no`.
    Complete,
    /// `detail` or `total`.
    Role,
}

/// One plain column.
#[derive(Debug, Clone)]
pub(crate) struct FlatColumn {
    /// Stable name, the same in both languages.
    pub key: String,
    /// Heading for people.
    pub heading: String,
    /// The key of the report's column, `row_role` for the role.
    pub of: &'static str,
    pub part: Part,
    pub kind: FieldKind,
}

/// One field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field<'a> {
    Empty,
    Unknown,
    Text(&'a str),
    Rupiah(Rupiah),
    Count(u64),
    Percent(Decimal),
    Date(Date),
    Year(u16),
    Evidence(Evidence),
    Source(&'a SourceRef),
    Complete(bool),
    Role(RowRole),
}

/// A table as plain columns.
pub(crate) struct Flat<'a> {
    table: &'a Table,
    shapes: Vec<Shape>,
    with_role: bool,
    /// The plain columns, in order.
    pub columns: Vec<FlatColumn>,
}

impl<'a> Flat<'a> {
    /// The plain columns of a table; their headings are in `lang`.
    pub(crate) fn of(table: &'a Table, lang: Lang) -> Self {
        let shapes: Vec<Shape> = (0..table.columns.len()).map(|at| shape(table, at)).collect();
        let mut columns = Vec::new();
        for (at, (column, shape)) in table.columns.iter().zip(&shapes).enumerate() {
            let kind = kind(table, at, column.kind);
            columns.extend(parts(*shape).iter().map(|part| flat_column(column, kind, *part, lang)));
        }
        let with_role = table.rows().iter().any(|row| row.role == RowRole::Total);
        if with_role {
            columns.push(FlatColumn {
                key: "row_role".to_owned(),
                heading: lang.pick("Jenis baris", "Kind of row").to_owned(),
                of: "row_role",
                part: Part::Role,
                kind: FieldKind::Role,
            });
        }
        Flat { table, shapes, with_role, columns }
    }

    /// The rows, one field a plain column.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Vec<Field<'a>>> + '_ {
        self.table.rows().iter().map(|row| self.fields(row))
    }

    fn fields(&self, row: &'a Row) -> Vec<Field<'a>> {
        let mut fields = Vec::with_capacity(self.columns.len());
        for (cell, shape) in row.cells.iter().zip(&self.shapes) {
            push_fields(&mut fields, cell, *shape);
        }
        if self.with_role {
            fields.push(Field::Role(row.role));
        }
        fields
    }
}

fn shape(table: &Table, at: usize) -> Shape {
    let cells = || table.rows().iter().filter_map(|row| row.cells.get(at));
    if cells().any(|c| matches!(c, Cell::AtLeast(_))) {
        Shape::Bound
    } else if cells().any(|c| matches!(c, Cell::Range(_) | Cell::CountRange(_))) {
        Shape::Range
    } else {
        Shape::One
    }
}

fn parts(shape: Shape) -> &'static [Part] {
    match shape {
        Shape::One => &[Part::Whole],
        Shape::Range => &[Part::Low, Part::Likely, Part::High],
        Shape::Bound => &[Part::Low, Part::Likely, Part::High, Part::Complete],
    }
}

/// What all the cells of a column are; text if they differ.
fn kind(table: &Table, at: usize, kind: ColumnKind) -> FieldKind {
    let cells = || table.rows().iter().filter_map(|row| row.cells.get(at));
    let known = || cells().filter(|c| !matches!(c, Cell::Empty | Cell::Unknown));
    match kind {
        ColumnKind::Rupiah => FieldKind::Rupiah,
        ColumnKind::Count => FieldKind::Count,
        ColumnKind::Percent => FieldKind::Percent,
        _ if known().next().is_none() => FieldKind::Text,
        _ if known().all(|c| matches!(c, Cell::Date(_))) => FieldKind::Date,
        _ if known().all(|c| matches!(c, Cell::Year(_))) => FieldKind::Year,
        _ => FieldKind::Text,
    }
}

fn flat_column(column: &Column, kind: FieldKind, part: Part, lang: Lang) -> FlatColumn {
    let (end, word) = match part {
        Part::Low => ("_low", lang.pick(", terendah", ", lowest")),
        Part::Likely => ("_likely", lang.pick(", mungkin", ", likely")),
        Part::High => ("_high", lang.pick(", tertinggi", ", highest")),
        Part::Complete => ("_complete", lang.pick(", lengkap?", ", complete?")),
        Part::Whole | Part::Role => ("", ""),
    };
    FlatColumn {
        key: format!("{}{end}", column.key),
        heading: format!("{}{word}", column.heading),
        of: column.key,
        part,
        kind: if part == Part::Complete { FieldKind::Complete } else { kind },
    }
}

fn push_fields<'a>(fields: &mut Vec<Field<'a>>, cell: &'a Cell, shape: Shape) {
    if shape == Shape::One {
        fields.push(field(cell));
        return;
    }
    match cell {
        Cell::Range(r) | Cell::AtLeast(r) => fields.extend(values(*r).map(Field::Rupiah)),
        Cell::CountRange(r) => fields.extend(values(*r).map(|n| Field::Count(u64::from(n)))),
        // What is no number stands once.
        Cell::Text(_) | Cell::Date(_) | Cell::Year(_) | Cell::Evidence(_) | Cell::Source(_) => {
            fields.extend([Field::Empty, field(cell), Field::Empty]);
        }
        other => fields.extend([field(other); 3]),
    }
    if shape == Shape::Bound {
        fields.push(match cell {
            Cell::Empty => Field::Empty,
            Cell::Unknown => Field::Unknown,
            Cell::AtLeast(_) => Field::Complete(false),
            _ => Field::Complete(true),
        });
    }
}

fn values<T: Copy + Ord>(range: Estimate<T>) -> [T; 3] {
    [range.low(), range.likely(), range.high()]
}

/// The cell as one field. Ranges have fields of their own and do not come here.
fn field(cell: &Cell) -> Field<'_> {
    match cell {
        Cell::Empty | Cell::Source(SourceRef::NotStated) => Field::Empty,
        Cell::Unknown => Field::Unknown,
        Cell::Text(text) => Field::Text(text),
        Cell::Rupiah(amount) => Field::Rupiah(*amount),
        Cell::Range(range) | Cell::AtLeast(range) => Field::Rupiah(range.likely()),
        Cell::Count(count) => Field::Count(*count),
        Cell::CountRange(range) => Field::Count(u64::from(range.likely())),
        Cell::Percent(percent) => Field::Percent(*percent),
        Cell::Date(date) => Field::Date(*date),
        Cell::Year(year) => Field::Year(*year),
        Cell::Evidence(evidence) => Field::Evidence(*evidence),
        Cell::Source(source) => Field::Source(source),
    }
}
