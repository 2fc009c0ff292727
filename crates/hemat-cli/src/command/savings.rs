//! `hemat savings`.

use hemat_core::cost_line::CostLine;
use hemat_core::estimate::Estimate;
use hemat_core::kind::VenueKind;
use hemat_core::lang::Lang;
use hemat_core::repeated::{repeated_files, two_stages};
use hemat_core::report::{BudgetsRead, savings_report};
use hemat_core::saving::{Savings, savings};
use hemat_io::analysis::{Analysis, known_places};
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
    let readings = reading::analyses_knowing(&args.files, &args.read, &known_places(&venues), common)?;
    let analyses = &readings.analyses;
    let lines: Vec<&[CostLine]> = analyses.iter().map(|a| a.budget.lines.as_slice()).collect();
    let repeated = repeated_files(&lines).map_err(Failure::said)?;
    let mut all = Savings { events: Vec::new(), gross: Estimate::ZERO };
    let mut read = BudgetsRead {
        files: analyses.iter().map(|a| a.budget.file.to_string()).collect(),
        halls: venues.iter().filter(|v| v.kind == VenueKind::GovernmentHall).count(),
        faults: reading::faults(analyses, lang),
        ..BudgetsRead::default()
    };
    let counted = |at: &usize| repeated.iter().all(|r| r.file != *at);
    let analyses_counted: Vec<&Analysis> =
        analyses.iter().enumerate().filter(|(at, _)| counted(at)).map(|(_, a)| a).collect();
    for analysis in &analyses_counted {
        let part = savings(&analysis.grouping.events, &venues, |event| analysis.account_of(event))
            .map_err(Failure::said)?;
        all.gross = all.gross.try_add(part.gross).map_err(Failure::said)?;
        all.events.extend(part.events);
        read.reconciliation = read.reconciliation.try_add(analysis.reconciliation).map_err(Failure::said)?;
        read.venue_lines.extend(analysis.venue_lines_apart());
    }
    read.stages = two_stages(analyses_counted.iter().flat_map(|a| &a.budget.lines));
    read.repeated = repeated;
    let report = savings_report(&all, &read, lang).map_err(Failure::said)?;
    write_report(&report, common, |out| write_savings(&all, &read, out))?;
    Ok(readings.exit(&args.read))
}
