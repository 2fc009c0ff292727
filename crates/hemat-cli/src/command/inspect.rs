//! `hemat inspect`.

use hemat_core::lang::Lang;
use hemat_io::inspect::inspect_report;
use hemat_io::write::json::write_inspect;
use hemat_io::write::mapping::mapping_text;

use super::{reading, write_report};
use crate::args::{Common, InspectArgs};
use crate::budget_inputs::files_of;
use crate::exit::{Exit, Failure};
use crate::output::write_data;

/// So many files of a folder are named.
const NAMED: usize = 5;

pub(super) fn run(args: &InspectArgs, common: &Common) -> Result<Exit, Failure> {
    let several = files_of(&args.file)?;
    if several.len() > 1 {
        let named: Vec<String> = several.iter().take(NAMED).map(|p| p.display().to_string()).collect();
        return Err(Failure::Said(format!(
            "{}: {} budget files, and hemat inspect looks into one; name it: {}",
            args.file.display(),
            several.len(),
            named.join(", ")
        )));
    }
    let readings = reading::analyses(&several, &args.read, common)?;
    for analysis in &readings.analyses {
        if let Some(path) = &args.write_mapping {
            let text = mapping_text(&analysis.budget, Lang::from(common.lang));
            write_data(Some(path), |out| out.write_all(text.as_bytes()))?;
        }
        let report = inspect_report(analysis, Lang::from(common.lang));
        write_report(&report, common, |out| write_inspect(analysis, out))?;
    }
    Ok(readings.exit(&args.read))
}
