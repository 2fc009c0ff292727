//! `hemat classify`.

use hemat_core::lang::Lang;
use hemat_io::read::descriptions::read_descriptions;
use hemat_io::write::classes::write_classes;
use hemat_io::write::trail::write_trail;

use super::reading::Rules;
use crate::args::{ClassifyArgs, Common};
use crate::exit::{Exit, Failure};
use crate::input;
use crate::output::write_data;

/// The answer is CSV, which goes beside the list that was given; with `--why`, text.
pub(super) fn run(args: &ClassifyArgs, common: &Common) -> Result<Exit, Failure> {
    let bytes = input::bytes(&args.file)?;
    let descriptions = read_descriptions(&bytes, &input::name(&args.file)).map_err(Failure::said)?;
    let rules = Rules::read(args.rules.as_deref())?;
    let classifier = rules.classifier();
    if args.why {
        let lang = Lang::from(common.lang);
        write_data(common.out.as_deref(), |out| {
            descriptions.iter().try_for_each(|d| {
                write_trail(&d.id, &d.description, &classifier.explain(&d.text()), lang, out)
            })
        })?;
        return Ok(Exit::Done);
    }
    write_data(common.out.as_deref(), |out| {
        write_classes(descriptions.iter().map(|d| (d.id.as_str(), classifier.classify(&d.text()))), out)
    })?;
    Ok(Exit::Done)
}
