//! What the lines of an event say together: participants, days, how often, and the place.

use rust_decimal::Decimal;

use crate::budget_event::Count;
use crate::classify::{Classification, Extract, KnownPlace, PlaceFinder, names_package};
use crate::cost_line::CostLine;
use crate::estimate::Estimate;
use crate::kind::{CostKind, VenueKind};
use crate::quantity::Quantity;
use crate::session::Session;
use crate::word::Parts;

/// A line of an event.
pub(super) struct Member<'a> {
    /// Its place among all lines.
    pub index: usize,
    pub line: &'a CostLine,
    pub class: &'a Classification,
    /// What its text says, read once.
    pub said: Extract,
}

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
    // The text is looked through for its crew only where it says persons.
    let persons = |member: &Member<'_>| {
        let persons = member.line.persons().or_else(|| member.said.persons.as_ref().map(|f| f.value));
        persons.filter(|_| !is_crew_alone(&member.line.description))
    };
    let mut count = counts(members, &weight, &persons)?;
    // Packages by level (`eselon I dan II` beside the others) are different people at one event.
    let packages = || members.iter().filter(|member| member.class.cost_kind == CostKind::VenuePackage);
    if packages().all(|member| member.said.level.is_none()) {
        return Some(count);
    }
    let packages: Vec<(u32, bool)> =
        packages().filter_map(|member| Some((persons(member)?, member.said.level.is_some()))).collect();
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
    class.cost_kind == CostKind::ParticipantAllowance && TRANSPORT.stand_in(&line.description)
}

/// Money for the way.
static TRANSPORT: Parts<1> = Parts::new(["transpor"]);
/// Who is at an event to hold it.
static CREW: Parts<5> = Parts::new(["panitia", "narasumber", "nara sumber", "moderator", "pendamping"]);
/// Who comes.
static GUESTS: Parts<2> = Parts::new(["peserta", "undangan"]);

fn is_crew_alone(text: &str) -> bool {
    CREW.stand_in(text) && !GUESTS.stand_in(text)
}

