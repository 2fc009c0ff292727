//! `hemat inspect`.

use hemat_core::lang::Lang;
use hemat_io::inspect::inspect_report;
use hemat_io::write::json::write_inspect;

use super::{reading, write_report};
use crate::args::{Common, InspectArgs};
use crate::exit::{Exit, Failure};

pub(super) fn run(args: &InspectArgs, common: &Common) -> Result<Exit, Failure> {
    let readings = reading::analyses(std::slice::from_ref(&args.file), &args.read, common)?;
    let analyses = &readings.analyses;
    for analysis in analyses {
        let report = inspect_report(analysis, Lang::from(common.lang));
        write_report(&report, common, |out| write_inspect(analysis, out))?;
    }
    Ok(readings.exit(&args.read))
}
