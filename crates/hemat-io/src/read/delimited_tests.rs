use super::*;
use proptest::prelude::*;

fn rows(text: &str) -> Vec<(u64, Vec<String>)> {
    let (table, _) = read_delimited(text);
    table.records.into_iter().map(|r| (r.number, r.cells.iter().map(Cell::to_text).collect())).collect()
}

fn row(number: u64, cells: &[&str]) -> (u64, Vec<String>) {
    (number, cells.iter().map(|c| (*c).to_owned()).collect())
}

#[test]
fn line_ends_delimiters_and_quoted_newlines() {
    for (text, delimiter) in [
        ("Kode Rekening,Uraian,Jumlah\n1,\"a\nb\",2\n", ','),
        ("Kode Rekening;Uraian;Jumlah\r\n1;\"a\nb\";2\r\n", ';'),
        ("Kode Rekening\tUraian\tJumlah\r1\t\"a\nb\"\t2\r", '\t'),
        ("Kode Rekening|Uraian|Jumlah\n1|\"a\nb\"|2", '|'),
    ] {
        assert_eq!(rows(text), [row(1, &["Kode Rekening", "Uraian", "Jumlah"]), row(2, &["1", "a\nb", "2"])]);
        assert_eq!(read_delimited(text).1.delimiter, Some(delimiter));
    }
}

#[test]
fn blank_lines_count_as_records() {
    assert_eq!(rows("Uraian,Jumlah\n\na,1\n")[2], row(3, &["a", "1"]));
}

#[test]
fn a_row_quoted_as_a_whole_is_taken_apart_and_its_note_keeps_its_records() {
    let text = "No. Rekening,Uraian,Jumlah,Keterangan\n\
        \"1.06 . 5.2.2.15 ,Perjalanan ,600.00,\"\"Perjalanan Dinas\"\n\
        Golongan IV8 oh x 50,00 = 400,00\n\
        \"Golongan II4 oh x 50,00 = 200,00\"\"\"\n\
        1.06 . 5.2.2.16 ,Lain,1.00,\n";
    let expected = [
        row(1, &["No. Rekening", "Uraian", "Jumlah", "Keterangan"]),
        row(2, &["1.06 . 5.2.2.15 ", "Perjalanan ", "600.00", "Perjalanan Dinas"]),
        row(3, &["", "", "", "Golongan IV8 oh x 50,00 = 400,00"]),
        row(4, &["", "", "", "Golongan II4 oh x 50,00 = 200,00"]),
        row(5, &["1.06 . 5.2.2.16 ", "Lain", "1.00", ""]),
    ];
    assert_eq!(rows(text), expected);
    assert_eq!(read_delimited(text).1.row_quoted, [2]);
}

#[test]
fn a_semicolon_table_inside_a_comma_table() {
    let text = "No. Rekening;Uraian;Jumlah;Keterangan,,,,\n\
        1.01 . 5.2.1 ;Honor ; 4.000,\"00 ;\"\"Honor Panitia\",,,\n\
        Honor seleksi1 bjj x 2.500,00 = 2.500,\"00\"\"\",,\n";
    let expected = [
        row(1, &["No. Rekening", "Uraian", "Jumlah", "Keterangan"]),
        row(2, &["1.01 . 5.2.1 ", "Honor ", " 4.000,00 ", "Honor Panitia"]),
        row(3, &["", "", "", "Honor seleksi1 bjj x 2.500,00 = 2.500,00"]),
    ];
    assert_eq!(rows(text), expected);
}

#[test]
fn a_foreign_row_inside_the_file() {
    let text = "Kode Rekening,Uraian,Jumlah\n1.01.5.2.1 ;Honor, lembur ;4000\n1.01.5.2.2,ATK,5\n";
    assert_eq!(rows(text)[1], row(2, &["1.01.5.2.1 ", "Honor, lembur ", "4000"]));
    assert_eq!(read_delimited(text).1.foreign, [2]);
}

