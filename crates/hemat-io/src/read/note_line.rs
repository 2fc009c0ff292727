//! One detail inside a note: what stands around an `x price = total`.

use hemat_core::money::Rupiah;
use hemat_core::quantity::{Factor, Quantity};
use rust_decimal::Decimal;

use crate::read::detail::Comma;
use crate::read::note_number::{Reading, money_readings, quantity_readings};
use crate::read::quantity::read_formula;

/// A place where a detail's price and total stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Anchor {
    /// Byte position of the multiplication sign.
    pub times: usize,
    /// Byte position of the price's first digit.
    pub price: usize,
    /// End of the price's text.
    pub price_end: usize,
    /// Byte position of the total's first digit.
    pub total: usize,
    /// Price and total stand in brackets: money taken off.
    pub negative: bool,
}

/// What was read around an anchor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// Length of the text before the quantity: heading and description.
    pub label_length: usize,
    /// The quantity, if arithmetic confirms it.
    pub quantity: Option<Quantity>,
    /// Unit of the quantity's total.
    pub unit: String,
    price_sen: i128,
    total_sen: i128,
    /// Length of the total's text.
    pub total_length: usize,
    /// Quantity x price is the total.
    pub product_holds: bool,
}

impl Found {
    /// The total; `None` if it is out of range.
    pub(crate) fn amount(&self) -> Option<Rupiah> {
        sen(self.total_sen)
    }

    /// The price; `None` if it is out of range.
    pub(crate) fn unit_price(&self) -> Option<Rupiah> {
        sen(self.price_sen)
    }
}

fn sen(value: i128) -> Option<Rupiah> {
    let value = Decimal::try_from_i128_with_scale(value, 2).ok()?;
    Rupiah::try_new(value).ok()
}

/// A multiplication sign: `x`, `X`, `*` or the real one, not inside a word.
fn is_times(text: &str, at: usize) -> bool {
    let Some(rest) = text.get(at..) else { return false };
    rest.starts_with(['x', 'X', '*', '\u{d7}'])
}

/// All anchors of a text, in order. With `loose`, a price may follow its unit without a multiplication sign.
pub(crate) fn find_anchors(text: &str, loose: bool) -> Vec<Anchor> {
    let mut out = Vec::new();
    for (equals, _) in text.match_indices('=') {
        let strict = anchor_at(text, equals);
        out.extend(if loose { strict.or_else(|| signless_anchor_at(text, equals)) } else { strict });
    }
    out
}

/// `1 unit  80.000,00 = 80.000,00`: the sign is lost; the blank before the price stands for it.
fn signless_anchor_at(text: &str, equals: usize) -> Option<Anchor> {
    let before = text.get(..equals)?.trim_end();
    let number = before.rfind(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '^')))?;
    let price = number + before.get(number..)?.chars().next()?.len_utf8();
    let after = text.get(equals + 1..)?;
    let total = equals + 1 + (after.len() - after.trim_start().len());
    let digits = |at: usize| text.get(at..).is_some_and(|t| t.starts_with(|c: char| c.is_ascii_digit()));
    let blank = text.get(number..price)?.chars().all(char::is_whitespace);
    (blank && digits(price) && digits(total)).then_some(Anchor {
        times: number,
        price,
        price_end: before.len(),
        total,
        negative: false,
    })
}

/// Most bytes between the multiplication sign and the equals sign.
const PRICE_REACH: usize = 48;

fn anchor_at(text: &str, equals: usize) -> Option<Anchor> {
    let mut from = equals.saturating_sub(PRICE_REACH);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let before = text.get(from..equals)?;
    let times = from + before.rfind(['x', 'X', '*', '\u{d7}'])?;
    let sign = text.get(times..)?.chars().next()?.len_utf8();
    let between = text.get(times + sign..equals)?;
    let lead = between.find(|c: char| c.is_ascii_digit())?;
    let (currency, number) = between.split_at(lead);
    let bracket = currency.contains('(');
    let currency: String = currency.chars().filter(|c| !c.is_whitespace() && *c != '(').collect();
    if !matches!(currency.to_lowercase().as_str(), "" | "rp" | "rp." | "@" | "@rp" | "@rp.") {
        return None;
    }
    // After the price only signs may stand, such as the dash for no sen.
    if !number.chars().all(|c| {
        c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ',' | '^' | '-' | '_' | '"' | ')')
    }) {
        return None;
    }
    let price = times + sign + lead;
    let price_end = price + number.trim_end_matches(|c: char| !c.is_ascii_digit()).len();
    let after = text.get(equals + 1..)?;
    let skip =
        after.find(|c: char| !(c.is_whitespace() || matches!(c, 'R' | 'r' | 'p' | 'P' | '.' | '@' | '(')))?;
    let negative = bracket && after.get(..skip)?.contains('(');
    after.get(skip..)?.starts_with(|c: char| c.is_ascii_digit()).then_some(())?;
    Some(Anchor { times, price, price_end, total: equals + 1 + skip, negative })
}

