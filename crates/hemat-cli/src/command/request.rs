//! `hemat request`: a request for public information, or a request for an answer, about an event or an agency.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::path::Path;

use hemat_core::budget_event::BudgetEvent;
use hemat_core::cost_line::BudgetStage;
use hemat_core::date::Date;
use hemat_core::kind::{CostKind, VenueKind};
use hemat_core::lang::Lang;
use hemat_core::letter::{
    DocumentAsked, EventInQuestion, Letter, LetterKind, ReasonAsked, reply_letter, request_letter,
};
use hemat_core::redaction::Redactor;
use hemat_core::reply::Replies;
use hemat_core::saving::{EventInput, Terms, savings};
use hemat_core::venue::Venue;
use hemat_core::verification::Verification;
use hemat_io::analysis::{Analysis, known_places};
use hemat_io::write::docx::write_letter_docx;
use hemat_io::write::letter_markdown::write_letter_markdown;
use hemat_reference::lawful_reason::{ReasonGrounds, reason_grounds};
use hemat_reference::requested_document::requested_documents;
use hemat_reference::rule::PrintableRule;

use super::{event, events, price_book, reading};
use crate::args::{Common, Format, RequestArgs};
use crate::exit::{Exit, Failure};
use crate::output::{say, write_data};

/// So many agencies are named where the text given fits several.
const AGENCIES_NAMED: usize = 12;

/// An event with the file it was read from.
type Found<'a> = (&'a Analysis, EventInput<'a>);

pub(super) fn run(args: &RequestArgs, common: &Common) -> Result<Exit, Failure> {
    let lang = Lang::from(common.lang);
    if !matches!(common.format, Format::Text | Format::Markdown) {
        return Err(Failure::Said(
            "a letter is Markdown, or DOCX with --out NAME.docx; leave --format out".to_owned(),
        ));
    }
    let venues = reading::venues(args.venues.as_deref())?;
    let mut readings = reading::analyses_knowing(
        &args.files,
        reading::Lines::All,
        &args.read,
        &known_places(&venues),
        common,
    )?;
    events::link(&mut readings.analyses);
    let (chosen, left_out) = chosen(&readings.analyses, args)?;
    let cases = cases(&chosen, &venues, args, lang)?;
    let mut letter = letter(args.letter.into(), &cases, &venues, left_out, lang);
    if common.masking {
        letter.redact(&mut Redactor::new(lang));
    }
    write_data(common.out.as_deref(), |out| {
        if is_docx(common.out.as_deref()) {
            write_letter_docx(&letter, out)
        } else {
            write_letter_markdown(&letter, out)
        }
    })?;
    if !common.quiet {
        say(lang.pick(
            "Isilah yang ada di antara ‹ dan ›, dan baca suratnya sebelum dikirim: nama orang yang tidak ditandai a.n. atau Sdr. tidak dapat dikenali.",
            "Fill in what stands between ‹ and ›, and read the letter before it goes out: a person's name that no a.n. or Sdr. announces cannot be recognised.",
        ));
    }
    Ok(readings.exit(&args.read))
}

fn is_docx(path: Option<&Path>) -> bool {
    path.and_then(Path::extension).is_some_and(|e| e.eq_ignore_ascii_case("docx"))
}

/// The events that the letter is about, and how many of the agency are left out.
fn chosen<'a>(analyses: &'a [Analysis], args: &RequestArgs) -> Result<(Vec<Found<'a>>, usize), Failure> {
    let mut all: Vec<Found<'a>> = Vec::new();
    for analysis in analyses {
        all.extend(
            analysis.event_inputs().map_err(Failure::said)?.into_iter().map(|input| (analysis, input)),
        );
    }
    if let Some(id) = &args.event {
        let found = event::find(|| all.iter(), |(_, input)| input.event, id.trim())?;
        return Ok((vec![found.clone()], 0));
    }
    let agencies: BTreeSet<&str> = all.iter().map(|(_, input)| &*input.event.organiser).collect();
    let agency = one_agency(agencies.into_iter(), args.agency.as_deref())?;
    let mut found: Vec<Found<'a>> =
        all.into_iter().filter(|(_, i)| &*i.event.organiser == agency && pays_elsewhere(i.event)).collect();
    if found.is_empty() {
        return Err(Failure::Said(format!(
            "{agency}: no event pays for a place outside government halls; --event ID writes about any event"
        )));
    }
    found.sort_by_key(|(_, input)| (Reverse(input.event.venue_cost), input.event.id.clone()));
    let left_out = found.len().saturating_sub(args.most);
    found.truncate(args.most);
    Ok((found, left_out))
}

fn pays_elsewhere(event: &BudgetEvent) -> bool {
    !event.venue_cost.is_zero()
        && !event.venue_cost.is_negative()
        && !matches!(event.venue_kind, VenueKind::GovernmentHall | VenueKind::Online)
}

