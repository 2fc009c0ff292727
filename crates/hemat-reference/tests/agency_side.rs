//! Lawful reasons and the documents to ask for: whole, and resting only on rules that may be printed.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at the first surprise")]

use std::collections::BTreeSet;

use hemat_core::date::Date;
use hemat_core::lang::Lang;
use hemat_core::lawful_reason::ReasonEffect;
use hemat_core::letter::Figure;
use hemat_reference::lawful_reason::{lawful_reason, lawful_reasons};
use hemat_reference::requested_document::requested_documents;
use hemat_reference::words::Verification;

#[test]
fn the_reasons_that_agencies_give_are_there() {
    for id in [
        "booked",
        "too-small",
        "no-government-room",
        "lodging-needed",
        "online-not-possible",
        "rule-relaxed-in-force",
        "cross-agency-participants",
        "place-hard-to-reach",
    ] {
        assert!(lawful_reason(id).is_some(), "{id}");
    }
    assert_eq!(lawful_reason("because"), None);
    assert_eq!(lawful_reasons().len(), 15);
}

#[test]
fn a_reason_rests_on_rules_that_may_be_printed_or_on_none() {
    for reason in lawful_reasons() {
        assert_eq!(reason.rules().count(), reason.rule_ids().len(), "{}: a rule is not printable", reason.id);
        let own = reason.verification == Verification::Own;
        assert_eq!(own, reason.rule_ids().is_empty(), "{}: our own reasoning has no rule", reason.id);
    }
}

#[test]
fn a_rule_is_cited_only_on_days_on_which_it_surely_held() {
    let day = |text| Date::parse_iso(text).unwrap();
    let on = |id: &str, text| {
        let rules = lawful_reason(id).unwrap().rules_on(day(text));
        rules.map(|r| r.rule().id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(on("no-government-room", "2018-11-23"), ["PANRB-6-2015"]);
    assert_eq!(on("no-government-room", "2014-11-23"), [""; 0]);
    assert_eq!(on("no-government-room", "2024-05-01"), [""; 0], "whether it still held then was not checked");
    assert_eq!(on("rule-relaxed-in-force", "2025-07-01"), [""; 0], "a statement is never in force");
    assert_eq!(on("online-not-possible", "2026-03-01"), ["SBM-2026-31E", "SBM-SELECTIVE"]);
    assert_eq!(on("booked", "2018-11-23"), [""; 0]);
}

#[test]
fn only_a_hall_that_could_not_be_used_keeps_an_event_apart() {
    let apart: Vec<&str> =
        lawful_reasons().iter().filter(|r| r.effect == ReasonEffect::KeptApart).map(|r| &*r.id).collect();
    let expected = [
        "booked",
        "hall-closed",
        "hall-unfit",
        "no-government-room",
        "not-held",
        "place-hard-to-reach",
        "too-small",
    ];
    assert_eq!(apart, expected);
}

#[test]
fn texts_are_there_in_both_languages_and_sentences_end() {
    for reason in lawful_reasons() {
        for lang in [Lang::Id, Lang::En] {
            assert!(reason.meaning.get(lang).ends_with('.'), "{}", reason.id);
            assert!(!reason.label.get(lang).ends_with('.'), "{}", reason.id);
            assert!(!reason.document.get(lang).ends_with('.'), "{}", reason.id);
        }
    }
}

/// A figure without a document could be doubted and never be helped.
#[test]
fn every_figure_has_a_document() {
    let covered: BTreeSet<Figure> = requested_documents().iter().flat_map(|d| d.figures.clone()).collect();
    assert_eq!(covered, Figure::ALL.iter().copied().collect());
}

#[test]
fn what_the_checklist_has_is_cited_and_the_rest_is_marked_as_ours() {
    for document in requested_documents() {
        let cited = document.in_checklist();
        match document.verification {
            Verification::Own => assert_eq!(cited, None, "{}", document.id),
            _ if &*document.id == "hall-tariff" => assert_eq!(cited, None),
            _ => assert_eq!(cited.unwrap().source, document.source, "{}", document.id),
        }
    }
}
