//! Penjabaran APBD: account rows, with detail lines inside a note cell.

use std::sync::Arc;

use hemat_core::account::AccountClass;
use hemat_core::cost_line::{BudgetStage, CostLine, LineContext};
use hemat_core::money::Rupiah;
use hemat_core::source::RowRef;
use hemat_core::sum_gap::SumGap;
use rust_decimal::Decimal;

use crate::read::account_row::{AccountRow, Money, MoneyColumns, OUT_OF_RANGE, read_rows};
use crate::read::agency::Agencies;
use crate::read::balance::{Sink, Texts};
use crate::read::budget::{DecimalMark, LayoutName};
use crate::read::detail::{Detail, Details, NotePiece, read_details};
use crate::read::diagnostic::{Diagnostic, Severity};
use crate::read::header::Header;
use crate::read::layout::class_heading::{accounts_by_heading, class_heading, numbers_classes_from_one};
use crate::read::layout::damaged_amount::{is_amount_with_zeros, rounds_to};
use crate::read::layout::{Layout, Used, used_columns};
use crate::read::number::Notation;
use crate::read::roll_up::{Role, differences, is_repeated, roles};
use crate::read::shifted::{mend_lost_mark, mend_shift};
use crate::read::source::{Sheet, Source};
use crate::read::synonyms::Field;
use crate::read::table::Record;
use crate::read::title::one_line;
use crate::read::village::{accounts_of_village, is_village, take_out_activities};

/// The layout.
pub struct Penjabaran;

impl Layout for Penjabaran {
    fn name(&self) -> LayoutName {
        LayoutName::Penjabaran
    }

    fn score(&self, source: &Source) -> u8 {
        let Some(header) = sheet_of(source).and_then(|s| s.header.as_ref()) else { return 0 };
        // Quantities and prices in columns of their own are another layout's.
        let itemised =
            header.has(Field::UnitPrice) || header.has(Field::Realised) || header.has(Field::PackageCode);
        match (itemised, header.has(Field::Note)) {
            (true, _) => 10,
            (false, true) => 80,
            (false, false) => 50,
        }
    }

    fn needs(&self) -> &'static [&'static [Field]] {
        &[&[Field::AccountCode], &[Field::AccountName], &[Field::Amount, Field::AmountAfter]]
    }

    fn read(&self, source: &Source, sink: &mut Sink) -> Used {
        let Some(sheet) = sheet_of(source) else { return Used::default() };
        sink.read_table(&sheet.table);
        if let Some(header) = &sheet.header
            && let Some(columns) = MoneyColumns::of(source, sheet, header)
        {
            Reader::new(source, sheet, header, columns).read(sink);
        }
        used_columns(sheet)
    }
}

/// The first sheet that has the columns.
fn sheet_of(source: &Source) -> Option<&Sheet> {
    source.sheets.iter().find(|s| {
        s.header.as_ref().is_some_and(|h| {
            h.has(Field::AccountCode)
                && h.has(Field::AccountName)
                && (h.has(Field::Amount) || h.has(Field::AmountAfter))
        })
    })
}

struct Reader<'a> {
    source: &'a Source,
    sheet: &'a Sheet,
    header: &'a Header,
    columns: MoneyColumns,
    rows: Vec<AccountRow>,
    roles: Vec<Role>,
    /// What each lowest row was read as.
    spent: Vec<Option<Rupiah>>,
    texts: Texts,
    empty: Arc<str>,
}

impl<'a> Reader<'a> {
    fn new(source: &'a Source, sheet: &'a Sheet, header: &'a Header, mut columns: MoneyColumns) -> Self {
        let mut rows = read_rows(source, sheet, header, &columns);
        if !columns.notation.ambiguous.is_empty()
            && let Some(mark) = mark_by_details(&rows)
        {
            columns.notation = Notation { mark: Some(mark), ambiguous: Vec::new() };
            rows = read_rows(source, sheet, header, &columns);
        }
        Reader {
            source,
            sheet,
            header,
            columns,
            rows,
            roles: Vec::new(),
            spent: Vec::new(),
            texts: Texts::default(),
            empty: "".into(),
        }
    }

