//! Which figures of an event are weak. A letter asks for the documents of these, and for no others.

use crate::budget_event::{Count, EventDoubt};
use crate::component::Component;
use crate::evidence::Evidence;
use crate::kind::{CostKind, VenueKind};
use crate::session::Session;
use crate::venue::Venue;

use super::case::EventInQuestion;
use super::figure::{Doubt, Figure, WeakFigure};

/// The weak figures of an event, in the order of [`Figure::ALL`].
///
/// `halls` are the government halls it was or could be compared with. Figures that rest on receipts are not weak.
#[must_use]
pub fn weak_figures(case: &EventInQuestion<'_>, halls: &[&Venue]) -> Vec<WeakFigure> {
    let mut weak = Vec::new();
    if case.pays_for_a_place() {
        weak.extend(venue_cost(case));
        weak.extend(venue(case));
    }
    weak.extend(count(case, Figure::Participants, case.event.participants.as_ref()));
    weak.extend(count(case, Figure::Duration, case.event.days.as_ref()));
    weak.extend(event_list(case));
    weak.extend(package_contents(case));
    let lodging = |k| k == CostKind::EventLodging;
    if case.event.package == Some(Session::Fullboard) || case.lines.iter().any(|(_, k)| lodging(*k)) {
        weak.extend(planned(case, Figure::Lodging, |k| lodging(k) || k == CostKind::VenuePackage));
    }
    if case.lines.iter().any(|(_, k)| *k == CostKind::Catering) {
        weak.extend(planned(case, Figure::Catering, |k| k == CostKind::Catering));
    }
    // Where the kind of place is not named, nothing says that it was out of the office: the place is asked for first.
    if case.pays_for_a_place() && case.event.venue_kind.is_commercial() {
        weak.push(WeakFigure { figure: Figure::ReasonOutside, doubt: Doubt::NotInBudgets, rows: Vec::new() });
        weak.push(WeakFigure { figure: Figure::HallFree, doubt: Doubt::NotInBudgets, rows: Vec::new() });
        weak.extend(of_halls(Figure::HallCapacity, halls, capacity_grade));
        weak.extend(of_halls(Figure::HallTariff, halls, tariff_grade));
    }
    weak
}

fn venue_cost(case: &EventInQuestion<'_>) -> Option<WeakFigure> {
    let doubt = if !case.event.contents_known {
        Doubt::NotToldApart
    } else if !case.is_paid() {
        Doubt::PlanOnly
    } else {
        return None;
    };
    Some(WeakFigure { figure: Figure::VenueCost, doubt, rows: case.rows_of(CostKind::is_venue) })
}

fn venue(case: &EventInQuestion<'_>) -> Option<WeakFigure> {
    let named = case.event.venue_name.is_some() && case.event.venue_kind != VenueKind::Unspecified;
    let doubt = if !named {
        Doubt::Unknown
    } else if !case.is_paid() {
        Doubt::PlanOnly
    } else {
        return None;
    };
    Some(WeakFigure { figure: Figure::Venue, doubt, rows: case.rows_of(CostKind::is_venue) })
}

fn count(case: &EventInQuestion<'_>, figure: Figure, count: Option<&Count>) -> Option<WeakFigure> {
    let Some(count) = count else {
        return Some(WeakFigure { figure, doubt: Doubt::Unknown, rows: Vec::new() });
    };
    let doubt = if !count.value.is_exact() {
        Doubt::LinesDisagree
    } else if !case.is_paid() {
        Doubt::PlanOnly
    } else {
        return None;
    };
    Some(WeakFigure { figure, doubt, rows: case.rows_saying(count) })
}

/// One line that is held several times, or lines that no title holds together and that disagree.
fn event_list(case: &EventInQuestion<'_>) -> Option<WeakFigure> {
    let doubts = &case.event.doubts;
    let untitled =
        doubts.contains(&EventDoubt::TitleFromActivity) && doubts.contains(&EventDoubt::CountsDisagree);
    let times = case.event.occurrences.as_ref().filter(|c| c.value.high() > 1);
    if !untitled && times.is_none() {
        return None;
    }
    let rows = times.map_or_else(|| case.rows_of(|_| true), |count| case.rows_saying(count));
    Some(WeakFigure { figure: Figure::EventList, doubt: Doubt::SeveralEvents, rows })
}

fn package_contents(case: &EventInQuestion<'_>) -> Option<WeakFigure> {
    if !case.event.bundled {
        return None;
    }
    let doubt = if case.event.contents_known { Doubt::StandardContents } else { Doubt::NotToldApart };
    let rows = case.rows_of(|k| k == CostKind::VenuePackage);
    Some(WeakFigure { figure: Figure::PackageContents, doubt, rows })
}

/// A figure that is weak only as long as it is a plan.
fn planned(
    case: &EventInQuestion<'_>,
    figure: Figure,
    wanted: impl Fn(CostKind) -> bool,
) -> Option<WeakFigure> {
    (!case.is_paid()).then(|| WeakFigure { figure, doubt: Doubt::PlanOnly, rows: case.rows_of(wanted) })
}

/// A hall's figure is weak if no hall is listed, or if some listed hall has less than a published tariff for it.
fn of_halls(
    figure: Figure,
    halls: &[&Venue],
    grade: impl Fn(&Venue) -> Option<Evidence>,
) -> Option<WeakFigure> {
    let doubt = if halls.is_empty() {
        Doubt::NotInBudgets
    } else {
        let grades: Vec<Option<Evidence>> = halls.iter().map(|hall| grade(hall)).collect();
        if grades.iter().any(Option::is_none) {
            Doubt::NotInBudgets
        } else {
            Doubt::Only(Evidence::weakest(grades.into_iter().flatten()).filter(|g| *g > Evidence::Tariff)?)
        }
    };
    Some(WeakFigure { figure, doubt, rows: Vec::new() })
}

fn capacity_grade(hall: &Venue) -> Option<Evidence> {
    hall.capacity.as_ref().map(|c| c.evidence)
}

/// The weakest of a hall's rents; `None` without any.
fn tariff_grade(hall: &Venue) -> Option<Evidence> {
    let rents = hall.rates.iter().filter(|r| r.component() == Component::HallRent);
    Evidence::weakest(rents.map(|r| r.evidence))
}
