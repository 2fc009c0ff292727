//! Grouping: which lines belong together.

use super::bundle::contents_known;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use foldhash::fast::FixedState;

use crate::budget_event::said::{Member, counts, days_of, occurrences_of, participants, place_of};
use crate::budget_event::scope::Scope;
use crate::budget_event::title::{EventKind, Title, kind_of, title_of};
use crate::budget_event::{BudgetEvent, EventDoubt, Grouping, Unassigned, UnassignedReason};
use crate::classify::{Classification, Confidence, KnownPlace, PlaceFinder, extract};
use crate::cost_line::{BudgetStage, CostLine};
use crate::fingerprint::Fingerprint;
use crate::kind::{CostKind, VenueKind};
use crate::money::Rupiah;
use crate::parallel::in_parts;

/// An event being built.
struct Draft {
    title: Option<Title>,
    lines: Vec<usize>,
    untitled: bool,
    /// The kind of place that the lines of an event without a title name; `None` for a titled one.
    place: VenueKind,
}

/// A kind that names a place; everything else counts as none named.
fn named_place(kind: VenueKind) -> VenueKind {
    if kind == VenueKind::Unspecified { VenueKind::None } else { kind }
}

/// Groups cost lines into events. `classes` are the lines' classifications, in the same order; a line
/// without one is not assigned.
#[must_use]
pub fn group_events(lines: &[CostLine], classes: &[Classification]) -> Grouping {
    group_events_knowing(lines, classes, &[])
}

/// [`group_events`] with places that the caller knows: where a line names one of them, by its name or another
/// name of it, the event's place has that name and kind. A place named in a venue line goes before the others.
#[must_use]
pub fn group_events_knowing(
    lines: &[CostLine],
    classes: &[Classification],
    known: &[KnownPlace],
) -> Grouping {
    group_events_on(lines, classes, known, 1)
}

/// [`group_events_knowing`] on so many threads; the answer is the same for any number.
#[must_use]
pub fn group_events_on(
    lines: &[CostLine],
    classes: &[Classification],
    known: &[KnownPlace],
    jobs: usize,
) -> Grouping {
    let Grouping { events, unassigned } = group_apart(lines, classes, known, jobs);
    Grouping { events: together(events), unassigned }
}

/// [`group_events_on`] for whole scopes of a file, whose events are put [`together`] with those of others.
#[must_use]
pub fn group_apart(
    lines: &[CostLine],
    classes: &[Classification],
    known: &[KnownPlace],
    jobs: usize,
) -> Grouping {
    let mut unassigned = Vec::new();
    let mut scopes: Vec<(Scope, Vec<usize>)> = Vec::new();
    let mut places: HashMap<Scope, usize, FixedState> = HashMap::default();
    let mut last = 0;
    for (index, line) in lines.iter().enumerate() {
        let reason = match classes.get(index).map(|c| c.cost_kind) {
            None => UnassignedReason::NotClassified,
            Some(CostKind::NotEvent) => UnassignedReason::NotEvent,
            Some(CostKind::BusinessTravel) => UnassignedReason::BusinessTravel,
            Some(_) if is_account_total(line) => UnassignedReason::AccountTotal,
            Some(_) if classes.get(index).is_some_and(|class| is_account_alone(line, class)) => {
                UnassignedReason::AccountAlone
            }
            Some(_) => {
                // Neighbours are mostly of one scope.
                if scopes.get(last).is_none_or(|(known, _)| !known.holds(line)) {
                    let scope = Scope::of(line);
                    last = *places.entry(scope.clone()).or_insert(scopes.len());
                    if last == scopes.len() {
                        scopes.push((scope, Vec::new()));
                    }
                }
                if let Some((_, members)) = scopes.get_mut(last) {
                    members.push(index);
                }
                continue;
            }
        };
        unassigned.push(Unassigned { line: index, reason });
    }
    let finder = PlaceFinder::new(known);
    let grouped = in_parts(&scopes, jobs, |scopes| {
        let (mut events, mut unassigned) = (Vec::new(), Vec::new());
        for (scope, members) in scopes {
            for draft in drafts_of(scope, lines, classes, members, &mut unassigned) {
                build(scope, draft, (lines, classes), &finder, &mut events, &mut unassigned);
            }
        }
        vec![(events, unassigned)]
    });
    drop((scopes, places));
    let mut parts = grouped.into_iter();
    let (mut events, left) = parts.next().unwrap_or_default();
    unassigned.extend(left);
    for (of_part, left) in parts {
        events.extend(of_part);
        unassigned.extend(left);
    }
    let first = |event: &BudgetEvent| event.lines.first().copied();
    // Sorting takes room for half of them; mostly they are in order.
    if !events.is_sorted_by_key(first) {
        events.sort_by_key(first);
    }
    unassigned.sort_by_key(|u| u.line);
    Grouping { events, unassigned }
}

