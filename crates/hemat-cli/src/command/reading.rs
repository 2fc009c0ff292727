//! What the commands on budget files share: read, classify, group, complain.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use hemat_core::classify::{Classifier, KnownPlace};
use hemat_core::lang::Lang;
use hemat_core::repeated::{RepeatedFile, repeated_files};
use hemat_core::report::UnreadFile;
use hemat_core::venue::Venue;
use hemat_io::analysis::{Analysis, analyse_classified, analyse_closed, classified_on, known_places};
use hemat_io::read::budget::{BudgetFile, ClassifiedFile, ReadOptions};
use hemat_io::read::diagnostic::{Diagnostic, Severity};
use hemat_io::read::mapping::read_mapping;
use hemat_io::read::rules_file::read_rules;
use hemat_io::read::venues_file::read_venues;
use hemat_io::write::lines::write_set_aside;

use super::many_files::over_files;
use crate::args::{Common, ReadArgs, SourceArgs};
use crate::budget_inputs::{BudgetInput, budget_inputs};
use crate::exit::{Exit, Failure};
use crate::input;
use crate::output::{say, write_data};
use crate::redact;

/// How many diagnostics of one name and file are shown; the rest is counted.
const SHOWN: usize = 3;

/// With more files than this, one diagnostic of each name and file is shown.
const FEW_FILES: usize = 3;

/// A diagnostic on stderr is cut after so many characters: a cell can hold a whole page. `--set-aside` keeps it.
const LONGEST: usize = 300;

/// The options of the reader, with the mapping read.
pub(super) fn options(args: &SourceArgs) -> Result<ReadOptions, Failure> {
    let mut options = args.options();
    if let Some(path) = &args.mapping {
        options.mapping =
            read_mapping(&input::text(path)?, &path.display().to_string()).map_err(Failure::said)?;
    }
    Ok(options)
}

/// What was read of the files given.
pub(super) struct Readings {
    /// In the order of the files' paths.
    pub analyses: Vec<Analysis>,
    /// Files that could not be read at all and are in none of the figures.
    pub unread: Vec<UnreadFile>,
}

/// Which lines of the files are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    /// All of them: they are listed, or checked.
    All,
    /// Those that may be about events. The others are counted.
    OfEvents,
    /// None, where the events of a large file can do without them.
    None,
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

/// The venues of a file; none without a file.
pub(super) fn venues(path: Option<&Path>) -> Result<Vec<Venue>, Failure> {
    let Some(path) = path else { return Ok(Vec::new()) };
    read_venues(&input::text(path)?, &path.display().to_string()).map_err(Failure::said)
}

/// Its places, to be recognised by name.
pub(super) fn known(path: Option<&Path>) -> Result<Vec<KnownPlace>, Failure> {
    Ok(known_places(&venues(path)?))
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
    let inputs = budget_inputs(files)?;
    let options = options(&args.source)?;
    let rules = Rules::read(args.source.rules.as_deref())?;
    let outcomes = over_files(&inputs, common, |input, jobs| {
        one(input, lines, &options, rules.classifier(), known, jobs)
    });
    let mut done = Vec::new();
    let mut failures = Failures::default();
    for (input, outcome) in inputs.iter().zip(outcomes) {
        match outcome {
            Ok(analysis) => {
                talk(&analysis.budget, inputs.len(), common);
                done.push(analysis);
            }
            Err(failure) => failures.add(input, failure)?,
        }
    }
    if done.is_empty() {
        return Err(failures.all_said());
    }
    let readings = Readings { analyses: done, unread: failures.told() };
    if let Some(path) = &args.set_aside {
        readings.write_set_aside(path, common)?;
    }
    Ok(readings)
}

fn one(
    input: &BudgetInput,
    lines: Lines,
    options: &ReadOptions,
    classifier: &Classifier,
    known: &[KnownPlace],
    jobs: usize,
) -> Result<Analysis, Failure> {
    if lines == Lines::None
        && let Some(closed) = input::closed(input, options, classifier, known, jobs)?
    {
        return analyse_closed(closed).map_err(Failure::said);
    }
    let file = file(input, lines, options, classifier, jobs)?;
    analyse_classified(file, known, jobs).map_err(Failure::said)
}

