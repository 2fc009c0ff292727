//! `hemat merge`: the report of savings from partials, as if their files had been read in one run.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use hemat_core::classify::KnownPlace;
use hemat_core::lang::Lang;
use hemat_io::analysis::{analyse_classified, known_places};
use hemat_io::partial::{Finished, Partial, Terms, read_partial};

use super::reading::{Failures, Readings};
use super::savings::{Sources, computed_of, told};
use crate::args::{Common, MergeArgs};
use crate::exit::{Exit, Failure};
use crate::input;
use crate::provenance::TOOL;

pub(super) fn run(args: &MergeArgs, common: &Common) -> Result<Exit, Failure> {
    let sources = Sources::read(&args.against)?;
    let merged = merged(args, Lang::from(common.lang))?;
    let finished = merged.finish().map_err(Failure::said)?;
    let readings = readings(finished, &known_places(&sources.venues), common)?;
    if let Some(path) = &args.set_aside {
        readings.write_set_aside(path, common)?;
    }
    computed_of(&readings, &args.against, &sources, common, |computed| {
        told(computed, args.explain.as_deref(), args.rules.as_deref(), common)
    })?;
    Ok(readings.exit_if(args.strict))
}

/// All partials together.
fn merged(args: &MergeArgs, lang: Lang) -> Result<Partial, Failure> {
    let mut all = Partial::default();
    for typed in &args.partials {
        for path in partials_of(typed)? {
            let name = path.display().to_string();
            let one = read_partial(&input::bytes(&path)?, &name).map_err(Failure::said)?;
            if let Some(terms) = one.terms() {
                refuse_other(&name, terms, args, lang)?;
            }
            all = all.merge(one).map_err(|error| Failure::Said(format!("{name}: {error}")))?;
        }
    }
    Ok(all)
}

/// The partials that an argument names: itself, or every `.json` of a folder, sorted.
pub(crate) fn partials_of(typed: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !typed.is_dir() {
        return Ok(vec![typed.to_path_buf()]);
    }
    let failed = |error: std::io::Error| Failure::Said(format!("{}: {error}", typed.display()));
    let entries = std::fs::read_dir(typed).map_err(failed)?;
    let paths =
        entries.map(|entry| entry.map(|e| e.path())).collect::<Result<Vec<_>, _>>().map_err(failed)?;
    let hidden = |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let mut found: Vec<PathBuf> =
        paths.into_iter().filter(|p| p.extension() == Some(OsStr::new("json")) && !hidden(p)).collect();
    found.sort();
    if found.is_empty() {
        return Err(Failure::Said(format!("{}: no .json in this folder", typed.display())));
    }
    Ok(found)
}

/// Partials of another version are refused, and so are rules that are not those of the partials.
fn refuse_other(name: &str, terms: &Terms, args: &MergeArgs, lang: Lang) -> Result<(), Failure> {
    if terms.tool != TOOL {
        let tool = &terms.tool;
        return Err(Failure::Said(match lang {
            Lang::Id => format!(
                "{name}: dibuat oleh hemat {tool}, ini hemat {TOOL}: buat ulang dengan versi yang sama"
            ),
            Lang::En => {
                format!("{name}: made by hemat {tool}, this is hemat {TOOL}: make it anew with one version")
            }
        }));
    }
    let Some(path) = &args.rules else { return Ok(()) };
    if Terms::new(TOOL, Some(&input::bytes(path)?), terms.options.clone()).rules == terms.rules {
        return Ok(());
    }
    Err(Failure::Said(format!(
        "{name}: {}",
        lang.pick(
            "dibuat dengan aturan lain daripada --rules ini",
            "was made with other rules than these --rules"
        )
    )))
}

fn readings(finished: Finished, known: &[KnownPlace], common: &Common) -> Result<Readings, Failure> {
    let mut failures = Failures::default();
    for (file, reason) in finished.unread {
        failures.add_named(file, reason);
    }
    if finished.files.is_empty() {
        return Err(failures.all_said());
    }
    let analyses = finished
        .files
        .into_iter()
        .map(|file| analyse_classified(file, known, common.jobs()).map_err(Failure::said));
    Ok(Readings { analyses: analyses.collect::<Result<_, _>>()?, unread: failures.told() })
}
