//! The `hemat` command: what was typed -> library calls -> a writer -> an exit code.

mod args;
mod command;
mod example;
mod exit;
mod input;
mod output;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use args::Cli;
use exit::Exit;

/// Runs the command with these arguments, the program's name first.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let exit = match Cli::try_parse_from(arguments) {
        Ok(cli) => command::run(&cli),
        Err(error) => exit::usage(&error),
    };
    exit.into()
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit.code())
    }
}
