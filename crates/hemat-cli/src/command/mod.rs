//! One file a command.

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
mod price_book;
mod reading;
mod request;
mod rules_in_force;
mod savings;
mod schedule;
mod verify;

use clap::{ArgMatches, CommandFactory};

use crate::args::{Cli, Command, Common, Format};
use crate::exit::{self, Exit, Failure};
use crate::output::{width, write_data};
use crate::provenance::record;
use hemat_core::report::Report;
use hemat_io::write;

/// Runs a command and says what went wrong, if anything.
pub(crate) fn run(cli: Cli, matches: &ArgMatches) -> Exit {
    let result = match cli.common.manifest.clone() {
        Some(path) => record::run(cli, matches, &path),
        None => dispatch(&cli),
    };
    result.unwrap_or_else(|failure| exit::failed(&failure))
}

/// Runs a command.
pub(crate) fn dispatch(cli: &Cli) -> Result<Exit, Failure> {
    let common = &cli.common;
    match &cli.command {
        Command::Compare(args) => compare::run(args, common),
        Command::Savings(args) => savings::run(args, common),
        Command::Schedule(args) => schedule::run(args, common),
        Command::Check(args) => check::run(args, common),
        Command::Explain(args) => explain::run(args, common),
        Command::Events(args) => events::run(args, common),
        Command::Event(args) => event::run(args, common),
        Command::Lines(args) => lines::run(args, common),
        Command::Inspect(args) => inspect::run(args, common),
        Command::Classify(args) => classify::run(args, common),
        Command::Verify(args) => verify::run(args, common),
        Command::Request(args) => request::run(args, common),
        Command::Ceilings(args) => ceilings::run(args, common),
        Command::Init(args) => init::run(args, common),
        Command::Completions { shell } => {
            // The generator panics when its output fails, a buffer does not.
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Cli::command(), "hemat", &mut script);
            write_data(common.out.as_deref(), |out| out.write_all(&script)).map(|()| Exit::Done)
        }
    }
}

/// Writes a report in a format that needs nothing but the report. JSON is the command's own contract.
fn write_report(
    report: &Report,
    common: &Common,
    json: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>,
) -> Result<(), Failure> {
    let width = width(common.out.is_some());
    write_data(common.out.as_deref(), |out| match common.format {
        Format::Text => write::text::write_text(report, width, out),
        Format::Csv => write::csv::write_csv(report, out),
        Format::Markdown => write::markdown::write_markdown(report, out),
        Format::Html => write::html::write_html(report, out),
        Format::Json => json(out),
    })
}
