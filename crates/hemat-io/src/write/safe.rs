//! Text from a budget file is hostile: what a terminal, a spreadsheet or a page would act on is made inert.

use std::borrow::Cow;

use hemat_core::lookalike::{is_invisible, turns_text};

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\t' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// True for characters that a terminal may act on, besides white space.
pub(crate) fn acts_on_terminals(c: char) -> bool {
    (c.is_control() && !is_line_break(c)) || c == '\u{85}' || turns_text(c)
}

/// Appends a character in a visible form: `␛` for the escape character, `<U+202E>` for others.
fn push_visible(out: &mut String, c: char) {
    let code = u32::from(c);
    let picture = match code {
        0..=0x1F => char::from_u32(0x2400 + code),
        0x7F => Some('\u{2421}'),
        _ => None,
    };
    match picture {
        Some(picture) => out.push(picture),
        None => out.push_str(&format!("<U+{code:04X}>")),
    }
}

/// One line of text that no terminal acts on: control characters and direction marks become visible,
/// invisible characters are removed, line breaks and tabs become blanks.
#[must_use]
pub fn terminal_safe(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| acts_on_terminals(c) || is_line_break(c) || is_invisible(c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_line_break(c) {
            out.push(' ');
        } else if acts_on_terminals(c) {
            push_visible(&mut out, c);
        } else if !is_invisible(c) {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Text for a cell of a CSV file: a cell that a spreadsheet would take for a formula begins with `'`, control
/// characters and direction marks become visible; line breaks and tabs inside stay. Never for numbers.
#[must_use]
pub fn csv_safe(text: &str) -> Cow<'_, str> {
    let formula = begins_formula(text);
    if !formula && !text.chars().any(acts_on_terminals) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    if formula {
        out.push('\'');
    }
    for c in text.chars() {
        if acts_on_terminals(c) { push_visible(&mut out, c) } else { out.push(c) }
    }
    Cow::Owned(out)
}

/// True if a spreadsheet may take the text for a formula: it begins with `= + - @` (also full-width, also
/// after blanks or invisible characters), a tab or a line break.
pub(crate) fn begins_formula(text: &str) -> bool {
    if text.starts_with(['\t', '\r', '\n']) {
        return true;
    }
    let first = text.chars().find(|c| !c.is_whitespace() && !is_invisible(*c) && !c.is_control());
    matches!(first, Some('=' | '+' | '-' | '@' | '\u{FF1D}' | '\u{FF0B}' | '\u{FF0D}' | '\u{FF20}'))
}

/// The most that a cell of a workbook holds, in UTF-16 units.
const LONGEST_CELL: usize = 32_767;

/// Text for a cell of a workbook, which is written as a string and never evaluated: control characters and direction
/// marks become visible, what is longer than a cell holds is cut and ends with `…`.
#[must_use]
pub fn cell_text(text: &str) -> Cow<'_, str> {
    let long = text.len() > LONGEST_CELL && text.encode_utf16().count() > LONGEST_CELL;
    if !long && !text.chars().any(|c| acts_on_terminals(c) || c == '\r') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut units = 0;
    for c in text.chars() {
        let before = out.len();
        match c {
            // Workbooks break lines by a line feed alone.
            '\r' => {}
            c if acts_on_terminals(c) => push_visible(&mut out, c),
            c => out.push(c),
        }
        units += out.get(before..).map_or(0, |added| added.encode_utf16().count());
        if units >= LONGEST_CELL && long {
            out.truncate(before);
            out.push('…');
            break;
        }
    }
    Cow::Owned(out)
}

/// Text for Markdown as GitHub reads it, inside a heading or a table: nothing in it is markup, HTML, a web link
/// or a formula. (In issues and comments GitHub looks for mentions and e-mail addresses in the finished page: no
/// writing of `@` is known to hide from that.)
#[must_use]
pub fn markdown_safe(text: &str) -> String {
    let text = terminal_safe(text);
    let text = text.trim();
    let mut out = String::with_capacity(text.len() + 16);
    for (at, c) in text.char_indices() {
        let (before, from) = text.split_at(at);
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // A backslash does not stop bare links; an entity does.
            '@' => out.push_str("&#64;"),
            ':' if from.starts_with("://") => out.push_str("&#58;"),
            '.' if ends_with_www(before) => out.push_str("&#46;"),
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '#' | '~' | '$' | '!' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

/// [`markdown_safe`] for text that begins a line or a list item: it starts no list and no rule either.
#[must_use]
pub fn markdown_line(text: &str) -> String {
    let mut safe = markdown_safe(text);
    let digits = safe.bytes().take_while(u8::is_ascii_digit).count();
    let mark = safe.get(digits..).and_then(|rest| rest.chars().next());
    match mark {
        Some('-' | '+' | '=') if digits == 0 => safe.insert(0, '\\'),
        Some('.' | ')') if digits > 0 => safe.insert(digits, '\\'),
        _ => {}
    }
    safe
}

fn ends_with_www(text: &str) -> bool {
    text.as_bytes().last_chunk::<3>().is_some_and(|last| last.eq_ignore_ascii_case(b"www"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminals_get_nothing_to_act_on() {
        let cases = [
            ("Sewa aula", "Sewa aula"),
            ("a\u{1b}[31mb", "a\u{241b}[31mb"),
            ("a\u{9b}2Jb", "a<U+009B>2Jb"),
            ("a\tb\r\nc", "a b  c"),
            ("gpj.\u{202e}exe", "gpj.<U+202E>exe"),
            ("\u{2066}x\u{200f}", "<U+2066>x<U+200F>"),
            ("so\u{ad}so\u{200b}k", "sosok"),
            ("\u{0}\u{7f}", "\u{2400}\u{2421}"),
        ];
        for (text, safe) in cases {
            assert_eq!(terminal_safe(text), safe, "{text:?}");
        }
    }

    #[test]
    fn spreadsheets_get_no_formula() {
        let cases = [
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
            ("+62 812", "'+62 812"),
            ("-", "'-"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\rx", "'\rx"),
            ("  =1", "'  =1"),
            ("\u{ff1d}1", "'\u{ff1d}1"),
            ("\u{feff}=1", "'\u{feff}=1"),
            ("1=1", "1=1"),
            ("a\nb\tc", "a\nb\tc"),
            ("x\u{1b}[2J", "x\u{241b}[2J"),
        ];
        for (text, safe) in cases {
            assert_eq!(csv_safe(text), safe, "{text:?}");
        }
    }

    #[test]
    fn markdown_gets_no_markup() {
        let cases = [
            ("a|b", "a\\|b"),
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("**tebal** `x` _y_", "\\*\\*tebal\\*\\* \\`x\\` \\_y\\_"),
            ("[x](https://a.id)", "\\[x\\](https&#58;//a.id)"),
            ("WWW.a.id @siapa", "WWW&#46;a.id &#64;siapa"),
            ("-1.250.000", "-1.250.000"),
            ("$x$ a & b", "\\$x\\$ a &amp; b"),
            ("    kode", "kode"),
            ("a\nb", "a b"),
        ];
        for (text, safe) in cases {
            assert_eq!(markdown_safe(text), safe, "{text:?}");
        }
    }

    #[test]
    fn markdown_lines_start_no_list() {
        let cases = [
            ("- butir", "\\- butir"),
            ("12. butir", "12\\. butir"),
            ("3) butir", "3\\) butir"),
            ("===", "\\==="),
            ("Sewa - aula", "Sewa - aula"),
            ("", ""),
        ];
        for (text, safe) in cases {
            assert_eq!(markdown_line(text), safe, "{text:?}");
        }
    }
}
