//! `duplicate-payment`: two payments of one agency on one day with the same words and the same amount.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::classify::Confidence;
use crate::cost_line::{BudgetStage, CostLine};
use crate::date::Date;
use crate::lang::{Lang, Text};
use crate::money::Rupiah;

use super::definition::{Check, page};
use super::examination::{Examination, Flag};
use super::finding::Figure;
use super::reasons::NOT_REALISED;
use super::setting::{Setting, SettingUnit};
use super::subject::{Seen, Subject};
use super::words::plain;

/// Small equal payments (parking, stamps) are common.
static LEAST: Setting = Setting::whole(
    "least",
    SettingUnit::Rupiah,
    1_000_000,
    1_000_000_000_000,
    Text::fixed(
        "pembayaran sampai dengan jumlah ini tidak diperiksa",
        "payments up to and including this amount are not looked at",
    ),
);

pub(super) static CHECK: Check = Check {
    name: "duplicate-payment",
    flags: Text::fixed(
        "Satu instansi membayar lebih dari sekali pada hari yang sama dengan uraian dan jumlah yang sama.",
        "One agency pays more than once on one day with the same words and the same amount.",
    ),
    page: page!("duplicate-payment"),
    on_by_default: true,
    settings: &[&LEAST],
    rules: &[],
    exclusions: &[
        Text::fixed(
            "rencana anggaran: uraian yang sama di sana bukan pembayaran",
            "plans: equal words there are no payments",
        ),
        Text::fixed(
            "satu kuitansi yang tercatat pada beberapa paket; pembayaran yang bersama-sama tidak melampaui pagu paketnya",
            "one receipt entered under several packages; payments that together stay within the package's budget",
        ),
    ],
    reasons: &[
        Text::fixed(
            "pesanan terpisah yang memang sama, misalnya dua angkatan atau dua lokasi",
            "orders of their own that are alike, such as two batches or two places",
        ),
        Text::fixed("pembayaran bertahap dengan jumlah sama", "instalments of equal amounts"),
    ],
    documents: &[
        Text::fixed(
            "kuitansi, nomor bukti dan SP2D masing-masing pembayaran",
            "receipt, voucher number and SP2D of each payment",
        ),
        Text::fixed("berita acara serah terima", "handover record"),
    ],
    can_fire,
    run,
};

fn can_fire(seen: &Seen<'_>) -> Result<(), Text> {
    if seen.has_realised() { Ok(()) } else { Err(NOT_REALISED) }
}

/// Agency, day, package code, words, amount.
type Key = (Arc<str>, Date, Arc<str>, String, Rupiah);

fn run(examination: &mut Examination<'_>) {
    let seen = examination.seen;
    let least = examination.rupiah(&LEAST);
    let mut payments: BTreeMap<Key, Vec<&CostLine>> = BTreeMap::new();
    let mut undated: Vec<&CostLine> = Vec::new();
    for line in seen.lines {
        let words = plain(&line.description);
        if line.context.stage != Some(BudgetStage::Realised) || line.amount <= least || words.is_empty() {
            examination.not_applicable();
        } else if let Some(date) = line.date {
            let key = (line.context.agency.clone(), date, line.package.clone(), words, line.amount);
            payments.entry(key).or_default().push(line);
        } else {
            undated.push(line);
        }
    }
    for ((.., amount), lines) in payments {
        if lines.len() < 2 || is_within_budget(&lines) {
            examination.clear();
        } else {
            flag(examination, &lines, amount);
        }
    }
    examination.undated(&undated);
}

/// Equal instalments within what the package was planned to cost are usual. Not known where a payment has no such
/// amount.
fn is_within_budget(lines: &[&CostLine]) -> bool {
    let budget: Option<Vec<Rupiah>> = lines.iter().map(|line| line.amount_before).collect();
    let paid = Rupiah::try_sum(lines.iter().map(|line| line.amount)).ok();
    let most = budget.and_then(|budget| budget.into_iter().max());
    most.zip(paid).is_some_and(|(budget, paid)| paid <= budget)
}

fn flag(examination: &mut Examination<'_>, lines: &[&CostLine], amount: Rupiah) {
    let Some(first) = lines.first() else { return };
    let count = lines.len();
    let Ok(again) = amount.try_times(Decimal::from(count.saturating_sub(1))) else {
        return examination.not_applicable();
    };
    let date = first.date;
    let formula = |lang: Lang| {
        let date = date.map(|d| d.display(lang)).unwrap_or_default();
        format!(
            "({count} - 1) x {} = {}; {} {date}",
            amount.display(lang),
            again.display(lang),
            lang.pick("semuanya tanggal", "all on"),
        )
    };
    let flag = Flag {
        observed: Figure::Count(count as u64),
        limit: Figure::Count(1),
        formula: Text::by(formula),
        at_stake: Some(again),
        certainty: Confidence::Medium,
    };
    examination.flag(Subject::lines(&first.description, lines), flag);
}
