//! Running a command with `--manifest`.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use hemat_core::provenance::{Fingerprint, Manifest};
use hemat_io::write::manifest::write_manifest;

use super::{files, invocation::Invocation};
use crate::args::Cli;
use crate::command;
use crate::exit::{Exit, Failure};
use crate::interrupt::Unfinished;
use crate::output::write_data;

/// The name of the report where none was typed.
const STDOUT_NAME: &str = "stdout";

/// Runs the command, writes its report where it belongs and the manifest beside it.
///
/// The inputs are hashed before and after: a report over files that changed meanwhile proves nothing.
pub(crate) fn run(mut cli: Cli, matches: &ArgMatches, to: &Path) -> Result<Exit, Failure> {
    let out = cli.common.out.take().filter(|p| p != Path::new("-"));
    refuse_mixed_up_outputs(out.as_deref(), to)?;
    let invocation = Invocation::of(matches, files::named)?;
    let inputs = files::inputs(&invocation.inputs)?;
    let report = Report::make(cli, out.as_deref().and_then(Path::file_name).map(Path::new))?;
    if files::inputs(&invocation.inputs)? != inputs {
        return Err(Failure::Said("an input changed while it was read; nothing was written".to_owned()));
    }
    let manifest = Manifest {
        provenance: super::of(&invocation, inputs)?,
        output_path: out.as_deref().map(files::name).transpose()?,
        output: report.fingerprint()?,
        exit: report.exit.code(),
    };
    report.copy_to(out.as_deref())?;
    write_data(Some(to), |file| write_manifest(&manifest, file))?;
    Ok(report.exit)
}

fn refuse_mixed_up_outputs(out: Option<&Path>, manifest: &Path) -> Result<(), Failure> {
    if manifest == Path::new("-") {
        return Err(Failure::Said("--manifest needs a file name".to_owned()));
    }
    if out == Some(manifest) {
        return Err(Failure::Said(format!("{}: is both --out and --manifest", manifest.display())));
    }
    if out.is_some_and(Path::is_dir) {
        return Err(Failure::Said("--manifest is kept of one report: give --out a file name".to_owned()));
    }
    Ok(())
}

/// A report in a folder of its own, which is removed with this value.
pub(crate) struct Report {
    folder: tempfile::TempDir,
    _unfinished: Unfinished,
    path: PathBuf,
    /// How the command ended.
    pub exit: Exit,
}

impl Report {
    /// Runs a command; its report is called as it was (some formats follow from the name).
    pub(crate) fn make(mut cli: Cli, name: Option<&Path>) -> Result<Self, Failure> {
        let (folder, unfinished) = Unfinished::made(tempfile::tempdir)?;
        let path = folder.path().join(name.unwrap_or_else(|| Path::new(STDOUT_NAME)));
        cli.common.out = Some(path.clone());
        cli.common.manifest = None;
        let exit = command::dispatch(&cli)?;
        Ok(Report { folder, _unfinished: unfinished, path, exit })
    }

    /// Its bytes.
    pub(crate) fn fingerprint(&self) -> Result<Fingerprint, Failure> {
        files::of_file(&self.path)
    }

    /// The file it lies in.
    pub(crate) fn path(&self) -> &Path {
        debug_assert!(self.path.starts_with(self.folder.path()));
        &self.path
    }

    fn copy_to(&self, out: Option<&Path>) -> Result<(), Failure> {
        let mut file = File::open(&self.path)?;
        write_data(out, |out| io::copy(&mut file, out).map(drop))
    }
}
