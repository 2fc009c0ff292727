//! A quantity as event.toml writes it: `2 orang x 3 jam`.
//!
//! Strict on purpose: the writer can mend it. The quantities of budget files have their own, patient reader.

use rust_decimal::Decimal;

use hemat_core::quantity::{Factor, Quantity};

/// Why a text is no quantity.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum PlainQuantityError {
    #[error("has a factor that does not begin with a number")]
    NoNumber,
    #[error("has a number that can be read in two ways")]
    Ambiguous,
    #[error("has two numbers in one factor")]
    TwoNumbers,
    #[error(transparent)]
    Quantity(#[from] hemat_core::quantity::QuantityError),
}

/// Reads factors separated by `x`, `×` or `*`.
pub(super) fn parse(text: &str) -> Result<Quantity, PlainQuantityError> {
    let factors: Result<Vec<Factor>, _> = split(text).into_iter().map(factor).collect();
    Ok(Quantity::try_new(factors?)?)
}

/// Splits at the signs of multiplication. An `x` beside a letter belongs to a word (`box`).
fn split(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut before = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|(_, c)| *c);
        let in_word = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let sign = match c {
            '×' | '*' => true,
            'x' | 'X' => !in_word(before) && !in_word(after),
            _ => false,
        };
        if sign {
            parts.push(text.get(start..at).unwrap_or(""));
            start = at + c.len_utf8();
        }
        before = Some(c);
    }
    parts.push(text.get(start..).unwrap_or(""));
    parts
}

fn factor(text: &str) -> Result<Factor, PlainQuantityError> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(text.len());
    let (digits, unit) = text.split_at(end);
    let value = number(digits)?;
    let unit = unit.trim();
    if unit.starts_with(['/', '+', '-', '%']) {
        return Err(PlainQuantityError::NoNumber);
    }
    if unit.split_whitespace().any(|w| w.starts_with(|c: char| c.is_numeric())) {
        return Err(PlainQuantityError::TwoNumbers);
    }
    Ok(Factor::new(value, unit))
}

/// A number whose mark can only be read one way: `1,5` and `0.125` have decimals, `1.500.000` is grouped,
/// `1.500` could be either and is refused.
fn number(text: &str) -> Result<Decimal, PlainQuantityError> {
    let parts: Vec<&str> = text.split(['.', ',']).collect();
    if parts.iter().any(|p| p.is_empty()) {
        return Err(PlainQuantityError::NoNumber);
    }
    let canonical = match parts.as_slice() {
        [whole] => (*whole).to_owned(),
        [whole, rest] => {
            let could_be_grouped = rest.len() == 3 && whole.len() <= 3 && !whole.starts_with('0');
            if could_be_grouped {
                return Err(PlainQuantityError::Ambiguous);
            }
            format!("{whole}.{rest}")
        }
        [first, groups @ ..] => {
            let one_mark = !(text.contains('.') && text.contains(','));
            if !one_mark || first.len() > 3 || groups.iter().any(|g| g.len() != 3) {
                return Err(PlainQuantityError::Ambiguous);
            }
            parts.concat()
        }
        [] => return Err(PlainQuantityError::NoNumber),
    };
    Decimal::from_str_exact(&canonical).map_err(|_| hemat_core::quantity::QuantityError::OutOfRange.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factors_are_read() {
        let cases = [
            ("2 orang x 3 jam", "2 orang x 3 jam"),
            ("2orang×3jam", "2 orang x 3 jam"),
            ("5 box * 2", "5 box x 2"),
            ("2x3", "2 x 3"),
            ("1,5 jam", "1.5 jam"),
            ("0.125 ha", "0.125 ha"),
            ("1.500.000 lembar", "1500000 lembar"),
            ("120 orang/hari X 2 kali", "120 orang/hari x 2 kali"),
        ];
        for (text, expected) in cases {
            assert_eq!(parse(text).map(|q| q.to_string()), Ok(expected.to_owned()), "{text}");
        }
    }

    #[test]
    fn the_rest_is_refused() {
        use PlainQuantityError::*;
        let cases = [
            ("", NoNumber),
            ("orang", NoNumber),
            ("2 orang x", NoNumber),
            ("-2 orang", NoNumber),
            ("1/2 hari", NoNumber),
            ("1. hari", NoNumber),
            ("1.500 orang", Ambiguous),
            ("1,500", Ambiguous),
            ("1.500,25", Ambiguous),
            ("1.50.000", Ambiguous),
            ("2 orang 3 jam", TwoNumbers),
        ];
        for (text, expected) in cases {
            assert_eq!(parse(text), Err(expected), "{text}");
        }
    }
}
