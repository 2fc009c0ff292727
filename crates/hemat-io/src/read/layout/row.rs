//! Rows of a sheet under its header: cells by field, money by the column's notation, complaints with their place.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use hemat_core::cost_line::CostLine;
use hemat_core::date::Date;
use hemat_core::money::Rupiah;
use hemat_core::source::RowRef;

use crate::read::balance::Sink;
use crate::read::budget::DecimalMark;
use crate::read::diagnostic::{Diagnostic, Severity};
use crate::read::header::Header;
use crate::read::layout::Used;
use crate::read::layout::ragged::{Shape, column_shapes};
use crate::read::number::{MarkEvidence, Notation, NumberProblem, Reading, decide_mark};
use crate::read::source::{Sheet, Source};
use crate::read::spreadsheet_cell::beyond_float_precision;
use crate::read::synonyms::Field;
use crate::read::table::{Cell, Record};
use crate::read::title::is_one_line;
pub(super) use crate::read::title::one_line;

/// The money columns whose decimal mark is settled together with their column.
pub(in crate::read) const MONEY: [Field; 6] = [
    Field::Amount,
    Field::AmountAfter,
    Field::AmountBefore,
    Field::Realised,
    Field::UnitPrice,
    Field::Quantity,
];

/// What a money cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Money {
    /// Nothing there.
    Blank,
    /// An amount.
    Amount(Rupiah),
    /// Something there that is no single amount: name of the diagnostic, and what to do.
    Unclear(&'static str, String),
}

/// A sheet with its header, on its way into lines.
pub(in crate::read) struct Rows<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) header: &'a Header,
    /// The file's name, with the sheet's where several are read.
    pub(super) file: Arc<str>,
    pub(super) user_mark: Option<DecimalMark>,
    /// Where each field stands in a record, by the field's number: looked up many times a row.
    places: Vec<Option<usize>>,
    /// Settled when the first number is read: scores look at headers alone.
    notations: OnceCell<BTreeMap<Field, Notation>>,
    /// Of its columns: looked at when the first row has too many cells.
    shapes: OnceCell<Vec<Option<Shape>>>,
}

impl<'a> Rows<'a> {
    /// The sheets of a source that have a header, each ready to be read.
    pub(in crate::read) fn of(source: &'a Source) -> Vec<Rows<'a>> {
        let with_header: Vec<(&Sheet, &Header)> =
            source.sheets.iter().filter_map(|s| Some((s, s.header.as_ref()?))).collect();
        let several = with_header.len() > 1;
        let rows = with_header.into_iter().map(|(sheet, header)| {
            let file = if several {
                format!("{} [{}]", source.file, sheet.table.sheet).into()
            } else {
                Arc::clone(&source.file)
            };
            let user_mark = source.options.decimal_mark;
            Rows {
                sheet,
                header,
                file,
                user_mark,
                places: places(header),
                notations: OnceCell::new(),
                shapes: OnceCell::new(),
            }
        });
        rows.collect()
    }

    /// The same rows with the mark of their numbers settled beforehand, instead of by the records at hand.
    pub(in crate::read) fn with_mark(self, mark: Option<DecimalMark>) -> Self {
        let notation = |field| (field, Notation { mark, ambiguous: Vec::new() });
        Rows {
            notations: OnceCell::from(MONEY.map(notation).into_iter().collect::<BTreeMap<_, _>>()),
            ..self
        }
    }

    /// What a record says about the mark of each column of money.
    pub(in crate::read) fn look_for_marks(
        &self,
        record: &Record,
        evidence: &mut [MarkEvidence; MONEY.len()],
    ) {
        for (field, evidence) in MONEY.iter().zip(evidence) {
            if let Some(cell) = self.cell(record, *field) {
                evidence.look_at(cell);
            }
        }
    }

    fn notation(&self, field: Field) -> Notation {
        let all = self.notations.get_or_init(|| {
            let notation_of = |field: Field| {
                let index = self.header.index(field)?;
                let cells = self.records().iter().filter_map(|r| Some((r.number, r.cells.get(index)?)));
                Some((field, decide_mark(cells, self.user_mark)))
            };
            MONEY.into_iter().filter_map(notation_of).collect()
        });
        let mark = all.get(&field).and_then(|notation| notation.mark);
        Notation { mark, ambiguous: Vec::new() }
    }

    /// The shapes of its columns.
    pub(super) fn shapes(&self) -> &[Option<Shape>] {
        self.shapes.get_or_init(|| column_shapes(self))
    }

    /// The records below the header.
    pub(super) fn records(&self) -> &'a [Record] {
        self.sheet.table.records.get(self.header.data_from..).unwrap_or_default()
    }

