//! What matters most: bars on both sides of the result at likely values.

use hemat_core::lang::Lang;
use hemat_core::money::Rupiah;
use hemat_core::report::SwingBar;

use super::bars::{axis, labels};
use super::legend::Key;
use super::scale::Scale;
use super::svg::Svg;

const BAR: u32 = 16;
const GAP: u32 = 14;

pub(super) fn tornado(likely: Rupiah, inputs: &[SwingBar], lang: Lang) -> (Svg, Vec<Key>) {
    let mut svg = Svg::default();
    let ends = inputs.iter().flat_map(|input| [input.low, input.high]).chain([likely]);
    let Some(scale) = Scale::over(ends) else { return (svg, Vec::new()) };
    for input in inputs {
        let figure = match lang {
            Lang::Id => {
                format!("terendah: {} · tertinggi: {}", input.low.grouped(lang), input.high.grouped(lang))
            }
            Lang::En => {
                format!("at its low: {} · at its high: {}", input.low.grouped(lang), input.high.grouped(lang))
            }
        };
        let top = labels(&mut svg, &input.label, &figure);
        let middle = scale.place(likely);
        svg.bar("at-low", (middle, scale.place(input.low)), (top, BAR));
        svg.bar("at-high", (middle, scale.place(input.high)), (top, BAR));
        svg.reach(top + BAR + GAP);
    }
    let foot = svg.height();
    let at = scale.place(likely);
    axis(&mut svg, &scale, lang);
    svg.line_behind("likely", (at, 0), (at, foot));
    let keys = vec![
        Key::new("at-low", lang.pick("masukan pada nilai terendah", "input at its low value")),
        Key::new("at-high", lang.pick("masukan pada nilai tertinggi", "input at its high value")),
        Key::new(
            "likely",
            format!("{}: {}", lang.pick("pada nilai yang mungkin", "at likely values"), likely.grouped(lang)),
        ),
    ];
    (svg, keys)
}
