use rust_decimal::Decimal;

use super::*;

/// Rows of `code|words|amount...`; a blank amount is an empty cell.
fn sheet(name: &str, hidden: bool, rows: &[&str]) -> WorkbookSheet {
    let records = rows.iter().enumerate().map(|(i, row)| Record {
        number: i as u64 + 1,
        cells: row
            .split('|')
            .map(|cell| match cell.parse::<i64>() {
                Ok(number) => Cell::Number(Decimal::from(number)),
                Err(_) if cell.is_empty() => Cell::Empty,
                Err(_) => Cell::Text(cell.to_owned()),
            })
            .collect(),
    });
    WorkbookSheet { table: Table { sheet: name.to_owned(), records: records.collect() }, hidden }
}

fn read(choice: &Choice) -> Vec<&str> {
    choice.read.iter().map(|table| table.sheet.as_str()).collect()
}

const BUDGET: [&str; 6] = [
    "5.1.02.01|Belanja Barang|900000",
    "5.1.02.01.01.0052|Belanja Makanan dan Minuman Rapat|600000",
    "5.1.02.01.01.0024|Alat Tulis Kantor|300000",
    "5.1.02.02.05.0009|Sewa Gedung Pertemuan|2500000",
    "5.1.02.02.05.0043|Sewa Hotel|7500000",
    "5.1.02.04.01.0001|Perjalanan Dinas|1250000",
];

#[test]
fn copies_are_read_once_and_said() {
    let mut month = BUDGET.map(str::to_owned);
    month[0].push_str("|100000");
    let month: Vec<&str> = month.iter().map(String::as_str).collect();
    let as_text = BUDGET.map(|row| row.replace("2500000", "2.500.000,00").replace("7500000", "7.500.000"));
    let as_text: Vec<&str> = as_text.iter().map(String::as_str).collect();
    let choice = choose_sheets(vec![
        sheet("Jan", false, &BUDGET),
        sheet("Peb", false, &month),
        sheet("Kerja", true, &as_text),
        sheet("_metadata", false, &["endpoint|x|y"]),
        sheet("Rekap", false, &["|Sekretariat|12150000", "|Bidang A|900000"]),
    ]);
    assert_eq!(read(&choice), ["Peb"], "the copy with the most figures");
    let reasons: Vec<&str> = choice.left_out.iter().map(|l| l.reason.name()).collect();
    assert_eq!(
        reasons,
        ["sheet-repeated", "sheet-repeated", "sheet-without-amounts", "sheet-recapitulation"]
    );
    assert!(choice.left_out[0].hint().contains("6 of its 6 rows"), "{}", choice.left_out[0].hint());
}

#[test]
fn different_budgets_are_all_read() {
    let other = BUDGET.map(|row| row.replace("00000", "10000"));
    let other: Vec<&str> = other.iter().map(String::as_str).collect();
    let choice = choose_sheets(vec![sheet("A", false, &BUDGET), sheet("B", false, &other)]);
    assert_eq!(read(&choice), ["A", "B"]);
}

#[test]
fn a_hidden_sheet_with_money_of_its_own_is_read() {
    let choice = choose_sheets(vec![sheet("A", false, &BUDGET[..3]), sheet("B", true, &BUDGET[3..])]);
    assert_eq!(read(&choice), ["A", "B"]);
}

#[test]
fn sheets_without_amounts_are_kept_if_there_is_nothing_else() {
    let choice = choose_sheets(vec![sheet("A", false, &["a|b"]), sheet("B", false, &["c"])]);
    assert_eq!(read(&choice), ["A", "B"]);
}