    pub(super) fn has(&self, field: Field) -> bool {
        self.places.get(field as usize).is_some_and(Option::is_some)
    }

    /// The cell of a field, if the record is long enough.
    pub(super) fn cell<'r>(&self, record: &'r Record, field: Field) -> Option<&'r Cell> {
        record.cells.get((*self.places.get(field as usize)?)?)
    }

    /// A field's text, trimmed, with runs of blanks and line breaks as one blank; empty if there is none.
    pub(super) fn text<'r>(&self, record: &'r Record, field: Field) -> Cow<'r, str> {
        match self.raw(record, field) {
            Cow::Borrowed(text) if is_one_line(text) => Cow::Borrowed(text),
            text => Cow::Owned(one_line(&text)),
        }
    }

    /// A field's text as written.
    pub(super) fn raw<'r>(&self, record: &'r Record, field: Field) -> Cow<'r, str> {
        self.cell(record, field).map(Cell::text).unwrap_or_default()
    }

    /// A field's number, if it is one.
    pub(super) fn number(&self, record: &Record, field: Field) -> Option<Decimal> {
        let cell = self.cell(record, field)?;
        match self.notation(field).read(cell) {
            Ok(Reading::Value(value)) => Some(value),
            _ => None,
        }
    }

    /// A field's amount of money.
    pub(super) fn money(&self, record: &Record, field: Field) -> Money {
        let Some(cell) = self.cell(record, field) else { return Money::Blank };
        money_of(cell, &self.notation(field))
    }

    /// A field's date; a time after it is left off.
    pub(super) fn date(&self, record: &Record, field: Field) -> Option<Date> {
        match self.cell(record, field)? {
            Cell::Date(date) => Some(*date),
            cell => Date::parse_iso(&cell.to_text()),
        }
    }

    /// Fiscal year: the row's own, else the title's, else the user's.
    pub(super) fn year(&self, record: &Record, source: &Source) -> Option<u16> {
        let own =
            self.raw(record, Field::Year).trim().parse::<u16>().ok().filter(|y| (1990..2100).contains(y));
        own.or(self.sheet.titles.year).or(source.options.year)
    }

    /// The field's text, or the title's where the row has none.
    pub(super) fn text_or<'r>(&self, record: &'r Record, field: Field, title: &'r str) -> Cow<'r, str> {
        let own = self.text(record, field);
        if own.is_empty() { Cow::Borrowed(title) } else { own }
    }

    /// True if one of the first cells with words says that the row is a total, and the row has no code of its own.
    pub(super) fn is_footer(&self, record: &Record) -> bool {
        if !self.text(record, Field::PackageCode).is_empty() || !self.text(record, Field::Date).is_empty() {
            return false;
        }
        let texts = record.cells.iter().map(|cell| one_line(cell.as_str()).to_lowercase());
        let first = texts.into_iter().find(|text| text.chars().any(char::is_alphabetic)).unwrap_or_default();
        ["jumlah", "total", "grand total"].iter().any(|w| first == *w || first.starts_with(&format!("{w} ")))
    }

    /// A place in this file.
    pub(super) fn row_ref(&self, row: u64, part: Option<u32>) -> RowRef {
        RowRef { file: Arc::clone(&self.file), row, part }
    }

    /// A complaint about a record, with the cell of a field where one is meant.
    pub(super) fn complaint(
        &self,
        name: &'static str,
        severity: Severity,
        record: &Record,
        field: Option<Field>,
        hint: String,
    ) -> Diagnostic {
        Diagnostic {
            name,
            severity,
            file: Arc::clone(&self.file),
            row: Some(record.number),
            column: field.and_then(|f| self.header.name(f)).map(str::to_owned),
            text: field.and_then(|f| self.header.cell(record, f)).map(Cell::to_text),
            hint,
            amount: None,
        }
    }

    /// Gives the sink the lines of one amount; if it refuses them, the row is set aside with that amount.
    pub(super) fn spend(&self, sink: &mut Sink, record: &Record, amount: Rupiah, lines: Vec<CostLine>) {
        self.doubt_last_digits(sink, record, amount);
        if sink.spend(amount, lines).is_err() {
            self.refuse(sink, record, amount);
        }
    }

    /// [`Rows::spend`] for one line, of its own amount.
    pub(super) fn spend_line(&self, sink: &mut Sink, record: &Record, line: CostLine) {
        let amount = line.amount;
        self.doubt_last_digits(sink, record, amount);
        if sink.spend_line(line).is_err() {
            self.refuse(sink, record, amount);
        }
    }

    fn doubt_last_digits(&self, sink: &mut Sink, record: &Record, amount: Rupiah) {
        if matches!(self.cell(record, Field::Amount), Some(Cell::Number(_)))
            && beyond_float_precision(amount.value())
        {
            sink.complain(self.complaint(
                "amount-beyond-precision",
                Severity::Warning,
                record,
                Some(Field::Amount),
                "a spreadsheet stores about 15 digits; the last digits of this amount may be lost".to_owned(),
            ));
        }
    }

    fn refuse(&self, sink: &mut Sink, record: &Record, amount: Rupiah) {
        let hint = "the amount leaves the range in which sums stay exact".to_owned();
        let mut complaint = self.complaint("amount-out-of-range", Severity::Error, record, None, hint);
        complaint.amount = Some(amount);
        sink.set_aside(record, Some(amount), complaint);
    }

    /// What was used of the file, for `hemat inspect`.
    pub(in crate::read) fn used(&self) -> Used {
        let last = self.header.rows.last().and_then(|i| self.sheet.table.records.get(*i));
        let columns = self.header.columns.iter().map(|(f, c)| (f.as_str(), c.name.clone()));
        Used { header_row: last.map(|r| r.number), columns: columns.collect() }
    }
}

