//! `hemat event`.

use hemat_core::budget_event::BudgetEvent;
use hemat_core::lang::Lang;
use hemat_core::report::{EventLine, event_report};
use hemat_io::analysis::{Analysis, text_of};
use hemat_io::write::json::write_event;

use super::{events, reading, write_report};
use crate::args::{Common, EventArgs};
use crate::exit::{Exit, Failure};

/// How many ids are shown where the one asked for is not there.
const NEAR: usize = 5;

pub(super) fn run(args: &EventArgs, common: &Common) -> Result<Exit, Failure> {
    let lang = Lang::from(common.lang);
    let mut readings =
        reading::analyses_knowing(&args.files, &args.read, &reading::known(args.venues.as_deref())?, common)?;
    events::link(&mut readings.analyses);
    let analyses = &readings.analyses;
    let (analysis, event) = find(analyses, args.id.trim())?;
    let rules = reading::Rules::read(args.read.rules.as_deref())?;
    let lines: Vec<EventLine<'_>> = event
        .lines
        .iter()
        .filter_map(|at| analysis.budget.lines.get(*at))
        .map(|line| EventLine { line, trail: rules.classifier().explain(&text_of(line)) })
        .collect();
    let report = event_report(event, &lines, lang);
    write_report(&report, common, |out| write_event(event, &lines, lang, out))?;
    Ok(readings.exit(&args.read))
}

/// The one event of this id.
fn find<'a>(analyses: &'a [Analysis], id: &str) -> Result<(&'a Analysis, &'a BudgetEvent), Failure> {
    let all = || analyses.iter().flat_map(|a| a.grouping.events.iter().map(move |e| (a, e)));
    let mut same = all().filter(|(_, e)| e.id == id);
    match (same.next(), same.next()) {
        (Some(found), None) => Ok(found),
        (Some(_), Some(_)) => Err(Failure::Said(format!(
            "{id}: several of these files have an event of this id; give one file at a time"
        ))),
        (None, _) => {
            let mut near: Vec<_> = all().map(|(_, e)| (distance(id, &e.id), &e.id, &e.title)).collect();
            near.sort();
            let near: Vec<String> =
                near.into_iter().take(NEAR).map(|(_, id, title)| format!("{id} ({title})")).collect();
            let near = if near.is_empty() { "-".to_owned() } else { near.join(", ") };
            Err(Failure::Said(format!(
                "there is no event {id:?}; ids come from `hemat events`; the nearest: {near}"
            )))
        }
    }
}

/// How many characters differ, place by place: ids are short and of one length.
fn distance(asked: &str, id: &str) -> usize {
    let differing = asked.chars().zip(id.chars()).filter(|(a, b)| !a.eq_ignore_ascii_case(b)).count();
    differing + asked.chars().count().abs_diff(id.chars().count())
}
