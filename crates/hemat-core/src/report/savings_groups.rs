//! The events of a savings report: the largest, and sums by a key or by the evidence behind them.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use foldhash::fast::FixedState;
use rust_decimal::Decimal;

use super::largest::largest;
use super::{Cell, Column, ColumnKind, Section, Table};
use crate::cost_line::BudgetStage;
use crate::estimate::Estimate;
use crate::evidence::Evidence;
use crate::lang::Lang;
use crate::money::{MoneyError, Rupiah};
use crate::saving::{EventSaving, SavingStatus, Savings};
use crate::session::Session;

/// The group that an event is in, in a table of groups; empty if nothing tells. `None` if it is no such table.
pub(super) fn group_of<'e>(table: &str, event: &'e EventSaving) -> Option<Cow<'e, str>> {
    Some(Cow::Borrowed(match table {
        "by-stage" => event.stage.map_or("", BudgetStage::as_str),
        "by-agency" => &event.agency,
        "by-account" => &event.account,
        "by-venue" => event.venue_name.as_deref().unwrap_or_default(),
        "by-package" => event.package.map_or("", Session::as_str),
        _ => return None,
    }))
}

pub(super) fn largest_section(savings: &Savings, lang: Lang) -> Section {
    let compared: Vec<&EventSaving> = savings.events.iter().filter(|e| e.status.is_compared()).collect();
    let compared = largest(compared, |a, b| {
        let likely = |e: &EventSaving| e.gross_saving.map_or(Rupiah::ZERO, Estimate::likely);
        (likely(b), &a.id).cmp(&(likely(a), &b.id))
    });
    let only = only_file(savings);
    let mut table = Table::new(
        "largest",
        "",
        vec![
            Column::new("title", lang.pick("Kegiatan", "Event"), ColumnKind::Text),
            Column::new("agency", lang.pick("Instansi", "Agency"), ColumnKind::Text),
            Column::new("venue", lang.pick("Tempat semula", "Original venue"), ColumnKind::Text),
            Column::new("participants", lang.pick("Peserta", "Participants"), ColumnKind::Count),
            Column::new("current", lang.pick("Biaya tempat (Rp)", "Venue cost (IDR)"), ColumnKind::Rupiah),
            Column::new("best", lang.pick("Gedung", "Hall"), ColumnKind::Text),
            Column::new("saving", lang.pick("Penghematan (Rp)", "Saving (IDR)"), ColumnKind::Rupiah),
            Column::new("rows", rows_heading(only, lang), ColumnKind::Source),
        ],
    );
    for event in &compared {
        table.row(vec![
            Cell::text(event.title.clone()),
            Cell::text(event.agency.to_string()),
            Cell::text(event.venue_name.clone().unwrap_or_else(|| event.venue_kind.label(lang).to_owned())),
            event.participants.map_or(Cell::Unknown, Cell::CountRange),
            Cell::Rupiah(event.current),
            Cell::text(event.best_venue.clone().unwrap_or_default()),
            event.gross_saving.map_or(Cell::Unknown, Cell::Range),
            Cell::text(rows_text(event, only)),
        ]);
    }
    let section = Section::new("largest", lang.pick("Sepuluh terbesar", "The ten largest"));
    if compared.is_empty() {
        return section.paragraph(
            lang.pick("Tidak ada kegiatan yang dapat dibandingkan.", "No event could be compared."),
        );
    }
    section.table(table)
}

/// The only file that all events are of, if it is one: its name need not stand in every row.
pub(super) fn only_file(savings: &Savings) -> Option<&str> {
    let mut files = savings.events.iter().flat_map(|e| &e.rows).map(|row| &row.file);
    let first = files.next()?;
    // Nearly all rows of a file share its name.
    files.all(|file| Arc::ptr_eq(file, first) || file == first).then_some(first)
}

/// What the column of rows is called.
pub(super) fn rows_heading(only: Option<&str>, lang: Lang) -> &'static str {
    if only.is_some() { lang.pick("Baris", "Rows") } else { lang.pick("Berkas:baris", "File:row") }
}

/// The rows of an event, the first three and how many more; a file's name stands once.
pub(super) fn rows_text(event: &EventSaving, only: Option<&str>) -> String {
    let mut shown: Vec<String> = Vec::new();
    let mut file = only.unwrap_or("");
    for row in event.rows.iter().take(3) {
        let whole = row.to_string();
        let short = whole.strip_prefix(&*row.file).and_then(|rest| rest.strip_prefix(':'));
        shown.push(match short {
            Some(short) if file == &*row.file => short.to_owned(),
            _ => whole,
        });
        file = &row.file;
    }
    let more = event.rows.len().saturating_sub(3);
    if more == 0 { shown.join(", ") } else { format!("{} +{more}", shown.join(", ")) }
}

