//! Our own plain columns, as `hemat init` writes them: one line of spending per row, English column names.

use std::sync::Arc;

use hemat_core::cost_line::{BudgetStage, CostLine, LineContext};
use hemat_core::date::Date;
use hemat_core::money::Rupiah;
use hemat_core::quantity::{Factor, Quantity};
use hemat_core::source::RowRef;
use rust_decimal::Decimal;

use crate::read::account_code::read_code;
use crate::read::account_row::{Money, OUT_OF_RANGE, read_money};
use crate::read::balance::{Sink, Texts};
use crate::read::budget::LayoutName;
use crate::read::diagnostic::{Diagnostic, Severity};
use crate::read::header::Header;
use crate::read::layout::unread::{DAY, PRICE, QUANTITY, UNREAD, unread_hint};
use crate::read::layout::{Layout, Used, used_columns};
use crate::read::number::{Notation, Reading, decide_mark};
use crate::read::quantity::read_quantity;
use crate::read::source::{Sheet, Source};
use crate::read::synonyms::{Field, name_key};
use crate::read::table::{Cell, Record};
use crate::read::title::{one_line, year_in};

/// The layout.
pub struct Hemat;

impl Layout for Hemat {
    fn name(&self) -> LayoutName {
        LayoutName::Hemat
    }

    fn score(&self, source: &Source) -> u8 {
        let Some(header) = header_of(source).map(|(_, h)| h) else { return 0 };
        // Our names are English words that no other family uses.
        let ours = [Field::Description, Field::Amount]
            .iter()
            .all(|f| header.name(*f).is_some_and(|name| name_key(name) == f.as_str()));
        if ours { 100 } else { 0 }
    }

    fn needs(&self) -> &'static [&'static [Field]] {
        &[&[Field::Description], &[Field::Amount]]
    }

    fn read(&self, source: &Source, sink: &mut Sink) -> Used {
        let Some((sheet, header)) = header_of(source) else { return Used::default() };
        sink.read_table(&sheet.table);
        let notation = |field: Field| {
            let index = header.index(field);
            let cells = sheet.table.records.iter().skip(header.data_from);
            decide_mark(
                cells.filter_map(|r| Some((r.number, r.cells.get(index?)?))),
                source.options.decimal_mark,
            )
        };
        let mut reader = Reader {
            source,
            header,
            amounts: notation(Field::Amount),
            prices: notation(Field::UnitPrice),
            quantities: notation(Field::Quantity),
            texts: Texts::default(),
        };
        for record in sheet.table.records.iter().skip(header.data_from) {
            if !record.is_blank() && !header.is_repeated_by(record) {
                reader.row(record, sink);
            }
        }
        used_columns(sheet)
    }
}

fn header_of(source: &Source) -> Option<(&Sheet, &Header)> {
    source.sheets.iter().find_map(|s| {
        let header = s.header.as_ref()?;
        (header.has(Field::Description) && header.has(Field::Amount)).then_some((s, header))
    })
}

struct Reader<'a> {
    source: &'a Source,
    header: &'a Header,
    amounts: Notation,
    prices: Notation,
    quantities: Notation,
    texts: Texts,
}

