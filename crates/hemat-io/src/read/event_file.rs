//! `event.toml`: the event to compare venues for (DESIGN, file contracts).

use rust_decimal::Decimal;
use toml::de::DeValue;

use hemat_core::component::Component;
use hemat_core::event::{Claim, Event, EventCost, Fund, Supported};
use hemat_core::evidence::Evidence;
use hemat_core::kind::CostKind;
use hemat_core::quantity::Quantity;
use hemat_core::session::{Hours, OfficialLevel, Seating, Session};
use hemat_core::source::SourceRef;

use crate::read::contract::{ContractErrors, Faults, plain_text};
use crate::read::plain_quantity;
use crate::read::toml_section::{Item, Section, parse};
use crate::read::toml_value::{
    count, date, decimal, estimate, evidence, list, money, source, text, text_or_empty, whole, word,
};

const EVENT_KEYS: [&str; 17] = [
    "title",
    "organiser",
    "region",
    "province",
    "fiscal_year",
    "fund",
    "start",
    "days",
    "participants",
    "layout",
    "session",
    "level",
    "meals_per_day",
    "snacks_per_day",
    "hours_per_day",
    "needs",
    "held_at",
];
const CLAIM_KEYS: [&str; 4] = ["statement", "venue", "at_least", "source"];
const COST_KEYS: [&str; 6] = ["description", "kind", "quantity", "unit_price", "evidence", "source"];

/// An event file, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventFile {
    /// The event with its own costs.
    pub event: Event,
    /// Id of the venue where it was (or is to be) held: the baseline. `None` if the file does not say.
    pub held_at: Option<String>,
}

/// Reads `event.toml`. `file` is the name that messages show.
///
/// # Errors
/// [`ContractErrors`] with every fault of the file: what is missing, unknown, out of range or out of order.
pub fn read_event(text: &str, file: &str) -> Result<EventFile, ContractErrors> {
    let text = plain_text(text, file)?;
    let mut faults = Faults::of(text);
    let event = parse(text, &mut faults).and_then(|document| {
        let root = Section::root(&document, &["event", "cost", "claim"], &mut faults);
        let costs = costs(&root, &mut faults);
        let claims = claims(&root, &mut faults);
        let item = root.required("event", "begin the file with [event]", &mut faults)?;
        let mut read = event(&Section::of(&item, &EVENT_KEYS, &mut faults)?, costs, &mut faults)?;
        read.event.claims = claims;
        Some(read)
    });
    faults.finish(file, event)
}

fn event(section: &Section<'_>, costs: Vec<EventCost>, faults: &mut Faults<'_>) -> Option<EventFile> {
    let title = section
        .required("title", "name the event: title = \"...\"", faults)
        .and_then(|item| self::text(&item, faults));
    let held_at = section.item("held_at").and_then(|item| self::text(&item, faults));
    let mut event = Event::titled(&title.unwrap_or_default());
    event.organiser = text_or_empty(section, "organiser", faults);
    event.region = text_or_empty(section, "region", faults);
    event.province = text_or_empty(section, "province", faults);
    event.fiscal_year = section
        .item("fiscal_year")
        .and_then(|item| whole(&item, 1900, 2199, faults))
        .and_then(|year| u16::try_from(year).ok());
    event.fund = section
        .item("fund")
        .and_then(|item| word(&item, Fund::from_word, &words(Fund::ALL, Fund::as_str), faults));
    event.start = section.item("start").and_then(|item| date(&item, faults));
    event.days = section.item("days").and_then(|item| estimate(&item, &[], faults, count));
    event.participants = section.item("participants").and_then(|item| participants(&item, faults));
    event.seating = section
        .item("layout")
        .and_then(|item| word(&item, Seating::from_word, &words(Seating::ALL, Seating::as_str), faults));
    event.session = section
        .item("session")
        .and_then(|item| word(&item, Session::from_word, &words(Session::ALL, Session::as_str), faults));
    event.level = section.item("level").and_then(|item| {
        word(&item, OfficialLevel::from_word, &words(OfficialLevel::ALL, OfficialLevel::as_str), faults)
    });
    // Nobody is served more often than once an hour.
    let a_day = |item: &Item<'_>, faults: &mut Faults<'_>| whole(item, 0, 24, faults);
    event.meals_per_day = section.item("meals_per_day").and_then(|i| estimate(&i, &[], faults, a_day));
    event.snacks_per_day = section.item("snacks_per_day").and_then(|i| estimate(&i, &[], faults, a_day));
    event.hours_per_day = section.item("hours_per_day").and_then(|item| hours(&item, faults));
    event.needs = section.item("needs").map(|item| needs(&item, faults)).unwrap_or_default();
    event.costs = costs;
    Some(EventFile { event, held_at })
}

