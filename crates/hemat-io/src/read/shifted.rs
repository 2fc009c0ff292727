//! Damage to whole columns: money and notes one row too low, amounts that lost their decimal mark.

use hemat_core::money::Rupiah;
use rust_decimal::Decimal;

use crate::read::account_row::{AccountRow, Money};
use crate::read::note_number::money_readings;
use crate::read::synonyms::name_key;

/// Fewer rows than this are no evidence for damage to a whole column.
const ENOUGH_ROWS: usize = 20;

/// Moves money and notes one row up where they stand one row too low: the notes begin with the name of the row
/// above them. Returns how many rows were mended.
pub(crate) fn mend_shift(rows: &mut [AccountRow]) -> usize {
    let begins = |note: &AccountRow, row: &AccountRow| {
        let name = name_key(&row.name);
        name.len() >= 4 && name_key(note.note_head().get(..).unwrap_or("")).starts_with(&name)
    };
    let own = rows.iter().filter(|r| begins(r, r)).count();
    let above = rows.windows(2).filter(|w| matches!(w, [a, b] if begins(b, a))).count();
    if above < ENOUGH_ROWS || above <= own * 3 {
        return 0;
    }
    // Where a row is missing the shift begins or ends, so each note that names a row decides for the rows above it.
    let mut offsets = vec![0usize; rows.len()];
    let mut below = 0;
    for i in (0..rows.len()).rev() {
        if let (Some(row), Some(offset)) = (rows.get(i), offsets.get_mut(i)) {
            if begins(row, row) {
                below = 0;
            } else if i > 0 && rows.get(i - 1).is_some_and(|above| begins(row, above)) {
                below = 1;
            }
            *offset = if row.code.is_some() { below } else { 0 };
        }
    }
    let money: Vec<_> = rows.iter_mut().map(|r| (r.amount, r.before, std::mem::take(&mut r.note))).collect();
    for row in rows.iter_mut() {
        (row.amount, row.before) = (Money::Blank, None);
    }
    let mut moved = 0;
    let mut taken = vec![false; rows.len()];
    for (i, (amount, before, note)) in money.into_iter().enumerate() {
        let to = i - offsets.get(i).copied().unwrap_or(0).min(i);
        if let (Some(row), Some(taken)) = (rows.get_mut(to), taken.get_mut(to))
            && !*taken
        {
            (row.amount, row.before, row.note) = (amount, before, note);
            *taken = true;
            moved += usize::from(to != i);
        }
    }
    moved
}

/// Divides all amounts by 100 where the decimal mark was lost: the notes repeat the amounts, with their decimals.
/// Returns how many amounts were mended.
pub(crate) fn mend_lost_mark(rows: &mut [AccountRow]) -> usize {
    let (mut same, mut hundredfold) = (0, 0);
    for row in rows.iter() {
        let (Some(amount), Some(noted)) = (row.amount.value(), noted_amount(row)) else { continue };
        if amount.is_zero() {
            continue;
        }
        same += usize::from(amount == noted);
        hundredfold += usize::from(noted.try_times(Decimal::ONE_HUNDRED) == Ok(amount));
    }
    if hundredfold < ENOUGH_ROWS || hundredfold <= same * 3 {
        return 0;
    }
    let mut mended = 0;
    for row in rows {
        let hundredth = |amount: Rupiah| amount.try_times(Decimal::new(1, 2)).ok();
        // An amount that still has decimals has kept its mark.
        if let Some(amount) = row.amount.value().filter(|a| a.value().fract().is_zero()).and_then(hundredth) {
            row.amount = Money::Value(amount);
            mended += 1;
        }
        row.before =
            row.before.map(|b| if b.value().fract().is_zero() { hundredth(b).unwrap_or(b) } else { b });
    }
    mended
}

/// The first amount with two decimals in a note.
fn noted_amount(row: &AccountRow) -> Option<Rupiah> {
    let text = row.note_head();
    for (at, word) in words(text) {
        if word.starts_with(|c: char| c.is_ascii_digit())
            && let Some(reading) = money_readings(text.get(at..)?).into_iter().next()
            && reading.scale == 2
            && reading.length == word.len()
        {
            return Rupiah::try_new(Decimal::try_from_i128_with_scale(reading.mantissa, 2).ok()?).ok();
        }
    }
    None
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}
