//! One random case, every field of the comparison against the plain evaluation.

use std::collections::BTreeMap;

use hemat_core::calendar::Calendar;
use hemat_core::comparison::{Comparison, MissingReason, NoBest, Note, VenueOption, compare};
use hemat_core::event::Event;
use hemat_core::evidence::Evidence;
use hemat_core::money::Rupiah;
use hemat_core::venue::Venue;

use crate::formulas;
use crate::plain::{self, Inputs, ONE, money, three};
use crate::random::{self, Chance};

/// What the cases were made of.
#[derive(Debug, Default)]
pub(crate) struct Counted {
    pub(crate) compared: usize,
    pub(crate) ties: usize,
    pub(crate) wider_between_corners: usize,
    pub(crate) verdict_changed_between_corners: usize,
    pub(crate) verdicts: BTreeMap<String, usize>,
    pub(crate) no_best: BTreeMap<String, usize>,
    pub(crate) bounded: usize,
}

/// Amount as the difference of two values that are not negative is rounded: half away from zero, to sen.
fn to_sen(amount: i128, divisor: i128) -> i128 {
    let sen = ONE / 100;
    (2 * amount + divisor * sen) / (2 * divisor * sen) * sen
}

pub(crate) fn seed(seed: u64, counted: &mut Counted) {
    let chance = &mut Chance::new(seed);
    let event = random::event(chance);
    let venues = random::venues(chance);
    let calendar = random::calendar(chance, &venues);
    case(&format!("seed {seed}"), &event, &venues, calendar.as_ref(), counted);
}

/// Compares with the first venue as the baseline. The result is `None` if two ways of a venue cost the same,
/// so that either may be used.
pub(crate) fn case(
    label: &str,
    event: &Event,
    venues: &[Venue],
    calendar: Option<&Calendar>,
    counted: &mut Counted,
) -> Option<Comparison> {
    let inputs = Inputs::of(event);
    let all: Vec<_> = venues.iter().map(|v| plain::ways(event, v, &inputs)).collect();
    if all.iter().any(|(_, tie)| *tie) {
        counted.ties += 1;
        return None;
    }
    counted.compared += 1;
    let ours = compare(event, venues, &venues[0].id, calendar).unwrap();
    assert_eq!(ours.options.len(), venues.len());
    let base = &all[0].0[0];
    let shared: Vec<([i128; 3], Evidence)> = event
        .costs
        .iter()
        .map(|c| {
            let n = plain::exact(c.quantity.total());
            (three(c.unit_price).map(|price| price * n / ONE), c.evidence)
        })
        .collect();
    let mut swings = Vec::new();
    let mut best: Vec<(i128, String)> = Vec::new();
    for (at, venue) in venues.iter().enumerate() {
        let id = &venue.id;
        let say = |field: &str| format!("{label}, venue {id}: {field}");
        let option = &ours.options[at];
        let (ways, _) = &all[at];
        let way = &ways[0];
        assert_eq!(&option.venue, id);
        assert_eq!((&option.name, option.kind), (&venue.name, venue.kind));
        assert_eq!(option.fits.as_str(), plain::fits(event, venue), "{}", say("fits"));
        assert_eq!(option.free.as_str(), plain::free(event, venue, calendar, &inputs), "{}", say("free"));
        check_missing(option, way, &say("missing"));
        check_components(option, way, event, &inputs, &shared, &say("components"));
        check_other_ways(option, ways, &inputs, &say("other ways"));

        if at == 0 {
            assert_eq!(
                option.verdict.as_str(),
                if way.missing.is_empty() { "same" } else { "cannot-tell" },
                "{}",
                say("baseline")
            );
            assert_eq!(
                option.saving.map(|s| [s.low(), s.likely(), s.high()]),
                way.missing.is_empty().then_some([Rupiah::ZERO; 3]),
                "{}",
                say("baseline")
            );
            continue;
        }
        let complete = base.missing.is_empty() && way.missing.is_empty();
        let corners = plain::saving(base, way, &inputs, false);
        let saving = option.saving.map(|s| [money(s.low()), money(s.likely()), money(s.high())]);
        assert_eq!(saving, complete.then_some(corners), "{}", say("saving"));
        let verdict = plain::verdict(base, way, &inputs);
        assert_eq!(option.verdict.as_str(), verdict, "{}", say("verdict"));
        *counted.verdicts.entry(verdict.to_owned()).or_default() += 1;

        let [low, _, high] = plain::saving(base, way, &inputs, true);
        formulas::check(event, (&ours.options[0], option), corners, (low, high), &say("formulas"));
        let noted = ours.notes.iter().find_map(|note| match note {
            Note::WiderBetweenCorners { venue: name, low, high } if *name == venue.name => {
                Some((money(*low), money(*high)))
            }
            _ => None,
        });
        let wider = complete && (low, high) != (corners[0], corners[2]);
        assert_eq!(noted, wider.then_some((low, high)), "{}", say("note"));
        counted.wider_between_corners += usize::from(wider);
        let sign = |low: i128, high: i128| (low > 0, high < 0);
        counted.verdict_changed_between_corners +=
            usize::from(complete && sign(low, high) != sign(corners[0], corners[2]));

        let broken = ours.break_even.iter().find(|b| b.venue == *id);
        let expected = complete.then(|| (corners[1], plain::cheaper_for(base, way, &inputs)));
        let found = broken.map(|b| (money(b.extra), b.cheaper_for.as_ref().map(|c| (c.from, c.to))));
        assert_eq!(found, expected, "{}", say("break-even"));
        counted.bounded += usize::from(found.and_then(|f| f.1).is_some_and(|c| c.0 > 1 || c.1.is_some()));
        if complete {
            for (input, low, high) in plain::swings((&venues[0].id, base), (id, way), &inputs) {
                swings.push((-(low - high).abs(), input, id.clone(), low, high));
            }
            if option.fits.as_str() == "yes" && option.free.as_str() != "no" && corners[1] > 0 {
                best.push((-corners[1], id.clone()));
            }
        }
    }
    swings.sort();
    let found: Vec<_> = ours
        .sensitivity
        .iter()
        .map(|s| (-money(s.swing), s.input.clone(), s.venue.clone(), money(s.low), money(s.high)))
        .collect();
    assert_eq!(found, swings, "{label}: sensitivity");
    best.sort();
    match &ours.best {
        Ok(id) => assert_eq!(Some(id), best.first().map(|b| &b.1), "{label}: best"),
        Err(reason) => {
            assert!(best.is_empty(), "{label}: best");
            assert_eq!(*reason == NoBest::NoOptions, venues.len() == 1, "{label}");
            let word = format!("{reason:?}");
            *counted.no_best.entry(word.split(' ').next().unwrap().to_owned()).or_default() += 1;
        }
    }
    Some(ours)
}

