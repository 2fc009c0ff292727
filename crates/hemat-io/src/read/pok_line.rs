//! Central detail lines (POK): `- Paket Fullboard [200 org x 2 hr x 1 Kali] 400.0 oh 1.187.000 474.800.000` and
//! `1. Uang Harian ( 325, OH, @ 210000 );`.
//!
//! The numbers mix three notations in one line, so arithmetic chooses between their readings: the product in
//! the brackets is the volume, and volume x price is the total within Rp1,000, to which POK totals are rounded.

use std::borrow::Cow;

use rust_decimal::{Decimal, RoundingStrategy};

use hemat_core::money::Rupiah;
use hemat_core::quantity::{Factor, Quantity};

use crate::read::number::{Number, read_number};
use crate::read::quantity::read_quantity;

/// What one line of a cell is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PokLine {
    /// A heading, `> Diskusi ...`, with the sum of what follows where it prints one.
    Heading(String),
    /// A detail line.
    Detail(PokDetail),
    /// Words without an amount.
    Words,
}

/// A detail line with its numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PokDetail {
    /// Its words, without marks, brackets and numbers.
    pub description: String,
    /// The factors in the brackets where they agree with the volume, else the volume.
    pub quantity: Option<Quantity>,
    /// Unit of the volume.
    pub unit: String,
    /// Price of one unit.
    pub unit_price: Option<Rupiah>,
    /// The printed total, or volume x price where none is printed.
    pub amount: Rupiah,
    /// False if the amount was computed.
    pub printed: bool,
    /// True if the line says that its money is blocked (blokir).
    pub blocked: bool,
}

/// The step to which POK totals are rounded, in rupiah.
pub const ROUNDING: i64 = 1_000;

/// Reads a cell with central detail lines, one line after the other.
#[must_use]
pub fn read_pok(text: &str) -> Vec<PokLine> {
    let mended = if text.contains(['_', '\r']) {
        Cow::Owned(text.replace("_x000D_", "\n").replace("_x000d_", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    };
    mended.lines().map(str::trim).filter(|line| !line.is_empty()).map(read_pok_line).collect()
}

fn read_pok_line(line: &str) -> PokLine {
    let marker = line.trim_start_matches(|c: char| c.is_whitespace());
    let heading = marker.starts_with('>') && !marker.starts_with(">>");
    let bare = strip_marks(line);
    if heading {
        let words: Vec<&str> = bare.split_whitespace().filter(|w| read_number(w).is_err()).collect();
        return PokLine::Heading(words.join(" "));
    }
    match price_in_brackets(bare).or_else(|| numbers_at_the_end(bare)) {
        Some(mut detail) => {
            detail.blocked = line.to_lowercase().contains("blokir");
            PokLine::Detail(detail)
        }
        None => PokLine::Words,
    }
}

/// Leading `-`, `>>`, `12.` and the like.
fn strip_marks(line: &str) -> &str {
    let mut rest = line.trim();
    loop {
        let before = rest;
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '>' | '*' | '•'));
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0
            && let Some(after) = rest.get(digits..).and_then(|r| r.strip_prefix('.'))
            && after.starts_with(|c: char| c.is_whitespace())
        {
            rest = after;
        }
        if rest == before {
            return rest;
        }
    }
}

/// `words ( 325, OH, @ 210000 );`, `36 OB x @ 3608000 )`, `60 OJ x 100000`.
fn price_in_brackets(line: &str) -> Option<PokDetail> {
    let line = line.trim().trim_end_matches([';', ' ']);
    let (words, inner) = match line.rfind('(') {
        Some(at) if line.ends_with(')') => (line.get(..at)?, line.get(at + 1..)?),
        _ => ("", line),
    };
    let inner = inner.trim().trim_end_matches(')').trim();
    let (left, price) = match inner.split_once('@') {
        Some((left, price)) => (left, price),
        None if words.is_empty() => inner.rsplit_once(" x ")?,
        None => return None,
    };
    let left = left.trim().trim_end_matches(['x', 'X', ',', ' ']);
    // `Pemeliharaan 10 unit @695000` has its words before the volume.
    let (words, left) = match left.rsplit(' ').nth(1) {
        Some(volume) if words.is_empty() && volume.bytes().all(|b| b.is_ascii_digit()) => {
            let at = left.rfind(volume)?;
            (left.get(..at)?, left.get(at..)?)
        }
        _ => (words, left),
    };
    let end = left.find(|c: char| !c.is_ascii_digit()).unwrap_or(left.len());
    let (volume, unit) = left.split_at_checked(end)?;
    let volume: Decimal = volume.parse::<u64>().ok()?.into();
    let unit = unit.trim_matches([',', ' ']);
    if unit.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let price = *readings(price.trim()).first()?;
    let unit_price = Rupiah::try_new(price).ok()?;
    Some(PokDetail {
        description: words.split_whitespace().collect::<Vec<_>>().join(" "),
        quantity: Quantity::try_new(vec![Factor::new(volume, unit)]).ok(),
        unit: unit.to_owned(),
        unit_price: Some(unit_price),
        amount: unit_price.try_times(volume).ok()?,
        printed: false,
        blocked: false,
    })
}

/// True for a line whose last word holds nothing of a number, nor of what may follow one: most lines are text.
fn ends_in_a_word(line: &str) -> bool {
    let Some(last) = line.split_whitespace().next_back() else { return true };
    let may_be_number = |c: char| c.is_ascii_digit() || matches!(c, '|' | '@' | '=');
    !last.contains(may_be_number) && !last.contains("Rp") && !last.eq_ignore_ascii_case("blokir")
}

