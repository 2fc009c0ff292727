//! What the lines of an event say together: participants, days, how often, and the place.

use rust_decimal::Decimal;

use crate::budget_event::{BudgetEvent, Count};
use crate::classify::{Classification, KnownPlace, extract, find_known};
use crate::cost_line::CostLine;
use crate::estimate::Estimate;
use crate::kind::{CostKind, VenueKind};
use crate::quantity::Quantity;
use crate::session::Session;

/// A line of an event, with its place among all lines.
pub(super) type Member<'a> = (usize, &'a CostLine, &'a Classification);

/// Participants: from packages first, then meals, then allowances and materials. A speaker is not one, and a
/// line for the committee or the speakers alone does not count those who come.
pub(super) fn participants(members: &[Member<'_>]) -> Option<Count> {
    let weight = |kind: CostKind| match kind {
        CostKind::VenuePackage => 4,
        CostKind::Catering => 3,
        CostKind::EventLodging => 2,
        CostKind::ParticipantAllowance | CostKind::EventMaterials => 1,
        _ => 0,
    };
    let persons = |line: &CostLine| {
        if is_crew_alone(&line.description) {
            return None;
        }
        line.persons().or_else(|| extract(&line.description).persons.map(|f| f.value))
    };
    let mut count = counts(members, &weight, &persons)?;
    // Packages by level (`eselon I dan II` beside the others) are different people at one event.
    let packages: Vec<(u32, bool)> = members
        .iter()
        .filter(|(_, _, c)| c.cost_kind == CostKind::VenuePackage)
        .filter_map(|(_, line, _)| Some((persons(line)?, extract(&line.description).level.is_some())))
        .collect();
    if packages.len() > 1 && packages.iter().any(|p| p.1) {
        let together = packages.iter().fold(0_u32, |sum, p| sum.saturating_add(p.0));
        let low = packages.iter().map(|p| p.0).max().unwrap_or(together).min(together);
        count.value = Estimate::try_new(low, together, together.max(count.value.high())).ok()?;
    }
    Some(count)
}

/// True for money for the way of participants to their event.
#[must_use]
pub fn pays_local_transport(line: &CostLine, class: &Classification) -> bool {
    class.cost_kind == CostKind::ParticipantAllowance && line.description.to_lowercase().contains("transpor")
}

fn is_crew_alone(text: &str) -> bool {
    let text = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|w| text.contains(w));
    has(&["panitia", "narasumber", "nara sumber", "moderator", "pendamping"])
        && !has(&["peserta", "undangan"])
}

/// A count from all lines that say it; likely is the greatest of the lines with the greatest weight.
pub(super) fn counts(
    members: &[Member<'_>],
    weight: &dyn Fn(CostKind) -> u8,
    value: &dyn Fn(&CostLine) -> Option<u32>,
) -> Option<Count> {
    let said: Vec<(u8, u32, usize)> = members
        .iter()
        .filter_map(|(i, line, class)| match weight(class.cost_kind) {
            0 => None,
            w => value(line).filter(|v| *v > 0).map(|v| (w, v, *i)),
        })
        .collect();
    let (_, likely, _) = *said.iter().max()?;
    let low = said.iter().map(|s| s.1).min()?;
    let high = said.iter().map(|s| s.1).max()?;
    Some(Count {
        value: Estimate::try_new(low, likely, high).ok()?,
        lines: said.iter().map(|s| s.2).collect(),
    })
}

/// Days of one occurrence. The 16 days of `(4 angkatan x 4 hari) 16 hari` are four times four, not one event of
/// sixteen days. A meeting of a day or less priced per person, with no day named, lasts one day.
pub(super) fn days_of(line: &CostLine) -> Option<u32> {
    let text = extract(&line.description);
    let said = text.days.map(|f| f.value);
    let Some(all) = line.days() else {
        let per_person = line.quantity.as_ref().map(Quantity::total).is_some()
            && line.persons().map(Decimal::from) == line.quantity.as_ref().map(Quantity::total);
        let short = text.package.is_some_and(|p| p.value < Session::Fullboard);
        return said.or((per_person && short).then_some(1));
    };
    match (said, occurrences_of(line)) {
        (Some(each), Some(times)) if times > 1 && each.checked_mul(times) == Some(all) => Some(each),
        _ => Some(all),
    }
}

/// How often: from the quantity's times, else from places and groups counted in it or in the text.
pub(super) fn occurrences_of(line: &CostLine) -> Option<u32> {
    let places = |unit: &str| {
        let unit = unit.to_lowercase();
        ["lokasi", "lok", "lks", "kec", "kecamatan", "desa", "gelombang", "angkatan"].contains(&unit.as_str())
    };
    line.occurrences()
        .or_else(|| {
            let factors = line.quantity.as_ref()?.factors();
            factors.iter().find(|f| places(&f.unit)).and_then(|f| u32::try_from(f.value).ok())
        })
        .or_else(|| extract(&line.description).occurrences.map(|f| f.value))
}

/// The place of the venue lines decides, a hotel first; else where the other lines say.
pub(super) fn venue_kind(members: &[Member<'_>]) -> VenueKind {
    let named = |only_venue: bool| {
        members
            .iter()
            .filter(|(_, _, c)| c.cost_kind.is_venue() == only_venue)
            .map(|(_, _, c)| c.venue_kind)
            .filter(|k| !matches!(k, VenueKind::Unspecified | VenueKind::None))
            .min()
    };
    named(true).or_else(|| named(false)).unwrap_or_else(|| {
        if members.iter().any(|(_, _, c)| c.cost_kind.is_venue()) {
            VenueKind::Unspecified
        } else {
            VenueKind::None
        }
    })
}

pub(super) fn venue_name(members: &[Member<'_>], extracts: &[crate::classify::Extract]) -> Option<String> {
    let mut order: Vec<_> = members.iter().zip(extracts).collect();
    order.sort_by_key(|((_, _, c), _)| !c.cost_kind.is_venue());
    order
        .into_iter()
        .filter_map(|((_, line, _), e)| line.description.get(e.place.as_ref()?.span.clone()))
        // "Hotel Full Day" is a package at some hotel, not a hotel of that name.
        .find(|name| extract(name).package.is_none())
        .map(str::to_owned)
}

/// Gives events the names and kinds of known places. Lines that are not for a place are asked only if the venue
/// lines name none at all.
pub(super) fn name_known(
    events: &mut [BudgetEvent],
    lines: &[CostLine],
    classes: &[Classification],
    known: &[KnownPlace],
) {
    if known.is_empty() {
        return;
    }
    for event in events {
        let members: Vec<(&CostLine, &Classification)> =
            event.lines.iter().filter_map(|&i| Some((lines.get(i)?, classes.get(i)?))).collect();
        let of = |venue: bool| {
            members.iter().filter(move |(_, c)| c.cost_kind.is_venue() == venue).find_map(|(line, _)| {
                find_known(&line.description, known).or_else(|| find_known(&line.heading, known))
            })
        };
        let named = members
            .iter()
            .any(|(line, c)| c.cost_kind.is_venue() && extract(&line.description).place.is_some());
        let Some(place) = of(true).or_else(|| if named { None } else { of(false) }).map(|f| f.value) else {
            continue;
        };
        event.venue_kind = place.kind;
        event.venue_name = place.names.first().cloned();
    }
}
