//! Charts of money over the months of a year.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::chart::{Chart, Figures, MonthColumn, Plot};
use crate::date::{Date, month_name};
use crate::lang::Lang;
use crate::money::{MoneyError, Rupiah};

/// Every month of every year that has a dated event, so that empty months are seen.
///
/// # Errors
/// [`MoneyError::OutOfRange`] when a sum cannot be kept exact.
pub(super) fn month_columns(
    dated: impl Iterator<Item = (Date, Rupiah)>,
) -> Result<Vec<MonthColumn>, MoneyError> {
    let mut columns: BTreeMap<(u16, u32), MonthColumn> = BTreeMap::new();
    for (date, amount) in dated {
        let year = date.year();
        for month in 1..=12 {
            let empty = MonthColumn { year, month, amount: Rupiah::ZERO, count: 0 };
            columns.entry((year, month)).or_insert(empty);
        }
        if let Some(column) = columns.get_mut(&(year, date.month())) {
            column.amount = column.amount.try_add(amount)?;
            column.count += 1;
        }
    }
    Ok(columns.into_values().collect())
}

/// The chart of these months, whose figures stand in the table `by-month`. Nothing without a month.
pub(super) fn month_chart(columns: Vec<MonthColumn>, paid: bool, lang: Lang) -> Option<Chart> {
    let largest = columns.iter().max_by_key(|c| (c.amount, Reverse((c.year, c.month))))?;
    let month = month_name(largest.month, lang);
    let (year, amount, count) = (largest.year, largest.amount.display(lang), largest.count);
    let of = if paid {
        lang.pick("menurut hari pembayaran", "by day of payment")
    } else {
        lang.pick("menurut rencana mulai", "by planned start")
    };
    Some(Chart {
        id: if paid { "months-paid" } else { "months-planned" }.to_owned(),
        title: match lang {
            Lang::Id => format!("Biaya tempat per bulan {of}, rupiah"),
            Lang::En => format!("Venue cost by month, {of}, rupiah"),
        },
        alternative: match lang {
            Lang::Id => format!("Bulan terbesar: {month} {year}, {amount}, {count} kegiatan."),
            Lang::En => format!("The largest month: {month} {year}, {amount}; events: {count}."),
        },
        plot: Plot::Months(columns),
        figures: Figures::Beside("by-month"),
    })
}
