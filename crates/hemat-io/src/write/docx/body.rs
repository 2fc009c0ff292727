//! The main document of a letter.

use hemat_core::letter::Letter;
use hemat_core::report::Block;

use super::run::{Look, paragraph};
use super::table::table;

const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

const LINE: Look = Look { style: "Line", right: false, bold: false, bullet: false };

/// `word/document.xml`: the letter on A4 with margins of 2 cm.
pub(super) fn document(letter: &Letter) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\"{NAMESPACE}\"><w:body>"
    );
    paragraph(&letter.place_and_date, Look { right: true, ..Look::default() }, &mut out);
    for (label, text) in &letter.heads {
        paragraph(&format!("{label}: {text}"), LINE, &mut out);
    }
    block(&letter.addressee, &mut out);
    gap(&mut out);
    paragraph(&letter.salutation, Look::default(), &mut out);
    paragraphs(&letter.opening, &mut out);
    for part in &letter.parts {
        paragraph(&part.heading, Look { style: "Heading1", ..Look::default() }, &mut out);
        for piece in &part.blocks {
            match piece {
                Block::Paragraph(text) => paragraph(text, Look::default(), &mut out),
                Block::List(items) => {
                    for item in items {
                        paragraph(item, Look { bullet: true, ..LINE }, &mut out);
                    }
                }
                Block::Table(grid) => table(grid, letter.lang, &mut out),
                // These belong to pages; a letter has none.
                Block::Chart(_) | Block::Quote(_) | Block::Listing(_) => {}
            }
        }
    }
    gap(&mut out);
    paragraphs(&letter.closing, &mut out);
    block(&letter.signature, &mut out);
    gap(&mut out);
    for note in &letter.notes {
        paragraph(note, Look { style: "Note", ..Look::default() }, &mut out);
    }
    out.push_str("<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
    out
}

fn gap(out: &mut String) {
    paragraph("", LINE, out);
}

/// Lines close together, with a gap above.
fn block(lines: &[String], out: &mut String) {
    gap(out);
    for line in lines {
        paragraph(line, LINE, out);
    }
}

fn paragraphs(texts: &[String], out: &mut String) {
    for text in texts {
        paragraph(text, Look::default(), out);
    }
}
