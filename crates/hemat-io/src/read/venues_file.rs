//! `venues.toml`: the places, how many they seat and what they charge (DESIGN, file contracts).

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use toml::de::DeValue;

use hemat_core::component::{Basis, Component, Included};
use hemat_core::evidence::Evidence;
use hemat_core::kind::VenueKind;
use hemat_core::lookalike::{codes, hidden, lookalikes};
use hemat_core::session::Seating;
use hemat_core::venue::{Capacity, Rate, RateError, Tax, Venue};

use crate::read::contract::{ContractErrors, Faults, plain_text};
use crate::read::event_file::{hours, words};
use crate::read::toml_section::{Item, Section, parse};
use crate::read::toml_value::{
    boolean, count, date, decimal, estimate, evidence, list, money, source, text, text_or_empty, word,
};

const VENUE_KEYS: [&str; 8] = ["id", "name", "aliases", "kind", "region", "compound", "capacity", "rate"];
const CAPACITY_KEYS: [&str; 6] = ["theatre", "classroom", "banquet", "u-shape", "evidence", "source"];
/// A place in a venues file is known: it is never "unspecified" or "none".
const KINDS: [VenueKind; 5] = [
    VenueKind::Hotel,
    VenueKind::Restaurant,
    VenueKind::CommercialHall,
    VenueKind::GovernmentHall,
    VenueKind::Online,
];

/// Reads `venues.toml`. `file` is the name that messages show. The venues keep the file's order.
///
/// # Errors
/// [`ContractErrors`] with every fault of the file, an id given twice among them.
pub fn read_venues(text: &str, file: &str) -> Result<Vec<Venue>, ContractErrors> {
    let text = plain_text(text, file)?;
    let mut faults = Faults::of(text);
    let venues = parse(text, &mut faults).map(|document| {
        let root = Section::root(&document, &["venue"], &mut faults);
        root.required("venue", "begin each place with [[venue]]", &mut faults);
        let sections = root.sections("venue", &VENUE_KEYS, &mut faults);
        let mut lines = BTreeMap::new();
        sections.iter().filter_map(|section| venue(section, &mut lines, &mut faults)).collect()
    });
    faults.finish(file, venues)
}

/// `lines` has the line of every id so far.
fn venue(section: &Section<'_>, lines: &mut BTreeMap<String, u64>, faults: &mut Faults<'_>) -> Option<Venue> {
    let id =
        section.required("id", "give each place a short id: id = \"aula-melati\"", faults).and_then(|item| {
            let id = self::text(&item, faults)?;
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-._".contains(c);
            if !id.chars().all(plain) {
                let hint = "use lower-case letters a-z, digits, hyphen, dot and underscore";
                item.wrong(faults, "is not a plain id", hint);
                return None;
            }
            let line = faults.line(item.span.start);
            if let Some(first) = lines.get(&id) {
                let what = format!("stands twice, first on line {first}");
                item.wrong(faults, &what, "give each place its own id");
            } else {
                lines.insert(id.clone(), line);
            }
            Some(id)
        });
    let name = section.item("name").and_then(|item| name_of_place(&item, faults));
    let aliases = section.item("aliases").map(|item| {
        let items = list(&item, faults);
        items.iter().filter_map(|alias| name_of_place(alias, faults)).collect()
    });
    let kinds = words(&KINDS, VenueKind::as_str);
    let kind = section.required("kind", &format!("valid: {}", kinds.join(", ")), faults).and_then(|item| {
        let read = |w: &str| VenueKind::from_word(w).filter(|k| KINDS.contains(k));
        word(&item, read, &kinds, faults)
    });
    let region = text_or_empty(section, "region", faults);
    let compound = section.item("compound").map(|item| {
        let items = list(&item, faults);
        items.iter().filter_map(|agency| self::text(agency, faults)).collect()
    });
    let capacity = section
        .item("capacity")
        .and_then(|item| Section::of(&item, &CAPACITY_KEYS, faults))
        .and_then(|section| capacity(&section, faults));
    let sections = section.sections("rate", &RATE_KEYS, faults);
    let rates = sections.iter().filter_map(|section| rate(section, faults)).collect();
    let id = id?;
    Some(Venue {
        name: name.unwrap_or_else(|| id.clone()),
        id,
        aliases: aliases.unwrap_or_default(),
        kind: kind?,
        region,
        compound: compound.unwrap_or_default(),
        capacity,
        rates,
    })
}

