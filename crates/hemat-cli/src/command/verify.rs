//! `hemat verify`: the command of a manifest, run again, and what differs.
//!
//! A manifest can come from anybody. Running it again reads files and writes none: arguments that name an output are
//! refused, and the report goes into a folder of its own.

use std::ffi::OsString;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use clap::{ArgMatches, CommandFactory, FromArgMatches};
use hemat_core::lang::Lang;
use hemat_core::provenance::Manifest;
use hemat_core::report::verification_report;
use hemat_core::reproduction::{DifferingLine, KeptReport, Now, Rerun, differences};
use hemat_io::read::manifest_file::read_manifest;
use hemat_io::write::json::write_report_json;

use super::write_report;
use crate::args::{Cli, Common, VerifyArgs};
use crate::exit::{Exit, Failure};
use crate::input;
use crate::provenance::invocation::Invocation;
use crate::provenance::record::Report;
use crate::provenance::{TOOL, files, tables};

/// So much of a differing line is shown.
const SHOWN: usize = 300;

/// A line longer than this many bytes is not compared any further.
const LONGEST_LINE: u64 = 1 << 20;

pub(super) fn run(args: &VerifyArgs, common: &Common) -> Result<Exit, Failure> {
    let lang = Lang::from(common.lang);
    let manifest =
        read_manifest(&input::text(&args.file)?, &args.file.display().to_string()).map_err(Failure::said)?;
    let recorded = typed(&manifest)?;
    check(&manifest, &recorded)?;
    let folders = folders(args);
    let places: Vec<Option<(PathBuf, _)>> = manifest
        .provenance
        .inputs
        .iter()
        .map(|input| files::find(&input.path, input.fingerprint, &folders))
        .collect();
    let (rerun, report) = rerun(&manifest, &recorded, &places)?;
    let now = Now {
        tool: TOOL.to_owned(),
        inputs: places.iter().map(|place| place.as_ref().map(|(_, found)| *found)).collect(),
        tables: tables(),
        kept: kept(&manifest, &folders, report.as_ref())?,
        rerun,
    };
    let found = differences(&manifest, &now);
    let report = verification_report(&manifest, &now, &found, lang);
    write_report(&report, common, |out| write_report_json(&report, out))?;
    Ok(if found.is_empty() { Exit::Done } else { Exit::Differs })
}

/// The folder given, or else the manifest's and the one the command runs in.
fn folders(args: &VerifyArgs) -> Vec<PathBuf> {
    match &args.from {
        Some(folder) => vec![folder.clone()],
        None => {
            let beside = args.file.parent().map_or_else(PathBuf::new, Path::to_path_buf);
            vec![beside, PathBuf::new()]
        }
    }
}

/// The recorded arguments as if they had been typed.
fn typed(manifest: &Manifest) -> Result<ArgMatches, Failure> {
    let provenance = &manifest.provenance;
    let words = ["hemat", &provenance.command].map(OsString::from).into_iter();
    let words = words.chain(provenance.arguments.iter().map(OsString::from));
    Cli::command().try_get_matches_from(words).map_err(|error| {
        let text = error.to_string();
        Failure::Said(format!("command and arguments of the manifest: {}", text.lines().next().unwrap_or("")))
    })
}

/// The arguments name the inputs that are listed, and no output.
fn check(manifest: &Manifest, recorded: &ArgMatches) -> Result<(), Failure> {
    let invocation = Invocation::of(recorded, Path::to_path_buf)?;
    if !invocation.outputs.is_empty() {
        return Err(Failure::Said(format!(
            "arguments of the manifest: {} is not allowed: running it again writes no file",
            invocation.outputs.join(", ")
        )));
    }
    let listed: Vec<PathBuf> = manifest.provenance.inputs.iter().map(|i| PathBuf::from(&i.path)).collect();
    if listed != invocation.inputs {
        return Err(Failure::Said(format!(
            "the inputs of the manifest are not those of its arguments: {listed:?}, {:?}",
            invocation.inputs
        )));
    }
    Ok(())
}

fn rerun(
    manifest: &Manifest,
    recorded: &ArgMatches,
    places: &[Option<(PathBuf, hemat_core::provenance::Fingerprint)>],
) -> Result<(Rerun, Option<Report>), Failure> {
    if places.iter().any(Option::is_none) {
        return Ok((Rerun::NotRun, None));
    }
    let inputs = manifest.provenance.inputs.iter().zip(places.iter().flatten());
    let moved: Vec<(&str, &PathBuf)> =
        inputs.map(|(input, (place, _))| (input.path.as_str(), place)).collect();
    let place = |path: &Path| {
        let found = moved.iter().find(|(recorded, _)| Path::new(recorded) == path);
        found.map_or_else(|| path.to_path_buf(), |(_, place)| (*place).clone())
    };
    let invocation = Invocation::of(recorded, place)?;
    let words = ["hemat", "--quiet", &invocation.command].map(OsString::from).into_iter();
    let mut cli = Cli::command()
        .try_get_matches_from(words.chain(invocation.arguments))
        .and_then(|matches| Cli::from_arg_matches(&matches))
        .map_err(Failure::said)?;
    // A report in a file carries what it was made from: the same is to be made again.
    cli.common.provenance = manifest.output_path.as_ref().map(|_| manifest.provenance.clone());
    let name = manifest.output_path.as_deref().and_then(|p| Path::new(p).file_name()).map(Path::new);
    match Report::make(cli, name) {
        Ok(report) => {
            let output = report.fingerprint()?;
            Ok((Rerun::Done { output, exit: report.exit.code() }, Some(report)))
        }
        Err(Failure::Said(text)) => Ok((Rerun::Failed(text), None)),
        Err(Failure::Closed) => Err(Failure::Closed),
    }
}

/// The report file, if there is one, and where it first differs from the report made again.
fn kept(manifest: &Manifest, folders: &[PathBuf], again: Option<&Report>) -> Result<KeptReport, Failure> {
    let Some(path) = &manifest.output_path else { return Ok(KeptReport::NoFile) };
    let Some((place, fingerprint)) = files::find(path, manifest.output, folders) else {
        return Ok(KeptReport::Missing);
    };
    let line = match again {
        Some(report) if report.fingerprint()? != fingerprint => first_differing_line(&place, report.path()),
        _ => None,
    };
    Ok(KeptReport::Found { fingerprint, line })
}

/// `None` where either file is not text.
fn first_differing_line(kept: &Path, again: &Path) -> Option<DifferingLine> {
    let mut kept = BufReader::new(File::open(kept).ok()?);
    let mut again = BufReader::new(File::open(again).ok()?);
    for number in 1.. {
        let (one, other) = (line(&mut kept)?, line(&mut again)?);
        if one != other {
            return Some(DifferingLine { number, kept: one.map(cut), again: other.map(cut) });
        }
        one?;
    }
    None
}

/// The next line, `Some(None)` at the end; `None` where it is not text or too long.
fn line(from: &mut BufReader<File>) -> Option<Option<String>> {
    let mut bytes = Vec::new();
    let taken = std::io::Read::take(&mut *from, LONGEST_LINE).read_until(b'\n', &mut bytes).ok()?;
    if taken as u64 == LONGEST_LINE || bytes.contains(&0) {
        return None;
    }
    if taken == 0 { Some(None) } else { String::from_utf8(bytes).ok().map(Some) }
}

fn cut(line: String) -> String {
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or(&line)),
        None => line.trim_end_matches(['\n', '\r']).to_owned(),
    }
}
