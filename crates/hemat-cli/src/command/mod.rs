//! One file a command.

mod audit;
mod beside;
mod ceilings;
mod check;
mod classify;
mod compare;
mod event;
mod events;
mod explain;
mod init;
mod inspect;
mod lines;
mod man;
mod many_files;
pub(crate) mod merge;
mod partial;
mod price_book;
mod reading;
mod request;
mod rules_in_force;
mod savings;
mod schedule;
mod schema;
mod verify;

use std::path::Path;

use clap::{ArgMatches, CommandFactory};

use crate::args::{Cli, Command, Common, Format};
use crate::exit::{self, Exit, Failure};
use crate::output::{refuse_terminal, width, write_data};
use crate::provenance::{self, record};
use crate::redact::{self, Masked};
use hemat_core::lang::Lang;
use hemat_core::provenance::Provenance;
use hemat_core::report::Report;
use hemat_io::write;
use hemat_io::write::package::{DESCRIPTION, Package};
use hemat_io::write::xlsx::Book;

/// Runs a command and says what went wrong, if anything.
pub(crate) fn run(mut cli: Cli, matches: &ArgMatches) -> Exit {
    cli.common.provenance = provenance::of_report(&cli, matches);
    let result = match cli.common.manifest.clone() {
        Some(path) => record::run(cli, matches, &path),
        None => dispatch(&cli),
    };
    result.unwrap_or_else(|failure| exit::failed(&failure))
}

/// Runs a command.
pub(crate) fn dispatch(cli: &Cli) -> Result<Exit, Failure> {
    let masking = cli.common.redacts(redact::by_default(&cli.command));
    let common = &Common { masking, ..cli.common.clone() };
    refuse_format(cli)?;
    match &cli.command {
        Command::Compare(args) => compare::run(args, common),
        Command::Savings(args) => savings::run(args, common),
        Command::Schedule(args) => schedule::run(args, common),
        Command::Check(args) => check::run(args, common),
        Command::Explain(args) => explain::run(args, common),
        Command::Audit(args) => audit::run(args, common),
        Command::Events(args) => events::run(args, common),
        Command::Event(args) => event::run(args, common),
        Command::Partial(args) => partial::run(args, common),
        Command::Merge(args) => merge::run(args, common),
        Command::Lines(args) => lines::run(args, common),
        Command::Inspect(args) => inspect::run(args, common),
        Command::Classify(args) => classify::run(args, common),
        Command::Verify(args) => verify::run(args, common),
        Command::Request(args) => request::run(args, common),
        Command::Ceilings(args) => ceilings::run(args, common),
        Command::Init(args) => init::run(args, common),
        Command::Schema(args) => schema::run(args, common),
        Command::Man { command } => man::run(command.as_deref(), common),
        Command::Completions { shell } => {
            // The generator panics when its output fails, a buffer does not.
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Cli::command(), "hemat", &mut script);
            write_data(common.out.as_deref(), |out| out.write_all(&script)).map(|()| Exit::Done)
        }
    }
}

/// Refuses the formats that are for some commands only where the command is another.
fn refuse_format(cli: &Cli) -> Result<(), Failure> {
    let lang = Lang::from(cli.common.lang);
    let said = match (cli.common.format, &cli.command) {
        (Format::Sarif, Command::Check(_)) | (Format::Parquet, Command::Lines(_) | Command::Events(_)) => {
            return Ok(());
        }
        (Format::Sarif, _) => {
            lang.pick("--format sarif: hanya untuk hemat check", "--format sarif: for hemat check only")
        }
        (Format::Parquet, _) => lang.pick(
            "--format parquet: hanya untuk hemat lines dan hemat events; untuk yang lain ada csv, json, xlsx",
            "--format parquet: for hemat lines and hemat events only; for others there are csv, json, xlsx",
        ),
        _ => return Ok(()),
    };
    Err(Failure::Said(said.to_owned()))
}

/// Writes a report in a format that needs nothing but the report. JSON is the command's own contract.
fn write_report(
    report: &Report,
    common: &Common,
    json: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>,
) -> Result<(), Failure> {
    write_book(&Book::of(report), common, json)
}

/// Writes a report with what a workbook holds beside it.
fn write_book(
    book: &Book<'_>,
    common: &Common,
    json: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>,
) -> Result<(), Failure> {
    // JSON is written from the values themselves, and masked on its way.
    let of_report = !matches!(common.format, Format::Json | Format::Sarif);
    let masked = (common.masking && of_report).then(|| Masked::of(book, common));
    let masked = masked.as_ref().map(Masked::book);
    let book = masked.as_ref().unwrap_or(book);
    let told;
    let book = match &common.provenance {
        Some(provenance) if is_document(common.format) => {
            told = with_provenance(book.report, provenance);
            &Book { report: &told, ..*book }
        }
        _ => book,
    };
    let (report, out) = (book.report, common.out.as_deref());
    let width = width(common.out.is_some());
    if common.format == Format::Xlsx {
        refuse_terminal("xlsx", out, common.lang.into())?;
    }
    if let Some(folder) = folder_of_tables(common) {
        return write_folder(&Package::of(book), folder);
    }
    write_data(out, |out| match common.format {
        Format::Text => write::text::write_text(report, width, out),
        Format::Csv => write::csv::write_csv(report, out),
        Format::Markdown => write::markdown::write_markdown(report, out),
        Format::Html => write::html::write_html(report, out),
        Format::Xlsx => write::xlsx::write_xlsx(book, out),
        Format::Json | Format::Sarif if common.masking => redact::json(common, json, out),
        // The last two are written by the commands that have them.
        Format::Json | Format::Sarif | Format::Parquet => json(out),
    })
}

/// True for formats that are handed on as documents: they carry what they were made from.
fn is_document(format: Format) -> bool {
    matches!(format, Format::Html | Format::Markdown | Format::Xlsx)
}

fn with_provenance(report: &Report, provenance: &Provenance) -> Report {
    let mut report = report.clone();
    report.sections.push(provenance.section(report.lang));
    report
}

/// The folder that CSV goes to, if `--out` names one: it exists, or the name ends with a `/`.
fn folder_of_tables(common: &Common) -> Option<&Path> {
    let out = common.out.as_deref().filter(|_| common.format == Format::Csv)?;
    let named = out.as_os_str().to_string_lossy().ends_with(std::path::is_separator);
    (named || out.is_dir()).then_some(out)
}

/// True if the tables beside a report are wanted: only a workbook and a folder of CSV hold them.
fn wants_tables(common: &Common) -> bool {
    common.format == Format::Xlsx || folder_of_tables(common).is_some()
}

/// Writes a folder of CSV, each file whole or not at all, the description last: where it stands, all files do.
fn write_folder(package: &Package<'_>, folder: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(|e| Failure::Said(format!("{}: {e}", folder.display())))?;
    for (name, table) in package.files() {
        write_data(Some(&folder.join(name)), |out| package.write_table(table, out))?;
    }
    write_data(Some(&folder.join(DESCRIPTION)), |out| package.write_description(out))
}
