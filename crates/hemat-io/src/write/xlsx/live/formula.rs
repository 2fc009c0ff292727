//! Texts of formulas.

use hemat_core::comparison::{Factor, Place, Working};
use rust_xlsxwriter::Formula;

use super::plan::{INPUTS, PRICE, cell};

/// The cells of the four inputs.
pub(super) type InputCells = [String; 4];

/// The cells of the inputs at one end of their ranges: 0 low, 1 likely, 2 high.
pub(super) fn inputs(column: u16) -> InputCells {
    [0, 1, 2, 3].map(|at| cell(INPUTS + at, column))
}

/// How often a price is charged: the product of the factors, `1` for none.
pub(super) fn times(working: &Working, [participants, days, meals, snacks]: &InputCells) -> String {
    let left = |of: &str, included: u32| match included {
        0 => of.to_owned(),
        n => format!("MAX(0,{of}-{n})"),
    };
    let factors: Vec<String> = working
        .factors
        .iter()
        .map(|factor| match factor {
            Factor::Participants(_) => participants.clone(),
            Factor::Days(_) => days.clone(),
            Factor::MealsLeft { included, .. } => left(meals, *included),
            Factor::SnacksLeft { included, .. } => left(snacks, *included),
            Factor::AnyMeal { included, .. } => format!("IF({meals}>{included},1,0)"),
            Factor::AnySnack { included, .. } => format!("IF({snacks}>{included},1,0)"),
            Factor::Sessions(n) | Factor::Quantity(n) => n.normalize().to_string(),
        })
        .collect();
    if factors.is_empty() { "1".to_owned() } else { factors.join("*") }
}

/// An input at a place of its range, `at` its number in the list of inputs.
pub(super) fn place(place: Place, at: u32, on: impl Fn(&str) -> String) -> String {
    let end = |which: usize| on(&cell(INPUTS + at, PRICE.get(which).copied().unwrap_or_default()));
    match place {
        Place::Low => end(0),
        Place::Likely => end(1),
        Place::High => end(2),
        Place::Near(n) => format!("MIN(MAX({n},{}),{})", end(0), end(2)),
    }
}

/// A text as a formula writes it.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// A formula with the result that hemat computed.
pub(super) fn formula(text: &str, result: impl ToString) -> Formula {
    Formula::new(text).set_result(result.to_string())
}
