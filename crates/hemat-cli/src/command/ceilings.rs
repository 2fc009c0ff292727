//! `hemat ceilings`.

use std::path::Path;

use hemat_core::ceiling::{CeilingFilter, PriceCeiling};
use hemat_core::lang::Lang;
use hemat_core::report::{ceilings_check_report, ceilings_report};
use hemat_io::read::ceilings_file::read_ceilings;
use hemat_io::write::json::{write_ceilings, write_report_json};
use hemat_reference::ceilings::built_in;

use super::write_report;
use crate::args::{CeilingsArgs, Common};
use crate::exit::{Exit, Failure};
use crate::input;

pub(super) fn run(args: &CeilingsArgs, common: &Common) -> Result<Exit, Failure> {
    let lang = Lang::from(common.lang);
    if let Some(path) = &args.check {
        let report = ceilings_check_report(&input::name(path), &read(path)?, lang);
        write_report(&report, common, |out| write_report_json(&report, out))?;
        return Ok(Exit::Done);
    }
    let local = own_table(args.ceilings.as_deref())?;
    let filter = CeilingFilter {
        items: args.item.as_ref().map_or_else(Vec::new, |items| items.0.clone()),
        year: args.year,
        province: args.province,
        region: args.region.clone(),
        level: args.level,
        package: args.package,
        stage: args.stage,
        hall_capacity: args.capacity,
    };
    let inquiry = built_in().with_local(&local).inquire(filter, args.fund);
    let report = ceilings_report(&inquiry, lang);
    write_report(&report, common, |out| write_ceilings(&inquiry, out))?;
    Ok(Exit::Done)
}

/// The rows of the user's own table; none without one. For [`hemat_core::ceiling::Ceilings::with_local`].
pub(super) fn own_table(path: Option<&Path>) -> Result<Vec<PriceCeiling>, Failure> {
    path.map_or_else(|| Ok(Vec::new()), read)
}

fn read(path: &Path) -> Result<Vec<PriceCeiling>, Failure> {
    read_ceilings(&input::text(path)?, &input::name(path)).map_err(Failure::said)
}
