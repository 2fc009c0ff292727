//! A column mapping to edit (`hemat inspect --write-mapping`), as `read::mapping` reads it back.

use std::fmt::Write as _;

use hemat_core::lang::Lang;

use crate::read::budget::{BudgetFile, FileColumn};
use crate::read::synonyms::{Field, SYNONYMS};

/// The mapping that the file was read with, as TOML. The file's other columns and the fields it lacks follow as
/// comments, so that a column is moved by taking away a `#`.
#[must_use]
pub fn mapping_text(budget: &BudgetFile, lang: Lang) -> String {
    let columns = &budget.file_columns;
    let mut text = String::new();
    let head = lang.pick(
        "Peta kolom; pakai dengan --mapping. Tulis: nama = \"kolom berkas\", atau nomor kolomnya (mulai 1).",
        "Column mapping; use it with --mapping. Write: name = \"column of the file\", or its number from 1.",
    );
    push(&mut text, &format!("# {head}\n[columns]"));
    for column in columns {
        if let Some(field) = column.field {
            push(&mut text, &format!("{field} = {}", value(column, columns)));
        }
    }
    let others: Vec<&FileColumn> = columns.iter().filter(|c| c.field.is_none()).collect();
    if !others.is_empty() {
        push(
            &mut text,
            lang.pick("\n# Kolom berkas yang tidak dipakai:", "\n# Columns of the file not used:"),
        );
        for column in others {
            push(&mut text, &format!("# {}: {}", column.position, quoted(&column.name)));
        }
    }
    push(
        &mut text,
        lang.pick(
            "\n# Tidak ditemukan; hapus tanda # dan isi:",
            "\n# Not found; take away the # and fill in:",
        ),
    );
    for synonyms in SYNONYMS {
        if !columns.iter().any(|c| c.field == Some(synonyms.name)) {
            push(&mut text, &format!("# {} = \"\"  # {}", synonyms.name, meaning(synonyms.field, lang)));
        }
    }
    text
}

