//! Packages of a procurement plan (rencana umum pengadaan), one a row: shared by the layouts `rup` and `pok`.

use std::borrow::Cow;
use std::sync::Arc;

use hemat_core::cost_line::{BudgetStage, CostLine, LineContext};
use hemat_core::money::Rupiah;
use memchr::memchr2;

use crate::read::balance::{Sink, Texts};
use crate::read::diagnostic::Severity;
use crate::read::layout::Used;
use crate::read::layout::package_volume::{Volume, Volumes};
use crate::read::layout::ragged::{Mended, is_ragged, mend, tell_shapes};
use crate::read::layout::row::{Money, Rows, one_line};
use crate::read::pok_line::{PokDetail, PokLine, ROUNDING, amounts_that_sum, read_pok};
use crate::read::source::Source;
use crate::read::synonyms::Field;
use crate::read::table::{Cell, Record};
use crate::read::title::is_one_line;

/// True if the sheet lists packages: a package's code and name, a budget, and no receipts.
pub(in crate::read) fn lists_packages(rows: &Rows<'_>) -> bool {
    rows.has(Field::PackageCode)
        && rows.has(Field::Package)
        && rows.has(Field::Amount)
        && !rows.has(Field::Realised)
        && !rows.has(Field::ReceiptNumber)
}

/// Share of the packages, in percent, whose note holds central detail lines.
pub(super) fn pok_percent(rows: &Rows<'_>) -> usize {
    let records = rows.records();
    let with = records.iter().take(JUDGED_BY).filter(|record| holds_details(rows, record)).count();
    percent_of(with, records.len())
}

/// The layout is told by so many of the first packages.
pub(in crate::read) const JUDGED_BY: usize = 2_000;

/// The percent of a file's first packages, given how many of them hold details and how many rows the file has.
pub(in crate::read) fn percent_of(with_details: usize, rows: usize) -> usize {
    with_details * 100 / rows.clamp(1, JUDGED_BY)
}

/// True if the note of a package holds a central detail line.
pub(in crate::read) fn holds_details(rows: &Rows<'_>, record: &Record) -> bool {
    details_in(&rows.raw(record, Field::Note)).iter().any(|line| matches!(line, PokLine::Detail(_)))
}

/// The lines of a note that may hold details; none for a text without a digit, as most are.
fn details_in(note: &str) -> Vec<PokLine> {
    if note.bytes().any(|byte| byte.is_ascii_digit()) { read_pok(note) } else { Vec::new() }
}

/// Reads every sheet that lists packages.
pub(super) fn read_packages(source: &Source, sink: &mut Sink) -> Used {
    let mut used = Used::default();
    let (mut texts, mut known) = (Texts::default(), Volumes::default());
    for rows in Rows::of(source).iter().filter(|rows| lists_packages(rows)) {
        sink.read_table(&rows.sheet.table);
        if used.header_row.is_none() {
            used = rows.used();
        }
        for record in rows.records() {
            read_row(source, rows, record, sink, (&mut texts, &mut known));
        }
    }
    used
}

/// One row below the header.
fn read_row(
    source: &Source,
    rows: &Rows<'_>,
    record: &Record,
    sink: &mut Sink,
    (texts, known): (&mut Texts, &mut Volumes),
) {
    if record.is_blank() || rows.header.is_repeated_by(record) || rows.is_footer(record) {
        return;
    }
    match mend(rows, record) {
        Mended::Whole => read_package(source, rows, record, sink, (texts, known)),
        Mended::Repaired(mended) => {
            let field = Some(Field::Note).filter(|f| rows.has(*f));
            let hint = format!(
                "the row had {} cells for {} columns; quotes inside a text broke it, and it was joined again",
                record.cells.len(),
                rows.header.names.len()
            );
            sink.complain(rows.complaint("ragged-row-mended", Severity::Warning, &mended, field, hint));
            read_package(source, rows, &mended, sink, (texts, known));
        }
        Mended::Hopeless => {
            let hint = format!(
                "the row has {} cells for {} columns, and no joining of cells makes dates and numbers fit",
                record.cells.len(),
                rows.header.names.len()
            );
            sink.set_aside(record, None, rows.complaint("ragged-row", Severity::Error, record, None, hint));
        }
    }
}

/// The layout's way with a row that needs no other.
pub(in crate::read) struct Alone<'a> {
    source: &'a Source,
    rows: &'a Rows<'a>,
    texts: Texts,
    known: Volumes,
    /// The rows at hand tell how a row with too many cells is mended.
    shaped: bool,
}

