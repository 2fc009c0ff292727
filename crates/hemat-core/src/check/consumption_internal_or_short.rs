//! `consumption-internal-or-short`: food is paid for an internal meeting, or for one shorter than two hours.

use rust_decimal::Decimal;

use crate::budget_event::{BudgetEvent, EventKind};
use crate::classify::Confidence;
use crate::cost_line::CostLine;
use crate::event::Fund;
use crate::kind::CostKind;
use crate::lang::{Lang, Text};
use crate::money::Rupiah;
use crate::report::decimal_text;
use crate::session::Hours;
use crate::source::RowRef;

use super::definition::{Check, page};
use super::examination::{Examination, Flag};
use super::finding::Figure;
use super::hours::{hours_of, hours_said};
use super::missing::{HOME_BODIES, PROGRAMME_HOURS};
use super::people::other_people;
use super::subject::{Seen, Subject};
use super::words::{held, plain};

/// Perpres 33/2020, Lampiran II angka 3: hours from which a meeting may have food.
const LEAST_HOURS: u32 = 2;

/// Meetings of one's own people.
const INTERNAL: &[&str] = &[
    "rapat internal",
    "rapat intern",
    "pertemuan internal",
    "pertemuan intern",
    "koordinasi internal",
    "koordinasi intern",
    "evaluasi internal",
    "persiapan internal",
    "pembahasan internal",
    "rapat staf",
    "rapat staff",
    "rapat pegawai",
    "rapat karyawan",
    "pertemuan staf",
    "pertemuan pegawai",
    "briefing staf",
];

/// Meetings to which others come by their nature.
const MEETINGS_WITH_OTHERS: &[&str] = &["koordinasi", "rakor", "konsultasi", "musrenbang", "sosialisasi"];

pub(super) static CHECK: Check = Check {
    name: "consumption-internal-or-short",
    flags: Text::fixed(
        "Konsumsi dibayar untuk rapat internal, atau untuk rapat yang kurang dari dua jam.",
        "Food is paid for an internal meeting, or for a meeting shorter than two hours.",
    ),
    page: page!("consumption-internal-or-short"),
    on_by_default: true,
    settings: &[],
    rules: &["SHSR-2020-CONSUMPTION"],
    exclusions: &[
        Text::fixed(
            "APBN; tahun anggaran sebelum 2021 dan sesudah 2025",
            "APBN; fiscal years before 2021 and after 2025",
        ),
        Text::fixed(
            "rapat internal yang rinciannya juga menyebut pihak lain",
            "internal meetings whose lines name others too",
        ),
    ],
    reasons: &[
        Text::fixed(
            "unit kerja lain, instansi lain atau masyarakat ikut serta",
            "other units, other bodies or the public took part",
        ),
        Text::fixed("rapat lebih lama daripada yang direncanakan", "the meeting was longer than planned"),
    ],
    documents: &[
        Text::fixed("undangan dan daftar hadir menurut unit kerja", "invitation and attendance list by unit"),
        Text::fixed("notulen dengan jam mulai dan selesai", "minutes with the times of beginning and end"),
        Text::fixed("kuitansi konsumsi", "receipts for the food"),
    ],
    can_fire,
    run,
};

fn can_fire(seen: &Seen<'_>) -> Result<(), Text> {
    if seen.fund != Some(Fund::Apbd) {
        return Err(Text::fixed(
            "aturan ini untuk APBD (SHSR); bila berkas ini APBD, beri --fund apbd",
            "this rule is for the APBD (SHSR); if this file is of the APBD, give --fund apbd",
        ));
    }
    if seen.of_kind(CostKind::Catering).next().is_some() {
        return Ok(());
    }
    Err(Text::fixed("tidak ada konsumsi dalam berkas ini", "no food in this file"))
}

fn run(examination: &mut Examination<'_>) {
    let seen = examination.seen;
    let mut in_events: Vec<&RowRef> = Vec::new();
    for event in &seen.grouping.events {
        let food = seen.event_lines(event).filter(|(_, class)| class.cost_kind == CostKind::Catering);
        let food: Vec<&CostLine> = food.map(|(line, _)| line).collect();
        in_events.extend(food.iter().map(|line| &line.row));
        if food.iter().all(|line| line.amount.is_zero()) {
            examination.not_applicable();
        } else {
            judge_event(examination, event, &food);
        }
    }
    in_events.sort_unstable();
    for (line, _) in seen.of_kind(CostKind::Catering) {
        if in_events.binary_search(&&line.row).is_err() {
            judge_alone(examination, line);
        }
    }
}

