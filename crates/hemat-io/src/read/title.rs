//! Title rows above a header: region, year, agency, what document it is.

use std::sync::Arc;

use hemat_core::cost_line::BudgetStage;

use crate::read::synonyms::name_key;
use crate::read::table::{Cell, Record};

/// What the rows above the header say. Titles can lie: codes in the body win over the agency's code here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Titles {
    /// Title of the document.
    pub title: Arc<str>,
    /// Region.
    pub region: Arc<str>,
    /// Fiscal year.
    pub year: Option<u16>,
    /// Code of the agency.
    pub agency_code: Arc<str>,
    /// Name of the agency.
    pub agency: Arc<str>,
    /// Stage, if the title names one.
    pub stage: Option<BudgetStage>,
}

/// Reads the records above a header.
#[must_use]
pub fn read_titles(records: &[Record]) -> Titles {
    let mut titles = Titles::default();
    let mut texts = Vec::new();
    for record in records {
        let cells: Vec<String> =
            record.cells.iter().filter(|c| !c.is_blank()).map(Cell::to_text).map(|t| one_line(&t)).collect();
        let Some((first, rest)) = cells.split_first() else { continue };
        let (label, value) = match first.split_once(':') {
            Some((label, value)) if rest.is_empty() => (label.to_owned(), value.trim().to_owned()),
            // An unquoted comma breaks a name into cells.
            _ => (first.clone(), rest.join(", ")),
        };
        let value = value.trim_start_matches(':').trim();
        texts.push(cells.join(" "));
        match name_key(&label).as_str() {
            "judul" | "title" => set(&mut titles.title, value),
            "daerah" | "kabupaten" | "kota" | "provinsi" | "pemerintah daerah" => {
                set(&mut titles.region, value)
            }
            "tahun" | "tahun anggaran" => titles.year = year_in(value),
            "kode organisasi" | "kode skpd" | "kode opd" => set_agency(&mut titles, value),
            "nama organisasi" | "organisasi" | "skpd" | "nama skpd" | "opd" | "unit organisasi" => {
                set_agency(&mut titles, value);
            }
            _ => {}
        }
    }
    let all = texts.join(" ");
    titles.year = titles.year.or_else(|| year_in(&all));
    titles.stage = stage_in(if titles.title.is_empty() { &all } else { &titles.title });
    titles
}

/// The code and the name of an agency may stand in either cell, or both in one.
fn set_agency(titles: &mut Titles, value: &str) {
    let end = value.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ' '))).unwrap_or(value.len());
    let (code, name) = value.split_at(end);
    let code = code.trim().trim_end_matches('.');
    let name = name.trim_matches(|c: char| c == '-' || c == ':' || c.is_whitespace());
    if code.contains('.') {
        set(&mut titles.agency_code, code);
    }
    if name.chars().any(char::is_alphabetic) {
        set(&mut titles.agency, name);
    }
}

fn set(field: &mut Arc<str>, value: &str) {
    if field.is_empty() {
        *field = value.into();
    }
}

/// A text on one line, runs of blanks made one.
#[must_use]
pub fn one_line(text: &str) -> String {
    if is_one_line(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// True for ASCII with single blanks between words, as most cells are: what [`one_line`] gives back as it is.
#[must_use]
pub(crate) fn is_one_line(text: &str) -> bool {
    let bytes = text.as_bytes();
    let next = bytes.get(1..).unwrap_or_default();
    // Folded without a way out: many bytes are looked at at once.
    let strange = bytes.iter().fold(0, |any, byte| any | u8::from(byte.wrapping_sub(b' ') > b'~' - b' '));
    let blank = |byte: &u8| u8::from(*byte == b' ');
    let doubled = bytes.iter().zip(next).fold(0, |any, (byte, next)| any | (blank(byte) & blank(next)));
    strange | doubled == 0 && !text.starts_with(' ') && !text.ends_with(' ')
}

/// The first number that can be a fiscal year, 2000 to 2099.
#[must_use]
pub fn year_in(text: &str) -> Option<u16> {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|d| d.len() == 4 && d.starts_with("20"))
        .find_map(|d| d.parse().ok())
}

fn stage_in(text: &str) -> Option<BudgetStage> {
    let text = text.to_lowercase();
    if text.contains("realisasi") {
        Some(BudgetStage::Realised)
    } else if text.contains("perubahan") || text.contains("pergeseran") {
        Some(BudgetStage::Revised)
    } else if text.contains("anggaran") || text.contains("apbd") {
        Some(BudgetStage::Adopted)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(rows: &[&[&str]]) -> Titles {
        let records: Vec<Record> = rows
            .iter()
            .map(|r| Record { number: 1, cells: r.iter().map(|c| Cell::Text((*c).to_owned())).collect() })
            .collect();
        read_titles(&records)
    }

    #[test]
    fn labels_and_values() {
        let t = titles(&[
            &["Judul", "Penjabaran Perubahan APBD"],
            &["Daerah", "Kabupaten Contoh"],
            &["tahun ", "2014"],
            &["Kode Organisasi", "1.22.01 "],
            &["Organisasi", "Dinas Sosial", " Tenaga Kerja"],
        ]);
        assert_eq!(
            (&*t.region, t.year, t.stage),
            ("Kabupaten Contoh", Some(2014), Some(BudgetStage::Revised))
        );
        assert_eq!((&*t.agency_code, &*t.agency), ("1.22.01", "Dinas Sosial, Tenaga Kerja"));
    }

    #[test]
    fn code_and_name_in_one_cell_or_swapped() {
        let t = titles(&[&["Kode Organisasi", "Naker"], &["Organisasi", "1.14"]]);
        assert_eq!((&*t.agency_code, &*t.agency), ("1.14", "Naker"));
        let t = titles(&[&["Kode Organisasi", "1.01.01. - Dinas Pendidikan"]]);
        assert_eq!((&*t.agency_code, &*t.agency), ("1.01.01", "Dinas Pendidikan"));
    }
}
