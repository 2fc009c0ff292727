//! The factors of a quantity as JSON in one cell: `[{"value":"50","unit":"orang","counts":["persons"]}]`.
//!
//! Persons, days and occurrences come out of the factors, so these are what has to come back.

use hemat_core::quantity::{Factor, Quantity};
use hemat_core::unit::Measure;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct FactorJson {
    value: String,
    unit: String,
    counts: Vec<Counted>,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Counted {
    Persons,
    Days,
    Occurrences,
    Groups,
}

/// The factors as text.
pub(super) fn factors_json(quantity: &Quantity) -> String {
    let factors: Vec<FactorJson> = quantity
        .factors()
        .iter()
        .map(|f| FactorJson {
            value: f.value.normalize().to_string(),
            unit: f.unit.to_string(),
            counts: counted(f.measure()),
        })
        .collect();
    // Texts alone: nothing in it can fail.
    serde_json::to_string(&factors).unwrap_or_default()
}

/// The quantity of such a text; `None` if it is none.
#[must_use]
pub fn quantity_of(text: &str) -> Option<Quantity> {
    let factors: Vec<FactorJson> = serde_json::from_str(text).ok()?;
    let factors: Option<Vec<Factor>> = factors
        .into_iter()
        .map(|f| {
            Some(Factor::new(Decimal::from_str_exact(&f.value).ok()?, &f.unit).counting(measure(&f.counts)))
        })
        .collect();
    Quantity::try_new(factors?).ok()
}

fn counted(measure: Measure) -> Vec<Counted> {
    [
        (measure.persons, Counted::Persons),
        (measure.days, Counted::Days),
        (measure.occurrences, Counted::Occurrences),
        (measure.groups, Counted::Groups),
    ]
    .into_iter()
    .filter_map(|(counts, what)| counts.then_some(what))
    .collect()
}

fn measure(counts: &[Counted]) -> Measure {
    Measure {
        persons: counts.contains(&Counted::Persons),
        days: counts.contains(&Counted::Days),
        occurrences: counts.contains(&Counted::Occurrences),
        groups: counts.contains(&Counted::Groups),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_factor_counts_comes_back_even_against_its_unit() {
        let bare = Factor::new(Decimal::from(5), "").counting(Measure::PERSONS);
        let days = Factor::new(Decimal::new(25, 1), "hari \"kerja\" x 2");
        let quantity = Quantity::try_new(vec![bare, days]).unwrap();
        let text = factors_json(&quantity);
        assert!(
            text.starts_with(r#"[{"value":"5","unit":"","counts":["persons"]},{"value":"2.5""#),
            "{text}"
        );
        assert_eq!(quantity_of(&text), Some(quantity));
        for bad in ["", "[]", "[{}]", r#"[{"value":"1e3","unit":"","counts":[]}]"#] {
            assert_eq!(quantity_of(bad), None, "{bad}");
        }
    }
}