/// The events of a file that were grouped apart, in its order, scope by scope: they know each other now.
#[must_use]
pub fn together(mut events: Vec<BudgetEvent>) -> Vec<BudgetEvent> {
    settle_ids(&mut events);
    link(&mut events.iter_mut().collect::<Vec<_>>());
    events
}

/// A row of a summary by account: it names neither activity nor package, and its text is the account's name.
fn is_account_total(line: &CostLine) -> bool {
    let c = &line.context;
    c.activity.is_empty()
        && line.heading.is_empty()
        && line.package.is_empty()
        && !c.account_name.is_empty()
        && line.description == c.account_name
}

/// Money under an account that also pays for offices, land or stores (*Sewa Gedung/Kantor/Tempat*), and the
/// line says no more than the account's name: nothing tells that anything was held there.
fn is_account_alone(line: &CostLine, class: &Classification) -> bool {
    class.cost_kind.is_venue()
        && class.confidence == Confidence::Low
        && line.heading.is_empty()
        && line.package.is_empty()
        && line.description == line.context.account_name
}

/// Lines that name their event come together by the words of its title; the others join the event of
/// their heading, or the activity's only event.
fn drafts_of(
    scope: &Scope,
    lines: &[CostLine],
    classes: &[Classification],
    members: &[usize],
    unassigned: &mut Vec<Unassigned>,
) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut waiting = Vec::new();
    for &index in members {
        let Some(line) = lines.get(index) else { continue };
        let own = title_of(&line.description).filter(|t| !t.words.is_empty());
        let title = own.or_else(|| title_of(&line.heading).filter(|t| !t.words.is_empty()));
        match title {
            Some(title) => match drafts.iter_mut().find(|d| same_event(d.title.as_ref(), &title)) {
                Some(draft) => {
                    draft.lines.push(index);
                    // The longer title tells more.
                    if draft.title.as_ref().is_some_and(|t| t.words.len() < title.words.len()) {
                        draft.title = Some(title);
                    }
                }
                None => drafts.push(Draft {
                    title: Some(title),
                    lines: vec![index],
                    untitled: false,
                    place: VenueKind::None,
                }),
            },
            None => waiting.push(index),
        }
    }
    let titled = drafts.len();
    for index in waiting {
        let Some(line) = lines.get(index) else { continue };
        let kind = kind_of(&line.description).or_else(|| kind_of(&line.heading));
        let mut fitting = (0..titled)
            .filter(|i| drafts.get(*i).and_then(|d| d.title.as_ref()).map(|t| Some(t.kind)) == Some(kind));
        let by_kind = match (fitting.next(), fitting.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        };
        let is_venue = classes.get(index).is_some_and(|c| c.cost_kind.is_venue());
        let target = match titled {
            1 => Some(0),
            _ => by_kind,
        };
        if let Some(draft) = target.and_then(|t| drafts.get_mut(t)) {
            draft.lines.push(index);
            draft.untitled = true;
        } else if titled == 0 || is_venue {
            // A place that is paid for is an event even if nothing names it: the activity's. A line that names
            // a place (meals at a hotel) says nothing about where the activity's other meetings were held.
            let place = match classes.get(index) {
                Some(class) if !scope.is_package() => named_place(class.venue_kind),
                _ => VenueKind::None,
            };
            match drafts.iter_mut().skip(titled).find(|d| d.title.is_none() && d.place == place) {
                Some(draft) => draft.lines.push(index),
                None => drafts.push(Draft { title: None, lines: vec![index], untitled: true, place }),
            }
        } else {
            unassigned.push(Unassigned { line: index, reason: UnassignedReason::SeveralEvents });
        }
    }
    drafts
}

