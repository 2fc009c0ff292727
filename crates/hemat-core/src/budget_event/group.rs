//! Grouping: which lines belong together.

use super::bundle::contents_known;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use foldhash::fast::FixedState;

use crate::budget_event::draft::{Draft, LineReader, drafts_of};
use crate::budget_event::said::{Member, counts, days_of, occurrences_of, participants, place_of};
use crate::budget_event::scope::Scope;
use crate::budget_event::title::{EventKind, Title, kind_of, title_of};
use crate::budget_event::{BudgetEvent, EventDoubt, Grouping, Unassigned, UnassignedReason};
use crate::classify::{Classification, Confidence, KnownPlace, PlaceFinder};
use crate::cost_line::{BudgetStage, CostLine};
use crate::date::Date;
use crate::fingerprint::Fingerprint;
use crate::kind::{CostKind, VenueKind};
use crate::money::{MoneyError, Rupiah};
use crate::parallel::in_parts;

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
        let mut reader = LineReader::new();
        for (scope, members) in scopes {
            for draft in drafts_of(scope, (lines, classes), members, &mut reader, &mut unassigned) {
                events.extend(build(scope, draft, &finder, &mut unassigned));
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

fn build(
    scope: &Scope,
    draft: Draft<'_>,
    finder: &PlaceFinder<'_>,
    unassigned: &mut Vec<Unassigned>,
) -> Option<BudgetEvent> {
    let Draft { title, mut members, untitled, place } = draft;
    members.sort_unstable_by_key(|member| member.index);
    let sums = sums_of(&mut members, unassigned);
    let first = members.first()?.line;

    let (venue_name, venue_kind) = place_of(&members, finder);
    let participants = participants(&members);
    let days = counts(&members, &|k| if k.is_venue() { 2 } else { 1 }, &days_of);
    let occurrences = counts(&members, &|k| if k.is_venue() { 2 } else { 1 }, &occurrences_of);
    // In their order.
    let mut doubts = Vec::new();
    // A package with its own code is named by its package, which is the activity here.
    if title.is_none() && !scope.is_package() {
        doubts.push(EventDoubt::TitleFromActivity);
    } else if title.is_some() && untitled {
        doubts.push(EventDoubt::LinesWithoutTitle);
    }
    if members.iter().any(|member| member.class.confidence == Confidence::Low) {
        doubts.push(EventDoubt::UnsureLine);
    }
    if participants.is_none() {
        doubts.push(EventDoubt::NoParticipants);
    }
    if [&participants, &days].into_iter().flatten().any(|c| !c.value.is_exact()) {
        doubts.push(EventDoubt::CountsDisagree);
    }
    let confidence = match doubts.len() {
        0 => Confidence::High,
        1 if !doubts.contains(&EventDoubt::TitleFromActivity) => Confidence::Medium,
        _ => Confidence::Low,
    };
    let kind = title
        .as_ref()
        .map(|t| t.kind)
        .or_else(|| kind_of(&scope.activity))
        .or_else(|| kind_of(&scope.above))
        .unwrap_or(EventKind::Other);
    let mut dates: Vec<Date> = members.iter().filter_map(|member| member.line.date).collect();
    dates.sort_unstable();
    dates.dedup();
    Some(BudgetEvent {
        id: id_of(scope, title.as_ref(), place),
        title: title.map_or_else(|| title_from(scope, first), |t| t.text.to_owned()),
        kind,
        organiser: scope.agency.clone(),
        region: scope.region.clone(),
        year: scope.year,
        stage: scope.stage,
        activity_code: scope.activity_code.clone(),
        activity: scope.activity.clone(),
        package_code: scope.package.clone(),
        dates,
        participants,
        days,
        occurrences,
        package: members.iter().filter_map(|m| m.said.package.as_ref()).map(|p| p.value).max(),
        venue_name,
        venue_kind,
        cost: sums.by_kind,
        total: sums.total,
        venue_cost: sums.venue,
        bundled: members.iter().any(|member| member.class.cost_kind == CostKind::VenuePackage),
        contents_known: members.iter().all(contents_known),
        confidence,
        doubts,
        rows: members.iter().map(|member| member.line.row.clone()).collect(),
        lines: members.iter().map(|member| member.index).collect(),
        same_package: Vec::new(),
    })
}

/// What the lines of an event cost together.
#[derive(Default)]
struct Sums {
    total: Rupiah,
    venue: Rupiah,
    by_kind: BTreeMap<CostKind, Rupiah>,
}

impl Sums {
    /// With one line more, or an error and no change.
    fn add(&mut self, member: &Member<'_>) -> Result<(), MoneyError> {
        let (kind, amount) = (member.class.cost_kind, member.line.amount);
        let of_kind = self.by_kind.get(&kind).copied().unwrap_or(Rupiah::ZERO).try_add(amount)?;
        let total = self.total.try_add(amount)?;
        if kind.is_venue() {
            self.venue = self.venue.try_add(amount)?;
        }
        self.total = total;
        self.by_kind.insert(kind, of_kind);
        Ok(())
    }
}

/// The sums of an event's lines, of which those leave that fit into no sum.
fn sums_of(members: &mut Vec<Member<'_>>, unassigned: &mut Vec<Unassigned>) -> Sums {
    let mut sums = Sums::default();
    members.retain(|member| {
        let fits = sums.add(member).is_ok();
        if !fits {
            unassigned.push(Unassigned { line: member.index, reason: UnassignedReason::AmountOutOfRange });
        }
        fits
    });
    sums
}

fn title_from(scope: &Scope, first: &CostLine) -> String {
    let above = if scope.activity.is_empty() { &scope.above } else { &scope.activity };
    if above.is_empty() {
        return first.description.to_string();
    }
    let above = without_account(above);
    // "Belanja Sosialisasi (Peningkatan Kapasitas Kader)": the words in brackets tell more than "Sosialisasi".
    match title_of(above) {
        Some(title) => title.text.to_owned(),
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
fn id_of(scope: &Scope, title: Option<&Title<'_>>, place: VenueKind) -> String {
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
        title.words.iter().for_each(feed);
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
