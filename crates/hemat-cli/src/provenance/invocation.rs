//! What was typed, in one order, without where the output goes.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use clap::builder::ArgAction;
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, CommandFactory};

use crate::args::Cli;
use crate::budget_inputs::files_of;
use crate::command::merge::partials_of;
use crate::exit::Failure;

/// Arguments that name what is written. They are no part of an invocation: running it again writes nothing.
const OUTPUTS: [&str; 5] = ["out", "manifest", "set_aside", "write_mapping", "dir"];

/// Arguments that change no byte of a report.
const TALK: [&str; 3] = ["quiet", "help", "version"];

/// Commands that read no input or make no report.
const WITHOUT_MANIFEST: [&str; 4] = ["init", "completions", "man", "verify"];

/// A command with its arguments.
#[derive(Debug)]
pub(crate) struct Invocation {
    /// The command's name.
    pub command: String,
    /// Options in the order of the help, then what stands without an option.
    pub arguments: Vec<OsString>,
    /// The paths of the inputs, in the order of the arguments.
    pub inputs: Vec<PathBuf>,
    /// Options typed that name an output, such as `--out`.
    pub outputs: Vec<String>,
}

impl Invocation {
    /// What was typed, with every path of an input replaced by what `place` says.
    pub(crate) fn of(matches: &ArgMatches, place: impl Fn(&Path) -> PathBuf) -> Result<Self, Failure> {
        let (name, matches) =
            matches.subcommand().ok_or_else(|| Failure::Said("no command was given".to_owned()))?;
        if WITHOUT_MANIFEST.contains(&name) {
            return Err(Failure::Said(format!(
                "hemat {name} makes no report that a manifest could be kept of"
            )));
        }
        let mut cli = Cli::command();
        cli.build();
        let mut invocation = Invocation {
            command: name.to_owned(),
            arguments: Vec::new(),
            inputs: Vec::new(),
            outputs: Vec::new(),
        };
        let known = cli.find_subcommand(name).map(|c| c.get_arguments().collect::<Vec<_>>());
        let (options, plain): (Vec<&Arg>, Vec<&Arg>) =
            known.unwrap_or_default().into_iter().partition(|arg| arg.get_long().is_some());
        for arg in options.into_iter().chain(plain) {
            invocation.take(arg, matches, &place);
        }
        Ok(invocation)
    }

    fn take(&mut self, arg: &Arg, matches: &ArgMatches, place: &impl Fn(&Path) -> PathBuf) {
        let id = arg.get_id().as_str();
        if TALK.contains(&id) || matches.value_source(id) != Some(ValueSource::CommandLine) {
            return;
        }
        if OUTPUTS.contains(&id) {
            self.outputs.push(arg.get_long().map_or_else(|| id.to_owned(), |long| format!("--{long}")));
            return;
        }
        if matches!(arg.get_action(), ArgAction::SetTrue) {
            self.push(arg, None);
            return;
        }
        if let Ok(Some(paths)) = matches.try_get_many::<PathBuf>(id) {
            for path in paths.flat_map(|path| single_files(id, path)) {
                self.push(arg, Some(place(&path).as_os_str()));
                self.inputs.push(path);
            }
            return;
        }
        for value in matches.get_raw(id).into_iter().flatten() {
            self.push(arg, Some(value));
        }
    }

    /// `--option=value`, or the value alone; one that begins with a hyphen stands behind `--`.
    fn push(&mut self, arg: &Arg, value: Option<&OsStr>) {
        let mut text = OsString::new();
        if let Some(long) = arg.get_long() {
            text.push("--");
            text.push(long);
            if value.is_some() {
                text.push("=");
            }
        } else if value.is_some_and(|v| v.as_encoded_bytes().starts_with(b"-"))
            && !self.arguments.iter().any(|a| a == "--")
        {
            self.arguments.push("--".into());
        }
        text.push(value.unwrap_or_default());
        self.arguments.push(text);
    }
}