/// Two titles are of one event if they are of one sort and one's words are all in the other's.
fn same_event(draft: Option<&Title>, title: &Title) -> bool {
    draft.is_some_and(|d| d.kind == title.kind && d.shares_words(title))
}

fn build(
    scope: &Scope,
    mut draft: Draft,
    (lines, classes): (&[CostLine], &[Classification]),
    finder: &PlaceFinder<'_>,
    events: &mut Vec<BudgetEvent>,
    unassigned: &mut Vec<Unassigned>,
) {
    draft.lines.sort_unstable();
    let mut total = Rupiah::ZERO;
    let mut venue_cost = Rupiah::ZERO;
    let mut cost: BTreeMap<CostKind, Rupiah> = BTreeMap::new();
    let mut kept = Vec::new();
    for &index in &draft.lines {
        let (Some(line), Some(class)) = (lines.get(index), classes.get(index)) else { continue };
        let before = cost.get(&class.cost_kind).copied().unwrap_or(Rupiah::ZERO);
        let venue = if class.cost_kind.is_venue() { line.amount } else { Rupiah::ZERO };
        let sums = (total.try_add(line.amount), before.try_add(line.amount), venue_cost.try_add(venue));
        let (Ok(new_total), Ok(of_kind), Ok(new_venue)) = sums else {
            unassigned.push(Unassigned { line: index, reason: UnassignedReason::AmountOutOfRange });
            continue;
        };
        total = new_total;
        venue_cost = new_venue;
        cost.insert(class.cost_kind, of_kind);
        kept.push(index);
    }
    let member = |index: usize| {
        let (line, class) = (lines.get(index)?, classes.get(index)?);
        Some(Member { index, line, class, said: extract(&line.description) })
    };
    let members: Vec<Member<'_>> = kept.iter().filter_map(|&i| member(i)).collect();
    let Some(first) = members.first().map(|member| member.line) else { return };

    let (venue_name, venue_kind) = place_of(&members, finder);
    let participants = participants(&members);
    let days = counts(&members, &|k| if k.is_venue() { 2 } else { 1 }, &days_of);
    let occurrences = counts(&members, &|k| if k.is_venue() { 2 } else { 1 }, &occurrences_of);
    let mut doubts = BTreeSet::new();
    // A package with its own code is named by its package, which is the activity here.
    if draft.title.is_none() && !scope.is_package() {
        doubts.insert(EventDoubt::TitleFromActivity);
    } else if draft.title.is_some() && draft.untitled {
        doubts.insert(EventDoubt::LinesWithoutTitle);
    }
    if members.iter().any(|member| member.class.confidence == Confidence::Low) {
        doubts.insert(EventDoubt::UnsureLine);
    }
    if participants.is_none() {
        doubts.insert(EventDoubt::NoParticipants);
    }
    if [&participants, &days].into_iter().flatten().any(|c| !c.value.is_exact()) {
        doubts.insert(EventDoubt::CountsDisagree);
    }
    let confidence = match doubts.len() {
        0 => Confidence::High,
        1 if !doubts.contains(&EventDoubt::TitleFromActivity) => Confidence::Medium,
        _ => Confidence::Low,
    };
    let title = draft.title.as_ref().map_or_else(|| title_from(scope, first), |t| t.text.clone());
    let kind = draft
        .title
        .as_ref()
        .map(|t| t.kind)
        .or_else(|| kind_of(&scope.activity))
        .or_else(|| kind_of(&scope.above))
        .unwrap_or(EventKind::Other);
    events.push(BudgetEvent {
        id: id_of(scope, draft.title.as_ref(), draft.place),
        title,
        kind,
        organiser: scope.agency.clone(),
        region: scope.region.clone(),
        year: scope.year,
        stage: scope.stage,
        activity_code: scope.activity_code.clone(),
        activity: scope.activity.clone(),
        package_code: scope.package.clone(),
        dates: members
            .iter()
            .filter_map(|member| member.line.date)
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect(),
        participants,
        days,
        occurrences,
        package: members.iter().filter_map(|m| m.said.package.as_ref()).map(|p| p.value).max(),
        venue_name,
        venue_kind,
        cost,
        total,
        venue_cost,
        bundled: members.iter().any(|member| member.class.cost_kind == CostKind::VenuePackage),
        contents_known: members.iter().all(contents_known),
        confidence,
        doubts: doubts.into_iter().collect(),
        rows: members.iter().map(|member| member.line.row.clone()).collect(),
        lines: kept,
        same_package: Vec::new(),
    });
}