/// A name is what lines of a budget are recognised by: letters that only look Latin and hidden characters are refused, or
/// it would stand in a report and match nothing, or another place.
fn name_of_place(item: &Item<'_>, faults: &mut Faults<'_>) -> Option<String> {
    let name = self::text(item, faults)?;
    let letters: Vec<String> = lookalikes(&name).iter().map(ToString::to_string).collect();
    if !letters.is_empty() {
        let what = format!("has letters that only look Latin: {}", letters.join(", "));
        item.wrong(faults, &what, "type the name anew in Latin letters");
    }
    let unseen = hidden(&name);
    if !unseen.is_empty() {
        let what = format!("has characters that nobody sees: {}", codes(&unseen));
        item.wrong(faults, &what, "type the name anew");
    }
    (letters.is_empty() && unseen.is_empty()).then_some(name)
}

fn capacity(section: &Section<'_>, faults: &mut Faults<'_>) -> Option<Capacity> {
    let grade = evidence(section, faults);
    let source = source(section, faults);
    let mut seats = BTreeMap::new();
    let mut named = false;
    for seating in Seating::ALL {
        let Some(item) = section.item(seating.as_str()) else { continue };
        named = true;
        if matches!(item.value, DeValue::Integer(n) if n.as_str() == "0") {
            let hint = "leave the key out if this layout is not possible or not known";
            item.wrong(faults, "a capacity cannot be zero", hint);
        } else if let Some(number) = count(&item, faults) {
            seats.insert(*seating, number);
        }
    }
    if !named {
        let hint = "give theatre, classroom, banquet or u-shape, or leave the table out";
        faults.missing(section.span(), &section.path_of("theatre"), hint);
    }
    Some(Capacity { seats, evidence: grade.unwrap_or(Evidence::Assumption), source })
}

/// The keys of a price, in `venues.toml` and in a price book.
pub(super) const RATE_KEYS: [&str; 13] = [
    "component",
    "basis",
    "amount",
    "hours",
    "quantity",
    "includes",
    "tax",
    "tax_rate",
    "valid_from",
    "valid_to",
    "mandatory",
    "evidence",
    "source",
];

/// Reads one price.
pub(super) fn rate(section: &Section<'_>, faults: &mut Faults<'_>) -> Option<Rate> {
    let components = words(Component::ALL, Component::as_str);
    let component = section
        .required("component", &format!("valid: {}", components.join(", ")), faults)
        .and_then(|item| word(&item, Component::from_word, &components, faults));
    let basis = basis(section, faults);
    let amount = section
        .required("amount", "write the price, or { low, likely, high }", faults)
        .and_then(|item| estimate(&item, &[], faults, money));
    let includes = includes(section, faults);
    let tax = tax(section, faults);
    let valid_from = section.item("valid_from").and_then(|item| date(&item, faults));
    let valid_to = section.item("valid_to").and_then(|item| date(&item, faults));
    let mandatory = section.item("mandatory").and_then(|item| boolean(&item, faults)).unwrap_or(false);
    let grade = evidence(section, faults).unwrap_or(Evidence::Assumption);
    let from = source(section, faults);
    let built = Rate::try_new(component?, basis?, amount?, tax?, includes, grade, from)
        .and_then(|rate| rate.valid(valid_from, valid_to));
    match built {
        Ok(mut rate) => {
            rate.mandatory = mandatory;
            Some(rate)
        }
        Err(error) => {
            let (key, hint) = match error {
                RateError::CannotInclude => ("includes", "leave it out, or use a package-... component"),
                RateError::Validity => ("valid_to", "both days are inclusive"),
                RateError::TaxRate => ("tax_rate", "valid: 0 to 1"),
                RateError::NegativeQuantity => ("quantity", "write zero or more"),
                RateError::NegativeAmount | RateError::Money(_) => ("amount", "check amount and tax_rate"),
            };
            match section.item(key) {
                Some(item) => item.wrong(faults, &error.to_string(), hint),
                None => faults.missing(section.span(), &section.path_of(key), hint),
            }
            None
        }
    }
}