    fn read(mut self, sink: &mut Sink) {
        let shifted = mend_shift(&mut self.rows);
        if shifted > 0 {
            sink.complain(
                self.about_file(
                    "columns-shifted",
                    "amounts and notes stood one row too low and were moved up",
                ),
            );
        }
        if mend_lost_mark(&mut self.rows) > 0 {
            sink.complain(self.about_file(
                "amounts-times-100",
                "amounts lost their decimal mark; the notes repeat them with it, so all were divided by 100",
            ));
        }
        let village = is_village(&self.rows);
        if village {
            accounts_of_village(&mut self.rows);
        } else if numbers_classes_from_one(&self.rows) {
            accounts_by_heading(&mut self.rows);
        }
        self.complain_about_mark(sink);
        self.roles = roles(&self.rows);
        if village {
            let repeated = take_out_activities(&self.rows, &mut self.roles);
            let mut diagnostic = self.about_file(
                "stated-twice",
                "a village budget states its spending by account and again by activity; the accounts are counted",
            );
            diagnostic.amount = Some(repeated);
            sink.complain(diagnostic);
        }
        self.spent = vec![None; self.rows.len()];
        let agencies = Agencies::of(&self.rows, &self.sheet.titles);
        if let Some(code) = agencies.contradicted() {
            let mut diagnostic = self.about_file(
                "title-names-another-agency",
                "the codes in the rows name another agency than the title; the codes are used",
            );
            diagnostic.text = Some(code.to_owned());
            sink.complain(diagnostic);
        }
        let mut class = None;
        for at in 0..self.rows.len() {
            let Some(row) = self.rows.get(at) else { continue };
            class = class_heading(&row.name).or(class);
            match self.roles.get(at) {
                Some(Role::Lowest) => self.lowest(at, class, &agencies, sink),
                Some(Role::Astray) => {
                    let amount = self.rows.get(at).and_then(|r| r.amount.value());
                    self.aside(
                        at,
                        "no-account-code",
                        amount,
                        "the row has an amount and no readable code; mend the code in the file",
                        sink,
                    );
                }
                Some(Role::RollUp) if is_repeated(&self.rows, at) => {
                    if let Some(row) = self.rows.get(at) {
                        let hint = "the row repeats the one above: code, name and amount; it is counted once"
                            .to_owned();
                        sink.complain(self.about_row(
                            row,
                            "row-repeated",
                            Severity::Warning,
                            hint,
                            row.amount.value(),
                        ));
                    }
                }
                Some(Role::RollUp) | None => {}
            }
        }
        for (at, sum) in differences(&self.rows, &self.roles, &self.spent) {
            let Some(row) = self.rows.get(at) else { continue };
            let amount = row.amount.value().unwrap_or_default();
            let hint =
                format!("the row says Rp{amount}, the rows below it sum to Rp{sum}; the rows below are used");
            let difference = sum.try_sub(amount).ok().map(Rupiah::abs);
            sink.complain(self.about_row(row, "roll-up-differs", Severity::Warning, hint, difference));
        }
    }

    /// Names the rows whose amount can be two numbers, both sums, and the option that settles it.
    fn complain_about_mark(&self, sink: &mut Sink) {
        let ambiguous = &self.columns.notation.ambiguous;
        let Some((first, _, _)) = ambiguous.first() else { return };
        let sum = |pick: fn(&(u64, Decimal, Decimal)) -> Decimal| {
            Rupiah::try_sum(ambiguous.iter().filter_map(|a| Rupiah::try_new(pick(a)).ok()))
                .unwrap_or_default()
        };
        let (comma, dot) = (sum(|a| a.1), sum(|a| a.2));
        let rows: Vec<String> = ambiguous.iter().take(10).map(|a| a.0.to_string()).collect();
        let mut diagnostic = self.about_file(
            "ambiguous-decimal-mark",
            &format!(
                "{} amounts can be two numbers (rows {}{}): together Rp{comma} with a decimal comma, Rp{dot} with a \
                 decimal dot; say which with --decimal-mark comma or --decimal-mark dot",
                ambiguous.len(),
                rows.join(", "),
                if ambiguous.len() > rows.len() { ", ..." } else { "" },
            ),
        );
        diagnostic.severity = Severity::Error;
        diagnostic.row = Some(*first);
        diagnostic.column = self.header.name(self.columns.amount).map(str::to_owned);
        diagnostic.amount = comma.try_sub(dot).ok().map(Rupiah::abs);
        sink.complain(diagnostic);
    }

    fn lowest(&mut self, at: usize, class: Option<AccountClass>, agencies: &Agencies, sink: &mut Sink) {
        let Some(row) = self.rows.get(at) else { return };
        let pieces: Vec<NotePiece<'_>> =
            row.note.iter().map(|(number, text)| NotePiece { row: *number, text }).collect();
        let details = read_details(&pieces, row.amount.value());
        let had_details = !details.lines.is_empty();
        let gap = self.details_gap(row, &details);
        let (amount, details) = match self.settle(row, details) {
            Settled::Lines(amount, details, complaint) => {
                if let Some(complaint) = complaint {
                    let stands = complaint.name == "details-do-not-sum";
                    sink.complain(complaint);
                    if let Some(gap) = gap.filter(|_| stands) {
                        sink.note_gap(gap);
                    }
                }
                (amount, details)
            }
            Settled::Nothing => return,
            Settled::Aside(name, amount, hint) => {
                self.aside(at, name, amount, hint, sink);
                return;
            }
        };
        let lines = self.lines(at, amount, &details, class, agencies);
        if sink.spend(amount, lines).is_err() {
            self.aside(at, "amount-out-of-range", None, "the amount is too large to be kept exact", sink);
            return;
        }
        if let Some(spent) = self.spent.get_mut(at) {
            *spent = Some(amount);
        }
        if had_details {
            sink.count_details(amount, !details.lines.is_empty());
        }
    }

