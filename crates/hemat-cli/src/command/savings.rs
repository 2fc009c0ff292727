//! `hemat savings`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use hemat_core::calendar::Calendar;
use hemat_core::ceiling::PriceCeiling;
use hemat_core::classify::Classifier;
use hemat_core::kind::VenueKind;
use hemat_core::lang::{Lang, Text};
use hemat_core::lawful_reason::LawfulReason;
use hemat_core::price_book::PriceBook;
use hemat_core::repeated::two_stages;
use hemat_core::reply::Replies;
use hemat_core::report::{
    BudgetsRead, Explained, LeftOut, PricesUsed, explain_report, savings_report, savings_text,
};
use hemat_core::saving::{EventInput, Savings, Terms, counterfactual, savings_on};
use hemat_core::venue::Venue;
use hemat_io::analysis::{Analysis, known_places};
use hemat_io::read::calendar_file::read_calendar;
use hemat_io::read::replies_file::read_replies;
use hemat_io::write::json::{write_report_json, write_savings};
use hemat_io::write::xlsx::Book;

use hemat_reference::lawful_reason::grounds_of;

use super::reading::{self, Lines, Readings, Rules};
use super::{beside, ceilings, event, price_book, wants_tables, write_book, write_report};
use crate::args::{AgainstArgs, BudgetArgs, Common, Format, SavingsArgs};
use crate::exit::{Exit, Failure};
use crate::input;

pub(super) fn run(args: &SavingsArgs, common: &Common) -> Result<Exit, Failure> {
    let rules = args.budget.read.source.rules.as_deref();
    // Tables and the account of one event show lines.
    let shows_lines = wants_tables(common) || args.explain.is_some();
    let lines = if shows_lines { Lines::OfEvents } else { Lines::None };
    computed(&args.budget, lines, common, |computed| told(computed, args.explain.as_deref(), rules, common))
}

/// The report of all events, or of the one that is asked for.
pub(super) fn told(
    computed: &Computed<'_>,
    asked: Option<&str>,
    rules: Option<&Path>,
    common: &Common,
) -> Result<(), Failure> {
    let lang = Lang::from(common.lang);
    if let Some(id) = asked {
        return explain(id, computed, Rules::read(rules)?.classifier(), common);
    }
    // A manifest and the other formats want every part; a text, and JSON beside it, only what is read.
    let whole = !matches!(common.format, Format::Text | Format::Json) || common.manifest.is_some();
    let report = if whole { savings_report } else { savings_text };
    let report = report(&computed.all, &computed.read, lang).map_err(Failure::said)?;
    let more = beside::tables(&computed.readings.analyses, common);
    let written = Book { more: &more, ..Book::of(&report) };
    write_book(&written, common, |out| write_savings(&computed.all, &computed.read, out))
}

/// The savings of budget files, with everything they were computed from.
pub(super) struct Computed<'a> {
    /// All files as read.
    pub readings: &'a Readings,
    /// The files that are counted.
    pub analyses: Vec<&'a Analysis>,
    /// Their events, as far as filters let them through.
    pub events: &'a [EventInput<'a>],
    /// What they are compared with.
    pub terms: Terms<'a>,
    /// Their savings, in the events' order.
    pub all: Savings,
    /// What was read.
    pub read: BudgetsRead,
}

