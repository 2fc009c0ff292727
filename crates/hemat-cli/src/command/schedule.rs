//! `hemat schedule`.

use std::collections::BTreeMap;

use hemat_core::calendar::Calendar;
use hemat_core::date::Date;
use hemat_core::estimate::Estimate;
use hemat_core::evidence::Evidence;
use hemat_core::kind::VenueKind;
use hemat_core::lang::Lang;
use hemat_core::price_book::PriceBook;
use hemat_core::report::{ScheduleRead, schedule_report};
use hemat_core::schedule::{Hall, Offer, Options, Problem, ScheduleEvent, schedule};
use hemat_core::venue::Venue;
use hemat_io::read::calendar_file::read_calendar;
use hemat_io::read::decode::decode;
use hemat_io::read::prices_file::read_prices;
use hemat_io::read::schedule_file::{ScheduleFile, ScheduleRow, read_schedule};
use hemat_io::write::json::write_schedule;

use super::{reading, write_report};
use crate::args::{Common, ScheduleArgs};
use crate::exit::{Exit, Failure};
use crate::input;

pub(super) fn run(args: &ScheduleArgs, common: &Common) -> Result<Exit, Failure> {
    let lang = Lang::from(common.lang);
    let sources = Sources::read(args)?;
    let (problem, evidence) = problem(args, &sources)?;
    let default = Options::default();
    let window = args.window.unwrap_or(default.window);
    let options = Options { window, limit: args.limit.unwrap_or(default.limit) };
    let schedule = schedule(&problem, &options).map_err(Failure::said)?;
    let read = ScheduleRead { problem: &problem, file: &input::name(&args.events), evidence, window };
    let report = schedule_report(&schedule, &read, lang).map_err(Failure::said)?;
    write_report(&report, common, |out| write_schedule(&schedule, out))?;
    Ok(Exit::Done)
}

/// What was read.
struct Sources {
    venues: Vec<Venue>,
    calendar: Calendar,
    book: PriceBook,
    file: ScheduleFile,
}

impl Sources {
    fn read(args: &ScheduleArgs) -> Result<Self, Failure> {
        let name = |path: &std::path::Path| path.display().to_string();
        let venues = reading::venues(Some(&args.venues))?;
        let ids: Vec<&str> = venues.iter().map(|v| v.id.as_str()).collect();
        let calendar = match &args.calendar {
            Some(path) => read_calendar(&input::text(path)?, &name(path), &ids).map_err(Failure::said)?,
            None => Calendar::default(),
        };
        let own = match &args.prices {
            Some(path) => read_prices(&input::text(path)?, &name(path)).map_err(Failure::said)?,
            None => Vec::new(),
        };
        // An online meeting takes no hall, so that it cannot be scheduled into one.
        let halls: Vec<&str> =
            venues.iter().filter(|v| v.kind != VenueKind::Online).map(|v| v.id.as_str()).collect();
        // Spreadsheets still save text in old encodings.
        let text = decode(&input::bytes(&args.events)?).text;
        let mark = args.decimal_mark.map(Into::into);
        let file = read_schedule(&text, &name(&args.events), &halls, mark).map_err(Failure::said)?;
        Ok(Sources { venues, calendar, book: PriceBook { own, published: BTreeMap::new() }, file })
    }

    /// The halls that have a cost column, else the government halls.
    fn halls(&self) -> Vec<&Venue> {
        let wanted = |venue: &&Venue| match self.file.halls.is_empty() {
            true => venue.kind == VenueKind::GovernmentHall,
            false => self.file.halls.contains(&venue.id),
        };
        self.venues.iter().filter(wanted).collect()
    }
}

/// The weakest evidence of a hall's cost for an event, by their ids.
type EvidenceOf = BTreeMap<(String, String), Evidence>;

fn problem(args: &ScheduleArgs, sources: &Sources) -> Result<(Problem, Option<EvidenceOf>), Failure> {
    let halls = sources.halls();
    let by_rates = sources.file.halls.is_empty();
    if halls.is_empty() {
        return Err(Failure::Said(format!(
            "{}: no hall to schedule: there is no government hall in it, and {} has no column cost:VENUE_ID",
            args.venues.display(),
            args.events.display()
        )));
    }
    let mut evidence = EvidenceOf::new();
    let mut events = Vec::new();
    for row in &sources.file.events {
        let current = Estimate::exact(row.current_cost);
        let mut offers = BTreeMap::new();
        if by_rates {
            for hall in &halls {
                let hall = sources.book.completed(hall, row.event.start, row.event.fiscal_year);
                let (offer, weakest) = Offer::by_rates(&row.event, current, &hall).map_err(Failure::said)?;
                evidence.extend(weakest.map(|weakest| ((row.id.clone(), hall.id.clone()), weakest)));
                offers.insert(hall.id, offer);
            }
        } else {
            for (hall, cost) in &row.costs {
                let offer = Offer::at_cost(current, Estimate::exact(*cost)).map_err(Failure::said)?;
                offers.insert(hall.clone(), offer);
            }
        }
        events.push(event(row, offers));
    }
    let period = args
        .year
        .and_then(|year| Some((Date::from_ymd(year.into(), 1, 1)?, Date::from_ymd(year.into(), 12, 31)?)));
    let halls = halls.into_iter().map(Hall::from).collect();
    let problem = Problem { events, halls, calendar: sources.calendar.clone(), period };
    Ok((problem, by_rates.then_some(evidence)))
}

fn event(row: &ScheduleRow, offers: BTreeMap<String, Offer>) -> ScheduleEvent {
    ScheduleEvent {
        id: row.id.clone(),
        title: row.event.title.clone(),
        start: row.event.start,
        days: row.event.days_or_default().likely(),
        participants: row.event.participants.as_ref().map(|p| p.count),
        layout: row.event.seating,
        current_cost: Estimate::exact(row.current_cost),
        offers,
    }
}
