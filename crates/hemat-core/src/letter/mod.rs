//! Letters (surat) to an agency: a request for public information and a request for an answer.
//!
//! A letter is a value like a report, written by hemat-io. It names no person: what the sender has to fill in stands
//! between `‹` and `›`. [`Letter::redact`] masks names and numbers of private persons before it goes out.

mod case;
mod event_table;
mod figure;
mod reply;
mod request;
mod weak_figure;

pub use case::EventInQuestion;
pub use figure::{Doubt, Figure, WeakFigure};
pub use reply::{ReasonAsked, reply_letter};
pub use request::{DocumentAsked, request_letter};
pub use weak_figure::weak_figures;

use crate::lang::Lang;
use crate::redaction::Redactor;
use crate::report::Section;
use crate::session::words;

words! {
    /// Which letter.
    LetterKind {
        /// Permohonan informasi publik: asks for documents.
        Request = "request",
        /// Permintaan tanggapan: shows the figures and asks for an answer before they are published.
        Reply = "reply",
    }
}

/// A letter, its parts in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Which letter.
    pub kind: LetterKind,
    /// The language of all its texts.
    pub lang: Lang,
    /// Place and date; a blank to fill in, since nothing here asks the clock.
    pub place_and_date: String,
    /// Nomor, lampiran, perihal: label and text.
    pub heads: Vec<(String, String)>,
    /// To whom, one line each.
    pub addressee: Vec<String>,
    /// Dengan hormat.
    pub salutation: String,
    /// Paragraphs before the parts.
    pub opening: Vec<String>,
    /// The parts.
    pub parts: Vec<Section>,
    /// Paragraphs after the parts.
    pub closing: Vec<String>,
    /// Lines of the signature.
    pub signature: Vec<String>,
    /// Under the signature: where the figures were read.
    pub notes: Vec<String>,
}

impl Letter {
    /// Masks personal data in every text, and says so under the signature if there was any.
    pub fn redact(&mut self, redactor: &mut Redactor) {
        let heads = self.heads.iter_mut().map(|(_, text)| text);
        let single = [&mut self.place_and_date, &mut self.salutation];
        let lists =
            [&mut self.addressee, &mut self.opening, &mut self.closing, &mut self.signature, &mut self.notes];
        for text in single.into_iter().chain(heads).chain(lists.into_iter().flatten()) {
            redactor.mask_in_place(text);
        }
        for part in &mut self.parts {
            part.each_text(&mut |text| redactor.mask_in_place(text));
        }
        self.notes.extend(redactor.sentence());
    }
}

/// What the sender fills in.
pub(crate) fn blank(what: &str) -> String {
    format!("‹{what}›")
}

/// Number, what is enclosed (to be filled in) if anything, and subject.
fn heads(enclosed: Option<&str>, subject: String, lang: Lang) -> Vec<(String, String)> {
    let head = |label: &str, text: String| (label.to_owned(), text);
    let number = blank(lang.pick("nomor surat", "number of the letter"));
    let mut heads = vec![head(lang.pick("Nomor", "Number"), number)];
    heads.extend(enclosed.map(|what| head(lang.pick("Lampiran", "Enclosed"), blank(what))));
    heads.push(head(lang.pick("Perihal", "Subject"), subject));
    heads
}

/// `‹place›, ‹date›`.
fn place_and_date(lang: Lang) -> String {
    format!(
        "{}, {}",
        blank(lang.pick("tempat", "place")),
        blank(lang.pick("tanggal surat", "date of the letter"))
    )
}

/// The closing lines with the sender's name to fill in.
fn signature(lang: Lang) -> Vec<String> {
    vec![
        lang.pick("Hormat saya,", "Yours faithfully,").to_owned(),
        blank(lang.pick("tanda tangan", "signature")),
        blank(lang.pick("nama pengirim, lembaga", "name of the sender, organisation")),
    ]
}

/// Where the figures were read, for the foot of the letter.
fn source_note(files: &[String], lang: Lang) -> String {
    let files = files.join(", ");
    match lang {
        Lang::Id => format!(
            "Angka dan uraian dibaca dari berkas {files}. Nomor baris menunjuk urutan rekaman dalam berkas itu, baris judul ikut dihitung; angka setelah titik menunjuk rincian di dalam baris."
        ),
        Lang::En => format!(
            "Figures and descriptions were read from {files}. A row number is the position of the record in that file, title rows counted; a number after a dot is the detail within the row."
        ),
    }
}
