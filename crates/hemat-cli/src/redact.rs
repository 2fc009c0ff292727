//! Whether personal data is masked, and the one place where it is: between a command and the writers.

use std::borrow::Cow;
use std::io::{self, Write};

use hemat_core::budget_event::BudgetEvent;
use hemat_core::comparison::Comparison;
use hemat_core::lang::Lang;
use hemat_core::redaction::Redactor;
use hemat_core::report::{Report, Section, Table};
use hemat_io::analysis::Analysis;
use hemat_io::read::budget::BudgetFile;
use hemat_io::write::json::write_redacted;
use hemat_io::write::xlsx::Book;

use crate::args::{Command, Common, Format};
use crate::output::say;

/// True if the command masks without being asked: what it writes is a report to hand on, and no copy of lines.
pub(crate) fn by_default(command: &Command) -> bool {
    matches!(
        command,
        Command::Savings(_)
            | Command::Merge(_)
            | Command::Check(_)
            | Command::Audit(_)
            | Command::Request(_)
            | Command::Events(_)
    )
}

/// What a workbook is made of, with personal data masked.
pub(crate) struct Masked {
    report: Report,
    more: Vec<Table>,
    comparison: Option<Comparison>,
}

impl Masked {
    /// Masks every text, and adds a section that says how much. CSV holds no sections: there it is said on standard error.
    pub(crate) fn of(book: &Book<'_>, common: &Common) -> Self {
        let mut redactor = Redactor::new(book.report.lang);
        let (mut report, mut more) = (shown(book.report, common.format), book.more.to_vec());
        let mut comparison = book.comparison.cloned();
        let mut mask = |text: &mut String| redactor.mask_in_place(text);
        report.each_text(&mut mask);
        more.iter_mut().for_each(|table| table.each_text(&mut mask));
        if let Some(comparison) = &mut comparison {
            comparison.each_text(&mut mask);
        }
        if let Some(sentence) = sentence(&redactor, common) {
            let heading = report.lang.pick("Data pribadi", "Personal data");
            report.sections.push(Section::new("personal-data", heading).paragraph(sentence));
            if common.format == Format::Csv {
                told(&redactor, common);
            }
        }
        Masked { report, more, comparison }
    }

    /// The same, to be written.
    pub(crate) fn book(&self) -> Book<'_> {
        Book { report: &self.report, more: &self.more, comparison: self.comparison.as_ref() }
    }
}

/// The parts of a report that a format shows: a text of a few pages needs no table of all events.
fn shown(report: &Report, format: Format) -> Report {
    let data = match format {
        Format::Csv | Format::Xlsx => report.data.clone(),
        Format::Text | Format::Markdown | Format::Html | Format::Json | Format::Sarif | Format::Parquet => {
            Table::new(report.data.id, String::new(), Vec::new())
        }
    };
    let (title, lead, sections) = (report.title.clone(), report.lead.clone(), report.sections.clone());
    Report { kind: report.kind, lang: report.lang, title, lead, sections, data }
}

/// JSON with personal data masked; how much of it is said on standard error, since contracts have no place for it.
pub(crate) fn json(
    common: &Common,
    json: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut whole = Vec::new();
    json(&mut whole)?;
    let mut redactor = Redactor::new(Lang::from(common.lang));
    write_redacted(&whole, &mut redactor, out)?;
    told(&redactor, common);
    Ok(())
}

/// The lines of all files with personal data masked. They were classified and grouped before, on their full text.
pub(crate) fn lines(analyses: &mut [Analysis], common: &Common) {
    let mut redactor = Redactor::new(Lang::from(common.lang));
    for line in analyses.iter_mut().flat_map(|analysis| &mut analysis.budget.lines) {
        *line = line.masked(&mut redactor);
    }
    told(&redactor, common);
}

/// Events for a table with personal data masked.
pub(crate) fn events(events: &[&BudgetEvent], common: &Common) -> Vec<BudgetEvent> {
    let mut redactor = Redactor::new(Lang::from(common.lang));
    let mut events: Vec<BudgetEvent> = events.iter().map(|event| (*event).clone()).collect();
    for event in &mut events {
        redactor.mask_in_place(&mut event.title);
        if let Some(venue) = &mut event.venue_name {
            redactor.mask_in_place(venue);
        }
        for text in [&mut event.organiser, &mut event.region, &mut event.activity] {
            *text = redactor.mask(text).as_ref().into();
        }
    }
    told(&redactor, common);
    events
}

/// The rows set aside with personal data masked.
pub(crate) fn set_aside(budget: &BudgetFile, common: &Common) -> BudgetFile {
    let mut redactor = Redactor::new(Lang::from(common.lang));
    let mut budget = BudgetFile { lines: Vec::new(), diagnostics: Vec::new(), ..budget.clone() };
    for cell in budget.set_aside.iter_mut().flat_map(|row| &mut row.cells) {
        redactor.mask_in_place(cell);
    }
    budget
}

/// What is written as text, line by line, with personal data masked.
pub(crate) fn text(
    common: &Common,
    text: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    out: &mut dyn Write,
) -> io::Result<()> {
    if !common.masking {
        return text(out);
    }
    let mut whole = Vec::new();
    text(&mut whole)?;
    let mut redactor = Redactor::new(Lang::from(common.lang));
    for line in String::from_utf8_lossy(&whole).split_inclusive('\n') {
        out.write_all(redactor.mask(line).as_bytes())?;
    }
    told(&redactor, common);
    Ok(())
}

/// A sentence for standard error.
pub(crate) fn talk<'t>(text: &'t str, common: &Common) -> Cow<'t, str> {
    if common.masking { Redactor::new(Lang::from(common.lang)).mask(text) } else { Cow::Borrowed(text) }
}

/// How much was masked, and how to see the full text where nobody asked for masks.
fn sentence(redactor: &Redactor, common: &Common) -> Option<String> {
    let full = Lang::from(common.lang).pick(
        " Teks lengkapnya ada pada berkas sumber; --no-redact menampilkannya.",
        " The source files hold the full text; --no-redact shows it.",
    );
    redactor.sentence().map(|masked| format!("{masked}{}", if common.redact { "" } else { full }))
}

/// Says on standard error what was masked.
fn told(redactor: &Redactor, common: &Common) {
    if let Some(sentence) = sentence(redactor, common).filter(|_| !common.quiet) {
        say(&sentence);
    }
}
