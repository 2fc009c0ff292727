//! The event, the hall and the price that the tests of savings vary.
#![allow(dead_code, reason = "not every test needs all of them")]

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use hemat_core::budget_event::{BudgetEvent, EventKind};
use hemat_core::classify::Confidence;
use hemat_core::component::{Basis, Component};
use hemat_core::cost_line::BudgetStage;
use hemat_core::estimate::Estimate;
use hemat_core::evidence::Evidence;
use hemat_core::kind::{CostKind, VenueKind};
use hemat_core::money::Rupiah;
use hemat_core::session::{Seating, Session};
use hemat_core::source::{RowRef, SourceRef};
use hemat_core::venue::{Capacity, Rate, Tax, Venue};

/// An event in a hotel, bought as one fullday package; nothing counts its people or days.
pub(crate) fn event(id: &str, row: u64, amount: Rupiah) -> BudgetEvent {
    BudgetEvent {
        id: id.into(),
        title: format!("Rapat {row}"),
        kind: EventKind::ALL[0],
        organiser: "Dinas Contoh".into(),
        region: "".into(),
        year: Some(2025),
        stage: Some(BudgetStage::Adopted),
        activity_code: "".into(),
        activity: "".into(),
        package_code: "".into(),
        dates: vec![],
        participants: None,
        days: None,
        occurrences: None,
        package: Some(Session::Fullday),
        venue_name: None,
        venue_kind: VenueKind::Hotel,
        cost: BTreeMap::from([(CostKind::VenuePackage, amount)]),
        total: amount,
        venue_cost: amount,
        bundled: true,
        contents_known: true,
        confidence: Confidence::High,
        doubts: vec![],
        lines: vec![0],
        rows: vec![RowRef { file: "contoh.csv".into(), row, part: None }],
        same_package: vec![],
    }
}

/// A government hall with so many seats.
pub(crate) fn hall(id: &str, seats: u32, rates: Vec<Rate>) -> Venue {
    let seats = [(Seating::Classroom, NonZeroU32::new(seats).unwrap())].into();
    Venue {
        id: id.into(),
        name: id.into(),
        aliases: vec![],
        kind: VenueKind::GovernmentHall,
        region: String::new(),
        compound: vec![],
        capacity: Some(Capacity { seats, evidence: Evidence::Tariff, source: SourceRef::NotStated }),
        rates,
    }
}

/// A price out of a tariff.
pub(crate) fn rate(component: Component, basis: Basis, amount: Estimate<Rupiah>) -> Rate {
    Rate::try_new(component, basis, amount, Tax::Included, vec![], Evidence::Tariff, SourceRef::NotStated)
        .unwrap()
}
