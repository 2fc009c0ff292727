//! POK (petunjuk operasional kegiatan): central detail lines, in a table of their own under central accounts
//! (`524114`), or inside the text of procurement packages.

use crate::read::balance::Sink;
use crate::read::budget::LayoutName;
use crate::read::layout::package::{package_score, read_packages};
use crate::read::layout::rka::{has_details, read_sheet};
use crate::read::layout::row::Rows;
use crate::read::layout::{Layout, Used};
use crate::read::source::Source;
use crate::read::synonyms::Field;
use crate::read::table::Record;

/// The layout.
pub struct Pok;

/// From this share of packages with detail lines, in percent, the file is one of details.
pub(in crate::read) const DETAILS_PERCENT: usize = 20;

impl Layout for Pok {
    fn name(&self) -> LayoutName {
        LayoutName::Pok
    }

    fn score(&self, source: &Source) -> u8 {
        if package_score(source).is_some_and(|percent| percent >= DETAILS_PERCENT) {
            95
        } else if Rows::of(source).iter().any(is_pok_table) {
            85
        } else {
            0
        }
    }

    fn needs(&self) -> &'static [&'static [Field]] {
        &[&[Field::AccountName, Field::Package], &[Field::Amount], &[Field::UnitPrice, Field::PackageCode]]
    }

    fn read(&self, source: &Source, sink: &mut Sink) -> Used {
        if package_score(source).is_some() {
            return read_packages(source, sink);
        }
        let mut used = Used::default();
        for rows in Rows::of(source).iter().filter(|rows| has_details(rows)) {
            sink.read_table(&rows.sheet.table);
            if used.header_row.is_none() {
                used = rows.used();
            }
            read_sheet(source, rows, sink);
        }
        used
    }
}

/// Details with prices under central accounts of six digits.
fn is_pok_table(rows: &Rows<'_>) -> bool {
    let central = |record: &Record| {
        let code = rows.text(record, Field::AccountCode);
        code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit()) && code.starts_with('5')
    };
    has_details(rows) && rows.records().iter().any(central)
}
