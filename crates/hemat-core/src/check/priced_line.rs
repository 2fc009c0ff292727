//! What the unit price of a line is the price of, so that it can be held against a published one.

use std::sync::Arc;

use crate::ceiling::{CeilingQuestion, PricedItem, Stage};
use crate::classify::{Classification, extract};
use crate::cost_line::CostLine;
use crate::kind::CostKind;
use crate::money::Rupiah;
use crate::province::Province;
use crate::session::{OfficialLevel, Session};

use super::finding::Missing;
use super::food::food_of;
use super::missing::{DAYS, PACKAGE, PAID_HOURS, PLACE, PRICED_UNIT, SPECIFICATION, UNIT_PRICE};
use super::priced_unit::{PricedUnit, states};
use super::subject::Seen;
use super::words::{held, plain};

/// A unit price and the question that its line puts to the price tables.
#[derive(Debug, Clone)]
pub(super) struct PricedLine<'l> {
    pub line: &'l CostLine,
    pub class: &'l Classification,
    /// Above zero.
    pub price: Rupiah,
    pub question: CeilingQuestion,
}

/// What a line says of its price.
#[derive(Debug)]
pub(super) enum Reading<'l> {
    /// The price of one published unit.
    Price(PricedLine<'l>),
    /// It is about something with a published price, and does not say enough.
    Unclear(PricedItem, Missing),
    /// It is about nothing that has a published price.
    Other,
}

const EQUIPMENT: &[&str] =
    &["peralatan", "perlengkapan", "sound", "sound system", "kursi", "tenda", "konsumsi", "makan", "snack"];

const SPEAKER: &[&str] = &["narasumber", "nara sumber", "pembicara", "pemateri", "pembahas", "penceramah"];
const MODERATOR: &[&str] = &["moderator"];
const MC: &[&str] = &["mc", "pembawa acara"];

/// Roles whose fees have other tables, and things that are not fees.
const OTHER_ROLES: &[&str] = &[
    "instruktur",
    "pengajar",
    "widyaiswara",
    "fasilitator",
    "tenaga ahli",
    "juri",
    "transport",
    "transpor",
    "perjalanan",
    "diklat",
    "siaran",
    "radio",
    "televisi",
    "tv",
    "talkshow",
    "talk show",
    "panitia",
];

/// Elsewhere than where the body sits: prices of another region may hold.
const OUT_OF_TOWN: &[&str] =
    &["luar kota", "luar daerah", "luar provinsi", "luar propinsi", "luar kabupaten"];

/// What the line's unit price is the price of. The level is that which the text names; none is assumed.
pub(super) fn priced<'l>(seen: &Seen<'_>, line: &'l CostLine, class: &'l Classification) -> Reading<'l> {
    let text = plain(&format!("{} {}", line.heading, line.description));
    let (item, package) = match item_of(class.cost_kind, &text, line) {
        Ok(Some(found)) => found,
        Ok(None) => return Reading::Other,
        Err((item, missing)) => return Reading::Unclear(item, missing),
    };
    let Some(price) = line.unit_price.filter(|price| *price > Rupiah::ZERO) else {
        let spent = !line.amount.is_zero() && !line.amount.is_negative();
        return if spent { Reading::Unclear(item, UNIT_PRICE) } else { Reading::Other };
    };
    if let Some(missing) = unit_fault(item, package, line) {
        return Reading::Unclear(item, missing);
    }
    let account = plain(&line.context.account_name);
    if held(&text, OUT_OF_TOWN).or(held(&account, OUT_OF_TOWN)).is_some() {
        return Reading::Unclear(item, PLACE);
    }
    let question = CeilingQuestion {
        year: line.context.year,
        fund: seen.fund,
        stage: line.context.stage.map_or(Stage::Planning, Stage::from),
        province: seen.province.or_else(|| Province::from_name(&line.context.region)),
        region: region(seen, line),
        level: level_of(&line.description, &text),
        package,
        ..CeilingQuestion::about(item)
    };
    Reading::Price(PricedLine { line, class, price, question })
}

/// The item with its package; `Ok(None)`: nothing with a published price; an error names what is not said.
type Item = Result<Option<(PricedItem, Option<Session>)>, (PricedItem, Missing)>;