    /// What a row is worth and which of its details stand.
    fn settle(&self, row: &AccountRow, details: Details) -> Settled {
        let none = Details::default();
        let all_hold = details.lines.iter().all(|l| l.product_holds) && details.unread.is_empty();
        match (row.amount, details.sum) {
            (Money::Value(amount), None) => Settled::Lines(amount, none, None),
            (Money::Value(amount), Some(sum)) if sum == amount => Settled::Lines(amount, details, None),
            (Money::Value(amount), Some(sum)) if all_hold && is_amount_with_zeros(amount, sum) => {
                let hint = format!(
                    "the amount cell says Rp{amount}; the details multiply and add up to Rp{sum}, exactly a power of ten more, so the cell lost zeros"
                );
                let complaint =
                    self.about_row(row, "lost-zeros-repaired", Severity::Warning, hint, Some(sum));
                Settled::Lines(sum, details, Some(complaint))
            }
            (Money::Value(amount) | Money::Rounded(amount), Some(sum))
                if all_hold && rounds_to(sum, amount) =>
            {
                let hint = format!(
                    "the amount cell is rounded ({amount}); the details multiply and add up to Rp{sum}, which rounds to it"
                );
                let complaint =
                    self.about_row(row, "rounded-amount-from-details", Severity::Warning, hint, Some(sum));
                Settled::Lines(sum, details, Some(complaint))
            }
            (Money::Value(amount), Some(sum)) => {
                let hint = format!(
                    "the details sum to Rp{sum}, the account says Rp{amount}; the account's amount is used, as one line"
                );
                let difference = sum.try_sub(amount).ok().map(Rupiah::abs);
                let mut complaint =
                    self.about_row(row, "details-do-not-sum", Severity::Warning, hint, difference);
                if let Some((number, text)) = details.unread.first() {
                    complaint
                        .hint
                        .push_str(&format!("; a line that could not be read, in row {number}: {text}"));
                }
                Settled::Lines(amount, Details { lines: Vec::new(), ..none }, Some(complaint))
            }
            (Money::Rounded(_), _) => Settled::Aside(
                "amount-rounded",
                None,
                "the cell is in scientific notation and has lost its last digits; export the file again with the column as a plain number",
            ),
            (Money::Ambiguous(..), _) => Settled::Aside(
                "ambiguous-decimal-mark",
                None,
                "the amount can be two numbers; say which with --decimal-mark comma or --decimal-mark dot",
            ),
            (Money::Unreadable, _) => {
                Settled::Aside("amount-unreadable", None, "the amount cell is no number")
            }
            (Money::OutOfRange, _) => Settled::Aside("amount-out-of-range", None, OUT_OF_RANGE),
            (Money::Blank, Some(_)) => {
                Settled::Aside("amount-missing", None, "the note has details, the amount cell is empty")
            }
            (Money::Blank, None) => Settled::Nothing,
        }
    }

    fn lines(
        &mut self,
        at: usize,
        amount: Rupiah,
        details: &Details,
        class: Option<AccountClass>,
        agencies: &Agencies,
    ) -> Vec<CostLine> {
        let Some(row) = self.rows.get(at) else { return Vec::new() };
        let titles = &self.sheet.titles;
        let activity = agencies.activity(row);
        let account = row.code.as_ref().and_then(|c| c.account.clone()).map(|mut a| {
            a.class = a.class.or(class);
            a
        });
        let revised = self.header.has(Field::AmountAfter);
        let context = Arc::new(LineContext {
            year: titles.year.or(self.source.options.year),
            region: Arc::clone(&titles.region),
            agency: self.texts.share(&agencies.agency(row)),
            activity_code: self.texts.share(row.prefix()),
            activity: self.texts.share(activity),
            account,
            account_name: self.texts.share(&row.name),
            stage: if revised { Some(BudgetStage::Revised) } else { titles.stage },
        });
        let line = |number: u64, part: Option<u32>| CostLine {
            row: RowRef { file: Arc::clone(&self.source.file), row: number, part },
            account_row: row.number,
            context: Arc::clone(&context),
            heading: Arc::clone(&self.empty),
            description: Arc::clone(&self.empty),
            quantity: None,
            unit: Arc::clone(&self.empty),
            unit_price: None,
            amount,
            amount_before: None,
            date: None,
            package: Arc::clone(&self.empty),
        };
        if details.lines.is_empty() {
            let description = self.texts.share(&description_of(row));
            return vec![CostLine { description, amount_before: row.before, ..line(row.number, None) }];
        }
        details
            .lines
            .iter()
            .enumerate()
            .map(|(i, detail)| CostLine {
                heading: Arc::clone(&detail.heading),
                description: if detail.description.is_empty() {
                    Arc::clone(&context.account_name)
                } else {
                    self.texts.share(&detail.description)
                },
                quantity: detail.quantity.clone(),
                unit: self.texts.share(&detail.unit),
                unit_price: detail.unit_price,
                amount: detail.amount,
                ..line(detail.row, u32::try_from(i + 1).ok())
            })
            .collect()
    }

