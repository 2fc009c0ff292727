//! What a page of savings shows beside its tables: the sentence to quote, the charts, the origin of the sums, and
//! all events.

use std::collections::BTreeMap;

use super::chart::{Chart, Figures, GroupBar, Plot, ShareBar};
use super::compare_charts::share_text;
use super::month_charts::{month_chart, month_columns};
use super::savings::{BudgetsRead, status_label};
use super::savings_listing::{event_origin, event_part, every_event};
use super::{Block, Cell, Origin, Quote, Section, Table, grouped_count};
use crate::cost_line::BudgetStage;
use crate::estimate::Estimate;
use crate::evidence::Evidence;
use crate::lang::Lang;
use crate::money::{MoneyError, Rupiah};
use crate::saving::{EventSaving, SavingStatus, Savings};

/// How many groups a chart shows; the table beside it has all.
const BARS: usize = 12;

/// How many events the origin of a sum lists; the listing has all.
const PARTS: usize = 12;

/// Adds the summary of a page in front, the charts beside their tables, the origin of every sum, and the listing of
/// all events.
///
/// # Errors
/// [`MoneyError::OutOfRange`] when a total cannot be kept exact.
pub(super) fn illustrate(
    sections: &mut Vec<Section>,
    savings: &Savings,
    read: &BudgetsRead,
    lang: Lang,
) -> Result<(), MoneyError> {
    let mut summary = Section::new("summary", lang.pick("Ringkasan", "Summary"));
    summary.blocks.extend(quote(savings, read, lang)?.map(Block::Quote));
    for section in sections.iter_mut() {
        let chart = section.blocks.iter().find_map(|block| match (section.id, block) {
            ("by-agency", Block::Table(table)) => agencies(table, lang),
            ("evidence", Block::Table(table)) => shares(table, lang),
            _ => None,
        });
        match (section.id, chart) {
            ("by-agency", Some(chart)) => summary.blocks.push(Block::Chart(chart)),
            (_, Some(chart)) => section.blocks.insert(0, Block::Chart(chart)),
            ("by-month", None) => {
                let charts = months(savings, lang)?;
                section.blocks.splice(0..0, charts.into_iter().map(Block::Chart));
            }
            _ => {}
        }
        for block in &mut section.blocks {
            if let Block::Table(table) = block {
                originate(table, savings, lang);
            }
        }
    }
    if !summary.blocks.is_empty() {
        sections.insert(0, summary);
    }
    if !savings.events.is_empty() {
        let place = sections.iter().position(|s| s.id == "reconciliation").unwrap_or(sections.len());
        sections.insert(place, every_event(savings, lang));
    }
    Ok(())
}

fn saving_events(savings: &Savings) -> impl Iterator<Item = &EventSaving> {
    savings.events.iter().filter(|e| e.status == SavingStatus::Saves)
}

