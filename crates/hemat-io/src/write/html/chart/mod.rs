//! Charts as inline SVG. It draws what the report holds; places on the drawing are all that is computed here.

mod bars;
mod legend;
mod months;
mod scale;
mod shares;
mod svg;
mod tornado;

#[cfg(test)]
mod tests;

pub(super) use legend::Key;

use hemat_core::lang::Lang;
use hemat_core::report::{Chart, Plot};

/// The drawing with its legend. An empty drawing (nothing but zeros) has no picture, only its text alternative.
pub(super) fn draw(chart: &Chart, id: &str, lang: Lang) -> (String, Vec<Key>) {
    let (svg, keys) = match &chart.plot {
        Plot::Costs(costs) => bars::costs(costs, lang),
        Plot::Groups(groups) => (bars::groups(groups, lang), Vec::new()),
        Plot::Months(columns) => (months::months(columns, lang), Vec::new()),
        Plot::Tornado { likely, inputs } => tornado::tornado(*likely, inputs, lang),
        Plot::Shares(wholes) => shares::shares(wholes, lang),
    };
    if svg.height() == 0 {
        return (String::new(), keys);
    }
    (svg.finish(id, &chart.title, &chart.alternative), keys)
}