fn push(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

/// The column's name, or its number where the name is missing or could mean another column too.
fn value(column: &FileColumn, columns: &[FileColumn]) -> String {
    use crate::read::synonyms::name_key;
    let key = name_key(&column.name);
    let alike = columns.iter().filter(|c| name_key(&c.name) == key).count();
    if key.is_empty() || alike != 1 { column.position.to_string() } else { quoted(&column.name) }
}

/// A TOML basic string. Column names come from the file: line breaks and quotes are escaped.
fn quoted(name: &str) -> String {
    let mut text = String::from("\"");
    for c in name.chars() {
        match c {
            '"' | '\\' => {
                text.push('\\');
                text.push(c);
            }
            c if c.is_control() => {
                let _ = write!(text, "\\u{:04X}", u32::from(c));
            }
            c => text.push(c),
        }
    }
    text.push('"');
    text
}

/// What a canonical field means, in a few words.
fn meaning(field: Field, lang: Lang) -> &'static str {
    let (id, en) = match field {
        Field::AccountCode => ("kode rekening", "account code"),
        Field::AccountName => ("nama rekening, uraian", "account name, text of the row"),
        Field::Description => ("uraian barang atau jasa", "what is bought"),
        Field::Specification => ("spesifikasi", "specification"),
        Field::Heading => ("judul kelompok belanja", "heading of a group of lines"),
        Field::Amount => ("jumlah rupiah", "amount in rupiah"),
        Field::AmountBefore => ("jumlah sebelum perubahan", "amount before the revision"),
        Field::AmountAfter => ("jumlah sesudah perubahan", "amount after the revision"),
        Field::Change => ("bertambah/berkurang, rupiah", "change in rupiah"),
        Field::ChangePercent => ("bertambah/berkurang, persen", "change in percent"),
        Field::Note => ("keterangan, penjelasan", "note with the details"),
        Field::Quantity => ("volume, koefisien", "quantity, with or without units"),
        Field::Unit => ("satuan", "unit"),
        Field::Volume1 => ("faktor volume ke-1", "first factor of the quantity"),
        Field::Volume2 => ("faktor volume ke-2", "second factor of the quantity"),
        Field::Volume3 => ("faktor volume ke-3", "third factor of the quantity"),
        Field::Volume4 => ("faktor volume ke-4", "fourth factor of the quantity"),
        Field::Unit1 => ("satuan faktor ke-1", "unit of the first factor"),
        Field::Unit2 => ("satuan faktor ke-2", "unit of the second factor"),
        Field::Unit3 => ("satuan faktor ke-3", "unit of the third factor"),
        Field::Unit4 => ("satuan faktor ke-4", "unit of the fourth factor"),
        Field::UnitPrice => ("harga satuan", "price of one unit"),
        Field::Realised => ("realisasi, rupiah", "rupiah realised"),
        Field::RealisedPercent => ("realisasi, persen", "percent realised"),
        Field::ProgramCode => ("kode program", "program code"),
        Field::Program => ("nama program", "program name"),
        Field::ActivityCode => ("kode kegiatan", "activity code"),
        Field::Activity => ("nama kegiatan", "activity name"),
        Field::SubActivityCode => ("kode sub kegiatan", "sub-activity code"),
        Field::SubActivity => ("nama sub kegiatan", "sub-activity name"),
        Field::AgencyCode => ("kode SKPD/OPD", "code of the agency"),
        Field::Agency => ("nama SKPD/OPD", "name of the agency"),
        Field::Region => ("daerah", "region"),
        Field::Year => ("tahun anggaran", "fiscal year"),
        Field::Stage => ("tahap: murni, perubahan, realisasi", "stage: adopted, revised, realised"),
        Field::PackageCode => ("kode RUP", "package code"),
        Field::Package => ("nama paket", "package name"),
        Field::ReceiptNumber => ("nomor bukti, SP2D, BKU", "receipt number"),
        Field::Vendor => ("nama penyedia", "vendor"),
        Field::Method => ("metode pengadaan", "way of procurement"),
        Field::Date => ("tanggal bayar", "date of payment"),
        Field::StartDate => ("tanggal mulai", "start of the work or event"),
        Field::EndDate => ("tanggal selesai", "end of the work or event"),
        Field::Persons => ("jumlah orang", "number of persons"),
        Field::Days => ("jumlah hari", "number of days"),
        Field::Occurrences => ("jumlah kali", "number of occurrences"),
        Field::RowNumber => ("nomor urut", "row number"),
        Field::Fund => ("sumber dana", "source of funds"),
    };
    lang.pick(id, en)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::budget::ReadOptions;
    use crate::read::mapping::read_mapping;
    use crate::read::read_budget;

    /// Names twice, a name with quotes and a line break, a column not used.
    const FILES: [&str; 3] = [
        "Kode Rekening,Uraian,Jumlah,Lampiran\n5.2.2.11.02,Belanja makanan dan minuman rapat,1000000,x\n",
        "Kode Rekening,\"Uraian\n\",Keterangan,Jumlah,Jumlah\n5.2.2.11.02,Belanja makan,-,1000000,\n",
        "No;Kode Rekening;Uraian;Jumlah;\"Kolom \"\"x\"\"\"\n1;5.2.2.11.02;Belanja makan;1.000.000,00;y\n",
    ];

    #[test]
    fn reads_back_to_the_same_lines() {
        let headerless = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/read/no_header.csv");
        let headerless = std::fs::read_to_string(headerless).unwrap();
        for file in FILES.into_iter().chain([headerless.as_str()]) {
            let first = read_budget(file.as_bytes(), "a.csv", &ReadOptions::default()).unwrap();
            assert!(!first.lines.is_empty(), "{file}");
            for lang in [Lang::Id, Lang::En] {
                let text = mapping_text(&first, lang);
                let mapping = read_mapping(&text, "m.toml").unwrap();
                assert_eq!(mapping.len(), first.columns.len(), "{text}");
                let options = ReadOptions { mapping, ..ReadOptions::default() };
                let again = read_budget(file.as_bytes(), "a.csv", &options).unwrap();
                assert_eq!(again.lines, first.lines, "{text}");
                assert_eq!(again.columns, first.columns, "{text}");
                assert_eq!(mapping_text(&again, lang), text);
            }
        }
    }

    #[test]
    fn what_is_not_used_or_missing_is_a_comment() {
        let file = read_budget(FILES[0].as_bytes(), "a.csv", &ReadOptions::default()).unwrap();
        let text = mapping_text(&file, Lang::En);
        assert!(text.contains("\namount = \"Jumlah\"\n"), "{text}");
        assert!(text.contains("\n# 4: \"Lampiran\"\n"), "{text}");
        assert!(text.contains("\n# note = \"\"  # note with the details\n"), "{text}");
    }
}
