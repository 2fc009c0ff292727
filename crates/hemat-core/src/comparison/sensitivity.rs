//! Sensitivity: which uncertain input moves the saving most.

use serde::Serialize;

use super::bill::Bill;
use super::inputs::{Inputs, Ranges, SharedInput};
use crate::estimate::Point;
use crate::money::{MoneyError, Rupiah};

/// The saving of one option when one input alone goes from low to high, the rest at likely values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Swing {
    /// Id of the option's venue.
    pub venue: String,
    /// The input: `participants`, `days`, `meals_per_day`, `snacks_per_day`, or a price as `venue:component`.
    pub input: String,
    /// The saving with the input at its low value.
    pub low: Rupiah,
    /// The saving with the input at its high value.
    pub high: Rupiah,
    /// The distance between the two.
    pub swing: Rupiah,
}

/// All swings of one option, unsorted.
pub(super) fn swings(
    baseline: (&str, &Bill<'_>),
    option: (&str, &Bill<'_>),
    ranges: &Ranges,
) -> Result<Vec<Swing>, MoneyError> {
    let likely = ranges.likely();
    let mut swings = Vec::new();
    let mut push = |input: String, low: Rupiah, high: Rupiah| -> Result<(), MoneyError> {
        let swing = high.try_sub(low)?.abs();
        swings.push(Swing { venue: option.0.to_owned(), input, low, high, swing });
        Ok(())
    };
    let saving = |inputs: &Inputs| {
        baseline.1.total(inputs, Point::Likely)?.try_sub(option.1.total(inputs, Point::Likely)?)
    };
    for input in SharedInput::ALL {
        if let Some((low, high)) = ranges.ends(input) {
            push(
                input.name().to_owned(),
                saving(&likely.with(input, low))?,
                saving(&likely.with(input, high))?,
            )?;
        }
    }
    let middle = saving(&likely)?;
    for (id, bill, is_baseline) in [(baseline.0, baseline.1, true), (option.0, option.1, false)] {
        for item in bill.items.iter().filter(|i| !i.rate.payable().is_exact()) {
            let at_likely = bill.amount(item, &likely, Point::Likely)?;
            let moved = |end: Point| -> Result<Rupiah, MoneyError> {
                let change = bill.amount(item, &likely, end)?.try_sub(at_likely)?;
                if is_baseline { middle.try_add(change) } else { middle.try_sub(change) }
            };
            push(format!("{id}:{}", item.rate.component()), moved(Point::Low)?, moved(Point::High)?)?;
        }
    }
    Ok(swings)
}

/// Largest swing first, then by the input's name, then by venue.
pub(super) fn sort(swings: &mut [Swing]) {
    swings.sort_by(|a, b| (b.swing, &a.input, &a.venue).cmp(&(a.swing, &b.input, &b.venue)));
}