/// Budget files one by one, where a folder or a pattern was typed: a report is made of files, and what else comes to
/// lie in the folder later is no part of it.
fn single_files(id: &str, typed: &Path) -> Vec<PathBuf> {
    // What is wrong with it the command itself says.
    let files = match id {
        "files" => files_of(typed).ok(),
        "partials" => partials_of(typed).ok(),
        _ => None,
    };
    files.unwrap_or_else(|| vec![typed.to_path_buf()])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(words: &[&str]) -> ArgMatches {
        Cli::command().try_get_matches_from([&["hemat"], words].concat()).unwrap()
    }

    fn invocation(words: &[&str]) -> Invocation {
        Invocation::of(&typed(words), Path::to_path_buf).unwrap()
    }

    #[test]
    fn one_command_typed_in_many_ways_is_one_invocation() {
        let expected = ["--format=json", "--venues=v.toml", "--year=2026", "--strict", "b.csv", "a.csv"];
        for words in [
            &[
                "savings",
                "b.csv",
                "a.csv",
                "--venues",
                "v.toml",
                "--format",
                "json",
                "--year=2026",
                "--strict",
            ][..],
            &["--format=json", "savings", "--strict", "--year", "2026", "--venues=v.toml", "b.csv", "a.csv"],
            &[
                "savings",
                "--venues=v.toml",
                "b.csv",
                "--quiet",
                "a.csv",
                "--strict",
                "--year=2026",
                "--format=json",
            ],
        ] {
            let found = invocation(words);
            let mut arguments: Vec<&str> = found.arguments.iter().map(|a| a.to_str().unwrap()).collect();
            let mut wanted = expected.to_vec();
            assert_eq!(arguments.split_off(4), wanted.split_off(4), "{words:?}");
            arguments.sort_unstable();
            wanted.sort_unstable();
            assert_eq!(arguments, wanted, "{words:?}");
            assert_eq!(
                found.arguments,
                invocation(
                    &["savings"]
                        .iter()
                        .chain(&words[..0])
                        .copied()
                        .chain(found.arguments.iter().map(|a| a.to_str().unwrap()))
                        .collect::<Vec<_>>()
                )
                .arguments,
                "read again it is the same"
            );
        }
    }

    #[test]
    fn inputs_are_told_from_outputs() {
        let found = invocation(&[
            "savings",
            "a.csv",
            "--venues",
            "v.toml",
            "--rules=r.csv",
            "--mapping",
            "m.toml",
            "--set-aside",
            "s.csv",
            "--out",
            "o.md",
            "--manifest",
            "o.toml",
        ]);
        let mut inputs: Vec<&str> = found.inputs.iter().map(|p| p.to_str().unwrap()).collect();
        inputs.sort_unstable();
        assert_eq!(inputs, ["a.csv", "m.toml", "r.csv", "v.toml"]);
        assert_eq!(found.outputs.len(), 3, "{:?}", found.outputs);
        assert!(!found.arguments.iter().any(|a| a.to_str().unwrap().contains("o.md")));
    }

    #[test]
    fn paths_are_put_in_place_and_a_hyphen_is_no_option() {
        let matches = typed(&["lines", "--", "-a.csv"]);
        let found = Invocation::of(&matches, |p| Path::new("x").join(p)).unwrap();
        assert_eq!(found.arguments, ["x/-a.csv"]);
        let found = Invocation::of(&matches, Path::to_path_buf).unwrap();
        assert_eq!(found.arguments, ["--", "-a.csv"]);
    }

    /// A path that is written and not listed would be read as an input, and the command could keep no manifest.
    #[test]
    fn every_path_of_every_command_is_an_input_or_an_output() {
        let mut cli = Cli::command();
        cli.build();
        let known: Vec<String> = cli
            .get_subcommands()
            .flat_map(clap::Command::get_arguments)
            .map(|arg| arg.get_id().to_string())
            .collect();
        for id in OUTPUTS.iter().chain(&["quiet"]) {
            assert!(known.iter().any(|k| k == id), "no command has {id}");
        }
    }

    #[test]
    fn commands_without_a_report_are_refused() {
        assert!(Invocation::of(&typed(&["init"]), Path::to_path_buf).is_err());
        assert!(Invocation::of(&typed(&["completions", "bash"]), Path::to_path_buf).is_err());
    }
}
