//! A letter as DOCX: the smallest WordprocessingML package that word processors open (ECMA-376, part 1).
//!
//! Same letter, same bytes: entries in one order, no dates, no author. What the sender fills in is marked in yellow.

mod body;
mod package;
mod run;
mod table;

use std::io;

use hemat_core::letter::Letter;

/// Writes a letter as DOCX.
///
/// # Errors
/// Whatever `out` fails with.
pub fn write_letter_docx(letter: &Letter, out: &mut dyn io::Write) -> io::Result<()> {
    out.write_all(&package::pack(&body::document(letter))?)
}

#[cfg(test)]
mod tests;
