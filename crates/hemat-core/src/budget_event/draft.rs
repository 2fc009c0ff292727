//! Drafts of events: the lines of a scope that belong together, before anything is counted.

use crate::budget_event::said::Member;
use crate::budget_event::scope::Scope;
use crate::budget_event::title::{EventKind, Title};
use crate::budget_event::{Unassigned, UnassignedReason};
use crate::classify::{Classification, extract_words};
use crate::cost_line::CostLine;
use crate::kind::VenueKind;
use crate::word::TextWords;

/// An event being built.
pub(super) struct Draft<'a> {
    pub(super) title: Option<Title<'a>>,
    pub(super) members: Vec<Member<'a>>,
    pub(super) untitled: bool,
    /// The kind of place that the lines of an event without a title name; `None` for a titled one.
    pub(super) place: VenueKind,
}

/// Reads lines one after the other, in the same room.
pub(super) struct LineReader<'a> {
    words: TextWords<'a>,
    /// The title of the line read last: its own, else its heading's. Without words if neither tells an event.
    title: Title<'a>,
}

impl<'a> LineReader<'a> {
    /// One that has read nothing.
    pub(super) fn new() -> Self {
        LineReader { words: TextWords::default(), title: Title::empty() }
    }

    /// What a line says, and the sort of event that it names, if any.
    fn read(
        &mut self,
        index: usize,
        line: &'a CostLine,
        class: &'a Classification,
    ) -> (Member<'a>, Option<EventKind>) {
        self.words.read(&line.description);
        let member = Member { index, line, class, said: extract_words(&self.words) };
        let mut kind = self.title.read(&self.words);
        if self.title.words.is_empty() {
            self.words.read(&line.heading);
            kind = kind.or(self.title.read(&self.words));
        }
        (member, kind)
    }
}

/// Lines that name their event come together by the words of its title; the others join the event of
/// their heading, or the activity's only event.
pub(super) fn drafts_of<'a>(
    scope: &Scope,
    (lines, classes): (&'a [CostLine], &'a [Classification]),
    members: &[usize],
    reader: &mut LineReader<'a>,
    unassigned: &mut Vec<Unassigned>,
) -> Vec<Draft<'a>> {
    let mut drafts: Vec<Draft<'_>> = Vec::new();
    let mut waiting = Vec::new();
    for &index in members {
        let (Some(line), Some(class)) = (lines.get(index), classes.get(index)) else { continue };
        let (member, kind) = reader.read(index, line, class);
        let title = &reader.title;
        if title.words.is_empty() {
            waiting.push((member, kind));
            continue;
        }
        match drafts.iter_mut().find(|d| same_event(d.title.as_ref(), title)) {
            Some(draft) => {
                draft.members.push(member);
                // The longer title tells more.
                if draft.title.as_ref().is_some_and(|t| t.words.len() < title.words.len()) {
                    draft.title = Some(title.clone());
                }
            }
            None => drafts.push(Draft {
                title: Some(title.clone()),
                members: vec![member],
                untitled: false,
                place: VenueKind::None,
            }),
        }
    }
    let titled = drafts.len();
    for (member, kind) in waiting {
        let mut fitting = (0..titled)
            .filter(|i| drafts.get(*i).and_then(|d| d.title.as_ref()).map(|t| Some(t.kind)) == Some(kind));
        let by_kind = match (fitting.next(), fitting.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        };
        let target = match titled {
            1 => Some(0),
            _ => by_kind,
        };
        if let Some(draft) = target.and_then(|t| drafts.get_mut(t)) {
            draft.members.push(member);
            draft.untitled = true;
        } else if titled == 0 || member.class.cost_kind.is_venue() {
            // A place that is paid for is an event even if nothing names it: the activity's. A line that names
            // a place (meals at a hotel) says nothing about where the activity's other meetings were held.
            let place =
                if scope.is_package() { VenueKind::None } else { named_place(member.class.venue_kind) };
            match drafts.iter_mut().skip(titled).find(|d| d.title.is_none() && d.place == place) {
                Some(draft) => draft.members.push(member),
                None => drafts.push(Draft { title: None, members: vec![member], untitled: true, place }),
            }
        } else {
            unassigned.push(Unassigned { line: member.index, reason: UnassignedReason::SeveralEvents });
        }
    }
    drafts
}

/// A kind that names a place; everything else counts as none named.
fn named_place(kind: VenueKind) -> VenueKind {
    if kind == VenueKind::Unspecified { VenueKind::None } else { kind }
}

/// Two titles are of one event if they are of one sort and one's words are all in the other's.
fn same_event(draft: Option<&Title<'_>>, title: &Title<'_>) -> bool {
    draft.is_some_and(|d| d.kind == title.kind && d.shares_words(title))
}
