//! Workbooks (XLSX, XLSB, XLS, ODS): bytes -> tables, one for each sheet.
//!
//! A workbook stores numbers as binary floats of about 15 digits. They become decimals here, once, and the
//! file's own rounding noise (`57456457922.650024`) goes with the digits that a float never had.

use std::io::Cursor;

use calamine::{
    Cell as Found, Data, DataRef, Dimensions, Ods, Reader, SheetType, SheetVisible, Xls, Xlsb, Xlsx,
};
use thiserror::Error;

use crate::contained::contained;
use crate::read::biff_claims::{OLD_COLUMNS, OLD_ROWS, check_old_claims};
use crate::read::compound_chains::check_chains;
use crate::read::compound_file::CompoundFile;
use crate::read::compressed::{CompressedError, Limits, check_zip};
use crate::read::spreadsheet_cell::{cell_of_data, cell_of_ref};
use crate::read::table::{Cell, Record, Table};
use crate::read::workbook_claims::check_claims;

/// Most cells that one workbook may hold, blank ones between them included.
pub const MAX_CELLS: usize = 20_000_000;
/// Most columns of a sheet; the formats allow no more.
pub const MAX_COLUMNS: usize = 16_384;
/// Most rows of a sheet; the formats allow no more.
pub const MAX_ROWS: usize = 1_048_576;
/// Most bytes of text in the cells of one workbook: a text that many cells share is counted for each.
pub const MAX_TEXT: usize = 1 << 30;

/// A sheet as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkbookSheet {
    /// Its cells. Record numbers are the sheet's own row numbers.
    pub table: Table,
    /// True if people who open the workbook do not see the sheet.
    pub hidden: bool,
}

/// A workbook that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workbook {
    /// `xlsx`, `xlsb`, `xls` or `ods`.
    pub format: &'static str,
    /// Its worksheets in order; charts and macros are no sheets.
    pub sheets: Vec<WorkbookSheet>,
}

/// Why a workbook could not be opened.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum WorkbookError {
    /// It inflates beyond the limits.
    #[error("the workbook is too large when unpacked: {0}")]
    Inflated(#[from] CompressedError),
    /// It holds more than [`MAX_CELLS`] cells or [`MAX_COLUMNS`] columns.
    #[error("sheet {sheet:?} spans more than {MAX_CELLS} cells; save the sheet with the budget as CSV")]
    TooManyCells {
        /// The sheet.
        sheet: String,
    },
    /// It names a row beyond [`MAX_ROWS`].
    #[error(
        "sheet {sheet:?} claims more rows than the {MAX_ROWS} that the format has; save the sheet with the budget as CSV"
    )]
    TooManyRows {
        /// The sheet.
        sheet: String,
    },
    /// A sheet of an old workbook declares a size, or has a cell, beyond what its format can hold.
    #[error(
        "sheet {sheet:?} claims {rows} rows and {columns} columns, and an old workbook (.xls) has at most {OLD_ROWS} \
         and {OLD_COLUMNS}; open it in a spreadsheet program and save it as XLSX or CSV"
    )]
    BeyondOldFormat {
        /// The sheet.
        sheet: String,
        /// Rows that it claims.
        rows: u64,
        /// Columns that it claims.
        columns: u64,
    },
    /// Its cells hold more than [`MAX_TEXT`].
    #[error(
        "the cells up to sheet {sheet:?} hold more than {MAX_TEXT} bytes of text; save the sheet with the budget as CSV"
    )]
    TooMuchText {
        /// The sheet with which the limit is passed.
        sheet: String,
    },
    /// The file is damaged.
    #[error("the workbook is damaged: {0}; open it in a spreadsheet program and save it again")]
    Broken(String),
    /// It needs a password.
    #[error("the workbook is protected by a password; save it without one")]
    Password,
    /// There is no worksheet in it.
    #[error("the workbook holds no worksheet")]
    NoSheet,
}

/// Opens a workbook. [`crate::read::compressed::content_of`] tells whether bytes are one.
///
/// # Errors
/// [`WorkbookError`]; never panics, also where the parser below does.
pub fn read_workbook(bytes: &[u8], limits: &Limits) -> Result<Workbook, WorkbookError> {
    if bytes.starts_with(b"PK") {
        check_zip(bytes, limits)?;
        check_claims(bytes)?;
    } else if let Some(file) = CompoundFile::of(bytes)? {
        check_chains(&file)?;
        check_old_claims(&file)?;
    }
    let workbook = contained(|| open(bytes))
        .unwrap_or_else(|_| Err(WorkbookError::Broken("its structure contradicts itself".to_owned())))?;
    if workbook.sheets.is_empty() { Err(WorkbookError::NoSheet) } else { Ok(workbook) }
}

