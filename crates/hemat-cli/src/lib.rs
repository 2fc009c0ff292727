//! The `hemat` command: what was typed -> library calls -> a writer -> an exit code.

mod args;
mod budget_inputs;
mod claim;
mod command;
mod example;
mod exit;
mod input;
mod interrupt;
mod output;
mod progress;
mod provenance;
mod redact;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{ArgMatches, CommandFactory, FromArgMatches};

use args::Cli;
use exit::Exit;

/// Runs the command with these arguments, the program's name first.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let exit = match parse(arguments) {
        Ok((cli, matches)) => command::run(cli, &matches),
        Err(error) => exit::usage(&error),
    };
    exit.into()
}

/// The values, and what was typed for them.
fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<(Cli, ArgMatches), clap::Error> {
    let mut command = Cli::command();
    let matches = command.try_get_matches_from_mut(arguments)?;
    let cli = Cli::from_arg_matches(&matches).map_err(|error| error.format(&mut command))?;
    Ok((cli, matches))
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit.code())
    }
}
