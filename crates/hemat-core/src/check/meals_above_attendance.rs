//! `meals-above-attendance`: food or packages are ordered for more people than the other lines of the event count.

use rust_decimal::Decimal;

use crate::budget_event::BudgetEvent;
use crate::ceiling::PricedItem;
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
use super::missing::{EVENT_OF_LINES, PARTICIPANTS};
use super::priced_line::food_named;
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

pub(super) static CHECK: Check = Check {
    name: "meals-above-attendance",
    flags: Text::fixed(
        "Konsumsi atau paket rapat dipesan untuk lebih banyak orang daripada yang dihitung rincian lain acara itu.",
        "Food or a meeting package is ordered for more people than the other lines of the event count.",
    ),
    page: page!("meals-above-attendance"),
    on_by_default: true,
    settings: &[&TOLERANCE, &MEALS, &SNACKS],
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
        && (kind == CostKind::VenuePackage || (kind == CostKind::Catering && food_named(line).is_some()))
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

/// What was ordered of one kind, and what the attendance supports.
struct Order<'l> {
    lines: Vec<&'l CostLine>,
    ordered: Decimal,
    supported: Decimal,
    /// How the supported number comes about: `421 x 23`.
    working: String,
}

fn judge(examination: &mut Examination<'_>, event: &BudgetEvent, ordered: &[(&CostLine, &Classification)]) {
    let orders = orders(examination, event, ordered);
    let lines = ordered.iter().map(|(line, _)| *line);
    let subject = Subject::event(event).on_rows(lines);
    if orders.is_empty() {
        return examination.insufficient(subject, vec![PARTICIPANTS]);
    }
    let tolerance = examination.number(&TOLERANCE);
    let above: Vec<&Order<'_>> = orders.iter().filter(|order| order.is_above(tolerance)).collect();
    if above.is_empty() {
        return examination.clear();
    }
    if event.may_be_mixed() {
        return examination.insufficient(subject, vec![EVENT_OF_LINES]);
    }
    let rows = above.iter().flat_map(|order| order.lines.iter().copied());
    match flag(&above) {
        Ok(flag) => examination.flag(Subject::event(event).on_rows(rows), flag),
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
    let seen = examination.seen;
    let attendance = |kinds: &[CostKind]| Attendance::of(event, seen.event_lines(event), kinds);
    let mut orders = Vec::new();
    if let Some(attendance) = attendance(&OF_FOOD) {
        let food: Vec<&CostLine> = ordered
            .iter()
            .filter(|(_, c)| c.cost_kind == CostKind::Catering)
            .map(|(line, _)| *line)
            .collect();
        orders.extend(food.iter().filter_map(|line| with_persons(line, attendance)));
        let stays = event.cost.contains_key(&CostKind::EventLodging);
        let meals = examination.number(&MEALS);
        let meals = if stays { meals.max(Session::Fullboard.default_meals().into()) } else { meals };
        for (item, a_day) in
            [(PricedItem::MeetingMeal, meals), (PricedItem::MeetingSnack, examination.number(&SNACKS))]
        {
            let of_kind = food
                .iter()
                .copied()
                .filter(|line| line.persons().is_none() && food_named(line) == Some(item));
            orders.extend(together(of_kind.collect(), attendance, a_day));
        }
    }
    if let Some(attendance) = attendance(&OF_PACKAGES) {
        let packages =
            ordered.iter().filter(|(_, c)| c.cost_kind == CostKind::VenuePackage).map(|(line, _)| *line);
        orders.extend(together(packages.collect(), attendance, Decimal::ONE));
    }
    orders
}

/// A line of food that says for how many persons: its days and times are its own.
fn with_persons<'l>(line: &'l CostLine, attendance: Attendance) -> Option<Order<'l>> {
    let quantity = line.quantity.as_ref()?;
    let persons = Decimal::from(line.persons().filter(|persons| *persons > 0)?);
    let times = quantity.total().checked_div(persons)?.normalize();
    let supported = Decimal::from(attendance.people).checked_mul(times)?;
    let working = format!("{} x {times}", attendance.people);
    Some(Order { lines: vec![line], ordered: quantity.total(), supported, working })
}

/// Lines without persons of their own, against people times sessions times portions.
fn together<'l>(lines: Vec<&'l CostLine>, attendance: Attendance, a_day: Decimal) -> Option<Order<'l>> {
    let total = |line: &&CostLine| line.quantity.as_ref().map(crate::quantity::Quantity::total);
    let ordered = lines.iter().try_fold(Decimal::ZERO, |sum, line| sum.checked_add(total(line)?))?;
    let supported = attendance.person_sessions()?.checked_mul(a_day)?;
    let mut working = format!("{} x {}", attendance.people, attendance.sessions);
    if a_day != Decimal::ONE {
        working.push_str(&format!(" x {}", a_day.normalize()));
    }
    (!lines.is_empty()).then_some(Order { lines, ordered, supported, working })
}

impl Order<'_> {
    fn is_above(&self, tolerance: Decimal) -> bool {
        let factor =
            Decimal::ONE_HUNDRED.checked_add(tolerance).and_then(|f| f.checked_div(Decimal::ONE_HUNDRED));
        factor.and_then(|factor| self.supported.checked_mul(factor)).is_some_and(|most| self.ordered > most)
    }

    fn amount(&self) -> Result<Rupiah, MoneyError> {
        Rupiah::try_sum(self.lines.iter().map(|line| line.amount))
    }

    /// The part of the amount beyond what the attendance supports.
    fn excess(&self) -> Result<Rupiah, MoneyError> {
        self.amount()?.try_times(self.ordered - self.supported)?.divided_to_sen(self.ordered)
    }
}

fn flag(above: &[&Order<'_>]) -> Result<Flag, MoneyError> {
    let amounts = above.iter().map(|order| order.amount()).collect::<Result<Vec<_>, _>>()?;
    let excesses = above.iter().map(|order| order.excess()).collect::<Result<Vec<_>, _>>()?;
    let ordered = Rupiah::try_sum(amounts.iter().copied())?;
    let stake = Rupiah::try_sum(excesses.iter().copied())?;
    let formula = |lang: Lang| {
        let parts = above.iter().zip(&excesses).map(|(order, excess)| {
            let what = order.lines.first().map_or("", |line| &line.description);
            let (all, supported) = (order.ordered.normalize(), order.supported.normalize());
            let part = lang.pick("bagian yang lebih", "the part above");
            format!("{what}: {all} > {} = {supported}; {part} {}", order.working, excess.display(lang))
        });
        let mut out = parts.collect::<Vec<_>>().join("; ");
        if above.len() > 1 {
            let parts: Vec<String> = excesses.iter().map(|excess| excess.display(lang)).collect();
            out.push_str(&format!("; {} = {}", parts.join(" + "), stake.display(lang)));
        }
        out
    };
    Ok(Flag {
        observed: Figure::Rupiah(ordered),
        limit: Figure::Rupiah(ordered.try_sub(stake)?),
        formula: Text::by(formula),
        at_stake: Some(stake),
        certainty: Confidence::Medium,
    })
}
