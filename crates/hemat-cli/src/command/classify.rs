//! `hemat classify`.

use hemat_core::classify::Classifier;
use hemat_io::read::descriptions::read_descriptions;
use hemat_io::write::classes::write_classes;

use crate::args::{ClassifyArgs, Common};
use crate::exit::{Exit, Failure};
use crate::input;
use crate::output::write_data;

/// The answer is always CSV: it goes beside the list that was given.
pub(super) fn run(args: &ClassifyArgs, common: &Common) -> Result<Exit, Failure> {
    let bytes = input::bytes(&args.file)?;
    let descriptions = read_descriptions(&bytes, &input::name(&args.file)).map_err(Failure::said)?;
    let classifier = Classifier::builtin();
    write_data(common.out.as_deref(), |out| {
        write_classes(descriptions.iter().map(|d| (d.id.as_str(), classifier.classify(&d.text()))), out)
    })?;
    Ok(Exit::Done)
}
