//! Manifests: what a report was made from, written beside it (`--manifest`) and checked again (`hemat verify`).
//!
//! The seam is around the commands, not in them: what was typed names the inputs, and the output passes through here on
//! its way. A new command needs nothing but its arguments: paths typed as `PathBuf` are inputs, unless
//! [`invocation::OUTPUTS`] names them.

pub(crate) mod files;
pub(crate) mod invocation;
pub(crate) mod record;

use std::collections::BTreeMap;
use std::path::Path;

use clap::ArgMatches;
use hemat_core::provenance::{Digest, InputFile, Provenance};
use hemat_io::read::digest::digest_of;

use crate::args::Cli;
use crate::exit::Failure;
use invocation::Invocation;

/// The version of hemat, as manifests name it.
pub(crate) const TOOL: &str = env!("CARGO_PKG_VERSION");

/// Hashes of the built-in tables by name.
pub(crate) fn tables() -> BTreeMap<String, Digest> {
    let classifier = hemat_core::classify::tables();
    let classifier = classifier.iter().map(|(name, text)| (format!("classify/{name}"), digest_of(text)));
    let reference = hemat_reference::tables();
    let reference = reference.iter().map(|(name, text)| (format!("reference/{name}"), digest_of(text)));
    classifier.chain(reference).collect()
}

/// What a command with these inputs depends on.
pub(crate) fn of(invocation: &Invocation, inputs: Vec<InputFile>) -> Result<Provenance, Failure> {
    let arguments = invocation.arguments.iter().map(|a| files::name_of_argument(a));
    Ok(Provenance {
        tool: TOOL.to_owned(),
        command: invocation.command.clone(),
        arguments: arguments.collect::<Result<_, _>>()?,
        inputs,
        tables: tables(),
    })
}

/// The same for the last section of a report that is written to a file; none for standard output, and none where the
/// inputs cannot be read twice or not at all: the command itself says what is wrong with them.
pub(crate) fn of_report(cli: &Cli, matches: &ArgMatches) -> Option<Provenance> {
    cli.common.out.as_deref().filter(|out| *out != Path::new("-"))?;
    let invocation = Invocation::of(matches, files::named).ok()?;
    let inputs = files::inputs(&invocation.inputs).ok()?;
    of(&invocation, inputs).ok()
}