fn open(bytes: &[u8]) -> Result<Workbook, WorkbookError> {
    let has = |name: &str| {
        zip::ZipArchive::new(Cursor::new(bytes)).is_ok_and(|zip| zip.index_for_name(name).is_some())
    };
    if !bytes.starts_with(b"PK") {
        let opened = Xls::new(Cursor::new(bytes));
        let workbook: Xls<_> = opened.map_err(|error| match is_encrypted(bytes) {
            true => WorkbookError::Password,
            false => broken(error),
        })?;
        let merges = |name: &str, book: &mut Xls<_>| book.merge_cells_by_sheet_name(name).unwrap_or_default();
        dense("xls", workbook, merges)
    } else if has("xl/workbook.xml") {
        read_xlsx(Xlsx::new(Cursor::new(bytes)).map_err(broken)?)
    } else if has("xl/workbook.bin") {
        read_xlsb(Xlsb::new(Cursor::new(bytes)).map_err(broken)?)
    } else {
        crate::read::ods_extent::check_extent(bytes)?;
        let workbook: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(broken)?;
        dense("ods", workbook, |_, _| Vec::new())
    }
}

/// An XLSX with a password is an old container with a stream of this name.
fn is_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

fn broken(error: impl std::fmt::Display) -> WorkbookError {
    let text = error.to_string();
    if text.to_lowercase().contains("password") {
        WorkbookError::Password
    } else {
        WorkbookError::Broken(text)
    }
}

/// Streams the cells, so that a sheet with one cell in its farthest corner costs no memory.
fn read_xlsx(mut workbook: Xlsx<Cursor<&[u8]>>) -> Result<Workbook, WorkbookError> {
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    for sheet in workbook.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        let merges = workbook.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default();
        let grid = Grid::new(&sheet.name, &mut budget);
        let mut cells = workbook.worksheet_cells_reader(&sheet.name).map_err(broken)?;
        let table = streamed(grid, || cells.next_cell())?.into_table(&merges);
        sheets.push(WorkbookSheet { table, hidden: sheet.visible != SheetVisible::Visible });
    }
    Ok(Workbook { format: "xlsx", sheets })
}

/// The same for the binary form: two far cells would make a range of all cells between them.
fn read_xlsb(mut workbook: Xlsb<Cursor<&[u8]>>) -> Result<Workbook, WorkbookError> {
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    for sheet in workbook.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        let grid = Grid::new(&sheet.name, &mut budget);
        let mut cells = workbook.worksheet_cells_reader(&sheet.name).map_err(broken)?;
        let table = streamed(grid, || cells.next_cell())?.into_table(&[]);
        sheets.push(WorkbookSheet { table, hidden: sheet.visible != SheetVisible::Visible });
    }
    Ok(Workbook { format: "xlsb", sheets })
}

/// Puts cell after cell into the grid.
fn streamed<'b, 'c, E: std::fmt::Display>(
    mut grid: Grid<'b>,
    mut next: impl FnMut() -> Result<Option<Found<DataRef<'c>>>, E>,
) -> Result<Grid<'b>, WorkbookError> {
    while let Some(cell) = next().map_err(broken)? {
        let (row, column) = cell.get_position();
        grid.put(row, column, cell_of_ref(cell.get_value()))?;
    }
    Ok(grid)
}

/// The other formats come as dense ranges.
fn dense<'a, R>(
    format: &'static str,
    mut workbook: R,
    merges_of: impl Fn(&str, &mut R) -> Vec<Dimensions>,
) -> Result<Workbook, WorkbookError>
where
    R: Reader<Cursor<&'a [u8]>>,
    R::Error: std::fmt::Display,
{
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    for sheet in workbook.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        let merges = merges_of(&sheet.name, &mut workbook);
        let range = workbook.worksheet_range(&sheet.name).map_err(broken)?;
        let (top, left) = range.start().unwrap_or_default();
        let mut grid = Grid::new(&sheet.name, &mut budget);
        for (row, column, value) in range.used_cells() {
            if !matches!(value, Data::Empty) {
                let at = |offset: usize, from: u32| u32::try_from(offset).ok()?.checked_add(from);
                if let (Some(row), Some(column)) = (at(row, top), at(column, left)) {
                    grid.put(row, column, cell_of_data(value))?;
                }
            }
        }
        let table = grid.into_table(&merges);
        sheets.push(WorkbookSheet { table, hidden: sheet.visible != SheetVisible::Visible });
    }
    Ok(Workbook { format, sheets })
}

