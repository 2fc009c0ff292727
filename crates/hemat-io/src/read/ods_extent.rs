//! How large the sheets of an ODS file pretend to be. One element can repeat a cell 16,384 times and a row a
//! million times; the parser would write them all out before it could be stopped.

use std::io::{BufReader, Cursor};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader as XmlReader, XmlVersion};
use zip::ZipArchive;

use crate::read::spreadsheet::{MAX_CELLS, WorkbookError};

/// Counts the cells that `content.xml` asks for, up to the last one of each sheet that holds something.
///
/// # Errors
/// [`WorkbookError::TooManyCells`] beyond [`MAX_CELLS`], [`WorkbookError::Broken`] if there is no content.
pub(super) fn check_extent(bytes: &[u8]) -> Result<(), WorkbookError> {
    let broken = |e: &dyn std::fmt::Display| WorkbookError::Broken(e.to_string());
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken(&e))?;
    let content = zip.by_name("content.xml").map_err(|e| broken(&e))?;
    let mut xml = XmlReader::from_reader(BufReader::new(content));
    xml.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    let mut extent = Extent::default();
    loop {
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(e)) => extent.open(&e, false),
            Ok(Event::Empty(e)) => extent.open(&e, true),
            Ok(Event::End(e)) => {
                if e.name().as_ref() == "table:table-row" {
                    extent.close_row();
                }
            }
            Ok(Event::Eof) => return Ok(()),
            Err(e) => return Err(broken(&e)),
            Ok(_) => {}
        }
        if extent.too_large() {
            return Err(WorkbookError::TooManyCells { sheet: extent.sheet });
        }
        buffer.clear();
    }
}

#[derive(Default)]
struct Extent {
    sheet: String,
    /// Rows up to the last one that holds something, the widest row, and blank rows since.
    rows: usize,
    blank_rows: usize,
    width: usize,
    /// Cells of the row so far, blank cells since the last that holds something, and how often it repeats.
    cells: usize,
    blank_cells: usize,
    repeats: usize,
    /// Cells of the sheets before.
    before: usize,
}

impl Extent {
    fn open(&mut self, element: &BytesStart<'_>, is_empty: bool) {
        match element.name().as_ref() {
            "table:table" => {
                self.before = self.before.saturating_add(self.rows.saturating_mul(self.width));
                (self.rows, self.blank_rows, self.width) = (0, 0, 0);
                self.sheet = attribute(element, "table:name").unwrap_or_default();
            }
            "table:table-row" => {
                (self.cells, self.blank_cells) = (0, 0);
                self.repeats = repeat(element, "table:number-rows-repeated");
                if is_empty {
                    self.close_row();
                }
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let repeats = repeat(element, "table:number-columns-repeated");
                if attribute(element, "office:value-type").is_some() {
                    self.cells = self.cells.saturating_add(self.blank_cells).saturating_add(repeats);
                    self.blank_cells = 0;
                } else {
                    self.blank_cells = self.blank_cells.saturating_add(repeats);
                }
            }
            _ => {}
        }
    }

    fn close_row(&mut self) {
        if self.cells == 0 {
            self.blank_rows = self.blank_rows.saturating_add(self.repeats);
        } else {
            self.rows = self.rows.saturating_add(self.blank_rows).saturating_add(self.repeats);
            self.blank_rows = 0;
            self.width = self.width.max(self.cells);
        }
        (self.cells, self.blank_cells, self.repeats) = (0, 0, 0);
    }

    fn too_large(&self) -> bool {
        let row = self.cells.saturating_mul(self.repeats);
        self.before.saturating_add(self.rows.saturating_mul(self.width)).max(row) > MAX_CELLS
    }
}

fn repeat(element: &BytesStart<'_>, name: &str) -> usize {
    attribute(element, name).and_then(|text| text.trim().parse().ok()).unwrap_or(1)
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.try_get_attribute(name).ok()??;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}