    fn record(&self, at: usize) -> Option<&Record> {
        self.sheet.table.records.get(self.rows.get(at)?.index)
    }

    fn aside(&self, at: usize, name: &'static str, amount: Option<Rupiah>, hint: &str, sink: &mut Sink) {
        if let (Some(record), Some(row)) = (self.record(at), self.rows.get(at)) {
            sink.set_aside(
                record,
                amount,
                self.about_row(row, name, Severity::Error, hint.to_owned(), amount),
            );
        }
    }

    /// The gap between an account and its details, if there is one. Details of which one does not multiply out, or
    /// that sum to nothing, may have been misread.
    fn details_gap(&self, row: &AccountRow, details: &Details) -> Option<SumGap> {
        let (stated, sum) = (row.amount.value()?, details.sum?);
        // A difference as large as one of the lines is mostly a line that ran into its neighbour.
        let difference = stated.try_sub(sum).ok()?.abs();
        let doubtful = |line: &Detail| !line.product_holds || line.amount == difference;
        let read = details.unread.is_empty() && !sum.is_zero() && !details.lines.iter().any(doubtful);
        let at = RowRef { file: Arc::clone(&self.source.file), row: row.number, part: None };
        let class = row.code.as_ref().and_then(|code| code.account.as_ref()?.class);
        let name = row.name.as_str().into();
        (stated != sum).then_some(SumGap { row: at, name, class, stated, sum, unread: !read })
    }

    fn about_row(
        &self,
        row: &AccountRow,
        name: &'static str,
        severity: Severity,
        hint: String,
        amount: Option<Rupiah>,
    ) -> Diagnostic {
        let record = self.sheet.table.records.get(row.index);
        let cell = record.and_then(|r| self.header.cell(r, self.columns.amount));
        Diagnostic {
            name,
            severity,
            file: Arc::clone(&self.source.file),
            row: Some(row.number),
            column: self.header.name(self.columns.amount).map(str::to_owned),
            text: cell.map(crate::read::table::Cell::to_text),
            hint,
            amount,
        }
    }

    fn about_file(&self, name: &'static str, hint: &str) -> Diagnostic {
        Diagnostic {
            name,
            severity: Severity::Warning,
            file: Arc::clone(&self.source.file),
            row: None,
            column: None,
            text: None,
            hint: hint.to_owned(),
            amount: None,
        }
    }
}

enum Settled {
    /// The amount, the details that stand, and what to say about it.
    Lines(Rupiah, Details, Option<Diagnostic>),
    /// Nothing to count.
    Nothing,
    /// The row cannot be used: diagnostic, rupiah concerned, hint.
    Aside(&'static str, Option<Rupiah>, &'static str),
}

/// The decimal mark under which amounts equal the sums of their details, if only one does that.
fn mark_by_details(rows: &[AccountRow]) -> Option<DecimalMark> {
    let (mut commas, mut dots) = (0usize, 0usize);
    for row in rows {
        let Money::Ambiguous(comma, dot) = row.amount else { continue };
        let pieces: Vec<NotePiece<'_>> =
            row.note.iter().map(|(n, text)| NotePiece { row: *n, text }).collect();
        let Some(sum) = read_details(&pieces, None).sum else { continue };
        commas += usize::from(sum.value() == comma);
        dots += usize::from(sum.value() == dot);
    }
    match (commas, dots) {
        (0, 0) => None,
        (_, 0) => Some(DecimalMark::Comma),
        (0, _) => Some(DecimalMark::Dot),
        _ => None,
    }
}

/// Words of the line where the note has no details: the name, and what the note adds to it.
fn description_of(row: &AccountRow) -> String {
    let note: Vec<&str> = row.note.iter().map(|(_, t)| t.as_str()).collect();
    let note = one_line(&note.join(" ")).replace('^', ",");
    let added = note.strip_prefix(row.name.as_str()).map_or(note.as_str(), str::trim_start);
    let amount_only = added.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' '));
    if added.is_empty() || amount_only { row.name.clone() } else { format!("{}: {added}", row.name) }
}
