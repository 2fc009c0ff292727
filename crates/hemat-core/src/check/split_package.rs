//! `split-package`: payments for one purpose within a few weeks, each below the limit of direct procurement, together
//! above it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::classify::Confidence;
use crate::cost_line::{BudgetStage, CostLine};
use crate::date::Date;
use crate::kind::CostKind;
use crate::lang::{Lang, Text};
use crate::money::Rupiah;

use super::definition::{Check, page};
use super::examination::{Examination, Flag};
use super::finding::Figure;
use super::missing::THRESHOLD;
use super::reasons::NOT_REALISED;
use super::setting::{Setting, SettingUnit};
use super::subject::{Dated, Seen, Subject};
use super::words::plain;

static LIMIT: Setting = Setting::whole(
    "threshold",
    SettingUnit::Rupiah,
    0,
    1_000_000_000_000,
    Text::fixed(
        "batas pengadaan langsung; 0: yang diketahui berlaku pada tanggal itu (Rp200 juta sejak 1 Juli 2018)",
        "limit of direct procurement; 0: the one known for that day (IDR 200 million from 1 July 2018)",
    ),
);

static WINDOW: Setting = Setting::whole(
    "window",
    SettingUnit::Count,
    30,
    366,
    Text::fixed("jarak hari yang masih dianggap berdekatan", "days within which payments count as near"),
);

/// Below Rp50 million a kuitansi suffices (guide of one central agency, 2025); smaller purchases recur by nature.
static LEAST: Setting = Setting::whole(
    "least",
    SettingUnit::Rupiah,
    50_000_000,
    1_000_000_000_000,
    Text::fixed(
        "pembayaran di bawah jumlah ini tidak diperiksa",
        "payments below this amount are not looked at",
    ),
);

pub(super) static CHECK: Check = Check {
    name: "split-package",
    flags: Text::fixed(
        "Beberapa pembayaran untuk keperluan yang sama dan berdekatan, masing-masing di bawah batas pengadaan langsung, bersama-sama di atasnya.",
        "Several payments for one purpose, near in time, are each within the limit of direct procurement and together above it.",
    ),
    page: page!("split-package"),
    on_by_default: true,
    settings: &[&LIMIT, &WINDOW, &LEAST],
    rules: &["PBJ-2010-P24", "PBJ-2018-P20", "PBJ-2025-P1-40"],
    exclusions: &[
        Text::fixed(
            "rencana; honorarium, uang saku dan transport, yang tidak diadakan dari penyedia",
            "plans; fees, allowances and transport, which are not bought from vendors",
        ),
        Text::fixed(
            "pembayaran yang sendirinya sudah di atas batas",
            "payments that are above the limit by themselves",
        ),
    ],
    reasons: &[
        Text::fixed("keperluan, tempat atau waktunya memang berbeda", "purpose, place or time really differ"),
        Text::fixed(
            "termin dari satu kontrak, atau e-purchasing melalui katalog",
            "instalments of one contract, or purchases through the e-catalogue",
        ),
    ],
    documents: &[
        Text::fixed(
            "rencana umum pengadaan (RUP) dan kontrak masing-masing",
            "procurement plan (RUP) and the contract of each",
        ),
        Text::fixed("nama penyedia dan metode pemilihan", "names of the vendors and method of selection"),
    ],
    can_fire,
    run,
};

fn can_fire(seen: &Seen<'_>) -> Result<(), Text> {
    if seen.has_realised() { Ok(()) } else { Err(NOT_REALISED) }
}

/// The limit of direct procurement for goods and services on a day. Perpres 16/2018 set it and Perpres 46/2025 keeps
/// it (rule PBJ-2025-P1-40); what held before July 2018 has not been verified.
fn known_limit(day: Date) -> Option<Rupiah> {
    let from = Date::from_ymd(2018, 7, 1)?;
    (day >= from).then(|| Rupiah::from_whole(200_000_000))
}

fn run(examination: &mut Examination<'_>) {
    let seen = examination.seen;
    let least = examination.rupiah(&LEAST);
    let mut purposes: BTreeMap<(Arc<str>, String), Vec<Dated<'_>>> = BTreeMap::new();
    let mut undated: Vec<&CostLine> = Vec::new();
    for (line, class) in seen.classified() {
        let bought = class.cost_kind.is_event()
            && !matches!(class.cost_kind, CostKind::SpeakerFee | CostKind::ParticipantAllowance);
        if !bought || line.context.stage != Some(BudgetStage::Realised) || line.amount < least {
            examination.not_applicable();
            continue;
        }
        match line.date {
            Some(date) => {
                let key = (line.context.agency.clone(), plain(&line.description));
                purposes.entry(key).or_default().push((date, line));
            }
            None => undated.push(line),
        }
    }
    for mut payments in purposes.into_values() {
        payments.sort_by_key(|(date, line)| (*date, line.row.clone()));
        near_payments(examination, &payments);
    }
    examination.undated(&undated);
}

/// Takes the payments in runs: from the first one on, all within the window.
fn near_payments(examination: &mut Examination<'_>, payments: &[Dated<'_>]) {
    let window = i64::try_from(examination.count(&WINDOW)).unwrap_or(i64::MAX);
    let set = examination.rupiah(&LIMIT);
    let mut rest = payments;
    while let Some((first, line)) = rest.first() {
        let limit = if set.is_zero() { known_limit(*first) } else { Some(set) };
        let Some(limit) = limit else {
            examination.insufficient(Subject::line(line), vec![THRESHOLD]);
            rest = rest.get(1..).unwrap_or_default();
            continue;
        };
        let near = rest.iter().take_while(|(date, _)| date.days_since(*first) <= window).count();
        let (run, after) = rest.split_at_checked(near.max(1)).unwrap_or((rest, &[]));
        rest = after;
        let small: Vec<&CostLine> =
            run.iter().map(|(_, line)| *line).filter(|line| line.amount <= limit).collect();
        judge(examination, &small, limit);
    }
}

fn judge(examination: &mut Examination<'_>, lines: &[&CostLine], limit: Rupiah) {
    let Ok(sum) = Rupiah::try_sum(lines.iter().map(|line| line.amount)) else {
        return examination.not_applicable();
    };
    let (Some(first), true) = (lines.first(), lines.len() > 1 && sum > limit) else {
        return examination.clear();
    };
    let formula = |lang: Lang| {
        let amounts: Vec<String> = lines.iter().map(|line| line.amount.display(lang)).collect();
        format!("{} = {} > {}", amounts.join(" + "), sum.display(lang), limit.display(lang))
    };
    let flag = Flag {
        observed: Figure::Rupiah(sum),
        limit: Figure::Rupiah(limit),
        formula: Text::by(formula),
        at_stake: Some(sum),
        certainty: Confidence::Low,
    };
    examination.flag(Subject::lines(&first.description, lines), flag);
}
