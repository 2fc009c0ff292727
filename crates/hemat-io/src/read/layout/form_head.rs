//! The head of an RKA form: labelled rows above the table (`Organisasi : 2.16 - Dinas ...`, `Kegiatan : ...`).

use crate::read::layout::row::{Rows, one_line};
use crate::read::table::{Cell, Record};

/// What the head says; empty where it says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct FormHead {
    pub(super) region: String,
    pub(super) agency: String,
    pub(super) activity_code: String,
    pub(super) activity: String,
}

impl FormHead {
    /// The titles' region, else the one that a title names in passing.
    pub(super) fn region_or<'a>(&'a self, titles: &'a str) -> &'a str {
        if titles.is_empty() { &self.region } else { titles }
    }
}

/// Reads the rows above the header.
pub(super) fn read_head(rows: &Rows<'_>) -> FormHead {
    let first = rows.header.rows.first().copied().unwrap_or(rows.header.data_from);
    let above = rows.sheet.table.records.get(..first).unwrap_or_default();
    let mut head = FormHead::default();
    for record in above {
        if head.region.is_empty() {
            let titles = record.cells.iter().map(|cell| one_line(&cell.to_text()));
            head.region = titles.filter_map(|title| region_in(&title)).next().unwrap_or_default();
        }
        let Some((label, value)) = labelled(record) else { continue };
        let (code, name) = split_code(&value);
        match label.as_str() {
            "organisasi"
            | "unit organisasi"
            | "sub unit organisasi"
            | "skpd"
            | "opd"
            | "perangkat daerah"
            | "satuan kerja" => head.agency = name,
            // The lowest level named last is what the money is for.
            "kegiatan" | "sub kegiatan" | "nama kegiatan" | "nama sub kegiatan" => {
                head.activity_code = code;
                head.activity = name;
            }
            _ => {}
        }
    }
    head
}

/// `PEMERINTAH PROVINSI CONTOH`, `DINAS KESEHATAN KAB. CONTOH`, `APBD KOTA CONTOH TAHUN 2026`: the kind of region
/// and its name, which ends the title or stands before the year.
fn region_in(title: &str) -> Option<String> {
    const KINDS: [&str; 5] = ["KAB.", "KABUPATEN", "KOTA", "PROVINSI", "PROV."];
    // Forms print these words in capitals; running text and codes are left alone.
    if title.chars().any(char::is_lowercase) {
        return None;
    }
    let words: Vec<&str> = title.split_whitespace().collect();
    let at = words.iter().rposition(|word| KINDS.contains(word))?;
    let name: Vec<&str> = words.iter().skip(at + 1).copied().take_while(|word| *word != "TAHUN").collect();
    let letters = name.iter().all(|word| word.chars().all(|c| c.is_alphabetic() || c == '.'));
    let region = words.get(at..=at + name.len())?.join(" ");
    ((1..=3).contains(&name.len()) && letters).then_some(region)
}

/// `Kegiatan | : | 1.02.03 - Name`, also with label, colon and value in one cell.
fn labelled(record: &Record) -> Option<(String, String)> {
    let mut texts =
        record.cells.iter().map(Cell::to_text).map(|t| one_line(&t)).filter(|t| !t.is_empty() && t != ":");
    let first = texts.next()?;
    let (label, inline) = match first.split_once(':') {
        Some((label, value)) => (label.trim().to_owned(), value.trim().to_owned()),
        None => (first, String::new()),
    };
    let value =
        if inline.is_empty() { texts.next()?.trim_start_matches(':').trim().to_owned() } else { inline };
    Some((label.to_lowercase(), value))
}

/// `2.21.02.1.01 - NAME` and `2.21.02.1.01 NAME`.
fn split_code(value: &str) -> (String, String) {
    let is_code = |code: &str| !code.is_empty() && code.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    match value.split_once(' ') {
        Some((code, name)) if is_code(code) && (code.contains('.') || name.trim_start().starts_with('-')) => {
            (code.to_owned(), name.trim_start_matches(['-', ' ']).to_owned())
        }
        _ => (String::new(), value.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_are_named_in_titles() {
        let cases = [
            ("PEMERINTAH PROVINSI CONTOH", Some("PROVINSI CONTOH")),
            ("DINAS KESEHATAN DAN KELUARGA KAB. CONTOH RAYA", Some("KAB. CONTOH RAYA")),
            ("APBD KOTA CONTOH TAHUN 2026", Some("KOTA CONTOH")),
            ("PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA", None),
            ("Semua Kabupaten", None),
            ("KOTA", None),
        ];
        for (title, region) in cases {
            assert_eq!(region_in(title).as_deref(), region, "{title}");
        }
    }

    #[test]
    fn labels_and_values_stand_in_many_ways() {
        let record = |cells: &[&str]| Record {
            number: 1,
            cells: cells
                .iter()
                .map(|c| if c.is_empty() { Cell::Empty } else { Cell::Text((*c).into()) })
                .collect(),
        };
        let expected = Some(("kegiatan".to_owned(), "1.02.03 - Rapat".to_owned()));
        for cells in [
            &["", " Kegiatan", "", ":", "1.02.03 - Rapat"][..],
            &["Kegiatan : 1.02.03 - Rapat"],
            &["Kegiatan", ": 1.02.03 - Rapat"],
        ] {
            assert_eq!(labelled(&record(cells)), expected, "{cells:?}");
        }
        assert_eq!(labelled(&record(&["", ""])), None);
        assert_eq!(split_code("1.02.03 - Rapat"), ("1.02.03".into(), "Rapat".into()));
        assert_eq!(split_code("Dinas Contoh"), (String::new(), "Dinas Contoh".into()));
    }
}