/// What the rest of a workbook may still hold.
struct Budget {
    cells: usize,
    text: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Budget { cells: MAX_CELLS, text: MAX_TEXT }
    }
}

/// Cells on their way into records, under the budget of the whole workbook.
struct Grid<'b> {
    table: Table,
    budget: &'b mut Budget,
}

impl<'b> Grid<'b> {
    fn new(sheet: &str, budget: &'b mut Budget) -> Self {
        Grid { table: Table { sheet: sheet.to_owned(), records: Vec::new() }, budget }
    }

    /// Puts a cell at its place (0-based), with blank cells and records before it.
    fn put(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), WorkbookError> {
        if cell == Cell::Empty {
            return Ok(());
        }
        let (row, column) = (row as usize, column as usize);
        if row >= MAX_ROWS {
            return Err(WorkbookError::TooManyRows { sheet: self.table.sheet.clone() });
        }
        let records = &mut self.table.records;
        let width = records.get(row).map_or(0, |r| r.cells.len());
        let new = (row + 1).saturating_sub(records.len()) + (column + 1).saturating_sub(width);
        if column >= MAX_COLUMNS || new > self.budget.cells {
            return Err(WorkbookError::TooManyCells { sheet: self.table.sheet.clone() });
        }
        self.budget.cells -= new;
        let text = if let Cell::Text(text) = &cell { text.len() } else { 0 };
        if text > self.budget.text {
            return Err(WorkbookError::TooMuchText { sheet: self.table.sheet.clone() });
        }
        self.budget.text -= text;
        while records.len() <= row {
            records.push(Record { number: records.len() as u64 + 1, cells: Vec::new() });
        }
        if let Some(record) = records.get_mut(row) {
            if record.cells.len() <= column {
                record.cells.resize(column + 1, Cell::Empty);
            }
            if let Some(place) = record.cells.get_mut(column) {
                *place = cell;
            }
        }
        Ok(())
    }

    fn into_table(mut self, merges: &[Dimensions]) -> Table {
        for merge in merges {
            fill_spanning_header(&mut self.table, merge);
        }
        self.table
    }
}

/// A header cell merged over several columns names each of them: `Operasi` over `Anggaran | Realisasi` is
/// filled in. A merged title stands alone in its row, and merged texts of the body have no names below them;
/// both stay as they are.
fn fill_spanning_header(table: &mut Table, merge: &Dimensions) {
    let (top, left, right) = (merge.start.0 as usize, merge.start.1 as usize, merge.end.1 as usize);
    if right <= left || right >= MAX_COLUMNS || merge.end.0 > merge.start.0 + 3 {
        return;
    }
    let name = match table.records.get(top).and_then(|r| r.cells.get(left)) {
        Some(Cell::Text(name)) if name.chars().any(char::is_alphabetic) => name.clone(),
        _ => return,
    };
    let alone = table.records.get(top).is_some_and(|record| {
        let mut outside = record.cells.iter().enumerate().filter(|(i, _)| *i < left || *i > right);
        outside.all(|(_, cell)| cell.is_blank())
    });
    let below = table.records.get(merge.end.0 as usize + 1).map_or(&[][..], |r| &r.cells);
    let names_below = (left..=right)
        .filter_map(|column| below.get(column))
        .filter(|cell| cell.as_str().chars().any(char::is_alphabetic) || cell.as_str().trim() == "%")
        .count();
    if alone || names_below < 2 {
        return;
    }
    if let Some(record) = table.records.get_mut(top) {
        if record.cells.len() <= right {
            record.cells.resize(right + 1, Cell::Empty);
        }
        for cell in record.cells.iter_mut().take(right + 1).skip(left + 1) {
            if cell.is_blank() {
                *cell = Cell::Text(name.clone());
            }
        }
    }
}

#[cfg(test)]
#[path = "spreadsheet_tests.rs"]
mod tests;
