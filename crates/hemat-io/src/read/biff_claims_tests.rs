#[path = "../../../../tests/bad_input/old_workbook.rs"]
mod old_workbook;

use old_workbook::{compound, extent, formula, label, number, old_workbook, record, shared, shorts};

use super::*;
use crate::read::compressed::Limits;
use crate::read::spreadsheet::{Workbook, read_workbook};
use crate::read::table::Cell;

fn open(bytes: &[u8]) -> Result<Workbook, WorkbookError> {
    read_workbook(bytes, &Limits::default())
}

/// A workbook of one sheet with these records.
fn sheet(records: &[Vec<u8>]) -> Result<Workbook, WorkbookError> {
    open(&old_workbook(&[], &[("RKA", records.concat())]))
}

/// What a workbook of one sheet is refused for.
fn refusal(records: &[Vec<u8>]) -> String {
    sheet(records).unwrap_err().to_string()
}

fn cells(book: &Workbook, row: usize) -> Vec<String> {
    book.sheets[0].table.records[row].cells.iter().map(Cell::to_text).collect()
}

#[test]
fn what_the_format_can_hold_is_read() {
    let all = extent(0..65_536, 0..256);
    let book =
        sheet(&[all, label(0, 0, "Sewa gedung"), number(0, 1, 2_500_000.0), number(9, 0, 1.0)]).unwrap();
    assert_eq!(book.format, "xls");
    assert_eq!(cells(&book, 0), ["Sewa gedung", "2500000"]);
    assert_eq!(cells(&book, 9), ["1"]);
    // A sheet without cells, an extent of the older form, and one that says nothing.
    assert!(sheet(&[extent(0..0, 0..0)]).is_ok());
    assert!(sheet(&[record(0x0200, &shorts(&[0, 16_384, 0, 256, 0]))]).is_ok());
    // The farthest corner takes 16,777,216 cells of the 20,000,000.
    let corner = sheet(&[number(0, 0, 1.0), number(65_535, 255, 2.0)]).unwrap();
    assert_eq!(corner.sheets[0].table.records.len(), 65_536);
}

#[test]
fn an_extent_beyond_the_format_is_refused_before_room_is_made() {
    for (rows, columns) in [(65_537, 1), (u32::MAX, 1), (1, 257), (u32::MAX, u16::MAX)] {
        let beyond = WorkbookError::BeyondOldFormat {
            sheet: "RKA".into(),
            rows: rows.into(),
            columns: columns.into(),
        };
        let said = beyond.to_string();
        assert_eq!(sheet(&[extent(0..rows, 0..columns)]), Err(beyond));
        assert!(said.contains("at most 65536 and 256") && said.contains("save it as XLSX or CSV"), "{said}");
    }
    let backwards = std::ops::Range { start: 500, end: 20 };
    assert!(refusal(&[extent(backwards, 0..3)]).contains("ends in row 20 and begins in row 501"));
}

#[test]
fn far_cells_are_counted_with_all_between_them() {
    let far = [number(0, 0, 1.0), number(3, 256, 1.0)];
    assert!(refusal(&far).contains("claims 4 rows and 257 columns"));
    let many = record(0x00bd, &[shorts(&[7, 254]), vec![0; 18], shorts(&[256])].concat());
    assert!(refusal(&[many]).contains("claims 8 rows and 257 columns"));
    // Two sheets whose corners are 33,554,432 cells; one whose formulas are as far as its numbers.
    let corner = [number(0, 0, 1.0), number(65_535, 255, 2.0)].concat();
    let two = open(&old_workbook(&[], &[("Satu", corner.clone()), ("Dua", corner)]));
    assert_eq!(two, Err(WorkbookError::TooManyCells { sheet: "Dua".into() }));
    let formulas = [formula(0, 0, &[0x1e, 1, 0]), formula(65_535, 255, &[0x1e, 1, 0])];
    assert!(refusal(&formulas).contains("more than 20000000 cells"));
    // Cells of a chart inside the sheet are nobody's.
    let chart = [record(0x0809, &shorts(&[0x0600, 0x20])), number(0, 999, 1.0), record(0x000a, &[])].concat();
    assert_eq!(cells(&sheet(&[chart, number(0, 0, 5.0)]).unwrap(), 0), ["5"]);
}

