//! Reproduction (pemeriksaan ulang): a manifest against what the same command gives now.

use std::collections::BTreeMap;

use crate::provenance::{Digest, Fingerprint, Manifest};

/// The first line at which two texts differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DifferingLine {
    /// Its number, from 1.
    pub number: u64,
    /// The line of the report as kept; `None` past its end.
    pub kept: Option<String>,
    /// The line of the report as made again; `None` past its end.
    pub again: Option<String>,
}

/// What became of the report file that the manifest names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptReport {
    /// The report went to standard output: there is no file.
    NoFile,
    /// The file is not there.
    Missing,
    /// The file is there.
    Found {
        /// Its bytes.
        fingerprint: Fingerprint,
        /// Where it first differs from the report as made again; `None` if it does not, or is not text.
        line: Option<DifferingLine>,
    },
}

/// How the command ran again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rerun {
    /// It gave a report.
    Done {
        /// The report.
        output: Fingerprint,
        /// The exit code.
        exit: u8,
    },
    /// It failed.
    Failed(String),
    /// It was not run, since an input is missing.
    NotRun,
}

/// What is found now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Now {
    /// Version of hemat.
    pub tool: String,
    /// The inputs, in the manifest's order; `None` for one that is not there.
    pub inputs: Vec<Option<Fingerprint>>,
    /// Hashes of the built-in tables.
    pub tables: BTreeMap<String, Digest>,
    /// The report file.
    pub kept: KeptReport,
    /// The command, run again.
    pub rerun: Rerun,
}

/// One thing that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// An input has other bytes.
    InputChanged {
        /// Its path.
        path: String,
        /// As recorded.
        recorded: Fingerprint,
        /// Now.
        now: Fingerprint,
    },
    /// An input is not there.
    InputMissing {
        /// Its path.
        path: String,
        /// As recorded.
        recorded: Fingerprint,
    },
    /// A built-in table has other rows; `None` where one side has no such table.
    TableDiffers {
        /// Its name.
        name: String,
        /// As recorded.
        recorded: Option<Digest>,
        /// Now.
        now: Option<Digest>,
    },
    /// Another version of hemat.
    ToolDiffers {
        /// As recorded.
        recorded: String,
        /// Now.
        now: String,
    },
    /// The command gives another report.
    OutputDiffers {
        /// As recorded.
        recorded: Fingerprint,
        /// Now.
        now: Fingerprint,
        /// The first differing line, where the report was kept unchanged and is text.
        line: Option<DifferingLine>,
    },
    /// The command ends with another exit code.
    ExitDiffers {
        /// As recorded.
        recorded: u8,
        /// Now.
        now: u8,
    },
    /// The command fails.
    CommandFails(String),
    /// The report file was changed after it was written.
    ReportChanged {
        /// Its path.
        path: String,
        /// As recorded.
        recorded: Fingerprint,
        /// Now.
        now: Fingerprint,
        /// The first line at which it differs from the report as made again.
        line: Option<DifferingLine>,
    },
}

/// Everything that differs: inputs, tables, tool, then what comes of them. Empty: identical.
///
/// A report file that is not there is no difference: the hash of the report speaks for it.
#[must_use]
pub fn differences(manifest: &Manifest, now: &Now) -> Vec<Difference> {
    let mut found = inputs(manifest, now);
    found.extend(tables(&manifest.provenance.tables, &now.tables));
    if manifest.provenance.tool != now.tool {
        found.push(Difference::ToolDiffers {
            recorded: manifest.provenance.tool.clone(),
            now: now.tool.clone(),
        });
    }
    let (kept, line) = match &now.kept {
        KeptReport::Found { fingerprint, line } => (Some(*fingerprint), line.clone()),
        KeptReport::NoFile | KeptReport::Missing => (None, None),
    };
    let unchanged = kept == Some(manifest.output);
    match &now.rerun {
        Rerun::NotRun => {}
        Rerun::Failed(text) => found.push(Difference::CommandFails(text.clone())),
        Rerun::Done { output, exit } => {
            if *output != manifest.output {
                let line = line.clone().filter(|_| unchanged);
                found.push(Difference::OutputDiffers { recorded: manifest.output, now: *output, line });
            }
            if *exit != manifest.exit {
                found.push(Difference::ExitDiffers { recorded: manifest.exit, now: *exit });
            }
        }
    }
    if let (Some(now), Some(path), false) = (kept, &manifest.output_path, unchanged) {
        found.push(Difference::ReportChanged { path: path.clone(), recorded: manifest.output, now, line });
    }
    found
}

fn inputs(manifest: &Manifest, now: &Now) -> Vec<Difference> {
    let both = manifest.provenance.inputs.iter().enumerate();
    let differing = both.filter_map(|(at, input)| {
        let (path, recorded) = (input.path.clone(), input.fingerprint);
        match now.inputs.get(at).copied().flatten() {
            None => Some(Difference::InputMissing { path, recorded }),
            Some(now) if now != recorded => Some(Difference::InputChanged { path, recorded, now }),
            Some(_) => None,
        }
    });
    differing.collect()
}

fn tables(recorded: &BTreeMap<String, Digest>, now: &BTreeMap<String, Digest>) -> Vec<Difference> {
    let mut names: Vec<&String> = recorded.keys().chain(now.keys()).collect();
    names.sort();
    names.dedup();
    let differing = names.into_iter().filter_map(|name| {
        let (recorded, now) = (recorded.get(name).copied(), now.get(name).copied());
        (recorded != now).then(|| Difference::TableDiffers { name: name.clone(), recorded, now })
    });
    differing.collect()
}
