//! `hemat audit`: everything about a budget in one document.

use std::path::Path;

use hemat_core::check::{checks_on, suppress};
use hemat_core::lang::Lang;
use hemat_core::report::{
    Block, ChecksRead, EVERY_FINDING, FileRead, PricesUsed, Report, Table, audit_report,
};
use hemat_core::saving::savings;
use hemat_io::analysis::{Analysis, known_places};
use hemat_io::write::json::write_report_json;
use hemat_io::write::xlsx::Book;

use super::check::{self, Rules, repeated_sentence};
use super::savings::{Chosen, Sources, chosen};
use super::{beside, reading, wants_tables, write_book};
use crate::args::{AuditArgs, Common, Format};
use crate::exit::{Exit, Failure};

/// What a folder gets: names and formats.
const IN_A_FOLDER: [(&str, Format); 4] = [
    ("audit.html", Format::Html),
    ("audit.xlsx", Format::Xlsx),
    ("audit.md", Format::Markdown),
    ("audit.json", Format::Json),
];

pub(super) fn run(args: &AuditArgs, common: &Common) -> Result<Exit, Failure> {
    let lang = Lang::from(common.lang);
    let budget = &args.budget;
    let sources = Sources::read(budget)?;
    let rules = Rules::read(&args.rules)?;
    let readings =
        reading::analyses_knowing(&budget.files, &budget.read, &known_places(&sources.venues), common)?;
    let Chosen { events, analyses, mut read } = chosen(&readings, budget, &sources, lang)?;
    let book = sources.book(budget, &events, lang);
    let terms = sources.terms(&book);
    let all = savings(&events, &terms).map_err(Failure::said)?;
    read.prices = PricesUsed::of(&terms, lang);
    let checks = checks_on(&rules.settings);
    let mut examined = check::examined(&checks, &analyses, &sources.venues, &book, &rules)?;
    let unused = suppress(&mut examined.findings, &rules.suppressions);
    let mut faults = read.faults.clone();
    faults.extend(read.repeated.iter().map(|r| repeated_sentence(r, &read.files, lang)));
    let of_checks = ChecksRead {
        examined: &examined,
        files: read.files.clone(),
        faults,
        reconciliation: read.reconciliation,
        unused,
    };
    let files: Vec<FileRead> = readings.analyses.iter().map(file_read).collect();
    let report = audit_report(&files, &all, &read, &of_checks, lang).map_err(Failure::said)?;
    write(&report, &readings.analyses, common)?;
    Ok(readings.exit(&budget.read))
}

fn file_read(analysis: &Analysis) -> FileRead {
    let budget = &analysis.budget;
    FileRead {
        name: budget.file.to_string(),
        layout: budget.layout.as_str(),
        rows: budget.tally.rows_read,
        set_aside: budget.tally.rows_set_aside,
        amount: budget.tally.amount_read,
        lines: budget.lines.len() as u64,
        events: analysis.grouping.events.len() as u64,
    }
}

/// One file in the format its name says (or `--format`), or every format in a folder.
fn write(report: &Report, analyses: &[Analysis], common: &Common) -> Result<(), Failure> {
    let one = |common: &Common| {
        let mut more = beside::tables(analyses, common);
        if wants_tables(common) {
            more.extend(every_finding(report));
        }
        let book = Book { more: &more, ..Book::of(report) };
        write_book(&book, common, |out| write_report_json(report, out))
    };
    match common.out.as_deref() {
        Some(out) if common.format == Format::Text && is_folder(out) => {
            std::fs::create_dir_all(out).map_err(|e| Failure::Said(format!("{}: {e}", out.display())))?;
            for (name, format) in IN_A_FOLDER {
                one(&Common { out: Some(out.join(name)), format, ..common.clone() })?;
            }
            // All tables as CSV, with their description.
            one(&Common { out: Some(out.join("csv/")), format: Format::Csv, ..common.clone() })
        }
        Some(out) if common.format == Format::Text => {
            one(&Common { format: format_of(out).unwrap_or(Format::Text), ..common.clone() })
        }
        _ => one(common),
    }
}

/// Every answer of the checks, which pages list: a table of its own elsewhere.
fn every_finding(report: &Report) -> impl Iterator<Item = Table> {
    let sections = report.sections.iter().filter(|section| section.id == EVERY_FINDING);
    sections.flat_map(|section| {
        section.blocks.iter().filter_map(|block| {
            let Block::Listing(table) = block else { return None };
            let mut table = table.clone();
            table.caption.clone_from(&section.heading);
            Some(table)
        })
    })
}

fn is_folder(out: &Path) -> bool {
    out.is_dir() || out.as_os_str().to_string_lossy().ends_with(std::path::is_separator)
}

/// The format that a file's name says.
fn format_of(out: &Path) -> Option<Format> {
    match out.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "html" | "htm" => Some(Format::Html),
        "xlsx" => Some(Format::Xlsx),
        "md" => Some(Format::Markdown),
        "json" => Some(Format::Json),
        "csv" => Some(Format::Csv),
        _ => None,
    }
}
