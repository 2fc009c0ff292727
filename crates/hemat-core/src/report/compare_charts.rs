//! What a page of a comparison shows beside its tables: the sentence to quote, the charts, and the origin of totals.

use std::collections::BTreeSet;

use super::chart::{Chart, CostBar, CostPart, Figures, Plot, ShareBar, SwingBar};
use super::compare::total_cell;
use super::compare_origins::{cited, originate_components, originate_totals};
use super::compare_text as text;
use super::{Block, Cell, Quote, Section};
use crate::comparison::{Comparison, CostOf, VenueOption};
use crate::evidence::Evidence;
use crate::lang::Lang;

/// Beyond so many venues without a best one, no chart of what matters most is drawn: the table says it.
const TORNADOS: usize = 3;

/// How many options are quoted where none is the best.
const QUOTED: usize = 2;

/// How many inputs a chart of what matters most shows.
const INPUTS: usize = 8;

/// Adds the summary of a page in front, the charts beside their tables, and the origin of every total.
pub(super) fn illustrate(sections: &mut Vec<Section>, comparison: &Comparison, lang: Lang) {
    for section in sections.iter_mut() {
        match section.id {
            "venues" => originate_totals(section, comparison, lang),
            "components" => originate_components(section, comparison, lang),
            "sensitivity" => {
                let charts = tornados(comparison, lang).into_iter().map(Block::Chart);
                section.blocks.splice(0..0, charts);
            }
            "evidence" => section.blocks.insert(0, Block::Chart(shares(comparison, lang))),
            _ => {}
        }
    }
    let summary = Section::new("summary", lang.pick("Ringkasan", "Summary"))
        .block(Block::Quote(quote(comparison, lang)))
        .block(Block::Chart(costs(comparison, lang)));
    sections.insert(0, summary);
}

fn quote(comparison: &Comparison, lang: Lang) -> Quote {
    let event = &comparison.event;
    let mut what = event.title.clone();
    let when = event.start.map(|day| day.display(lang));
    let place = Some(event.region.clone()).filter(|region| !region.trim().is_empty());
    let aside: Vec<String> = [place, when].into_iter().flatten().collect();
    if !aside.is_empty() {
        what.push_str(&format!(" ({})", aside.join(", ")));
    }
    let mut sentences = Vec::new();
    let mut grades = BTreeSet::new();
    let mut sources = BTreeSet::new();
    let mut told = |option: &VenueOption| {
        grades.extend(option.weakest_evidence);
        for component in &option.components {
            sources.insert(cited(&component.source, lang));
        }
    };
    if let Some(baseline) = comparison.baseline_option() {
        told(baseline);
        let cost = text::money(baseline.total, lang);
        let at_least = if baseline.complete() { "" } else { lang.pick("paling sedikit ", "at least ") };
        sentences.push(match lang {
            Lang::Id => format!("{what}: biaya di {} diperkirakan {at_least}{cost}.", baseline.name),
            Lang::En => format!("{what}: the cost at {} is estimated at {at_least}{cost}.", baseline.name),
        });
        sentences.extend(text::order_of_magnitude(baseline, lang));
    }
    match &comparison.best {
        Ok(best) => {
            if let Some(option) = comparison.options.iter().find(|o| &o.venue == best) {
                told(option);
                sentences.push(text::best_sentence(option, lang));
            }
        }
        Err(reason) => {
            // Without a best option the others say what is known: cheaper, dearer, too small.
            sentences.push(text::no_best(*reason, lang));
            for option in comparison.alternatives().take(QUOTED) {
                told(option);
                sentences.push(text::alternative_sentence(option, lang));
            }
        }
    }
    Quote {
        text: sentences.join(" "),
        evidence: Evidence::weakest(grades),
        sources: sources.into_iter().collect(),
    }
}

