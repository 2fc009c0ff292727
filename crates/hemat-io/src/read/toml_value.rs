//! Typed values of hand-written TOML: words, numbers, money, dates, estimates. Each notes its own fault.

use std::num::NonZeroU32;

use rust_decimal::Decimal;
use toml::de::DeValue;

use hemat_core::date::Date;
use hemat_core::estimate::Estimate;
use hemat_core::evidence::Evidence;
use hemat_core::money::{MoneyError, Rupiah};
use hemat_core::source::SourceRef;

use crate::read::contract::Faults;
use crate::read::toml_section::{Item, Section, elements};

/// Text that is not blank, trimmed.
pub(super) fn text(item: &Item<'_>, faults: &mut Faults<'_>) -> Option<String> {
    let DeValue::String(text) = item.value else {
        item.wrong(faults, "must be text", "write it in \"quotes\"");
        return None;
    };
    let text = text.trim();
    if text.is_empty() {
        item.wrong(faults, "is empty", "write the text, or leave the key out");
        return None;
    }
    Some(text.to_owned())
}

/// Text of an optional key; empty if the file does not have it. Blank text is allowed: it says nothing.
pub(super) fn text_or_empty(section: &Section<'_>, key: &str, faults: &mut Faults<'_>) -> String {
    match section.item(key) {
        Some(Item { value: DeValue::String(text), .. }) => text.trim().to_owned(),
        Some(item) => {
            item.wrong(faults, "must be text", "write it in \"quotes\"");
            String::new()
        }
        None => String::new(),
    }
}

/// One of a set of words.
pub(super) fn word<T>(
    item: &Item<'_>,
    read: impl Fn(&str) -> Option<T>,
    valid: &[&str],
    faults: &mut Faults<'_>,
) -> Option<T> {
    let value = if let DeValue::String(word) = item.value { read(word) } else { None };
    if value.is_none() {
        item.wrong(faults, "is not one of the words", &format!("valid: {}", valid.join(", ")));
    }
    value
}

/// A list of texts as items; a fault for anything else.
pub(super) fn list<'d>(item: &Item<'d>, faults: &mut Faults<'_>) -> Vec<Item<'d>> {
    let items = elements(item);
    if items.is_none() {
        item.wrong(faults, "must be a list", "write [\"...\", \"...\"]");
    }
    items.unwrap_or_default()
}

/// `true` or `false`.
pub(super) fn boolean(item: &Item<'_>, faults: &mut Faults<'_>) -> Option<bool> {
    if let DeValue::Boolean(value) = item.value {
        return Some(*value);
    }
    item.wrong(faults, "must be true or false", "valid: true, false");
    None
}

/// A whole number between two bounds.
pub(super) fn whole(item: &Item<'_>, least: u32, most: u32, faults: &mut Faults<'_>) -> Option<u32> {
    let value = match item.value {
        DeValue::Integer(n) => i128::from_str_radix(n.as_str(), n.radix()).ok(),
        _ => None,
    };
    let number = value.and_then(|n| u32::try_from(n).ok()).filter(|n| (least..=most).contains(n));
    if number.is_none() {
        item.wrong(faults, "must be a whole number", &format!("valid: {least} to {most}, without quotes"));
    }
    number
}

/// A whole number of at least 1.
pub(super) fn count(item: &Item<'_>, faults: &mut Faults<'_>) -> Option<NonZeroU32> {
    whole(item, 1, u32::MAX, faults).and_then(NonZeroU32::new)
}

/// The canonical digits of a number: what stands in the file, without the `_` and `+` that TOML allows.
/// A float is taken from its text and never goes through binary.
fn digits(item: &Item<'_>) -> Option<String> {
    match item.value {
        DeValue::Integer(n) => match i128::from_str_radix(n.as_str(), n.radix()) {
            Ok(n) => Some(n.to_string()),
            // More than 38 digits: whoever reads them says that they are too many.
            Err(_) => (n.radix() == 10).then(|| n.as_str().to_owned()),
        },
        DeValue::Float(n) => Some(n.as_str().trim_start_matches('+').replace('_', "")),
        DeValue::String(text) => Some(text.trim().to_owned()),
        _ => None,
    }
}

/// True for `279.000`: TOML reads 279, an Indonesian reader 279 thousand. Decided by nobody but the writer.
fn could_be_grouped(text: &str) -> bool {
    let text = text.trim_start_matches('-');
    text.split_once('.').is_some_and(|(whole, rest)| {
        rest.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0')
    })
}

