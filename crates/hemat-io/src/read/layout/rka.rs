//! RKA (rencana kerja dan anggaran): one detail a row. SIPD exports (every row a detail with its account), plain
//! tables, and the RKA-SKPD form (account rows, headings, detail rows with a dash, roll-ups, a total).

use std::sync::Arc;

use hemat_core::cost_line::{BudgetStage, CostLine, LineContext};
use hemat_core::money::Rupiah;
use hemat_core::source::RowRef;
use hemat_core::sum_gap::SumGap;

use crate::read::account_code::read_code;
use crate::read::balance::{Sink, Texts};
use crate::read::budget::LayoutName;
use crate::read::diagnostic::Severity;
use crate::read::layout::form_head::{FormHead, read_head};
use crate::read::layout::rka_row::{Kind, KnownCells, Parsed, parse};
use crate::read::layout::row::Rows;
use crate::read::layout::unread::name_unread;
use crate::read::layout::{Layout, Used};
use crate::read::source::Source;
use crate::read::synonyms::Field;
use crate::read::table::Record;

/// The layout.
pub struct Rka;

impl Layout for Rka {
    fn name(&self) -> LayoutName {
        LayoutName::Rka
    }

    fn score(&self, source: &Source) -> u8 {
        if Rows::of(source).iter().any(has_details) { 80 } else { 0 }
    }

    fn needs(&self) -> &'static [&'static [Field]] {
        &[
            &[Field::AccountName, Field::Description],
            &[Field::Amount, Field::AmountAfter],
            &[Field::UnitPrice],
            &[Field::Quantity, Field::Volume1],
        ]
    }

    fn read(&self, source: &Source, sink: &mut Sink) -> Used {
        let mut used = Used::default();
        for rows in Rows::of(source).iter().filter(|rows| has_details(rows)) {
            sink.read_table(&rows.sheet.table);
            if used.header_row.is_none() {
                used = rows.used();
            }
            read_sheet(source, rows, sink);
        }
        used
    }
}

pub(super) fn has_details(rows: &Rows<'_>) -> bool {
    let words = rows.has(Field::AccountName) || rows.has(Field::Description);
    let money = rows.has(Field::Amount) || rows.has(Field::AmountAfter);
    let volume = rows.has(Field::Quantity) || rows.has(Field::Volume1);
    words && money && volume && rows.has(Field::UnitPrice)
}

/// A sheet with what its head says.
struct Form<'a> {
    source: &'a Source,
    rows: &'a Rows<'a>,
    head: FormHead,
}

/// The account above the details, with what they sum to so far.
struct Account {
    code: String,
    name: String,
    row: u64,
    amount: Option<Rupiah>,
    details: u64,
    sum: Rupiah,
}

pub(super) fn read_sheet(source: &Source, rows: &Rows<'_>, sink: &mut Sink) {
    let (mut texts, mut known) = (Texts::default(), KnownCells::default());
    let form = Form { source, rows, head: read_head(rows) };
    let parsed: Vec<Parsed<'_>> =
        rows.records().iter().map(|record| parse(rows, record, None, &mut known)).collect();
    let mut account: Option<Account> = None;
    let mut heading = String::new();
    let mut total = Rupiah::ZERO;
    for (at, row) in parsed.iter().enumerate() {
        match &row.kind {
            Kind::Nothing => {}
            Kind::Footer => {
                close(rows, account.take(), sink);
                if let Some(amount) = row.amount
                    && amount != total
                    && row.is_grand_total
                {
                    let hint = format!("the form prints a total of {amount}, its lines sum to {total}");
                    sink.complain(rows.complaint(
                        "total-mismatch",
                        Severity::Warning,
                        row.record,
                        None,
                        hint,
                    ));
                }
            }
            Kind::Heading(text) => heading.clone_from(text),
            Kind::Unclear(name, hint) => {
                let complaint =
                    rows.complaint(name, Severity::Error, row.record, Some(Field::Amount), hint.clone());
                sink.set_aside(row.record, None, complaint);
            }
            Kind::Account { code, name } => {
                close(rows, account.take(), sink);
                heading.clear();
                account = Some(Account {
                    code: code.clone(),
                    name: name.clone(),
                    row: row.record.number,
                    amount: row.amount,
                    details: 0,
                    sum: Rupiah::ZERO,
                });
                // An account without anything below it is a line itself.
                if let Some(amount) = row.amount
                    && is_bare(&parsed, at, code)
                {
                    let line = line_of(&form, row, account.as_ref(), "", amount, &mut texts);
                    total = total.try_add(amount).unwrap_or(total);
                    rows.spend_line(sink, row.record, line);
                }
            }
            Kind::Detail => {
                let Some(amount) = row.amount else { continue };
                let line = line_of(&form, row, account.as_ref(), &heading, amount, &mut texts);
                spend_detail(rows, row, amount, line, sink);
                if let Some(open) = &mut account {
                    open.details += 1;
                    open.sum = open.sum.try_add(amount).unwrap_or(open.sum);
                }
                total = total.try_add(amount).unwrap_or(total);
            }
        }
    }
    close(rows, account, sink);
}