/// The one agency that a text names: a letter goes to one. A whole name wins over names that contain it.
fn one_agency<'a>(agencies: impl Iterator<Item = &'a str>, text: Option<&str>) -> Result<&'a str, Failure> {
    let wanted = text.unwrap_or("").trim().to_lowercase();
    let fitting: Vec<&str> = agencies.filter(|a| a.to_lowercase().contains(&wanted)).collect();
    let whole = fitting.iter().find(|a| !wanted.is_empty() && a.to_lowercase() == wanted);
    match (whole, fitting.as_slice()) {
        (Some(agency), _) | (None, [agency]) => Ok(*agency),
        (None, []) => Err(Failure::Said(format!("no agency with events is called {:?}", text.unwrap_or("")))),
        (None, several) => {
            let named: Vec<String> = several.iter().take(AGENCIES_NAMED).map(|a| format!("{a:?}")).collect();
            let more = several.len().saturating_sub(AGENCIES_NAMED);
            let more = if more == 0 { String::new() } else { format!(" and {more} more") };
            Err(Failure::Said(format!(
                "a letter goes to one agency; choose with --agency or --event: {}{more}",
                named.join(", ")
            )))
        }
    }
}

/// The events with their lines and, where halls are given, with their comparison: each moved alone, as `hemat savings`
/// counts them.
fn cases<'a>(
    chosen: &[Found<'a>],
    venues: &[Venue],
    args: &RequestArgs,
    lang: Lang,
) -> Result<Vec<EventInQuestion<'a>>, Failure> {
    let inputs: Vec<EventInput<'a>> = chosen.iter().map(|(_, input)| input.clone()).collect();
    let mut compared = Vec::new();
    if !venues.is_empty() {
        let own = price_book::own(args.prices.as_deref())?;
        let book = price_book::of(own, &[], args.province, &inputs, lang);
        let terms = Terms { venues, book: &book, replies: &Replies::default(), calendar: None };
        compared = savings(&inputs, &terms).map_err(Failure::said)?.events;
    }
    let mut compared = compared.into_iter();
    let cases = chosen.iter().map(|(analysis, input)| {
        let lines = input.event.lines.iter().filter_map(|at| {
            let kind = analysis.classes.get(*at).map_or(CostKind::EventOther, |c| c.cost_kind);
            Some((analysis.budget.lines.get(*at)?, kind))
        });
        EventInQuestion { event: input.event, lines: lines.collect(), saving: compared.next() }
    });
    Ok(cases.collect())
}

fn letter(
    kind: LetterKind,
    cases: &[EventInQuestion<'_>],
    venues: &[Venue],
    left_out: usize,
    lang: Lang,
) -> Letter {
    let halls: Vec<&Venue> = venues.iter().filter(|v| v.kind == VenueKind::GovernmentHall).collect();
    let mut files: Vec<String> =
        cases.iter().flat_map(|c| &c.event.rows).map(|row| row.file.to_string()).collect();
    files.sort();
    files.dedup();
    match kind {
        LetterKind::Request => request_letter(cases, &halls, &documents(lang), &files, left_out, lang),
        LetterKind::Reply => reply_letter(cases, &halls, &reasons(cases, lang), &files, left_out, lang),
    }
}

fn documents(lang: Lang) -> Vec<DocumentAsked> {
    let asked = requested_documents().iter().map(|d| DocumentAsked {
        figures: d.figures.clone(),
        document: d.document.get(lang).to_owned(),
        shows: d.shows.get(lang).to_owned(),
        if_kept: d.verification == Verification::Own,
    });
    asked.collect()
}

/// Every reason; a rule beside it only if it was in force on every date of the events, which all must have one. A
/// day of payment is not the day of the event.
fn reasons(cases: &[EventInQuestion<'_>], lang: Lang) -> Vec<ReasonAsked> {
    let dated =
        cases.iter().all(|c| !c.event.dates.is_empty() && c.event.stage != Some(BudgetStage::Realised));
    let days: Vec<Date> = cases.iter().flat_map(|c| c.event.dates.iter().copied()).collect();
    let held = |grounds: &ReasonGrounds, rule: &PrintableRule<'_>| {
        days.iter().all(|day| grounds.rules_on(*day).any(|on| on.rule().id == rule.rule().id))
    };
    let asked = reason_grounds().iter().map(|grounds| {
        let rules = grounds.rules().filter(|rule| dated && held(grounds, rule));
        ReasonAsked {
            reason: grounds.reason,
            explanation: grounds.explanation.get(lang).to_owned(),
            document: grounds.document.get(lang).to_owned(),
            rules: rules.map(|r| r.citation(lang)).collect(),
        }
    });
    asked.collect()
}