#[test]
fn an_unclosed_quote_gives_swallowed_rows_back() {
    let text = "Kode Rekening,Uraian,Jumlah,Keterangan\n1.01.5.2.1,Honor,1,\"catatan\n1.01.5.2.2,ATK,2,\"lain\"\n1.01.5.2.3,Z,3,\n";
    let expected = [
        row(2, &["1.01.5.2.1", "Honor", "1", "catatan"]),
        row(2, &["1.01.5.2.2", "ATK", "2", "lain"]),
        row(3, &["1.01.5.2.3", "Z", "3", ""]),
    ];
    assert_eq!(rows(text)[1..], expected);
    assert_eq!(read_delimited(text).1.unclosed_quotes, [2]);
}

/// In a wide table a line with all its cells is a row, whatever it begins with.
#[test]
fn an_unclosed_quote_in_a_wide_table_swallows_nothing() {
    let head = "year,agency,activity,description,amount\n";
    for (damaged, first) in
        [("2026,A,B,\"x,1", ["2026", "A", "B", "x", "1"]), ("\"2026,A,B,x,1", ["2026", "A", "B", "x", "1"])]
    {
        let text = format!("{head}{damaged}\n2026,A,C,\"y, z\",2\n2026,A,D,w,3\n");
        let expected =
            [row(2, &first), row(2, &["2026", "A", "C", "y, z", "2"]), row(3, &["2026", "A", "D", "w", "3"])];
        let found: Vec<_> = rows(&text)[1..].iter().map(|r| r.1.clone()).collect();
        assert_eq!(found, expected.map(|r| r.1), "{damaged}");
        assert!(!read_delimited(&text).1.unclosed_quotes.is_empty(), "{damaged}");
        // The same damage in the last row.
        let text = format!("{head}2026,A,C,y,2\n{damaged}\n");
        assert_eq!(rows(&text)[2].1, row(3, &first).1, "{damaged}");
        assert_eq!(read_delimited(&text).1.unclosed_quotes, [3], "{damaged}");
    }
}

/// A cell of several lines is no damage, also where a line of it looks long.
#[test]
fn cells_of_several_lines_stay_whole_in_a_wide_table() {
    let text = "a,b,c,d,e\n\"judul\nlanjut, x\",b,c,d,e\n1,\"x,\n,\",3,4,5\n1,2,3,4,\"p\nq\"\n";
    let expected = [
        row(2, &["judul\nlanjut, x", "b", "c", "d", "e"]),
        row(3, &["1", "x,\n,", "3", "4", "5"]),
        row(4, &["1", "2", "3", "4", "p\nq"]),
    ];
    assert_eq!(rows(text)[1..], expected);
    assert!(read_delimited(text).1.unclosed_quotes.is_empty());
}

#[test]
fn carriage_returns_written_out_become_line_ends() {
    assert_eq!(rows("Uraian,Keterangan\na,b_x000D_c\n")[1], row(2, &["a", "b\nc"]));
}

proptest! {
    #[test]
    fn any_text_splits_and_numbers_do_not_fall(text in "[0-9a-z.,;\"\\n\\r =x]{0,300}") {
        let (table, _) = read_delimited(&text);
        prop_assert!(table.records.windows(2).all(|w| w[0].number <= w[1].number));
    }

    /// On tidy files the cells and record numbers are those of the csv crate.
    #[test]
    fn agrees_with_the_csv_crate(cells in prop::collection::vec(prop::collection::vec("[a-z ,\"\\n]{1,8}", 3), 1..8)) {
        let mut writer = csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
        writer.write_record(["Kode Rekening", "Uraian", "Jumlah"]).unwrap();
        for row in &cells {
            writer.write_record(row).unwrap();
        }
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let ours: Vec<Vec<String>> = rows(&text).into_iter().skip(1).map(|(_, c)| c).collect();
        prop_assert_eq!(ours, cells);
    }
}