/// A line of spending goes into the sink, with a word where its factors do not give its amount, or a cell beside it could not
/// be read.
fn spend_detail(rows: &Rows<'_>, row: &Parsed<'_>, amount: Rupiah, line: CostLine, sink: &mut Sink) {
    if let (Some(price), Some(quantity)) = (line.unit_price, &line.quantity)
        && price.try_times(quantity.total()) != Ok(amount)
    {
        let hint = format!("{quantity} x {price} is not {amount}; the amount was taken as printed");
        let complaint =
            rows.complaint("product-mismatch", Severity::Note, row.record, Some(Field::Amount), hint);
        sink.complain(complaint);
    }
    name_unread(rows, row.record, &line, sink);
    rows.spend_line(sink, row.record, line);
}

/// The layout's way with a row that needs no other: an export repeats the account in every row.
pub(in crate::read) struct Alone<'a> {
    form: Form<'a>,
    texts: Texts,
    known: KnownCells,
}

impl<'a> Alone<'a> {
    /// For the rows below a head.
    pub(in crate::read) fn new(source: &'a Source, rows: &'a Rows<'a>) -> Self {
        Alone {
            form: Form { source, rows, head: read_head(rows) },
            texts: Texts::default(),
            known: KnownCells::default(),
        }
    }

    /// What titles, options and the head say of every row that does not say it itself.
    pub(in crate::read) fn head_context(&self) -> LineContext {
        let (titles, head) = (&self.form.rows.sheet.titles, &self.form.head);
        LineContext {
            year: titles.year.or(self.form.source.options.year),
            region: head.region_or(&titles.region).into(),
            agency: if head.agency.is_empty() { titles.agency.clone() } else { head.agency.as_str().into() },
            activity: head.activity.as_str().into(),
            stage: titles.stage,
            ..LineContext::default()
        }
    }

    /// Reads one row, of which it may be known what is bought. False, and nothing read, if what it says depends on other
    /// rows: an account above its details, a heading, a total.
    pub(in crate::read) fn read(
        &mut self,
        record: &Record,
        description: Option<String>,
        sink: &mut Sink,
    ) -> bool {
        let rows = self.form.rows;
        let row = parse(rows, record, description, &mut self.known);
        match (&row.kind, row.amount) {
            (Kind::Nothing, _) => {}
            (Kind::Unclear(name, hint), _) => {
                let complaint =
                    rows.complaint(name, Severity::Error, record, Some(Field::Amount), hint.clone());
                sink.set_aside(record, None, complaint);
            }
            (Kind::Detail, Some(amount)) if row.own_account.is_some() => {
                let line = line_of(&self.form, &row, None, "", amount, &mut self.texts);
                spend_detail(rows, &row, amount, line, sink);
            }
            _ => return false,
        }
        true
    }
}

