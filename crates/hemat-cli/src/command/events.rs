//! `hemat events`.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use hemat_core::budget_event::{BudgetEvent, Grouping, UnassignedReason, link_packages};
use hemat_core::lang::Lang;
use hemat_core::money::Rupiah;
use hemat_core::reconciliation::Reconciliation;
use hemat_core::report::{EventList, events_report};
use hemat_io::analysis::Analysis;
use hemat_io::write::json::write_events;
use hemat_io::write::parquet::events::write_events_parquet;
use hemat_io::write::xlsx::Book;

use super::{beside, reading, write_book};
use crate::args::{Common, EventsArgs, Format};
use crate::exit::{Exit, Failure};
use crate::output::{refuse_terminal, write_data};
use crate::redact;

pub(super) fn run(args: &EventsArgs, common: &Common) -> Result<Exit, Failure> {
    let lang = Lang::from(common.lang);
    let parquet = common.format == Format::Parquet;
    if parquet {
        refuse_terminal("parquet", common.out.as_deref(), lang)?;
    }
    let mut readings = reading::analyses_knowing(
        &args.files,
        reading::Lines::OfEvents,
        &args.read,
        &reading::known(args.venues.as_deref())?,
        common,
    )?;
    link(&mut readings.analyses);
    let analyses = &readings.analyses;
    let filter = args.filter.filter();
    let all = || analyses.iter().flat_map(|a| &a.grouping.events);
    let mut shown: Vec<&BudgetEvent> = all().filter(|e| filter.keeps(e)).collect();
    shown.sort_by(|a, b| {
        (Reverse(a.venue_cost), Reverse(a.total), &a.id).cmp(&(
            Reverse(b.venue_cost),
            Reverse(b.total),
            &b.id,
        ))
    });
    if parquet {
        let masked = if common.masking { redact::events(&shown, common) } else { Vec::new() };
        let written = if common.masking { masked.iter().collect() } else { shown };
        write_data(common.out.as_deref(), |out| write_events_parquet(&written, out))?;
        return Ok(readings.exit(&args.read));
    }
    let mut unassigned: BTreeMap<UnassignedReason, (u64, Rupiah)> = BTreeMap::new();
    let mut reconciliation = Reconciliation::default();
    for analysis in analyses {
        for (reason, (count, amount)) in analysis.unassigned().map_err(Failure::said)? {
            let sum = unassigned.entry(reason).or_default();
            sum.0 += count;
            sum.1 = sum.1.try_add(amount).map_err(Failure::said)?;
        }
        reconciliation = reconciliation.try_add(analysis.reconciliation).map_err(Failure::said)?;
    }
    let files = analyses.iter().map(|a| a.budget.file.to_string()).collect();
    let unread = readings.unread.clone();
    let list = EventList { shown, found: all().count(), unassigned, reconciliation, files, unread };
    let report = events_report(&list, reading::faults(analyses, lang), lang).map_err(Failure::said)?;
    let more = beside::tables(analyses, common);
    write_book(&Book { more: &more, ..Book::of(&report) }, common, |out| write_events(&list, out))?;
    Ok(readings.exit(&args.read))
}

/// Links plans and receipts of one package over all files of the run.
pub(super) fn link(analyses: &mut [Analysis]) {
    let mut groupings: Vec<&mut Grouping> = analyses.iter_mut().map(|a| &mut a.grouping).collect();
    link_packages(&mut groupings);
}
