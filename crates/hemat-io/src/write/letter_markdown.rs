//! A letter as Markdown.

use std::io;

use hemat_core::letter::Letter;

use super::markdown::write_section;
use super::safe::markdown_line;

/// Writes a letter as Markdown, from place and date to the notes under the signature. Nothing in its texts is read as
/// markup.
///
/// # Errors
/// Whatever `out` fails with.
pub fn write_letter_markdown(letter: &Letter, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "{}\n", markdown_line(&letter.place_and_date))?;
    let heads: Vec<String> = letter.heads.iter().map(|(label, text)| format!("{label}: {text}")).collect();
    lines(&heads, out)?;
    lines(&letter.addressee, out)?;
    writeln!(out, "{}", markdown_line(&letter.salutation))?;
    paragraphs(&letter.opening, out)?;
    for part in &letter.parts {
        write_section(part, letter.lang, out)?;
    }
    paragraphs(&letter.closing, out)?;
    writeln!(out)?;
    lines(&letter.signature, out)?;
    writeln!(out, "---")?;
    paragraphs(&letter.notes, out)
}

/// Lines that stay lines: two blanks at the end of each break it.
fn lines(texts: &[String], out: &mut dyn io::Write) -> io::Result<()> {
    for (at, text) in texts.iter().enumerate() {
        let end = if at + 1 < texts.len() { "  " } else { "" };
        writeln!(out, "{}{end}", markdown_line(text))?;
    }
    writeln!(out)
}

fn paragraphs(texts: &[String], out: &mut dyn io::Write) -> io::Result<()> {
    texts.iter().try_for_each(|text| writeln!(out, "\n{}", markdown_line(text)))
}
