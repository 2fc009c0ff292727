//! Events from lines: what comes together, what stays apart, and that no rupiah is lost or counted twice.

use std::borrow::Cow;
use std::sync::Arc;

use hemat_core::budget_event::{EventKind, Grouping, UnassignedReason, group_events};
use hemat_core::classify::{Classification, Classifier, Confidence, LineText};
use hemat_core::cost_line::{BudgetStage, CostLine, LineContext};
use hemat_core::kind::{CostKind, VenueKind};
use hemat_core::money::Rupiah;
use hemat_core::quantity::{Factor, Quantity};
use hemat_core::session::Session;
use hemat_core::source::RowRef;
use proptest::prelude::*;

fn line(
    row: u64,
    activity: &str,
    account: (&str, &str),
    text: &str,
    factors: &[(i64, &str)],
    amount: i64,
) -> CostLine {
    let context = LineContext {
        year: Some(2018),
        region: "Kabupaten Contoh".into(),
        agency: "Dinas Contoh".into(),
        activity_code: activity.into(),
        activity: activity.into(),
        account: None,
        account_name: account.1.into(),
        stage: Some(BudgetStage::Adopted),
    };
    let factors = factors.iter().map(|(n, unit)| Factor::new((*n).into(), unit)).collect();
    CostLine {
        row: RowRef { file: "contoh.csv".into(), row, part: None },
        account_row: row,
        context: Arc::new(context),
        heading: "".into(),
        description: text.into(),
        quantity: Quantity::try_new(factors).ok(),
        unit: "".into(),
        unit_price: None,
        amount: Rupiah::from_whole(amount),
        amount_before: None,
        date: None,
        package: "".into(),
    }
}

fn classes(lines: &[CostLine]) -> Vec<Classification> {
    lines
        .iter()
        .map(|l| {
            Classifier::builtin().classify(&LineText {
                account_code: "",
                account_name: &l.context.account_name,
                activity: &l.context.activity,
                heading: &l.heading,
                description: &l.description,
            })
        })
        .collect()
}

fn group(lines: &[CostLine]) -> Grouping {
    group_events(lines, &classes(lines))
}

const ROOM: (&str, &str) = ("", "Belanja Sewa Ruang Rapat/Pertemuan");
const FOOD: (&str, &str) = ("", "Belanja Makanan dan Minuman Rapat");
const SPEAKER: (&str, &str) = ("", "Belanja Jasa Narasumber");

#[test]
fn lines_with_one_title_are_one_event() {
    let lines = [
        line(1, "Pembinaan", ROOM, "Sewa ruang workshop arsip di Hotel Kenanga", &[(2, "hari")], 4_000_000),
        line(2, "Pembinaan", FOOD, "Makan workshop arsip", &[(50, "orang"), (2, "hari")], 5_000_000),
        line(3, "Pembinaan", SPEAKER, "Narasumber workshop arsip", &[(2, "orang"), (3, "jam")], 3_000_000),
        line(4, "Pembinaan", FOOD, "Snack sosialisasi pajak", &[(60, "orang")], 600_000),
    ];
    let grouping = group(&lines);
    assert_eq!(grouping.events.len(), 2);
    let workshop = &grouping.events[0];
    assert_eq!(workshop.kind, EventKind::Workshop);
    assert_eq!(workshop.lines, [0, 1, 2]);
    assert_eq!(workshop.total, Rupiah::from_whole(12_000_000));
    assert_eq!(workshop.venue_cost, Rupiah::from_whole(4_000_000));
    assert_eq!(workshop.venue_kind, VenueKind::Hotel);
    assert_eq!(workshop.venue_name.as_deref(), Some("Hotel Kenanga"));
    assert_eq!(workshop.participants.as_ref().unwrap().value.likely(), 50, "speakers are not participants");
    assert_eq!(workshop.days.as_ref().unwrap().value.likely(), 2);
    assert_eq!(grouping.events[1].kind, EventKind::Socialisation);
}

#[test]
fn five_places_are_five_occurrences() {
    let by_factor = line(1, "A", ROOM, "Sewa tempat sosialisasi pupuk", &[(5, "lokasi"), (2, "hari")], 10);
    let by_text = line(1, "A", ROOM, "Sewa tempat sosialisasi pupuk (5 lokasi x 2hari)", &[(10, "hari")], 10);
    for line in [by_factor, by_text] {
        let grouping = group(&[line]);
        assert_eq!(grouping.events[0].occurrences.as_ref().unwrap().value.likely(), 5);
    }
}

#[test]
fn a_bundle_stays_whole() {
    let text = "Sewa gedung, spanduk, mamin dan narasumber";
    let grouping = group(&[line(1, "Sosialisasi Tipe Z.1", ("", ""), text, &[(1, "paket")], 9_000_000)]);
    let event = &grouping.events[0];
    assert!(event.bundled);
    assert_eq!(event.cost.len(), 1);
    assert_eq!(event.cost[&CostKind::VenuePackage], Rupiah::from_whole(9_000_000));
}

