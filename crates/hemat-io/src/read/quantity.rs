//! Quantities in cells and notes: `50 Orang x 2 Hari x 1 Kali`, `[100 ORG x 1 HR]`, `245 Orang / Kali`.

use hemat_core::quantity::{Factor, Quantity};
use hemat_core::unit::{Measure, measure_of};
use rust_decimal::Decimal;

use crate::read::note_number::quantity_readings;

/// Reads a text that is a quantity and nothing else: factors with units, in brackets or not.
/// `None` if anything in it is not understood.
#[must_use]
pub fn read_quantity(text: &str) -> Option<Quantity> {
    let text = text.trim().trim_start_matches(['[', '(']).trim_end_matches([']', ')', ';']).trim();
    let factors: Option<Vec<Factor>> =
        split_by_times(text).into_iter().map(|part| read_factor(part, true)).collect();
    Quantity::try_new(factors?).ok()
}

/// The factors a formula at the end of a description gives away, such as `(30 org x 2 hari x 4 klpk)`, if their
/// product is `total`, the quantity that the line is charged for. `unit` is that quantity's: in `5 x 2hr … 10 oh`
/// it says that the bare factor counts persons.
#[must_use]
pub fn read_formula(description: &str, total: Decimal, unit: &str) -> Option<Quantity> {
    let line = description.rsplit(['\n', '\r']).next().unwrap_or(description);
    let parts = split_by_times(line);
    if parts.len() < 2 || total.is_zero() {
        return None;
    }
    let factors: Vec<Option<Factor>> =
        parts.iter().enumerate().map(|(i, part)| formula_factor(part, i)).collect();
    // The longest run of factors that gives the total, the last one first: a price may follow it.
    for end in (2..=factors.len()).rev() {
        for start in 0..end - 1 {
            let Some(run) = factors.get(start..end)?.iter().cloned().collect::<Option<Vec<Factor>>>() else {
                continue;
            };
            if start > 0 && parts.get(start).is_some_and(|p| p.contains(['(', '['])) && run.len() < 2 {
                continue;
            }
            if let Ok(quantity) = Quantity::try_new(run)
                && quantity.total() == total
            {
                return Quantity::try_new(with_measures(quantity.factors(), unit)).ok();
            }
        }
    }
    None
}

/// Cuts a text at its multiplication signs: an `x` between a blank, digit or bracket and a blank, digit, or the `Rp` or
/// `@` of a price.
fn split_by_times(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut from = 0;
    let bytes = text.as_bytes();
    for (at, sign) in text.char_indices() {
        if !matches!(sign, 'x' | 'X' | '*' | '\u{d7}') {
            continue;
        }
        let end = at + sign.len_utf8();
        let before = at.checked_sub(1).and_then(|i| bytes.get(i)).copied().unwrap_or(b' ');
        let after = text.get(end..).unwrap_or("").trim_start();
        let follows = after.starts_with(|c: char| c.is_ascii_digit() || c == '@' || c == '(')
            || after.get(..2).is_some_and(|r| r.eq_ignore_ascii_case("rp"))
            || after.starts_with("i k")
            || after.starts_with("ihr");
        let word = before.is_ascii_alphabetic() && bytes.get(end).is_some_and(u8::is_ascii_alphabetic);
        if follows && !word {
            parts.push(text.get(from..at).unwrap_or(""));
            from = end;
        }
    }
    parts.push(text.get(from..).unwrap_or(""));
    parts
}

/// `50 Orang`. With `whole`, nothing else may stand there.
fn read_factor(text: &str, whole: bool) -> Option<Factor> {
    let text = text.trim().trim_matches(|c: char| matches!(c, '(' | ')' | '[' | ']' | '"' | '\'')).trim();
    // "i kali": a one typed as a letter.
    if let Some(unit) = text.strip_prefix("i ") {
        return Some(Factor::new(Decimal::ONE, unit));
    }
    let end =
        text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '^'))).unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    // "90 0rg": a letter typed as zero.
    let unit = unit.trim();
    let unit = if unit.len() > 1 && unit.starts_with('0') {
        format!("o{}", unit.get(1..)?)
    } else {
        unit.to_owned()
    };
    let square = unit.ends_with("m2") || unit.ends_with("m3");
    let odd = unit.chars().filter(char::is_ascii_digit).count() > usize::from(square);
    if (whole && odd) || unit.len() > 60 {
        return None;
    }
    let number = number.trim_end_matches(['.', ',', '^']);
    let reading = quantity_readings(number).into_iter().next()?;
    let value = Decimal::try_from_i128_with_scale(reading.mantissa, reading.scale).ok()?;
    Some(Factor::new(value, &unit))
}