/// The basis with what it needs; a key that another basis needs is refused, since it would change nothing.
fn basis(section: &Section<'_>, faults: &mut Faults<'_>) -> Option<Basis> {
    let read = |w: &str| Basis::WORDS.into_iter().find(|word| *word == w);
    let word = section
        .required("basis", &format!("valid: {}", Basis::WORDS.join(", ")), faults)
        .and_then(|item| word(&item, read, &Basis::WORDS, faults))?;
    for (key, owner) in [("hours", "session"), ("quantity", "unit")] {
        if let Some(item) = section.item(key)
            && word != owner
        {
            let hint = format!("leave it out, or write basis = \"{owner}\"");
            item.wrong(faults, &format!("has no meaning with basis \"{word}\""), &hint);
        }
    }
    match word {
        "event" => Some(Basis::Event),
        "day" => Some(Basis::Day),
        "session" => {
            let hint = "say how many hours one session has: hours = 6";
            let item = section.required("hours", hint, faults)?;
            hours(&item, faults).map(|hours| Basis::Session { hours })
        }
        "person" => Some(Basis::Person),
        "person-day" => Some(Basis::PersonDay),
        "meal" => Some(Basis::Meal),
        "snack" => Some(Basis::Snack),
        _ => {
            let item = section.required("quantity", "say how many units: quantity = 2", faults)?;
            let most = Decimal::from(1_000_000_000_u32);
            decimal(&item, most, faults).map(|quantity| Basis::Unit { quantity })
        }
    }
}

fn includes(section: &Section<'_>, faults: &mut Faults<'_>) -> Vec<Included> {
    let Some(item) = section.item("includes") else { return Vec::new() };
    let things = Component::ALL.iter().filter(|c| c.can_be_needed()).map(|c| c.as_str());
    let valid: Vec<&str> = ["room", "meal:1", "snack:2"].into_iter().chain(things).collect();
    let mut includes: Vec<Included> = Vec::new();
    for part in list(&item, faults) {
        let Some(included) = word(&part, Included::from_word, &valid, faults) else { continue };
        // `meal:1` beside `meal:2` is a repetition too: which of them holds?
        let same = |other: &Included| match (other, &included) {
            (Included::Meals(_), Included::Meals(_)) | (Included::Snacks(_), Included::Snacks(_)) => true,
            (a, b) => a == b,
        };
        if includes.iter().any(same) {
            part.wrong(faults, "stands twice", "name each thing once; meal:2 is two meals a day");
        } else {
            includes.push(included);
        }
    }
    includes
}

fn tax(section: &Section<'_>, faults: &mut Faults<'_>) -> Option<Tax> {
    let rate = section.item("tax_rate");
    let excluded = match section.item("tax") {
        None => false,
        Some(item) => {
            let read = |w: &str| match w {
                "included" => Some(false),
                "excluded" => Some(true),
                _ => None,
            };
            word(&item, read, &["included", "excluded"], faults)?
        }
    };
    match (excluded, rate) {
        (false, None) => Some(Tax::Included),
        (false, Some(item)) => {
            let hint = "write tax = \"excluded\", or leave tax_rate out";
            item.wrong(faults, "has no meaning while tax is included", hint);
            None
        }
        (true, None) => {
            let key = section.path_of("tax_rate");
            faults.missing(section.span(), &key, "ten percent is tax_rate = 0.10");
            None
        }
        (true, Some(item)) => decimal(&item, Decimal::ONE, faults).map(Tax::Excluded),
    }
}