/// True if no detail and no deeper account follows before the next account.
fn is_bare(parsed: &[Parsed<'_>], at: usize, code: &str) -> bool {
    for row in parsed.iter().skip(at + 1) {
        match &row.kind {
            Kind::Detail | Kind::Unclear(..) => return false,
            Kind::Account { code: next, .. } => return !is_below(next, code),
            Kind::Footer => return true,
            Kind::Heading(_) | Kind::Nothing => {}
        }
    }
    true
}

/// Group by group as numbers, since one form writes `01` and `001` for the same group.
fn is_below(code: &str, above: &str) -> bool {
    let groups = |code: &str| -> Vec<u32> { code.split('.').filter_map(|g| g.trim().parse().ok()).collect() };
    let (code, above) = (groups(code), groups(above));
    code.len() > above.len() && code.starts_with(&above)
}

/// An account whose details do not sum to it is worth a look; the details are the money all the same.
fn close(rows: &Rows<'_>, account: Option<Account>, sink: &mut Sink) {
    let Some(Account { amount: Some(amount), details, sum, row, code, name }) = account else { return };
    if details == 0 {
        return;
    }
    sink.count_details(amount, sum == amount);
    let at = rows.records().binary_search_by_key(&row, |record| record.number).ok();
    let record = at.and_then(|at| rows.records().get(at));
    if let (Some(record), true) = (record, sum != amount) {
        let hint = format!(
            "account {code} says {amount}, its {details} details sum to {sum}; the details are counted"
        );
        let mut complaint =
            rows.complaint("details-do-not-sum", Severity::Warning, record, Some(Field::Amount), hint);
        complaint.amount = amount.try_sub(sum).ok().map(Rupiah::abs);
        sink.complain(complaint);
        let at = RowRef { file: Arc::clone(&rows.file), row, part: None };
        let name = name.as_str().into();
        let class = read_code(&code).and_then(|split| split.account?.class);
        sink.note_gap(SumGap { row: at, name, class, stated: amount, sum, unread: false });
    }
}

fn line_of<'f>(
    form: &'f Form<'_>,
    row: &Parsed<'f>,
    account: Option<&Account>,
    heading: &str,
    amount: Rupiah,
    texts: &mut Texts,
) -> CostLine {
    let Form { source, rows, head } = form;
    let record = row.record;
    let titles = &rows.sheet.titles;
    // An export repeats the account in every row; a form names it once above.
    let (code, name, account_row) = match (&row.own_account, account) {
        (Some(own), _) => (own.account().cloned(), Arc::clone(&own.name), record.number),
        (None, Some(above)) => {
            (read_code(&above.code).and_then(|split| split.account), texts.share(&above.name), above.row)
        }
        (None, None) => (None, texts.share(""), record.number),
    };
    // A column of texts, the first of its fields that says something.
    let mut shared = |column: usize, fields: &[Field], head: &str| {
        // Neighbours mostly say the same, and it need not be put on one line again.
        let first = fields.first().map(|field| rows.raw(record, *field)).unwrap_or_default();
        let again = texts.again(column, &first).filter(|_| !first.is_empty());
        again.unwrap_or_else(|| {
            let own = fields.iter().map(|field| rows.text(record, *field)).find(|text| !text.is_empty());
            texts.share_again(column, own.as_deref().unwrap_or(head))
        })
    };
    let revised = row.before.is_some_and(|before| before != amount) || rows.has(Field::AmountAfter);
    let agency = if head.agency.is_empty() { &*titles.agency } else { &head.agency };
    let context = LineContext {
        year: rows.year(record, source),
        region: shared(0, &[Field::Region], head.region_or(&titles.region)),
        agency: shared(1, &[Field::Agency], agency),
        activity_code: shared(2, &[Field::SubActivityCode, Field::ActivityCode], &head.activity_code),
        activity: shared(3, &[Field::SubActivity, Field::Activity], &head.activity),
        account: code,
        account_name: Arc::clone(&name),
        stage: if revised { Some(BudgetStage::Revised) } else { titles.stage },
    };
    let own_heading = rows.text(record, Field::Heading);
    let own_heading = own_heading.trim_start_matches(['[', '#', '-', ']', ' ']).trim();
    CostLine {
        row: rows.row_ref(record.number, None),
        account_row,
        context: texts.share_context(context),
        heading: texts.share_again(4, if own_heading.is_empty() { heading } else { own_heading }),
        description: if row.description.is_empty() { name } else { texts.share(&row.description) },
        quantity: row.quantity.clone(),
        unit: texts.share_again(5, &row.unit),
        unit_price: row.unit_price,
        amount,
        amount_before: row.before,
        date: rows.date(record, Field::StartDate),
        package: texts.share_again(6, &rows.text(record, Field::PackageCode)),
    }
}
