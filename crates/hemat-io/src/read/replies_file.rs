//! `replies.toml`: what agencies answered (`[[reply]]`) and what documents show (`[[known]]`) about events, by the id
//! that `hemat events` prints. Kept beside the budget files and applied on every run.

use hemat_core::evidence::Evidence;
use hemat_core::lawful_reason::LawfulReason;
use hemat_core::reply::{Known, Replies, Reply};

use crate::read::contract::{ContractErrors, Faults, plain_text};
use crate::read::event_file::words;
use crate::read::toml_section::{Section, parse};
use crate::read::toml_value::{count, date, estimate, evidence, list, source, text, text_or_empty, word};

const KNOWN_KEYS: [&str; 6] = ["event", "start", "participants", "days", "evidence", "source"];
const REPLY_KEYS: [&str; 11] = [
    "event",
    "reason",
    "halls",
    "statement",
    "office",
    "received",
    "start",
    "participants",
    "days",
    "evidence",
    "source",
];

/// Reads `replies.toml`. `file` is the name that messages show; `known_venues` are the ids of the venues file.
///
/// # Errors
/// [`ContractErrors`] with every fault of the file: reasons that are not in the list, halls that are not in the venues
/// file, sections that say nothing.
pub fn read_replies(text: &str, file: &str, known_venues: &[&str]) -> Result<Replies, ContractErrors> {
    let text = plain_text(text, file)?;
    let mut faults = Faults::of(text);
    let replies = parse(text, &mut faults).map(|document| {
        let root = Section::root(&document, &["reply", "known"], &mut faults);
        let replies = root.sections("reply", &REPLY_KEYS, &mut faults);
        let all = replies.iter().filter_map(|section| reply(section, known_venues, &mut faults)).collect();
        let sections = root.sections("known", &KNOWN_KEYS, &mut faults);
        let known = sections.iter().filter_map(|section| shown(section, &mut faults)).collect();
        Replies { all, known }
    });
    faults.finish(file, replies)
}

fn reply(section: &Section<'_>, known_venues: &[&str], faults: &mut Faults<'_>) -> Option<Reply> {
    let reasons = words(LawfulReason::ALL, LawfulReason::as_str);
    let reason = section
        .required("reason", &format!("valid: {}", reasons.join(", ")), faults)
        .and_then(|item| word(&item, LawfulReason::from_word, &reasons, faults));
    let mut halls = Vec::new();
    for hall in section.item("halls").map(|item| list(&item, faults)).unwrap_or_default() {
        let Some(id) = text(&hall, faults) else { continue };
        if known_venues.contains(&id.as_str()) {
            halls.push(id);
        } else {
            let hint = format!("known venues: {}", known_venues.join(", "));
            hall.wrong(faults, "is not in the venues file", &hint);
        }
    }
    let statement = text_or_empty(section, "statement", faults);
    let office = text_or_empty(section, "office", faults);
    let received = section.item("received").and_then(|item| date(&item, faults));
    let known = known(section, faults);
    let (known, reason) = (known?, reason?);
    let says_nothing = known.participants.is_none() && known.days.is_none() && known.start.is_none();
    if reason == LawfulReason::FiguresCorrected && says_nothing {
        let hint = "give participants, days or start: figures-corrected needs other figures";
        faults.missing(section.span(), &section.path_of("participants"), hint);
    }
    Some(Reply { known, reason, halls, statement, office, received })
}

fn shown(section: &Section<'_>, faults: &mut Faults<'_>) -> Option<Known> {
    let known = known(section, faults)?;
    if known.participants.is_none() && known.days.is_none() && known.start.is_none() {
        let hint = "say what the document shows: start, participants or days";
        faults.missing(section.span(), &section.path_of("start"), hint);
    }
    Some(known)
}

fn known(section: &Section<'_>, faults: &mut Faults<'_>) -> Option<Known> {
    let event = section
        .required("event", "write the event's id, from hemat events", faults)
        .and_then(|item| text(&item, faults));
    let start = section.item("start").and_then(|item| date(&item, faults));
    let participants = section.item("participants").and_then(|item| estimate(&item, &[], faults, count));
    let days = section.item("days").and_then(|item| estimate(&item, &[], faults, count));
    let grade = evidence(section, faults).unwrap_or(Evidence::Claim);
    let source = source(section, faults);
    Some(Known { event: event?, start, participants, days, evidence: grade, source })
}