/// What the lines of a meeting say about who came and how long it was.
struct Said {
    internal: Option<&'static str>,
    /// Other meetings share the price.
    several: bool,
    others: bool,
    hours: Option<Hours>,
}

impl Said {
    fn by(lines: &[&CostLine], title: &str) -> Self {
        let texts = lines.iter().flat_map(|line| [&*line.description, &*line.heading]).chain([title]);
        let plain: Vec<String> = texts.map(plain).collect();
        Said {
            internal: plain.iter().find_map(|text| held(text, INTERNAL)),
            several: plain.iter().any(|text| names_more(text)),
            others: plain.iter().any(|text| other_people(text).is_some()),
            hours: hours_of(lines.iter().copied()).max(hours_said(title)),
        }
    }

    fn short(&self) -> Option<Hours> {
        self.hours.filter(|hours| hours.value() < Decimal::from(LEAST_HOURS))
    }

    /// What is against the rule: a short meeting, or one of the house alone.
    fn against(&self) -> Option<Against> {
        let internal = self.internal.filter(|_| !self.others && !self.several).map(Against::Internal);
        self.short().map(Against::Short).or(internal)
    }
}

/// `rapat intern, koordinasi dan lelang`: an internal meeting and others, in one price.
fn names_more(text: &str) -> bool {
    held(text, INTERNAL).is_some_and(|phrase| held(&text.replace(phrase, ""), MEETINGS_WITH_OTHERS).is_some())
}

enum Against {
    Short(Hours),
    Internal(&'static str),
}

fn judge_event(examination: &mut Examination<'_>, event: &BudgetEvent, food: &[&CostLine]) {
    let subject = Subject::event(event).on_rows(food.iter().copied());
    if !examination.is_under(&subject, CHECK.rules) {
        return;
    }
    if event.may_be_mixed() {
        // The lines may be of several meetings: each speaks for itself.
        let alone = |line: &&CostLine| Said::by(&[*line], "").against().is_some();
        let (against, rest): (Vec<&CostLine>, Vec<&CostLine>) = food.iter().copied().partition(alone);
        for line in &against {
            judge_alone(examination, line);
        }
        if rest.is_empty() {
            return;
        }
    }
    let said = Said::by(food, &event.title);
    let missing = [(!said.others).then_some(HOME_BODIES), said.hours.is_none().then_some(PROGRAMME_HOURS)];
    let missing: Vec<_> = missing.into_iter().flatten().collect();
    match said.against().filter(|_| !event.may_be_mixed()) {
        Some(against) => flag(examination, subject, food, &against),
        None if missing.is_empty() => examination.clear(),
        // The rule is about meetings (rapat); who comes to a training or a festival is another matter.
        None if event.kind != EventKind::Meeting => examination.not_applicable(),
        None => examination.insufficient(subject, missing),
    }
}

/// A line of no event, or of an event put together for want of titles.
fn judge_alone(examination: &mut Examination<'_>, line: &CostLine) {
    let subject = Subject::line(line);
    match Said::by(&[line], "").against().filter(|_| !line.amount.is_zero()) {
        Some(against) if examination.is_under(&subject, CHECK.rules) => {
            flag(examination, subject, &[line], &against);
        }
        Some(_) => {}
        None => examination.not_applicable(),
    }
}

fn flag(examination: &mut Examination<'_>, subject: Subject, food: &[&CostLine], against: &Against) {
    let Ok(sum) = Rupiah::try_sum(food.iter().map(|line| line.amount)) else {
        return examination.not_applicable();
    };
    let formula = |lang: Lang| {
        let why = match against {
            Against::Short(hours) => {
                let hour = lang.pick("jam", "hours");
                format!("{} {hour} < {LEAST_HOURS} {hour}", decimal_text(hours.value(), lang))
            }
            Against::Internal(word) => {
                format!("\"{word}\", {}", lang.pick("pihak lain tidak disebut", "no others named"))
            }
        };
        format!("{why}; {} {}", lang.pick("konsumsi", "food"), sum.display(lang))
    };
    let (observed, limit, certainty) = match against {
        Against::Short(hours) => {
            (Figure::Number(hours.value()), Figure::Number(LEAST_HOURS.into()), Confidence::Medium)
        }
        Against::Internal(word) => (
            Figure::Words(Text::fixed(word, word)),
            Figure::Words(Text::fixed("pihak lain ikut serta", "others take part")),
            Confidence::Medium,
        ),
    };
    let flag = Flag { observed, limit, formula: Text::by(formula), at_stake: Some(sum), certainty };
    examination.flag(subject, flag);
}
