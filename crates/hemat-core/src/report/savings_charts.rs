//! What a page of savings shows beside its tables: the sentence to quote, the charts, the origin of the sums, and
//! all events.

use super::chart::{Chart, Figures, GroupBar, Plot, ShareBar, SwingBar};
use super::compare_charts::share_text;
use super::month_charts::{month_chart, month_columns};
use super::savings::BudgetsRead;
use super::savings_feasible::feasible_sentence;
use super::savings_listing::every_event;
use super::savings_origins::originate;
use super::{Block, Cell, Quote, Section, Table, grouped_count};
use crate::cost_line::BudgetStage;
use crate::evidence::Evidence;
use crate::lang::Lang;
use crate::money::{MoneyError, Rupiah};
use crate::saving::{EventSaving, SavingStatus, Savings};

/// How many groups a chart shows; the table beside it has all.
const BARS: usize = 12;

/// How many inputs a chart of what matters most shows.
const INPUTS: usize = 8;

/// Adds the summary of a page in front and the charts beside their tables.
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
            ("sensitivity", Block::Table(table)) => tornado(table, savings.gross.likely(), lang),
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
    }
    if !summary.blocks.is_empty() {
        sections.insert(0, summary);
    }
    Ok(())
}

/// Adds what only pages show: the origin of every sum, and the listing of all events.
pub(super) fn fill_pages(sections: &mut Vec<Section>, savings: &Savings, lang: Lang) {
    for block in sections.iter_mut().flat_map(|section| &mut section.blocks) {
        if let Block::Table(table) = block {
            originate(table, savings, lang);
        }
    }
    if !savings.events.is_empty() {
        let place = sections.iter().position(|s| s.id == "reconciliation").unwrap_or(sections.len());
        sections.insert(place, every_event(savings, lang));
    }
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
        (read.halls, files_counted(counted, lang), count(saves), count(compared));
    let stage = if saving_events(savings).all(|e| e.stage == Some(BudgetStage::Realised)) {
        lang.pick("realisasi", "realised spending")
    } else {
        lang.pick("anggaran (rencana, bukan uang yang keluar)", "the budget (a plan, not money spent)")
    };
    let mut text = match lang {
        Lang::Id => format!(
            "Dari {files} {stage}, {compared} kegiatan dapat dibandingkan dengan {halls} gedung pemerintah; {saves} di antaranya lebih murah di sana pada perkiraan tengah: penghematan {gross} dari biaya tempat {current}, jika setiap kegiatan dipindahkan sendiri-sendiri."
        ),
        Lang::En => format!(
            "From {files} of {stage}, {compared} events can be compared with {halls} government halls; {saves} of them would be cheaper there at likely prices: a saving of {gross} on venue costs of {current}, if each event is moved alone."
        ),
    };
    text.push(' ');
    text.push_str(&feasible_sentence(savings, lang)?);
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
fn files_counted(count: usize, lang: Lang) -> String {
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

/// What moves the headline most, as the table has it.
fn tornado(table: &Table, likely: Rupiah, lang: Lang) -> Option<Chart> {
    let inputs: Vec<SwingBar> = table
        .rows()
        .iter()
        .take(INPUTS)
        .filter_map(|row| match row.cells.as_slice() {
            [Cell::Text(input), of, Cell::Rupiah(low), Cell::Rupiah(high), _] => {
                let of = of.display(lang);
                let label = if of.is_empty() { input.clone() } else { format!("{input}, {of}") };
                Some(SwingBar { label, low: *low, high: *high })
            }
            _ => None,
        })
        .collect();
    let first = inputs.first()?;
    let (label, low, high) = (&first.label, first.low.display(lang), first.high.display(lang));
    Some(Chart {
        id: "tornado".to_owned(),
        title: lang
            .pick(
                "Penghematan kotor menurut setiap anggapan, rupiah",
                "Gross saving by each assumption, rupiah",
            )
            .to_owned(),
        alternative: match lang {
            Lang::Id => format!("Yang paling mengubah angkanya: {label}, dari {low} sampai {high}."),
            Lang::En => format!("What moves the figure most: {label}, from {low} to {high}."),
        },
        plot: Plot::Tornado { likely, inputs },
        figures: Figures::Beside("sensitivity"),
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