impl<'a> Alone<'a> {
    /// For the rows below a head.
    pub(in crate::read) fn new(source: &'a Source, rows: &'a Rows<'a>) -> Self {
        Alone { source, rows, texts: Texts::default(), known: Volumes::default(), shaped: tell_shapes(rows) }
    }

    /// Reads one row. False, and nothing read, if other rows tell how it is mended.
    pub(in crate::read) fn read(&mut self, record: &Record, sink: &mut Sink) -> bool {
        if !self.shaped && is_ragged(self.rows, record) {
            return false;
        }
        read_row(self.source, self.rows, record, sink, (&mut self.texts, &mut self.known));
        true
    }
}

fn read_package(
    source: &Source,
    rows: &Rows<'_>,
    record: &Record,
    sink: &mut Sink,
    (texts, known): (&mut Texts, &mut Volumes),
) {
    let amount = match rows.money(record, Field::Amount) {
        Money::Amount(amount) => amount,
        Money::Blank => {
            let hint = "the package has no budget".to_owned();
            let complaint =
                rows.complaint("amount-missing", Severity::Error, record, Some(Field::Amount), hint);
            return sink.set_aside(record, None, complaint);
        }
        Money::Unclear(name, hint) => {
            let complaint = rows.complaint(name, Severity::Error, record, Some(Field::Amount), hint);
            return sink.set_aside(record, None, complaint);
        }
    };
    let context = LineContext {
        year: rows.year(record, source),
        region: texts.share(&rows.text_or(record, Field::Region, &rows.sheet.titles.region)),
        agency: texts.share(&rows.text_or(record, Field::Agency, &rows.sheet.titles.agency)),
        activity_code: texts.share(&rows.text(record, Field::SubActivityCode)),
        activity: texts.share(&rows.text(record, Field::SubActivity)),
        account: None,
        account_name: "".into(),
        stage: Some(BudgetStage::Adopted),
    };
    let context = texts.share_context(context);
    let name = clean(&rows.raw(record, Field::Package));
    let raw = rows.raw(record, Field::Note);
    let note = unescape(&raw);
    let whole = CostLine {
        row: rows.row_ref(record.number, None),
        account_row: record.number,
        context,
        heading: texts.share(&name),
        description: "".into(),
        quantity: None,
        unit: "".into(),
        unit_price: None,
        amount,
        amount_before: None,
        date: rows.date(record, Field::StartDate),
        package: rows.text(record, Field::PackageCode).into(),
    };
    let lines = details_in(&note);
    let blocked =
        lines.iter().filter_map(as_detail).filter(|detail| detail.blocked).map(|detail| detail.amount);
    if let Ok(blocked) = Rupiah::try_sum(blocked)
        && !blocked.is_zero()
    {
        let hint = format!("{blocked} of the package is blocked (blokir) and may not be spent yet");
        let mut complaint = rows.complaint("amount-blocked", Severity::Note, record, None, hint);
        complaint.amount = Some(blocked);
        sink.complain(complaint);
    }
    let parts = parts_of(&whole, &lines, sink, texts);
    if !parts.is_empty() {
        return rows.spend(sink, record, amount, parts);
    }
    if let Some(sum) = sum_of(&lines)
        && sum != amount
    {
        let hint = format!(
            "the lines in the text sum to {sum}, the package costs {amount}; it is kept as one line, undivided"
        );
        let mut complaint =
            rows.complaint("details-do-not-sum", Severity::Note, record, Some(Field::Amount), hint);
        complaint.amount = Some(amount);
        sink.complain(complaint);
    }
    let volume = known.of(&rows.raw(record, Field::Quantity));
    rows.spend_line(sink, record, one_line_package(whole, &name, &note, &volume));
}