/// Nothing where nothing was compared: the lead says why.
fn quote(savings: &Savings, read: &BudgetsRead, lang: Lang) -> Result<Option<Quote>, MoneyError> {
    let saves = saving_events(savings).count();
    if saves == 0 {
        return Ok(None);
    }
    let compared = savings.events.iter().filter(|e| e.status.is_compared()).count();
    let current = Rupiah::try_sum(saving_events(savings).map(|e| e.current))?.display(lang);
    let gross = super::compare_text::money(savings.gross, lang);
    let apart = savings.events.iter().filter(|e| e.status.is_apart()).count();
    let counted = read.files.len().saturating_sub(read.repeated.len());
    let count = |n: usize| grouped_count(n as u64, lang);
    let (halls, files, saves, compared) =
        (read.halls, files_text(counted, lang), count(saves), count(compared));
    let stage = if saving_events(savings).all(|e| e.stage == Some(BudgetStage::Realised)) {
        lang.pick("realisasi", "realised spending")
    } else {
        lang.pick("anggaran (rencana, bukan uang yang keluar)", "the budget (a plan, not money spent)")
    };
    let mut text = match lang {
        Lang::Id => format!(
            "Dari {files} {stage}, {compared} kegiatan dapat dibandingkan dengan {halls} gedung pemerintah; {saves} di antaranya lebih murah di sana pada perkiraan tengah: penghematan {gross} dari biaya tempat {current}, jika setiap kegiatan dipindahkan sendiri-sendiri. Apakah gedungnya kosong pada hari itu tidak diperiksa."
        ),
        Lang::En => format!(
            "From {files} of {stage}, {compared} events can be compared with {halls} government halls; {saves} of them would be cheaper there at likely prices: a saving of {gross} on venue costs of {current}, if each event is moved alone. Whether a hall was free that day was not checked."
        ),
    };
    if apart > 0 {
        let apart = count(apart);
        text.push_str(&match lang {
            Lang::Id => format!(" {apart} kegiatan lain yang membayar tempat tidak dapat dibandingkan."),
            Lang::En => format!(" {apart} more events that pay for a place could not be compared."),
        });
    }
    Ok(Some(Quote {
        text,
        evidence: Evidence::weakest(saving_events(savings).filter_map(|e| e.weakest_evidence)),
        sources: read.files.clone(),
    }))
}

/// How many files were read, in words.
fn files_text(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (_, Lang::Id) => format!("{count} berkas"),
        (1, Lang::En) => "1 file".to_owned(),
        (_, Lang::En) => format!("{count} files"),
    }
}

/// The groups of a table, largest first as they stand there.
fn groups(table: &Table) -> Vec<GroupBar> {
    let rows = table.rows().iter().filter_map(|row| match row.cells.as_slice() {
        [Cell::Text(label), Cell::Count(count), _, Cell::Range(amount)] => {
            Some(GroupBar { label: label.clone(), amount: *amount, count: *count })
        }
        _ => None,
    });
    rows.collect()
}

fn agencies(table: &Table, lang: Lang) -> Option<Chart> {
    let mut bars = groups(table);
    let all = bars.len();
    bars.truncate(BARS);
    // One bar compares nothing.
    let first = bars.first().filter(|_| all > 1)?;
    let largest = format!("{}, {}", first.label, super::compare_text::money(first.amount, lang));
    let of = if all > BARS {
        match lang {
            Lang::Id => format!(" ({BARS} terbesar dari {all})"),
            Lang::En => format!(" (the {BARS} largest of {all})"),
        }
    } else {
        String::new()
    };
    Some(Chart {
        id: "agencies".to_owned(),
        title: match lang {
            Lang::Id => format!("Penghematan kotor menurut instansi, rupiah{of}"),
            Lang::En => format!("Gross saving by agency, rupiah{of}"),
        },
        alternative: match lang {
            Lang::Id => format!("{all} instansi. Yang terbesar: {largest}."),
            Lang::En => format!("{all} agencies. The largest: {largest}."),
        },
        plot: Plot::Groups(bars),
        figures: Figures::Beside("by-agency"),
    })
}

fn shares(table: &Table, lang: Lang) -> Option<Chart> {
    let parts: Vec<_> = table
        .rows()
        .iter()
        .filter_map(|row| match row.cells.as_slice() {
            [Cell::Evidence(evidence), _, Cell::Percent(share)] => Some((*evidence, *share)),
            _ => None,
        })
        .collect();
    if parts.is_empty() {
        return None;
    }
    let bar = ShareBar { label: lang.pick("Penghematan kotor", "Gross saving").to_owned(), parts };
    Some(Chart {
        id: "evidence-shares".to_owned(),
        title: lang
            .pick("Penghematan menurut bukti terlemah, persen", "Saving by weakest evidence, percent")
            .to_owned(),
        alternative: format!("{}.", share_text(&bar, lang)),
        plot: Plot::Shares(vec![bar]),
        figures: Figures::Beside("evidence"),
    })
}

