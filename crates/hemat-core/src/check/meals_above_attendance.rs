//! `meals-above-attendance`: food or packages are ordered for more people than the other lines of the event count.

use rust_decimal::Decimal;

use crate::budget_event::BudgetEvent;
use crate::classify::{Classification, Confidence};
use crate::cost_line::CostLine;
use crate::kind::CostKind;
use crate::lang::{Lang, Text};
use crate::money::{MoneyError, Rupiah};
use crate::session::Session;

use super::attendance::Attendance;
use super::definition::{Check, page};
use super::examination::{Examination, Flag};
use super::finding::Figure;
use super::food::{Food, food_of_line};
use super::missing::{DAYS, EVENT_OF_LINES, PARTICIPANTS};
use super::order::Order;
use super::priced_unit::{PricedUnit, states};
use super::setting::{Setting, SettingUnit};
use super::subject::{Seen, Subject};

/// Guests, drivers and a reserve: orders are seldom exact.
static TOLERANCE: Setting = Setting::whole(
    "tolerance",
    SettingUnit::Percent,
    10,
    1_000,
    Text::fixed(
        "kelebihan pesanan yang dianggap wajar, dalam persen; sama dengan angka ini belum ditandai",
        "excess of an order that is taken as usual, in percent; one equal to it is not flagged",
    ),
);

static MEALS: Setting = Setting::whole(
    "meals",
    SettingUnit::Count,
    1,
    10,
    Text::fixed(
        "porsi makan per orang per hari pada pesanan tanpa jumlah orang; tiga bila acara menginap",
        "meals a person a day in orders without a number of persons; three if the event has a night",
    ),
);

static SNACKS: Setting = Setting::whole(
    "snacks",
    SettingUnit::Count,
    2,
    10,
    Text::fixed(
        "kudapan per orang per hari pada pesanan tanpa jumlah orang",
        "snacks a person a day in orders without a number of persons",
    ),
);

/// Committee members and drivers whom no line counts, seen in budgets as five to ten people more.
static OTHERS: Setting = Setting::whole(
    "others",
    SettingUnit::Count,
    10,
    10_000,
    Text::fixed(
        "orang yang ikut makan dan tidak dihitung rincian mana pun (panitia, pendamping, pengemudi)",
        "people who eat and whom no line counts (committee, escorts, drivers)",
    ),
);

pub(super) static CHECK: Check = Check {
    name: "meals-above-attendance",
    flags: Text::fixed(
        "Konsumsi atau paket rapat dipesan untuk lebih banyak orang daripada yang dihitung rincian lain acara itu.",
        "Food or a meeting package is ordered for more people than the other lines of the event count.",
    ),
    page: page!("meals-above-attendance"),
    on_by_default: true,
    settings: &[&TOLERANCE, &OTHERS, &MEALS, &SNACKS],
    rules: &[],
    exclusions: &[
        Text::fixed(
            "konsumsi yang tidak dihitung per orang, porsi atau kotak",
            "food that is not counted by persons, portions or boxes",
        ),
        Text::fixed(
            "rincian dari beberapa rapat dalam satu kegiatan",
            "lines of several meetings of one activity",
        ),
    ],
    reasons: &[
        Text::fixed(
            "sebagian peserta tidak menerima transport, uang saku atau bahan",
            "some participants receive no transport, allowance or materials",
        ),
        Text::fixed("tamu undangan pada pembukaan atau penutupan", "guests at the opening or the closing"),
        Text::fixed("konsumsi untuk rapat persiapan", "food for preparatory meetings"),
    ],
    documents: &[
        Text::fixed(
            "undangan dan daftar hadir tiap acara",
            "invitations and attendance lists of every meeting",
        ),
        Text::fixed(
            "pesanan (e-katalog), surat jalan dan tagihan",
            "orders (e-katalog), delivery notes and bills",
        ),
    ],
    can_fire,
    run,
};

/// Lines that show who attends: packages for food, and what participants are given.
const OF_FOOD: [CostKind; 4] = [
    CostKind::VenuePackage,
    CostKind::ParticipantAllowance,
    CostKind::EventMaterials,
    CostKind::EventLodging,
];
const OF_PACKAGES: [CostKind; 3] =
    [CostKind::ParticipantAllowance, CostKind::EventMaterials, CostKind::EventLodging];

fn can_fire(seen: &Seen<'_>) -> Result<(), Text> {
    if seen.classified().any(|(line, class)| is_ordered(line, class)) {
        return Ok(());
    }
    Err(Text::fixed(
        "tidak ada konsumsi atau paket rapat yang menyebut jumlah orang, porsi atau kotak",
        "no food and no package states its number of persons, portions or boxes",
    ))
}

/// Food or a package, counted by persons or portions.
fn is_ordered(line: &CostLine, class: &Classification) -> bool {
    let counted = states(line, PricedUnit::Person) || states(line, PricedUnit::Portion);
    let kind = class.cost_kind;
    counted
        && !line.amount.is_zero()
        && (kind == CostKind::VenuePackage || (kind == CostKind::Catering && food_of_line(line).is_some()))
}