/// The details as lines, if they sum to what the package costs.
fn parts_of(whole: &CostLine, lines: &[PokLine], sink: &mut Sink, texts: &mut Texts) -> Vec<CostLine> {
    let details: Vec<&PokDetail> = lines.iter().filter_map(as_detail).collect();
    let amounts = amounts_that_sum(&details, whole.amount);
    if !details.is_empty() {
        sink.count_details(whole.amount, amounts.is_some());
    }
    let Some(amounts) = amounts else { return Vec::new() };
    let mut parts = Vec::new();
    let mut amounts = amounts.into_iter();
    let mut heading = Arc::clone(&whole.heading);
    for line in lines {
        match line {
            PokLine::Heading(text) if !text.is_empty() => {
                heading = texts.share(&format!("{} / {text}", whole.heading));
            }
            PokLine::Detail(detail) => {
                let Some(amount) = amounts.next() else { break };
                let mut part = whole.clone();
                part.row.part = u32::try_from(parts.len() + 1).ok();
                part.description = if detail.description.is_empty() {
                    Arc::clone(&whole.heading)
                } else {
                    texts.share(&detail.description)
                };
                part.heading = Arc::clone(&heading);
                part.quantity.clone_from(&detail.quantity);
                part.unit = texts.share(&detail.unit);
                part.unit_price = detail.unit_price;
                part.amount = amount;
                parts.push(part);
            }
            _ => {}
        }
    }
    parts
}

fn as_detail(line: &PokLine) -> Option<&PokDetail> {
    if let PokLine::Detail(detail) = line { Some(detail) } else { None }
}

fn sum_of(lines: &[PokLine]) -> Option<Rupiah> {
    let details: Vec<&PokDetail> = lines.iter().filter_map(as_detail).collect();
    // A lone number at the end of a sentence is no list of details.
    let counted = details.iter().any(|detail| detail.quantity.is_some()) || details.len() > 1;
    if !counted { None } else { Rupiah::try_sum(details.iter().map(|d| d.amount)).ok() }
}

/// The package as one line: its text, and its volume where volume x price is what it costs or no price is said.
fn one_line_package(mut line: CostLine, name: &str, note: &str, volume: &Volume) -> CostLine {
    let text = clean(note);
    line.description = if text.is_empty() { name.into() } else { text.into() };
    match &volume.detail {
        Some(detail) => {
            let gap = line.amount.try_sub(detail.amount).map(Rupiah::abs);
            if gap.is_ok_and(|gap| gap < Rupiah::from_whole(ROUNDING)) {
                line.quantity.clone_from(&detail.quantity);
                line.unit = detail.unit.as_str().into();
                line.unit_price = detail.unit_price;
            }
        }
        None => {
            line.quantity.clone_from(&volume.quantity);
            if let Some(quantity) = &line.quantity
                && let [factor] = quantity.factors()
            {
                line.unit = factor.unit.as_ref().into();
            }
        }
    }
    line
}

/// Turns the escapes that a database dump left in a text (`\r\n`, `\t`, `\"`) into what they stand for, and
/// drops backslashes that stand for nothing.
pub(super) fn unescape(text: &str) -> Cow<'_, str> {
    if memchr2(b'\\', b'_', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let text = text.replace("_x000D_", "\n").replace("_x000d_", "\n");
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.peek() {
            Some('r' | 'n') => {
                chars.next();
                out.push('\n');
            }
            Some('t') => {
                chars.next();
                out.push('\t');
            }
            Some('"' | '\\' | '/') => {}
            _ => out.push(' '),
        }
    }
    Cow::Owned(out)
}

/// A text for people: escapes resolved, stray quotes gone, lines joined by `; `.
fn clean(text: &str) -> String {
    let text = unescape(text);
    if is_one_line(&text) && !text.contains('"') {
        let told = text.bytes().any(|byte| byte.is_ascii_alphanumeric());
        return if told { text.trim_end_matches(';').trim_end().to_owned() } else { String::new() };
    }
    let lines = text.lines().map(|line| one_line(&line.replace('"', " ")));
    let mut out = String::new();
    let mut last = String::new();
    for line in lines.filter(|line| line.chars().any(char::is_alphanumeric)) {
        // Packages repeat one and the same name for every unit that takes part.
        if line == last {
            continue;
        }
        if !out.is_empty() {
            out.push_str(if out.ends_with([',', ';', ':']) { " " } else { "; " });
        }
        out.push_str(line.trim_end_matches(';').trim_end());
        last = line;
    }
    out
}

/// For the layouts' scores.
pub(super) fn package_score(source: &Source) -> Option<usize> {
    Rows::of(source).iter().filter(|rows| lists_packages(rows)).map(pok_percent).max()
}

/// Cells of one record joined into one, for [`mend`].
pub(super) fn joined(cells: &[Cell]) -> Cell {
    Cell::Text(cells.iter().map(Cell::to_text).collect::<Vec<_>>().join(","))
}
