//! `year-end-rush`: most of an agency's event payments fall in the last month of the year.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::classify::Confidence;
use crate::cost_line::{BudgetStage, CostLine};
use crate::date::Date;
use crate::lang::{Lang, Text};
use crate::money::Rupiah;

use super::definition::{Check, page};
use super::examination::{Examination, Flag};
use super::finding::Figure;
use super::missing::OTHER_MONTHS;
use super::reasons::NOT_REALISED;
use super::setting::{Setting, SettingUnit};
use super::subject::{Dated, Seen, Subject};

/// One month in twelve is 8.3 %; five times that.
static SHARE: Setting = Setting::whole(
    "share",
    SettingUnit::Percent,
    40,
    100,
    Text::fixed(
        "bagian pembayaran kegiatan pada Desember; sama dengan batas ini belum ditandai",
        "share of the event payments in December; one equal to it is not flagged",
    ),
);

/// Fewer months say nothing about a year.
static MONTHS: Setting = Setting::whole(
    "months",
    SettingUnit::Count,
    6,
    12,
    Text::fixed(
        "paling sedikit sekian bulan dengan pembayaran, agar berkas dianggap memuat setahun",
        "months with payments that a file must have to count as a whole year",
    ),
);

static LEAST: Setting = Setting::whole(
    "least",
    SettingUnit::Rupiah,
    100_000_000,
    1_000_000_000_000,
    Text::fixed(
        "instansi dengan pembayaran kegiatan di bawah jumlah ini tidak diperiksa",
        "agencies whose event payments are below this are not looked at",
    ),
);

pub(super) static CHECK: Check = Check {
    name: "year-end-rush",
    flags: Text::fixed(
        "Sebagian besar pembayaran kegiatan suatu instansi jatuh pada bulan Desember.",
        "A large share of an agency's event payments falls in December.",
    ),
    page: page!("year-end-rush"),
    on_by_default: true,
    settings: &[&SHARE, &MONTHS, &LEAST],
    rules: &[],
    exclusions: &[Text::fixed(
        "rencana; berkas yang hanya memuat sebagian tahun",
        "plans; files that hold a part of a year only",
    )],
    reasons: &[
        Text::fixed(
            "kegiatan memang dijadwalkan akhir tahun (evaluasi, peringatan)",
            "events that belong at the end of the year (evaluation, commemoration)",
        ),
        Text::fixed(
            "anggaran baru tersedia setelah APBD perubahan",
            "money that came only with the revised budget",
        ),
        Text::fixed(
            "pembayaran Desember untuk kegiatan bulan sebelumnya",
            "December payments for events of earlier months",
        ),
    ],
    documents: &[
        Text::fixed("jadwal kegiatan dan anggaran kas", "calendar of events and cash plan"),
        Text::fixed("daftar hadir bertanggal", "dated attendance lists"),
    ],
    can_fire,
    run,
};

fn can_fire(seen: &Seen<'_>) -> Result<(), Text> {
    if seen.has_realised() { Ok(()) } else { Err(NOT_REALISED) }
}

fn run(examination: &mut Examination<'_>) {
    let seen = examination.seen;
    let mut agencies: BTreeMap<(Arc<str>, u16), Vec<Dated<'_>>> = BTreeMap::new();
    let mut undated: Vec<&CostLine> = Vec::new();
    for (line, class) in seen.classified() {
        if !class.cost_kind.is_event() || line.context.stage != Some(BudgetStage::Realised) {
            continue;
        }
        match line.date {
            Some(date) => {
                agencies.entry((line.context.agency.clone(), date.year())).or_default().push((date, line));
            }
            None => undated.push(line),
        }
    }
    for ((agency, year), payments) in agencies {
        judge(examination, &agency, year, &payments);
    }
    examination.undated(&undated);
}

fn judge(examination: &mut Examination<'_>, agency: &str, year: u16, payments: &[Dated<'_>]) {
    let sum = |wanted: fn(Date) -> bool| {
        Rupiah::try_sum(payments.iter().filter(|(date, _)| wanted(*date)).map(|(_, line)| line.amount))
    };
    let (Ok(all), Ok(december)) = (sum(|_| true), sum(|date| date.month() == 12)) else {
        return examination.not_applicable();
    };
    if all < examination.rupiah(&LEAST) {
        return examination.not_applicable();
    }
    let lines: Vec<&CostLine> =
        payments.iter().filter(|(date, _)| date.month() == 12).map(|(_, line)| *line).collect();
    let months: BTreeSet<u32> = payments.iter().map(|(date, _)| date.month()).collect();
    if (months.len() as u64) < examination.count(&MONTHS) {
        let all: Vec<&CostLine> = payments.iter().map(|(_, line)| *line).collect();
        return examination.insufficient(Subject::lines(agency, &all), vec![OTHER_MONTHS]);
    }
    let Some(share) = december.percent_of(all).filter(|share| *share > examination.number(&SHARE)) else {
        return examination.clear();
    };
    let formula = |lang: Lang| {
        let december = december.display(lang);
        let words = lang.pick("Desember", "December");
        let percent =
            lang.pick(share.normalize().to_string().replace('.', ","), share.normalize().to_string());
        format!("{words} {year}: {december} / {} = {percent} %", all.display(lang))
    };
    let flag = Flag {
        observed: Figure::Percent(share),
        limit: Figure::Percent(examination.number(&SHARE)),
        formula: Text::by(formula),
        at_stake: None,
        certainty: Confidence::Low,
    };
    examination.flag(Subject::lines(agency, &lines), flag);
}
