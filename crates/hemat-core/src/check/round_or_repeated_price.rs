//! `round-or-repeated-price`: a lump sum in round millions, or the same payment again and again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::classify::Confidence;
use crate::cost_line::{BudgetStage, CostLine};
use crate::date::Date;
use crate::kind::CostKind;
use crate::lang::{Lang, Text};
use crate::money::Rupiah;

use super::definition::{Check, page};
use super::examination::{Examination, Flag};
use super::finding::Figure;
use super::missing::QUANTITY;
use super::setting::{Setting, SettingUnit};
use super::subject::{Dated, Seen, Subject};

static LEAST: Setting = Setting::whole(
    "least",
    SettingUnit::Rupiah,
    20_000_000,
    1_000_000_000_000,
    Text::fixed(
        "harga borongan di bawah jumlah ini tidak diperiksa",
        "lump sums below this amount are not looked at",
    ),
);

static STEP: Setting = Setting::whole(
    "step",
    SettingUnit::Rupiah,
    5_000_000,
    1_000_000_000,
    Text::fixed(
        "harga disebut bulat bila kelipatan jumlah ini",
        "a price is round if it is a multiple of this amount",
    ),
);

static REPEATS: Setting = Setting::whole(
    "repeats",
    SettingUnit::Count,
    5,
    1_000,
    Text::fixed(
        "pembayaran berjumlah sama pada hari berbeda; sama dengan batas ini belum ditandai",
        "payments of one amount on different days; a number equal to it is not flagged",
    ),
);

static LEAST_REPEATED: Setting = Setting::whole(
    "least_repeated",
    SettingUnit::Rupiah,
    5_000_000,
    1_000_000_000_000,
    Text::fixed(
        "pembayaran berulang di bawah jumlah ini tidak diperiksa",
        "repeated payments below this amount are not looked at",
    ),
);

pub(super) static CHECK: Check = Check {
    name: "round-or-repeated-price",
    flags: Text::fixed(
        "Harga borongan yang bulat tanpa rincian, atau pembayaran berjumlah sama yang berulang pada hari berbeda.",
        "A round lump sum without a breakdown, or payments of one amount that recur on different days.",
    ),
    page: page!("round-or-repeated-price"),
    on_by_default: true,
    settings: &[&LEAST, &STEP, &REPEATS, &LEAST_REPEATED],
    rules: &[],
    exclusions: &[Text::fixed(
        "honorarium, uang saku, hadiah dan biaya lain yang memang ditetapkan bulat",
        "fees, allowances, prizes and other costs that are set in round figures",
    )],
    reasons: &[
        Text::fixed(
            "plafon sementara yang dirinci dalam kerangka acuan",
            "a provisional ceiling that the terms of reference break down",
        ),
        Text::fixed("kontrak langganan dengan harga tetap", "a standing contract at a fixed price"),
    ],
    documents: &[
        Text::fixed(
            "rincian perhitungan harga (HPS, penawaran)",
            "the calculation of the price (HPS, offers)",
        ),
        Text::fixed("kuitansi dengan volume dan harga satuan", "receipts with quantity and unit price"),
    ],
    can_fire,
    run,
};

/// Kinds whose price is worked out from a quantity.
const PRICED: [CostKind; 5] = [
    CostKind::VenuePackage,
    CostKind::RoomRent,
    CostKind::Catering,
    CostKind::EventMaterials,
    CostKind::EventEquipment,
];

fn can_fire(seen: &Seen<'_>) -> Result<(), Text> {
    if seen
        .classified()
        .any(|(line, class)| is_priced(class.cost_kind) && (is_paid(line) || line.unit_price.is_some()))
    {
        return Ok(());
    }
    Err(Text::fixed(
        "tidak ada rincian kegiatan dengan harga satuan, dan tidak ada pembayaran",
        "no line of an event has a unit price, and there are no payments",
    ))
}

fn is_priced(kind: CostKind) -> bool {
    PRICED.contains(&kind)
}

fn is_paid(line: &CostLine) -> bool {
    line.context.stage == Some(BudgetStage::Realised)
}

fn run(examination: &mut Examination<'_>) {
    let seen = examination.seen;
    let mut payments: BTreeMap<(Arc<str>, Rupiah), Vec<Dated<'_>>> = BTreeMap::new();
    for (line, class) in seen.classified() {
        if !is_priced(class.cost_kind) {
            examination.not_applicable();
        } else if is_paid(line) {
            if let Some(date) = line.date.filter(|_| line.amount >= examination.rupiah(&LEAST_REPEATED)) {
                payments.entry((line.context.agency.clone(), line.amount)).or_default().push((date, line));
            }
        } else {
            lump_sum(examination, line);
        }
    }
    for ((_, amount), payments) in payments {
        repeated(examination, amount, &payments);
    }
}

/// True for an amount that is a multiple of the step.
fn is_round(amount: Rupiah, step: Rupiah) -> bool {
    !step.is_zero() && amount.value().checked_rem(step.value()).is_some_and(|rest| rest.is_zero())
}

fn lump_sum(examination: &mut Examination<'_>, line: &CostLine) {
    if line.amount < examination.rupiah(&LEAST) {
        return examination.not_applicable();
    }
    let Some(quantity) = &line.quantity else {
        return examination.insufficient(Subject::line(line), vec![QUANTITY]);
    };
    let step = examination.rupiah(&STEP);
    let single = quantity.total() == Decimal::ONE && quantity.factors().len() == 1;
    if !single || !is_round(line.amount, step) {
        return examination.clear();
    }
    let formula = |lang: Lang| {
        let times = line.amount.value().checked_div(step.value()).unwrap_or_default().normalize();
        format!("{quantity} x {} = {times} x {}", line.amount.display(lang), step.display(lang))
    };
    let flag = Flag {
        observed: Figure::Rupiah(line.amount),
        limit: Figure::Rupiah(examination.rupiah(&LEAST)),
        formula: Text::by(formula),
        at_stake: None,
        certainty: Confidence::Low,
    };
    examination.flag(Subject::line(line), flag);
}

fn repeated(examination: &mut Examination<'_>, amount: Rupiah, payments: &[Dated<'_>]) {
    let days: BTreeSet<Date> = payments.iter().map(|(date, _)| *date).collect();
    let limit = examination.count(&REPEATS);
    let lines: Vec<&CostLine> = payments.iter().map(|(_, line)| *line).collect();
    let (Some(first), true) = (lines.first(), days.len() as u64 > limit) else {
        return examination.clear();
    };
    let (count, days) = (payments.len(), days.len());
    let formula = |lang: Lang| {
        let words = lang.pick("pembayaran pada", "payments on");
        format!("{count} {words} {days} {}, {}", lang.pick("hari", "days"), amount.display(lang))
    };
    let flag = Flag {
        observed: Figure::Count(days as u64),
        limit: Figure::Count(limit),
        formula: Text::by(formula),
        at_stake: None,
        certainty: Confidence::Low,
    };
    examination.flag(Subject::lines(&first.description, &lines), flag);
}