/// Reads the files, computes the savings once for all that is said of them, and hands them on.
pub(super) fn computed(
    args: &BudgetArgs,
    lines: Lines,
    common: &Common,
    then: impl FnOnce(&Computed<'_>) -> Result<(), Failure>,
) -> Result<Exit, Failure> {
    let sources = Sources::read(&args.against)?;
    let readings =
        reading::analyses_knowing(&args.files, lines, &args.read, &known_places(&sources.venues), common)?;
    computed_of(&readings, &args.against, &sources, common, then)?;
    let exit = readings.exit(&args.read);
    std::mem::forget(readings);
    Ok(exit)
}

/// [`computed`] of files that were read.
pub(super) fn computed_of(
    readings: &Readings,
    args: &AgainstArgs,
    sources: &Sources,
    common: &Common,
    then: impl FnOnce(&Computed<'_>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let lang = Lang::from(common.lang);
    let Chosen { events, analyses, mut read } = chosen(readings, args, sources, lang)?;
    let book = sources.book(args, &events, lang);
    let terms = sources.terms(&book);
    let all = savings_on(&events, &terms, common.jobs()).map_err(Failure::said)?;
    read.prices = PricesUsed::of(&terms, &all.events, lang);
    let computed = Computed { readings, analyses, events: &events, terms, all, read };
    then(&computed)?;
    // The command ends here: the system takes millions of lines back faster than they can be taken apart.
    std::mem::forget(computed);
    Ok(())
}

/// The verified rules behind the reasons that replies give.
fn grounds(replies: &Replies) -> BTreeMap<LawfulReason, Vec<Text>> {
    let reasons = replies.all.iter().map(|reply| reply.reason);
    let rules = |reason| {
        let rules = grounds_of(reason).into_iter().flat_map(|grounds| grounds.rules());
        rules.map(|rule| Text::by(|lang| rule.citation(lang))).collect()
    };
    reasons.map(|reason| (reason, rules(reason))).collect()
}

/// One event from its rows to its number.
fn explain(
    id: &str,
    computed: &Computed<'_>,
    classifier: &Classifier,
    common: &Common,
) -> Result<(), Failure> {
    let Computed { events, all, analyses, terms, .. } = computed;
    let lang = Lang::from(common.lang);
    let (input, saving) =
        event::find(|| events.iter().zip(&all.events), |(input, _)| input.event, id.trim())?;
    let (wanted, halls) = counterfactual(input, saving, terms).map_err(Failure::said)?;
    let analysis = analyses.iter().find(|a| a.grouping.events.iter().any(|e| std::ptr::eq(e, input.event)));
    let lines = analysis.map(|a| event::event_lines(a, input.event, classifier)).unwrap_or_default();
    let report = explain_report(&Explained { input, saving, lines, wanted, halls }, lang);
    write_report(&report, common, |out| write_report_json(&report, out))
}

/// The files beside the budget.
pub(super) struct Sources {
    pub venues: Vec<Venue>,
    own_prices: Vec<hemat_core::venue::Rate>,
    replies: Replies,
    calendar: Option<Calendar>,
    /// The user's own table of prices.
    ceilings: Vec<PriceCeiling>,
}

impl Sources {
    pub(super) fn read(args: &AgainstArgs) -> Result<Self, Failure> {
        let venues = reading::venues(Some(&args.venues))?;
        let ids: Vec<&str> = venues.iter().map(|v| v.id.as_str()).collect();
        let own_prices = price_book::own(args.prices.as_deref())?;
        let replies = match &args.replies {
            Some(path) => {
                read_replies(&input::text(path)?, &path.display().to_string(), &ids).map_err(Failure::said)?
            }
            None => Replies::default(),
        };
        let calendar = match &args.calendar {
            Some(path) => Some(
                read_calendar(&input::text(path)?, &path.display().to_string(), &ids)
                    .map_err(Failure::said)?,
            ),
            None => None,
        };
        let ceilings = ceilings::own_table(args.ceilings.as_deref())?;
        Ok(Sources { venues, own_prices, replies, calendar, ceilings })
    }
}

impl Sources {
    /// The prices for what the halls do not price themselves.
    fn book(&self, args: &AgainstArgs, events: &[EventInput<'_>], lang: Lang) -> PriceBook {
        price_book::of(self.own_prices.clone(), &self.ceilings, args.province, events, lang)
    }

    /// What events are compared with.
    fn terms<'a>(&'a self, book: &'a PriceBook) -> Terms<'a> {
        Terms { venues: &self.venues, book, replies: &self.replies, calendar: self.calendar.as_ref() }
    }
}

/// The events that are looked at, of the files that are counted, and what was read.
struct Chosen<'a> {
    events: Vec<EventInput<'a>>,
    analyses: Vec<&'a Analysis>,
    read: BudgetsRead,
}

fn chosen<'a>(
    readings: &'a Readings,
    args: &AgainstArgs,
    sources: &Sources,
    lang: Lang,
) -> Result<Chosen<'a>, Failure> {
    let analyses = &readings.analyses;
    let (counted, repeated) = readings.counted()?;
    let mut read = BudgetsRead {
        files: analyses.iter().map(|a| a.budget.file.to_string()).collect(),
        halls: sources.venues.iter().filter(|v| v.kind == VenueKind::GovernmentHall).count(),
        faults: reading::faults(analyses, lang),
        unread: readings.unread.clone(),
        ..BudgetsRead::default()
    };
    let filter = args.filter.filter();
    let mut events: Vec<EventInput<'_>> = Vec::new();
    let mut left_out = LeftOut::default();
    for analysis in &counted {
        let mut rows = BTreeSet::new();
        for input in analysis.event_inputs().map_err(Failure::said)? {
            if filter.keeps(input.event) {
                events.push(input);
            } else {
                left_out.events += 1;
                left_out.amount = left_out.amount.try_add(input.event.total).map_err(Failure::said)?;
                rows.extend(input.event.rows.iter().map(|r| r.row));
            }
        }
        left_out.rows += rows.len() as u64;
        read.reconciliation = read.reconciliation.try_add(analysis.reconciliation).map_err(Failure::said)?;
        read.venue_lines.extend(analysis.venue_lines_apart());
    }
    read.grounds = grounds(&sources.replies);
    read.left_out = (!filter.is_open()).then_some(left_out);
    read.stages = two_stages(counted.iter().flat_map(|a| a.contexts()));
    read.repeated = repeated;
    Ok(Chosen { events, analyses: counted, read })
}
