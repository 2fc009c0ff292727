use super::*;
use crate::read::delimited::read_delimited;
use proptest::prelude::*;

fn header(text: &str) -> Option<Header> {
    find_header(&read_delimited(text).0, &BTreeMap::new())
}

fn columns(header: &Header) -> Vec<(&'static str, usize)> {
    header.columns.iter().map(|(f, c)| (f.as_str(), c.index)).collect()
}

#[test]
fn below_title_rows() {
    let h = header("Judul,Penjabaran,,\nTahun,2016,,\n,,,\nNo. Rekening,Uraian, Jumlah,Keterangan\n1,2,3,4\n4,PENDAPATAN,5,\n").unwrap();
    assert_eq!(columns(&h), [("account_code", 0), ("account_name", 1), ("amount", 2), ("note", 3)]);
    assert_eq!((h.rows, h.data_from), (vec![3, 4], 5));
}

#[test]
fn a_name_with_a_typing_error_is_found_and_reported() {
    let h = header("Kode Rekening,Uraian,Jumah,Katerangan\n").unwrap();
    assert_eq!(columns(&h).len(), 4);
    assert_eq!(h.columns[&Field::Amount].matched, Match::Fuzzy { known: "jumlah" });
    assert_eq!(h.columns[&Field::Note].matched, Match::Fuzzy { known: "keterangan" });
}

#[test]
fn merged_over_three_rows() {
    let h = header(
        "Kode Rekening,Uraian,Rincian Perhitungan,,,Jumlah\n,,Volume,Satuan,Harga Satuan,\n1,2,3,4,5,6 = ( 3 x 5 )\n5.1,Belanja,,,,9\n",
    )
    .unwrap();
    assert_eq!(h.index(Field::Quantity), Some(2));
    assert_eq!(h.index(Field::UnitPrice), Some(4));
    assert_eq!(h.index(Field::Amount), Some(5));
    assert_eq!(h.data_from, 3);
    assert_eq!(h.columns[&Field::UnitPrice].name, "Harga Satuan");
}

#[test]
fn without_a_header_the_content_tells() {
    let h = header("Tahun,2016,,\n1.15 . 1.15.01 . 4,PENDAPATAN,\"75,00\",\n1.15 . 1.15.01 . 5,BELANJA,\"7,00\",x\n1.15 . 1.15.01 . 5.1,GAJI,\"8,00\",catatan\n").unwrap();
    assert_eq!(columns(&h), [("account_code", 0), ("account_name", 1), ("amount", 2), ("note", 3)]);
    assert_eq!(h.data_from, 1);
}

#[test]
fn a_mapping_overrides() {
    let table = read_delimited("Kode,Uraian,Nilai A,Nilai B\n").0;
    let mapping = BTreeMap::from([("amount".into(), "Nilai B".into()), ("note".into(), "3".into())]);
    let h = find_header(&table, &mapping).unwrap();
    assert_eq!((h.index(Field::Amount), h.index(Field::Note)), (Some(3), Some(2)));
}

#[test]
fn a_repeated_header_is_known() {
    let (table, _) = read_delimited("No. Rekening,Uraian,Jumlah\nNo. Rekening,Uraian,Jumlah\n1.1,Jumlah,5\n");
    let h = find_header(&table, &BTreeMap::new()).unwrap();
    assert!(h.is_repeated_by(&table.records[1]));
    assert!(!h.is_repeated_by(&table.records[2]));
}

proptest! {
    #[test]
    fn any_table_is_safe(text in "[0-9A-Za-z.,;\"\\n ]{0,300}") {
        let _ = header(&text);
    }
}