/// A factor inside a description: the first one has a label before it, the last one text behind it.
fn formula_factor(part: &str, position: usize) -> Option<Factor> {
    let part = part.trim();
    if position == 0 {
        // The number nearest to the sign, with its unit: "Uang harian (30 org".
        let digit = part.rfind(|c: char| c.is_ascii_digit())?;
        let head = part.get(..=digit)?;
        let start = head
            .rfind(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '^')))
            .map_or(0, |i| i + head.get(i..).and_then(|t| t.chars().next()).map_or(1, char::len_utf8));
        return read_factor(part.get(start..)?, false);
    }
    // Behind the factor a bracket closes or a price follows.
    let end = part.find([')', ']', '@', ',', ';']).filter(|i| *i > 0).unwrap_or(part.len());
    let part = if part.get(end..).is_some_and(|r| r.starts_with(',')) { part } else { part.get(..end)? };
    read_factor(part, false)
}

/// Bare factors and group words get their meaning from the unit of the total: `5 x 2 hr` charged in `oh` counts
/// persons and days.
fn with_measures(factors: &[Factor], unit: &str) -> Vec<Factor> {
    let mut open = expected_measures(unit);
    for factor in factors {
        let known = factor.measure();
        open.retain(|m| *m != known);
    }
    let bare: Vec<usize> =
        (0..factors.len()).filter(|i| factors.get(*i).is_some_and(|f| f.unit.is_empty())).collect();
    let mut out = factors.to_vec();
    // Without days in it, the largest bare factor is the persons: "1 x 80" charged in persons.
    let by_size = !open.contains(&Measure::DAYS) && open.contains(&Measure::PERSONS);
    let largest = bare.iter().copied().max_by_key(|i| factors.get(*i).map(|f| f.value)).filter(|_| by_size);
    for i in bare {
        let measure = match largest {
            Some(most) if most == i => Some(Measure::PERSONS),
            Some(_) => open.iter().copied().find(|m| *m != Measure::PERSONS),
            None if open.is_empty() => None,
            None => Some(open.remove(0)),
        };
        if let (Some(measure), Some(factor)) = (measure, out.get_mut(i)) {
            *factor = factor.clone().counting(measure);
        }
    }
    out
}

fn expected_measures(unit: &str) -> Vec<Measure> {
    let all = measure_of(unit);
    let mut out = Vec::new();
    if all.persons {
        out.push(Measure::PERSONS);
    }
    if all.days {
        out.push(Measure::DAYS);
    }
    if all.occurrences || all == Measure::PERSONS {
        out.push(Measure::OCCURRENCES);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cells() {
        for (text, expected) in [
            ("50 Orang x 2 Hari x 1 Kali", "50 Orang x 2 Hari x 1 Kali"),
            ("[100 ORG x 1 HR x 2 KL]", "100 ORG x 1 HR x 2 KL"),
            ("[200 org x 1 hr x 18 keg x 1 pkt", "200 org x 1 hr x 18 keg x 1 pkt"),
            ("245 Orang / Kali", "245 Orang / Kali"),
            ("14", "14"),
            ("90 0rg", "90 org"),
            ("1,5 Kg", "1.5 Kg"),
            ("2.400 lembar", "2400 lembar"),
        ] {
            assert_eq!(read_quantity(text).map(|q| q.to_string()).as_deref(), Some(expected), "{text}");
        }
        for text in ["", "orang", "dua orang", "5 org 3", "x"] {
            assert_eq!(read_quantity(text), None, "{text}");
        }
    }

    #[test]
    fn formulas() {
        for (text, total, unit, expected) in [
            ("Peserta (30 org x 2 hari x 4 klpk)", 240, "oh", "30 org x 2 hari x 4 klpk"),
            ("Belanja halfday 40 org x 9 FGD", 360, "ok", "40 org x 9 FGD"),
            ("Uang harian 20 org x 4 hr", 80, "OK", "20 org x 4 hr"),
            ("Snack 7 pkt x 2kl x 10 0rg", 140, "OM", "7 pkt x 2 kl x 10 org"),
            ("KIE 1 x 80 x 25.000", 80, "org", "1 x 80"),
            ("Narasumber (6 jplx3 x 1)", 18, "jpl", "6 jpl x 3 x 1"),
            ("Uang saku (25 org x 3 hr x i kali)", 75, "oh", "25 org x 3 hr x 1 kali"),
        ] {
            let quantity = read_formula(text, total.into(), unit).map(|q| q.to_string());
            assert_eq!(quantity.as_deref(), Some(expected), "{text}");
        }
        assert_eq!(read_formula("Spanduk (1 m x 4 m)", 2.into(), "buah"), None);
    }

    #[test]
    fn bare_factors_take_their_meaning_from_the_total() {
        let q = read_formula("Penginapan: 5 x 2hr x 494500", 10.into(), "oh").unwrap();
        assert_eq!((q.persons(), q.days()), (Some(5.into()), Some(2.into())));
    }

    proptest! {
        #[test]
        fn any_text_is_safe(text in "\\PC{0,60}") {
            let _ = read_quantity(&text);
            let _ = read_formula(&text, Decimal::from(12), "oh");
        }

        #[test]
        fn quantities_read_back(a in 1u32..100_000, b in 1u32..1000) {
            let q = Quantity::try_new(vec![Factor::new(a.into(), "org"), Factor::new(b.into(), "hari")]).unwrap();
            prop_assert_eq!(read_quantity(&q.to_string()), Some(q));
        }
    }
}