/// The item, by the kind of cost and the words.
fn item_of(kind: CostKind, text: &str, line: &CostLine) -> Item {
    let plain_item = |item| Ok(Some((item, None)));
    match kind {
        CostKind::VenuePackage => match package_named(line) {
            Some(package) => Ok(Some((PricedItem::MeetingPackage, Some(package)))),
            None => Err((PricedItem::MeetingPackage, PACKAGE)),
        },
        // Rooms with equipment, "akomodasi" with food: two things in one price.
        CostKind::RoomRent if held(text, EQUIPMENT).is_some() => Err((PricedItem::HallRent, SPECIFICATION)),
        CostKind::RoomRent => plain_item(PricedItem::HallRent),
        CostKind::EventLodging if held(text, &["akomodasi", "konsumsi", "makan"]).is_some() => {
            Err((PricedItem::Lodging, SPECIFICATION))
        }
        CostKind::EventLodging => plain_item(PricedItem::Lodging),
        CostKind::Catering => food(text, is_training(text) || is_training(&line.context.activity)),
        // The published fees are not for training (diklat).
        CostKind::SpeakerFee if is_training(&line.context.activity) => Ok(None),
        CostKind::SpeakerFee => Ok(fee(text).map(|item| (item, None))),
        CostKind::ParticipantAllowance => {
            let package = package_named(line).filter(|_| held(text, &["uang harian", "uang saku"]).is_some());
            Ok(package.map(|package| (PricedItem::MeetingAllowance, Some(package))))
        }
        _ => Ok(None),
    }
}

fn package_named(line: &CostLine) -> Option<Session> {
    [&line.description, &line.heading].into_iter().find_map(|text| extract(text).package).map(|p| p.value)
}

fn is_training(text: &str) -> bool {
    held(&plain(text), &["diklat", "latsar"]).is_some()
}

fn food(text: &str, training: bool) -> Item {
    match food_of(text).map(|food| food.item(training)) {
        None => Ok(None),
        Some(Some(item)) => Ok(Some((item, None))),
        // A meal, a snack and drinks in one price.
        Some(None) => Err((PricedItem::MeetingMeal, SPECIFICATION)),
    }
}

/// The one role that the line pays; two roles have one price for both.
fn fee(text: &str) -> Option<PricedItem> {
    if held(text, OTHER_ROLES).is_some() {
        return None;
    }
    let roles =
        [(SPEAKER, PricedItem::SpeakerFee), (MODERATOR, PricedItem::ModeratorFee), (MC, PricedItem::McFee)];
    let mut named = roles.into_iter().filter(|(words, _)| held(text, words).is_some()).map(|(_, item)| item);
    let first = named.next();
    first.filter(|_| named.next().is_none())
}

/// Whether a line pays a speaker (narasumber) and nobody else.
pub(super) fn is_speaker(line: &CostLine) -> bool {
    fee(&plain(&format!("{} {}", line.heading, line.description))) == Some(PricedItem::SpeakerFee)
}

/// What the line does not say of the unit of its price; `None` if the price is for one published unit.
fn unit_fault(item: PricedItem, package: Option<Session>, line: &CostLine) -> Option<Missing> {
    let says = |unit| states(line, unit);
    let of_text = extract(&line.description);
    match item {
        PricedItem::MeetingPackage => {
            let a_day = says(PricedUnit::Day) || package < Some(Session::Fullboard);
            let for_days = of_text.days.is_some_and(|days| days.value > 1) && !says(PricedUnit::Day);
            match (says(PricedUnit::Person), a_day && !for_days) {
                (false, _) => Some(PRICED_UNIT),
                (true, false) => Some(DAYS),
                (true, true) => None,
            }
        }
        PricedItem::MeetingAllowance | PricedItem::Lodging => {
            let who = says(PricedUnit::Person) || (item == PricedItem::Lodging && says(PricedUnit::Room));
            (!(who && says(PricedUnit::Day))).then_some(PRICED_UNIT)
        }
        PricedItem::HallRent => (!says(PricedUnit::Day) || says(PricedUnit::Person)).then_some(PRICED_UNIT),
        PricedItem::SpeakerFee => (!says(PricedUnit::Hour)).then_some(PAID_HOURS),
        PricedItem::ModeratorFee | PricedItem::McFee
            if [PricedUnit::Hour, PricedUnit::LessonHour, PricedUnit::Month].into_iter().any(says) =>
        {
            Some(PRICED_UNIT)
        }
        _ if says(PricedUnit::Month) || !(says(PricedUnit::Person) || says(PricedUnit::Portion)) => {
            Some(PRICED_UNIT)
        }
        // "makan 3 kali" in the words and not in the quantity: the price may be that of three meals.
        _ => of_text
            .occurrences
            .is_some_and(|times| times.value > 1 && line.occurrences().is_none())
            .then_some(PRICED_UNIT),
    }
}

fn level_of(description: &str, text: &str) -> Option<OfficialLevel> {
    if held(text, &["menteri", "wamen"]).is_some() {
        return Some(OfficialLevel::Minister);
    }
    match extract(description).level?.value {
        1 => Some(OfficialLevel::Eselon1),
        2 => Some(OfficialLevel::Eselon2),
        3 => Some(OfficialLevel::Eselon3),
        _ => Some(OfficialLevel::Eselon4),
    }
}

/// The government that pays: what the user said, else the file's region.
fn region(seen: &Seen<'_>, line: &CostLine) -> Option<Arc<str>> {
    seen.region.map(Arc::from).or_else(|| Some(line.context.region.clone()).filter(|name| !name.is_empty()))
}
