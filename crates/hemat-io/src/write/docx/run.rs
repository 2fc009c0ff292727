//! Paragraphs and runs of text.

use crate::write::safe::terminal_safe;

/// How a paragraph looks.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look {
    /// Style of `styles.xml`; empty for the default.
    pub style: &'static str,
    /// At the right edge.
    pub right: bool,
    /// Bold.
    pub bold: bool,
    /// A list item: a bullet before it, its lines indented.
    pub bullet: bool,
}

/// Appends a paragraph.
pub(super) fn paragraph(text: &str, look: Look, out: &mut String) {
    out.push_str("<w:p><w:pPr>");
    if !look.style.is_empty() {
        out.push_str(&format!("<w:pStyle w:val=\"{}\"/>", look.style));
    }
    if look.bullet {
        out.push_str("<w:ind w:left=\"360\" w:hanging=\"360\"/>");
    }
    if look.right {
        out.push_str("<w:jc w:val=\"right\"/>");
    }
    out.push_str("</w:pPr>");
    if look.bullet {
        out.push_str("<w:r><w:t>•</w:t></w:r><w:r><w:tab/></w:r>");
    }
    // What the sender fills in stands between these marks.
    for part in text.split_inclusive('›') {
        let (before, blank) = part.find('‹').map_or((part, ""), |at| part.split_at(at));
        run(before, look.bold, false, out);
        run(blank, look.bold, blank.ends_with('›'), out);
    }
    out.push_str("</w:p>");
}

fn run(text: &str, bold: bool, marked: bool, out: &mut String) {
    if text.is_empty() {
        return;
    }
    out.push_str("<w:r>");
    if bold || marked {
        let bold = if bold { "<w:b/>" } else { "" };
        let mark = if marked { "<w:highlight w:val=\"yellow\"/>" } else { "" };
        out.push_str(&format!("<w:rPr>{bold}{mark}</w:rPr>"));
    }
    out.push_str("<w:t xml:space=\"preserve\">");
    push_escaped(text, out);
    out.push_str("</w:t></w:r>");
}

/// Text for XML: markup escaped, characters that act on a screen visible, those that XML 1.0 forbids replaced.
fn push_escaped(text: &str, out: &mut String) {
    for c in terminal_safe(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{FFFE}' | '\u{FFFF}' => out.push('\u{FFFD}'),
            _ => out.push(c),
        }
    }
}
