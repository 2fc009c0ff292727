//! `hemat savings`.

use hemat_core::estimate::Estimate;
use hemat_core::kind::VenueKind;
use hemat_core::lang::Lang;
use hemat_core::reconciliation::Reconciliation;
use hemat_core::report::savings_report;
use hemat_core::saving::{Savings, savings};
use hemat_io::analysis::known_places;
use hemat_io::read::venues_file::read_venues;
use hemat_io::write::json::write_savings;

use super::{reading, write_report};
use crate::args::{Common, SavingsArgs};
use crate::exit::{Exit, Failure};
use crate::input;

pub(super) fn run(args: &SavingsArgs, common: &Common) -> Result<Exit, Failure> {
    let lang = Lang::from(common.lang);
    let venues = read_venues(&input::text(&args.venues)?, &args.venues.display().to_string())
        .map_err(Failure::said)?;
    let analyses = reading::analyses_knowing(&args.files, &args.read, &known_places(&venues), common)?;
    let mut all = Savings { events: Vec::new(), gross: Estimate::ZERO };
    let mut reconciliation = Reconciliation::default();
    for analysis in &analyses {
        let part = savings(&analysis.grouping.events, &venues, |event| analysis.account_of(event))
            .map_err(Failure::said)?;
        all.gross = all.gross.try_add(part.gross).map_err(Failure::said)?;
        all.events.extend(part.events);
        reconciliation = reconciliation.try_add(analysis.reconciliation).map_err(Failure::said)?;
    }
    let files: Vec<String> = analyses.iter().map(|a| a.budget.file.to_string()).collect();
    let halls = venues.iter().filter(|v| v.kind == VenueKind::GovernmentHall).count();
    let faults = reading::faults(&analyses, lang);
    let report = savings_report(&all, &reconciliation, &files, halls, faults, lang).map_err(Failure::said)?;
    write_report(&report, common, |out| write_savings(&all, &reconciliation, out))?;
    Ok(reading::exit(&analyses, &args.read))
}