fn title_from(scope: &Scope, first: &CostLine) -> String {
    let above = if scope.activity.is_empty() { &scope.above } else { &scope.activity };
    if above.is_empty() {
        return first.description.to_string();
    }
    let above = without_account(above);
    // "Belanja Sosialisasi (Peningkatan Kapasitas Kader)": the words in brackets tell more than "Sosialisasi".
    match title_of(above).filter(|t| !t.words.is_empty()) {
        Some(title) => title.text,
        // "Belanja Sosialisasi" is the name of a thousand packages: their lines tell which.
        None if scope.is_package() && !above.contains('(') && !first.description.is_empty() => {
            let told: Vec<&str> = first.description.split_whitespace().take(12).collect();
            format!("{above}: {}", told.join(" "))
        }
        None => above.to_owned(),
    }
}

/// A package's name without the account that it often begins with.
fn without_account(name: &str) -> &str {
    const ACCOUNTS: [&str; 2] = [
        "Belanja Perjalanan Dinas Paket Meeting Luar Kota",
        "Belanja Perjalanan Dinas Paket Meeting Dalam Kota",
    ];
    let begins = |account: &&str| name.get(..account.len()).is_some_and(|b| b.eq_ignore_ascii_case(account));
    let rest = ACCOUNTS.iter().find(|a| begins(a)).and_then(|a| name.get(a.len()..)).unwrap_or(name);
    let rest = rest.trim_start_matches([' ', ',', '-', ':', '/']);
    match rest.split_once(" / ") {
        // Procurement plans often say the name twice.
        Some((once, again)) if once.trim() == again.trim() => once.trim(),
        _ if rest.is_empty() => name,
        _ => rest,
    }
}

/// An id from what identifies the event, none of it a position: rows added elsewhere do not change it.
fn id_of(scope: &Scope, title: Option<&Title>, place: VenueKind) -> String {
    let mut print = Fingerprint::default();
    let mut feed = |text: &str| print.feed(text);
    let year = scope.year.map(|y| y.to_string()).unwrap_or_default();
    for text in
        [&scope.file, &scope.region, &scope.agency, &scope.activity_code, &scope.activity, &scope.package]
    {
        feed(text);
    }
    feed(&year);
    feed(scope.stage.map_or("", BudgetStage::as_str));
    feed(place.as_str());
    if let Some(title) = title {
        feed(title.kind.as_str());
        title.words.iter().for_each(|w| feed(w));
    }
    print.short('e')
}

/// Should two ids ever be equal, the later event gets a number.
fn settle_ids(events: &mut [BudgetEvent]) {
    let mut once = HashSet::with_capacity_and_hasher(events.len(), FixedState::default());
    if events.iter().all(|event| once.insert(event.id.as_str())) {
        return;
    }
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for event in events {
        let count = seen.entry(event.id.clone()).or_insert(0);
        *count += 1;
        if *count > 1 {
            event.id = format!("{}-{count}", event.id);
        }
    }
}

/// Links the events of several files: plan and receipts of one package know each other by its code.
///
/// Every event's `same_package` is written anew, so that linking twice changes nothing.
pub fn link_packages(groupings: &mut [&mut Grouping]) {
    let mut events: Vec<&mut BudgetEvent> = groupings.iter_mut().flat_map(|g| g.events.iter_mut()).collect();
    link(&mut events);
}

fn link(events: &mut [&mut BudgetEvent]) {
    let mut by_code: BTreeMap<Arc<str>, Vec<(String, Option<BudgetStage>)>> = BTreeMap::new();
    for event in events.iter().filter(|e| !e.package_code.is_empty()) {
        by_code.entry(event.package_code.clone()).or_default().push((event.id.clone(), event.stage));
    }
    for event in events {
        if let Some(others) = by_code.get(&event.package_code) {
            event.same_package =
                others.iter().filter(|(_, stage)| *stage != event.stage).map(|(id, _)| id.clone()).collect();
        }
    }
}
