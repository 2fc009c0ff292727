//! `speaker-hours-above-programme`: speakers of an event are paid for more hours than its programme can hold.

use rust_decimal::Decimal;

use crate::budget_event::BudgetEvent;
use crate::classify::{Classification, Confidence};
use crate::cost_line::CostLine;
use crate::kind::CostKind;
use crate::lang::{Lang, Text};
use crate::money::Rupiah;
use crate::quantity::Quantity;
use crate::session::Session;

use super::definition::{Check, page};
use super::examination::{Examination, Flag};
use super::finding::{Figure, Missing};
use super::missing::{DAYS, EVENT_OF_LINES, PAID_HOURS, QUANTITY};
use super::priced_line::is_speaker;
use super::priced_unit::{PricedUnit, states};
use super::setting::{Setting, SettingUnit};
use super::subject::{Seen, Subject};

/// Eight hours are the least of a fullday package (SBM-PKG-HOURS); a day of work is as long.
static HOURS: Setting = Setting::tenths(
    "hours_per_day",
    SettingUnit::Hours,
    80,
    24,
    Text::fixed("jam acara sehari", "hours of programme a day"),
);

/// Five hours are the least of a halfday package (SBM-PKG-HOURS).
static HALFDAY_HOURS: Setting = Setting::tenths(
    "halfday_hours",
    SettingUnit::Hours,
    50,
    24,
    Text::fixed("jam acara sehari pada paket halfday", "hours of programme a day of a halfday package"),
);

/// A panel: speakers who are paid for the same hour.
static AT_ONCE: Setting = Setting::whole(
    "speakers_at_once",
    SettingUnit::Count,
    3,
    100,
    Text::fixed(
        "narasumber yang dibayar untuk jam yang sama (panel, kelas sejajar)",
        "speakers who are paid for the same hour (panels, parallel rooms)",
    ),
);

pub(super) static CHECK: Check = Check {
    name: "speaker-hours-above-programme",
    flags: Text::fixed(
        "Jam narasumber yang dibayar lebih banyak daripada yang dapat dimuat acara itu.",
        "Speakers are paid for more hours than the programme of the event can hold.",
    ),
    page: page!("speaker-hours-above-programme"),
    on_by_default: true,
    settings: &[&HOURS, &HALFDAY_HOURS, &AT_ONCE],
    rules: &["SBM-SPEAKER", "SBM-PKG-HOURS"],
    exclusions: &[
        Text::fixed(
            "honorarium yang tidak dihitung per jam; jam pelajaran (JP, JPL) diklat",
            "fees that are not counted by hours; lesson hours (JP, JPL) of training",
        ),
        Text::fixed("narasumber di luar sebuah acara", "speakers in no event"),
    ],
    reasons: &[
        Text::fixed("kelas sejajar atau panel yang lebih besar", "parallel rooms or a larger panel"),
        Text::fixed(
            "acara lebih panjang atau lebih sering daripada volume rincian",
            "a longer programme, or more events, than the quantities say",
        ),
    ],
    documents: &[
        Text::fixed(
            "jadwal acara dengan jam dan nama narasumber",
            "programme with hours and names of speakers",
        ),
        Text::fixed("SK dan kuitansi honorarium", "decree and receipts of fees"),
    ],
    can_fire,
    run,
};

fn is_paid_speaker(line: &CostLine, class: &Classification) -> bool {
    class.cost_kind == CostKind::SpeakerFee && is_speaker(line) && !line.amount.is_zero()
}

fn can_fire(seen: &Seen<'_>) -> Result<(), Text> {
    if seen.classified().any(|(line, class)| is_paid_speaker(line, class) && states(line, PricedUnit::Hour)) {
        return Ok(());
    }
    Err(Text::fixed(
        "tidak ada honorarium narasumber yang dihitung per jam dalam berkas ini",
        "no fee of a speaker is counted by hours in this file",
    ))
}

fn run(examination: &mut Examination<'_>) {
    for event in &examination.seen.grouping.events {
        let of_event = examination.seen.event_lines(event);
        let fees: Vec<&CostLine> =
            of_event.filter(|(line, class)| is_paid_speaker(line, class)).map(|(line, _)| line).collect();
        if fees.is_empty() {
            examination.not_applicable();
        } else {
            judge(examination, event, &fees);
        }
    }
}