/// The place of each field of a header, by the field's number.
fn places(header: &Header) -> Vec<Option<usize>> {
    let last = header.columns.keys().map(|field| *field as usize).max();
    let mut places = vec![None; last.map_or(0, |last| last + 1)];
    for (field, column) in &header.columns {
        if let Some(place) = places.get_mut(*field as usize) {
            *place = Some(column.index);
        }
    }
    places
}

/// A cell as money, by a notation.
pub(super) fn money_of(cell: &Cell, notation: &Notation) -> Money {
    if let Cell::Error(text) = cell {
        return Money::Unclear("cell-error", format!("the spreadsheet shows {text}; mend the formula"));
    }
    match notation.read(cell) {
        Ok(Reading::Value(value)) => match Rupiah::try_new(value) {
            Ok(amount) => Money::Amount(amount),
            Err(e) => Money::Unclear("amount-out-of-range", e.to_string()),
        },
        Ok(Reading::Ambiguous { comma, dot }) => Money::Unclear(
            "ambiguous-number",
            format!("can be {comma} or {dot}; settle it with --decimal-mark comma or --decimal-mark dot"),
        ),
        Err(NumberProblem::Empty) => Money::Blank,
        Err(NumberProblem::Rounded(value)) => Money::Unclear(
            "rounded-number",
            format!("the number was rounded to about {value} before it was saved; its last digits are lost"),
        ),
        Err(NumberProblem::NotANumber) => Money::Unclear("not-a-number", "not an amount".to_owned()),
        Err(NumberProblem::TooLong) => {
            Money::Unclear("amount-out-of-range", "more than 28 digits".to_owned())
        }
    }
}