/// One file as read.
pub(super) fn file(
    input: &BudgetInput,
    lines: Lines,
    options: &ReadOptions,
    classifier: &Classifier,
    jobs: usize,
) -> Result<ClassifiedFile, Failure> {
    let sieved = match lines {
        Lines::OfEvents | Lines::None => input::events(input, options, classifier, jobs)?,
        Lines::All => None,
    };
    let plain = || Ok(classified_on(input::budget(input, options)?, classifier, jobs));
    sieved.map_or_else(plain, Ok)
}

/// The files that could not be read, and what is said of them.
#[derive(Default)]
pub(super) struct Failures {
    texts: Vec<String>,
    unread: Vec<UnreadFile>,
}

impl Failures {
    /// Keeps what is wrong with a file. A closed pipe is no fault of the file.
    pub(super) fn add(&mut self, input: &BudgetInput, failure: Failure) -> Result<(), Failure> {
        let Failure::Said(text) = failure else { return Err(failure) };
        self.unread.push(UnreadFile { file: input.name.clone(), reason: reason(input, &text).to_owned() });
        self.texts.push(text);
        Ok(())
    }

    /// Where nothing at all could be read, that ends the command.
    pub(super) fn all_said(self) -> Failure {
        Failure::Said(self.texts.join("\nhemat: "))
    }

    /// One that another run could not read.
    pub(super) fn add_named(&mut self, file: String, reason: String) {
        self.texts.push(format!("{file}: {reason}"));
        self.unread.push(UnreadFile { file, reason });
    }

    /// Says them on stderr; the report names them too.
    pub(super) fn told(self) -> Vec<UnreadFile> {
        for text in &self.texts {
            say(&format!("hemat: {text}"));
        }
        self.unread
    }
}

/// What is said of a file, without its name before it.
pub(super) fn reason<'a>(input: &BudgetInput, text: &'a str) -> &'a str {
    let path = input.path.display().to_string();
    let names = [path.as_str(), &input.name];
    let rest = names.iter().find_map(|name| text.strip_prefix(*name)?.strip_prefix(": "));
    rest.unwrap_or(text)
}

impl Readings {
    /// The files that are counted, and those that hold the budget of another: its amounts must not add up twice.
    pub(super) fn counted(&self) -> Result<(Vec<&Analysis>, Vec<RepeatedFile>), Failure> {
        // One file repeats no other.
        let compared = if self.analyses.len() > 1 { self.analyses.as_slice() } else { &[] };
        let contents = compared.iter().map(Analysis::content).collect::<Result<Vec<_>, _>>();
        let repeated = repeated_files(&contents.map_err(Failure::said)?);
        let is_counted = |at: usize| repeated.iter().all(|r| r.file != at);
        let all = self.analyses.iter().enumerate();
        let counted = all.filter(|(at, _)| is_counted(*at)).map(|(_, analysis)| analysis).collect();
        Ok((counted, repeated))
    }

    /// The rows that could not be used, as CSV.
    pub(super) fn write_set_aside(&self, path: &Path, common: &Common) -> Result<(), Failure> {
        // An exact copy, to be mended and read again, unless masking was asked for outright.
        let masked: Vec<BudgetFile> = match common.redact {
            true => self.analyses.iter().map(|a| redact::set_aside(&a.budget, common)).collect(),
            false => Vec::new(),
        };
        let exact = self.analyses.iter().map(|a| &a.budget).filter(|_| !common.redact);
        let budgets: Vec<&BudgetFile> = masked.iter().chain(exact).collect();
        write_data(Some(path), |out| write_set_aside(&budgets, out))
    }

    /// 2 if a file could not be read, else 3 with `--strict` if any row was set aside.
    pub(super) fn exit(&self, args: &ReadArgs) -> Exit {
        self.exit_if(args.strict)
    }

    /// [`Readings::exit`] where no reading options were typed.
    pub(super) fn exit_if(&self, strict: bool) -> Exit {
        if !self.unread.is_empty() {
            return Exit::Failed;
        }
        let set_aside = self.analyses.iter().any(|a| a.budget.tally.rows_set_aside > 0);
        if strict && set_aside { Exit::SetAside } else { Exit::Done }
    }
}

/// Warnings and errors of one of so many files on stderr, the first of each name and the number of the rest.
pub(super) fn talk(budget: &BudgetFile, files: usize, common: &Common) {
    if common.quiet {
        return;
    }
    let shown = if files > FEW_FILES { 1 } else { SHOWN };
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
