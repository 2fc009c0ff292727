//! Trails of classifications (`--why`) as blocks of text.

use std::io::{self, Write};

use hemat_core::classify::Trail;
use hemat_core::lang::Lang;
use hemat_core::report::trail_sentences;

use crate::write::safe::terminal_safe;

/// Writes one block: the name and text of the line, then the trail, a sentence a line.
///
/// # Errors
/// What the output reports.
pub fn write_trail(
    name: &str,
    description: &str,
    trail: &Trail,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "{}: {}", terminal_safe(name), terminal_safe(description))?;
    for sentence in trail_sentences(trail, lang) {
        writeln!(out, "  {}", terminal_safe(&sentence))?;
    }
    writeln!(out)
}