/// A place where the quantity can begin and end.
struct Candidate<'a> {
    /// The digits, marks and blanks that end with the quantity.
    digits: &'a str,
    /// Where they begin in the text before the multiplication sign.
    at: usize,
    unit: &'a str,
}

/// Reads what stands around an anchor. `before` is the text from the previous detail to the multiplication sign.
/// `None` if there is no price or total to read.
pub(crate) fn read_anchor(before: &str, text: &str, anchor: &Anchor, comma: Comma) -> Option<Found> {
    let prices = whole_readings(text.get(anchor.price..anchor.price_end)?, comma);
    let totals = ordered(money_readings(text.get(anchor.total..)?), comma);
    let candidates = candidates(before);
    for candidate in &candidates {
        if let Some(found) = by_arithmetic(before, candidate, &prices, &totals) {
            return Some(found);
        }
    }
    if let Some(found) = by_chain(before, &prices, &totals) {
        return Some(found);
    }
    // No reading holds: the file's own price and total stand, the quantity stays unknown.
    let (price, total) = (prices.first()?, totals.first()?);
    let candidate = candidates.first();
    let label_length = candidate.map_or(before.len(), |c| c.at + last_token(c.digits));
    Some(Found {
        label_length,
        quantity: None,
        unit: candidate.map(|c| clean_unit(c.unit)).unwrap_or_default(),
        price_sen: price.in_sen()?,
        total_sen: total.in_sen()?,
        total_length: total.length,
        product_holds: false,
    })
}

/// Readings that take the whole text of the price; if none does, those that take the most of it.
fn whole_readings(price: &str, comma: Comma) -> Vec<Reading> {
    let all = money_readings(price);
    let most = all.iter().map(|r| r.length).max().unwrap_or(0);
    ordered(all.into_iter().filter(|r| r.length == most).collect(), comma)
}

/// With the comma lost, readings that put it back come first.
fn ordered(mut readings: Vec<Reading>, comma: Comma) -> Vec<Reading> {
    if comma == Comma::Lost {
        readings.sort_by_key(|r| (std::cmp::Reverse(r.length), std::cmp::Reverse(r.scale)));
    }
    readings
}

/// The places where the quantity can stand, likeliest first.
fn candidates(before: &str) -> Vec<Candidate<'_>> {
    let mut out = Vec::new();
    let trimmed = before.trim_end();
    // The unit has no digits: `240 oh`.
    let unit_at = trimmed.rfind(|c: char| c.is_ascii_digit()).map(|i| i + 1);
    let Some(unit_at) = unit_at else { return out };
    // A letter typed as zero: `750 0s`, `90 0rg`.
    if let Some(zero) = trimmed.get(..unit_at - 1)
        && trimmed.get(unit_at - 1..unit_at) == Some("0")
        && zero.ends_with([' ', '\t'])
        && trimmed.get(unit_at..).is_some_and(|u| u.len() <= 4 && u.starts_with(|c: char| c.is_alphabetic()))
        && let Some(digit) = zero.rfind(|c: char| c.is_ascii_digit())
    {
        push_candidate(&mut out, trimmed, digit + 1);
    }
    push_candidate(&mut out, trimmed, unit_at);
    // `2 000 m2`.
    if trimmed.ends_with(['2', '3'])
        && let Some(letters) = trimmed.get(..trimmed.len() - 1)
        && let Some(digit) = letters.rfind(|c: char| c.is_ascii_digit())
        && letters.get(digit + 1..).is_some_and(|u| u.contains('m') || u.contains('M'))
    {
        push_candidate(&mut out, trimmed, digit + 1);
    }
    out
}

fn push_candidate<'a>(out: &mut Vec<Candidate<'a>>, trimmed: &'a str, unit_at: usize) {
    let (head, unit) = trimmed.split_at(unit_at);
    let at = head
        .rfind(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '^' | ' ' | '\t')))
        .map_or(0, |i| i + head.get(i..).and_then(|t| t.chars().next()).map_or(1, char::len_utf8));
    if let Some(digits) = head.get(at..)
        && unit.len() <= 80
    {
        out.push(Candidate { digits, at, unit });
    }
}

/// Longest text of digits in which every suffix is tried.
const MOST_SUFFIXES: usize = 40;