/// `words [factors] volume unit price total`, of which the factors, or volume and price, may be missing.
fn numbers_at_the_end(line: &str) -> Option<PokDetail> {
    if ends_in_a_word(line) {
        return None;
    }
    let line = line.replace(['|', '@'], " ").replace("Rp.", " ").replace("Rp", " ");
    let (words, factors, tail) = match line.find('[') {
        // A bracket that never closes ends at the wide gap before the volume.
        Some(open) => {
            let close = line.get(open..)?.find(']').map(|i| open + i);
            let gap = || line.get(open..)?.find(['\t']).or(line.get(open..)?.find("  ")).map(|i| open + i);
            let end = close.or_else(gap)?;
            let inner = line.get(open + 1..end)?;
            (
                line.get(..open)?.to_owned(),
                read_quantity(inner),
                line.get(end..)?.trim_start_matches(']').to_owned(),
            )
        }
        None => (String::new(), None, line.clone()),
    };
    let tokens: Vec<&str> =
        tail.split_whitespace().filter(|t| !t.eq_ignore_ascii_case("blokir") && *t != "=").collect();
    let (total_token, rest) = tokens.split_last()?;
    let totals = readings(total_token);
    let wanted = factors.as_ref().map(Quantity::total);
    // Volume, unit and price before the total, if they satisfy the arithmetic.
    if let [.., volume_token, unit, price_token] = rest
        && !unit.contains(|c: char| c.is_ascii_digit())
        && !readings(volume_token).is_empty()
        && !readings(price_token).is_empty()
    {
        for total in &totals {
            for price in readings(price_token) {
                for volume in readings(volume_token) {
                    let near = price.checked_mul(volume).and_then(|p| p.checked_sub(*total));
                    if near.is_none_or(|n| n.abs() >= Decimal::from(ROUNDING)) {
                        continue;
                    }
                    let before = rest.len().checked_sub(3)?;
                    let own = rest.get(..before)?.join(" ");
                    let description = one_text(&words, &own);
                    let quantity = factors
                        .clone()
                        .filter(|_| wanted == Some(volume))
                        .or_else(|| Quantity::try_new(vec![Factor::new(volume, unit)]).ok());
                    return Some(PokDetail {
                        description,
                        quantity,
                        unit: (*unit).to_owned(),
                        unit_price: Rupiah::try_new(price).ok(),
                        amount: Rupiah::try_new(*total).ok()?,
                        printed: true,
                        blocked: false,
                    });
                }
            }
        }
        return None;
    }
    // `words [factors] 13,600,000` and `words = Rp. 2,000,000`: a total alone, in groups, not a count.
    let [total] = totals.as_slice() else { return None };
    let grouped = total_token.contains(['.', ',']) && *total >= Decimal::from(ROUNDING);
    if !grouped || (factors.is_some() && !rest.is_empty()) {
        return None;
    }
    Some(PokDetail {
        description: one_text(&words, &rest.join(" ")),
        quantity: factors,
        unit: String::new(),
        unit_price: None,
        amount: Rupiah::try_new(*total).ok()?,
        printed: true,
        blocked: false,
    })
}

fn one_text(words: &str, more: &str) -> String {
    let words = words.split_whitespace().chain(more.split_whitespace()).collect::<Vec<_>>().join(" ");
    words.trim_end_matches(['=', ' ', ':']).to_owned()
}

/// Every number that a token can be; whole groups of three (`1.187.000`, `17,000,000`) come first.
fn readings(token: &str) -> Vec<Decimal> {
    match read_number(token) {
        Ok(Number::Plain(value) | Number::Marked(value, _)) => vec![value],
        Ok(Number::Ambiguous { comma, dot }) => vec![comma.max(dot), comma.min(dot)],
        Err(_) => Vec::new(),
    }
}

/// The amounts of the details so that they sum to what the package or account costs: as they are, or with the
/// computed ones rounded to the Rp1,000 of a POK. `None` if neither sums; nothing is ever forced.
#[must_use]
pub fn amounts_that_sum(details: &[&PokDetail], whole: Rupiah) -> Option<Vec<Rupiah>> {
    let plain: Vec<Rupiah> = details.iter().map(|d| d.amount).collect();
    let sums = |amounts: &[Rupiah]| Rupiah::try_sum(amounts.iter().copied()) == Ok(whole);
    if plain.is_empty() || sums(&plain) {
        return Some(plain).filter(|p| !p.is_empty());
    }
    let step = Decimal::from(ROUNDING);
    for strategy in [
        RoundingStrategy::MidpointAwayFromZero,
        RoundingStrategy::ToPositiveInfinity,
        RoundingStrategy::ToZero,
    ] {
        let rounded = details.iter().map(|d| {
            let thousands = d.amount.value().checked_div(step)?.round_dp_with_strategy(0, strategy);
            let value = if d.printed { d.amount.value() } else { thousands.checked_mul(step)? };
            Rupiah::try_new(value).ok()
        });
        if let Some(rounded) = rounded.collect::<Option<Vec<_>>>()
            && sums(&rounded)
        {
            return Some(rounded);
        }
    }
    None
}

#[cfg(test)]
#[path = "pok_line_tests.rs"]
mod tests;