fn check_missing(option: &VenueOption, way: &plain::Way<'_>, say: &str) {
    let mut found: Vec<_> = option
        .missing
        .iter()
        .map(|m| (m.component, m.reason == MissingReason::ParticipantsUnknown))
        .collect();
    found.sort();
    let mut expected = way.missing.clone();
    expected.sort();
    assert_eq!(found, expected, "{say}");
}

fn check_components(
    option: &VenueOption,
    way: &plain::Way<'_>,
    event: &Event,
    inputs: &Inputs,
    shared: &[([i128; 3], Evidence)],
    say: &str,
) {
    let ends = [inputs.pick(0, 0, 0, 0), inputs.likely(), inputs.pick(2, 2, 2, 2)];
    let mut expected: Vec<(String, [i128; 3], Evidence)> = way
        .rates
        .iter()
        .map(|rate| {
            let amount = [0, 1, 2].map(|end| way.cost(rate, ends[end], end));
            (rate.component().to_string(), amount, rate.evidence)
        })
        .collect();
    expected.extend(shared.iter().map(|(amount, grade)| ("speaker-fee".to_owned(), *amount, *grade)));
    expected.sort();
    let mut found: Vec<_> =
        option.components.iter().map(|c| (c.of.as_str().to_owned(), three(c.amount), c.evidence)).collect();
    for component in &option.components {
        assert_eq!(
            component.working.amount(),
            Ok(component.amount.likely()),
            "{say}: working of {component:?}"
        );
    }
    found.sort();
    assert_eq!(found, expected, "{say}");
    let total = [0, 1, 2].map(|end| expected.iter().map(|c| c.1[end]).sum::<i128>());
    assert_eq!(three(option.total), total, "{say}");
    let people = plain::people_evidence(event, &way.rates);
    assert_eq!(option.weakest_evidence, expected.iter().map(|c| c.2).chain(people).max(), "{say}");
    let per_person_day = inputs.people_known.then(|| to_sen(total[1], inputs.people[1] * inputs.days[1]));
    assert_eq!(option.per_person_day.map(money), per_person_day, "{say}: per person per day");
    let mut by_grade: BTreeMap<Evidence, i128> = BTreeMap::new();
    for (_, amount, grade) in &expected {
        *by_grade.entry(*grade).or_default() += amount[1];
    }
    if total[1] == 0 {
        assert!(option.evidence_share.is_empty(), "{say}");
        return;
    }
    for (grade, amount) in by_grade.into_iter().filter(|(_, amount)| *amount > 0) {
        let found = option.evidence_share.iter().find(|s| s.0 == grade).map(|s| s.1);
        let percent = found.unwrap_or_else(|| panic!("{say}: share of {grade}"));
        // To a tenth of a percent.
        let off = (plain::exact(percent.round_dp(4)) * total[1] - 100 * ONE * amount).abs();
        assert!(off <= total[1] * ONE / 20, "{say}: share of {grade} is {percent}");
    }
}

/// Every way listed is one that can be bought, cheapest complete first, and every rate that some way would
/// buy is in the way that is used or in one that is listed.
fn check_other_ways(option: &VenueOption, ways: &[plain::Way<'_>], inputs: &Inputs, say: &str) {
    let found: Vec<_> = option.other_ways.iter().map(|w| (w.missing.len(), money(w.likely_total))).collect();
    assert!(found.is_sorted(), "{say}: cheapest complete first");
    let mut expected: Vec<_> =
        ways[1..].iter().map(|w| (w.missing.len(), w.total(inputs.likely(), 1))).collect();
    for way in &found {
        let at = expected.iter().position(|e| e == way);
        expected.remove(at.unwrap_or_else(|| panic!("{say}: {way:?} is no way")));
    }
    let named: Vec<_> = option
        .other_ways
        .iter()
        .flat_map(|w| w.rates.iter().map(|r| (r.0, three(r.1))))
        .chain(ways[0].rates.iter().map(|r| (r.component(), three(r.payable()))))
        .collect();
    for rate in ways.iter().flat_map(|w| &w.rates) {
        let rate = (rate.component(), three(rate.payable()));
        assert!(named.contains(&rate), "{say}: {rate:?} is in no way listed");
    }
}
