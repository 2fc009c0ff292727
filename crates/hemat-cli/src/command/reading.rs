//! What the commands on budget files share: read, classify, group, complain.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use hemat_core::classify::{Classifier, KnownPlace};
use hemat_core::lang::Lang;
use hemat_io::analysis::{Analysis, analyse_on, known_places};
use hemat_io::read::budget::{BudgetFile, ReadOptions};
use hemat_io::read::diagnostic::{Diagnostic, Severity};
use hemat_io::read::mapping::read_mapping;
use hemat_io::read::rules_file::read_rules;
use hemat_io::read::venues_file::read_venues;
use hemat_io::write::lines::write_set_aside;

use crate::args::{Common, ReadArgs};
use crate::exit::{Exit, Failure};
use crate::input;
use crate::output::{say, write_data};
use crate::progress;
use crate::redact;

/// How many diagnostics of one name and file are shown; the rest is counted.
const SHOWN: usize = 3;

/// With more files than this, one diagnostic of each name and file is shown.
const FEW_FILES: usize = 3;

/// A diagnostic on stderr is cut after so many characters: a cell can hold a whole page. `--set-aside` keeps it.
const LONGEST: usize = 300;

/// The options of the reader, with the mapping read.
pub(super) fn options(args: &ReadArgs) -> Result<ReadOptions, Failure> {
    let mut options = args.options();
    if let Some(path) = &args.mapping {
        options.mapping =
            read_mapping(&input::text(path)?, &path.display().to_string()).map_err(Failure::said)?;
    }
    Ok(options)
}

/// What was read of the files given.
pub(super) struct Readings {
    /// In the order given.
    pub analyses: Vec<Analysis>,
    /// True if some file could not be read at all and is in none of the figures.
    unread: bool,
}

/// Which lines of the files are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    /// All of them: they are listed, or checked.
    All,
    /// Those that may be about events. The others are counted.
    OfEvents,
}

/// The built-in classifier, or one with the user's own rules.
pub(super) enum Rules {
    BuiltIn,
    Own(Box<Classifier>),
}

impl Rules {
    pub(super) fn read(path: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = path else { return Ok(Rules::BuiltIn) };
        let own = read_rules(&input::bytes(path)?, &input::name(path)).map_err(Failure::said)?;
        Ok(Rules::Own(Box::new(own)))
    }

    pub(super) fn classifier(&self) -> &Classifier {
        match self {
            Rules::BuiltIn => Classifier::builtin(),
            Rules::Own(own) => own,
        }
    }
}

/// The places of a venues file, to be recognised by name; none without a file.
pub(super) fn known(venues: Option<&Path>) -> Result<Vec<KnownPlace>, Failure> {
    let Some(path) = venues else { return Ok(Vec::new()) };
    let venues = read_venues(&input::text(path)?, &path.display().to_string()).map_err(Failure::said)?;
    Ok(known_places(&venues))
}

/// Reads and analyses the files. One that cannot be read at all is named and passed over, unless none can.
pub(super) fn analyses(files: &[PathBuf], args: &ReadArgs, common: &Common) -> Result<Readings, Failure> {
    analyses_knowing(files, Lines::All, args, &[], common)
}

