//! `hemat.schedule/1`.

use std::io::{self, Write};

use serde::Serialize;

use hemat_core::component::Component;
use hemat_core::date::Date;
use hemat_core::estimate::Estimate;
use hemat_core::money::Rupiah;
use hemat_core::schedule::{Assignment, HallUse, LeftOut, Obstacle, Schedule, UndatedBound, Unplaced, WayIn};
use hemat_core::session::Seating;

use super::write_pretty;

#[derive(Serialize)]
struct ScheduleJson<'a> {
    schema: &'static str,
    /// At likely costs, like `upper_bound` and `gap`.
    saving: Rupiah,
    proven_optimal: bool,
    upper_bound: Rupiah,
    /// What another schedule could save more, at most.
    gap: Rupiah,
    range: Estimate<Rupiah>,
    /// Each dated event alone in its best hall.
    gross: Estimate<Rupiah>,
    assignments: Vec<AssignmentJson<'a>>,
    unplaced: Vec<UnplacedJson<'a>>,
    halls: Vec<HallJson<'a>>,
    period: Option<PeriodJson>,
    /// A bound, in none of the figures above.
    undated: Option<UndatedJson>,
}

#[derive(Serialize)]
struct AssignmentJson<'a> {
    event: &'a str,
    venue: &'a str,
    start: Date,
    end: Date,
    cost: Estimate<Rupiah>,
    saving: Estimate<Rupiah>,
    seats_known: bool,
}

#[derive(Serialize)]
struct UnplacedJson<'a> {
    event: &'a str,
    reason: LeftOut,
    alone: Option<Estimate<Rupiah>>,
    obstacles: Vec<ObstacleJson<'a>>,
    nearest: Vec<WayJson<'a>>,
}

#[derive(Serialize)]
struct ObstacleJson<'a> {
    venue: &'a str,
    reason: LeftOut,
    #[serde(skip_serializing_if = "Option::is_none")]
    seats: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    saving: Option<Estimate<Rupiah>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    holder: Option<HolderJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    events: Option<&'a [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    missing: Option<&'a [Component]>,
}

#[derive(Serialize)]
struct HolderJson<'a> {
    holder: &'a str,
    start: Date,
    end: Date,
    source: &'a str,
}

#[derive(Serialize)]
#[serde(tag = "way", rename_all = "kebab-case")]
enum WayJson<'a> {
    Shift { venue: &'a str, start: Date, by: i64, saving: Estimate<Rupiah> },
    Layout { venue: &'a str, layout: Seating, seats: u32 },
    Split { venue: &'a str, groups: u32, seats: u32, starts: &'a [Date] },
}

#[derive(Serialize)]
struct HallJson<'a> {
    venue: &'a str,
    days: u64,
    booked: u64,
    used: u64,
    free: u64,
    events: u64,
    saving: Estimate<Rupiah>,
}

#[derive(Serialize)]
struct PeriodJson {
    start: Date,
    end: Date,
}

#[derive(Serialize)]
struct UndatedJson {
    events: u64,
    could_move: u64,
    gross: Rupiah,
    at_most: Rupiah,
}

/// Writes a schedule as JSON.
///
/// # Errors
/// What the output reports.
pub fn write_schedule(schedule: &Schedule, out: &mut dyn Write) -> io::Result<()> {
    let likely = schedule.saving.likely();
    let json = ScheduleJson {
        schema: "hemat.schedule/1",
        saving: likely,
        proven_optimal: schedule.proven_optimal(),
        upper_bound: schedule.upper_bound,
        gap: schedule.gap(),
        range: schedule.saving,
        gross: schedule.gross,
        assignments: schedule.assignments.iter().map(assignment).collect(),
        unplaced: schedule.unplaced.iter().map(unplaced).collect(),
        halls: schedule.halls.iter().map(hall).collect(),
        period: schedule.period.map(|(start, end)| PeriodJson { start, end }),
        undated: schedule.undated.as_ref().map(undated),
    };
    write_pretty(&json, out)
}

fn assignment(placed: &Assignment) -> AssignmentJson<'_> {
    AssignmentJson {
        event: &placed.event,
        venue: &placed.hall,
        start: placed.first,
        end: placed.last,
        cost: placed.cost,
        saving: placed.saving,
        seats_known: placed.seats_known,
    }
}

fn unplaced(left: &Unplaced) -> UnplacedJson<'_> {
    UnplacedJson {
        event: &left.event,
        reason: left.reason,
        alone: left.alone,
        obstacles: left.obstacles.iter().map(|(hall, obstacle)| obstacle_json(hall, obstacle)).collect(),
        nearest: left.nearest.iter().map(way).collect(),
    }
}

fn obstacle_json<'a>(venue: &'a str, obstacle: &'a Obstacle) -> ObstacleJson<'a> {
    let mut json = ObstacleJson {
        venue,
        reason: obstacle.reason(),
        seats: None,
        saving: None,
        holder: None,
        events: None,
        missing: None,
    };
    match obstacle {
        Obstacle::NotPossible | Obstacle::CapacityUnknown => {}
        Obstacle::PriceMissing(components) => json.missing = Some(components),
        Obstacle::TooSmall(seats) => json.seats = Some(seats.get()),
        Obstacle::CostsMore(saving) => json.saving = Some(*saving),
        Obstacle::Taken(booking) => {
            let (start, end) = (booking.start, booking.end);
            json.holder = Some(HolderJson { holder: &booking.holder, start, end, source: &booking.source });
        }
        Obstacle::InUse(events) => json.events = Some(events),
    }
    json
}

fn way(way: &WayIn) -> WayJson<'_> {
    match way {
        WayIn::Shift { hall, start, by, saving } => {
            WayJson::Shift { venue: hall, start: *start, by: *by, saving: *saving }
        }
        WayIn::Layout { hall, layout, seats } => {
            WayJson::Layout { venue: hall, layout: *layout, seats: seats.get() }
        }
        WayIn::Split { hall, groups, seats, starts } => {
            WayJson::Split { venue: hall, groups: *groups, seats: seats.get(), starts }
        }
    }
}

fn hall(hall: &HallUse) -> HallJson<'_> {
    HallJson {
        venue: &hall.hall,
        days: hall.days,
        booked: hall.booked,
        used: hall.used,
        free: hall.free(),
        events: hall.events,
        saving: hall.saving,
    }
}

fn undated(bound: &UndatedBound) -> UndatedJson {
    UndatedJson {
        events: bound.events,
        could_move: bound.could_move,
        gross: bound.gross,
        at_most: bound.at_most,
    }
}