/// What to write instead of a number that could be grouped.
fn both_readings(text: &str) -> String {
    let grouped = text.replace('.', "");
    let decimals = text.trim_end_matches('0').trim_end_matches('.');
    let decimals = if could_be_grouped(decimals) { format!("{text}0") } else { decimals.to_owned() };
    format!("write {grouped} if the dot groups thousands, {decimals} if decimals follow it")
}

/// An amount of money, zero or more.
pub(super) fn money(item: &Item<'_>, faults: &mut Faults<'_>) -> Option<Rupiah> {
    const HINT: &str = "write digits without grouping, 279000 or 279000.50; no Rp, no 1e6";
    let digits = digits(item);
    if let Some(text) = digits.as_deref().filter(|text| could_be_grouped(text)) {
        item.wrong(faults, "could be two amounts", &both_readings(text));
        return None;
    }
    match digits.map(|text| Rupiah::parse_canonical(&text)) {
        Some(Ok(amount)) if amount.is_negative() => {
            item.wrong(faults, "an amount cannot be negative", "write zero or more");
            None
        }
        Some(Ok(amount)) => Some(amount),
        Some(Err(MoneyError::OutOfRange)) => {
            let hint = "at most 10^20 rupiah and 8 decimals can be kept exact";
            item.wrong(faults, "is too large or has too many decimals", hint);
            None
        }
        Some(Err(_)) | None => {
            item.wrong(faults, "is not an amount of rupiah", HINT);
            None
        }
    }
}

/// An exact decimal number from zero to a bound, both inclusive.
pub(super) fn decimal(item: &Item<'_>, most: Decimal, faults: &mut Faults<'_>) -> Option<Decimal> {
    let digits = digits(item);
    // A number that cannot reach a thousand is not grouped.
    let grouped = |text: &&str| most >= Decimal::ONE_THOUSAND && could_be_grouped(text);
    if let Some(text) = digits.as_deref().filter(grouped) {
        item.wrong(faults, "could be two numbers", &both_readings(text));
        return None;
    }
    // Money is the strictest reader of plain digits, and its range is wide enough for every other number.
    let value = digits.and_then(|text| Rupiah::parse_canonical(&text).ok()).map(Rupiah::value);
    let value = value.filter(|v| (Decimal::ZERO..=most).contains(v));
    if value.is_none() {
        item.wrong(faults, "is not a number in range", &format!("valid: 0 to {most}, decimals with a dot"));
    }
    value
}

/// A day: `2018-11-23`, with or without quotes.
pub(super) fn date(item: &Item<'_>, faults: &mut Faults<'_>) -> Option<Date> {
    let day = match item.value {
        DeValue::Datetime(at) if at.time.is_none() => {
            at.date.and_then(|d| Date::from_ymd(i32::from(d.year), u32::from(d.month), u32::from(d.day)))
        }
        DeValue::String(text) => day_of(text),
        _ => None,
    };
    if day.is_none() {
        item.wrong(faults, "is not a day of the calendar", "write year-month-day, 2018-11-23 (1900 to 2199)");
    }
    day
}

/// A day written `2018-11-23`, with nothing after it.
pub(super) fn day_of(text: &str) -> Option<Date> {
    let text = text.trim();
    if text.len() == 10 { Date::parse_iso(text) } else { None }
}

/// One value, or `{ low, likely, high }`. `beside` names further keys the table may have.
pub(super) fn estimate<T: Copy + Ord>(
    item: &Item<'_>,
    beside: &[&str],
    faults: &mut Faults<'_>,
    read: impl Fn(&Item<'_>, &mut Faults<'_>) -> Option<T>,
) -> Option<Estimate<T>> {
    if !matches!(item.value, DeValue::Table(_)) {
        return read(item, faults).map(Estimate::exact);
    }
    let valid: Vec<&str> = ["low", "likely", "high"].iter().chain(beside).copied().collect();
    let section = Section::of(item, &valid, faults)?;
    let mut value = |key| {
        let hint = "an estimate needs low, likely and high";
        section.required(key, hint, faults).and_then(|part| read(&part, faults))
    };
    let (low, likely, high) = (value("low"), value("likely"), value("high"));
    let estimate = Estimate::try_new(low?, likely?, high?).ok();
    if estimate.is_none() {
        item.wrong(faults, "is out of order", "low <= likely <= high");
    }
    estimate
}

/// The `evidence` of a section, if it names one.
pub(super) fn evidence(section: &Section<'_>, faults: &mut Faults<'_>) -> Option<Evidence> {
    let item = section.item("evidence")?;
    word(&item, Evidence::from_word, &Evidence::ALL.map(Evidence::as_str), faults)
}

/// The `source` of a section.
pub(super) fn source(section: &Section<'_>, faults: &mut Faults<'_>) -> SourceRef {
    SourceRef::document(&text_or_empty(section, "source", faults))
}
