//! Lawful reasons and the documents to ask for: whole, and resting only on rules that may be printed.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at the first surprise")]

use std::collections::BTreeSet;

use hemat_core::date::Date;
use hemat_core::lang::Lang;
use hemat_core::lawful_reason::LawfulReason;
use hemat_core::letter::Figure;
use hemat_core::verification::Verification;
use hemat_reference::lawful_reason::{grounds_of, reason_grounds};
use hemat_reference::requested_document::requested_documents;

#[test]
fn every_reason_has_its_row() {
    for reason in LawfulReason::ALL {
        assert!(grounds_of(*reason).is_some(), "{reason}");
    }
    assert_eq!(reason_grounds().len(), LawfulReason::ALL.len());
}

#[test]
fn a_reason_rests_on_rules_that_may_be_printed_or_on_none() {
    for reason in reason_grounds() {
        assert_eq!(
            reason.rules().count(),
            reason.rule_ids().len(),
            "{}: a rule is not printable",
            reason.reason
        );
        let own = reason.verification == Verification::Own;
        assert_eq!(own, reason.rule_ids().is_empty(), "{}: our own reasoning has no rule", reason.reason);
    }
}

#[test]
fn a_rule_is_cited_only_on_days_on_which_it_surely_held() {
    let day = |text| Date::parse_iso(text).unwrap();
    let on = |id: &str, text| {
        let rules = LawfulReason::from_word(id).and_then(grounds_of).unwrap().rules_on(day(text));
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
fn texts_are_there_in_both_languages_and_sentences_end() {
    for reason in reason_grounds() {
        for lang in [Lang::Id, Lang::En] {
            assert!(reason.explanation.get(lang).ends_with('.'), "{}", reason.reason);
            assert!(!reason.document.get(lang).ends_with('.'), "{}", reason.reason);
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
