//! `hemat explain`: the page of a check, as it stands in `docs/checks`.

use hemat_core::check::CHECKS;
use hemat_core::lang::Lang;

use crate::args::{Common, ExplainArgs};
use crate::exit::{Exit, Failure};
use crate::output::write_data;

pub(super) fn run(args: &ExplainArgs, common: &Common) -> Result<Exit, Failure> {
    let lang = Lang::from(common.lang);
    let text = match args.check {
        Some(check) => check.page.get(lang).to_owned(),
        None => CHECKS.iter().map(|c| format!("{}: {}\n", c.name, c.flags.get(lang))).collect(),
    };
    write_data(common.out.as_deref(), |out| out.write_all(text.as_bytes()))?;
    Ok(Exit::Done)
}
