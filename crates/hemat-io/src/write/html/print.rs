//! The style sheet, with the running header of paper, which has to stand in the style sheet itself.

use crate::write::safe::terminal_safe;

const STYLE: &str = include_str!("../../../templates/html/page.css");

/// Letters of a title in the running header.
const LONGEST: usize = 80;

/// The whole style sheet: that of the screen, and margins of paper with this title and page numbers.
pub(super) fn style_sheet(title: &str, page: &str, of: &str) -> String {
    let safe = terminal_safe(title);
    let mut short: String = safe.chars().take(LONGEST).collect();
    if safe.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    format!(
        "{STYLE}\n@page{{@top-left{{content:{}}}@top-right{{content:\"hemat\"}}@bottom-right{{content:{} counter(page) {} counter(pages)}}}}\n",
        css_string(&short),
        css_string(&format!("{page} ")),
        css_string(&format!(" {of} "))
    )
}

/// A string of CSS in which nothing can end the string or the element around it: all but letters, digits and blanks
/// is written by number (CSS Syntax, section 4.3.7).
fn css_string(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        if c.is_ascii_alphanumeric() || c == ' ' {
            out.push(c);
        } else {
            out.push_str(&format!("\\{:06x}", u32::from(c)));
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_stays_a_string() {
        let sheet = style_sheet("</style><script>\"}\\ é", "p", "/");
        assert!(!sheet.contains("</style>") && !sheet.contains("<script"));
        assert!(sheet.contains("\\00003c\\00002fstyle\\00003e"));
        assert_eq!(css_string("a\"b é"), "\"a\\000022b \\0000e9\"");
    }
}
