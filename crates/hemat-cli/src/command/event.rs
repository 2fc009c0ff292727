//! `hemat event`.

use hemat_core::budget_event::BudgetEvent;
use hemat_core::classify::{Classifier, LineText};
use hemat_core::lang::Lang;
use hemat_core::report::{EventLine, event_report};
use hemat_io::analysis::Analysis;
use hemat_io::write::json::write_event;

use super::{events, reading, write_report};
use crate::args::{Common, EventArgs};
use crate::exit::{Exit, Failure};

/// How many ids are shown where the one asked for is not there.
const NEAR: usize = 5;

pub(super) fn run(args: &EventArgs, common: &Common) -> Result<Exit, Failure> {
    let lang = Lang::from(common.lang);
    let mut readings = reading::analyses_knowing(
        &args.files,
        reading::Lines::OfEvents,
        &args.read,
        &reading::known(args.venues.as_deref())?,
        common,
    )?;
    events::link(&mut readings.analyses);
    let analyses = &readings.analyses;
    let all = || analyses.iter().flat_map(|a| a.grouping.events.iter().map(move |e| (a, e)));
    let (analysis, event) = find(all, |(_, event)| event, args.id.trim())?;
    let rules = reading::Rules::read(args.read.source.rules.as_deref())?;
    let lines = event_lines(analysis, event, rules.classifier());
    let report = event_report(event, &lines, lang);
    write_report(&report, common, |out| write_event(event, &lines, lang, out))?;
    Ok(readings.exit(&args.read))
}

/// The lines of an event with how each kind was found.
pub(super) fn event_lines<'a>(
    analysis: &'a Analysis,
    event: &BudgetEvent,
    classifier: &Classifier,
) -> Vec<EventLine<'a>> {
    let lines = event.lines.iter().filter_map(|at| analysis.budget.lines.get(*at));
    lines.map(|line| EventLine { line, trail: classifier.explain(&LineText::of(line)) }).collect()
}

/// The one of all that is about the event of this id.
pub(super) fn find<'a, T, I: Iterator<Item = T>>(
    all: impl Fn() -> I,
    event: impl Fn(&T) -> &'a BudgetEvent,
    id: &str,
) -> Result<T, Failure> {
    let mut same = all().filter(|one| event(one).id == id);
    match (same.next(), same.next()) {
        (Some(found), None) => Ok(found),
        (Some(_), Some(_)) => Err(Failure::Said(format!(
            "{id}: several of these files have an event of this id; give one file at a time"
        ))),
        (None, _) => {
            let mut near: Vec<_> =
                all().map(|one| event(&one)).map(|e| (distance(id, &e.id), &e.id, &e.title)).collect();
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