#[test]
fn sheets_that_lie_in_one_another_are_refused() {
    let body = (0..4_000).map(|row| number(row, 0, 1.0)).collect::<Vec<_>>().concat();
    let mut stream = record(0x0809, &shorts(&[0x0600, 5]));
    let number_of_sheets = 1_000;
    let at = stream.len() + number_of_sheets * (4 + 12) + 4;
    for sheet in 0..number_of_sheets {
        let head = [&(at as u32).to_le_bytes()[..], &[0, 0, 4, 0]].concat();
        stream.extend(record(0x0085, &[&head[..], format!("{sheet:04}").as_bytes()].concat()));
    }
    stream.extend(record(0x000a, &[]));
    assert_eq!(stream.len(), at);
    stream.extend(record(0x0809, &shorts(&[0x0600, 0x10])));
    stream.extend(body);
    stream.extend(record(0x000a, &[]));
    let said = open(&compound(&[("Workbook", stream)])).unwrap_err().to_string();
    assert!(said.contains("lie in one another"), "{said}");
}

/// A list of one shared text of 65,535 letters, in pieces.
fn long_text() -> Vec<u8> {
    let head = [&[1, 0, 0, 0, 1, 0, 0, 0][..], &shorts(&[u16::MAX]), &[0]].concat();
    let letters = "x".repeat(8_000);
    let first = record(0x00fc, &[&head[..], letters.as_bytes()].concat());
    let rest = u16::MAX as usize - 8_000;
    let pieces = (0..rest)
        .step_by(8_000)
        .map(|at| record(0x003c, &[&[0], &letters.as_bytes()[..8_000.min(rest - at)]].concat()));
    [first, pieces.collect::<Vec<_>>().concat()].concat()
}

#[test]
fn a_text_that_many_cells_share_is_counted_for_each() {
    let cells_of = |number: u16| (0..number).map(|row| shared(row, 0, 0)).collect::<Vec<_>>().concat();
    let book = open(&old_workbook(&long_text(), &[("RKA", cells_of(20))])).unwrap();
    assert_eq!(cells(&book, 19)[0].len(), 65_535);
    // 16,385 times 65,535 is above 1 GiB.
    let many = open(&old_workbook(&long_text(), &[("RKA", cells_of(16_385))]));
    assert_eq!(many, Err(WorkbookError::TooMuchText { sheet: "RKA".into() }));
}

#[test]
fn texts_that_claim_more_than_there_is_are_refused() {
    let claim = |row: u16| record(0x0204, &[&shorts(&[row, 0, 0, u16::MAX])[..], &[0, b'x']].concat());
    let some = (0..15).map(claim).collect::<Vec<_>>();
    assert_eq!(cells(&sheet(&some).unwrap(), 14), ["x"]);
    assert!(refusal(&(0..16).map(claim).collect::<Vec<_>>()).contains("its texts claim 1048560 characters"));
    let answers = (0..16).map(|_| record(0x0207, &[0xff, 0xff, 0, b'x'])).collect::<Vec<_>>();
    assert!(refusal(&answers).contains("its texts claim 1048560 characters"));
}

#[test]
fn what_would_take_the_parser_hours_is_refused() {
    let blanks = |number: usize| [vec![0x1e, 1, 0], [0x19, 0x40, 0, 0xff].repeat(number)].concat();
    assert!(sheet(&[formula(0, 0, &blanks(32))]).is_ok());
    assert!(refusal(&[formula(0, 0, &blanks(33))]).contains("claims 8415 blanks"));
    let continued = |number: usize| {
        let list = [record(0x00fc, &[0; 8]), record(0x003c, &[]).repeat(number)].concat();
        open(&old_workbook(&list, &[("RKA", number_cell())]))
    };
    assert!(continued(100).is_ok());
    assert!(continued(MAX_CONTINUED + 1).unwrap_err().to_string().contains("continued 65537 times"));
}

fn number_cell() -> Vec<u8> {
    number(0, 0, 1.0)
}

#[test]
fn the_older_stream_is_measured_too() {
    let stream = |rows: u32| {
        let begin = record(0x0809, &shorts(&[0x0500, 5]));
        let list = |at: usize| record(0x0085, &[&(at as u32).to_le_bytes()[..], &[0, 0, 3], b"RKA"].concat());
        let at = begin.len() + list(0).len() + 4;
        let part = [record(0x0809, &shorts(&[0x0500, 0x10])), extent(0..rows, 0..2), number_cell()].concat();
        [begin, list(at), record(0x000a, &[]), part, record(0x000a, &[])].concat()
    };
    assert!(open(&compound(&[("Book", stream(65_536))])).is_ok());
    let said =
        open(&compound(&[("Workbook", Vec::new()), ("book", stream(65_537))])).unwrap_err().to_string();
    assert!(said.contains("sheet \"RKA\" claims 65537 rows"), "{said}");
}