/// The longest suffix of the digits that makes quantity x price = total.
fn by_arithmetic(
    before: &str,
    candidate: &Candidate<'_>,
    prices: &[Reading],
    totals: &[Reading],
) -> Option<Found> {
    let digits = candidate.digits;
    let from = digits.len().saturating_sub(MOST_SUFFIXES);
    let starts = (from..digits.len()).filter(|i| digits.as_bytes().get(*i).is_some_and(u8::is_ascii_digit));
    let zero = totals.first().is_some_and(|t| t.mantissa == 0);
    for start in starts {
        // With nothing to pay every quantity holds; then the last word is taken whole.
        if zero && start < last_token(digits) {
            continue;
        }
        let suffix = digits.get(start..)?;
        // Zeros in front belong to the number before: "8.500" and "390" in "8.500390".
        if suffix.starts_with('0') && suffix.as_bytes().get(1).is_some_and(u8::is_ascii_digit) {
            continue;
        }
        for quantity in quantity_readings(suffix) {
            let Some((price, total)) = matching(quantity, prices, totals) else { continue };
            let at = candidate.at + start;
            let total_quantity = decimal(quantity)?;
            let label = before.get(..at)?;
            let unit = clean_unit(candidate.unit);
            return Some(Found {
                label_length: at,
                quantity: quantity_of(label, total_quantity, &unit),
                unit,
                price_sen: price.in_sen()?,
                total_sen: total.in_sen()?,
                total_length: total.length,
                product_holds: true,
            });
        }
    }
    None
}

/// The readings of price and total between which a quantity holds.
fn matching(quantity: Reading, prices: &[Reading], totals: &[Reading]) -> Option<(Reading, Reading)> {
    let scale = 10i128.checked_pow(quantity.scale)?;
    for price in prices {
        let Some(product) = price.in_sen().and_then(|p| p.checked_mul(quantity.mantissa)) else { continue };
        for total in totals {
            let Some(wanted) = total.in_sen().and_then(|t| t.checked_mul(scale)) else { continue };
            // Totals are whole sen: half a sen of rounding is allowed where the quantity has decimals.
            let same =
                if quantity.scale == 0 { product == wanted } else { (product - wanted).abs() * 2 <= scale };
            if same {
                return Some((*price, *total));
            }
        }
    }
    None
}

fn decimal(reading: Reading) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(reading.mantissa, reading.scale).ok()
}

/// Position after the last blank of a run of digits.
fn last_token(digits: &str) -> usize {
    digits.trim_end().rfind([' ', '\t']).map_or(0, |i| i + 1)
}

/// The quantity: the factors of a formula just before it if their product is the same number, else itself.
fn quantity_of(label: &str, total: Decimal, unit: &str) -> Option<Quantity> {
    read_formula(label, total, unit).or_else(|| Quantity::try_new(vec![Factor::new(total, unit)]).ok())
}

/// A chain without its product: `30 orang x 7 Posyandu x 12 Bulan x 5.000 = 12.600.000`.
fn by_chain(before: &str, prices: &[Reading], totals: &[Reading]) -> Option<Found> {
    let mut factors: Vec<(Reading, &str)> = Vec::new();
    let mut end = before.len();
    for _ in 0..5 {
        let head = before.get(..end)?;
        let candidate = candidates(head).into_iter().next()?;
        let start = last_token(candidate.digits);
        let reading = quantity_readings(candidate.digits.get(start..)?).into_iter().next()?;
        factors.insert(0, (reading, candidate.unit));
        let at = candidate.at + start;
        if factors.len() >= 2 {
            let product = product(&factors)?;
            if let Some((price, total)) = matching(product, prices, totals) {
                let list: Option<Vec<Factor>> =
                    factors.iter().map(|(r, u)| Some(Factor::new(decimal(*r)?, &clean_unit(u)))).collect();
                return Some(Found {
                    label_length: at,
                    quantity: Quantity::try_new(list?).ok(),
                    unit: factors.last().map(|(_, u)| clean_unit(u)).unwrap_or_default(),
                    price_sen: price.in_sen()?,
                    total_sen: total.in_sen()?,
                    total_length: total.length,
                    product_holds: true,
                });
            }
        }
        let previous = before.get(..at)?.trim_end();
        let sign = previous.char_indices().next_back().filter(|(i, _)| is_times(previous, *i))?;
        end = sign.0;
    }
    None
}

fn product(factors: &[(Reading, &str)]) -> Option<Reading> {
    let mut all = Reading { mantissa: 1, scale: 0, length: 0 };
    for (reading, _) in factors {
        all.mantissa = all.mantissa.checked_mul(reading.mantissa)?;
        all.scale += reading.scale;
    }
    Some(all)
}

/// The unit without brackets and quotes around it; zeros typed for letters are put right.
fn clean_unit(unit: &str) -> String {
    let unit = unit
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '(' | ')' | '[' | ']' | '.'));
    let unit: Vec<&str> = unit.split_whitespace().collect();
    let unit = unit.join(" ");
    match unit.strip_prefix('0') {
        Some(rest) if rest.starts_with(|c: char| c.is_alphabetic()) => format!("o{rest}"),
        _ => unit,
    }
}