/// A count from all lines that say it; likely is the greatest of the lines with the greatest weight.
pub(super) fn counts(
    members: &[Member<'_>],
    weight: &dyn Fn(CostKind) -> u8,
    value: &dyn Fn(&Member<'_>) -> Option<u32>,
) -> Option<Count> {
    let said: Vec<(u8, u32, usize)> = members
        .iter()
        .filter_map(|member| match weight(member.class.cost_kind) {
            0 => None,
            w => value(member).filter(|v| *v > 0).map(|v| (w, v, member.index)),
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
pub(super) fn days_of(member: &Member<'_>) -> Option<u32> {
    let (line, text) = (member.line, &member.said);
    let said = text.days.as_ref().map(|f| f.value);
    let Some(all) = line.days() else {
        let per_person = line.quantity.as_ref().map(Quantity::total).is_some()
            && line.persons().map(Decimal::from) == line.quantity.as_ref().map(Quantity::total);
        let short = text.package.as_ref().is_some_and(|p| p.value < Session::Fullboard);
        return said.or((per_person && short).then_some(1));
    };
    match (said, occurrences_of(member)) {
        (Some(each), Some(times)) if times > 1 && each.checked_mul(times) == Some(all) => Some(each),
        _ => Some(all),
    }
}

/// How often: from the quantity's times, else from places and groups counted in it or in the text.
pub(super) fn occurrences_of(member: &Member<'_>) -> Option<u32> {
    const PLACES: [&str; 8] = ["lokasi", "lok", "lks", "kec", "kecamatan", "desa", "gelombang", "angkatan"];
    let places = |unit: &str| PLACES.iter().any(|place| unit.eq_ignore_ascii_case(place));
    let line = member.line;
    line.occurrences()
        .or_else(|| {
            let factors = line.quantity.as_ref()?.factors();
            factors.iter().find(|f| places(&f.unit)).and_then(|f| u32::try_from(f.value).ok())
        })
        .or_else(|| member.said.occurrences.as_ref().map(|f| f.value))
}

/// The place of the venue lines decides, a hotel first; else where the other lines say.
fn venue_kind(members: &[Member<'_>]) -> VenueKind {
    let named = |only_venue: bool| {
        members
            .iter()
            .map(|member| member.class)
            .filter(|class| class.cost_kind.is_venue() == only_venue)
            .map(|class| class.venue_kind)
            .filter(|k| !matches!(k, VenueKind::Unspecified | VenueKind::None))
            .min()
    };
    named(true).or_else(|| named(false)).unwrap_or_else(|| {
        if members.iter().any(|member| member.class.cost_kind.is_venue()) {
            VenueKind::Unspecified
        } else {
            VenueKind::None
        }
    })
}

/// The name of the place as written: venue lines first.
fn venue_name(members: &[Member<'_>]) -> Option<String> {
    let named = |venue: bool| {
        let of = members.iter().filter(move |member| member.class.cost_kind.is_venue() == venue);
        let mut names =
            of.filter_map(|member| member.line.description.get(member.said.place.as_ref()?.span.clone()));
        // "Hotel Full Day" is a package at some hotel, not a hotel of that name.
        names.find(|name| !names_package(name))
    };
    named(true).or_else(|| named(false)).map(str::to_owned)
}

/// The known place that lines name. Lines that are not for a place are asked only if the venue lines name none at all.
fn known_place<'k>(members: &[Member<'_>], finder: &PlaceFinder<'k>) -> Option<&'k KnownPlace> {
    let of = |venue: bool| {
        let lines = members.iter().filter(move |member| member.class.cost_kind.is_venue() == venue);
        let mut lines = lines.map(|member| member.line);
        lines.find_map(|line| finder.find(&line.description).or_else(|| finder.find(&line.heading)))
    };
    let names_another =
        |member: &Member<'_>| member.class.cost_kind.is_venue() && member.said.place.is_some();
    let elsewhere = || if members.iter().any(names_another) { None } else { of(false) };
    of(true).or_else(elsewhere).map(|found| found.value)
}

/// Name and kind of the place: those of a known place that is named, else what the lines say.
pub(super) fn place_of(members: &[Member<'_>], finder: &PlaceFinder<'_>) -> (Option<String>, VenueKind) {
    match known_place(members, finder) {
        Some(place) => (place.names.first().cloned(), place.kind),
        None => (venue_name(members), venue_kind(members)),
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use proptest::prelude::*;

    use super::*;
    use crate::classify::{Confidence, extract};
    use crate::money::Rupiah;
    use crate::quantity::Factor;
    use crate::source::RowRef;

    fn line(text: &str, persons: Option<u32>) -> CostLine {
        let factor = |persons| vec![Factor::new(Decimal::from(persons), "orang")];
        CostLine {
            row: RowRef { file: "a.csv".into(), row: 1, part: None },
            account_row: 1,
            context: Default::default(),
            heading: "".into(),
            description: text.into(),
            quantity: persons.map(|persons| Quantity::try_new(factor(persons)).unwrap()),
            unit: "".into(),
            unit_price: None,
            amount: Rupiah::ZERO,
            amount_before: None,
            date: None,
            package: "".into(),
        }
    }

    fn class(cost_kind: CostKind) -> Classification {
        let reason = Cow::Borrowed("");
        Classification { cost_kind, venue_kind: VenueKind::None, confidence: Confidence::High, reason }
    }

    const KINDS: [CostKind; 4] =
        [CostKind::VenuePackage, CostKind::Catering, CostKind::EventMaterials, CostKind::SpeakerFee];

    proptest! {
        /// The plain way: the crew is asked for first, and the sums are taken over all lines.
        #[test]
        fn those_who_come_are_counted(
            rows in prop::collection::vec(
                (
                    prop::sample::select(&KINDS[..]),
                    "((Fullday|eselon II|peserta|PANITIA|narasumber|[1-9] orang) ){0,3}",
                    prop::option::of(0_u32..9),
                ),
                0..6,
            ),
        ) {
            let lines: Vec<_> = rows.iter().map(|(_, text, persons)| line(text, *persons)).collect();
            let classes: Vec<_> = rows.iter().map(|row| class(row.0)).collect();
            let each = lines.iter().zip(&classes).enumerate();
            let members: Vec<_> = each
                .map(|(index, (line, class))| Member { index, line, class, said: extract(&line.description) })
                .collect();
            let weights = [4, 3, 1, 0];
            let mut said = Vec::new();
            for (index, (kind, text, of_quantity)) in rows.iter().enumerate() {
                let text = text.to_lowercase();
                let crew = ["panitia", "narasumber"].iter().any(|crew| text.contains(crew));
                let weight = weights[KINDS.iter().position(|k| k == kind).unwrap()];
                let persons = of_quantity.or(extract(&text).persons.map(|persons| persons.value));
                if let Some(persons) = persons
                    && weight > 0
                    && (!crew || text.contains("peserta"))
                {
                    said.push((weight, persons, index, text.contains("eselon")));
                }
            }
            let packages: Vec<_> = said.iter().filter(|said| said.0 == 4).map(|said| (said.1, said.3)).collect();
            said.retain(|said| said.1 > 0);
            let plain = said.iter().max().and_then(|most| {
                let persons = || said.iter().map(|said| said.1);
                let (mut low, mut likely, mut high) = (persons().min()?, most.1, persons().max()?);
                if packages.len() > 1 && packages.iter().any(|package| package.1) {
                    likely = packages.iter().map(|package| package.0).sum();
                    low = packages.iter().map(|package| package.0).max()?.min(likely);
                    high = high.max(likely);
                }
                Some(Count {
                    value: Estimate::try_new(low, likely, high).ok()?,
                    lines: said.iter().map(|said| said.2).collect(),
                })
            });
            prop_assert_eq!(participants(&members), plain);
        }
    }
}