impl Reader<'_> {
    fn row(&mut self, record: &Record, sink: &mut Sink) {
        let amount = match read_money(self.header.cell(record, Field::Amount), &self.amounts) {
            Money::Value(amount) => amount,
            Money::Blank => {
                return self.aside(record, "amount-missing", "the amount cell holds no number", sink);
            }
            Money::Ambiguous(..) => {
                let hint = "the amount can be two numbers; say which with --decimal-mark comma or --decimal-mark dot";
                return self.aside(record, "ambiguous-decimal-mark", hint, sink);
            }
            Money::Rounded(_) => {
                let hint = "the cell is in scientific notation and has lost its last digits";
                return self.aside(record, "amount-rounded", hint, sink);
            }
            Money::Unreadable => {
                return self.aside(record, "amount-unreadable", "the amount cell is no number", sink);
            }
            Money::OutOfRange => return self.aside(record, "amount-out-of-range", OUT_OF_RANGE, sink),
        };
        let unit_price = read_money(self.header.cell(record, Field::UnitPrice), &self.prices).value();
        let quantity = self.quantity(record);
        let product = quantity.as_ref().zip(unit_price).and_then(|(q, p)| p.try_times(q.total()).ok());
        if let Some(product) = product
            && product != amount
        {
            let hint = format!("quantity x price is Rp{product}, the amount Rp{amount}; the amount is used");
            sink.complain(self.complaint(record, "total-mismatch", Severity::Warning, &hint));
        }
        let line = self.line(record, amount, quantity, unit_price);
        let unread = self.unread(record, &line);
        if sink.spend_line(line).is_err() {
            return self.aside(record, "amount-out-of-range", OUT_OF_RANGE, sink);
        }
        unread.into_iter().for_each(|complaint| sink.complain(complaint));
    }

    fn line(
        &mut self,
        record: &Record,
        amount: Rupiah,
        quantity: Option<Quantity>,
        unit_price: Option<Rupiah>,
    ) -> CostLine {
        let stage = match self.text(record, Field::Stage).to_lowercase().as_str() {
            "murni" | "adopted" => Some(BudgetStage::Adopted),
            "perubahan" | "revised" => Some(BudgetStage::Revised),
            "realisasi" | "realised" => Some(BudgetStage::Realised),
            _ => None,
        };
        let context = LineContext {
            year: year_in(&self.text(record, Field::Year)).or(self.source.options.year),
            region: self.shared(record, Field::Region),
            agency: self.shared(record, Field::Agency),
            activity_code: self.shared(record, Field::ActivityCode),
            activity: self.shared(record, Field::Activity),
            account: read_code(&self.text(record, Field::AccountCode)).and_then(|c| c.account),
            account_name: self.shared(record, Field::AccountName),
            stage,
        };
        CostLine {
            row: RowRef { file: Arc::clone(&self.source.file), row: record.number, part: None },
            account_row: record.number,
            context: self.texts.share_context(context),
            heading: self.shared(record, Field::Heading),
            description: self.shared(record, Field::Description),
            quantity,
            unit: self.shared(record, Field::Unit),
            unit_price,
            amount,
            amount_before: None,
            date: self.date(record),
            package: self.shared(record, Field::PackageCode),
        }
    }

    /// `50 orang x 2 hari`, or a bare number with the unit's column. Persons, days and occurrences in columns of
    /// their own are its factors if their product is the number.
    fn quantity(&self, record: &Record) -> Option<Quantity> {
        let factor = |field: Field, unit: &str| {
            let value: Decimal = self.number(record, field)?;
            Some(Factor::new(value, unit))
        };
        let own: Vec<Factor> = [
            factor(Field::Persons, "orang"),
            factor(Field::Days, "hari"),
            factor(Field::Occurrences, "kali"),
        ]
        .into_iter()
        .flatten()
        .collect();
        let parts = Quantity::try_new(own).ok();
        let total = self.number(record, Field::Quantity);
        match (total, parts) {
            (Some(total), Some(parts)) if parts.total() == total => Some(parts),
            (Some(total), _) => {
                Quantity::try_new(vec![Factor::new(total, &self.text(record, Field::Unit))]).ok()
            }
            (None, parts) => read_quantity(&self.text(record, Field::Quantity)).or(parts),
        }
    }

    fn number(&self, record: &Record, field: Field) -> Option<Decimal> {
        match self.quantities.read(self.header.cell(record, field)?) {
            Ok(Reading::Value(value)) => Some(value),
            _ => None,
        }
    }

    /// The cells beside the amount that hold something and gave nothing: the row is used, and says so.
    fn unread(&self, record: &Record, line: &CostLine) -> Vec<Diagnostic> {
        let day = if self.header.has(Field::Date) { Field::Date } else { Field::StartDate };
        let year = || year_in(&self.text(record, Field::Year));
        let fields = [
            (Field::UnitPrice, line.unit_price.is_none(), PRICE),
            (Field::Quantity, line.quantity.is_none(), QUANTITY),
            (Field::Persons, self.number(record, Field::Persons).is_none(), "a number of persons"),
            (Field::Days, self.number(record, Field::Days).is_none(), "a number of days"),
            (Field::Occurrences, self.number(record, Field::Occurrences).is_none(), "a number of times"),
            (day, line.date.is_none(), DAY),
            (Field::Year, year().is_none(), "a fiscal year from 2000 to 2099"),
            (Field::AccountCode, line.context.account.is_none(), "an account code, 5.1.02.01.01.0052"),
        ];
        let unread = fields.into_iter().filter(|(field, missing, _)| {
            let text = self.text(record, *field);
            *missing && !text.is_empty() && text != "-"
        });
        let complaint = |(field, _, wanted): (Field, bool, &str)| {
            self.complaint_of(field, record, UNREAD, Severity::Warning, &unread_hint(wanted))
        };
        unread.map(complaint).collect()
    }

    fn date(&self, record: &Record) -> Option<Date> {
        match self.header.cell(record, Field::Date).or_else(|| self.header.cell(record, Field::StartDate))? {
            Cell::Date(date) => Some(*date),
            cell => Date::parse_iso(cell.as_str()),
        }
    }

    fn text(&self, record: &Record, field: Field) -> String {
        self.header.cell(record, field).map(|c| one_line(&c.to_text())).unwrap_or_default()
    }

    fn shared(&mut self, record: &Record, field: Field) -> Arc<str> {
        let text = self.text(record, field);
        self.texts.share(&text)
    }

    fn complaint(&self, record: &Record, name: &'static str, severity: Severity, hint: &str) -> Diagnostic {
        self.complaint_of(Field::Amount, record, name, severity, hint)
    }

    fn complaint_of(
        &self,
        field: Field,
        record: &Record,
        name: &'static str,
        severity: Severity,
        hint: &str,
    ) -> Diagnostic {
        Diagnostic {
            name,
            severity,
            file: Arc::clone(&self.source.file),
            row: Some(record.number),
            column: self.header.name(field).map(str::to_owned),
            text: self.header.cell(record, field).map(Cell::to_text),
            hint: hint.to_owned(),
            amount: None,
        }
    }

    fn aside(&self, record: &Record, name: &'static str, hint: &str, sink: &mut Sink) {
        sink.set_aside(record, None, self.complaint(record, name, Severity::Error, hint));
    }
}
