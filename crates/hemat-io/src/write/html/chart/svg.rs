//! A drawing in SVG that is as wide as its place: across in percent, down in pixels, so that text keeps its size on
//! a phone. Colours are classes, for the page's style sheet.

use std::fmt::Write;

use rust_decimal::Decimal;

use crate::write::safe::terminal_safe;

/// Where text is anchored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A drawing that is being made.
#[derive(Debug, Default)]
pub(super) struct Svg {
    /// What lies behind everything else.
    back: String,
    body: String,
    height: u32,
}

impl Svg {
    /// The lowest line drawn so far, pixels from the top.
    pub(super) fn height(&self) -> u32 {
        self.height
    }

    /// Moves the lower edge down to at least this line.
    pub(super) fn reach(&mut self, y: u32) {
        self.height = self.height.max(y);
    }

    /// A rectangle from `left` to `right` percent. Ends may be given in either order.
    pub(super) fn bar(&mut self, class: &str, (left, right): (Decimal, Decimal), (top, height): (u32, u32)) {
        let (left, right) = (left.min(right), left.max(right));
        self.reach(top + height);
        self.push(format_args!(
            r#"<rect class="{class}" x="{}%" y="{top}" width="{}%" height="{height}"/>"#,
            percent(left),
            percent(right - left)
        ));
    }

    /// A line from one point to another.
    pub(super) fn line(&mut self, class: &str, (x1, y1): (Decimal, u32), (x2, y2): (Decimal, u32)) {
        self.reach(y1.max(y2));
        self.push(format_args!(
            r#"<line class="{class}" x1="{}%" y1="{y1}" x2="{}%" y2="{y2}"/>"#,
            percent(x1),
            percent(x2)
        ));
    }

    /// A line behind everything else; it does not make the drawing taller.
    pub(super) fn line_behind(&mut self, class: &str, (x1, y1): (Decimal, u32), (x2, y2): (Decimal, u32)) {
        self.back.push_str(&format!(
            r#"<line class="{class}" x1="{}%" y1="{y1}" x2="{}%" y2="{y2}"/>"#,
            percent(x1),
            percent(x2)
        ));
    }

    /// A line of text above a bar, clear of the axis at the left.
    pub(super) fn heading(&mut self, class: &str, y: u32, text: &str) {
        self.reach(y + 4);
        self.push(format_args!(r#"<text class="{class}" x="0" dx="5" y="{y}">{}</text>"#, escaped(text)));
    }

    /// One line of text; its foot stands at `y`. Whatever it holds is text.
    pub(super) fn text(&mut self, class: &str, anchor: Anchor, (x, y): (Decimal, u32), text: &str) {
        self.reach(y + 4);
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        self.push(format_args!(
            r#"<text class="{class}" text-anchor="{anchor}" x="{}%" y="{y}">{}</text>"#,
            percent(x),
            escaped(text)
        ));
    }

    /// The whole drawing with its name and its text alternative. `id` is made of letters, digits and hyphens.
    pub(super) fn finish(self, id: &str, title: &str, alternative: &str) -> String {
        format!(
            r#"<svg role="img" aria-labelledby="{id}-t {id}-d" width="100%" height="{}" xmlns="http://www.w3.org/2000/svg"><title id="{id}-t">{}</title><desc id="{id}-d">{}</desc>{}{}</svg>"#,
            self.height + 2,
            escaped(title),
            escaped(alternative),
            self.back,
            self.body
        )
    }

    fn push(&mut self, element: std::fmt::Arguments<'_>) {
        // Writing to a String cannot fail.
        let _ = self.body.write_fmt(element);
    }
}

/// At most two decimals, between 0 and 100.
fn percent(value: Decimal) -> Decimal {
    value.clamp(Decimal::ZERO, Decimal::ONE_HUNDRED).round_dp(2).normalize()
}

/// Text for SVG inside HTML: nothing in it is markup.
fn escaped(text: &str) -> String {
    let safe = terminal_safe(text);
    let mut out = String::with_capacity(safe.len() + 8);
    for c in safe.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

/// A label in at most two lines that fit a phone, cut with `…`; the table beside has it whole.
pub(super) fn label_lines(label: &str) -> Vec<String> {
    const LONGEST: usize = 44;
    let mut lines = crate::write::wrap::wrap(&terminal_safe(label), LONGEST);
    if lines.len() > 2 {
        lines.truncate(2);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}
