//! `hemat request`: what is asked for follows from what is weak, no private person goes out, and the letters read as
//! before (`tests/golden/letter-*`).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    dead_code,
    unreachable_pub,
    reason = "tests stop at the first surprise"
)]

#[path = "cli/run.rs"]
mod command;

use std::fs;

use command::{root, run};
use hemat_core::classify::Classifier;
use hemat_core::letter::{Doubt, EventInQuestion, Figure, weak_figures};
use hemat_core::venue::Venue;
use hemat_io::analysis::{Analysis, analyse};
use hemat_io::read::budget::ReadOptions;
use hemat_io::read::read_budget;
use hemat_io::read::venues_file::read_venues;

const BUDGET: &str = "tests/fixtures/letters/anggaran.csv";
const HALLS: &str = "tests/fixtures/letters/gedung.toml";
/// Receipts of a package in a hotel, with dates.
const RECEIPTS: &str = "tests/fixtures/events/paket_realisasi.csv";
const SEMINAR: &str = "e3dbd047f74";

fn golden(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root().join("tests/golden"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

fn said(args: &[&str]) -> String {
    let ran = run(&[args, &["--quiet"]].concat());
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{args:?}");
    ran.stdout
}

fn analysis(path: &str) -> Analysis {
    let bytes = fs::read(root().join(path)).unwrap();
    let budget = read_budget(&bytes, "anggaran.csv", &ReadOptions::default()).unwrap();
    analyse(budget, Classifier::builtin()).unwrap()
}

fn weak(analysis: &Analysis, title: &str, halls: &[&Venue]) -> Vec<(Figure, Doubt, Vec<u64>)> {
    let event = analysis.grouping.events.iter().find(|e| e.title.starts_with(title)).unwrap();
    let lines =
        event.lines.iter().map(|at| (&analysis.budget.lines[*at], analysis.classes[*at].cost_kind)).collect();
    let case = EventInQuestion { event, lines, saving: None };
    let rows = |w: &hemat_core::letter::WeakFigure| w.rows.iter().map(|r| r.row).collect();
    weak_figures(&case, halls).iter().map(|w| (w.figure, w.doubt, rows(w))).collect()
}

#[test]
fn what_is_weak_follows_from_the_event() {
    use Doubt::{NotInBudgets, PlanOnly, SeveralEvents, StandardContents, Unknown};
    use Figure::{
        Catering, Duration, EventList, HallCapacity, HallFree, HallTariff, Lodging, PackageContents,
        Participants, ReasonOutside, Venue, VenueCost,
    };
    let none = Vec::new;
    let halls = [
        (ReasonOutside, NotInBudgets, none()),
        (HallFree, NotInBudgets, none()),
        (HallCapacity, NotInBudgets, none()),
        (HallTariff, NotInBudgets, none()),
    ];
    let cases = [
        (
            "seminar inovasi layanan di Hotel",
            vec![
                (VenueCost, PlanOnly, vec![2]),
                (Venue, PlanOnly, vec![2]),
                (Participants, PlanOnly, vec![2]),
                (Duration, PlanOnly, vec![2]),
                (PackageContents, StandardContents, vec![2]),
            ],
            true,
        ),
        (
            "rapat evaluasi",
            vec![
                (VenueCost, PlanOnly, vec![4]),
                (Venue, PlanOnly, vec![4]),
                (Participants, PlanOnly, vec![5]),
                (Duration, PlanOnly, vec![4, 5]),
                (Catering, PlanOnly, vec![5]),
            ],
            true,
        ),
        (
            "pelatihan kader",
            vec![
                (VenueCost, PlanOnly, vec![7]),
                (Venue, Unknown, vec![7]),
                (Participants, PlanOnly, vec![7]),
                (Duration, PlanOnly, vec![7]),
                (PackageContents, StandardContents, vec![7]),
                (Lodging, PlanOnly, vec![7]),
            ],
            true,
        ),
        (
            "bimtek koperasi",
            vec![
                (VenueCost, PlanOnly, vec![9]),
                (Venue, PlanOnly, vec![9]),
                (Participants, PlanOnly, vec![9]),
                (Duration, PlanOnly, vec![9]),
                (EventList, SeveralEvents, vec![9]),
                (PackageContents, StandardContents, vec![9]),
            ],
            true,
        ),
        (
            // In a government hall: nothing to ask about other halls.
            "bimtek aparatur",
            vec![
                (VenueCost, PlanOnly, vec![6]),
                (Venue, Unknown, vec![6]),
                (Participants, Unknown, none()),
                (Duration, PlanOnly, vec![6]),
            ],
            false,
        ),
        (
            // No place is paid for.
            "temu nelayan",
            vec![
                (Participants, PlanOnly, vec![8]),
                (Duration, PlanOnly, vec![8]),
                (Catering, PlanOnly, vec![8]),
            ],
            false,
        ),
    ];
    let analysis = analysis(BUDGET);
    for (title, mut expected, outside) in cases {
        if outside {
            expected.extend(halls.clone());
        }
        assert_eq!(weak(&analysis, title, &[]), expected, "{title}");
    }
}

#[test]
fn listed_halls_are_asked_about_only_where_less_than_a_tariff_is_known() {
    let venues = read_venues(&fs::read_to_string(root().join(HALLS)).unwrap(), "gedung.toml").unwrap();
    let halls: Vec<&Venue> = venues.iter().collect();
    let weak = weak(&analysis(BUDGET), "seminar inovasi layanan di Hotel", &halls);
    let of = |figure| weak.iter().find(|(f, ..)| *f == figure).map(|(_, doubt, _)| *doubt);
    assert_eq!(of(Figure::HallCapacity), Some(Doubt::Only(hemat_core::evidence::Evidence::Claim)));
    assert_eq!(of(Figure::HallTariff), None, "the rent is a tariff");
}

#[test]
fn receipts_leave_nothing_to_prove_but_the_contents_and_the_halls() {
    let figures: Vec<Figure> =
        weak(&analysis(RECEIPTS), "pelatihan koperasi", &[]).into_iter().map(|(figure, ..)| figure).collect();
    assert_eq!(
        figures,
        [
            Figure::PackageContents,
            Figure::ReasonOutside,
            Figure::HallFree,
            Figure::HallCapacity,
            Figure::HallTariff
        ]
    );
}

#[test]
fn the_letters_read_as_before() {
    for lang in ["id", "en"] {
        let one = said(&["request", BUDGET, "--event", SEMINAR, "--lang", lang]);
        golden(&format!("letter-request-event-{lang}"), &one);
        let agency = ["request", BUDGET, "--agency", "pelayanan", "--venues", HALLS, "--lang", lang];
        golden(&format!("letter-request-agency-{lang}"), &said(&agency));
        golden(
            &format!("letter-reply-agency-{lang}"),
            &said(&[&agency[..], &["--letter", "reply"]].concat()),
        );
        let paid = ["request", RECEIPTS, "--agency", "koperasi", "--letter", "reply", "--lang", lang];
        golden(&format!("letter-reply-receipts-{lang}"), &said(&paid));
    }
}

#[test]
fn no_private_person_goes_out() {
    let id = "e6252e0b4f0";
    assert!(said(&["event", id, BUDGET]).contains("Budi Santoso"), "the file names a person");
    for letter in ["request", "reply"] {
        for lang in ["id", "en"] {
            let text = said(&["request", BUDGET, "--event", id, "--letter", letter, "--lang", lang]);
            for private in ["Budi", "Santoso", "19650101", "199003"] {
                assert!(!text.contains(private), "{letter} {lang}: {private}\n{text}");
            }
        }
    }
}

/// The English letter is for those who do not read Indonesian: it holds the same figures and rows.
#[test]
fn both_languages_hold_the_same_amounts() {
    let amounts = |lang: &str| {
        let text = said(&["request", BUDGET, "--event", SEMINAR, "--lang", lang]);
        let digits = text.replace(['.', ','], "");
        digits.matches("48000000").count()
    };
    assert_eq!(amounts("id"), amounts("en"));
    assert!(amounts("id") >= 3, "venue cost, line and total");
}

#[test]
fn a_docx_is_chosen_by_its_name_and_stays_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("surat.DOCX");
    let args = ["request", BUDGET, "--event", SEMINAR, "--out", out.to_str().unwrap()];
    assert_eq!(said(&args), "");
    let first = fs::read(&out).unwrap();
    assert_eq!(&first[..2], b"PK");
    said(&args);
    assert_eq!(first, fs::read(&out).unwrap(), "same letter, same bytes");
}

#[test]
fn a_letter_goes_to_one_agency_and_is_refused_otherwise() {
    for (args, says) in [
        (vec!["request", BUDGET], "a letter goes to one agency"),
        (vec!["request", BUDGET, "--agency", "dinas"], "\"1.02.01 Dinas Perikanan\""),
        (vec!["request", BUDGET, "--agency", "badan"], "no agency with events is called \"badan\""),
        (vec!["request", BUDGET, "--event", "e000"], "there is no event \"e000\""),
        (vec!["request", BUDGET, "--event", SEMINAR, "--agency", "dinas"], "cannot be used with"),
        (vec!["request", BUDGET, "--event", SEMINAR, "--format", "json"], "a letter is Markdown, or DOCX"),
        (vec!["request", BUDGET, "--agency", "pelayanan", "--most", "0"], "0"),
    ] {
        let ran = run(&args);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{args:?}");
        assert!(ran.stderr.contains(says), "{args:?}: {}", ran.stderr);
    }
}

#[test]
fn the_largest_events_of_an_agency_come_first_and_the_rest_is_counted() {
    let text = said(&["request", BUDGET, "--agency", "perikanan", "--most", "1"]);
    assert!(text.contains("pelatihan kader") && !text.contains("bimtek koperasi"), "{text}");
    assert!(!text.contains("temu nelayan"), "no place is paid for");
}