fn participants(item: &Item<'_>, faults: &mut Faults<'_>) -> Option<Supported<std::num::NonZeroU32>> {
    let count = estimate(item, &["evidence", "source"], faults, count);
    let (mut grade, mut from) = (None, SourceRef::NotStated);
    if matches!(item.value, DeValue::Table(_)) {
        // Unknown keys were noted with the estimate; a fault noted twice is shown once.
        let section = Section::of(item, &["low", "likely", "high", "evidence", "source"], faults)?;
        grade = evidence(&section, faults);
        from = source(&section, faults);
    }
    Some(Supported { count: count?, evidence: grade, source: from })
}

/// Hours of a day: more than 0, at most 24.
pub(super) fn hours(item: &Item<'_>, faults: &mut Faults<'_>) -> Option<Hours> {
    let value = decimal(item, Decimal::from(24), faults)?;
    let hours = Hours::try_new(value);
    if hours.is_none() {
        item.wrong(faults, "must be above zero", "valid: above 0, up to 24; leave it out if unknown");
    }
    hours
}

fn needs(item: &Item<'_>, faults: &mut Faults<'_>) -> Vec<Component> {
    let valid: Vec<&str> = Component::ALL.iter().filter(|c| c.can_be_needed()).map(|c| c.as_str()).collect();
    let mut needs = Vec::new();
    for need in list(item, faults) {
        let named = if let DeValue::String(word) = need.value { Component::from_word(word) } else { None };
        match named {
            Some(c) if needs.contains(&c) => need.wrong(faults, "stands twice", "name each need once"),
            Some(c) if c.can_be_needed() => needs.push(c),
            Some(_) => {
                let hint =
                    format!("room, meals and snacks are needed in any case; valid: {}", valid.join(", "));
                need.wrong(faults, "cannot be named as a need", &hint);
            }
            None => need.wrong(faults, "is not one of the words", &format!("valid: {}", valid.join(", "))),
        }
    }
    needs
}

fn costs(root: &Section<'_>, faults: &mut Faults<'_>) -> Vec<EventCost> {
    let sections = root.sections("cost", &COST_KEYS, faults);
    sections.iter().filter_map(|section| cost(section, faults)).collect()
}

fn cost(section: &Section<'_>, faults: &mut Faults<'_>) -> Option<EventCost> {
    let description = section
        .required("description", "say what is paid for", faults)
        .and_then(|item| self::text(&item, faults));
    let kinds = CostKind::ALL.map(CostKind::as_str);
    let kind = section
        .required("kind", &format!("valid: {}", kinds.join(", ")), faults)
        .and_then(|item| word(&item, CostKind::from_word, &kinds, faults));
    let quantity = section
        .required("quantity", "write \"2 orang x 3 jam\" or a number", faults)
        .and_then(|item| quantity(&item, faults));
    let unit_price = section
        .required("unit_price", "write the price of one unit", faults)
        .and_then(|item| estimate(&item, &[], faults, money).map(|price| (item, price)));
    let grade = evidence(section, faults).unwrap_or(Evidence::Assumption);
    let from = source(section, faults);
    let (item, unit_price) = unit_price?;
    let cost = EventCost {
        description: description?,
        kind: kind?,
        quantity: quantity?,
        unit_price,
        evidence: grade,
        source: from,
    };
    if cost.amount().is_err() {
        item.wrong(faults, "times the quantity cannot be kept exact", "check both numbers");
    }
    Some(cost)
}

fn claims(root: &Section<'_>, faults: &mut Faults<'_>) -> Vec<Claim> {
    let sections = root.sections("claim", &CLAIM_KEYS, faults);
    sections.iter().filter_map(|section| claim(section, faults)).collect()
}

fn claim(section: &Section<'_>, faults: &mut Faults<'_>) -> Option<Claim> {
    let statement = section
        .required("statement", "say what is claimed, in neutral words", faults)
        .and_then(|item| self::text(&item, faults));
    let venue = section
        .required("venue", "write the id of the venue it is about", faults)
        .and_then(|item| self::text(&item, faults));
    let at_least = section
        .required("at_least", "write the amount that is said to be reached", faults)
        .and_then(|item| money(&item, faults));
    let from = source(section, faults);
    Some(Claim { statement: statement?, venue: venue?, at_least: at_least?, source: from })
}

fn quantity(item: &Item<'_>, faults: &mut Faults<'_>) -> Option<Quantity> {
    const HINT: &str =
        "write number and unit, separated by x: \"2 orang x 3 jam\", \"1500 lembar\", \"1.5 jam\"";
    let DeValue::String(text) = item.value else {
        let most = Decimal::from(1_000_000_000_000_u64);
        let factor = hemat_core::quantity::Factor::new(decimal(item, most, faults)?, "");
        return Quantity::try_new(vec![factor]).ok();
    };
    match plain_quantity::parse(text) {
        Ok(quantity) => Some(quantity),
        Err(error) => {
            item.wrong(faults, &error.to_string(), HINT);
            None
        }
    }
}

/// The words of all values, for messages.
pub(super) fn words<T: Copy>(all: &[T], word: impl Fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|value| word(*value)).collect()
}