fn run(examination: &mut Examination<'_>) {
    for event in &examination.seen.grouping.events {
        let ordered: Vec<(&CostLine, &Classification)> =
            examination.seen.event_lines(event).filter(|(line, class)| is_ordered(line, class)).collect();
        if ordered.is_empty() {
            examination.not_applicable();
        } else {
            judge(examination, event, &ordered);
        }
    }
}

fn judge(examination: &mut Examination<'_>, event: &BudgetEvent, ordered: &[(&CostLine, &Classification)]) {
    let orders = orders(examination, event, ordered);
    let subject = Subject::event(event).on_rows(ordered.iter().map(|(line, _)| *line));
    if orders.is_empty() {
        return examination.insufficient(subject, vec![PARTICIPANTS]);
    }
    let tolerance = examination.number(&TOLERANCE);
    let is_above = |order: &&Order<'_>| order.is_above(tolerance);
    let above: Vec<&Order<'_>> = orders.iter().filter(is_above).collect();
    if above.is_empty() {
        return examination.clear();
    }
    if event.may_be_mixed() {
        return examination.insufficient(subject, vec![EVENT_OF_LINES]);
    }
    let known: Vec<(&Order<'_>, Decimal)> =
        above.iter().filter_map(|order| Some((*order, order.supported()?))).collect();
    if known.is_empty() {
        return examination.insufficient(subject, vec![DAYS]);
    }
    match flag(&known) {
        Ok(flag) => {
            let rows = known.iter().flat_map(|(order, _)| order.lines.iter().copied());
            examination.flag(Subject::event(event).on_rows(rows), flag);
        }
        Err(_) => examination.not_applicable(),
    }
}

/// The orders of an event with a known attendance: each line of food with its persons, other food by kind, and the
/// packages together, since packages by level are for different people.
fn orders<'l>(
    examination: &Examination<'_>,
    event: &BudgetEvent,
    ordered: &[(&'l CostLine, &'l Classification)],
) -> Vec<Order<'l>> {
    let others = u32::try_from(examination.count(&OTHERS)).unwrap_or(u32::MAX);
    let lines = || examination.seen.event_lines(event);
    let of_kind = |kind: CostKind| {
        ordered.iter().filter(move |(_, class)| class.cost_kind == kind).map(|(line, _)| *line)
    };
    let mut orders = Vec::new();
    if let Some(attendance) = Attendance::of(event, lines(), &OF_FOOD, others) {
        let (with, without): (Vec<&CostLine>, Vec<&CostLine>) =
            of_kind(CostKind::Catering).partition(|line| line.persons().is_some());
        orders.extend(with.into_iter().filter_map(|line| Order::with_persons(line, attendance)));
        let is_snack = |line: &&CostLine| food_of_line(line) == Some(Food::Snack);
        let (snacks, meals): (Vec<&CostLine>, Vec<&CostLine>) = without.into_iter().partition(is_snack);
        orders.extend(Order::together(meals, attendance, meals_a_day(examination, event)));
        orders.extend(Order::together(snacks, attendance, examination.number(&SNACKS)));
    }
    if let Some(attendance) = Attendance::of(event, lines(), &OF_PACKAGES, others) {
        orders.extend(Order::together(of_kind(CostKind::VenuePackage).collect(), attendance, Decimal::ONE));
    }
    orders
}

fn meals_a_day(examination: &Examination<'_>, event: &BudgetEvent) -> Decimal {
    let stays = event.cost.contains_key(&CostKind::EventLodging);
    let least = if stays { Session::Fullboard.default_meals() } else { 0 };
    examination.number(&MEALS).max(least.into())
}

fn flag(above: &[(&Order<'_>, Decimal)]) -> Result<Flag, MoneyError> {
    let amounts = above.iter().map(|(order, _)| order.amount()).collect::<Result<Vec<_>, _>>()?;
    let excesses =
        above.iter().map(|(order, supported)| order.excess(*supported)).collect::<Result<Vec<_>, _>>()?;
    let (ordered, stake) = (Rupiah::try_sum(amounts)?, Rupiah::try_sum(excesses.iter().copied())?);
    let formula = |lang: Lang| {
        let parts = above.iter().zip(&excesses);
        let mut parts: Vec<String> =
            parts.map(|((order, supported), excess)| order.shown(*supported, *excess, lang)).collect();
        if above.len() > 1 {
            let sum: Vec<String> = excesses.iter().map(|excess| excess.display(lang)).collect();
            parts.push(format!("{} = {}", sum.join(" + "), stake.display(lang)));
        }
        parts.join("; ")
    };
    Ok(Flag {
        observed: Figure::Rupiah(ordered),
        limit: Figure::Rupiah(ordered.try_sub(stake)?),
        formula: Text::by(formula),
        at_stake: Some(stake),
        certainty: Confidence::Medium,
    })
}
