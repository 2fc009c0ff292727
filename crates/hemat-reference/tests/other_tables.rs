//! Accounts, rules, tariffs, patterns and documents are whole, apart, and sourced.
// The lint knows test functions, not their helpers in a test file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use hemat_core::account::AccountScheme;
use hemat_core::date::Date;
use hemat_core::lang::Lang;
use hemat_core::verification::Verification;
use hemat_reference::account::{EventCategory, account, accounts, accounts_named, event_accounts};
use hemat_reference::audit_pattern::audit_patterns;
use hemat_reference::evidence_document::{ProvenCost, evidence_documents};
use hemat_reference::hall_tariff::hall_tariffs;
use hemat_reference::rule::{InForce, RuleKind, rule, rules};

#[test]
fn schemes_that_look_alike_stay_apart() {
    let name = |scheme, code| account(scheme, code).map(|a| &*a.name);
    let (first, second) = (AccountScheme::Permendagri90, AccountScheme::Kepmendagri050);
    assert_eq!(name(first, "5.1.02.01.01.024"), Some("Belanja Barang Pakai Habis Penanggulangan Bencana"));
    assert_eq!(
        name(second, "5.1.02.01.01.0024"),
        Some("Belanja Alat/Bahan untuk Kegiatan Kantor-Alat Tulis Kantor")
    );
    assert_eq!(name(first, "5.1.02.01.01.0024"), None);
    assert_eq!(name(second, "5.1.02.01.01.024"), None);
    assert_eq!(accounts().len(), 332);
}

#[test]
fn accounts_have_as_many_levels_as_their_code() {
    for a in accounts() {
        assert_eq!(usize::from(a.level), a.code.split('.').count(), "{}", a.code);
    }
}

#[test]
fn accounts_are_found_by_name_and_by_category() {
    let category = |code| account(AccountScheme::Kepmendagri050, code).and_then(|a| a.event_category);
    assert_eq!(category("5.1.02.02.05.0043"), Some(EventCategory::VenueRentHotel));
    assert_eq!(category("5.1.02.02.05.0009"), Some(EventCategory::VenueRent));
    assert_eq!(category("5.1.02.04.01.0004"), Some(EventCategory::MeetingPackage));
    assert_eq!(category("5.1.02.01.01.0052"), Some(EventCategory::CateringMeeting));
    assert_eq!(category("5.1.02.02.01.0003"), Some(EventCategory::HonorSpeaker));
    let codes: Vec<&str> =
        accounts_named(" belanja  MAKANAN dan minuman rapat").iter().map(|a| &*a.code).collect();
    assert_eq!(codes, ["5.1.02.01.01.0052", "5.2.2.11.02"]);
    assert!(accounts_named(" - ").is_empty());
    assert_eq!(event_accounts().count(), 108);
}

#[test]
fn an_unverified_rule_has_no_text_and_is_not_printable() {
    let hidden = rule("PERMENDAGRI-APBD-GUIDE").unwrap();
    assert_eq!(hidden.verification, Verification::No);
    assert_eq!(hidden.printable(), None);
    let printable: Vec<&str> = rules().iter().filter(|r| r.printable().is_some()).map(|r| &*r.id).collect();
    assert_eq!(printable.len(), 35);
    assert!(!printable.contains(&"PERMENDAGRI-APBD-GUIDE"));
}

#[test]
fn rules_know_when_they_held() {
    let day = |s| Date::parse_iso(s).unwrap();
    let cases = [
        ("PANRB-6-2015", "2018-11-23", InForce::Yes),
        ("PANRB-6-2015", "2015-03-31", InForce::No),
        ("PANRB-6-2015", "2024-01-01", InForce::Unknown),
        ("PANRB-SE11-2014", "2018-11-23", InForce::No),
        ("SHSR-2020-NATURE", "2018-11-23", InForce::No),
        ("SHSR-2020-NATURE", "2022-05-01", InForce::Yes),
        ("SHSR-2020-NATURE", "2025-08-01", InForce::Unknown),
        ("PBJ-2018-P20", "2018-11-23", InForce::Yes),
        ("PBJ-2010-P24", "2018-11-23", InForce::No),
        ("SBM-2026-P2", "2018-11-23", InForce::No),
        ("SBM-2026-P2", "2026-12-31", InForce::Yes),
        ("SBM-PKG-HOURS", "2018-11-23", InForce::Unknown),
        ("MENDAGRI-2014", "2018-11-23", InForce::Unknown),
    ];
    for (id, on, expected) in cases {
        assert_eq!(rule(id).unwrap().in_force_on(day(on)), expected, "{id} {on}");
    }
    for r in rules().iter().filter(|r| matches!(r.kind, RuleKind::Statement | RuleKind::Practice)) {
        assert_ne!(r.in_force_on(day("2025-07-01")), InForce::Yes, "{}", r.id);
    }
    for r in rules() {
        for lang in [Lang::Id, Lang::En] {
            assert!(r.printable().is_none_or(|p| p.summary(lang).ends_with('.')), "{}", r.id);
        }
    }
}

#[test]
fn examples_from_elsewhere_are_whole() {
    assert_eq!(hall_tariffs().len(), 27);
    assert_eq!(hall_tariffs().iter().filter(|t| t.amount.is_none()).count(), 1);
    assert_eq!(audit_patterns().len(), 13);
    assert_eq!(evidence_documents(ProvenCost::MeetingPackage).count(), 14);
    assert_eq!(evidence_documents(ProvenCost::MeetingCatering).count(), 8);
}
