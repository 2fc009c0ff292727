//! The colours of the style sheet against WCAG 2.2: text at least 4.5 to 1, drawings at least 3 to 1.

use std::collections::BTreeMap;

const STYLE: &str = include_str!("../../../templates/html/page.css");

/// The custom properties of each `:root{...}`: light, dark, paper.
fn themes() -> Vec<BTreeMap<String, [f64; 3]>> {
    let blocks = STYLE.split(":root{").skip(1).map(|rest| rest.split('}').next().unwrap());
    blocks
        .map(|block| {
            let colours =
                block.split(';').filter_map(|item| item.trim().strip_prefix("--")?.split_once(":#"));
            colours.map(|(name, hex)| (name.to_owned(), rgb(hex))).collect()
        })
        .collect()
}

/// `fff` or `a1b2c3`, each part from 0 to 1.
fn rgb(hex: &str) -> [f64; 3] {
    let wide: String =
        if hex.len() == 3 { hex.chars().flat_map(|c| [c, c]).collect() } else { hex.to_owned() };
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&wide[at..at + 2], 16).unwrap()) / 255.0)
}

/// Relative luminance (WCAG 2.2).
fn luminance(colour: [f64; 3]) -> f64 {
    let [r, g, b] = colour.map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn text_and_drawings_stand_out_in_every_theme() {
    assert!((contrast(rgb("000"), rgb("fff")) - 21.0).abs() < 1e-9, "the ends of the scale");
    let themes = themes();
    assert_eq!(themes.len(), 3);
    for (at, theme) in themes.iter().enumerate() {
        for text in ["ink", "soft", "link"] {
            for ground in ["paper", "shade"] {
                let found = contrast(theme[text], theme[ground]);
                assert!(found >= 4.5, "theme {at}: --{text} on --{ground}: {found:.2}");
            }
        }
        let drawn = theme.iter().filter(|(name, _)| {
            *name == "whole" || *name == "mark" || name.starts_with(['s', 'e']) && name.len() == 2
        });
        for (name, colour) in drawn {
            let found = contrast(*colour, theme["paper"]);
            assert!(found >= 3.0, "theme {at}: --{name} on --paper: {found:.2}");
        }
    }
}
