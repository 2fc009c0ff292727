//! Figures of a page: the cells of its tables, without their tags.

use crate::tables::{Figures, add, shown};
use crate::written;

pub(crate) fn read(args: &[&str], lang: &str) -> Option<Figures> {
    let page = written(args, "html", lang);
    let mut figures = Figures::new();
    for tag in ["<td", "<th"] {
        for cell in page.split(tag).skip(1) {
            let inside = cell.split_once('>').map_or("", |(_, rest)| rest);
            let end = if tag == "<td" { "</td>" } else { "</th>" };
            let text = plain(inside.split(end).next().unwrap_or(""));
            if let Some(figure) = shown(&text, lang) {
                add(&mut figures, figure);
            }
        }
    }
    Some(figures)
}

/// The text between tags, with one blank where there were several.
fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => {
                inside = false;
                text.push(' ');
            }
            c if !inside => text.push(c),
            _ => {}
        }
    }
    let text = text.replace("&nbsp;", " ").replace('\u{a0}', " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