/// Days, times, hours a day and speakers at once: what a programme can hold.
struct Programme {
    days: Option<u32>,
    times: u32,
    hours: Decimal,
    at_once: Decimal,
}

impl Programme {
    fn of(examination: &Examination<'_>, event: &BudgetEvent) -> Self {
        let setting = if event.package == Some(Session::Halfday) { &HALFDAY_HOURS } else { &HOURS };
        Programme {
            days: event.days.as_ref().map(|days| days.value.high()),
            times: event.occurrences.as_ref().map_or(1, |times| times.value.high()),
            hours: examination.number(setting),
            at_once: examination.number(&AT_ONCE),
        }
    }

    /// Paid hours that fit into so many days.
    fn holds(&self, days: u32) -> Option<Decimal> {
        let hours = Decimal::from(days).checked_mul(self.times.into())?.checked_mul(self.hours)?;
        hours.checked_mul(self.at_once)
    }
}

fn judge(examination: &mut Examination<'_>, event: &BudgetEvent, fees: &[&CostLine]) {
    let programme = Programme::of(examination, event);
    let subject = Subject::event(event).on_rows(fees.iter().copied());
    let paid = match paid_hours(fees) {
        Ok(paid) => paid,
        Err(missing) => return examination.insufficient(subject, vec![missing]),
    };
    let limit = programme.holds(programme.days.unwrap_or(1));
    let Some(limit) = limit else { return examination.not_applicable() };
    if paid <= limit {
        return examination.clear();
    }
    let missing = match programme.days {
        None => Some(DAYS),
        // The lines may be of other meetings of the same activity.
        Some(_) if event.may_be_mixed() => Some(EVENT_OF_LINES),
        Some(_) => None,
    };
    match missing {
        Some(missing) => examination.insufficient(subject, vec![missing]),
        None => {
            let flag = flag(&programme, fees, paid, limit);
            examination.flag(subject, flag);
        }
    }
}

/// Hours of all speakers together: the product of each quantity that counts hours.
fn paid_hours(fees: &[&CostLine]) -> Result<Decimal, Missing> {
    fees.iter().try_fold(Decimal::ZERO, |sum, line| {
        let quantity = line.quantity.as_ref().ok_or(QUANTITY)?;
        let hours = states(line, PricedUnit::Hour).then(|| quantity.total()).ok_or(PAID_HOURS)?;
        sum.checked_add(hours).ok_or(QUANTITY)
    })
}

fn flag(programme: &Programme, fees: &[&CostLine], paid: Decimal, limit: Decimal) -> Flag {
    let least = fees.iter().filter_map(|line| line.unit_price).min();
    let excess = paid.checked_sub(limit);
    let stake = least.and_then(|price: Rupiah| price.try_times(excess?).ok());
    let (days, times) = (programme.days.unwrap_or(1), programme.times);
    let (hours, at_once) = (programme.hours.normalize(), programme.at_once.normalize());
    let (paid, limit) = (paid.normalize(), limit.normalize());
    let formula = |lang: Lang| {
        let lines: Vec<String> =
            fees.iter().filter_map(|line| line.quantity.as_ref()).map(Quantity::to_string).collect();
        let lines = lines.join(" + ");
        let what = lang.pick(
            "hari x kali x jam sehari x narasumber sekaligus",
            "days x times x hours a day x speakers at once",
        );
        let unit = lang.pick("jam", "hours");
        let mut out = format!(
            "{lines} = {paid} {unit} > {days} x {times} x {hours} x {at_once} = {limit} {unit} ({what})"
        );
        if let (Some(price), Some(stake)) = (least, stake) {
            let (price, stake) = (price.display(lang), stake.display(lang));
            out.push_str(&format!("; ({paid} - {limit}) x {price} = {stake}"));
        }
        out
    };
    Flag {
        observed: Figure::Number(paid),
        limit: Figure::Number(limit),
        formula: Text::by(formula),
        at_stake: stake,
        certainty: Confidence::Medium,
    }
}
