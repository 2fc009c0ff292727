//! `hemat man`: manual pages, made from the definition of the commands.

use std::path::Path;

use clap::{Command, CommandFactory};
use clap_mangen::Man;

use crate::args::{Cli, Common};
use crate::exit::{Exit, Failure};
use crate::output::write_data;

/// Writes the page of one command to standard output, or every page into a folder.
pub(super) fn run(command: Option<&str>, common: &Common) -> Result<Exit, Failure> {
    let pages = pages();
    let wanted = command.map_or_else(|| "hemat".to_owned(), |name| format!("hemat-{name}"));
    match common.out.as_deref().filter(|out| *out != Path::new("-")) {
        Some(folder) if command.is_none() => {
            std::fs::create_dir_all(folder)
                .map_err(|e| Failure::Said(format!("{}: {e}", folder.display())))?;
            for (name, page) in &pages {
                let path = folder.join(format!("{name}.1"));
                write_data(Some(&path), |out| page.render(out))?;
            }
        }
        out => {
            let Some((_, page)) = pages.iter().find(|(name, _)| *name == wanted) else {
                let names: Vec<&str> =
                    pages.iter().filter_map(|(name, _)| name.strip_prefix("hemat-")).collect();
                return Err(Failure::Said(format!("no command is called that; valid: {}", names.join(", "))));
            };
            write_data(out, |out| page.render(out))?;
        }
    }
    Ok(Exit::Done)
}

/// The page of hemat and one for each command, by their names.
fn pages() -> Vec<(String, Man)> {
    let mut cli = Cli::command().disable_help_subcommand(true);
    cli.build();
    let page = |name: String, command: Command| {
        let source = format!("hemat {}", env!("CARGO_PKG_VERSION"));
        (name.clone(), Man::new(command).title(name).manual("hemat").source(source))
    };
    let commands: Vec<(String, Man)> = cli
        .get_subcommands()
        .map(|c| page(format!("hemat-{}", c.get_name()), c.clone().version(None)))
        .collect();
    std::iter::once(page("hemat".to_owned(), cli.clone())).chain(commands).collect()
}
