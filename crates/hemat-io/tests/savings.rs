//! Savings over small budgets of our own: what is compared, what is counted apart and why, and the report.

// Helpers of a test are tests too.
#![allow(clippy::unwrap_used)]

use hemat_core::budget_event::UnassignedReason;
use hemat_core::classify::Classifier;
use hemat_core::counted_lines::CountedLines;
use hemat_core::lang::Lang;
use hemat_core::money::Rupiah;
use hemat_core::price_book::PriceBook;
use hemat_core::repeated::{Content, repeated_files, two_stages};
use hemat_core::reply::Replies;
use hemat_core::report::{Block, BudgetsRead, Report, savings_report};
use hemat_core::saving::{EventSaving, SavingStatus, Savings, Terms, savings};
use hemat_io::analysis::{Analysis, analyse};
use hemat_io::read::budget::ReadOptions;
use hemat_io::read::read_budget;
use hemat_io::read::venues_file::read_venues;

const HALL: &str = r#"
[[venue]]
id = "aula"
name = "Aula Contoh"
kind = "government-hall"
[venue.capacity]
theatre = 200
classroom = 100
evidence = "claim"
source = "contoh"
[[venue.rate]]
component = "hall-rent"
basis = "day"
amount = 1000000
evidence = "tariff"
source = "contoh"
[[venue.rate]]
component = "meal"
basis = "meal"
amount = 30000
evidence = "assumption"
source = "contoh"
[[venue.rate]]
component = "snack"
basis = "snack"
amount = 10000
evidence = "assumption"
source = "contoh"
"#;

const HEADER: &str = "year,agency,activity,account_name,description,quantity,amount\n";
const MEETING: &str = "Belanja Perjalanan Dinas Paket Meeting Dalam Kota";
const ROOM: &str = "Belanja Sewa Ruang Rapat/Pertemuan";
const MIXED: &str = "Belanja Sewa Gedung/Kantor/Tempat";

fn analysis(rows: &[(&str, &str, &str, &str, u64)]) -> Analysis {
    let mut text = HEADER.to_owned();
    for (activity, account, description, quantity, amount) in rows {
        text.push_str(&format!(
            "2026,Dinas Contoh,\"{activity}\",\"{account}\",\"{description}\",\"{quantity}\",{amount}\n"
        ));
    }
    let budget = read_budget(text.as_bytes(), "contoh.csv", &ReadOptions::default()).unwrap();
    assert_eq!(budget.lines.len(), rows.len());
    analyse(budget, Classifier::builtin()).unwrap()
}

fn judged(analysis: &Analysis) -> Savings {
    let venues = read_venues(HALL, "venues.toml").unwrap();
    let (book, replies) = (PriceBook::default(), Replies::default());
    let terms = Terms { venues: &venues, book: &book, replies: &replies, calendar: None };
    savings(&analysis.event_inputs().unwrap(), &terms).unwrap()
}

fn only(rows: &[(&str, &str, &str, &str, u64)]) -> EventSaving {
    let mut events = judged(&analysis(rows)).events;
    assert_eq!(events.len(), 1);
    events.remove(0)
}

fn report(analysis: &Analysis) -> Report {
    let read = BudgetsRead {
        files: vec!["contoh.csv".into()],
        halls: 1,
        reconciliation: analysis.reconciliation,
        venue_lines: analysis.venue_lines_apart(),
        ..BudgetsRead::default()
    };
    savings_report(&judged(analysis), &read, Lang::En).unwrap()
}

#[test]
fn each_event_has_one_status_with_its_reason() {
    let hotel = "di Hotel Contoh";
    for (activity, account, text, quantity, amount, status) in [
        // A standard package is compared whole: 50 people, 2 days, in a hall of 100.
        (
            "A",
            MEETING,
            format!("Paket fullday bimtek arsip {hotel}"),
            "50 orang x 2 hari",
            40_000_000,
            SavingStatus::Saves,
        ),
        (
            "A",
            MEETING,
            format!("Paket fullday bimtek arsip {hotel}"),
            "50 orang x 2 hari",
            1_000_000,
            SavingStatus::NoSaving,
        ),
        (
            "A",
            MEETING,
            format!("Paket fullday bimtek arsip {hotel}"),
            "150 orang x 1 hari",
            40_000_000,
            SavingStatus::NoHallFits,
        ),
        // Beds have no price in this hall's list.
        (
            "A",
            MEETING,
            format!("Paket fullboard bimtek arsip {hotel}"),
            "50 orang x 2 hari",
            90_000_000,
            SavingStatus::PriceMissing,
        ),
        (
            "A",
            MEETING,
            format!("Paket fullday bimtek arsip {hotel}"),
            "2 hari",
            40_000_000,
            SavingStatus::ParticipantsUnknown,
        ),
        (
            "A",
            MEETING,
            format!("Paket fullboard bimtek arsip {hotel}"),
            "50 orang",
            40_000_000,
            SavingStatus::DaysUnknown,
        ),
        // A fullday package without a factor of days is one day.
        (
            "A",
            MEETING,
            format!("Paket fullday bimtek arsip {hotel}"),
            "50 orang",
            20_000_000,
            SavingStatus::Saves,
        ),
        // Nothing says what the price holds beside the room.
        (
            "A",
            MEETING,
            format!("Bimtek arsip {hotel}"),
            "50 orang x 2 hari",
            40_000_000,
            SavingStatus::Bundled,
        ),
        (
            "A",
            MEETING,
            format!("Bimtek arsip {hotel} (Fullday), peserta; bimtek arsip {hotel} (Fullday), narasumber"),
            "50 orang x 1 hari",
            40_000_000,
            SavingStatus::Bundled,
        ),
        (
            "A",
            MEETING,
            "Paket fullday bimtek arsip".into(),
            "50 orang x 2 hari",
            40_000_000,
            SavingStatus::VenueNotNamed,
        ),
    ] {
        let event = only(&[(activity, account, &text, quantity, amount)]);
        assert_eq!(event.status, status, "{text} {quantity} {amount}");
        assert_eq!(event.gross_saving.is_some(), status.is_compared());
    }
}

