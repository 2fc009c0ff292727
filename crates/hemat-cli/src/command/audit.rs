//! `hemat audit`: everything about a budget in one document.

use std::collections::BTreeMap;
use std::path::Path;

use hemat_core::check::{Examined, checks_on, suppress};
use hemat_core::estimate::Estimate;
use hemat_core::lang::Lang;
use hemat_core::money::Rupiah;
use hemat_core::report::{Block, ChecksRead, EVERY_FINDING, FileRead, Report, Table, audit_report};
use hemat_core::saving::{EventSaving, Savings};
use hemat_io::analysis::Analysis;
use hemat_io::write::json::write_report_json;
use hemat_io::write::xlsx::Book;

use super::check::{Rules, check_file, repeated_sentence};
use super::reading::Lines;
use super::savings::{Computed, computed};
use super::{beside, wants_tables, write_book};
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
    let budget = &args.budget;
    let rules = Rules::read(&args.rules, budget.against.ceilings.as_deref(), budget.against.province)?;
    computed(budget, Lines::All, common, |computed| {
        write(&report(computed, &rules, common)?, computed, common)
    })
}

fn report(computed: &Computed<'_>, rules: &Rules, common: &Common) -> Result<Report, Failure> {
    let lang = Lang::from(common.lang);
    let read = &computed.read;
    let checks = checks_on(&rules.settings);
    let ceilings = rules.ceilings();
    let mut examined = Examined::default();
    for analysis in &computed.analyses {
        let savings = savings_of(analysis, &computed.all);
        examined.extend(check_file(&checks, analysis, computed.terms.venues, &savings, (rules, &ceilings)));
    }
    examined.sort();
    let unused = suppress(&mut examined.findings, &rules.suppressions);
    let mut faults = read.faults.clone();
    faults.extend(read.repeated.iter().map(|r| repeated_sentence(r, &read.files, lang)));
    let of_checks = ChecksRead {
        examined: &examined,
        files: read.files.clone(),
        faults,
        // The part on savings names them already.
        unread: Vec::new(),
        reconciliation: read.reconciliation,
        unused,
    };
    let files: Vec<FileRead> = computed.readings.analyses.iter().map(file_read).collect();
    audit_report(&files, &computed.all, read, &of_checks, lang).map_err(Failure::said)
}

/// The savings of one file's events, the same that the report prints: replies, prices and bookings are in them.
fn savings_of(analysis: &Analysis, all: &Savings) -> BTreeMap<String, Estimate<Rupiah>> {
    let here = |event: &&EventSaving| event.rows.first().is_some_and(|r| r.file == analysis.budget.file);
    all.events.iter().filter(here).filter_map(|e| Some((e.id.clone(), e.gross_saving?))).collect()
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
fn write(report: &Report, computed: &Computed<'_>, common: &Common) -> Result<(), Failure> {
    let one = |common: &Common| {
        let mut more = beside::tables(&computed.readings.analyses, common);
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
