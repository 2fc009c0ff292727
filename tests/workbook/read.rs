//! Workbooks read back by another implementation.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx, open_workbook_from_rs};

/// A sheet.
pub(crate) struct Sheet(pub(crate) Range<Data>);

pub(crate) fn sheet(book: &[u8], name: &str) -> Sheet {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(book)).unwrap();
    Sheet(book.worksheet_range(name).unwrap_or_else(|e| panic!("{name}: {e}")))
}

pub(crate) fn names(book: &[u8]) -> Vec<String> {
    let book: Xlsx<_> = open_workbook_from_rs(Cursor::new(book)).unwrap();
    book.sheet_names()
}

impl Sheet {
    pub(crate) fn get(&self, row: usize, column: usize) -> Data {
        let (row, column) = (u32::try_from(row).unwrap(), u32::try_from(column).unwrap());
        self.0.get_value((row, column)).cloned().unwrap_or(Data::Empty)
    }

    pub(crate) fn text(&self, row: usize, column: usize) -> String {
        self.get(row, column).to_string()
    }

    /// The first row whose cells in these columns are these texts.
    pub(crate) fn row(&self, wanted: &[(usize, &str)]) -> usize {
        let last = self.0.end().unwrap().0 as usize;
        let found =
            (0..=last).find(|row| wanted.iter().all(|(column, text)| self.text(*row, *column) == *text));
        found.unwrap_or_else(|| panic!("no row with {wanted:?}"))
    }

    /// Sen of a number; `None` for a text.
    pub(crate) fn sen(&self, row: usize, column: usize) -> Option<i128> {
        match self.get(row, column) {
            Data::Float(number) => Some((number * 100.0).round() as i128),
            Data::Int(number) => Some(i128::from(number) * 100),
            _ => None,
        }
    }
}

/// Sen of a decimal number as JSON has it, halves away from zero.
pub(crate) fn sen(decimal: &str) -> i128 {
    let (sign, digits) = decimal.strip_prefix('-').map_or((1, decimal), |rest| (-1, rest));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let padded = format!("{decimals:0<3}");
    let thousandths: i128 = format!("{whole}{}", &padded[..3]).parse().unwrap();
    sign * ((thousandths + 5) / 10)
}