/// [`analyses`] with places that are recognised by name.
pub(super) fn analyses_knowing(
    files: &[PathBuf],
    lines: Lines,
    args: &ReadArgs,
    known: &[KnownPlace],
    common: &Common,
) -> Result<Readings, Failure> {
    let mut seen = BTreeSet::new();
    // Two ways of writing one path are one file. What cannot be resolved is complained of when it is read.
    let resolved = |path: &PathBuf| path.canonicalize().unwrap_or_else(|_| path.clone());
    if let Some(twice) = files.iter().find(|f| !seen.insert(resolved(f))) {
        return Err(Failure::Said(format!(
            "{}: given twice; its rupiah would be counted twice",
            twice.display()
        )));
    }
    let options = options(args)?;
    let rules = Rules::read(args.rules.as_deref())?;
    let mut done = Vec::new();
    let mut failures = Vec::new();
    let bar = progress::over_files(files.len(), common);
    for path in files {
        bar.set_message(input::name(path));
        bar.inc(1);
        match one(path, lines, &options, rules.classifier(), known, common.jobs()) {
            Ok(analysis) => {
                // Above the bar, which is drawn again below.
                bar.suspend(|| {
                    talk(&analysis.budget, if files.len() > FEW_FILES { 1 } else { SHOWN }, common)
                });
                done.push(analysis);
            }
            Err(Failure::Closed) => return Err(Failure::Closed),
            Err(Failure::Said(text)) => failures.push(text),
        }
    }
    bar.finish_and_clear();
    if done.is_empty() {
        return Err(Failure::Said(failures.join("\nhemat: ")));
    }
    for failure in &failures {
        say(&format!("hemat: {failure}"));
    }
    if let Some(path) = &args.set_aside {
        // An exact copy, to be mended and read again, unless masking was asked for outright.
        let masked: Vec<BudgetFile> = match common.redact {
            true => done.iter().map(|a| redact::set_aside(&a.budget, common)).collect(),
            false => Vec::new(),
        };
        let exact = done.iter().map(|a| &a.budget).filter(|_| !common.redact);
        let budgets: Vec<&BudgetFile> = masked.iter().chain(exact).collect();
        write_data(Some(path), |out| write_set_aside(&budgets, out))?;
    }
    Ok(Readings { analyses: done, unread: !failures.is_empty() })
}

fn one(
    path: &Path,
    lines: Lines,
    options: &ReadOptions,
    classifier: &Classifier,
    known: &[KnownPlace],
    jobs: usize,
) -> Result<Analysis, Failure> {
    let sieved = match lines {
        Lines::OfEvents => input::events(path, options, classifier, jobs)?,
        Lines::All => None,
    };
    let budget = sieved.map_or_else(|| input::budget(path, options), Ok)?;
    analyse_on(budget, classifier, known, jobs).map_err(Failure::said)
}

impl Readings {
    /// 2 if a file could not be read, else 3 with `--strict` if any row was set aside.
    pub(super) fn exit(&self, args: &ReadArgs) -> Exit {
        if self.unread {
            return Exit::Failed;
        }
        let set_aside = self.analyses.iter().any(|a| a.budget.tally.rows_set_aside > 0);
        if args.strict && set_aside { Exit::SetAside } else { Exit::Done }
    }
}

/// Warnings and errors on stderr, the first of each name and the number of the rest.
fn talk(budget: &BudgetFile, shown: usize, common: &Common) {
    if common.quiet {
        return;
    }
    for (name, group) in grouped(budget) {
        for diagnostic in group.iter().take(shown) {
            say(&cut(&redact::talk(&diagnostic.to_string(), common)));
        }
        if group.len() > shown {
            let lang = Lang::from(common.lang);
            say(&format!("{}: {name}: +{} {}", budget.file, group.len() - shown, lang.pick("lagi", "more")));
        }
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text)),
        None => text.to_owned(),
    }
}

fn grouped(budget: &BudgetFile) -> BTreeMap<&'static str, Vec<&Diagnostic>> {
    let mut groups: BTreeMap<&'static str, Vec<&Diagnostic>> = BTreeMap::new();
    for diagnostic in budget.diagnostics.iter().filter(|d| d.severity >= Severity::Warning) {
        groups.entry(diagnostic.name).or_default().push(diagnostic);
    }
    groups
}

/// The diagnostics of all files as short sentences for a report: name, how often, rupiah concerned.
pub(super) fn faults(analyses: &[Analysis], lang: Lang) -> Vec<String> {
    let mut counts: BTreeMap<&'static str, u64> = BTreeMap::new();
    for analysis in analyses {
        for diagnostic in analysis.budget.diagnostics.iter().filter(|d| d.severity >= Severity::Warning) {
            *counts.entry(diagnostic.name).or_default() += 1;
        }
    }
    counts.into_iter().map(|(name, n)| format!("{name}: {n}{}", lang.pick(" kali", "×"))).collect()
}