/// One chart of planned starts and one of days of payment: the two are different days.
fn months(savings: &Savings, lang: Lang) -> Result<Vec<Chart>, MoneyError> {
    let mut charts = Vec::new();
    for paid in [false, true] {
        let dated =
            savings.events.iter().filter(|e| e.status.is_compared() || e.status.is_apart()).filter_map(
                |event| {
                    let date = event.date.filter(|_| (event.stage == Some(BudgetStage::Realised)) == paid)?;
                    Some((date, event.current))
                },
            );
        charts.extend(month_chart(month_columns(dated)?, paid, lang));
    }
    Ok(charts)
}

/// Says of every row of a known table which events it sums up.
fn originate(table: &mut Table, savings: &Savings, lang: Lang) {
    let mut groups: BTreeMap<String, Vec<&EventSaving>> = BTreeMap::new();
    for event in &savings.events {
        if let Some(key) = row_of(table.id, event, lang) {
            groups.entry(key).or_default().push(event);
        }
    }
    for at in 0..table.rows().len() {
        if table.id == "largest" {
            if let Some(event) = largest_event(table, at, savings) {
                table.originate(at, event_origin(event, lang));
            }
            continue;
        }
        let Some(Cell::Text(label)) = table.rows().get(at).and_then(|row| row.cells.first()) else {
            continue;
        };
        if let Some(events) = groups.get_mut(label) {
            sort_by_weight(events);
            let origin = sum_origin(events, lang);
            table.originate(at, origin);
        }
    }
}

/// The first cell of the row of a table that the event is counted in.
fn row_of(table: &str, event: &EventSaving, lang: Lang) -> Option<String> {
    let key = match table {
        "status" => return Some(status_label(event.status, lang).to_owned()),
        _ if event.status != SavingStatus::Saves => return None,
        "by-agency" => event.agency.to_string(),
        "by-account" => event.account.clone(),
        "by-venue" => event.venue_name.clone().unwrap_or_default(),
        "by-stage" => event.stage.map_or("", BudgetStage::as_str).to_owned(),
        _ => return None,
    };
    Some(if key.is_empty() { lang.pick("(tidak disebut)", "(not named)").to_owned() } else { key })
}

fn sort_by_weight(events: &mut [&EventSaving]) {
    let weight = |e: &EventSaving| (e.gross_saving.map_or(Rupiah::ZERO, Estimate::likely), e.current);
    events.sort_by(|a, b| (weight(b), &a.id).cmp(&(weight(a), &b.id)));
}

/// The event that a row of the ten largest shows.
fn largest_event<'a>(table: &Table, at: usize, savings: &'a Savings) -> Option<&'a EventSaving> {
    let cells = &table.rows().get(at)?.cells;
    savings.events.iter().find(|event| {
        let shown = [
            Cell::text(event.title.clone()),
            Cell::text(event.agency.to_string()),
            Cell::Rupiah(event.current),
            event.gross_saving.map_or(Cell::Unknown, Cell::Range),
        ];
        event.status.is_compared() && shown.iter().all(|cell| cells.contains(cell))
    })
}

fn sum_origin(events: &[&EventSaving], lang: Lang) -> Origin {
    let count = events.len();
    let rule = match lang {
        Lang::Id => format!("Jumlah {count} kegiatan; rumus tiap kegiatan ada di daftar semua kegiatan."),
        Lang::En => {
            format!("The sum of {count} events; the formula of each stands in the list of all events.")
        }
    };
    let mut parts: Vec<String> = events.iter().take(PARTS).map(|event| event_part(event, lang)).collect();
    let more = count.saturating_sub(PARTS);
    if more > 0 {
        parts.push(match lang {
            Lang::Id => format!("dan {more} kegiatan lain; saring daftar semua kegiatan"),
            Lang::En => format!("and {more} more events; filter the list of all events"),
        });
    }
    Origin { rule, parts }
}
