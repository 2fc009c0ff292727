//! Notes that list labels and amounts, without multiplication: `Ketua 600000.00 Anggota 6 orang 2700000.00`.
//!
//! Headings carry the sum of what follows: `SMA 1 840000.00 Materai 540000.00 Perangko 300000.00`. The list is
//! taken apart only if headings and lines add up, at every level, to the account's amount.

use std::sync::Arc;

use hemat_core::money::Rupiah;
use hemat_core::quantity::Quantity;
use hemat_core::unit::{Measure, measure_of};
use rust_decimal::Decimal;

use crate::read::detail::Detail;
use crate::read::note_number::money_readings;
use crate::read::quantity::read_quantity;
use crate::read::title::one_line;

/// One label with its amount, in sen.
struct Item<'a> {
    label: &'a str,
    at: usize,
    sen: i128,
}

/// Steps of the search before it gives up; real notes take a few hundred.
const MOST_STEPS: usize = 20_000;

/// Most levels of headings.
const MOST_LEVELS: usize = 6;

/// The lines of a list, if it adds up to `amount`. `row_at` gives the record of a byte position.
pub(crate) fn read_list(text: &str, amount: Rupiah, row_at: impl Fn(usize) -> u64) -> Option<Vec<Detail>> {
    let items = items(text);
    let wanted = amount.value().checked_mul(Decimal::ONE_HUNDRED)?;
    let wanted: i128 = if wanted.fract().is_zero() { wanted.trunc().try_into().ok()? } else { return None };
    if items.len() < 2 || wanted <= 0 {
        return None;
    }
    let mut search = Search { items: &items, steps: 0, headings: vec![false; items.len()] };
    search.lines_from(0, wanted, 0, true)?;
    let mut heading: Arc<str> = "".into();
    let mut out = Vec::new();
    for (item, is_heading) in items.iter().zip(&search.headings) {
        let label = clean(item.label);
        if *is_heading {
            heading = label.as_str().into();
            continue;
        }
        let quantity = quantity_in(&label);
        out.push(Detail {
            row: row_at(item.at),
            heading: Arc::clone(&heading),
            unit: quantity
                .as_ref()
                .and_then(|q| q.factors().last())
                .map(|f| f.unit.to_string())
                .unwrap_or_default(),
            description: label,
            quantity,
            unit_price: None,
            amount: Rupiah::try_new(Decimal::try_from_i128_with_scale(item.sen, 2).ok()?).ok()?,
            product_holds: true,
        });
    }
    Some(out)
}

/// Amounts are words with two decimals; the words before each are its label.
fn items(text: &str) -> Vec<Item<'_>> {
    let mut out = Vec::new();
    let mut from = 0;
    for word in text.split_whitespace() {
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        let reading = money_readings(word).into_iter().next();
        let Some(reading) = reading.filter(|r| r.scale == 2 && r.length == word.len()) else { continue };
        // "17500" read as 175,00 is a guess; here the mark must be there.
        if word.bytes().all(|b| b.is_ascii_digit()) {
            continue;
        }
        out.push(Item { label: text.get(from..at).unwrap_or(""), at, sen: reading.mantissa });
        from = at + word.len();
    }
    out
}

struct Search<'a> {
    items: &'a [Item<'a>],
    steps: usize,
    headings: Vec<bool>,
}

impl Search<'_> {
    /// Reads lines from position `at` until they sum to `wanted`; the end, if they do. At the top all must be read.
    fn lines_from(&mut self, at: usize, wanted: i128, level: usize, top: bool) -> Option<usize> {
        if wanted == 0 {
            return (!top || at == self.items.len()).then_some(at);
        }
        self.steps += 1;
        let sen = self.items.get(at)?.sen;
        if self.steps > MOST_STEPS || sen > wanted || sen <= 0 {
            return None;
        }
        if level < MOST_LEVELS
            && let Some(end) = self.lines_from(at + 1, sen, level + 1, false)
        {
            // What lies below is settled before it is known whether it is a heading, so it is kept to go back to.
            let below = self.headings.clone();
            if let Some(heading) = self.headings.get_mut(at) {
                *heading = true;
            }
            if let Some(all) = self.lines_from(end, wanted - sen, level, top) {
                return Some(all);
            }
            self.headings = below;
        }
        if let Some(rest) = self.headings.get_mut(at..) {
            rest.fill(false);
        }
        self.lines_from(at + 1, wanted - sen, level, top)
    }
}

fn clean(label: &str) -> String {
    one_line(label).trim_matches(|c: char| matches!(c, '"' | '\'' | '-' | ' ')).replace('^', ",")
}

/// A quantity in the last brackets, or the label's last number with a unit that is known.
fn quantity_in(label: &str) -> Option<Quantity> {
    if let Some((_, inside)) = label.rsplit_once('(')
        && let Some(quantity) = read_quantity(inside.trim_end_matches(')'))
    {
        return Some(quantity).filter(is_known);
    }
    let digit = label.rfind(|c: char| c.is_ascii_digit())?;
    let start = label.get(..digit)?.rfind(|c: char| !c.is_ascii_digit()).map_or(0, |i| i + 1);
    let quantity = label.get(start..).and_then(read_quantity)?;
    Some(quantity).filter(is_known)
}

fn is_known(quantity: &Quantity) -> bool {
    quantity.factors().iter().all(|f| !f.unit.is_empty())
        && quantity.factors().iter().any(|f| measure_of(&f.unit) != Measure::OTHER)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(text: &str, amount: i64) -> Option<Vec<String>> {
        let lines = read_list(text, Rupiah::from_whole(amount), |_| 1)?;
        Some(
            lines
                .iter()
                .map(|l| {
                    format!(
                        "{} | {} | {} | {}",
                        l.heading,
                        l.description,
                        l.quantity.as_ref().map(ToString::to_string).unwrap_or_default(),
                        l.amount
                    )
                })
                .collect(),
        )
    }

    #[test]
    fn lists_with_and_without_headings() {
        assert_eq!(
            told("Ketua 600.00 Anggota 6 orang 2700.00", 3300).unwrap(),
            [" | Ketua |  | 600", " | Anggota 6 orang | 6 orang | 2700"]
        );
        assert_eq!(
            told(
                "SMA 1 840.00 Materai 540.00 Perangko 300.00 SMA 2 100.00 Peserta (60 org x 1 kali) 100.00",
                940
            )
            .unwrap(),
            [
                "SMA 1 | Materai |  | 540",
                "SMA 1 | Perangko |  | 300",
                "SMA 2 | Peserta (60 org x 1 kali) | 60 org x 1 kali | 100"
            ]
        );
        // Two equal lines are no heading with its line.
        assert_eq!(told("Ketua 100.00 Staf 100.00", 200).unwrap().len(), 2);
        assert_eq!(told("Ketua 100.00 Staf 100.00", 100).unwrap(), ["Ketua | Staf |  | 100"]);
    }

    #[test]
    fn what_does_not_add_up_is_left_alone() {
        assert_eq!(told("Ketua 600.00 Anggota 2700.00", 3301), None);
        assert_eq!(told("Perda No 16 Tahun 2011", 2011), None);
    }

    proptest! {
        #[test]
        fn any_list_is_safe(text in "([a-c0-9 ]{0,5} [0-9]{1,3}[.]00 ){0,40}", amount in 0i64..2000) {
            let lines = read_list(&text, Rupiah::from_whole(amount), |_| 1);
            if let Some(lines) = lines {
                prop_assert_eq!(Rupiah::try_sum(lines.iter().map(|l| l.amount)), Ok(Rupiah::from_whole(amount)));
            }
        }
    }
}