#[test]
fn a_package_stands_against_the_hall_and_all_its_food() {
    let event = only(&[(
        "A",
        MEETING,
        "Paket fullday bimtek arsip di Hotel Contoh",
        "50 orang x 2 hari",
        40_000_000,
    )]);
    // 2 days of rent, 100 meals, 200 snacks.
    let hall = 2 * 1_000_000 + 100 * 30_000 + 200 * 10_000;
    assert_eq!(event.gross_saving.unwrap().likely(), Rupiah::from_whole(40_000_000 - hall));
    assert_eq!(event.weakest_evidence.unwrap().as_str(), "assumption");
}

#[test]
fn four_groups_of_four_days_are_not_one_event_of_sixteen() {
    let event = only(&[
        ("A", ROOM, "Sewa ruang workshop arsip di Hotel Contoh (4 angkatan x 4 hari)", "16 hari", 32_000_000),
        ("A", "Belanja Makanan dan Minuman Rapat", "Makan workshop arsip", "40 orang", 1_000_000),
    ]);
    assert_eq!((event.days.unwrap().likely(), event.occurrences), (4, 4));
    // Only the room was paid to the hotel, so only sixteen days of rent stand against it.
    assert_eq!(event.gross_saving.unwrap().likely(), Rupiah::from_whole(32_000_000 - 16_000_000));
}

#[test]
fn rent_of_a_mixed_account_with_nothing_more_said_is_no_event() {
    let file = analysis(&[("Penyediaan tanah", MIXED, MIXED, "", 1_256_067_250)]);
    assert_eq!(file.grouping.events, []);
    let apart = file.venue_lines_apart();
    assert_eq!(apart.len(), 1);
    assert_eq!(apart[0].reason, UnassignedReason::AccountAlone);
    assert_eq!(apart[0].amount, Rupiah::from_whole(1_256_067_250));
    let shown = report(&file);
    assert!(shown.sections.iter().any(|s| s.id == "venue-lines"));
    assert!(file.reconciliation.balances());
}

#[test]
fn an_activity_with_very_different_counts_is_several_events() {
    let event = only(&[
        ("Pembinaan guru", ROOM, "Sewa ruang di Hotel Contoh", "2 hari", 4_000_000),
        ("Pembinaan guru", "Belanja Makanan dan Minuman Rapat", "Makan di Hotel Contoh", "20 orang", 500_000),
        ("Pembinaan guru", "Belanja Makanan dan Minuman Rapat", "Snack di Hotel Contoh", "90 orang", 900_000),
    ]);
    assert_eq!(event.status, SavingStatus::MixedEvents);
}

#[test]
fn the_report_lists_at_most_ten_of_each_group_and_says_how_many_there_are() {
    let texts: Vec<String> = (0..12)
        .map(|i| format!("Sewa ruang sosialisasi {}", "abcdefghijkl".get(i..i + 1).unwrap().repeat(4)))
        .collect();
    let rows: Vec<_> = texts.iter().map(|t| ("A", ROOM, t.as_str(), "2 hari", 1_000_000)).collect();
    let shown = report(&analysis(&rows));
    let section = shown.sections.iter().find(|s| s.id == "apart").unwrap();
    let table =
        section.blocks.iter().find_map(|b| if let Block::Table(t) = b { Some(t) } else { None }).unwrap();
    assert_eq!(table.rows().len(), 10);
    assert!(table.caption.contains("10 largest of 12"), "{}", table.caption);
    assert!(shown.sections.iter().all(|s| s.id != "by-month"), "no date, no months");
    assert!(shown.lead.iter().any(|l| l.contains("neither waste nor thrift")));
}

fn content(lines: &[hemat_core::cost_line::CostLine]) -> Content {
    Content::of(lines, &CountedLines::default()).unwrap()
}

#[test]
fn a_file_set_apart_and_two_stages_are_said_in_the_lead() {
    let file = analysis(&[(
        "A",
        MEETING,
        "Paket fullday bimtek arsip di Hotel Contoh",
        "50 orang x 2 hari",
        40_000_000,
    )]);
    let lines = file.budget.lines.as_slice();
    let mut revised = lines.to_vec();
    let mut context = (*revised[0].context).clone();
    context.stage = Some(hemat_core::cost_line::BudgetStage::Revised);
    revised[0].context = context.into();
    let mut adopted = lines.to_vec();
    let mut context = (*adopted[0].context).clone();
    context.stage = Some(hemat_core::cost_line::BudgetStage::Adopted);
    adopted[0].context = context.into();
    let read = BudgetsRead {
        files: vec!["a.csv".into(), "b.csv".into()],
        halls: 1,
        repeated: repeated_files(&[content(lines), content(lines)]),
        stages: two_stages(adopted.iter().chain(&revised).map(|l| &*l.context)),
        ..BudgetsRead::default()
    };
    for (lang, word) in [(Lang::Id, "PERHATIAN"), (Lang::En, "ATTENTION")] {
        let shown = savings_report(&judged(&file), &read, lang).unwrap();
        assert_eq!(shown.lead.iter().filter(|l| l.starts_with(word)).count(), 2, "{:?}", shown.lead);
        assert!(shown.sections.iter().any(|s| s.id == "repeated"));
    }
}
