//! Horizontal bars: what each venue costs, and amounts by group.

use hemat_core::estimate::Estimate;
use hemat_core::lang::Lang;
use hemat_core::money::Rupiah;
use hemat_core::report::{Cell, CostBar, CostPart, GroupBar};

use super::legend::Key;
use super::scale::{Scale, short};
use super::svg::{Anchor, Svg, label_lines};

/// Colours for parts, by their order of first appearance; more parts share the last one.
const COLOURS: usize = 8;

/// Pixels of one line of text.
pub(super) const LINE: u32 = 19;
/// Pixels of one bar.
const BAR: u32 = 20;
/// Pixels between two bars.
const GAP: u32 = 18;

pub(super) fn costs(bars: &[CostBar], lang: Lang) -> (Svg, Vec<Key>) {
    let mut svg = Svg::default();
    let mut keys: Vec<(&'static str, Key)> = Vec::new();
    let ends = bars.iter().flat_map(|bar| [bar.total.low(), bar.total.high()]);
    let Some(scale) = Scale::over(ends) else { return (svg, Vec::new()) };
    for bar in bars {
        let total = if bar.complete { Cell::Range(bar.total) } else { Cell::AtLeast(bar.total) };
        let top = labels(&mut svg, &bar.label, &format!("{} · {}", total.display(lang), bar.remark));
        let mut from = Rupiah::ZERO;
        for part in &bar.parts {
            let class = colour(&mut keys, part, lang);
            let Ok(to) = from.try_add(part.amount) else { continue };
            svg.bar(&class, (scale.place(from), scale.place(to)), (top, BAR));
            from = to;
        }
        if !bar.complete {
            svg.text("open", Anchor::Start, (scale.place(from), top + 15), "\u{a0}→");
        }
        whisker(&mut svg, &scale, bar.total, top);
        svg.reach(top + BAR + GAP);
    }
    axis(&mut svg, &scale, lang);
    (svg, keys.into_iter().map(|(_, key)| key).collect())
}

pub(super) fn groups(bars: &[GroupBar], lang: Lang) -> Svg {
    let mut svg = Svg::default();
    let ends = bars.iter().flat_map(|bar| [bar.amount.low(), bar.amount.high()]);
    let Some(scale) = Scale::over(ends) else { return svg };
    for bar in bars {
        let top = labels(&mut svg, &bar.label, &Cell::Range(bar.amount).display(lang));
        let ends = (scale.place(Rupiah::ZERO), scale.place(bar.amount.likely()));
        svg.bar("s0", ends, (top, BAR));
        whisker(&mut svg, &scale, bar.amount, top);
        svg.reach(top + BAR + GAP);
    }
    axis(&mut svg, &scale, lang);
    svg
}

/// The same word has the same colour everywhere; a bundle has one of its own, since it is several things at once.
fn colour(keys: &mut Vec<(&'static str, Key)>, part: &CostPart, lang: Lang) -> String {
    if let Some((_, key)) = keys.iter().find(|(word, _)| *word == part.word) {
        return key.class.clone();
    }
    let used = keys.iter().filter(|(_, key)| key.class != "whole").count();
    let class = if part.bundle { "whole".to_owned() } else { format!("s{}", used.min(COLOURS - 1)) };
    let label = if part.bundle {
        format!("{} ({})", part.label, lang.pick("satu harga, tidak dipecah", "one price, not divided"))
    } else {
        part.label.clone()
    };
    keys.push((part.word, Key::new(class.clone(), label)));
    class
}

/// The name and the figure above a bar; gives the line at which the bar begins.
pub(super) fn labels(svg: &mut Svg, label: &str, figure: &str) -> u32 {
    let mut foot = svg.height();
    for line in label_lines(label) {
        foot += LINE;
        svg.heading("name", foot, &line);
    }
    foot += LINE;
    svg.heading("figure", foot, figure);
    foot + 7
}

/// A line from the lowest to the highest value, with ends; nothing for a value that is known.
fn whisker(svg: &mut Svg, scale: &Scale, range: Estimate<Rupiah>, top: u32) {
    if range.is_exact() {
        return;
    }
    let (low, high) = (scale.place(range.low()), scale.place(range.high()));
    let middle = top + BAR / 2;
    for class in ["halo", "range"] {
        svg.line(class, (low, middle), (high, middle));
        svg.line(class, (low, top + 4), (low, top + BAR - 4));
        svg.line(class, (high, top + 4), (high, top + BAR - 4));
    }
}

/// Marks and their values under everything drawn so far.
pub(super) fn axis(svg: &mut Svg, scale: &Scale, lang: Lang) {
    let foot = svg.height();
    let marks = scale.marks();
    for (at, mark) in marks.iter().enumerate() {
        let x = scale.place(*mark);
        let class = if mark.is_zero() { "zero" } else { "mark" };
        svg.line_behind(class, (x, 0), (x, foot));
        let anchor = match at {
            0 => Anchor::Start,
            at if at + 1 == marks.len() => Anchor::End,
            _ => Anchor::Middle,
        };
        svg.text("tick", anchor, (x, foot + 16), &short(*mark, lang));
    }
}