fn costs(comparison: &Comparison, lang: Lang) -> Chart {
    let bars: Vec<CostBar> =
        comparison.options.iter().map(|option| cost_bar(comparison, option, lang)).collect();
    let told: Vec<String> = comparison
        .options
        .iter()
        .map(|option| format!("{}: {}", option.name, total_cell(option).display(lang)))
        .collect();
    Chart {
        id: "costs".to_owned(),
        title: lang
            .pick("Biaya kegiatan di setiap tempat, rupiah", "Cost of the event at each venue, rupiah")
            .to_owned(),
        alternative: format!(
            "{} {}.",
            lang.pick(
                "Satu batang untuk setiap tempat, menurut nilai yang mungkin, dengan garis dari nilai terendah sampai tertinggi.",
                "One bar for each venue, at its likely value, with a line from the lowest to the highest value.",
            ),
            told.join("; ")
        ),
        plot: Plot::Costs(bars),
        figures: Figures::Beside("components"),
    }
}

fn cost_bar(comparison: &Comparison, option: &VenueOption, lang: Lang) -> CostBar {
    let parts = option.components.iter().map(|component| CostPart {
        label: text::cost_of(&component.of, lang),
        word: component.of.as_str(),
        bundle: matches!(component.of, CostOf::Venue(c) if c.package().is_some()),
        amount: component.amount.likely(),
    });
    let remark = if option.venue == comparison.baseline {
        lang.pick("tempat asal", "baseline")
    } else {
        text::verdict(option, lang)
    };
    CostBar {
        label: option.name.clone(),
        remark: remark.to_owned(),
        parts: parts.collect(),
        total: option.total,
        complete: option.complete(),
    }
}

/// One chart for the best option; without one, one for each of the first options.
fn tornados(comparison: &Comparison, lang: Lang) -> Vec<Chart> {
    let best = comparison.best.as_ref().ok();
    comparison
        .alternatives()
        .filter(|option| best.is_none_or(|best| *best == option.venue))
        .take(TORNADOS)
        .filter_map(|option| tornado(comparison, option, lang))
        .collect()
}

fn tornado(comparison: &Comparison, option: &VenueOption, lang: Lang) -> Option<Chart> {
    let likely = option.saving?.likely();
    let inputs: Vec<SwingBar> = comparison
        .sensitivity
        .iter()
        .filter(|swing| swing.venue == option.venue)
        .take(INPUTS)
        .map(|swing| SwingBar {
            label: text::input(comparison, &swing.input, lang),
            low: swing.low,
            high: swing.high,
        })
        .collect();
    let first = inputs.first()?;
    let (label, low, high) = (&first.label, first.low.display(lang), first.high.display(lang));
    let name = &option.name;
    let alternative = match lang {
        Lang::Id => format!(
            "Penghematan jika satu masukan saja berubah dari nilai terendah ke tertinggi. Paling menentukan: {label}, dari {low} sampai {high}."
        ),
        Lang::En => format!(
            "The saving when one input alone goes from its low to its high value. What matters most: {label}, from {low} to {high}."
        ),
    };
    Some(Chart {
        id: format!("tornado-{}", option.venue),
        title: match lang {
            Lang::Id => format!("Penghematan di {name} menurut setiap masukan, rupiah"),
            Lang::En => format!("Saving at {name} by each input, rupiah"),
        },
        alternative,
        plot: Plot::Tornado { likely, inputs },
        figures: Figures::Beside("sensitivity"),
    })
}

fn shares(comparison: &Comparison, lang: Lang) -> Chart {
    let bars: Vec<ShareBar> = comparison
        .options
        .iter()
        .map(|option| ShareBar {
            label: option.name.clone(),
            parts: option.evidence_share.iter().map(|(evidence, share)| (*evidence, *share)).collect(),
        })
        .collect();
    let told: Vec<String> = bars.iter().map(|bar| share_text(bar, lang)).collect();
    Chart {
        id: "evidence-shares".to_owned(),
        title: lang
            .pick("Bagian biaya menurut bukti, persen", "Share of cost by evidence, percent")
            .to_owned(),
        alternative: told.join("; "),
        plot: Plot::Shares(bars),
        figures: Figures::Beside("evidence"),
    }
}

/// One whole in words: `Aula Melati: penawaran 80 %, asumsi 20 %`.
pub(super) fn share_text(bar: &ShareBar, lang: Lang) -> String {
    let parts: Vec<String> = bar
        .parts
        .iter()
        .map(|(evidence, share)| format!("{} {}", evidence.label(lang), Cell::Percent(*share).display(lang)))
        .collect();
    format!("{}: {}", bar.label, parts.join(", "))
}
