//! `hemat compare`.

use hemat_core::calendar::Calendar;
use hemat_core::comparison::compare;
use hemat_core::event::Event;
use hemat_core::lang::Lang;
use hemat_core::report::{comparison_report, record_report};
use hemat_core::venue::Venue;
use hemat_io::read::calendar_file::read_calendar;
use hemat_io::read::event_file::{EventFile, read_event};
use hemat_io::read::venues_file::read_venues;
use hemat_io::write::json::write_compare;
use hemat_io::write::xlsx::Book;

use super::{reading, rules_in_force, write_book};
use crate::args::{Common, CompareArgs};
use crate::example::{self, Example};
use crate::exit::{Exit, Failure};
use crate::input;

/// What is compared, read.
struct Case {
    event: Event,
    held_at: Option<String>,
    venues: Vec<Venue>,
    example: Option<&'static Example>,
}

pub(super) fn run(args: &CompareArgs, common: &Common) -> Result<Exit, Failure> {
    let lang = Lang::from(common.lang);
    let case = read(args)?;
    let ids: Vec<&str> = case.venues.iter().map(|v| v.id.as_str()).collect();
    let calendar = match &args.calendar {
        None => None,
        Some(path) => Some(
            read_calendar(&input::text(path)?, &path.display().to_string(), &ids).map_err(Failure::said)?,
        ),
    };
    let baseline = args.baseline.as_ref().or(case.held_at.as_ref()).ok_or_else(|| {
        Failure::Said(format!(
            "no baseline: write held_at in the event file or give --baseline; venues: {}",
            ids.join(", ")
        ))
    })?;
    let comparison = compare(&case.event, &case.venues, baseline, calendar.as_ref() as Option<&Calendar>)
        .map_err(Failure::said)?;
    let mut report =
        if args.record { record_report(&comparison, lang) } else { comparison_report(&comparison, lang) };
    report.sections.extend(rules_in_force::section(&case.event, lang));
    if let Some(example) = case.example {
        report.sections.insert(0, example.section(lang));
    }
    let book = Book { comparison: Some(&comparison), ..Book::of(&report) };
    write_book(&book, common, |out| write_compare(&comparison, out))?;
    Ok(Exit::Done)
}

fn read(args: &CompareArgs) -> Result<Case, Failure> {
    if let Some(name) = &args.example {
        let example = example::find(name).ok_or_else(|| {
            Failure::Said(format!(
                "no example is called {name:?}; there are: {}",
                example::names().join(", ")
            ))
        })?;
        let (event_name, venues_name) = (format!("{name}/event.toml"), format!("{name}/venues.toml"));
        let EventFile { event, held_at } = read_event(example.event, &event_name).map_err(Failure::said)?;
        let venues = read_venues(example.venues, &venues_name).map_err(Failure::said)?;
        return Ok(Case { event, held_at, venues, example: Some(example) });
    }
    let (Some(event), Some(venues)) = (&args.event, &args.venues) else {
        return Err(Failure::Said("give an event file and --venues, or --example NAME".to_owned()));
    };
    let EventFile { event, held_at } =
        read_event(&input::text(event)?, &event.display().to_string()).map_err(Failure::said)?;
    let venues = reading::venues(Some(venues))?;
    Ok(Case { event, held_at, venues, example: None })
}
