//! Realisasi: money that was spent. Receipts with dates, one a row, or a realisation report with the budget and
//! the realised amount of every account.

use crate::read::balance::Sink;
use crate::read::budget::LayoutName;
use crate::read::layout::receipt::{lists_receipts, read_receipts};
use crate::read::layout::report::{is_report, read_report, used_columns};
use crate::read::layout::row::Rows;
use crate::read::layout::{Layout, Used};
use crate::read::source::Source;
use crate::read::synonyms::Field;

/// The layout.
pub struct Realisasi;

impl Layout for Realisasi {
    fn name(&self) -> LayoutName {
        LayoutName::Realisasi
    }

    fn score(&self, source: &Source) -> u8 {
        let rows = Rows::of(source);
        if rows.iter().any(lists_receipts) {
            95
        } else if rows.iter().any(is_report) {
            85
        } else {
            0
        }
    }

    fn needs(&self) -> &'static [&'static [Field]] {
        &[&[Field::Realised], &[Field::AccountName, Field::Package, Field::Description]]
    }

    fn read(&self, source: &Source, sink: &mut Sink) -> Used {
        let mut used = Used::default();
        for rows in &Rows::of(source) {
            let receipts = lists_receipts(rows);
            if !receipts && !is_report(rows) {
                continue;
            }
            sink.read_table(&rows.sheet.table);
            if used.header_row.is_none() {
                used = rows.used();
                if !receipts {
                    used.columns.extend(used_columns(rows));
                }
            }
            if receipts {
                read_receipts(source, rows, sink);
            } else {
                read_report(source, rows, sink);
            }
        }
        used
    }
}
