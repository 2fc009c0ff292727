//! How the figures of a comparison come about: what a total adds up, what a component's amount multiplies.

use super::compare_text as text;
use super::{Block, Cell, Origin, Section, Table};
use crate::comparison::{Comparison, VenueOption};
use crate::lang::Lang;
use crate::source::SourceRef;

/// A source as it is cited.
pub(super) fn cited(source: &SourceRef, lang: Lang) -> String {
    Cell::Source(source.clone()).display(lang)
}

/// The table of this id in a section.
fn table_of<'a>(section: &'a mut Section, id: &str) -> Option<&'a mut Table> {
    section.blocks.iter_mut().find_map(|block| match block {
        Block::Table(table) if table.id == id => Some(table),
        _ => None,
    })
}

pub(super) fn originate_totals(section: &mut Section, comparison: &Comparison, lang: Lang) {
    let Some(table) = table_of(section, "venues") else { return };
    for (at, option) in comparison.options.iter().enumerate() {
        table.originate(at, total_origin(comparison, option, lang));
    }
}

/// The rows of each venue: its components, what is missing, the total.
pub(super) fn originate_components(section: &mut Section, comparison: &Comparison, lang: Lang) {
    let Some(table) = table_of(section, "components") else { return };
    let mut at = 0;
    for option in &comparison.options {
        for component in &option.components {
            let rule = format!(
                "{}: {} = {}. {}",
                lang.pick("Pada nilai yang mungkin", "At likely values"),
                component.working.display(lang),
                component.amount.likely().display(lang),
                lang.pick(
                    "Rentang: harga dan jumlah yang sama pada nilai terendah dan tertinggi.",
                    "Range: the same price and counts at their lowest and highest values.",
                )
            );
            table.originate(at, Origin { rule, parts: Vec::new() });
            at += 1;
        }
        at += option.missing.len();
        table.originate(at, total_origin(comparison, option, lang));
        at += 1;
    }
}

fn total_origin(comparison: &Comparison, option: &VenueOption, lang: Lang) -> Origin {
    let mut rule = lang
        .pick(
            "Biaya: jumlah bagian-bagian di bawah; nilai terendah, mungkin, dan tertinggi dijumlahkan sendiri-sendiri.",
            "Cost: the sum of the parts below; lowest, likely and highest values are each added up.",
        )
        .to_owned();
    if option.venue != comparison.baseline {
        rule.push(' ');
        rule.push_str(lang.pick(
            "Penghematan: biaya tempat asal dikurangi biaya di sini. Jumlah peserta, hari, makan, dan kudapan sama di kedua sisi; harga yang berdiri sendiri mengambil ujung yang berlawanan.",
            "Saving: the baseline's cost minus the cost here. Participants, days, meals and snacks are the same on both sides; independent prices take opposite ends.",
        ));
    }
    let priced = option.components.iter().map(|component| {
        format!(
            "{}: {} = {}; {}; {}",
            text::cost_of(&component.of, lang),
            component.working.display(lang),
            text::money(component.amount, lang),
            component.evidence.label(lang),
            cited(&component.source, lang)
        )
    });
    let missing = option.missing.iter().map(|missing| {
        format!("{}: {}", missing.component.label(lang), text::missing_reason(missing.reason, lang))
    });
    Origin { rule, parts: priced.chain(missing).collect() }
}
