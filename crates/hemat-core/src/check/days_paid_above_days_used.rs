//! `days-paid-above-days-used`: a line is paid for more days than the place of its event.

use rust_decimal::Decimal;

use crate::budget_event::BudgetEvent;
use crate::classify::Confidence;
use crate::cost_line::CostLine;
use crate::kind::CostKind;
use crate::lang::{Lang, Text};
use crate::money::Rupiah;

use super::definition::{Check, page};
use super::examination::{Examination, Flag};
use super::finding::Figure;
use super::missing::DAYS;
use super::setting::{Setting, SettingUnit};
use super::subject::{Seen, Subject};

/// A fullboard of two nights is a meeting of three days, and people travel on a day before or after.
static MARGIN: Setting = Setting::whole(
    "margin",
    SettingUnit::Count,
    1,
    30,
    Text::fixed(
        "hari di luar hari tempat dipakai yang dianggap wajar (datang, pulang, malam paket)",
        "days beyond those of the place that are taken as usual (arrival, departure, nights of a package)",
    ),
);

pub(super) static CHECK: Check = Check {
    name: "days-paid-above-days-used",
    flags: Text::fixed(
        "Suatu rincian dibayar untuk lebih banyak hari daripada hari tempat kegiatannya dipakai.",
        "A line is paid for more days than the place of its event was used.",
    ),
    page: page!("days-paid-above-days-used"),
    on_by_default: true,
    settings: &[&MARGIN],
    rules: &[],
    exclusions: &[
        Text::fixed(
            "kegiatan tanpa paket atau sewa ruang yang menyebut hari",
            "events without a package or room whose days are stated",
        ),
        Text::fixed(
            "bahan, perlengkapan dan biaya lain yang tidak dihitung per hari",
            "materials, equipment and costs that are not counted by days",
        ),
    ],
    reasons: &[
        Text::fixed("hari perjalanan datang dan pulang", "days of arrival and departure"),
        Text::fixed(
            "sebagian acara di tempat lain yang tidak disewa",
            "a part of the event at a place that is not rented",
        ),
    ],
    documents: &[
        Text::fixed("jadwal acara dan surat tugas", "programme and letters of assignment"),
        Text::fixed(
            "bukti perjalanan dan daftar hadir per hari",
            "travel papers and attendance lists by day",
        ),
    ],
    can_fire,
    run,
};

/// Kinds that are paid by days of presence.
const BY_DAYS: [CostKind; 3] = [CostKind::ParticipantAllowance, CostKind::EventLodging, CostKind::Catering];

fn can_fire(seen: &Seen<'_>) -> Result<(), Text> {
    let any = seen.classified().any(|(line, class)| is_place(class.cost_kind) && line.days().is_some());
    if any {
        return Ok(());
    }
    Err(Text::fixed(
        "tidak ada paket atau sewa ruang yang menyebut jumlah hari",
        "no package or room rent states its days",
    ))
}

fn is_place(kind: CostKind) -> bool {
    matches!(kind, CostKind::VenuePackage | CostKind::RoomRent)
}

fn run(examination: &mut Examination<'_>) {
    let seen = examination.seen;
    for event in &seen.grouping.events {
        let places: Vec<&CostLine> = seen
            .event_lines(event)
            .filter(|(_, class)| is_place(class.cost_kind))
            .map(|(line, _)| line)
            .collect();
        if places.is_empty() {
            examination.not_applicable();
            continue;
        }
        // A place without days may be the longer one.
        let days: Option<Vec<u32>> = places.iter().map(|line| line.days()).collect();
        match days.and_then(|days| days.into_iter().max()) {
            Some(used) => judge(examination, event, used),
            None => examination.insufficient(Subject::event(event), vec![DAYS]),
        }
    }
}

fn judge(examination: &mut Examination<'_>, event: &BudgetEvent, used: u32) {
    let margin = u32::try_from(examination.count(&MARGIN)).unwrap_or(u32::MAX);
    let limit = used.saturating_add(margin);
    let mut flagged = false;
    for (line, class) in examination.seen.event_lines(event) {
        let Some(paid) = line.days().filter(|_| BY_DAYS.contains(&class.cost_kind)) else { continue };
        if paid > limit
            && let Ok(stake) = excess(line.amount, paid, used)
        {
            flagged = true;
            flag(examination, event, line, [paid, used, limit], stake);
        }
    }
    if !flagged {
        examination.clear();
    }
}

/// The part of the amount for the days beyond those used.
fn excess(amount: Rupiah, paid: u32, used: u32) -> Result<Rupiah, crate::money::MoneyError> {
    amount.try_times(Decimal::from(paid - used))?.divided_to_sen(Decimal::from(paid))
}

fn flag(
    examination: &mut Examination<'_>,
    event: &BudgetEvent,
    line: &CostLine,
    [paid, used, limit]: [u32; 3],
    stake: Rupiah,
) {
    let formula = |lang: Lang| {
        format!(
            "{}: {} x ({paid} - {used}) / {paid} = {}",
            line.description,
            line.amount.display(lang),
            stake.display(lang)
        )
    };
    let flag = Flag {
        observed: Figure::Count(u64::from(paid)),
        limit: Figure::Count(u64::from(limit)),
        formula: Text::by(formula),
        at_stake: Some(stake),
        certainty: Confidence::Medium,
    };
    let places = examination.seen.event_lines(event).filter(|(_, class)| is_place(class.cost_kind));
    let rows: Vec<&CostLine> = std::iter::once(line).chain(places.map(|(line, _)| line)).collect();
    examination.flag(Subject::event(event).on_rows(rows), flag);
}