/// What a group is called.
pub(super) fn group_label(key: &str, lang: Lang) -> String {
    if key.is_empty() { lang.pick("(tidak disebut)", "(not named)") } else { key }.to_owned()
}

/// By their keys: events, what they cost, what they save.
type Groups<'e> = HashMap<Cow<'e, str>, (u64, Rupiah, Estimate<Rupiah>), FixedState>;

/// The sections of tables of groups: of each its id, heading and what its column of groups is called. None where nothing
/// tells the events apart in this way.
pub(super) fn group_sections(
    savings: &Savings,
    tables: &[(&'static str, &str, &str)],
    lang: Lang,
) -> Result<Vec<Section>, MoneyError> {
    let mut groups: Vec<Groups<'_>> = tables.iter().map(|_| HashMap::default()).collect();
    for event in savings.events.iter().filter(|e| e.status == SavingStatus::Saves) {
        for ((id, ..), groups) in tables.iter().zip(&mut groups) {
            let Some(key) = group_of(id, event) else { continue };
            let (count, current, saving) = groups.entry(key).or_insert((0, Rupiah::ZERO, Estimate::ZERO));
            *count += 1;
            *current = current.try_add(event.current)?;
            *saving = saving.try_add(event.gross_saving.unwrap_or(Estimate::ZERO))?;
        }
    }
    let sections =
        tables.iter().zip(groups).filter_map(|(table, groups)| group_section(groups, *table, lang));
    Ok(sections.collect())
}

fn group_section(
    groups: Groups<'_>,
    (id, heading, column): (&'static str, &str, &str),
    lang: Lang,
) -> Option<Section> {
    if groups.keys().all(|key| key.is_empty()) {
        return None;
    }
    let mut rows: Vec<_> = groups.into_iter().collect();
    rows.sort_by(|(a_key, a), (b_key, b)| (b.2.likely(), a_key).cmp(&(a.2.likely(), b_key)));
    let mut table = Table::new(
        id,
        "",
        vec![
            Column::new("group", column, ColumnKind::Text),
            Column::new("events", lang.pick("Kegiatan", "Events"), ColumnKind::Count),
            Column::new("current", lang.pick("Biaya tempat (Rp)", "Venue cost (IDR)"), ColumnKind::Rupiah),
            Column::new("saving", lang.pick("Penghematan (Rp)", "Saving (IDR)"), ColumnKind::Rupiah),
        ],
    );
    for (key, (count, current, saving)) in rows {
        table.row(vec![
            Cell::Text(group_label(&key, lang)),
            Cell::Count(count),
            Cell::Rupiah(current),
            Cell::Range(saving),
        ]);
    }
    Some(Section::new(id, heading).table(table))
}

/// Nothing where nothing was compared: there is no figure to weigh.
pub(super) fn evidence_section(savings: &Savings, lang: Lang) -> Result<Option<Section>, MoneyError> {
    let mut sums: BTreeMap<Evidence, Rupiah> = BTreeMap::new();
    for event in savings.events.iter().filter(|e| e.status == SavingStatus::Saves) {
        if let (Some(evidence), Some(saving)) = (event.weakest_evidence, event.gross_saving) {
            let sum = sums.entry(evidence).or_default();
            *sum = sum.try_add(saving.likely())?;
        }
    }
    let mut table = Table::new(
        "evidence",
        "",
        vec![
            Column::new("evidence", lang.pick("Bukti terlemah", "Weakest evidence"), ColumnKind::Text),
            Column::new("saving", lang.pick("Penghematan (Rp)", "Saving (IDR)"), ColumnKind::Rupiah),
            Column::new("share", lang.pick("Bagian", "Share"), ColumnKind::Percent),
        ],
    );
    for (evidence, sum) in sums {
        let share = sum.percent_of(savings.gross.likely()).unwrap_or(Decimal::ZERO);
        table.row(vec![Cell::Evidence(evidence), Cell::Rupiah(sum), Cell::Percent(share)]);
    }
    let section = Section::new("evidence", lang.pick("Kekuatan bukti", "Strength of the evidence"));
    let some = !table.rows().is_empty();
    Ok(some.then(|| section.table(table).paragraph(super::compare_text::evidence_order(lang))))
}
