//! Bars of 100 percent, divided by evidence.

use std::collections::BTreeSet;

use hemat_core::evidence::Evidence;
use hemat_core::lang::Lang;
use hemat_core::report::{Cell, ShareBar};
use rust_decimal::Decimal;

use super::bars::labels;
use super::legend::Key;
use super::svg::Svg;

const BAR: u32 = 20;
const GAP: u32 = 12;

pub(super) fn shares(wholes: &[ShareBar], lang: Lang) -> (Svg, Vec<Key>) {
    let mut svg = Svg::default();
    let mut grades: BTreeSet<Evidence> = BTreeSet::new();
    for whole in wholes.iter().filter(|w| !w.parts.is_empty()) {
        let figure: Vec<String> = whole
            .parts
            .iter()
            .map(|(evidence, share)| {
                format!("{} {}", evidence.label(lang), Cell::Percent(*share).display(lang))
            })
            .collect();
        let top = labels(&mut svg, &whole.label, &figure.join(", "));
        let mut from = Decimal::ZERO;
        for (evidence, share) in &whole.parts {
            let to = from.checked_add(*share).unwrap_or(from);
            svg.bar(class(*evidence), (from, to), (top, BAR));
            from = to;
            grades.insert(*evidence);
        }
        svg.reach(top + BAR + GAP);
    }
    (svg, grades.into_iter().map(|grade| Key::new(class(grade), grade.label(lang))).collect())
}

/// The class of a grade: from strong to weak.
fn class(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Receipt => "e0",
        Evidence::Tariff => "e1",
        Evidence::Quote => "e2",
        Evidence::Budget => "e3",
        Evidence::Benchmark => "e4",
        Evidence::Claim => "e5",
        Evidence::Assumption => "e6",
    }
}
