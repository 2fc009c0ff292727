//! `hemat partial`: some of the files, or a part of one, read for `hemat merge`.

use std::path::Path;

use hemat_core::classify::Classifier;
use hemat_core::lang::Lang;
use hemat_io::partial::{Partial, Terms, write_partial};
use hemat_io::read::budget::ReadOptions;
use hemat_io::read::sieve::Share;

use super::many_files::over_files;
use super::reading::{self, Lines, Rules};
use crate::args::{Common, Format, PartialArgs};
use crate::budget_inputs::{BudgetInput, budget_inputs};
use crate::exit::{Exit, Failure};
use crate::input;
use crate::output::{say, write_data};
use crate::provenance::TOOL;

pub(super) fn run(args: &PartialArgs, common: &Common) -> Result<Exit, Failure> {
    let lang = Lang::from(common.lang);
    refuse_format(common.format, lang)?;
    if common.redact {
        return Err(Failure::Said(
            lang.pick(
                "hasil sebagian memuat teks anggaran apa adanya: beri --redact pada hemat merge",
                "a partial holds the text of the budget as it is: give --redact to hemat merge",
            )
            .to_owned(),
        ));
    }
    let inputs = inputs(args, lang)?;
    let options = reading::options(&args.source)?;
    let rules = Rules::read(args.source.rules.as_deref())?;
    let own = args.source.rules.as_deref().map(input::bytes).transpose()?;
    let terms = Terms::new(TOOL, own.as_deref(), options.clone());
    let worker = Worker { terms: &terms, options: &options, classifier: rules.classifier(), lang };
    let (partial, unread) = match args.part {
        Some(share) => (worker.part(&inputs, share, common)?, false),
        None => worker.files(&inputs, common)?,
    };
    write_data(common.out.as_deref(), |out| write_partial(&partial, out))?;
    Ok(if unread { Exit::Failed } else { Exit::Done })
}

fn refuse_format(format: Format, lang: Lang) -> Result<(), Failure> {
    if matches!(format, Format::Text | Format::Json) {
        return Ok(());
    }
    Err(Failure::Said(
        lang.pick(
            "hasil sebagian selalu JSON: hapus --format; bentuk laporan dipilih pada hemat merge",
            "a partial is always JSON: leave --format out; hemat merge chooses the format of the report",
        )
        .to_owned(),
    ))
}

/// The files, called by their paths: what tells them from those of other partials is not known here.
fn inputs(args: &PartialArgs, lang: Lang) -> Result<Vec<BudgetInput>, Failure> {
    let mut inputs = budget_inputs(&args.files)?;
    if inputs.iter().any(|input| input.path == Path::new("-")) {
        return Err(Failure::Said(
            lang.pick(
                "masukan standar tidak bernama, padahal hasil sebagian digabung menurut nama berkas: beri berkasnya",
                "standard input has no name, and partials are put together by the names of files: give the file",
            )
            .to_owned(),
        ));
    }
    for input in &mut inputs {
        input.name.clone_from(&input.plain);
    }
    Ok(inputs)
}

/// What all files of a run are read with.
struct Worker<'a> {
    terms: &'a Terms,
    options: &'a ReadOptions,
    classifier: &'a Classifier,
    lang: Lang,
}

impl Worker<'_> {
    /// All files, whole. True if some could not be read; what is wrong with it stands in the partial as well.
    fn files(&self, inputs: &[BudgetInput], common: &Common) -> Result<(Partial, bool), Failure> {
        let outcomes = over_files(inputs, common, |input, jobs| {
            reading::file(input, Lines::OfEvents, self.options, self.classifier, jobs)
        });
        let (mut all, mut unread) = (Partial::default(), false);
        for (input, outcome) in inputs.iter().zip(outcomes) {
            let one = match outcome {
                Ok(file) => {
                    reading::talk(&file.budget, inputs.len(), common);
                    Partial::of_file(self.terms, &input.plain, file)
                }
                Err(Failure::Closed) => return Err(Failure::Closed),
                Err(Failure::Said(text)) => {
                    say(&format!("hemat: {text}"));
                    unread = true;
                    Partial::of_unread(self.terms, &input.plain, reading::reason(input, &text))
                }
            };
            all = all.merge(one).map_err(Failure::said)?;
        }
        Ok((all, unread))
    }

    /// One share of one file.
    fn part(&self, inputs: &[BudgetInput], share: Share, common: &Common) -> Result<Partial, Failure> {
        let [input] = inputs else {
            return Err(Failure::Said(match self.lang {
                Lang::Id => {
                    format!("--part membagi satu berkas, bukan {}: beri satu berkas besar", inputs.len())
                }
                Lang::En => format!("--part shares out one file, not {}: give one large file", inputs.len()),
            }));
        };
        let part = input::part(input, self.options, self.classifier, common.jobs(), share)?;
        let part = part.ok_or_else(|| {
            Failure::Said(format!(
                "{}: {}",
                input.path.display(),
                self.lang.pick(
                    "tidak dapat dibagi: hanya ekspor dengan satu rincian per baris (tata letak rka, CSV UTF-8) yang barisnya terbaca sendiri-sendiri; jalankan tanpa --part",
                    "cannot be shared out: only exports with one line of spending a row (layout rka, CSV in UTF-8) whose rows can be read one by one; run it without --part",
                )
            ))
        })?;
        reading::talk(&part.budget, 1, common);
        Ok(Partial::of_part(self.terms, &input.plain, share, part))
    }
}
