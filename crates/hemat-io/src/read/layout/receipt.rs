//! Receipts: one payment a row. An interface that joins receipts with packages repeats a receipt once for every
//! package it belongs to; its money was paid once.

use std::borrow::Cow;
use std::collections::BTreeMap;

use hemat_core::cost_line::{BudgetStage, CostLine, LineContext};

use crate::read::balance::{Sink, Texts};
use crate::read::diagnostic::Severity;
use crate::read::layout::row::{Money, Rows};
use crate::read::source::Source;
use crate::read::synonyms::Field;
use crate::read::table::{Cell, Record};

/// True if the sheet lists payments: an amount realised, with the number or the day of a receipt.
pub(super) fn lists_receipts(rows: &Rows<'_>) -> bool {
    rows.has(Field::Realised)
        && (rows.has(Field::ReceiptNumber) || rows.has(Field::Date))
        && (rows.has(Field::Package) || rows.has(Field::Description) || rows.has(Field::Note))
}

/// Reads the receipts of a sheet.
pub(super) fn read_receipts(source: &Source, rows: &Rows<'_>, sink: &mut Sink) {
    let mut texts = Texts::default();
    // Everything but the package -> the first record, and the packages seen.
    let mut seen: BTreeMap<Vec<String>, (u64, Vec<String>)> = BTreeMap::new();
    for record in rows.records() {
        if record.is_blank() || rows.header.is_repeated_by(record) || rows.is_footer(record) {
            continue;
        }
        let amount = match rows.money(record, Field::Realised) {
            Money::Amount(amount) => amount,
            Money::Blank => {
                let hint = "the receipt has no amount".to_owned();
                let complaint =
                    rows.complaint("amount-missing", Severity::Error, record, Some(Field::Realised), hint);
                sink.set_aside(record, None, complaint);
                continue;
            }
            Money::Unclear(name, hint) => {
                let complaint = rows.complaint(name, Severity::Error, record, Some(Field::Realised), hint);
                sink.set_aside(record, None, complaint);
                continue;
            }
        };
        let package = rows.text(record, Field::PackageCode).into_owned();
        let number = rows.text(record, Field::ReceiptNumber);
        if let Some((first, packages)) = seen.get_mut(&everything_but_the_package(rows, record)) {
            let other_package = !packages.contains(&package);
            // The same row again, package and all: without a number it may be a second payment of the same kind.
            if other_package || !number.is_empty() {
                let hint = format!(
                    "the receipt of row {first} once more, for package {package}; it was paid once and is counted once"
                );
                let mut complaint = rows.complaint(
                    "receipt-repeated",
                    Severity::Warning,
                    record,
                    Some(Field::Realised),
                    hint,
                );
                complaint.amount = Some(amount);
                sink.complain(complaint);
                packages.push(package);
                continue;
            }
            let hint =
                format!("the same as row {first} in every cell, and no receipt number tells them apart");
            sink.complain(rows.complaint("row-repeated", Severity::Warning, record, None, hint));
        } else {
            seen.insert(everything_but_the_package(rows, record), (record.number, vec![package.clone()]));
        }
        let context = LineContext {
            year: rows.year(record, source),
            region: texts.share(&rows.text_or(record, Field::Region, &rows.sheet.titles.region)),
            agency: texts.share(&rows.text_or(record, Field::Agency, &rows.sheet.titles.agency)),
            activity_code: texts.share(&rows.text(record, Field::SubActivityCode)),
            activity: texts.share(&rows.text(record, Field::SubActivity)),
            account: None,
            account_name: texts.share(&rows.text(record, Field::AccountName)),
            stage: Some(BudgetStage::Realised),
        };
        let name = rows.text(record, Field::Package);
        let description = rows.text(record, Field::Description);
        let (heading, description) =
            if description.is_empty() { (Cow::Borrowed(""), name) } else { (name, description) };
        let line = CostLine {
            row: rows.row_ref(record.number, None),
            account_row: record.number,
            context: texts.share_context(context),
            heading: texts.share(&heading),
            description: texts.share(&description),
            quantity: None,
            unit: "".into(),
            unit_price: None,
            amount,
            amount_before: match rows.money(record, Field::Amount) {
                Money::Amount(ceiling) => Some(ceiling),
                _ => None,
            },
            date: rows.date(record, Field::Date),
            package: package.into(),
        };
        rows.spend_line(sink, record, line);
    }
}

/// All cells but the package's: what makes two rows the same receipt. A receipt with a number may belong to packages
/// of other names and ceilings; without a number only the package's code may differ, because two packages can be
/// paid the same amount on one day.
fn everything_but_the_package(rows: &Rows<'_>, record: &Record) -> Vec<String> {
    let numbered = !rows.text(record, Field::ReceiptNumber).is_empty();
    let of_the_package: Vec<usize> = [Field::PackageCode, Field::Package, Field::Amount]
        .into_iter()
        .take(if numbered { 3 } else { 1 })
        .filter_map(|field| rows.header.index(field))
        .collect();
    let cells = record.cells.iter().enumerate().filter(|(i, _)| !of_the_package.contains(i));
    cells.map(|(_, cell)| Cell::to_text(cell)).collect()
}