#[test]
fn disagreeing_lines_give_a_range() {
    let package = ("", "Belanja Perjalanan Dinas Paket Meeting Dalam Kota");
    let lines = [
        line(1, "A", package, "Paket fullboard rapat kerja guru", &[(40, "orang"), (2, "hari")], 100),
        line(2, "A", FOOD, "Snack rapat kerja guru", &[(55, "orang")], 10),
    ];
    let grouping = group(&lines);
    let event = &grouping.events[0];
    let persons = event.participants.as_ref().unwrap();
    assert_eq!((persons.value.low(), persons.value.likely(), persons.value.high()), (40, 40, 55));
    assert_eq!(persons.lines, [0, 1]);
    assert_eq!(event.package, Some(Session::Fullboard));
}

#[test]
fn a_line_that_could_be_of_several_events_is_of_none() {
    let lines = [
        line(1, "A", FOOD, "Snack sosialisasi pupuk", &[], 1),
        line(2, "A", FOOD, "Snack workshop arsip", &[], 2),
        line(3, "A", ("", "Belanja Dekorasi"), "Dekorasi", &[], 4),
    ];
    let grouping = group(&lines);
    assert_eq!(grouping.events.len(), 2);
    assert_eq!(grouping.unassigned[0].reason, UnassignedReason::SeveralEvents);
}

#[test]
fn one_meal_at_a_hotel_does_not_move_the_whole_activity_there() {
    let lines = [
        line(1, "Penyusunan Renstra", FOOD, "Snack 40 dus", &[], 1),
        line(2, "Penyusunan Renstra", FOOD, "Makan minum di hotel", &[], 2),
    ];
    let grouping = group(&lines);
    let kinds: Vec<_> = grouping.events.iter().map(|e| (e.venue_kind, e.lines.clone())).collect();
    assert_eq!(kinds, [(VenueKind::None, vec![0]), (VenueKind::Hotel, vec![1])]);
}

#[test]
fn an_account_total_is_no_event() {
    let total = line(1, "", ROOM, ROOM.1, &[], 445_275_000);
    assert_eq!(group(&[total]).unassigned[0].reason, UnassignedReason::AccountTotal);
}

#[test]
fn plan_and_receipt_of_one_package_know_each_other() {
    let mut plan = line(1, "Belanja Sosialisasi", ("", ""), "Sosialisasi di Hotel (Fullday)", &[], 100);
    plan.package = "555".into();
    let mut receipt = plan.clone();
    receipt.row.file = "kuitansi.csv".into();
    receipt.context = Arc::new(LineContext { stage: Some(BudgetStage::Realised), ..(*plan.context).clone() });
    let grouping = group(&[plan, receipt]);
    assert_eq!(grouping.events.len(), 2);
    assert_eq!(grouping.events[0].same_package, [grouping.events[1].id.clone()]);
}

#[test]
fn rows_added_elsewhere_leave_ids_alone() {
    let mut lines = vec![line(9, "B", ROOM, "Sewa ruang workshop arsip", &[], 5)];
    let id = group(&lines).events[0].id.clone();
    lines.insert(0, line(1, "A", FOOD, "Snack sosialisasi pupuk", &[], 1));
    lines[1].row.row = 20;
    assert_eq!(group(&lines).events[1].id, id);
}

proptest! {
    #[test]
    fn every_line_and_every_rupiah_is_in_one_place(
        parts in prop::collection::vec((0..3_usize, 0..11_usize, 0..6_usize, -1_000_000..1_000_000_000_i64, any::<bool>()), 0..40),
        missing in 0..3_usize,
    ) {
        let texts = ["sosialisasi pupuk", "workshop arsip", "rapat", "", "Sosialisasi Pupuk Organik", "lomba mewarnai"];
        let lines: Vec<CostLine> = parts
            .iter()
            .enumerate()
            .map(|(i, (activity, _, text, amount, _))| line(i as u64, ["A", "B", "C"][*activity], ROOM, texts[*text], &[], *amount))
            .collect();
        let kinds: Vec<Classification> = parts
            .iter()
            .map(|(_, kind, ..)| Classification {
                cost_kind: CostKind::ALL[*kind],
                venue_kind: VenueKind::None,
                confidence: Confidence::High,
                reason: Cow::Borrowed("given"),
            })
            .take(parts.len().saturating_sub(missing))
            .collect();
        let grouping = group_events(&lines, &kinds);
        let mut seen: Vec<usize> = grouping.events.iter().flat_map(|e| e.lines.iter().copied()).collect();
        for event in &grouping.events {
            for index in &event.lines {
                prop_assert!(kinds[*index].cost_kind.is_event());
            }
            let by_kind = event.cost.values().try_fold(Rupiah::ZERO, |s, a| s.try_add(*a)).unwrap();
            prop_assert_eq!(by_kind, event.total);
            prop_assert_eq!(event.rows.len(), event.lines.len());
        }
        seen.extend(grouping.unassigned.iter().map(|u| u.line));
        seen.sort_unstable();
        prop_assert_eq!(seen, (0..lines.len()).collect::<Vec<_>>());
        let apart = grouping.unassigned.iter().try_fold(Rupiah::ZERO, |s, u| s.try_add(lines[u.line].amount)).unwrap();
        let whole = lines.iter().try_fold(Rupiah::ZERO, |s, l| s.try_add(l.amount)).unwrap();
        prop_assert_eq!(grouping.events_total().unwrap().try_add(apart).unwrap(), whole);
        let ids: std::collections::BTreeSet<&str> = grouping.events.iter().map(|e| e.id.as_str()).collect();
        prop_assert_eq!(ids.len(), grouping.events.len());
    }
}
